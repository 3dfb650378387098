import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { checkOrdlista } from './ordlista.ts';
import { temporaryProject } from './temporary-project.ts';

const list = `
- { term: jobbstimulans, meaning: m, gloss: job stimulus, never: [jobStimulus] }
- { term: kaka, meaning: m, gloss: g, neverInText: ["fikabröd*"] }
`;

function faults(t: TestContext, texts: Record<string, string>): string[] {
  return checkOrdlista(temporaryProject(t, { 'docs/ordlista.yaml': list, ...texts })).map(
    ({ place, text }) => `${place} ${text}`,
  );
}

it('names the right word for a name in code, however it is spelled', (t) => {
  for (const code of [
    'const jobStimulus = 1;',
    'class A { applyJobStimulus() {} }',
    'const JOB_STIMULUS = 1;',
    `const key = 'job-stimulus';`,
    'type A = { jobStimulusAmount: number };',
  ]) {
    assert.deepEqual(faults(t, { 'rules/a.ts': `\n${code}` }), [
      'rules/a.ts:2 "job stimulus": the word is jobbstimulans (docs/ordlista.yaml)',
    ]);
  }
  assert.deepEqual(faults(t, { 'ui/a.tsx': 'const a = <b job-stimulus="1" />;' }).length, 1);
});

it('names the right word in texts to people, with any ending', (t) => {
  assert.deepEqual(
    faults(t, {
      'ui/a.tsx': 'const a = <p>Du får fikabrödet</p>;',
      'ui/b.ts': 'const b = `Fikabröd`;',
      'docs/c.md': '# Om\nfikabröden',
      'rules/d.cases.yaml': 'namn: fikabröd',
    }).map((fault) => fault.split(' ')[0]),
    ['ui/a.tsx:1', 'ui/b.ts:1', 'docs/c.md:2', 'rules/d.cases.yaml:1'],
  );
});

it('leaves comments alone, and words that only contain the one to avoid', (t) => {
  assert.deepEqual(
    faults(t, { 'rules/a.ts': '// jobStimulus, fikabröd\nconst jobStimulusless = 1; const myjob = stimulus;' }),
    [],
  );
});

it('refuses a list with a term twice or without its meaning', (t) => {
  const bad = '- { term: a, meaning: m, gloss: g }\n- { term: a, meaning: m }';
  assert.deepEqual(faults(t, { 'docs/ordlista.yaml': bad }), [
    'docs/ordlista.yaml "a" needs term, meaning and gloss',
    'docs/ordlista.yaml "a" stands there twice',
  ]);
});
