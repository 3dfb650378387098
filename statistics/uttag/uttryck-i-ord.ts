import { fältet } from '../falt.ts';
import type { Faktatabell, Indikator, Uttryck, Villkor } from '../indikator.ts';

const RADER: Readonly<Record<Faktatabell, string>> = {
  hushallsmanad: 'månader med bistånd, ett hushåll i taget',
  personmanad: 'månader med bistånd, en person i taget',
  personar: 'personer och år',
  ansokan: 'ansökningar',
  period: 'perioder med bistånd',
  insatsmanad: 'insatser och månader',
  handelse: 'händelser',
};

const gement = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const namn = (källa: Faktatabell, fält: string) => gement(fältet(källa, fält)?.namn ?? fält);

/** An expression as words: what is counted or summed, and for which rows. */
export function uttryckIOrd(källa: Faktatabell, u: Uttryck): string {
  const där = (u.där ?? []).map((v) => villkorIOrd(källa, v));
  return `${vad(källa, u)}${där.length === 0 ? '' : `, där ${där.join(' och ')}`}`;
}

/** The denominator of an indicator as words; undefined when there is none. */
export function nämnareIOrd({ källa, nämnare }: Indikator): string | undefined {
  if (nämnare === undefined) return undefined;
  if ('befolkning' in nämnare)
    return { alla: 'Invånare', vuxna: 'Vuxna invånare', barn: 'Invånare under 18 år' }[nämnare.befolkning];
  if ('tjänster' in nämnare) return 'Årsarbetskrafter';
  return 'källa' in nämnare ? uttryckIOrd(nämnare.källa, nämnare.uttryck) : uttryckIOrd(källa, nämnare);
}

function vad(källa: Faktatabell, u: Uttryck): string {
  if ('räkna' in u) return u.räkna === 'rader' ? `Antal ${RADER[källa]}` : `Antal olika: ${namn(källa, u.fält)}`;
  if ('summa' in u) return `Summan av ${namn(källa, u.summa)}`;
  if ('medel' in u) return `Medelvärdet av ${namn(källa, u.medel)}`;
  return u.percentil === 50
    ? `Medianen av ${namn(källa, u.fält)}`
    : `Värdet som ${u.percentil} procent ligger under: ${namn(källa, u.fält)}`;
}

function villkorIOrd(källa: Faktatabell, { fält, är, minst, högst, finns }: Villkor): string {
  const delar: string[] = [];
  const värde = (v: string | number | boolean) =>
    typeof v === 'boolean' ? (v ? 'ja' : 'nej') : gement(fältet(källa, fält)?.värden?.[String(v)] ?? String(v));
  if (är !== undefined) delar.push(`är ${(typeof är === 'object' ? är : [är]).map(värde).join(' eller ')}`);
  if (minst !== undefined) delar.push(`är minst ${minst}`);
  if (högst !== undefined) delar.push(`är högst ${högst}`);
  if (finns !== undefined) delar.push(finns ? 'är känt' : 'saknas');
  return `”${namn(källa, fält)}” ${delar.join(' och ')}`;
}
