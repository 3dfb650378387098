import { ÖVERLÄMNINGSLÄGEN } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  datum,
  Empty,
  ErrorSummary,
  Facts,
  kortDatum,
  Table,
  Tag,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Mottagarbild } from './mottagar-port.ts';

const SIDA = '/handlaggning/deltagare/overlamningar';

/** Where an organisation reads and answers the hand-overs that are sent to it. */
export function mottagarsida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.väg.mottagnaÖverlämningar(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    const öppna = bild.överlämningar.filter((ö) => ö.status === 'skickad');
    const besvarade = bild.överlämningar.filter((ö) => ö.status !== 'skickad');
    return visa(c, kontext, {
      title: 'Överlämningar',
      flik: 'overlamningar',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb items={[{ href: '/handlaggning/deltagare', label: 'Deltagare' }]} here="Överlämningar" />
          <h1>Överlämningar till {bild.mottagare}</h1>
          <p class="muted">Ni ser bara det som grunden för överlämningen tillåter. Sekretess gäller för resten.</p>
          <section class="stack" aria-labelledby="att-svara">
            <h2 id="att-svara">Att svara på</h2>
            {öppna.length === 0 ? (
              <Empty heading="Inget väntar på svar">
                <p>När någon lämnas över till er ser ni det här.</p>
              </Empty>
            ) : (
              öppna.map((ö) => <EnÖverlämning ö={ö} skrivet={skrivet} />)
            )}
          </section>
          {besvarade.some((ö) => ö.innehåll) ? (
            <section class="stack" aria-labelledby="mottagna">
              <h2 id="mottagna">Mottagna</h2>
              {besvarade.map((ö) => (ö.innehåll ? <EnÖverlämning ö={ö} skrivet={skrivet} /> : null))}
            </section>
          ) : null}
          {besvarade.length > 0 ? (
            <Table
              id="besvarade"
              caption="Besvarade"
              narrow="scroll"
              columns={[{ head: 'Skickad' }, { head: 'Läge' }, { head: 'Svar' }]}
              rows={besvarade.map((ö) => [
                tidpunkt(ö.skickad),
                ÖVERLÄMNINGSLÄGEN[ö.status],
                ö.svar ? `${ö.svar.av}, ${tidpunkt(ö.svar.tid)}` : '',
              ])}
            />
          ) : null}
        </div>
      ),
    });
  };
  app.get('/deltagare/overlamningar', (c) => show(c));
  app.post('/deltagare/overlamningar/:overlamning', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('overlamning');
    if (fält['svar'] !== 'ja' && fält['svar'] !== 'nej')
      return show(
        c,
        { fel: [{ id: 'att-svara', text: 'Välj ja eller nej.' }], fält: { ...fält, overlamning: id } },
        422,
      );
    const result = await kontext.port.väg.svaraSomMottagare(medarbetare(kontext, c), id, {
      ja: fält['svar'] === 'ja',
      skäl: fält['skal'] ?? '',
    });
    if (result.ok) return c.redirect(SIDA, 303);
    const plats = (f: string) => (f === 'svarText' ? `skal-${id}` : 'att-svara');
    return show(
      c,
      { fel: vägran(result.refusal, plats, 'att-svara'), fält: { ...fält, overlamning: id } },
      result.refusal.fält ? 422 : 409,
    );
  });
}

function EnÖverlämning({ ö, skrivet }: { ö: Mottagarbild['överlämningar'][number]; skrivet: Skrivet }) {
  const { innehåll } = ö;
  const denna = skrivet.fält['overlamning'] === ö.id;
  return (
    <section class="card stack-s" aria-labelledby={`o-${ö.id}`}>
      <div class="wb-title">
        <h3 id={`o-${ö.id}`}>{innehåll ? (ö.namn ?? 'Person med skyddade uppgifter') : 'Överlämning'}</h3>
        <Tag kind={ö.status === 'mottagen' ? 'ok' : 'attention'}>
          {ö.status === 'skickad' ? `Svara senast ${kortDatum(ö.svarSenast)}` : ÖVERLÄMNINGSLÄGEN[ö.status]}
        </Tag>
      </div>
      {innehåll ? (
        <>
          {ö.namn === undefined ? <p>Ring {ö.avsändare} innan ni svarar.</p> : null}
          <p class="preline">{innehåll.ärende}</p>
          <Facts
            items={[
              { name: 'Grund', value: `${innehåll.grund} (${innehåll.lagrum})` },
              { name: 'Uppgifter som lämnas', value: innehåll.uppgifter.join('; ') },
              ...(innehåll.text ? [{ name: 'I ord', value: innehåll.text }] : []),
              ...(innehåll.begäran
                ? [{ name: 'Begärt av', value: `${innehåll.begäran.av}, ${kortDatum(innehåll.begäran.dag)}` }]
                : []),
              ...(innehåll.gällerTill ? [{ name: 'Samtycket gäller till', value: datum(innehåll.gällerTill) }] : []),
              { name: 'Skickad av', value: `${ö.avsändare}, ${tidpunkt(ö.skickad)}` },
            ]}
          />
        </>
      ) : (
        <p>{ö.varför}</p>
      )}
      {ö.kanSvara ? (
        <form method="post" action={`${SIDA}/${ö.id}`} class="stack-s">
          <TextField
            id={`skal-${ö.id}`}
            name="skal"
            label="Skäl, om ni säger nej"
            value={denna ? skrivet.fält['skal'] : ''}
            error={felFör(skrivet, `skal-${ö.id}`)}
          />
          <Actions>
            <Button name="svar" value="ja">
              Ja, vi tar emot
            </Button>
            <Button name="svar" value="nej" kind="neutral">
              Nej
            </Button>
          </Actions>
        </form>
      ) : ö.status === 'skickad' ? (
        <p>Det går inte att svara här längre. Ring {ö.avsändare}.</p>
      ) : null}
    </section>
  );
}
