import {
  dagIOrd,
  flyttaDag,
  isovecka,
  läsVeckokod,
  MARKSLAG,
  type Pass,
  passIOrd,
  type Refusal,
  veckokod,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  Empty,
  ErrorSummary,
  Facts,
  type FieldError,
  kortDatum,
  Line,
  Lines,
  Notice,
  RadioGroup,
  Select,
  Tag,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet } from '../formular.ts';
import type { Deltagardag, Deltagarvecka, Markrad } from '../person/deltagande-port.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';

const BAS = '/handlaggning/deltagare';
const SLAG = Object.entries(MARKSLAG).map(([value, label]) => ({ value, label }));

/** A provider's pages: this week's participants, a day to mark, and one participant. */
export function deltagarSidor(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  app.get('/deltagare', async (c) => {
    const who = medarbetare(kontext, c);
    const vecka = läsVeckokod(c.req.query('vecka') ?? '') ?? isovecka(kontext.port.idag());
    const bild = await väg.deltagarvecka(who, vecka.från, vecka.till);
    if (!bild) return förbjudet(c, kontext);
    const klart = c.req.query('sparat');
    return visa(c, kontext, {
      title: `Deltagare vecka ${vecka.nummer}`,
      flik: 'deltagare',
      children: (
        <div class="stack-l">
          <div class="stack-s">
            <h1>Deltagare vecka {vecka.nummer}</h1>
            <p class="muted">
              {bild.anordnare}, {kortDatum(vecka.från)}–{kortDatum(vecka.till)}
            </p>
            <p class="row">
              <a href={`${BAS}?vecka=${veckokod(isovecka(flyttaDag(vecka.från, -7)))}`}>Förra veckan</a>
              <a href={`${BAS}?vecka=${veckokod(isovecka(flyttaDag(vecka.från, 7)))}`}>Nästa vecka</a>
              <a href={`${BAS}/anvisningar`}>Anvisningar att svara på</a>
            </p>
          </div>
          {klart && /^\d{4}-\d{2}-\d{2}$/.test(klart) ? (
            <Notice kind="ok" live>
              <p>{versal(dagIOrd(klart))} är sparad.</p>
            </Notice>
          ) : null}
          <Veckans dagar={bild} />
          <section class="stack-s" aria-labelledby="alla">
            <h2 id="alla">Veckans deltagare</h2>
            {bild.deltagare.length === 0 ? (
              <p>Ni har inga deltagare den här veckan.</p>
            ) : (
              <Lines>
                {bild.deltagare.map((d) => (
                  <Line note={d.pass.map(passIOrd).join(', ')}>
                    <a href={`${BAS}/${d.anvisning}`}>{d.namn}</a>, {d.insats}
                  </Line>
                ))}
              </Lines>
            )}
          </section>
        </div>
      ),
    });
  });

  const visaDag = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const dag = läsDag(c.req.param('dag'));
    if (dag === undefined) return ingen(c, kontext);
    const bild = await väg.deltagarvecka(who, dag, dag);
    if (!bild) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: `Markera ${dagIOrd(dag)}`,
      flik: 'deltagare',
      fel: skrivet.fel.length > 0,
      status,
      children: <Dagsida bild={bild} dag={dag} skrivet={skrivet} />,
    });
  };

  app.get('/deltagare/dag/:dag', (c) => visaDag(c));

  app.post('/deltagare/dag/:dag', async (c) => {
    const fält = await formfält(c);
    const dag = läsDag(c.req.param('dag'));
    if (dag === undefined) return ingen(c, kontext);
    if (fält['alla'] !== undefined) {
      const omarkerade = Object.keys(fält)
        .filter((namn) => namn.startsWith('id-'))
        .map((namn) => namn.replace('id-', 'slag-'))
        .filter((namn) => !fält[namn]);
      return visaDag(c, {
        fel: [],
        fält: { ...fält, ...Object.fromEntries(omarkerade.map((namn) => [namn, 'deltog'])) },
      });
    }
    const rader = Object.keys(fält)
      .filter((namn) => namn.startsWith('id-'))
      .map((namn): Markrad => läsRad(fält, namn.slice(3), dag));
    const svar = await väg.markera(medarbetare(kontext, c), rader, fält['skal'] ?? '');
    if (!svar.ok) return visaDag(c, { fel: felen(svar.refusal, 'spara'), fält }, 422);
    return c.redirect(`${BAS}?vecka=${veckokod(isovecka(dag))}&sparat=${dag}`, 303);
  });

  const visaEn = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 422 = 200) => {
    const bild = await väg.deltagaren(medarbetare(kontext, c), c.req.param('anvisning') ?? '');
    if (!bild) return ingen(c, kontext);
    const { deltagare } = bild;
    const rättade = new Set(bild.märken.map(({ rättar }) => rättar?.mark));
    return visa(c, kontext, {
      title: deltagare.namn,
      flik: 'deltagare',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <div class="stack-s">
            <Breadcrumb items={[{ href: BAS, label: 'Deltagare' }]} here={deltagare.namn} />
            <ErrorSummary errors={skrivet.fel} />
            <h1>{deltagare.namn}</h1>
            <Facts
              items={[
                { name: 'Aktivitet', value: deltagare.insats },
                { name: 'Placering', value: `${kortDatum(deltagare.från)}–${kortDatum(deltagare.till)}` },
                { name: 'Tider', value: deltagare.pass.map(passIOrd).join(', ') },
                ...(deltagare.tänkPå === '' ? [] : [{ name: 'Tänk på', value: deltagare.tänkPå }]),
              ]}
            />
          </div>
          <section class="stack-s" aria-labelledby="kontakt">
            <h2 id="kontakt">Kontakt</h2>
            <p>
              {deltagare.kontakt.namn ? `${deltagare.kontakt.namn}, ` : ''}
              {deltagare.kontakt.telefon}. Ring om något ändras eller om du är orolig.
            </p>
          </section>
          <section class="stack-s" aria-labelledby="en-dag">
            <h2 id="en-dag">Markera eller ändra en dag</h2>
            <form method="post" class="stack">
              <TextField
                label="Dag"
                name="dag"
                id={`dag-${deltagare.anvisning}`}
                hint="ÅÅÅÅ-MM-DD, en dag i placeringen"
                width="13"
                value={skrivet.fält['dag'] ?? bild.idag}
                error={felFör(skrivet, `dag-${deltagare.anvisning}`)}
              />
              <Select
                label="Vad stämmer?"
                name="slag"
                id={`slag-${deltagare.anvisning}`}
                options={SLAG}
                value={skrivet.fält['slag']}
                error={felFör(skrivet, `slag-${deltagare.anvisning}`)}
              />
              <TextField
                label="Timmar, om det inte var hela tiden"
                optional
                name="timmar"
                id={`timmar-${deltagare.anvisning}`}
                inputmode="decimal"
                width="4"
                value={skrivet.fält['timmar'] ?? ''}
                error={felFör(skrivet, `timmar-${deltagare.anvisning}`)}
              />
              <TextField
                label="Varför, om du ändrar en markering"
                optional
                name="skal"
                value={skrivet.fält['skal'] ?? ''}
                error={felFör(skrivet, 'skal')}
              />
              <Actions>
                <Button kind="go">Spara dagen</Button>
              </Actions>
            </form>
          </section>
          <section class="stack-s" aria-labelledby="markeringar">
            <h2 id="markeringar">Markeringar</h2>
            {bild.märken.length === 0 ? (
              <p>Inget är markerat än.</p>
            ) : (
              <Lines small>
                {bild.märken.map((m) => (
                  <Line
                    amount={`${tal(m.timmar)} h`}
                    note={`${m.av}, ${tidpunkt(m.tid)}${m.rättar ? `. Ändrad: ${m.rättar.skäl}` : ''}`}
                  >
                    {versal(dagIOrd(m.dag))}: {MARKSLAG[m.slag]}{' '}
                    {rättade.has(m.id) ? <Tag>Gäller inte längre</Tag> : null}
                  </Line>
                ))}
              </Lines>
            )}
          </section>
        </div>
      ),
    });
  };

  app.get('/deltagare/:anvisning', (c) => visaEn(c));

  app.post('/deltagare/:anvisning', async (c) => {
    const fält = await formfält(c);
    const anvisning = c.req.param('anvisning');
    const rad = {
      anvisning,
      dag: (fält['dag'] ?? '').trim(),
      slag: fält['slag'] ?? '',
      timmar: läsTimmar(fält['timmar']),
    };
    const svar = await väg.markera(medarbetare(kontext, c), [rad], fält['skal'] ?? '');
    if (svar.ok) return c.redirect(`${BAS}/${anvisning}`, 303);
    if (svar.refusal.kod === 'finns-inte') return ingen(c, kontext);
    return visaEn(c, { fel: felen(svar.refusal, `dag-${anvisning}`), fält }, 422);
  });
}

function Veckans({ dagar: { dagar, idag } }: { dagar: Deltagarvecka }) {
  const perDag = Map.groupBy(dagar, ({ dag }) => dag);
  if (perDag.size === 0)
    return (
      <Empty heading="Inget är planerat den här veckan" level={2}>
        <p>Välj en annan vecka, eller ring samordnaren om det inte stämmer.</p>
      </Empty>
    );
  return (
    <section class="stack-s" aria-labelledby="dagar">
      <h2 id="dagar">Dagar</h2>
      <Lines>
        {[...perDag].map(([dag, rader]) => {
          const kvar = rader.filter(({ mark }) => !mark).length;
          return (
            <li class="line">
              <span>
                {dag <= idag ? <a href={`${BAS}/dag/${dag}`}>{versal(dagIOrd(dag))}</a> : versal(dagIOrd(dag))}
                {dag === idag ? ' · i dag' : ''}
                <br />
                <span class="small muted">{rader.map(({ deltagare }) => deltagare.namn).join(', ')}</span>
              </span>
              <span>
                {dag > idag ? (
                  <Tag>Kommande</Tag>
                ) : kvar === 0 ? (
                  <Tag kind="ok">Klar</Tag>
                ) : (
                  <Tag kind="attention">{kvar} att markera</Tag>
                )}
              </span>
            </li>
          );
        })}
      </Lines>
      <p class="small muted">Inte markerat betyder att ni inte har rapporterat. Det är aldrig frånvaro.</p>
    </section>
  );
}

function Dagsida({ bild, dag, skrivet }: { bild: Deltagarvecka; dag: string; skrivet: Skrivet }) {
  const markerade = bild.dagar.some(({ mark }) => mark !== undefined);
  return (
    <div class="stack-l">
      <div class="stack-s">
        <Breadcrumb
          items={[{ href: `${BAS}?vecka=${veckokod(isovecka(dag))}`, label: 'Deltagare' }]}
          here={dagIOrd(dag)}
        />
        <ErrorSummary errors={skrivet.fel} />
        <h1>{versal(dagIOrd(dag))}</h1>
      </div>
      {bild.dagar.length === 0 ? (
        <Empty heading="Ingen deltagare har något planerat den här dagen" level={2}>
          <p>Välj en annan dag i veckan.</p>
        </Empty>
      ) : dag > bild.idag ? (
        <Empty heading="Dagen har inte varit än" level={2}>
          <p>Markera den när den har börjat.</p>
        </Empty>
      ) : (
        <form method="post" class="stack-l">
          <Actions>
            <Button kind="neutral" name="alla" value="deltog" wide>
              Markera alla som deltog
            </Button>
          </Actions>
          <p class="small muted">Det som redan är markerat ändras inte.</p>
          {bild.dagar.map((rad) => (
            <Radfält rad={rad} skrivet={skrivet} />
          ))}
          {markerade ? (
            <TextField
              label="Varför ändrar du?"
              hint="Skriv om du ändrar något som redan är markerat."
              optional
              name="skal"
              value={skrivet.fält['skal'] ?? ''}
              error={felFör(skrivet, 'skal')}
            />
          ) : null}
          <div class="stack-s" id="spara">
            <p class="small muted">Lämna "Inte markerat" om du inte vet. Det är aldrig frånvaro.</p>
            <Actions>
              <Button kind="go" wide>
                Spara dagen
              </Button>
            </Actions>
          </div>
        </form>
      )}
    </div>
  );
}

function Radfält({ rad, skrivet }: { rad: Deltagardag; skrivet: Skrivet }) {
  const { deltagare, mark } = rad;
  const id = deltagare.anvisning;
  return (
    <div class="card stack-s">
      <input type="hidden" name={`id-${id}`} value={id} />
      <RadioGroup
        label={deltagare.namn}
        hint={`${deltagare.insats}, ${tider(rad.pass)}${deltagare.tänkPå === '' ? '' : `. Tänk på: ${deltagare.tänkPå}`}`}
        name={`slag-${id}`}
        unsettable={false}
        choices={[{ value: '', label: 'Inte markerat' }, ...SLAG]}
        value={skrivet.fält[`slag-${id}`] ?? mark?.slag ?? ''}
        error={felFör(skrivet, `slag-${id}`) ?? felFör(skrivet, `dag-${id}`)}
      />
      <Details summary="Bara en del av tiden" open={felFör(skrivet, `timmar-${id}`) !== undefined}>
        <TextField
          label={`Timmar, av ${tal(rad.timmar)}`}
          name={`timmar-${id}`}
          inputmode="decimal"
          width="4"
          value={skrivet.fält[`timmar-${id}`] ?? (mark && mark.timmar !== rad.timmar ? tal(mark.timmar) : '')}
          error={felFör(skrivet, `timmar-${id}`)}
        />
      </Details>
    </div>
  );
}

function felen(refusal: Refusal, annars: string): FieldError[] {
  return (
    refusal.fält?.map((f) => ({ id: f.fält, text: f.text })) ?? [
      { id: annars, text: `${refusal.text} ${refusal.tillåtet}` },
    ]
  );
}

function läsRad(fält: Fält, anvisning: string, dag: string): Markrad {
  return { anvisning, dag, slag: fält[`slag-${anvisning}`] ?? '', timmar: läsTimmar(fält[`timmar-${anvisning}`]) };
}

/** Hours as written, with comma or point; NaN when it is no number, undefined when nothing is written. */
function läsTimmar(text: string | undefined): number | undefined {
  const rent = (text ?? '').trim().replace(',', '.');
  if (rent === '') return undefined;
  return /^\d+(\.\d+)?$/.test(rent) ? Number(rent) : Number.NaN;
}

function läsDag(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function ingen(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Sidan finns inte',
    flik: 'deltagare',
    status: 404,
    children: (
      <div class="stack">
        <h1>Sidan finns inte</h1>
        <p>Adressen är fel, eller så är deltagaren inte hos er.</p>
        <p>
          <a href={BAS}>Gå till era deltagare</a>
        </p>
      </div>
    ),
  });
}

const tider = (pass: readonly Pass[]) => pass.map(({ från, till }) => `${från}–${till}`).join(' och ');
const versal = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const tal = (timmar: number) => String(timmar).replace('.', ',');
