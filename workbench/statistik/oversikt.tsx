import {
  type Indikator,
  indikator,
  kortPeriod,
  periodIOrd,
  SKYDDAD,
  SKYDDAS,
  type SkyddatSvar,
  serien,
  skillnadITal,
  skyddstext,
  visaMått,
  visaTal,
  ÖVERSIKTEN,
  åretFöre,
  översiktsfråga,
  översiktsmånad,
} from '@stegvis/statistics';
import { Empty, LineChart, Notice, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import { måttMedEnhet } from './svar-vy.tsx';

/** The first page of statistics. */
export function statistiköversikt(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik', (c) => visaÖversikt(c, kontext));
}

async function visaÖversikt(c: Context, kontext: Sidkontext): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const { idag, omfång } = await port.statistikval(who);
  const sista = översiktsmånad(idag, omfång);
  const grupper = ÖVERSIKTEN.map(({ rubrik, mått }) => ({ rubrik, mått: mått.flatMap((id) => indikator(id) ?? []) }));
  const alla = grupper.flatMap(({ mått }) => mått);
  const svar = omfång
    ? await port.frågor(
        who,
        alla.map((mått) => översiktsfråga(mått, sista)),
      )
    : [];
  const [första] = svar;
  return visaStatistik(c, kontext, {
    title: 'Statistik',
    flik: 'oversikt',
    children: (
      <>
        <h1>Läget till och med {periodIOrd(sista)}</h1>
        {omfång === undefined ? (
          <Empty heading="Det finns inget underlag än">
            <p>
              Underlaget görs varje natt ur besluten. Det första finns dagen efter att det första beslutet är betalt.
            </p>
          </Empty>
        ) : (
          <>
            <p class="lead">
              Den senaste hela månaden, jämförd med samma månad året före. Siffrorna gäller grupper och används aldrig
              för att bedöma en enskild person.
            </p>
            {grupper.map(({ rubrik, mått }) =>
              mått.length === 0 ? null : (
                <section class="stack-s" aria-label={rubrik}>
                  <h2>{rubrik}</h2>
                  <div class="measure-grid">
                    {mått.map((ett) => (
                      <Bild mått={ett} svar={svar[alla.indexOf(ett)]} />
                    ))}
                  </div>
                </section>
              ),
            )}
            <Notice kind="info" heading="Att veta om siffrorna">
              <p>
                {första?.underlagFrån
                  ? `Underlaget gjordes ${tidpunkt(första.underlagFrån)}.`
                  : 'Det är inte känt när underlaget gjordes.'}{' '}
                Det som har hänt senare är inte med. Bistånd räknas den månad det avser, så en månad kan öka när sena
                beslut betalas ut. Ansökningar som väntar räknas med i väntetiden så långt de har väntat.
              </p>
              {första ? <p>{skyddstext(första)}</p> : null}
              <p>
                <a href={`${STATISTIK}/underlag`}>Underlaget: invånare, tjänster och distrikt</a>.{' '}
                <a href={`${STATISTIK}/likabehandling`}>Likabehandling och tid</a>.
              </p>
            </Notice>
          </>
        )}
      </>
    ),
  });
}

/** One figure: its name, what it is now, what it was, and a small line. */
function Bild({ mått, svar }: { mått: Indikator; svar: SkyddatSvar | undefined }) {
  if (!svar) return null;
  const serie = serien(svar, []);
  const nu = serie.findLast(({ värde }) => värde !== SKYDDAD);
  const före = nu && serie.find(({ period }) => period === åretFöre(nu.period));
  const id = `bild-${mått.id}`;
  return (
    <section class="measure" aria-labelledby={`${id}-namn`}>
      <h3 id={`${id}-namn`}>
        <a href={`${STATISTIK}/indikator/${mått.id}`}>{mått.namn}</a>
      </h3>
      {nu === undefined ? (
        <p>
          {serie.find(({ saknas }) => saknas)?.saknas ?? 'Det är för få för att visas, eller så finns inga uppgifter.'}
        </p>
      ) : (
        <>
          <p class="measure-value">{visaMått(nu.värde, mått.enhet)}</p>
          <LineChart
            small
            id={id}
            caption={mening(mått, nu, före)}
            missing={SKYDDAS}
            series={[
              {
                name: mått.namn,
                points: serie.map(({ värde }, i) => ({ x: i, y: värde === SKYDDAD ? null : värde })),
              },
            ]}
            x={{
              label: 'Period',
              from: 0,
              to: Math.max(serie.length - 1, 1),
              format: (n) => (Number.isInteger(n) ? kortPeriod(serie[n]?.period ?? '') : ''),
            }}
            y={{ label: måttMedEnhet(mått), format: visaTal }}
          />
        </>
      )}
    </section>
  );
}

type Cell = SkyddatSvar['celler'][number];

/** Units of things that are counted one by one, and are more by being fler. */
const RÄKNADE: readonly Indikator['enhet'][] = ['personer', 'hushall', 'barn', 'ansokningar', 'beslut'];

/** What the figure is, against a year before. */
function mening(mått: Indikator, nu: Cell, före: Cell | undefined): string {
  const visa = (värde: Cell['värde']) => visaMått(värde, mått.enhet);
  const text = `${visa(nu.värde)} i ${periodIOrd(nu.period)}`;
  if (före === undefined || före.värde === SKYDDAD || nu.värde === SKYDDAD) return `${text}. Året före kan inte visas.`;
  if (före.värde === nu.värde) return `${text}, lika mycket som året före.`;
  const skillnad = Math.abs(nu.värde - före.värde);
  const [upp, ned] = RÄKNADE.includes(mått.enhet) ? ['fler', 'färre'] : ['mer', 'mindre'];
  const ord = nu.värde > före.värde ? upp : ned;
  return `${text}. Det är ${skillnadITal(skillnad, mått.enhet)} ${ord} än i ${periodIOrd(före.period)}.`;
}
