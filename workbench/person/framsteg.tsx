import { alternativFör, dagFör, type Framstegsrad } from '@stegvis/casework';
import { Button, kortDatum, LineChart, Select, Table } from '@stegvis/ui';

/** The question that the chart shows until another is chosen. */
const FÖRST_VALD = 'tro';

/**
 * How each thing has developed in the person's view and in the caseworker's; never a sum. The chart shows `fråga` (an id), the table
 * all of them. `hem` is the page's own path.
 */
export function Framsteg({
  rader,
  fråga,
  hem,
}: {
  rader: readonly Framstegsrad[];
  fråga: string | undefined;
  hem: string;
}) {
  const [första] = rader;
  if (!första) return null;
  const tider = första.svar.map((s) => kortDatum(dagFör(s.tid)));
  const text = (rad: Framstegsrad, värde: number | undefined) =>
    värde === undefined ? '–' : `${värde}. ${alternativFör(rad.fråga)[värde - 1]?.text ?? ''}`;
  const högst = alternativFör(första.fråga).length;
  const vald = rader.find((r) => r.fråga.id === fråga) ?? rader.find((r) => r.fråga.id === FÖRST_VALD) ?? första;
  const båda = vald.fråga.svaras === 'bada';
  return (
    <section class="stack" aria-labelledby="framsteg">
      <h2 id="framsteg">Framsteg över tid</h2>
      <p class="muted">
        Raderna visar en utveckling, inte ett betyg. Inget räknas ihop. Skiljer sig synen åt: prata om varför.
      </p>
      {tider.length > 1 ? (
        <>
          <form method="get" action={`${hem}#framsteg`} class="row">
            <Select
              name="fraga"
              label={`Diagrammet visar en av ${rader.length} frågor`}
              hint="Alla finns i tabellen under."
              options={rader.map((r) => ({ value: r.fråga.id, label: omPersonen(r) }))}
              value={vald.fråga.id}
            />
            <Button kind="neutral">Visa frågan</Button>
          </form>
          <LineChart
            id="framsteg-fraga"
            caption={`${omPersonen(vald)} ${båda ? 'Personens och handläggarens syn' : 'Handläggarens syn'} vid varje mätning.`}
            series={[
              ...(båda
                ? [{ name: 'Personen', points: vald.svar.map((s, i) => ({ x: i + 1, y: s.person ?? null })) }]
                : []),
              { name: 'Handläggaren', points: vald.svar.map((s, i) => ({ x: i + 1, y: s.handläggare ?? null })) },
            ]}
            x={{ label: 'Mätning', format: (x) => (Number.isInteger(x) ? (tider[x - 1] ?? String(x)) : ''), from: 1 }}
            y={{ label: `Skala 1–${högst}`, format: (y) => (Number.isInteger(y) ? String(y) : ''), from: 1, to: högst }}
          />
        </>
      ) : null}
      <Table
        id="framsteg-tabell"
        caption="Personens svar vid varje mätning, och handläggarens under"
        narrow="scroll"
        columns={[{ head: 'Det som mäts' }, ...tider.map((dag) => ({ head: dag }))]}
        rows={rader.map((rad) => [
          omPersonen(rad),
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

/** The question as it is said of the person, to staff. */
function omPersonen({ fråga }: Framstegsrad): string {
  return fråga.handläggartext ?? fråga.text;
}
