import { flyttaMånad } from '@stegvis/casework';
import {
  ANTAGANDEN,
  frigjordaHandläggare,
  type Inskrivet,
  type LästKapacitet,
  läsKapacitet,
  MÅNADSMÖNSTER,
  type Spridning,
  simuleraKapacitet,
  type Talfel,
  visaTal,
} from '@stegvis/statistics';
import { Actions, Button, ErrorSummary, LineChart, LinkButton, Notice, Select, Table, TextField } from '@stegvis/ui';
import type { Hono } from 'hono';
import { läserStatistik, medarbetare, type Sidkontext } from '../sida.tsx';
import type { Egnasiffror } from './kapacitet-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

export const KAPACITET = `${STATISTIK}/konsekvens/kapacitet`;

/** A month of a board of middle size, to begin from. */
const EXEMPEL: Inskrivet = {
  ansokningar: '1000',
  monster: 'slutet',
  automatisk: '40',
  minuter: '150',
  spridning: '75',
  handlaggare: '15',
  timmar: '5,5',
  'mal-timmar': '168',
  'mal-andel': '90',
};

/** A month of applications simulated: queue, waiting, the share within 24 hours, and how many are freed by automation. */
export function kapacitetssida(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/konsekvens/kapacitet', async (c) => {
    const who = medarbetare(kontext, c);
    const egna: Egnasiffror = läserStatistik(who)
      ? await kontext.port.statistik.egnaKapacitetssiffror(who)
      : { värden: {}, källor: [] };
    const skrivet = c.req.query();
    const grund = { ...EXEMPEL, manad: flyttaMånad(kontext.port.idag().slice(0, 7), 1) };
    const fält = Object.keys(skrivet).length > 0 ? skrivet : grund;
    const läst = läsKapacitet(fält);
    const fel = läst.ok ? [] : läst.fel;
    const egnaFält = { ...grund, ...egna.värden };
    return visaStatistik(c, kontext, {
      title: 'Kö och bemanning',
      flik: 'konsekvens',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: (
        <>
          <ErrorSummary errors={fel.map((f) => ({ id: f.fält, text: f.text }))} />
          <h1>Kö och bemanning</h1>
          <p class="lead">
            En månad med ansökningar spelas upp många gånger. Du ser kön dag för dag, hur länge de sökande väntar och
            hur många handläggare som blir fria för annat.
          </p>
          <Formulär fält={fält} fel={fel} />
          {egna.källor.length > 0 ? (
            <p class="small muted">
              <a href={`${KAPACITET}?${new URLSearchParams(egnaFält as Record<string, string>)}`}>
                Räkna med våra siffror
              </a>
              : {egna.källor.join(' ')} Resten är exemplets.
            </p>
          ) : (
            <p class="small muted">Siffrorna är ett exempel. Byt dem mot era egna.</p>
          )}
          {läst.ok ? <Resultat läst={läst.värde} /> : null}
        </>
      ),
    });
  });
}

function Formulär({ fält, fel }: { fält: Inskrivet; fel: readonly Talfel[] }) {
  const felFör = (id: string) => fel.find((f) => f.fält === id)?.text;
  const tal = (namn: string, label: string) => (
    <TextField name={namn} label={label} width="8" inputmode="decimal" value={fält[namn] ?? ''} error={felFör(namn)} />
  );
  return (
    <form method="get" action={KAPACITET} class="stack">
      <fieldset class="stack-s">
        <legend>Ansökningarna</legend>
        <div class="row row--top">
          {tal('manad', 'Månad, till exempel 2027-01')}
          {tal('ansokningar', 'Ansökningar i månaden')}
          <Select
            name="monster"
            label="När de kommer"
            empty="Välj"
            value={fält['monster'] ?? ''}
            options={Object.entries(MÅNADSMÖNSTER).map(([value, { namn }]) => ({ value, label: namn }))}
            error={felFör('monster')}
          />
          {tal('automatisk', 'Automatiska beslut, %')}
        </div>
      </fieldset>
      <fieldset class="stack-s">
        <legend>Handläggningen</legend>
        <div class="row row--top">
          {tal('handlaggare', 'Handläggare')}
          {tal('timmar', 'Timmar om dagen för dem')}
          {tal('minuter', 'Minuter per ansökan')}
          {tal('spridning', 'Spridning, % av minuterna')}
        </div>
      </fieldset>
      <fieldset class="stack-s">
        <legend>Målet för dem en handläggare beslutar om (168 timmar är en vecka)</legend>
        <div class="row row--top">
          {tal('mal-andel', 'Så många ska få svar, %')}
          {tal('mal-timmar', 'Inom så många timmar')}
          {tal('fro', 'Frö, kan lämnas tomt')}
        </div>
      </fieldset>
      <Actions>
        <Button kind="go">Räkna</Button>
        <LinkButton kind="quiet" href={KAPACITET}>
          Exemplets siffror
        </LinkButton>
      </Actions>
    </form>
  );
}

const procent = (s: Spridning) => `${visaTal(100 * s.medel)} % (${visaTal(100 * s.från)}–${visaTal(100 * s.till)} %)`;

function timmar(s: Spridning): string {
  return Number.isFinite(s.medel) && Number.isFinite(s.till)
    ? `${visaTal(s.medel)} (${visaTal(s.från)}–${visaTal(s.till)})`
    : 'mer än ett år';
}

function Resultat({ läst: { kapacitet, mål, frö } }: { läst: LästKapacitet }) {
  const svar = simuleraKapacitet(kapacitet, { frö });
  const kurva = frigjordaHandläggare(kapacitet, mål, { frö });
  const sist = svar.kö.at(-1)!.antal;
  const störst = svar.kö.reduce((a, b) => (b.antal.medel > a.antal.medel ? b : a));
  return (
    <section class="stack" aria-labelledby="resultat">
      <h2 id="resultat">Resultat</h2>
      {svar.beläggning > 1 ? (
        <Notice kind="attention" heading="Kön växer">
          <p>
            Arbetet som kommer in är {visaTal(100 * svar.beläggning)} % av tiden som finns. Kön växer varje månad tills
            fler handlägger eller mindre kommer in.
          </p>
        </Notice>
      ) : null}
      <p>
        <strong>{visaTal(100 * svar.inom24.medel)} %</strong> av alla ansökningar får svar inom ett dygn. Av dem en
        handläggare beslutar om är det {visaTal(100 * svar.inom24Manuella.medel)} %. I slutet av månaden väntar{' '}
        {visaTal(Math.round(sist.medel))} ansökningar.
      </p>
      <Table
        id="utfall"
        caption={`Medeltal av ${svar.månader} uppspelade månader, inom parentes nio av tio`}
        narrow="scroll"
        columns={[{ head: 'Vad' }, { head: 'Utfall', num: true }]}
        rows={[
          ['Svar inom 24 timmar, alla', procent(svar.inom24)],
          ['Svar inom 24 timmar, av en handläggare', procent(svar.inom24Manuella)],
          ['Timmar till svar av en handläggare, medeltal', timmar(svar.väntan.medel)],
          ['Timmar till svar, hälften har fått det', timmar(svar.väntan.median)],
          ['Timmar till svar, nio av tio har fått det', timmar(svar.väntan.p90)],
          ['Arbetet som andel av tiden som finns', `${visaTal(100 * svar.beläggning)} %`],
        ]}
      />
      <LineChart
        id="ko"
        caption={`Ansökningar som ingen har börjat med vid dagens slut. Flest är de den ${Number(störst.dag.slice(8))}:e, ${visaTal(Math.round(störst.antal.medel))} i medeltal.`}
        series={[
          {
            name: 'I kö',
            points: svar.kö.map(({ dag, antal }) => ({
              x: Number(dag.slice(8)),
              y: antal.medel,
              low: antal.från,
              high: antal.till,
            })),
          },
        ]}
        x={{ label: 'Dag i månaden', format: visaTal }}
        y={{ label: 'Ansökningar', format: visaTal, from: 0 }}
        interval="nio av tio uppspelningar"
      />
      <h3>Så många blir fria för annat</h3>
      {kurva ? (
        <>
          <p>
            Utan automatiska beslut behövs {visaTal(kurva[0]!.handläggare)} handläggare för att {visaTal(mål.andel)} %
            av ansökningarna ska få svar inom {visaTal(mål.timmar)} timmar.
          </p>
          <LineChart
            id="frigjorda"
            caption={`Handläggare som blir fria för annat, efter andelen automatiska beslut. Vid ${kurva.at(-1)!.automatisk} % är det ${kurva.at(-1)!.frigjorda}.`}
            series={[
              {
                name: 'Blir fria',
                points: kurva.map(({ automatisk, frigjorda }) => ({ x: automatisk, y: frigjorda })),
              },
              {
                name: 'Behövs',
                points: kurva.map(({ automatisk, handläggare }) => ({ x: automatisk, y: handläggare })),
              },
            ]}
            x={{ label: 'Automatiska beslut, %', format: visaTal }}
            y={{ label: 'Handläggare', format: visaTal, from: 0 }}
          />
        </>
      ) : (
        <p>
          Målet nås inte hur många som än handlägger: en del ansökningar tar längre tid än så, eller kommer före en
          helg.
        </p>
      )}
      <h3>Det här är antaget</h3>
      <ul>
        {ANTAGANDEN.map((rad) => (
          <li>{rad}</li>
        ))}
        <li>Fröet är {frö}. Samma frö ger samma svar.</li>
      </ul>
      <p class="small muted">
        Göteborg räknade med att 100–150 handläggare kan gå över från handläggning till stöd. Med 7 500 ansökningar i
        månaden, 150 minuter för var och en, 5,5 timmar om dagen och svar inom en vecka för nio av tio blir 100–130 fria
        när 70–90 % beslutas automatiskt. Minuterna och timmarna är antaganden, inte Göteborgs.
      </p>
    </section>
  );
}
