import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkReuse } from './reuse.ts';
import { temporaryProject } from './temporary-project.ts';

const annotation = (glob: string, licence: string) =>
  `[[annotations]]\npath = "${glob}"\nSPDX-FileCopyrightText = "2026 A"\nSPDX-License-Identifier = "${licence}"\n`;

it('accepts a project where every file is covered and every licence is there', (t) => {
  const toml = `version = 1\n${annotation('**', 'EUPL-1.2')}`;
  assert.deepEqual(
    checkReuse(temporaryProject(t, { 'REUSE.toml': toml, 'a/b.ts': '', 'LICENSES/EUPL-1.2.txt': '' })),
    [],
  );
});

it('names what is not covered, what is missing and what nobody uses', (t) => {
  const toml = `version = 1\n${annotation('a/**', 'MIT')}${annotation('REUSE.toml', 'EUPL-1.2')}`;
  const project = temporaryProject(t, {
    'REUSE.toml': toml,
    'a/b.ts': '',
    'c.ts': '',
    'LICENSES/EUPL-1.2.txt': '',
    'LICENSES/OFL-1.1.txt': '',
  });
  assert.deepEqual(
    checkReuse(project).map(({ place }) => place),
    ['c.ts', 'REUSE.toml', 'LICENSES/OFL-1.1.txt'],
  );
});
