import { månadsnamn } from '@stegvis/casework';
import type { Distriktsandel, Likabehandling } from '@stegvis/statistics';
import { Breadcrumb, Facts, Notice, Table } from '@stegvis/ui';
import type { Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Likabehandlingsbild } from './likabehandling-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

/** Like households in the districts, and what became of the time. */
export function likabehandlingssida(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/likabehandling', async (c) => {
    const bild = await kontext.port.statistik.likabehandlingsbild(medarbetare(kontext, c));
    return visaStatistik(c, kontext, {
      title: 'Likabehandling och tid',
      flik: 'oversikt',
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: STATISTIK, label: 'Statistik' }]} here="Likabehandling och tid" />
          <h1>Likabehandling och tid</h1>
          {bild ? <Bild bild={bild} /> : <p>Underlaget har inte gjorts än.</p>}
        </div>
      ),
    });
  });
}

function Bild({ bild }: { bild: Likabehandlingsbild }) {
  return (
    <>
      <p>
        Från {månadsnamn(bild.från)} till {månadsnamn(bild.till)}. Här jämförs hushåll av samma typ och med samma
        försörjningshinder. En skillnad säger var det är värt att titta, inte varför den finns, och ingenting om någon
        person eller handläggare.
      </p>
      <p>
        Jämförelsen bygger på samma skyddade siffror som egna uttag. Grupper med färre än fem hushåll, eller där färre
        än fem har fått utfallet eller inte fått det, är inte med. Ett hushåll som har bytt grupp under året är med i
        båda.
      </p>
      {bild.mått.map(({ namn, mening, svar }, i) => (
        <section class="stack-s" aria-labelledby={`matt-${i}`}>
          <h2 id={`matt-${i}`}>{namn}</h2>
          <p>{mening}</p>
          <p>{utläsning(svar)}</p>
          {svar.distrikt.length > 1 ? <Tabell id={`tabell-${i}`} namn={namn} rader={svar.distrikt} /> : null}
        </section>
      ))}
      <section class="stack-s" aria-labelledby="tid">
        <h2 id="tid">Frigjord tid</h2>
        {bild.tid.ok ? (
          <>
            <p>
              Samma tolv månader ett år tidigare mot de här. Jämförelsen visar före och efter, inte vad förändringen
              beror på.
            </p>
            <Facts
              items={[
                {
                  name: 'Minuter per ansökan',
                  value: `${tal(bild.tid.svar.minuterFöre)} före, ${tal(bild.tid.svar.minuterEfter)} efter`,
                },
                { name: 'Frigjord tid i månaden', value: frigjordaTimmar(bild.tid.svar.timmarPerMånad) },
                {
                  name: 'Möten per årsarbetskraft och månad',
                  value: `${tal(bild.tid.svar.mötenFöre)} före, ${tal(bild.tid.svar.mötenEfter)} efter`,
                },
              ]}
            />
          </>
        ) : (
          <Notice kind="info" heading="Det går inte att visa">
            <p>{bild.tid.skäl}</p>
          </Notice>
        )}
      </section>
    </>
  );
}

function utläsning({ distrikt, spridning, standardiseradSkillnad, utelämnade }: Likabehandling): string {
  const bort =
    utelämnade >= 5 ? ` Ungefär ${femtal(utelämnade)} hushåll har ingen att jämföras med och är inte med.` : '';
  if (!spridning || standardiseradSkillnad === undefined)
    return `Det finns inte två distrikt med tillräckligt många lika hushåll.${bort}`;
  const ordnade = distrikt.toSorted((a, b) => b.standardiserad - a.standardiserad);
  const punkter = Math.round(spridning.värde * 100);
  if (punkter === 0) return `Distrikten skiljer sig inte åt.${bort}`;
  const enheter = punkter === 1 ? 'procentenhet' : 'procentenheter';
  const stor = Math.abs(standardiseradSkillnad) < LITEN ? ' Det är en liten skillnad.' : '';
  const säker = spridning.från > 0 ? '' : ' Skillnaden kan bero på slumpen.';
  return `Mellan ${namnet(ordnade[0])} och ${namnet(ordnade.at(-1))} skiljer det ${punkter} ${enheter} (${procent(spridning.från)} till ${procent(spridning.till)}), ${tal(standardiseradSkillnad)} standardavvikelser.${stor}${säker}${bort}`;
}

/** Cohen's rule of thumb for a small difference, in standard deviations. */
const LITEN = 0.2;

const namnet = (d: Distriktsandel | undefined) =>
  d === undefined || d.distrikt === 'uppgift-saknas' ? 'de utan känt distrikt' : d.distrikt;

/** Hours a month freed, or that it takes more. */
function frigjordaTimmar(timmar: number): string {
  const hela = Math.round(timmar);
  if (hela === 0) return 'Ingen';
  return hela > 0 ? `${tal(hela)} timmar` : `Ingen, det går åt ${tal(-hela)} timmar mer`;
}

function Tabell({ id, namn, rader }: { id: string; namn: string; rader: readonly Distriktsandel[] }) {
  return (
    <Table
      id={id}
      caption={`${namn}, lika hushåll i varje distrikt`}
      narrow="list"
      columns={[
        { head: 'Distrikt' },
        { head: 'Andel, procent', num: true },
        { head: 'Osäkerhet, procent', num: true },
        { head: 'Hushåll', num: true },
      ]}
      rows={rader.map((r) => [
        r.distrikt === 'uppgift-saknas' ? 'Uppgift saknas' : r.distrikt,
        procent(r.standardiserad),
        `${procent(r.intervall.från)}–${procent(r.intervall.till)}`,
        `ungefär ${femtal(r.antal)}`,
      ])}
    />
  );
}

const femtal = (n: number) => Math.round(n / 5) * 5;
const procent = (andel: number) => String(Math.round(andel * 100)).replace('-', '−');
const tal = (n: number) => n.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
