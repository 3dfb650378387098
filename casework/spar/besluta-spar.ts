import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Tidpunkt } from '../tid.ts';
import { gällandeSpår, type Spårförslag, type Spårinställning, type Spårplacering } from './spar.ts';
import { sistaDagEfterLängd } from './sparets-slut.ts';

/** How far back and ahead a track may begin, in days. */
const LÄNGST_BORT = 60;

/**
 * Decides a track for the person, made by a named member of staff. Another track than the proposed one needs its reason
 * (`avsteg`), and so does a track where nothing could be proposed. A move ends the place she has the same day and keeps it in the
 * history.
 */
export function beslutaSpår(
  läge: {
    placeringar: readonly Spårplacering[];
    inställning: Spårinställning;
    förslag: Spårförslag | undefined;
    bedömning: string | undefined;
  },
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    spår: string;
    från: Dag;
    skäl: string;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ placering: Spårplacering; avslutad: Spårplacering | undefined; events: Personhändelse[] }> {
  const { av, nu, person, från } = input;
  const idag = dagFör(nu);
  const spår = läge.inställning.spår.find((s) => s.id === input.spår);
  const nuvarande = gällandeSpår(läge.placeringar);
  const skäl = input.skäl.trim();
  const fält: Fältfel[] = [];
  if (!spår) fält.push({ fält: 'spar', text: 'Välj ett av kommunens spår.' });
  const tidigast = [flyttaDag(idag, -LÄNGST_BORT), nuvarande?.från ?? ''].sort().at(-1)!;
  const senast = flyttaDag(idag, LÄNGST_BORT);
  if (!ärDag(från) || från < tidigast || från > senast)
    fält.push({ fält: 'fran', text: `Skriv dagen spåret börjar, från ${tidigast} till ${senast}.` });
  const avviker = spår !== undefined && spår.id !== läge.förslag?.förslag;
  if (avviker && skäl.length < 10)
    fält.push({
      fält: 'skal',
      text: läge.förslag?.förslag
        ? `Förslaget är ${läge.förslag.namn}. Skriv varför du väljer ett annat spår, minst tio tecken.`
        : 'Skriv varför du väljer spåret, minst tio tecken. Det finns inget förslag.',
    });
  if (spår && nuvarande?.spår === spår.id)
    fält.push({ fält: 'spar', text: `Personen är redan i spåret ${nuvarande.namn}. Välj ett annat.` });
  if (!spår || fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const placering: Spårplacering = {
    id: input.id,
    person,
    spår: spår.id,
    namn: spår.namn,
    organisation: spår.organisation,
    uppföljningsrytm: spår.uppföljningsrytm,
    baraJobbsökande: spår.baraJobbsökande,
    från,
    till: undefined,
    slutar: sistaDagEfterLängd(från, spår.längd),
    inställning: läge.inställning.version,
    bedömning: läge.bedömning,
    förslag: läge.förslag,
    avsteg: avviker && läge.förslag?.förslag ? skäl : undefined,
    skäl,
    beslutad: nu,
    beslutadAv: { id: av.id, namn: av.namn },
    avslutsskäl: undefined,
    version: 1,
  };
  return {
    ok: true,
    placering,
    avslutad: nuvarande && {
      ...nuvarande,
      till: från,
      avslutsskäl: `Flyttad till ${spår.namn}`,
      version: nuvarande.version + 1,
    },
    events: [
      {
        id: input.händelse,
        person,
        område: 'spar',
        typ: nuvarande ? 'spar-bytt' : 'spar-beslutat',
        tid: nu,
        text: `Du är i spåret ${spår.namn} från ${dagIOrd(från)}.`,
        synlig: 'person',
        av: av.namn,
      },
    ],
  };
}

/** Ends the person's place without a new one. */
export function avslutaSpår(
  placering: Spårplacering,
  input: { händelse: string; till: Dag; skäl: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ placering: Spårplacering; events: Personhändelse[] }> {
  if (placering.till !== undefined) return refuse('fel-status', 'Spåret är redan avslutat.', 'Läs om sidan.');
  const fält: Fältfel[] = [];
  const idag = dagFör(input.nu);
  if (!ärDag(input.till) || input.till < placering.från || input.till > idag)
    fält.push({ fält: 'till', text: `Skriv dagen spåret slutade, från ${placering.från} till i dag.` });
  if (input.skäl.trim() === '') fält.push({ fält: 'avslutsskal', text: 'Skriv varför spåret slutar.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    placering: {
      ...placering,
      till: input.till,
      avslutsskäl: input.skäl.trim(),
      version: placering.version + 1,
    },
    events: [
      {
        id: input.händelse,
        person: placering.person,
        område: 'spar',
        typ: 'spar-avslutat',
        tid: input.nu,
        text: `Spåret ${placering.namn} slutade ${dagIOrd(input.till)}.`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}

function ärDag(text: string): boolean {
  const tid = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(tid) && new Date(tid).toISOString().slice(0, 10) === text;
}
