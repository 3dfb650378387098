import {
  dagFör,
  flyttaMånad,
  gällandeKrav,
  gällerUnder,
  type Kravbeslut,
  type Kravuppgift,
  ärUndantag,
} from '@stegvis/casework';
import type { PrövatAktivitetskrav } from '@stegvis/rules';
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  Facts,
  kortDatum,
  Line,
  Lines,
  LinkButton,
  månad,
  Notice,
  Panel,
  Select,
  SumLine,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Kravbild } from './krav-port.ts';
import { fältIFormuläret, läsTal, läsVad, Uppgiftsformulär, uppgiftIOrd } from './kravuppgift-formular.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

const GRUNDER: Readonly<Record<Kravbeslut['grund'], string>> = {
  '12:4a': '12 kap. 4 a §, tre månader har gått',
  '12:4d': '12 kap. 4 d §, före tre månader',
  '12:4g': '12 kap. 4 g §, arbetslivsinriktad rehabilitering',
};
const MÅNADEN = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The requirement of activity on one person: the hours and why, what they rest on, and the decision that somebody makes. */
export function kravsida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const vald = [skrivet.fält['fran'], c.req.query('manad')].find((m) => m !== undefined && MÅNADEN.test(m));
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.kravbild(who, id, vald));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const ifyllt =
      skrivet.fel.length > 0 ? skrivet : { fel: [], fält: bild.förslag[Number(c.req.query('forslag'))]?.fält ?? {} };
    return visaPerson(c, kontext, {
      huvud,
      title: 'Aktivitetskrav',
      flik: 'krav',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} namn={huvud.namn} skrivet={ifyllt} idag={kontext.port.idag()} bas={bas(c)} />,
    });
  };
  app.get('/person/:person/krav', (c) => show(c));
  app.post('/person/:person/krav', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = c.req.param('person');
    const result = await gör(kontext, who, id, fält);
    if (result.ok) return c.redirect(bas(c), 303);
    return show(c, { fel: result.fel, fält }, 422);
  });
  app.get('/person/:person/krav/brev/:brev', async (c) => {
    const pdf = await väg.kravbrev(medarbetare(kontext, c), c.req.param('person'), c.req.param('brev'));
    if (!pdf) return ingenPerson(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="aktivitetskrav.pdf"',
    });
  });
}

const bas = (c: Context) => `/handlaggning/person/${c.req.param('person')}/krav`;

async function gör(kontext: Sidkontext, who: ReturnType<typeof medarbetare>, id: string, f: Fält) {
  const { väg } = kontext.port;
  const text = (namn: string) => (f[namn] ?? '').trim();
  const ok = { ok: true as const };
  const nej = (fel: Skrivet['fel']) => ({ ok: false as const, fel });
  switch (f['gor']) {
    case 'notera': {
      const vad = läsVad(f);
      if (!vad) return nej([{ id: 'slag', text: 'Välj vad uppgiften gäller.' }]);
      const result = await väg.noteraKravuppgift(who, id, {
        vad,
        från: text('fran'),
        till: text('till') === '' ? undefined : text('till'),
        uppgiftFrån: text('uppgiftFran'),
        styrkt: text('styrkt'),
      });
      return result.ok ? ok : nej(vägran(result.refusal, fältIFormuläret(vad.slag), 'slag'));
    }
    case 'upphor': {
      const result = await väg.upphörKravuppgift(who, id, text('uppgift'), {
        från: text('upphorFran'),
        skäl: text('upphorSkal'),
      });
      return result.ok ? ok : nej(vägran(result.refusal, (fält) => `${fält}-${text('uppgift')}`, 'uppgifter'));
    }
    case 'besluta': {
      const result = await väg.beslutaKrav(who, id, {
        grund: text('grund'),
        från: text('fran'),
        till: text('tom'),
        timmarPerVecka: läsTal(text('timmar')),
        skäl: text('skal'),
      });
      return result.ok
        ? ok
        : nej(
            vägran(
              result.refusal,
              (fält) => ({ till: 'tom', fran: 'franManad', plan: 'besluta' })[fält] ?? fält,
              'besluta',
            ),
          );
    }
    case 'upphav': {
      const result = await väg.upphävKrav(who, id, text('krav'), {
        från: text('upphavFran'),
        skäl: text('upphavSkal'),
      });
      return result.ok ? ok : nej(vägran(result.refusal, (fält) => fält, 'beslut'));
    }
    default:
      return nej([{ id: 'besluta', text: 'Välj vad du vill göra.' }]);
  }
}

interface Del {
  readonly bild: Kravbild;
  readonly skrivet: Skrivet;
  readonly idag: string;
}

function Innehåll({ bild, namn, skrivet, idag, bas }: Del & { namn: string; bas: string }) {
  const denna = idag.slice(0, 7);
  const krav = gällandeKrav(bild.beslut, bild.månad);
  return (
    <>
      <ErrorSummary errors={skrivet.fel} />
      <div class="wb-title">
        <h1>Aktivitetskrav</h1>
        <Läge bild={bild} krav={krav} />
      </div>
      <Facts
        items={[
          { name: 'Månad', value: månad(bild.månad) },
          { name: 'Bistånd', value: följden(bild) },
          {
            name: 'Ska ställas från',
            value: bild.kravmånader ? månad(bild.kravmånader.från) : 'inget bistånd är känt',
          },
          { name: 'Planen görs i', value: bild.kravmånader ? månad(bild.kravmånader.planUnder) : '–' },
          {
            name: 'Plan',
            value: bild.plan
              ? `nummer ${bild.plan.nummer}, ${tal(bild.plan.krävdaTimmar)} timmar i veckan krävs`
              : 'ingen plan',
          },
        ]}
      />
      <p>
        Visa{' '}
        {[-1, 0, 1, 2, 3]
          .map((n) => flyttaMånad(denna, n))
          .filter((m) => m !== bild.månad)
          .map((m, i) => (
            <>
              {i === 0 ? '' : ', '}
              <a href={`${bas}?manad=${m}`}>{månad(m)}</a>
            </>
          ))}
      </p>
      <div class="wb-cols wb-cols--side">
        <div>
          <Beslut bild={bild} skrivet={skrivet} bas={bas} />
          <AttTaReda bild={bild} bas={bas} />
          <Uppgifter bild={bild} skrivet={skrivet} />
        </div>
        <div class="stack">
          <Uträkning bild={bild} namn={namn} />
          {bild.fårBesluta ? (
            <Beslutsformulär bild={bild} skrivet={skrivet} denna={denna} bas={bas} />
          ) : (
            <section class="stack-s" aria-labelledby="kravet-ar-ett-beslut">
              <h2 id="kravet-ar-ett-beslut">Kravet är ett beslut</h2>
              <p>En handläggare eller enhetschef beslutar, aldrig automatiken. Du kan skriva in uppgifterna.</p>
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function Läge({ bild, krav }: { bild: Kravbild; krav: Kravbeslut | undefined }) {
  if (krav) return <Tag kind="ok">{`Beslutat, ${tal(krav.timmarPerVecka)} timmar i veckan`}</Tag>;
  if ('ejIKraft' in bild.prövning) return <Tag>Går inte att räkna</Tag>;
  const { krav: svar } = bild.prövning;
  if (svar === 'ska') return <Tag kind="attention">Ska ställas, inte beslutat</Tag>;
  return <Tag>{svar === 'far' ? 'Får ställas' : 'Får inte ställas'}</Tag>;
}

/** The months in a row in words: `september 2026 till november 2026`. */
function följden({ kravmånader, biståndsmånader }: Kravbild): string {
  if (!kravmånader) return 'inga månader';
  const { följdFrån, följdTill } = kravmånader;
  const antal = biståndsmånader.filter((m) => m >= följdFrån && m <= följdTill).length;
  return antal === 1 ? månad(följdFrån) : `${antal} månader i följd, ${månad(följdFrån)} till ${månad(följdTill)}`;
}

function varför(bild: Kravbild, svar: PrövatAktivitetskrav, namn: string) {
  const lag = svar.grund.map(kort).join(', ');
  if (svar.krav === 'far-inte')
    return (
      <>
        Kravet får inte ställas för {månad(bild.månad)}. <span class="law">{lag}</span>
      </>
    );
  if (svar.krav === 'ska')
    return (
      <>
        Ska ställas från {månad(bild.kravmånader?.från ?? bild.månad)}. {namn} har haft försörjningsstöd tre månader i
        följd. <span class="law">{lag}</span>
      </>
    );
  return (
    <>
      Får ställas, men måste inte.{' '}
      {bild.kravmånader ? `Ska ställas från ${månad(bild.kravmånader.från)} om försörjningsstödet fortsätter. ` : ''}
      <span class="law">{lag}</span>
    </>
  );
}

/** The sum hour by hour, each line with its section; nothing is left out, so that a zero is seen too. */
function Uträkning({ bild, namn }: { bild: Kravbild; namn: string }) {
  const { prövning } = bild;
  if ('ejIKraft' in prövning)
    return (
      <Panel card>
        <h2>Aktivitetskrav</h2>
        <p>{prövning.ejIKraft}</p>
      </Panel>
    );
  const fårInte = prövning.krav === 'far-inte';
  return (
    <Panel card>
      <h2>
        {fårInte
          ? 'Inget aktivitetskrav'
          : `Aktivitetskrav: ${prövning.krav === 'ska' ? '' : 'högst '}${tal(prövning.timmarPerVecka)} timmar i veckan`}
      </h2>
      <p>{varför(bild, prövning, namn)}</p>
      {fårInte ? null : (
        <Lines>
          {rader(bild, prövning).map(({ text, timmar, grund }) => (
            <Line amount={`${tal(timmar)} h`} note={kort(grund)}>
              {text}
            </Line>
          ))}
          <SumLine amount={`${tal(prövning.timmarPerVecka)} h`}>
            {prövning.krav === 'ska' ? 'Krav' : 'Längsta krav'}
          </SumLine>
        </Lines>
      )}
      <Details summary={undantagsrubrik(prövning)} open={fårInte}>
        <Lines small>
          {undantagen(prövning).map(({ text, galler, grund }) => (
            <Line amount={galler ? 'Gäller' : 'Nej'} note={kort(grund)}>
              {text}
            </Line>
          ))}
        </Lines>
      </Details>
      {bild.rehabilitering ? (
        <p>
          {bild.rehabilitering.text}{' '}
          {bild.rehabilitering.grund ? <span class="law">{kort(bild.rehabilitering.grund)}</span> : null}
        </p>
      ) : null}
    </Panel>
  );
}

/** The rule's steps, with ability and children said also when they take nothing. */
function rader(bild: Kravbild, { steg }: PrövatAktivitetskrav) {
  const [första, ...övriga] = steg;
  if (!första) return [];
  const förmåga = gällandeUppgifter(bild).find(({ vad }) => vad.slag === 'formaga');
  const har = (id: string) => övriga.some((s) => s.id === id);
  const barnrad = {
    text:
      (bild.barn ?? []).length === 0
        ? 'Barn under åtta år: inga i hushållet'
        : 'Barn under åtta år: ger ingen minskning',
    timmar: 0,
    grund: '12 kap. 4 b § tredje stycket',
  };
  return [
    första,
    ...(har('formaga')
      ? []
      : [
          {
            text: förmåga
              ? `Förmåga, bedömd ${kortDatum(dagFör(förmåga.registrerad))}: hel tid`
              : 'Förmåga: inte bedömd',
            timmar: 0,
            grund: första.grund,
          },
        ]),
    ...övriga.filter(({ id }) => id !== 'golv' && id !== 'tillsyn'),
    ...(har('barn') ? [] : [barnrad]),
    ...övriga.filter(({ id }) => id === 'tillsyn'),
    ...övriga.filter(({ id }) => id === 'golv'),
  ];
}

/** The exemptions by the points of the law; full-time occupation is one of them. */
function undantagen({ undantag }: PrövatAktivitetskrav) {
  const heltid = undantag.filter(({ id }) => id.startsWith('heltid-'));
  const träff = heltid.find(({ galler }) => galler);
  return undantag
    .filter(({ id }) => !id.startsWith('heltid-') || id === heltid[0]?.id)
    .map((u) =>
      u.id.startsWith('heltid-')
        ? (träff ?? {
            ...u,
            text: 'Sysselsättning på heltid',
            grund: u.grund.replace(/ stycket 3 [a-d]/, ' stycket 3'),
          })
        : u,
    );
}

function undantagsrubrik(prövning: PrövatAktivitetskrav): string {
  const antal = undantagen(prövning).filter(({ galler }) => galler).length;
  return `Sju undantag, ${antal === 0 ? 'inget gäller' : antal === 1 ? 'ett gäller' : `${antal} gäller`}`;
}

function gällandeUppgifter(bild: Kravbild): Kravuppgift[] {
  return bild.uppgifter.filter((u) => gällerUnder(u, `${bild.månad}-01`, `${bild.månad}-31`));
}

/** What is not known yet, and what the registers say that somebody must confirm. */
function AttTaReda({ bild, bas }: { bild: Kravbild; bas: string }) {
  const varningar = 'ejIKraft' in bild.prövning ? [] : bild.prövning.varningar;
  const okänt = [
    ...varningar.map(({ text }) => text),
    ...(bild.barn === undefined ? ['Det finns ingen ansökan. Barnen i hushållet är inte kända.'] : []),
    ...(bild.plan ? [] : ['Det finns ingen plan. Ett krav beslutas alltid med en plan (12 kap. 4 e §).']),
  ];
  return (
    <section class="sec" aria-labelledby="att-ta-reda-pa">
      <h2 id="att-ta-reda-pa">Att ta reda på</h2>
      {okänt.length === 0 ? <p>Allt som uträkningen behöver är känt.</p> : null}
      {okänt.length === 0 ? null : (
        <ul>
          {okänt.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      {bild.förslag.length === 0 ? null : (
        <>
          <h3>Att bekräfta</h3>
          <p class="muted">Det räknas först när en människa har bekräftat det.</p>
          <Lines>
            {bild.förslag.map(({ text, källa, hämtad }, i) => (
              <Line note={hämtad === undefined ? källa : `${källa}, hämtat ${tidpunkt(hämtad)}`}>
                {text}{' '}
                <a href={`${bas}?manad=${bild.månad}&forslag=${i}#ny-uppgift`}>
                  Fyll i och bekräfta<span class="vh">: {text}</span>
                </a>
              </Line>
            ))}
          </Lines>
        </>
      )}
    </section>
  );
}

function Uppgifter({ bild, skrivet }: { bild: Kravbild; skrivet: Skrivet }) {
  const öppna = bild.uppgifter.filter((u) => u.upphörd === undefined);
  const gamla = bild.uppgifter.filter((u) => u.upphörd !== undefined);
  return (
    <section class="sec stack" aria-labelledby="uppgifter">
      <h2 id="uppgifter">Uppgifter som kravet räknas på</h2>
      {öppna.length === 0 ? (
        <Empty heading="Inga uppgifter är inskrivna" level={3}>
          <p>Åldern, månaderna med bistånd och barnen läses ur ansökan.</p>
        </Empty>
      ) : (
        <Table
          id="kravuppgifter"
          caption="Uppgifter som kravet räknas på"
          captionHidden
          narrow="list"
          columns={[
            { head: 'Uppgift' },
            { head: 'Visas av' },
            { head: 'Från' },
            { head: 'Till och med' },
            { head: 'Inskriven av' },
          ]}
          rows={öppna.map((u) => [
            <>
              {uppgiftIOrd(u)}
              {ärUndantag(u) ? <Tag kind="brand">Undantag</Tag> : null}
              {'skal' in u.vad ? (
                <>
                  <br />
                  <span class="law">{u.vad.skal}</span>
                </>
              ) : null}
            </>,
            `${u.styrkt} (${u.uppgiftFrån})`,
            <span class="nowrap">{kortDatum(u.från)}</span>,
            u.till ? kortDatum(u.till) : u.vad.slag === 'foraldraledig' ? 'barnet fyller ett år' : 'tills vidare',
            `${u.av}, ${kortDatum(dagFör(u.registrerad))}`,
          ])}
        />
      )}
      {öppna.map((u) => {
        const [fran, skal] = [`upphorFran-${u.id}`, `upphorSkal-${u.id}`];
        const mitt = skrivet.fält['uppgift'] === u.id;
        return (
          <Details summary={`Gäller inte längre: ${uppgiftIOrd(u)}`} open={mitt}>
            <form method="post" class="stack">
              <input type="hidden" name="gor" value="upphor" />
              <input type="hidden" name="uppgift" value={u.id} />
              <TextField
                id={fran}
                name="upphorFran"
                label="Gäller inte från och med, ÅÅÅÅ-MM-DD"
                width="13"
                value={mitt ? skrivet.fält['upphorFran'] : ''}
                error={felFör(skrivet, fran)}
              />
              <TextField
                id={skal}
                name="upphorSkal"
                label="Varför?"
                value={mitt ? skrivet.fält['upphorSkal'] : ''}
                error={felFör(skrivet, skal)}
              />
              <div>
                <Button kind="neutral">Avsluta uppgiften</Button>
              </div>
            </form>
          </Details>
        );
      })}
      <Details
        summary="Skriv in en uppgift eller bedömning"
        open={skrivet.fält['slag'] !== undefined || skrivet.fält['gor'] === 'notera'}
      >
        <Uppgiftsformulär skrivet={skrivet} barn={bild.barn ?? []} />
      </Details>
      {gamla.length === 0 ? null : (
        <Details summary={`Uppgifter som inte gäller längre, ${gamla.length}`}>
          <Lines small>
            {gamla.map((u) => (
              <Line
                note={`${kortDatum(u.från)} till ${kortDatum(u.upphörd!.från)}. ${u.upphörd!.skäl} (${u.upphörd!.av})`}
              >
                {uppgiftIOrd(u)}
              </Line>
            ))}
          </Lines>
        </Details>
      )}
    </section>
  );
}

/** The decided requirements, the one that holds first, with letters. */
function Beslut({ bild, skrivet, bas }: { bild: Kravbild; skrivet: Skrivet; bas: string }) {
  const öppet = bild.beslut.find((b) => b.upphört === undefined);
  return (
    <section class="sec stack" aria-labelledby="beslut">
      <h2 id="beslut">Beslut om krav</h2>
      {bild.beslut.length === 0 ? <p>Inget krav är beslutat.</p> : <Beslutsrader bild={bild} bas={bas} />}
      {öppet && bild.fårBesluta ? (
        <Details summary="Upphäv kravet" open={skrivet.fält['gor'] === 'upphav'}>
          <form method="post" class="stack">
            <input type="hidden" name="gor" value="upphav" />
            <input type="hidden" name="krav" value={öppet.id} />
            <Select
              name="upphavFran"
              label="Gäller inte från och med"
              options={månaderFrån(öppet.från, öppet.till ?? öppet.från)}
              value={skrivet.fält['upphavFran']}
              error={felFör(skrivet, 'upphavFran')}
            />
            <Textarea
              name="upphavSkal"
              label="Varför? Personen läser det."
              rows={3}
              value={skrivet.fält['upphavSkal']}
              error={felFör(skrivet, 'upphavSkal')}
            />
            <div>
              <Button kind="neutral">Upphäv kravet</Button>
            </div>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Beslutsrader({ bild, bas }: { bild: Kravbild; bas: string }) {
  const brevFör = (b: Kravbeslut) => bild.brev.filter(({ krav }) => krav === b.id);
  return (
    <Lines>
      {bild.beslut.map((b) => (
        <Line
          amount={`${tal(b.timmarPerVecka)} h`}
          note={`${GRUNDER[b.grund]}. ${b.av}, ${tidpunkt(b.beslutat)}${b.delegationspunkt ? `, delegationsordningen punkt ${b.delegationspunkt}` : ''}`}
        >
          {månad(b.från)} till {månad(b.till ?? b.från)}, plan nummer {b.plan.nummer}.
          {b.upphört ? ` Upphörde från ${månad(b.upphört.från)}: ${b.upphört.skäl}.` : ''}{' '}
          {brevFör(b).map(({ id, slag }) => (
            <>
              <a href={`${bas}/brev/${id}`}>
                {slag === 'krav' ? 'Beslutet (pdf)' : 'Beslutet att det upphör (pdf)'}
              </a>{' '}
            </>
          ))}
          <br />
          {b.skäl}
        </Line>
      ))}
    </Lines>
  );
}

function Beslutsformulär({
  bild,
  skrivet,
  denna,
  bas,
}: {
  bild: Kravbild;
  skrivet: Skrivet;
  denna: string;
  bas: string;
}) {
  const { prövning, plan } = bild;
  const skrivs = skrivet.fält['gor'] === 'besluta';
  const fält = skrivs ? skrivet.fält : {};
  const första = bild.månad < denna ? denna : bild.månad;
  const högst = 'ejIKraft' in prövning ? undefined : prövning.timmarPerVecka;
  const grund = 'ejIKraft' in prövning || prövning.krav !== 'ska' ? '12:4d' : '12:4a';
  return (
    <section class="stack-s" aria-labelledby="besluta">
      <h2 id="besluta">Kravet är ett beslut</h2>
      <p>En människa beslutar, aldrig automatiken. Beslutet skickas med planen.</p>
      {plan ? null : (
        <Notice kind="attention" heading="Ingen plan">
          <p>Gör en plan först. Kravet säger hur mycket, planen säger vad och när.</p>
          <LinkButton kind="neutral" href={bas.replace(/krav$/, 'plan')}>
            Till planen
          </LinkButton>
        </Notice>
      )}
      <Planjämförelse bild={bild} bas={bas} />
      <Details summary="Besluta om kravet" open={skrivs}>
        <form method="post" class="stack">
          <input type="hidden" name="gor" value="besluta" />
          <Select
            name="grund"
            label="Grund"
            options={Object.entries(GRUNDER).map(([value, label]) => ({ value, label }))}
            value={fält['grund'] ?? grund}
            error={felFör(skrivet, 'grund')}
          />
          <Select
            id="franManad"
            name="fran"
            label="Från och med"
            hint="Timmarna räknas för den här månaden."
            options={månaderFrån(denna, flyttaMånad(denna, 3))}
            value={fält['fran'] ?? första}
            error={felFör(skrivet, 'franManad')}
          />
          <Select
            name="tom"
            label="Till och med"
            hint="Högst tolv månader. Sedan prövas kravet på nytt."
            options={månaderFrån(denna, flyttaMånad(denna, 14))}
            value={fält['tom'] ?? flyttaMånad(första, 5)}
            error={felFör(skrivet, 'tom')}
          />
          <TextField
            name="timmar"
            label="Timmar i veckan"
            hint={högst === undefined ? undefined : `Högst ${tal(högst)} för ${månad(bild.månad)}. Det får vara färre.`}
            width="8"
            inputmode="decimal"
            value={fält['timmar'] ?? (högst ? tal(högst) : '')}
            error={felFör(skrivet, 'timmar')}
          />
          <Textarea
            name="skal"
            label="Skäl. Personen läser dem i brevet."
            rows={5}
            value={fält['skal']}
            error={felFör(skrivet, 'skal')}
          />
          <div>
            <Button>Besluta om kravet</Button>
          </div>
        </form>
      </Details>
    </section>
  );
}

/** The plan's hours beside the requirement's: the decided one, else the most that may be required. They may differ; it is only said. */
function Planjämförelse({ bild: { plan, prövning, beslut, månad: m }, bas }: { bild: Kravbild; bas: string }) {
  const beslutat = gällandeKrav(beslut, m);
  const krav = beslutat?.timmarPerVecka ?? ('ejIKraft' in prövning ? undefined : prövning.timmarPerVecka);
  if (!plan || krav === undefined || krav === plan.krävdaTimmar) return null;
  return (
    <Notice kind="attention" heading="Planen och kravet har olika många timmar">
      <p>
        I planen krävs {tal(plan.krävdaTimmar)} timmar i veckan i {månad(m)}.{' '}
        {beslutat ? `Kravet är ${tal(krav)} timmar.` : `Kravet får vara högst ${tal(krav)} timmar.`} Det hindrar inte
        ett beslut. <a href={bas.replace(/krav$/, 'plan')}>Till planen</a>
      </p>
    </Notice>
  );
}

function månaderFrån(från: string, till: string): { value: string; label: string }[] {
  const alla = [];
  for (let m = från; m <= till; m = flyttaMånad(m, 1)) alla.push({ value: m, label: månad(m) });
  return alla;
}

const kort = (grund: string): string =>
  grund
    .replace(/ socialtjänst(lagen|förordningen)/, (_, slut) => (slut === 'lagen' ? '' : ' socialtjänstförordningen'))
    .replace(/ \(lydelse.*\)$/, '');
const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 }).replace('-', '−');
