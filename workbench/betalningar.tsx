import { Button, datum, Empty, kr, Notice, Table, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext, visa } from './sida.tsx';

/** Planned payments by day, and the files made of them. */
export function betalningsSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, fel?: string) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('utbetalare')) return förbjudet(c, kontext);
    const { planerade, filer } = await kontext.port.betalningar(who);
    const dagar = [...Map.groupBy(planerade, (p) => p.utbetalning.utbetalningsdag)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return visa(c, kontext, {
      title: 'Betalningar',
      flik: 'betalningar',
      fel: fel !== undefined,
      status: fel === undefined ? 200 : 409,
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Betalningar</h1>
          </div>
          {fel ? (
            <Notice kind="error" heading="Filen skapades inte">
              <p>{fel}</p>
            </Notice>
          ) : null}
          <section class="stack-s" aria-labelledby="planerade">
            <h2 id="planerade">Att betala</h2>
            {dagar.length === 0 ? (
              <Empty heading="Inget att betala">
                <p>Här visas utbetalningar när ett beslut har fattats.</p>
              </Empty>
            ) : null}
            {dagar.map(([dag, rader]) => (
              <div class="stack-s">
                <Table
                  id={`dag-${dag}`}
                  caption={datum(dag)}
                  narrow="scroll"
                  columns={[
                    { head: 'Mottagare' },
                    { head: 'Ärende' },
                    { head: 'Konto slutar på' },
                    { head: 'Kronor', num: true },
                  ]}
                  rows={rader.map((r) => [
                    r.mottagare,
                    r.ärendenummer,
                    r.utbetalning.konto.nummer.slice(-3),
                    kr(r.utbetalning.belopp),
                  ])}
                  foot={['Summa', '', '', kr(rader.reduce((sum, r) => sum + r.utbetalning.belopp, 0))]}
                />
                <form method="post" action="/handlaggning/betalningar">
                  <input type="hidden" name="dag" value={dag} />
                  <Button kind="go">Skapa betalfil för {datum(dag)}</Button>
                </form>
              </div>
            ))}
          </section>
          <section class="stack-s" aria-labelledby="filer">
            <h2 id="filer">Betalfiler</h2>
            {filer.length === 0 ? (
              <p class="muted">Inga filer än.</p>
            ) : (
              <Table
                id="betalfiler"
                caption="Betalfiler, nyast först"
                captionHidden
                narrow="scroll"
                columns={[
                  { head: 'Fil' },
                  { head: 'Skapad' },
                  { head: 'Antal', num: true },
                  { head: 'Summa', num: true },
                ]}
                rows={filer.map((fil) => [
                  <a href={`/handlaggning/betalningar/${fil.id}.xml`} download>
                    {fil.meddelandeId}
                  </a>,
                  tidpunkt(fil.skapad),
                  String(fil.antal),
                  kr(fil.summa),
                ])}
              />
            )}
          </section>
        </div>
      ),
    });
  };

  app.get('/betalningar', (c) => show(c));

  app.post('/betalningar', async (c) => {
    const form = await c.req.parseBody();
    const result = await kontext.port.skapaBetalfil(medarbetare(kontext, c), String(form['dag'] ?? ''));
    return result.ok
      ? c.redirect('/handlaggning/betalningar', 303)
      : show(c, `${result.refusal.text} ${result.refusal.tillåtet}`);
  });

  app.get('/betalningar/:fil{[0-9a-f-]+\\.xml}', async (c) => {
    const fil = await kontext.port.betalfil(medarbetare(kontext, c), c.req.param('fil').replace(/\.xml$/, ''));
    if (!fil) return förbjudet(c, kontext);
    return c.body(fil.xml, 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${fil.namn}"`,
    });
  });
}

/** The page for somebody without the role. */
export function förbjudet(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Du har inte behörighet',
    flik: 'ko',
    status: 403,
    children: (
      <Notice kind="attention" heading="Du har inte behörighet till den här sidan">
        <p>Be din chef om rollen behövs i ditt arbete.</p>
      </Notice>
    ),
  });
}
