import { STOPPORSAKER } from '@stegvis/casework';
import { Facts, LineChart, månad, Table, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { Styrningsflikar } from './automatik.tsx';
import type { Räknarbild } from './automatik-port.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

/** What stops, how much is automatic, how long it takes, and who still waits; month by month. */
export function räknarSida(app: Hono, kontext: Sidkontext): void {
  app.get('/automatik/raknare', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.räknare(who);
    if (!bild) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Räknare',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Styrningsflikar flik="raknare" who={who} övning={kontext.port.övning !== undefined} />
          <h1>Räknare</h1>
          <Nu bild={bild} />
          <Beslut bild={bild} />
          <Stopp bild={bild} />
        </div>
      ),
    });
  });
}

function Nu({ bild: { beslut, väntar, månader } }: { bild: Räknarbild }) {
  const nu = beslut.find((b) => b.månad === månader.at(-1));
  return (
    <Facts
      items={[
        { name: 'Väntar nu', value: String(väntar.antal) },
        { name: 'Äldsta inkom', value: väntar.äldst ? tidpunkt(väntar.äldst) : '–' },
        { name: 'Beslutade den här månaden', value: String(nu?.antal ?? 0) },
        { name: 'Automatiska den här månaden', value: nu ? andel(nu.automatiska, nu.antal) : '–' },
        { name: 'Mediantid den här månaden', value: tid(nu?.medianMinuter) },
      ]}
    />
  );
}

function Beslut({ bild: { beslut } }: { bild: Räknarbild }) {
  return (
    <section class="stack-s" aria-labelledby="beslut">
      <h2 id="beslut">Beslut och tid</h2>
      {beslut.length > 1 ? (
        <LineChart
          id="andel-automatiska"
          caption="Andel ansökningar som avgörs automatiskt, i procent"
          series={[
            {
              name: 'Automatiska',
              points: beslut.map((b, i) => ({ x: i, y: Math.round((b.automatiska * 100) / b.antal) })),
            },
          ]}
          x={{ label: 'Månad', format: (i) => beslut[i]?.månad ?? '' }}
          y={{ label: 'Procent', format: (v) => `${Math.round(v)} %`, from: 0, to: 100 }}
        />
      ) : null}
      <Table
        id="beslut-per-manad"
        caption="Avgjorda ansökningar, de senaste tolv månaderna"
        narrow="scroll"
        columns={[
          { head: 'Månad' },
          { head: 'Avgjorda', num: true },
          { head: 'Automatiska', num: true },
          { head: 'Mediantid', num: true },
          { head: 'Mediantid, automatiska', num: true },
        ]}
        rows={beslut
          .toReversed()
          .map((b) => [
            månad(b.månad),
            String(b.antal),
            andel(b.automatiska, b.antal),
            tid(b.medianMinuter),
            tid(b.medianMinuterAutomatiska),
          ])}
      />
      <p class="muted small">
        Tiden räknas från sista underskriften till beslutet, i kalendertid med pauser medräknade. De som väntar är inte
        med i medianen; de står överst.
      </p>
    </section>
  );
}

function Stopp({ bild: { stopp, månader } }: { bild: Räknarbild }) {
  const visade = månader.slice(-4);
  return (
    <section class="stack-s" aria-labelledby="stopporsaker">
      <h2 id="stopporsaker">Vad som stoppar</h2>
      <p>
        Varje ansökan räknas en gång per månad och orsak. ”Okänt” är de som stoppades för att uppgiften saknades, och de
        ingår i antalet. Andelen är av alla stopp av någon orsak den månaden.
      </p>
      {stopp.length === 0 ? (
        <p class="muted">Inget har stoppats än.</p>
      ) : (
        <Table
          id="stopp-per-manad"
          caption="Stopporsaker"
          captionHidden
          narrow="scroll"
          columns={[
            { head: 'Orsak' },
            ...visade.map((m) => ({ head: m, num: true })),
            { head: '12 månader', num: true },
            { head: 'Varav okänt', num: true },
            { head: 'Utveckling' },
          ]}
          rows={stopp.map((s) => {
            const antal = (m: string) => s.perMånad[m]?.antal ?? 0;
            return [
              STOPPORSAKER[s.kod]?.namn ?? s.kod,
              ...visade.map((m) => {
                const alla = stopp.reduce((sum, x) => sum + (x.perMånad[m]?.antal ?? 0), 0);
                return alla === 0 ? '–' : andel(antal(m), alla);
              }),
              String(s.antal),
              String(s.okänt),
              utveckling(antal(visade.at(-2)!), antal(visade.at(-3)!)),
            ];
          })}
        />
      )}
      {stopp.length === 0 ? null : (
        <p class="muted small">Utvecklingen är mellan de två senaste hela månaderna. Den här månaden är inte slut.</p>
      )}
    </section>
  );
}

function andel(del: number, alla: number): string {
  return alla === 0 ? '0' : `${del} (${Math.round((del * 100) / alla)} %)`;
}

function utveckling(nu: number, förra: number): string {
  if (nu === förra) return 'lika';
  return nu > förra ? `upp ${nu - förra}` : `ner ${förra - nu}`;
}

/** Minutes as people say them. */
export function tid(minuter: number | undefined): string {
  if (minuter === undefined) return '–';
  if (minuter < 1) return 'under 1 min';
  if (minuter < 60) return `${Math.round(minuter)} min`;
  if (minuter < 48 * 60) return `${Math.round(minuter / 6) / 10} tim`.replace('.', ',');
  return `${Math.round(minuter / 144) / 10} dygn`.replace('.', ',');
}
