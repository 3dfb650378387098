import type { Dag } from '@stegvis/casework';
import { type Beräkning, beräkna, inkomsttyper, kommuner, NotInForce, type Rad } from '@stegvis/rules';
import {
  Actions,
  Button,
  belopp,
  Checkbox,
  dokument,
  EnkelSida,
  ErrorSummary,
  type ExplainedLine,
  ExplainedLines,
  type ExplainedPart,
  fieldErrors,
  kr,
  LineChart,
  LinkButton,
  MoneyField,
  månad,
  NeedBar,
  Notice,
  Panel,
  PrintButton,
  RadioGroup,
  Select,
  TextField,
} from '@stegvis/ui';
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Kommuninfo } from './port.ts';
import { type Kurva, kurva } from './provberakning-kurva.ts';
import {
  adressTill,
  type Fel,
  flyttad,
  gränskommun,
  inkomstval,
  type Kostnadsfält,
  kostnadsfält,
  läsSkrivet,
  type Skrivet,
  skrivet,
  ändrat,
} from './provberakning-svar.ts';

/**
 * Provberäkningen: en öppen sida där vem som helst räknar på sitt hushåll. Allt står i adressen, som bara rymmer åldrar,
 * antal och belopp, så att den kan delas. Inget sparas.
 */
export const provberäkningRoutes = ({ kommun, idag }: { kommun: Kommuninfo; idag: () => Dag }): Hono => {
  const app = new Hono();
  app.get('/provberakning', async (c): Promise<Response> => {
    const adress = new Map(Object.entries(c.req.query()));
    const dag = idag();
    const formulär = skrivet(adress, dag);
    const nytt = ändrat(adress, formulär);
    if (nytt) return c.redirect(`${adressTill(nytt.skrivet, false)}#${nytt.till}`, 303);
    const läst = adress.get('rakna') === 'ja' ? läsSkrivet(formulär, dag) : undefined;
    const fel: Fel = läst && !läst.ok ? läst.fel : {};
    return c.html(
      await dokument(
        <EnkelSida
          title="Provberäkning"
          fel={Object.keys(fel).length > 0}
          municipality={{ name: kommun.namn, contact: `Ring oss: ${kommun.telefon}, ${kommun.telefontid}` }}
        >
          <div class="cols">
            <div class="stack-l">
              <ErrorSummary errors={fieldErrors(fel)} />
              <header class="stack">
                <h1>Provberäkning</h1>
                <p class="lead">
                  Räkna på om du kan få försörjningsstöd och hur mycket. Du behöver inte logga in, och vi sparar inget.
                  Det här är ingen ansökan.
                </p>
              </header>
              {läst?.ok ? <Resultat underlag={läst.underlag} adress={adressTill(formulär, true)} /> : null}
              <Formulär s={formulär} fel={fel} idag={dag} räknat={läst?.ok === true} />
            </div>
            <aside class="aside" aria-label="Om provberäkningen">
              <section>
                <h2>Det här är ingen ansökan</h2>
                <p>
                  När du ansöker ser vi till mer än det här: dina sparpengar och tillgångar, om kostnaden för bostaden
                  är rimlig och vad du själv gör för att försörja dig.
                </p>
              </section>
              <section class="noprint">
                <h2>Vill du ansöka?</h2>
                <p>
                  <a href="/ansok">Logga in och ansök</a>
                </p>
              </section>
              <section>
                <h2>Frågor?</h2>
                <p>
                  Ring {kommun.telefon}, {kommun.telefontid}.
                </p>
              </section>
            </aside>
          </div>
        </EnkelSida>,
      ),
    );
  });
  return app;
};

type Underlaget = Parameters<typeof beräkna>[0];

const Resultat = ({ underlag, adress }: { underlag: Underlaget; adress: string }) => {
  try {
    return <Uträkning beräkning={beräkna(underlag)} kurvan={kurva(underlag)} adress={adress} />;
  } catch (fel) {
    if (!(fel instanceof NotInForce)) throw fel;
    return (
      <section id="resultat">
        <Notice kind="attention" level={2} heading={`Det går inte att räkna på ${månad(underlag.manad)} än`}>
          <p>{fel.message}</p>
          <p>Välj en annan månad. Det du har fyllt i finns kvar.</p>
        </Notice>
      </section>
    );
  }
};

const öre = (kronor: number): number => Math.round(kronor * 100);
const kronor = (antal: number): string => kr(öre(antal));
/** Meningen kan börja med namnet. */
const gemener = (namn: string): string => namn.charAt(0).toLowerCase() + namn.slice(1);

const tilltal = (b: Beräkning) =>
  b.rader.personer[0]?.namn === 'Par'
    ? { du: 'ni', Du: 'Ni', dig: 'er två', Dina: 'Era', din: 'er', paret: true }
    : { du: 'du', Du: 'Du', dig: 'dig', Dina: 'Dina', din: 'din', paret: false };

const Uträkning = ({
  beräkning: b,
  kurvan,
  adress,
}: {
  beräkning: Beräkning;
  kurvan: Kurva | undefined;
  adress: string;
}) => {
  const t = tilltal(b);
  return (
    <>
      <section id="resultat" class="stack" aria-labelledby="resultatet">
        <Utfall b={b} />
        <Behov b={b} />
      </section>
      <section class="stack">
        <h2>Så har vi räknat</h2>
        <ExplainedLines lines={linjer(b)} sum={summan(b)} />
        {anmärkningar(b).map((mening) => (
          <p class="small">{mening}</p>
        ))}
      </section>
      {kurvan ? <OmDuTjänarMer kurvan={kurvan} paret={t.paret} /> : null}
      <div class="noprint">
        <Actions>
          <PrintButton kind="neutral">Skriv ut beräkningen</PrintButton>
          <a href={adress}>Länk till den här beräkningen</a>
        </Actions>
        <p class="hint">Länken rymmer bara åldrar, antal och belopp. Den som får länken ser dem.</p>
      </div>
    </>
  );
};

const Utfall = ({ b }: { b: Beräkning }) => {
  const t = tilltal(b);
  const när = månad(b.manad);
  if (b.utfall === 'bedoms') {
    const [lägst, högst] = b.spann?.bistand ?? [0, 0];
    return (
      <>
        <h2 class="decision-heading">
          {t.Du} skulle kunna få mellan {kronor(lägst)} och {kronor(högst)} för {när}.
        </h2>
        {b.bedomningar.map((fråga) => (
          <p class="lead">
            En handläggare avgör hur mycket som räknas av {gemener(namnet(fråga.typ))}, {kronor(fråga.belopp)}.
          </p>
        ))}
      </>
    );
  }
  if (b.utfall === 'avslag')
    return (
      <>
        <h2 class="decision-heading">
          {b.resultat === 0
            ? `${t.Dina} inkomster räcker precis till det som försörjningsstödet ska täcka.`
            : `${t.Dina} inkomster är ${kronor(b.resultat ?? 0)} högre än det som försörjningsstödet ska täcka.`}
        </h2>
        <p class="lead">
          Enligt provberäkningen får {t.du} inget försörjningsstöd för {när}. {t.Du} kan alltid ansöka ändå, och då
          prövar en handläggare {t.din} situation.
        </p>
      </>
    );
  return (
    <>
      <h2 class="decision-heading">
        {t.Du} skulle kunna få {kronor(b.bistand ?? 0)} för {när}.
      </h2>
      <p class="lead">Så mycket lägre är inkomsterna än det som försörjningsstödet ska täcka.</p>
    </>
  );
};

const namnet = (typ: string): string =>
  typ in inkomsttyper ? inkomsttyper[typ as keyof typeof inkomsttyper].namn : typ;

const Behov = ({ b }: { b: Beräkning }) => {
  const t = tilltal(b);
  if (b.kostnader === null || b.inkomster === null || b.bistand === null) return null;
  return (
    <Panel>
      <NeedBar
        need={{ label: 'Det som stödet ska täcka', öre: öre(b.riksnorm) + öre(b.kostnader) }}
        have={{ label: `Pengar ${t.du} redan har`, öre: öre(b.inkomster) }}
        get={{ label: 'Försörjningsstöd', öre: öre(b.bistand) }}
      />
    </Panel>
  );
};

const räkneord = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

const linjer = (b: Beräkning): ExplainedLine[] => {
  const t = tilltal(b);
  const barn = b.rader.personer.length - 1;
  return [
    {
      text: `Riksnormen för ${t.dig}${barn > 0 ? ` och ${räkneord[barn] ?? barn} barn` : ''}`,
      amount: kronor(b.riksnorm),
      why: [
        'Riksnormen är samma i hela landet. Den ska räcka till bland annat mat, kläder, hygien, fritid och telefon.',
      ],
      parts: riksnormen(b),
      law: lagrum(b, 'hushall.riksnorm-enligt-tabell'),
      open: true,
    },
    {
      text: 'Kostnader',
      amount: b.kostnader === null ? 'Inte avgjort' : kronor(b.kostnader),
      why: [
        b.rader.kostnader.length + b.rader.sarskildaKostnader.length === 0
          ? 'Inga kostnader är ifyllda.'
          : 'Kostnaderna räknas med det som de kostar, om det är rimligt.',
      ],
      parts: kostnaderna(b),
      law: lagrum(b, 'hushall.skaliga-kostnader'),
      open: true,
    },
    {
      text: 'Inkomster',
      amount: b.inkomster === null ? 'Inte avgjort' : kronor(-b.inkomster),
      why: [
        b.rader.inkomster.length === 0
          ? 'Inga inkomster är ifyllda.'
          : 'Inkomsterna dras av, för försörjningsstödet täcker bara det som de inte räcker till.',
      ],
      parts: inkomsterna(b),
      law: lagrum(b, 'hushall.raknat-resultat'),
      open: true,
    },
  ];
};

const riksnormen = (b: Beräkning): ExplainedPart[] => [
  ...b.rader.personer.map((p) => ({
    text:
      p.plats === 'vuxna' ? (p.namn === 'Par' ? 'Ni två, ett par' : 'Du, ensamstående') : `${p.namn}, ${p.alder} år`,
    amount: kronor(p.belopp),
  })),
  { text: 'Gemensamma kostnader, till exempel förbrukningsvaror och bredband', amount: kronor(b.rader.gemensamma) },
];

const kostnaderna = (b: Beräkning): ExplainedPart[] => [
  ...[...b.rader.kostnader, ...b.rader.sarskildaKostnader].map((rad) => ({
    text: `${rad.typ === 'levnadskostnad-i-ovrigt' ? kostnadsfält.ovrigt.label : rad.namn} räknas med`,
    amount: räknat(rad),
    law: rad.typ === 'levnadskostnad-i-ovrigt' ? lagrum(b, 'hushall.levnadskostnader-i-ovrigt') : undefined,
  })),
  ...b.rader.overGrans.map((över) => ({
    text: `${över.namn} är högre än kommunens gräns ${kronor(över.grans)}. Det som är över räknas inte.`,
    amount: kronor(-över.belopp),
  })),
];

const inkomsterna = (b: Beräkning): ExplainedPart[] => [
  ...b.rader.inkomster.map((rad) => ({
    text:
      rad.raknat === null
        ? `En handläggare avgör hur mycket av ${gemener(rad.namn)} som räknas`
        : rad.raknat === 0
          ? `${rad.namn} räknas inte`
          : `${rad.namn} räknas med`,
    amount: rad.raknat === null ? `av ${kronor(rad.belopp)}` : kronor(-rad.raknat),
  })),
  ...b.rader.jobbstimulans.map((j) => ({
    text: `Jobbstimulans: en fjärdedel av lönen ${kronor(j.lon)} räknas inte`,
    amount: kronor(j.avdrag),
    law: lagrum(b, 'vuxen.jobbstimulans'),
  })),
];

const räknat = (rad: Rad): Child => (rad.raknat === null ? 'Inte avgjort' : kronor(rad.raknat));

const summan = (b: Beräkning): { text: Child; amount: Child } => {
  const t = tilltal(b);
  if (b.bistand === null) {
    const [lägst, högst] = b.spann?.bistand ?? [0, 0];
    return { text: `${t.Du} skulle kunna få`, amount: `${kronor(lägst)}–${kronor(högst)}` };
  }
  return b.utfall === 'avslag'
    ? { text: 'Inkomsterna är högre med', amount: kronor(b.resultat ?? 0) }
    : { text: `${t.Du} skulle kunna få`, amount: kronor(b.bistand) };
};

/** Lagrummet för ett steg i beräkningen. */
const lagrum = (b: Beräkning, nod: string): string | undefined => {
  const steg = b.kvitto.trace.steps.find((s) => s.node === nod && 'citation' in s && s.citation !== undefined);
  if (steg === undefined || !('citation' in steg) || steg.citation === undefined) return undefined;
  const { place, act } = steg.citation;
  const text = `${place}${act === undefined ? '' : ` (${act})`}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Beräkningens varningar, som den läser dem som räknar på sig själv. Handläggarens frågor står inte här. */
const anmärkningar = (b: Beräkning): string[] => {
  const meningar = b.varningar.flatMap(({ kod, text }): string[] => {
    if (kod.startsWith('over-grans-')) return [];
    if (kod === 'jobbstimulans-oprovad') return [];
    if (kod === 'harlett-belopp')
      return [`En del belopp för ${månad(b.manad)} är uträknade i efterhand och kan skilja sig från dem som gällde.`];
    if (kod === 'forsakringsersattning')
      return ['Försäkringsersättningen räknas här. Ersätter den en kostnad ska den inte räknas.'];
    if (kod === 'riktlinje-saknas')
      return [`Kommunen har ingen inlagd gräns för boendet i ${månad(b.manad)}. Ingen gräns är räknad.`];
    return [text.replace(/ \(tolkning T\d+\)/, '')];
  });
  const utanKryss = b.rader.inkomster.some(({ typ }) => typ === 'lon') && b.rader.jobbstimulans.length === 0;
  return [
    ...new Set([
      ...meningar,
      ...(utanKryss
        ? [
            'Lönen räknas i sin helhet. Den som har haft försörjningsstöd sex månader i rad kan ha jobbstimulans. Då räknas en fjärdedel av lönen inte.',
          ]
        : []),
      ...(b.rader.sarskildaKostnader.length > 0
        ? ['Andra kostnader än de vanliga prövar en handläggare. Här är de räknade som om de godkänns.']
        : []),
    ]),
  ];
};

const OmDuTjänarMer = ({ kurvan, paret }: { kurvan: Kurva; paret: boolean }) => {
  const [första = 0, andra] = kurvan.behåller;
  const av = (behållet: number) => `Av ${kr(1000_00)} mer i lön behåller ${paret ? 'ni' : 'du'} ${kr(behållet)}.`;

  return (
    <section class="stack">
      <h2>Om du tjänar mer</h2>
      <p>
        <strong>{av(första)}</strong>{' '}
        {andra === undefined || andra === första
          ? null
          : `Tjänar den andra vuxna ${kr(1000_00)} mer behåller ni ${kr(andra)}.`}
      </p>
      {kurvan.upphör === 0 ? (
        <p>Det finns inget försörjningsstöd som minskar när lönen blir högre.</p>
      ) : (
        <>
          <p>
            Försörjningsstödet minskar när lönen ökar. Det upphör när din lön efter skatt är {kr(kurvan.upphör)} i
            månaden.
          </p>
          <LineChart
            id="mer-lon"
            caption="Pengar att leva på i månaden när din lön efter skatt ändras."
            series={[
              {
                name: 'Pengar att leva på',
                points: kurvan.punkter.map(({ lön, attLevaPå }) => ({ x: lön, y: attLevaPå })),
              },
              {
                name: 'Försörjningsstöd',
                points: kurvan.punkter.map(({ lön, bistånd }) => ({ x: lön, y: bistånd })),
              },
            ]}
            x={{ label: 'Lön efter skatt, kr', format: belopp }}
            y={{ label: 'Kr i månaden', format: belopp }}
            mark={{ x: kurvan.nu, label: 'din lön nu' }}
            note="Bostadsbidrag, a-kassa och avgifter kan också ändras när lönen ändras. Det är inte räknat här."
          />
        </>
      )}
    </section>
  );
};

const Formulär = ({ s, fel, idag, räknat }: { s: Skrivet; fel: Fel; idag: Dag; räknat: boolean }) => (
  <form method="get" action="/provberakning" class="stack-l noprint">
    <button type="submit" class="vh" tabindex={-1}>
      Räkna
    </button>
    <input type="hidden" name="rakna" value="ja" />
    <section class="stack">
      <h2>{räknat ? 'Ändra och räkna igen' : 'Ditt hushåll'}</h2>
      <Select name="manad" label="Månad" options={månadsval(s.manad, idag)} value={s.manad} error={fel['manad']} />
      <TextField
        name="alder-1"
        label="Din ålder"
        value={s.aldrar[0]}
        width="2"
        inputmode="numeric"
        error={fel['alder-1']}
      />
      <RadioGroup
        name="vuxna"
        label="Hushållet"
        hint="Räkna ett par tillsammans. Andra vuxna som du bor med räknar var för sig."
        choices={[
          { value: '1', label: 'En vuxen' },
          { value: '2', label: 'Två vuxna som är ett par', reveal: <DenAndra s={s} fel={fel} /> },
        ]}
        value={s.vuxna}
        unsettable={false}
        error={fel['vuxna']}
      />
    </section>
    <section class="stack" id="barnen" tabindex={-1}>
      <h2>Barn</h2>
      <p class="hint">Barn som bor hos {s.vuxna === '2' ? 'er' : 'dig'}, och den som är 18–20 år och går i skolan.</p>
      {fel['barnen'] ? <p class="error">{fel['barnen']}</p> : null}
      {s.barn.map((barn, i) => (
        <BarnetsRad barn={barn} n={i + 1} fel={fel} />
      ))}
      <Button kind="neutral" name="lagg-till" value="barn">
        Lägg till ett barn
      </Button>
    </section>
    <section class="stack">
      <h2>Bostad och andra kostnader</h2>
      <p class="hint">Skriv vad det kostar i månaden. Lämna tomt det som inte gäller.</p>
      <TextField
        name="personer"
        label="Antal personer i bostaden"
        hint="Fyll i bara om ni delar bostaden med andra. Räkna alla, även er själva."
        optional
        value={s.personer}
        width="2"
        inputmode="numeric"
        error={fel['personer']}
      />
      <Kostnaden s={s} fel={fel} namn="hyra" />
      <div class="row row--top">
        <Kostnaden s={s} fel={fel} namn="el" />
        <Kostnaden s={s} fel={fel} namn="hemforsakring" />
        <Kostnaden s={s} fel={fel} namn="a-kassa" />
      </div>
      <Kostnaden s={s} fel={fel} namn="resor" />
      <Kostnaden s={s} fel={fel} namn="ovrigt" hint="Till exempel läkarvård, medicin, tandvård eller glasögon." />
      <Checkbox
        name="granser"
        label={`Räkna med ${kommuner[gränskommun]?.namn ?? 'kommunen'}s gränser`}
        hint="Kommunen har gränser för hur höga kostnader för boende, el och hemförsäkring som räknas."
        checked={s.granser}
      />
    </section>
    <section class="stack">
      <h2>Inkomster</h2>
      <Lönen s={s} fel={fel} vuxen={0} />
      <div class="stack" id="inkomsterna" tabindex={-1}>
        <h3>Andra inkomster</h3>
        {fel['inkomsterna'] ? <p class="error">{fel['inkomsterna']}</p> : null}
        {s.inkomster.map((rad, i) => (
          <Inkomstens rad={rad} n={i + 1} fel={fel} />
        ))}
        <Button kind="neutral" name="lagg-till" value="inkomst">
          Lägg till en inkomst
        </Button>
      </div>
    </section>
    <Actions>
      <Button kind="go">{räknat ? 'Räkna igen' : 'Räkna'}</Button>
      <LinkButton kind="quiet" href="/provberakning">
        Börja om
      </LinkButton>
    </Actions>
  </form>
);

const DenAndra = ({ s, fel }: { s: Skrivet; fel: Fel }) => (
  <>
    <TextField
      name="alder-2"
      label="Den andra vuxnas ålder"
      value={s.aldrar[1]}
      width="2"
      inputmode="numeric"
      error={fel['alder-2']}
    />
    <Lönen s={s} fel={fel} vuxen={1} />
  </>
);

const Lönen = ({ s, fel, vuxen }: { s: Skrivet; fel: Fel; vuxen: 0 | 1 }) => {
  const n = vuxen + 1;
  return (
    <>
      <MoneyField
        name={`lon-${n}`}
        label={vuxen === 0 ? 'Din lön efter skatt' : 'Den andra vuxnas lön efter skatt'}
        value={s.loner[vuxen]}
        error={fel[`lon-${n}`]}
      />
      <Checkbox
        name={`jobbstimulans-${n}`}
        label={
          vuxen === 0
            ? 'Jag har haft försörjningsstöd sex månader i rad'
            : 'Den andra vuxna har haft försörjningsstöd sex månader i rad'
        }
        hint="Då kan en fjärdedel av lönen räknas bort i två år. Det kallas jobbstimulans."
        checked={s.jobbstimulans[vuxen]}
      />
    </>
  );
};

const Kostnaden = ({ s, fel, namn, hint }: { s: Skrivet; fel: Fel; namn: Kostnadsfält; hint?: string }) => (
  <MoneyField name={namn} label={kostnadsfält[namn].label} hint={hint} value={s.kostnader[namn]} error={fel[namn]} />
);

const BarnetsRad = ({ barn, n, fel }: { barn: Skrivet['barn'][number]; n: number; fel: Fel }) => (
  <div class="card stack" role="group" aria-label={`Barn ${n}`}>
    <TextField
      name={`barn-${n}-alder`}
      label={`Ålder för barn ${n}`}
      value={barn.alder}
      width="2"
      inputmode="numeric"
      error={fel[`barn-${n}-alder`]}
    />
    <Checkbox name={`barn-${n}-lunch`} label="Äter lunch på förskolan (0–6 år)" checked={barn.lunch} />
    <Checkbox
      name={`barn-${n}-skola`}
      label="Går i grundskola eller gymnasium (18–20 år)"
      checked={barn.skola}
      error={fel[`barn-${n}-skola`]}
    />
    <Button kind="quiet" name="ta-bort" value={`barn-${n}`}>
      Ta bort barn {n}
    </Button>
  </div>
);

const Inkomstens = ({ rad, n, fel }: { rad: Skrivet['inkomster'][number]; n: number; fel: Fel }) => {
  const okänd = rad.typ !== '' && !inkomstval.some((typ) => typ === rad.typ);
  return (
    <div class="card stack" role="group" aria-label={`Inkomst ${n}`}>
      <Select
        name={`inkomst-${n}-typ`}
        label={`Inkomst ${n}`}
        empty="Välj"
        options={[
          ...inkomstval.map((typ) => ({ value: typ, label: inkomsttyper[typ].namn })),
          ...(okänd ? [{ value: rad.typ, label: rad.typ }] : []),
        ]}
        value={rad.typ}
        error={fel[`inkomst-${n}-typ`]}
      />
      <MoneyField
        name={`inkomst-${n}-belopp`}
        label="Belopp efter skatt i månaden"
        value={rad.belopp}
        error={fel[`inkomst-${n}-belopp`]}
      />
      <Button kind="quiet" name="ta-bort" value={`inkomst-${n}`}>
        Ta bort inkomst {n}
      </Button>
    </div>
  );
};

const månader = 14;

/** De senaste månaderna med nästa först, och den valda om den ligger utanför. */
const månadsval = (vald: string, idag: Dag): { value: string; label: string }[] => {
  const senaste = Array.from({ length: månader }, (_, i) => flyttad(idag, 1 - i));
  const val = vald === '' || senaste.includes(vald) ? senaste : [vald, ...senaste];
  return val.map((value) => ({ value, label: /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? månad(value) : value }));
};
