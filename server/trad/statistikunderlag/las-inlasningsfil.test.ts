import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { läsBefolkning, läsTjänster } from './las-inlasningsfil.ts';

const fel = (svar: { ok: boolean; fel?: readonly string[] }) => (svar.ok ? [] : (svar.fel ?? []));

describe('the board’s own files', () => {
  it('reads inhabitants with semicolons, byte order mark, Windows lines and words as people write them', () => {
    const läst = läsBefolkning(
      '\uFEFFÅr;Kön;Åldersgrupp;Antal\r\n2025;Kvinnor;18–24;1 204\r\n2025;man;18-24;1301\r\n\r\n',
    );
    assert.deepEqual(läst, {
      ok: true,
      rader: [
        { år: 2025, kon: 'kvinna', aldersgrupp: '18-24', distrikt: 'uppgift-saknas', antal: 1204 },
        { år: 2025, kon: 'man', aldersgrupp: '18-24', distrikt: 'uppgift-saknas', antal: 1301 },
      ],
    });
  });

  it('reads posts with a decimal comma, by district', () => {
    assert.deepEqual(läsTjänster('manad\tdistrikt\tarsarbetskrafter\tanstallda\n2026-10\tNorr\t12,5\t14'), {
      ok: true,
      rader: [{ månad: '2026-10', distrikt: 'Norr', årsarbetskrafter: 12.5, anställda: 14 }],
    });
  });

  it('tells every faulty row, with its line and what is allowed, and reads none', () => {
    const läst = läsBefolkning(
      'ar;kon;aldersgrupp;antal\n2025;kvinna;18-24;-1\n25;man;18-24;2\n2025;annan;18-24;2\n2025;man;19-20;2\n2025;man;65-;7\n2025;man;65-;8\n2025;man',
    );
    assert.deepEqual(fel(läst), [
      'Rad 2: antal ska vara ett helt antal, 0 eller mer.',
      'Rad 3: ar ska vara ett årtal, till exempel 2025.',
      'Rad 4: kon ska vara kvinna eller man.',
      'Rad 5: aldersgrupp ska vara en av 0-6, 7-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65-.',
      'Rad 7: 2025, man, 65-, uppgift-saknas finns redan på en tidigare rad.',
      'Rad 8: raden har 2 kolumner. Den ska ha 4, som första raden.',
    ]);
  });

  it('tells more posts than staff, an impossible month, missing and unknown columns, an empty file and one that is no table', () => {
    assert.match(
      fel(läsTjänster('manad;arsarbetskrafter;anstallda\n2026-10;9;5'))[0]!,
      /högst så många som de anställda/,
    );
    assert.match(
      fel(läsTjänster('manad;arsarbetskrafter;anstallda\n2026-13;9;10'))[0]!,
      /Rad 2: manad ska vara år och månad/,
    );
    assert.match(fel(läsTjänster('manad;anstallda\n2026-10;9'))[0]!, /arsarbetskrafter saknas/);
    assert.match(
      fel(läsTjänster('manad;arsarbetskrafter;anstallda;namn\n2026-10;9;9;x'))[0]!,
      /namn hör inte till filen/,
    );
    assert.match(fel(läsBefolkning(''))[0]!, /Filen är tom/);
    assert.match(fel(läsBefolkning('ar;kon;aldersgrupp;antal\n'))[0]!, /inga rader/);
    assert.match(fel(läsBefolkning('ar;kon;aldersgrupp;antal\n"2025;kvinna'))[0]!, /går inte att läsa/);
    assert.match(fel(läsBefolkning('PK\u0003\u0004\0\0'))[0]!, /saknas/);
  });

  it('tells some of very many faults', () => {
    const rader = Array.from({ length: 40 }, () => 'x;man;65-;1').join('\n');
    const läst = fel(läsBefolkning(`ar;kon;aldersgrupp;antal\n${rader}`));
    assert.equal(läst.length, 26);
    assert.equal(läst.at(-1), '15 rader till har fel.');
  });
});
