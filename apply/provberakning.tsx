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
  Ringbar,
  Select,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Kommuninfo } from './port.ts';
import { type Kurva, kurva } from './provberakning-kurva.ts';
import {
  adressTill,
  etikett,
  type Fel,
  flyttad,
  gränskommun,
  inkomstval,
  type Kostnadsfält,
  läsSkrivet,
  type Skrivet,
  skrivet,
  ändrat,
} from './provberakning-svar.ts';
import { municipality } from './sida.tsx';

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
          title={t('Provberäkning')}
          fel={Object.keys(fel).length > 0}
          municipality={municipality(kommun)}
          quickExitHref="https://www.smhi.se"
        >
          <div class="cols">
            <div class="stack-l">
              <ErrorSummary errors={fieldErrors(fel)} />
              <header class="stack">
                <h1>{t('Provberäkning')}</h1>
                <p class="lead">
                  {t(
                    'Räkna på om du kan få försörjningsstöd och hur mycket. Du behöver inte logga in, och vi sparar inget. Det här är ingen ansökan.',
                  )}
                </p>
              </header>
              {läst?.ok ? <Resultat underlag={läst.underlag} adress={adressTill(formulär, true)} /> : null}
              <Formulär s={formulär} fel={fel} idag={dag} räknat={läst?.ok === true} />
            </div>
            <aside class="aside" aria-label={t('Om provberäkningen')}>
              <section>
                <h2>{t('Det här är ingen ansökan')}</h2>
                <p>
                  {t(
                    'När du ansöker ser vi till mer än det här: dina sparpengar och tillgångar, om kostnaden för bostaden är rimlig och vad du själv gör för att försörja dig.',
                  )}
                </p>
              </section>
              <section class="noprint">
                <h2>{t('Vill du ansöka?')}</h2>
                <p>
                  <a href="/ansok">{t('Logga in och ansök')}</a>
                </p>
              </section>
              <section>
                <h2>{t('Frågor?')}</h2>
                <p>
                  <Ringbar
                    telefon={kommun.telefon}
                    text={t('Ring {telefon}, {telefontid}.', {
                      telefon: kommun.telefon,
                      telefontid: kommun.telefontid,
                    })}
                  />
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
        <Notice
          kind="attention"
          level={2}
          heading={t('Det går inte att räkna på {månad} än', { månad: månad(underlag.manad) })}
        >
          <p>{översatt(fel.message)}</p>
          <p>{t('Välj en annan månad. Det du har fyllt i finns kvar.')}</p>
        </Notice>
      </section>
    );
  }
};

const öre = (kronor: number): number => Math.round(kronor * 100);
const kronor = (antal: number): string => kr(öre(antal));
/** Who is spoken to, for texts that choose between du and ni. */
const tilltal = (b: Beräkning): 'par' | 'ensam' => (b.rader.personer[0]?.namn === 'Par' ? 'par' : 'ensam');

const Uträkning = ({
  beräkning: b,
  kurvan,
  adress,
}: {
  beräkning: Beräkning;
  kurvan: Kurva | undefined;
  adress: string;
}) => (
  <>
    <section id="resultat" class="stack" aria-labelledby="resultatet">
      <Utfall b={b} />
      <Behov b={b} />
    </section>
    <section class="stack">
      <h2>{t('Så har vi räknat')}</h2>
      <ExplainedLines lines={linjer(b)} sum={summan(b)} />
      {anmärkningar(b).map((mening) => (
        <p class="small">{mening}</p>
      ))}
    </section>
    {kurvan ? <OmDuTjänarMer kurvan={kurvan} vem={tilltal(b)} /> : null}
    <div class="noprint">
      <Actions>
        <PrintButton kind="neutral">{t('Skriv ut beräkningen')}</PrintButton>
        <a href={adress}>{t('Länk till den här beräkningen')}</a>
      </Actions>
      <p class="hint">{t('Länken rymmer bara åldrar, antal och belopp. Den som får länken ser dem.')}</p>
    </div>
  </>
);

const Utfall = ({ b }: { b: Beräkning }) => {
  const vem = tilltal(b);
  const när = månad(b.manad);
  if (b.utfall === 'bedoms') {
    const [lägst, högst] = b.spann?.bistand ?? [0, 0];
    return (
      <>
        <h2 class="decision-heading">
          {t('{vem, select, par {Ni} other {Du}} skulle kunna få mellan {lägst} och {högst} för {när}.', {
            vem,
            lägst: kronor(lägst),
            högst: kronor(högst),
            när,
          })}
        </h2>
        {b.bedomningar.map((fråga) => (
          <p class="lead">
            {t('{inkomst}: en handläggare avgör hur mycket som räknas av {belopp}.', {
              inkomst: namnet(fråga.typ),
              belopp: kronor(fråga.belopp),
            })}
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
            ? t(
                '{vem, select, par {Era} other {Dina}} inkomster räcker precis till det som försörjningsstödet ska täcka.',
                { vem },
              )
            : t(
                '{vem, select, par {Era} other {Dina}} inkomster är {belopp} högre än det som försörjningsstödet ska täcka.',
                { vem, belopp: kronor(b.resultat ?? 0) },
              )}
        </h2>
        <p class="lead">
          {t(
            '{vem, select, par {Enligt provberäkningen får ni inget försörjningsstöd för {när}. Ni kan alltid ansöka ändå, och då prövar en handläggare er situation.} other {Enligt provberäkningen får du inget försörjningsstöd för {när}. Du kan alltid ansöka ändå, och då prövar en handläggare din situation.}}',
            { vem, när },
          )}
        </p>
      </>
    );
  return (
    <>
      <h2 class="decision-heading">
        {t('{vem, select, par {Ni} other {Du}} skulle kunna få {belopp} för {när}.', {
          vem,
          belopp: kronor(b.bistand ?? 0),
          när,
        })}
      </h2>
      <p class="lead">{t('Så mycket lägre är inkomsterna än det som försörjningsstödet ska täcka.')}</p>
    </>
  );
};

const namnet = (typ: string): string =>
  översatt(typ in inkomsttyper ? inkomsttyper[typ as keyof typeof inkomsttyper].namn : typ);

const Behov = ({ b }: { b: Beräkning }) => {
  if (b.kostnader === null || b.inkomster === null || b.bistand === null) return null;
  return (
    <Panel>
      <NeedBar
        need={{ label: t('Det som stödet ska täcka'), öre: öre(b.riksnorm) + öre(b.kostnader) }}
        have={{
          label: t('Pengar {vem, select, par {ni} other {du}} redan har', { vem: tilltal(b) }),
          öre: öre(b.inkomster),
        }}
        get={{ label: t('Försörjningsstöd'), öre: öre(b.bistand) }}
      />
    </Panel>
  );
};

const linjer = (b: Beräkning): ExplainedLine[] => [
  {
    text: t(
      '{vem, select, par {{barn, plural, =0 {Riksnormen för er två} one {Riksnormen för er två och ett barn} other {Riksnormen för er två och # barn}}} other {{barn, plural, =0 {Riksnormen för dig} one {Riksnormen för dig och ett barn} other {Riksnormen för dig och # barn}}}}',
      { vem: tilltal(b), barn: b.rader.personer.length - 1 },
    ),
    amount: kronor(b.riksnorm),
    why: [
      t('Riksnormen är samma i hela landet. Den ska räcka till bland annat mat, kläder, hygien, fritid och telefon.'),
    ],
    parts: riksnormen(b),
    law: lagrum(b, 'hushall.riksnorm-enligt-tabell'),
    open: true,
  },
  {
    text: t('Kostnader'),
    amount: b.kostnader === null ? t('Inte avgjort') : kronor(b.kostnader),
    why: [
      b.rader.kostnader.length + b.rader.sarskildaKostnader.length === 0
        ? t('Inga kostnader är ifyllda.')
        : t('Kostnaderna räknas med det som de kostar, om det är rimligt.'),
    ],
    parts: kostnaderna(b),
    law: lagrum(b, 'hushall.skaliga-kostnader'),
    open: true,
  },
  {
    text: t('Inkomster'),
    amount: b.inkomster === null ? t('Inte avgjort') : kronor(-b.inkomster),
    why: [
      b.rader.inkomster.length === 0
        ? t('Inga inkomster är ifyllda.')
        : t('Inkomsterna dras av, för försörjningsstödet täcker bara det som de inte räcker till.'),
    ],
    parts: inkomsterna(b),
    law: lagrum(b, 'hushall.raknat-resultat'),
    open: true,
  },
];

const riksnormen = (b: Beräkning): ExplainedPart[] => [
  ...b.rader.personer.map((p, i) => ({
    text:
      p.plats === 'vuxna'
        ? p.namn === 'Par'
          ? t('Ni två, ett par')
          : t('Du, ensamstående')
        : t('Barn {n}, {ålder} år', { n: i, ålder: p.alder ?? 0 }),
    amount: kronor(p.belopp),
  })),
  {
    text: t('Gemensamma kostnader, till exempel förbrukningsvaror och bredband'),
    amount: kronor(b.rader.gemensamma),
  },
];

const kostnaderna = (b: Beräkning): ExplainedPart[] => [
  ...[...b.rader.kostnader, ...b.rader.sarskildaKostnader].map((rad) => ({
    text: t('{kostnad} räknas med', {
      kostnad: rad.typ === 'levnadskostnad-i-ovrigt' ? etikett('ovrigt') : översatt(rad.namn),
    }),
    amount: räknat(rad),
    law: rad.typ === 'levnadskostnad-i-ovrigt' ? lagrum(b, 'hushall.levnadskostnader-i-ovrigt') : undefined,
  })),
  ...b.rader.overGrans.map((över) => ({
    text: t('{kostnad} är högre än kommunens gräns {gräns}. Det som är över räknas inte.', {
      kostnad: översatt(över.namn),
      gräns: kronor(över.grans),
    }),
    amount: kronor(-över.belopp),
  })),
];

const inkomsterna = (b: Beräkning): ExplainedPart[] => [
  ...b.rader.inkomster.map((rad) => ({
    text:
      rad.raknat === null
        ? t('{inkomst}: en handläggare avgör hur mycket som räknas', { inkomst: översatt(rad.namn) })
        : rad.raknat === 0
          ? t('{inkomst} räknas inte', { inkomst: översatt(rad.namn) })
          : t('{inkomst} räknas med', { inkomst: översatt(rad.namn) }),
    amount: rad.raknat === null ? t('av {belopp}', { belopp: kronor(rad.belopp) }) : kronor(-rad.raknat),
  })),
  ...b.rader.jobbstimulans.map((j) => ({
    text: t('Jobbstimulans: en fjärdedel av lönen {lön} räknas inte', { lön: kronor(j.lon) }),
    amount: kronor(j.avdrag),
    law: lagrum(b, 'vuxen.jobbstimulans'),
  })),
];

const räknat = (rad: Rad): Child => (rad.raknat === null ? t('Inte avgjort') : kronor(rad.raknat));

const summan = (b: Beräkning): { text: Child; amount: Child } => {
  const kunnaFå = t('{vem, select, par {Ni} other {Du}} skulle kunna få', { vem: tilltal(b) });
  if (b.bistand === null) {
    const [lägst, högst] = b.spann?.bistand ?? [0, 0];
    return { text: kunnaFå, amount: `${kronor(lägst)}–${kronor(högst)}` };
  }
  return b.utfall === 'avslag'
    ? { text: t('Inkomsterna är högre med'), amount: kronor(b.resultat ?? 0) }
    : { text: kunnaFå, amount: kronor(b.bistand) };
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
      return [
        t('En del belopp för {månad} är uträknade i efterhand och kan skilja sig från dem som gällde.', {
          månad: månad(b.manad),
        }),
      ];
    if (kod === 'forsakringsersattning')
      return [t('Försäkringsersättningen räknas här. Ersätter den en kostnad ska den inte räknas.')];
    if (kod === 'riktlinje-saknas')
      return [
        t('Kommunen har ingen inlagd gräns för boendet i {månad}. Ingen gräns är räknad.', { månad: månad(b.manad) }),
      ];
    return [översatt(text.replace(/ \(tolkning T\d+\)/, ''))];
  });
  const utanKryss = b.rader.inkomster.some(({ typ }) => typ === 'lon') && b.rader.jobbstimulans.length === 0;
  return [
    ...new Set([
      ...meningar,
      ...(utanKryss
        ? [
            t(
              'Lönen räknas i sin helhet. Den som har haft försörjningsstöd sex månader i rad kan ha jobbstimulans. Då räknas en fjärdedel av lönen inte.',
            ),
          ]
        : []),
      ...(b.rader.sarskildaKostnader.length > 0
        ? [t('Andra kostnader än de vanliga prövar en handläggare. Här är de räknade som om de godkänns.')]
        : []),
    ]),
  ];
};

const OmDuTjänarMer = ({ kurvan, vem }: { kurvan: Kurva; vem: 'par' | 'ensam' }) => {
  const [första = 0, andra] = kurvan.behåller;
  const mer = kr(1000_00);
  return (
    <section class="stack">
      <h2>{t('Om du tjänar mer')}</h2>
      <p>
        <strong>
          {t('Av {mer} mer i lön behåller {vem, select, par {ni} other {du}} {behållet}.', {
            mer,
            vem,
            behållet: kr(första),
          })}
        </strong>{' '}
        {andra === undefined || andra === första
          ? null
          : t('Tjänar den andra vuxna {mer} mer behåller ni {behållet}.', { mer, behållet: kr(andra) })}
      </p>
      {kurvan.upphör === 0 ? (
        <p>{t('Det finns inget försörjningsstöd som minskar när lönen blir högre.')}</p>
      ) : (
        <>
          <p>
            {t('Försörjningsstödet minskar när lönen ökar. Det upphör när din lön efter skatt är {lön} i månaden.', {
              lön: kr(kurvan.upphör),
            })}
          </p>
          <LineChart
            id="mer-lon"
            caption={t('Pengar att leva på i månaden när din lön efter skatt ändras.')}
            series={[
              {
                name: t('Pengar att leva på'),
                points: kurvan.punkter.map(({ lön, attLevaPå }) => ({ x: lön, y: attLevaPå })),
              },
              {
                name: t('Försörjningsstöd'),
                points: kurvan.punkter.map(({ lön, bistånd }) => ({ x: lön, y: bistånd })),
              },
            ]}
            x={{ label: t('Lön efter skatt, kr'), format: belopp }}
            y={{ label: t('Kr i månaden'), format: belopp }}
            mark={{ x: kurvan.nu, label: t('din lön nu') }}
            note={t('Bostadsbidrag, a-kassa och avgifter kan också ändras när lönen ändras. Det är inte räknat här.')}
          />
        </>
      )}
    </section>
  );
};

const Formulär = ({ s, fel, idag, räknat }: { s: Skrivet; fel: Fel; idag: Dag; räknat: boolean }) => (
  <form method="get" action="/provberakning" class="stack-l noprint">
    <button type="submit" class="vh" tabindex={-1}>
      {t('Räkna')}
    </button>
    <input type="hidden" name="rakna" value="ja" />
    <section class="stack">
      <h2>{räknat ? t('Ändra och räkna igen') : t('Ditt hushåll')}</h2>
      <Select name="manad" label={t('Månad')} options={månadsval(s.manad, idag)} value={s.manad} error={fel['manad']} />
      <TextField
        name="alder-1"
        label={t('Din ålder')}
        value={s.aldrar[0]}
        width="2"
        inputmode="numeric"
        error={fel['alder-1']}
      />
      <RadioGroup
        name="vuxna"
        label={t('Hushållet')}
        hint={t('Räkna ett par tillsammans. Andra vuxna som du bor med räknar var för sig.')}
        choices={[
          { value: '1', label: t('En vuxen') },
          { value: '2', label: t('Två vuxna som är ett par'), reveal: <DenAndra s={s} fel={fel} /> },
        ]}
        value={s.vuxna}
        unsettable={false}
        error={fel['vuxna']}
      />
    </section>
    <section class="stack" id="barnen" tabindex={-1}>
      <h2>{t('Barn')}</h2>
      <p class="hint">
        {t('Barn som bor hos {vem, select, par {er} other {dig}}, och den som är 18–20 år och går i skolan.', {
          vem: s.vuxna === '2' ? 'par' : 'ensam',
        })}
      </p>
      {fel['barnen'] ? <p class="error">{fel['barnen']}</p> : null}
      {s.barn.map((barn, i) => (
        <BarnetsRad barn={barn} n={i + 1} fel={fel} />
      ))}
      <Button kind="neutral" name="lagg-till" value="barn">
        {t('Lägg till ett barn')}
      </Button>
    </section>
    <section class="stack">
      <h2>{t('Bostad och andra kostnader')}</h2>
      <p class="hint">{t('Skriv vad det kostar i månaden. Lämna tomt det som inte gäller.')}</p>
      <TextField
        name="personer"
        label={t('Antal personer i bostaden')}
        hint={t('Fyll i bara om ni delar bostaden med andra. Räkna alla, även er själva.')}
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
      <Kostnaden s={s} fel={fel} namn="ovrigt" hint={t('Till exempel läkarvård, medicin, tandvård eller glasögon.')} />
      <Checkbox
        name="granser"
        label={t('Räkna med gränserna i {kommun}', { kommun: kommuner[gränskommun]?.namn ?? t('kommunen') })}
        hint={t('Kommunen har gränser för hur höga kostnader för boende, el och hemförsäkring som räknas.')}
        checked={s.granser}
      />
    </section>
    <section class="stack">
      <h2>{t('Inkomster')}</h2>
      <Lönen s={s} fel={fel} vuxen={0} />
      <div class="stack" id="inkomsterna" tabindex={-1}>
        <h3>{t('Andra inkomster')}</h3>
        {fel['inkomsterna'] ? <p class="error">{fel['inkomsterna']}</p> : null}
        {s.inkomster.map((rad, i) => (
          <Inkomstens rad={rad} n={i + 1} fel={fel} />
        ))}
        <Button kind="neutral" name="lagg-till" value="inkomst">
          {t('Lägg till en inkomst')}
        </Button>
      </div>
    </section>
    <Actions>
      <Button kind="go">{räknat ? t('Räkna igen') : t('Räkna')}</Button>
      <LinkButton kind="quiet" href="/provberakning">
        {t('Börja om')}
      </LinkButton>
    </Actions>
  </form>
);

const DenAndra = ({ s, fel }: { s: Skrivet; fel: Fel }) => (
  <>
    <TextField
      name="alder-2"
      label={t('Den andra vuxnas ålder')}
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
        label={vuxen === 0 ? t('Din lön efter skatt') : t('Den andra vuxnas lön efter skatt')}
        value={s.loner[vuxen]}
        error={fel[`lon-${n}`]}
      />
      <Checkbox
        name={`jobbstimulans-${n}`}
        label={
          vuxen === 0
            ? t('Jag har haft försörjningsstöd sex månader i rad')
            : t('Den andra vuxna har haft försörjningsstöd sex månader i rad')
        }
        hint={t('Då kan en fjärdedel av lönen räknas bort i två år. Det kallas jobbstimulans.')}
        checked={s.jobbstimulans[vuxen]}
      />
    </>
  );
};

const Kostnaden = ({ s, fel, namn, hint }: { s: Skrivet; fel: Fel; namn: Kostnadsfält; hint?: string }) => (
  <MoneyField name={namn} label={etikett(namn)} hint={hint} value={s.kostnader[namn]} error={fel[namn]} />
);

const BarnetsRad = ({ barn, n, fel }: { barn: Skrivet['barn'][number]; n: number; fel: Fel }) => (
  <div class="card stack" role="group" aria-label={t('Barn {n}', { n })}>
    <TextField
      name={`barn-${n}-alder`}
      label={t('Ålder för barn {n}', { n })}
      value={barn.alder}
      width="2"
      inputmode="numeric"
      error={fel[`barn-${n}-alder`]}
    />
    <Checkbox name={`barn-${n}-lunch`} label={t('Äter lunch på förskolan (0–6 år)')} checked={barn.lunch} />
    <Checkbox
      name={`barn-${n}-skola`}
      label={t('Går i grundskola eller gymnasium (18–20 år)')}
      checked={barn.skola}
      error={fel[`barn-${n}-skola`]}
    />
    <Button kind="quiet" name="ta-bort" value={`barn-${n}`}>
      {t('Ta bort barn {n}', { n })}
    </Button>
  </div>
);

const Inkomstens = ({ rad, n, fel }: { rad: Skrivet['inkomster'][number]; n: number; fel: Fel }) => {
  const okänd = rad.typ !== '' && !inkomstval.some((typ) => typ === rad.typ);
  return (
    <div class="card stack" role="group" aria-label={t('Inkomst {n}', { n })}>
      <Select
        name={`inkomst-${n}-typ`}
        label={t('Inkomst {n}', { n })}
        empty={t('Välj')}
        options={[
          ...inkomstval.map((typ) => ({ value: typ, label: översatt(inkomsttyper[typ].namn) })),
          ...(okänd ? [{ value: rad.typ, label: rad.typ }] : []),
        ]}
        value={rad.typ}
        error={fel[`inkomst-${n}-typ`]}
      />
      <MoneyField
        name={`inkomst-${n}-belopp`}
        label={t('Belopp efter skatt i månaden')}
        value={rad.belopp}
        error={fel[`inkomst-${n}-belopp`]}
      />
      <Button kind="quiet" name="ta-bort" value={`inkomst-${n}`}>
        {t('Ta bort inkomst {n}', { n })}
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
