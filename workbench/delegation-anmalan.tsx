import type { Delegationsbeslut } from '@stegvis/casework';
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  Facts,
  kortDatum,
  LinkButton,
  Notice,
  PrintButton,
  Table,
  Tag,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { Styrningsflikar } from './automatik.tsx';
import { csv } from './csv.ts';
import type { Anmälningsbild, Anmälningslista } from './delegation-port.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { UTFALLSNAMN } from './namn.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

const ANMÄLAN = '/handlaggning/delegation/anmalan';

/** The lists of delegated decisions to the board (KL 7 kap. 8 §): made, printed, marked as reported; late ones are seen. */
export function anmälningsSida(app: Hono, kontext: Sidkontext): void {
  const översikt = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.anmälningar(who);
    if (!bild) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Anmälan av delegationsbeslut',
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Styrningsflikar flik="anmalan" who={who} övning={kontext.port.övning !== undefined} />
          <ErrorSummary errors={skrivet.fel} />
          <h1>Anmälan av delegationsbeslut</h1>
          {bild.sena > 0 ? (
            <Notice kind="attention" level={2} heading={`${bild.sena} beslut är försenade till nämnden`}>
              <p>
                De är äldre än {String(bild.inomDagar)} dagar och inte anmälda.{' '}
                {bild.fårAnmäla
                  ? 'Skapa en lista, eller markera den lista de står i när nämnden har fått den.'
                  : 'En enhetschef eller administratör skapar listan till nämnden.'}
              </p>
            </Notice>
          ) : null}
          <Facts
            items={[
              { name: 'Inte i någon lista', value: String(bild.oanmälda) },
              { name: 'Varav automatiska', value: String(bild.oanmäldaAutomatiska) },
              { name: 'Äldsta', value: bild.äldstOanmäld ? kortDatum(bild.äldstOanmäld) : '–' },
              { name: 'Anmäls inom', value: `${bild.inomDagar} dagar` },
            ]}
          />
          {bild.fårAnmäla ? <Skapa skrivet={skrivet} /> : null}
          <Listor bild={bild} />
        </div>
      ),
    });
  };

  app.get('/delegation/anmalan', (c) => översikt(c));

  app.post('/delegation/anmalan', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.skapaAnmälan(medarbetare(kontext, c), {
      från: (fält['fran'] ?? '').trim(),
      tom: (fält['tom'] ?? '').trim(),
    });
    return result.ok
      ? c.redirect(`${ANMÄLAN}/${result.id}`, 303)
      : översikt(c, { fel: vägran(result.refusal, (f) => f, 'tom'), fält });
  });

  app.get('/delegation/anmalan/:id{[0-9a-f-]+\\.csv}', async (c) => {
    const lista = await kontext.port.anmälan(medarbetare(kontext, c), c.req.param('id').replace(/\.csv$/, ''));
    if (!lista) return saknas(c, kontext);
    return c.body(anmälanCsv(lista), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="delegationsbeslut-${lista.anmälan.från}-${lista.anmälan.tom}.csv"`,
    });
  });

  const en = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const lista = await kontext.port.anmälan(who, c.req.param('id') ?? '');
    if (!lista) return saknas(c, kontext);
    return visa(c, kontext, {
      title: `Delegationsbeslut ${kortDatum(lista.anmälan.från)} – ${kortDatum(lista.anmälan.tom)}`,
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <div class="noprint">
            <Styrningsflikar flik="anmalan" who={who} övning={kontext.port.övning !== undefined} />
          </div>
          <ErrorSummary errors={skrivet.fel} />
          <Lista lista={lista} nämnd={kontext.port.kommun.nämnd} />
          {lista.fårAnmäla && !lista.anmälan.anmäld ? <Markera lista={lista} skrivet={skrivet} /> : null}
        </div>
      ),
    });
  };

  app.get('/delegation/anmalan/:id', (c) => en(c));

  app.post('/delegation/anmalan/:id', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.markeraAnmäld(medarbetare(kontext, c), c.req.param('id'), {
      dag: (fält['dag'] ?? '').trim(),
      protokoll: fält['protokoll'] ?? '',
    });
    return result.ok
      ? c.redirect(`${ANMÄLAN}/${c.req.param('id')}`, 303)
      : en(c, { fel: vägran(result.refusal, (f) => f, 'dag'), fält });
  });
}

function Skapa({ skrivet }: { skrivet: Skrivet }) {
  return (
    <form method="post" action={ANMÄLAN} class="panel stack">
      <h2>Skapa en lista</h2>
      <p class="muted">Äldre beslut som inte står i någon lista kommer med. Ett beslut står bara i en lista.</p>
      <TextField
        name="fran"
        label="Från och med"
        hint="År, månad och dag: 2026-11-01."
        width="13"
        value={skrivet.fält['fran']}
        error={felFör(skrivet, 'fran')}
      />
      <TextField
        name="tom"
        label="Till och med"
        hint="Senast i går."
        width="13"
        value={skrivet.fält['tom']}
        error={felFör(skrivet, 'tom')}
      />
      <Actions>
        <Button kind="go">Skapa listan</Button>
      </Actions>
    </form>
  );
}

function Listor({ bild }: { bild: Anmälningsbild }) {
  if (bild.listor.length === 0)
    return (
      <Empty level={2} heading="Inga listor än">
        <p>Skapa en lista inför nämndens sammanträde.</p>
      </Empty>
    );
  return (
    <section class="stack-s" aria-labelledby="listor-h">
      <h2 id="listor-h">Listor till nämnden</h2>
      <Table
        id="listor"
        caption="Listor till nämnden"
        captionHidden
        narrow="list"
        columns={[
          { head: 'Period' },
          { head: 'Läge' },
          { head: 'Skapad' },
          { head: 'Beslut', num: true },
          { head: 'Automatiska', num: true },
        ]}
        rows={bild.listor.map((l) => [
          <a href={`${ANMÄLAN}/${l.id}`}>
            {kortDatum(l.från)} – {kortDatum(l.tom)}
          </a>,
          l.anmäld ? (
            <Tag kind="ok">
              Anmäld {kortDatum(l.anmäld.dag)}, {l.anmäld.protokoll}
            </Tag>
          ) : (
            <Tag kind="attention">Inte anmäld</Tag>
          ),
          `${tidpunkt(l.skapad.tid)}, ${l.skapad.av.namn}`,
          String(l.antal),
          String(l.automatiska),
        ])}
      />
    </section>
  );
}

function Lista({ lista: { anmälan, beslut, punkter }, nämnd }: { lista: Anmälningslista; nämnd: string }) {
  const automatiska = beslut.filter((b) => b.automatiskt);
  const människors = beslut.filter((b) => !b.automatiskt);
  return (
    <>
      <h1>
        Delegationsbeslut {kortDatum(anmälan.från)} – {kortDatum(anmälan.tom)}
      </h1>
      <p>
        Till {nämnd}. Anmälan enligt 7 kap. 8 § kommunallagen.{' '}
        {anmälan.anmäld
          ? `Anmäld ${kortDatum(anmälan.anmäld.dag)}, ${anmälan.anmäld.protokoll}.`
          : 'Inte markerad som anmäld.'}
      </p>
      <div class="row noprint">
        <LinkButton href={`${ANMÄLAN}/${anmälan.id}.csv`} kind="neutral">
          Hämta som CSV
        </LinkButton>
        <PrintButton kind="plain">Skriv ut eller spara som PDF</PrintButton>
      </div>
      <Table
        id="per-punkt"
        caption="Antal beslut per punkt"
        narrow="scroll"
        columns={[
          { head: 'Punkt' },
          { head: 'Gäller' },
          { head: 'Bifall', num: true },
          { head: 'Övriga', num: true },
          { head: 'Alla', num: true },
        ]}
        rows={[...Map.groupBy(beslut, (b) => b.punkt)]
          .sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
          .map(([punkt, av]) => [
            punkt,
            punkter
              .filter((p) => p.punkt === punkt)
              .map((p) => p.text)
              .join(' / ') || 'Punkten finns inte i delegationsordningen',
            String(av.filter((b) => b.utfall === 'bifall').length),
            String(av.filter((b) => b.utfall !== 'bifall').length),
            String(av.length),
          ])}
        foot={[
          'Alla',
          '',
          String(beslut.filter((b) => b.utfall === 'bifall').length),
          String(beslut.filter((b) => b.utfall !== 'bifall').length),
          String(beslut.length),
        ]}
      />
      <Beslut id="manniskors" rubrik="Beslut av anställda" beslut={människors} />
      <Beslut id="automatiska" rubrik="Automatiserade beslut" beslut={automatiska} />
      <p class="muted small">
        Ärenden med skyddade personuppgifter visas utan nummer. Beslut enligt 12 kap. 2 § laglighetsprövas (13 kap.
        kommunallagen).
      </p>
    </>
  );
}

function Beslut(p: { id: string; rubrik: string; beslut: readonly Delegationsbeslut[] }) {
  return (
    <section class="stack-s" aria-labelledby={`${p.id}-h`}>
      <h2 id={`${p.id}-h`}>
        {p.rubrik} ({String(p.beslut.length)})
      </h2>
      {p.beslut.length === 0 ? (
        <p class="muted">Inga.</p>
      ) : (
        <Table
          id={p.id}
          caption={p.rubrik}
          captionHidden
          narrow="list"
          columns={[
            { head: 'Ärende' },
            { head: 'Beslutat' },
            { head: 'Punkt' },
            { head: 'Utfall' },
            { head: 'Beslutat av' },
          ]}
          rows={p.beslut.map((b) => [
            b.ärendenummer ?? 'Skyddat ärende',
            b.beslutat,
            b.punkt,
            `${UTFALLSNAMN[b.utfall]}${b.bestämmelse === '12:2' ? ' (12 kap. 2 §)' : ''}`,
            b.beslutsfattare,
          ])}
        />
      )}
    </section>
  );
}

function Markera({ lista, skrivet }: { lista: Anmälningslista; skrivet: Skrivet }) {
  return (
    <form method="post" action={`${ANMÄLAN}/${lista.anmälan.id}`} class="panel stack noprint">
      <h2>Nämnden har fått listan</h2>
      <TextField
        name="dag"
        label="Sammanträdets dag"
        hint="År, månad och dag: 2026-12-10."
        width="13"
        value={skrivet.fält['dag']}
        error={felFör(skrivet, 'dag')}
      />
      <TextField
        name="protokoll"
        label="Protokollets paragraf"
        hint="Till exempel § 118."
        width="13"
        value={skrivet.fält['protokoll']}
        error={felFör(skrivet, 'protokoll')}
      />
      <Actions>
        <Button kind="go">Markera som anmäld</Button>
      </Actions>
    </form>
  );
}

/** The list for a spreadsheet. */
export function anmälanCsv({ beslut }: Anmälningslista): string {
  return csv([
    ['Beslutat', 'Ärende', 'Punkt', 'Utfall', 'Bestämmelse', 'Beslutat av', 'Automatiserat'],
    ...beslut.map((b) => [
      b.beslutat,
      b.ärendenummer ?? 'Skyddat ärende',
      b.punkt,
      b.utfall,
      b.bestämmelse,
      b.beslutsfattare,
      b.automatiskt ? 'ja' : 'nej',
    ]),
  ]);
}

function saknas(c: Context, kontext: Sidkontext) {
  return visa(c, kontext, {
    title: 'Finns inte',
    flik: 'styrning',
    status: 404,
    children: (
      <Notice kind="attention" heading="Listan finns inte, eller så får du inte öppna den">
        <p>
          <a href={ANMÄLAN}>Till listorna</a>
        </p>
      </Notice>
    ),
  });
}
