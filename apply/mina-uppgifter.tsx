import {
  Actions,
  Breadcrumb,
  Button,
  ErrorSummary,
  type FieldError,
  LinkButton,
  Notice,
  RadioGroup,
  Textarea,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Kontaktbild } from './mina-sidor-port.ts';
import { formfält, type Sidkontext, sökande, visa } from './sida.tsx';

type Fält = Readonly<Record<string, string>>;

/** How to reach the person, and everything that is kept about her. */
export function minaUppgifterSida(app: Hono, kontext: Sidkontext): void {
  const show = async (
    c: Context,
    bild: Kontaktbild,
    skrivet: { fält: Fält; fel: readonly FieldError[] } | undefined,
    status: 200 | 409 | 422 = 200,
  ) => {
    const { kontaktuppgift: k, kanaler } = bild;
    const fält: Fält = skrivet?.fält ?? {
      telefon: k?.telefon ?? '',
      epost: k?.epost ?? '',
      avisering: k?.avisering ?? 'ingen',
      sakerKontakt: k?.säkerKontakt ?? '',
      tolk: k?.tolk ?? '',
      version: String(k?.version ?? 0),
    };
    const fel = skrivet?.fel ?? [];
    const vid = (id: string) => fel.find((f) => f.id === id)?.text;
    return visa(c, kontext, {
      title: t('Dina uppgifter'),
      flik: 'oversikt',
      fel: fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Dina uppgifter')} />
            <h1>{t('Dina uppgifter')}</h1>
            <p>{t('Bara du och vi som arbetar med ditt ärende ser det här. Den du bor med ser det inte.')}</p>
          </div>
          {c.req.query('sparat') !== undefined ? (
            <Notice kind="ok" live>
              <p>{t('Uppgifterna är sparade.')}</p>
            </Notice>
          ) : null}
          <form method="post" action="/mina-sidor/uppgifter" class="stack">
            <input type="hidden" name="version" value={fält['version'] ?? '0'} />
            <TextField
              name="telefon"
              type="tel"
              autocomplete="tel"
              width="13"
              label={t('Telefonnummer')}
              optional
              value={fält['telefon']}
              error={vid('telefon')}
            />
            <TextField
              name="epost"
              type="email"
              autocomplete="email"
              label={t('E-postadress')}
              optional
              value={fält['epost']}
              error={vid('epost')}
            />
            {kanaler.length > 0 ? (
              <RadioGroup
                name="avisering"
                label={t('Ska vi säga till när du har något nytt att läsa?')}
                hint={t(
                  'Vi skriver bara att du har ett nytt meddelande. Vi skriver inte vad det gäller eller från vem.',
                )}
                unsettable={false}
                value={fält['avisering']}
                error={vid('avisering')}
                choices={[
                  { value: 'ingen', label: t('Nej, säg inte till') },
                  ...(kanaler.includes('sms') ? [{ value: 'sms', label: t('Ja, med sms') }] : []),
                  ...(kanaler.includes('epost') ? [{ value: 'epost', label: t('Ja, med e-post') }] : []),
                ]}
              />
            ) : null}
            <Textarea
              name="sakerKontakt"
              rows={3}
              label={t('Säkert sätt att nå dig')}
              optional
              hint={t(
                'Fyll i om någon annan kan läsa din post eller svara i din telefon. Då skickar vi inga sms och ingen e-post.',
              )}
              value={fält['sakerKontakt']}
              error={vid('sakerKontakt')}
            />
            <TextField
              name="tolk"
              width="13"
              label={t('Språk du vill ha tolk på')}
              optional
              value={fält['tolk']}
              error={vid('tolk')}
            />
            <Actions>
              <Button kind="go">{t('Spara')}</Button>
            </Actions>
          </form>
          <section class="stack-s" aria-labelledby="allt">
            <h2 id="allt">{t('Hämta allt om dig')}</h2>
            <p>
              {t(
                'Du får en zip-fil med dina ansökningar, beslut, brev, meddelanden och dokument, det andra myndigheter har svarat om dig, och vilka som har läst om dig.',
              )}
            </p>
            <p>{t('Filen är privat. Spara den där ingen annan kommer åt den.')}</p>
            <form method="post" action="/mina-sidor/allt-om-mig.zip">
              <Button kind="neutral">{t('Hämta allt om dig')}</Button>
            </form>
          </section>
          <p>
            <LinkButton href="/mina-sidor" kind="quiet">
              {t('Till översikten')}
            </LinkButton>
          </p>
        </div>
      ),
    });
  };

  app.get('/mina-sidor/uppgifter', async (c) =>
    show(c, await kontext.port.kontaktuppgift(sökande(kontext, c)), undefined),
  );

  app.post('/mina-sidor/uppgifter', async (c) => {
    const who = sökande(kontext, c);
    const fält = await formfält(c);
    const { avisering } = fält;
    const result = await kontext.port.ändraKontaktuppgift(who, {
      telefon: fält['telefon'] ?? '',
      epost: fält['epost'] ?? '',
      avisering: avisering === 'sms' || avisering === 'epost' ? avisering : 'ingen',
      säkerKontakt: fält['sakerKontakt'] ?? '',
      tolk: fält['tolk'] ?? '',
      baseradPå: Number(fält['version']),
    });
    if (result.ok) return c.redirect('/mina-sidor/uppgifter?sparat', 303);
    const { refusal } = result;
    const fel = refusal.fält?.map((f) => ({ id: f.fält, text: översatt(f.text) })) ?? [
      { id: 'telefon', text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` },
    ];
    return show(c, await kontext.port.kontaktuppgift(who), { fält, fel }, refusal.fält ? 422 : 409);
  });

  app.post('/mina-sidor/allt-om-mig.zip', async (c) => {
    const { filnamn, ström } = await kontext.port.alltOmMig(sökande(kontext, c));
    return c.body(ström, 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${filnamn}"`,
      'cache-control': 'no-store',
    });
  });
}
