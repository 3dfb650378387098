import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ANSÖKANSTABELL } from './ansokan.ts';
import { ÅTERKRAVSTABELL } from './aterkrav.ts';
import { BEDÖMNINGSTABELL } from './bedomning/bedomning.ts';
import { ANVISNINGSTABELL } from './insats/anvisning.ts';
import { KARTLÄGGNINGSTABELL } from './kartlaggning/kartlaggning.ts';
import { KOMPLETTERINGSTABELL } from './komplettering.ts';
import { AKTGRANSKNINGSTABELL } from './kvalitet/aktgranskning.ts';
import { AVVIKELSETABELL } from './kvalitet/kvalitetsavvikelse.ts';
import { NEDSÄTTNINGSTABELL } from './nedsattning/nedsattningsarende.ts';
import { ÖVERKLAGANDETABELL } from './overklagande.ts';
import { PLANTABELL } from './plan/genomforandeplan.ts';
import { AF_UPPGIFTSTABELL } from './samordning/af-uppgift.ts';
import { ERSÄTTNINGSTABELL } from './samordning/ersattning.ts';
import { SIPTABELL } from './samordning/sip.ts';
import { ÖVERLÄMNINGSTABELL } from './spar/overlamning.ts';
import { stateTable } from './state-table.ts';
import { STOPPORSAKER } from './stopporsak.ts';
import { MÖTESTABELL } from './uppfoljning/mote.ts';
import { UTBETALNINGSTABELL } from './utbetalning.ts';

const readme = unpadded(readFileSync(new URL('README.md', import.meta.url), 'utf8'));
const stopptabell = ['| kod | namn | betyder | gör | löser sig |', '|---|---|---|---|---|']
  .concat(
    Object.entries(STOPPORSAKER).map(
      ([kod, s]) => `| ${kod} | ${s.namn} | ${s.betyder} | ${s.gör} | ${s.kanLösaSig ? 'ja' : 'nej'} |`,
    ),
  )
  .join('\n');

describe('README of casework', () => {
  for (const [name, table] of [
    ['application', stateTable(ANSÖKANSTABELL)],
    ['payment', stateTable(UTBETALNINGSTABELL)],
    ['request for completion', stateTable(KOMPLETTERINGSTABELL)],
    ['appeal', stateTable(ÖVERKLAGANDETABELL)],
    ['recovery', stateTable(ÅTERKRAVSTABELL)],
    ['assessment', stateTable(BEDÖMNINGSTABELL)],
    ['hand-over', stateTable(ÖVERLÄMNINGSTABELL)],
    ['plan', stateTable(PLANTABELL)],
    ['referral', stateTable(ANVISNINGSTABELL)],
    ['refusal or reduction', stateTable(NEDSÄTTNINGSTABELL)],
    ['notice to Arbetsförmedlingen', stateTable(AF_UPPGIFTSTABELL)],
    ['other benefit', stateTable(ERSÄTTNINGSTABELL)],
    ['plan with others', stateTable(SIPTABELL)],
    ['meeting', stateTable(MÖTESTABELL)],
    ['file review', stateTable(AKTGRANSKNINGSTABELL)],
    ['deviation', stateTable(AVVIKELSETABELL)],
    ['inventory', stateTable(KARTLÄGGNINGSTABELL)],
    ['stop reasons', stopptabell],
  ] as const) {
    it(`prints the table of ${name} as the code has it`, () =>
      assert.ok(readme.includes(unpadded(table)), `put this in README.md:\n${table}\n`));
  }
});

/** The text without the padding a formatter gives the columns of a table. */
function unpadded(text: string): string {
  return text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');
}
