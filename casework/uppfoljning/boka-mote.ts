import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import { type Möte, nästaMötesstatus } from './mote.ts';
import { klockfel, type MötestidMedBokade, mötetIOrd, ärKommande, ärMötesslag } from './motestid.ts';

type Bokat = ActResult<{ möte: Möte; flyttat: Möte | undefined; events: Personhändelse[] }>;

/** What a planning meeting is about when nothing else is said. */
export const PLANERINGSMÖTE = 'Planera vägen till egen försörjning';

/**
 * The person books a published time. With `istället` the meeting she has is moved: the old one is kept as moved. At most one
 * meeting booked from the published times is hers at once.
 */
export function bokaMötestid(
  tid: MötestidMedBokade | undefined,
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    möten: readonly Möte[];
    istället: string | undefined;
    ansökan: string | undefined;
    /** The member of staff who books for her; undefined when she does it herself. */
    av: string | undefined;
    nu: Tidpunkt;
  },
): Bokat {
  const { möten, nu } = input;
  if (!tid || tid.stängd || !ärKommande(tid, nu))
    return refuse('finns-inte', 'Tiden går inte längre att boka.', 'Välj en annan tid.');
  const kommande = möten.filter((m) => m.status === 'bokat' && ärKommande(m, nu));
  const flyttas = input.istället === undefined ? undefined : kommande.find((m) => m.id === input.istället);
  if (input.istället !== undefined && !flyttas)
    return refuse('fel-status', 'Mötet går inte längre att boka om.', 'Läs om sidan och välj en tid.');
  if (flyttas?.mötestid === tid.id) return refuse('ingen-andring', 'Du har redan den tiden.', 'Välj en annan tid.');
  const annat = kommande.find((m) => m.mötestid !== undefined && m.id !== flyttas?.id);
  if (annat)
    return refuse('redan-bokat', `Du har redan en tid bokad, ${mötetIOrd(annat)}.`, 'Boka om den tiden i stället.');
  const krock = kommande.find((m) => m.id !== flyttas?.id && krockar(m, tid));
  if (krock) return refuse('krock', `Du har redan ett möte ${mötetIOrd(krock)}.`, 'Välj en annan tid.');
  if (tid.bokade >= tid.antal) return refuse('fullt', 'Någon annan hann boka tiden.', 'Välj en annan tid.');
  const möte: Möte = {
    id: input.id,
    person: input.person,
    samordnare: tid.samordnare,
    namn: tid.namn,
    slag: tid.slag,
    dag: tid.dag,
    från: tid.från,
    till: tid.till,
    plats: tid.plats,
    syfte: flyttas?.syfte ?? PLANERINGSMÖTE,
    status: 'bokat',
    mötestid: tid.id,
    ansökan: input.ansökan ?? flyttas?.ansökan,
    bokatAv: input.av,
    bokat: nu,
    ändratSkäl: undefined,
    påmint: undefined,
    version: 1,
  };
  return {
    ok: true,
    möte,
    flyttat: flyttas && { ...flyttas, status: 'ombokat', version: flyttas.version + 1 },
    events: [
      händelse(
        input,
        flyttas ? 'mote-ombokat' : 'mote-bokat',
        flyttas ? `Möte flyttat till ${mötetIOrd(möte)}.` : `Möte bokat ${mötetIOrd(möte)}.`,
      ),
    ],
  };
}

/** How far ahead and back a meeting can be written down, in days. */
const LÄNGST_FRAM = 365;
const LÄNGST_BAK = 60;

/** Staff books a meeting with the person, or writes down one that has been held. */
export function bokaMöte(input: {
  id: string;
  händelse: string;
  person: PersonId;
  möten: readonly Möte[];
  samordnare: { id: string; namn: string };
  slag: string;
  dag: Dag;
  från: string;
  till: string;
  plats: string;
  syfte: string;
  av: { namn: string };
  nu: Tidpunkt;
}): Bokat {
  const { slag, dag, nu } = input;
  const idag = dagFör(nu);
  const syfte = input.syfte.trim();
  const plats = input.plats.trim();
  const fält: Fältfel[] = [];
  if (!ärMötesslag(slag)) fält.push({ fält: 'slag', text: 'Välj hur ni träffas.' });
  if (!ärDag(dag) || dag < flyttaDag(idag, -LÄNGST_BAK) || dag > flyttaDag(idag, LÄNGST_FRAM))
    fält.push({
      fält: 'dag',
      text: `Skriv en dag från ${flyttaDag(idag, -LÄNGST_BAK)} till ${flyttaDag(idag, LÄNGST_FRAM)}.`,
    });
  fält.push(...klockfel(input));
  if (slag === 'mote' && plats === '') fält.push({ fält: 'plats', text: 'Skriv adressen där ni träffas.' });
  if (plats.length > 200) fält.push({ fält: 'plats', text: 'Skriv platsen med högst 200 tecken.' });
  if (syfte.length < 3 || syfte.length > 300)
    fält.push({ fält: 'syfte', text: 'Skriv vad mötet ska handla om, 3–300 tecken.' });
  if (fält.length === 0) {
    const krock = input.möten.find((m) => (m.status === 'bokat' || m.status === 'hallet') && krockar(m, input));
    if (krock) fält.push({ fält: 'fran', text: `Personen har redan ett möte ${mötetIOrd(krock)}. Välj en annan tid.` });
  }
  if (!ärMötesslag(slag) || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const kommande = ärKommande({ dag, från: input.från }, nu);
  const möte: Möte = {
    id: input.id,
    person: input.person,
    samordnare: input.samordnare.id,
    namn: input.samordnare.namn,
    slag,
    dag,
    från: input.från,
    till: input.till,
    plats,
    syfte,
    status: kommande ? 'bokat' : 'hallet',
    mötestid: undefined,
    ansökan: undefined,
    bokatAv: input.av.namn,
    bokat: nu,
    ändratSkäl: undefined,
    påmint: undefined,
    version: 1,
  };
  return {
    ok: true,
    möte,
    flyttat: undefined,
    events: [
      händelse(
        { ...input, av: input.av.namn },
        kommande ? 'mote-bokat' : 'mote-hallet',
        kommande ? `Möte bokat ${mötetIOrd(möte)}.` : `Vi hade kontakt ${mötetIOrd(möte)}.`,
      ),
    ],
  };
}

/** Cancels a meeting that has not been. Staff says why; the person need not. */
export function avbokaMöte(
  möte: Möte,
  input: { händelse: string; skäl: string; av: string | undefined; nu: Tidpunkt },
): ActResult<{ möte: Möte; events: Personhändelse[] }> {
  const status = nästaMötesstatus(möte.status, 'avbokat');
  if (status === undefined || !ärKommande(möte, input.nu))
    return refuse('fel-status', 'Mötet går inte längre att avboka.', 'Hör av dig till din samordnare.');
  const skäl = input.skäl.trim();
  if (input.av !== undefined && skäl.length < 3)
    return refuse('ofullstandig', 'Skriv varför mötet avbokas.', 'Rätta fältet.', [
      { fält: 'avbokaSkal', text: 'Skriv varför mötet avbokas, minst tre tecken.' },
    ]);
  return {
    ok: true,
    möte: { ...möte, status, ändratSkäl: skäl || undefined, version: möte.version + 1 },
    events: [händelse({ ...input, person: möte.person }, 'mote-avbokat', `Mötet ${mötetIOrd(möte)} är avbokat.`)],
  };
}

/** Notes that a booked meeting did not happen. It says nothing of why. */
export function noteraUteblivet(
  möte: Möte,
  input: { händelse: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ möte: Möte; events: Personhändelse[] }> {
  const status = nästaMötesstatus(möte.status, 'uteblivet');
  if (status === undefined) return refuse('fel-status', 'Mötet är inte bokat.', 'Läs om sidan.');
  if (ärKommande(möte, input.nu))
    return refuse('for-tidigt', 'Mötet har inte börjat än.', 'Avboka det, eller vänta tills det har varit.');
  return {
    ok: true,
    möte: { ...möte, status, version: möte.version + 1 },
    events: [
      händelse(
        { ...input, av: input.av.namn, person: möte.person },
        'mote-uteblivet',
        `Mötet ${mötetIOrd(möte)} blev inte av.`,
      ),
    ],
  };
}

function krockar(m: Pick<Möte, 'dag' | 'från' | 'till'>, n: Pick<Möte, 'dag' | 'från' | 'till'>): boolean {
  return m.dag === n.dag && m.från < n.till && n.från < m.till;
}

function händelse(
  input: { händelse: string; person: PersonId; av: string | undefined; nu: Tidpunkt },
  typ: string,
  text: string,
): Personhändelse {
  return {
    id: input.händelse,
    person: input.person,
    område: 'uppfoljning',
    typ,
    tid: input.nu,
    text,
    synlig: 'person',
    av: input.av,
  };
}
