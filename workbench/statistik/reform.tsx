import { REFORMDELAR, type Reformdel } from '@stegvis/rules';
import {
  barngruppsnamn,
  DELVAL,
  GRÄNSLÖST,
  HUSHÅLLSGRUPPER,
  type Hushållsgrupp,
  SKYDDAD,
  SKYDDAS,
  type SkyddadGrupp,
  type Skyddat,
  type SkyddatReformsvar,
  TYPHUSHÅLL,
  visaMått,
  visaTal,
} from '@stegvis/statistics';
import {
  Actions,
  BarChart,
  Breadcrumb,
  Button,
  CheckboxGroup,
  Empty,
  ErrorSummary,
  Facts,
  Histogram,
  kr,
  MoneyField,
  månad,
  Notice,
  RadioGroup,
  Select,
  Table,
  Tabs,
  TextField,
  TraceReader,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { finnsInte, Körningslista } from './korning.tsx';
import type { FöreEfter, Reformbild, Reformstart } from './reform-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

const REFORM = `${STATISTIK}/konsekvens/reform`;
const SMULA = { href: `${STATISTIK}/konsekvens`, label: 'Konsekvenser' };

/** Trying changed rules on households: the form, the result, the cases behind and one household before and after. */
export function reformsidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  const form = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, delar: readonly string[] = []) => {
    const who = medarbetare(kontext, c);
    const start = (await statistik.reformstart(who)) ?? { månader: [], syntetmånader: [] };
    const körningar = await statistik.körningar(who, 'reform');
    return visaStatistik(c, kontext, {
      title: 'Ändrade regler',
      flik: 'konsekvens',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb items={[SMULA]} here="Ändrade regler" />
          <ErrorSummary errors={skrivet.fel} />
          <h1>Ändrade regler</h1>
          <p class="lead">
            Räkna om hushållen som om reglerna vore andra. Det en handläggare har avgjort i ett ärende står kvar. Ingen
            beräkning eller något beslut ändras.
          </p>
          <Formulär start={start} skrivet={skrivet} delar={delar} />
          <section class="stack-s" aria-labelledby="senaste">
            <h2 id="senaste">Senaste körningarna</h2>
            <Körningslista körningar={körningar} />
          </section>
        </>
      ),
    });
  };
  app.get('/statistik/konsekvens/reform', (c) => form(c));
  app.post('/statistik/konsekvens/reform', async (c) => {
    const fält = await formfält(c);
    const delar = await kryssade(c, 'del');
    const result = await statistik.körReform(medarbetare(kontext, c), fält, delar);
    if (!result.ok) return form(c, { fält, fel: vägran(result.refusal, (f) => f, 'del') }, delar);
    return c.redirect(`${STATISTIK}/korning/${result.körning}`, 303);
  });

  app.get('/statistik/konsekvens/reform/:id', async (c) => {
    const bild = await statistik.reformresultat(medarbetare(kontext, c), c.req.param('id'));
    if (!bild) return finnsInte(c, kontext);
    return visaStatistik(c, kontext, {
      title: bild.val.namn,
      flik: 'konsekvens',
      children: <Resultat bild={bild} />,
    });
  });

  app.get('/statistik/konsekvens/reform/:id/fall', async (c) => {
    const id = c.req.param('id');
    const lista = await statistik.reformfall(medarbetare(kontext, c), id);
    if (!lista) return finnsInte(c, kontext);
    return visaStatistik(c, kontext, {
      title: 'Ärenden bakom siffrorna',
      flik: 'konsekvens',
      children: (
        <>
          <Breadcrumb
            items={[SMULA, { href: `${REFORM}/${id}`, label: lista.val.namn }]}
            here="Ärenden bakom siffrorna"
          />
          <h1>Ärenden bakom siffrorna</h1>
          <p>
            {lista.rader.length < lista.ändrade
              ? `De ${lista.rader.length} ärenden av ${lista.ändrade} som ändras mest, de som får mindre först.`
              : `${lista.ändrade} ärenden ändras. De som får mindre står först.`}{' '}
            Beloppen är per månad. Listan läses bara av den som får öppna ärenden, och det loggas.
          </p>
          {lista.rader.length === 0 ? (
            <Empty heading="Inget ärende ändras" level={2} />
          ) : (
            <Table
              id="fall"
              caption="Ärenden som ändras"
              captionHidden
              narrow="scroll"
              columns={[
                { head: 'Ärende' },
                { head: 'Före', sub: 'kr/mån', num: true },
                { head: 'Efter', sub: 'kr/mån', num: true },
                { head: 'Skillnad', sub: 'kr/mån', num: true },
              ]}
              rows={lista.rader.map((rad) => [
                rad.ansökan === '' ? (
                  'Skyddade personuppgifter'
                ) : (
                  <a href={`${REFORM}/${id}/hushall/${rad.ansökan}`}>{rad.namn}</a>
                ),
                kr(rad.före),
                kr(rad.efter),
                kr(rad.efter - rad.före),
              ])}
            />
          )}
        </>
      ),
    });
  });

  const ettHushåll = (c: Context, id: string, bild: FöreEfter | undefined) => {
    if (!bild) return finnsInte(c, kontext);
    return visaStatistik(c, kontext, {
      title: bild.rubrik,
      flik: 'konsekvens',
      children: <Hushåll id={id} bild={bild} visas={c.req.query('visa') === 'fore' ? 'fore' : 'efter'} />,
    });
  };
  app.get('/statistik/konsekvens/reform/:id/hushall/:ansokan', async (c) => {
    const { id, ansokan } = c.req.param();
    return ettHushåll(c, id, await statistik.reformhushåll(medarbetare(kontext, c), id, ansokan));
  });
  app.get('/statistik/konsekvens/reform/:id/exempel/:exempel', async (c) => {
    const { id, exempel } = c.req.param();
    return ettHushåll(c, id, await statistik.reformexempel(medarbetare(kontext, c), id, exempel));
  });
}

function Formulär({ start, skrivet, delar }: { start: Reformstart; skrivet: Skrivet; delar: readonly string[] }) {
  const { fält } = skrivet;
  const värde = (namn: string, annars = '') => fält[namn] ?? annars;
  const pengar = (name: string, label: string) => (
    <MoneyField name={name} label={label} value={värde(name)} error={felFör(skrivet, name)} />
  );
  const procent = (name: string, label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      value={värde(name)}
      width="4"
      inputmode="decimal"
      error={felFör(skrivet, name)}
    />
  );
  const fälten: Record<Reformdel['slag'], unknown> = {
    begransning: (
      <div class="stack-s">
        <p class="hint">
          Lagen säger att riksnormen ska begränsas från 2027 (12 kap. 7 a § socialtjänstlagen), men inte med hur mycket.
          Föreskriften med beloppen är inte beslutad. Skriv de belopp du vill pröva.
        </p>
        {pengar('begransning-4', 'Högst med fyra barn')}
        {pengar('begransning-5', 'Högst med fem barn')}
        {pengar('begransning-6', 'Högst med sex barn eller fler')}
      </div>
    ),
    'riksnorm-procent': procent(
      'riksnorm-procent',
      'Ändring i procent',
      'Plus eller minus, till exempel 3 eller −2. Varje belopp avrundas till tiotal kronor.',
    ),
    hyresgrans: (
      <div class="stack-s">
        {[1, 2, 3, 4, 5].map((n) => pengar(`hyra-${n}`, `Högst för ${n} ${n === 1 ? 'person' : 'personer'}`))}
        {pengar('hyra-fler', 'Tillägg för var och en utöver fem')}
      </div>
    ),
    'hyresgrans-procent': procent(
      'hyresgrans-procent',
      'Ändring i procent',
      'Plus eller minus på de gränser som kommunen har, till exempel −10.',
    ),
    jobbstimulans: procent('jobbstimulans', 'Procent av lönen som inte räknas', 'I dag 25.'),
  };
  const alla = [...new Set([...start.månader, ...start.syntetmånader])].sort().reverse();
  return (
    <form method="post" action={REFORM} class="stack" novalidate>
      <TextField
        name="namn"
        label="Vad ska körningen heta?"
        optional
        value={värde('namn')}
        error={felFör(skrivet, 'namn')}
      />
      <CheckboxGroup
        name="del"
        label="Vad ändras?"
        values={delar}
        error={felFör(skrivet, 'del')}
        choices={DELVAL.map((slag) => ({ value: slag, label: REFORMDELAR[slag], reveal: fälten[slag] as never }))}
      />
      <RadioGroup
        name="vem"
        label="Vem ändrar?"
        unsettable={false}
        value={värde('vem', 'staten')}
        error={felFör(skrivet, 'vem')}
        choices={[
          { value: 'staten', label: 'Staten', hint: 'Kan ändra allt i listan.' },
          { value: 'kommunen', label: 'Kommunen', hint: 'Kan bara ändra sina gränser för boendekostnaden.' },
        ]}
      />
      <RadioGroup
        name="kalla"
        label="Vilka hushåll?"
        unsettable={false}
        value={värde('kalla', start.månader.length > 0 ? 'arenden' : 'syntet')}
        error={felFör(skrivet, 'kalla')}
        choices={[
          {
            value: 'arenden',
            label: 'Kommunens beslutade hushåll',
            reveal: (
              <RadioGroup
                name="manader"
                label="Hur många månader?"
                unsettable={false}
                value={värde('manader', '1')}
                error={felFör(skrivet, 'manader')}
                choices={[
                  { value: '1', label: 'Månaden' },
                  { value: '12', label: 'Tolv månader till och med månaden' },
                ]}
              />
            ),
          },
          {
            value: 'syntet',
            label: 'Påhittade hushåll',
            hint: 'Inga verkliga personer. Samma frö ger samma hushåll.',
            reveal: (
              <div class="stack-s">
                <TextField
                  name="antal"
                  label="Antal hushåll"
                  value={värde('antal', '10 000')}
                  width="8"
                  inputmode="numeric"
                  error={felFör(skrivet, 'antal')}
                />
                <TextField
                  name="fro"
                  label="Frö"
                  value={värde('fro', '7')}
                  width="8"
                  inputmode="numeric"
                  error={felFör(skrivet, 'fro')}
                />
              </div>
            ),
          },
        ]}
      />
      <Select
        name="manad"
        label="Månad"
        value={värde('manad', start.månader[0] ?? start.syntetmånader[0])}
        error={felFör(skrivet, 'manad')}
        options={alla.map((m) => ({ value: m, label: månad(m) }))}
      />
      <Actions>
        <Button kind="go">Kör</Button>
      </Actions>
    </form>
  );
}

/** What a reform is, in words. */
function reformord(del: Reformdel): string {
  const procent = (n: number) => `${n > 0 ? '+' : ''}${visaTal(n)} %`;
  switch (del.slag) {
    case 'begransning':
      return `Riksnormen högst ${kronor(del.hogst[0])} med fyra barn, ${kronor(del.hogst[1])} med fem och ${kronor(del.hogst[2])} med sex eller fler.`;
    case 'riksnorm-procent':
      return `Riksnormen ${procent(del.procent)}.`;
    case 'hyresgrans':
      return `Boendekostnad högst ${del.efterPersoner.map(kronor).join(', ')} för en till fem personer, och ${kronor(del.perYtterligare)} för var och en därutöver.`;
    case 'hyresgrans-procent':
      return `Kommunens gränser för boendekostnaden ${procent(del.procent)}.`;
    case 'jobbstimulans':
      return `${visaTal(del.procent)} % av lönen räknas inte.`;
  }
}
const kronor = (antal: number) => kr(Math.round(antal * 100));

function Resultat({ bild: { körning, val, svar, fårSeFall } }: { bild: Reformbild }) {
  const [första, sista] = [svar.månader[0] ?? val.manad, svar.månader.at(-1) ?? val.manad];
  return (
    <>
      <Breadcrumb items={[SMULA, { href: REFORM, label: 'Ändrade regler' }]} here={val.namn} />
      <h1>{val.namn}</h1>
      <ul>
        {val.delar.map((del) => (
          <li>{reformord(del)}</li>
        ))}
      </ul>
      <p class="muted">
        {val.kalla === 'syntet' ? 'Påhittade hushåll' : 'Kommunens beslutade hushåll'},{' '}
        {första === sista ? månad(sista) : `${månad(första)}–${månad(sista)}`}. Kört {tidpunkt(körning.startad)} av{' '}
        {körning.startadAv.namn}.
      </p>
      {svar.hushåll === SKYDDAD ? (
        <Notice kind="attention" heading="För få hushåll för att visa siffror" level={2}>
          <p>
            Talen skyddas, så att ingen kan kännas igen. Pröva tolv månader eller påhittade hushåll. Ett hushåll i taget
            kan du se nedan.
          </p>
        </Notice>
      ) : (
        <>
          <Sammanfattning svar={svar} />
          {svar.ejIKraft.map(({ månad: när, text, antal }) => (
            <Notice kind="attention" heading={`${månad(när)} är inte räknad för alla`} level={2}>
              <p>
                {text} Det gäller {visaMått(antal, 'hushall')}.
              </p>
            </Notice>
          ))}
          <Fördelning svar={svar} />
          <Grupper
            id="hushallstyp"
            rubrik="Efter hushållstyp"
            huvud="Hushållstyp"
            grupper={svar.efterGrupp}
            summa={svar.summa}
            namn={(g) => HUSHÅLLSGRUPPER[g as Hushållsgrupp] ?? g}
          />
          <Grupper
            id="antal-barn"
            rubrik="Efter antal barn"
            huvud="Barn i hushållet"
            grupper={svar.efterBarn}
            summa={svar.summa}
            namn={barngruppsnamn}
          />
        </>
      )}
      <section class="stack-s" aria-labelledby="ett-hushall">
        <h2 id="ett-hushall">Ett hushåll före och efter</h2>
        <p>Se varje steg i beräkningen, för ett påhittat hushåll:</p>
        <ul>
          {TYPHUSHÅLL.map(({ id, namn }) => (
            <li>
              <a href={`${REFORM}/${körning.id}/exempel/${id}`}>{namn}</a>
            </li>
          ))}
        </ul>
        {fårSeFall ? (
          <p>
            <a href={`${REFORM}/${körning.id}/fall`}>Ärenden bakom siffrorna</a>
          </p>
        ) : null}
      </section>
      <p class="muted small">
        Antal under 5 visas inte, och andra antal är avrundade nedåt till femtal, så att ingen kan kännas igen. Belopp
        är avrundade efter hur många hushåll de vilar på. Tolv månader räknas som ett medelvärde per månad. Ingen siffra
        här används för att bedöma en person.
      </p>
    </>
  );
}

function Sammanfattning({ svar }: { svar: SkyddatReformsvar }) {
  const { summa } = svar;
  return (
    <>
      <p class="lead">{huvudmening(svar)}</p>
      <Facts
        items={[
          { name: 'Hushåll som får mindre', value: visaTal(summa.förlorar) },
          { name: 'Hushåll som får mer', value: visaTal(summa.vinner) },
          { name: 'Hushåll som får samma som i dag', value: visaTal(summa.oförändrade) },
          { name: 'Barn i hushåll som får mindre', value: visaTal(svar.barnFörlorar) },
          { name: 'Barn i hushåll som får mer', value: visaTal(svar.barnVinner) },
          { name: 'Hushåll som inte längre får bistånd', value: visaTal(svar.tillNoll) },
          { name: 'Hushåll som börjar få bistånd', value: visaTal(svar.frånNoll) },
          { name: 'Bistånd per månad i dag', value: visaMått(svar.före, 'kr') },
          { name: 'Månader som väntar på en bedömning, inte med', value: visaTal(svar.bedöms) },
        ]}
      />
    </>
  );
}

function huvudmening({ hushåll, summa: { skillnad } }: SkyddatReformsvar): string {
  const vilka = `Biståndet till ${hushåll === SKYDDAD ? 'hushållen' : visaMått(hushåll, 'hushall')}`;
  if (skillnad === SKYDDAD) return `${vilka}: för få hushåll ändras för att skillnaden ska kunna visas.`;
  if (skillnad === 0) return `${vilka} blir sammanlagt lika stort som i dag.`;
  const [storlek, ord] = [Math.abs(skillnad), skillnad < 0 ? 'lägre' : 'högre'];
  return `${vilka} blir ${visaMått(storlek, 'kr')} ${ord} i månaden, ${visaMått(storlek * 12, 'kr')} på ett år.`;
}

/** The ends of the chart's open classes, kronor. */
const YTTERST = 3500;

function Fördelning({ svar }: { svar: SkyddatReformsvar }) {
  const visat = (n: number) => `${n > 0 ? '+' : ''}${visaTal(n)}`;
  return (
    <section class="stack-s" aria-labelledby="fordelning">
      <h2 id="fordelning">Hur mycket hushållen får mer eller mindre</h2>
      <Histogram
        id="fordelning-diagram"
        caption="Hushåll som får mer eller mindre, efter hur mycket i kronor per månad. De som får samma som i dag är inte med."
        bins={svar.fördelning.map(({ från, till, antal }) => ({
          from: Math.max(från, -YTTERST),
          to: Math.min(till, YTTERST),
          count: antal === SKYDDAD ? null : antal,
        }))}
        x={{ label: 'Kronor per månad', format: visat }}
        y={{ label: 'Hushåll', format: visaTal }}
        marks={[{ x: 0, label: 'Samma' }]}
        missing={SKYDDAS}
        note={[
          ...(svar.fördelning.some(({ från }) => från === -GRÄNSLÖST)
            ? ['De yttersta staplarna har alla som ändras med mer än 3 000 kr.']
            : []),
          ...(svar.fördelning.some(({ antal }) => antal === SKYDDAD)
            ? ['Där det är randigt längst ner skyddas antalet.']
            : []),
        ].join(' ')}
      />
    </section>
  );
}

function Grupper({
  id,
  rubrik,
  huvud,
  grupper,
  summa,
  namn,
}: {
  id: string;
  rubrik: string;
  huvud: string;
  grupper: readonly SkyddadGrupp[];
  summa: SkyddadGrupp;
  namn: (grupp: string) => string;
}) {
  const stapel = (tal: Skyddat) => ({ value: tal === SKYDDAD ? null : tal });
  const rad = (vad: string, g: SkyddadGrupp) => [
    vad,
    visaTal(g.förlorar),
    visaTal(g.vinner),
    visaTal(g.oförändrade),
    g.skillnad === SKYDDAD ? SKYDDAS : visaTal(g.skillnad),
  ];
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>{rubrik}</h2>
      <BarChart
        id={`${id}-diagram`}
        caption={`Hushåll som får mindre och mer, ${rubrik.toLowerCase()}.`}
        series={['Får mindre', 'Får mer']}
        groups={grupper.map((g) => ({ name: namn(g.grupp), bars: [stapel(g.förlorar), stapel(g.vinner)] }))}
        value={{ label: 'Hushåll', format: visaTal }}
        groupLabel={huvud}
        missing={SKYDDAS}
      />
      <Table
        id={`${id}-tabell`}
        caption={`Antal hushåll och kronor, ${rubrik.toLowerCase()}`}
        captionHidden
        narrow="scroll"
        columns={[
          { head: huvud },
          { head: 'Får mindre', num: true },
          { head: 'Får mer', num: true },
          { head: 'Samma', num: true },
          { head: 'Skillnad', sub: 'kr/mån', num: true },
        ]}
        rows={grupper.map((g) => rad(namn(g.grupp), g))}
        foot={rad('Alla', summa)}
      />
    </section>
  );
}

function Hushåll({ id, bild, visas }: { id: string; bild: FöreEfter; visas: 'fore' | 'efter' }) {
  const visa = (öre: number | undefined) => (öre === undefined ? 'Inte avgjort' : kr(öre));
  return (
    <>
      <Breadcrumb items={[SMULA, { href: `${REFORM}/${id}`, label: 'Resultatet' }]} here={bild.rubrik} />
      <h1>{bild.rubrik}</h1>
      <Table
        id="fore-efter"
        caption="Beräkningen i dag och med ändringen"
        narrow="scroll"
        columns={[
          { head: 'Del' },
          { head: 'I dag', num: true },
          { head: 'Med ändringen', num: true },
          { head: 'Skillnad', num: true },
        ]}
        rows={bild.rader.map(({ namn, före, efter }) => [
          namn,
          visa(före),
          visa(efter),
          före === undefined || efter === undefined ? '–' : kr(efter - före),
        ])}
      />
      <section class="stack-s" aria-labelledby="steg">
        <h2 id="steg">Steg för steg</h2>
        {/* One at a time: the steps of a trace are anchors of the page. */}
        <Tabs
          label="Vilken beräkning"
          items={[
            { href: '?visa=efter', label: 'Med ändringen', current: visas === 'efter' },
            { href: '?visa=fore', label: 'I dag', current: visas === 'fore' },
          ]}
        />
        <TraceReader trace={visas === 'fore' ? bild.före : bild.efter} output="bistand" open={3} />
      </section>
    </>
  );
}
