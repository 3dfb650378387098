import type { Insatssyfte } from './insats.ts';

/** The most hours of a week that required activities and job-seeking take together (SoL 12 kap. 4 b § first paragraph). */
export const HÖGSTA_VECKOTID = 40;

/** An activity as the catalogue means to have it. Hours are per week, days `YYYY-MM-DD`. */
export interface Insatsläge {
  readonly syften: readonly Insatssyfte[];
  /** An unpaid place at a workplace. */
  readonly oavlönadPlats: boolean;
  /** An employment with wages. */
  readonly anställning: boolean;
  readonly timmarPerVecka: number;
  readonly jobbsökartimmar: number;
  readonly utrymme: string;
  readonly längstMånader: number | undefined;
  readonly skydd: { readonly arbetsmiljö: string; readonly försäkring: string } | undefined;
  readonly försäkran: { readonly av: string; readonly dag: string; readonly text: string } | undefined;
  readonly idag: string;
}

export type Insatsdel =
  | 'syften'
  | 'timmarPerVecka'
  | 'jobbsokartimmar'
  | 'utrymme'
  | 'langstManader'
  | 'skydd'
  | 'forsakran';

/**
 * What the statute has against an activity, each with the part it is about; empty when it may stand in the catalogue. SoL 2025:400
 * 12 kap. 4 §, 6 §, 6 a §; care is never an activity that is required (HFD 2011 ref. 49).
 */
export function prövaInsats(läge: Insatsläge): { del: Insatsdel; text: string }[] {
  const hinder: { del: Insatsdel; text: string }[] = [];
  const vård = läge.syften.includes('vard');
  if (läge.syften.length === 0)
    hinder.push({
      del: 'syften',
      text: 'Välj minst ett syfte: motivera, språk, söka arbete, arbetsplatsförlagd (12 kap. 6 a §), eller vård som bara är frivillig.',
    });
  if (vård && läge.syften.length > 1)
    hinder.push({
      del: 'syften',
      text: 'Vård och behandling får inte blandas med en aktivitet som kan krävas (HFD 2011 ref. 49). Lägg upp vården för sig.',
    });
  if (läge.oavlönadPlats && !läge.syften.some((s) => s !== 'vard'))
    hinder.push({
      del: 'syften',
      text: 'Oavlönat arbete får bara förekomma inom 12 kap. 4 § och 6 a §. Välj ett av syftena i 6 a §.',
    });
  if (läge.längstMånader === undefined || !Number.isInteger(läge.längstMånader) || läge.längstMånader < 1)
    hinder.push({
      del: 'langstManader',
      text: 'Skriv hur länge en person som mest får delta, i hela månader. Varje krav är begränsat i tid (12 kap. 4 §).',
    });
  if (!(läge.timmarPerVecka > 0 && läge.timmarPerVecka <= HÖGSTA_VECKOTID && läge.timmarPerVecka % 0.25 === 0))
    hinder.push({
      del: 'timmarPerVecka',
      text: `Skriv timmar per vecka i hela kvartar, mer än 0 och högst ${HÖGSTA_VECKOTID}.`,
    });
  if (!(läge.jobbsökartimmar >= 0 && läge.jobbsökartimmar % 0.25 === 0))
    hinder.push({ del: 'jobbsokartimmar', text: 'Skriv hur många timmar i veckan som lämnas till att söka arbete.' });
  if (!vård && !läge.anställning) {
    if (läge.jobbsökartimmar <= 0)
      hinder.push({
        del: 'jobbsokartimmar',
        text: 'Aktiviteten ska lämna tid till att söka arbete. Skriv minst en kvart i veckan (12 kap. 6 a § tredje stycket).',
      });
    if (läge.timmarPerVecka + läge.jobbsökartimmar > HÖGSTA_VECKOTID)
      hinder.push({
        del: 'jobbsokartimmar',
        text: `Aktiviteten och tiden till att söka arbete blir ${timmar(läge.timmarPerVecka + läge.jobbsökartimmar)} timmar i veckan. De får tillsammans vara högst ${HÖGSTA_VECKOTID} (12 kap. 4 b § och 6 a §).`,
      });
    if (läge.utrymme.trim() === '')
      hinder.push({
        del: 'utrymme',
        text: 'Skriv hur den som deltar är fri att söka och ta ett arbete, till exempel att man får gå till en intervju (12 kap. 6 a § tredje stycket).',
      });
  }
  if (läge.oavlönadPlats) {
    if (!läge.skydd || läge.skydd.arbetsmiljö.trim() === '' || läge.skydd.försäkring.trim() === '')
      hinder.push({
        del: 'skydd',
        text: 'Skriv vem som ansvarar för arbetsmiljön och vilken försäkring som gäller vid skada (12 kap. 6 §).',
      });
    if (
      !läge.försäkran ||
      läge.försäkran.av.trim() === '' ||
      läge.försäkran.text.trim() === '' ||
      !(läge.försäkran.dag <= läge.idag)
    )
      hinder.push({
        del: 'forsakran',
        text: 'Platsen får inte ersätta ett ordinarie arbete. Skriv vem som har försäkrat det, vilken dag (senast i dag) och hur det följs upp.',
      });
  }
  return hinder;
}

const antal = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 });

/** Hours in words: `12,5`. */
export function timmar(tal: number): string {
  return antal.format(tal);
}
