import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkDocs } from './docs.ts';
import { temporaryProject } from './temporary-project.ts';

const project = {
  'package.json': '{"scripts":{"start":"node server"}}',
  'server/cli/stegvis.ts': "const commands = {\n  berakna: async () => 1,\n  'prova-kvitto': async () => 2,\n};\n",
  'server/installning.ts': 'env.STEGVIS_DATA; env.STEGVIS_LAGE;',
  'docs/handbok/drift.md': '# Drift\n\n## För enhetschefen\n\n`STEGVIS_DATA`, `STEGVIS_LAGE`\n',
  'docs/bilder/a.png': '',
};

it('finds nothing where all that is named is there', (t) => {
  const text = [
    '![En bild](docs/bilder/a.png) [drift](docs/handbok/drift.md#för-enhetschefen) [ut](https://example.se) [ner](#slut)',
    '`npm run --silent start -- x`, `stegvis prova-kvitto fil`, `server/cli/`, `STEGVIS_LAGE=ovning npm start`',
    '# Slut',
  ];
  assert.deepEqual(checkDocs(temporaryProject(t, { ...project, 'README.md': text.join('\n') })), []);
});

it('names files, headings, scripts, commands and settings that are not there', (t) => {
  const text = [
    '[a](docs/b.md) [c](docs/handbok/drift.md#inget)',
    '`npm run borta`, `stegvis borta`, `server/borta.ts`, `STEGVIS_BORTA`',
  ];
  const faults = checkDocs(
    temporaryProject(t, {
      ...project,
      'README.md': text.join('\n'),
      'server/ny.ts': 'env.STEGVIS_NY',
      'rules/README.md': '`alder/`',
      'rules/alder/a.ts': '',
      'rules/norm/b.ts': '',
    }),
  );
  assert.deepEqual(
    faults.map(({ place, text }) => `${place} ${text}`),
    [
      'README.md:1 docs/b.md is not there',
      'README.md:1 docs/handbok/drift.md has no heading inget',
      'README.md:2 npm run borta: package.json has no such script',
      'README.md:2 stegvis borta: server/cli/stegvis.ts has no such command',
      'README.md:2 STEGVIS_BORTA is read nowhere',
      'README.md:2 server/borta.ts is not there',
      'rules/README.md norm/ is not listed',
      'docs/bilder/a.png is shown in no document',
      'server/ny.ts STEGVIS_NY is not described in docs/handbok/drift.md',
    ],
  );
});
