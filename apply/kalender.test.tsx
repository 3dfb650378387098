import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Komplettering } from '@stegvis/casework';
import { kalenderfil, kalenderposter } from './kalender.tsx';
import type { Ansökansrad } from './port.ts';

const rad = {
  ansökan: { id: 'a1', slag: 'ateransokan', månad: '2026-12', status: 'beslutad' },
  utbetalning: { id: 'u1', utbetalningsdag: '2026-11-27', status: 'planerad' },
} as Ansökansrad;
const fråga = { id: 'k1', senast: '2026-11-26', status: 'oppen' } as Komplettering;

test('the days are in order: to answer, money, next application', () => {
  const poster = kalenderposter({ ansökningar: [rad] }, [fråga], '2026-11-24');
  assert.deepEqual(
    poster.map((p) => [p.dag, p.slag]),
    [
      ['2026-11-26', 'svara'],
      ['2026-11-27', 'pengar'],
      ['2026-12-16', 'ansok'],
    ],
  );
  assert.deepEqual(kalenderposter({ ansökningar: [rad] }, [], '2027-04-01').length, 1, 'long ago: no next application');
});

test('the calendar file names neither sender nor subject, and its days are whole', () => {
  const poster = kalenderposter({ ansökningar: [rad] }, [fråga], '2026-11-24');
  const fil = kalenderfil(poster, '2026-11-24');
  assert.equal(fil.match(/BEGIN:VEVENT/g)?.length, 3);
  assert.match(fil, /DTSTART;VALUE=DATE:20261126/);
  assert.match(fil, /DTEND;VALUE=DATE:20261127/);
  assert.match(fil, /CLASS:PRIVATE/);
  assert.doesNotMatch(fil, /bistånd|kommun|social|december|kronor|stegvis|k1|https?:/i);
  assert.equal(fil, kalenderfil(poster, '2026-11-24'), 'the same days give the same file');
});
