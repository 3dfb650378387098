import {
  GÖTEBORGS,
  type Inskrivet,
  type LästArbetsmodell,
  läsArbetsmodell,
  räknaEkonomi,
  simuleraEkonomi,
  type Talfel,
  type Utfall,
  visaTal,
} from '@stegvis/statistics';
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  Histogram,
  LineChart,
  LinkButton,
  Table,
  TextField,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import { läserStatistik, medarbetare, type Sidkontext } from '../sida.tsx';
import type { Egnasiffror } from './kapacitet-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

export const EKONOMI = `${STATISTIK}/konsekvens/ekonomi`;
const KLASSER = 24;

/** Göteborg's figures as they stand in the form. */
const GÖTEBORGS_FÄLT: Inskrivet = {
  deltagare: String(GÖTEBORGS.deltagare),
  andel: String(GÖTEBORGS.andel.värde),
  'besparing-tkr': String(GÖTEBORGS.besparing.värde / 1000),
};

/** What the work model costs and saves, with its uncertainty. Nothing is kept: the address holds the figures. */
export function ekonomisida(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/konsekvens/ekonomi', async (c) => {
    const who = medarbetare(kontext, c);
    const egna: Egnasiffror = läserStatistik(who)
      ? await kontext.port.statistik.egnaEkonomisiffror(who)
      : { värden: {}, källor: [] };
    const skrivet = c.req.query();
    const skickat = Object.keys(skrivet).length > 0;
    const fält = skickat ? skrivet : GÖTEBORGS_FÄLT;
    const läst = läsArbetsmodell(fält);
    const fel = läst.ok ? [] : läst.fel;
    return visaStatistik(c, kontext, {
      title: 'Arbetssättets ekonomi',
      flik: 'konsekvens',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: (
        <>
          <ErrorSummary errors={fel.map((f) => ({ id: f.fält, text: f.text }))} />
          <h1>Arbetssättets ekonomi</h1>
          <p class="lead">
            Vad det sparar när fler får stöd till arbete, och vad det kostar. Räknesättet är Göteborgs: deltagare,
            andelen som når egen försörjning, och besparingen för var och en.
          </p>
          <Formulär fält={fält} fel={fel} egna={egna} />
          {läst.ok ? <Resultat läst={läst.värde} /> : null}
        </>
      ),
    });
  });
}

function Formulär({ fält, fel, egna }: { fält: Inskrivet; fel: readonly Talfel[]; egna: Egnasiffror }) {
  const felFör = (id: string) => fel.find((f) => f.fält === id)?.text;
  const tal = (namn: string, label: string) => (
    <TextField name={namn} label={label} width="8" inputmode="decimal" value={fält[namn] ?? ''} error={felFör(namn)} />
  );
  const länk = (värden: Inskrivet) => `${EKONOMI}?${new URLSearchParams(värden as Record<string, string>)}`;
  const egetSpår = { ...GÖTEBORGS_FÄLT, ...egna.värden };
  return (
    <form method="get" action={EKONOMI} class="stack">
      <fieldset class="stack-s">
        <legend>Deltagare, och hur många som når egen försörjning. Lägst och högst kan lämnas tomma</legend>
        <div class="row row--top">
          {tal('deltagare', 'Deltagare per år')}
          {tal('andel', 'Troligast, %')}
          {tal('andel-fran', 'Lägst, %')}
          {tal('andel-till', 'Högst, %')}
        </div>
      </fieldset>
      <fieldset class="stack-s">
        <legend>Besparing för var och en: skriv det ena</legend>
        <div class="row row--top">
          {tal('besparing-tkr', 'Per år, tusen kronor')}
          {tal('besparing-tkr-fran', 'Lägst, tusen kronor')}
          {tal('besparing-tkr-till', 'Högst, tusen kronor')}
        </div>
        <div class="row row--top">
          {tal('betalning', 'Eller bistånd per månad, kronor')}
          {tal('manader', 'Månader som sparas, 1–12')}
        </div>
      </fieldset>
      <fieldset class="stack-s">
        <legend>Kostnad för platserna, kan lämnas tomt</legend>
        <div class="row row--top">
          {tal('plats-kr', 'Per plats och månad, kronor')}
          {tal('plats-kr-fran', 'Lägst, kronor')}
          {tal('plats-kr-till', 'Högst, kronor')}
          {tal('plats-manader', 'Månader per deltagare')}
        </div>
      </fieldset>
      <Details summary="Slumpen">
        <div class="row row--top">
          {tal('fro', 'Frö (samma frö ger samma svar)')}
          {tal('dragningar', 'Dragningar, 100–100 000')}
        </div>
      </Details>
      <Actions>
        <Button kind="go">Räkna</Button>
        <LinkButton kind="quiet" href={länk(GÖTEBORGS_FÄLT)}>
          Göteborgs siffror
        </LinkButton>
        {egna.källor.length > 0 ? (
          <LinkButton
            kind="quiet"
            href={länk(egna.värden['betalning'] ? { ...egetSpår, 'besparing-tkr': '' } : egetSpår)}
          >
            Våra siffror
          </LinkButton>
        ) : null}
      </Actions>
      {egna.källor.length > 0 ? (
        <p class="small muted">Våra siffror: {egna.källor.join(' ')} Andelen är Göteborgs; byt den mot er egen.</p>
      ) : (
        <p class="small muted">Det finns inga egna siffror att föreslå än.</p>
      )}
    </form>
  );
}

const tkr = (kronor: number) => visaTal(Math.round(kronor / 1000));
const spann = (u: Utfall) => (u.från === u.till ? `${tkr(u.från)} tkr` : `${tkr(u.från)} till ${tkr(u.till)} tkr`);

function Resultat({ läst: { modell, frö, dragningar } }: { läst: LästArbetsmodell }) {
  const summa = räknaEkonomi(modell);
  const drag = simuleraEkonomi(modell, { frö, dragningar });
  const { plats } = modell;
  const andelar = [0, 5, 10, 15, 20, 25, 30, 40, 50];
  return (
    <section class="stack" aria-labelledby="resultat">
      <h2 id="resultat">Resultat</h2>
      <p>
        Av {visaTal(modell.deltagare)} deltagare når {visaTal(summa.självförsörjande)} egen försörjning. Det sparar{' '}
        <strong>{tkr(summa.besparing)} tkr</strong> per år.
        {summa.kostnad === undefined ? (
          ' Kostnaden för platserna är inte angiven och är inte med.'
        ) : (
          <>
            {' '}
            Platserna kostar {tkr(summa.kostnad)} tkr. Kvar blir <strong>{tkr(summa.netto)} tkr</strong> det första
            året.
          </>
        )}
      </p>
      <Table
        id="summor"
        caption="Summor per år"
        narrow="scroll"
        columns={[{ head: 'Vad' }, { head: 'Räknat', num: true }, { head: 'Nio av tio dragningar', num: true }]}
        rows={[
          [
            'Når egen försörjning, personer',
            visaTal(summa.självförsörjande),
            `${visaTal(drag.självförsörjande.från)} till ${visaTal(drag.självförsörjande.till)}`,
          ],
          ['Besparing', `${tkr(summa.besparing)} tkr`, spann(drag.besparing)],
          ...(summa.kostnad !== undefined && drag.kostnad
            ? [
                ['Kostnad för platserna', `${tkr(summa.kostnad)} tkr`, spann(drag.kostnad)],
                ['Besparing minus kostnad', `${tkr(summa.netto)} tkr`, spann(drag.netto)],
              ]
            : []),
        ]}
      />
      <Histogram
        id="fordelning"
        caption={
          plats
            ? `Så utfaller besparingen minus kostnaden i ${visaTal(dragningar)} dragningar. I ${visaTal(100 * drag.täcker)} % av dem täcker första årets besparing kostnaden.`
            : `Så utfaller besparingen i ${visaTal(dragningar)} dragningar. Nio av tio ligger mellan ${spann(drag.besparing)}.`
        }
        bins={klasser(drag.netton)}
        x={{ label: 'Tusen kronor', format: visaTal }}
        y={{ label: 'Antal dragningar', format: visaTal }}
        marks={[{ x: drag.netto.median / 1000, label: `Mitten ${tkr(drag.netto.median)} tkr` }]}
      />
      {plats && summa.brytpunkt !== undefined ? (
        <>
          <h3>Vad platserna får kosta</h3>
          <p>
            Första årets besparing täcker kostnaden när <strong>{visaTal(summa.brytpunkt)} %</strong> når egen
            försörjning.
            {summa.brytpunkt > 100 ? ' Det går inte på ett år, hur många som än lyckas.' : ''}
            {summa.högstaKostnad === undefined
              ? ''
              : ` Med ${visaTal(modell.andel.värde)} % får en plats kosta högst ${visaTal(summa.högstaKostnad)} kr i månaden.`}
          </p>
          <LineChart
            id="brytpunkt"
            caption="Besparing minus kostnad det första året, efter hur stor andel som når egen försörjning."
            series={[
              {
                name: 'Besparing minus kostnad',
                points: andelar.map((andel) => ({
                  x: andel,
                  y: räknaEkonomi({ ...modell, andel: { värde: andel } }).netto / 1000,
                })),
              },
            ]}
            x={{ label: 'Når egen försörjning, %', format: visaTal }}
            y={{ label: 'Tusen kronor', format: visaTal }}
            {...(summa.brytpunkt <= 50 ? { mark: { x: summa.brytpunkt, label: 'Täcker kostnaden' } } : {})}
          />
        </>
      ) : null}
      <h3>Det här är antaget</h3>
      <ul>
        <li>Var och en som når egen försörjning gör det hela det första året. Senare år är inte med.</li>
        <li>
          Alla deltagare har en plats i {plats ? `${visaTal(plats.månader)} månader` : 'lika lång tid'}, även de som
          inte lyckas.
        </li>
        <li>
          Ingen hade nått egen försörjning utan stödet. Det gör besparingen för hög: se skillnaden efter en insats.
        </li>
        <li>Deltagarna lyckas oberoende av varandra, var och en med samma sannolikhet.</li>
        <li>
          En osäker siffra dras ur en PERT-fördelning: mellan lägst och högst, oftast nära det troligaste. En siffra
          utan lägst och högst är säker.
        </li>
        <li>Skatter, andra ersättningar och handläggarnas tid är inte med.</li>
        <li>
          {visaTal(dragningar)} dragningar med fröet {frö}. Samma frö ger samma svar.
        </li>
      </ul>
      <p class="small muted">
        Göteborgs siffror: 1 500 deltagare, 15 %, 110 tkr per person och år (dnr 0840/19). Räkningen gäller grupper. Den
        säger inget om en enskild person och används inte i något ärende.
      </p>
    </section>
  );
}

/** The drawings in classes of even width, thousands of kronor. */
function klasser(netton: Float64Array): { from: number; to: number; count: number }[] {
  const [minst, störst] = [netton[0]! / 1000, netton.at(-1)! / 1000];
  const bredd = Math.max((störst - minst) / KLASSER, 0.5);
  const antal = new Array<number>(KLASSER).fill(0);
  for (const netto of netton) {
    const klass = Math.min(KLASSER - 1, Math.floor((netto / 1000 - minst) / bredd));
    antal[klass] = antal[klass]! + 1;
  }
  return antal.map((count, i) => ({ from: minst + i * bredd, to: minst + (i + 1) * bredd, count }));
}
