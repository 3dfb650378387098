import { type Automatikläge, beloppstext, fårLäsaIvo, LÄGESNAMN, type Lägesbyte } from '@stegvis/casework';
import {
  Actions,
  Button,
  ErrorSummary,
  Facts,
  Notice,
  Table,
  Tabs,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Automatikbild } from './automatik-port.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import type { Medarbetare } from './port.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

export const AUTOMATIK = '/handlaggning/automatik';

/** The pages about how automation is governed, as tabs. */
export type Styrflik =
  | 'lage'
  | 'skugga'
  | 'granska'
  | 'raknare'
  | 'delegation'
  | 'anmalan'
  | 'installningar'
  | 'ivo'
  | 'problem'
  | 'ovning';

/** The tabs of the pages about how automation is governed. */
export function Styrningsflikar({ flik, who, övning }: { flik: Styrflik; who: Medarbetare; övning: boolean }) {
  const items: [Styrflik, string, string][] = [
    ['lage', AUTOMATIK, 'Läge'],
    ['skugga', `${AUTOMATIK}/skugga`, 'Skuggläge'],
    ['granska', `${AUTOMATIK}/granska`, 'Granska'],
    ['raknare', `${AUTOMATIK}/raknare`, 'Räknare'],
    ['delegation', '/handlaggning/delegation', 'Delegationsordning'],
    ['anmalan', '/handlaggning/delegation/anmalan', 'Anmälan'],
    ['installningar', '/handlaggning/installningar', 'Inställningar'],
    ...(fårLäsaIvo(who) ? [['ivo', '/handlaggning/ivo', 'IVO'] as [Styrflik, string, string]] : []),
    ...(who.roller.includes('administrator')
      ? [['problem', '/handlaggning/problem/lista', 'Problem'] as [Styrflik, string, string]]
      : []),
    ...(övning ? [['ovning', '/handlaggning/ovning', 'Övning'] as [Styrflik, string, string]] : []),
  ];
  return (
    <Tabs
      label="Styrning av automatiken"
      items={items.map(([id, href, label]) => ({ href, label, current: id === flik }))}
    />
  );
}

const LÄGESTEXT: Readonly<Record<Automatikläge, string>> = {
  av: 'Inget beslutas automatiskt. Handläggare beslutar allt.',
  skugga: 'Automatiken räknar och föreslår, men människor beslutar. Besluten jämförs med förslagen.',
  pa: 'Hela bifall beslutas automatiskt när inget stoppar. En andel granskas.',
};

/** How far automation goes: mode, agreement, and what has been changed by whom. */
export function automatikSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.automatik(who);
    if (!bild) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Automatiska beslut',
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Styrningsflikar flik="lage" who={who} övning={kontext.port.övning !== undefined} />
          <ErrorSummary errors={skrivet.fel} />
          <div class="wb-title">
            <h1>Automatiska beslut</h1>
            <Tag kind={bild.läge === 'pa' ? 'ok' : bild.läge === 'skugga' ? 'brand' : 'neutral'}>
              {LÄGESNAMN[bild.läge]}
            </Tag>
          </div>
          <p>{LÄGESTEXT[bild.läge]}</p>
          {bild.inställningar ? null : (
            <Notice kind="attention" level={2} heading="Inställningarna går inte att läsa">
              <p>
                Därför är ingenting automatiskt.{' '}
                <a href="/handlaggning/installningar/automatik">Spara inställningarna</a>.
              </p>
            </Notice>
          )}
          <Facts items={fakta(bild)} />
          {bild.väntande ? <Väntande byte={bild.väntande} bild={bild} who={who} skrivet={skrivet} /> : null}
          <Byt bild={bild} skrivet={skrivet} />
          <Historia byten={bild.byten} />
        </div>
      ),
    });
  };

  app.get('/automatik', (c) => show(c));

  app.post('/automatik/lage', async (c) => {
    const fält = await formfält(c);
    const till = (['av', 'skugga', 'pa'] as const).find((l) => l === fält['till']);
    if (!till) return show(c, { fel: [{ id: 'skal', text: 'Välj vilket läge.' }], fält });
    const result = await kontext.port.bytLäge(medarbetare(kontext, c), { till, skäl: fält['skal'] ?? '' });
    return result.ok ? c.redirect(AUTOMATIK, 303) : show(c, { fel: vägran(result.refusal, (f) => f, 'skal'), fält });
  });

  app.post('/automatik/lage/svar', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.avgörLäge(medarbetare(kontext, c), {
      id: fält['id'] ?? '',
      svar: fält['svar'] === 'bekrafta' ? 'bekrafta' : 'avboj',
      skäl: fält['avbojskal'] ?? '',
    });
    return result.ok
      ? c.redirect(AUTOMATIK, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'avbojskal'), fält });
  });
}

function fakta({ överensstämmelse: ö, styrning, sedan, inställningar, ogranskade, attÅtgärda, läge }: Automatikbild) {
  return [
    ...(läge === 'skugga'
      ? [
          {
            name: 'Lika besluten',
            value: ö.procent === undefined ? 'Inget prövat än' : `${ö.procent} % (${ö.lika} av ${ö.prövade})`,
          },
          { name: 'Väntar på beslut', value: String(ö.vantar) },
          { name: 'Mätt sedan', value: sedan ? tidpunkt(sedan) : 'från början' },
        ]
      : []),
    { name: 'Krav för att slå på', value: `${styrning.övergång.procent} %, minst ${styrning.övergång.minst} beslut` },
    ...(inställningar
      ? [
          { name: 'Högsta belopp', value: beloppstext(inställningar.högstaBelopp) },
          {
            name: 'Granskas',
            value: `${inställningar.granskning.procent} %, ${inställningar.granskning.när === 'fore-beslut' ? 'före' : 'efter'} beslutet`,
          },
        ]
      : []),
    { name: 'Att granska', value: <a href={`${AUTOMATIK}/granska`}>{String(ogranskade)}</a> },
    { name: 'Fel att åtgärda', value: <a href={`${AUTOMATIK}/granska`}>{String(attÅtgärda)}</a> },
  ];
}

function Väntande(p: { byte: Lägesbyte; bild: Automatikbild; who: Medarbetare; skrivet: Skrivet }) {
  const { byte } = p;
  const eget = byte.föreslaget.av.id === p.who.id;
  return (
    <section class="panel stack" aria-labelledby="vantar">
      <h2 id="vantar">Förslag att slå på automatiken</h2>
      <p>
        {byte.föreslaget.av.namn} föreslog det {tidpunkt(byte.föreslaget.tid)}: {byte.skäl}
      </p>
      <p>
        Då var {String(byte.underlag.lika)} av {String(byte.underlag.prövade)} beslut lika förslagen. Det prövas igen
        när någon bekräftar.
      </p>
      <form method="post" action={`${AUTOMATIK}/lage/svar`} class="stack-s">
        <input type="hidden" name="id" value={byte.id} />
        <TextField
          name="avbojskal"
          label={eget ? 'Varför du tar tillbaka förslaget' : 'Varför, om du avböjer'}
          value={p.skrivet.fält['avbojskal']}
          error={felFör(p.skrivet, 'avbojskal')}
        />
        <Actions>
          {eget ? null : (
            <Button kind="go" name="svar" value="bekrafta">
              Bekräfta och slå på
            </Button>
          )}
          <Button kind="neutral" name="svar" value="avboj">
            {eget ? 'Ta tillbaka förslaget' : 'Avböj'}
          </Button>
        </Actions>
        {eget ? <p class="muted">En annan person bekräftar. En av er ska vara enhetschef.</p> : null}
      </form>
    </section>
  );
}

function Byt({ bild, skrivet }: { bild: Automatikbild; skrivet: Skrivet }) {
  const { läge, brister, väntande } = bild;
  return (
    <section class="panel stack" aria-labelledby="byt">
      <h2 id="byt">Ändra läge</h2>
      {läge === 'skugga' && brister.length > 0 ? (
        <Notice heading="Automatiken kan inte slås på än">
          <ul>
            {brister.map((b) => (
              <li>{b}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <form method="post" action={`${AUTOMATIK}/lage`} class="stack-s">
        <Textarea
          name="skal"
          label="Varför ändras läget?"
          rows={3}
          value={skrivet.fält['skal']}
          error={felFör(skrivet, 'skal')}
        />
        <Actions>
          {läge === 'skugga' && brister.length === 0 && !väntande ? (
            <Button kind="go" name="till" value="pa">
              Föreslå att slå på
            </Button>
          ) : null}
          {läge === 'skugga' ? null : (
            <Button kind="neutral" name="till" value="skugga">
              {läge === 'pa' ? 'Gå tillbaka till skuggläge' : 'Börja med skuggläge'}
            </Button>
          )}
          {läge === 'av' ? null : (
            <Button kind="neutral" name="till" value="av">
              Stäng av nu
            </Button>
          )}
        </Actions>
      </form>
      <p class="muted small">
        Att stänga av gäller genast och kan göras av en person. Att slå på kräver skuggläge, den överensstämmelse
        nämnden bestämt och två personer.
      </p>
    </section>
  );
}

const STATUS = { vantar: 'Väntar', genomfort: 'Genomfört', avbojt: 'Avböjt' } as const;

function Historia({ byten }: { byten: readonly Lägesbyte[] }) {
  if (byten.length === 0) return <p class="muted">Läget har inte ändrats än.</p>;
  return (
    <section class="stack-s" aria-labelledby="byten-h">
      <h2 id="byten-h">Ändringar av läget</h2>
      <Table
        id="lagesbyten"
        caption="Ändringar av läget"
        captionHidden
        narrow="list"
        columns={[
          { head: 'När' },
          { head: 'Ändring' },
          { head: 'Vem' },
          { head: 'Skäl' },
          { head: 'Lika då', num: true },
          { head: 'Status' },
        ]}
        rows={byten.map((b) => [
          tidpunkt(b.föreslaget.tid),
          `${LÄGESNAMN[b.från]} → ${LÄGESNAMN[b.till]}`,
          b.avgjort && b.avgjort.av.id !== b.föreslaget.av.id
            ? `${b.föreslaget.av.namn}, sedan ${b.avgjort.av.namn}`
            : b.föreslaget.av.namn,
          b.avgjort?.skäl ? `${b.skäl} (${b.avgjort.skäl})` : b.skäl,
          `${b.underlag.lika} av ${b.underlag.prövade}`,
          STATUS[b.status],
        ])}
      />
    </section>
  );
}
