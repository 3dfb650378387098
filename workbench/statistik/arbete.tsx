import { NotInForce } from '@stegvis/rules';
import {
  ANSTÄLLNINGAR,
  type Anställningsläge,
  type Arbetssvar,
  type Arbetsval,
  arbeteEllerBistånd,
  läsArbete,
  TYPHUSHÅLL,
} from '@stegvis/statistics';
import {
  Actions,
  Breadcrumb,
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  kr,
  LineChart,
  MoneyField,
  månad,
  Notice,
  RadioGroup,
  Select,
  Table,
  TextField,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import { type Fält, felFör, type Skrivet } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

const ARBETE = `${STATISTIK}/konsekvens/arbete`;

/** The premium as a secondary source describes it; shown as such and possible to change (docs/tolkningar/Z03). */
const PREMIE = { 'premie-procent': '15', 'premie-hogst': '3 750' };

/** Work or assistance for a household: everything stands in the address, which holds ages, numbers and amounts only. */
export function arbetssida(app: Hono, kontext: Sidkontext): void {
  app.get('/statistik/konsekvens/arbete', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.statistik.arbetsstart(who);
    const frågor: Fält = Object.fromEntries(
      Object.entries(c.req.query()).map(([k, v]) => [k, v.replaceAll('\0', '').slice(0, 100)]),
    );
    const månader = bild?.månader ?? [];
    const fält: Fält = { ...förifyllt(frågor['hushall'], månader[0]), ...frågor };
    const läst = frågor['rakna'] === 'ja' ? läsArbete(fält, månader) : undefined;
    const fel = läst && !läst.ok ? läst.fel.map(({ fält: id, text }) => ({ id, text })) : [];
    return visaStatistik(c, kontext, {
      title: 'Arbete eller bistånd',
      flik: 'konsekvens',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb
            items={[{ href: `${STATISTIK}/konsekvens`, label: 'Konsekvenser' }]}
            here="Arbete eller bistånd"
          />
          <ErrorSummary errors={fel} />
          <h1>Arbete eller bistånd</h1>
          <p class="lead">
            Vad en lön i stället för bistånd betyder för ett hushåll och för kommunen. Hushållet är påhittat och inget
            sparas.
          </p>
          {läst?.ok ? <Svar val={läst.val} kommun={bild?.kommun} /> : null}
          <Formulär fält={fält} skrivet={{ fel, fält }} månader={månader} />
        </>
      ),
    });
  });
}

/** The fields as a preset has them, or empty: amounts nobody has said are not invented. */
function förifyllt(id: string | undefined, manad: string | undefined): Fält {
  const h = TYPHUSHÅLL.find((ett) => ett.id === id);
  return {
    ...PREMIE,
    manad: manad ?? '',
    ...(h
      ? {
          vuxna: String(h.vuxna),
          barn: h.barn.join(', '),
          hyra: String(h.hyra),
          el: String(h.el),
          hemforsakring: String(h.hemforsakring),
          bidrag: String(h.bidrag),
        }
      : {}),
  };
}

function Formulär({ fält, skrivet, månader }: { fält: Fält; skrivet: Skrivet; månader: readonly string[] }) {
  const värde = (namn: string) => fält[namn] ?? '';
  const fel = (namn: string) => felFör(skrivet, namn);
  const pengar = (name: string, label: string, hint?: string) => (
    <MoneyField name={name} label={label} value={värde(name)} error={fel(name)} {...(hint ? { hint } : {})} />
  );
  const procent = (name: string, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      value={värde(name)}
      width="4"
      inputmode="decimal"
      error={fel(name)}
      {...(hint ? { hint } : {})}
    />
  );
  const kryss = (name: string, label: string, hint?: string) => (
    <Checkbox name={name} label={label} checked={värde(name) === 'ja'} {...(hint ? { hint } : {})} />
  );
  return (
    <section class="stack" aria-labelledby="fyll-i">
      <h2 id="fyll-i">Fyll i</h2>
      <p>
        Börja från ett hushåll. Hyror och bidrag är exempel:{' '}
        {TYPHUSHÅLL.map(({ id, namn }, i) => (
          <>
            {i > 0 ? ', ' : ''}
            <a href={`${ARBETE}?hushall=${id}#fyll-i`}>{namn.toLowerCase()}</a>
          </>
        ))}
        .
      </p>
      <form method="get" action={ARBETE} class="stack" novalidate>
        <input type="hidden" name="rakna" value="ja" />
        <fieldset class="stack-s">
          <legend>Hushållet</legend>
          <RadioGroup
            name="vuxna"
            label="Vuxna"
            row
            unsettable={false}
            value={värde('vuxna') || '1'}
            error={fel('vuxna')}
            choices={[
              { value: '1', label: 'En' },
              { value: '2', label: 'Två' },
            ]}
          />
          <TextField
            name="barn"
            label="Barnens åldrar"
            hint="Med komma emellan, till exempel 4, 8. Tomt om inga barn."
            value={värde('barn')}
            error={fel('barn')}
          />
          <div class="row row--top">
            {pengar('hyra', 'Hyra')}
            {pengar('el', 'Hushållsel')}
            {pengar('hemforsakring', 'Hemförsäkring')}
          </div>
          {pengar('bidrag', 'Barnbidrag, underhållsstöd och bostadsbidrag')}
          <div class="row row--top">
            {pengar('ersattning', 'Annan ersättning efter skatt')}
            {pengar('lon2', 'Den andra vuxnas lön efter skatt', 'Bara om det finns två vuxna.')}
          </div>
          {kryss('jobbstimulans', 'Jobbstimulansen gäller för den första vuxna', '12 kap. 8 § socialtjänstlagen')}
          <Select
            name="manad"
            label="Månad som räknas"
            value={värde('manad')}
            error={fel('manad')}
            options={månader.map((m) => ({ value: m, label: månad(m) }))}
          />
        </fieldset>
        <fieldset class="stack-s">
          <legend>Skatt</legend>
          {procent(
            'skatt',
            'Skatt på lönen, procent',
            'En enkel modell med din egen siffra. Jobbskatteavdrag, grundavdrag och skattetabeller är inte med.',
          )}
          {pengar('utan-skatt', 'Belopp per månad utan skatt', 'Frivilligt. Skatten räknas på det som är över.')}
        </fieldset>
        <fieldset class="stack-s">
          <legend>Löner att jämföra</legend>
          <p class="hint">Fyll i den eller de som ska jämföras. Efter skatt tomt: modellen ovan räknar.</p>
          <div class="row row--top">
            {Object.entries(ANSTÄLLNINGAR).map(([id, namn]) => (
              <fieldset class="stack-s">
                <legend>{namn}</legend>
                {pengar(`${id}-brutto`, 'Lön före skatt')}
                {pengar(`${id}-netto`, 'Lön efter skatt', 'Frivilligt')}
                {kryss(`${id}-kommunen`, 'Kommunen är arbetsgivare')}
                {pengar(`${id}-stod`, 'Statens stöd till arbetsgivaren', 'Frivilligt')}
              </fieldset>
            ))}
          </div>
          {procent('arbetsgivaravgift', 'Arbetsgivaravgift, procent av lönen')}
        </fieldset>
        <fieldset class="stack-s">
          <legend>Jobbpremie</legend>
          {kryss(
            'jobbpremie',
            'Räkna med jobbpremie',
            'Statlig premie för den som hade försörjningsstöd varje månad juli–december 2025 och nu lever på lön. Betalas bara för månader utan försörjningsstöd, högst 18. Uppgifterna kommer från en andrahandskälla; kontrollera dem hos Försäkringskassan.',
          )}
          <div class="row row--top">
            {procent('premie-procent', 'Procent av lönen före skatt')}
            {pengar('premie-hogst', 'Högst per månad')}
          </div>
        </fieldset>
        <Actions>
          <Button kind="go">Räkna</Button>
        </Actions>
      </form>
    </section>
  );
}

function Svar({ val, kommun }: { val: Arbetsval; kommun: string | undefined }) {
  try {
    return <Resultat val={val} svar={arbeteEllerBistånd(val, kommun)} />;
  } catch (fel) {
    if (!(fel instanceof NotInForce)) throw fel;
    return (
      <Notice kind="attention" heading={`Det går inte att räkna på ${månad(val.manad)} än`} level={2}>
        <p>{fel.message}</p>
        <p>Välj en annan månad. Det du har fyllt i finns kvar.</p>
      </Notice>
    );
  }
}

function Resultat({ val, svar }: { val: Arbetsval; svar: Arbetssvar }) {
  const { utan, anställningar, kurva, marginal, upphör } = svar;
  const kronor = (antal: number) => kr(Math.round(antal) * 100);
  return (
    <section class="stack" aria-labelledby="resultat">
      <h2 id="resultat">Resultat</h2>
      <p class="lead">
        Utan lön får hushållet {kr(utan.bistånd)} i bistånd och har {kr(utan.attLevaPå)} i månaden att leva på.
      </p>
      {anställningar.map((a) => (
        <section aria-label={a.namn}>
          <h3>{a.namn}</h3>
          <p>{förHushållet(a)}</p>
          <p>{förKommunen(a)}</p>
        </section>
      ))}
      {upphör === undefined ? (
        <p>Hushållet får bistånd vid alla löner upp till 50 000 kr före skatt.</p>
      ) : (
        <p>Biståndet upphör vid en lön på ungefär {kr(upphör)} före skatt.</p>
      )}
      {anställningar.length > 0 ? (
        <Table
          id="jamforelse"
          caption="Jämförelse, kronor per månad"
          narrow="scroll"
          columns={[
            { head: 'Lön' },
            { head: 'Före skatt', num: true },
            { head: 'Efter skatt', num: true },
            { head: 'Bistånd', num: true },
            { head: 'Jobbpremie', num: true },
            { head: 'Att leva på', num: true },
            { head: 'Mer än utan lön', num: true },
            { head: 'Kommunen sparar', num: true },
            { head: 'Kommunens lönekostnad', num: true },
            { head: 'Kommunen betalar', num: true },
          ]}
          rows={[
            ['Ingen lön', kr(0), kr(0), kr(utan.bistånd), kr(0), kr(utan.attLevaPå), '–', '–', '–', '–'],
            ...anställningar.map((a) => [
              a.namn,
              kr(a.brutto),
              kr(a.netto),
              kr(a.bistånd),
              kr(a.jobbpremie),
              kr(a.attLevaPå),
              kr(a.merÄnUtan),
              kr(a.sparat),
              kr(a.lönekostnad),
              kr(a.kommunenBetalar),
            ]),
          ]}
        />
      ) : null}
      <LineChart
        id="kurva"
        caption="Vad hushållet har att leva på vid olika löner, och hur mycket av det som är bistånd och lön efter skatt."
        series={[
          { name: 'Att leva på', points: kurva.map((p) => ({ x: p.brutto / 100, y: p.attLevaPå / 100 })) },
          { name: 'Lön efter skatt', points: kurva.map((p) => ({ x: p.brutto / 100, y: p.netto / 100 })) },
          { name: 'Bistånd', points: kurva.map((p) => ({ x: p.brutto / 100, y: p.bistånd / 100 })) },
        ]}
        x={{ label: 'Lön före skatt per månad', format: kronor }}
        y={{ label: 'Kronor per månad', format: kronor, from: 0 }}
      />
      <LineChart
        id="marginaleffekt"
        caption="Hur stor del av 1 000 kr mer i lön före skatt som hushållet inte får behålla."
        series={[
          { name: 'Behåller inte', step: true, points: marginal.map((p) => ({ x: p.brutto / 100, y: p.procent })) },
        ]}
        x={{ label: 'Lön före skatt per månad', format: kronor }}
        y={{ label: 'Procent', format: (v) => `${String(Math.round(v)).replace('-', '−')} %`, to: 100 }}
        note={
          marginal.some((p) => p.procent < 0)
            ? 'Under noll: hushållet får mer än löneökningen, där jobbpremien börjar.'
            : undefined
        }
      />
      <Details summary="Vad som inte är med">
        <ul>
          <li>
            Skatten är {String(val.skatt.procent).replace('.', ',')} % av lönen
            {val.skatt.utanSkatt > 0 ? ` över ${kronor(val.skatt.utanSkatt)}` : ''}, eller den lön efter skatt som du
            skrev. Jobbskatteavdrag, grundavdrag och skattetabeller är inte med.
          </li>
          <li>
            Bostadsbidrag, underhållsstöd, barnomsorgsavgift och andra bidrag ändras inte med lönen här, men gör det i
            verkligheten.
          </li>
          <li>Resor till arbetet och andra kostnader för att arbeta är inte med.</li>
          <li>Kommunens skatteintäkter, pensionsavgifter, semesterlön och kostnader för handledning är inte med.</li>
          <li>Beloppen är för en månad. Vad det betyder på längre sikt visas inte.</li>
        </ul>
      </Details>
    </section>
  );
}

function förHushållet(a: Anställningsläge): string {
  const { merÄnUtan: mer } = a;
  const skillnad =
    mer > 0 ? `${kr(mer)} mer än utan lön` : mer < 0 ? `${kr(-mer)} mindre än utan lön` : 'lika mycket som utan lön';
  const bistånd = a.bistånd === 0 ? 'Biståndet upphör.' : `Biståndet blir ${kr(a.bistånd)}.`;
  const premie = a.jobbpremie > 0 ? ` I det ingår ${kr(a.jobbpremie)} i jobbpremie.` : '';
  return `Hushållet har ${kr(a.attLevaPå)} att leva på, ${skillnad}.${premie} ${bistånd}`;
}

function förKommunen(a: Anställningsläge): string {
  const sparar = `Kommunen betalar ${kr(a.sparat)} mindre i bistånd`;
  if (a.lönekostnad === 0) return `${sparar} i månaden.`;
  const netto =
    a.kommunenBetalar > 0
      ? `${kr(a.kommunenBetalar)} mer i månaden än biståndet`
      : `${kr(-a.kommunenBetalar)} mindre i månaden än biståndet`;
  return `${sparar}, och ${kr(a.lönekostnad)} i lön och avgifter efter statens stöd: ${netto}.`;
}
