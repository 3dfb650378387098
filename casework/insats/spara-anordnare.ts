import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ANORDNARSLAG, type Anordnare } from './anordnare.ts';

/** Registers a provider, or changes the one that was read at `baseradPå`. */
export function sparaAnordnare(
  nuvarande: Anordnare | undefined,
  input: Omit<Anordnare, 'version'> & { andra: readonly Anordnare[]; baseradPå: number },
): ActResult<{ anordnare: Anordnare }> {
  const { andra, baseradPå, ...ny } = input;
  const namn = ny.namn.trim();
  const fel: Fältfel[] = [];
  if (namn === '') fel.push({ fält: 'namn', text: 'Skriv vad anordnaren heter.' });
  else if (andra.some((a) => a.id !== ny.id && a.namn.toLowerCase() === namn.toLowerCase()))
    fel.push({ fält: 'namn', text: 'Det finns redan en anordnare med det namnet. Skriv ett namn som skiljer dem åt.' });
  if (!Object.hasOwn(ANORDNARSLAG, ny.slag)) fel.push({ fält: 'slag', text: 'Välj vad anordnaren är.' });
  if (ny.kontakt.namn.trim() === '') fel.push({ fält: 'kontakt', text: 'Skriv vem man vänder sig till.' });
  if (ny.kontakt.telefon.trim() === '' && ny.kontakt.epost.trim() === '')
    fel.push({ fält: 'telefon', text: 'Skriv ett telefonnummer eller en e-postadress.' });
  const upptagen = andra.find((a) => a.id !== ny.id && a.användare.some((id) => ny.användare.includes(id)));
  if (upptagen)
    fel.push({
      fält: 'anvandare',
      text: `En person hör redan till ${upptagen.namn}. Var och en hör till en anordnare.`,
    });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  if ((nuvarande?.version ?? 0) !== baseradPå)
    return refuse(
      'andrad-pa-annat-hall',
      'Någon annan har ändrat anordnaren sedan du öppnade den.',
      'Läs om sidan. Det du skrev finns kvar i formuläret.',
    );
  return { ok: true, anordnare: { ...ny, namn, version: baseradPå + 1 } };
}
