import { dagFör, väntarPåUnderskrift, ärKommande } from '@stegvis/casework';
import {
  Actions,
  datum,
  ErrorSummary,
  type FieldError,
  LinkButton,
  månad,
  Ringbar,
  SummaryList,
  t,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { vägran } from './formular.tsx';
import type { Frågekontext } from './fraga.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';
import { svarsdelar } from './svar.ts';
import { BokaTid, mötessättet, mötestiden } from './vagen/boka-mote.tsx';

/** After sending: what happens next and when, and exactly what was sent. */
export function skickadSida(app: Hono, kontext: Sidkontext): void {
  const sida = async (c: Context, fel: readonly FieldError[] = [], status: 200 | 409 | 422 = 200) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id') ?? '');
    const inskickad = bild?.ansökan.inskickad;
    if (!bild || inskickad === undefined) return saknas(c, kontext);
    const { ansökan, underskriftSenast } = bild;
    const väntar = väntarPåUnderskrift(ansökan).length > 0;
    const akut = ansökan.slag === 'akut';
    const enSak = akut || ansökan.slag === 'tillagg';
    const k: Frågekontext = { ansökan, vuxna: bild.vuxna, port: kontext.port, läsare: who.id };
    const kom = tidpunkt(ansökan.inkommen ?? inskickad);
    const namn = månad(ansökan.månad);
    const { telefon, telefontid } = kontext.port.kommun;
    const möten = await kontext.port.väg.minaMöten(who);
    const bokat = möten.möten.find((m) => m.status === 'bokat' && ärKommande(m, möten.nu));
    return visa(c, kontext, {
      fel: fel.length > 0,
      status,
      title: väntar ? t('En underskrift kvar') : t('Vi har tagit emot din ansökan'),
      flik: akut ? 'akut' : 'ansok',
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack">
            <h1>{väntar ? t('En underskrift kvar') : t('Vi har tagit emot din ansökan')}</h1>
            <p class="lead">
              {väntar
                ? t(
                    'Din partner loggar in här på sidan och skriver under. Först då börjar vi med ansökan för {månad}.',
                    {
                      månad: namn,
                    },
                  )
                : akut
                  ? t('Din begäran om akut hjälp kom in {tid}.', { tid: kom })
                  : ansökan.slag === 'tillagg'
                    ? t('Tillägget för {månad} kom in {tid}.', { månad: namn, tid: kom })
                    : t('Ansökan för {månad} kom in {tid}.', { månad: namn, tid: kom })}
            </p>
          </div>
          <section class="stack-s" aria-labelledby="hander">
            <h2 id="hander">{t('Det här händer nu')}</h2>
            <ol>
              {väntar && underskriftSenast ? (
                <li>
                  {t('Din partner skriver under senast {dag}. Annars stängs ansökan, och du kan söka själv.', {
                    dag: datum(dagFör(underskriftSenast)),
                  })}
                </li>
              ) : null}
              {akut ? <li>{t('En handläggare läser det i dag och hör av sig på det sätt du har skrivit.')}</li> : null}
              {akut ? (
                <li>
                  <Ringbar
                    telefon={telefon}
                    text={t('Hör du inget i dag: ring oss på {telefon}, {telefontid}.', { telefon, telefontid })}
                  />
                </li>
              ) : null}
              {enSak && !akut ? <li>{t('En handläggare läser tillägget och beslutar.')}</li> : null}
              {enSak ? null : (
                <li>{t('Vi hämtar uppgifter från Försäkringskassan, Arbetsförmedlingen, CSN och a-kassorna.')}</li>
              )}
              {enSak ? null : (
                <li>{t('Vi räknar. Kan vi ge dig allt du söker får du svar direkt. Annars läser en handläggare.')}</li>
              )}
              {bild.svarSenast && !akut ? (
                <li>
                  {t('Du får svar senast {tid}, om vi inte behöver fråga dig om något.', {
                    tid: tidpunkt(bild.svarSenast),
                  })}
                </li>
              ) : null}
            </ol>
          </section>
          {ansökan.slag === 'nyansokan' ? (
            <section class="stack-s" aria-labelledby="stod">
              <h2 id="stod">{t('Nästa steg: vilket stöd behöver du?')}</h2>
              <p>
                {t(
                  'Svara på 15 korta frågor om arbete, språk, hälsa och vardag. Svaren påverkar inte beslutet om pengar.',
                )}
              </p>
              <p>
                <a href="/mina-sidor/bedomning">{t('Till frågorna')}</a>
              </p>
            </section>
          ) : null}
          {bokat ? (
            <section class="stack-s" aria-labelledby="mote">
              <h2 id="mote">{t('Ditt planeringsmöte är bokat')}</h2>
              <p>{mötestiden(bokat)}</p>
              <p>{t('{sätt}, med {namn}', { sätt: mötessättet(bokat), namn: bokat.namn })}</p>
              <p>
                <a href="/mina-sidor/moten">{t('Byt tid eller avboka')}</a>
              </p>
            </section>
          ) : !akut && möten.lediga.length > 0 ? (
            <section class="stack" aria-labelledby="mote">
              <h2 id="mote">{t('Boka ett planeringsmöte')}</h2>
              <p>{t('På mötet planerar du och en arbetsmarknadssekreterare hur du kan försörja dig själv.')}</p>
              <BokaTid lediga={möten.lediga} nu={möten.nu} action={`/ansok/${ansökan.id}/skickad`} fel={fel} />
            </section>
          ) : null}
          <Actions>
            <LinkButton href={`/mina-sidor/ansokan/${ansökan.id}`} kind="go">
              {t('Följ din ansökan')}
            </LinkButton>
            <LinkButton href={`/ansok/${ansökan.id}/kvitto.pdf`} kind="neutral">
              {t('Det du skickade, som pdf')}
            </LinkButton>
          </Actions>
          <section class="stack" aria-labelledby="skickat">
            <h2 id="skickat">{t('Det här skickade du')}</h2>
            {svarsdelar(k).map((del) => (
              <section class="stack-s" aria-labelledby={`del-${del.id}`}>
                <h3 id={`del-${del.id}`}>{del.rubrik}</h3>
                <SummaryList rows={del.rader} />
              </section>
            ))}
          </section>
        </div>
      ),
    });
  };

  app.get('/ansok/:id/skickad', (c) => sida(c));

  app.post('/ansok/:id/skickad', async (c) => {
    const id = c.req.param('id');
    const { tid } = await formfält(c);
    if (!tid) return sida(c, [{ id: 'tid', text: t('Välj en av tiderna.') }], 422);
    const result = await kontext.port.väg.bokaMittMöte(sökande(kontext, c), { tid, istället: undefined, ansökan: id });
    if (!result.ok) return sida(c, vägran(result.refusal, 'tid'), 409);
    return c.redirect(`/ansok/${id}/skickad`, 303);
  });

  app.get('/ansok/:id/kvitto.pdf', async (c) => {
    const pdf = await kontext.port.kvitto(sökande(kontext, c), c.req.param('id'));
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="ansokan.pdf"',
    });
  });
}
