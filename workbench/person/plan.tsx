import {
  dagFör,
  flyttaDag,
  type Genomförandeplan,
  gällandePlan,
  isovecka,
  PLANLÄGEN,
  PLANOMRÅDEN,
  type Planområde,
  type Planväg,
  passIOrd,
  passtimmar,
  planensTimmar,
  planskillnad,
  veckodag,
  öppenPlan,
} from '@stegvis/casework';
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
  Notice,
  Panel,
  RadioGroup,
  SumLine,
  Tag,
  Textarea,
  TextField,
  TimeBands,
  tidpunkt,
  WeekGrid,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';
import { läsPlanformulär, Planformulär, planfält } from './plan-formular.tsx';
import type { Planbild } from './plan-port.ts';

const HUR: Readonly<Record<Planväg['hur'], string>> = {
  'egen-sida': 'på sin egen sida',
  papper: 'på papper',
  samtal: 'i ett samtal',
};

const VECKODAGAR = ['Mån', 'Tis', 'Ons', 'Tors', 'Fre', 'Lör', 'Sön'];

/** The person's plan: what is done side by side, the hours, the goal in her words, and every version. */
export function plansida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.planbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    return visaPerson(c, kontext, {
      huvud,
      title: 'Plan',
      flik: 'plan',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} skrivet={skrivet} idag={kontext.port.idag()} bas={bas(c)} />,
    });
  };
  app.get('/person/:person/plan', (c) => show(c));
  app.post('/person/:person/plan', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = c.req.param('person');
    const bild = await väg.planbild(who, id);
    if (!bild) return ingenPerson(c, kontext);
    const gor = fält['gor'] ?? '';
    const mer = planfält(gor, fält, bild.insatser, bild.anvisningar);
    if (mer) return show(c, { fel: [], fält: mer });
    const result = await gör(kontext, who, id, gor, fält);
    if (result.ok) return c.redirect(bas(c), 303);
    const version = 'version' in result ? { version: String(result.version) } : {};
    return show(c, { fel: result.fel, fält: { ...fält, ...version } }, 422);
  });
  app.get('/person/:person/plan/:nummer{[0-9]+}/pdf', async (c) => {
    const { person, nummer } = c.req.param();
    const pdf = await väg.planPdf(medarbetare(kontext, c), person, { nummer, samtycke: c.req.query('samtycke') });
    if (!pdf) return ingenPerson(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan.pdf"',
    });
  });
}

const bas = (c: Context) => `/handlaggning/person/${c.req.param('person')}/plan`;

async function gör(kontext: Sidkontext, who: ReturnType<typeof medarbetare>, id: string, gor: string, f: Fält) {
  const { väg } = kontext.port;
  const hur = (f['hur'] ?? '') as Planväg['hur'];
  const språk = (f['sprak'] ?? '').trim() || undefined;
  const nej = (fel: Skrivet['fel']) => ({ ok: false as const, fel });
  switch (gor) {
    case 'starta':
      return utfall(await väg.startaPlan(who, id), 'plan');
    case 'spara':
    case 'spara-och-lamna': {
      const läst = läsPlanformulär(f);
      if (!läst.ok) return nej(läst.fel);
      if (gor === 'spara-och-lamna' && !(hur in HUR))
        return nej([{ id: 'hur', text: 'Välj hur personen får planen.' }]);
      const version = Number(f['version']);
      const sparat = utfall(await väg.skrivPlan(who, id, läst.innehåll, version), 'poster', läst.plats);
      if (!sparat.ok || gor === 'spara') return sparat;
      const lämnat = utfall(await väg.lämnaPlan(who, id, { hur, språk }), 'poster', läst.plats);
      return lämnat.ok ? lämnat : { ...lämnat, version: version + 1 };
    }
    case 'aterta':
      return utfall(await väg.återtaPlan(who, id), 'plan');
    case 'svar':
      if (f['instammer'] !== 'ja' && f['instammer'] !== 'nej')
        return nej([{ id: 'instammer', text: 'Välj vad personen svarade.' }]);
      if (hur !== 'papper' && hur !== 'samtal') return nej([{ id: 'hur', text: 'Välj hur personen svarade.' }]);
      return utfall(
        await väg.noteraPlansvar(who, id, {
          instämmer: f['instammer'] === 'ja',
          synpunkt: f['synpunkt'] ?? '',
          hur,
          språk,
        }),
        'instammer',
      );
    case 'avsluta':
      return utfall(await väg.avslutaPlan(who, id, f['skal'] ?? ''), 'skal');
    default:
      return nej([{ id: 'plan', text: 'Välj vad du vill göra.' }]);
  }
}

function utfall(
  result: Awaited<ReturnType<Sidkontext['port']['väg']['startaPlan']>>,
  annars: string,
  plats: (fält: string) => string = (fält) => fält,
) {
  return result.ok ? { ok: true as const } : { ok: false as const, fel: vägran(result.refusal, plats, annars) };
}

interface Del {
  readonly bild: Planbild;
  readonly skrivet: Skrivet;
  readonly idag: string;
  readonly bas: string;
}

function Innehåll(del: Del) {
  const { bild, skrivet, idag } = del;
  const gäller = gällandePlan(bild.planer);
  const öppen = öppenPlan(bild.planer);
  return (
    <div class="stack-l" id="plan">
      <ErrorSummary errors={[...skrivet.fel]} />
      <div class="stack-s">
        <h1>Plan</h1>
        <Fakta bild={bild} />
      </div>
      {öppen?.status === 'utkast' ? <Planformulär plan={öppen} bild={bild} skrivet={skrivet} action={del.bas} /> : null}
      {öppen?.status === 'lamnad' ? <Väntar {...del} plan={öppen} /> : null}
      {gäller ? (
        <Gällande plan={gäller} bild={bild} idag={idag} bas={del.bas} />
      ) : öppen ? null : (
        <Empty heading="Personen har ingen plan" level={2}>
          <p>Alla får en plan från första dagen. Ett mål med personens egna ord räcker för att börja.</p>
        </Empty>
      )}
      {öppen ? null : (
        <form method="post" action={del.bas}>
          <Button kind="go" name="gor" value="starta">
            {gäller ? 'Gör en ny version' : 'Börja en plan'}
          </Button>
        </form>
      )}
      {gäller && gäller.status !== 'lamnad' ? <Avsluta {...del} /> : null}
      <Versioner bild={bild} bas={del.bas} />
    </div>
  );
}

function Fakta({ bild }: { bild: Planbild }) {
  const gäller = gällandePlan(bild.planer);
  const { antal, högst, år } = bild.uppehållsveckor;
  return (
    <Facts
      items={[
        { name: 'Läge', value: gäller ? `${PLANLÄGEN[gäller.status]}, version ${gäller.nummer}` : 'Ingen plan gäller' },
        { name: 'Spår', value: bild.spår?.namn ?? 'Inget spår' },
        { name: 'Krav', value: bild.krav ? `${tal(bild.krav.timmarPerVecka)} timmar i veckan` : 'Inget krav' },
        {
          name: 'Nästa uppföljning',
          value: gäller?.nästaUppföljning ? kortDatum(gäller.nästaUppföljning) : 'Inte bestämd',
        },
        { name: `Uppehåll ${år}`, value: `${antal} av ${högst} veckor` },
      ]}
    />
  );
}

function Gällande({ plan, bild, idag, bas }: { plan: Genomförandeplan; bild: Planbild; idag: string; bas: string }) {
  return (
    <section class="stack-l" aria-labelledby="galler">
      <div class="stack-s">
        <h2 id="galler">Mål med personens egna ord</h2>
        {plan.mål.map((m) => (
          <p class="lead">
            ”{m.text}” <span class="muted">Senast {kortDatum(m.senast)}</span>
          </p>
        ))}
        <Svaret plan={plan} />
        <p class="noprint">
          <LinkButton href={`${bas}/${plan.nummer}/pdf`} kind="neutral">
            Planen som PDF
          </LinkButton>
        </p>
      </div>
      <div class="wb-cols wb-cols--side">
        <div class="stack-l">
          <Veckan plan={plan} idag={idag} />
          {plan.poster.length > 0 ? (
            <section class="stack-s" aria-labelledby="parallellt">
              <h2 id="parallellt">Parallella spår</h2>
              <TimeBands
                id="parallella-spar"
                caption={`Det som pågår samtidigt, ${kortDatum(plan.från)} till ${kortDatum(plan.till)}. Söka arbete ${tal(plan.jobbsökartimmar)} timmar i veckan hela tiden.`}
                groups={områden(plan)}
                from={plan.från}
                to={plan.till}
                today={{ day: idag, label: 'I dag' }}
                heads={{ table: 'Samma som tabell', group: 'Område', what: 'Vad', from: 'Från', to: 'Till' }}
              />
            </section>
          ) : null}
        </div>
        <aside class="stack-l">
          <Timmarna plan={plan} bild={bild} idag={idag} />
        </aside>
      </div>
    </section>
  );
}

function Svaret({ plan }: { plan: Genomförandeplan }) {
  if (!plan.svar) return <p>Personen har inte svarat än.</p>;
  const { instämmer, hur, språk, av, tid } = plan.svar;
  return (
    <>
      <p>
        {instämmer ? 'Personen håller med om planen.' : 'Personen håller inte med om allt. Planen gäller ändå.'} Svarade{' '}
        {HUR[hur]} {tidpunkt(tid)}
        {språk ? `, ${språk}` : ''}
        {av ? `. Noterat av ${av}.` : '.'}
      </p>
      {plan.synpunkt ? (
        <>
          <h3>Personens synpunkt</h3>
          <blockquote class="preline">”{plan.synpunkt}”</blockquote>
        </>
      ) : null}
    </>
  );
}

function Veckan({ plan, idag }: { plan: Genomförandeplan; idag: string }) {
  const vecka = isovecka(idag);
  const dagar = Array.from({ length: 7 }, (_, i) => flyttaDag(vecka.från, i));
  const uppehåll = plan.uppehåll.find((u) => u.från <= vecka.från && vecka.till <= u.till);
  const rader = dagar.map((dag) => ({
    dag,
    pass: (uppehåll ? [] : plan.poster)
      .filter((p) => p.från <= dag && dag <= p.till)
      .flatMap((p) =>
        p.pass.filter((x) => x.veckodag === veckodag(dag)).map((pass) => ({ namn: p.namn, område: p.område, pass })),
      )
      .sort((a, b) => a.pass.från.localeCompare(b.pass.från)),
  }));
  return (
    <section class="stack-s" aria-labelledby="veckan">
      <h2 id="veckan">Vecka {vecka.nummer}</h2>
      {uppehåll ? <p>Uppehåll: {uppehåll.skäl}</p> : null}
      <WeekGrid
        todayText="i dag"
        days={rader
          .filter(({ dag, pass }) => veckodag(dag) <= 5 || pass.length > 0)
          .map(({ dag, pass }) => ({
            head: `${VECKODAGAR[veckodag(dag) - 1]} ${Number(dag.slice(8))}`,
            today: dag === idag,
            empty: uppehåll ? 'Uppehåll' : 'Inget bestämt',
            items: pass.map(({ namn, område, pass: p }) => ({
              name: namn,
              when: `${p.från}–${p.till}, ${tal(passtimmar(p))} h${p.plats ? `, ${p.plats}` : ''}`,
              kind: område,
            })),
          }))}
      />
      {plan.jobbsökartimmar > 0 ? <p>Söka arbete, {tal(plan.jobbsökartimmar)} timmar, lägger personen själv.</p> : null}
    </section>
  );
}

function Timmarna({ plan, bild, idag }: { plan: Genomförandeplan; bild: Planbild; idag: string }) {
  const dag = idag < plan.från ? plan.från : idag > plan.till ? plan.till : idag;
  const timmar = planensTimmar(plan, dag);
  const poster = plan.poster.filter((p) => p.från <= dag && dag <= p.till);
  return (
    <Panel>
      <h2>Timmar i veckan</h2>
      <Lines>
        {poster.map((p) => (
          <Line
            amount={`${tal(p.timmarPerVecka)} h`}
            note={[p.ansvarig, p.krävs ? 'ingår i kravet' : ''].filter(Boolean).join(', ')}
          >
            {p.namn}
          </Line>
        ))}
        <Line amount={`${tal(timmar.sökaArbete)} h`} note="12 kap. 4 e § socialtjänstlagen">
          Söka arbete
        </Line>
        <SumLine amount={`${tal(timmar.tillsammans)} h`}>Tillsammans</SumLine>
      </Lines>
      {bild.krav ? (
        <p>
          {timmar.krävda >= bild.krav.timmarPerVecka ? (
            <Tag kind="ok">Hela kravet har aktiviteter</Tag>
          ) : (
            <Tag kind="attention">
              {tal(timmar.krävda)} av {tal(bild.krav.timmarPerVecka)} krävda timmar har aktiviteter
            </Tag>
          )}
        </p>
      ) : null}
    </Panel>
  );
}

function Väntar({ plan, bild, skrivet, bas }: Del & { plan: Genomförandeplan }) {
  const fält = skrivet.fält;
  return (
    <section class="stack" aria-labelledby="vantar">
      <Notice kind="attention" level={2} heading="Planen väntar på personens svar">
        <p>
          Version {plan.nummer} lämnades {HUR[plan.lämnad!.hur]} {tidpunkt(plan.lämnad!.tid)}. Personen svarar på sin
          egen sida, eller så noterar du svaret här.
        </p>
      </Notice>
      <form class="stack" method="post" action={bas} novalidate>
        <h2 id="vantar">Notera personens svar</h2>
        <RadioGroup
          name="instammer"
          label="Vad svarade personen?"
          value={fält['instammer']}
          choices={[
            { value: 'ja', label: 'Håller med om planen' },
            { value: 'nej', label: 'Håller inte med om allt' },
          ]}
          error={felFör(skrivet, 'instammer')}
        />
        <Textarea
          name="synpunkt"
          label="Vad personen sade, med hens egna ord"
          hint="Det skrivs ned som det är. Håller personen inte med måste det stå vad det gäller."
          rows={3}
          value={fält['synpunkt'] ?? ''}
          error={felFör(skrivet, 'synpunkt')}
          optional
        />
        <RadioGroup
          name="hur"
          label="Hur svarade personen?"
          row
          value={fält['hur']}
          choices={[
            { value: 'papper', label: 'På papper' },
            { value: 'samtal', label: 'I ett samtal' },
          ]}
          error={felFör(skrivet, 'hur')}
        />
        <TextField
          name="sprak"
          label="Språk och tolk"
          hint="Till exempel: arabiska med tolk."
          value={fält['sprak']}
          optional
        />
        <div class="actions">
          <Button kind="go" name="gor" value="svar">
            Notera svaret
          </Button>
          <Button kind="quiet" name="gor" value="aterta">
            Ta tillbaka och ändra
          </Button>
        </div>
      </form>
      {gällandePlan(bild.planer)?.nummer === plan.nummer ? null : <Planinnehållet plan={plan} />}
    </section>
  );
}

function Avsluta({ skrivet, bas }: Del) {
  return (
    <Details summary="Avsluta planen utan en ny" open={felFör(skrivet, 'skal') !== undefined}>
      <form class="stack" method="post" action={bas} novalidate>
        <Textarea
          name="skal"
          label="Varför avslutas planen?"
          rows={2}
          value={skrivet.fält['skal'] ?? ''}
          error={felFör(skrivet, 'skal')}
        />
        <Button kind="neutral" name="gor" value="avsluta">
          Avsluta planen
        </Button>
      </form>
    </Details>
  );
}

function Versioner({ bild, bas }: { bild: Planbild; bas: string }) {
  const lämnade = bild.planer.filter((p) => p.status !== 'utkast');
  if (lämnade.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="versioner">
      <h2 id="versioner">Alla versioner</h2>
      {lämnade.map((plan) => (
        <Details
          summary={`Version ${plan.nummer}, lämnad ${kortDatum(dagFör(plan.lämnad!.tid))}: ${PLANLÄGEN[plan.status].toLowerCase()}`}
        >
          <div class="stack-s">
            <Skillnad plan={plan} planer={lämnade} />
            <Planinnehållet plan={plan} />
            {plan.avslutad ? <p>Avslutad: {plan.avslutad.skäl}</p> : null}
            <p class="noprint">
              <a href={`${bas}/${plan.nummer}/pdf`}>Version {plan.nummer} som PDF</a>
            </p>
          </div>
        </Details>
      ))}
    </section>
  );
}

/** What this version changed in the one before it. */
function Skillnad({ plan, planer }: { plan: Genomförandeplan; planer: readonly Genomförandeplan[] }) {
  const före = planer.find((p) => p.nummer < plan.nummer);
  if (!före) return null;
  const rader = planskillnad(före, plan);
  return (
    <>
      <h3>Ändrat sedan version {före.nummer}</h3>
      {rader.length === 0 ? (
        <p>Innehållet är detsamma.</p>
      ) : (
        <ul>
          {rader.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Planinnehållet({ plan }: { plan: Genomförandeplan }) {
  return (
    <div class="stack-s">
      <h3>Mål</h3>
      <ul>
        {plan.mål.map((m) => (
          <li>
            ”{m.text}” Senast {kortDatum(m.senast)}.
          </li>
        ))}
      </ul>
      <h3>Det här ingår</h3>
      <ul>
        {plan.poster.map((p) => (
          <li>
            <b>{p.namn}</b>, {tal(p.timmarPerVecka)} timmar i veckan, {kortDatum(p.från)} till {kortDatum(p.till)}.{' '}
            {p.pass.map(passIOrd).join(', ')}
            {p.pass.length > 0 ? '. ' : ''}Ansvarig: {p.ansvarig}.{p.krävs ? ' Ingår i kravet.' : ''}
          </li>
        ))}
        <li>Söka arbete, {tal(plan.jobbsökartimmar)} timmar i veckan.</li>
      </ul>
      {plan.uppehåll.length > 0 ? (
        <p>
          Uppehåll: {plan.uppehåll.map((u) => `${kortDatum(u.från)} till ${kortDatum(u.till)} (${u.skäl})`).join(', ')}.
        </p>
      ) : null}
    </div>
  );
}

function områden(plan: Genomförandeplan) {
  return (Object.keys(PLANOMRÅDEN) as Planområde[]).flatMap((område) => {
    const poster = plan.poster.filter((p) => p.område === område);
    return poster.length === 0
      ? []
      : [
          {
            name: PLANOMRÅDEN[område],
            bands: poster.map((p) => ({
              name: p.namn,
              detail: `${tal(p.timmarPerVecka)} h`,
              from: p.från,
              to: p.till,
            })),
          },
        ];
  });
}

const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
