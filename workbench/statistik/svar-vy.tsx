import {
  ALLA,
  enhetsnamn,
  type Indikator,
  kortPeriod,
  periodIOrd,
  SKYDDAD,
  SKYDDAS,
  type SkyddadCell,
  type SkyddatSvar,
  serien,
  skyddstext,
  svarsmening,
  uppdelningsnamn,
  visaTal,
  värdenamn,
} from '@stegvis/statistics';
import { BarChart, Details, LineChart, type LineSeries, Table } from '@stegvis/ui';

/** At most so many lines or patterns can be told apart. */
const FLEST = 4;

const talet = ({ värde }: SkyddadCell): number | null => (värde === SKYDDAD ? null : värde);
const storlek = (cell: SkyddadCell | undefined): number => (cell ? (talet(cell) ?? -1) : -1);

function grupperI(svar: SkyddatSvar, axel: number): string[] {
  return [...new Set(svar.celler.map(({ grupper }) => grupper[axel] ?? ALLA))].filter((v) => v !== ALLA);
}

/** How an axis is named: the figure with its unit. */
export function måttMedEnhet({ namn, enhet }: Indikator): string {
  return enhetsnamn(enhet) === '' || namn.includes(enhetsnamn(enhet)) ? namn : `${namn}, ${enhetsnamn(enhet)}`;
}

/** The answer as a chart: lines over time, or bars when there is only one period or two splits. */
export function SvarDiagram({ id, svar, mått }: { id: string; svar: SkyddatSvar; mått: Indikator }) {
  const perioder = [...new Set(svar.celler.map(({ period }) => period))];
  const mening = svarsmening(svar, mått);
  if (!svar.celler.some((cell) => talet(cell) !== null)) return <p>{mening}</p>;
  const { uppdelning } = svar.fråga;
  if (perioder.length > 2 && uppdelning.length < 2) {
    const sista = perioder.length - 1;
    const störst = (namn: string) => Math.max(...serien(svar, [namn]).map((cell) => storlek(cell)));
    const grupper = grupperI(svar, 0)
      .filter((namn) => störst(namn) >= 0)
      .sort((a, b) => störst(b) - störst(a));
    const linje = (namn: string, celler: readonly SkyddadCell[]): LineSeries => ({
      name: namn,
      points: celler.map((cell) => ({ x: perioder.indexOf(cell.period), y: talet(cell) })),
    });
    const [första = ''] = uppdelning;
    const serier =
      uppdelning.length === 0
        ? [linje(mått.namn.length > 34 ? 'Alla' : mått.namn, serien(svar, []))]
        : grupper.length === 0
          ? [linje('Alla', serien(svar, []))]
          : grupper.slice(0, FLEST).map((v) => linje(värdenamn(mått.källa, första, v), serien(svar, [v])));
    const utanför = grupper.length - FLEST;
    return (
      <LineChart
        id={id}
        caption={mening}
        series={serier}
        missing={SKYDDAS}
        x={{
          label: 'Period',
          from: 0,
          to: sista,
          format: (n) => (Number.isInteger(n) ? kortPeriod(perioder[n] ?? '') : ''),
        }}
        y={{ label: måttMedEnhet(mått), format: visaTal }}
        note={
          utanför > 0
            ? `Diagrammet visar de ${FLEST} största av ${grupper.length} grupper. Alla står i tabellen.`
            : undefined
        }
      />
    );
  }
  return <Staplar id={id} svar={svar} mått={mått} period={perioder.at(-1) ?? ''} mening={mening} />;
}

function Staplar({
  id,
  svar,
  mått,
  period,
  mening,
}: {
  id: string;
  svar: SkyddatSvar;
  mått: Indikator;
  period: string;
  mening: string;
}) {
  const { uppdelning } = svar.fråga;
  const cell = (...grupper: string[]) =>
    svar.celler.find((c) => c.period === period && c.grupper.every((g, i) => g === grupper[i]));
  const [a = '', b] = uppdelning;
  const synlig = (...grupper: string[]) => storlek(cell(...grupper)) >= 0;
  const serier =
    b === undefined
      ? [ALLA]
      : grupperI(svar, 1)
          .filter((v) => grupperI(svar, 0).some((g) => synlig(g, v)))
          .sort((x, y) => storlek(cell(ALLA, y)) - storlek(cell(ALLA, x)))
          .slice(0, FLEST);
  const visade = serier.length === 0 ? [ALLA] : serier;
  const rader =
    uppdelning.length === 0
      ? [{ name: mått.namn, bars: [{ value: talet(svar.celler.find((c) => c.period === period)!) }] }]
      : [...grupperI(svar, 0), ALLA]
          .map((g) => ({
            name: värdenamn(mått.källa, a, g),
            bars: visade.map((v) => {
              const en = b === undefined ? cell(g) : cell(g, v);
              return { value: en ? talet(en) : null };
            }),
          }))
          .filter(({ bars }) => bars.some(({ value }) => value !== null));
  return (
    <BarChart
      id={id}
      caption={mening}
      series={b === undefined ? [mått.namn] : visade.map((v) => värdenamn(mått.källa, b, v))}
      groups={rader.slice(0, 16)}
      value={{ label: måttMedEnhet(mått), format: visaTal }}
      groupLabel={uppdelning.length === 0 ? 'Mått' : uppdelningsnamn(mått.källa, a)}
      missing={SKYDDAS}
      note={`Gäller ${period === 'hela' ? `${periodIOrd(svar.fråga.från)} till ${periodIOrd(svar.fråga.till)}` : periodIOrd(period)}. Grupper där allt skyddas står bara i tabellen.`}
    />
  );
}

/** The answer as a table: periods down and groups across, or with two splits a table a period. Groups where all is hidden come last. */
export function SvarTabell({ id, svar, mått }: { id: string; svar: SkyddatSvar; mått: Indikator }) {
  const perioder = [...new Set(svar.celler.map(({ period }) => period))].toReversed();
  const { uppdelning, från, till } = svar.fråga;
  const periodText = (p: string) =>
    p === 'hela' ? `${periodIOrd(från)} till ${periodIOrd(till)}` : periodIOrd(p).replaceAll(' ', '\u00a0');
  const av = new Map(svar.celler.map((cell) => [[cell.period, ...cell.grupper].join('\n'), cell]));
  const text = (period: string, ...grupper: string[]) => {
    const cell = av.get([period, ...grupper].join('\n'));
    return cell ? visaTal(cell.värde) : '';
  };
  const [a = '', b] = uppdelning;
  if (uppdelning.length === 0)
    return (
      <Table
        id={id}
        caption={måttMedEnhet(mått)}
        narrow="scroll"
        columns={[{ head: 'Period' }, { head: 'Alla', num: true }]}
        rows={perioder.map((p) => [periodText(p), text(p)])}
      />
    );
  const skyddad = (värde: string, axel: number) =>
    svar.celler.every((cell) => cell.grupper[axel] !== värde || cell.värde === SKYDDAD);
  const kolumner = grupperI(svar, b === undefined ? 0 : 1);
  const axel = b === undefined ? 0 : 1;
  const synliga = kolumner.filter((v) => !skyddad(v, axel));
  const dolda = kolumner.filter((v) => skyddad(v, axel)).map((v) => värdenamn(mått.källa, b ?? a, v));
  const rader = grupperI(svar, 0);
  return (
    <>
      {b === undefined ? (
        <Table
          id={id}
          caption={måttMedEnhet(mått)}
          narrow="scroll"
          columns={[
            { head: 'Period' },
            ...synliga.map((v) => ({ head: värdenamn(mått.källa, a, v), num: true })),
            { head: 'Alla', num: true },
          ]}
          rows={perioder.map((p) => [periodText(p), ...synliga.map((v) => text(p, v)), text(p, ALLA)])}
        />
      ) : (
        <Table
          id={id}
          caption={måttMedEnhet(mått)}
          narrow="scroll"
          columns={[
            { head: 'Period' },
            { head: uppdelningsnamn(mått.källa, a) },
            ...synliga.map((v) => ({ head: värdenamn(mått.källa, b, v), num: true })),
            { head: 'Alla', num: true },
          ]}
          rows={perioder
            .flatMap((p) =>
              [...rader.filter((g) => !skyddad(g, 0)), ALLA].map((g) => [
                periodText(p),
                värdenamn(mått.källa, a, g),
                ...synliga.map((v) => text(p, g, v)),
                text(p, g, ALLA),
              ]),
            )
            .slice(0, FLEST_RADER)}
        />
      )}
      {dolda.length > 0 ? <p class="small muted">För få för att visas i någon period: {dolda.join(', ')}.</p> : null}
      {b !== undefined && perioder.length * (rader.length + 1) > FLEST_RADER ? (
        <p class="small muted">Tabellen visar de senaste {FLEST_RADER} raderna. Filen har alla.</p>
      ) : null}
    </>
  );
}

const FLEST_RADER = 400;

/** How the figures are counted and protected, for whoever wants to know. */
export function OmSiffrorna({ svar, mått, gjort }: { svar: SkyddatSvar; mått: Indikator; gjort: string }) {
  return (
    <Details summary="Så är siffrorna räknade">
      <dl class="facts">
        <div>
          <dt>Betyder</dt>
          <dd>{mått.mening}</dd>
        </div>
        <div>
          <dt>Räknas inte med</dt>
          <dd>{mått.utelämnar}</dd>
        </div>
        <div>
          <dt>Definition</dt>
          <dd>{mått.definition}</dd>
        </div>
        <div>
          <dt>Små tal</dt>
          <dd>{skyddstext(svar)}</dd>
        </div>
        <div>
          <dt>Underlaget gjordes</dt>
          <dd>{gjort}</dd>
        </div>
      </dl>
    </Details>
  );
}

/** What a reader must know of the answer. */
export function Anmärkningar({ svar }: { svar: SkyddatSvar }) {
  const texter = [
    ...svar.anmärkningar,
    ...(svar.överlappar
      ? ['En person kan höra till flera av grupperna, så de kan vara fler tillsammans än alla.']
      : []),
  ];
  if (texter.length === 0) return null;
  return (
    <ul class="small">
      {texter.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}
