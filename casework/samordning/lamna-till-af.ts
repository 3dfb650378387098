import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, dagIOrd, type Tidpunkt } from '../tid.ts';
import { AF_FRÅGOR, type AfFråga, type AfSvar, type AfUppgift } from './af-uppgift.ts';

/** What is known of whether the person is registered as a job-seeker. `okänt` is an answer of its own, never a no. */
export type Anmälningsfaktum = { svar: 'anmald' | 'inte-anmald'; hämtad: Tidpunkt } | { svar: 'okant'; varför: string };

/**
 * What follows of the duty of notice (SoL 15 kap. 6 a §) when activities have been assigned under a requirement. Registered: the
 * notice is put in the queue. Not registered: that is noted, and tried again when a newer answer comes. Not known, or a person with
 * protected identity: somebody has to find out; nothing is sent and nothing is forgotten. Undefined: nothing has changed.
 */
export function prövaAfUppgift(
  nuvarande: AfUppgift | undefined,
  input: { id: string; person: PersonId; krav: string; skyddad: boolean; faktum: Anmälningsfaktum; nu: Tidpunkt },
): AfUppgift | undefined {
  const { faktum, nu } = input;
  if (nuvarande && nuvarande.status !== 'att-utreda' && nuvarande.status !== 'inte-anmald') return undefined;
  const [status, grund] = input.skyddad
    ? (['att-utreda', 'Personen har skyddade personuppgifter. Lämna uppgiften på ett säkert sätt.'] as const)
    : faktum.svar === 'okant'
      ? (['att-utreda', faktum.varför] as const)
      : faktum.svar === 'anmald'
        ? (['koad', `Arbetsförmedlingen svarade ${dagIOrd(dagFör(faktum.hämtad))} att personen är anmäld.`] as const)
        : ([
            'inte-anmald',
            `Arbetsförmedlingen svarade ${dagIOrd(dagFör(faktum.hämtad))} att personen inte är anmäld.`,
          ] as const);
  if (nuvarande && (nuvarande.grund === grund || ärBesvaradEfter(nuvarande, faktum))) return undefined;
  return nuvarande
    ? { ...nuvarande, status, grund, version: nuvarande.version + 1 }
    : {
        id: input.id,
        person: input.person,
        krav: input.krav,
        status,
        grund,
        skapad: nu,
        avslutad: undefined,
        version: 1,
      };
}

/** What a member of staff has found out stands until a register answers later than that. */
function ärBesvaradEfter(uppgift: AfUppgift, faktum: Anmälningsfaktum): boolean {
  return uppgift.avslutad !== undefined && (faktum.svar === 'okant' || faktum.hämtad <= uppgift.avslutad);
}

/** A member of staff has found out whether the person is registered, and says how. */
export function besvaraAnmälan(
  uppgift: AfUppgift,
  input: { händelse: string; anmäld: string; hur: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ uppgift: AfUppgift; events: Personhändelse[] }> {
  const { av, nu } = input;
  if (uppgift.status !== 'att-utreda' && uppgift.status !== 'inte-anmald')
    return refuse('redan', 'Uppgiften är redan lämnad eller på väg.', 'Du behöver inte göra något.');
  const fält: Fältfel[] = [];
  if (input.anmäld !== 'ja' && input.anmäld !== 'nej')
    fält.push({ fält: 'anmald', text: 'Välj om personen är anmäld som arbetssökande.' });
  if (input.hur.trim().length < 5) fält.push({ fält: 'hur', text: 'Skriv hur du vet det, minst fem tecken.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const anmäld = input.anmäld === 'ja';
  return {
    ok: true,
    uppgift: {
      ...uppgift,
      status: anmäld ? 'koad' : 'inte-anmald',
      grund: `${input.hur.trim()} (${av.namn}, ${dagIOrd(dagFör(nu))})`,
      avslutad: anmäld ? undefined : nu,
      version: uppgift.version + 1,
    },
    events: [
      {
        id: input.händelse,
        person: uppgift.person,
        område: 'samordning',
        typ: 'af-anmalan-utredd',
        tid: nu,
        text: anmäld
          ? 'Vi har antecknat att personen är anmäld hos Arbetsförmedlingen.'
          : 'Vi har antecknat att personen inte är anmäld hos Arbetsförmedlingen.',
        synlig: 'handlaggare',
        av: av.namn,
      },
    ],
  };
}

/** Every attempt to give the notice has failed: it waits for somebody to send it again. */
export function afUppgiftGavsUpp(uppgift: AfUppgift): AfUppgift {
  return { ...uppgift, status: 'kunde-inte', version: uppgift.version + 1 };
}

/** Somebody sends a notice again that could not be sent. */
export function skickaAfUppgiftIgen(
  uppgift: AfUppgift,
  input: { händelse: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ uppgift: AfUppgift; events: Personhändelse[] }> {
  if (uppgift.status !== 'kunde-inte')
    return refuse(
      'fel-status',
      'Uppgiften behöver inte skickas igen.',
      'Läs om sidan och se hur långt den har kommit.',
    );
  return {
    ok: true,
    uppgift: { ...uppgift, status: 'koad', version: uppgift.version + 1 },
    events: [
      {
        id: input.händelse,
        person: uppgift.person,
        område: 'samordning',
        typ: 'af-skickas-igen',
        tid: input.nu,
        text: 'Uppgiften till Arbetsförmedlingen kunde inte skickas och skickas igen.',
        synlig: 'handlaggare',
        av: input.av.namn,
      },
    ],
  };
}

/** The notice has been given. */
export function afUppgiftLämnad(
  uppgift: AfUppgift,
  input: { händelse: string; nu: Tidpunkt },
): { uppgift: AfUppgift; events: Personhändelse[] } {
  return {
    uppgift: { ...uppgift, status: 'skickad', avslutad: input.nu, version: uppgift.version + 1 },
    events: [
      {
        id: input.händelse,
        person: uppgift.person,
        område: 'samordning',
        typ: 'af-underrattad',
        tid: input.nu,
        text: 'Arbetsförmedlingen har fått veta att du har anvisats aktiviteter. De har inte fått veta något mer.',
        synlig: 'person',
        av: undefined,
      },
    ],
  };
}

/** Answers a request of Arbetsförmedlingen: only what was asked for, by a named member of staff. */
export function svaraAf(input: {
  id: string;
  händelse: string;
  person: PersonId;
  begärd: Dag | undefined;
  begärdAv: string;
  frågor: readonly string[];
  aktiviteter: string;
  förmåga: string;
  av: { id: string; namn: string };
  nu: Tidpunkt;
}): ActResult<{ svar: AfSvar; events: Personhändelse[] }> {
  const { begärd, av, nu } = input;
  const frågor = input.frågor.filter((f): f is AfFråga => f in AF_FRÅGOR);
  const texter = { aktiviteter: input.aktiviteter.trim(), formaga: input.förmåga.trim() };
  const fält: Fältfel[] = [];
  if (begärd === undefined || begärd > dagFör(nu))
    fält.push({ fält: 'begard', text: 'Skriv vilken dag begäran kom, senast i dag.' });
  if (input.begärdAv.trim().length < 2)
    fält.push({ fält: 'begardav', text: 'Skriv vem som frågar hos Arbetsförmedlingen.' });
  if (frågor.length === 0) fält.push({ fält: 'fragor', text: 'Kryssa för vad de frågar om.' });
  for (const [fråga, id] of [
    ['aktiviteter', 'afaktiviteter'],
    ['formaga', 'afformaga'],
  ] as const) {
    if (frågor.includes(fråga) && texter[fråga].length < 5)
      fält.push({ fält: id, text: 'Skriv svaret på det de frågar om, minst fem tecken.' });
    if (!frågor.includes(fråga) && texter[fråga] !== '')
      fält.push({ fält: id, text: 'De har inte frågat om det här. Ta bort texten, eller kryssa för frågan.' });
  }
  if (fält.length > 0 || begärd === undefined)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    svar: {
      id: input.id,
      person: input.person,
      begärd,
      begärdAv: input.begärdAv.trim(),
      frågor,
      svar: Object.fromEntries(frågor.map((f) => [f, texter[f]])),
      av: { id: av.id, namn: av.namn },
      tid: nu,
    },
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'samordning',
        typ: 'af-besvarad',
        tid: nu,
        text: `Arbetsförmedlingen har frågat och fått svar: ${frågor.map((f) => AF_FRÅGOR[f].toLowerCase()).join(', ')}.`,
        synlig: 'person',
        av: av.namn,
      },
    ],
  };
}
