import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { dagFör, dagIOrd, type Tidpunkt } from './tid.ts';
import { type Betalfil, betalningsmål, nästaUtbetalningsstatus, type Utbetalning } from './utbetalning.ts';

/**
 * A second person releases a file, and its payments are sent. Refused for the one who prepared it, for another content than the
 * one that was read (`sett`, SHA-256), for a file that does not hold exactly what was decided, and when its payment day has passed.
 */
export function släppBetalfil(
  läge: { betalfil: Betalfil; utbetalningar: readonly Utbetalning[] },
  input: { av: string; sett: string; nu: Tidpunkt },
): ActResult<{ betalfil: Betalfil; utbetalningar: Utbetalning[]; events: Händelse[] }> {
  const { betalfil, utbetalningar } = läge;
  if (betalfil.status !== 'skapad') return felFilstatus(betalfil);
  if (betalfil.skapadAv === input.av)
    return refuse(
      'samma-person',
      'Du har själv förberett filen.',
      'Be en annan utbetalare att kontrollera och släppa den.',
    );
  if (betalfil.sha256 === undefined || betalfil.innehåll === undefined)
    return refuse('inte-skriven', 'Filen är inte skriven än.', 'Makulera den och skapa en ny.');
  if (input.sett !== betalfil.sha256)
    return refuse('annan-fil', 'Kontrollsumman är inte filens.', 'Öppna filen igen och läs av kontrollsumman.');
  const summa = utbetalningar.reduce((sum, u) => sum + u.belopp, 0);
  if (
    utbetalningar.length !== betalfil.antal ||
    summa !== betalfil.summa ||
    utbetalningar.some((u) => u.betalfil !== betalfil.id || nästaUtbetalningsstatus(u.status, 'skickad') === undefined)
  )
    return refuse(
      'filen-stammer-inte',
      'Filens utbetalningar är inte de som bestämdes när den skapades.',
      'Makulera filen och skapa en ny. Säg till systemförvaltaren.',
    );
  const dag = utbetalningar[0]!.utbetalningsdag;
  if (dag < dagFör(input.nu))
    return refuse(
      'dagen-har-passerat',
      `Utbetalningsdagen ${dagIOrd(dag)} har passerat.`,
      'Makulera filen och skapa en ny. Den får nästa bankdag.',
    );
  return {
    ok: true,
    betalfil: { ...betalfil, status: 'slappt', släppt: { av: input.av, tid: input.nu } },
    utbetalningar: utbetalningar.map((u) => ({ ...u, status: 'skickad', version: u.version + 1 })),
    events: utbetalningar.map((u) => ({
      ärende: u.ärende,
      ansökan: u.ansökan,
      typ: 'utbetalning-skickad',
      tid: input.nu,
      text: `Pengarna är på väg till ${betalningsmål(u)}. De kommer ${dagIOrd(u.utbetalningsdag)}.`,
      synlig: 'alla',
    })),
  };
}

/**
 * A file that has not been released is cancelled with a reason, by either person; its payments are planned again with the same
 * keys, because the file never left the house.
 */
export function makuleraBetalfil(
  läge: { betalfil: Betalfil; utbetalningar: readonly Utbetalning[] },
  input: { av: string; skäl: string; nu: Tidpunkt },
): ActResult<{ betalfil: Betalfil; utbetalningar: Utbetalning[]; events: Händelse[] }> {
  const { betalfil, utbetalningar } = läge;
  if (betalfil.status !== 'skapad') return felFilstatus(betalfil);
  const skal = input.skäl.trim();
  if (skal === '')
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför filen ska makuleras.', [
      { fält: 'skal', text: 'Skriv varför filen ska makuleras.' },
    ]);
  return {
    ok: true,
    betalfil: { ...betalfil, status: 'makulerad', makulerad: { av: input.av, tid: input.nu, skal } },
    utbetalningar: utbetalningar.map((u) => ({
      ...u,
      status: 'planerad',
      betalfil: undefined,
      version: u.version + 1,
    })),
    events: utbetalningar.map((u) => ({
      ärende: u.ärende,
      ansökan: u.ansökan,
      typ: 'betalfil-makulerad',
      tid: input.nu,
      text: `Betalfil ${betalfil.meddelandeId} är makulerad: ${skal} Utbetalningen är planerad igen.`,
      synlig: 'handlaggare',
    })),
  };
}

function felFilstatus(betalfil: Betalfil) {
  return betalfil.status === 'slappt'
    ? refuse(
        'redan-slappt',
        'Filen är redan släppt.',
        'Stoppa enskilda utbetalningar genom att återkalla dem hos banken.',
      )
    : refuse('makulerad', 'Filen är makulerad.', 'Skapa en ny fil av de planerade utbetalningarna.');
}
