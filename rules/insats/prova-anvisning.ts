import { ANVISNINGSGRUNDER, type Anvisningsgrund, type Insatssyfte } from './insats.ts';
import { HÖGSTA_VECKOTID, timmar } from './prova-insats.ts';

/** A referral as it is meant. Hours are per week, days `YYYY-MM-DD`. */
export interface Anvisningsläge {
  readonly grund: Anvisningsgrund;
  readonly syften: readonly Insatssyfte[];
  readonly oavlönadPlats: boolean;
  readonly anställning: boolean;
  readonly från: string;
  readonly till: string | undefined;
  readonly timmarPerVecka: number;
  readonly samråd: { readonly dag: string; readonly med: string; readonly vad: string } | undefined;
  /** The decided requirement on the same ground that holds when the referral begins, to its last day. */
  readonly krav: { readonly till: string | undefined; readonly timmarPerVecka: number } | undefined;
  /** Hours of the person's other required activities at the same time. */
  readonly andraTimmar: number;
  /** Hours set aside for job-seeking. */
  readonly jobbsökartimmar: number;
  readonly idag: string;
}

export type Anvisningsdel = 'grund' | 'samrad' | 'krav' | 'fran' | 'till' | 'timmar';

/**
 * What the statute has against a referral, each with the part it is about; empty when it may be made. SoL 2025:400 12 kap. 4 §,
 * 4 a–4 b §§, 4 d §, 4 g §, 6 a §; care is never required (HFD 2011 ref. 49).
 */
export function prövaAnvisning(läge: Anvisningsläge): { del: Anvisningsdel; text: string }[] {
  const hinder: { del: Anvisningsdel; text: string }[] = [];
  const regel = ANVISNINGSGRUNDER[läge.grund];
  const krävs = läge.grund !== 'frivillig';
  if (läge.syften.includes('vard') && krävs)
    hinder.push({
      del: 'grund',
      text: 'Vård och behandling får aldrig krävas och kan inte leda till mindre bistånd (HFD 2011 ref. 49). Välj frivillig.',
    });
  if (läge.anställning && krävs)
    hinder.push({
      del: 'grund',
      text: 'Ett välfärdsjobb är en anställning som personen tackar ja till. Välj frivillig.',
    });
  if (läge.oavlönadPlats && !krävs)
    hinder.push({
      del: 'grund',
      text: 'En oavlönad plats på en arbetsplats anvisas bara enligt 12 kap. 4, 4 a eller 4 d §. Välj en av dem.',
    });
  if (läge.oavlönadPlats && läge.grund === '12:4g')
    hinder.push({
      del: 'grund',
      text: 'Rehabilitering enligt 12 kap. 4 g § är inte oavlönat arbete. Välj 12 kap. 4, 4 a eller 4 d §.',
    });
  if (läge.från < regel.från)
    hinder.push({
      del: 'grund',
      text: `${regel.lagrum} gäller från ${regel.från}. Välj en start den dagen eller senare, eller en annan grund.`,
    });
  if (regel.kräverSamråd) {
    const { samråd } = läge;
    if (!samråd || samråd.med.trim() === '' || samråd.vad.trim() === '' || samråd.dag === '')
      hinder.push({
        del: 'samrad',
        text: 'Nämnden ska samråda med Arbetsförmedlingen före anvisningen (12 kap. 4 § tredje stycket). Skriv dag, med vem (roll) och vad ni kom fram till.',
      });
    else if (samråd.dag > läge.idag)
      hinder.push({ del: 'samrad', text: 'Samrådet ska ha hållits. Skriv en dag senast i dag.' });
  }
  if (regel.kräverKrav && !läge.krav)
    hinder.push({
      del: 'krav',
      text: `Det finns inget beslutat krav enligt ${regel.lagrum} som gäller när aktiviteten börjar. Besluta om kravet först, under fliken Krav.`,
    });
  if (läge.till === undefined)
    hinder.push({ del: 'till', text: 'Skriv den sista dagen. Varje anvisning är begränsad i tid (12 kap. 4 §).' });
  else if (läge.till < läge.från)
    hinder.push({ del: 'till', text: 'Den sista dagen ska vara samma dag som den första eller senare.' });
  else if (läge.krav?.till !== undefined && läge.till > läge.krav.till)
    hinder.push({ del: 'till', text: `Kravet gäller till och med ${läge.krav.till}. Välj en sista dag senast då.` });
  if (!(läge.timmarPerVecka > 0 && läge.timmarPerVecka % 0.25 === 0))
    hinder.push({ del: 'timmar', text: 'Skriv timmar per vecka i hela kvartar, mer än 0.' });
  else if (krävs) {
    const krävda = läge.andraTimmar + läge.timmarPerVecka;
    if (läge.krav && krävda > läge.krav.timmarPerVecka)
      hinder.push({
        del: 'timmar',
        text: `Kravet är ${timmar(läge.krav.timmarPerVecka)} timmar i veckan. Med personens andra aktiviteter blir det ${timmar(krävda)}. Välj färre timmar.`,
      });
    if (krävda + läge.jobbsökartimmar > HÖGSTA_VECKOTID)
      hinder.push({
        del: 'timmar',
        text: `Aktiviteterna (${timmar(krävda)}) och tiden till att söka arbete (${timmar(läge.jobbsökartimmar)}) får tillsammans vara högst ${HÖGSTA_VECKOTID} timmar i veckan (12 kap. 4 b § och 6 a § tredje stycket). Välj färre timmar.`,
      });
  }
  return hinder;
}
