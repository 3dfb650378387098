import { randomUUID } from 'node:crypto';
import { gällerMånaden } from '@stegvis/casework';
import {
  AutosaveStatus,
  type FieldError,
  klockslag,
  Notice,
  QuestionPage,
  SummaryList,
  t,
  tJsx,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Fråga, type Frågekontext, type Fält, kännetecken, ändradeRader } from './fraga.ts';
import { frågekontext } from './fraga-kontext.ts';
import { FRÅGOR } from './fragor/index.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** Remembers which answer an open page has saved by itself, so that its own button is not taken for somebody else's change. */
const KAKA = 'stegvis-sparat';

/** One question a page: what has been answered is kept at every step, also by itself while the person writes. */
export function frågeSida(app: Hono, kontext: Sidkontext): void {
  const find = async (c: Context): Promise<{ fråga: Fråga; k: Frågekontext } | undefined> => {
    const fråga = FRÅGOR.find((f) => f.id === c.req.param('fraga'));
    const k = fråga && (await frågekontext(c, kontext));
    return fråga && k && gällerMånaden(k.ansökan) ? { fråga, k } : undefined;
  };

  const show = (
    c: Context,
    fråga: Fråga,
    k: Frågekontext,
    fält: Fält,
    fel: readonly FieldError[],
    konflikt: boolean = false,
  ) => {
    const { ansökan } = k;
    const index = FRÅGOR.indexOf(fråga);
    const sammanfattad = tillSammanfattning(c, k);
    const back = index === 0 ? '/ansok' : `/ansok/${ansökan.id}/${FRÅGOR[index - 1]?.id}`;
    return visa(c, kontext, {
      title: fråga.rubrik(k),
      flik: 'ansok',
      fel: fel.length > 0,
      status: konflikt ? 409 : fel.length > 0 ? 422 : 200,
      children: (
        <QuestionPage
          action={`/ansok/${ansökan.id}/${fråga.id}${sammanfattad ? '?fran=granska' : ''}`}
          backHref={sammanfattad ? `/ansok/${ansökan.id}/granska` : back}
          errors={fel}
          heading={fråga.rubrik(k)}
          lead={fråga.ingress?.(k)}
          autosaveTo={`/ansok/${ansökan.id}/${fråga.id}`}
          saveStatus={<AutosaveStatus />}
          continueText={sammanfattad ? t('Spara och gå tillbaka') : undefined}
          hidden={{
            bas: konflikt
              ? kännetecken(ansökan.uppgifter, fråga.svarar)
              : (fält['bas'] ?? kännetecken(ansökan.uppgifter, fråga.svarar)),
            sida: fält['sida'] ?? randomUUID(),
          }}
          remaining={FRÅGOR.map((f) => ({
            label: f.etikett(),
            state: f === fråga ? 'now' : f.svarar.some((key) => ansökan.uppgifter[key] !== undefined) ? 'done' : 'left',
            href: `/ansok/${ansökan.id}/${f.id}`,
          }))}
        >
          <StandardKnapp />
          {konflikt ? (
            <Notice kind="attention" heading={t('Svaret har ändrats på annat håll')} live>
              <p>
                {t(
                  'Det har sparats från en annan telefon, dator eller flik sedan du öppnade sidan. Det du skrev här står kvar i fälten men är inte sparat. Det här är det senast sparade:',
                )}
              </p>
              <SummaryList
                rows={fråga.sammanfattning(ansökan.uppgifter, k).map(({ key, value }) => ({ key, value }))}
              />
              <p>
                {tJsx(
                  'Tryck på knappen nederst för att spara det du skrev här i stället, eller <a>ta det senast sparade</a>.',
                  {
                    a: (text) => <a href={`/ansok/${ansökan.id}/${fråga.id}`}>{text}</a>,
                  },
                )}
              </p>
            </Notice>
          ) : null}
          <div class="stack">{fråga.vy(fält, fel, k)}</div>
        </QuestionPage>
      ),
    });
  };

  app.get('/ansok/:id/:fraga', async (c, next) => {
    const found = await find(c);
    if (!found) return FRÅGOR.some((f) => f.id === c.req.param('fraga')) ? saknas(c, kontext) : next();
    if (found.k.ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${found.k.ansökan.id}`, 303);
    return show(c, found.fråga, found.k, found.fråga.fält(found.k.ansökan.uppgifter, found.k), []);
  });

  app.post('/ansok/:id/:fraga', async (c, next) => {
    const found = await find(c);
    if (!found) return FRÅGOR.some((f) => f.id === c.req.param('fraga')) ? saknas(c, kontext) : next();
    const { fråga, k } = found;
    const { id, uppgifter, version } = k.ansökan;
    const självsparat = c.req.header('x-autosave') === '1';
    if (k.ansökan.status !== 'utkast')
      return självsparat
        ? c.json({ text: t('Ansökan är redan skickad och kan inte ändras.') }, 409)
        : c.redirect(`/mina-sidor/ansokan/${id}`, 303);
    const fält = await formfält(c);
    const rader = ändradeRader(fält);
    if (rader) return show(c, fråga, k, rader, []);
    const läst = fråga.läs(fält, k);
    if (!läst.ok)
      return självsparat
        ? c.json({ text: t('Inte sparat än. {fel}', { fel: läst.fel[0]?.text ?? '' }) }, 422)
        : show(c, fråga, k, fält, läst.fel);

    const nu = kännetecken(uppgifter, fråga.svarar);
    const egetSparat = getCookie(c, KAKA) === `${fält['sida']}.${nu}`;
    if (fält['bas'] !== nu && !egetSparat)
      return självsparat
        ? c.json(
            { text: t('Inte sparat. Svaret har ändrats på annat håll. Tryck på knappen nederst, så visar vi båda.') },
            409,
          )
        : show(c, fråga, k, fält, [], true);
    const sparat = await kontext.port.spara(sökande(kontext, c), id, läst.svar, version);
    if (!sparat.ok)
      return självsparat ? c.json({ text: översatt(sparat.refusal.text) }, 409) : show(c, fråga, k, fält, [], true);
    if (självsparat) {
      const mark = kännetecken(sparat.ansökan.uppgifter, fråga.svarar);
      setCookie(c, KAKA, `${fält['sida']}.${mark}`, { path: `/ansok/${id}`, httpOnly: true, sameSite: 'Strict' });
      return c.json({ sparat: klockslag(sparat.ansökan.ändrad) });
    }
    const nästa = FRÅGOR[FRÅGOR.indexOf(fråga) + 1];
    return c.redirect(`/ansok/${id}/${tillSammanfattning(c, k) || !nästa ? 'granska' : nästa.id}`, 303);
  });
}

/** Whether the person came from the page with all answers, and goes back there. */
function tillSammanfattning(c: Context, k: Frågekontext): boolean {
  return k.ansökan.slag === 'ateransokan' || c.req.query('fran') === 'granska';
}

/** What the Enter key presses: the browser takes the first button, which must never be one that adds or removes a row. */
export function StandardKnapp() {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it cannot be reached by keyboard, and says nothing that the visible button does not
  return <button class="vh" type="submit" tabindex={-1} aria-hidden="true"></button>;
}
