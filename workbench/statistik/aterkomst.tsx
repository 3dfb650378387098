import { flyttaMånad, type Månad, månadsnamn } from '@stegvis/casework';
import {
  ALLA,
  DIMENSIONER,
  type Dimension,
  SKYDDAD,
  SKYDDAS,
  type Statistikfråga,
  skyddstext,
  uppdelningsbeskrivning,
  visaMått,
  visaTal,
} from '@stegvis/statistics';
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  LineChart,
  type LineSeries,
  Select,
  Table,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Återkomstbild, Återkomstval } from './aterkomst-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import type { Statistikval } from './uttag-port.ts';

/** The most lines that can be told apart. */
const LINJER = 4;
/** Months that the curve is asked for at first, and at most. */
const MÅNADER = 36;
const FLEST_MÅNADER = 240;
const UPPDELNINGAR = Object.keys(DIMENSIONER) as Dimension[];

type Läst = { ok: true; val: Återkomstval } | { ok: false; fel: readonly { id: string; text: string }[] };

/** How soon people come back after the end of assistance: a curve that keeps those who have not, and what the ends were. */
export function återkomstkurvor(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/aterkomst', (c) => visaÅterkomst(c, kontext));
}

async function visaÅterkomst(c: Context, kontext: Sidkontext): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const statistikval = await port.statistikval(who);
  const skrivet = förifyllt(c.req.query(), statistikval);
  const läst = läs(skrivet, statistikval);
  const fel = läst.ok ? [] : läst.fel;
  // The figures first: when they are counted in a run, the curve is read when the page comes back.
  const [andel, orsaker] = läst.ok ? await port.frågor(who, frågor(läst.val)) : [];
  const bild = läst.ok ? await port.återkomst(who, läst.val) : undefined;
  const val = läst.ok ? läst.val : undefined;
  return visaStatistik(c, kontext, {
    title: 'Återkomst',
    flik: 'aterkomst',
    fel: fel.length > 0,
    status: fel.length > 0 ? 422 : 200,
    children: (
      <>
        <ErrorSummary errors={fel} />
        <h1>Återkomst</h1>
        <p class="lead">
          Hur länge de vars bistånd har avslutats klarar sig utan att ansöka igen. De som inte har kommit tillbaka
          räknas med så länge vi vet något om dem.
        </p>
        <Formulär skrivet={skrivet} fel={fel} statistikval={statistikval} />
        {bild && val ? <Kurva bild={bild} val={val} /> : null}
        {andel && val ? (
          <section class="stack-s" aria-labelledby="inom-ett-ar">
            <h2 id="inom-ett-ar">Inom ett år, räknat som Kolada U31462</h2>
            <p>
              {andelsmening(andel)} Här räknas bara de som har kunnat följas ett helt år. Kurvan räknar också dem som
              har avslutats senare, så talen kan skilja sig lite. Kolada samlade in måttet till och med 2024 och mätte
              dem som avslutades första halvåret.
            </p>
            {val.uppdelning === undefined ? null : (
              <Table
                id="andel"
                caption="Har inte ansökt igen inom ett år"
                captionHidden
                narrow="scroll"
                columns={[
                  { head: uppdelningsbeskrivning('period', val.uppdelning).namn },
                  { head: 'Har inte ansökt igen', sub: '%', num: true },
                  { head: 'Följda ett år', sub: 'personer', num: true },
                ]}
                rows={andel.celler
                  .filter(({ grupper }) => grupper[0] !== ALLA)
                  .filter((cell) => cell.nämnarunderlag !== SKYDDAD || cell.värde !== SKYDDAD)
                  .map((cell) => [
                    namnet(val.uppdelning!, cell.grupper[0]!),
                    visaTal(cell.värde),
                    visaTal(cell.nämnarunderlag ?? SKYDDAD),
                  ])}
              />
            )}
            <p class="small muted">{skyddstext(andel)}</p>
          </section>
        ) : null}
        {orsaker && val ? (
          <section class="stack-s" aria-labelledby="orsaker">
            <h2 id="orsaker">Varför biståndet avslutades, och hur många som kom tillbaka</h2>
            <p>
              Orsaken står bredvid återkomsten som upplysning. Den säger inte vems fel något är: den som har gått till
              ett tillfälligt arbete kan ha gjort allt rätt.
            </p>
            <Table
              id="orsakstabell"
              caption="Avslutade perioder efter orsak, och andelen som ansökte igen inom ett år"
              captionHidden
              narrow="scroll"
              columns={[
                { head: 'Orsak' },
                { head: 'Följda ett år', sub: 'personer', num: true },
                { head: 'Ansökte igen', sub: '%', num: true },
              ]}
              rows={orsaker.celler
                .filter(({ grupper }) => grupper[0] !== ALLA)
                .filter((cell) => cell.nämnarunderlag !== SKYDDAD)
                .map((cell) => [
                  namnet('avslutsorsak', cell.grupper[0]!),
                  visaTal(cell.nämnarunderlag ?? SKYDDAD),
                  visaTal(cell.värde),
                ])}
            />
            <p class="small muted">
              Orsaker med för få personer står inte i tabellen. Den som har flyttat eller avlidit följs inte.
            </p>
          </section>
        ) : null}
      </>
    ),
  });
}

function Formulär({
  skrivet,
  fel,
  statistikval,
}: {
  skrivet: Readonly<Record<string, string>>;
  fel: readonly { id: string; text: string }[];
  statistikval: Statistikval;
}) {
  const felet = (id: string) => fel.find((f) => f.id === id)?.text;
  const filter = UPPDELNINGAR.filter((d) => skrivet[d]);
  return (
    <form method="get" action={`${STATISTIK}/aterkomst`} class="stack-s" novalidate>
      <div class="choose-row">
        <TextField name="fran" label="Avslutade från" value={skrivet['fran']} width="8" error={felet('fran')} />
        <TextField name="till" label="till och med" value={skrivet['till']} width="8" error={felet('till')} />
        <Select
          name="uppdelning"
          label="Dela upp på"
          empty="Ingen uppdelning"
          value={skrivet['uppdelning']}
          options={UPPDELNINGAR.map((value) => ({ value, label: DIMENSIONER[value].namn }))}
          error={felet('uppdelning')}
        />
        <Button>Visa</Button>
      </div>
      <Details summary="Bara en del av dem" open={filter.length > 0 || fel.some(({ id }) => id in DIMENSIONER)}>
        <div class="choose-row">
          {UPPDELNINGAR.map((d) => (
            <Select
              name={d}
              label={DIMENSIONER[d].namn}
              empty="Alla"
              value={skrivet[d]}
              options={värdenFör(d, statistikval).map((value) => ({ value, label: namnet(d, value) }))}
              error={felet(d)}
            />
          ))}
        </div>
      </Details>
    </form>
  );
}

function Kurva({ bild, val }: { bild: Återkomstbild; val: Återkomstval }) {
  const { uppdelning } = val;
  const med = bild.grupper.filter(({ kurva }) => kurva !== undefined);
  const linjer =
    uppdelning === undefined
      ? bild.alla
        ? [{ namn: 'Alla', kurva: bild.alla }]
        : []
      : med.slice(0, LINJER).map(({ värde, kurva }) => ({ namn: namnet(uppdelning, värde), kurva: kurva! }));
  if (linjer.length === 0)
    return (
      <Empty heading="För få har avslutats för att visa en kurva">
        <p>Välj en längre period eller en större grupp. Små tal skyddas, så att ingen enskild kan kännas igen.</p>
      </Empty>
    );
  const series: LineSeries[] = linjer.map(({ namn, kurva }) => ({
    name: namn,
    step: true,
    points: kurva.punkter.map((p) => ({
      x: p.månad,
      y: 100 * p.andel,
      low: 100 * Math.min(p.nedre, p.andel),
      high: 100 * Math.max(p.övre, p.andel),
    })),
  }));
  const dolda = uppdelning === undefined ? 0 : bild.grupper.length - linjer.length;
  return (
    <section class="stack-s" aria-labelledby="kurva">
      <h2 id="kurva">Utan ny ansökan, månad för månad</h2>
      <LineChart
        id="aterkomstkurva"
        caption={mening(linjer, val)}
        series={series}
        x={{ label: 'Månader efter slutet', format: (m) => String(Math.round(m)), from: 0 }}
        y={{ label: 'Har inte ansökt igen, %', format: (y) => visaTal(Math.round(y)), from: 0, to: 100 }}
        interval="95 % konfidensintervall"
        missing={SKYDDAS}
        note={
          <>
            Bandet visar osäkerheten: med 95 procents säkerhet ligger den sanna andelen där. Kurvan slutar när för få är
            kvar att följa.{' '}
            {linjer.map(({ namn, kurva }) => `${namn}: ${visaTal(kurva.avslutade)} personer`).join('. ')}.
            {dolda > 0
              ? ` ${dolda === 1 ? 'En grupp visas' : `${dolda} grupper visas`} inte, för att ${LINJER} linjer är det mesta som går att läsa eller för att de är för små.`
              : ''}
          </>
        }
      />
    </section>
  );
}

/** What the curve says after a year, in plain words, and whether the lines can be told apart. */
function mening(
  linjer: readonly { namn: string; kurva: NonNullable<Återkomstbild['alla']> }[],
  val: Återkomstval,
): string {
  const tid = `Av dem vars bistånd avslutades ${månadsnamn(val.från)}–${månadsnamn(val.till)}`;
  const efterEttÅr = linjer.flatMap(({ namn, kurva }) => {
    const punkt = kurva.punkter.find(({ månad }) => månad === 12);
    return punkt ? [{ namn, punkt, av100: Math.round(100 * (1 - punkt.andel)) }] : [];
  });
  const [första] = efterEttÅr;
  if (första === undefined) return `${tid} har ännu ingen grupp kunnat följas ett år.`;
  if (linjer.length === 1) return `${tid} hade ungefär ${första.av100} av 100 ansökt igen inom ett år.`;
  const tal = efterEttÅr.map(({ namn, av100 }) => `${av100} av 100 (${namn.toLowerCase()})`);
  const lägst = Math.max(...efterEttÅr.map(({ punkt }) => punkt.nedre));
  const högst = Math.min(...efterEttÅr.map(({ punkt }) => punkt.övre));
  const säkert =
    efterEttÅr.length < 2
      ? ''
      : lägst > högst
        ? ' Skillnaden mellan den högsta och den lägsta linjen är större än osäkerheten.'
        : ' Skillnaderna ryms i osäkerheten.';
  return `${tid} hade så här många ansökt igen inom ett år: ${tal.join(', ')}.${säkert}`;
}

function andelsmening(svar: {
  celler: readonly { grupper: readonly string[]; värde: number | typeof SKYDDAD }[];
}): string {
  const alla = svar.celler.find(({ grupper }) => grupper.every((g) => g === ALLA))?.värde;
  return alla === undefined || alla === SKYDDAD
    ? 'För få har kunnat följas ett år för att visa andelen.'
    : `${visaMått(alla, 'procent')} har inte ansökt igen inom ett år.`;
}

function frågor(val: Återkomstval): Statistikfråga[] {
  const { från, till, filter } = val;
  const fråga = { från, till, tid: 'hela' as const, filter };
  return [
    { ...fråga, indikator: 'ej-ateraktualiserade', uppdelning: val.uppdelning === undefined ? [] : [val.uppdelning] },
    { ...fråga, indikator: 'aterkomst', uppdelning: ['avslutsorsak'] },
  ];
}

function namnet(dimension: string, värde: string): string {
  return uppdelningsbeskrivning('period', dimension).värden?.[värde] ?? värde;
}

function värdenFör(dimension: Dimension, { värden }: Statistikval): string[] {
  return [...new Set([...Object.keys(DIMENSIONER[dimension].värden ?? {}), ...(värden[dimension] ?? [])])];
}

/** What is in the form: as it was written, or the last three years. */
function förifyllt(frågor: Record<string, string>, { omfång, idag }: Statistikval): Record<string, string> {
  const till = omfång?.till ?? flyttaMånad(idag.slice(0, 7), -1);
  const första = flyttaMånad(till, 1 - MÅNADER);
  const rent = Object.fromEntries(
    Object.entries(frågor).map(([k, v]) => [k, v.replaceAll('\0', '').trim().slice(0, 100)]),
  );
  return { fran: omfång && omfång.från > första ? omfång.från : första, till, ...rent };
}

function läs(skrivet: Readonly<Record<string, string>>, statistikval: Statistikval): Läst {
  const fel: { id: string; text: string }[] = [];
  const månad = (namn: 'fran' | 'till'): Månad => {
    const text = skrivet[namn] ?? '';
    if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text))
      fel.push({ id: namn, text: 'Skriv månaden som ÅÅÅÅ-MM, till exempel 2025-01.' });
    return text;
  };
  const [från, till] = [månad('fran'), månad('till')];
  if (fel.length === 0 && från > till)
    fel.push({ id: 'till', text: `Välj en sista månad som är ${från} eller senare.` });
  else if (fel.length === 0 && flyttaMånad(från, FLEST_MÅNADER) <= till)
    fel.push({ id: 'fran', text: `Välj högst ${FLEST_MÅNADER / 12} år.` });
  const uppdelning = skrivet['uppdelning'] || undefined;
  if (uppdelning !== undefined && !Object.hasOwn(DIMENSIONER, uppdelning))
    fel.push({ id: 'uppdelning', text: `Välj en av uppdelningarna i listan. ”${uppdelning}” finns inte.` });
  const filter: Record<string, string[]> = {};
  for (const d of UPPDELNINGAR) {
    const värde = skrivet[d];
    if (!värde) continue;
    if (värdenFör(d, statistikval).includes(värde)) filter[d] = [värde];
    else fel.push({ id: d, text: `Välj ett värde i listan. ”${värde}” finns inte.` });
  }
  return fel.length > 0 ? { ok: false, fel } : { ok: true, val: { från, till, uppdelning, filter } };
}
