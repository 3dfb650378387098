import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { checkFences } from './fences.ts';
import { temporaryProject } from './temporary-project.ts';

const manifest = (dependencies: object, devDependencies: object = {}) =>
  JSON.stringify({ dependencies, devDependencies });

/** The house with one file in each of some rooms, plus what the test plants. */
function faults(t: TestContext, planted: Record<string, string>): string[] {
  const project = temporaryProject(t, {
    'package.json': manifest({ zod: '4' }, { 'fast-check': '4' }),
    'engine/package.json': '{"exports":{".":"./index.ts"}}',
    'engine/index.ts': 'export const rounding = 1; export type Trace = string;',
    'rules/package.json': '{"exports":{".":"./index.ts"}}',
    'rules/index.ts': `export { riksnorm } from './riksnorm.ts';`,
    'rules/riksnorm.ts': `import { rounding } from '@stegvis/engine'; export const riksnorm = rounding;`,
    'casework/package.json': '{"exports":{".":"./index.ts"}}',
    'casework/index.ts': `import type { Trace } from '@stegvis/engine'; export type Beslut = Trace; export const belopp = 1;`,
    ...planted,
  });
  return checkFences(project).map(({ place, text }) => `${place} ${text}`);
}

it('finds nothing to object to in an orderly house', (t) => {
  assert.deepEqual(faults(t, {}), []);
});

it('refuses a room that the table does not allow, however it is imported', (t) => {
  const planted = [
    `import { riksnorm } from '@stegvis/rules';`,
    `import type { Norm } from '@stegvis/rules';`,
    `export * from '@stegvis/rules';`,
    `const rules = await import('@stegvis/rules');`,
    `const rules = require('@stegvis/rules');`,
    `type Norm = import('@stegvis/rules').Norm;`,
    `import '@stegvis/rules';`,
  ];
  for (const line of planted) {
    assert.deepEqual(faults(t, { 'engine/planted.ts': `\n${line}` }), [
      'engine/planted.ts:2 engine/ may not import rules/; it may import no room',
    ]);
  }
});

it('is not deceived by text and comments', (t) => {
  const text = "// import '@stegvis/rules';\nexport const text = \"import '@stegvis/rules'\";";
  assert.deepEqual(faults(t, { 'engine/planted.ts': text }), []);
});

it('refuses values where only types may be taken', (t) => {
  assert.deepEqual(faults(t, { 'database/rows.ts': `import type { Norm } from '@stegvis/rules';` }), []);
  assert.deepEqual(faults(t, { 'database/rows.ts': `import { riksnorm } from '@stegvis/rules';` }), [
    'database/rows.ts:1 database/ may take only types from rules/: write import type',
  ]);
});

it('refuses a way round the front door: a relative path, or a file that is not in exports', (t) => {
  assert.deepEqual(faults(t, { 'rules/planted.ts': `import '../engine/index.ts';` }), [
    `rules/planted.ts:1 a relative path may not leave the room; import from '@stegvis/engine'`,
  ]);
  assert.deepEqual(faults(t, { 'rules/planted.ts': `import '@stegvis/engine/inside';` }), [
    'rules/planted.ts:1 @stegvis/engine/inside is not in the exports of engine/package.json (.)',
  ]);
});

it('refuses packages that are not declared, and development dependencies in what production loads', (t) => {
  const door = { 'server/package.json': '{"exports":{".":"./index.ts"}}', 'server/index.ts': `import './a.ts';` };
  const test = { 'server/a.test.ts': `import 'fast-check';`, 'server/random-cases.ts': `import 'fast-check';` };
  assert.deepEqual(faults(t, { ...door, ...test, 'server/a.ts': `import 'zod';` }), []);
  assert.deepEqual(faults(t, { ...door, ...test, 'server/a.ts': `import 'fast-check';\nimport 'lodash';` }), [
    'server/a.ts:1 fast-check is a development dependency, and this file is loaded in production',
    'server/a.ts:2 lodash is not among the dependencies in package.json',
  ]);
});

it('refuses files that load each other in a ring, but not types', (t) => {
  assert.deepEqual(faults(t, { 'server/a.ts': `import './b.ts';`, 'server/b.ts': `import './a.ts';` }), [
    'server/b.ts:1 files load each other in a ring: server/a.ts → server/b.ts → server/a.ts',
  ]);
  assert.deepEqual(
    faults(t, { 'server/a.ts': `import './b.ts';`, 'server/b.ts': `import type { A } from './a.ts';` }),
    [],
  );
});

it('refuses the world outside in what a pure room exports, but not in its tools', (t) => {
  const reading = `import { readFileSync } from 'node:fs';\nexport const now = [Date.now(), new Date(), readFileSync, process.env];`;
  assert.deepEqual(faults(t, { 'rules/tool.ts': reading }), []);
  assert.deepEqual(faults(t, { 'rules/riksnorm.ts': reading }), [
    'rules/riksnorm.ts:1 rules/ is pure: node:fs belongs in another room',
    'rules/riksnorm.ts:2 rules/ is pure: pass in what Date.now gives',
    'rules/riksnorm.ts:2 rules/ is pure: pass in what new Date() gives',
    'rules/riksnorm.ts:2 rules/ is pure: pass in what process.env gives',
  ]);
});

it('refuses names that say nothing, names outside ASCII and text run as code', (t) => {
  assert.deepEqual(faults(t, { 'server/utils/a.ts': '', 'server/helpers.ts': '', 'server/försörjning.ts': '' }), [
    'server/försörjning.ts names of files and folders are ASCII: å ä become a, ö becomes o',
    'server/helpers.ts "helpers" says nothing; name it for what it holds, in the room that it belongs to',
    'server/utils/a.ts "utils" says nothing; name it for what it holds, in the room that it belongs to',
  ]);
  assert.deepEqual(faults(t, { 'server/a.ts': `eval('1'); new Function('1');` }).length, 2);
});
