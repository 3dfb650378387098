import {
  type Deltagandedag,
  dagIOrd,
  FRÅNVAROSKÄL,
  flyttaMånad,
  type Isovecka,
  MARKSLAG,
  type Månadsunderlag,
  type Timslag,
  ärFrånvaro,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  Facts,
  kortDatum,
  Line,
  Lines,
  månad,
  Panel,
  RadioGroup,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Deltagandebild } from './deltagande-port.ts';
import { ingenPerson, visaPerson } from './person-sida.tsx';

/** How hours are named; those of `ALLTID` are shown also when they are none. */
const RADER: readonly (readonly [Timslag | 'planerat', string])[] = [
  ['planerat', 'Planerat'],
  ['deltog', 'Deltog'],
  ['giltigFrånvaro', 'Giltig frånvaro'],
  ['förklaradFrånvaro', 'Frånvaro, förklarad men inte bedömd'],
  ['oförklaradFrånvaro', 'Frånvaro utan förklaring'],
  ['ogiltigFrånvaro', 'Frånvaro, inte giltig'],
  ['inteMarkerat', 'Inte markerat'],
  ['kommande', 'Kommande'],
];
const ALLTID: readonly string[] = ['planerat', 'deltog', 'giltigFrånvaro', 'inteMarkerat', 'kommande'];
const RÄKNAS = new Map<string, string>(RADER);

/** One person's weeks and month: what was planned, how it came out, and the absences. Material, never a decision. */
export function deltagandeSida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const huvud = await väg.personhuvud(who, c.req.param('person') ?? '');
    const vald = /^\d{4}-(0[1-9]|1[0-2])$/.exec(c.req.query('manad') ?? '')?.[0];
    const bild = huvud && (await väg.deltagandebild(who, huvud.id, vald));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    return visaPerson(c, kontext, {
      huvud,
      title: 'Deltagande',
      flik: 'deltagande',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} skrivet={skrivet} />,
    });
  };

  app.get('/person/:person/deltagande', (c) => show(c));

  const hem = (c: Context) => {
    const manad = /^\d{4}-\d{2}$/.exec(c.req.query('manad') ?? '')?.[0];
    return `/handlaggning/person/${c.req.param('person')}/deltagande${manad ? `?manad=${manad}` : ''}`;
  };

  app.post('/person/:person/deltagande/bedom/:mark', async (c) => {
    const fält = await formfält(c);
    const { person, mark } = c.req.param();
    const svar = await väg.bedömFrånvaro(medarbetare(kontext, c), person, mark, {
      giltig: fält['giltig'] === 'ja' ? true : fält['giltig'] === 'nej' ? false : undefined,
      skäl: fält['skal'] ?? '',
    });
    if (svar.ok) return c.redirect(hem(c), 303);
    return show(c, { fel: vägran(svar.refusal, (f) => `${f}-${mark}`, 'franvaro'), fält: { ...fält, mark } }, 422);
  });

  app.post('/person/:person/deltagande/intyg/:intyg', async (c) => {
    const { person, intyg } = c.req.param();
    const svar = await väg.läsIntyg(medarbetare(kontext, c), person, intyg);
    if (svar.ok) return c.redirect(hem(c), 303);
    return show(c, { fel: vägran(svar.refusal, (f) => f, 'intyg'), fält: {} }, 409);
  });

  app.post('/person/:person/deltagande/intyg', async (c) => {
    const fält = await formfält(c);
    const svar = await väg.beslutaOmIntyg(medarbetare(kontext, c), c.req.param('person'), {
      slag: fält['intygsslag'] ?? '',
      från: (fält['fran'] ?? '').trim(),
      till: (fält['till'] ?? '').trim(),
      skäl: fält['intygsskal'] ?? '',
    });
    if (svar.ok) return c.redirect(hem(c), 303);
    return show(c, { fel: vägran(svar.refusal, (f) => f, 'intygsslag'), fält }, 422);
  });
}

function Innehåll({ bild, skrivet }: { bild: Deltagandebild; skrivet: Skrivet }) {
  const { underlag } = bild;
  const frånvaro = underlag.dagar.filter(({ mark }) => mark !== undefined && ärFrånvaro(mark));
  const namn = (id: string) => bild.anvisningar.find((a) => a.id === id)?.insats ?? '';
  const rättade = new Set(bild.historik.map(({ rättar }) => rättar?.mark));
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack-s">
        <h1>Deltagande i {månad(underlag.månad)}</h1>
        <p class="row">
          <a href={`?manad=${flyttaMånad(underlag.månad, -1)}`}>{månad(flyttaMånad(underlag.månad, -1))}</a>
          <a href={`?manad=${flyttaMånad(underlag.månad, 1)}`}>{månad(flyttaMånad(underlag.månad, 1))}</a>
        </p>
      </div>
      <Månadsrad underlag={underlag} />
      <Veckotabell underlag={underlag} />
      <section class="stack-s" aria-labelledby="franvaro">
        <h2 id="franvaro">Frånvaro</h2>
        {frånvaro.length === 0 ? <p>Ingen frånvaro är markerad i månaden.</p> : null}
        {frånvaro.map((dag) => (
          <Frånvaro dag={dag} insats={namn(dag.anvisning)} månad={underlag.månad} skrivet={skrivet} />
        ))}
      </section>
      <Intyg bild={bild} skrivet={skrivet} />
      <section class="stack-s" aria-labelledby="historik">
        <h2 id="historik">Alla markeringar</h2>
        {bild.historik.length === 0 ? (
          <p>Inget är markerat i månaden.</p>
        ) : (
          <Details summary={`${bild.historik.length} markeringar, även ändrade`}>
            <Lines small>
              {bild.historik.map((m) => (
                <Line
                  amount={`${tal(m.timmar)} h`}
                  note={`${m.av}, ${tidpunkt(m.tid)}${m.rättar ? `. Ändrad: ${m.rättar.skäl}` : ''}`}
                >
                  {versal(dagIOrd(m.dag))}, {namn(m.anvisning)}: {MARKSLAG[m.slag]}{' '}
                  {rättade.has(m.id) ? <Tag>Gäller inte längre</Tag> : null}
                </Line>
              ))}
            </Lines>
          </Details>
        )}
      </section>
    </div>
  );
}

/** The rows that together are the planned hours. */
function visadeRader(timmar: Månadsunderlag['timmar']) {
  return RADER.filter(([slag]) => ALLTID.includes(slag) || (timmar?.[slag] ?? 0) > 0);
}

function Månadsrad({ underlag: { krav, kravPerVecka, timmar } }: { underlag: Månadsunderlag }) {
  const h = (antal: number | undefined) => (antal === undefined ? '–' : `${tal(antal)} h`);
  return (
    <Facts
      items={[
        {
          name: 'Krav i månaden',
          value: kravPerVecka === undefined ? 'Inget krav' : `${h(krav)} (${tal(kravPerVecka)} h i veckan)`,
        },
        ...visadeRader(timmar).map(([slag, name]) => ({ name, value: h(timmar?.[slag]) })),
      ]}
    />
  );
}

/** The weeks of a month with their hours, clipped to the month; "–" where nothing is planned. */
export function Veckotabell({ underlag }: { underlag: Månadsunderlag }) {
  const rader = visadeRader(underlag.timmar);
  return (
    <section class="stack-s" aria-labelledby="veckor-i">
      <h2 id="veckor-i">Veckor i {månad(underlag.månad)}</h2>
      <Table
        id="veckor"
        caption={`Timmar per vecka, klippta till ${månad(underlag.månad).split(' ')[0]}`}
        captionHidden
        narrow="scroll"
        columns={[
          { head: 'Timmar' },
          ...underlag.veckor.map(({ vecka }) => ({ head: `v. ${vecka.nummer}`, sub: dagspann(vecka), num: true })),
        ]}
        rows={[
          ...(underlag.krav === undefined
            ? []
            : [['Krav', ...underlag.veckor.map(({ krav }) => (krav ? tal(krav) : '–'))]]),
          ...rader.map(([slag, namn]) => [
            namn,
            ...underlag.veckor.map(({ timmar }) => (timmar === undefined ? '–' : tal(timmar[slag]))),
          ]),
        ]}
      />
      <p class="small muted">
        Inte markerat betyder att anordnaren inte har rapporterat. Det är aldrig frånvaro. Frivilliga aktiviteter räknas
        inte här. Underlaget är inget beslut.
      </p>
    </section>
  );
}

function Frånvaro({
  dag,
  insats,
  månad: vald,
  skrivet,
}: {
  dag: Deltagandedag;
  insats: string;
  månad: string;
  skrivet: Skrivet;
}) {
  const mark = dag.mark!;
  const här = skrivet.fält['mark'] === mark.id ? skrivet : INGET_SKRIVET;
  return (
    <Panel card>
      <h3>
        {versal(dagIOrd(dag.dag))}, {insats}
      </h3>
      <Facts
        items={[
          { name: 'Anordnaren skrev', value: `${MARKSLAG[mark.slag]}, ${tal(mark.timmar)} h` },
          { name: 'Räknas som', value: dag.frivillig ? 'Frivilligt, räknas inte' : (RÄKNAS.get(dag.räknas) ?? '') },
          {
            name: 'Personens förklaring',
            value: dag.förklaring
              ? `${FRÅNVAROSKÄL[dag.förklaring.skäl]}${dag.förklaring.text ? `: ${dag.förklaring.text}` : ''}`
              : 'Ingen än',
          },
          ...(dag.intyg ? [{ name: 'Läkarintyg', value: `${dag.intyg.text} ${dag.intyg.grund ?? ''}`.trim() }] : []),
          ...(dag.bedömning
            ? [
                {
                  name: `Bedömt av ${dag.bedömning.av}`,
                  value: `${dag.bedömning.giltig ? 'Giltig' : 'Inte giltig'}. ${dag.bedömning.skäl}`,
                },
              ]
            : []),
        ]}
      />
      <Details summary={dag.bedömning ? 'Bedöm på nytt' : 'Bedöm frånvaron'} open={här.fel.length > 0}>
        <form method="post" action={`deltagande/bedom/${mark.id}?manad=${vald}`} class="stack">
          <RadioGroup
            label="Var frånvaron giltig?"
            name="giltig"
            id={`giltig-${mark.id}`}
            row
            unsettable={false}
            choices={[
              { value: 'ja', label: 'Giltig' },
              { value: 'nej', label: 'Inte giltig' },
            ]}
            value={här.fält['giltig']}
            error={felFör(här, `giltig-${mark.id}`)}
          />
          <Textarea
            label="Varför? Personen läser det."
            name="skal"
            id={`skal-${mark.id}`}
            rows={3}
            value={här.fält['skal'] ?? ''}
            error={felFör(här, `skal-${mark.id}`)}
          />
          <p class="small muted">Bedömningen ändrar inget bistånd. Ett ärende om nedsättning öppnas för sig.</p>
          <Actions>
            <Button>Spara bedömningen</Button>
          </Actions>
        </form>
      </Details>
    </Panel>
  );
}

function Intyg({ bild, skrivet }: { bild: Deltagandebild; skrivet: Skrivet }) {
  const fält = skrivet.fält['intygsslag'] === undefined && skrivet.fält['mark'] !== undefined ? {} : skrivet.fält;
  const vald = bild.underlag.månad;
  const öppet = skrivet.fel.some(({ id }) => ['intygsslag', 'fran', 'till', 'intygsskal'].includes(id));
  return (
    <section class="stack-s" aria-labelledby="intyg">
      <h2 id="intyg">Läkarintyg</h2>
      {bild.intyg.length === 0 ? <p>Personen har inte berättat om något läkarintyg.</p> : null}
      <Lines>
        {bild.intyg.map((i) => (
          <li class="line">
            <span>
              {kortDatum(i.från)}–{kortDatum(i.till)}
            </span>
            <span>
              {i.läst ? (
                <Tag kind="ok">{`Läst av ${i.läst.av}`}</Tag>
              ) : (
                <form method="post" action={`deltagande/intyg/${i.id}?manad=${vald}`}>
                  <Button kind="neutral">Jag har läst intyget</Button>
                </form>
              )}
            </span>
          </li>
        ))}
        {bild.intygsbeslut.map((b) => (
          <Line note={`${b.skäl} ${b.av}, ${tidpunkt(b.tid)}`}>
            {b.slag === 'begart' ? 'Intyg från första dagen' : 'Intyg behövs inte'}, {kortDatum(b.från)}–
            {kortDatum(b.till)}
          </Line>
        ))}
      </Lines>
      <Details summary="Begär intyg tidigare, eller medge undantag" open={öppet}>
        <form method="post" action={`deltagande/intyg?manad=${vald}`} class="stack">
          <RadioGroup
            label="Beslutet gäller"
            name="intygsslag"
            unsettable={false}
            choices={[
              {
                value: 'begart',
                label: 'Begär intyg från första sjukdagen',
                hint: 'Kräver särskilda skäl, 12 kap. 5 a § andra stycket.',
              },
              {
                value: 'undantag',
                label: 'Intyg behövs inte',
                hint: 'Ett intyg är uppenbart obehövligt, 12 kap. 5 a § tredje stycket.',
              },
            ]}
            value={fält['intygsslag']}
            error={felFör(skrivet, 'intygsslag')}
          />
          <TextField
            label="Från"
            name="fran"
            width="13"
            hint="ÅÅÅÅ-MM-DD"
            value={fält['fran'] ?? ''}
            error={felFör(skrivet, 'fran')}
          />
          <TextField
            label="Till"
            name="till"
            width="13"
            hint="ÅÅÅÅ-MM-DD"
            value={fält['till'] ?? ''}
            error={felFör(skrivet, 'till')}
          />
          <Textarea
            label="Skäl. Personen läser det."
            name="intygsskal"
            rows={3}
            value={fält['intygsskal'] ?? ''}
            error={felFör(skrivet, 'intygsskal')}
          />
          <Actions>
            <Button>Besluta om intyg</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

/** The days of a week that are in the month: `2–8`, or one alone with its month: `1 nov`. */
function dagspann({ från, till }: Isovecka): string {
  const dag = (d: string) => String(Number(d.slice(8)));
  return från === till ? `${dag(från)} ${månad(från).slice(0, 3)}` : `${dag(från)}–${dag(till)}`;
}

const versal = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const tal = (timmar: number) => String(timmar).replace('.', ',');
