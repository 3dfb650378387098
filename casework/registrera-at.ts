import { type Ansökan, type Kanal, nästaStatus, vuxnaI, väntarPåUnderskrift } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { dokumenthash, signera } from './signera.ts';
import { fältfel } from './skicka-in.ts';
import { dagFör, dagIOrd, månadsnamn, type Tidpunkt } from './tid.ts';
import type { Uppgifter } from './uppgifter.ts';

/** The ways in where staff write for the applicant. */
export type Registreringskanal = Exclude<Kanal, 'webb'>;

/** What the signature of each way in is recorded as: signed by hand, or said by word of mouth. */
export const UNDERSKRIFTSMETOD: Readonly<Record<Registreringskanal, string>> = {
  papper: 'papper',
  disk: 'papper',
  telefon: 'muntligt',
};

const KOM_IN: Readonly<Record<Registreringskanal, string>> = {
  papper: 'på papper',
  disk: 'vid besök hos oss',
  telefon: 'per telefon',
};

/** Days back that a paper may have come in without somebody having to look at the date again. */
const LÄNGST_BAK_DAGAR = 92;

/** Answers that the applicant has not given: whole questions, each with the sentence that asks for it. */
export function saknadeSvar(
  ansökan: Pick<Ansökan, 'slag' | 'uppgifter' | 'månad' | 'sökande' | 'medsökande'>,
): Fältfel[] {
  return fältfel(ansökan).filter((fel) => ansökan.uppgifter[fel.fält.split('.')[0] as keyof Uppgifter] === undefined);
}

/**
 * Staff register an application on behalf of somebody, from paper, at the counter or by telephone. It goes the same way as one
 * from the web: each adult's signature is recorded, and the last makes it come in, at the time the paper came (`mottagen`), so
 * that the 24-hour clock is the same. Answers that the paper lacks are left open (`saknas`), to be asked for; an answer that is
 * impossible is refused at its field.
 */
export function registreraÅt(
  utkast: Ansökan,
  input: {
    uppgifter: Uppgifter;
    /** The adults who have signed the paper. */
    underskrivetAv: readonly PersonId[];
    mottagen: Tidpunkt;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ ansökan: Ansökan; saknas: Fältfel[]; events: Händelse[] }> {
  const { mottagen, nu } = input;
  const status = nästaStatus(utkast.status, 'inskickad');
  if (status === undefined) return refuse('redan-inskickad', 'Ansökan är redan registrerad.', 'Öppna den i kön.');
  if (utkast.kanal === 'webb')
    return refuse(
      'webbansokan',
      'Det här är den sökandes eget utkast på webben.',
      'Registrera pappret som en ny ansökan.',
    );
  const tid = mottagningstid(mottagen, nu);
  if (tid) return tid;
  const ansökan: Ansökan = { ...utkast, uppgifter: input.uppgifter };
  const saknas = saknadeSvar(ansökan);
  const fel = fältfel(ansökan).filter((f) => !saknas.some((s) => s.fält === f.fält));
  if (fel.length > 0)
    return refuse(
      'svar-fel',
      fel.length === 1 ? 'Ett svar kan inte stämma.' : `${fel.length} svar kan inte stämma.`,
      'Rätta det som är felskrivet. Lämna frågan tom om svaret inte framgår.',
      fel,
    );
  if (!input.underskrivetAv.includes(ansökan.sökande))
    return refuse('underskrift-saknas', 'Den sökande har inte skrivit under.', 'Be den sökande skriva under först.', [
      { fält: 'underskrift', text: 'Den sökande måste ha skrivit under. Annars har ansökan inte kommit in.' },
    ]);
  const registrerad: Ansökan = { ...ansökan, status, inskickad: mottagen, ändrad: nu, version: utkast.version + 1 };
  const events: Händelse[] = [
    {
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      typ: 'ansokan-registrerad',
      tid: nu,
      text: `Vi registrerade din ansökan för ${månadsnamn(ansökan.månad)}, som kom ${KOM_IN[utkast.kanal]} ${dagIOrd(dagFör(mottagen))}.`,
      synlig: 'alla',
    },
    {
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      typ: 'ansokan-registrerad',
      tid: nu,
      text: `${input.av.namn} registrerade ansökan åt den sökande.`,
      synlig: 'handlaggare',
    },
  ];
  const signed = signeraPåPapper(registrerad, { personer: input.underskrivetAv, mottagen, nu });
  if (!signed.ok) return signed;
  return {
    ok: true,
    ansökan: { ...signed.ansökan, version: utkast.version + 1 },
    saknas,
    events: [...events, ...signed.events],
  };
}

/**
 * Records the signatures on paper of adults who have not signed yet, at the time the paper came in. The last adult's signature
 * makes the application come in at that time.
 */
export function signeraPåPapper(
  ansökan: Ansökan,
  input: { personer: readonly PersonId[]; mottagen: Tidpunkt; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  const tid = mottagningstid(input.mottagen, input.nu);
  if (tid) return tid;
  const metod = UNDERSKRIFTSMETOD[ansökan.kanal === 'webb' ? 'papper' : ansökan.kanal];
  let signed = ansökan;
  const events: Händelse[] = [];
  const personer = vuxnaI(ansökan).filter(
    (p) => input.personer.includes(p) && väntarPåUnderskrift(ansökan).includes(p),
  );
  for (const person of personer) {
    const avser = dokumenthash(ansökan.uppgifter);
    const result = signera(signed, { person, metod, avser, nu: input.mottagen });
    if (!result.ok) return result;
    signed = result.ansökan;
    events.push(...result.events);
  }
  const version = ansökan.version + (personer.length > 0 ? 1 : 0);
  return { ok: true, ansökan: { ...signed, ändrad: input.nu, version }, events };
}

/**
 * Staff write in answers that the paper lacked, as the applicant has given them since. Answers that were given stay as they are.
 * What was signed is no longer the whole statement, so a person decides.
 */
export function fyllISvar(
  ansökan: Ansökan,
  input: { uppgifter: Uppgifter; av: { id: string; namn: string }; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  if (ansökan.kanal === 'webb' || (ansökan.status !== 'inkommen' && ansökan.status !== 'utreds'))
    return refuse(
      'fel-status',
      'Svaren kan inte fyllas i nu.',
      'Svar fylls i när en ansökan på papper har kommit in och inte är beslutad.',
    );
  const öppna = new Set(saknadeSvar(ansökan).map((s) => s.fält.split('.')[0]));
  const nya = Object.fromEntries(
    Object.entries(input.uppgifter).filter(([fråga, svar]) => öppna.has(fråga) && svar !== undefined),
  );
  if (Object.keys(nya).length === 0)
    return refuse('inget-ifyllt', 'Inget svar är ifyllt.', 'Fyll i minst ett av svaren som saknades.');
  const ifylld: Ansökan = {
    ...ansökan,
    uppgifter: { ...ansökan.uppgifter, ...nya },
    ändrad: input.nu,
    version: ansökan.version + 1,
  };
  const kvar = saknadeSvar(ifylld);
  const fel = fältfel(ifylld).filter((f) => !kvar.some((s) => s.fält === f.fält));
  if (fel.length > 0) return refuse('svar-fel', 'Ett svar kan inte stämma.', 'Rätta det som är felskrivet.', fel);
  return {
    ok: true,
    ansökan: ifylld,
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'ansokan-registrerad',
        tid: input.nu,
        text: 'Vi skrev in svar som saknades i din ansökan.',
        synlig: 'alla',
      },
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'ansokan-registrerad',
        tid: input.nu,
        text: `${input.av.namn} skrev in svar som saknades: ${Object.keys(nya).join(', ')}.`,
        synlig: 'handlaggare',
      },
    ],
  };
}

function mottagningstid(mottagen: Tidpunkt, nu: Tidpunkt) {
  if (mottagen > nu)
    return refuse(
      'i-framtiden',
      'Tiden då ansökan kom in har inte varit än.',
      'Skriv dagen och klockslaget då den kom in.',
      [{ fält: 'mottagen', text: 'Skriv dagen och klockslaget då ansökan kom in. Det kan inte vara i framtiden.' }],
    );
  if (Date.parse(nu) - Date.parse(mottagen) > LÄNGST_BAK_DAGAR * 86_400_000)
    return refuse('for-lange-sedan', 'Ansökan kom in för mer än tre månader sedan.', 'Kontrollera dagen.', [
      { fält: 'mottagen', text: 'Kontrollera dagen. Den ligger mer än tre månader bakåt.' },
    ]);
  return undefined;
}
