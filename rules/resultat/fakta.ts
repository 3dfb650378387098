import type { IsoDate, Moment, Month } from '@stegvis/engine';
import { type Öre, öre } from '../hushall/hushall.ts';
import type { Inkomst, Underlag } from '../underlag/underlag.ts';

/** Vem som har avgjort ett belopp, när och varför; nyckeln är beloppets plats, till exempel `kostnader[0].godkantBelopp`. */
export type Avgöranden = {
  readonly [plats: string]: { readonly who: string; readonly when: IsoDate; readonly reasons: string };
};

const utanUppgift = { who: 'handläggare' };

/** Kronor med högst två decimaler som hela ören. */
export const iÖren = (kronor: number): Öre => öre(Math.round(kronor * 100) + 0);

/** Ören som kronor med högst två decimaler. */
export const iKronor = (ören: number): number => ören / 100 + 0;

/** Ögonblicket som lagen frågas om: månaden och dagen ansökan kom in. */
export const ögonblick = (underlag: Underlag): Moment => ({
  month: underlag.manad as Month,
  applied: underlag.inkommen as IsoDate,
});

/** Underlaget som fakta till lagens graf: belopp i ören, och det en person har avgjort som avgöranden. */
export const fakta = (underlag: Underlag, avgöranden: Avgöranden = {}): object => {
  const avgjort = (kronor: number | undefined, plats: string, reasons?: string) =>
    kronor === undefined
      ? undefined
      : { value: iÖren(kronor), ...utanUppgift, ...(reasons === undefined ? {} : { reasons }), ...avgöranden[plats] };
  const inkomster = (lista: readonly Inkomst[] | undefined, plats: string) =>
    lista?.map(({ typ, netto, kalla, raknatBelopp }, i) => ({
      typ,
      netto: iÖren(netto),
      kalla,
      raknatBelopp: avgjort(raknatBelopp, `${plats}.inkomster[${i}].raknatBelopp`),
    }));
  return {
    personerIBostaden: underlag.personerIBostaden,
    boende: underlag.boende,
    vuxna: underlag.vuxna.map(({ id, bistandsmanader, jobbstimulansFran, inkomster: lista }, i) => ({
      id,
      bistandsmanader,
      jobbstimulansFran,
      inkomster: inkomster(lista, `vuxna[${i}]`),
    })),
    barn: underlag.barn?.map(({ id, fodd, dagar, lunchBorta, arbetsinkomstHittillsIAr, inkomster: lista }, i) => ({
      id,
      fodd,
      dagar,
      lunchBorta,
      arbetsinkomstHittillsIAr: arbetsinkomstHittillsIAr === undefined ? undefined : iÖren(arbetsinkomstHittillsIAr),
      inkomster: inkomster(lista, `barn[${i}]`),
    })),
    kostnader: underlag.kostnader?.map(({ typ, belopp, godkantBelopp }, i) => ({
      typ,
      belopp: iÖren(belopp),
      godkantBelopp: avgjort(godkantBelopp, `kostnader[${i}].godkantBelopp`),
    })),
    tillgangar: underlag.tillgangar?.map(({ typ, belopp, raknatBelopp }, i) => ({
      typ,
      belopp: iÖren(belopp),
      raknatBelopp: avgjort(raknatBelopp, `tillgangar[${i}].raknatBelopp`),
    })),
    overskott: underlag.overskott === undefined ? undefined : iÖren(underlag.overskott),
    forskott: underlag.forskott === undefined ? undefined : iÖren(underlag.forskott),
    normavvikelse: avgjort(underlag.normavvikelse?.belopp, 'normavvikelse', underlag.normavvikelse?.skal),
  };
};
