import { DYGN_MS, type Utfall } from '@stegvis/casework';
import { förklara } from '@stegvis/rules';
import {
  Breadcrumb,
  Clock,
  Details,
  ErrorSummary,
  Facts,
  kr,
  LinkButton,
  månad,
  Notice,
  Tag,
  TraceReader,
  tidpunkt,
  varaktighet,
  visaPersonnummer,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { Besluta, Beslutat, Beslutsrad, läsKommunicering, ärÖppen } from './arende-beslut.tsx';
import { Ärendeflikar } from './arende-huvud.tsx';
import { Ansvar, Historik, Inkommet, Register, Varningar } from './arende-sidofalt.tsx';
import { Beräkningsformulär, Beräkningstabell, harLucka, läsÄndringar } from './berakning.tsx';
import { Dokumentpanel } from './dokument.tsx';
import type { Ärendedokument } from './dokument-port.ts';
import { formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from './formular.ts';
import { Försörjningshindren } from './forsorjningshinder.tsx';
import { Journal, journalvägar, Påminnelser } from './journal.tsx';
import { ANSÖKANSSLAG, KANALNAMN } from './namn.ts';
import { Närvaro, närvarovägar } from './narvaro.tsx';
import { Nedsättningsrad } from './nedsattningsrad.tsx';
import { Hjälpte } from './person/avslut.tsx';
import type { Ansökanshinder } from './person/samordning-port.ts';
import { Planföljder } from './planfoljd.tsx';
import type { Planföljd } from './planfoljd-port.ts';
import type { HandläggarPort, Ärendebild } from './port.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

/** One application: what came in beside the registers, the calculation, the warnings, the decision, the journal. */
export function ärendeSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200): Promise<Response> => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('id')!;
    const bild = await kontext.port.hämta(who, id);
    if (!bild) return ärendetFinnsInte(c, kontext);
    const dokument = await kontext.port.dokument(who, id);
    const återkomster = await kontext.port.väg.återkomster(who, id);
    const följder = await kontext.port.väg.planföljder(who, id);
    const hinder = await kontext.port.väg.ansökansHinder(who, id);
    return visa(c, kontext, {
      title: rubrik(bild),
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <Innehåll
          bild={bild}
          dokument={dokument}
          återkomster={återkomster}
          följder={följder}
          hinder={hinder}
          skrivet={skrivet}
          idag={kontext.port.idag()}
        />
      ),
      after: (
        <Beslutsrad
          bild={bild}
          öppnad={skrivet.fält['oppna'] !== undefined || Object.keys(skrivet.fält).some((k) => k.startsWith('rad-'))}
        />
      ),
    });
  };

  app.get('/arenden/:id', (c) => {
    const oppna = c.req.query('oppna');
    return show(c, oppna === undefined ? INGET_SKRIVET : { fel: [], fält: { oppna } });
  });

  app.post('/arenden/:id/ta', async (c) => {
    const result = await kontext.port.ta(medarbetare(kontext, c), c.req.param('id'));
    if (result.ok) return c.redirect(adress(c), 303);
    return show(c, { fel: vägran(result.refusal, (f) => f, 'ansvar'), fält: {} }, 409);
  });

  app.post('/arenden/:id/lamna-over', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.lämnaÖver(medarbetare(kontext, c), c.req.param('id'), fält['till'] ?? '');
    if (result.ok) return c.redirect(`${adress(c)}#ansvar`, 303);
    return show(c, { fel: vägran(result.refusal, (f) => f, 'till'), fält }, 422);
  });

  app.post('/arenden/:id/fraga-igen', async (c) => {
    const result = await kontext.port.frågaIgen(medarbetare(kontext, c), c.req.param('id'));
    if (result.ok) return c.redirect(adress(c), 303);
    return show(c, { fel: vägran(result.refusal, (f) => f, 'register'), fält: {} }, 409);
  });

  app.post('/arenden/:id/belopp', async (c) => {
    const fält = await formfält(c);
    const ändringar = läsÄndringar(fält);
    const fel = ändringar.flatMap((ä) => ä.fel);
    if (ändringar.length === 0)
      fel.push({ id: 'berakning', text: 'Skriv ett belopp och varför i raden som ska avgöras.' });
    if (fel.length > 0) return show(c, { fel, fält }, 422);
    const result = await kontext.port.ändraBelopp(medarbetare(kontext, c), c.req.param('id'), {
      ändringar: ändringar.map(({ rad, belopp, skäl }) => ({ rad, belopp, skäl })),
      baseradPå: Number(fält['version']),
    });
    if (result.ok) return c.redirect(`${adress(c)}#berakning`, 303);
    const plats = (f: string) => {
      const [i = '0', namn] = f.split('.');
      return `rad-${ändringar[Number(i)]?.i}-${namn === 'skal' ? 'skal' : 'godkant'}`;
    };
    return show(c, { fel: vägran(result.refusal, plats, `rad-${ändringar[0]?.i}-godkant`), fält }, 409);
  });

  app.post('/arenden/:id/kvittera', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const result = await kontext.port.kvittera(medarbetare(kontext, c), id, await kryssade(c, 'kvitterad'));
    if (result.ok) return c.redirect(adress(c), 303);
    return show(c, { fel: vägran(result.refusal, (f) => f, 'stopp-rubrik'), fält }, 409);
  });

  app.post('/arenden/:id/beslut', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.besluta(medarbetare(kontext, c), c.req.param('id'), {
      sett: {
        beräkningId: fält['berakning'] ?? '',
        utfall: (fält['utfall'] ?? '') as Utfall,
        belopp: Number(fält['bistand']),
      },
      motivering: fält['motivering'] ?? '',
      kommunicering: läsKommunicering(fält),
      kvitterade: await kryssade(c, 'kvitterad'),
      baseradPå: Number(fält['version']),
    });
    if (result.ok) return c.redirect(adress(c), 303);
    return show(c, { fel: vägran(result.refusal, (f) => f, 'motivering'), fält }, 409);
  });

  app.get('/arenden/:id/brev.pdf', async (c) => {
    const pdf = await kontext.port.brev(medarbetare(kontext, c), c.req.param('id'));
    if (!pdf) return ärendetFinnsInte(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="beslut.pdf"',
    });
  });

  journalvägar(app, kontext, show);
  närvarovägar(app, kontext);
}

function Innehåll({
  bild,
  dokument,
  återkomster,
  följder,
  hinder,
  skrivet,
  idag,
}: {
  bild: Ärendebild;
  dokument: Ärendedokument | undefined;
  återkomster: Awaited<ReturnType<HandläggarPort['väg']['återkomster']>>;
  följder: readonly Planföljd[];
  hinder: readonly Ansökanshinder[];
  skrivet: Skrivet;
  idag: string;
}) {
  const { ansökan, beslut } = bild;
  const beräkning = harLucka(bild) ? undefined : bild.beräkning;
  const öppen = ärÖppen(bild);
  return (
    <>
      <Breadcrumb items={[{ href: '/handlaggning', label: 'Kö' }]} here={bild.ärende.nummer} />
      <Rubrikrad bild={bild} />
      <Närvaro ansökan={ansökan.id} närvarande={bild.närvarande} />
      <Facts items={fakta(bild)} />
      <Nedsättningsrad ärenden={bild.nedsättningar} vuxna={bild.vuxna} />
      {återkomster.map(({ person, namn, återkomst }) => (
        <Details summary={`${namn} är tillbaka inom tolv månader`}>
          <Hjälpte återkomst={återkomst} />
          <p>
            <a href={`/handlaggning/person/${person}`}>Vägen till egen försörjning</a>
          </p>
        </Details>
      ))}
      <Planföljder följder={följder} />
      <Ärendeflikar
        ansökan={ansökan.id}
        del="berakning"
        antal={{
          meddelanden: bild.olästa,
          komplettering: bild.kompletteringar.length,
          journal: bild.journal.length,
        }}
      />
      <ErrorSummary errors={skrivet.fel} />
      <Ändrat bild={bild} skrivet={skrivet} />
      <div class="wb-cols wb-cols--side">
        <div class="stack">
          <section id="berakning" class="stack-s" aria-labelledby="berakning-rubrik">
            <h2 id="berakning-rubrik" class="vh">
              Beräkning
            </h2>
            {bild.ingenBeräkning ? (
              <Notice kind="attention" heading="Det finns ingen beräkning">
                <p>{bild.ingenBeräkning}</p>
              </Notice>
            ) : null}
            {öppen ? <Beräkningsformulär bild={bild} skrivet={skrivet} /> : <Beräkningstabell bild={bild} />}
          </section>
          {öppen ? <Besluta bild={bild} skrivet={skrivet} /> : null}
          {beslut ? <Beslutat bild={bild} /> : null}
          {beräkning ? <Förklaring beräkning={beräkning} /> : null}
          <Journal bild={bild} skrivet={skrivet} idag={idag} skrivbar />
        </div>
        <aside class="stack" aria-label="Vid sidan av beräkningen">
          {öppen || bild.varningar.length > 0 ? <Varningar bild={bild} skrivet={skrivet} öppen={öppen} /> : null}
          {dokument && dokument.dokument.length + dokument.saknas.length > 0 ? (
            <Dokumentpanel dokument={dokument} />
          ) : null}
          <Inkommet bild={bild} />
          <Försörjningshindren hinder={hinder} />
          <Register bild={bild} öppen={öppen} />
          <Ansvar bild={bild} skrivet={skrivet} />
          <Påminnelser bild={bild} skrivet={skrivet} idag={idag} />
          <Historik bild={bild} />
          <p>
            <LinkButton href={`/handlaggning/kvalitet/avvikelse?arende=${ansökan.id}`} kind="quiet">
              Anmäl avvikelse
            </LinkButton>
          </p>
        </aside>
      </div>
    </>
  );
}

/** Name and month, kind, how it came in, and the 24-hour clock with and without the time spent waiting. */
export function Rubrikrad({ bild }: { bild: Ärendebild }) {
  const { ansökan, klocka } = bild;
  return (
    <div class="wb-title">
      <h1>{rubrik(bild)}</h1>
      <Tag kind="brand">{ANSÖKANSSLAG[ansökan.slag]}</Tag>
      {ansökan.kanal === 'webb' ? null : <Tag>{KANALNAMN[ansökan.kanal]}</Tag>}
      {klocka ? (
        <Clock
          usedMinutes={klocka.minuterGått}
          allowedMinutes={DYGN_MS / 60_000}
          state={klocka.läge === 'stannad' ? 'stopped' : klocka.läge === 'pausad' ? 'paused' : 'running'}
          long
          why={
            klocka.minuterMedPauser > klocka.minuterGått
              ? `${varaktighet(klocka.minuterGått)} utan väntan på den sökande, ${varaktighet(klocka.minuterMedPauser)} med`
              : undefined
          }
        />
      ) : null}
    </div>
  );
}

/** What others did while the reader wrote: nothing was overwritten, and what the reader wrote stands in the fields. */
function Ändrat({ bild, skrivet: { fält } }: { bild: Ärendebild; skrivet: Skrivet }) {
  const [version, sedan] = [fält['version'], fält['last']];
  if (version === undefined || sedan === undefined || Number(version) === bild.ansökan.version) return null;
  const händelser = bild.händelser.filter((h) => h.tid >= sedan);
  if (händelser.length === 0) return null;
  return (
    <Notice kind="attention" heading="Det här har hänt sedan du öppnade ärendet" level={2}>
      <ul>
        {händelser.map((h) => (
          <li>
            {tidpunkt(h.tid)}: {h.text}
          </li>
        ))}
      </ul>
      <p>Det du skrev står kvar i fälten. Jämför och spara igen om det ska gälla.</p>
    </Notice>
  );
}

export function Förklaring({ beräkning }: { beräkning: NonNullable<Ärendebild['beräkning']> }) {
  return (
    <section class="stack-s" aria-labelledby="forklaring-rubrik">
      <h2 id="forklaring-rubrik">Förklaring</h2>
      {förklara(beräkning).map((mening) => (
        <p>{mening}</p>
      ))}
      <Details summary="Hela beräkningen, steg för steg">
        <TraceReader trace={beräkning.kvitto.trace} output="bistand" open={1} words={{ value: stegvärde }} />
      </Details>
    </section>
  );
}

/** A step's amount in kronor; the trace holds öre. */
function stegvärde(step: { readonly value?: unknown; readonly unit?: string | undefined }): string | undefined {
  return step.unit === 'ore' && typeof step.value === 'number' ? kr(step.value) : undefined;
}

export function fakta(bild: Ärendebild) {
  const { ansökan } = bild;
  return [
    { name: 'Ärende', value: bild.ärende.nummer },
    {
      name: bild.vuxna.length > 1 ? 'Vuxna' : 'Sökande',
      value: bild.vuxna.map((v) => `${v.namn} ${visaPersonnummer(v.personnummer)}`).join(', '),
    },
    { name: 'Barn', value: String(ansökan.uppgifter.barn?.length ?? 0) },
    { name: 'Inkom', value: ansökan.inkommen ? tidpunkt(ansökan.inkommen) : 'Väntar på underskrift' },
    {
      name: 'Förra beslutet',
      value: bild.tidigareBeslut[0]
        ? `${kr(bild.tidigareBeslut[0].belopp)}, ${månad(bild.tidigareBeslut[0].månad)}`
        : 'Inget',
    },
    { name: 'Ansvarig', value: bild.ansvarig ? (bild.ansvarig.jag ? 'Du' : bild.ansvarig.namn) : 'Ingen än' },
  ];
}

export function rubrik(bild: Ärendebild): string {
  return `${bild.vuxna.map((v) => v.namn || 'Namn saknas').join(' och ')}, ${månad(bild.ansökan.månad)}`;
}

function adress(c: Context): string {
  return `/handlaggning/arenden/${c.req.param('id')}`;
}
