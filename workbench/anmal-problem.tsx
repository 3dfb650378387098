import { Actions, Button, Empty, ErrorSummary, LinkButton, Notice, Table, Textarea, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Styrningsflikar } from './automatik.tsx';
import { csv } from './csv.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';
import { HJÄLPKAKA, PROBLEM } from './sidhjalp.tsx';

const ETT_ÅR = 365 * 24 * 3600;

/** Telling what does not work, without personal data; and for the administrator the list of what has been told. */
export function anmälProblemSida(app: Hono, kontext: Sidkontext): void {
  const show = (c: Context, sida: string, skrivet: Skrivet = INGET_SKRIVET) => {
    const hjälpDold = getCookie(c, HJÄLPKAKA) === 'dold';
    return visa(c, kontext, {
      title: 'Rapportera problem',
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Rapportera problem</h1>
          <p>
            Skriv inga namn, personnummer, datum med siffror eller ärendenummer. Det som skickas är din text, vilken
            sorts sida du kom från, programmets version och vilken sorts webbläsare du har. Inte vem du är och ingen
            adress.
          </p>
          <form method="post" action={PROBLEM} class="panel stack">
            <input type="hidden" name="sida" value={sida} />
            <Textarea
              name="text"
              label="Vad hände, och vad väntade du dig?"
              rows={6}
              value={skrivet.fält['text']}
              error={felFör(skrivet, 'text')}
            />
            <Actions>
              <Button kind="go">Skicka</Button>
            </Actions>
          </form>
          {hjälpDold ? (
            <form method="post" action={`${PROBLEM}/hjalp`}>
              <input type="hidden" name="visa" value="ja" />
              <Button kind="quiet">Visa hjälp på sidorna igen</Button>
            </form>
          ) : null}
        </div>
      ),
    });
  };

  app.get('/problem', (c) => show(c, c.req.query('sida') ?? ''));

  app.post('/problem', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.rapporteraProblem(medarbetare(kontext, c), {
      sida: fält['sida'] ?? '',
      useragent: c.req.header('user-agent') ?? '',
      text: fält['text'] ?? '',
    });
    return result.ok
      ? c.redirect(`${PROBLEM}/tack`, 303)
      : show(c, fält['sida'] ?? '', { fel: vägran(result.refusal, (f) => f, 'text'), fält });
  });

  app.get('/problem/tack', (c) =>
    visa(c, kontext, {
      title: 'Tack',
      flik: 'styrning',
      children: (
        <div class="stack">
          <h1>Tack</h1>
          <Notice kind="ok" level={2} heading="Administratören har fått din rapport" live>
            <p>
              <a href="/handlaggning">Till kön</a>
            </p>
          </Notice>
        </div>
      ),
    }),
  );

  app.post('/problem/hjalp', async (c) => {
    const { visa: svar } = await formfält(c);
    setCookie(c, HJÄLPKAKA, svar === 'nej' ? 'dold' : 'visas', {
      path: '/handlaggning',
      sameSite: 'Lax',
      httpOnly: true,
      maxAge: ETT_ÅR,
    });
    return c.redirect('/handlaggning', 303);
  });

  app.get('/problem/lista', async (c) => {
    const who = medarbetare(kontext, c);
    const rapporter = await kontext.port.problemrapporter(who);
    if (!rapporter) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Rapporterade problem',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Styrningsflikar flik="problem" who={who} övning={kontext.port.övning !== undefined} />
          <h1>Rapporterade problem</h1>
          {rapporter.length === 0 ? (
            <Empty level={2} heading="Inga rapporter">
              <p>Här visas det personalen rapporterar längst ner på varje sida.</p>
            </Empty>
          ) : (
            <>
              <p>
                <LinkButton href={`${PROBLEM}/lista.csv`} kind="neutral">
                  Hämta som CSV
                </LinkButton>
              </p>
              <Table
                id="problem"
                caption="Rapporterade problem, nyast först"
                captionHidden
                narrow="list"
                columns={[
                  { head: 'När' },
                  { head: 'Text' },
                  { head: 'Sida' },
                  { head: 'Webbläsare' },
                  { head: 'Version' },
                ]}
                rows={rapporter.map((r) => [tidpunkt(r.tid), r.text, r.sida, r.webbläsare, r.version])}
              />
            </>
          )}
        </div>
      ),
    });
  });

  app.get('/problem/lista.csv', async (c) => {
    const rapporter = await kontext.port.problemrapporter(medarbetare(kontext, c));
    if (!rapporter) return förbjudet(c, kontext);
    return c.body(
      csv([
        ['Tid', 'Sida', 'Version', 'Webbläsare', 'Text'],
        ...rapporter.map((r) => [r.tid, r.sida, r.version, r.webbläsare, r.text]),
      ]),
      200,
      { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="problem.csv"' },
    );
  });
}
