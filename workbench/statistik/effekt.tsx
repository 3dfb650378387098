import { flyttaMånad, månadsnamn } from '@stegvis/casework';
import { UTFALL, visaTal } from '@stegvis/statistics';
import {
  BarChart,
  Breadcrumb,
  Button,
  Empty,
  ErrorSummary,
  Facts,
  Notice,
  Select,
  Table,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Effektdel, Effektval } from './effekt-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

const EFFEKT = `${STATISTIK}/konsekvens/effekt`;
/** Months of starts that are looked at first, and at most. */
const MÅNADER = 24;
const FLEST_MÅNADER = 60;

/** How it went for those who took part in an activity against people like them. One activity at a time: never a list in order. */
export function effektsida(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/konsekvens/effekt', (c) => visaEffekt(c, kontext));
}

async function visaEffekt(c: Context, kontext: Sidkontext): Promise<Response> {
  const who = medarbetare(kontext, c);
  const port = kontext.port.statistik;
  const val = await port.effektval(who);
  const omfång = val?.omfång;
  const rent = Object.fromEntries(
    Object.entries(c.req.query()).map(([k, v]) => [k, v.replaceAll('\0', '').trim().slice(0, 200)]),
  );
  const första = omfång && [flyttaMånad(omfång.till, 1 - MÅNADER), omfång.från].sort().at(-1);
  const skrivet: Record<string, string> = {
    insats: '',
    fran: första ?? '',
    till: omfång?.till ?? '',
    ...rent,
  };
  const frågat = 'insats' in rent && omfång !== undefined;
  const fel = frågat ? felen(skrivet, val?.insatser ?? [], omfång) : [];
  const vald: Effektval | undefined =
    frågat && fel.length === 0
      ? { insats: skrivet['insats']!, från: skrivet['fran']!, till: skrivet['till']! }
      : undefined;
  const delar = vald && (await port.effekt(who, vald));
  const felet = (id: string) => fel.find((f) => f.id === id)?.text;
  return visaStatistik(c, kontext, {
    title: 'Skillnad efter en insats',
    flik: 'konsekvens',
    fel: fel.length > 0,
    status: fel.length > 0 ? 422 : 200,
    children: (
      <>
        <Breadcrumb
          items={[{ href: `${STATISTIK}/konsekvens`, label: 'Konsekvenser' }]}
          here="Skillnad efter en insats"
        />
        <ErrorSummary errors={fel} />
        <h1>Skillnad efter en insats</h1>
        <p class="lead">
          Hur det gick för dem som började i en insats, jämfört med liknande personer som inte hade börjat då. Det är
          ett samband, inte ett bevis. Det används aldrig för att rangordna personer eller insatser.
        </p>
        {omfång === undefined ? (
          <Empty heading="Det finns inte siffror för ett helt år än">
            <p>Den som började i en insats måste kunna följas i tolv månader innan det går att jämföra.</p>
          </Empty>
        ) : (
          <form method="get" action={EFFEKT} class="choose-row" novalidate>
            <Select
              name="insats"
              label="Insats"
              empty="Välj en insats"
              value={skrivet['insats']}
              options={(val?.insatser ?? []).map((value) => ({ value, label: value }))}
              error={felet('insats')}
            />
            <TextField name="fran" label="Började från" value={skrivet['fran']} width="8" error={felet('fran')} />
            <TextField name="till" label="till och med" value={skrivet['till']} width="8" error={felet('till')} />
            <Button>Jämför</Button>
          </form>
        )}
        {vald && delar ? <Svar val={vald} delar={delar} /> : null}
        <Metod />
      </>
    ),
  });
}

function Svar({ val, delar }: { val: Effektval; delar: readonly Effektdel[] }) {
  const visas = delar.filter((d) => d.svar !== undefined);
  const [första] = visas;
  const rubrik = `${val.insats}, började ${månadsnamn(val.från)}–${månadsnamn(val.till)}`;
  if (första?.svar === undefined)
    return (
      <section aria-labelledby="svar">
        <h2 id="svar">{rubrik}</h2>
        <Notice kind="attention" heading="För få för att jämföra">
          <p>
            Minst 40 deltagare måste ha någon att jämföras med, och minst 5 i varje grupp ha nått utfallet. Annars säger
            siffrorna inget, och enskilda skulle kunna kännas igen. Välj en längre period.
          </p>
        </Notice>
      </section>
    );
  const { deltagare, matchade, jämförda } = första.svar;
  return (
    <section class="stack-s" aria-labelledby="svar">
      <h2 id="svar">{rubrik}</h2>
      <BarChart
        id="effekt"
        caption={mening(första)}
        series={['Började i insatsen', 'Liknande som inte hade börjat']}
        groups={visas.map(({ utfall, efter, svar }) => ({
          name: etikett(utfall, efter),
          bars: [{ value: 100 * svar!.utfall.deltog }, { value: 100 * svar!.utfall.jämförda }],
        }))}
        value={{ label: 'Av 100', format: (v) => visaTal(Math.round(v)), from: 0 }}
        groupLabel="Utfall"
      />
      <Table
        id="skillnader"
        caption="Skillnaden och hur osäker den är"
        narrow="scroll"
        columns={[
          { head: 'Utfall' },
          { head: 'Började', sub: 'av 100', num: true },
          { head: 'Liknande', sub: 'av 100', num: true },
          { head: 'Skillnad', sub: 'av 100', num: true },
          { head: '95 % konfidensintervall', sub: 'av 100', num: true },
        ]}
        rows={delar.map(({ utfall, efter, svar }) =>
          svar === undefined
            ? [etikett(utfall, efter), 'för få', 'för få', 'för få', 'för få']
            : [
                etikett(utfall, efter),
                av100(svar.utfall.deltog),
                av100(svar.utfall.jämförda),
                av100(svar.utfall.skillnad),
                `${av100(svar.utfall.nedre)} till ${av100(svar.utfall.övre)}`,
              ],
        )}
      />
      <Facts
        items={[
          { name: 'Började i insatsen', value: `ungefär ${visaTal(deltagare)} personer` },
          {
            name: 'Hade någon att jämföras med',
            value: `ungefär ${visaTal(matchade)} av dem. Svaret gäller bara dem; ungefär ${visaTal(Math.max(0, deltagare - matchade))} är inte med.`,
          },
          { name: 'Jämförs med', value: `ungefär ${visaTal(jämförda)} personer` },
        ]}
      />
    </section>
  );
}

function Metod() {
  return (
    <section class="stack-s" aria-labelledby="metod">
      <h2 id="metod">Så är det räknat</h2>
      <p>Den som har gått till arbete eller studier räknas också som att ha gått minst ett steg uppåt på trappan.</p>
      <p>
        Den som väljs till en insats är ofta närmare arbete redan från början. Därför jämförs var och en bara med dem
        som samma halvår hade samma kön, åldersgrupp, hushållstyp, försörjningshinder (grupp) och spår, ungefär lika
        lång tid med bistånd, och som också deltog eller inte deltog i någon annan insats.
      </p>
      <p>
        Tiden räknas för båda från samma månad, så att väntan på insatsen aldrig räknas som insatsens förtjänst. Den som
        började senare är kvar bland de jämförda. Skillnaden är därför snarare för liten än för stor.
      </p>
      <p>
        Det som inte är registrerat kan ändå skilja, till exempel hälsa, språk och vilja. Ryms noll i
        konfidensintervallet går det inte att säga att det är någon skillnad. Använd svaret för att ställa frågor om
        insatsen, inte för att bedöma den som deltar eller den som leder den.
      </p>
    </section>
  );
}

function etikett(utfall: Effektdel['utfall'], efter: number): string {
  return `${UTFALL[utfall]} inom ${efter} månader`;
}

function mening({ utfall, efter, svar }: Effektdel): string {
  const { deltog, jämförda, skillnad, nedre, övre } = svar!.utfall;
  const start = `Av dem som började har ${av100(deltog)} av 100 ${utfall === 'arbete' ? 'gått till arbete eller studier' : 'gått uppåt på trappan'} inom ${efter} månader, av de liknande ${av100(jämförda)} av 100.`;
  if (nedre <= 0 && övre >= 0) return `${start} Skillnaden ryms i osäkerheten.`;
  return `${start} Skillnaden, ${av100(Math.abs(skillnad))} ${skillnad > 0 ? 'fler' : 'färre'} av 100, är större än osäkerheten.`;
}

const av100 = (andel: number): string => visaTal(Math.round(100 * andel));

function felen(
  skrivet: Readonly<Record<string, string>>,
  insatser: readonly string[],
  omfång: { från: string; till: string },
): { id: string; text: string }[] {
  const fel: { id: string; text: string }[] = [];
  if (!insatser.includes(skrivet['insats'] ?? '')) fel.push({ id: 'insats', text: 'Välj en av insatserna i listan.' });
  for (const namn of ['fran', 'till'])
    if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(skrivet[namn] ?? ''))
      fel.push({ id: namn, text: 'Skriv månaden som ÅÅÅÅ-MM, till exempel 2025-01.' });
  if (fel.some(({ id }) => id !== 'insats')) return fel;
  const [från, till] = [skrivet['fran']!, skrivet['till']!];
  if (från < omfång.från)
    fel.push({ id: 'fran', text: `Välj ${omfång.från} eller senare: äldre starter är inte kända.` });
  if (till > omfång.till)
    fel.push({ id: 'till', text: `Välj ${omfång.till} eller tidigare, så att alla kan följas i tolv månader.` });
  else if (från > till) fel.push({ id: 'till', text: `Välj en sista månad som är ${från} eller senare.` });
  else if (flyttaMånad(från, FLEST_MÅNADER) <= till)
    fel.push({ id: 'fran', text: `Välj högst ${FLEST_MÅNADER / 12} år.` });
  return fel;
}
