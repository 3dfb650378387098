import { alternativFör, dagFör, type Framstegsrad } from '@stegvis/casework';
import { LineChart, Table } from '@stegvis/ui';

/** How each thing has developed in the person's view and in the caseworker's; never a sum. */
export function Framsteg({ rader }: { rader: readonly Framstegsrad[] }) {
  const [första] = rader;
  if (!första) return null;
  const tider = första.svar.map((s) => dagFör(s.tid));
  const text = (rad: Framstegsrad, värde: number | undefined) =>
    värde === undefined ? '–' : `${värde}. ${alternativFör(rad.fråga)[värde - 1]?.text ?? ''}`;
  const högst = alternativFör(första.fråga).length;
  const tro = rader.find((r) => r.fråga.id === 'tro');
  return (
    <section class="stack" aria-labelledby="framsteg">
      <h2 id="framsteg">Framsteg över tid</h2>
      <p class="muted">
        Raderna visar en utveckling, inte ett betyg. Inget räknas ihop. Skiljer sig synen åt: prata om varför.
      </p>
      {tro && tider.length > 1 ? (
        <LineChart
          id="framsteg-tro"
          caption={`${tro.fråga.text} Personens och handläggarens syn vid varje mätning.`}
          series={[
            {
              name: 'Personen',
              points: tro.svar.map((s, i) => ({ x: i + 1, y: s.person ?? null })),
            },
            {
              name: 'Handläggaren',
              points: tro.svar.map((s, i) => ({ x: i + 1, y: s.handläggare ?? null })),
            },
          ]}
          x={{ label: 'Mätning', format: (x) => (Number.isInteger(x) ? (tider[x - 1] ?? String(x)) : ''), from: 1 }}
          y={{ label: `Skala 1–${högst}`, format: (y) => (Number.isInteger(y) ? String(y) : ''), from: 1, to: högst }}
        />
      ) : null}
      <Table
        id="framsteg-tabell"
        caption="Personens svar vid varje mätning, och handläggarens under"
        narrow="scroll"
        columns={[{ head: 'Det som mäts' }, ...tider.map((dag) => ({ head: dag }))]}
        rows={rader.map((rad) => [
          rad.fråga.text,
          ...rad.svar.map((s) => (
            <>
              {rad.fråga.svaras === 'bada' ? (
                <>
                  {text(rad, s.person)}
                  <br />
                </>
              ) : null}
              <span class="muted">{text(rad, s.handläggare)}</span>
            </>
          )),
        ])}
      />
    </section>
  );
}
