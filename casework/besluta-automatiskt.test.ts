import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beräknaSnabbt, läsUnderlag } from '@stegvis/rules';
import { beslutaAutomatiskt } from './besluta-automatiskt.ts';
import { NU } from './case-for-tests.ts';
import { föreslå } from './foresla.ts';
import { INGA_OMSTÄNDIGHETER, type Omständigheter } from './omstandigheter.ts';
import { type Slumpfall, slumpfall } from './slumphushall.ts';
import { STOPPORSAKER, type Stoppkod } from './stopporsak.ts';
import { type Beslutsläge, stopporsaker } from './stopporsaker.ts';

const ANTAL = Number(process.env['STEGVIS_HUSHALL'] ?? 10_000);
const besluta = (läge: Beslutsläge) =>
  beslutaAutomatiskt(läge, { id: 'beslut', beräkningId: 'berakning', justeringar: [], nu: NU });

const FAKTA = [
  'personer',
  'historik',
  'registersvar',
  'utredning',
  'beräkning',
  'omständigheter',
  'ram',
  'delegation',
  'automatik',
] as const satisfies readonly (keyof Beslutsläge)[];
/** Only a grant can be smaller than by the own statements, or larger than the limit. */
const FÖLJER_AV_BIFALL: readonly Stoppkod[] = ['bistand-under-egna-uppgifter', 'over-beloppsgransen'];

/** The state with one fact taken away, for every fact there is. */
function utanEttFaktum(läge: Beslutsläge): Beslutsläge[] {
  return [
    ...FAKTA.map((nyckel) => ({ ...läge, [nyckel]: undefined })),
    ...(Object.keys(INGA_OMSTÄNDIGHETER) as (keyof Omständigheter)[]).map((namn) => ({
      ...läge,
      omständigheter: läge.omständigheter && { ...läge.omständigheter, [namn]: undefined },
    })),
  ];
}

/** The decision is the whole grant that the truth gives, and nothing else. */
function prövaBeslutet(fall: Slumpfall, sammanhang: string): void {
  const beslutat = besluta(fall.läge);
  assert.ok(beslutat.ok, sammanhang);
  const { beslut } = beslutat;
  const läst = läsUnderlag(fall.sanning);
  assert.ok(läst.ok, sammanhang);
  const sant = beräknaSnabbt(läst.underlag);
  assert.equal(sant.utfall, 'bifall', sammanhang);
  assert.equal(beslut.belopp, Math.round(sant.bistand! * 100), sammanhang);
  const sökt = fall.sanning.kostnader!.reduce((sum, k) => sum + Math.round(k.belopp * 100), 0);
  assert.equal(Math.round(sant.kostnader! * 100), sökt, `${sammanhang}: alla kostnader`);
  assert.equal(beslut.utfall, 'bifall', sammanhang);
  assert.ok(beslut.belopp > 0 && beslut.belopp <= fall.läge.automatik!.högstaBelopp, sammanhang);
  assert.deepEqual(beslut.lagrum, ['12 kap. 1 § socialtjänstlagen (2025:400)'], sammanhang);
  assert.deepEqual(
    beslut.beslutsfattare,
    { slag: 'automatisk', funktion: 'Automatiskt bifall', delegationspunkt: '4.7' },
    sammanhang,
  );
  assert.deepEqual(fall.störningar, [], `${sammanhang}: beviljat fast något var stört`);
}

describe('automatiska beslut', () => {
  it(`${ANTAL} slumpade hushåll: varje automatiskt beslut är hela beräkningen, allt annat går till en människa`, (t) => {
    const antal = { automatiska: 0, stoppade: 0, ostörda: 0, utanFaktum: 0 };
    const funna = new Map<Stoppkod, number>();
    for (let frö = 1; frö <= ANTAL; frö++) {
      const fall = slumpfall(frö);
      const sammanhang = `frö ${frö} (${fall.störningar.join(', ') || 'ostört'})`;
      const stopp = stopporsaker(fall.läge);
      const förslag = föreslå(fall.läge);
      if (fall.störningar.length === 0) antal.ostörda++;
      for (const { kod } of stopp) funna.set(kod, (funna.get(kod) ?? 0) + 1);
      if (förslag.slag === 'automatiskt-bifall') {
        antal.automatiska++;
        prövaBeslutet(fall, sammanhang);
      } else {
        antal.stoppade++;
        assert.ok(förslag.stopp.length > 0, sammanhang);
        assert.ok(!besluta(fall.läge).ok, `${sammanhang}: stoppat men beslutat`);
        const [enda] = fall.störningar;
        if (fall.störningar.length === 1)
          assert.ok(
            stopp.some((s) => s.kod === enda || (s.kod === 'inte-helt-bifall' && FÖLJER_AV_BIFALL.includes(enda!))),
            `${sammanhang}: fick ${stopp.map((s) => s.kod).join(', ')}`,
          );
      }
      const utan = utanEttFaktum(fall.läge);
      for (const läge of stopp.length === 1 || frö % 4 === 0 ? utan : [utan[frö % utan.length]!]) {
        antal.utanFaktum++;
        assert.equal(föreslå(läge).slag, 'till-handlaggare', `${sammanhang}: beviljat utan en uppgift`);
      }
    }
    t.diagnostic(
      JSON.stringify({ ...antal, stopporsaker: Object.fromEntries([...funna].sort((a, b) => b[1] - a[1])) }),
    );
    assert.ok(
      antal.automatiska > antal.ostörda / 2,
      `bara ${antal.automatiska} av ${antal.ostörda} ostörda beviljades`,
    );
    assert.deepEqual(
      Object.keys(STOPPORSAKER).filter((kod) => !funna.has(kod as Stoppkod)),
      [],
      'stopporsaker som aldrig inträffade',
    );
  });

  it('fattas aldrig på något annat än det som prövas igen', () => {
    const { läge } = slumpfall(ostört());
    const utan = besluta({ ...läge, omständigheter: { ...INGA_OMSTÄNDIGHETER, konto: ['Kontot är ett annat.'] } });
    assert.ok(!utan.ok && utan.refusal.kod === 'stoppad');
    assert.ok(besluta(läge).ok);
    const igen = besluta({ ...läge, ansökan: { ...läge.ansökan, status: 'beslutad' } });
    assert.ok(!igen.ok && igen.refusal.kod === 'fel-status');
  });
});

/** A seed whose household is granted. */
function ostört(): number {
  let frö = 1;
  while (föreslå(slumpfall(frö).läge).slag !== 'automatiskt-bifall') frö++;
  return frö;
}
