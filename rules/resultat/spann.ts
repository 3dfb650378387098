import { inkomsttyper } from '../inkomster/inkomsttyper.ts';
import type { Inkomst, Underlag } from '../underlag/underlag.ts';

/**
 * Underlaget med varje öppen fråga besvarad så att resultatet blir `lagst` (ingen inkomst eller tillgång att bedöma
 * räknas, och en andrahandskostnad med okänt samtycke räknas) eller `hogst` (tvärtom).
 */
export const besvarat = (underlag: Underlag, resultatet: 'lagst' | 'hogst'): Underlag => {
  const svar = (belopp: number) => (resultatet === 'hogst' ? belopp : 0);
  const inkomster = <P extends { inkomster?: Inkomst[] | undefined }>(person: P): P =>
    person.inkomster === undefined
      ? person
      : {
          ...person,
          inkomster: person.inkomster.map((inkomst) =>
            öppen(inkomst) ? { ...inkomst, raknatBelopp: svar(inkomst.netto) } : inkomst,
          ),
        };
  const { tillgangar, barn, boende } = underlag;
  return {
    ...underlag,
    vuxna: underlag.vuxna.map(inkomster),
    ...(barn === undefined ? {} : { barn: barn.map(inkomster) }),
    ...(tillgangar === undefined
      ? {}
      : { tillgangar: tillgangar.map((t) => ({ ...t, raknatBelopp: t.raknatBelopp ?? svar(t.belopp) })) }),
    ...(boende === undefined
      ? {}
      : { boende: { ...boende, andrahandSamtycke: boende.andrahandSamtycke ?? resultatet === 'lagst' } }),
  };
};

const öppen = (inkomst: Inkomst): boolean =>
  inkomst.raknatBelopp === undefined && ['del', 'bedoms'].includes(inkomsttyper[inkomst.typ].behandling);
