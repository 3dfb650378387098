import { AutosaveStatus, type FieldError, klockslag, Notice, QuestionPage } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, type Fråga, type Frågekontext, ändradeRader } from './fraga.ts';
import { FRÅGOR } from './fragor/index.ts';
import { formfält, saknas, type Sidkontext, sökande, visa } from './sida.tsx';

/** One question a page: what has been answered is kept at every step, also by itself while the person writes. */
export function frågeSida(app: Hono, kontext: Sidkontext): void {
  const find = async (c: Context): Promise<{ fråga: Fråga; k: Frågekontext } | undefined> => {
    const fråga = FRÅGOR.find((f) => f.id === c.req.param('fraga'));
    const bild = fråga && (await kontext.port.hämta(sökande(kontext, c), c.req.param('id')!));
    return fråga && bild ? { fråga, k: { ansökan: bild.ansökan, vuxna: bild.vuxna, port: kontext.port } } : undefined;
  };

  const show = (c: Context, fråga: Fråga, k: Frågekontext, fält: Fält, fel: readonly FieldError[], konflikt?: string) => {
    const { ansökan } = k;
    const index = FRÅGOR.indexOf(fråga);
    const sammanfattad = ansökan.slag === 'ateransokan' || c.req.query('fran') === 'granska' ? `/ansok/${ansökan.id}` : undefined;
    const back = sammanfattad ?? (index === 0 ? '/ansok' : `/ansok/${ansökan.id}/${FRÅGOR[index - 1]!.id}`);
    return visa(c, kontext, {
      title: fråga.rubrik(k),
      flik: 'ansok',
      fel: fel.length > 0,
      status: konflikt ? 409 : fel.length > 0 ? 422 : 200,
      children: (
        <QuestionPage
          action={`/ansok/${ansökan.id}/${fråga.id}${sammanfattad ? '?fran=granska' : ''}`}
          backHref={back}
          errors={fel}
          heading={fråga.rubrik(k)}
          lead={fråga.ingress?.(k)}
          autosaveTo={`/ansok/${ansökan.id}/${fråga.id}`}
          saveStatus={<AutosaveStatus savedAt={klockslag(ansökan.ändrad)} />}
          continueText={sammanfattad ? 'Spara och gå tillbaka' : undefined}
          hidden={{ version: String(ansökan.version) }}
          remaining={FRÅGOR.map((f, i) => ({
            label: f.etikett,
            state: f === fråga ? 'now' : f.svarar.some((key) => ansökan.uppgifter[key] !== undefined) || i < index ? 'done' : 'left',
            href: `/ansok/${ansökan.id}/${f.id}`,
          }))}
        >
          {konflikt ? (
            <Notice kind="attention" heading="Svaren har ändrats på annat håll">
              <p>{konflikt} Det du skrev här finns kvar i fälten. Tryck på Fortsätt för att spara det.</p>
            </Notice>
          ) : null}
          {fråga.vy(fält, fel, k)}
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
    if (k.ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${k.ansökan.id}`, 303);
    const fält = await formfält(c);
    const rader = ändradeRader(fält);
    if (rader) return show(c, fråga, k, rader, []);
    const självsparat = c.req.header('x-autosave') === '1';
    const läst = fråga.läs(fält, k);
    if (!läst.ok) {
      if (självsparat) return c.json({ text: `Inte sparat än: ${läst.fel[0]?.text ?? ''}` }, 422);
      return show(c, fråga, k, fält, läst.fel);
    }
    const sparat = await kontext.port.spara(sökande(kontext, c), k.ansökan.id, läst.svar, självsparat ? k.ansökan.version : Number(fält['version']) || 0);
    if (självsparat) return sparat.ok ? c.json({ sparat: klockslag(sparat.ansökan.ändrad) }) : c.json({ text: sparat.refusal.text }, 409);
    if (!sparat.ok) return show(c, fråga, k, fält, [], sparat.refusal.text);
    const next_ = FRÅGOR[FRÅGOR.indexOf(fråga) + 1];
    const tillbaka = k.ansökan.slag === 'ateransokan' || c.req.query('fran') === 'granska';
    return c.redirect(tillbaka || !next_ ? `/ansok/${k.ansökan.id}/granska` : `/ansok/${k.ansökan.id}/${next_.id}`, 303);
  });
}
