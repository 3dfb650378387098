import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { checkPersonalData, findNumbers, officialOutsideSeries } from './personal-data.ts';
import { ProjectFiles } from './project-files.ts';
import { temporaryProject } from './temporary-project.ts';

// Written in parts: a whole number here would be a fault in this file.
const numberOfNoTestSeries = `19900101${'0017'}`;

it('refuses a number that a person may have, in every way of writing it', (t) => {
  const short = numberOfNoTestSeries.slice(2);
  const spellings = [
    numberOfNoTestSeries,
    short,
    `${short.slice(0, 6)}-${short.slice(6)}`,
    `19${short.slice(0, 6)}-${short.slice(6)}`,
  ];
  for (const spelling of spellings) {
    const faults = checkPersonalData(temporaryProject(t, { 'a.md': `first line\nand ${spelling}.` }));
    assert.deepEqual(
      faults.map(({ place }) => place),
      ['a.md:2'],
      spelling,
    );
  }
});

it('lets test numbers pass, and digits that are no personnummer', (t) => {
  const lines = [
    '199001012385',
    '20050102-2387',
    '189001019802',
    `191401682396`,
    '1234567890',
    '20260101-20261231',
    '3.1415926535',
    'id=1990010100175',
  ];
  assert.deepEqual(checkPersonalData(temporaryProject(t, { 'a.ts': lines.join('\n') })), []);
});

it('is right that every number in the project is among the published test numbers', (t) => {
  const root = path.join(import.meta.dirname, '..', '..');
  const lists = ['allPins.json', 'allCoords.json'].map((name) =>
    path.join(root, '../shared/contracts/personnummer', name),
  );
  if (!lists.every((list) => existsSync(list))) return t.skip('the published list of test numbers is not at ../shared');
  const published = new Set(lists.flatMap((list) => JSON.parse(readFileSync(list, 'utf8')) as string[]));
  const publishedShort = new Set([...published].map((number) => number.slice(2)));
  const unknown = findNumbers(new ProjectFiles(root)).filter(
    ({ number }) => !(number.length === 12 ? published : publishedShort).has(number),
  );
  assert.deepEqual(unknown, []);
  assert.ok(officialOutsideSeries.every((number) => published.has(number)));
});
