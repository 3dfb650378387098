import type { Refusal } from '@stegvis/casework';
import { enhetsnamn, SKYDDAD, SKYDDAS, type Skyddat, visaMått, visaTal } from '@stegvis/statistics';
import {
  Actions,
  BarChart,
  Button,
  Details,
  Empty,
  ErrorSummary,
  kortDatum,
  LineChart,
  type LineSeries,
  Notice,
  Select,
  Table,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Jämförelsebild, Jämförelsemått, Jämförelsetal } from './jamforelse-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

const SIDA = `${STATISTIK}/jamforelse`;
const INGEN_SIFFRA = '–';

/** Own figures by the same definition beside Kolada's, and beside a group of municipalities that the board has chosen. */
export function jämförelsesidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  app.get('/statistik/jamforelse', (c) => visaJämförelse(c, kontext));

  app.post('/statistik/jamforelse/hamta', async (c) => {
    const result = await statistik.hämtaKolada(medarbetare(kontext, c));
    if (!result.ok) return visaJämförelse(c, kontext, { fel: vägran(result.refusal, (f) => f, 'hamta'), fält: {} });
    return c.redirect(`${STATISTIK}/korning/${result.körning}`, 303);
  });

  app.post('/statistik/jamforelse/grupp', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = fält['id'] ?? '';
    const version = heltal(fält['version']);
    const fel = (refusal: Refusal) => visaJämförelse(c, kontext, { fel: vägran(refusal, (f) => f, 'namn'), fält });
    if (fält['gor'] === 'ta-bort') {
      const result = await statistik.taBortGrupp(who, id, version);
      return result.ok ? c.redirect(SIDA, 303) : fel(result.refusal);
    }
    const önskan = { namn: fält['namn'] ?? '', kommuner: fält['kommuner'] ?? '' };
    const result = await statistik.sparaGrupp(who, id === '' ? undefined : { id, version }, önskan);
    return result.ok ? c.redirect(`${SIDA}?grupp=${result.grupp.id}`, 303) : fel(result.refusal);
  });
}

/** A version from a form; what cannot be one is no version. */
function heltal(text: string | undefined): number {
  const tal = Number(text);
  return Number.isInteger(tal) && tal > 0 && tal < 1_000_000 ? tal : 0;
}

async function visaJämförelse(c: Context, kontext: Sidkontext, skrivet: Skrivet = INGET_SKRIVET): Promise<Response> {
  const vald = skrivet.fält['id'] || c.req.query('grupp');
  const bild = await kontext.port.statistik.jämförelsebild(medarbetare(kontext, c), vald);
  return visaStatistik(c, kontext, {
    title: 'Jämförelse',
    flik: 'jamforelse',
    fel: skrivet.fel.length > 0,
    status: skrivet.fel.length > 0 ? 422 : 200,
    children: bild ? (
      <>
        <ErrorSummary errors={skrivet.fel} />
        <h1>Jämförelse med andra kommuner</h1>
        <p class="lead">
          Kommunens egna siffror, räknade som Kolada räknar, bredvid det Kolada säger om kommunen och om dem ni jämför
          er med. Under varje mått står vad som skiljer, och kvinnor och män för sig där Kolada har dem så.
        </p>
        <Hämtning bild={bild} />
        <Grupper bild={bild} skrivet={skrivet} />
        {bild.mått.map((mått) => (
          <Mått bild={bild} mått={mått} />
        ))}
        <p class="muted">
          Källa för andra kommuners siffror: {bild.källa}
          {bild.hämtad ? `, hämtat ${kortDatum(bild.hämtad)}` : ''}. Egna antal under {bild.gräns} skyddas.
        </p>
      </>
    ) : null,
  });
}

function Hämtning({ bild }: { bild: Jämförelsebild }) {
  const { senasteKörning: senaste, hämtad, fårÄndra } = bild;
  const pågår = senaste?.status === 'vantar' || senaste?.status === 'kor';
  return (
    <section class="stack-s" aria-labelledby="hamtning">
      <h2 id="hamtning">Siffror från Kolada</h2>
      <p>
        {hämtad ? `Senast hämtade ${tidpunkt(hämtad)}.` : 'Inget är hämtat än.'} Källa: {bild.källa}. De hämtas av sig
        själva en gång i månaden när det finns en grupp att jämföra med.
      </p>
      {senaste?.status === 'fel' ? (
        <Notice kind="attention" heading="Den senaste hämtningen gick inte" level={3}>
          <p>
            {senaste.felord} {hämtad ? 'Det som var hämtat tidigare finns kvar med sitt datum.' : ''}
          </p>
        </Notice>
      ) : null}
      {pågår ? (
        <p>
          <a href={`${STATISTIK}/korning/${senaste.id}`}>En hämtning pågår. Se hur långt den har kommit</a>
        </p>
      ) : null}
      {fårÄndra && !pågår ? (
        <form method="post" action={`${SIDA}/hamta`} id="hamta">
          <Actions>
            <Button>Hämta från Kolada nu</Button>
          </Actions>
        </form>
      ) : null}
    </section>
  );
}

function Grupper({ bild, skrivet }: { bild: Jämförelsebild; skrivet: Skrivet }) {
  const { grupper, vald, fårÄndra, kommuner } = bild;
  const namn = (kod: string) => kommuner.find(({ id }) => id === kod)?.namn ?? kod;
  const iFel = skrivet.fel.length > 0;
  const rättar = iFel && vald !== undefined && skrivet.fält['id'] === vald.id;
  return (
    <section class="stack-s" aria-labelledby="grupper">
      <h2 id="grupper">Kommuner att jämföra med</h2>
      {grupper.length === 0 ? (
        <Empty heading="Ingen grupp är vald" level={3}>
          <p>
            Välj själva vilka kommuner ni vill jämföra er med, till exempel sådana som liknar er eller ett nätverk ni är
            med i. Inga grupper följer med programmet.
          </p>
        </Empty>
      ) : (
        <>
          {grupper.length > 1 ? (
            <form method="get" class="choose-row">
              <Select
                name="grupp"
                label="Jämför med"
                empty={grupper[0]?.namn ?? ''}
                options={grupper.slice(1).map((g) => ({ value: g.id, label: g.namn }))}
                value={vald?.id}
              />
              <Button>Visa</Button>
            </form>
          ) : null}
          {vald ? (
            <p>
              <strong>{vald.namn}</strong>: {vald.områden.map(namn).join(', ')}.
            </p>
          ) : null}
        </>
      )}
      {fårÄndra ? (
        <>
          {vald ? (
            <Details summary={`Ändra ”${vald.namn}”`} open={rättar}>
              <Gruppformulär
                bild={bild}
                skrivet={rättar ? skrivet : INGET_SKRIVET}
                id={vald.id}
                version={vald.version}
                namn={vald.namn}
                kommuner={vald.områden.map(namn).join('\n')}
                prefix="andra"
              />
            </Details>
          ) : null}
          <Details summary="Gör en ny grupp" open={iFel && !rättar}>
            <Gruppformulär
              bild={bild}
              skrivet={iFel && !rättar ? skrivet : INGET_SKRIVET}
              namn=""
              kommuner=""
              prefix=""
            />
          </Details>
        </>
      ) : null}
    </section>
  );
}

function Gruppformulär(props: {
  bild: Jämförelsebild;
  skrivet: Skrivet;
  id?: string;
  version?: number;
  namn: string;
  kommuner: string;
  prefix: string;
}) {
  const { bild, skrivet, id, version } = props;
  const iFel = skrivet.fel.length > 0;
  // The error summary links to the fields by their names; only the form that was sent carries them.
  const fältid = (namn: string) => (iFel || props.prefix === '' ? namn : `${props.prefix}-${namn}`);
  return (
    <form method="post" action={`${SIDA}/grupp`} class="stack">
      {id === undefined ? null : (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={skrivet.fält['version'] ?? String(version)} />
        </>
      )}
      <TextField
        name="namn"
        id={fältid('namn')}
        label="Gruppens namn"
        value={skrivet.fält['namn'] ?? props.namn}
        error={felFör(skrivet, 'namn')}
      />
      <Textarea
        name="kommuner"
        id={fältid('kommuner')}
        label="Kommuner"
        hint="En på varje rad, med namn eller kod med fyra siffror. Den egna kommunen behöver inte vara med."
        rows={8}
        value={skrivet.fält['kommuner'] ?? props.kommuner}
        error={felFör(skrivet, 'kommuner')}
      />
      {bild.kommuner.length > 0 ? (
        <Details summary="Alla kommuner i Kolada">
          <p>{bild.kommuner.map(({ namn }) => namn).join(', ')}</p>
        </Details>
      ) : null}
      <Actions>
        <Button>Spara gruppen</Button>
        {id === undefined ? null : (
          <Button kind="quiet" name="gor" value="ta-bort">
            Ta bort gruppen
          </Button>
        )}
      </Actions>
    </form>
  );
}

const visat = (v: Skyddat | undefined) => (v === undefined ? INGEN_SIFFRA : v === SKYDDAD ? SKYDDAS : visaTal(v));
const koladas = (v: number | null | undefined) => (v === null || v === undefined ? INGEN_SIFFRA : visaTal(v));

function Mått({ bild, mått }: { bild: Jämförelsebild; mått: Jämförelsemått }) {
  const { motsvarighet: m, enhet, officiellt, åren } = mått;
  const id = m.kpi.toLowerCase();
  const linjer: LineSeries[] = [
    {
      name: 'Egna siffror',
      points: åren.map(({ år, eget }) => ({ x: år, y: typeof eget === 'number' ? eget : null })),
    },
    { name: 'Kommunen i Kolada', points: åren.map(({ år, koladaEget }) => ({ x: år, y: koladaEget })) },
    { name: 'Gruppens median', points: åren.map(({ år, grupp }) => ({ x: år, y: grupp?.median ?? null })) },
    { name: 'Riket', points: åren.map(({ år, riket }) => ({ x: år, y: riket })) },
  ].filter(({ points }) => points.some(({ y }) => y !== null));
  const [första, sista] = [åren[0]?.år ?? 0, åren.at(-1)?.år ?? 0];
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>{m.namn}</h2>
      {m.upphörde ? (
        <p>Kolada samlar inte in måttet efter {m.upphörde}. Här räknas det även för åren därefter.</p>
      ) : null}
      {linjer.length > 0 ? null : <p>{mening(mått)}</p>}
      {linjer.length > 0 ? (
        <LineChart
          id={`d-${id}`}
          caption={mening(mått)}
          series={linjer}
          missing={INGEN_SIFFRA}
          x={{
            label: 'År',
            from: första,
            to: sista,
            format: (n) => (Number.isInteger(n) ? String(n) : ''),
          }}
          y={{ label: enhetsnamn(enhet), format: visaTal, from: 0 }}
        />
      ) : null}
      {åren.some(harNågot) ? (
        <Details summary="Alla år, med lägst och högst i gruppen">
          <Table
            id={`t-${id}`}
            caption={`${m.namn}, ${enhetsnamn(enhet)}`}
            captionHidden
            narrow="scroll"
            columns={[
              { head: 'År' },
              { head: 'Egna siffror', num: true },
              { head: 'Kommunen i Kolada', num: true },
              { head: 'Gruppens median', num: true },
              { head: 'Lägst till högst', num: true, sub: 'antal kommuner' },
              { head: 'Riket', num: true },
            ]}
            rows={åren
              .filter(harNågot)
              .toReversed()
              .map(({ år, eget, koladaEget, grupp, riket }) => [
                String(år),
                visat(eget),
                koladas(koladaEget),
                koladas(grupp?.median),
                grupp ? `${visaTal(grupp.lägst)} till ${visaTal(grupp.högst)} (${grupp.antal})` : INGEN_SIFFRA,
                koladas(riket),
              ])}
          />
        </Details>
      ) : (
        <p class="muted">Det finns ingen siffra att visa för något år.</p>
      )}
      <KvinnorOchMän mått={mått} />
      <Details summary="Hur måtten är räknade och vad som skiljer">
        <p>{m.skillnad}</p>
        <p>
          <a href={`${STATISTIK}/indikator/${m.indikator}`}>Så är vår siffra räknad</a>
        </p>
        {officiellt ? (
          <p>
            Kolada {m.kpi}, {officiellt.titel}. {officiellt.beskrivning} Källa: {bild.källa}.
          </p>
        ) : (
          <p>Kolada {m.kpi}. Koladas egen beskrivning visas när den har hämtats.</p>
        )}
      </Details>
    </section>
  );
}

/** Women beside men, for the newest year that has both from somewhere; each year in the table. */
function KvinnorOchMän({ mått: { motsvarighet: m, enhet, åren } }: { mått: Jämförelsemått }) {
  const id = `kon-${m.kpi.toLowerCase()}`;
  const med = åren.flatMap(({ år, kön }) =>
    kön && (harNågot(kön.kvinnor) || harNågot(kön.män)) ? [{ år, ...kön }] : [],
  );
  const senast = med.at(-1);
  if (!senast) return null;
  const källor: readonly (readonly [string, (tal: Jämförelsetal) => number | null])[] = [
    ['Egna siffror', ({ eget }) => (typeof eget === 'number' ? eget : null)],
    ['Kommunen i Kolada', ({ koladaEget }) => koladaEget],
    ['Gruppens median', ({ grupp }) => grupp?.median ?? null],
    ['Riket', ({ riket }) => riket],
  ];
  return (
    <Details summary="Kvinnor och män">
      <BarChart
        id={`d-${id}`}
        caption={könsmening(senast, enhet)}
        series={['Kvinnor', 'Män']}
        groups={källor.map(([name, ur]) => ({
          name,
          bars: [senast.kvinnor, senast.män].map((tal) => ({ value: ur(tal) })),
        }))}
        value={{ label: `${enhetsnamn(enhet)}, ${senast.år}`, format: visaTal, from: 0 }}
        groupLabel="Källa"
        missing={INGEN_SIFFRA}
      />
      <Table
        id={`t-${id}`}
        caption={`Alla år, kvinnor och män var för sig, ${enhetsnamn(enhet)}`}
        narrow="scroll"
        columns={[
          { head: 'År' },
          { head: 'Kön' },
          { head: 'Egna siffror', num: true },
          { head: 'Kommunen i Kolada', num: true },
          { head: 'Gruppens median', num: true },
          { head: 'Riket', num: true },
        ]}
        rows={med
          .toReversed()
          .flatMap(({ år, kvinnor, män }) =>
            [['Kvinnor', kvinnor] as const, ['Män', män] as const].map(([kön, tal]) => [
              String(år),
              kön,
              visat(tal.eget),
              koladas(tal.koladaEget),
              koladas(tal.grupp?.median),
              koladas(tal.riket),
            ]),
          )}
      />
    </Details>
  );
}

/** What the newest year says of women and men: by our own figures where both are shown, else by Kolada's. */
function könsmening(
  { år, kvinnor, män }: { år: number; kvinnor: Jämförelsetal; män: Jämförelsetal },
  enhet: Jämförelsemått['enhet'],
): string {
  const säg = (k: number, m: number) => `${visaMått(k, enhet)} för kvinnor och ${visaMått(m, enhet)} för män`;
  const delar = [
    ...(typeof kvinnor.eget === 'number' && typeof män.eget === 'number'
      ? [`kommunens egen siffra ${säg(kvinnor.eget, män.eget)}`]
      : kvinnor.koladaEget !== null && män.koladaEget !== null
        ? [`kommunens siffra i Kolada ${säg(kvinnor.koladaEget, män.koladaEget)}`]
        : []),
    ...(kvinnor.grupp && män.grupp ? [`gruppens median ${säg(kvinnor.grupp.median, män.grupp.median)}`] : []),
  ];
  return delar.length === 0
    ? `${år} saknas en siffra för kvinnor eller män i kommunen.`
    : `${år} var ${delar.join(', och ')}.`;
}

const harNågot = ({ eget, koladaEget, grupp, riket }: Jämförelsetal) =>
  eget !== undefined || koladaEget !== null || grupp !== undefined || riket !== null;

/** What is seen of the newest year that there is something to set beside each other. */
function mening({ åren, enhet }: Jämförelsemått): string {
  const med = åren
    .toReversed()
    .find(({ eget, koladaEget, grupp }) => grupp && (typeof eget === 'number' || koladaEget !== null));
  if (!med?.grupp) {
    const eget = åren.toReversed().find(({ eget }) => typeof eget === 'number');
    return typeof eget?.eget === 'number'
      ? `Egen siffra ${eget.år}: ${visaMått(eget.eget, enhet)}. Det finns inget att jämföra med det året.`
      : 'Det finns inget år med en egen siffra och något att jämföra med.';
  }
  const { år, grupp } = med;
  const eget = typeof med.eget === 'number' ? med.eget : (med.koladaEget ?? 0);
  const var_ = eget > grupp.högst ? 'högre än i alla' : eget < grupp.lägst ? 'lägre än i alla' : undefined;
  const median = visaMått(grupp.median, enhet);
  return var_
    ? `${år} var kommunens siffra ${visaMått(eget, enhet)}. Det är ${var_} ${grupp.antal} kommuner i gruppen, där medianen var ${median}.`
    : `${år} var kommunens siffra ${visaMått(eget, enhet)}, och medianen i gruppen ${median} (${grupp.antal} kommuner).`;
}
