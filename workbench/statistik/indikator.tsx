import {
  frågaIAdress,
  fältet,
  förvaldaMånader,
  INDIKATORER,
  type Indikator,
  indikator,
  läsUttagsfråga,
  nämnareIOrd,
  OMRÅDEN,
  type Område,
  skyddstext,
  uppdelningsnamn,
  uttryckIOrd,
} from '@stegvis/statistics';
import { Actions, Breadcrumb, Button, ErrorSummary, Facts, LinkButton, Select, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import { Anmärkningar, SvarDiagram, SvarTabell } from './svar-vy.tsx';

const TIDER = { manad: 'Månad', kvartal: 'Kvartal', ar: 'År' } as const;
const ORDNING = ['manad', 'kvartal', 'ar'] as const;
const KÄLLOR: Readonly<Record<Indikator['källa'], string>> = {
  hushallsmanad: 'Hushåll och månader som bistånd har betalats ut för',
  personmanad: 'Personer i hushåll med bistånd, månad för månad',
  personar: 'Personer i hushåll med bistånd, år för år',
  ansokan: 'Ansökningar, beslutade och väntande',
  period: 'Vuxnas sammanhängande tid med bistånd',
  insatsmanad: 'Insatsernas platser, månad för månad',
  handelse: 'Händelser på vägen till egen försörjning',
};

/** The lengths of time a figure can be shown for. */
export function tiderFör({ tid }: Indikator): { value: string; label: string }[] {
  return ORDNING.slice(ORDNING.indexOf(tid.kortast)).map((value) => ({ value, label: TIDER[value] }));
}

/** Every figure by area, and a page for each: what it is, over time, split as one chooses. None has code of its own. */
export function indikatorsidor(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/indikator', (c) =>
    visaStatistik(c, kontext, {
      title: 'Alla mått',
      flik: 'indikatorer',
      children: (
        <>
          <h1>Alla mått</h1>
          <p class="lead">
            Varje mått är beskrivet en gång, och samma beskrivning gäller på sidan, i filen och i gränssnittet för
            program. Inget mått används för att bedöma en enskild person.
          </p>
          {(Object.keys(OMRÅDEN) as Område[]).map((område) => {
            const mått = INDIKATORER.filter((i) => i.område === område);
            return mått.length === 0 ? null : (
              <section class="stack-s" aria-labelledby={`omrade-${område}`}>
                <h2 id={`omrade-${område}`}>{OMRÅDEN[område]}</h2>
                <ul class="measure-list">
                  {mått.map((i) => (
                    <li>
                      <a href={`${STATISTIK}/indikator/${i.id}`}>{i.namn}</a>
                      <br />
                      <span class="muted">{i.mening}</span>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      ),
    }),
  );
  app.get('/statistik/indikator/:id', (c) => visaIndikator(c, kontext));
}

async function visaIndikator(c: Context, kontext: Sidkontext): Promise<Response> {
  const mått = indikator(c.req.param('id') ?? '');
  if (!mått)
    return visaStatistik(c, kontext, {
      title: 'Måttet finns inte',
      flik: 'indikatorer',
      status: 404,
      children: (
        <>
          <h1>Måttet finns inte</h1>
          <p>
            <a href={`${STATISTIK}/indikator`}>Se alla mått</a>
          </p>
        </>
      ),
    });
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const val = await port.statistikval(who);
  const läst = läsUttagsfråga(
    { senaste: [String(förvaldaMånader(mått))], ...c.req.queries(), indikator: [mått.id] },
    { idag: val.idag, värden: val.värden },
  );
  const uppdelning = c.req.query('uppdelning') ?? '';
  const tid = c.req.query('tid') || mått.tid.kortast;
  const fel = läst.ok ? [] : läst.fel.map(({ fält, text }) => ({ id: fält, text }));
  const nämnare = nämnareIOrd(mått);
  const svar = läst.ok ? await port.fråga(who, läst.statistikfråga) : undefined;
  return visaStatistik(c, kontext, {
    title: mått.namn,
    flik: 'indikatorer',
    fel: fel.length > 0,
    status: fel.length > 0 ? 422 : 200,
    children: (
      <>
        <Breadcrumb items={[{ href: `${STATISTIK}/indikator`, label: 'Alla mått' }]} here={mått.namn} />
        <ErrorSummary errors={fel} />
        <h1>{mått.namn}</h1>
        <p class="lead">{mått.mening}</p>
        <form method="get" class="choose-row">
          <Select
            name="tid"
            label="Visa per"
            options={tiderFör(mått)}
            value={tid}
            error={fel.find(({ id }) => id === 'tid')?.text}
          />
          <Select
            name="uppdelning"
            label="Dela upp på"
            empty="Ingen uppdelning"
            options={mått.uppdelningar.map((u) => ({ value: u, label: uppdelningsnamn(mått.källa, u) }))}
            value={uppdelning}
            error={fel.find(({ id }) => id === 'uppdelning')?.text}
          />
          <Button>Visa</Button>
        </form>
        {svar && läst.ok ? (
          <>
            <SvarDiagram id="diagram" svar={svar} mått={mått} />
            <SvarTabell id="tabell" svar={svar} mått={mått} />
            <Anmärkningar svar={svar} />
            <Actions>
              <LinkButton href={`${STATISTIK}/uttag/fil.csv?${frågaIAdress(läst.fråga)}`}>Hämta CSV</LinkButton>
              <LinkButton href={`${STATISTIK}/uttag/fil.xlsx?${frågaIAdress(läst.fråga)}`}>Hämta Excel</LinkButton>
              <LinkButton href={`${STATISTIK}/uttag?${frågaIAdress(läst.fråga)}`}>Gör ett eget uttag</LinkButton>
            </Actions>
          </>
        ) : null}
        <section class="stack-s" aria-labelledby="definition">
          <h2 id="definition">Så är måttet definierat</h2>
          <Facts
            items={[
              { name: 'Räknas från', value: KÄLLOR[mått.källa] },
              { name: 'Täljare', value: uttryckIOrd(mått.källa, mått.täljare) },
              ...(nämnare === undefined ? [] : [{ name: 'Nämnare', value: nämnare }]),
              {
                name: 'Tid',
                value: `${fältet(mått.källa, mått.tid.fält)?.namn ?? mått.tid.fält}; kortast ${TIDER[mått.tid.kortast].toLowerCase()}`,
              },
              { name: 'Räknas inte med', value: mått.utelämnar },
              { name: 'Vems definition', value: mått.definition },
              {
                name: 'Hur det ska läsas',
                value:
                  mått.riktning === 'ingen'
                    ? 'Högre är varken bättre eller sämre i sig.'
                    : mått.riktning === 'hogre-ar-battre'
                      ? 'Högre är bättre för verksamheten. Det säger inget om en enskild person.'
                      : 'Lägre är bättre för verksamheten. Det säger inget om en enskild person.',
              },
              ...(svar ? [{ name: 'Små tal', value: skyddstext(svar) }] : []),
              {
                name: 'Underlaget gjordes',
                value: svar?.underlagFrån ? tidpunkt(svar.underlagFrån) : 'Inget underlag finns än.',
              },
              { name: 'Kod', value: <code>{mått.id}</code> },
            ]}
          />
        </section>
      </>
    ),
  });
}
