import { räknasMotBeslutet, sammaKonto } from '@stegvis/casework';
import {
  Breadcrumb,
  Button,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kr,
  läsBelopp,
  MoneyField,
  månad,
  Notice,
  Panel,
  RadioGroup,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Utbetalningsbild } from './betalning-port.ts';
import { BETALNINGAR, mål, saknasSida, UTBETALNINGSSTATUS } from './betalningar-delar.tsx';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { medarbetare, type Sidkontext, visa } from './sida.tsx';

const BESKED = { utbetald: 'Utbetald', avvisad: 'Avvisad', aterbetald: 'Kom tillbaka' } as const;
const GRUND = { onskemal: 'Personens önskemål', samtycke: 'Personens samtycke', 'annat-skal': 'Annat skäl' } as const;

/** One payment: where it is, and to stop it, split it or pay it again. */
export function utbetalningsSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const bild = await kontext.port.utbetalning(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return saknasSida(c, kontext);
    const { utbetalning: u } = bild;
    return visa(c, kontext, {
      title: `Utbetalning till ${bild.mottagare}`,
      flik: 'betalningar',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: BETALNINGAR, label: 'Betalningar' }]} here={bild.mottagare} />
          {skrivet.fel.length > 0 ? <ErrorSummary errors={[...skrivet.fel]} /> : null}
          <div class="wb-title">
            <h1>Utbetalning till {bild.mottagare}</h1>
            <Tag kind={UTBETALNINGSSTATUS[u.status].slag}>{UTBETALNINGSSTATUS[u.status].text}</Tag>
          </div>
          <Facts items={fakta(bild)} />
          {bild.alla.length > 1 ? <AllaAvBeslutet bild={bild} /> : null}
          {u.bankbesked.length > 0 ? (
            <Table
              id="besked"
              caption="Bankens besked"
              narrow="list"
              columns={[
                { head: 'Besked' },
                { head: 'Dag' },
                { head: 'Fil' },
                { head: 'Kod' },
                { head: 'Bankens text' },
              ]}
              rows={u.bankbesked.map((b) => [
                BESKED[b.besked],
                b.dag ? datum(b.dag) : '',
                b.slag,
                b.kod ?? '',
                b.text ?? '',
              ])}
            />
          ) : null}
          <Åtgärder bild={bild} skrivet={skrivet} />
        </div>
      ),
    });
  };

  app.get('/betalningar/utbetalning/:id', (c) => show(c));

  app.post('/betalningar/utbetalning/:id/stoppa', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const result = await kontext.port.stoppaUtbetalning(medarbetare(kontext, c), id, fält['skal'] ?? '');
    return result.ok
      ? c.redirect(`${BETALNINGAR}/utbetalning/${id}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'skal'), fält });
  });

  app.post('/betalningar/utbetalning/:id/igen', async (c) => {
    const result = await kontext.port.betalaIgen(medarbetare(kontext, c), c.req.param('id'));
    return result.ok
      ? c.redirect(`${BETALNINGAR}/utbetalning/${result.id}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'igen'), fält: {} });
  });

  app.post('/betalningar/utbetalning/:id/dela', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const belopp = läsBelopp(fält['belopp'] ?? '');
    const slag = (['onskemal', 'samtycke', 'annat-skal'] as const).find((s) => s === fält['grundslag']);
    const giro = (['bankgiro', 'plusgiro'] as const).find((s) => s === fält['giroslag']);
    const fel = [
      ...(belopp.kind === 'fel' ? [{ id: 'belopp', text: belopp.text }] : []),
      ...(belopp.kind === 'tomt' ? [{ id: 'belopp', text: 'Skriv hur mycket som ska betalas till fakturan.' }] : []),
      ...(giro ? [] : [{ id: 'giroslag', text: 'Välj bankgiro eller plusgiro.' }]),
      ...(slag ? [] : [{ id: 'grundslag', text: 'Välj varför pengarna betalas till någon annan.' }]),
    ];
    if (belopp.kind !== 'value' || !slag || !giro) return show(c, { fel, fält });
    const referens = (fält['referens'] ?? '').trim();
    const result = await kontext.port.delaUtbetalning(medarbetare(kontext, c), id, {
      belopp: belopp.value,
      giro: {
        slag: giro,
        nummer: fält['giro'] ?? '',
        namn: fält['namn'] ?? '',
        ort: fält['ort'] ?? '',
        referens: /^[\d\s]+$/.test(referens) ? { ocr: referens } : { meddelande: referens },
      },
      grund: { slag, text: fält['grund'] ?? '' },
    });
    return result.ok
      ? c.redirect(`${BETALNINGAR}/utbetalning/${id}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'belopp'), fält });
  });
}

function fakta(bild: Utbetalningsbild) {
  const { utbetalning: u } = bild;
  const vem = (id: string) => bild.namn[id] ?? 'Okänd';
  return [
    { name: 'Belopp', value: kr(u.belopp) },
    { name: 'Beslut', value: `${månad(bild.beslut.månad)}, ${kr(bild.beslut.belopp)}, ärende ${bild.ärendenummer}` },
    { name: 'Utbetalningsdag', value: datum(u.utbetalningsdag) },
    { name: 'Betalas till', value: mål(bild) },
    ...(u.giro
      ? [
          {
            name: 'Referens',
            value: 'ocr' in u.giro.referens ? `OCR ${u.giro.referens.ocr}` : u.giro.referens.meddelande,
          },
        ]
      : []),
    ...(u.grund
      ? [
          {
            name: 'Grund',
            value: `${GRUND[u.grund.slag]}: ${u.grund.text} (${vem(u.grund.av)}, ${tidpunkt(u.grund.tid)})`,
          },
        ]
      : []),
    ...(u.stopp ? [{ name: 'Stoppad', value: `${tidpunkt(u.stopp.tid)}, ${vem(u.stopp.av)}: ${u.stopp.skal}` }] : []),
    ...(u.återkallelse
      ? [
          {
            name: 'Återkallelse begärd',
            value: `${tidpunkt(u.återkallelse.tid)}, ${vem(u.återkallelse.av)}: ${u.återkallelse.skal}`,
          },
        ]
      : []),
    ...(bild.fil
      ? [{ name: 'Betalfil', value: <a href={`${BETALNINGAR}/fil/${bild.fil.id}`}>{bild.fil.meddelandeId}</a> }]
      : []),
    { name: 'Identitet', value: u.nyckel },
  ];
}

function AllaAvBeslutet({ bild }: { bild: Utbetalningsbild }) {
  return (
    <Table
      id="alla"
      caption="Beslutets utbetalningar"
      narrow="list"
      columns={[{ head: 'Nr' }, { head: 'Betalas till' }, { head: 'Läge' }, { head: 'Belopp', num: true }]}
      rows={bild.alla.map((v) => [
        v.id === bild.utbetalning.id ? (
          `${v.nummer} (den här)`
        ) : (
          <a href={`${BETALNINGAR}/utbetalning/${v.id}`}>{String(v.nummer)}</a>
        ),
        mål({ utbetalning: v }),
        <Tag kind={UTBETALNINGSSTATUS[v.status].slag}>{UTBETALNINGSSTATUS[v.status].text}</Tag>,
        kr(v.belopp),
      ])}
      foot={[
        'Räknas mot beslutet',
        '',
        '',
        kr(bild.alla.filter(räknasMotBeslutet).reduce((sum, v) => sum + v.belopp, 0)),
      ]}
    />
  );
}

function Åtgärder({ bild, skrivet }: { bild: Utbetalningsbild; skrivet: Skrivet }) {
  const { utbetalning: u } = bild;
  const adress = `${BETALNINGAR}/utbetalning/${u.id}`;
  const ersatt = bild.alla.some((v) => v.ersätter === u.id && räknasMotBeslutet(v));
  const kanBetalasIgen = !räknasMotBeslutet(u) && !ersatt;
  return (
    <>
      {kanBetalasIgen ? (
        <Panel>
          <h2>Betala igen</h2>
          <p>
            {u.giro
              ? `En ny utbetalning går till ${mål(bild)}.`
              : `En ny utbetalning går till det konto personen har uppgett senast, som slutar på ${bild.senasteKonto.nummer.slice(-3)}.`}
          </p>
          {!u.giro && u.status !== 'stoppad' && sammaKonto(bild.senasteKonto, u.konto) ? (
            <Notice kind="attention" level={3} heading="Det är samma konto som pengarna inte kom fram till">
              <p>Be personen ändra sitt konto först, med e-legitimation eller på besök hos två handläggare.</p>
            </Notice>
          ) : null}
          <form method="post" action={`${adress}/igen`} id="igen">
            <Button kind="go">Planera {kr(u.belopp)} igen</Button>
          </form>
        </Panel>
      ) : null}
      {u.status === 'planerad' || (u.status === 'skickad' && !u.återkallelse) ? (
        <Panel>
          <h2>{u.status === 'planerad' ? 'Stoppa' : 'Återkalla'}</h2>
          <form method="post" action={`${adress}/stoppa`} class="stack-s">
            <Textarea
              name="skal"
              label={u.status === 'planerad' ? 'Varför ska utbetalningen stoppas?' : 'Varför ska banken återkalla den?'}
              hint={
                u.status === 'planerad'
                  ? 'Personen ser att utbetalningen är stoppad, men inte varför.'
                  : 'Ring banken också. Begäran antecknas här; om pengarna kommer tillbaka syns det i bankens fil.'
              }
              rows={2}
              value={skrivet.fält['skal']}
              error={felFör(skrivet, 'skal')}
            />
            <Button kind="neutral">{u.status === 'planerad' ? 'Stoppa utbetalningen' : 'Anteckna begäran'}</Button>
          </form>
        </Panel>
      ) : null}
      {u.status === 'planerad' && !u.giro ? <Dela bild={bild} skrivet={skrivet} adress={adress} /> : null}
    </>
  );
}

function Dela({ skrivet, adress }: { bild: Utbetalningsbild; skrivet: Skrivet; adress: string }) {
  const v = skrivet.fält;
  return (
    <Details summary="Betala en del till en hyresvärd eller tandläkare" open={'giro' in v}>
      <form method="post" action={`${adress}/dela`} class="stack-s">
        <MoneyField name="belopp" label="Hur mycket?" value={v['belopp'] ?? ''} error={felFör(skrivet, 'belopp')} />
        <TextField name="namn" label="Till vem?" value={v['namn']} error={felFör(skrivet, 'namn')} width="full" />
        <TextField name="ort" label="Mottagarens ort" value={v['ort']} error={felFör(skrivet, 'ort')} />
        <RadioGroup
          name="giroslag"
          label="Bankgiro eller plusgiro?"
          row
          choices={[
            { value: 'bankgiro', label: 'Bankgiro' },
            { value: 'plusgiro', label: 'Plusgiro' },
          ]}
          value={v['giroslag'] ?? ''}
          error={felFör(skrivet, 'giroslag')}
        />
        <TextField
          name="giro"
          label="Nummer"
          inputmode="numeric"
          width="13"
          value={v['giro']}
          error={felFör(skrivet, 'giro')}
        />
        <TextField
          name="referens"
          label="OCR-nummer eller meddelande"
          hint="Bara siffror läses som OCR-nummer."
          value={v['referens']}
          error={felFör(skrivet, 'referens')}
          width="full"
        />
        <RadioGroup
          name="grundslag"
          label="Varför betalas pengarna till någon annan?"
          choices={[
            { value: 'onskemal', label: 'Personen har bett om det' },
            { value: 'samtycke', label: 'Personen har samtyckt' },
            { value: 'annat-skal', label: 'Annat skäl' },
          ]}
          value={v['grundslag'] ?? ''}
          error={felFör(skrivet, 'grundslag')}
        />
        <Textarea
          name="grund"
          label="Vad har personen sagt, och när?"
          rows={2}
          value={v['grund']}
          error={felFör(skrivet, 'grund')}
        />
        <Button kind="go">Dela utbetalningen</Button>
      </form>
    </Details>
  );
}
