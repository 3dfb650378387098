import type { Hono } from 'hono';
import type { Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

/** What would happen if something were changed: the ways to try it. */
const FRÅGOR = [
  {
    väg: 'reform',
    namn: 'Ändrade regler',
    text: 'Räkna om kommunens hushåll med ett tak för stora hushåll, en annan riksnorm, andra hyresgränser eller en annan jobbstimulans. Du ser vilka som får mer och mindre.',
  },
  {
    väg: 'arbete',
    namn: 'Arbete eller bistånd',
    text: 'Vad en lön i stället för bistånd betyder för ett hushåll och för kommunen.',
  },
  {
    väg: 'ekonomi',
    namn: 'Arbetssättets ekonomi',
    text: 'Vad det kostar när fler får stöd till arbete, och vad det sparar.',
  },
  {
    väg: 'kapacitet',
    namn: 'Kö och bemanning',
    text: 'Hur många handläggare som behövs, och hur länge de sökande väntar.',
  },
  {
    väg: 'effekt',
    namn: 'Skillnad efter en insats',
    text: 'Hur det går för dem som deltog, jämfört med liknande personer som inte gjorde det.',
  },
] as const;

/** The hub of consequences. */
export function konsekvenssida(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/konsekvens', (c) =>
    visaStatistik(c, kontext, {
      title: 'Konsekvenser',
      flik: 'konsekvens',
      children: (
        <>
          <h1>Konsekvenser</h1>
          <p class="lead">
            Pröva en ändring innan den görs. Inget här ändrar något beslut, och inget används för att bedöma eller
            rangordna en person.
          </p>
          {FRÅGOR.map(({ väg, namn, text }) => (
            <section aria-labelledby={`om-${väg}`}>
              <h2 id={`om-${väg}`}>
                <a href={`${STATISTIK}/konsekvens/${väg}`}>{namn}</a>
              </h2>
              <p>{text}</p>
            </section>
          ))}
        </>
      ),
    }),
  );
}
