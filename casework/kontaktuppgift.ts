import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** How one adult wants to be reached. Each adult has an own; the other adult never sees it. */
export interface Kontaktuppgift {
  person: PersonId;
  telefon: string;
  epost: string;
  /** Where "you have a new message" is sent; `ingen` is also what counts when nothing is known. */
  avisering: 'ingen' | 'sms' | 'epost';
  /** How to reach the person safely; while it is filled in nothing is sent anywhere. */
  säkerKontakt: string;
  /** The language of the interpreter; empty when none is needed. */
  tolk: string;
  ändrad: Tidpunkt;
  version: number;
}

/** Longest safe-contact text, in characters. */
export const LÄNGSTA_SÄKER_KONTAKT = 1000;

/** Replaces a person's contact details, read at `baseradPå` (0: there were none). */
export function ändraKontaktuppgift(
  nuvarande: Kontaktuppgift | undefined,
  input: Pick<Kontaktuppgift, 'person' | 'telefon' | 'epost' | 'avisering' | 'säkerKontakt' | 'tolk'> & {
    baseradPå: number;
    nu: Tidpunkt;
  },
): ActResult<{ kontaktuppgift: Kontaktuppgift }> {
  const { person, avisering, nu } = input;
  const telefon = input.telefon.trim();
  const epost = input.epost.trim();
  const säkerKontakt = input.säkerKontakt.trim();
  const tolk = input.tolk.trim();
  const fel: Fältfel[] = [];
  const siffror = telefon.replace(/[\s()\-–]/g, '');
  if (telefon !== '' && !/^(\+[1-9]\d{6,14}|0\d{6,11})$/.test(siffror))
    fel.push({
      fält: 'telefon',
      text: 'Skriv ett telefonnummer som börjar med 0 eller +, till exempel 070-174 06 05.',
    });
  if (epost !== '' && (epost.length > 254 || !/^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(epost)))
    fel.push({ fält: 'epost', text: 'Skriv en hel e-postadress, till exempel namn@example.com.' });
  if (avisering === 'sms' && telefon === '')
    fel.push({ fält: 'telefon', text: 'Skriv numret som vi ska skicka sms till.' });
  if (avisering === 'epost' && epost === '')
    fel.push({ fält: 'epost', text: 'Skriv adressen som vi ska skicka e-post till.' });
  if (säkerKontakt.length > LÄNGSTA_SÄKER_KONTAKT)
    fel.push({
      fält: 'sakerKontakt',
      text: `Texten är ${säkerKontakt.length} tecken. Den får vara högst ${LÄNGSTA_SÄKER_KONTAKT}.`,
    });
  if (tolk.length > 100) fel.push({ fält: 'tolk', text: 'Skriv bara språket, högst 100 tecken.' });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  if ((nuvarande?.version ?? 0) !== input.baseradPå)
    return refuse(
      'andrad-pa-annat-hall',
      'Uppgifterna har ändrats från en annan telefon, dator eller flik.',
      'Läs de senaste uppgifterna och försök igen.',
    );
  return {
    ok: true,
    kontaktuppgift: {
      person,
      telefon,
      epost,
      avisering,
      säkerKontakt,
      tolk,
      ändrad: nu,
      version: input.baseradPå + 1,
    },
  };
}

/** Where to send "you have a new message"; undefined when the person has not asked for it or wants only the safe way. */
export function aviseringsväg(
  kontakt: Kontaktuppgift | undefined,
): { kanal: 'sms' | 'epost'; till: string } | undefined {
  if (!kontakt || kontakt.avisering === 'ingen' || kontakt.säkerKontakt !== '') return undefined;
  const till = kontakt.avisering === 'sms' ? kontakt.telefon : kontakt.epost;
  return till === '' ? undefined : { kanal: kontakt.avisering, till };
}
