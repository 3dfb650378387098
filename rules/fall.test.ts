import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NotInForce } from '@stegvis/engine';
import { parse } from 'yaml';
import { type Beräkning, beräkna, beräknaSnabbt } from './resultat/berakna.ts';
import { läsUnderlag } from './underlag/las-underlag.ts';
import type { Underlag } from './underlag/underlag.ts';

/**
 * Ett fall: ett underlag (helt, eller grunden i filen med en ändring) och vad som väntas. Tal får skrivas som summor av
 * det som står i tabellerna (`3940 + 1280`, `2330 / 5`) och avrundas till hela ören. `varnar` är alla varningars koder i
 * ordning, `bedoms` alla platser som en person måste avgöra och `inväntar` en del av texten när något inte är beslutat.
 */
type Fall = {
  readonly namn: string;
  readonly kalla?: string;
  readonly underlag?: object;
  readonly andring?: object;
  readonly vantat?: Record<string, unknown>;
  readonly varnar?: string[];
  readonly bedoms?: string[];
  readonly invantar?: string;
};
type Fallfil = { readonly grund?: object; readonly fall: readonly Fall[] };

const annatFormat = ['underlag/', 'aktivitetskrav/'];
const filer = globSync('**/*.cases.yaml', { cwd: import.meta.dirname })
  .filter((fil) => !annatFormat.some((mapp) => fil.startsWith(mapp)))
  .toSorted();
const nycklar = new Set(['namn', 'kalla', 'underlag', 'andring', 'vantat', 'varnar', 'bedoms', 'invantar']);

for (const fil of filer) {
  const { grund, fall } = parse(readFileSync(new URL(fil, import.meta.url), 'utf8')) as Fallfil;
  test(fil.replace('.cases.yaml', ''), async (t) => {
    for (const ett of fall) {
      await t.test(ett.namn, () => {
        assert.deepEqual(
          Object.keys(ett).filter((nyckel) => !nycklar.has(nyckel)),
          [],
          'okänd nyckel i fallet',
        );
        const läst = läsUnderlag(ett.underlag ?? { ...grund, ...ett.andring });
        assert.ok(läst.ok, läst.ok ? '' : JSON.stringify(läst.fel));
        if (ett.invantar !== undefined) return väntaPå(ett.invantar, läst.underlag);
        jämför(ett, läst.underlag);
      });
    }
  });
}

const väntaPå = (text: string, underlag: Underlag): void => {
  for (const räkna of [beräkna, beräknaSnabbt]) {
    assert.throws(
      () => räkna(underlag),
      (fel) => fel instanceof NotInForce && fel.message.includes(text),
    );
  }
};

const jämför = (fall: Fall, underlag: Underlag): void => {
  const beräkning = beräkna(underlag);
  for (const [väg, väntat] of Object.entries(fall.vantat ?? {})) {
    assert.deepEqual(värdet(beräkning, väg), beloppet(väntat), `${väg} i ${fall.namn}`);
  }
  if (fall.varnar)
    assert.deepEqual(
      beräkning.varningar.map((v) => v.kod),
      fall.varnar,
    );
  assert.deepEqual(
    beräkning.bedomningar.map((b) => b.plats),
    fall.bedoms ?? [],
  );
  const { manad, riksnorm, kostnader, inkomster, resultat, bistand, utfall } = beräkning;
  assert.deepEqual(beräknaSnabbt(underlag), { manad, riksnorm, kostnader, inkomster, resultat, bistand, utfall });
};

const värdet = (beräkning: Beräkning, väg: string): unknown =>
  väg.split('.').reduce<unknown>((del, nyckel) => (del as Record<string, unknown> | undefined)?.[nyckel], beräkning);

const beloppet = (väntat: unknown): unknown => {
  if (Array.isArray(väntat)) return väntat.map(beloppet);
  if (typeof väntat !== 'string' || !/^[-\d]/.test(väntat) || /^\d{4}-\d{2}$/.test(väntat)) return väntat;
  const termer = väntat.replace(/\s/g, '').match(/[+-]?[^+-]+/g) ?? [];
  const summa = termer.reduce(
    (hittills, term) => hittills + (term.startsWith('-') ? -1 : 1) * produkten(term.replace(/^[+-]/, '')),
    0,
  );
  return (Math.sign(summa) * Math.floor(Math.abs(summa) * 100 + 0.5 + 1e-6)) / 100 + 0;
};

const produkten = (term: string): number =>
  term.split(/(?=[*/])/).reduce((hittills, del) => {
    const tal = Number(del.replace(/^[*/]/, ''));
    assert.ok(Number.isFinite(tal), `${term} går inte att räkna`);
    if (del.startsWith('/')) return hittills / tal;
    return del.startsWith('*') ? hittills * tal : tal;
  }, 1);
