import type { Användare } from './anvandare.ts';
import type { Öre } from './belopp.ts';
import type { Utfall } from './beslut.ts';
import type { Paus } from './dygnsklocka.ts';
import type { PersonId } from './person.ts';
import { type Dag, dagFör, type Tidpunkt } from './tid.ts';

/** One fact that is held against the person: what was said, what the register says, and where it comes from. */
export interface Motuppgift {
  /** Row of the comparison it comes from; undefined when staff wrote it. */
  rad: string | undefined;
  text: string;
  egen: Öre | undefined;
  register: Öre | undefined;
  /** What counts if nothing else comes up. */
  räknas: Öre | undefined;
  /** Which register, by name, and when it answered. */
  källa: string | undefined;
  hämtad: Tidpunkt | undefined;
  /** Kept from one of the adults for secrecy (FL 25 § third paragraph, OSL 10 kap. 3 §), with the reason. */
  döljsFör: { person: PersonId; skäl: string } | undefined;
  /** The board intends to refuse or reduce this person's share (SoL 12 kap. 5 §); the reasons are hers alone to read. */
  nedsättning?:
    | {
        person: PersonId;
        belopp: Öre;
        skäl: string;
        dagar: readonly { dag: Dag; slag: 'uteblev' | 'avbojde'; insats: string }[];
      }
    | undefined;
}

/** What the person is told before a decision that goes against her (FL 25 §, SoL 14 kap. 8 §). */
export interface Underrättelse {
  id: string;
  ansökan: string;
  ärende: string;
  /** The calculation it speaks of. */
  beräkning: string;
  /** What the board intends to decide. */
  avsett: { utfall: Utfall; belopp: Öre };
  /** Why, in plain Swedish. */
  skäl: string;
  uppgifter: readonly Motuppgift[];
  mottagare: readonly PersonId[];
  skickad: Tidpunkt;
  /** The last day an answer is waited for; extensions included. */
  svarSenast: Dag;
  förlängningar: readonly { till: Dag; skäl: string; av: string; tid: Tidpunkt }[];
  /** Why speaking before the board was not given, where there were special reasons against it (SoL 14 kap. 8 §). */
  muntligtNekat: { skäl: string; av: string; tid: Tidpunkt } | undefined;
  återtagen: { skäl: string; av: string; tid: Tidpunkt } | undefined;
  av: Pick<Användare, 'id' | 'namn' | 'titel'>;
  version: number;
}

/** An answer: written on the page, spoken and noted by staff, spoken before the board, or that there is nothing to say. */
export interface Yttrande {
  id: string;
  underrättelse: string;
  person: PersonId;
  slag: 'skriftligt' | 'muntligt' | 'infor-namnden' | 'avstar';
  text: string;
  villTalaInförNämnden: boolean;
  tid: Tidpunkt;
  /** Who noted a spoken answer. */
  upptagetAv: { id: string; namn: string } | undefined;
}

export interface UnderrättelseMedSvar {
  underrättelse: Underrättelse;
  yttranden: readonly Yttrande[];
}

/**
 * Where a hearing is: waiting for somebody's answer, waiting for the board to be spoken to, all answered, the time is out, or
 * taken back. Only the last three but one let the matter be decided.
 */
export type Yttrandeläge = 'vantar' | 'ska-tala-infor-namnden' | 'besvarad' | 'utgangen' | 'atertagen';

/** Where a hearing is at an instant. An answer that comes after the time counts as long as nothing is decided. */
export function yttrandeläge({ underrättelse, yttranden }: UnderrättelseMedSvar, nu: Tidpunkt): Yttrandeläge {
  if (underrättelse.återtagen) return 'atertagen';
  if (underrättelse.muntligtNekat === undefined && väntarPåNämnden(yttranden)) return 'ska-tala-infor-namnden';
  if (underrättelse.mottagare.every((person) => yttranden.some((y) => y.person === person))) return 'besvarad';
  return dagFör(nu) > underrättelse.svarSenast ? 'utgangen' : 'vantar';
}

function väntarPåNämnden(yttranden: readonly Yttrande[]): boolean {
  return yttranden.some(
    (y) =>
      y.villTalaInförNämnden &&
      !yttranden.some((s) => s.person === y.person && s.slag === 'infor-namnden' && s.tid >= y.tid),
  );
}

/** What the queue says of an application: an answer is awaited, has come, or the time is out. Undefined when nobody is being heard. */
export function köläge(
  underrättelser: readonly UnderrättelseMedSvar[],
  nu: Tidpunkt,
): 'vantar-pa-yttrande' | 'yttrande-har-kommit' | 'tiden-for-yttrande-ar-ute' | undefined {
  const senaste = gällande(underrättelser);
  if (senaste === undefined) return undefined;
  const läge = yttrandeläge(senaste, nu);
  if (läge === 'utgangen') return 'tiden-for-yttrande-ar-ute';
  return läge === 'besvarad' || läge === 'ska-tala-infor-namnden' || senaste.yttranden.length > 0
    ? 'yttrande-har-kommit'
    : 'vantar-pa-yttrande';
}

/** The latest hearing that has not been taken back. */
export function gällande(underrättelser: readonly UnderrättelseMedSvar[]): UnderrättelseMedSvar | undefined {
  return [...underrättelser]
    .filter(({ underrättelse }) => underrättelse.återtagen === undefined)
    .sort((a, b) => (a.underrättelse.skickad < b.underrättelse.skickad ? 1 : -1))[0];
}

/** When the 24-hour clock stands still because an answer is awaited: from sending until all have answered or the time is out. */
export function yttrandepaus({ underrättelse, yttranden }: UnderrättelseMedSvar): Paus {
  const från = underrättelse.skickad;
  if (underrättelse.återtagen) return { från, till: underrättelse.återtagen.tid };
  const svar = underrättelse.mottagare.map(
    (p) =>
      yttranden
        .filter((y) => y.person === p)
        .map((y) => y.tid)
        .sort()[0],
  );
  const sista = svar.every((tid) => tid !== undefined) ? svar.sort().at(-1)! : undefined;
  const slut = `${nästaDag(underrättelse.svarSenast)}T00:00:00.000Z`;
  return { från, till: sista === undefined || sista > slut ? slut : sista };
}

function nästaDag(dag: Dag): Dag {
  return new Date(Date.parse(`${dag}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The notice as one of its adults may see it: what is kept from her for secrecy is left out, and the other's answers. */
export function underrättelseFör(med: UnderrättelseMedSvar, person: PersonId): UnderrättelseMedSvar {
  return {
    underrättelse: {
      ...med.underrättelse,
      uppgifter: med.underrättelse.uppgifter
        .flatMap((u) => (u.nedsättning && u.nedsättning.person !== person ? [utanDetaljer(u, u.nedsättning)] : [u]))
        .filter((u) => u.döljsFör?.person !== person)
        .map((u) => ({ ...u, döljsFör: undefined })),
    },
    yttranden: med.yttranden.filter((y) => y.person === person),
  };
}

/** That the other's share may be reduced, and by how much; not a word about why. */
function utanDetaljer(u: Motuppgift, { person, belopp }: NonNullable<Motuppgift['nedsättning']>): Motuppgift {
  return {
    ...u,
    rad: undefined,
    text: 'Nedsättning som gäller den andra vuxna',
    döljsFör: undefined,
    nedsättning: { person, belopp, skäl: '', dagar: [] },
  };
}

/** What was answered, as one text for the decision: who wrote or spoke, in order. Undefined when nobody answered. */
export function sammanfattatSvar({ yttranden }: UnderrättelseMedSvar): string | undefined {
  const svar = [...yttranden].sort((a, b) => (a.tid < b.tid ? -1 : 1)).map(svarstext);
  return svar.length === 0 ? undefined : svar.join('\n');
}

function svarstext({ slag, text }: Yttrande): string {
  if (slag === 'avstar') return 'Har meddelat att hen inte vill yttra sig.';
  const hur = { skriftligt: 'Skriftligt', muntligt: 'Muntligt', 'infor-namnden': 'Inför nämnden' }[slag];
  return `${hur}: ${text}`;
}
