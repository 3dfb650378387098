import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkLicences, isAllowed } from './licences.ts';
import { temporaryProject } from './temporary-project.ts';

it('reads licence expressions', () => {
  for (const good of ['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC', 'OFL-1.1']) assert.equal(isAllowed(good), true, good);
  for (const bad of [undefined, 'GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN file', 'BUSL-1.1'])
    assert.equal(isAllowed(bad), false, String(bad));
});

it('names a production package whose licence is not on the list, and leaves development packages alone', (t) => {
  const packages = {
    '': { license: 'EUPL-1.2' },
    'node_modules/good': { version: '1.0.0', license: 'MIT' },
    'node_modules/@scope/bad': { version: '2.0.0', license: 'BUSL-1.1' },
    'node_modules/good/node_modules/silent': { version: '3.0.0' },
    'node_modules/tool': { version: '4.0.0', license: 'GPL-3.0', dev: true },
  };
  const project = temporaryProject(t, {
    'package-lock.json': JSON.stringify({ packages }),
    'runtime/package-lock.json': '{"packages":{}}',
  });
  assert.deepEqual(
    checkLicences(project).map(({ text }) => text),
    [
      '@scope/bad@2.0.0 has the licence BUSL-1.1, which is not on the list',
      'silent@3.0.0 has the licence (none stated), which is not on the list',
    ],
  );
});
