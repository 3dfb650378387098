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
  t,
  tidpunkt,
  tJsx,
  översatt,
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
              over={t('Beslut {dag}', { dag: datum(dagFör(beslut.beslutad)) })}
              heading={beslutsrubrik(beslut)}
              lead={ingress(bild, beslut)}
              {...(beräkning && beräkning.bistand !== null ? stapel(beräkning, bild) : {})}
            />
            <section class="stack-s" aria-labelledby="raknat">
              <h2 id="raknat">{t('Så har vi räknat')}</h2>
              {beräkning ? (
                <>
                  <p>{t('Tryck på en rad för att se varför.')}</p>
                  <ExplainedLines lines={beslutsrader(beräkning, ansökan)} sum={summan(beslut, beräkning, ansökan)} />
                </>
              ) : null}
              <Details summary={t('Skälen i beslutet')}>
                <div lang="sv" dir="ltr">
                  {beslut.motivering.split('\n').map((rad) => (
                    <p>{rad}</p>
                  ))}
                </div>
              </Details>
            </section>
            {prov ? <VadHänderOm bild={bild} prov={prov} /> : null}
            <section class="stack-s" aria-labelledby="fel">
              <h2 id="fel">{t('Om du tycker att något är fel')}</h2>
              <p>
                {tJsx(
                  '<b>Är en uppgift fel?</b> Ring oss på {telefon}, {telefontid}. Vi kan ofta rätta det direkt.',
                  fet,
                  {
                    telefon: kommun.telefon,
                    telefontid: kommun.telefontid,
                  },
                )}
              </p>
              <p>
                {tJsx(
                  '<b>Tycker du att beslutet är fel?</b> Då kan du överklaga. Det kostar inget. Vi måste ha fått överklagandet inom tre veckor från den dag du fick beslutet. Vi hjälper dig om du vill.',
                  fet,
                )}
              </p>
              <Details summary={t('Så överklagar du')}>
                <ol>
                  <li>{t('Skriv vilket beslut du överklagar, vad du vill ändra och varför.')}</li>
                  <li>{t('Skriv ditt namn, personnummer, adress och telefonnummer.')}</li>
                  <li>
                    {t('Skicka eller lämna det till {nämnd}, {kommun}. Inte till domstolen.', {
                      nämnd: kommun.nämnd,
                      kommun: kommun.namn,
                    })}
                  </li>
                  <li>
                    {t(
                      'Vi prövar först om beslutet ska ändras. Annars skickar vi överklagandet till förvaltningsrätten.',
                    )}
                  </li>
                </ol>
              </Details>
            </section>
            <section class="stack-s" aria-labelledby="om">
              <h2 id="om">{t('Om beslutet')}</h2>
              <Lines>
                <Line>{omBeslutet(beslut)}</Line>
                <Line>{vem(beslut)}</Line>
                <Line>
                  {t('Ärende {nummer}. Du kan alltid begära att en handläggare går igenom beslutet.', {
                    nummer: bild.ärende.nummer,
                  })}
                </Line>
              </Lines>
              <Actions>
                <LinkButton href={`/mina-sidor/beslut/${ansökan.id}/brev.pdf`} kind="neutral">
                  {t('Hämta beslutet som pdf')}
                </LinkButton>
                <PrintButton />
              </Actions>
            </section>
          </div>
          <aside class="aside stack">
            <h2 class="over">{t('Det här har hänt')}</h2>
            <EventTimeline
              label={t('Det här har hänt')}
              events={[
                ...bild.händelser.map((h) => ({ text: översatt(h.text), when: tidpunkt(h.tid), datetime: h.tid })),
                ...(utbetalning && utbetalning.utbetalningsdag >= kontext.port.idag()
                  ? [
                      {
                        text: t('Pengarna betalas ut'),
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

const fet = { b: (text: string) => <b>{text}</b> };

function omBeslutet({ utfall, lagrum }: Beslut): string {
  const enligt = { lagrum: lagrum.join(', ') };
  switch (utfall) {
    case 'bifall':
      return t('Vi beviljar ekonomiskt bistånd enligt {lagrum}.', enligt);
    case 'delavslag':
      return t('Vi beviljar en del av det du sökte enligt {lagrum}.', enligt);
    case 'avslag':
      return t('Vi avslår ansökan om ekonomiskt bistånd enligt {lagrum}.', enligt);
    case 'avvisning':
      return t('Vi avvisar ansökan om ekonomiskt bistånd enligt {lagrum}.', enligt);
    case 'avskrivning':
      return t('Vi avskriver ansökan om ekonomiskt bistånd enligt {lagrum}.', enligt);
  }
}

function vem({ beslutsfattare: av }: Beslut): string {
  if (av.slag === 'handlaggare')
    return t('Beslutet är fattat av {namn}, {titel}, enligt punkt {punkt} i delegationsordningen.', {
      namn: av.namn,
      titel: av.titel.toLowerCase(),
      punkt: av.delegationspunkt,
    });
  return t(
    'Beslutet är fattat automatiskt ({funktion}) enligt punkt {punkt} i delegationsordningen. Automatiska beslut kan bara ge dig allt du sökt. Allt annat prövas av en människa.',
    { funktion: av.funktion, punkt: av.delegationspunkt },
  );
}

/** What the decision means for the person, under the amount. */
function ingress({ beräkning, utbetalning, ansökan }: Ansökansbild, { utfall }: Beslut): string {
  const över = beräkning?.resultat ?? 0;
  if (utfall === 'avslag')
    return över > 0
      ? t(
          '{vem, select, par {Era} other {Dina}} inkomster räcker till det som försörjningsstödet ska täcka. De är {belopp} högre.',
          { vem: ansökan.medsökande === undefined ? 'ensam' : 'par', belopp: kr(öreFrånKronor(över)) },
        )
      : t('Här ser du varför.');
  const när = utbetalning
    ? t('Pengarna kommer {dag} till kontot som slutar på {slut}.', {
        dag: datum(utbetalning.utbetalningsdag),
        slut: utbetalning.konto.nummer.slice(-3),
      })
    : '';
  const hur =
    utfall === 'bifall' ? t('Du har fått allt du sökte.') : t('Allt du sökte är inte med. Här ser du varför.');
  return `${när} ${hur}`.trim();
}

function summan(beslut: Beslut, b: Beräkning, ansökan: Ansökan): { text: string; amount: string } {
  if (beslut.belopp === 0 && (b.resultat ?? 0) > 0)
    return { text: t('Pengar över'), amount: kr(öreFrånKronor(b.resultat ?? 0)) };
  return { text: ansökan.medsökande === undefined ? t('Du får') : t('Ni får'), amount: kr(beslut.belopp) };
}

/** The bar: what the household needs, what it has, what it gets. */
function stapel(b: Beräkning, { ansökan }: Ansökansbild) {
  const behov = b.rader.norm + (b.kostnader ?? 0);
  const värden = {
    vem: ansökan.medsökande === undefined ? 'ensam' : 'par',
    barn: (ansökan.uppgifter.barn ?? []).length,
  };
  return {
    need: {
      label: t(
        '{vem, select, par {Ni behöver} other {{barn, plural, =0 {Du behöver} one {Du och barnet behöver} other {Du och barnen behöver}}}}',
        värden,
      ),
      öre: öreFrånKronor(behov),
    },
    have: {
      label: t('Pengar {vem, select, par {ni} other {du}} redan har', värden),
      öre: öreFrånKronor(behov - (b.bistand ?? 0)),
    },
    get: {
      label: t('{vem, select, par {Ni får} other {Du får}} av oss', värden),
      öre: öreFrånKronor(b.bistand ?? 0),
    },
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
      return { ...text, fel: [{ id: 'lon', text: översatt(error.message) }], före, efter: undefined };
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
      <h2 id="om-rubrik">{t('Vad händer om …')}</h2>
      <p>{t('Prova med en annan lön eller hyra. Det ändrar inte ditt beslut.')}</p>
      <form
        class="card stack"
        method="get"
        action={`/mina-sidor/beslut/${bild.ansökan.id}#vad-hander-om`}
        data-what-if="prov-resultat"
      >
        <MoneyField
          name="lon"
          label={t('Lön efter skatt i {månad}', { månad: månad(kontrollmånad(bild.ansökan.månad)) })}
          value={prov.lon}
          error={fel('lon')}
        />
        <MoneyField name="hyra" label={t('Hyra')} value={prov.hyra} error={fel('hyra')} />
        <div>
          <Button kind="plain">{t('Räkna om')}</Button>
        </div>
        <div id="prov-resultat" aria-live="polite">
          {prov.efter ? (
            <>
              <p>
                <b>
                  {mer === 0
                    ? t('Du får lika mycket att leva på.')
                    : mer! > 0
                      ? t('Du får {belopp} mer att leva på.', { belopp: kr(mer!) })
                      : t('Du får {belopp} mindre att leva på.', { belopp: kr(-mer!) })}
                </b>
              </p>
              <Lines>
                <Line amount={<Changed from={kr(prov.före.bistånd)} to={kr(prov.efter.bistånd)} />}>
                  {t('Bistånd')}
                </Line>
                <Line
                  amount={
                    <Changed
                      from={kr(prov.före.lön + prov.före.bistånd)}
                      to={kr(prov.efter.lön + prov.efter.bistånd)}
                    />
                  }
                >
                  {t('Lön och bistånd')}
                </Line>
              </Lines>
              <p class="muted small">
                {t('Bostadsbidrag och avgifter kan också ändras om lönen ändras. Det räknas inte med här.')}
              </p>
            </>
          ) : null}
        </div>
      </form>
    </section>
  );
}
