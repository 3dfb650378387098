import assert from 'node:assert/strict';
import { test } from 'node:test';
import { öppnaScen } from './berattelse.ts';
import { type Besökare, type Formulär, formulären, ifyllt, type Svar, somDelar, utanKod } from './besokare.ts';
import { fyllScenen } from './fyll-scenen.ts';
import { länkarna, sidmönster } from './sidmonster.ts';

const FORM = 'application/x-www-form-urlencoded';
const LÅNG = `${'a'.repeat(9_999)}å`;
/** Only the forms whose addresses match, while a fault is mended: `FORMULAR=/statistik`. */
const FORMULÄR = new RegExp(process.env.FORMULAR ?? '');
/** Forms that end the visit or start it over. */
const INTE_DE = /logga-ut|forlang$|narvaro|allt-om-mig/;
const TEXTSLAG = /^(text|textarea|search|tel|email|hidden)$/;

/** What is sent in every text field of a form, by name of the case. */
const DÅLIGT: Record<string, string> = {
  'ten thousand characters': LÅNG,
  'impossible date': '2026-02-31',
  'impossible day': '99',
  'NUL byte': 'a\u0000b',
  'negative amount': '-500',
  'huge amount': '99999999999999999999',
  'no number': 'två tusen',
  'half a surrogate': '\ud83d',
  markup: '"><script>alert(1)</script>',
};

/**
 * Every form that people of every kind come to, sent with what no form should hold. The answer is never a fault of ours: either the form
 * again with a sentence at the field and all that was typed, or a page that says what is wrong.
 */
test('Dåliga svar i alla formulär ger en mening, aldrig ett fel', { timeout: 1_800_000 }, async (t) => {
  const scen = await öppnaScen(t);
  const vandringar = await fyllScenen(scen);
  const sidor = sidmönster(scen.stegvis.sidor);
  const sända = new Set<string>();
  let svar = 0;
  const gångna = new Map<Besökare, Map<string, number>>();
  for (const { vem, start, frågor = [] } of vandringar) {
    const slag = gångna.get(vem) ?? new Map<string, number>();
    gångna.set(vem, slag);
    for (const { väg, form } of await allaFormulär(vem, [start, ...frågor], sidor, slag)) {
      const slag = slaget(form);
      if (sända.has(slag)) continue;
      sända.add(slag);
      if (!FORMULÄR.test(form.action)) continue;
      const fel: string[] = [];
      const granska = async (vad: string, gör: () => Promise<Svar>, skrivet?: string) => {
        svar++;
        const funna = granskat(await gör(), form.action, skrivet);
        // What is done meanwhile has no such form any more, on a page that may have others.
        const borta = funna.includes(BORTTAPPAT) && !(await finnsKvar(vem, väg, form));
        fel.push(...(borta ? [] : funna).map((f) => `${slag}, ${vad}: ${f}`));
      };
      const sänd = (värden: Parameters<typeof ifyllt>[1]) => {
        const body = ifyllt(form, värden);
        if (form.metod === 'get') return vem.hämta(`${form.action}?${body}`);
        return form.enctype.startsWith('multipart')
          ? vem.sänd(form.action, somDelar(body))
          : vem.sänd(form.action, body.toString(), FORM);
      };
      await t.test(`${väg.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} → ${slag}`, async () => {
        if (form.metod === 'get') await granska('no question', () => vem.hämta(form.action));
        else {
          await granska('nothing at all', () => vem.sänd(form.action, undefined));
          await granska('no fields', () => vem.sänd(form.action, '', FORM));
          await granska('JSON', () => vem.sänd(form.action, '{"a":1}', 'application/json'));
          await granska('multipart without a boundary', () => vem.sänd(form.action, 'x', 'multipart/form-data'));
          await granska('one field many times', () => vem.sänd(form.action, 'text=a&text=b&text=c&__proto__=x', FORM));
        }
        const texter = [...new Set(form.fält.filter((f) => TEXTSLAG.test(f.slag)).map((f) => f.namn))];
        const skrivna = texter.filter((namn) => form.fält.some((f) => f.namn === namn && f.slag !== 'hidden'));
        // An address that long is refused before any page: 431.
        for (const [vad, dåligt] of Object.entries(DÅLIGT))
          if (skrivna.length > 0 && (form.metod === 'post' || dåligt !== LÅNG))
            await granska(vad, () => sänd(Object.fromEntries(skrivna.map((n) => [n, dåligt]))), dåligt);
        for (const namn of texter.filter((n) => !skrivna.includes(n)))
          await granska(`stale or strange ${namn}`, () => sänd({ [namn]: 'x' }));
        for (const namn of new Set(form.fält.filter((f) => /radio|select|checkbox/.test(f.slag)).map((f) => f.namn)))
          await granska(`a choice that is not offered in ${namn}`, () => sänd({ [namn]: 'finns-inte' }));
        for (const ett of await Promise.all([sänd({}), sänd({})])) {
          svar++;
          fel.push(...granskat(ett, form.action).map((f) => `${slag}, twice at the same time: ${f}`));
        }
        await granska('after the back button', () => sänd({}));
        assert.deepEqual(fel, []);
      });
    }
  }
  t.diagnostic(`${sända.size} forms, ${svar} answers`);
  assert.ok(sända.size > 40, `only ${sända.size} forms were found`);
});

/** A form by its address, and by its fields and the act of its button where one address takes several. */
function slaget({ action, metod, fält }: Formulär): string {
  const namn = fält.map((f) => (f.namn === 'gor' ? `gor=${f.värde}` : f.namn.replace(/[-.|].*/, '')));
  return `${metod} ${action} ${[...new Set(namn)].join(' ')}`.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
}

/** The form as each of its named buttons sends it. */
function knapparna(form: Formulär): Formulär[] {
  const knappar = form.fält.filter((f) => f.slag === 'submit');
  if (knappar.length === 0) return [form];
  const fält = form.fält.filter((f) => f.slag !== 'submit');
  return knappar.map((knapp) => ({ ...form, fält: [...fält, { ...knapp, slag: 'hidden', valt: true }] }));
}

const BORTTAPPAT = 'lost what was typed';

/** Whether the page, read again, still has a form with the same fields. */
async function finnsKvar(vem: Besökare, väg: string, form: Formulär): Promise<boolean> {
  return formulären((await vem.hämta(väg)).text)
    .flatMap((f) => knapparna({ ...f, action: f.action || väg }))
    .some((f) => slaget(f) === slaget(form));
}

/** What is wrong with an answer: a fault of ours, a page without a sentence, or a form error that lost what was typed. */
function granskat(svar: Svar, action: string, skrivet?: string): string[] {
  if (svar.status >= 500) return [`answered ${svar.status}: ${utanKod(svar.text).slice(0, 200)}`];
  if (svar.status === 303) return [];
  if (svar.typ.includes('json')) return [];
  if (!/<h1\b/.test(svar.text)) return [`answered ${svar.status} ${svar.typ} without a page`];
  if (svar.status === 200 || skrivet === undefined || svar.status !== 422) return [];
  const fel: string[] = [];
  if (!/class="[^"]*error|role="alert"/.test(svar.text)) fel.push('says nothing about what is wrong');
  const synligt = skrivet.replaceAll('\u0000', '').slice(0, 400);
  const former = formulären(svar.text)
    .filter((f) => (f.action || action) === action)
    .flatMap((f) => f.fält);
  // What is done already has no form to come back to.
  if (former.length === 0) return fel;
  if (!former.some((f) => f.värde.replaceAll('\u0000', '').includes(synligt)) && !skrivet.includes('\ud83d'))
    fel.push(BORTTAPPAT);
  return fel;
}

/** Every form that is sent, on the pages that the visitor comes to by their links. */
async function allaFormulär(
  vem: Besökare,
  kö: string[],
  sidor: ReturnType<typeof sidmönster>,
  slag: Map<string, number>,
): Promise<{ väg: string; form: Formulär }[]> {
  const found: { väg: string; form: Formulär }[] = [];
  const köade = new Set(kö);
  for (let väg = kö.shift(); väg !== undefined; väg = kö.shift()) {
    const [utan = '', fråga = ''] = väg.split('?');
    const sida = sidor.find(({ form }) => form.test(utan));
    const namn = `${sida?.slag(utan)} ${fråga}`;
    const antal = slag.get(namn) ?? 0;
    if (!sida || antal >= 3) continue;
    slag.set(namn, antal + 1);
    const svar = await vem.hämta(väg);
    if (svar.status !== 200 || !svar.typ.includes('text/html')) continue;
    for (const länk of [svar.väg, ...länkarna(svar.text, väg)])
      if (!köade.has(länk)) {
        köade.add(länk);
        kö.push(länk);
      }
    for (const form of formulären(svar.text))
      if (!INTE_DE.test(form.action) && (form.metod === 'post' || form.fält.length > 0))
        found.push(...knapparna({ ...form, action: form.action || svar.väg }).map((form) => ({ väg, form })));
  }
  return found;
}
