import { type Ansökan, nästaStatus } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import { avgörAnsökan, type Beslut, beslutsform } from './beslut.ts';
import { type Beslutsval, beslutshändelser, type Manuelltläge, prövaBeslut } from './besluta-manuellt.ts';
import type { Beslutanderätt } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';

export type Förslagsstatus = 'vantar' | 'bekraftat' | 'tillbakalamnat' | 'tillbakataget';

/** A decision that one has prepared and another shall confirm. The decision in it is whole; only who decides and when is missing. */
export interface Beslutsförslag {
  id: string;
  ansökan: string;
  ärende: string;
  beslut: Beslut;
  /** Who must confirm. */
  roll: Användare['roller'][number];
  föreslagenAv: { id: string; namn: string; titel: string };
  föreslagen: Tidpunkt;
  status: Förslagsstatus;
  avgjordAv: { id: string; namn: string } | undefined;
  avgjord: Tidpunkt | undefined;
  /** Why it was given back. */
  skäl: string | undefined;
  version: number;
}

/** Proposes a decision that the order wants two for. Everything a decision needs is tried at once, so that nothing is missing later. */
export function föreslåBeslut(
  läge: Manuelltläge & { förslag: readonly Beslutsförslag[] },
  input: Beslutsval & { förslagsId: string },
): ActResult<{ förslag: Beslutsförslag; events: Händelse[] }> {
  const prövat = prövaBeslut(läge, input);
  return prövat.ok ? föreslåPrövat(läge.ansökan, prövat, läge.förslag, input) : prövat;
}

/** Makes a proposal of a decision that has been tried. */
export function föreslåPrövat(
  ansökan: Pick<Ansökan, 'månad'>,
  prövat: { beslut: Beslut; rätt: Beslutanderätt },
  finns: readonly Beslutsförslag[],
  input: { förslagsId: string; av: Användare; nu: Tidpunkt },
): ActResult<{ förslag: Beslutsförslag; events: Händelse[] }> {
  if (prövat.rätt.andraPerson === undefined)
    return refuse('en-racker', 'Du får fatta beslutet själv.', 'Besluta i stället för att föreslå.');
  if (finns.some((f) => f.status === 'vantar'))
    return refuse(
      'redan-foreslaget',
      'Det finns redan ett förslag som väntar på att bekräftas.',
      'Vänta, eller ta tillbaka förslaget först.',
    );
  const { beslut } = prövat;
  return {
    ok: true,
    förslag: {
      id: input.förslagsId,
      ansökan: beslut.ansökan,
      ärende: beslut.ärende,
      beslut,
      roll: prövat.rätt.andraPerson,
      föreslagenAv: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
      föreslagen: input.nu,
      status: 'vantar',
      avgjordAv: undefined,
      avgjord: undefined,
      skäl: undefined,
      version: 1,
    },
    events: [
      {
        ärende: beslut.ärende,
        ansökan: beslut.ansökan,
        typ: 'beslut-foreslaget',
        tid: input.nu,
        text: `${input.av.namn} har föreslagit beslut för ${månadsnamn(ansökan.månad)}. Det väntar på att bekräftas.`,
        synlig: 'handlaggare',
      },
    ],
  };
}

/**
 * Another person confirms: she makes the decision, the one who prepared it is named in it (FL 31 §). Never the same person, only with
 * the role, and only while the application and its calculation are as they were.
 */
export function bekräftaBeslut(
  läge: { ansökan: Ansökan; beräkningId: string; förslag: Beslutsförslag; tidigare: readonly Beslut[] },
  input: { av: Användare; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan; förslag: Beslutsförslag; beslut: Beslut; events: Händelse[] }> {
  const { ansökan, förslag } = läge;
  const fel = kanAvgöra(förslag, input.av);
  if (fel) return fel;
  const status = nästaStatus(ansökan.status, avgörAnsökan(förslag.beslut) ? 'beslutad' : 'delbeslutad');
  if (status === undefined)
    return refuse('fel-status', `Ansökan är ${ansökan.status}.`, 'Lämna tillbaka förslaget och läs ansökan igen.');
  const nummer = beslutsform(förslag.beslut).nummer;
  if (läge.beräkningId !== förslag.beslut.beräkning || nummer !== läge.tidigare.length + 1)
    return refuse(
      'berakningen-andrad',
      'Beräkningen har ändrats sedan förslaget gjordes.',
      'Lämna tillbaka förslaget, så att beslutet görs på den nya beräkningen.',
    );
  const före = förslag.beslut.beslutsfattare;
  const beslut: Beslut = {
    ...förslag.beslut,
    beslutsfattare: {
      slag: 'handlaggare',
      id: input.av.id,
      namn: input.av.namn,
      titel: input.av.titel,
      delegationspunkt: före.delegationspunkt,
    },
    beslutad: input.nu,
    form: { ...beslutsform(förslag.beslut), föredragande: förslag.föreslagenAv },
  };
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    förslag: avgjort(förslag, 'bekraftat', input, undefined),
    beslut,
    events: beslutshändelser(beslut),
  };
}

/** Another person gives the proposal back with the reason; the one who made it makes another. */
export function lämnaTillbakaFörslag(
  förslag: Beslutsförslag,
  input: { av: Användare; skäl: string; nu: Tidpunkt },
): ActResult<{ förslag: Beslutsförslag; events: Händelse[] }> {
  const fel = kanAvgöra(förslag, input.av);
  if (fel) return fel;
  if (input.skäl.trim() === '')
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv vad som ska ändras.', [
      { fält: 'skalTillbaka', text: 'Skriv vad som ska ändras.' },
    ]);
  return {
    ok: true,
    förslag: avgjort(förslag, 'tillbakalamnat', input, input.skäl.trim()),
    events: [händelse(förslag, 'forslag-tillbakalamnat', `${input.av.namn}: ${input.skäl.trim()}`, input.nu)],
  };
}

/** Who made the proposal takes it back. */
export function taTillbakaFörslag(
  förslag: Beslutsförslag,
  input: { av: Pick<Användare, 'id' | 'namn'>; nu: Tidpunkt },
): ActResult<{ förslag: Beslutsförslag; events: Händelse[] }> {
  if (förslag.status !== 'vantar') return redanAvgjort();
  if (förslag.föreslagenAv.id !== input.av.id)
    return refuse('inte-ditt', 'Någon annan har gjort förslaget.', 'Lämna tillbaka det med ett skäl i stället.');
  return {
    ok: true,
    förslag: avgjort(förslag, 'tillbakataget', input, undefined),
    events: [
      händelse(förslag, 'forslag-tillbakalamnat', `${input.av.namn} har tagit tillbaka sitt förslag.`, input.nu),
    ],
  };
}

/** There is nothing left to decide: the proposal falls, whoever made it. */
export function förslagetFaller(förslag: Beslutsförslag, input: { skäl: string; nu: Tidpunkt }): Beslutsförslag {
  return {
    ...förslag,
    status: 'tillbakataget',
    avgjordAv: undefined,
    avgjord: input.nu,
    skäl: input.skäl,
    version: förslag.version + 1,
  };
}

function kanAvgöra(förslag: Beslutsförslag, av: Användare) {
  if (förslag.status !== 'vantar') return redanAvgjort();
  if (förslag.föreslagenAv.id === av.id)
    return refuse('samma-person', 'Du har själv föreslagit beslutet.', 'Någon annan bekräftar det.');
  if (!av.aktiv || !av.roller.includes(förslag.roll))
    return refuse('inte-behorig', 'Du har inte rätt att bekräfta beslutet.', 'Be någon som har den rätten.');
  return undefined;
}

function redanAvgjort() {
  return refuse('redan-avgjort', 'Förslaget är redan avgjort.', 'Läs om sidan.');
}

function avgjort(
  förslag: Beslutsförslag,
  status: Förslagsstatus,
  { av, nu }: { av: { id: string; namn: string }; nu: Tidpunkt },
  skäl: string | undefined,
): Beslutsförslag {
  return {
    ...förslag,
    status,
    avgjordAv: { id: av.id, namn: av.namn },
    avgjord: nu,
    skäl,
    version: förslag.version + 1,
  };
}

function händelse(förslag: Beslutsförslag, typ: Händelse['typ'], text: string, tid: Tidpunkt): Händelse {
  return { ärende: förslag.ärende, ansökan: förslag.ansökan, typ, tid, text, synlig: 'handlaggare' };
}
