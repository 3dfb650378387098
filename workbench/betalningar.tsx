import { Button, datum, Empty, kr, LinkButton, Notice, Table, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Betalfilsrad } from './betalning-port.ts';
import { återrapportSida } from './betalningar-aterrapporter.tsx';
import { dagslistSida } from './betalningar-dag.tsx';
import { BETALNINGAR, Betalningstabell, Filstatus } from './betalningar-delar.tsx';
import { betalfilsSida } from './betalningar-fil.tsx';
import { kontoändringsSida } from './betalningar-konton.tsx';
import { utbetalningsSida } from './betalningar-utbetalning.tsx';
import { formfält } from './formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

/** The pages about payments, under /betalningar. */
export function betalningsSida(app: Hono, kontext: Sidkontext): void {
  översikt(app, kontext);
  betalfilsSida(app, kontext);
  dagslistSida(app, kontext);
  återrapportSida(app, kontext);
  utbetalningsSida(app, kontext);
  kontoändringsSida(app, kontext);
}

function översikt(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, fel?: string) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('utbetalare')) return förbjudet(c, kontext);
    const bild = await kontext.port.betalningar(who);
    const dagar = [...Map.groupBy(bild.planerade, (p) => p.utbetalning.utbetalningsdag)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const attSläppa = bild.filer.filter(({ fil }) => fil.status === 'skapad');
    const övriga = bild.filer.filter(({ fil }) => fil.status !== 'skapad');
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
            <Notice kind="error" level={2} heading="Filen skapades inte">
              <p>{fel}</p>
            </Notice>
          ) : null}
          <p>
            <LinkButton href={`${BETALNINGAR}/aterrapporter`} kind="neutral">
              Bankens besked och avvikelser ({String(bild.ohanteradeAvvikelser)})
            </LinkButton>{' '}
            <LinkButton href={`${BETALNINGAR}/konton`} kind="neutral">
              Kontoändringar ({String(bild.väntandeKonton)})
            </LinkButton>
          </p>
          {bild.attBetalaIgen.length > 0 ? (
            <section class="stack-s" aria-labelledby="igen">
              <h2 id="igen">Kom inte fram</h2>
              <Betalningstabell id="att-betala-igen" caption="Avvisade och återbetalda" rader={bild.attBetalaIgen} />
            </section>
          ) : null}
          {bild.utanBesked.length > 0 ? (
            <section class="stack-s" aria-labelledby="utan-besked">
              <h2 id="utan-besked">Inget besked från banken</h2>
              <p>Det har gått mer än tre bankdagar sedan utbetalningsdagen. Fråga banken.</p>
              <Betalningstabell id="utan-besked-lista" caption="Utan besked" rader={bild.utanBesked} />
            </section>
          ) : null}
          <section class="stack-s" aria-labelledby="slapp">
            <h2 id="slapp">Filer att kontrollera och släppa</h2>
            {attSläppa.length === 0 ? (
              <p class="muted">Ingen fil väntar.</p>
            ) : (
              <Filtabell id="att-slappa" caption="Filer som väntar på en andra person" rader={attSläppa} />
            )}
          </section>
          <section class="stack-s" aria-labelledby="planerade">
            <h2 id="planerade">Att betala</h2>
            {dagar.length === 0 ? (
              <Empty heading="Inget att betala">
                <p>Här visas utbetalningar när ett beslut har fattats.</p>
              </Empty>
            ) : null}
            {dagar.map(([dag, rader]) => (
              <div class="stack-s">
                <Betalningstabell id={`dag-${dag}`} caption={datum(dag)} rader={rader} summa />
                <form method="post" action={BETALNINGAR}>
                  <input type="hidden" name="dag" value={dag} />
                  <Button kind="go">Förbered betalfil för {datum(dag)}</Button>{' '}
                  <a href={`${BETALNINGAR}/dag/${dag}`}>Stäm av dagen</a>
                </form>
              </div>
            ))}
          </section>
          <section class="stack-s" aria-labelledby="filer">
            <h2 id="filer">Betalfiler</h2>
            {övriga.length === 0 ? (
              <p class="muted">Inga släppta filer än.</p>
            ) : (
              <Filtabell id="betalfiler" caption="Betalfiler, nyast först" rader={övriga} />
            )}
          </section>
        </div>
      ),
    });
  };

  app.get('/betalningar', (c) => show(c));

  app.post('/betalningar', async (c) => {
    const { dag } = await formfält(c);
    const result = await kontext.port.skapaBetalfil(medarbetare(kontext, c), dag ?? '');
    return result.ok
      ? c.redirect(`${BETALNINGAR}/fil/${result.fil.id}`, 303)
      : show(c, `${result.refusal.text} ${result.refusal.tillåtet}`);
  });
}

function Filtabell(p: { id: string; caption: string; rader: readonly Betalfilsrad[] }) {
  return (
    <Table
      id={p.id}
      caption={p.caption}
      captionHidden
      narrow="list"
      columns={[
        { head: 'Fil' },
        { head: 'Läge' },
        { head: 'Förberedd' },
        { head: 'Antal', num: true },
        { head: 'Summa', num: true },
      ]}
      rows={p.rader.map((rad) => [
        <a href={`${BETALNINGAR}/fil/${rad.fil.id}`}>{rad.fil.meddelandeId}</a>,
        <Filstatus rad={rad} />,
        `${tidpunkt(rad.fil.skapad)}, ${rad.skapadAv}`,
        String(rad.fil.antal),
        kr(rad.fil.summa),
      ])}
    />
  );
}
