import {
  ALLA,
  DIMENSIONER,
  enhetsnamn,
  type Indikator,
  type Könsjämförelse,
  OMRÅDEN,
  type Område,
  periodnamn,
  SKYDDAD,
  SKYDDAS,
  type Skyddat,
  skillnadITal,
  visaTal,
} from '@stegvis/statistics';
import { BarChart, Breadcrumb, Button, Details, Empty, Select, Table, Tag, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Barnrad, Hushållsurval, Könsdetalj, Könsrad, Könsval } from './jamstalldhet-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

const SIDA = `${STATISTIK}/jamstalldhet`;
const HUSHÅLL: Readonly<Record<Hushållsurval, string>> = {
  alla: 'Alla hushåll',
  'med-barn': 'Hushåll med barn',
  'utan-barn': 'Hushåll utan barn',
};
const DELAR = { aldersgrupp: 'Efter ålder', hushallstyp: 'Efter hushåll' } as const;
const INTERVALL = '95 procents konfidensintervall';

/** Women's and men's figures side by side, one area at a time or all, and one figure in detail. */
export function jämställdhetssidor(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/jamstalldhet', (c) => visaKön(c, kontext));
  app.get('/statistik/jamstalldhet/:id', (c) => visaDetalj(c, kontext));
}

/** What is chosen in the address; anything else is the usual choice. */
function läsVal(c: Context): Könsval {
  const område = c.req.query('omrade') ?? '';
  const hushåll = c.req.query('hushall') ?? '';
  const år = c.req.query('ar') ?? '';
  return {
    område: Object.hasOwn(OMRÅDEN, område) ? (område as Område) : område === 'alla' ? 'alla' : 'bistand',
    hushåll: Object.hasOwn(HUSHÅLL, hushåll) ? (hushåll as Hushållsurval) : 'alla',
    år: /^(19|20)\d\d$/.test(år) ? Number(år) : undefined,
  };
}

const iAdress = (val: Könsval) =>
  new URLSearchParams({ omrade: val.område, hushall: val.hushåll, ...(val.år ? { ar: String(val.år) } : {}) });

async function visaKön(c: Context, kontext: Sidkontext): Promise<Response> {
  const val = läsVal(c);
  const bild = await kontext.port.statistik.könsbild(medarbetare(kontext, c), val);
  return visaStatistik(c, kontext, {
    title: 'Kvinnor och män',
    flik: 'jamstalldhet',
    children: bild ? (
      <>
        <h1>Kvinnor och män</h1>
        <p class="lead">
          Samma mått för kvinnor och för män, skillnaden mellan dem och hur säker den är. Ett hushåll delas upp efter
          den sökande. Siffrorna gäller grupper och säger inget om en enskild person.
        </p>
        <form method="get" class="choose-row">
          <Select
            name="omrade"
            label="Område"
            empty="Bistånd och hushåll"
            options={[
              ...Object.entries(OMRÅDEN)
                .filter(([id]) => id !== 'bistand')
                .map(([value, label]) => ({ value, label })),
              { value: 'alla', label: 'Alla områden' },
            ]}
            value={val.område}
          />
          <Select
            name="hushall"
            label="Hushåll"
            empty={HUSHÅLL.alla}
            options={(['med-barn', 'utan-barn'] as const).map((value) => ({ value, label: HUSHÅLL[value] }))}
            value={val.hushåll}
          />
          <Select
            name="ar"
            label="Tid"
            empty="De senaste tolv månaderna"
            options={bild.åren.map((år) => ({ value: String(år), label: `Hela ${år}` }))}
            value={val.år === undefined ? '' : String(val.år)}
          />
          <Button>Visa</Button>
        </form>
        {bild.rader.length === 0 ? (
          <Empty heading="Det finns inget att visa än" level={2}>
            <p>Underlaget har inga siffror för den tiden. Välj en annan tid eller ett annat område.</p>
          </Empty>
        ) : (
          <>
            <Table
              id="kon"
              caption={`${val.område === 'alla' ? 'Alla områden' : OMRÅDEN[val.område]}, ${HUSHÅLL[val.hushåll].toLocaleLowerCase('sv')}`}
              narrow="scroll"
              columns={[
                { head: 'Mått' },
                { head: 'Kvinnor', num: true },
                { head: 'Män', num: true },
                { head: 'Skillnad', num: true, sub: 'kvinnor minus män' },
                { head: 'Kvot', num: true },
                { head: 'Vad det säger' },
              ]}
              rows={bild.rader.map((rad) => rader(rad, val))}
            />
            <Läshjälp gräns={bild.gräns} />
          </>
        )}
        {bild.utan.length > 0 ? (
          <p class="muted">Kan inte begränsas till de hushållen: {bild.utan.join(', ')}.</p>
        ) : null}
        <Barnen rader={bild.barn} />
        {bild.underlagFrån ? <p class="muted">Underlaget är från {tidpunkt(bild.underlagFrån)}.</p> : null}
      </>
    ) : null,
  });
}

function rader({ indikator, jämförelse, från, till }: Könsrad, val: Könsval) {
  const { kvinnor, män, skillnad, kvot, säkerställd, mening } = jämförelse;
  return [
    <>
      <a href={`${SIDA}/${indikator.id}?${iAdress(val)}`}>{indikator.namn}</a>
      <br />
      <span class="muted">
        {[enhetsnamn(indikator.enhet), periodnamn('manad', { från, till })].filter((text) => text !== '').join(', ')}
      </span>
    </>,
    tal(kvinnor.värde),
    tal(män.värde),
    skillnad ? visaTal(skillnad.värde) : SKYDDAS,
    kvot === undefined ? '–' : kvot.toFixed(2).replace('.', ','),
    <>
      {säkerställd === undefined ? null : (
        <Tag kind={säkerställd ? 'brand' : 'neutral'}>{säkerställd ? 'Säkerställd' : 'Kan vara slump'}</Tag>
      )}{' '}
      {mening}
    </>,
  ];
}

const tal = (värde: Skyddat) => (värde === SKYDDAD ? SKYDDAS : visaTal(värde));

function Läshjälp({ gräns }: { gräns: number }) {
  return (
    <Details summary="Så läser du siffrorna">
      <ul>
        <li>
          <strong>Säkerställd</strong> betyder att skillnaden är större än slumpen brukar ge från ett år till ett annat.
          Av tjugo mått utan någon verklig skillnad ser ungefär ett ändå säkerställt ut.
        </li>
        <li>
          <strong>Kan vara slump</strong> betyder inte att det är lika, bara att siffrorna inte visar att det skiljer.
        </li>
        <li>
          Andelar jämförs med Newcombes intervall, medelvärden med Welchs, medianer med ordningen mellan värdena och
          antal som händelser som kommer slumpvis. För summor går det inte att säga hur säker skillnaden är.
        </li>
        <li>En skillnad har ofta flera orsaker, till exempel ålder eller hushåll. Öppna måttet för att se dem.</li>
        <li>
          Antal under {gräns} skyddas, och det som visas är avrundat. Skillnaden är räknad på de avrundade siffrorna.
        </li>
      </ul>
    </Details>
  );
}

/** The family's perspective: children whose households have had assistance for long. */
function Barnen({ rader }: { rader: readonly Barnrad[] }) {
  const åren = [...new Set(rader.map(({ år }) => år))];
  const namn = (hushållstyp: string) =>
    hushållstyp === ALLA
      ? 'Alla barn'
      : (DIMENSIONER.hushallstyp.värden[hushållstyp as keyof typeof DIMENSIONER.hushallstyp.värden] ?? hushållstyp);
  const hitta = (år: number, hushållstyp: string) => rader.find((r) => r.år === år && r.hushållstyp === hushållstyp);
  return (
    <section class="stack-s" aria-labelledby="barnen">
      <h2 id="barnen">Barnen i familjerna</h2>
      <p>
        Barn som växer upp med långvarigt bistånd, och hur stor del de är av alla barn i hushåll med bistånd. Hur länge
        familjen har haft bistånd hänger ihop med båda föräldrarnas väg till arbete. Välj ”Hushåll med barn” ovanför för
        att se mammors och pappors siffror.
      </p>
      {åren.length === 0 ? (
        <p class="muted">Det finns inget helt kalenderår i underlaget än.</p>
      ) : (
        <Table
          id="barn"
          caption="Barn i hushåll med bistånd i 10–12 månader under året"
          narrow="scroll"
          columns={[
            { head: 'Hushåll' },
            ...åren.flatMap((år) => [
              { head: `Barn ${år}`, num: true },
              { head: `Del av barnen ${år}`, num: true, sub: 'procent' },
            ]),
          ]}
          rows={['ensam-med-barn', 'par-med-barn', ALLA].map((hushållstyp) => [
            namn(hushållstyp),
            ...åren.flatMap((år) => {
              const rad = hitta(år, hushållstyp);
              return [tal(rad?.barn ?? SKYDDAD), tal(rad?.andel ?? SKYDDAD)];
            }),
          ])}
        />
      )}
    </section>
  );
}

async function visaDetalj(c: Context, kontext: Sidkontext): Promise<Response> {
  const val = läsVal(c);
  const detalj = await kontext.port.statistik.könsdetalj(medarbetare(kontext, c), c.req.param('id') ?? '', val);
  const tillbaka = `${SIDA}?${iAdress(val)}`;
  if (!detalj)
    return visaStatistik(c, kontext, {
      title: 'Måttet går inte att visa',
      flik: 'jamstalldhet',
      status: 404,
      children: (
        <Empty heading="Måttet går inte att visa för kvinnor och män">
          <p>
            Det finns inte, kan inte delas upp på kön, eller saknar underlag för tiden.{' '}
            <a href={tillbaka}>Gå till Kvinnor och män</a>
          </p>
        </Empty>
      ),
    });
  const { indikator, jämförelse, från, till } = detalj.rad;
  return visaStatistik(c, kontext, {
    title: `${indikator.namn}, kvinnor och män`,
    flik: 'jamstalldhet',
    children: (
      <>
        <Breadcrumb items={[{ href: tillbaka, label: 'Kvinnor och män' }]} here={indikator.namn} />
        <h1>{indikator.namn}</h1>
        <p class="lead">{jämförelse.mening}</p>
        <p class="muted">
          {HUSHÅLL[val.hushåll]}, {periodnamn('manad', { från, till })}. {indikator.mening}{' '}
          <a href={`${STATISTIK}/indikator/${indikator.id}`}>Så är måttet räknat</a>
        </p>
        <Diagram id="alla" indikator={indikator} rubrik="Alla" rader={[{ namn: 'Alla', jämförelse }]} />
        {detalj.delar.map(({ dimension, rader }) => (
          <section class="stack-s" aria-labelledby={dimension}>
            <h2 id={dimension}>{DELAR[dimension]}</h2>
            <Diagram id={`d-${dimension}`} indikator={indikator} rubrik={DELAR[dimension]} rader={medSiffra(rader)} />
            <Skillnader id={`t-${dimension}`} indikator={indikator} rader={rader} huvud={DELAR[dimension]} />
          </section>
        ))}
        {detalj.åren.length > 1 ? (
          <section class="stack-s" aria-labelledby="aren">
            <h2 id="aren">Över åren</h2>
            <Skillnader
              id="t-aren"
              indikator={indikator}
              rader={detalj.åren.map(({ år, jämförelse }) => ({ namn: String(år), jämförelse }))}
              huvud="År"
            />
          </section>
        ) : null}
        <Läshjälp gräns={detalj.gräns} />
      </>
    ),
  });
}

type Delrader = Könsdetalj['delar'][number]['rader'];

/** Groups that have something to draw; the others stand in the table. */
const medSiffra = (rader: Delrader): Delrader =>
  rader.filter(({ jämförelse }) => jämförelse.kvinnor.värde !== SKYDDAD || jämförelse.män.värde !== SKYDDAD);

function Diagram({
  id,
  indikator,
  rubrik,
  rader,
}: {
  id: string;
  indikator: Indikator;
  rubrik: string;
  rader: Delrader;
}) {
  const stapel = ({ värde, från, till }: Könsjämförelse['kvinnor']) => ({
    value: värde === SKYDDAD ? null : värde,
    low: från,
    high: till,
  });
  if (medSiffra(rader).length === 0) return <p>Alla siffror skyddas.</p>;
  const säkra = rader.filter(({ jämförelse }) => jämförelse.säkerställd === true);
  const caption =
    rader.length === 1
      ? `${indikator.namn} för kvinnor och män.`
      : säkra.length === 0
        ? 'Ingen grupp har en säkerställd skillnad mellan kvinnor och män.'
        : `Skillnaden mellan kvinnor och män är säkerställd i ${säkra.length} av ${rader.length} grupper: ${säkra.map(({ namn }) => namn.toLocaleLowerCase('sv')).join(', ')}.`;
  return (
    <BarChart
      id={id}
      caption={caption}
      series={['Kvinnor', 'Män']}
      groups={rader.map(({ namn, jämförelse }) => ({
        name: namn,
        bars: [stapel(jämförelse.kvinnor), stapel(jämförelse.män)],
      }))}
      groupLabel={rubrik}
      value={{ label: enhetsnamn(indikator.enhet) || indikator.namn, format: visaTal }}
      missing={SKYDDAS}
      interval={INTERVALL}
    />
  );
}

function Skillnader({
  id,
  indikator,
  rader,
  huvud,
}: {
  id: string;
  indikator: Indikator;
  rader: Delrader;
  huvud: string;
}) {
  return (
    <Table
      id={id}
      caption={`Skillnad, ${huvud.toLocaleLowerCase('sv')}`}
      captionHidden
      narrow="scroll"
      columns={[
        { head: huvud.replace(/^Efter /, '').replace(/^./u, (f) => f.toLocaleUpperCase('sv')) },
        { head: 'Kvinnor', num: true },
        { head: 'Män', num: true },
        { head: 'Skillnad', num: true, sub: 'kvinnor minus män' },
        { head: 'Ligger mellan', num: true },
        { head: 'Hur säkert' },
      ]}
      rows={rader.map(({ namn, jämförelse: { kvinnor, män, skillnad, säkerställd } }) => [
        namn,
        tal(kvinnor.värde),
        tal(män.värde),
        skillnad ? skillnadITal(skillnad.värde, indikator.enhet) : SKYDDAS,
        skillnad?.från !== undefined && skillnad.till !== undefined
          ? `${visaTal(skillnad.från)} till ${visaTal(skillnad.till)}`
          : '–',
        säkerställd === undefined ? '–' : säkerställd ? 'Säkerställd' : 'Kan vara slump',
      ])}
    />
  );
}
