import type { Child } from 'hono/jsx';
import { Clock } from '../case/clock.tsx';
import { CompareTable } from '../case/compare-table.tsx';
import { DecisionBar } from '../case/decision-bar.tsx';
import { DecisionSummary } from '../case/decision-summary.tsx';
import { EventTimeline } from '../case/event-timeline.tsx';
import { ExplainedLines } from '../case/explained-lines.tsx';
import { KeyboardHelp, KeyboardHint } from '../case/keyboard-help.tsx';
import { Filters, Queue } from '../case/queue.tsx';
import { StopReasons } from '../case/stop-reasons.tsx';
import { TraceReader } from '../case/trace-reader.tsx';
import { Fold } from '../content/details.tsx';
import { Changed, Facts, Line, Lines } from '../content/lines.tsx';
import { Notice, Panel, Tag } from '../content/notice.tsx';
import { SessionWarning } from '../content/session-warning.tsx';
import { Breadcrumb } from '../content/wayfinding.tsx';
import { AutosaveStatus } from '../forms/autosave-status.tsx';
import { Actions, Button, LinkButton, PrintButton } from '../forms/button.tsx';
import { Checkbox, RadioGroup } from '../forms/choices.tsx';
import { fieldErrors } from '../forms/error-summary.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { QuestionPage, type Remaining } from '../forms/question-page.tsx';
import { ArbetsSida } from '../layout/arbets-sida.tsx';
import type { ColorScheme } from '../layout/dokument.tsx';
import { MedborgarSida } from '../layout/medborgar-sida.tsx';
import { Tabs } from '../layout/nav.tsx';
import { datum } from '../values/datum.ts';
import { kr } from '../values/kr.ts';
import { provLines, provQueue, provSections, provTrace } from './prov-data.ts';

type SampleProps = { readonly colorScheme?: ColorScheme | undefined };

function Citizen({
  title,
  fel,
  current,
  children,
  colorScheme,
  session,
}: SampleProps & { title: string; fel?: boolean; current: string; children: Child; session?: Child }) {
  return (
    <MedborgarSida
      title={title}
      fel={fel}
      colorScheme={colorScheme}
      municipality={{ name: 'Lindviks kommun', homeHref: '#', contact: 'Ring oss: 0000-12 34 56, vardagar 9–15' }}
      nav={['Översikt', 'Ansök', 'Beslut', 'Plan', 'Meddelanden'].map((label) => ({
        href: '#',
        label,
        current: label === current,
      }))}
      logOutHref="#"
      quickExitHref="#"
      accessibilityHref="#"
      privacyHref="#"
      session={session}
    >
      {children}
    </MedborgarSida>
  );
}

function Beslut({ colorScheme }: SampleProps) {
  return (
    <Citizen title="Beslut för december" current="Beslut" colorScheme={colorScheme}>
      <div class="cols">
        <article class="stack-l">
          <DecisionSummary
            over="Beslut 26 november 2026"
            heading={<>Du får {kr(512500)} för december</>}
            lead="Pengarna kommer till ditt konto fredag 27 november. Du har fått allt du sökte."
            need={{ label: 'Du och barnen behöver', öre: 2203100 }}
            have={{ label: 'Pengar du redan har', öre: 1690600 }}
            get={{ label: 'Du får av oss', öre: 512500 }}
          />
          <section class="stack" aria-labelledby="sa">
            <h2 id="sa">Så har vi räknat</h2>
            <p class="noprint">Tryck på en rad för att se varför.</p>
            <ExplainedLines lines={provLines} sum={{ text: 'Du får', amount: kr(512500) }} />
          </section>
          <section class="stack noprint" aria-labelledby="om">
            <h2 id="om">Vad händer om …</h2>
            <p>Prova med andra belopp. Det ändrar inte ditt beslut.</p>
            <form class="card stack" method="get" action="/stil/exempel/beslut">
              <div class="row row--top">
                <MoneyField name="lon" label="Lön efter skatt" value={1148000} />
                <MoneyField name="hyra" label="Hyra" value={824000} />
              </div>
              <Button>Räkna om</Button>
              <div class="stack-s" id="resultat">
                <p>
                  <b>
                    Om du tjänar {kr(100000)} mer får du {kr(25000)} mer att leva på.
                  </b>
                </p>
                <Lines>
                  <Line amount={<Changed from={kr(512500)} to={kr(437500)} />}>Bistånd</Line>
                  <Line amount={<Changed from={kr(2465100)} to={kr(2490100)} />}>Pengar att leva på, totalt</Line>
                </Lines>
                <p class="small muted">
                  Bostadsbidrag och avgifter kan också ändras om lönen ändras. Det räknas inte med här.
                </p>
              </div>
            </form>
          </section>
          <section class="stack" aria-labelledby="fel">
            <h2 id="fel">Om du tycker att något är fel</h2>
            <p>
              <b>Är en uppgift fel?</b> Skriv till oss. Vi kan ofta rätta det direkt.{' '}
              <a href="#innehall">Säg till om en uppgift</a>
            </p>
            <p>
              <b>Tycker du att beslutet är fel?</b> Då kan du överklaga. Det kostar inget. Vi måste ha fått
              överklagandet inom tre veckor från den dag du fick beslutet, <b>senast {datum('2026-12-17')}</b>. Vi
              hjälper dig om du vill.
            </p>
            <Actions>
              <LinkButton href="#innehall">Överklaga</LinkButton>
              <a href="#innehall">Så går det till att överklaga</a>
            </Actions>
          </section>
          <section class="stack" aria-labelledby="beslutet">
            <h2 id="beslutet">Om beslutet</h2>
            <Lines>
              <Line>Vi beviljar ekonomiskt bistånd enligt 12 kap. 1 § socialtjänstlagen (2025:400).</Line>
              <Line>
                Beslutet är fattat automatiskt enligt punkt 4.7 i socialnämndens delegationsordning. Automatiska beslut
                kan bara ge dig allt du sökt. Allt annat prövas av en människa.
              </Line>
              <Line>Du kan alltid begära att en handläggare går igenom beslutet.</Line>
            </Lines>
            <Actions>
              <LinkButton href="#innehall" kind="neutral">
                Hämta beslutet som pdf
              </LinkButton>
              <PrintButton />
            </Actions>
          </section>
        </article>
        <aside class="aside noprint" aria-label="Det här händer nu">
          <div>
            <h2>Det här händer nu</h2>
            <EventTimeline
              events={[
                { text: 'Vi fick din ansökan', when: '26 november, 14.33', datetime: '2026-11-26T14:33' },
                { text: 'Vi hämtade uppgifter', when: '26 november, 14.34', datetime: '2026-11-26T14:34' },
                { text: 'Vi fattade beslut', when: '26 november, 14.34', datetime: '2026-11-26T14:34' },
                { text: 'Pengarna betalas ut', when: 'fredag 27 november', datetime: '2026-11-27', state: 'now' },
                {
                  text: 'Du kan ansöka för januari',
                  when: 'från 18 december',
                  datetime: '2026-12-18',
                  state: 'coming',
                },
              ]}
            />
          </div>
          <div>
            <h2>Frågor?</h2>
            <p>
              <a href="#innehall">Skriv ett meddelande</a> eller ring <span class="nowrap">0000-12 34 56</span>,
              vardagar 9–15.
            </p>
          </div>
        </aside>
      </div>
    </Citizen>
  );
}

const remaining: readonly Remaining[] = [
  { label: 'Du och ditt hushåll', state: 'done', href: '#' },
  { label: 'Hyra', state: 'now' },
  { label: 'Andra kostnader', state: 'left' },
  { label: 'Pengar du fick', state: 'left' },
  { label: 'Läs igenom och skicka', state: 'left' },
];

function Fraga({ colorScheme, fel }: SampleProps & { fel: boolean }) {
  const error = fel ? 'Menar du 8 240 kr eller 8,24 kr? Skriv 8 240 eller 8,24.' : undefined;
  return (
    <Citizen
      title="Hur hög är din hyra?"
      fel={fel}
      current="Ansök"
      colorScheme={colorScheme}
      session={<SessionWarning endsAt="2026-11-26T13:40:00Z" seconds={1200} action="#" />}
    >
      <QuestionPage
        action="/stil/exempel/fraga-fel"
        backHref="#"
        errors={fieldErrors({ hyra: error })}
        remaining={remaining}
        saveStatus={<AutosaveStatus savedAt={fel ? undefined : '2026-11-26T13:32:00Z'} />}
        actions={
          <Button kind="quiet" name="spara" value="ja">
            Spara och fortsätt senare
          </Button>
        }
      >
        <MoneyField
          heading
          name="hyra"
          label="Hur hög är din hyra i december?"
          hint="Hela hyran för bostaden. Om värme eller vatten ingår räknas det med."
          value={fel ? '8,240' : 824000}
          error={error}
        />
      </QuestionPage>
    </Citizen>
  );
}

function Ansok({ colorScheme }: SampleProps) {
  return (
    <Citizen title="Ansök för december" current="Ansök" colorScheme={colorScheme}>
      <div class="cols">
        <div class="stack-l">
          <header class="stack">
            <h1>Ansök för december</h1>
            <p class="lead">
              Vi har fyllt i det du skrev för november. Ändra det som inte stämmer och skicka. Det tar ungefär två
              minuter.
            </p>
            <AutosaveStatus savedAt="2026-11-26T13:32:00Z" />
          </header>
          <Panel>
            <h2>Det här har ändrats</h2>
            <Lines>
              <Line amount={<Changed from={kr(812000)} to={kr(824000)} />}>
                <a href="#hyra">Hyra</a>
              </Line>
              <Line amount={<Changed from={kr(39800)} to={kr(43700)} />}>
                <a href="#el">El</a>
              </Line>
              <Line amount={<Changed from={kr(996000)} to={kr(1048000)} />}>
                <a href="#lon">Lön</a>
              </Line>
            </Lines>
            <p class="muted small">Resten är som i november.</p>
          </Panel>
          <form class="stack-l" method="post" action="/stil/exempel/ansok" novalidate>
            <section class="stack" aria-labelledby="kost">
              <h2 id="kost">Kostnader i december</h2>
              <MoneyField
                name="hyra"
                label="Hyra"
                hint={`Förra gången: ${kr(812000)}`}
                value={824000}
                tag={<Tag kind="brand">Ändrat</Tag>}
              />
              <MoneyField
                name="el"
                label="El i hemmet"
                hint={`Förra gången: ${kr(39800)}`}
                value={43700}
                tag={<Tag kind="brand">Ändrat</Tag>}
              />
              <Lines>
                <li>
                  <Fold text="Hemförsäkring" amount={kr(13900)}>
                    <MoneyField name="hemf" label="Hemförsäkring, per månad" value={13900} />
                  </Fold>
                </li>
                <li>
                  <Fold text="A-kassa" amount={kr(15000)}>
                    <MoneyField name="akassa" label="A-kassa, per månad" value={15000} />
                  </Fold>
                </li>
              </Lines>
              <p>
                <a href="#innehall">Lägg till en kostnad, till exempel medicin, tandläkare eller glasögon</a>
              </p>
            </section>
            <section class="stack" aria-labelledby="ink">
              <h2 id="ink">Pengar du fick i november</h2>
              <MoneyField
                name="lon"
                label="Lön efter skatt"
                hint={`Förra gången: ${kr(996000)}`}
                value={1048000}
                tag={<Tag kind="brand">Ändrat</Tag>}
              />
              <RadioGroup
                name="annat"
                label="Har du fått andra pengar i november?"
                hint="Till exempel Swish, gåvor, lån, sålda saker eller pengar tillbaka på skatten."
                row
                choices={[
                  { value: 'nej', label: 'Nej' },
                  { value: 'ja', label: 'Ja' },
                ]}
                value="nej"
              />
              <Notice heading="Det här hämtar vi själva">
                <p class="small">
                  Barnbidrag, underhållsstöd och bostadsbidrag från Försäkringskassan. Vi frågar också
                  Arbetsförmedlingen, a-kassorna, CSN, Pensionsmyndigheten och Skatteverket. Du ser svaren i ditt
                  beslut.
                </p>
              </Notice>
            </section>
            <section class="stack" aria-labelledby="skicka">
              <h2 id="skicka">Skicka</h2>
              <Lines>
                <li class="line">
                  <span>Pengarna sätts in på kontot som slutar på 417</span>
                  <a class="edit" href="#innehall">
                    Byt konto
                  </a>
                </li>
              </Lines>
              <Checkbox
                name="stammer"
                label="Uppgifterna stämmer. Jag säger till om något ändras innan jag fått beslut."
              />
              <Actions>
                <Button kind="go" wide>
                  Skicka ansökan
                </Button>
                <Button kind="quiet" name="spara" value="ja">
                  Spara och fortsätt senare
                </Button>
              </Actions>
              <p class="muted small">Du får svar inom 24 timmar. Vi meddelar dig när något händer.</p>
            </section>
          </form>
        </div>
        <aside class="aside noprint" aria-label="Hjälp">
          <div>
            <h2>Vad händer sedan?</h2>
            <EventTimeline
              events={[
                { text: 'Du skickar ansökan', state: 'now' },
                { text: 'Vi hämtar uppgifter', when: 'några minuter', state: 'coming' },
                { text: 'Du får beslut', when: 'senast efter 24 timmar', state: 'coming' },
                { text: 'Pengarna betalas ut', when: 'vardagen efter beslutet', state: 'coming' },
              ]}
            />
          </div>
          <div>
            <h2>Behöver du hjälp?</h2>
            <p>
              Ring <span class="nowrap">0000-12 34 56</span>, vardagar 9–15. Du kan också fylla i ansökan hos oss på
              medborgarkontoret.
            </p>
          </div>
        </aside>
      </div>
    </Citizen>
  );
}

const benchNav = ['Kö', 'Mina personer', 'Insatser', 'Betalningar', 'Statistik'].map((label) => ({
  href: label === 'Kö' ? '/stil/exempel/ko' : '#',
  label,
  current: label === 'Kö',
}));

function Ko({ colorScheme }: SampleProps) {
  return (
    <ArbetsSida
      title="Kö"
      municipality="Lindviks kommun"
      nav={benchNav}
      searchAction="#"
      user="Handläggare"
      logOutHref="#"
      colorScheme={colorScheme}
      after={<KeyboardHelp more={[{ keys: ['T'], does: 'ta ärendet' }]} />}
    >
      <div class="wb-cols wb-cols--rail">
        <Filters
          label="Urval"
          groups={[
            {
              heading: 'Visa',
              items: [
                { href: '#', label: 'Mina och lediga', count: 14, current: true },
                { href: '#', label: 'Mina', count: 9 },
                { href: '#', label: 'Hela enheten', count: 38 },
                { href: '#', label: 'Klara i dag', count: 73 },
              ],
            },
            {
              heading: 'Nästa steg',
              items: [
                { href: '#', label: 'Besluta', count: 4 },
                { href: '#', label: 'Bedöm en uppgift', count: 5 },
                { href: '#', label: 'Läs svar', count: 2 },
                { href: '#', label: 'Väntar', count: 3 },
              ],
            },
          ]}
        />
        <div>
          <div class="wb-title">
            <h1>Torsdag 26 november</h1>
            <LinkButton href="#innehall">Registrera pappersansökan</LinkButton>
          </div>
          <Facts
            items={[
              { name: 'I din kö', value: '14' },
              { name: 'Under fyra timmar kvar', value: '3' },
              { name: 'Över 24 timmar', value: '1' },
              { name: 'Beviljade automatiskt i dag', value: '61' },
              { name: 'Mediantid i november', value: '3 h 40 min' },
            ]}
          />
          <Queue caption="Ärenden efter nästa steg, minst tid kvar först" groups={provQueue} />
          <KeyboardHint more={[{ keys: ['T'], does: 'ta ärendet' }]} />
        </div>
      </div>
    </ArbetsSida>
  );
}

function Arende({ colorScheme }: SampleProps) {
  const bar = (
    <DecisionBar outcome="Bifall, utbetalas 30 november" amount={kr(491300)} left="1 sak kvar att ta ställning till">
      <Button kind="quiet">Annat beslut</Button>
      <Button>Begär komplettering</Button>
      <Button kind="go">Granska och besluta</Button>
    </DecisionBar>
  );
  return (
    <ArbetsSida
      title="Par med spädbarn, december 2026"
      municipality="Lindviks kommun"
      nav={benchNav}
      searchAction="#"
      user="Handläggare"
      logOutHref="#"
      colorScheme={colorScheme}
      after={
        <>
          {bar}
          <KeyboardHelp />
        </>
      }
    >
      <Breadcrumb items={[{ href: '/stil/exempel/ko', label: 'Kö' }]} here="Besluta" />
      <div class="wb-title wb-title--start">
        <h1>Par med spädbarn, december 2026</h1>
        <Tag kind="brand">Återansökan</Tag>
        <Clock usedMinutes={1055} allowedMinutes={1440} state="running" long />
      </div>
      <Facts
        items={[
          { name: 'Hushåll', value: 'Par, barn 7 månader' },
          { name: 'Inkom', value: '25 november 16.40, båda har signerat' },
          { name: 'Bistånd sedan', value: 'juni 2026' },
          { name: 'Förra beslutet', value: `${kr(410200)} för november` },
        ]}
      />
      <Tabs
        label="Ärendets delar"
        items={[
          { href: '#', label: 'Beräkning', current: true },
          { href: '#', label: 'Dokument', count: 3 },
          { href: '#', label: 'Plan' },
          { href: '#', label: 'Meddelanden' },
          { href: '#', label: 'Journal' },
          { href: '#', label: 'Historik' },
        ]}
      />
      <div class="wb-cols wb-cols--side sec">
        <div>
          <section aria-labelledby="ber">
            <h2 id="ber" class="vh">
              Beräkning
            </h2>
            <CompareTable
              id="jamfor"
              caption="Ansökt, register, beräknat och godkänt belopp i kronor"
              sections={provSections}
              total={{ text: 'Bistånd', räknat: '4 313–4 913', godkänt: 491300 }}
            />
          </section>
          <section class="sec" aria-labelledby="fork">
            <h2 id="fork">Förklaring</h2>
            <TraceReader trace={provTrace} output="bistånd" open={2} />
          </section>
        </div>
        <div>
          <section aria-labelledby="ta">
            <h2 id="ta">Att ta ställning till</h2>
            <StopReasons
              reasons={[
                {
                  id: 'insattning',
                  text: 'Insättning 600 kr saknar inkomsttyp',
                  means: 'Maskinen räknar den varken som noll eller som hel.',
                  todo: 'välj vad som räknas i raden Insättning och skriv varför.',
                  acknowledge: { name: 'sett', label: 'Bedömd', checked: true },
                },
                {
                  id: 'sjukpenning',
                  text: 'Sjukpenningen är 13,4 % lägre än i oktober',
                  means: 'Försäkringskassan: ersättning 75 % från 9 november.',
                  acknowledge: { name: 'sett', label: 'Jag har sett det' },
                },
                {
                  id: 'barnbidrag',
                  text: 'Barnbidraget står inte i ansökan',
                  means: 'Hämtat från Försäkringskassan. Inget att göra.',
                  info: true,
                },
              ]}
            />
          </section>
          <section class="sec" aria-labelledby="vanligt">
            <h2 id="vanligt">Det vanliga för hushållet</h2>
            <Lines small>
              <li class="line">
                <span>Hyra 7 950 ± 200</span>
                <Tag kind="ok">Inom</Tag>
              </li>
              <li class="line">
                <span>Sjukpenning 10 600 ± 1 000</span>
                <Tag kind="attention">Under</Tag>
              </li>
            </Lines>
          </section>
          <section class="sec small" aria-labelledby="hand">
            <h2 id="hand">Händelser</h2>
            <EventTimeline
              events={[
                { text: 'Båda har signerat', when: '25 november 16.40' },
                { text: 'Åtta av åtta källor svarade', when: '25 november 16.41' },
                { text: 'Stopp: okänd inkomst', when: '25 november 16.41', state: 'stopped' },
                { text: 'Handläggare öppnade ärendet', when: '26 november 10.15', state: 'now' },
              ]}
            />
          </section>
        </div>
      </div>
    </ArbetsSida>
  );
}

/** The sample pages by name: the layouts and components together, as an applicant and a caseworker meet them. */
export const exempel = {
  beslut: { title: 'Ett beslut', page: (props: SampleProps) => <Beslut {...props} /> },
  ansok: { title: 'Återansökan', page: (props: SampleProps) => <Ansok {...props} /> },
  fraga: { title: 'En fråga', page: (props: SampleProps) => <Fraga {...props} fel={false} /> },
  'fraga-fel': { title: 'En fråga med fel', page: (props: SampleProps) => <Fraga {...props} fel /> },
  ko: { title: 'Handläggarens kö', page: (props: SampleProps) => <Ko {...props} /> },
  arende: { title: 'Ett ärende', page: (props: SampleProps) => <Arende {...props} /> },
} as const;
