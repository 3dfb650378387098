import type { Ansökan, Kanal } from './ansokan.ts';
import type { Ärende } from './arende.ts';
import type { Öre } from './belopp.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { dokumenthash } from './signera.ts';
import { HÖGSTA_ÖRE, ärDag } from './skicka-in.ts';
import { dagFör, flyttaDag, type Tidpunkt } from './tid.ts';
import { AKUTBEHOV, type Akutuppgift, type Uppgifter } from './uppgifter.ts';

/** Longest text in an acute request, in characters. */
export const LÄNGSTA_AKUTTEXT = 2000;
/** An acute need is one that cannot wait longer than this many days; what can wait is applied for as usual. */
export const AKUT_INOM_DAGAR = 14;

/**
 * A person asks for help today: the request has come in at once, signed by the log-in, and lies with a person. Refused with every
 * answer that is missing or too long.
 */
export function begärAkutHjälp(input: {
  id: string;
  ärende: Ärende;
  person: PersonId;
  metod: string;
  kanal: Kanal;
  akut: Akutuppgift;
  /** What it costs, where that is known. */
  belopp: Öre | undefined;
  /** What is known of the household from before. */
  känt: Uppgifter;
  nu: Tidpunkt;
}): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  const { ärende, person, nu } = input;
  if (person !== ärende.sökande && person !== ärende.medsökande)
    return refuse('inte-ditt-arende', 'Du är inte sökande i ärendet.', 'Logga in och begär hjälp för dig själv.');
  const fel = felIAkut(input.akut, input.belopp, dagFör(nu));
  if (fel.length > 0)
    return refuse('svar-saknas', 'Något saknas eller är fel.', 'Rätta det som är markerat och skicka igen.', fel);
  const akut: Akutuppgift = {
    behov: AKUTBEHOV.filter((b) => input.akut.behov.includes(b)),
    vad: input.akut.vad.trim(),
    senast: input.akut.senast,
    telefon: input.akut.telefon.trim(),
    saKontaktasJag: input.akut.saKontaktasJag.trim(),
  };
  const uppgifter: Uppgifter = {
    ...input.känt,
    kostnader:
      input.belopp === undefined
        ? []
        : [{ id: 'akut', typ: 'levnadskostnad-i-ovrigt', belopp: input.belopp, vad: akut.vad.slice(0, 200) }],
    akut,
    intygat: true,
  };
  const ansökan: Ansökan = {
    id: input.id,
    ärende: ärende.id,
    slag: 'akut',
    månad: dagFör(nu).slice(0, 7),
    sökande: person,
    medsökande: undefined,
    kanal: input.kanal,
    status: 'inkommen',
    uppgifter,
    underskrifter: [{ person, tid: nu, metod: input.metod, avser: dokumenthash(uppgifter), önskarHandläggare: true }],
    version: 1,
    skapad: nu,
    ändrad: nu,
    inskickad: nu,
    inkommen: nu,
  };
  const text = 'Vi har fått din begäran om akut hjälp. En handläggare läser den i dag.';
  return {
    ok: true,
    ansökan,
    events: [{ ärende: ärende.id, ansökan: ansökan.id, typ: 'ansokan-inkommen', tid: nu, text, synlig: { person } }],
  };
}

function felIAkut(akut: Akutuppgift, belopp: Öre | undefined, idag: string): Fältfel[] {
  const fel: Fältfel[] = [];
  const add = (fält: string, text: string) => fel.push({ fält, text });
  const siffror = akut.telefon.replace(/[\s()\-–]/g, '');
  if (!akut.behov.some((b) => AKUTBEHOV.includes(b))) add('akut.behov', 'Välj vad du behöver hjälp med.');
  if (akut.vad.trim() === '') add('akut.vad', 'Skriv med några ord vad du behöver.');
  else if (akut.vad.length > LÄNGSTA_AKUTTEXT)
    add('akut.vad', `Skriv högst ${LÄNGSTA_AKUTTEXT} tecken. Nu är det ${akut.vad.length}.`);
  if (belopp !== undefined && (!Number.isSafeInteger(belopp) || belopp < 0 || belopp > HÖGSTA_ÖRE))
    add('akut.belopp', 'Skriv beloppet i kronor, mellan 0 och 10 000 000.');
  if (!ärDag(akut.senast)) add('akut.senast', 'Skriv en dag som finns, till exempel 25 11 2026.');
  else if (akut.senast < idag || akut.senast > flyttaDag(idag, AKUT_INOM_DAGAR))
    add('akut.senast', `Skriv en dag från i dag och högst ${AKUT_INOM_DAGAR} dagar fram.`);
  if (akut.telefon.trim() === '' && akut.saKontaktasJag.trim() === '')
    add('akut.telefon', 'Skriv ett telefonnummer, eller hur vi kan nå dig på ett annat sätt.');
  else if (akut.telefon.trim() !== '' && !/^(\+[1-9]\d{6,14}|0\d{6,11})$/.test(siffror))
    add('akut.telefon', 'Skriv ett telefonnummer som börjar med 0 eller +, till exempel 070-174 06 05.');
  if (akut.saKontaktasJag.length > LÄNGSTA_AKUTTEXT)
    add('akut.saKontaktasJag', `Skriv högst ${LÄNGSTA_AKUTTEXT} tecken. Nu är det ${akut.saKontaktasJag.length}.`);
  return fel;
}
