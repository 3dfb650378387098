import type { Ground } from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import type { Kravutfall } from './aktivitetskrav.ts';
import type { Aktivitetsunderlag } from './aktivitetsunderlag.ts';
import { avrundad } from './avrundad.ts';

/** Ett steg i uträkningen: `timmar` läggs till det som var innan, negativt tal dras av. */
export type Tidssteg = { readonly id: string; readonly text: string; readonly timmar: number; readonly grund: string };

type Deltidstyp = NonNullable<Aktivitetsunderlag['person']['deltid']>[number]['typ'];

const { grounds } = lag;
const deltidstexter: Record<Deltidstyp, { text: string; grund: Ground }> = {
  anstallning: { text: 'Anställning på deltid', grund: grounds.deltidAnstallning },
  'arbetsmarknadspolitiskt-program': {
    text: 'Arbetsmarknadspolitiskt program på deltid',
    grund: grounds.deltidProgram,
  },
  sfi: { text: 'Sfi på deltid', grund: grounds.deltidUtbildning },
  'godtagbar-utbildning': { text: 'Godtagbar utbildning på deltid', grund: grounds.deltidUtbildning },
  'annan-insats': { text: 'Annan insats på deltid', grund: grounds.deltidInsats },
  formedlingsinsatser: { text: 'Förmedlingsinsatser på deltid', grund: grounds.deltid },
};

/** Uträkningen av tiden steg för steg, från lagens längsta tid. Steg som inte ändrar tiden är utelämnade, utom det första. */
export function tidssteg(
  utfall: Kravutfall,
  underlag: Aktivitetsunderlag,
  citera: (ground: Ground) => string,
): Tidssteg[] {
  const steg = (id: string, text: string, timmar: number, grund: Ground): Tidssteg => ({
    id,
    text,
    timmar: avrundad(timmar),
    grund: citera(grund),
  });
  const minskningar = [
    steg(
      'formaga',
      `Bedömd förmåga att delta: ${tal(utfall.tidEfterFörmåga)} timmar`,
      utfall.tidEfterFörmåga - utfall.högstaTid,
      grounds.tid,
    ),
    steg(
      'sjukforman',
      `Sjukförmåner på ${tal(utfall.sjukandel * 100)} procent av heltid`,
      utfall.tak - utfall.tidEfterFörmåga,
      grounds.sjukforman,
    ),
    ...utfall.deltid.map((timmar, i) => {
      const typ = underlag.person.deltid?.[i]?.typ ?? 'annan-insats';
      return steg(`deltid-${typ}`, deltidstexter[typ].text, -timmar, deltidstexter[typ].grund);
    }),
    steg('soka-arbete', 'Tid att söka arbete', -utfall.sökaArbete, grounds.sokaArbete),
    steg('ovriga-skyldigheter', 'Övriga skyldigheter', -utfall.övrigaSkyldigheter, grounds.ovrigaSkyldigheter),
    steg('barn', 'Barn i hushållet', -utfall.barnavdrag, grounds.barn),
    steg('tillsyn', 'Tillsyn över barn', -utfall.tillsyn, grounds.tillsyn),
  ].filter(({ timmar }) => timmar !== 0);
  const början = steg('langsta-tid', 'Längsta tid per vecka', utfall.högstaTid, grounds.tid);
  const summa = minskningar.reduce((hittills, { timmar }) => hittills + timmar, början.timmar);
  const golv = steg('golv', 'Tiden blir inte mindre än noll', utfall.timmarPerVecka - summa, grounds.tid);
  return [början, ...minskningar, ...(golv.timmar === 0 ? [] : [golv])];
}

const tal = (värde: number): string =>
  new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 }).format(avrundad(värde));
