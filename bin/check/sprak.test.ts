import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSpråk, funna } from './sprak.ts';
import { temporaryProject } from './temporary-project.ts';

const page = `export const a = () => <p>{t('Hej {namn}')} {t('{antal, plural, one {Ett barn} other {# barn}}', { antal })}</p>;`;
const language = (texts: Record<string, string>) => JSON.stringify({ granskade: {}, ogranskade: texts });
const whole = {
  'Hej {namn}': 'Hello {namn}',
  '{antal, plural, one {Ett barn} other {# barn}}': '{antal, plural, one {One child} other {# children}}',
};

test('a text that a language lacks, has with other values or has for nothing is a fault', (t) => {
  const faults = (texts: Record<string, string>) =>
    checkSpråk(temporaryProject(t, { 'apply/sida.tsx': page, 'apply/sprak/en.json': language(texts) }), []).map(
      (fault) => fault.text,
    );
  assert.deepEqual(faults(whole), []);
  assert.match(faults({ ...whole, 'Hej {namn}': '' })[0]!, /is missing/);
  assert.match(faults({ ...whole, 'Hej {namn}': 'Hello {name}' })[0]!, /has the values namn, its translation name/);
  assert.match(faults({ ...whole, 'Hej {namn}': 'Hello {namn' })[0]!, /cannot be read/);
  assert.match(faults({ ...whole, Hejdå: 'Bye' })[0]!, /is not said anywhere/);
});

test('a text outside t(…), a text that is not literal and a text made once for all are faults', (t) => {
  const faults = checkSpråk(
    temporaryProject(t, {
      'apply/sida.tsx': [
        'export const a = (x: string) => <p>Hej på dig {t(x)}</p>;',
        'export const b = () => <Field label="Hyra" name="hyra" />;',
        "export const c = { titel: t('Hyra') };",
      ].join('\n'),
    }),
    [],
  );
  assert.deepEqual(
    faults.map((fault) => fault.place),
    ['apply/sida.tsx:3', 'apply/sida.tsx:1', 'apply/sida.tsx:1', 'apply/sida.tsx:2'],
  );
});

test('what an act refuses and tells is found, with places for what is put in', (t) => {
  const files = temporaryProject(t, {
    'casework/akt.ts':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source text with a template in it
      "export const a = (m: string) => refuse('kod', `Ansökan för ${m} finns inte.`, m ? 'Gör om.' : 'Ring oss.');",
  });
  assert.deepEqual(
    funna(files, []).map(({ text }) => text),
    ['Ansökan för {0} finns inte.', 'Gör om.', 'Ring oss.'],
  );
});

test('what an event says is found, also when a function makes it or the sentence is chosen before', (t) => {
  const files = temporaryProject(t, {
    'casework/akt.ts': [
      "const sagt = { ja: 'Det blev ja.', nej: 'Det blev nej.' };",
      'export const a = (m: string) =>',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source text with a template in it
      "  händelse(id, 'mote-bokat', m ? `Möte bokat ${m}.` : 'Inget möte.', ['Läs mer.', 'Beslutet finns här.']);",
    ].join('\n'),
    'casework/slapp-betalfil.ts': "export const b = { typ: 'aterkrav-klart', text: 'Du har betalat allt.' };",
  });
  assert.deepEqual(
    funna(files, [])
      .map(({ text }) => text)
      .sort(),
    [
      'Beslutet finns här.',
      'Det blev ja.',
      'Det blev nej.',
      'Du har betalat allt.',
      'Inget möte.',
      'Läs mer.',
      'Möte bokat {0}.',
    ],
  );
});
