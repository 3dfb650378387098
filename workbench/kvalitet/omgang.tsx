import {
  AKTGRANSKNINGSLÄGEN,
  brister,
  dagIOrd,
  flyttaDag,
  MINSTA_GRUPP,
  URVALSBESLUT,
  URVALSMALLAR,
  URVALSUTFALL,
  urvalsregelIOrd,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Checkbox,
  CheckboxGroup,
  DateField,
  Details,
  datumDelar,
  ErrorSummary,
  Facts,
  kortDatum,
  Notice,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { UTFALLSNAMN } from '../namn.ts';
import { dagI } from '../person/steg.tsx';
import { förbjudet, medarbetare, type Sidkontext } from '../sida.tsx';
import type { Aktrad, NyOmgångsbild, Omgångsbild } from './kvalitet-port.ts';
import { finnsInte, KVALITET, visaKvalitet } from './kvalitet-sida.tsx';

interface Valda {
  checklistor: readonly string[];
  granskare: readonly string[];
}

/** Draws a round of file review by a rule, and shows the round with its files. */
export function omgångssidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;

  const ny = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, valda?: Valda) => {
    const bild = await statistik.nyOmgång(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: 'Dra en granskning',
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb items={[{ href: KVALITET, label: 'Kvalitet' }]} here="Dra en granskning" />
          <ErrorSummary errors={skrivet.fel} />
          <h1>Dra en granskning</h1>
          <Dragformulär bild={bild} skrivet={skrivet} valda={valda} />
        </>
      ),
    });
  };

  app.get('/kvalitet/omgang', (c) => ny(c));

  app.post('/kvalitet/omgang', async (c) => {
    const fält = await formfält(c);
    const valda = { checklistor: await kryssade(c, 'checklistor'), granskare: await kryssade(c, 'granskare') };
    const text = (namn: string) => fält[namn] ?? '';
    const result = await statistik.draOmgång(medarbetare(kontext, c), {
      namn: text('namn'),
      mall: text('mall'),
      från: dagI(fält, 'fran') ?? '',
      till: dagI(fält, 'till') ?? '',
      beslut: text('beslut'),
      utfall: text('utfall'),
      grupp: text('grupp'),
      baraÅterkomst: fält['aterkomst'] === 'ja',
      sätt: text('satt'),
      procent: text('mall') === 'automatiska' ? text('procent-auto') : text('procent'),
      nummer: text('nummer'),
      frö: text('fro'),
      ...valda,
      senast: dagI(fält, 'senast') ?? '',
    });
    if (result.ok) return c.redirect(`${KVALITET}/omgang/${result.omgång.id}`, 303);
    const plats = (f: string) => (f === 'procent' && text('mall') === 'automatiska' ? 'procent-auto' : f);
    return ny(c, { fel: vägran(result.refusal, plats, 'namn'), fält }, valda);
  });

  const en = async (
    c: Context,
    skrivet: Skrivet = INGET_SKRIVET,
    kontroll?: Awaited<ReturnType<typeof statistik.kontrolleraUrval>>,
  ) => {
    const bild = await statistik.omgångsbild(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return finnsInte(c, kontext, 'Granskningen');
    return visaKvalitet(c, kontext, {
      title: bild.omgång.namn,
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb items={[{ href: KVALITET, label: 'Kvalitet' }]} here={bild.omgång.namn} />
          <ErrorSummary errors={skrivet.fel} />
          <h1>{bild.omgång.namn}</h1>
          <Facts items={fakta(bild)} />
          {kontroll ? (
            <Notice
              kind={kontroll.samma ? 'ok' : 'attention'}
              heading={kontroll.samma ? 'Samma urval kommer ut igen' : 'Urvalet blir inte detsamma'}
            >
              <p>
                {kontroll.samma
                  ? `${kontroll.population} beslut passar regeln, och samma ${bild.omgång.antal} dras.`
                  : `${kontroll.population} beslut passar regeln nu, mot ${bild.omgång.population} när det drogs. ${kontroll.skillnad} akter skiljer.`}
              </p>
            </Notice>
          ) : null}
          <Akter bild={bild} />
          <Urvalet bild={bild} />
          <Avsluta bild={bild} skrivet={skrivet} />
        </>
      ),
    });
  };

  app.get('/kvalitet/omgang/:id', (c) => en(c));

  app.post('/kvalitet/omgang/:id', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = c.req.param('id');
    if (fält['gor'] === 'kontrollera') return en(c, INGET_SKRIVET, await statistik.kontrolleraUrval(who, id));
    const result = await statistik.avslutaOmgång(who, id, fält['slutsats'] ?? '');
    return result.ok
      ? c.redirect(`${KVALITET}/omgang/${id}`, 303)
      : en(c, { fel: vägran(result.refusal, (f) => f, 'slutsats'), fält });
  });
}

function Dragformulär({ bild, skrivet, valda }: { bild: NyOmgångsbild; skrivet: Skrivet; valda: Valda | undefined }) {
  const { fält } = skrivet;
  const dag = (namn: string, annars: string) =>
    fält[`${namn}-dag`] === undefined ? annars : datumDelar(namn, fält as Fält);
  return (
    <form method="post" action={`${KVALITET}/omgang`} class="stack">
      <TextField
        name="namn"
        label="Vad ska granskningen heta?"
        value={fält['namn'] ?? ''}
        error={felFör(skrivet, 'namn')}
      />
      <RadioGroup
        name="mall"
        label="Vilka akter?"
        unsettable={false}
        value={fält['mall'] ?? 'automatiska'}
        error={felFör(skrivet, 'mall')}
        choices={[
          {
            value: 'automatiska',
            label: URVALSMALLAR.automatiska,
            reveal: (
              <TextField
                name="procent-auto"
                label="Hur många procent?"
                width="4"
                inputmode="numeric"
                value={fält['procent-auto'] ?? '20'}
                error={felFör(skrivet, 'procent-auto')}
              />
            ),
          },
          { value: 'avslag', label: URVALSMALLAR.avslag },
          { value: 'var-tionde', label: URVALSMALLAR['var-tionde'] },
          { value: 'aterkomst', label: URVALSMALLAR.aterkomst },
          {
            value: 'egen',
            label: URVALSMALLAR.egen,
            reveal: (
              <div class="stack">
                <Select
                  name="beslut"
                  label="Beslut"
                  value={fält['beslut'] ?? 'alla'}
                  error={felFör(skrivet, 'beslut')}
                  options={Object.entries(URVALSBESLUT).map(([value, label]) => ({ value, label }))}
                />
                <Select
                  name="utfall"
                  label="Utfall"
                  value={fält['utfall'] ?? 'alla'}
                  error={felFör(skrivet, 'utfall')}
                  options={Object.entries(URVALSUTFALL).map(([value, label]) => ({ value, label }))}
                />
                <Checkbox
                  name="aterkomst"
                  value="ja"
                  label="Bara den som är tillbaka inom ett år"
                  checked={fält['aterkomst'] === 'ja'}
                />
                <RadioGroup
                  name="satt"
                  label="Hur många?"
                  unsettable={false}
                  value={fält['satt'] ?? 'alla'}
                  error={felFör(skrivet, 'satt')}
                  choices={[
                    { value: 'alla', label: 'Alla' },
                    {
                      value: 'andel',
                      label: 'En slumpvis andel',
                      reveal: (
                        <TextField
                          name="procent"
                          label="Procent"
                          width="4"
                          inputmode="numeric"
                          value={fält['procent'] ?? ''}
                          error={felFör(skrivet, 'procent')}
                        />
                      ),
                    },
                    {
                      value: 'var',
                      label: 'Var n:te',
                      reveal: (
                        <TextField
                          name="nummer"
                          label="Var"
                          hint="5 betyder var femte."
                          width="4"
                          inputmode="numeric"
                          value={fält['nummer'] ?? ''}
                          error={felFör(skrivet, 'nummer')}
                        />
                      ),
                    },
                  ]}
                />
              </div>
            ),
          },
        ]}
      />
      <DateField
        name="fran"
        label="Beslutade från"
        value={dag('fran', flyttaDag(bild.idag, -90))}
        error={felFör(skrivet, 'fran')}
      />
      <DateField name="till" label="Till och med" value={dag('till', bild.idag)} error={felFör(skrivet, 'till')} />
      <Select
        name="grupp"
        label="Bara en arbetsgrupps beslut"
        hint="Gäller inte automatiska beslut."
        empty="Alla"
        optional
        value={fält['grupp'] ?? ''}
        options={bild.grupper.map(({ id, namn }) => ({ value: id, label: namn }))}
      />
      <CheckboxGroup
        name="checklistor"
        label="Checklistor"
        values={valda?.checklistor ?? ['utredning-och-beslut']}
        error={felFör(skrivet, 'checklistor')}
        choices={bild.checklistor.map((l) => ({
          value: l.id,
          label: l.namn,
          hint: `${l.frågor.length} frågor, version ${l.version}`,
        }))}
      />
      <CheckboxGroup
        name="granskare"
        label="Vilka granskar, utöver enhetscheferna?"
        hint="Ingen granskar en akt som hon har beslutat eller arbetat i."
        optional
        values={valda?.granskare ?? []}
        choices={bild.granskare.map(({ id, namn }) => ({ value: id, label: namn }))}
      />
      <DateField
        name="senast"
        label="Klar senast"
        value={dag('senast', flyttaDag(bild.idag, 30))}
        error={felFör(skrivet, 'senast')}
      />
      <TextField
        name="fro"
        label="Frö för slumpen"
        hint="Ett tal. Samma tal ger samma urval igen. Lämna tomt så väljs ett."
        optional
        width="8"
        inputmode="numeric"
        value={fält['fro'] ?? ''}
        error={felFör(skrivet, 'fro')}
      />
      <Actions>
        <Button kind="go">Dra urvalet</Button>
      </Actions>
    </form>
  );
}

function fakta({ omgång, checklistor, akter }: Omgångsbild) {
  return [
    { name: 'Urval', value: urvalsregelIOrd(omgång.regel) },
    {
      name: 'Granskade',
      value: `${akter.filter(({ akt }) => akt.status === 'klar').length} av ${omgång.antal}`,
    },
    { name: 'Klar senast', value: dagIOrd(omgång.senast) },
    { name: 'Checklistor', value: checklistor.map(({ namn }) => namn).join(', ') },
    {
      name: 'Granskare',
      value: ['Enhetschefer', ...omgång.granskare.map(({ namn }) => namn)].join(', '),
    },
  ];
}

function Akter({ bild }: { bild: Omgångsbild }) {
  return (
    <Table
      id="akter"
      caption="Dragna akter"
      narrow="list"
      columns={[{ head: 'Akt' }, { head: 'Månad' }, { head: 'Beslut' }, { head: 'Läge' }]}
      rows={bild.akter.map((rad) => [
        rad.dold ? `${rad.akt.ordning}. Skyddad person` : <Aktlänk rad={rad} />,
        rad.månad,
        `${UTFALLSNAMN[rad.utfall as keyof typeof UTFALLSNAMN] ?? rad.utfall}${rad.akt.automatisk ? ', automatiskt' : ''} ${kortDatum(rad.beslutad)}`,
        <Aktläge rad={rad} />,
      ])}
    />
  );
}

function Aktlänk({ rad }: { rad: Aktrad }) {
  return (
    <a href={`${KVALITET}/akt/${rad.akt.id}`}>
      {rad.akt.ordning}. {rad.ärendenummer}
    </a>
  );
}

function Aktläge({ rad: { akt, hinder } }: { rad: Aktrad }) {
  const antal = brister(akt).length;
  if (akt.status === 'klar')
    return antal === 0 ? (
      <Tag kind="ok">Granskad</Tag>
    ) : (
      <Tag kind="attention">{`Granskad, ${antal} ${antal === 1 ? 'brist' : 'brister'}`}</Tag>
    );
  if (hinder) return <span class="muted">{hinder}</span>;
  return <Tag kind="brand">{AKTGRANSKNINGSLÄGEN[akt.status]}</Tag>;
}

function Urvalet({ bild: { omgång } }: { bild: Omgångsbild }) {
  return (
    <Details summary="Så drogs urvalet">
      <div class="stack-s">
        <Facts
          items={[
            { name: 'Beslut som passar regeln', value: String(omgång.population) },
            { name: 'Dragna', value: String(omgång.antal) },
            { name: 'Frö', value: String(omgång.frö) },
            { name: 'Drogs av', value: `${omgång.av.namn}, ${tidpunkt(omgång.dragen)}` },
            { name: 'Kontrollsumma', value: <span class="num">{omgång.populationshash.slice(0, 16)}</span> },
          ]}
        />
        <p class="muted">
          Besluten ordnas efter SHA-256 av fröet och beslutets id, och de första tas. Var n:te tas i den ordning
          besluten fattades, från en plats som fröet ger.
        </p>
        <form method="post" action={`${KVALITET}/omgang/${omgång.id}`}>
          <Button kind="neutral" name="gor" value="kontrollera">
            Dra om och jämför
          </Button>
        </form>
      </div>
    </Details>
  );
}

function Avsluta({ bild, skrivet }: { bild: Omgångsbild; skrivet: Skrivet }) {
  const { omgång } = bild;
  if (omgång.avslutad)
    return (
      <Notice kind="ok" heading="Avslutad">
        <p>{omgång.avslutad.slutsats}</p>
        <p class="muted">
          {omgång.avslutad.av.namn}, {tidpunkt(omgång.avslutad.tid)}
        </p>
      </Notice>
    );
  if (!bild.fårAvsluta) return null;
  return (
    <Details summary="Avsluta granskningen" open={skrivet.fel.length > 0}>
      <form method="post" action={`${KVALITET}/omgang/${omgång.id}`} class="stack">
        <Textarea
          name="slutsats"
          label="Vad visade granskningen?"
          hint={`Skriv om arbetssättet, inte om enskilda medarbetare. Grupper under ${MINSTA_GRUPP} personer jämförs inte.`}
          rows={4}
          value={skrivet.fält['slutsats'] ?? ''}
          error={felFör(skrivet, 'slutsats')}
        />
        <Actions>
          <Button kind="go">Avsluta granskningen</Button>
        </Actions>
      </form>
    </Details>
  );
}
