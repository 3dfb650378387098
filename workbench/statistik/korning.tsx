import { andelKlart, pågår } from '@stegvis/statistics';
import { Actions, Breadcrumb, Button, Facts, LinkButton, Notice, Table, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Körningsport } from './korning-port.ts';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import { Räknas } from './uttag-port.ts';

/** The address of a run. */
export const KÖRNING = `${STATISTIK}/korning`;

/** Seconds between the page's own reloads while a run is under way. */
const LADDAR_OM = 3;

type Bild = NonNullable<Awaited<ReturnType<Körningsport['körning']>>>;

/** A page whose figures take long: its run instead, which leads back to the page when they are counted. */
export function visaSomRäknas(app: Hono): void {
  app.onError((fault, c) => {
    if (!(fault instanceof Räknas)) throw fault;
    const sida = c.req.path + new URL(c.req.url).search;
    return c.redirect(`${KÖRNING}/${fault.körning}?${new URLSearchParams({ tillbaka: sida })}`, 303);
  });
}

/** The page of statistics that waits for the run; undefined when none does or the address is another's. */
function väntande(c: Context): string | undefined {
  const given = c.req.query('tillbaka') ?? '';
  const adress = URL.canParse(given, 'http://sida') ? new URL(given, 'http://sida') : undefined;
  const egen = adress?.origin === 'http://sida' && `${adress.pathname}/`.startsWith(`${STATISTIK}/`);
  return egen ? adress.pathname + adress.search : undefined;
}

/** Long work: how far it has come, stopping it, and the way to its result. Works without a script. */
export function körningssida(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  app.get('/statistik/korning/:id', async (c) => {
    const bild = await statistik.körning(medarbetare(kontext, c), c.req.param('id'));
    if (!bild) return finnsInte(c, kontext);
    const stilla = c.req.query('stilla') !== undefined;
    const tillbaka = väntande(c);
    const fil = tillbaka !== undefined && /\.(csv|xlsx|pdf)$/.test(new URL(tillbaka, 'http://sida').pathname);
    if (tillbaka && bild.status === 'klar' && !fil) return c.redirect(tillbaka, 303);
    const här = (stilla: boolean) => {
      const val = new URLSearchParams({ ...(tillbaka ? { tillbaka } : {}), ...(stilla ? { stilla: '' } : {}) });
      return `${KÖRNING}/${bild.id}${val.size > 0 ? `?${val}` : ''}`;
    };
    if (pågår(bild) && !stilla) c.header('Refresh', String(LADDAR_OM));
    return visaStatistik(c, kontext, {
      title: bild.rubrik,
      flik: 'konsekvens',
      children: (
        <>
          <Breadcrumb items={[{ href: `${STATISTIK}/konsekvens`, label: 'Konsekvenser' }]} here={bild.rubrik} />
          <h1>{bild.rubrik}</h1>
          {tillbaka && pågår(bild) ? (
            <p>Siffrorna tar en stund att räkna. {fil ? 'Filen finns här' : 'Sidan visas'} när de är klara.</p>
          ) : null}
          <Läge bild={bild} />
          <Facts
            items={[
              { name: 'Startad', value: tidpunkt(bild.startad) },
              { name: 'Av', value: bild.startadAv.namn },
              ...(bild.slutad ? [{ name: 'Slutade', value: tidpunkt(bild.slutad) }] : []),
            ]}
          />
          {pågår(bild) ? (
            <>
              <form method="post" action={`${KÖRNING}/${bild.id}/avbryt`}>
                <Actions>
                  <Button kind="neutral">Avbryt körningen</Button>
                  {stilla ? (
                    <a href={här(false)}>Uppdatera sidan av sig själv igen</a>
                  ) : (
                    <a href={här(true)}>Sluta uppdatera sidan av sig själv</a>
                  )}
                </Actions>
              </form>
              <p class="muted">Du kan lämna sidan. Körningen fortsätter, och resultatet finns kvar i 90 dagar.</p>
            </>
          ) : null}
          {tillbaka && !pågår(bild) ? (
            <Actions>
              <LinkButton kind="go" href={tillbaka}>
                {bild.status === 'klar' ? 'Hämta filen' : 'Räkna igen'}
              </LinkButton>
            </Actions>
          ) : null}
          {bild.status === 'klar' && bild.resultatsida ? (
            <Actions>
              <LinkButton kind="go" href={bild.resultatsida}>
                Visa resultatet
              </LinkButton>
            </Actions>
          ) : null}
        </>
      ),
    });
  });

  app.post('/statistik/korning/:id/avbryt', async (c) => {
    const id = c.req.param('id');
    const who = medarbetare(kontext, c);
    const bild = await statistik.körning(who, id);
    if (!bild) return finnsInte(c, kontext);
    if (pågår(bild) && !(await statistik.avbrytKörning(who, id))) {
      const nu = await statistik.körning(who, id);
      if (nu && pågår(nu))
        return visaStatistik(c, kontext, {
          title: bild.rubrik,
          flik: 'konsekvens',
          fel: true,
          status: 409,
          children: (
            <>
              <h1>{bild.rubrik}</h1>
              <Notice kind="attention" heading="Du kan inte avbryta körningen" level={2}>
                <p>Bara den som startade den, eller en administratör, kan avbryta den.</p>
              </Notice>
              <p>
                <a href={`${KÖRNING}/${id}`}>Tillbaka till körningen</a>
              </p>
            </>
          ),
        });
    }
    return c.redirect(`${KÖRNING}/${id}`, 303);
  });
}

/** What became of it, in a live region; while it works also as a bar. */
function Läge({ bild }: { bild: Bild }) {
  const { status, klart, totalt, moment } = bild;
  const procent = Math.floor(andelKlart(bild) * 100);
  if (status === 'klar')
    return (
      <Notice kind="ok" heading="Körningen är klar" level={2} live>
        <p>Resultatet är sparat.</p>
      </Notice>
    );
  if (status === 'avbruten')
    return (
      <Notice kind="attention" heading="Körningen är avbruten" level={2} live>
        <p>Inget av resultatet är sparat. Du kan köra den igen.</p>
      </Notice>
    );
  if (status === 'fel')
    return (
      <Notice kind="error" heading="Körningen stannade" level={2} live>
        <p>{bild.felord}</p>
      </Notice>
    );
  return (
    <div role="status" class="stack-s">
      <p>
        {status === 'vantar'
          ? 'Körningen väntar på sin tur.'
          : `${moment || 'Börjar'}: ${totalt > 0 ? `${visaAntal(klart)} av ${visaAntal(totalt)}, ${procent} %.` : 'strax.'}`}
      </p>
      <progress max={100} value={procent} aria-label="Så långt har körningen kommit">
        {procent} %
      </progress>
    </div>
  );
}

const visaAntal = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** The latest runs of a kind, as links. */
export function Körningslista({ körningar }: { körningar: Awaited<ReturnType<Körningsport['körningar']>> }) {
  if (körningar.length === 0) return <p class="muted">Ingen har körts än.</p>;
  return (
    <Table
      id="korningar"
      caption="Körningar"
      captionHidden
      narrow="scroll"
      columns={[{ head: 'Körning' }, { head: 'Startad' }, { head: 'Av' }, { head: 'Läge' }]}
      rows={körningar.map((k) => [
        <a href={`${KÖRNING}/${k.id}`}>{k.rubrik}</a>,
        tidpunkt(k.startad),
        k.startadAv.namn,
        LÄGESORD[k.status],
      ])}
    />
  );
}

const LÄGESORD = {
  vantar: 'Väntar',
  kor: 'Pågår',
  klar: 'Klar',
  avbruten: 'Avbruten',
  fel: 'Stannade',
} as const;

export function finnsInte(c: Context, kontext: Sidkontext) {
  return visaStatistik(c, kontext, {
    title: 'Finns inte',
    flik: 'konsekvens',
    status: 404,
    children: (
      <>
        <h1>Körningen finns inte</h1>
        <p>
          Den är borttagen efter 90 dagar, eller så är adressen fel.{' '}
          <a href={`${STATISTIK}/konsekvens`}>Till konsekvenser</a>
        </p>
      </>
    ),
  });
}
