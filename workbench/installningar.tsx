import {
  BETALFILSFORMAT,
  DOKUMENTPLATSER,
  INSTÄLLNINGSGRUPPER,
  type Inställningsgrupp,
  MINSTA_ANTAL_SKUGGFALL,
  MINSTA_GRANSKNING,
  MINSTA_ÖVERENSSTÄMMELSE,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  Details,
  ErrorSummary,
  type FieldError,
  MoneyField,
  Notice,
  RadioGroup,
  Select,
  Table,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { Styrningsflikar } from './automatik.tsx';
import { vägran } from './formular.ts';
import type { Inställningsbild, Inställningsfält } from './installningar-port.ts';
import { ANSÖKANSSLAG } from './namn.ts';
import { följer, förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

const INSTÄLLNINGAR = '/handlaggning/installningar';

const OM: Readonly<Record<Inställningsgrupp, string>> = {
  automatik: 'Gränser för automatiska beslut, hur stor ändring som stoppar, och hur stor andel som granskas.',
  styrning: 'Hur väl skuggläget ska stämma innan automatiken slås på, och när beslut anmäls till nämnden.',
  betalning: 'När pengarna betalas ut och vilket filformat banken tar emot.',
  dokument: 'Vilka handlingar som krävs, och hur stora filer som tas emot.',
  ansokan: 'Hur länge den andra vuxna har på sig att skriva under, och när en ansökan är en återansökan.',
  steg: 'Vilka steg som finns på vägen till egen försörjning.',
  bedomning: 'När den som ansöker första gången ska vara inskriven, och när bedömningar görs om.',
  register: 'Rättslig grund för att fråga register, och hur länge svaren sparas som de kom.',
};

/** The board's own settings, a page for each group, with who changed what and why. */
export function inställningsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/installningar', async (c) => {
    const who = medarbetare(kontext, c);
    return visa(c, kontext, {
      title: 'Nämndens inställningar',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Styrningsflikar flik="installningar" who={who} övning={kontext.port.övning !== undefined} />
          <h1>Nämndens inställningar</h1>
          <Table
            id="grupper"
            caption="Inställningar"
            captionHidden
            narrow="list"
            columns={[{ head: 'Inställning' }, { head: 'Vad den styr' }]}
            rows={[
              ...Object.entries(INSTÄLLNINGSGRUPPER).map(([grupp, namn]) => [
                <a href={`${INSTÄLLNINGAR}/${grupp}`}>{namn}</a>,
                OM[grupp as Inställningsgrupp],
              ]),
              ...(följer(who.roller) || who.roller.includes('administrator')
                ? [
                    [
                      <a href="/handlaggning/spar">Spår</a>,
                      'Kommunens spår, reglerna som föreslår dem, och hur de används.',
                    ],
                  ]
                : []),
            ]}
          />
        </div>
      ),
    });
  });

  const show = async (c: Context, skrivet?: { fält: Inställningsfält; skäl: string; fel: FieldError[] }) => {
    const who = medarbetare(kontext, c);
    const grupp = c.req.param('grupp') ?? '';
    if (!(grupp in INSTÄLLNINGSGRUPPER)) return saknas(c, kontext);
    const bild = await kontext.port.inställningar(who, grupp as Inställningsgrupp);
    if (!bild) return förbjudet(c, kontext);
    const fel = skrivet?.fel ?? [];
    return visa(c, kontext, {
      title: INSTÄLLNINGSGRUPPER[bild.grupp],
      flik: 'styrning',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Styrningsflikar flik="installningar" who={who} övning={kontext.port.övning !== undefined} />
          <ErrorSummary errors={fel} />
          <Breadcrumb
            items={[{ href: INSTÄLLNINGAR, label: 'Inställningar' }]}
            here={INSTÄLLNINGSGRUPPER[bild.grupp]}
          />
          <h1>{INSTÄLLNINGSGRUPPER[bild.grupp]}</h1>
          <p>{OM[bild.grupp]}</p>
          <Formulär bild={bild} fält={skrivet?.fält ?? bild.fält} skäl={skrivet?.skäl ?? ''} fel={fel} />
          <Historik bild={bild} />
        </div>
      ),
    });
  };

  app.get('/installningar/:grupp', (c) => show(c));

  app.post('/installningar/:grupp', async (c) => {
    const grupp = c.req.param('grupp');
    if (!(grupp in INSTÄLLNINGSGRUPPER)) return saknas(c, kontext);
    const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
    const { sett, skal, ...resten } = Object.fromEntries(
      Object.entries(form).map(([namn, v]): [string, string | string[]] => [
        namn,
        Array.isArray(v) ? v.map(utanNoll) : utanNoll(v),
      ]),
    );
    const result = await kontext.port.sparaInställningar(medarbetare(kontext, c), {
      grupp: grupp as Inställningsgrupp,
      fält: resten,
      sett: String(sett ?? ''),
      skäl: String(skal ?? ''),
    });
    return result.ok
      ? c.redirect(`${INSTÄLLNINGAR}/${grupp}`, 303)
      : show(c, { fält: resten, skäl: String(skal ?? ''), fel: vägran(result.refusal, (f) => f, 'skal') });
  });
}

/** The value as text; no database keeps a NUL. */
function utanNoll(värde: unknown): string {
  return String(värde).replaceAll('\0', '');
}

interface Form {
  readonly text: (namn: string) => string;
  readonly valda: (namn: string) => readonly string[];
  readonly fel: (namn: string) => string | undefined;
  readonly fält: Inställningsfält;
}

function Formulär(p: { bild: Inställningsbild; fält: Inställningsfält; skäl: string; fel: readonly FieldError[] }) {
  const { bild } = p;
  const form: Form = {
    text: (namn) => String(p.fält[namn] ?? ''),
    valda: (namn) => [p.fält[namn] ?? []].flat(),
    fel: (namn) => p.fel.find((f) => f.id === namn)?.text,
    fält: p.fält,
  };
  return (
    <form method="post" action={`${INSTÄLLNINGAR}/${bild.grupp}`} class="panel stack">
      {bild.fårÄndra ? null : (
        <p class="muted">Du kan läsa inställningarna. Administratör eller enhetschef ändrar dem.</p>
      )}
      <input type="hidden" name="sett" value={bild.sett} />
      <fieldset class="plain stack" disabled={!bild.fårÄndra}>
        <legend class="vh">{INSTÄLLNINGSGRUPPER[bild.grupp]}</legend>
        {FORMULÄR[bild.grupp](form)}
      </fieldset>
      {bild.fårÄndra ? (
        <>
          <Textarea
            name="skal"
            label="Varför ändras det?"
            hint="Nämn gärna nämndens beslut."
            rows={2}
            value={p.skäl}
            error={form.fel('skal')}
          />
          <Actions>
            <Button kind="go">Spara</Button>
          </Actions>
        </>
      ) : null}
    </form>
  );
}

function Tal({ f, namn, label, hint }: { f: Form; namn: string; label: string; hint?: string }) {
  return (
    <TextField
      name={namn}
      label={label}
      hint={hint}
      width="8"
      inputmode="numeric"
      value={f.text(namn)}
      error={f.fel(namn)}
    />
  );
}

const FORMULÄR: Readonly<Record<Inställningsgrupp, (f: Form) => unknown>> = {
  automatik: (f) => (
    <>
      <p class="muted">
        Om automatiken är av, i skuggläge eller på ändras under <a href="/handlaggning/automatik">Läge</a>.
      </p>
      <MoneyField
        name="hogstaBelopp"
        label="Högsta bistånd som beslutas automatiskt"
        value={f.text('hogstaBelopp')}
        error={f.fel('hogstaBelopp')}
      />
      <Tal
        f={f}
        namn="andringProcent"
        label="Största ändring av en inkomst eller kostnad, i procent"
        hint="Mäts mot det en människa senast godkände."
      />
      <MoneyField
        name="andringHogst"
        label="Men aldrig mer än"
        value={f.text('andringHogst')}
        error={f.fel('andringHogst')}
      />
      <Tal
        f={f}
        namn="granskningProcent"
        label="Andel automatiska beslut som granskas, i procent"
        hint={`Minst ${MINSTA_GRANSKNING}.`}
      />
      <RadioGroup
        name="granskas"
        label="När granskas de?"
        unsettable={false}
        value={f.text('granskas')}
        error={f.fel('granskas')}
        choices={[
          { value: 'efter-beslut', label: 'Efter beslutet', hint: 'Den som söker behöver inte vänta.' },
          { value: 'fore-beslut', label: 'Före beslutet', hint: 'De dragna går till en handläggare som beslutar.' },
        ]}
      />
      <RadioGroup
        name="planSaknas"
        label="En plan som saknas"
        unsettable={false}
        value={f.text('planSaknas')}
        error={f.fel('planSaknas')}
        choices={[
          { value: 'uppgift', label: 'Blir en uppgift för personalen' },
          { value: 'stopp', label: 'Stoppar också det automatiska beslutet' },
        ]}
      />
    </>
  ),
  styrning: (f) => (
    <>
      <Tal
        f={f}
        namn="overgangProcent"
        label="Andel lika beslut som krävs för att slå på, i procent"
        hint={`Minst ${MINSTA_ÖVERENSSTÄMMELSE}.`}
      />
      <Tal f={f} namn="overgangMinst" label="På minst så här många beslut" hint={`Minst ${MINSTA_ANTAL_SKUGGFALL}.`} />
      <Tal
        f={f}
        namn="anmalanInomDagar"
        label="Beslut anmäls till nämnden inom, i dagar"
        hint="7 kap. 8 § kommunallagen: nämnden bestämmer."
      />
    </>
  ),
  betalning: (f) => (
    <>
      <Select
        name="format"
        label="Filformat"
        value={f.text('format')}
        error={f.fel('format')}
        options={BETALFILSFORMAT.map((value) => ({ value, label: value }))}
      />
      <RadioGroup
        name="slag"
        label="När betalas pengarna ut?"
        unsettable={false}
        value={f.text('slag')}
        error={f.fel('slag')}
        choices={[
          {
            value: 'bankdagar',
            label: 'Ett antal bankdagar efter beslutet',
            reveal: <Tal f={f} namn="antal" label="Bankdagar" hint="1–20." />,
          },
          {
            value: 'dag-i-manaden',
            label: 'En bestämd dag i månaden',
            hint: 'Är dagen ingen bankdag betalas pengarna bankdagen före.',
            reveal: (
              <div class="stack">
                <Tal f={f} namn="dag" label="Dag" hint="1–31. Finns inte dagen blir det månadens sista." />
                <RadioGroup
                  name="manad"
                  label="I vilken månad?"
                  unsettable={false}
                  value={f.text('manad')}
                  error={f.fel('manad')}
                  choices={[
                    { value: 'foregaende', label: 'Månaden före den som biståndet gäller' },
                    { value: 'samma', label: 'Samma månad' },
                  ]}
                />
              </div>
            ),
          },
        ]}
      />
    </>
  ),
  dokument: (f) => {
    const rader = Object.keys(f.fält).flatMap((namn) => /^krav-(\d+)-namn$/.exec(namn)?.[1] ?? []);
    const nästa = Math.max(-1, ...rader.map(Number)) + 1;
    const tomma = rader.filter((i) => f.text(`krav-${i}-namn`) === '' && f.text(`krav-${i}-plats`) === '').length;
    return (
      <>
        <Tal f={f} namn="storstaFilMb" label="Största fil, i MB" />
        <Tal f={f} namn="storstaAnsokanMb" label="Alla filer i en ansökan tillsammans, i MB" />
        <Tal f={f} namn="flest" label="Högst antal filer i en ansökan" />
        <h2>Handlingar som krävs</h2>
        <p class="muted">Krävs bara där kostnaden eller inkomsten finns i ansökan. Töm raden för att ta bort kravet.</p>
        {[...rader, ...(tomma > 0 ? [] : [String(nästa)])].map((i, nummer) => (
          <fieldset class="card stack-s">
            <legend>Handling {String(nummer + 1)}</legend>
            <Select
              name={`krav-${i}-plats`}
              label="Vad den gäller"
              value={f.text(`krav-${i}-plats`)}
              error={f.fel(`krav-${i}-plats`)}
              options={Object.entries(DOKUMENTPLATSER).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              name={`krav-${i}-namn`}
              label="Vad den kallas"
              value={f.text(`krav-${i}-namn`)}
              error={f.fel(`krav-${i}-namn`)}
            />
            <CheckboxGroup
              name={`krav-${i}-slag`}
              label="Krävs i"
              row
              values={f.valda(`krav-${i}-slag`)}
              error={f.fel(`krav-${i}-slag`)}
              choices={Object.entries(ANSÖKANSSLAG).map(([value, label]) => ({ value, label }))}
            />
            <CheckboxGroup
              name={`krav-${i}-fraga`}
              label="Villkor"
              values={f.valda(`krav-${i}-fraga`)}
              choices={[{ value: 'ja', label: 'Bara av den som har varit sjuk i mer än sju dagar' }]}
            />
          </fieldset>
        ))}
      </>
    );
  },
  ansokan: (f) => (
    <>
      <Tal
        f={f}
        namn="underskriftInomDagar"
        label="Dagar som den andra vuxna har på sig att skriva under"
        hint="1–60. Sedan stängs ansökan."
      />
      <Tal
        f={f}
        namn="ateransokanInomManader"
        label="Månader bakåt där en tidigare ansökan gör nästa till en återansökan"
        hint="1–12."
      />
    </>
  ),
  steg: (f) => (
    <Textarea
      name="trappa"
      label="Steg, det lägsta först"
      hint="Ett steg på varje rad: kortnamn; namn; beskrivning. Ett steg kan byta namn och plats men inte tas bort."
      rows={8}
      value={f.text('trappa')}
      error={f.fel('trappa')}
    />
  ),
  bedomning: (f) => (
    <>
      <Tal
        f={f}
        namn="inskrivenInomDagar"
        label="Dagar från första ansökan tills personen är i ett spår"
        hint="1–60. Visas som mått under Spår."
      />
      <Textarea
        name="undantag"
        label="Undantag från dagarna"
        hint="Ett per rad, högst 20."
        rows={6}
        value={f.text('undantag')}
        error={f.fel('undantag')}
      />
      <Tal f={f} namn="omprovningInomManader" label="Månader tills den inledande bedömningen görs om" hint="1–24." />
      <Tal f={f} namn="framstegInomManader" label="Månader mellan framstegsmätningar" hint="1–12." />
      <Tal
        f={f}
        namn="fordjupadEfterManader"
        label="Månader med bistånd innan fördjupad kartläggning erbjuds"
        hint="1–24."
      />
    </>
  ),
  register: (f) => (
    <>
      <Tal f={f} namn="dagar" label="Dagar som registersvar sparas som de kom" hint="1–90." />
      <Textarea
        name="TNS"
        label="Rättslig grund för att fråga Transportstyrelsen"
        optional
        hint="Utan rättslig grund frågas myndigheten aldrig."
        rows={2}
        value={f.text('TNS')}
        error={f.fel('TNS')}
      />
      <Textarea
        name="MIV"
        label="Rättslig grund för att fråga Migrationsverket"
        optional
        rows={2}
        value={f.text('MIV')}
        error={f.fel('MIV')}
      />
      <TextField
        name="lagtext"
        label="Lagtext som skickas med frågan"
        optional
        value={f.text('lagtext')}
        error={f.fel('lagtext')}
      />
    </>
  ),
};

function Historik({ bild: { historik } }: { bild: Inställningsbild }) {
  return (
    <section class="stack-s" aria-labelledby="historik">
      <h2 id="historik">Ändringar</h2>
      {historik.length === 0 ? <p class="muted">Inget har ändrats sedan starten.</p> : null}
      {historik.map((ä) => (
        <div>
          <p>
            <b>{tidpunkt(ä.tid)}</b>, {ä.av.namn}: {ä.skäl}
          </p>
          <Details summary="Visa vad som ändrades">
            <ul>
              {skillnader(ä.före, ä.efter).map((rad) => (
                <li>{rad}</li>
              ))}
            </ul>
          </Details>
        </div>
      ))}
    </section>
  );
}

/** What differs between two stored groups, a line for each key. */
function skillnader(före: unknown, efter: unknown): string[] {
  const [a, b] = [platt(före), platt(efter)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((nyckel) => a[nyckel] !== b[nyckel])
    .map((nyckel) => `${nyckel}: ${a[nyckel] ?? 'inget valt'} → ${b[nyckel] ?? 'inget'}`);
}

function platt(värde: unknown, namn = ''): Record<string, string> {
  if (värde === null || värde === undefined) return {};
  if (typeof värde !== 'object') return { [namn]: String(värde) };
  return Object.assign(
    {},
    ...Object.entries(värde).map(([nyckel, del]) => platt(del, namn === '' ? nyckel : `${namn}.${nyckel}`)),
  );
}

function saknas(c: Context, kontext: Sidkontext) {
  return visa(c, kontext, {
    title: 'Finns inte',
    flik: 'styrning',
    status: 404,
    children: (
      <Notice kind="attention" heading="Sidan finns inte">
        <p>
          <a href={INSTÄLLNINGAR}>Alla inställningar</a>
        </p>
      </Notice>
    ),
  });
}
