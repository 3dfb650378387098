import { månadsnamn } from '@stegvis/casework';
import {
  type FrystRapport,
  type Nämndrapport,
  type Rapportavsnitt,
  type Rapportkommentar,
  REGLER,
  rapportkolumner,
} from '@stegvis/statistics';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  datum,
  Empty,
  ErrorSummary,
  LinkButton,
  Notice,
  Select,
  Table,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Rapportbild } from './rapport-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';

const SIDA = `${STATISTIK}/rapport`;

/** The monthly report to the board: as the figures are now, with the unit head's words, and as it was when it was frozen. */
export function rapportsidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  app.get('/statistik/rapport', (c) => visaRapport(c, kontext, c.req.query('manad') || undefined));
  app.get('/statistik/rapport/:manad', (c) => visaRapport(c, kontext, c.req.param('manad')));

  app.get('/statistik/rapport/:manad/:fil{(utkast|[0-9]{1,4})\\.pdf}', async (c) => {
    const [nummer = ''] = c.req.param('fil').split('.');
    const vilken = nummer === 'utkast' ? nummer : Number(nummer);
    const månad = c.req.param('manad');
    const pdf = await statistik.rapportPdf(medarbetare(kontext, c), månad, vilken);
    if (!pdf) return finnsInte(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="rapport-${månad}-${nummer}.pdf"`,
    });
  });

  app.get('/statistik/rapport/:manad/:nummer{[0-9]{1,4}}', async (c) => {
    const månad = c.req.param('manad');
    const fryst = await statistik.frystRapport(medarbetare(kontext, c), månad, Number(c.req.param('nummer')));
    return fryst ? visaFryst(c, kontext, fryst) : finnsInte(c, kontext);
  });

  app.post('/statistik/rapport/:manad/kommentar', async (c) => {
    const fält = await formfält(c);
    const månad = c.req.param('manad');
    const avsnitt = fält['avsnitt'] ?? '';
    const version = Number(fält['version']);
    const result = await statistik.sparaRapportkommentar(medarbetare(kontext, c), månad, {
      avsnitt,
      text: (fält['text'] ?? '').replaceAll('\r\n', '\n'),
      version: Number.isInteger(version) && version >= 0 && version < 1_000_000 ? version : 0,
    });
    if (!result.ok) {
      const fel = vägran(result.refusal, () => `text-${avsnitt}`, `text-${avsnitt}`);
      return visaRapport(c, kontext, månad, { fel, fält });
    }
    return c.redirect(`${SIDA}/${månad}#${avsnitt}`, 303);
  });

  app.post('/statistik/rapport/:manad/frys', async (c) => {
    const fält = await formfält(c);
    const månad = c.req.param('manad');
    const result = await statistik.frysRapport(medarbetare(kontext, c), månad, fält['skal'] ?? '');
    if (!result.ok) return visaRapport(c, kontext, månad, { fel: vägran(result.refusal, (f) => f, 'frys'), fält });
    return c.redirect(`${SIDA}/${månad}/${result.nummer}`, 303);
  });
}

function finnsInte(c: Context, kontext: Sidkontext) {
  return visaStatistik(c, kontext, {
    title: 'Rapporten finns inte',
    flik: 'rapport',
    status: 404,
    children: (
      <>
        <h1>Rapporten finns inte</h1>
        <p>
          <a href={SIDA}>Gå till rapporterna</a>
        </p>
      </>
    ),
  });
}

async function visaRapport(
  c: Context,
  kontext: Sidkontext,
  månad: string | undefined,
  skrivet: Skrivet = INGET_SKRIVET,
): Promise<Response> {
  const bild = await kontext.port.statistik.rapportbild(medarbetare(kontext, c), månad);
  if (!bild) return visaStatistik(c, kontext, { title: 'Rapport till nämnden', flik: 'rapport', children: null });
  if (!bild.rapport && bild.månader.length > 0) return finnsInte(c, kontext);
  const { rapport } = bild;
  return visaStatistik(c, kontext, {
    title: 'Rapport till nämnden',
    flik: 'rapport',
    fel: skrivet.fel.length > 0,
    status: skrivet.fel.length > 0 ? 422 : 200,
    children: rapport ? (
      <>
        <ErrorSummary errors={skrivet.fel} />
        <h1>Rapport till nämnden, {månadsnamn(rapport.månad)}</h1>
        <p class="lead">
          Siffrorna är som de är nu och kan ändras tills rapporten fryses.
          {rapport.underlagFrån ? ` Underlaget är från ${tidpunkt(rapport.underlagFrån)}.` : ''}
        </p>
        <form method="get" action={SIDA} class="choose-row">
          <Select
            name="manad"
            label="Månad"
            empty="Den senaste"
            options={bild.månader.map((value) => ({ value, label: månadsnamn(value) }))}
            value={rapport.månad}
          />
          <Button>Visa</Button>
        </form>
        <Actions>
          <LinkButton href={`${SIDA}/${rapport.månad}/utkast.pdf`}>Hämta utkast som PDF</LinkButton>
        </Actions>
        <Frysta bild={bild} rapport={rapport} skrivet={skrivet} />
        <Innehåll
          rapport={rapport}
          formulär={bild.fårSkriva ? { kommentarer: bild.kommentarer, skrivet } : undefined}
        />
      </>
    ) : (
      <>
        <ErrorSummary errors={skrivet.fel} />
        <h1>Rapport till nämnden</h1>
        <Empty heading="Det finns inget underlag än" level={2}>
          <p>Rapporten görs när det finns siffror för en hel månad.</p>
        </Empty>
      </>
    ),
  });
}

function Frysta({ bild, rapport, skrivet }: { bild: Rapportbild; rapport: Nämndrapport; skrivet: Skrivet }) {
  const finns = bild.frysta.length > 0;
  return (
    <section class="stack-s" aria-labelledby="frysta">
      <h2 id="frysta">Fryst rapport</h2>
      {finns ? (
        <ul>
          {bild.frysta.map((f) => (
            <li>
              <a href={`${SIDA}/${f.månad}/${f.nummer}`}>Nummer {f.nummer}</a>, {tidpunkt(f.frusen)}, {f.av.namn}
              {f.skäl ? `. Ersatte den förra: ${f.skäl}` : ''}
            </li>
          ))}
        </ul>
      ) : (
        <p>Rapporten för månaden är inte fryst än.</p>
      )}
      {bild.fårSkriva ? (
        <Details summary={finns ? 'Frys en ny version' : 'Frys rapporten'} open={felFör(skrivet, 'skal') !== undefined}>
          <form method="post" action={`${SIDA}/${rapport.månad}/frys`} class="stack" id="frys">
            <p>
              När rapporten fryses sparas siffror, meningar och kommentarer som de är nu. De ändras inte sedan, inte
              heller när underlaget ändras.
            </p>
            {finns ? (
              <Textarea
                name="skal"
                label="Varför ersätts den förra?"
                rows={3}
                value={skrivet.fält['skal']}
                error={felFör(skrivet, 'skal')}
              />
            ) : null}
            <Actions>
              <Button kind="go">Frys rapporten</Button>
            </Actions>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

async function visaFryst(c: Context, kontext: Sidkontext, fryst: FrystRapport): Promise<Response> {
  const tid = månadsnamn(fryst.månad);
  return visaStatistik(c, kontext, {
    title: `Fryst rapport, ${tid}`,
    flik: 'rapport',
    children: (
      <>
        <Breadcrumb items={[{ href: `${SIDA}/${fryst.månad}`, label: `Rapport, ${tid}` }]} here="Fryst rapport" />
        <h1>Rapport till nämnden, {tid}</h1>
        <Notice kind="info" heading={`Fryst ${datum(fryst.frusen)}, nummer ${fryst.nummer}`} level={2}>
          <p>
            Siffrorna är som de var den dagen. {fryst.av.namn} frös rapporten.
            {fryst.skäl ? ` Den ersatte en tidigare: ${fryst.skäl}` : ''}
          </p>
        </Notice>
        <Actions>
          <LinkButton href={`${SIDA}/${fryst.månad}/${fryst.nummer}.pdf`}>Hämta som PDF</LinkButton>
        </Actions>
        <Innehåll rapport={fryst.innehåll} formulär={undefined} />
      </>
    ),
  });
}

type Formulär = { readonly kommentarer: readonly Rapportkommentar[]; readonly skrivet: Skrivet };

function Innehåll({ rapport, formulär }: { rapport: Nämndrapport; formulär: Formulär | undefined }) {
  return (
    <>
      {rapport.avsnitt.map((avsnitt) => (
        <section class="stack-s" aria-labelledby={avsnitt.id}>
          <h2 id={avsnitt.id}>{avsnitt.rubrik}</h2>
          <Avsnitt avsnitt={avsnitt} />
          {formulär ? <Kommentar månad={rapport.månad} avsnitt={avsnitt} {...formulär} /> : null}
        </section>
      ))}
      <Regler gräns={rapport.gräns} />
    </>
  );
}

function Avsnitt({ avsnitt }: { avsnitt: Rapportavsnitt }) {
  const { id, siffror, meningar, upplysningar, kommentar } = avsnitt;
  return (
    <>
      {meningar.length > 0 ? (
        <ul>
          {meningar.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : (
        <p class="muted">Inget når gränserna för att tas upp.</p>
      )}
      {siffror.length > 0 ? (
        <Table
          id={`t-${id}`}
          caption={`Siffror om ${avsnitt.rubrik.toLocaleLowerCase('sv')}`}
          captionHidden
          narrow="scroll"
          columns={[{ head: 'Mått' }, ...rapportkolumner(id).map((head, i) => ({ head, num: i > 0 }))]}
          rows={siffror.map((s) => [
            <a href={`${STATISTIK}/indikator/${s.indikator}`}>{s.namn}</a>,
            s.period,
            s.nu,
            s.före,
            s.åretFöre,
          ])}
        />
      ) : null}
      {upplysningar.map((text) => (
        <p class="muted">{text}</p>
      ))}
      {kommentar === '' ? null : (
        <>
          <h3>Enhetschefens kommentar</h3>
          {kommentar.split(/\n+/).map((rad) => (
            <p>{rad}</p>
          ))}
        </>
      )}
    </>
  );
}

function Kommentar({ månad, avsnitt, kommentarer, skrivet }: { månad: string; avsnitt: Rapportavsnitt } & Formulär) {
  const { id, rubrik } = avsnitt;
  const sparad = kommentarer.find((k) => k.avsnitt === id);
  const här = skrivet.fält['avsnitt'] === id;
  return (
    <Details summary={`${sparad?.text ? 'Ändra kommentaren till' : 'Kommentera'} ”${rubrik}”`} open={här}>
      <form method="post" action={`${SIDA}/${månad}/kommentar`} class="stack">
        <input type="hidden" name="avsnitt" value={id} />
        <input type="hidden" name="version" value={String(sparad?.version ?? 0)} />
        <Textarea
          name="text"
          id={`text-${id}`}
          label={`Kommentar till ”${rubrik}”`}
          hint="Den följer med i rapporten. Skriv inget som gäller en enskild person."
          rows={4}
          value={här ? skrivet.fält['text'] : sparad?.text}
          error={här ? felFör(skrivet, `text-${id}`) : undefined}
        />
        <Actions>
          <Button>Spara kommentaren</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Regler({ gräns }: { gräns: number }) {
  return (
    <Details summary="Så väljs meningarna">
      <p>Meningarna väljs av regler med fasta gränser. Ingen har valt dem för hand, och reglerna lär sig inget.</p>
      <dl>
        {Object.values(REGLER).map(({ namn, text }) => (
          <>
            <dt>{namn}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      <p>
        Antal under {gräns} skyddas, och antal är avrundade nedåt till närmaste {gräns}. En siffra av tjugo ser
        säkerställd ut fast inget har ändrats.
      </p>
    </Details>
  );
}
