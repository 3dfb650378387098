import {
  DIMENSIONER,
  FILTERFÄLT,
  FLEST_NYCKLAR,
  frågaFör,
  frågaIAdress,
  INDIKATORER,
  indikator,
  LEVERANS_DAGAR,
  läsUttagsfråga,
  OMRÅDEN,
  SCHEMAN,
  type Skriven,
  type SkyddatSvar,
  type Statistiknyckel,
  type Uttag,
  type Uttagsfråga,
  uppdelningsnamn,
  värdenamn,
  värdenI,
} from '@stegvis/statistics';
import {
  Actions,
  Breadcrumb,
  Button,
  Checkbox,
  CheckboxGroup,
  Details,
  ErrorSummary,
  type FieldError,
  kortDatum,
  LinkButton,
  Notice,
  RadioGroup,
  Select,
  Table,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { läserStatistik, medarbetare, type Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import { Anmärkningar, OmSiffrorna, SvarDiagram, SvarTabell } from './svar-vy.tsx';
import type { Statistikval } from './uttag-port.ts';
import { uttagsCsv, uttagsXlsx, XLSX } from './uttagsfil.ts';

export const UTTAG = `${STATISTIK}/uttag`;
const TIDER = [
  { value: 'manad', label: 'Månad' },
  { value: 'kvartal', label: 'Kvartal' },
  { value: 'ar', label: 'År' },
  { value: 'hela', label: 'Hela perioden som en siffra' },
];

/** An analyst's own extracts: choose, see, fetch as a file, save, share, schedule. Addresses hold codes and months, never a person. */
export function uttagssidor(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/uttag', (c) => visaUttag(c, kontext));
  app.post('/statistik/uttag', (c) => sparaNytt(c, kontext));
  app.get('/statistik/uttag/fil.csv', (c) => hämtaFil(c, kontext, 'csv'));
  app.get('/statistik/uttag/fil.xlsx', (c) => hämtaFil(c, kontext, 'xlsx'));
  app.post('/statistik/uttag/nyckel', (c) => skapaNyckel(c, kontext));
  app.post('/statistik/uttag/nyckel/avsluta', async (c) => {
    const fält = await formulär(c);
    const result = await kontext.port.statistik.avslutaNyckel(medarbetare(kontext, c), fält['nyckel']?.[0] ?? '');
    return result.ok
      ? c.redirect(`${UTTAG}#nycklar`, 303)
      : visaUttag(c, kontext, { skrivet: { fel: vägran(result.refusal, (f) => f, 'nycklar'), fält: {} } });
  });
  app.get('/statistik/uttag/leverans/:fil', (c) => visaLeverans(c, kontext));
  app.get('/statistik/uttag/:id', (c) => visaSparat(c, kontext));
  app.post('/statistik/uttag/:id', (c) => ändraSparat(c, kontext));
}

/** What was written, name by name with every value; a body that is no form is an empty form. */
async function formulär(c: Context): Promise<Record<string, string[]>> {
  const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  return Object.fromEntries(
    Object.entries(form).map(([namn, värde]) => [
      namn,
      (Array.isArray(värde) ? värde : [värde]).map((v) => (typeof v === 'string' ? v.replaceAll('\0', '') : '')),
    ]),
  );
}

function adressen(c: Context): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([namn, värden]) => [namn, värden.map((v) => v.replaceAll('\0', ''))]),
  );
}

interface Visning {
  readonly skriven?: Skriven;
  readonly skrivet?: Skrivet;
  readonly nyckel?: string;
}

async function visaUttag(c: Context, kontext: Sidkontext, visning: Visning = {}): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const val = await port.statistikval(who);
  const skriven = visning.skriven ?? adressen(c);
  const frågat = Object.keys(skriven).some((namn) => namn === 'indikator');
  const läst = frågat ? läsUttagsfråga(skriven, val) : undefined;
  const frågefel = läst && !läst.ok ? läst.fel.map(({ fält, text }) => ({ id: fält, text })) : [];
  const skrivet = visning.skrivet ?? INGET_SKRIVET;
  const fel = [...frågefel, ...skrivet.fel.filter(({ id }) => !frågefel.some((f) => f.id === id))];
  const svar = läst?.ok ? await port.fråga(who, läst.statistikfråga) : undefined;
  const mått = indikator(skriven['indikator']?.[0] ?? '');
  const sparade = await port.uttag(who);
  const nycklar = await port.nycklar(who);
  return visaStatistik(c, kontext, {
    title: 'Egna uttag',
    flik: 'uttag',
    fel: fel.length > 0,
    status: fel.length > 0 ? 422 : 200,
    children: (
      <>
        <ErrorSummary errors={fel} />
        <h1>Egna uttag</h1>
        <p class="lead">
          Välj vad du vill se. Du kan hämta det som fil, spara det, dela det och låta det göras av sig självt.
        </p>
        <Frågeformulär skriven={skriven} val={val} fel={fel} />
        {läst?.ok && svar && mått ? (
          <>
            <section class="stack" aria-labelledby="svar">
              <h2 id="svar">{mått.namn}</h2>
              <SvarDiagram id="diagram" svar={svar} mått={mått} />
              <SvarTabell id="tabell" svar={svar} mått={mått} />
              <Anmärkningar svar={svar} />
              <Filknappar fråga={läst.fråga} />
              <OmSiffrorna svar={svar} mått={mått} gjort={gjort(svar)} />
            </section>
            <section class="stack-s" aria-labelledby="spara">
              <h2 id="spara">Spara uttaget</h2>
              <form method="post" action={UTTAG} class="stack">
                <Gömda fråga={läst.fråga} />
                <Sparfält fält={skrivet.fält} fel={fel} />
                <Actions>
                  <Button kind="go">Spara</Button>
                </Actions>
              </form>
            </section>
          </>
        ) : null}
        <section class="stack-s" aria-labelledby="sparade">
          <h2 id="sparade">Sparade uttag</h2>
          {sparade.length === 0 ? (
            <p>Du har inga sparade uttag. Välj ett mått och visa det, så kan du spara det.</p>
          ) : (
            <Table
              id="sparade-tabell"
              caption="Sparade uttag och när de görs"
              captionHidden
              narrow="scroll"
              columns={[{ head: 'Namn' }, { head: 'Mått' }, { head: 'Görs av sig självt' }, { head: 'Vems' }]}
              rows={sparade.map((u) => [
                <a href={`${UTTAG}/${u.id}`}>{u.namn}</a>,
                indikator(u.fråga.indikator)?.namn ?? 'Måttet finns inte längre',
                u.nästa === undefined ? 'Nej' : `${SCHEMAN[u.schema].split(',')[0]}, nästa ${kortDatum(u.nästa)}`,
                u.ägare.id === who.id ? (u.delat ? 'Ditt, delat' : 'Ditt') : u.ägare.namn,
              ])}
            />
          )}
        </section>
        {läserStatistik(who) ? <Nycklar nycklar={nycklar} ny={visning.nyckel} skrivet={skrivet} /> : null}
      </>
    ),
  });
}

const gjort = (svar: SkyddatSvar) => (svar.underlagFrån ? tidpunkt(svar.underlagFrån) : 'Inget underlag finns än.');

function Filknappar({ fråga }: { fråga: Uttagsfråga }) {
  const adress = frågaIAdress(fråga);
  return (
    <Actions>
      <LinkButton href={`${UTTAG}/fil.csv?${adress}`}>Hämta CSV</LinkButton>
      <LinkButton href={`${UTTAG}/fil.xlsx?${adress}`}>Hämta Excel</LinkButton>
    </Actions>
  );
}

/** The question as a GET form: the answer has an address that can be kept and sent. */
function Frågeformulär({ skriven, val, fel }: { skriven: Skriven; val: Statistikval; fel: readonly FieldError[] }) {
  const ett = (namn: string, annars = '') => skriven[namn]?.[0] ?? annars;
  const felet = (id: string) => fel.find((f) => f.id === id)?.text;
  const mått = indikator(ett('indikator'));
  const uppdelningar = mått?.uppdelningar ?? Object.keys(DIMENSIONER);
  const källa = mått?.källa ?? 'hushallsmanad';
  const valda = [...(skriven['uppdelning'] ?? []), ...(skriven['uppdelning2'] ?? [])];
  const namn = (u: string) =>
    mått ? uppdelningsnamn(källa, u) : (DIMENSIONER[u as keyof typeof DIMENSIONER]?.namn ?? u);
  const alternativ = uppdelningar.map((u) => ({ value: u, label: namn(u) }));
  const medOkänd = (u: string) =>
    u === '' || uppdelningar.includes(u) ? alternativ : [{ value: u, label: u }, ...alternativ];
  const period = ett('period', ett('fran') !== '' || ett('till') !== '' ? 'fast' : 'senaste');
  const filtrerat = Object.keys(skriven).some((n) => n.startsWith(FILTERFÄLT) && skriven[n]?.some((v) => v !== ''));
  const filter = [
    ...new Set([
      ...uppdelningar,
      ...Object.keys(skriven).flatMap((n) => (n.startsWith(FILTERFÄLT) ? [n.slice(FILTERFÄLT.length)] : [])),
    ]),
  ];
  return (
    <form method="get" action={UTTAG} class="stack panel">
      <Select
        name="indikator"
        label="Mått"
        empty="Välj ett mått"
        options={INDIKATORER.map((i) => ({ value: i.id, label: `${OMRÅDEN[i.område]}: ${i.namn}` }))}
        value={ett('indikator')}
        error={felet('indikator')}
      />
      <div class="choose-row" id="uppdelning-fel">
        <Select
          name="uppdelning"
          label="Dela upp på"
          empty="Ingen uppdelning"
          options={medOkänd(valda[0] ?? '')}
          value={valda[0] ?? ''}
          error={felet('uppdelning')}
        />
        <Select
          name="uppdelning"
          id="uppdelning2"
          label="och på"
          empty="Ingen uppdelning"
          options={medOkänd(valda[1] ?? '')}
          value={valda[1] ?? ''}
        />
        <Select
          name="tid"
          label="En siffra per"
          empty="Måttets kortaste"
          options={TIDER}
          value={ett('tid')}
          error={felet('tid')}
        />
      </div>
      <RadioGroup
        name="period"
        label="Period"
        unsettable={false}
        value={period}
        error={felet('period')}
        choices={[
          {
            value: 'senaste',
            label: 'De senaste hela månaderna',
            reveal: (
              <TextField
                name="senaste"
                label="Antal månader"
                inputmode="numeric"
                width="4"
                value={ett('senaste', '25')}
                error={felet('senaste')}
              />
            ),
          },
          {
            value: 'fast',
            label: 'Bestämda månader',
            reveal: (
              <div class="choose-row">
                <TextField
                  name="fran"
                  label="Från och med"
                  hint="Till exempel 2025-01"
                  width="8"
                  value={ett('fran')}
                  error={felet('fran')}
                />
                <TextField
                  name="till"
                  label="Till och med"
                  hint="Till exempel 2026-10"
                  width="8"
                  value={ett('till')}
                  error={felet('till')}
                />
              </div>
            ),
          },
        ]}
      />
      {val.omfång ? (
        <p class="small muted">
          Det finns uppgifter från {val.omfång.från} till {val.omfång.till}.
        </p>
      ) : null}
      <Details summary="Ta bara med vissa grupper" open={filtrerat || felet('filter') !== undefined}>
        <div class="stack" id="filter">
          {felet('filter') ? <p class="error">{felet('filter')}</p> : null}
          {mått === undefined ? (
            <p>Välj ett mått och visa det först. Då står det här vad det kan begränsas på.</p>
          ) : null}
          {(mått ? filter : []).map((u) => {
            const givna = skriven[`${FILTERFÄLT}${u}`] ?? [];
            const värden = [...new Set([...(värdenI(källa, u, val.värden) ?? []), ...givna.filter((v) => v !== '')])];
            return värden.length === 0 ? null : (
              <Details
                summary={`${namn(u)}${givna.length > 0 ? ` (${givna.length} valda)` : ''}`}
                open={givna.length > 0}
              >
                <CheckboxGroup
                  name={`${FILTERFÄLT}${u}`}
                  label={`Ta bara med, ${namn(u).toLowerCase()}`}
                  values={givna}
                  choices={värden.map((v) => ({ value: v, label: värdenamn(källa, u, v) }))}
                />
              </Details>
            );
          })}
        </div>
      </Details>
      <Actions>
        <Button kind="go">Visa</Button>
      </Actions>
    </form>
  );
}

function Gömda({ fråga }: { fråga: Uttagsfråga }) {
  return (
    <>
      {[...new URLSearchParams(frågaIAdress(fråga))].map(([namn, värde]) => (
        <input type="hidden" name={namn} value={värde} />
      ))}
    </>
  );
}

function Sparfält({ fält, fel }: { fält: Skrivet['fält']; fel: readonly FieldError[] }) {
  const felet = (id: string) => fel.find((f) => f.id === id)?.text;
  return (
    <>
      <TextField name="namn" label="Namn" value={fält['namn'] ?? ''} error={felet('namn')} />
      <Checkbox name="delat" label="Dela med alla i nämnden som läser statistik" checked={fält['delat'] === 'ja'} />
      <RadioGroup
        name="schema"
        label="Ska det göras av sig självt?"
        hint={`Varje resultat sparas i ${LEVERANS_DAGAR} dagar.`}
        unsettable={false}
        value={fält['schema'] ?? 'inget'}
        error={felet('schema')}
        choices={Object.entries(SCHEMAN).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

function Nycklar({
  nycklar,
  ny,
  skrivet,
}: {
  nycklar: readonly Statistiknyckel[];
  ny: string | undefined;
  skrivet: Skrivet;
}) {
  const fel = skrivet.fel.find(({ id }) => id === 'nyckelnamn')?.text;
  return (
    <section class="stack-s" aria-labelledby="nycklar">
      <h2 id="nycklar">Nycklar till gränssnittet för program</h2>
      <p>
        Ett program kan hämta samma skyddade siffror. Adresserna står i{' '}
        <a href="/api/v1/openapi.json">beskrivningen av gränssnittet</a>. Nyckeln gäller med din behörighet i ett år.
      </p>
      {ny ? (
        <Notice kind="ok" heading="Här är nyckeln">
          <p>
            Kopiera den nu. Den visas bara en gång: <code>{ny}</code>
          </p>
        </Notice>
      ) : null}
      {nycklar.length === 0 ? null : (
        <Table
          id="nycklar-tabell"
          caption="Nycklar"
          captionHidden
          narrow="scroll"
          columns={[{ head: 'Används till' }, { head: 'Gäller till och med' }, { head: 'Avsluta' }]}
          rows={nycklar.map((n) => [
            n.namn,
            kortDatum(n.till),
            <form method="post" action={`${UTTAG}/nyckel/avsluta`}>
              <Button name="nyckel" value={n.id} kind="quiet">
                Avsluta<span class="vh"> {n.namn}</span>
              </Button>
            </form>,
          ])}
        />
      )}
      <Details summary="Skapa en nyckel" open={fel !== undefined}>
        <form method="post" action={`${UTTAG}/nyckel`} class="stack">
          <TextField
            name="nyckelnamn"
            label="Vad ska den användas till?"
            hint={`Du kan ha ${FLEST_NYCKLAR} nycklar.`}
            value={skrivet.fält['nyckelnamn'] ?? ''}
            error={fel}
          />
          <Actions>
            <Button>Skapa nyckel</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

/** The texts of a form, the first value of each name. */
const första = (skriven: Skriven): Record<string, string> =>
  Object.fromEntries(Object.entries(skriven).map(([namn, [värde]]) => [namn, värde ?? '']));

async function sparaNytt(c: Context, kontext: Sidkontext): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const skriven = await formulär(c);
  const fält = första(skriven);
  const läst = läsUttagsfråga(skriven, await port.statistikval(who));
  if (!läst.ok) {
    const fel = läst.fel.map((f) => ({ id: f.fält, text: f.text }));
    return visaUttag(c, kontext, { skriven, skrivet: { fel, fält } });
  }
  const önskan = { namn: fält['namn'] ?? '', delat: fält['delat'] === 'ja', schema: fält['schema'] ?? 'inget' };
  const result = await port.sparaUttag(who, undefined, läst.fråga, önskan);
  return result.ok
    ? c.redirect(`${UTTAG}/${result.uttag.id}`, 303)
    : visaUttag(c, kontext, { skriven, skrivet: { fel: vägran(result.refusal, (f) => f, 'namn'), fält } });
}

async function skapaNyckel(c: Context, kontext: Sidkontext): Promise<Response> {
  const fält = första(await formulär(c));
  const result = await kontext.port.statistik.skapaNyckel(medarbetare(kontext, c), fält['nyckelnamn'] ?? '');
  return visaUttag(c, kontext, {
    skriven: {},
    ...(result.ok
      ? { nyckel: result.text }
      : { skrivet: { fel: vägran(result.refusal, (f) => f, 'nyckelnamn'), fält } }),
  });
}

async function hämtaFil(c: Context, kontext: Sidkontext, slag: 'csv' | 'xlsx'): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const läst = läsUttagsfråga(adressen(c), await port.statistikval(who));
  if (!läst.ok || !läserStatistik(who)) return visaUttag(c, kontext);
  const svar = await port.fråga(who, läst.statistikfråga, 'hamtad');
  return fil(c, svar, slag, `${svar.fråga.indikator}-${svar.fråga.från}-${svar.fråga.till}`);
}

/** An answer as a file to save. */
async function fil(c: Context, svar: SkyddatSvar, slag: string, namn: string): Promise<Response> {
  const mått = indikator(svar.fråga.indikator);
  if (!mått) return c.notFound();
  const huvuden = (typ: string) => ({
    'content-type': typ,
    'content-disposition': `attachment; filename="${namn}.${slag}"`,
    'cache-control': 'no-store',
  });
  if (slag === 'csv') return c.body(uttagsCsv(svar, mått), 200, huvuden('text/csv; charset=utf-8'));
  return c.body(new Uint8Array(await uttagsXlsx(svar, mått)), 200, huvuden(XLSX));
}

const finnsInte = (c: Context, kontext: Sidkontext) =>
  visaStatistik(c, kontext, {
    title: 'Uttaget finns inte',
    flik: 'uttag',
    status: 404,
    children: (
      <>
        <h1>Uttaget finns inte</h1>
        <p>
          Det har tagits bort, eller så är det någon annans. <a href={UTTAG}>Se de sparade uttagen</a>
        </p>
      </>
    ),
  });

async function visaLeverans(c: Context, kontext: Sidkontext): Promise<Response> {
  const [, id = '', slag] = /^([^.]*)(?:\.(csv|xlsx))?$/.exec(c.req.param('fil') ?? '') ?? [];
  const funnen = await kontext.port.statistik.leverans(medarbetare(kontext, c), id, slag ? 'hamtad' : 'last');
  const mått = funnen && indikator(funnen.leverans.svar.fråga.indikator);
  if (!funnen || !mått) return finnsInte(c, kontext);
  const { uttag, leverans } = funnen;
  if (slag) return fil(c, leverans.svar, slag, `${leverans.svar.fråga.indikator}-${leverans.dag}`);
  return visaStatistik(c, kontext, {
    title: `${uttag.namn}, ${kortDatum(leverans.dag)}`,
    flik: 'uttag',
    children: (
      <>
        <Breadcrumb
          items={[
            { href: UTTAG, label: 'Egna uttag' },
            { href: `${UTTAG}/${uttag.id}`, label: uttag.namn },
          ]}
          here={kortDatum(leverans.dag)}
        />
        <h1>
          {uttag.namn}, {kortDatum(leverans.dag)}
        </h1>
        <p class="lead">Så här såg svaret ut när det gjordes. Det har inte räknats om.</p>
        <SvarDiagram id="diagram" svar={leverans.svar} mått={mått} />
        <SvarTabell id="tabell" svar={leverans.svar} mått={mått} />
        <Anmärkningar svar={leverans.svar} />
        <Actions>
          <LinkButton href={`${UTTAG}/leverans/${leverans.id}.csv`}>Hämta CSV</LinkButton>
          <LinkButton href={`${UTTAG}/leverans/${leverans.id}.xlsx`}>Hämta Excel</LinkButton>
        </Actions>
        <OmSiffrorna svar={leverans.svar} mått={mått} gjort={gjort(leverans.svar)} />
      </>
    ),
  });
}

async function visaSparat(c: Context, kontext: Sidkontext, skrivet: Skrivet = INGET_SKRIVET): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const funnen = await port.hittaUttag(who, c.req.param('id') ?? '');
  const mått = funnen && indikator(funnen.uttag.fråga.indikator);
  if (!funnen || !mått) return finnsInte(c, kontext);
  const { uttag, leveranser } = funnen;
  const val = await port.statistikval(who);
  const svar = await port.fråga(who, frågaFör(uttag.fråga, val.idag));
  return visaStatistik(c, kontext, {
    title: uttag.namn,
    flik: 'uttag',
    fel: skrivet.fel.length > 0,
    status: skrivet.fel.length > 0 ? 422 : 200,
    children: (
      <>
        <Breadcrumb items={[{ href: UTTAG, label: 'Egna uttag' }]} here={uttag.namn} />
        <ErrorSummary errors={skrivet.fel} />
        <h1>{uttag.namn}</h1>
        <p class="lead">
          {mått.namn}. {uttag.ägare.id === who.id ? 'Ditt uttag' : `Delat av ${uttag.ägare.namn}`}
          {uttag.nästa ? `. Görs nästa gång ${kortDatum(uttag.nästa)}.` : '.'}
        </p>
        <SvarDiagram id="diagram" svar={svar} mått={mått} />
        <SvarTabell id="tabell" svar={svar} mått={mått} />
        <Anmärkningar svar={svar} />
        <Filknappar fråga={uttag.fråga} />
        <p>
          <a href={`${UTTAG}?${frågaIAdress(uttag.fråga)}`}>Ändra frågan och spara som ett nytt uttag</a>
        </p>
        <OmSiffrorna svar={svar} mått={mått} gjort={gjort(svar)} />
        <section class="stack-s" aria-labelledby="leveranser">
          <h2 id="leveranser">Det som har gjorts av sig självt</h2>
          {leveranser.length === 0 ? (
            <p>Inget än.</p>
          ) : (
            <ul class="plain-list">
              {leveranser.map((l) => (
                <li>
                  <a href={`${UTTAG}/leverans/${l.id}`}>{kortDatum(l.dag)}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
        {uttag.ägare.id === who.id ? <Ändra uttag={uttag} skrivet={skrivet} /> : null}
      </>
    ),
  });
}

function Ändra({ uttag, skrivet }: { uttag: Uttag; skrivet: Skrivet }) {
  const fält =
    Object.keys(skrivet.fält).length > 0
      ? skrivet.fält
      : { namn: uttag.namn, delat: uttag.delat ? 'ja' : '', schema: uttag.schema };
  return (
    <Details summary="Ändra eller ta bort" open={skrivet.fel.length > 0}>
      <form method="post" action={`${UTTAG}/${uttag.id}`} class="stack">
        <input type="hidden" name="version" value={String(uttag.version)} />
        <Sparfält fält={fält} fel={skrivet.fel} />
        <Actions>
          <Button kind="go" name="gor" value="spara">
            Spara ändringen
          </Button>
          <Button kind="quiet" name="gor" value="ta-bort">
            Ta bort uttaget och allt det har gjort
          </Button>
        </Actions>
      </form>
    </Details>
  );
}

async function ändraSparat(c: Context, kontext: Sidkontext): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const id = c.req.param('id') ?? '';
  const fält = första(await formulär(c));
  const version = /^\d{1,9}$/.test(fält['version'] ?? '') ? Number(fält['version']) : 0;
  const funnen = await port.hittaUttag(who, id);
  if (!funnen) return finnsInte(c, kontext);
  const önskan = { namn: fält['namn'] ?? '', delat: fält['delat'] === 'ja', schema: fält['schema'] ?? '' };
  if (fält['gor'] === 'ta-bort') {
    const result = await port.taBortUttag(who, id, version);
    if (result.ok) return c.redirect(UTTAG, 303);
    return visaSparat(c, kontext, { fel: vägran(result.refusal, (f) => f, 'namn'), fält });
  }
  const result = await port.sparaUttag(who, { id, version }, funnen.uttag.fråga, önskan);
  return result.ok
    ? c.redirect(`${UTTAG}/${id}`, 303)
    : visaSparat(c, kontext, { fel: vägran(result.refusal, (f) => f, 'namn'), fält });
}
