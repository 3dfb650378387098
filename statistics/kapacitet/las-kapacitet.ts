import { type Inskrivet, läsTal, type Talfel, type Talregel } from '../las-tal.ts';
import { type Kapacitet, type Kapacitetsmål, MÅNADSMÖNSTER, type Månadsmönster } from './kapacitet.ts';

export interface LästKapacitet {
  readonly kapacitet: Kapacitet;
  readonly mål: Kapacitetsmål;
  readonly frö: number;
}

/** The most applications of a month that are simulated at once; a larger board takes a district at a time. */
export const FLEST_ANSÖKNINGAR = 10_000;

/**
 * Reads a simulation from texts: `manad` (`2026-11`), `ansokningar`, `monster`, `automatisk` (per cent), `minuter`, `spridning` (per cent),
 * `handlaggare`, `timmar` (a day), `mal-timmar`, `mal-andel` (per cent), `fro`. Every fault is a Swedish sentence that says what is allowed.
 */
export function läsKapacitet(
  skrivet: Inskrivet,
): { ok: true; värde: LästKapacitet } | { ok: false; fel: readonly Talfel[] } {
  const fel: Talfel[] = [];
  const tal = (regel: Talregel) => läsTal(skrivet, regel, fel) ?? 0;
  const månad = (skrivet['manad'] ?? '').trim();
  if (!/^20[0-9]{2}-(0[1-9]|1[0-2])$/.test(månad))
    fel.push({
      fält: 'manad',
      text: 'Skriv månaden som år och månad mellan 2000-01 och 2099-12, till exempel 2026-11.',
    });
  const mönster = skrivet['monster'] ?? '';
  if (!Object.hasOwn(MÅNADSMÖNSTER, mönster)) fel.push({ fält: 'monster', text: 'Välj hur ansökningarna kommer in.' });
  const kapacitet = {
    månad,
    mönster: mönster as Månadsmönster,
    ansökningar: tal({
      fält: 'ansokningar',
      namn: 'Antalet ansökningar',
      minst: 1,
      högst: FLEST_ANSÖKNINGAR,
      heltal: true,
    }),
    automatisk: tal({ fält: 'automatisk', namn: 'Andelen automatiska beslut', minst: 0, högst: 100, enhet: '%' }),
    minuter: tal({ fält: 'minuter', namn: 'Handläggningstiden', minst: 1, högst: 6000, enhet: 'minuter' }),
    spridning: tal({ fält: 'spridning', namn: 'Spridningen', minst: 0, högst: 300, enhet: '%' }),
    handläggare: tal({ fält: 'handlaggare', namn: 'Antalet handläggare', minst: 1, högst: 2000, heltal: true }),
    timmar: tal({ fält: 'timmar', namn: 'Tiden för ansökningar', minst: 0.5, högst: 12, enhet: 'timmar per dag' }),
  };
  const mål = {
    timmar: tal({ fält: 'mal-timmar', namn: 'Målet', minst: 1, högst: 2000, enhet: 'timmar' }),
    andel: tal({ fält: 'mal-andel', namn: 'Andelen som ska få svar', minst: 1, högst: 100, enhet: '%' }),
  };
  const frö = läsTal(
    skrivet,
    { fält: 'fro', namn: 'Fröet', minst: 0, högst: 1_000_000_000, heltal: true, valfritt: true },
    fel,
  );
  return fel.length > 0 ? { ok: false, fel } : { ok: true, värde: { kapacitet, mål, frö: frö ?? 1 } };
}
