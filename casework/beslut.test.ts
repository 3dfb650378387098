import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Användare } from './anvandare.ts';
import { avgörAnsökan, type Beslut, redanBeviljat } from './beslut.ts';
import { beslutaManuellt } from './besluta-manuellt.ts';
import { avslutaUtanPrövning, beslutaSärskilt, type Särskiltval } from './besluta-sarskilt.ts';
import { bekräftaBeslut, föreslåBeslut, lämnaTillbakaFörslag, taTillbakaFörslag } from './beslutsforslag.ts';
import {
  ANDRA,
  handläggardelegation,
  handläggare,
  läge,
  NU,
  registersvar,
  svar,
  uppgifter,
  utbetalning,
  VUXEN,
} from './case-for-tests.ts';
import { beslutanderätt, type Delegationspunkt } from './delegation.ts';
import { FRASER, fraserFör, ofyllda, passandeFraser } from './fraser.ts';
import {
  dagEfter,
  förlängYttrandetid,
  lämnaYttrande,
  måsteHöras,
  nekaMuntligt,
  skickaUnderrättelse,
  uppgifterEmot,
  YTTRANDETID,
  återtaUnderrättelse,
} from './kommunicera.ts';
import { ansvar, begärÖverflyttning, flyttaÄrende, type Överflyttning, överflyttningsläge } from './overflytta.ts';
import type { ActResult } from './refusal.ts';
import { köläge, type UnderrättelseMedSvar, underrättelseFör, yttrandeläge, yttrandepaus } from './underrattelse.ts';
import { ejVerkställda } from './verkstallighet.ts';

function done<T>(result: ActResult<T>): T & { ok: true } {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.kod}: ${result.refusal.text}`);
  return result;
}
function refused(result: ActResult<unknown>): string {
  assert.ok(!result.ok, 'was not refused');
  for (const sentence of [result.refusal.text, result.refusal.tillåtet])
    assert.match(sentence, /^[A-ZÅÄÖ0-9].*[.!?)]$/s);
  return result.refusal.kod;
}

const chef: Användare = {
  ...handläggare,
  id: '00000000-0000-4000-8000-0000000000a9',
  namn: 'Chef',
  titel: 'Enhetschef',
  roller: ['enhetschef'],
};
const allt = ['bifall', 'delavslag', 'avslag', 'avvisning', 'avskrivning'] as const;
const tvåVidAvslag: Delegationspunkt = {
  ...handläggardelegation,
  utfall: allt,
  villkor: { andraPerson: { roll: 'enhetschef', utfall: ['delavslag', 'avslag'] } },
};
const utöver: Delegationspunkt = {
  ...handläggardelegation,
  id: 'd3',
  punkt: '4.3',
  utfall: allt,
  villkor: { bestämmelser: ['12:2'], högst: 500000 },
};
const ensam: Delegationspunkt = { ...handläggardelegation, utfall: allt };

/** The register has a wage that the person has not written: the assistance is less than by her own words. */
const oredovisad = {
  svar: registersvar(
    svar('FK', [
      utbetalning('barnbidrag', 265000),
      utbetalning('underhallsstod', 349600),
      utbetalning('bostadsbidrag', 290000),
      utbetalning('foraldrapenning', 150000),
    ]),
  ),
};

function fall(
  changed: Parameters<typeof läge>[0] = oredovisad,
  own: { delegation?: Delegationspunkt[]; tidigare?: Beslut[]; underrättelser?: UnderrättelseMedSvar[] } = {},
) {
  const l = läge(changed);
  const räknad = l.beräkning.slag === 'beraknad' ? l.beräkning.beräkning : undefined;
  const belopp = Math.round((räknad?.bistand ?? 0) * 100);
  return {
    l,
    belopp,
    läge: {
      ansökan: l.ansökan,
      utredning: l.utredning,
      beräkning: l.beräkning,
      beräkningId: 'berakning',
      delegation: own.delegation ?? [ensam],
      tidigare: own.tidigare ?? [],
      underrättelser: own.underrättelser ?? [],
    },
    val: {
      id: 'beslut',
      av: handläggare,
      sett: { beräkningId: 'berakning', utfall: 'delavslag' as const, belopp },
      motivering: 'En ersättning räknas som inkomst.',
      barnperspektiv: 'Barnen har mat och bostad.',
      nu: NU,
    },
  };
}

function skicka(f: ReturnType<typeof fall>, own: object = {}): UnderrättelseMedSvar {
  const { underrättelse } = done(
    skickaUnderrättelse(
      { ansökan: f.l.ansökan, beräkning: f.l.beräkning, beräkningId: 'berakning', luckor: 0, underrättelser: [] },
      {
        id: 'u1',
        skäl: 'Vi tänker räkna med föräldrapenningen.',
        uppgifter: uppgifterEmot(f.l.utredning, f.l.registersvar!),
        svarSenast: dagEfter(NU, 7),
        tid: YTTRANDETID,
        av: handläggare,
        nu: NU,
        ...own,
      },
    ),
  );
  return { underrättelse, yttranden: [] };
}

function svara(med: UnderrättelseMedSvar, own: object = {}): UnderrättelseMedSvar {
  const { yttrande } = done(
    lämnaYttrande(
      med,
      { status: 'utreds' },
      {
        id: `y${med.yttranden.length}`,
        person: VUXEN,
        slag: 'skriftligt',
        text: 'Jag har betalat tillbaka den.',
        villTalaInförNämnden: false,
        nu: '2026-11-28T10:00:00.000Z',
        ...own,
      },
    ),
  );
  return { ...med, yttranden: [...med.yttranden, yttrande] };
}

describe('kommunicering', () => {
  it('säger vad som talar emot, från vilket register och när det svarade', () => {
    const f = fall();
    assert.ok(måsteHöras(f.l.beräkning));
    const emot = uppgifterEmot(f.l.utredning, f.l.registersvar!);
    assert.deepEqual(
      emot.map((u) => [u.text, u.egen, u.register, u.källa]),
      [['Föräldrapenning', undefined, 150000, 'Försäkringskassan']],
    );
    assert.equal(emot[0]!.hämtad, NU);
  });

  it('skickas inte utan skäl, utan rimlig tid, två gånger, eller när inget går emot den sökande', () => {
    const f = fall();
    const försök = (own: object, c = f) =>
      refused(
        skickaUnderrättelse(
          { ansökan: c.l.ansökan, beräkning: c.l.beräkning, beräkningId: 'b', luckor: 0, underrättelser: [] },
          {
            id: 'u',
            skäl: 'Därför.',
            uppgifter: [],
            svarSenast: dagEfter(NU, 7),
            tid: YTTRANDETID,
            av: handläggare,
            nu: NU,
            ...own,
          },
        ),
      );
    assert.equal(försök({ skäl: ' ' }), 'ofullstandig');
    for (const svarSenast of ['2026-11-26', '2027-06-01', '2026-02-30', 'snart', ''])
      assert.equal(försök({ svarSenast }), 'ofullstandig');
    assert.equal(försök({}, fall({})), 'inget-emot');
    assert.equal(
      refused(
        skickaUnderrättelse(
          { ansökan: f.l.ansökan, beräkning: f.l.beräkning, beräkningId: 'b', luckor: 0, underrättelser: [skicka(f)] },
          {
            id: 'u',
            skäl: 'Därför.',
            uppgifter: [],
            svarSenast: dagEfter(NU, 7),
            tid: YTTRANDETID,
            av: handläggare,
            nu: NU,
          },
        ),
      ),
      'redan-skickad',
    );
  });

  const par = {
    ...oredovisad,
    ansökan: { medsökande: ANDRA, uppgifter: { ...uppgifter, hushall: { personerIBostaden: 4, sambor: true } } },
  };
  it('väntar på varje vuxens eget svar, och håller den enas svar och det som är sekretess borta från den andra', () => {
    let med = skicka(fall(par));
    assert.deepEqual(med.underrättelse.mottagare, [VUXEN, ANDRA]);
    med = svara(med);
    assert.equal(yttrandeläge(med, NU), 'vantar');
    assert.equal(köläge([med], NU), 'yttrande-har-kommit');
    assert.equal(underrättelseFör(med, ANDRA).yttranden.length, 0);
    const dold = {
      ...med.underrättelse,
      uppgifter: med.underrättelse.uppgifter.map((u) => ({ ...u, döljsFör: { person: ANDRA, skäl: 'OSL 26:1' } })),
    };
    assert.equal(underrättelseFör({ ...med, underrättelse: dold }, ANDRA).underrättelse.uppgifter.length, 0);
    assert.deepEqual(
      underrättelseFör({ ...med, underrättelse: dold }, VUXEN).underrättelse.uppgifter[0]?.döljsFör,
      undefined,
    );
    med = svara(med, { person: ANDRA, slag: 'avstar', text: '' });
    assert.equal(yttrandeläge(med, NU), 'besvarad');
  });

  it('tar emot talat svar, förlängd tid och ett svar som kommer sent', () => {
    const med = skicka(fall());
    assert.equal(
      refused(
        lämnaYttrande(
          med,
          { status: 'utreds' },
          { id: 'y', person: VUXEN, slag: 'skriftligt', text: ' ', villTalaInförNämnden: false, nu: NU },
        ),
      ),
      'svar-saknas',
    );
    assert.equal(
      refused(
        lämnaYttrande(
          med,
          { status: 'utreds' },
          { id: 'y', person: VUXEN, slag: 'skriftligt', text: 'x'.repeat(10_001), villTalaInförNämnden: false, nu: NU },
        ),
      ),
      'for-langt',
    );
    assert.equal(
      refused(
        lämnaYttrande(
          med,
          { status: 'utreds' },
          { id: 'y', person: 'någon annan', slag: 'skriftligt', text: 'x', villTalaInförNämnden: false, nu: NU },
        ),
      ),
      'inte-mottagare',
    );
    assert.equal(
      refused(
        lämnaYttrande(
          med,
          { status: 'beslutad' },
          { id: 'y', person: VUXEN, slag: 'skriftligt', text: 'x', villTalaInförNämnden: false, nu: NU },
        ),
      ),
      'for-sent',
    );
    const efter = '2026-12-04T08:00:00.000Z';
    assert.equal(yttrandeläge(med, efter), 'utgangen');
    assert.equal(köläge([med], efter), 'tiden-for-yttrande-ar-ute');
    const längre = done(
      förlängYttrandetid(med.underrättelse, {
        till: '2026-12-10',
        skäl: 'Vill ha tolk.',
        tid: YTTRANDETID,
        av: handläggare,
        nu: NU,
      }),
    );
    assert.equal(yttrandeläge({ ...med, underrättelse: längre.underrättelse }, efter), 'vantar');
    assert.equal(
      refused(
        förlängYttrandetid(med.underrättelse, {
          till: '2026-12-01',
          skäl: 'x',
          tid: YTTRANDETID,
          av: handläggare,
          nu: NU,
        }),
      ),
      'ofullstandig',
    );
    const sent = svara(med, { slag: 'muntligt', upptagetAv: handläggare, nu: efter });
    assert.equal(yttrandeläge(sent, efter), 'besvarad');
  });

  it('väntar på den som vill tala inför nämnden, eller på särskilda skäl mot det', () => {
    let med = svara(skicka(fall()), { villTalaInförNämnden: true, text: '' });
    assert.equal(yttrandeläge(med, '2027-01-01T00:00:00.000Z'), 'ska-tala-infor-namnden');
    const f = fall(oredovisad, { underrättelser: [med] });
    assert.equal(
      refused(beslutaManuellt(f.läge, { ...f.val, kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'x' } })),
      'ska-tala-infor-namnden',
    );
    assert.equal(refused(nekaMuntligt(med.underrättelse, { skäl: ' ', av: handläggare, nu: NU })), 'skal-saknas');
    const nekat = done(
      nekaMuntligt(med.underrättelse, { skäl: 'Har redan talat i samma sak.', av: handläggare, nu: NU }),
    );
    assert.equal(yttrandeläge({ ...med, underrättelse: nekat.underrättelse }, NU), 'besvarad');
    med = svara(med, {
      slag: 'infor-namnden',
      text: 'Sa att pengarna är slut.',
      upptagetAv: handläggare,
      nu: '2026-11-30T10:00:00.000Z',
    });
    assert.equal(yttrandeläge(med, NU), 'besvarad');
  });

  it('stannar klockan medan svaret väntas', () => {
    const med = skicka(fall());
    assert.deepEqual(yttrandepaus(med), { från: NU, till: '2026-12-04T00:00:00.000Z' });
    assert.deepEqual(yttrandepaus(svara(med)), { från: NU, till: '2026-11-28T10:00:00.000Z' });
    const { underrättelse } = done(återtaUnderrättelse(med.underrättelse, { skäl: 'Fel.', av: handläggare, nu: NU }));
    assert.equal(yttrandeläge({ ...med, underrättelse }, NU), 'atertagen');
    assert.equal(köläge([{ ...med, underrättelse }], NU), undefined);
  });
});

describe('beslut som går emot den sökande', () => {
  it('väntar tills svaret har kommit, tiden är ute eller det är obehövligt', () => {
    const utan = fall();
    assert.equal(refused(beslutaManuellt(utan.läge, utan.val)), 'kommunicering-saknas');
    const med = skicka(utan);
    const väntar = fall(oredovisad, { underrättelser: [med] });
    assert.equal(refused(beslutaManuellt(väntar.läge, väntar.val)), 'vantar-pa-yttrande');
    assert.ok(beslutaManuellt(väntar.läge, { ...väntar.val, nu: '2026-12-05T08:00:00.000Z' }).ok);
    const svarat = fall(oredovisad, { underrättelser: [svara(med)] });
    const { beslut } = done(beslutaManuellt(svarat.läge, svarat.val));
    assert.deepEqual(beslut.kommunicering, {
      slag: 'genomford',
      skickad: '2026-11-26',
      svar: 'Skriftligt: Jag har betalat tillbaka den.',
    });
    assert.equal(beslut.utfall, 'delavslag');
  });

  it('gäller också ett bifall som är mindre än enligt de egna uppgifterna, men då får det stå bifall', () => {
    const f = fall();
    const sett = { ...f.val.sett, utfall: 'bifall' as const };
    assert.equal(refused(beslutaManuellt(f.läge, { ...f.val, sett })), 'kommunicering-saknas');
    const { beslut } = done(
      beslutaManuellt(f.läge, { ...f.val, sett, kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'Känd förmån.' } }),
    );
    assert.equal(beslut.utfall, 'bifall');
  });

  it('kräver ett nytt underlag när beslutet blir sämre än det som skickades', () => {
    const f = fall();
    const med = svara(skicka(f, { avsett: { utfall: 'delavslag', belopp: f.belopp + 10000 } }));
    const sämre = fall(oredovisad, { underrättelser: [med] });
    assert.equal(refused(beslutaManuellt(sämre.läge, sämre.val)), 'annat-an-kommunicerat');
  });

  it('kräver ett ord om barnen, alltid', () => {
    const f = fall(oredovisad, { underrättelser: [svara(skicka(fall()))] });
    const result = beslutaManuellt(f.läge, { ...f.val, barnperspektiv: ' ' });
    assert.equal(refused(result), 'uppgift-saknas');
    assert.ok(!result.ok && result.refusal.fält?.some((x) => x.fält === 'barnperspektiv'));
    assert.equal(done(beslutaManuellt(f.läge, f.val)).beslut.form?.barnperspektiv, 'Barnen har mat och bostad.');
  });
});

describe('den ostridiga delen', () => {
  it('beslutas medan svaret väntas, en gång, och resten sedan utan att summan blir mer än beräkningen', () => {
    const med = skicka(fall());
    const f = fall(oredovisad, { underrättelser: [med] });
    assert.equal(refused(beslutaManuellt(fall().läge, { ...f.val, del: 'ostridig' })), 'inget-hors');
    const första = done(beslutaManuellt(f.läge, { ...f.val, del: 'ostridig' }));
    assert.deepEqual(
      [första.beslut.utfall, första.beslut.belopp, första.ansökan.status],
      ['bifall', f.belopp, 'utreds'],
    );
    assert.equal(avgörAnsökan(första.beslut), false);
    const sedan = fall(oredovisad, { underrättelser: [med], tidigare: [första.beslut] });
    assert.equal(refused(beslutaManuellt(sedan.läge, { ...sedan.val, del: 'ostridig' })), 'redan-delbeslutad');
    const svarat = fall(oredovisad, { underrättelser: [svara(med)], tidigare: [första.beslut] });
    assert.equal(refused(beslutaManuellt(svarat.läge, { ...svarat.val, del: 'ostridig' })), 'klart-att-avgora');
    const resten = done(beslutaManuellt(svarat.läge, { ...svarat.val, id: 'andra' }));
    assert.deepEqual(
      [
        resten.beslut.utfall,
        resten.beslut.belopp,
        resten.beslut.form?.del,
        resten.beslut.form?.nummer,
        resten.beslut.form?.totalt,
      ],
      ['delavslag', 0, 'resten', 2, f.belopp],
    );
    assert.equal(resten.ansökan.status, 'beslutad');
    assert.equal(redanBeviljat([första.beslut, resten.beslut], '2026-12'), f.belopp);
  });

  it('ger resten av pengarna när svaret ändrar beräkningen, och tar aldrig tillbaka det första', () => {
    const med = skicka(fall());
    const f = fall(oredovisad, { underrättelser: [med] });
    const första = done(beslutaManuellt(f.läge, { ...f.val, del: 'ostridig' })).beslut;
    const helt = fall({}, { underrättelser: [svara(med)], tidigare: [första] });
    const resten = done(
      beslutaManuellt(helt.läge, { ...helt.val, sett: { ...helt.val.sett, utfall: 'bifall' } }),
    ).beslut;
    assert.equal(resten.belopp, helt.belopp - f.belopp);
    assert.equal(redanBeviljat([första, resten], '2026-12'), helt.belopp);
    const mindre = fall(oredovisad, {
      underrättelser: [svara(med)],
      tidigare: [{ ...första, belopp: f.belopp + 50000 }],
    });
    assert.equal(done(beslutaManuellt(mindre.läge, mindre.val)).beslut.belopp, 0);
  });
});

describe('två beslutar', () => {
  const f = () => fall(oredovisad, { delegation: [tvåVidAvslag], underrättelser: [svara(skicka(fall()))] });

  it('den ena föreslår och en annan med rollen bekräftar eller lämnar tillbaka', () => {
    const c = f();
    assert.equal(refused(beslutaManuellt(c.läge, c.val)), 'tva-beslutar');
    const { förslag } = done(föreslåBeslut({ ...c.läge, förslag: [] }, { ...c.val, förslagsId: 'f1' }));
    assert.equal(
      refused(föreslåBeslut({ ...c.läge, förslag: [förslag] }, { ...c.val, förslagsId: 'f2' })),
      'redan-foreslaget',
    );
    const läget = { ansökan: c.l.ansökan, beräkningId: 'berakning', förslag, tidigare: [] };
    assert.equal(
      refused(bekräftaBeslut(läget, { av: { ...handläggare, roller: ['handlaggare', 'enhetschef'] }, nu: NU })),
      'samma-person',
    );
    assert.equal(refused(bekräftaBeslut(läget, { av: { ...handläggare, id: 'x' }, nu: NU })), 'inte-behorig');
    assert.equal(refused(bekräftaBeslut({ ...läget, beräkningId: 'ny' }, { av: chef, nu: NU })), 'berakningen-andrad');
    assert.equal(refused(lämnaTillbakaFörslag(förslag, { av: chef, skäl: ' ', nu: NU })), 'skal-saknas');
    assert.equal(
      done(lämnaTillbakaFörslag(förslag, { av: chef, skäl: 'Fråga om lönen.', nu: NU })).förslag.status,
      'tillbakalamnat',
    );
    assert.equal(refused(taTillbakaFörslag(förslag, { av: chef, nu: NU })), 'inte-ditt');
    const klart = done(bekräftaBeslut(läget, { av: chef, nu: NU }));
    assert.equal(klart.beslut.beslutsfattare.slag === 'handlaggare' && klart.beslut.beslutsfattare.namn, 'Chef');
    assert.equal(klart.beslut.form?.föredragande?.namn, 'Handläggare');
    assert.equal(klart.ansökan.status, 'beslutad');
    assert.equal(refused(bekräftaBeslut({ ...läget, förslag: klart.förslag }, { av: chef, nu: NU })), 'redan-avgjort');
  });

  it('krävs efter utfall och belopp som ordningen säger, och bara då', () => {
    const över: Delegationspunkt = { ...ensam, villkor: { andraPerson: { roll: 'enhetschef', överstiger: 1000000 } } };
    const rätt = (
      p: Delegationspunkt[],
      utfall: (typeof allt)[number],
      belopp: number,
      bestämmelse: '12:1' | '12:2' = '12:1',
    ) => beslutanderätt(p, handläggare, { utfall, bestämmelse, belopp }, '2026-11-26');
    assert.equal(rätt([tvåVidAvslag], 'bifall', 0)?.andraPerson, undefined);
    assert.equal(rätt([tvåVidAvslag], 'avslag', 0)?.andraPerson, 'enhetschef');
    assert.equal(rätt([över], 'bifall', 1000000)?.andraPerson, undefined);
    assert.equal(rätt([över], 'bifall', 1000001)?.andraPerson, 'enhetschef');
    assert.equal(
      rätt([tvåVidAvslag, ensam], 'avslag', 0)?.andraPerson,
      undefined,
      'a point that needs nobody else comes first',
    );
    assert.equal(rätt([ensam], 'bifall', 1, '12:2'), undefined);
    assert.equal(rätt([utöver], 'bifall', 500000, '12:2')?.punkt.punkt, '4.3');
    assert.equal(rätt([utöver], 'bifall', 500001, '12:2'), undefined);
    assert.equal(rätt([{ ...ensam, till: '2026-11-25' }], 'bifall', 1), undefined);
  });
});

describe('beslut vid sidan av beräkningen', () => {
  const s = (own: Partial<Särskiltval>, tidigare: Beslut[] = []) => {
    const { l } = fall();
    return beslutaSärskilt(
      {
        ansökan: l.ansökan,
        beräkningId: 'berakning',
        delegation: [ensam, utöver],
        tidigare,
        underrättelser: [],
      },
      {
        id: 'nod',
        av: handläggare,
        slag: 'nod',
        utfall: 'bifall',
        belopp: 80000,
        ändamål: 'Mat till på måndag',
        motivering: 'Hushållet har ingen mat.',
        avgör: false,
        nu: NU,
        ...own,
      },
    );
  };
  const tabell: [string, Partial<Särskiltval>, string | [string, string[]]][] = [
    ['akut nöd', {}, ['12:1', ['12 kap. 1 § socialtjänstlagen (2025:400)']]],
    ['utöver rätten', { slag: 'utover' }, ['12:2', ['12 kap. 2 § socialtjänstlagen (2025:400)']]],
    ['utöver rätten över gränsen i ordningen', { slag: 'utover', belopp: 500001 }, 'inte-delegerat'],
    [
      'förskott',
      { slag: 'forskott', återkrav: { grund: 'forskott', omständighet: 'Väntar på sjukpenning.' } },
      ['12:1', ['12 kap. 1 § socialtjänstlagen (2025:400)', '33 kap. 2 § 1 a socialtjänstlagen (2025:400)']],
    ],
    ['förskott utan grund', { slag: 'forskott' }, 'uppgift-saknas'],
    [
      'förskott utan omständighet',
      { slag: 'forskott', återkrav: { grund: 'forskott', omständighet: '' } },
      'uppgift-saknas',
    ],
    [
      'fel grund för bestämmelsen',
      { slag: 'nod', återkrav: { grund: 'villkor-om-aterbetalning', omständighet: 'x' } },
      'fel-grund',
    ],
    ['förmedling utan överenskommelse', { slag: 'formedling', belopp: 0 }, 'uppgift-saknas'],
    [
      'förmedling',
      { slag: 'formedling', belopp: 0, överenskommelse: 'Den 20 november.' },
      ['12:1', ['12 kap. 1 § socialtjänstlagen (2025:400)']],
    ],
    ['inget belopp', { belopp: 0 }, 'uppgift-saknas'],
    ['inget ändamål', { ändamål: ' ' }, 'uppgift-saknas'],
    ['inga skäl', { motivering: ' ' }, 'uppgift-saknas'],
    ['avslag utan ord om barnen', { utfall: 'avslag', belopp: 0 }, 'uppgift-saknas'],
    ['avslag utan att höra', { utfall: 'avslag', belopp: 0, barnperspektiv: 'Mat finns.' }, 'kommunicering-saknas'],
  ];
  for (const [namn, val, väntat] of tabell)
    it(namn, () => {
      if (typeof väntat === 'string') return assert.equal(refused(s(val)), väntat);
      const { beslut, ansökan } = done(s(val));
      assert.deepEqual([beslut.form?.bestämmelse, beslut.lagrum], väntat);
      assert.equal(ansökan.status, 'utreds');
    });

  it('räknas av när månaden beslutas, utom det som ges utöver rätten', () => {
    const nöd = done(s({})).beslut;
    const extra = done(s({ slag: 'utover', id: 'x' })).beslut;
    const f = fall({}, { tidigare: [nöd, extra] });
    const { beslut } = done(beslutaManuellt(f.läge, { ...f.val, sett: { ...f.val.sett, utfall: 'bifall' } }));
    assert.equal(beslut.belopp, f.belopp - 80000);
    assert.equal(beslut.form?.totalt, f.belopp);
  });

  it('avvisning och avskrivning avslutar utan prövning, med skäl', () => {
    const { l } = fall({ ansökan: { uppgifter: { ...uppgifter, barn: [] } } });
    const sak = {
      ansökan: l.ansökan,
      beräkningId: 'b',
      delegation: [ensam],
      tidigare: [],
      underrättelser: [],
    };
    const skrivet = { id: 'x', av: handläggare, utfall: 'avskrivning' as const, motivering: 'Tillbakatagen.', nu: NU };
    assert.equal(refused(avslutaUtanPrövning(sak, skrivet)), 'kommunicering-saknas');
    const slut = done(
      avslutaUtanPrövning(sak, {
        ...skrivet,
        kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'Tog själv tillbaka.' },
      }),
    );
    assert.deepEqual([slut.beslut.utfall, slut.beslut.belopp, slut.ansökan.status], ['avskrivning', 0, 'beslutad']);
    assert.equal(
      refused(
        avslutaUtanPrövning(
          { ...sak, delegation: [handläggardelegation] },
          { ...skrivet, kommunicering: { slag: 'uppenbart-obehovlig', skäl: 'x' } },
        ),
      ),
      'inte-delegerat',
    );
  });
});

describe('fraser', () => {
  it('har egna id, lagrum och plats, och blir inte kvar ofyllda', () => {
    assert.equal(new Set(FRASER.map((f) => f.id)).size, FRASER.length);
    for (const fras of FRASER) {
      assert.match(fras.id, /^[a-z0-9-]+$/);
      assert.match(fras.lagrum, /§|artikel/);
      assert.match(fras.text, /[.!]$/);
    }
    assert.deepEqual(ofyllda('Du har inte {vad} hos {myndighet}.'), ['{vad}', '{myndighet}']);
  });

  it('föreslår det som passar, om raden först, och kommunens egen lydelse', () => {
    const passar = passandeFraser(FRASER, { utfall: 'delavslag', rader: ['boende'], barn: true }, 'skal');
    assert.equal(passar[0]!.id, 'hyra-over-grans');
    assert.ok(!passar.some((f) => f.id === 'nod-mat' || f.id === 'overskott'));
    assert.deepEqual(passandeFraser(FRASER, { utfall: 'delavslag', rader: [], barn: false }, 'barn'), []);
    const egen = fraserFör([{ id: 'overskott', text: 'Ni klarar er själva.' }]).find((f) => f.id === 'overskott')!;
    assert.equal(egen.text, 'Ni klarar er själva.');
    assert.match(egen.lagrum, /12 kap\. 1 §/);
  });
});

describe('överflyttning', () => {
  const begäran = {
    id: 'o',
    ärende: 'a',
    riktning: 'till-annan' as const,
    kommun: 'Grannkommunen',
    begärd: '2026-11-22',
    skäl: {
      anknytning: 'Bor och har barn i skolan där.',
      önskemål: 'Vill flytta ärendet.',
      varaktighet: 'Längre tid.',
    },
    av: handläggare,
    tid: NU,
  };
  const ny = () => done(begärÖverflyttning([], begäran)).överflyttning;
  const steg = (ö: Överflyttning, ...alla: Parameters<typeof flyttaÄrende>[1][]) =>
    alla.reduce((nu, s) => done(flyttaÄrende(nu, s)).överflyttning, ö);

  it('kräver det som lagen väger in, och bara en åt gången', () => {
    assert.equal(
      refused(begärÖverflyttning([], { ...begäran, skäl: { ...begäran.skäl, önskemål: ' ' } })),
      'ofullstandig',
    );
    assert.equal(refused(begärÖverflyttning([ny()], begäran)), 'pagar-redan');
  });

  it('ansvaret är kvar tills den andra har tagit över', () => {
    const ja = steg(ny(), { steg: 'svar', besked: 'accepterar', text: 'Vi tar över.', dag: '2026-11-30' });
    assert.equal(ansvar(ja, '2026-12-01').ordinarie, 'vi');
    const över = steg(ja, { steg: 'overtagen', dag: '2026-12-15' });
    assert.equal(ansvar(över, '2026-12-14').ordinarie, 'vi');
    assert.equal(ansvar(över, '2026-12-15').ordinarie, 'den-andra');
    assert.equal(ansvar({ ...över, riktning: 'hit' }, '2026-12-15').ordinarie, 'vi');
  });

  it('IVO får avgöra efter ett nej, eller en månad utan svar', () => {
    assert.equal(refused(flyttaÄrende(ny(), { steg: 'ansok-ivo', dag: '2026-12-22' })), 'for-tidigt');
    assert.equal(överflyttningsläge(ny(), '2026-12-23'), 'far-ansoka-hos-ivo');
    const nej = steg(ny(), { steg: 'svar', besked: 'motsatter-sig', text: 'Nej.', dag: '2026-11-30' });
    const hosIvo = steg(nej, { steg: 'ansok-ivo', dag: '2026-12-01' });
    assert.equal(
      överflyttningsläge(steg(hosIvo, { steg: 'ivo-beslut', flyttas: true, dag: '2027-02-01' }), '2027-02-02'),
      'ska-tas-over',
    );
    assert.equal(
      överflyttningsläge(steg(hosIvo, { steg: 'ivo-beslut', flyttas: false, dag: '2027-02-01' }), '2027-02-02'),
      'flyttas-inte',
    );
    assert.equal(
      refused(flyttaÄrende({ ...ny(), riktning: 'hit' }, { steg: 'ansok-ivo', dag: '2027-01-10' })),
      'inte-vi',
    );
    assert.equal(refused(flyttaÄrende(ny(), { steg: 'overtagen', dag: '2026-12-01' })), 'inte-nu');
  });
});

describe('verkställighet', () => {
  it('rapporterar gynnande beslut som inte har verkställts, eller inte på nytt, inom tre månader', () => {
    const beslut = { id: 'b', utfall: 'bifall' as const, belopp: 100, beslutad: '2026-08-31T10:00:00.000Z' };
    const hänt = (slag: 'verkstallt' | 'avbrutet', dag: string) => ({
      beslut: 'b',
      slag,
      dag,
      anteckning: 'Kontot saknas.',
      tid: `${dag}T10:00:00.000Z`,
    });
    assert.deepEqual(ejVerkställda([beslut], [], '2026-11-30'), []);
    assert.equal(ejVerkställda([beslut], [], '2026-12-01')[0]?.sedan, '2026-08-31');
    assert.deepEqual(ejVerkställda([beslut], [hänt('verkstallt', '2026-09-02')], '2027-01-01'), []);
    const igen = ejVerkställda(
      [beslut],
      [hänt('verkstallt', '2026-09-02'), hänt('avbrutet', '2026-09-10')],
      '2027-01-01',
    );
    assert.deepEqual([igen[0]?.avbrutet, igen[0]?.sedan, igen[0]?.skäl], [true, '2026-09-10', 'Kontot saknas.']);
    assert.deepEqual(ejVerkställda([{ ...beslut, utfall: 'avslag', belopp: 0 }], [], '2027-01-01'), []);
    assert.deepEqual(
      ejVerkställda([{ ...beslut, form: { nummer: 1, del: 'hela', bestämmelse: '12:2' } }], [], '2027-01-01'),
      [],
    );
  });
});
