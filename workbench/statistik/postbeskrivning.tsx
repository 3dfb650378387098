import { Actions, Breadcrumb, Button, Details, ErrorSummary, FileField, Table, Textarea, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { läserStatistik, medarbetare, type Sidkontext } from '../sida.tsx';
import { visaStatistik } from './statistik-sida.tsx';
import { UTLÄMNING, UTLÄMNINGSSLAG } from './utlamning.tsx';

/** A record layout as text, checked before it is saved. */
export function postbeskrivningssida(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  const show = async (c: Context, nyckel: string, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const bild = läserStatistik(who) ? await statistik.beskrivningsbild(who, nyckel) : undefined;
    if (!bild)
      return visaStatistik(c, kontext, {
        title: 'Postbeskrivningen finns inte',
        flik: 'utlamning',
        status: 404,
        children: (
          <>
            <h1>Postbeskrivningen finns inte</h1>
            <p>
              <a href={UTLÄMNING}>Till listan</a>
            </p>
          </>
        ),
      });
    const skriver = who.roller.includes('administrator');
    return visaStatistik(c, kontext, {
      title: 'Postbeskrivning',
      flik: 'utlamning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb items={[{ href: UTLÄMNING, label: 'Lämna ut uppgifter' }]} here="Postbeskrivning" />
          <h1>Postbeskrivning</h1>
          <p>
            En postbeskrivning säger vilka kolumner filen har, varifrån de fylls och vilka koder som gäller. Skriv av
            den beskrivning som kommunen har fått av Socialstyrelsen, och varifrån den kommer. Den officiella
            beskrivningen är inte offentlig, så exemplet är inte den.
          </p>
          {bild.skriven ? (
            <p class="muted">
              Version {bild.version}, {tidpunkt(bild.skriven.tid)}, {bild.skriven.av}. En ändring blir en ny version;
              gjorda filer behåller sin.
            </p>
          ) : null}
          {skriver ? (
            <form
              method="post"
              action={`${UTLÄMNING}/beskrivning/${nyckel}`}
              class="stack"
              enctype="multipart/form-data"
            >
              <input type="hidden" name="baserad-pa" value={skrivet.fält['baserad-pa'] ?? String(bild.version)} />
              <Textarea
                name="text"
                label="Beskrivningen som JSON"
                hint="Överlappande kolumner, okända uppgifter, saknade bredder och koder som inte går ihop visas när du sparar. Inget sparas förrän allt stämmer."
                rows={24}
                value={skrivet.fält['text'] ?? bild.text}
                error={felFör(skrivet, 'text')}
              />
              <FileField
                name="fil"
                label="Eller en fil med beskrivningen"
                hint="En JSON-fil. Den används i stället för texten ovan."
                accept=".json,application/json"
              />
              <Actions>
                <Button kind="go">Kontrollera och spara</Button>
              </Actions>
            </form>
          ) : (
            <pre class="scroll" tabindex={0} role="region" aria-label="Beskrivningen">
              <code>{bild.text}</code>
            </pre>
          )}
          <h2>Uppgifter som Stegvis har</h2>
          <p>
            Skriv uppgiftens namn under ”kalla”. Uppgifter med värden behöver en kodlista. Det som inte står här vet
            Stegvis inte: födelseland, flykting, distrikt och hur beloppet delas på ändamål.
          </p>
          {(['bistand', 'avslutsorsaker'] as const).map((slag) => (
            <Details summary={UTLÄMNINGSSLAG[slag]}>
              <Table
                id={`uppgifter-${slag}`}
                caption={UTLÄMNINGSSLAG[slag]}
                captionHidden
                narrow="scroll"
                columns={[{ head: 'kalla' }, { head: 'Vad det är' }, { head: 'Värden att ge koder' }]}
                rows={bild.uppgifter[slag].map(({ id, namn, värden }) => [<code>{id}</code>, namn, värden.join(', ')])}
              />
            </Details>
          ))}
        </>
      ),
    });
  };

  app.get('/statistik/utlamning/beskrivning/:nyckel', (c) => show(c, c.req.param('nyckel')));

  app.post('/statistik/utlamning/beskrivning/:nyckel', async (c) => {
    const fil = await filen(c);
    const fält: Fält = { ...(await formfält(c)), ...(fil === undefined ? {} : { text: fil }) };
    const nyckel = c.req.param('nyckel');
    const result = await statistik.sparaBeskrivning(medarbetare(kontext, c), {
      nyckel,
      text: fält['text'] ?? '',
      baseradPå: Number(fält['baserad-pa'] ?? 0),
    });
    return result.ok
      ? c.redirect(`${UTLÄMNING}/beskrivning/${result.nyckel}`, 303)
      : show(c, nyckel, { fel: vägran(result.refusal, (f) => f, 'text'), fält });
  });
}

/** The text of the file that was chosen; undefined when there is none. */
async function filen(c: Context): Promise<string | undefined> {
  const { fil } = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
  return fil instanceof File && fil.size > 0 ? (await fil.text()).replaceAll('\0', '') : undefined;
}
