import { type Insatsdel, prövaInsats } from '@stegvis/rules';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Dag } from '../tid.ts';
import type { Anordnare } from './anordnare.ts';
import { type Insats, ärOavlönadPlats } from './insats.ts';
import { passschema, veckotimmar } from './pass.ts';
import { villkorsschema } from './villkor.ts';

/** The field of the form that a part of the statute's check belongs to. */
const FÄLT: Readonly<Record<Insatsdel, string>> = {
  syften: 'syften',
  timmarPerVecka: 'timmarPerVecka',
  jobbsokartimmar: 'jobbsokartimmar',
  utrymme: 'utrymme',
  langstManader: 'langstManader',
  skydd: 'arbetsmiljo',
  forsakran: 'forsakranAv',
};

/**
 * Puts an activity in the catalogue, or changes the one that was read at `baseradPå`. Refused for everything the statute has against
 * it (`prövaInsats`).
 */
export function sparaInsats(
  nuvarande: Insats | undefined,
  input: Omit<Insats, 'version'> & {
    anordnaren: Anordnare | undefined;
    upptagna: number;
    /** Whether the provider may be another: nobody has been referred yet. */
    bytAnordnare: boolean;
    baseradPå: number;
    idag: Dag;
  },
): ActResult<{ insats: Insats }> {
  const { anordnaren, upptagna, bytAnordnare, baseradPå, idag, ...ny } = input;
  const fel: Fältfel[] = [];
  const saknas = (fält: string, värde: string, text: string) => {
    if (värde.trim() === '') fel.push({ fält, text });
  };
  if (!anordnaren?.aktiv) fel.push({ fält: 'anordnare', text: 'Välj en anordnare som är med i listan och är aktiv.' });
  else if (nuvarande && nuvarande.anordnare !== ny.anordnare && !bytAnordnare)
    fel.push({
      fält: 'anordnare',
      text: 'Någon är redan anvisad hit. Lägg upp en ny aktivitet hos den andra anordnaren.',
    });
  saknas('namn', ny.namn, 'Skriv vad aktiviteten heter.');
  saknas('beskrivning', ny.beskrivning, 'Skriv vad man gör i aktiviteten.');
  saknas('malgrupp', ny.målgrupp, 'Skriv vem aktiviteten är till för.');
  saknas('kriterier', ny.kriterier, 'Skriv vad som krävs för att vara med, eller att alla är välkomna.');
  saknas('adress', ny.adress, 'Skriv adressen dit man ska gå.');
  if (!Number.isInteger(ny.platser) || ny.platser < 1 || ny.platser > 10_000)
    fel.push({ fält: 'platser', text: 'Skriv antal platser, 1 eller fler.' });
  else if (ny.platser < upptagna)
    fel.push({ fält: 'platser', text: `${upptagna} platser är redan upptagna eller lovade. Skriv minst ${upptagna}.` });
  if (ny.kostnad !== undefined && !(Number.isSafeInteger(ny.kostnad) && ny.kostnad >= 0))
    fel.push({ fält: 'kostnad', text: 'Skriv kostnaden i kronor per plats och månad, 0 eller mer.' });
  if (ny.startdagar.some((dag) => !ärDag(dag)))
    fel.push({ fält: 'startdagar', text: 'Skriv en startdag per rad, som 2027-01-11.' });
  const pass = passschema.safeParse(ny.pass);
  if (!pass.success)
    fel.push({
      fält: 'pass',
      text: pass.error.issues[0]?.message ?? 'Skriv ett pass per rad, som måndag 09:00–12:00.',
    });
  else if (ny.pass.length > 0 && veckotimmar(ny.pass) !== ny.timmarPerVecka)
    fel.push({
      fält: 'timmarPerVecka',
      text: `Passen är tillsammans ${String(veckotimmar(ny.pass)).replace('.', ',')} timmar i veckan. Skriv samma timmar, eller ändra passen.`,
    });
  if (!villkorsschema.array().safeParse(ny.villkor).success)
    fel.push({ fält: 'villkor', text: 'Något villkor är inte helt ifyllt.' });
  for (const { del, text } of prövaInsats({
    syften: ny.syften,
    oavlönadPlats: ärOavlönadPlats(ny),
    anställning: ny.form === 'valfardsjobb',
    timmarPerVecka: ny.timmarPerVecka,
    jobbsökartimmar: ny.jobbsökartimmar,
    utrymme: ny.utrymme,
    längstMånader: ny.längstMånader,
    skydd: ny.skydd,
    försäkran: ny.försäkran,
    idag,
  }))
    if (!fel.some(({ fält }) => fält === FÄLT[del])) fel.push({ fält: FÄLT[del], text });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  if ((nuvarande?.version ?? 0) !== baseradPå)
    return refuse(
      'andrad-pa-annat-hall',
      'Någon annan har ändrat aktiviteten sedan du öppnade den.',
      'Läs om sidan. Det du skrev finns kvar i formuläret.',
    );
  return { ok: true, insats: { ...ny, version: baseradPå + 1 } };
}

function ärDag(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
