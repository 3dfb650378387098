import { isDeepStrictEqual } from 'node:util';
import type { Användare } from '../anvandare.ts';
import { fårÄndraInställningar } from '../installningsandring.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Spår, type Spårinställning, STÖDBEHOV, UPPFÖLJNINGSRYTMER } from './spar.ts';

const FLEST = 12;

/**
 * A new version of the municipality's tracks. Each has name, purpose, need, rhythm and organisation; a length is 1–730 days or 1–36
 * months; one need has one track, so that the proposal is never ambiguous. `fält` names the row: `0.namn`.
 */
export function ändraSpår(
  nuvarande: Spårinställning,
  input: { spår: readonly Spår[]; skäl: string; av: Pick<Användare, 'id' | 'namn' | 'roller'>; nu: Tidpunkt },
): ActResult<{ inställning: Spårinställning }> {
  const { av, nu } = input;
  if (!fårÄndraInställningar(av))
    return refuse('fel-roll', 'Du har inte behörighet att ändra spåren.', 'Administratör eller enhetschef kan.');
  const spår = input.spår.map((s) => ({
    ...s,
    namn: s.namn.trim(),
    syfte: s.syfte.trim(),
    organisation: s.organisation.trim(),
  }));
  const fält: Fältfel[] = spår.flatMap((s, i) => fel(s, i, spår));
  if (spår.length === 0 || spår.length > FLEST)
    fält.push({ fält: 'skal', text: `Ha minst ett spår och högst ${FLEST}.` });
  const skäl = input.skäl.trim();
  if (skäl.length < 10)
    fält.push({ fält: 'skal', text: 'Skriv varför spåren ändras, minst tio tecken. Nämn gärna nämndens beslut.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  if (isDeepStrictEqual(spår, nuvarande.spår))
    return refuse('ingen-andring', 'Inget är ändrat.', 'Ändra något innan du sparar.');
  return {
    ok: true,
    inställning: { version: nuvarande.version + 1, spår, skäl, av: { id: av.id, namn: av.namn }, tid: nu },
  };
}

function fel(s: Spår, i: number, alla: readonly Spår[]): Fältfel[] {
  const rad: Fältfel[] = [];
  const lägg = (fält: string, text: string) => rad.push({ fält: `${i}.${fält}`, text });
  if (s.namn.length < 2 || s.namn.length > 80) lägg('namn', 'Skriv spårets namn, 2–80 tecken.');
  if (alla.findIndex((x) => x.namn.toLowerCase() === s.namn.toLowerCase()) !== i)
    lägg('namn', 'Ge spåret ett namn som inget annat spår har.');
  if (s.syfte.length < 5 || s.syfte.length > 400) lägg('syfte', 'Skriv vem spåret är för, 5–400 tecken.');
  if (s.organisation.length < 2 || s.organisation.length > 120)
    lägg('organisation', 'Skriv vilken organisation som arbetar med spåret.');
  if (!Object.hasOwn(STÖDBEHOV, s.behov)) lägg('behov', 'Välj vilket behov spåret svarar mot.');
  else if (alla.findIndex((x) => x.behov === s.behov) !== i)
    lägg('behov', 'Ett annat spår har samma behov. Varje behov kan ha ett spår.');
  if (!Object.hasOwn(UPPFÖLJNINGSRYTMER, s.uppföljningsrytm)) lägg('rytm', 'Välj hur ofta det följs upp.');
  const högst = s.längd?.enhet === 'dagar' ? 730 : 36;
  if (s.längd && !(Number.isInteger(s.längd.antal) && s.längd.antal >= 1 && s.längd.antal <= högst))
    lägg('antal', `Skriv ett helt antal, 1–${högst}${högst === 730 ? ' dagar' : ' månader'}, eller lämna tomt.`);
  if (s.baraJobbsökande && s.längd === undefined)
    lägg('antal', 'Ett spår där planen bara får ha jobbsökande måste ha en längd.');
  return rad;
}
