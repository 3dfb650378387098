import type { Månad } from '@stegvis/casework';
import type { Indikator } from '../indikator.ts';
import { osäkerhetsslag, skiljerSig, skillnadITal } from '../jamfor/kon.ts';
import { SKYDDAD, type SkyddadCell } from '../skydd/skyddat-svar.ts';
import { visaMått } from '../visa-matt.ts';
import type { Rapportmening } from './namndrapport.ts';

/** What a change must be to be written in the report. Published in the handbook; nothing is learned from the figures. */
export const TRÖSKLAR = {
  /** Of counts, sums, means and medians: so much of the value before, percent. */
  procent: 10,
  /** Of shares: so many percentage points. */
  procentenheter: 2,
  /** Months that the highest or the lowest is looked for among, with the one the report is about. */
  månader: 13,
  /** How much higher than the next highest it must be, percent of it. */
  marginal: 5,
} as const;

/** The rules by id, each as the reader of the handbook sees it. */
export const REGLER = {
  'forandring-fore': {
    namn: 'Ändrat sedan perioden före',
    text: `Siffran har ändrats minst ${TRÖSKLAR.procent} procent (andelar minst ${TRÖSKLAR.procentenheter} procentenheter) sedan perioden före. För antal och andelar ska ändringen också vara större än slumpen brukar ge (95 procents konfidensintervall).`,
  },
  'forandring-ar': {
    namn: 'Ändrat sedan samma tid året före',
    text: 'Samma krav som sedan perioden före, räknat mot samma tid ett år tidigare.',
  },
  ytterst: {
    namn: 'Högst eller lägst på tretton månader',
    text: `Månadens siffra är högst eller lägst av de ${TRÖSKLAR.månader} senaste månaderna, och skiljer minst ${TRÖSKLAR.marginal} procent från den som är närmast. Alla månaderna ska ha en siffra som får visas.`,
  },
  'mot-andra': {
    namn: 'Utanför jämförbara kommuner',
    text: 'Kommunens senaste år i Kolada är högre eller lägre än alla kommuner i jämförelsegruppen, och minst tre av dem har lämnat en siffra.',
  },
  'kvinnor-man': {
    namn: 'Skillnad mellan kvinnor och män',
    text: 'Skillnaden mellan kvinnors och mäns siffra de senaste tolv månaderna är större än slumpen brukar ge (95 procents konfidensintervall) och når trösklarna för en ändring.',
  },
  lagkrav: {
    namn: 'Beslut som inte har verkställts',
    text: 'Det finns gynnande beslut som inte har verkställts inom tre månader (34 kap. 1 § socialtjänstlagen).',
  },
} as const;

/** If a difference between two figures is large enough to be written; the second is what it is measured against. */
export function märkbar(indikator: Indikator, nu: number, då: number): boolean {
  if (osäkerhetsslag(indikator) === 'andel' || indikator.enhet === 'procent')
    return Math.abs(nu - då) >= TRÖSKLAR.procentenheter;
  return då !== 0 && Math.abs(nu - då) >= (TRÖSKLAR.procent / 100) * Math.abs(då);
}

/** Sentences on one figure against the period before and the year before; none when it may not be shown or nothing is large enough. */
export function förändring(
  regel: 'forandring-fore' | 'forandring-ar',
  indikator: Indikator,
  { nu, då }: { readonly nu: SkyddadCell | undefined; readonly då: SkyddadCell | undefined },
  tider: { readonly nu: string; readonly då: string },
): readonly Rapportmening[] {
  if (!nu || !då || nu.värde === SKYDDAD || då.värde === SKYDDAD || !märkbar(indikator, nu.värde, då.värde)) return [];
  const säker = skiljerSig(indikator, nu, då);
  if (säker === false) return [];
  const skillnad = nu.värde - då.värde;
  const andel = indikator.enhet === 'procent';
  const hur = andel
    ? skillnadITal(Math.abs(skillnad), 'procent')
    : `${Math.round((100 * Math.abs(skillnad)) / Math.abs(då.värde))}\u00a0%`;
  const text = `${indikator.namn}: ${visaMått(nu.värde, indikator.enhet)} ${tider.nu}. Det är ${hur} ${skillnad > 0 ? 'mer' : 'mindre'} än ${tider.då} (${visaMått(då.värde, indikator.enhet)}).`;
  return [{ regel, text: säker ? `${text} Ändringen är säkerställd.` : text }];
}

/** A sentence when the last of the months is the highest or the lowest. */
export function ytterst(
  indikator: Indikator,
  månader: readonly { readonly månad: Månad; readonly cell: SkyddadCell | undefined }[],
  tid: string,
): readonly Rapportmening[] {
  if (månader.length < TRÖSKLAR.månader) return [];
  const värden = månader.map(({ cell }) => cell?.värde);
  if (!värden.every((v) => typeof v === 'number')) return [];
  const nu = värden.at(-1) ?? 0;
  const andra = värden.slice(0, -1);
  const [högst, lägst] = [Math.max(...andra), Math.min(...andra)];
  const långt = (från: number) => från !== 0 && Math.abs(nu - från) >= (TRÖSKLAR.marginal / 100) * Math.abs(från);
  if (nu > högst && långt(högst))
    return [{ regel: 'ytterst', text: `${indikator.namn} är ${tid} högst på ${TRÖSKLAR.månader} månader.` }];
  if (nu < lägst && långt(lägst))
    return [{ regel: 'ytterst', text: `${indikator.namn} är ${tid} lägst på ${TRÖSKLAR.månader} månader.` }];
  return [];
}
