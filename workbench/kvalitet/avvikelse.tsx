import {
  ALLVARSGRADER,
  AVVIKELSEORSAKER,
  AVVIKELSEPROCESSER,
  dagIOrd,
  EFFEKTER,
  flyttaDag,
  nästaAvvikelsestatus,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  DateField,
  Details,
  datumDelar,
  ErrorSummary,
  Facts,
  Lines,
  Notice,
  RadioGroup,
  Select,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { dagI } from '../person/steg.tsx';
import { förbjudet, medarbetare, type Sidkontext } from '../sida.tsx';
import { Avvikelseläge } from './kvalitet.tsx';
import type { Anmälningsläge, Avvikelseakt, Avvikelsebild } from './kvalitet-port.ts';
import { finnsInte, KVALITET, visaKvalitet } from './kvalitet-sida.tsx';

/** The empty text is no value. */
const eller = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);

/** Reports a deviation, and follows it from inquiry to effect. */
export function avvikelsesidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;

  const anmäl = async (c: Context, från: Readonly<Record<string, string>>, skrivet: Skrivet = INGET_SKRIVET) => {
    const läge = await statistik.anmälningsläge(medarbetare(kontext, c), {
      ansökan: eller(från['arende']),
      person: eller(från['person']),
      akt: eller(från['akt']),
      checklista: eller(från['lista']),
      fråga: eller(från['fraga']),
    });
    if (!läge) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: 'Anmäl avvikelse',
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb items={[{ href: KVALITET, label: 'Kvalitet' }]} here="Anmäl avvikelse" />
          <ErrorSummary errors={skrivet.fel} />
          <h1>Anmäl avvikelse</h1>
          <Anmälan läge={läge} från={från} skrivet={skrivet} />
        </>
      ),
    });
  };

  app.get('/kvalitet/avvikelse', (c) => anmäl(c, c.req.query()));

  app.post('/kvalitet/avvikelse', async (c) => {
    const fält = await formfält(c);
    const result = await statistik.anmälAvvikelse(medarbetare(kontext, c), {
      rubrik: fält['rubrik'] ?? '',
      vad: fält['vad'] ?? '',
      process: fält['process'] ?? '',
      allvar: fält['allvar'] ?? '',
      dag: dagI(fält, 'dag') ?? '',
      ansökan: eller(fält['arende']),
      person: eller(fält['person']),
      akt: eller(fält['akt']),
      checklista: eller(fält['lista']),
      fråga: eller(fält['fraga']),
    });
    return result.ok
      ? c.redirect(`${KVALITET}/avvikelse/${result.avvikelse.id}`, 303)
      : anmäl(c, fält, { fel: vägran(result.refusal, (f) => f, 'rubrik'), fält });
  });

  const en = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, orsaker?: readonly string[]) => {
    const bild = await statistik.avvikelsebild(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return finnsInte(c, kontext, 'Avvikelsen');
    const a = bild.avvikelse;
    const bas = `${KVALITET}/avvikelse/${a.id}`;
    return visaKvalitet(c, kontext, {
      title: a.rubrik,
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb items={[{ href: KVALITET, label: 'Kvalitet' }]} here={`Avvikelse ${a.nummer}`} />
          <ErrorSummary errors={skrivet.fel} />
          <div class="wb-title">
            <h1>{a.rubrik}</h1>
            <Avvikelseläge status={a.status} />
          </div>
          <Facts items={fakta(bild)} />
          <p>{a.vad}</p>
          <Utredning bild={bild} skrivet={skrivet} bas={bas} orsaker={orsaker} />
          <Åtgärder bild={bild} skrivet={skrivet} bas={bas} />
          <Uppföljning bild={bild} skrivet={skrivet} bas={bas} />
          <Slut bild={bild} skrivet={skrivet} bas={bas} />
        </>
      ),
    });
  };

  app.get('/kvalitet/avvikelse/:id', (c) => en(c));

  app.post('/kvalitet/avvikelse/:id', async (c) => {
    const fält = await formfält(c);
    const orsaker = await kryssade(c, 'orsaker');
    const id = c.req.param('id');
    const result = await statistik.avvikelseakt(medarbetare(kontext, c), id, akten(fält, orsaker));
    return result.ok
      ? c.redirect(`${KVALITET}/avvikelse/${id}`, 303)
      : en(c, { fel: vägran(result.refusal, (f) => f, plats(fält['gor'] ?? '')), fält }, orsaker);
  });
}

/** The act that a form asks for; a form that asks for nothing known is refused as an inquiry without causes. */
function akten(fält: Readonly<Record<string, string>>, orsaker: readonly string[]): Avvikelseakt {
  const text = fält['text'] ?? '';
  switch (fält['gor']) {
    case 'tilldela':
      return { gör: 'tilldela', utredare: fält['utredare'] ?? '' };
    case 'atgard':
      return {
        gör: 'atgard',
        text: fält['atgard'] ?? '',
        ansvarig: fält['ansvarig'] ?? '',
        senast: dagI(fält, 'senast') ?? '',
      };
    case 'gjort':
      return {
        gör: 'gjort',
        åtgärd: fält['id'] ?? '',
        text: fält[`gjort-${fält['id']}`] ?? '',
      };
    case 'folj-upp':
      return { gör: 'folj-upp', effekt: fält['effekt'] ?? '', text: fält['uppfoljning'] ?? '' };
    case 'avsluta':
      return { gör: 'avsluta', text: fält['avslut'] ?? text };
    case 'avskriv':
      return { gör: 'avskriv', text: fält['avskriv'] ?? text };
    default:
      return { gör: 'utred', orsaker, text: fält['utredning'] ?? '' };
  }
}

/** The field that a refusal without fields of its own is shown at. */
function plats(gör: string): string {
  const platser: Readonly<Record<string, string>> = {
    tilldela: 'utredare',
    atgard: 'atgard',
    'folj-upp': 'effekt',
    avsluta: 'avslut',
    avskriv: 'avskriv',
  };
  return platser[gör] ?? 'orsaker';
}

function Anmälan({
  läge,
  från,
  skrivet,
}: {
  läge: Anmälningsläge;
  från: Readonly<Record<string, string>>;
  skrivet: Skrivet;
}) {
  const { fält } = skrivet;
  return (
    <form method="post" action={`${KVALITET}/avvikelse`} class="stack">
      {läge.gäller ? (
        <Notice>
          <p>Avvikelsen sågs i: {läge.gäller}.</p>
          {läge.fråga ? <p>Frågan som brast: {läge.fråga.text}</p> : null}
        </Notice>
      ) : null}
      <input type="hidden" name="arende" value={läge.akt ? '' : (läge.ansökan ?? '')} />
      <input type="hidden" name="person" value={läge.person ?? ''} />
      <input type="hidden" name="akt" value={läge.akt ?? ''} />
      <input type="hidden" name="lista" value={från['lista'] ?? ''} />
      <input type="hidden" name="fraga" value={från['fraga'] ?? ''} />
      <TextField
        name="rubrik"
        label="Vad är avvikelsen, i korthet?"
        value={fält['rubrik'] ?? ''}
        error={felFör(skrivet, 'rubrik')}
      />
      <Textarea
        name="vad"
        label="Vad har hänt?"
        hint="Skriv inte namn på personer. Skriv om arbetet, inte om vem som gjorde fel."
        rows={5}
        value={fält['vad'] ?? läge.fråga?.skrivet ?? ''}
        error={felFör(skrivet, 'vad')}
      />
      <Select
        name="process"
        label="Var i arbetet?"
        empty="Välj"
        value={fält['process'] ?? ''}
        error={felFör(skrivet, 'process')}
        options={Object.entries(AVVIKELSEPROCESSER).map(([value, label]) => ({ value, label }))}
      />
      <RadioGroup
        name="allvar"
        label="Hur allvarligt är det?"
        unsettable={false}
        value={fält['allvar'] ?? ''}
        error={felFör(skrivet, 'allvar')}
        choices={Object.entries(ALLVARSGRADER).map(([value, label]) => ({ value, label }))}
      />
      <DateField
        name="dag"
        label="När hände det, eller när såg du det?"
        value={fält['dag-dag'] === undefined ? läge.idag : datumDelar('dag', fält)}
        error={felFör(skrivet, 'dag')}
      />
      <p class="muted">
        Missförhållanden som enligt lag ska rapporteras (lex Sarah) anmäls inte här. Följ kommunens egen rutin.
      </p>
      <Actions>
        <Button kind="go">Anmäl avvikelsen</Button>
      </Actions>
    </form>
  );
}

function fakta({ avvikelse: a, gäller, kanÖppna, kanÖppnaAkt }: Avvikelsebild) {
  return [
    { name: 'Var', value: AVVIKELSEPROCESSER[a.process] },
    { name: 'Hur allvarligt', value: ALLVARSGRADER[a.allvar] },
    { name: 'Dag', value: dagIOrd(a.dag) },
    { name: 'Anmäld av', value: `${a.anmäld.av.namn}, ${tidpunkt(a.anmäld.tid)}` },
    ...(gäller
      ? [
          {
            name: 'Sågs i',
            value:
              a.ansökan && kanÖppna ? (
                <a href={`/handlaggning/arenden/${a.ansökan}`}>{gäller}</a>
              ) : a.person ? (
                <a href={`/handlaggning/person/${a.person}`}>{gäller}</a>
              ) : (
                gäller
              ),
          },
        ]
      : []),
    ...(a.granskning && kanÖppnaAkt
      ? [{ name: 'Granskning', value: <a href={`${KVALITET}/akt/${a.granskning.akt}`}>Akten i granskningen</a> }]
      : []),
  ];
}

interface Del {
  bild: Avvikelsebild;
  skrivet: Skrivet;
  bas: string;
}

function Utredning({ bild, skrivet, bas, orsaker }: Del & { orsaker: readonly string[] | undefined }) {
  const { avvikelse: a, hanterar, personal, jag } = bild;
  const kanTilldela = hanterar && nästaAvvikelsestatus(a.status, 'tilldelad') !== undefined;
  const kanUtreda = (hanterar || a.utredare?.id === jag) && nästaAvvikelsestatus(a.status, 'utredd') !== undefined;
  return (
    <section class="stack" aria-labelledby="utredningen">
      <h2 id="utredningen">Utredning</h2>
      {a.utredning ? (
        <div class="stack-s">
          <p>
            <b>{a.utredning.orsaker.map((o) => AVVIKELSEORSAKER[o]).join('. ')}.</b> {a.utredning.text}
          </p>
          <p class="muted">
            {a.utredning.av.namn}, {tidpunkt(a.utredning.tid)}
          </p>
        </div>
      ) : (
        <p class="muted">{a.utredare ? `${a.utredare.namn} utreder.` : 'Ingen utreder än.'}</p>
      )}
      {kanUtreda ? (
        <form method="post" action={bas} class="card stack">
          <h3>Skriv vad utredningen visar</h3>
          <CheckboxGroup
            name="orsaker"
            label="Orsaker"
            values={orsaker ?? []}
            error={felFör(skrivet, 'orsaker')}
            choices={Object.entries(AVVIKELSEORSAKER).map(([value, label]) => ({ value, label }))}
          />
          <Textarea
            name="utredning"
            label="Varför hände det?"
            rows={4}
            value={skrivet.fält['utredning'] ?? ''}
            error={felFör(skrivet, 'utredning')}
          />
          <Actions>
            <Button kind="go" name="gor" value="utred">
              Spara utredningen
            </Button>
          </Actions>
        </form>
      ) : null}
      {kanTilldela ? (
        <Details
          summary={a.utredare ? 'Byt utredare' : 'Ge utredningen till någon'}
          open={!a.utredare || skrivet.fält['gor'] === 'tilldela'}
        >
          <form method="post" action={bas} class="stack">
            <Select
              name="utredare"
              label="Utredare"
              empty="Välj"
              value={skrivet.fält['utredare'] ?? a.utredare?.id ?? ''}
              error={felFör(skrivet, 'utredare')}
              options={personal.map(({ id, namn }) => ({ value: id, label: namn }))}
            />
            <Actions>
              <Button kind="neutral" name="gor" value="tilldela">
                Spara utredare
              </Button>
            </Actions>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Åtgärder({ bild, skrivet, bas }: Del) {
  const { avvikelse: a, hanterar, personal, idag, jag } = bild;
  const kanLägga = hanterar && nästaAvvikelsestatus(a.status, 'åtgärd tillagd') !== undefined;
  if (a.åtgärder.length === 0 && !kanLägga) return null;
  return (
    <section class="stack" aria-labelledby="atgarderna">
      <h2 id="atgarderna">Åtgärder</h2>
      {a.åtgärder.map((å) => (
        <div class="card stack-s">
          <p>
            {å.gjord ? (
              <Tag kind="ok">Gjord</Tag>
            ) : å.senast < idag ? (
              <Tag kind="attention">Försenad</Tag>
            ) : (
              <Tag kind="brand">Pågår</Tag>
            )}{' '}
            {å.text}
          </p>
          <p class="muted">
            {å.ansvarig.namn}, senast {dagIOrd(å.senast)}
          </p>
          {å.gjord ? (
            <p>
              {å.gjord.text} <span class="muted">{`${å.gjord.av}, ${tidpunkt(å.gjord.tid)}`}</span>
            </p>
          ) : a.status === 'atgardas' && (hanterar || å.ansvarig.id === jag) ? (
            <form method="post" action={bas} class="stack-s">
              <input type="hidden" name="id" value={å.id} />
              <TextField
                name={`gjort-${å.id}`}
                label="Vad gjordes?"
                value={skrivet.fält[`gjort-${å.id}`] ?? ''}
                error={felFör(skrivet, `gjort-${å.id}`)}
              />
              <Actions>
                <Button kind="neutral" name="gor" value="gjort">
                  Åtgärden är gjord
                </Button>
              </Actions>
            </form>
          ) : null}
        </div>
      ))}
      {kanLägga ? (
        <Details summary="Lägg till en åtgärd" open={a.åtgärder.length === 0 || skrivet.fält['gor'] === 'atgard'}>
          <form method="post" action={bas} class="stack">
            <Textarea
              name="atgard"
              label="Vad ska göras?"
              rows={2}
              value={skrivet.fält['atgard'] ?? ''}
              error={felFör(skrivet, 'atgard')}
            />
            <Select
              name="ansvarig"
              label="Ansvarig"
              empty="Välj"
              value={skrivet.fält['ansvarig'] ?? ''}
              error={felFör(skrivet, 'ansvarig')}
              options={personal.map(({ id, namn }) => ({ value: id, label: namn }))}
            />
            <DateField
              name="senast"
              label="Klar senast"
              value={
                skrivet.fält['senast-dag'] === undefined ? flyttaDag(idag, 30) : datumDelar('senast', skrivet.fält)
              }
              error={felFör(skrivet, 'senast')}
            />
            <Actions>
              <Button kind="neutral" name="gor" value="atgard">
                Spara åtgärden
              </Button>
            </Actions>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Uppföljning({ bild, skrivet, bas }: Del) {
  const { avvikelse: a, hanterar } = bild;
  const kan = hanterar && nästaAvvikelsestatus(a.status, 'effekt') !== undefined;
  if (a.uppföljningar.length === 0 && !kan) return null;
  return (
    <section class="stack" aria-labelledby="uppfoljningen">
      <h2 id="uppfoljningen">Uppföljning</h2>
      <Lines>
        {a.uppföljningar.map((u) => (
          <li class="line">
            <span>
              <b>{EFFEKTER[u.effekt]}.</b> {u.text}
              <br />
              <span class="muted">{`${u.av}, ${tidpunkt(u.tid)}`}</span>
            </span>
          </li>
        ))}
      </Lines>
      {kan ? (
        <form method="post" action={bas} class="card stack">
          <RadioGroup
            name="effekt"
            label="Har åtgärderna hjälpt?"
            unsettable={false}
            value={skrivet.fält['effekt'] ?? ''}
            error={felFör(skrivet, 'effekt')}
            choices={Object.entries(EFFEKTER).map(([value, label]) => ({ value, label }))}
          />
          <Textarea
            name="uppfoljning"
            label="Hur har ni följt upp?"
            rows={3}
            value={skrivet.fält['uppfoljning'] ?? ''}
            error={felFör(skrivet, 'uppfoljning')}
          />
          <Actions>
            <Button kind="go" name="gor" value="folj-upp">
              Spara uppföljningen
            </Button>
          </Actions>
        </form>
      ) : null}
    </section>
  );
}

function Slut({ bild, skrivet, bas }: Del) {
  const { avvikelse: a, hanterar } = bild;
  if (a.avslut)
    return (
      <Notice
        kind={a.status === 'avslutad' ? 'ok' : 'info'}
        heading={a.status === 'avslutad' ? 'Avslutad' : 'Avskriven'}
      >
        <p>{a.avslut.text}</p>
        <p class="muted">{`${a.avslut.av}, ${tidpunkt(a.avslut.tid)}`}</p>
      </Notice>
    );
  if (!hanterar) return null;
  const avsluta = nästaAvvikelsestatus(a.status, 'avslutad') !== undefined;
  if (!avsluta && nästaAvvikelsestatus(a.status, 'avskriven') === undefined) return null;
  const namn = avsluta ? 'avslut' : 'avskriv';
  return (
    <Details
      summary={avsluta ? 'Avsluta avvikelsen' : 'Skriv av avvikelsen'}
      open={avsluta || skrivet.fält['gor'] === 'avskriv'}
    >
      <form method="post" action={bas} class="stack">
        <Textarea
          name={namn}
          label={avsluta ? 'Vad tar ni med er?' : 'Varför skrivs den av?'}
          rows={3}
          value={skrivet.fält[namn] ?? ''}
          error={felFör(skrivet, namn)}
        />
        <Actions>
          <Button kind={avsluta ? 'go' : 'neutral'} name="gor" value={avsluta ? 'avsluta' : 'avskriv'}>
            {avsluta ? 'Avsluta' : 'Skriv av'}
          </Button>
        </Actions>
      </form>
    </Details>
  );
}
