import { randomUUID } from 'node:crypto';
import { isoDate } from '@stegvis/engine';
import { beräkna, type Reform, type Underlag } from '@stegvis/rules';
import { type Reformunderlag, reformräkning, sammanställReform, syntetiskaUnderlag } from '@stegvis/statistics';

const REFORM: Reform = {
  namn: 'Mätning',
  vem: 'staten',
  delar: [
    { slag: 'begransning', hogst: [18000, 18500, 19000] },
    { slag: 'riksnorm-procent', procent: 3 },
    { slag: 'hyresgrans-procent', procent: -10 },
    { slag: 'jobbstimulans', procent: 30 },
  ],
};
const PARTI = 500;

/** What was measured, milliseconds: on the clock, and of the processor. */
export interface Reformmätning {
  readonly hushåll: number;
  /** Making the households, or parsing them as the database gives them. */
  readonly laddning: { readonly klocka: number; readonly processor: number };
  /** Every household as the rules are and under the reform: two evaluations each. Best of the rounds. */
  readonly räkning: { readonly klocka: number; readonly processor: number };
  readonly perSekund: number;
  readonly ändrade: number;
}

/**
 * A reform over `antal` households: loading and evaluation apart. The households are kept as JSON first and read from it, as they
 * come from the database.
 */
export function mätReform(antal = 120_000, varv = 3): Reformmätning {
  const json = Array.from(syntetiskaUnderlag(7, antal, '2026-10', '0001'), (u) => JSON.stringify(u));
  const [alla, laddning] = mät(() =>
    json.map(
      (text): Reformunderlag => ({ hushåll: randomUUID(), fall: undefined, underlag: JSON.parse(text) as Underlag }),
    ),
  );
  let bäst: { klocka: number; processor: number } | undefined;
  let ändrade = 0;
  for (let i = 0; i < varv; i++) {
    const [räknat, tid] = mät(() => {
      const räkning = reformräkning(REFORM, isoDate('2026-11-24'));
      for (let från = 0; från < alla.length; från += PARTI) räkning.lägg(alla.slice(från, från + PARTI));
      return sammanställReform(räkning.räknat(), ['2026-10']);
    });
    if (!bäst || tid.processor < bäst.processor) bäst = tid;
    ändrade = räknat.summa.vinner + räknat.summa.forlorar;
  }
  const ett = alla[0]!.underlag;
  if (beräkna(ett).manad !== '2026-10') throw new Error('The households are of another month');
  return {
    hushåll: antal,
    laddning,
    räkning: bäst!,
    perSekund: Math.round((2 * antal * 1000) / bäst!.processor),
    ändrade,
  };
}

function mät<T>(arbete: () => T): [T, { klocka: number; processor: number }] {
  const [klocka, processor] = [performance.now(), process.cpuUsage()];
  const svar = arbete();
  const { user, system } = process.cpuUsage(processor);
  return [svar, { klocka: Math.round(performance.now() - klocka), processor: Math.round((user + system) / 1000) }];
}

/** Measures and prints, for `npm run bench:statistik`. */
export function skrivReformmätning(antal?: number): void {
  const m = mätReform(antal);
  const ms = ({ klocka, processor }: { klocka: number; processor: number }) =>
    `${klocka} ms på klockan, ${processor} ms processortid`;
  console.log(`Reform, ${m.hushåll} hushåll (${m.ändrade} ändras)`);
  console.log(`  läsa underlagen ur JSON: ${ms(m.laddning)}`);
  console.log(`  räkna före och efter, bästa av tre: ${ms(m.räkning)}, ${m.perSekund} beräkningar i sekunden`);
}

if (import.meta.main) skrivReformmätning();
