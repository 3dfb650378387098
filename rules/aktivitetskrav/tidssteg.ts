import type { Ground } from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import type { Kravutfall } from './aktivitetskrav.ts';
import type { Aktivitetsunderlag } from './aktivitetsunderlag.ts';
import { avrundad } from './avrundad.ts';

/** Ett steg i uträkningen: `timmar` läggs till det som var innan, negativt tal dras av. */
export type Tidssteg = { readonly id: string; readonly text: string; readonly timmar: number; readonly grund: string };

type Deltidstyp = NonNullable<Aktivitetsunderlag['person']['deltid']>[number]['typ'];

const deltidstexter: Record<Deltidstyp, string> = {
  anstallning: 'Anställning på deltid',
  'arbetsmarknadspolitiskt-program': 'Arbetsmarknadspolitiskt program på deltid',
  sfi: 'Sfi på deltid',
  'godtagbar-utbildning': 'Godtagbar utbildning på deltid',
  'annan-insats': 'Annan insats på deltid',
  formedlingsinsatser: 'Förmedlingsinsatser på deltid',
};

/** Uträkningen av tiden steg för steg, från lagens längsta tid. Steg som inte ändrar tiden är utelämnade, utom det första. */
export function tidssteg(
  utfall: Kravutfall,
  underlag: Aktivitetsunderlag,
  citera: (ground: Ground) => string,
): Tidssteg[] {
  const { grounds } = lag;
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
      return steg(`deltid-${typ}`, deltidstexter[typ], -timmar, grounds.deltid);
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
