import { type Ansökan, type Ansökansslag, vuxnaI } from './ansokan.ts';
import { DOKUMENTPLATSER, type Dokument, type Dokumentplats } from './dokument.ts';
import type { PersonId } from './person.ts';

/** Asked of each adult alone where the municipality requires a sick note; the other adult never sees the answer. */
export type Dokumentfråga = 'sjuk-mer-an-sju-dagar';

/** One document that the municipality requires. */
export interface Dokumentkrav {
  /** What it is about. A cost or income is required only where it is stated. */
  plats: Dokumentplats;
  /** What it is called: 'Hyresavi eller hyreskontrakt'. */
  namn: string;
  /** For which applications. */
  slag: readonly Ansökansslag[];
  /** Only of the adults who answer yes to the question; each of them needs an own document. */
  fråga?: Dokumentfråga;
}

/** One adult's answer to a question about documents. */
export interface Dokumentsvar {
  person: PersonId;
  fråga: Dokumentfråga;
  svar: boolean;
}

/** What a municipality requires unless it has said otherwise. */
export const DOKUMENTKRAV: readonly Dokumentkrav[] = [
  { plats: 'kostnader.boende', namn: 'Hyresavi eller hyreskontrakt', slag: ['nyansokan'] },
];

/** Something required that is not there: a document, or an answer that decides whether a document is needed. */
export interface SaknatDokument {
  krav: Dokumentkrav;
  /** Whose, where it is asked of each adult. */
  person: PersonId | undefined;
  vad: 'dokument' | 'svar';
}

/**
 * What is required and not there. A document that does not belong, or held malware, is not there; an unanswered question is missing,
 * never 'no'.
 */
export function saknadeDokument(läge: {
  ansökan: Ansökan;
  dokument: readonly Dokument[];
  svar: readonly Dokumentsvar[];
  krav: readonly Dokumentkrav[];
}): SaknatDokument[] {
  const { ansökan, svar } = läge;
  const finns = läge.dokument.filter((d) => !d.hörInteHit && d.kontroll !== 'skadlig');
  return läge.krav
    .filter((krav) => krav.slag.includes(ansökan.slag) && gäller(krav, ansökan))
    .flatMap((krav): SaknatDokument[] => {
      const { fråga } = krav;
      if (fråga === undefined)
        return finns.some((d) => d.plats === krav.plats) ? [] : [{ krav, person: undefined, vad: 'dokument' }];
      return vuxnaI(ansökan).flatMap((person): SaknatDokument[] => {
        const given = svar.find((s) => s.person === person && s.fråga === fråga);
        if (!given) return [{ krav, person, vad: 'svar' }];
        const has = finns.some((d) => d.plats === krav.plats && d.uppladdadAv === person);
        return given.svar && !has ? [{ krav, person, vad: 'dokument' }] : [];
      });
    });
}

/** Whether the figure that the document is about is stated at all. */
function gäller(krav: Dokumentkrav, { uppgifter }: Ansökan): boolean {
  const [slag, typ] = krav.plats.split('.');
  if (slag === 'kostnader') return (uppgifter.kostnader ?? []).some((k) => k.typ === typ && k.belopp > 0);
  if (slag === 'inkomster') return (uppgifter.inkomster ?? []).some((i) => i.typ === typ && i.belopp > 0);
  if (slag === 'tillgangar') return (uppgifter.tillgangar ?? []).length > 0;
  return true;
}

/** What is missing as one sentence for staff; undefined when nothing is. */
export function saknadeDokumentText(saknade: readonly SaknatDokument[]): string | undefined {
  if (saknade.length === 0) return undefined;
  return saknade
    .map(({ krav, vad }) => (vad === 'svar' ? `svar på om ${krav.namn} behövs` : krav.namn))
    .filter((namn, i, all) => all.indexOf(namn) === i)
    .join(', ');
}

/** The places of an application that a document can be about: what is stated in it, and the general ones. */
export function dokumentplatserFör(ansökan: Ansökan, krav: readonly Dokumentkrav[]): Dokumentplats[] {
  const { kostnader, inkomster } = ansökan.uppgifter;
  const platser: Dokumentplats[] = [
    ...(kostnader ?? []).filter((k) => k.belopp > 0).map((k): Dokumentplats => `kostnader.${k.typ}`),
    ...(inkomster ?? []).filter((i) => i.belopp > 0).map((i): Dokumentplats => `inkomster.${i.typ}`),
    ...krav.filter((k) => k.slag.includes(ansökan.slag) && gäller(k, ansökan)).map((k) => k.plats),
    'tillgangar',
    'sjukdom',
    'ovrigt',
  ];
  return [...new Set(platser)].filter((plats) => plats in DOKUMENTPLATSER);
}
