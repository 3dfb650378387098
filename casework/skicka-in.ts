import { myndighetsålder, skolungdomTill } from '@stegvis/rules';
import { type Ansökan, nästaStatus, vuxnaI } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { type Dag, kontrollmånad, type Månad, månadsnamn, type Tidpunkt } from './tid.ts';

/** Largest amount that can be stated. */
export const HÖGSTA_ÖRE = 1_000_000_000;
const LÄNGSTA_TEXT = 5000;

/**
 * Sends in a complete draft: from now on the answers cannot be changed, and each adult has to sign. Refused with every missing or
 * impossible answer and its field when it is not complete. The one who sends in still signs with `signera`, like everybody else.
 */
export function skickaIn(
  ansökan: Ansökan,
  input: { person: PersonId; baseradPå: number; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  if (input.person !== ansökan.sökande) {
    return refuse(
      'inte-din-ansokan',
      'Bara den som började på ansökan kan skicka in den.',
      'Du skriver under när ansökan är inskickad.',
    );
  }
  const status = nästaStatus(ansökan.status, 'inskickad');
  if (status === undefined) {
    return refuse('redan-inskickad', 'Ansökan är redan inskickad.', 'Du kan följa den på din översikt.');
  }
  if (input.baseradPå !== ansökan.version) {
    return refuse(
      'andrad-pa-annat-hall',
      'Svaren har ändrats sedan du läste dem.',
      'Läs igenom svaren en gång till och skicka sedan in.',
    );
  }
  const fel = fältfel(ansökan);
  if (fel.length > 0) {
    return refuse(
      'svar-saknas',
      fel.length === 1 ? 'Ett svar saknas eller är fel.' : `${fel.length} svar saknas eller är fel.`,
      'Rätta svaren och skicka in igen.',
      fel,
    );
  }
  const text =
    ansökan.medsökande === undefined
      ? ansökan.slag === 'tillagg'
        ? `Du skickade in tillägget för ${månadsnamn(ansökan.månad)}.`
        : `Du skickade in ansökan för ${månadsnamn(ansökan.månad)}.`
      : `Ansökan för ${månadsnamn(ansökan.månad)} är inskickad och väntar på underskrift av båda.`;
  return {
    ok: true,
    ansökan: { ...ansökan, status, inskickad: input.nu, ändrad: input.nu, version: ansökan.version + 1 },
    events: [
      { ärende: ansökan.ärende, ansökan: ansökan.id, typ: 'ansokan-inskickad', tid: input.nu, text, synlig: 'alla' },
    ],
  };
}

/** Every missing or impossible answer of a draft, in the order the questions are asked. Empty when it can be sent in. */
export function fältfel(
  ansökan: Pick<Ansökan, 'uppgifter' | 'månad' | 'sökande' | 'medsökande'> & { slag?: Ansökan['slag'] },
): Fältfel[] {
  if (ansökan.slag === 'tillagg') return felITillägg(ansökan);
  const { uppgifter: u, månad } = ansökan;
  const fel: Fältfel[] = [];
  const add = (fält: string, text: string) => fel.push({ fält, text });
  const vuxna = vuxnaI(ansökan);
  const barnIds = new Set((u.barn ?? []).map((b) => b.id));

  if (u.hushall === undefined) {
    add('hushall.personerIBostaden', 'Svara hur många som bor i bostaden, du själv inräknad.');
  } else {
    const antal = u.hushall.personerIBostaden;
    const minst = vuxna.length + (u.barn?.length ?? 0);
    if (!Number.isInteger(antal) || antal < 1 || antal > 30)
      add('hushall.personerIBostaden', 'Antalet som bor i bostaden ska vara mellan 1 och 30.');
    else if (antal < minst)
      add('hushall.personerIBostaden', `Ni är ${minst} i hushållet. Antalet som bor i bostaden kan inte vara färre.`);
    if (vuxna.length === 2 && u.hushall.sambor === undefined)
      add('hushall.sambor', 'Svara om ni två är ett par som bor ihop.');
    if (vuxna.length === 2 && u.hushall.sambor === false)
      add('hushall.sambor', 'Två vuxna som inte är ett par söker var för sig. Ta bort den andra, eller ändra svaret.');
  }

  if (u.barn === undefined) add('barn', 'Svara om du har barn som bor hos dig.');
  if (barnIds.size !== (u.barn?.length ?? 0)) add('barn', 'Samma barn står två gånger.');
  for (const [i, barn] of (u.barn ?? []).entries()) {
    const fält = `barn.${i}`;
    const namn = barn.namn.trim() || `barn ${i + 1}`;
    if (barn.namn.trim() === '') add(`${fält}.namn`, 'Skriv barnets namn.');
    else if (barn.namn.length > 200) add(`${fält}.namn`, 'Namnet kan ha högst 200 tecken.');
    if (!ärDag(barn.fodd))
      add(`${fält}.fodd`, `Skriv en dag som finns för när ${namn} föddes, till exempel 2019-04-30.`);
    else if (barn.fodd.slice(0, 7) > månad)
      add(`${fält}.fodd`, `Dagen när ${namn} föddes kan inte ligga efter ${månadsnamn(månad)}.`);
    else {
      const år = årIMånaden(barn.fodd, månad);
      if (år >= skolungdomTill) add(`${fält}.fodd`, `${namn} har fyllt 21 år och ansöker själv.`);
      else if (år >= myndighetsålder && barn.skolungdom !== true)
        add(
          `${fält}.skolungdom`,
          `${namn} har fyllt 18 år. Den som inte går i grundskola eller gymnasium ansöker själv.`,
        );
    }
    if (barn.dagar !== undefined && (!Number.isInteger(barn.dagar) || barn.dagar < 0 || barn.dagar > dagarI(månad))) {
      add(`${fält}.dagar`, `Antalet dagar som ${namn} bor hos dig ska vara mellan 0 och ${dagarI(månad)}.`);
    }
  }

  if (u.boende === undefined) add('boende.form', 'Svara hur du bor.');

  if (u.kostnader === undefined) add('kostnader', 'Svara vilka kostnader du har, eller att du inte har några.');
  for (const [i, kostnad] of (u.kostnader ?? []).entries()) {
    if (!ärBelopp(kostnad.belopp)) add(`kostnader.${i}.belopp`, 'Skriv kostnaden i kronor, mellan 0 och 10 000 000.');
    if (kostnad.typ === 'levnadskostnad-i-ovrigt' && !kostnad.vad?.trim())
      add(`kostnader.${i}.vad`, 'Skriv vad kostnaden gäller, till exempel medicin.');
    if ((kostnad.vad?.length ?? 0) > LÄNGSTA_TEXT) add(`kostnader.${i}.vad`, 'Texten är för lång.');
  }

  if (u.inkomster === undefined)
    add('inkomster', `Svara vilka pengar du fick i ${månadsnamn(kontrollmånad(månad))}, eller att du inte fick några.`);
  for (const [i, inkomst] of (u.inkomster ?? []).entries()) {
    if (!vuxna.includes(inkomst.person) && !barnIds.has(inkomst.person))
      add(`inkomster.${i}.person`, 'Välj vem i hushållet som fick pengarna.');
    if (!ärBelopp(inkomst.belopp)) add(`inkomster.${i}.belopp`, 'Skriv beloppet i kronor, mellan 0 och 10 000 000.');
    if (inkomst.utbetald !== undefined && !ärDag(inkomst.utbetald))
      add(`inkomster.${i}.utbetald`, 'Skriv en dag som finns, till exempel 2026-11-25.');
  }

  if (u.tillgangar === undefined)
    add('tillgangar', 'Svara om du har sparade pengar, bil eller annat av värde, eller att du inte har det.');
  for (const [i, tillgång] of (u.tillgangar ?? []).entries()) {
    if (!ärBelopp(tillgång.belopp))
      add(`tillgangar.${i}.belopp`, 'Skriv vad det är värt i kronor, mellan 0 och 10 000 000.');
  }

  fel.push(...felIKonto(ansökan));
  if ((u.meddelande?.length ?? 0) > LÄNGSTA_TEXT) add('meddelande', `Meddelandet kan ha högst ${LÄNGSTA_TEXT} tecken.`);
  if (u.intygat !== true) add('intygat', 'Kryssa i att uppgifterna stämmer.');
  return fel;
}

function ärBelopp(öre: number): boolean {
  return Number.isSafeInteger(öre) && öre >= 0 && öre <= HÖGSTA_ÖRE;
}

/** What is missing in a supplementary application: one need with its cost and why, and where the money goes. */
function felITillägg(ansökan: Pick<Ansökan, 'uppgifter' | 'sökande' | 'medsökande'>): Fältfel[] {
  const { tillagg, kostnader, intygat } = ansökan.uppgifter;
  const fel: Fältfel[] = [];
  if (tillagg === undefined) fel.push({ fält: 'tillagg.behov', text: 'Välj vad du behöver pengar till.' });
  else {
    if (tillagg.varfor.trim() === '') fel.push({ fält: 'tillagg.varfor', text: 'Skriv varför du behöver det.' });
    if (tillagg.varfor.length > LÄNGSTA_TEXT)
      fel.push({ fält: 'tillagg.varfor', text: `Skriv högst ${LÄNGSTA_TEXT} tecken.` });
    if (tillagg.senast !== undefined && !ärDag(tillagg.senast))
      fel.push({ fält: 'tillagg.senast', text: 'Skriv en dag som finns, till exempel 2026-12-04.' });
  }
  const [kostnad, ...fler] = kostnader ?? [];
  if (!kostnad || kostnad.belopp === 0 || !ärBelopp(kostnad.belopp))
    fel.push({ fält: 'tillagg.belopp', text: 'Skriv vad det kostar i kronor, mellan 1 och 10 000 000.' });
  if (fler.length > 0 || (kostnad && kostnad.typ !== 'levnadskostnad-i-ovrigt'))
    fel.push({ fält: 'tillagg.belopp', text: 'Ett tillägg gäller en sak. Sök en gång till för nästa.' });
  fel.push(...felIKonto(ansökan));
  if (intygat !== true) fel.push({ fält: 'intygat', text: 'Kryssa i att uppgifterna stämmer.' });
  return fel;
}

function felIKonto(ansökan: Pick<Ansökan, 'uppgifter' | 'sökande' | 'medsökande'>): Fältfel[] {
  const { konto } = ansökan.uppgifter;
  if (konto === undefined) return [{ fält: 'konto.nummer', text: 'Skriv vilket konto pengarna ska sättas in på.' }];
  const fel: Fältfel[] = [];
  if (!/^\d{4,5}$/.test(konto.clearing))
    fel.push({ fält: 'konto.clearing', text: 'Clearingnumret har fyra eller fem siffror.' });
  if (!/^\d{5,12}$/.test(konto.nummer))
    fel.push({ fält: 'konto.nummer', text: 'Kontonumret har 5–12 siffror utan clearingnummer.' });
  if (!vuxnaI(ansökan).includes(konto.innehavare))
    fel.push({ fält: 'konto.innehavare', text: 'Kontot ska tillhöra dig eller den du söker tillsammans med.' });
  return fel;
}

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function ärDag(dag: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag)) return false;
  const date = new Date(`${dag}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === dag;
}

function dagarI(månad: Månad): number {
  return new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5, 7)), 0)).getUTCDate();
}

/** Age in whole years, counted from the month of the birthday as in the rules. */
function årIMånaden(fodd: Dag, månad: Månad): number {
  const months =
    (Number(månad.slice(0, 4)) - Number(fodd.slice(0, 4))) * 12 + Number(månad.slice(5, 7)) - Number(fodd.slice(5, 7));
  return Math.floor(months / 12);
}
