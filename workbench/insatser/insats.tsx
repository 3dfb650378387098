import {
  ANVISNINGSLÄGEN,
  INSATSFORMER,
  INSATSOMRÅDEN,
  type Insats,
  type Insatsform,
  type Insatsområde,
  kön,
  läsPass,
  type Pass,
  passIOrd,
  redigerarInsatser,
  SPRÅKNIVÅER,
  UTVECKLINGSOMRÅDEN,
  type Utvecklingsområde,
  type Villkor,
  villkorIOrd,
  ärÖppen,
} from '@stegvis/casework';
import { INSATSSYFTEN, type Insatssyfte } from '@stegvis/rules';
import {
  Actions,
  Breadcrumb,
  Button,
  belopp,
  Checkbox,
  CheckboxGroup,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kortDatum,
  kr,
  LinkButton,
  läsBelopp,
  MoneyField,
  Notice,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, kryssade, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Insatsbild, Insatsuppgifter, Insatsval } from './insats-port.ts';
import { nästaLedigIOrd, passenIOrd, startIOrd, timmarIOrd } from './insatsord.tsx';

const BAS = '/handlaggning/insatser';
const SMULA = { href: BAS, label: 'Insatser' };

/** One activity: what it is, how full it is and who waits; and the form that puts it in the catalogue. */
export function insatsSidor(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  app.get('/insatser/insats/:insats', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await väg.insatsbild(who, c.req.param('insats'));
    if (!bild) return ingenInsats(c, kontext);
    return visa(c, kontext, {
      title: bild.insats.namn,
      flik: 'insatser',
      children: <Insatsen bild={bild} redigerar={redigerarInsatser(who.roller)} />,
    });
  });

  const formulär = async (c: Context, skrivet?: Skrivet, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const katalog = await väg.insatskatalog(who);
    if (!katalog || !redigerarInsatser(who.roller)) return förbjudet(c, kontext);
    const id = c.req.param('insats');
    const nuvarande = katalog.rader.find((r) => r.insats.id === id)?.insats;
    if (id !== undefined && !nuvarande) return ingenInsats(c, kontext);
    const s = skrivet ?? { fel: [], fält: nuvarande ? skrivUt(nuvarande) : NY };
    const title = nuvarande ? `Ändra ${nuvarande.namn}` : 'Lägg upp en aktivitet';
    return visa(c, kontext, {
      title,
      flik: 'insatser',
      fel: s.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <Breadcrumb
            items={nuvarande ? [SMULA, { href: `${BAS}/insats/${nuvarande.id}`, label: nuvarande.namn }] : [SMULA]}
            here={nuvarande ? 'Ändra' : 'Ny aktivitet'}
          />
          <ErrorSummary errors={s.fel} />
          <h1>{title}</h1>
          <Insatsformulär
            skrivet={s}
            action={nuvarande ? `${BAS}/insats/${nuvarande.id}/andra` : `${BAS}/ny`}
            val={katalog.val}
            anordnare={katalog.anordnare.filter((a) => a.aktiv).map((a) => ({ value: a.id, label: a.namn }))}
          />
        </div>
      ),
    });
  };
  const spara = async (c: Context) => {
    const fält = await formfält(c);
    const flera = {
      syften: await kryssade(c, 'syften'),
      spar: await kryssade(c, 'spar'),
      hinder: await kryssade(c, 'hinder'),
    };
    const ihop = {
      ...fält,
      syften: flera.syften.join(' '),
      spar: flera.spar.join(' '),
      hinder: flera.hinder.join(' '),
    };
    const kostnad = läsBelopp(fält['kostnad'] ?? '');
    if (kostnad.kind === 'fel') return formulär(c, { fel: [{ id: 'kostnad', text: kostnad.text }], fält: ihop }, 422);
    const result = await väg.sparaInsats(
      medarbetare(kontext, c),
      c.req.param('insats'),
      läsUppgifter(ihop, kostnad.kind === 'value' ? kostnad.value : undefined),
      Number(fält['version'] ?? 0),
    );
    if (result.ok) return c.redirect(`${BAS}/insats/${result.id}`, 303);
    return formulär(c, { fel: vägran(result.refusal, (f) => f, 'namn'), fält: ihop }, result.refusal.fält ? 422 : 409);
  };
  app.get('/insatser/ny', (c) => formulär(c));
  app.post('/insatser/ny', spara);
  app.get('/insatser/insats/:insats/andra', (c) => formulär(c));
  app.post('/insatser/insats/:insats/andra', spara);
}

/** The page when the activity is not there. */
export function ingenInsats(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Finns inte',
    flik: 'insatser',
    status: 404,
    children: (
      <div class="stack">
        <h1>Det du söker finns inte</h1>
        <p>
          <a href={BAS}>Gå till insatserna</a>
        </p>
      </div>
    ),
  });
}

function Insatsen({ bild, redigerar }: { bild: Insatsbild; redigerar: boolean }) {
  const { insats, platser, val } = bild;
  const namn = Object.fromEntries([...val.spår, ...val.hinder].map((x) => [x.id, x.namn]));
  const kö = kön(bild.anvisningar.map((a) => a.anvisning));
  const öppna = bild.anvisningar.filter(({ anvisning }) => ärÖppen(anvisning) && anvisning.status !== 'i-ko');
  return (
    <div class="stack">
      <Breadcrumb items={[SMULA]} here={insats.namn} />
      <div class="wb-title">
        <h1>{insats.namn}</h1>
        {insats.status === 'stangd' ? <Tag>Tar inte emot fler</Tag> : null}
        {redigerar ? (
          <LinkButton href={`${BAS}/insats/${insats.id}/andra`} kind="neutral">
            Ändra
          </LinkButton>
        ) : null}
      </div>
      <p class="lead">{insats.beskrivning}</p>
      {bild.överenskommenTill === undefined ? (
        <Notice kind="attention" heading="Ingen överenskommelse gäller">
          <p>
            Ingen ny kan anvisas hit. <a href={`${BAS}/anordnare/${insats.anordnare}`}>Teckna en överenskommelse</a>
          </p>
        </Notice>
      ) : null}
      <Facts
        items={[
          { name: 'Lediga nu', value: `${platser.lediga} av ${platser.platser}` },
          { name: 'Nästa lediga', value: nästaLedigIOrd(platser) },
          { name: 'I kö', value: platser.iKö },
          { name: 'Start', value: startIOrd(insats, bild.idag) },
          { name: 'Tid', value: `${timmarIOrd(insats.timmarPerVecka)} i veckan` },
          {
            name: 'Överenskommelse',
            value: bild.överenskommenTill ? `till ${kortDatum(bild.överenskommenTill)}` : 'saknas',
          },
        ]}
      />
      <div class="wb-cols wb-cols--side">
        <div class="stack">
          {bild.anvisningar.length > 0 ? (
            <>
              <Table
                id="har-plats"
                caption="Platser och svar"
                narrow="scroll"
                columns={[
                  { head: 'Person' },
                  { head: 'Läge' },
                  { head: 'Från' },
                  { head: 'Till' },
                  { head: 'Timmar', num: true },
                ]}
                rows={öppna.map(({ anvisning, namn: vem }) => [
                  <Personlänk person={anvisning.person} namn={vem} />,
                  ANVISNINGSLÄGEN[anvisning.status],
                  kortDatum(anvisning.från),
                  kortDatum(anvisning.till),
                  timmarIOrd(anvisning.timmarPerVecka),
                ])}
              />
              {kö.length > 0 ? (
                <Table
                  id="ko"
                  caption="Kö, den första först"
                  narrow="scroll"
                  columns={[
                    { head: 'Person' },
                    { head: 'Plats i kön', num: true },
                    { head: 'Varför' },
                    { head: 'Önskad tid' },
                  ]}
                  rows={kö.map((a, i) => [
                    <Personlänk
                      person={a.person}
                      namn={bild.anvisningar.find((rad) => rad.anvisning.id === a.id)?.namn}
                    />,
                    i + 1,
                    a.kö?.skäl ?? '',
                    `${kortDatum(a.från)} – ${kortDatum(a.till)}`,
                  ])}
                />
              ) : null}
              {kö.length > 0 && platser.lediga > 0 ? (
                <Notice kind="attention" heading="En plats är ledig och någon väntar">
                  <p>Öppna den som står först i kön, under Aktiviteter, och ge platsen.</p>
                </Notice>
              ) : null}
            </>
          ) : (
            <p class="muted">Ingen är anvisad hit än.</p>
          )}
        </div>
        <aside class="stack-s" aria-label="Om aktiviteten">
          <h2>Vem den är till för</h2>
          <p>{insats.målgrupp}</p>
          <p>{insats.kriterier}</p>
          {insats.villkor.length > 0 ? (
            <ul>
              {insats.villkor.map((v) => (
                <li>{villkorIOrd(v, namn)}</li>
              ))}
            </ul>
          ) : null}
          <h2>Var och när</h2>
          <p>
            {[insats.adress, insats.ort].filter((x) => x !== '').join(', ')}
            <br />
            {insats.pass.length > 0 ? passenIOrd(insats.pass) : 'Tiderna bestäms med var och en.'}
          </p>
          <p>Språk: {insats.språk.join(', ') || 'svenska'}</p>
          {insats.tillgänglighet === '' ? null : <p>{insats.tillgänglighet}</p>}
          <h2>Fakta</h2>
          <ul>
            <li>
              Anordnare: <a href={`${BAS}/anordnare/${insats.anordnare}`}>{bild.anordnare}</a>
            </li>
            <li>Syfte: {insats.syften.map((s) => `${INSATSSYFTEN[s].namn} (${INSATSSYFTEN[s].lagrum})`).join('; ')}</li>
            <li>Form: {INSATSFORMER[insats.form]}</li>
            <li>Område: {INSATSOMRÅDEN[insats.område]}</li>
            <li>Platserna söks inom: {UTVECKLINGSOMRÅDEN[insats.utvecklingsområde]}</li>
            <li>Steg: {val.steg.find((s) => s.id === insats.stegtrappa)?.namn ?? 'inget steg'}</li>
            <li>Högst {insats.längstMånader} månader för en person</li>
            <li>Kostnad per plats och månad: {insats.kostnad === undefined ? 'ingen' : kr(insats.kostnad)}</li>
            {insats.utrymme === '' ? null : <li>Söka och ta arbete: {insats.utrymme}</li>}
            {insats.skydd ? (
              <>
                <li>Arbetsmiljö: {insats.skydd.arbetsmiljö}</li>
                <li>Försäkring vid skada: {insats.skydd.försäkring}</li>
              </>
            ) : null}
            {insats.försäkran ? (
              <li>
                Ersätter inte ordinarie arbete: {insats.försäkran.text} ({insats.försäkran.av},{' '}
                {datum(insats.försäkran.dag)})
              </li>
            ) : null}
          </ul>
        </aside>
      </div>
    </div>
  );
}

/** The person by name, or that the identity is protected. */
function Personlänk({ person, namn }: { person: string; namn: string | undefined }) {
  return namn === undefined ? (
    <>Skyddade uppgifter</>
  ) : (
    <a href={`/handlaggning/person/${person}/aktiviteter`}>{namn}</a>
  );
}

const NY: Fält = {
  form: 'grupp',
  version: '0',
  status: 'aktiv',
  sprak: 'svenska',
  jobbsokartimmar: '5',
  start: 'lopande',
};

/** The form, with what the statute asks for where it is asked. */
function Insatsformulär({
  skrivet,
  action,
  val,
  anordnare,
}: {
  skrivet: Skrivet;
  action: string;
  val: Insatsval;
  anordnare: readonly { value: string; label: string }[];
}) {
  const { fält } = skrivet;
  const v = (namn: string) => fält[namn] ?? '';
  const e = (namn: string) => felFör(skrivet, namn);
  const val2 = (poster: readonly { id: string; namn: string }[]) => poster.map((p) => ({ value: p.id, label: p.namn }));
  const text = (name: string, label: string, hint?: string, rest?: object) => (
    <TextField name={name} label={label} hint={hint} value={v(name)} error={e(name)} {...rest} />
  );
  const ruta = (name: string, label: string, hint?: string, rows = 3) => (
    <Textarea name={name} label={label} hint={hint} value={v(name)} error={e(name)} rows={rows} />
  );
  return (
    <form method="post" action={action} class="stack-l">
      <input type="hidden" name="version" value={v('version')} />
      <section class="stack-s" aria-labelledby="om">
        <h2 id="om">Om aktiviteten</h2>
        <Select
          name="anordnare"
          label="Anordnare"
          options={anordnare}
          value={v('anordnare')}
          empty="Välj"
          error={e('anordnare')}
        />
        {text('namn', 'Namn')}
        {ruta('beskrivning', 'Vad gör man där?', 'Skriv så att den som ska delta förstår.')}
        <CheckboxGroup
          name="syften"
          label="Syfte"
          hint="De fyra slagen i 12 kap. 6 a §. Vård och behandling läggs upp för sig och är alltid frivillig."
          values={v('syften').split(' ')}
          error={e('syften')}
          choices={Object.entries(INSATSSYFTEN).map(([value, { namn }]) => ({ value, label: namn }))}
        />
        <RadioGroup
          name="form"
          label="Form"
          value={v('form')}
          unsettable={false}
          choices={Object.entries(INSATSFORMER).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="omrade"
          label="Område"
          value={v('omrade')}
          empty="Välj"
          error={e('omrade')}
          options={Object.entries(INSATSOMRÅDEN).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="utvecklingsomrade"
          label="Platserna söks inom"
          value={v('utvecklingsomrade')}
          empty="Välj"
          error={e('utvecklingsomrade')}
          options={Object.entries(UTVECKLINGSOMRÅDEN).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="stegtrappa"
          label="Steg i funktionstrappan"
          value={v('stegtrappa')}
          empty="Inget steg"
          options={val2(val.steg)}
        />
      </section>
      <section class="stack-s" aria-labelledby="vem">
        <h2 id="vem">Vem den är till för</h2>
        {ruta('malgrupp', 'Målgrupp', undefined, 2)}
        {ruta('kriterier', 'Vad krävs för att vara med?', undefined, 2)}
        <p class="muted">Villkoren nedan provas mot det vi vet om personen. Lämna tomt det som inte behövs.</p>
        <div id="villkor">{e('villkor') ? <Notice kind="error">{e('villkor')}</Notice> : null}</div>
        <div class="row row--top">
          {text('alderMinst', 'Lägsta ålder', undefined, { width: '2', inputmode: 'numeric' })}
          {text('alderHogst', 'Högsta ålder', undefined, { width: '2', inputmode: 'numeric' })}
          <Select
            name="sprakniva"
            label="Svenska, minst"
            empty="Inget krav"
            value={v('sprakniva')}
            options={SPRÅKNIVÅER.map((n) => ({ value: n, label: n }))}
          />
          {text('villkorTimmar', 'Kan delta minst, timmar', undefined, { width: '4', inputmode: 'decimal' })}
          {text('barnUnder', 'Har barn under, år', undefined, { width: '2', inputmode: 'numeric' })}
        </div>
        <Checkbox name="inskriven" label="Inskriven hos Arbetsförmedlingen" checked={v('inskriven') === 'ja'} />
        {val.spår.length > 0 ? (
          <CheckboxGroup name="spar" label="I något av spåren" values={v('spar').split(' ')} choices={val2(val.spår)} />
        ) : null}
        {val.hinder.length > 0 ? (
          <Details summary="Har något av hindren" open={v('hinder') !== ''}>
            <CheckboxGroup
              name="hinder"
              label="Har något av hindren"
              values={v('hinder').split(' ')}
              choices={val2(val.hinder)}
            />
          </Details>
        ) : null}
        {text('sprak', 'Språk man kan få hjälp på', 'Med komma mellan.')}
        {ruta('tillganglighet', 'Tillgänglighet', 'Till exempel hiss, teleslinga, lugnt rum.', 2)}
      </section>
      <section class="stack-s" aria-labelledby="nar">
        <h2 id="nar">När och var</h2>
        {ruta('startdagar', 'Startdagar', 'En per rad, som 2027-01-11. Lämna tomt om man kan börja när som helst.')}
        {ruta(
          'pass',
          'Tider i veckan',
          'Ett pass per rad, som måndag 09:00–12:00. Lämna tomt om tiden bestäms med var och en.',
        )}
        <div class="row row--top">
          {text('timmarPerVecka', 'Timmar i veckan', undefined, { width: '4', inputmode: 'decimal' })}
          {text('jobbsokartimmar', 'Timmar kvar till att söka arbete', 'Tillsammans högst 40.', {
            width: '4',
            inputmode: 'decimal',
          })}
          {text('langstManader', 'Längst, i månader', undefined, { width: '4', inputmode: 'numeric' })}
          {text('platser', 'Platser', undefined, { width: '4', inputmode: 'numeric' })}
        </div>
        {ruta('utrymme', 'Hur är man fri att söka och ta ett arbete?', '12 kap. 6 a § tredje stycket.', 2)}
        {text('adress', 'Adress')}
        {text('ort', 'Del av kommunen')}
        <MoneyField
          name="kostnad"
          label="Kostnad per plats och månad"
          optional
          value={v('kostnad')}
          error={e('kostnad')}
        />
      </section>
      <section class="stack-s" aria-labelledby="skydd">
        <h2 id="skydd">Plats på en arbetsplats</h2>
        <p class="muted">Fyll i det här när man är på en arbetsplats utan lön (12 kap. 4, 6 och 6 a §§).</p>
        {text('arbetsmiljo', 'Vem ansvarar för arbetsmiljön?')}
        {text('forsakring', 'Vilken försäkring gäller vid skada?')}
        {text('forsakranAv', 'Vem har försäkrat att inget ordinarie arbete ersätts?', 'Namn och roll.')}
        {text('forsakranDag', 'Vilken dag?', 'Som ÅÅÅÅ-MM-DD.', { width: '8' })}
        {ruta('forsakranText', 'Hur följs det upp?', undefined, 2)}
      </section>
      <RadioGroup
        name="status"
        label="Tar aktiviteten emot fler?"
        row
        unsettable={false}
        value={v('status')}
        choices={[
          { value: 'aktiv', label: 'Ja' },
          { value: 'stangd', label: 'Nej' },
        ]}
      />
      <Actions>
        <Button kind="go">Spara aktiviteten</Button>
      </Actions>
    </form>
  );
}

function tal(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
}

/** The activity as the form has it. */
function läsUppgifter(f: Fält, kostnad: number | undefined): Insatsuppgifter {
  const text = (namn: string) => (f[namn] ?? '').trim();
  const rader = (namn: string) =>
    text(namn)
      .split(/\s*\n\s*/)
      .filter((r) => r !== '');
  const ett = <T extends string>(namn: string, bland: object, annars: T): T =>
    Object.hasOwn(bland, text(namn)) ? (text(namn) as T) : annars;
  return {
    anordnare: text('anordnare'),
    namn: text('namn'),
    beskrivning: text('beskrivning'),
    syften: text('syften')
      .split(' ')
      .filter((s): s is Insatssyfte => Object.hasOwn(INSATSSYFTEN, s)),
    område: ett<Insatsområde>('omrade', INSATSOMRÅDEN, 'annat'),
    form: ett<Insatsform>('form', INSATSFORMER, 'grupp'),
    målgrupp: text('malgrupp'),
    kriterier: text('kriterier'),
    villkor: läsVillkor(f),
    språk: text('sprak')
      .split(/\s*,\s*/)
      .filter((s) => s !== ''),
    tillgänglighet: text('tillganglighet'),
    startdagar: rader('startdagar'),
    timmarPerVecka: tal(f['timmarPerVecka']),
    pass: läsPass(text('pass')),
    adress: text('adress'),
    ort: text('ort'),
    platser: tal(f['platser']),
    kostnad,
    stegtrappa: text('stegtrappa') || undefined,
    utvecklingsområde: ett<Utvecklingsområde>('utvecklingsomrade', UTVECKLINGSOMRÅDEN, 'kommungemensamt'),
    längstMånader: tal(f['langstManader']),
    jobbsökartimmar: text('jobbsokartimmar') === '' ? 0 : tal(f['jobbsokartimmar']),
    utrymme: text('utrymme'),
    skydd:
      text('arbetsmiljo') === '' && text('forsakring') === ''
        ? undefined
        : { arbetsmiljö: text('arbetsmiljo'), försäkring: text('forsakring') },
    försäkran:
      text('forsakranAv') === '' && text('forsakranText') === ''
        ? undefined
        : { av: text('forsakranAv'), dag: text('forsakranDag'), text: text('forsakranText') },
    status: text('status') === 'stangd' ? 'stangd' : 'aktiv',
  };
}

function läsVillkor(f: Fält): Villkor[] {
  const finns = (namn: string) => (f[namn] ?? '').trim() !== '';
  const lista = (namn: string) => (f[namn] ?? '').split(' ').filter((x) => x !== '');
  const nivå = SPRÅKNIVÅER.find((n) => n === f['sprakniva']);
  return [
    ...(finns('alderMinst') || finns('alderHogst')
      ? [
          {
            slag: 'alder' as const,
            ...(finns('alderMinst') ? { minst: tal(f['alderMinst']) } : {}),
            ...(finns('alderHogst') ? { högst: tal(f['alderHogst']) } : {}),
          },
        ]
      : []),
    ...(nivå ? [{ slag: 'sprakniva' as const, minst: nivå }] : []),
    ...(finns('villkorTimmar') ? [{ slag: 'timmar' as const, minst: tal(f['villkorTimmar']) }] : []),
    ...(finns('inskriven') ? [{ slag: 'inskriven' as const }] : []),
    ...(lista('spar').length > 0 ? [{ slag: 'spar' as const, av: lista('spar') }] : []),
    ...(lista('hinder').length > 0 ? [{ slag: 'hinder' as const, av: lista('hinder') }] : []),
    ...(finns('barnUnder') ? [{ slag: 'barn-under' as const, under: tal(f['barnUnder']) }] : []),
  ];
}

/** The fields of the form as an activity has them. */
function skrivUt(i: Insats): Fält {
  const komma = (n: number) => String(n).replace('.', ',');
  const villkor = <S extends Villkor['slag']>(slag: S) =>
    i.villkor.find((v): v is Extract<Villkor, { slag: S }> => v.slag === slag);
  const passrad = (p: Pass) => `${passIOrd(p)}${p.plats ? `, ${p.plats}` : ''}`;
  const ålder = villkor('alder');
  return {
    version: String(i.version),
    anordnare: i.anordnare,
    namn: i.namn,
    beskrivning: i.beskrivning,
    syften: i.syften.join(' '),
    form: i.form,
    omrade: i.område,
    utvecklingsomrade: i.utvecklingsområde,
    stegtrappa: i.stegtrappa ?? '',
    malgrupp: i.målgrupp,
    kriterier: i.kriterier,
    alderMinst: ålder?.minst === undefined ? '' : String(ålder.minst),
    alderHogst: ålder?.högst === undefined ? '' : String(ålder.högst),
    sprakniva: villkor('sprakniva')?.minst ?? '',
    villkorTimmar: villkor('timmar') ? komma(villkor('timmar')!.minst) : '',
    barnUnder: villkor('barn-under') ? String(villkor('barn-under')!.under) : '',
    inskriven: villkor('inskriven') ? 'ja' : '',
    spar: villkor('spar')?.av.join(' ') ?? '',
    hinder: villkor('hinder')?.av.join(' ') ?? '',
    sprak: i.språk.join(', '),
    tillganglighet: i.tillgänglighet,
    startdagar: i.startdagar.join('\n'),
    pass: i.pass.map(passrad).join('\n'),
    timmarPerVecka: komma(i.timmarPerVecka),
    jobbsokartimmar: komma(i.jobbsökartimmar),
    langstManader: String(i.längstMånader),
    platser: String(i.platser),
    utrymme: i.utrymme,
    adress: i.adress,
    ort: i.ort,
    kostnad: i.kostnad === undefined ? '' : belopp(i.kostnad),
    arbetsmiljo: i.skydd?.arbetsmiljö ?? '',
    forsakring: i.skydd?.försäkring ?? '',
    forsakranAv: i.försäkran?.av ?? '',
    forsakranDag: i.försäkran?.dag ?? '',
    forsakranText: i.försäkran?.text ?? '',
    status: i.status,
  };
}
