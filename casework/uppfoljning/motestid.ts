import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Tidpunkt } from '../tid.ts';

/** How two meet. */
export const MÖTESSLAG = { mote: 'Möte hos oss', telefon: 'Telefon', video: 'Video', hembesok: 'Hembesök' } as const;
export type Mötesslag = keyof typeof MÖTESSLAG;

export function ärMötesslag(text: string): text is Mötesslag {
  return Object.hasOwn(MÖTESSLAG, text);
}

/** A time that a case manager has published, and that as many as `antal` persons can book. Swedish clock. */
export interface Mötestid {
  id: string;
  samordnare: string;
  namn: string;
  slag: Mötesslag;
  dag: Dag;
  /** `HH:MM`. */
  från: string;
  till: string;
  /** The address of the meeting; empty when it is by telephone. */
  plats: string;
  antal: number;
  /** No longer to be booked. What is booked already stands. */
  stängd: boolean;
  version: number;
}

/** A published time with how many have booked it. */
export interface MötestidMedBokade extends Mötestid {
  bokade: number;
}

const svenskTid = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The Swedish clock of an instant, `HH:MM`. */
export function klockslagFör(tidpunkt: Tidpunkt): string {
  return svenskTid.format(new Date(tidpunkt));
}

export function ärKlockslag(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether the time begins later than now. */
export function ärKommande({ dag, från }: Pick<Mötestid, 'dag' | 'från'>, nu: Tidpunkt): boolean {
  return `${dag}T${från}` > `${dagFör(nu)}T${klockslagFör(nu)}`;
}

/** Whether the time begins within 24 hours from now, by the Swedish clock. */
export function inomEttDygn(tid: Pick<Mötestid, 'dag' | 'från'>, nu: Tidpunkt): boolean {
  const imorgon = `${flyttaDag(dagFör(nu), 1)}T${klockslagFör(nu)}`;
  return ärKommande(tid, nu) && `${tid.dag}T${tid.från}` <= imorgon;
}

/** The times that can be booked, the earliest first. */
export function ledigaTider(tider: readonly MötestidMedBokade[], nu: Tidpunkt): MötestidMedBokade[] {
  return tider
    .filter((tid) => !tid.stängd && tid.bokade < tid.antal && ärKommande(tid, nu))
    .sort((a, b) => `${a.dag}${a.från}`.localeCompare(`${b.dag}${b.från}`));
}

/** `onsdag 25 november kl. 10.00–10.45`. */
export function mötetIOrd({ dag, från, till }: Pick<Mötestid, 'dag' | 'från' | 'till'>): string {
  return `${dagIOrd(dag)} kl. ${från.replace(':', '.')}–${till.replace(':', '.')}`;
}

/** How far ahead a time can be published, in days. */
const LÄNGST_FRAM = 180;
const FLEST = 50;

/** Publishes times that persons can book: the same clock on each of the days. */
export function publiceraMötestider(input: {
  nyttId: () => string;
  samordnare: { id: string; namn: string };
  slag: string;
  dagar: readonly Dag[];
  från: string;
  till: string;
  plats: string;
  antal: number;
  egna: readonly Mötestid[];
  nu: Tidpunkt;
}): ActResult<{ tider: Mötestid[] }> {
  const { slag, från, till, antal, dagar, egna, nu } = input;
  const fält = klockfel(input);
  const senast = flyttaDag(dagFör(nu), LÄNGST_FRAM);
  const plats = input.plats.trim();
  if (!ärMötesslag(slag)) fält.push({ fält: 'slag', text: 'Välj hur ni träffas.' });
  if (dagar.length === 0 || dagar.some((dag) => !ärDag(dag) || dag > senast || !ärKommande({ dag, från }, nu)))
    fält.push({ fält: 'dag', text: `Skriv en dag och ett klockslag som inte har varit, senast ${senast}.` });
  else {
    const krock = egna.find((e) => !e.stängd && dagar.includes(e.dag) && e.från < till && från < e.till);
    if (krock)
      fält.push({ fält: 'dag', text: `Du har redan en tid ${mötetIOrd(krock)}. Välj ett klockslag som inte krockar.` });
  }
  if (slag === 'mote' && plats === '') fält.push({ fält: 'plats', text: 'Skriv adressen där ni träffas.' });
  if (plats.length > 200) fält.push({ fält: 'plats', text: 'Skriv platsen med högst 200 tecken.' });
  if (!Number.isInteger(antal) || antal < 1 || antal > FLEST)
    fält.push({ fält: 'antal', text: `Skriv hur många som kan boka tiden, 1–${FLEST}.` });
  if (!ärMötesslag(slag) || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    tider: dagar.map((dag) => ({
      id: input.nyttId(),
      samordnare: input.samordnare.id,
      namn: input.samordnare.namn,
      slag,
      dag,
      från,
      till,
      plats,
      antal,
      stängd: false,
      version: 1,
    })),
  };
}

/** Takes a published time back; what is booked already stands until it is cancelled or moved. */
export function stängMötestid(tid: Mötestid): ActResult<{ tid: Mötestid }> {
  if (tid.stängd) return refuse('fel-status', 'Tiden är redan borttagen.', 'Läs om sidan.');
  return { ok: true, tid: { ...tid, stängd: true, version: tid.version + 1 } };
}

/** What is wrong with the clock of a meeting: it ends after it begins, the same day, and lasts at most eight hours. */
export function klockfel({ från, till }: { från: string; till: string }): Fältfel[] {
  if (!ärKlockslag(från)) return [{ fält: 'fran', text: 'Skriv när det börjar, till exempel 09:00.' }];
  const minuter = (t: string) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3));
  if (!ärKlockslag(till) || till <= från || minuter(till) - minuter(från) > 480)
    return [{ fält: 'till', text: 'Skriv när det slutar, efter att det börjar och inom åtta timmar.' }];
  return [];
}
