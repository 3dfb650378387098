import { Breadcrumb, datum, Empty, kr, LinkButton, månad, Notice, Table, Tag } from '@stegvis/ui';
import type { Hono } from 'hono';
import type { Dagslista } from './betalning-port.ts';
import { BETALNINGAR, mål, saknasSida, UTBETALNINGSSTATUS } from './betalningar-delar.tsx';
import { csv } from './csv.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

/** The payments of one day beside their decisions, with control sums, on the page and as CSV. */
export function dagslistSida(app: Hono, kontext: Sidkontext): void {
  const read = async (c: Parameters<typeof medarbetare>[1], dag: string) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('utbetalare')) return 'förbjudet';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(dag) || Number.isNaN(Date.parse(`${dag}T00:00:00Z`))) return undefined;
    if (new Date(`${dag}T00:00:00Z`).toISOString().slice(0, 10) !== dag) return undefined;
    return kontext.port.dagslista(who, dag);
  };

  app.get('/betalningar/dag/:dag{[0-9-]+\\.csv}', async (c) => {
    const dag = c.req.param('dag').replace(/\.csv$/, '');
    const lista = await read(c, dag);
    if (lista === 'förbjudet') return förbjudet(c, kontext);
    if (!lista) return saknasSida(c, kontext);
    return c.body(dagslistaCsv(lista), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="utbetalningar-${dag}.csv"`,
    });
  });

  app.get('/betalningar/dag/:dag{[0-9-]+}', async (c) => {
    const lista = await read(c, c.req.param('dag'));
    if (lista === 'förbjudet') return förbjudet(c, kontext);
    if (!lista) return saknasSida(c, kontext);
    const skiljer = lista.rader.filter((r) => r.beslutat !== r.utbetaltAvBeslutet);
    const filfel = lista.filer.filter((f) => !f.stämmer);
    return visa(c, kontext, {
      title: `Avstämning ${datum(lista.dag)}`,
      flik: 'betalningar',
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: BETALNINGAR, label: 'Betalningar' }]} here={datum(lista.dag)} />
          <div class="wb-title">
            <h1>Avstämning {datum(lista.dag)}</h1>
          </div>
          {lista.rader.length === 0 ? (
            <Empty heading="Inga utbetalningar den dagen">
              <p>Välj en annan dag bland betalningarna.</p>
            </Empty>
          ) : (
            <>
              {skiljer.length + filfel.length === 0 ? (
                <Notice kind="ok" level={2} heading="Allt stämmer">
                  <p>Beslutens utbetalningar är lika mycket som det som beslutades, och filerna har det de ska ha.</p>
                </Notice>
              ) : (
                <Notice kind="attention" level={2} heading="Det här stämmer inte">
                  {skiljer.length > 0 ? (
                    <p>
                      {String(skiljer.length)} rader: beslutets utbetalningar är inte lika mycket som det som
                      beslutades. Något är stoppat, avvisat eller återbetalt.
                    </p>
                  ) : null}
                  {filfel.map(({ fil }) => (
                    <p>Betalfil {fil.meddelandeId} har inte de utbetalningar den ska ha.</p>
                  ))}
                </Notice>
              )}
              <Table
                id="kontrollsummor"
                caption="Kontrollsummor"
                narrow="scroll"
                columns={[{ head: 'Läge' }, { head: 'Antal', num: true }, { head: 'Summa', num: true }]}
                rows={lista.summor.map((s) => [UTBETALNINGSSTATUS[s.status].text, String(s.antal), kr(s.summa)])}
                foot={[
                  'Alla',
                  String(lista.rader.length),
                  kr(lista.rader.reduce((sum, r) => sum + r.utbetalning.belopp, 0)),
                ]}
              />
              <Table
                id="rader"
                caption="Utbetalningar och beslut"
                narrow="list"
                columns={[
                  { head: 'Mottagare' },
                  { head: 'Ärende' },
                  { head: 'Månad' },
                  { head: 'Betalas till' },
                  { head: 'Läge' },
                  { head: 'Belopp', num: true },
                  { head: 'Beslutat', num: true },
                  { head: 'Beslutets utbetalningar', num: true },
                ]}
                rows={lista.rader.map((r) => [
                  <a href={`${BETALNINGAR}/utbetalning/${r.utbetalning.id}`}>{r.mottagare}</a>,
                  r.ärendenummer,
                  månad(r.månad),
                  mål(r),
                  <Tag kind={UTBETALNINGSSTATUS[r.utbetalning.status].slag}>
                    {UTBETALNINGSSTATUS[r.utbetalning.status].text}
                  </Tag>,
                  kr(r.utbetalning.belopp),
                  kr(r.beslutat),
                  kr(r.utbetaltAvBeslutet),
                ])}
              />
              <p>
                <LinkButton href={`${BETALNINGAR}/dag/${lista.dag}.csv`} kind="neutral">
                  Hämta som CSV
                </LinkButton>
              </p>
            </>
          )}
        </div>
      ),
    });
  });
}

/** The list for a spreadsheet, amounts in kronor with a comma. */
export function dagslistaCsv(lista: Dagslista): string {
  const kronor = (öre: number) => `${Math.trunc(öre / 100)},${String(öre % 100).padStart(2, '0')}`;
  const rader = [
    [
      'Utbetalningsdag',
      'Ärende',
      'Mottagare',
      'Månad',
      'Betalas till',
      'Läge',
      'Identitet',
      'Belopp',
      'Beslutat',
      'Beslutets utbetalningar',
    ],
    ...lista.rader.map((r) => [
      lista.dag,
      r.ärendenummer,
      r.mottagare,
      r.månad,
      mål(r),
      UTBETALNINGSSTATUS[r.utbetalning.status].text,
      r.utbetalning.nyckel,
      kronor(r.utbetalning.belopp),
      kronor(r.beslutat),
      kronor(r.utbetaltAvBeslutet),
    ]),
  ];
  return csv(rader);
}
