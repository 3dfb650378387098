import { jämförSvar, SKYDDAS, svarsandel } from '@stegvis/statistics';
import { BarChart } from '@stegvis/ui';
import type { Frågeresultat } from './kartlaggning-port.ts';

/** The columns of a question's result: all, women, men; age groups come after. */
const [ALLA, KVINNOR, MÄN] = [0, 1, 2];

/**
 * Women's and men's answers to one question side by side, as shares of those of each who have answered it, so that groups of different
 * sizes can be compared. Made of the protected counts alone. Nothing where every share is hidden.
 */
export function Svarsdiagram({ fråga, id }: { fråga: Frågeresultat; id: string }) {
  const svarat = fråga.rader.at(-1)?.tal ?? [];
  const rader = fråga.rader.slice(0, -1).map(({ val, tal }) => {
    const andel = (kolumn: number) => svarsandel(tal[kolumn] ?? 'skyddad', svarat[kolumn] ?? 'skyddad');
    return { val, alla: andel(ALLA), kvinnor: andel(KVINNOR), män: andel(MÄN) };
  });
  if (rader.every(({ kvinnor, män }) => kvinnor === undefined && män === undefined))
    return <p>Inget diagram: för få har svarat för att visa kvinnor och män var för sig.</p>;
  const vanligast = rader
    .flatMap(({ val, alla }) => (alla ? [{ val, andel: alla.värde }] : []))
    .toSorted((a, b) => b.andel - a.andel)[0];
  const först = vanligast
    ? `Vanligast är ”${vanligast.val}”, ungefär ${Math.round(100 * vanligast.andel)} procent. `
    : '';
  const procent = (x: number) => 100 * x;
  return (
    <BarChart
      id={id}
      caption={`${först}${jämförSvar(rader)}`}
      series={['Kvinnor', 'Män']}
      groups={rader.map(({ val, kvinnor, män }) => ({
        name: val,
        bars: [kvinnor, män].map((i) => ({
          value: i ? procent(i.värde) : null,
          low: i && procent(i.från),
          high: i && procent(i.till),
        })),
      }))}
      groupLabel="Svar"
      value={{ label: 'Procent av dem som har svarat på frågan', format: (n) => String(Math.round(n)), from: 0 }}
      missing={SKYDDAS}
      interval="95 procents konfidensintervall"
    />
  );
}
