import { dagFör, dokumenthash, väntarPåUnderskrift } from '@stegvis/casework';
import {
  Button,
  Checkbox,
  datum,
  ErrorSummary,
  type FieldError,
  månad,
  Ringbar,
  SummaryList,
  Textarea,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Frågekontext } from './fraga.ts';
import { FRÅGOR } from './fragor/index.ts';
import { övrigt } from './fragor/ovrigt.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

const LÄNGSTA = 5000;

/** The other adult reads everything but the first one's message, and signs as herself. */
export function skrivUnderSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, fel: readonly FieldError[] = [], fält: Record<string, string> = {}) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id')!);
    if (!bild) return saknas(c, kontext);
    const { ansökan } = bild;
    if (!väntarPåUnderskrift(ansökan).includes(who.id)) return c.redirect(`/mina-sidor/ansokan/${ansökan.id}`, 303);
    const k: Frågekontext = { ansökan, vuxna: bild.vuxna, port: kontext.port, läsare: who.id };
    return visa(c, kontext, {
      title: t('Läs och skriv under'),
      flik: 'oversikt',
      fel: fel.length > 0,
      status: fel.length > 0 ? 409 : 200,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack">
            <h1>{t('Läs och skriv under')}</h1>
            <p class="lead">
              {t('Ansökan gäller er båda för {månad}. Skriv bara under om det stämmer.', {
                månad: månad(ansökan.månad),
              })}
            </p>
            {bild.underskriftSenast ? (
              <p>
                {t('Skriv under senast {dag}. Annars stängs ansökan, och var och en kan söka själv.', {
                  dag: datum(dagFör(bild.underskriftSenast)),
                })}
              </p>
            ) : null}
          </div>
          {FRÅGOR.filter((f) => f !== övrigt).map((fråga) => (
            <section class="stack-s" aria-labelledby={`del-${fråga.id}`}>
              <h2 id={`del-${fråga.id}`}>{fråga.etikett()}</h2>
              <SummaryList
                rows={fråga.sammanfattning(ansökan.uppgifter, k).map(({ key, value }) => ({ key, value }))}
              />
            </section>
          ))}
          <form class="stack-l" method="post" action={`/skriv-under/${ansökan.id}`} novalidate>
            <input type="hidden" name="avser" value={dokumenthash(ansökan.uppgifter)} />
            <Textarea
              name="meddelande"
              label={t('Meddelande till oss')}
              hint={t('Bara vi läser det. Din partner ser det inte.')}
              rows={4}
              optional
              value={fält['meddelande'] ?? ''}
              error={fel.find((f) => f.id === 'meddelande')?.text}
            />
            <Checkbox
              name="handlaggare"
              value="ja"
              label={t('Jag vill att en handläggare beslutar. Det kostar inget, men kan ta längre tid.')}
              checked={fält['handlaggare'] === 'ja'}
            />
            <p>
              {t(
                'Kan vi ge er allt ni söker kan beslutet fattas automatiskt. Ni kan alltid få det prövat av en handläggare.',
              )}
            </p>
            <p>
              <Ringbar
                telefon={kontext.port.kommun.telefon}
                text={t('Stämmer något inte? Skriv inte under. Be din partner ändra, eller ring oss på {telefon}.', {
                  telefon: kontext.port.kommun.telefon,
                })}
              />
            </p>
            <div>
              <Button kind="go" wide>
                {t('Skriv under')}
              </Button>
            </div>
          </form>
          <p>
            <a href={`/ansok/bor-isar/${bild.ärende.id}`}>{t('Vi bor inte längre ihop')}</a>
          </p>
        </div>
      ),
    });
  };

  app.get('/skriv-under/:id', (c) => show(c));

  app.post('/skriv-under/:id', async (c) => {
    const fält = await formfält(c);
    const meddelande = fält['meddelande']?.trim() || undefined;
    if (meddelande && meddelande.length > LÄNGSTA) {
      const text = t('Skriv högst {högst, number} tecken. Nu är det {antal, number}.', {
        högst: LÄNGSTA,
        antal: meddelande.length,
      });
      return show(c, [{ id: 'meddelande', text }], fält);
    }
    const signed = await kontext.port.signera(sökande(kontext, c), c.req.param('id'), {
      avser: fält['avser'] ?? '',
      meddelande,
      önskarHandläggare: fält['handlaggare'] === 'ja',
    });
    if (signed.ok) return c.redirect(`/ansok/${c.req.param('id')}/skickad`, 303);
    return show(
      c,
      [{ id: 'meddelande', text: `${översatt(signed.refusal.text)} ${översatt(signed.refusal.tillåtet)}` }],
      fält,
    );
  });
}
