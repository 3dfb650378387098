import { type Ansökan, type Beslut, dagFör, kontrollmånad, öreFrånKronor } from '@stegvis/casework';
import { type Beräkning, beräknaSnabbt, NotInForce, type Underlag } from '@stegvis/rules';
import {
  Actions,
  Button,
  belopp,
  Changed,
  DecisionSummary,
  Details,
  datum,
  ErrorSummary,
  EventTimeline,
  ExplainedLines,
  type FieldError,
  kr,
  Line,
  Lines,
  LinkButton,
  läsBelopp,
  MoneyField,
  månad,
  PrintButton,
  tidpunkt,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import { beslutsrader } from './beslut-rader.ts';
import type { Ansökansbild } from './port.ts';
import { type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import { beslutsrubrik } from './status.ts';

/** A decision: the outcome and the amount first, when the money comes, how it was reckoned, what if, and what to do if it is wrong. */
export function beslutsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor/beslut/:id', async (c) => {
    const bild = await kontext.port.hämta(sökande(kontext, c), c.req.param('id'));
    if (!bild?.beslut) return saknas(c, kontext);
    const { beslut, beräkning, utbetalning, ansökan } = bild;
    const { kommun } = kontext.port;
    const prov =
      bild.underlag && beräkning
        ? prova(bild.underlag, { lon: c.req.query('lon'), hyra: c.req.query('hyra') })
        : undefined;
    return visa(c, kontext, {
      title: beslutsrubrik(beslut),
      flik: 'oversikt',
      fel: (prov?.fel.length ?? 0) > 0,
      children: (
        <div class="cols">
          <div class="stack-l">
            <ErrorSummary errors={prov?.fel ?? []} />
            <DecisionSummary
              over={`Beslut ${datum(dagFör(beslut.beslutad))}`}
              heading={beslutsrubrik(beslut)}
              lead={ingress(bild, beslut)}
              {...(beräkning && beräkning.bistand !== null ? stapel(beräkning, bild) : {})}
            />
            <section class="stack-s" aria-labelledby="raknat">
              <h2 id="raknat">Så har vi räknat</h2>
              {beräkning ? (
                <>
                  <p>Tryck på en rad för att se varför.</p>
                  <ExplainedLines lines={beslutsrader(beräkning, ansökan)} sum={summan(beslut, beräkning, ansökan)} />
                </>
              ) : null}
              <Details summary="Skälen i beslutet">
                {beslut.motivering.split('\n').map((rad) => (
                  <p>{rad}</p>
                ))}
              </Details>
            </section>
            {prov ? <VadHänderOm bild={bild} prov={prov} /> : null}
            <section class="stack-s" aria-labelledby="fel">
              <h2 id="fel">Om du tycker att något är fel</h2>
              <p>
                <b>Är en uppgift fel?</b> Ring oss på {kommun.telefon}, {kommun.telefontid}. Vi kan ofta rätta det
                direkt.
              </p>
              <p>
                <b>Tycker du att beslutet är fel?</b> Då kan du överklaga. Det kostar inget. Vi måste ha fått
                överklagandet inom tre veckor från den dag du fick beslutet. Vi hjälper dig om du vill.
              </p>
              <Details summary="Så överklagar du">
                <ol>
                  <li>Skriv vilket beslut du överklagar, vad du vill ändra och varför.</li>
                  <li>Skriv ditt namn, personnummer, adress och telefonnummer.</li>
                  <li>
                    Skicka eller lämna det till {kommun.nämnd}, {kommun.namn}. Inte till domstolen.
                  </li>
                  <li>
                    Vi prövar först om beslutet ska ändras. Annars skickar vi överklagandet till förvaltningsrätten.
                  </li>
                </ol>
              </Details>
            </section>
            <section class="stack-s" aria-labelledby="om">
              <h2 id="om">Om beslutet</h2>
              <Lines>
                <Line>
                  {OM[beslut.utfall]} enligt {beslut.lagrum.join(' och ')}.
                </Line>
                <Line>{vem(beslut)}</Line>
                <Line>Ärende {bild.ärende.nummer}. Du kan alltid begära att en handläggare går igenom beslutet.</Line>
              </Lines>
              <Actions>
                <LinkButton href={`/mina-sidor/beslut/${ansökan.id}/brev.pdf`} kind="neutral">
                  Hämta beslutet som pdf
                </LinkButton>
                <PrintButton />
              </Actions>
            </section>
          </div>
          <aside class="aside stack">
            <h2 class="over">Det här har hänt</h2>
            <EventTimeline
              label="Det här har hänt"
              events={[
                ...bild.händelser.map((h) => ({ text: h.text, when: tidpunkt(h.tid), datetime: h.tid })),
                ...(utbetalning && utbetalning.utbetalningsdag >= kontext.port.idag()
                  ? [
                      {
                        text: 'Pengarna betalas ut',
                        when: datum(utbetalning.utbetalningsdag),
                        datetime: utbetalning.utbetalningsdag,
                        state: 'coming' as const,
                      },
                    ]
                  : []),
              ]}
            />
          </aside>
        </div>
      ),
    });
  });

  app.get('/mina-sidor/beslut/:id/brev.pdf', async (c) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id'));
    const pdf = bild?.beslut && (await kontext.port.brev(who, bild.beslut.id));
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="beslut.pdf"',
    });
  });
}

const OM = {
  bifall: 'Vi beviljar ekonomiskt bistånd',
  delavslag: 'Vi beviljar en del av det du sökte',
  avslag: 'Vi avslår ansökan om ekonomiskt bistånd',
} as const;

function vem({ beslutsfattare: av }: Beslut): string {
  if (av.slag === 'handlaggare')
    return `Beslutet är fattat av ${av.namn}, ${av.titel.toLowerCase()}, enligt punkt ${av.delegationspunkt} i delegationsordningen.`;
  return `Beslutet är fattat automatiskt (${av.funktion}) enligt punkt ${av.delegationspunkt} i delegationsordningen. Automatiska beslut kan bara ge dig allt du sökt. Allt annat prövas av en människa.`;
}

/** What the decision means for the person, under the amount. */
function ingress({ beräkning, utbetalning, ansökan }: Ansökansbild, { utfall }: Beslut): string {
  const över = beräkning?.resultat ?? 0;
  if (utfall === 'avslag')
    return över > 0
      ? `${ansökan.medsökande === undefined ? 'Dina' : 'Era'} inkomster räcker till det som försörjningsstödet ska täcka. De är ${kr(öreFrånKronor(över))} högre.`
      : 'Här ser du varför.';
  const när = utbetalning
    ? `Pengarna kommer ${datum(utbetalning.utbetalningsdag)} till kontot som slutar på ${utbetalning.konto.nummer.slice(-3)}.`
    : '';
  const hur = utfall === 'bifall' ? 'Du har fått allt du sökte.' : 'Allt du sökte är inte med. Här ser du varför.';
  return `${när} ${hur}`.trim();
}

function summan(beslut: Beslut, b: Beräkning, ansökan: Ansökan): { text: string; amount: string } {
  if (beslut.belopp === 0 && (b.resultat ?? 0) > 0)
    return { text: 'Pengar över', amount: kr(öreFrånKronor(b.resultat ?? 0)) };
  return { text: ansökan.medsökande === undefined ? 'Du får' : 'Ni får', amount: kr(beslut.belopp) };
}

/** The bar: what the household needs, what it has, what it gets. */
function stapel(b: Beräkning, { ansökan }: Ansökansbild) {
  const behov = b.rader.norm + (b.kostnader ?? 0);
  const ensam = ansökan.medsökande === undefined;
  const barn = (ansökan.uppgifter.barn ?? []).length;
  const vem = !ensam ? 'Ni' : barn === 0 ? 'Du' : barn === 1 ? 'Du och barnet' : 'Du och barnen';
  const du = ensam ? 'du' : 'ni';
  return {
    need: { label: `${vem} behöver`, öre: öreFrånKronor(behov) },
    have: { label: `Pengar ${du} redan har`, öre: öreFrånKronor(behov - (b.bistand ?? 0)) },
    get: { label: `${ensam ? 'Du' : 'Ni'} får av oss`, öre: öreFrånKronor(b.bistand ?? 0) },
  };
}

interface Prov {
  readonly lon: string;
  readonly hyra: string;
  readonly fel: readonly FieldError[];
  readonly före: { bistånd: number; lön: number };
  readonly efter: { bistånd: number; lön: number } | undefined;
}

/** The same rules with another wage and another rent. The decision is not changed. */
function prova(underlag: Underlag, skrivet: { lon: string | undefined; hyra: string | undefined }): Prov {
  const lön = underlag.vuxna
    .flatMap((v) => v.inkomster ?? [])
    .filter((i) => i.typ === 'lon')
    .reduce((sum, i) => sum + i.netto, 0);
  const hyra = (underlag.kostnader ?? []).filter((k) => k.typ === 'boende').reduce((sum, k) => sum + k.belopp, 0);
  const bistånd = (u: Underlag) => öreFrånKronor(beräknaSnabbt(u).bistand ?? 0);
  const före = { bistånd: bistånd(underlag), lön: öreFrånKronor(lön) };
  const text = {
    lon: skrivet.lon ?? belopp(öreFrånKronor(lön)),
    hyra: skrivet.hyra ?? belopp(öreFrånKronor(hyra)),
  };
  if (skrivet.lon === undefined && skrivet.hyra === undefined) return { ...text, fel: [], före, efter: undefined };
  const nyLön = läsBelopp(text.lon || '0');
  const nyHyra = läsBelopp(text.hyra || '0');
  const fel = [
    ...(nyLön.kind === 'value' ? [] : [{ id: 'lon', text: nyLön.text }]),
    ...(nyHyra.kind === 'value' ? [] : [{ id: 'hyra', text: nyHyra.text }]),
  ];
  if (nyLön.kind !== 'value' || nyHyra.kind !== 'value') return { ...text, fel, före, efter: undefined };
  try {
    return {
      ...text,
      fel,
      före,
      efter: { bistånd: bistånd(med(underlag, nyLön.value / 100, nyHyra.value / 100)), lön: nyLön.value },
    };
  } catch (error) {
    if (error instanceof NotInForce)
      return { ...text, fel: [{ id: 'lon', text: error.message }], före, efter: undefined };
    throw error;
  }
}

function med(underlag: Underlag, lön: number, hyra: number): Underlag {
  const [first, ...rest] = underlag.vuxna;
  const utanLön = (v: Underlag['vuxna'][number]) => ({
    ...v,
    inkomster: (v.inkomster ?? []).filter((i) => i.typ !== 'lon'),
  });
  const vuxen = utanLön(first!);
  return {
    ...underlag,
    vuxna: [{ ...vuxen, inkomster: [...vuxen.inkomster, { typ: 'lon', netto: lön }] }, ...rest.map(utanLön)],
    kostnader: [...(underlag.kostnader ?? []).filter((k) => k.typ !== 'boende'), { typ: 'boende', belopp: hyra }],
  };
}

function VadHänderOm({ bild, prov }: { bild: Ansökansbild; prov: Prov }) {
  const fel = (id: string) => prov.fel.find((f) => f.id === id)?.text;
  const mer = prov.efter && prov.efter.lön + prov.efter.bistånd - prov.före.lön - prov.före.bistånd;
  return (
    <section class="stack-s noprint" aria-labelledby="om-rubrik" id="vad-hander-om">
      <h2 id="om-rubrik">Vad händer om …</h2>
      <p>Prova med en annan lön eller hyra. Det ändrar inte ditt beslut.</p>
      <form
        class="card stack"
        method="get"
        action={`/mina-sidor/beslut/${bild.ansökan.id}#vad-hander-om`}
        data-what-if="prov-resultat"
      >
        <MoneyField
          name="lon"
          label={`Lön efter skatt i ${månad(kontrollmånad(bild.ansökan.månad))}`}
          value={prov.lon}
          error={fel('lon')}
        />
        <MoneyField name="hyra" label="Hyra" value={prov.hyra} error={fel('hyra')} />
        <div>
          <Button kind="plain">Räkna om</Button>
        </div>
        <div id="prov-resultat" aria-live="polite">
          {prov.efter ? (
            <>
              <p>
                <b>
                  {mer === 0
                    ? 'Du får lika mycket att leva på.'
                    : mer! > 0
                      ? `Du får ${kr(mer!)} mer att leva på.`
                      : `Du får ${kr(-mer!)} mindre att leva på.`}
                </b>
              </p>
              <Lines>
                <Line amount={<Changed from={kr(prov.före.bistånd)} to={kr(prov.efter.bistånd)} />}>Bistånd</Line>
                <Line
                  amount={
                    <Changed
                      from={kr(prov.före.lön + prov.före.bistånd)}
                      to={kr(prov.efter.lön + prov.efter.bistånd)}
                    />
                  }
                >
                  Lön och bistånd
                </Line>
              </Lines>
              <p class="muted small">
                Bostadsbidrag och avgifter kan också ändras om lönen ändras. Det räknas inte med här.
              </p>
            </>
          ) : null}
        </div>
      </form>
    </section>
  );
}
