import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetPath } from '../assets.ts';
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
import { BarChart } from '../charts/bar-chart.tsx';
import { Histogram } from '../charts/histogram.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { Details } from '../content/details.tsx';
import { Changed, Facts, Line, Lines, SumLine, SummaryList } from '../content/lines.tsx';
import { Notice, Panel, Tag } from '../content/notice.tsx';
import { SessionWarning } from '../content/session-warning.tsx';
import { Empty, ErrorState, Loading } from '../content/states.tsx';
import { Table } from '../content/table.tsx';
import { Breadcrumb, Pagination } from '../content/wayfinding.tsx';
import { AutosaveStatus } from '../forms/autosave-status.tsx';
import { Actions, Button, LinkButton, PrintButton } from '../forms/button.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '../forms/choices.tsx';
import { DateField } from '../forms/date-field.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { FileField } from '../forms/file-field.tsx';
import { MoneyField } from '../forms/money-field.tsx';
import { PersonnummerField } from '../forms/personnummer-field.tsx';
import { BackLink, RemainsList } from '../forms/question-page.tsx';
import { Textarea, TextField } from '../forms/text-field.tsx';
import { type ColorScheme, Dokument } from '../layout/dokument.tsx';
import { Logo } from '../layout/logo.tsx';
import { Tabs } from '../layout/nav.tsx';
import { type ColorRole, colors } from '../theme/colors.ts';
import { belopp, kr } from '../values/kr.ts';
import { exempel } from './exempel.tsx';
import { Prov } from './prov.tsx';
import { provChart, provLines, provQueue, provSections, provTrace } from './prov-data.ts';

const parts = [
  { id: 'grund', title: 'Grunden' },
  { id: 'skriva', title: 'Skriva och svara' },
  { id: 'fel', title: 'När något är fel' },
  { id: 'hitta', title: 'Hitta' },
  { id: 'visa', title: 'Visa uppgifter' },
  { id: 'beslut', title: 'Beslut och förklaring' },
  { id: 'arbetsyta', title: 'Handläggarens yta' },
  { id: 'diagram', title: 'Diagram' },
  { id: 'lagen', title: 'Lägen' },
  { id: 'ramar', title: 'Hela sidor' },
] as const;

function Part({ id, lead, children }: { id: (typeof parts)[number]['id']; lead: string; children: Child }) {
  return (
    <section class="stil-part" id={id} aria-labelledby={`${id}-rubrik`}>
      <h2 id={`${id}-rubrik`}>{parts.find((part) => part.id === id)?.title}</h2>
      <p class="lead">{lead}</p>
      {children}
    </section>
  );
}

const shownColors: readonly { readonly role: ColorRole; readonly name: string }[] = [
  { role: 'brand', name: 'Enbär' },
  { role: 'brand-tint', name: 'Enbär, ton' },
  { role: 'page', name: 'Papper' },
  { role: 'tint', name: 'Papper, ton' },
  { role: 'text', name: 'Text' },
  { role: 'muted', name: 'Stilla text' },
  { role: 'mark', name: 'Havtorn' },
  { role: 'warn-tint', name: 'Se hit, ton' },
  { role: 'ok', name: 'Mossa, klart' },
  { role: 'bad', name: 'Lingon, fel' },
  { role: 'chart-1', name: 'Serie 1' },
  { role: 'chart-2', name: 'Serie 2' },
  { role: 'chart-3', name: 'Serie 3' },
  { role: 'chart-4', name: 'Serie 4' },
];

function Grund({ scheme }: { scheme: ColorScheme | undefined }) {
  return (
    <Part id="grund" lead="Lugnt, varmt, exakt. Ingenting pryder. Ordningen kommer av text, luft och en färg.">
      <section class="prov" aria-labelledby="marke">
        <h3 id="marke">Märket</h3>
        <p class="small muted">Två trappsteg. Märket står bredvid ett namn, aldrig ensamt.</p>
        <div class="prov-box">
          <span class="brand">
            <Logo />
            <span>
              <b>Lindviks kommun</b>
              <span>Ekonomiskt bistånd</span>
            </span>
          </span>
        </div>
      </section>
      <section class="prov" aria-labelledby="text">
        <h3 id="text">Text</h3>
        <p class="small muted">
          Source Sans 3 i två vikter. Siffror är lika breda, tusental skiljs med ett tunt mellanrum och minus är ett
          minustecken.
        </p>
        <div class="prov-box type-scale">
          <p class="over">Överrad: Beslut 26 november 2026</p>
          <p class="stil-h1">Du får {kr(512500)} för december</p>
          <p class="lead">Ingress: Pengarna kommer till ditt konto fredag 27 november. Du har fått allt du sökte.</p>
          <p class="stil-h2">Så har vi räknat</p>
          <p>
            Brödtext: Riksnormen är samma i hela landet. Den ska räcka till mat, kläder, fritid, hygien, tidning och
            telefon. En rad är högst 66 tecken lång. <a href="#text">En länk är alltid understruken</a>.
          </p>
          <p class="small muted">Liten, stilla text: Svar från Försäkringskassan 26 november, 14.34.</p>
          <p class="law">Lagrum står sist: Socialtjänstlagen 12 kap. 7 § första stycket 1.</p>
          <p class="num">
            {kr(1394000)} · {kr(-786000)} · {kr(710050)}
          </p>
        </div>
      </section>
      <section class="prov" aria-labelledby="farg">
        <h3 id="farg">Färger</h3>
        <p class="small muted">
          Roller, inte kulörer. Färg bär aldrig ensam en betydelse. All text har minst 4,5:1 mot sin bakgrund, brödtext
          minst 7:1.
        </p>
        <ul class="swatches">
          {shownColors.map(({ role, name }) => (
            <li>
              <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width="100" height="30" fill={`var(--st-${role})`} />
              </svg>
              <span>
                {name}
                <br />
                <code>{role}</code>
                <br />
                <code>
                  {scheme === 'dark'
                    ? colors[role][1]
                    : scheme === 'light'
                      ? colors[role][0]
                      : `${colors[role][0]} · ${colors[role][1]}`}
                </code>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Prov
        id="knappar"
        title="Knappar"
        when="En huvudhandling på varje sida. En knapp är aldrig avstängd: den säger vad som saknas när man trycker."
        code={'<Actions><Button kind="go">Skicka ansökan</Button><Button>Räkna om</Button></Actions>'}
      >
        <Actions>
          <Button kind="go" type="button">
            Skicka ansökan
          </Button>
          <Button type="button">Räkna om</Button>
          <LinkButton href="#knappar" kind="neutral">
            Hämta beslutet som pdf
          </LinkButton>
          <Button kind="quiet" type="button">
            Spara och fortsätt senare
          </Button>
          <PrintButton />
        </Actions>
      </Prov>
    </Part>
  );
}

function Skriva() {
  return (
    <Part
      id="skriva"
      lead="Ett fält säger vad det vill ha, tar emot vanliga sätt att skriva och läser tillbaka vad det förstod."
    >
      <Prov
        id="textfalt"
        title="Textfält"
        when="Bredden visar ungefär hur mycket som ska skrivas. Det som får vara tomt sägs, det som krävs sägs inte."
        code={'<TextField name="ort" label="Ort" hint="…" optional />'}
      >
        <TextField name="arbetsgivare" label="Arbetsgivare" />
        <TextField
          name="telefon"
          label="Telefon"
          hint="Vi ringer bara om något är oklart."
          type="tel"
          inputmode="tel"
          width="13"
          optional
        />
      </Prov>
      <Prov
        id="belopp"
        title="Belopp"
        when="Tar emot 7 100, 7100,50, 7.100 och 7100:-. Det som kan läsas på två sätt får en fråga tillbaka."
        code={
          '<MoneyField name="hyra" label="Hyra" hint={\'Förra gången: \' + kr(812000)} value={824000} tag={<Tag kind="brand">Ändrat</Tag>} />'
        }
      >
        <MoneyField
          name="prov-hyra"
          label="Hyra"
          hint={`Förra gången: ${kr(812000)}`}
          value={824000}
          tag={<Tag kind="brand">Ändrat</Tag>}
        />
        <MoneyField name="prov-lon" label="Lön efter skatt" hint="Det som kom in på kontot." />
      </Prov>
      <Prov
        id="datum"
        title="Datum"
        when="Tre fält. Månaden kan vara ett ord. Ett helt datum som klistras in i det första fältet läses också. Ett sparat datum sägs tillbaka i ord."
        code={'<DateField name="flytt" label="När flyttade du in?" value="2026-12-17" />'}
      >
        <DateField name="flytt" label="När flyttade du in?" value="2026-12-17" />
        <DateField name="slut" label="När slutar ditt läkarintyg?" />
      </Prov>
      <Prov
        id="personnummer"
        title="Personnummer"
        when="Ett fält. Bindestreck, mellanslag och sekel är valfria."
        code={'<PersonnummerField name="pnr" label="Personnummer" />'}
      >
        <PersonnummerField name="pnr" label="Den andra vuxnas personnummer" />
      </Prov>
      <Prov
        id="val"
        title="Välj ett"
        when="Inget är valt från början. Den som har valt kan ta tillbaka sitt svar med ”Inget svar”."
        code={
          '<RadioGroup name="annat" label="…" row choices={[{ value: "nej", label: "Nej" }, { value: "ja", label: "Ja" }]} />'
        }
      >
        <RadioGroup
          name="annat"
          label="Har du fått andra pengar i november?"
          hint="Till exempel Swish, gåvor, lån eller sålda saker."
          row
          choices={[
            { value: 'nej', label: 'Nej' },
            { value: 'ja', label: 'Ja' },
          ]}
        />
        <RadioGroup
          name="boende"
          label="Hur bor du?"
          value="delar"
          choices={[
            { value: 'egen', label: 'Egen lägenhet eller hus' },
            {
              value: 'delar',
              label: 'Delar bostad',
              hint: 'Med någon du inte är gift eller sambo med',
              reveal: <TextField name="antal" label="Hur många bor där?" width="2" inputmode="numeric" value="4" />,
            },
            { value: 'ingen', label: 'Har ingen bostad' },
          ]}
        />
      </Prov>
      <Prov
        id="flera"
        title="Välj flera"
        when="Rutor för det som kan gälla samtidigt."
        code={'<CheckboxGroup name="kostnad" label="…" choices={…} values={["el"]} />'}
      >
        <CheckboxGroup
          name="kostnad"
          label="Vilka kostnader har du?"
          values={['el', 'hemf']}
          choices={[
            { value: 'el', label: 'El i hemmet' },
            { value: 'hemf', label: 'Hemförsäkring' },
            { value: 'akassa', label: 'A-kassa' },
            { value: 'resor', label: 'Resor till jobbet' },
          ]}
        />
        <Checkbox name="stammer" label="Uppgifterna stämmer. Jag säger till om något ändras innan jag fått beslut." />
      </Prov>
      <Prov
        id="lista"
        title="Lista att välja ur"
        when="När valen är fler än sju."
        code={'<Select name="typ" label="Vad är det för inkomst?" options={…} empty="Välj" />'}
      >
        <Select
          name="typ"
          label="Vad är det för inkomst?"
          empty="Välj"
          options={[
            { value: 'lon', label: 'Lön' },
            { value: 'sjukpenning', label: 'Sjukpenning' },
            { value: 'foraldrapenning', label: 'Föräldrapenning' },
          ]}
        />
      </Prov>
      <Prov
        id="langtext"
        title="Längre text"
        when="Rutan växer nedåt. Texten står kvar när något annat på sidan är fel."
        code={'<Textarea name="skal" label="Berätta mer" optional />'}
      >
        <Textarea name="skal" label="Är det något mer vi behöver veta?" optional rows={4} />
      </Prov>
      <Prov
        id="filer"
        title="Foto eller fil"
        when="Det som är tillagt står under och kan tas bort fram till att ansökan skickas."
        code={'<FileField name="avi" label="Hyresavi" accept="image/*,.pdf" files={files} />'}
      >
        <FileField
          name="avi"
          label="Hyresavi för december"
          hint="Ett foto med mobilen går bra. Högst 20 MB."
          accept="image/*,.pdf"
          files={[{ name: 'hyresavi-december.jpg', about: '1 sida', removeHref: '#filer' }]}
        />
      </Prov>
      <Prov
        id="sparat"
        title="Sparat eller inte"
        when="Står kvar vid fälten. Det som inte blev sparat finns kvar på sidan, och personen försöker igen när hon vill."
        code={'<AutosaveStatus savedAt={utkast.sparat} />'}
      >
        <AutosaveStatus />
        <AutosaveStatus savedAt="2026-11-26T13:02:00Z" />
        <AutosaveStatus failed />
      </Prov>
    </Part>
  );
}

function Fel() {
  return (
    <Part id="fel" lead="Ett fel säger vad som är tillåtet, där felet är. Sidans titel börjar med ”Fel: ”.">
      <Prov
        id="felsammanfattning"
        title="Sammanfattning av fel"
        when="Först på sidan och i fokus. Varje rad leder till sitt fält."
        code={"<ErrorSummary errors={fieldErrors({ hyra: 'Skriv hyran i kronor, till exempel 7 100.' })} />"}
      >
        <ErrorSummary
          focus={false}
          errors={[
            { id: 'fel-hyra', text: 'Skriv hyran i kronor, till exempel 7 100.' },
            { id: 'fel-flytt', text: 'Skriv dagen som en siffra 1–30. November 2026 har 30 dagar.' },
            { id: 'fel-pnr', text: 'Du har skrivit 9 siffror. Skriv tolv siffror: år, månad, dag och fyra sista.' },
          ]}
        />
      </Prov>
      <Prov
        id="faltfel"
        title="Fel vid fältet"
        when="Samma mening som i sammanfattningen. Det personen skrev står kvar."
        code={
          '<MoneyField name="hyra" label="Hyra" value={skrivet} error="Skriv hyran i kronor, till exempel 7 100." />'
        }
      >
        <MoneyField name="fel-hyra" label="Hyra" value="sju tusen" error="Skriv hyran i kronor, till exempel 7 100." />
        <DateField
          name="fel-flytt"
          label="När flyttade du in?"
          value={{ dag: '31', månad: 'november', år: '2026' }}
          error="Skriv dagen som en siffra 1–30. November 2026 har 30 dagar."
        />
        <PersonnummerField
          name="fel-pnr"
          label="Den andra vuxnas personnummer"
          value="123456789"
          error="Du har skrivit 9 siffror. Skriv tolv siffror: år, månad, dag och fyra sista."
        />
        <RadioGroup
          name="fel-annat"
          label="Har du fått andra pengar i november?"
          row
          error="Välj ja eller nej."
          choices={[
            { value: 'nej', label: 'Nej' },
            { value: 'ja', label: 'Ja' },
          ]}
        />
        <Checkbox
          name="fel-stammer"
          label="Uppgifterna stämmer."
          error="Kryssa i att uppgifterna stämmer innan du skickar."
        />
      </Prov>
      <Prov
        id="meddelanden"
        title="Meddelanden"
        when="Att veta, att göra, klart, fel. Pengar som ska betalas eller som inte beviljas är inte röda."
        code={'<Notice kind="attention" heading="Vi behöver ditt hyresbesked"><p>…</p></Notice>'}
      >
        <Notice heading="Det här hämtar vi själva">
          <p>Barnbidrag, underhållsstöd och bostadsbidrag från Försäkringskassan.</p>
        </Notice>
        <Notice kind="attention" heading="Vi behöver ditt hyresbesked för november">
          <p>Skicka det senast fredag 27 november, så fortsätter vi direkt.</p>
        </Notice>
        <Notice kind="ok" heading="Vi har tagit emot din ansökan">
          <p>Du får svar senast tisdag 24 november klockan 14.</p>
        </Notice>
        <Notice kind="error" heading="Något gick fel hos oss">
          <p>Det du skrev är sparat. Försök igen om en stund.</p>
        </Notice>
      </Prov>
      <Prov
        id="session"
        title="Utloggning"
        when="Utan skript en rad sist på sidan. Med skript syns den först när fem minuter är kvar, och kan förlängas utan att något försvinner."
        code={'<MedborgarSida session={<SessionWarning endsAt={slut} seconds={1200} action="/session/forlang" />} …>'}
        flush
      >
        <SessionSamples />
      </Prov>
    </Part>
  );
}

/** The notice in both its states; on a real page the island decides. */
function SessionSamples() {
  return (
    <>
      <noscript>
        <SessionWarning endsAt="2026-11-26T13:40:00Z" seconds={1200} action="#session" />
      </noscript>
      <div class="session">
        <div class="wrap">
          <p>Du loggas snart ut. Det du skrivit och som är sparat finns kvar.</p>
          <Button type="button">Fortsätt vara inloggad</Button>
        </div>
      </div>
      <div class="session" data-quiet>
        <div class="wrap">
          <p>Du är inloggad till klockan 14.40.</p>
          <Button type="button">Fortsätt vara inloggad</Button>
        </div>
      </div>
    </>
  );
}

function Hitta() {
  return (
    <Part id="hitta" lead="Man ska veta var man är, vad som återstår och hur man kommer tillbaka.">
      <Prov
        id="aterstar-prov"
        title="Vad som återstår"
        when="En kort lista, aldrig procent. Det som är klart går att öppna igen."
        code={"<RemainsList parts={[{ label: 'Hyra', state: 'now' }, …]} />"}
      >
        <RemainsList
          parts={[
            { label: 'Du och ditt hushåll', state: 'done', href: '#aterstar-prov' },
            { label: 'Hyra', state: 'now' },
            { label: 'Andra kostnader', state: 'left' },
            { label: 'Läs igenom och skicka', state: 'left' },
          ]}
        />
        <div>
          <BackLink href="#hitta" />
        </div>
      </Prov>
      <Prov
        id="flikar"
        title="Flikar"
        when="Länkar till delar av ett ärende. Varje flik är en egen sida, så de fungerar utan skript."
        code={'<Tabs label="Ärendets delar" items={[{ href, label: \'Dokument\', count: 3 }]} />'}
      >
        <Tabs
          label="Prov på flikar"
          items={[
            { href: '#flikar', label: 'Beräkning', current: true },
            { href: '#flikar', label: 'Dokument', count: 3 },
            { href: '#flikar', label: 'Plan' },
            { href: '#flikar', label: 'Meddelanden' },
          ]}
        />
      </Prov>
      <Prov
        id="smulor"
        title="Var man är"
        when="Länkar till sidorna ovanför."
        code={"<Breadcrumb items={[{ href: '/ko', label: 'Kö' }]} here=\"Besluta\" />"}
      >
        <Breadcrumb
          items={[
            { href: '#smulor', label: 'Mina sidor' },
            { href: '#smulor', label: 'Beslut' },
          ]}
          here="December 2026"
        />
      </Prov>
      <Prov
        id="sidor"
        title="Sidor i en lång lista"
        when="Första, sista och de närmaste."
        code={'<Pagination page={5} pages={12} href={(n) => adress(n)} />'}
      >
        <Pagination page={5} pages={12} href={() => '#sidor'} />
      </Prov>
      <Prov
        id="mer"
        title="Hjälp som vecklas ut"
        when="Kort text på plats i stället för en länk bort."
        code={'<Details summary="Vad räknas som hyra?"><p>…</p></Details>'}
      >
        <Details summary="Vad räknas som hyra?" open>
          <p>
            Det du betalar till hyresvärden varje månad. Om värme och vatten ingår räknas det med. Parkering räknas
            inte.
          </p>
        </Details>
        <Details summary="Varför frågar ni?">
          <p>För att hyran ingår i försörjningsstödet.</p>
        </Details>
      </Prov>
    </Part>
  );
}

function Visa() {
  return (
    <Part id="visa" lead="Siffror är typografi: lika breda, i högerkant, med summan på en linje.">
      <Prov
        id="sammanfattning"
        title="Sammanfattning med Ändra"
        when="Före det att något skickas, och på återansökan."
        code={
          "<SummaryList rows={[{ key: 'Hyra', value: kr(824000), changeHref: '/ansok/hyra', changeWhat: 'hyran' }]} />"
        }
      >
        <SummaryList
          rows={[
            {
              key: 'Hushåll',
              value: 'Du, barn 9 år och barn 5 år',
              changeHref: '#sammanfattning',
              changeWhat: 'hushållet',
            },
            { key: 'Hyra', value: kr(824000), changeHref: '#sammanfattning', changeWhat: 'hyran' },
            { key: 'Lön i november', value: kr(1048000), changeHref: '#sammanfattning', changeWhat: 'lönen' },
            { key: 'Barnbidrag', value: 'Hämtar vi från Försäkringskassan' },
          ]}
        />
      </Prov>
      <Prov
        id="andrat"
        title="Det här har ändrats"
        when="Gammalt och nytt bredvid varandra."
        code={'<Lines><Line amount={<Changed from={kr(812000)} to={kr(824000)} />}>Hyra</Line></Lines>'}
      >
        <Panel>
          <p class="stil-h2">Det här har ändrats</p>
          <Lines>
            <Line amount={<Changed from={kr(812000)} to={kr(824000)} />}>Hyra</Line>
            <Line amount={<Changed from={kr(996000)} to={kr(1048000)} />}>Lön</Line>
          </Lines>
          <p class="muted small">Resten är som i november.</p>
        </Panel>
      </Prov>
      <Prov
        id="summa"
        title="Summa"
        when="Rader med belopp och lagrum, summan under en linje. Till exempel timmarna i ett aktivitetskrav."
        code={
          '<Lines><Line amount="40 h" note="12 kap. 4 b § första stycket">Längsta tid per vecka</Line><SumLine amount="20 h">Krav</SumLine></Lines>'
        }
      >
        <Lines>
          <Line amount="40 h" note="12 kap. 4 b § första stycket">
            Längsta tid per vecka
          </Line>
          <Line amount="−15 h" note="12 kap. 4 b § andra stycket">
            SFI på deltid
          </Line>
          <Line amount="−5 h" note="12 kap. 4 b § andra stycket">
            Söka jobb
          </Line>
          <SumLine amount="20 h">Krav i veckan</SumLine>
        </Lines>
      </Prov>
      <Prov
        id="status"
        title="Status"
        when="Ord, form och färg, i den ordningen av tillit."
        code={'<Tag kind="ok">Inom</Tag>'}
      >
        <p class="row">
          <Tag>Utkast</Tag>
          <Tag kind="brand">Ändrat</Tag>
          <Tag kind="ok">Utbetald</Tag>
          <Tag kind="attention">Väntar på dig</Tag>
          <Tag kind="error">Kunde inte läsas</Tag>
        </p>
      </Prov>
      <Prov
        id="tabell"
        title="Tabell"
        when="På medborgarens sidor blir den en lista på smala skärmar. I handläggarens yta rullar den i sin egen ram."
        code={'<Table id="utbetalningar" caption="Utbetalningar" narrow="list" columns={…} rows={…} />'}
      >
        <Table
          id="utbetalningar"
          caption="Utbetalningar i år"
          narrow="list"
          columns={[{ head: 'Månad' }, { head: 'Betalades' }, { head: 'Belopp', num: true }]}
          rows={[
            ['Oktober', 'onsdag 28 oktober', kr(498000)],
            ['November', 'torsdag 29 oktober', kr(505000)],
            ['December', 'fredag 27 november', kr(512500)],
          ]}
          foot={['Tillsammans', '', kr(1515500)]}
        />
      </Prov>
      <Prov
        id="handelser"
        title="Händelser"
        when="Vad som har hänt, vad som pågår och vad som kommer."
        code={"<EventTimeline events={[{ text: 'Vi fick din ansökan', when: tidpunkt(h.tid), datetime: h.tid }]} />"}
      >
        <EventTimeline
          events={[
            { text: 'Vi fick din ansökan', when: '26 november, 14.33', datetime: '2026-11-26T14:33' },
            {
              text: 'Vi väntar på svar från Försäkringskassan',
              when: '26 november, 14.34',
              datetime: '2026-11-26T14:34',
              state: 'stopped',
              detail: 'Du behöver inte göra något.',
            },
            { text: 'Vi räknar', state: 'now' },
            { text: 'Du får beslut', when: 'senast fredag 27 november klockan 14.33', state: 'coming' },
          ]}
        />
      </Prov>
    </Part>
  );
}

function BeslutPart() {
  return (
    <Part
      id="beslut"
      lead="Utfallet och beloppet först, sedan när pengarna kommer, sedan varför. Varje rad går att öppna."
    >
      <Prov
        id="beslutet-prov"
        title="Beslutets topp"
        when="Det personen behöver veta, i den ordning hon behöver det. Rubriken är sidans h1."
        code={'<DecisionSummary over="Beslut 26 november 2026" heading={…} lead={…} need={…} have={…} get={…} />'}
      >
        <DecisionSummary
          level={4}
          over="Beslut 26 november 2026"
          heading={<>Du får {kr(512500)} för december</>}
          lead="Pengarna kommer till ditt konto fredag 27 november. Du har fått allt du sökte."
          need={{ label: 'Du och barnen behöver', öre: 2203100 }}
          have={{ label: 'Pengar du redan har', öre: 1690600 }}
          get={{ label: 'Du får av oss', öre: 512500 }}
        />
      </Prov>
      <Prov
        id="avslag-prov"
        title="När det inte blir något bistånd"
        when="Säger vad som räcker och med hur mycket. Inte rött, inga hot."
        code={'<DecisionSummary heading="Du får inget bistånd för november" … />'}
      >
        <DecisionSummary
          level={4}
          over="Beslut 26 november 2026"
          heading="Du får inget bistånd för november"
          lead={
            <>Dina inkomster i november räcker till det som försörjningsstödet ska täcka. De är {kr(95400)} högre.</>
          }
          need={{ label: 'Du behöver', öre: 1284000 }}
          have={{ label: 'Pengar du redan har', öre: 1379400 }}
          get={{ label: 'Du får av oss', öre: 0 }}
        />
      </Prov>
      <Prov
        id="rakningen"
        title="Så har vi räknat"
        when="Den sökandes läsning: meningar och belopp, lagrum sist."
        code={'<ExplainedLines lines={rader} sum={{ text: "Du får", amount: kr(512500) }} />'}
      >
        <ExplainedLines lines={provLines} sum={{ text: 'Du får', amount: kr(512500) }} />
      </Prov>
      <Prov
        id="spar"
        title="Hela uträkningen"
        when="Handläggarens läsning av motorns spår: varje steg, var det kommer från och vilken paragraf."
        code={'<TraceReader trace={kvitto.trace} output="bistånd" open={2} />'}
        bench
      >
        <TraceReader trace={provTrace} output="bistånd" open={3} />
      </Prov>
    </Part>
  );
}

function Arbetsyta() {
  return (
    <Part id="arbetsyta" lead="Allt på en gång, i ordning. Ett vanligt ärende avgörs utan att rulla på 1280 × 800.">
      <Prov
        id="klocka"
        title="Klockan"
        when="Texten säger allt, ringen hjälper ögat. Gul under fyra timmar. En pausad klocka säger varför."
        code={'<Clock usedMinutes={1055} allowedMinutes={1440} state="running" long />'}
        bench
      >
        <p class="row">
          <Clock usedMinutes={1055} allowedMinutes={1440} state="running" long />
          <Clock usedMinutes={1305} allowedMinutes={1440} state="running" />
          <Clock usedMinutes={1510} allowedMinutes={1440} state="running" />
          <Clock usedMinutes={600} allowedMinutes={1440} state="paused" why="den sökande ska svara senast 2 december" />
          <Clock usedMinutes={220} allowedMinutes={1440} state="stopped" />
        </p>
      </Prov>
      <Prov
        id="fakta"
        title="Fakta om ärendet"
        when="En rad under rubriken."
        code={"<Facts items={[{ name: 'Inkom', value: '25 november 16.40' }]} />"}
        bench
      >
        <Facts
          items={[
            { name: 'Hushåll', value: 'Par, barn 7 månader' },
            { name: 'Inkom', value: '25 november 16.40' },
            { name: 'Bistånd sedan', value: 'juni 2026' },
            { name: 'Förra beslutet', value: `${kr(410200)} för november` },
          ]}
        />
      </Prov>
      <Prov
        id="ko-prov"
        title="Kön"
        when="Grupperad efter vad som måste hända. J och K flyttar, Enter öppnar."
        code={'<Queue caption="…" groups={grupper} />'}
        bench
      >
        <Queue caption="Ärenden efter nästa steg" groups={provQueue} />
        <KeyboardHint more={[{ keys: ['T'], does: 'ta ärendet' }]} />
      </Prov>
      <Prov
        id="urval"
        title="Urval"
        when="Till vänster om kön, med hur många det är."
        code={'<Filters label="Urval" groups={[{ heading: "Visa", items }]} />'}
        bench
      >
        <Filters
          label="Prov på urval"
          groups={[
            {
              heading: 'Visa',
              items: [
                { href: '#urval', label: 'Mina och lediga', count: 14, current: true },
                { href: '#urval', label: 'Mina', count: 9 },
                { href: '#urval', label: 'Hela enheten', count: 38 },
              ],
            },
          ]}
        />
      </Prov>
      <Prov
        id="jamforelse"
        title="Jämförelsen"
        when="Det som kom in, det registren säger, det reglerna ger och det som godkänns. En skillnad sägs med ord."
        code={'<CompareTable id="jamfor" caption="…" sections={delar} total={…} />'}
        bench
      >
        <CompareTable
          id="prov-jamfor"
          caption="Ansökt, register, beräknat och godkänt belopp i kronor"
          sections={provSections}
          total={{ text: 'Bistånd', räknat: '4 313–4 913', godkänt: 491300 }}
        />
      </Prov>
      <Prov
        id="stopp"
        title="Att ta ställning till"
        when="Vad det betyder och vad man gör. Det som är kvar står först."
        code={'<StopReasons reasons={skal} />'}
        bench
      >
        <StopReasons
          level={4}
          reasons={[
            {
              id: 'p1',
              text: 'Insättning 600 kr saknar inkomsttyp',
              means: 'Maskinen räknar den varken som noll eller som hel.',
              todo: 'välj vad som räknas i raden Insättning och skriv varför.',
              acknowledge: { name: 'sett', label: 'Bedömd' },
            },
            {
              id: 'p2',
              text: 'Försäkringskassan svarade inte',
              means: 'Ett nytt försök görs klockan 11.00.',
              checkedBy: 'Kontrollerat av handläggare 26 november, 10.15',
            },
            {
              id: 'p3',
              text: 'Barnbidraget står inte i ansökan',
              means: 'Hämtat från Försäkringskassan. Inget att göra.',
              info: true,
            },
          ]}
        />
      </Prov>
      <Prov
        id="beslutsrad"
        title="Beslutsraden"
        when="Längst ned i ärendet. Det negativa utfallet är aldrig ett klick bort."
        code={
          '<DecisionBar outcome="Bifall" amount={kr(491300)} left="1 sak kvar"><Button kind="go">Granska och besluta</Button></DecisionBar>'
        }
        bench
        flush
      >
        <DecisionBar
          outcome="Bifall, utbetalas 30 november"
          amount={kr(491300)}
          left="1 sak kvar att ta ställning till"
        >
          <Button kind="quiet" type="button">
            Annat beslut
          </Button>
          <Button type="button">Begär komplettering</Button>
          <Button kind="go" type="button">
            Granska och besluta
          </Button>
        </DecisionBar>
      </Prov>
    </Part>
  );
}

function Diagram() {
  return (
    <Part
      id="diagram"
      lead="En mening säger vad man ser. Namnen står vid linjerna, mönster och form skiljer dem åt även utan färg, och siffrorna finns i en tabell."
    >
      <Prov
        id="linjer"
        title="Linjer"
        when="Ritas på servern, utan skript. Högst fyra serier."
        code={
          '<LineChart id="mer-lon" caption="…" series={serier} x={…} y={…} mark={{ x: 1048000, label: "din lön nu" }} />'
        }
      >
        <LineChart
          id="mer-lon"
          caption="Tjänar du 1 000 kr mer har du 250 kr mer att leva på, tills biståndet tar slut vid en lön på ungefär 17 300 kr."
          series={provChart}
          x={{ label: 'Lön efter skatt, kr i månaden', format: belopp }}
          y={{ label: 'Kronor i månaden', format: belopp }}
          mark={{ x: 1048000, label: 'din lön nu' }}
        />
      </Prov>
      <Prov
        id="fyra-linjer"
        title="Fyra serier och ett dolt värde"
        when="Det som är färre än fem visas inte. Linjen bryts, och tabellen säger ”färre än 5”."
        code={'<LineChart missing="färre än 5" series={fyra} … />'}
      >
        <LineChart
          id="fyra"
          missing="färre än 5"
          caption="Hushåll med bistånd har blivit färre sedan januari, mest bland par med barn."
          series={[
            { name: 'Ensamma', points: [1, 2, 3, 4, 5, 6].map((x, i) => ({ x, y: 412 - i * 6 })) },
            { name: 'Ensamma med barn', points: [1, 2, 3, 4, 5, 6].map((x, i) => ({ x, y: 251 - i * 9 })) },
            { name: 'Par med barn', points: [1, 2, 3, 4, 5, 6].map((x, i) => ({ x, y: 198 - i * 17 })) },
            { name: 'Par utan barn', points: [1, 2, 3, 4, 5, 6].map((x, i) => ({ x, y: x === 3 ? null : 31 - i })) },
          ]}
          x={{ label: 'Månad 2026', format: (m) => ['', 'jan', 'feb', 'mar', 'apr', 'maj', 'jun'][m] ?? '' }}
          y={{ label: 'Hushåll', format: String }}
        />
      </Prov>
      <Prov
        id="band"
        title="En linje med osäkerhet"
        when="Bandet visar var värdet kan ligga. Det har en egen kant, så att det syns i svartvitt."
        code={'<LineChart interval="95 % konfidensintervall" series={[{ points: [{ x, y, low, high }] }]} … />'}
      >
        <LineChart
          id="med-band"
          interval="95 % konfidensintervall"
          caption="Efter ett år har 34 procent kommit tillbaka, någonstans mellan 29 och 39 procent."
          series={[
            {
              name: 'Har kommit tillbaka',
              step: true,
              points: [0, 3, 6, 9, 12].map((x, i) => ({
                x,
                y: [0, 12, 21, 28, 34][i]!,
                low: [0, 9, 17, 23, 29][i]!,
                high: [0, 15, 25, 33, 39][i]!,
              })),
            },
          ]}
          x={{ label: 'Månader efter slutet', format: String }}
          y={{ label: 'Procent', format: String }}
        />
      </Prov>
      <Prov
        id="staplar"
        title="Grupperade staplar"
        when="Jämför grupper. Varje serie har ett eget mönster, talet står vid stapeln och strecket visar osäkerheten."
        code={'<BarChart series={["Kvinnor", "Män"]} groups={grupper} interval="95 % konfidensintervall" … />'}
      >
        <BarChart
          id="grupper"
          caption="Fler män än kvinnor får ett automatiskt beslut bland ensamma utan barn; för de andra går det inte att säga."
          series={['Kvinnor', 'Män']}
          groups={[
            {
              name: 'Ensamma utan barn',
              bars: [
                { value: 41, low: 37, high: 45 },
                { value: 52, low: 48, high: 56 },
              ],
            },
            { name: 'Ensamma med barn', bars: [{ value: 33, low: 27, high: 39 }, { value: null }] },
            {
              name: 'Par med barn',
              bars: [
                { value: 28, low: 20, high: 36 },
                { value: 30, low: 22, high: 38 },
              ],
            },
          ]}
          value={{ label: 'Procent', format: String }}
          groupLabel="Hushåll"
          missing="skyddas"
          interval="95 % konfidensintervall"
        />
      </Prov>
      <Prov
        id="fordelning"
        title="Fördelning"
        when="Hur många som ligger var. En klass som skyddas är streckad."
        code={'<Histogram bins={klasser} marks={[{ x: 0, label: "ingen skillnad" }]} … />'}
      >
        <Histogram
          id="fordelningen"
          caption="De flesta hushåll får mellan 0 och 500 kronor mer i månaden."
          bins={[
            { from: -1000, to: -500, count: null },
            { from: -500, to: 0, count: 35 },
            { from: 0, to: 500, count: 210 },
            { from: 500, to: 1000, count: 90 },
            { from: 1000, to: 1500, count: 15 },
          ]}
          marks={[{ x: 0, label: 'ingen skillnad' }]}
          x={{ label: 'Skillnad, kr i månaden', format: (n) => String(n).replace('-', '−') }}
          y={{ label: 'Hushåll', format: String }}
          missing="skyddas"
        />
      </Prov>
    </Part>
  );
}

function Lagen() {
  return (
    <Part id="lagen" lead="Varje lista och formulär har fyra lägen: tomt, på väg, fel och klart.">
      <Prov
        id="tomt"
        title="Tomt"
        when="Säger vad man gör först."
        code={'<Empty heading="Du har inga beslut än"><p>…</p></Empty>'}
      >
        <Empty heading="Du har inga beslut än">
          <p>
            När du har ansökt och vi har beslutat finns beslutet här. <a href="#tomt">Ansök om ekonomiskt bistånd</a>
          </p>
        </Empty>
      </Prov>
      <Prov
        id="vag"
        title="På väg"
        when="Texten genast, de grå raderna efter 300 millisekunder."
        code={'<Loading>Hämtar svar från Försäkringskassan …</Loading>'}
      >
        <Loading>Hämtar svar från Försäkringskassan …</Loading>
      </Prov>
      <Prov
        id="gickfel"
        title="Fel"
        when="Vad som hände, vad som är kvar och vad man gör."
        code={'<ErrorState heading="Vi kunde inte hämta dina meddelanden"><p>…</p></ErrorState>'}
      >
        <ErrorState heading="Vi kunde inte hämta dina meddelanden">
          <p>Inget har försvunnit. Försök igen om en stund, eller ring 0000-12 34 56.</p>
          <Button type="button">Försök igen</Button>
        </ErrorState>
      </Prov>
      <Prov
        id="klart"
        title="Klart"
        when="Vad som hände och vad som händer sedan."
        code={'<Notice kind="ok" heading="…" live>…</Notice>'}
      >
        <Notice kind="ok" heading="Din ansökan är skickad">
          <p>Du får svar senast fredag 27 november klockan 14.33. Du kan stänga sidan.</p>
        </Notice>
      </Prov>
    </Part>
  );
}

function Ramar({ scheme }: { scheme: ColorScheme | undefined }) {
  const query = scheme === undefined ? '' : `?farg=${scheme === 'dark' ? 'mork' : 'ljus'}`;
  const frames = [
    { href: '/stil/exempel/beslut?farg=ljus', title: 'Ett beslut, 390 punkter, ljust' },
    { href: '/stil/exempel/beslut?farg=mork', title: 'Ett beslut, 390 punkter, mörkt' },
    { href: '/stil/exempel/beslut?visning=utskrift', title: 'Ett beslut, som på papper' },
    { href: `/stil/exempel/fraga-fel${query}`, title: 'En fråga med fel, 390 punkter' },
  ];
  return (
    <Part id="ramar" lead="Delarna tillsammans, på en telefon, i mörker och på papper.">
      <ul class="prov ramar-list">
        {Object.entries(exempel).map(([name, { title }]) => (
          <li>
            <a href={`/stil/exempel/${name}${query}`}>{title}</a> ·{' '}
            <a href={`/stil/exempel/${name}?visning=utskrift`}>
              som på papper<span class="vh">: {title}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="ramar prov">
        {frames.map((frame) => (
          <figure>
            <figcaption>{frame.title}</figcaption>
            <iframe src={frame.href} title={frame.title} loading="lazy" width="390" height="704"></iframe>
          </figure>
        ))}
      </div>
      <div class="prov">
        <iframe
          class="ram-bred"
          src={`/stil/exempel/arende${query}`}
          title="Ett ärende i handläggarens yta"
          loading="lazy"
        ></iframe>
      </div>
    </Part>
  );
}

function Stil({ scheme }: { scheme: ColorScheme | undefined }) {
  const choices = [
    { href: '/stil', label: 'Som systemet', current: scheme === undefined },
    { href: '/stil?farg=ljus', label: 'Ljust', current: scheme === 'light' },
    { href: '/stil?farg=mork', label: 'Mörkt', current: scheme === 'dark' },
  ];
  return (
    <Dokument title="Stilguide – Stegvis" density="citizen" colorScheme={scheme} style="stil.css" script="workbench.js">
      <header class="cz-head stil-page">
        <div class="wrap">
          <a class="brand" href="/stil">
            <Logo />
            <span>
              <b>Stegvis</b>
              <span>Stilguide</span>
            </span>
          </a>
          <div class="cz-tools">
            <Tabs label="Färger" items={choices} />
          </div>
        </div>
      </header>
      <main id="innehall" class="wrap cz-main stil-page" tabindex={-1}>
        <div class="stil">
          <nav class="stil-toc noprint" aria-label="Delar">
            <ul>
              {parts.map((part) => (
                <li>
                  <a href={`#${part.id}`}>{part.title}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            <h1>Stilguide</h1>
            <p class="lead">
              För människor som har det svårt just nu, och för den som har fyrtio ärenden. Varje del nedan är den
              riktiga, med sina lägen och den rad kod som ger den.
            </p>
            <Grund scheme={scheme} />
            <Skriva />
            <Fel />
            <Hitta />
            <Visa />
            <BeslutPart />
            <Arbetsyta />
            <Diagram />
            <Lagen />
            <Ramar scheme={scheme} />
          </div>
        </div>
      </main>
      <KeyboardHelp more={[{ keys: ['T'], does: 'ta ärendet' }]} />
    </Dokument>
  );
}

const schemes: Record<string, ColorScheme> = { ljus: 'light', mork: 'dark' };

/**
 * The living style guide: `/stil` and the sample pages it frames. Mount with `app.route('/', stil)`. `?farg=ljus|mork`
 * chooses a colour scheme, `?visning=utskrift` shows a sample as it prints.
 */
export const stil = new Hono()
  .get('/stil', (c) => c.html(html`${raw('<!doctype html>')}${<Stil scheme={schemes[c.req.query('farg') ?? '']} />}`))
  .get('/stil/exempel/:namn', async (c) => {
    const name = c.req.param('namn');
    if (!Object.hasOwn(exempel, name)) return c.notFound();
    const page = exempel[name as keyof typeof exempel].page({ colorScheme: schemes[c.req.query('farg') ?? ''] });
    const text = `<!doctype html>${await Promise.resolve(page.toString())}`;
    if (c.req.query('visning') !== 'utskrift') return c.html(text);
    const paper = (['citizen', 'workbench'] as const).reduce(
      (out, density) => out.replace(assetPath(`${density}.css`), assetPath(`${density}-paper.css`)),
      text,
    );
    return c.html(paper);
  });
