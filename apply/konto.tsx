import {
  Actions,
  BackLink,
  Button,
  datum,
  ErrorSummary,
  Facts,
  kr,
  Notice,
  Ringbar,
  Table,
  TextField,
  t,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, vägran } from './formular.tsx';
import { formfält, type Sidkontext, sökande, visa } from './sida.tsx';

/** The person's own account: what it is, and to change it with e-ID. */
export function kontoSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const bild = await kontext.port.konto(sökande(kontext, c));
    const felFör = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
    const sätt = {
      'e-legitimation': t('Du ändrade med e-legitimation'),
      ansokan: t('Du skrev ett nytt konto i ansökan'),
      besok: t('Du ändrade på besök hos oss'),
    };
    return visa(c, kontext, {
      title: t('Ditt konto'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack-l">
          <BackLink href="/mina-sidor" />
          {skrivet.fel.length > 0 ? <ErrorSummary errors={[...skrivet.fel]} /> : null}
          <h1>{t('Ditt konto')}</h1>
          {c.req.query('andrat') === 'ja' && skrivet.fel.length === 0 ? (
            <Notice kind="ok" level={2} heading={t('Ditt konto är ändrat')} live>
              <p>
                {t(
                  'Vi berättar det för dig på ett annat sätt också, så att du märker om någon annan ändrar ditt konto.',
                )}
              </p>
            </Notice>
          ) : null}
          {bild.konto ? (
            <Facts
              items={[
                ...(bild.konto.bank ? [{ name: t('Bank'), value: bild.konto.bank }] : []),
                { name: t('Clearingnummer'), value: bild.konto.clearing },
                { name: t('Kontonummer'), value: bild.konto.nummer },
              ]}
            />
          ) : (
            <p>{t('Vi har inget konto för dig än. Du kan skriva det här, eller i din ansökan.')}</p>
          )}
          {bild.påVäg.length > 0 ? (
            <Notice kind="info" level={2} heading={t('Pengar som redan är planerade')}>
              <ul>
                {bild.påVäg.map((u) => (
                  <li>
                    {t('{belopp} kommer {dag} till kontot som slutar på {slut}.', {
                      belopp: kr(u.belopp),
                      dag: datum(u.dag),
                      slut: u.slutarPå,
                    })}
                  </li>
                ))}
              </ul>
              <p>
                <Ringbar
                  telefon={kontext.port.kommun.telefon}
                  text={t('De går till det kontot även om du ändrar nu. Är det fel konto? Ring oss på {telefon}.', {
                    telefon: kontext.port.kommun.telefon,
                  })}
                />
              </p>
            </Notice>
          ) : null}
          <form method="post" action="/mina-sidor/konto" class="stack">
            <h2>{t('Byt konto')}</h2>
            <p>
              {t('Kontot ska vara ditt eget. Det nya kontot gäller för pengar som vi beslutar om från och med nu.')}
            </p>
            <TextField
              name="clearing"
              label={t('Clearingnummer')}
              hint={t('Fyra siffror, eller fem om det börjar på 8.')}
              inputmode="numeric"
              width="8"
              value={skrivet.fält['clearing']}
              error={felFör('clearing')}
            />
            <TextField
              name="nummer"
              label={t('Kontonummer')}
              hint={t('Utan clearingnummer.')}
              inputmode="numeric"
              width="13"
              value={skrivet.fält['nummer']}
              error={felFör('nummer')}
            />
            <Actions>
              <Button kind="go">{t('Spara kontot')}</Button>
            </Actions>
          </form>
          {bild.historik.length > 0 ? (
            <Table
              id="andringar"
              caption={t('Så har kontot ändrats')}
              narrow="list"
              columns={[{ head: t('När') }, { head: t('Hur') }, { head: t('Konto som slutar på') }]}
              rows={bild.historik.map((h) => [tidpunkt(h.tid), sätt[h.sätt], h.slutarPå])}
            />
          ) : null}
          <p>
            <Ringbar
              telefon={kontext.port.kommun.telefon}
              text={t('Har någon annan ändrat ditt konto? Ring oss genast på {telefon}.', {
                telefon: kontext.port.kommun.telefon,
              })}
            />
          </p>
        </div>
      ),
    });
  };

  app.get('/mina-sidor/konto', (c) => show(c));

  app.post('/mina-sidor/konto', async (c) => {
    const fält = await formfält(c);
    const clearing = (fält['clearing'] ?? '').slice(0, 40);
    const nummer = (fält['nummer'] ?? '').slice(0, 40);
    const fel = [
      ...(clearing.trim() === '' ? [{ id: 'clearing', text: t('Skriv clearingnumret.') }] : []),
      ...(nummer.trim() === '' ? [{ id: 'nummer', text: t('Skriv kontonumret.') }] : []),
    ];
    if (fel.length > 0) return show(c, { fel, fält });
    const result = await kontext.port.ändraKonto(sökande(kontext, c), { clearing, nummer });
    if (result.ok) return c.redirect('/mina-sidor/konto?andrat=ja', 303);
    return show(c, { fält, fel: vägran(result.refusal, 'nummer') });
  });
}
