import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompareTable, skiljer } from './compare-table.tsx';

const table = (row: Parameters<typeof CompareTable>[0]['sections'][number]['rows'][number]): string =>
  (<CompareTable id="t" caption="Jämförelse" sections={[{ heading: 'Inkomster', rows: [row] }]} />)
    .toString()
    .replaceAll('\u00a0', ' ');

test('a difference between what was written and the register is said in words', () => {
  assert.equal(skiljer(980000, 918400)?.replaceAll('\u00a0', ' '), 'skiljer 616 kr');
  assert.equal(skiljer(100, 100), undefined);
  assert.equal(skiljer(undefined, 100), undefined, 'a missing answer is not a difference of its whole amount');
  assert.match(
    table({ id: 'r', text: 'Sjukpenning', skrev: 980000, register: 918400, godkänt: 918400 }),
    /class="num diff">.*skiljer 616 kr/,
  );
});

test('a missing answer is a dash that is read as missing, never zero', () => {
  assert.match(
    table({ id: 'r', text: 'Barnbidrag', godkänt: 0 }),
    /<span aria-hidden="true">–<\/span><span class="vh">saknas<\/span>/,
  );
});

test('the reason is asked for where the approved amount differs from the calculated one, or nothing was calculated', () => {
  const edit = { name: 'g', reasonName: 's' };
  const asks = /name="s"/;
  assert.doesNotMatch(table({ id: 'r', text: 'Hyra', räknat: 100, godkänt: 100, edit: { ...edit, value: 100 } }), asks);
  assert.match(table({ id: 'r', text: 'Hyra', räknat: 100, godkänt: 200, edit: { ...edit, value: 200 } }), asks);
  assert.match(table({ id: 'r', text: 'Gåva', räknat: 'Bedöms', godkänt: 0, edit: { ...edit, value: 0 } }), asks);
  assert.match(
    table({
      id: 'r',
      text: 'Gåva',
      räknat: 100,
      godkänt: 100,
      edit: { ...edit, value: 'x', error: 'Skriv beloppet.' },
    }),
    /aria-invalid="true".*id="r-godkant-fel"><span class="vh">Fel: <\/span>Skriv beloppet\./,
  );
});
