import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { dagFör, type Tidpunkt } from '../tid.ts';
import { ÖNSKAT_STEG } from './formular.ts';
import type { Kartläggning, Kartläggningssvar } from './kartlaggning.ts';

/**
 * Writes what a person answered, or that she does not want to take part. Nothing follows from either: no benefit, requirement or
 * decision reads it. It may be answered again until the inventory is closed.
 */
export function svaraPåKartläggning(
  kartläggning: Kartläggning,
  förra: Kartläggningssvar | undefined,
  input: {
    person: PersonId;
    slag: string;
    svar: Readonly<Record<string, readonly string[]>>;
    ord: string;
    av: { namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ svar: Kartläggningssvar }> {
  if (kartläggning.status !== 'pagar')
    return refuse('avslutad', 'Kartläggningen är avslutad.', 'Svaren går inte längre att ändra.');
  if (dagFör(input.nu) < kartläggning.från)
    return refuse('inte-borjat', `Kartläggningen börjar ${kartläggning.från}.`, 'Svara när den har börjat.');
  const fält: Fältfel[] = [];
  if (input.slag !== 'svarat' && input.slag !== 'avbojt')
    fält.push({ fält: 'slag', text: 'Välj om personen svarar eller inte vill vara med.' });
  const svar: Record<string, string[]> = {};
  if (input.slag === 'svarat') {
    for (const f of kartläggning.frågor) {
      const valda = [...new Set(input.svar[f.id] ?? [])];
      if (valda.some((v) => !f.val.some(({ id }) => id === v)))
        fält.push({ fält: f.id, text: `Välj bland svaren på frågan: ${f.text}` });
      else if (!f.flera && valda.length > 1) fält.push({ fält: f.id, text: `Välj ett svar på frågan: ${f.text}` });
      else if (valda.length > 0) svar[f.id] = valda;
    }
    if (fält.length === 0 && Object.keys(svar).length === 0)
      fält.push({
        fält: kartläggning.frågor[0]!.id,
        text: 'Svara på minst en fråga, eller välj att personen inte vill vara med.',
      });
  }
  const ord = input.ord.trim();
  if (ord.length > 2000) fält.push({ fält: 'ord', text: `Skriv högst 2 000 tecken. Nu är det ${ord.length}.` });
  if (fält.length > 0) return refuse('fel-i-falt', 'Svaren är inte sparade.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    svar: {
      kartläggning: kartläggning.id,
      person: input.person,
      slag: input.slag as Kartläggningssvar['slag'],
      svar,
      ord: input.slag === 'avbojt' ? '' : ord,
      av: input.av.namn,
      tid: input.nu,
      version: (förra?.version ?? 0) + 1,
    },
  };
}

/** The next step the person wants, in words; undefined where she has not said. */
export function önskatSteg(
  kartläggning: Pick<Kartläggning, 'frågor'>,
  svar: Pick<Kartläggningssvar, 'svar'>,
): string | undefined {
  const [valt] = svar.svar[ÖNSKAT_STEG] ?? [];
  return kartläggning.frågor.find(({ id }) => id === ÖNSKAT_STEG)?.val.find(({ id }) => id === valt)?.text;
}

/** The answers with their questions in words, for the file and for the person herself. */
export function kartläggningssvarIOrd(
  kartläggning: Pick<Kartläggning, 'frågor'>,
  svar: Pick<Kartläggningssvar, 'svar'>,
): { fråga: string; svar: string }[] {
  return kartläggning.frågor.flatMap((f) => {
    const valda = svar.svar[f.id] ?? [];
    const ord = f.val.filter(({ id }) => valda.includes(id)).map(({ text }) => text);
    return ord.length === 0 ? [] : [{ fråga: f.text, svar: ord.join(', ') }];
  });
}
