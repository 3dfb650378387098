import { dokumenthash, väntarPåUnderskrift } from '@stegvis/casework';
import { Button, Checkbox, ErrorSummary, type FieldError, månad, SummaryList, Textarea } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Frågekontext } from './fraga.ts';
import { FRÅGOR } from './fragor/index.ts';
import { övrigt } from './fragor/ovrigt.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

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
      title: 'Läs och skriv under',
      flik: 'oversikt',
      fel: fel.length > 0,
      status: fel.length > 0 ? 409 : 200,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack">
            <h1>Läs och skriv under</h1>
            <p class="lead">Ansökan gäller er båda för {månad(ansökan.månad)}. Skriv bara under om det stämmer.</p>
          </div>
          {FRÅGOR.filter((f) => f !== övrigt).map((fråga) => (
            <section class="stack-s" aria-labelledby={`del-${fråga.id}`}>
              <h2 id={`del-${fråga.id}`}>{fråga.etikett}</h2>
              <SummaryList
                rows={fråga.sammanfattning(ansökan.uppgifter, k).map(({ key, value }) => ({ key, value }))}
              />
            </section>
          ))}
          <form class="stack-l" method="post" action={`/skriv-under/${ansökan.id}`} novalidate>
            <input type="hidden" name="avser" value={dokumenthash(ansökan.uppgifter)} />
            <Textarea
              name="meddelande"
              label="Meddelande till oss"
              hint="Bara vi läser det. Din partner ser det inte."
              rows={4}
              optional
              value={fält['meddelande'] ?? ''}
            />
            <Checkbox
              name="handlaggare"
              value="ja"
              label="Jag vill att en handläggare beslutar."
              checked={fält['handlaggare'] === 'ja'}
            />
            <p>Stämmer något inte? Skriv inte under. Be din partner ändra, eller ring oss.</p>
            <div>
              <Button kind="go" wide>
                Skriv under
              </Button>
            </div>
          </form>
        </div>
      ),
    });
  };

  app.get('/skriv-under/:id', (c) => show(c));

  app.post('/skriv-under/:id', async (c) => {
    const fält = await formfält(c);
    const signed = await kontext.port.signera(sökande(kontext, c), c.req.param('id'), {
      avser: fält['avser'] ?? '',
      meddelande: fält['meddelande']?.trim() || undefined,
      önskarHandläggare: fält['handlaggare'] === 'ja',
    });
    if (signed.ok) return c.redirect(`/ansok/${c.req.param('id')}/skickad`, 303);
    return show(c, [{ id: 'meddelande', text: `${signed.refusal.text} ${signed.refusal.tillåtet}` }], fält);
  });
}
