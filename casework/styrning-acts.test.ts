import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Användare } from './anvandare.ts';
import { FÖRVALD_AUTOMATIK, läsAutomatik, skrivAutomatik, utvaldFörGranskning } from './automatik.ts';
import type { Delegationspunkt } from './delegation.ts';
import { felIPunkt, läggTillPunkt, upphävPunkt, ändraPunkt } from './delegationsandring.ts';
import { markeraAnmäld, senaAnmälningar, skapaAnmälan } from './delegationslista.ts';
import { dragTillGranskning, granskaBeslut, åtgärdaGranskning } from './granskningsurval.ts';
import { ändraInställningar } from './installningsandring.ts';
import { avböjLäge, bekräftaLäge, bytLäge, type Övergångsläge } from './lagesbyte.ts';
import { rapporteraProblem } from './problemrapport.ts';
import { bristerFörÖvergång, skuggskillnad, skuggutslag, stoppMedUtslag, överensstämmelse } from './skugglage.ts';
import { FÖRVALD_STYRNING, läsStyrning, skrivStyrning } from './styrning.ts';

const NU = '2026-11-24T09:00:00.000Z';
const SKÄL = 'Nämnden beslutade det i går.';
const person = (id: string, ...roller: Användare['roller']) => ({ id, namn: id, roller });
const chef = person('chef', 'enhetschef');
const admin = person('admin', 'administrator');
const handläggare = person('handlaggare', 'handlaggare');
const automatisk: Delegationspunkt = {
  id: 'p1',
  punkt: '4.7',
  text: 'Automatiserat beslut om bifall',
  delegat: { slag: 'automatisk', funktion: 'Automatiskt bifall', påslagen: true },
  utfall: ['bifall'],
  från: '2026-01-01',
  till: undefined,
};
const manuell: Delegationspunkt = {
  ...automatisk,
  id: 'p2',
  punkt: '4.1',
  delegat: { slag: 'roll', roll: 'handlaggare' },
};
const kod = (r: { ok: boolean; refusal?: { kod: string } }) => (r.ok ? 'ok' : r.refusal?.kod);
const fält = (r: { ok: boolean; refusal?: { fält?: { fält: string }[] } }) =>
  r.ok ? [] : (r.refusal?.fält ?? []).map((f) => f.fält);

describe('läget', () => {
  const läge = (own: Partial<Övergångsläge> = {}): Övergångsläge => ({
    nu: 'skugga',
    överensstämmelse: { prövade: 100, lika: 98, vantar: 0, procent: 98 },
    styrning: FÖRVALD_STYRNING,
    delegation: [automatisk],
    väntande: undefined,
    ...own,
  });
  const byt = (till: 'av' | 'skugga' | 'pa', av = chef, own: Partial<Övergångsläge> = {}, skäl = SKÄL) =>
    bytLäge(läge(own), { id: 'b', till, skäl, av, nu: NU });

  for (const [vad, result, väntat] of [
    ['på med krav uppfyllt', byt('pa'), 'ok'],
    ['på direkt från av', byt('pa', chef, { nu: 'av' }), 'inte-skugga'],
    [
      'på med 97 av 100',
      byt('pa', chef, { överensstämmelse: { prövade: 100, lika: 97, vantar: 0, procent: 97 } }),
      'inte-uppmatt',
    ],
    [
      'på med 99 av 99',
      byt('pa', chef, { överensstämmelse: { prövade: 99, lika: 99, vantar: 0, procent: 100 } }),
      'inte-uppmatt',
    ],
    ['på utan automatisk punkt', byt('pa', chef, { delegation: [manuell] }), 'ingen-punkt'],
    ['på med upphävd punkt', byt('pa', chef, { delegation: [{ ...automatisk, till: '2026-11-23' }] }), 'ingen-punkt'],
    ['på av en handläggare', byt('pa', handläggare), 'fel-roll'],
    ['på utan skäl', byt('pa', chef, {}, ' '), 'skal-saknas'],
    ['av av en handläggare', byt('av', handläggare), 'ok'],
    ['av av en granskare', byt('av', person('g', 'granskare')), 'ok'],
    ['av av en utbetalare', byt('av', person('u', 'utbetalare')), 'fel-roll'],
    ['av utan skäl', byt('av', chef, {}, 'nej'), 'skal-saknas'],
    ['av när det är av', byt('av', chef, { nu: 'av' }), 'samma-lage'],
    ['skugga från av av en handläggare', byt('skugga', handläggare, { nu: 'av' }), 'fel-roll'],
    ['skugga från på av en handläggare', byt('skugga', handläggare, { nu: 'pa' }), 'ok'],
  ] as const)
    it(`${vad}: ${väntat}`, () => assert.equal(kod(result), väntat));

  it('av gäller genast, på väntar på en annan person', () => {
    const av = byt('av', handläggare, { nu: 'pa' });
    assert.equal(av.ok && av.byte.status, 'genomfort');
    const på = byt('pa', admin);
    assert.ok(på.ok);
    assert.deepEqual([på.byte.status, på.byte.underlag], ['vantar', { prövade: 100, lika: 98 }]);
    const svara = (av: typeof chef, föreslagare = admin, own: Partial<Övergångsläge> = {}) =>
      bekräftaLäge(på.byte, läge(own), { av, föreslagare, nu: NU });
    assert.equal(kod(svara(admin)), 'samma-person');
    assert.equal(kod(svara(person('admin2', 'administrator'))), 'enhetschef-saknas');
    assert.equal(kod(svara(handläggare)), 'fel-roll');
    assert.equal(
      kod(svara(chef, admin, { överensstämmelse: { prövade: 101, lika: 98, vantar: 0, procent: 97 } })),
      'inte-uppmatt',
    );
    const bekräftat = svara(chef);
    assert.ok(bekräftat.ok);
    assert.equal(bekräftat.byte.avgjort?.av.id, 'chef');
    assert.equal(kod(bekräftaLäge(bekräftat.byte, läge(), { av: chef, föreslagare: admin, nu: NU })), 'redan-avgjort');
    assert.equal(kod(avböjLäge(på.byte, { av: admin, skäl: '', nu: NU })), 'skal-saknas');
    assert.equal(kod(avböjLäge(på.byte, { av: admin, skäl: 'Vi väntar.', nu: NU })), 'ok');
  });
});

describe('skuggläget', () => {
  const fall = (beslut?: { utfall: 'bifall' | 'delavslag' | 'avslag'; belopp: number }) => ({
    ansökan: 'a',
    ärendenummer: '2026-1',
    månad: '2026-12',
    föreslaget: NU,
    belopp: 500000,
    beslut: beslut && { ...beslut, id: 'b', tid: NU, motivering: 'm' },
    ändringar: [{ rad: 'Hyra', skäl: 'Avin visade mindre', av: 'Handläggare' }],
  });
  it('lika är bifall med exakt samma belopp, annars olika med skälen', () => {
    assert.equal(skuggutslag(fall()), 'vantar');
    assert.equal(skuggutslag(fall({ utfall: 'bifall', belopp: 500000 })), 'lika');
    assert.equal(skuggutslag(fall({ utfall: 'bifall', belopp: 500001 })), 'olika');
    assert.equal(skuggutslag(fall({ utfall: 'delavslag', belopp: 500000 })), 'olika');
    assert.deepEqual(skuggskillnad(fall({ utfall: 'delavslag', belopp: 499900 })), [
      'Beslutet blev delavslag, automatiken föreslog bifall.',
      '1\u00a0kr mindre än förslaget.',
      'Hyra: Avin visade mindre (Handläggare)',
    ]);
  });
  it('andelen avrundas nedåt och kravet prövas exakt', () => {
    const alla = [
      ...Array(199).fill(fall({ utfall: 'bifall', belopp: 500000 })),
      fall({ utfall: 'avslag', belopp: 0 }),
      fall(),
    ];
    const ö = överensstämmelse(alla);
    assert.deepEqual(ö, { prövade: 200, lika: 199, vantar: 1, procent: 99 });
    assert.deepEqual(bristerFörÖvergång(ö, { ...FÖRVALD_STYRNING, övergång: { procent: 100, minst: 100 } }).length, 1);
    assert.equal(bristerFörÖvergång(överensstämmelse([]), FÖRVALD_STYRNING).length, 1);
  });
  it('varje stopporsak räknas en gång per ärende', () => {
    const rader = stoppMedUtslag([
      { månad: '2026-11', stopp: ['inkomst-andrad', 'inkomst-andrad'], somBeräknat: true },
      { månad: '2026-11', stopp: ['inkomst-andrad', 'tillgang'], somBeräknat: false },
    ]);
    assert.deepEqual(rader, [
      { kod: 'inkomst-andrad', antal: 2, somBeräknat: 1 },
      { kod: 'tillgang', antal: 1, somBeräknat: 0 },
    ]);
  });
  it('kravet får inte sättas under golvet', () => {
    const dokument = skrivStyrning(FÖRVALD_STYRNING);
    assert.equal(läsStyrning(dokument).ok, true);
    for (const fel of [{ overgangProcent: 89 }, { overgangMinst: 29 }, { anmalanInomDagar: 0 }, { okand: 1 }])
      assert.equal(läsStyrning({ ...dokument, ...fel }).ok, false);
  });
});

describe('granskningen', () => {
  const beslut = (ansökan: string, slag: 'automatisk' | 'handlaggare' = 'automatisk') =>
    ({
      id: `b-${ansökan}`,
      ansökan,
      beslutad: NU,
      beslutsfattare:
        slag === 'automatisk'
          ? { slag, funktion: 'f', delegationspunkt: '4.7' }
          : { slag, id: 'h', namn: 'h', titel: 't', delegationspunkt: '4.1' },
    }) as const;
  it('drar samma ansökningar varje gång, aldrig under fem procent, och inte människors beslut', () => {
    const id = Array.from({ length: 4000 }, (_, i) => `ansokan-${i}`);
    const dragna = id.filter((a) => dragTillGranskning(beslut(a), FÖRVALD_AUTOMATIK, 'u'));
    assert.ok(dragna.length > 150 && dragna.length < 250, String(dragna.length));
    assert.deepEqual(
      dragna,
      id.filter((a) => utvaldFörGranskning(a, 5)),
    );
    assert.ok(dragna.every((a) => !dragTillGranskning(beslut(a, 'handlaggare'), FÖRVALD_AUTOMATIK, 'u')));
    assert.equal(läsAutomatik({ ...skrivAutomatik(FÖRVALD_AUTOMATIK), granskningProcent: 4 }).ok, false);
  });
  const uppdrag = {
    id: 'u',
    beslut: 'b',
    ansökan: 'a',
    procent: 5,
    draget: NU,
    resultat: undefined,
    åtgärd: undefined,
  };
  const granska = (own: object) =>
    granskaBeslut(uppdrag, {
      utfall: 'fel',
      slag: 'inkomst',
      text: 'Lönen räknades två gånger.',
      effekt: 'for-lite',
      belopp: 10000,
      av: { id: 'g', namn: 'g' },
      medverkat: ['h'],
      nu: NU,
      ...own,
    });
  it('fel kräver vad, hur och effekt; den som har medverkat får inte granska', () => {
    assert.deepEqual(fält(granska({ utfall: '' })), ['utfall']);
    assert.deepEqual(fält(granska({ slag: 'x', text: 'fel', effekt: '' })), ['slag', 'text', 'effekt']);
    assert.deepEqual(fält(granska({ belopp: 0 })), ['belopp']);
    assert.equal(kod(granska({ av: { id: 'h', namn: 'h' } })), 'egen-medverkan');
    const fel = granska({});
    assert.ok(fel.ok);
    assert.equal(kod(granskaBeslut(fel.uppdrag, { ...granskaInput, av: { id: 'g', namn: 'g' } })), 'redan-granskat');
    assert.deepEqual(fält(åtgärdaGranskning(fel.uppdrag, { text: '', av: chef, nu: NU })), ['atgard']);
    const klart = åtgärdaGranskning(fel.uppdrag, { text: 'Beslutet är ändrat.', av: chef, nu: NU });
    assert.ok(klart.ok);
    assert.equal(
      kod(åtgärdaGranskning(klart.uppdrag, { text: 'Beslutet är ändrat.', av: chef, nu: NU })),
      'redan-atgardat',
    );
    const rätt = granska({ utfall: 'ratt' });
    assert.equal(rätt.ok && rätt.uppdrag.resultat?.fel, undefined);
    assert.equal(rätt.ok && kod(åtgärdaGranskning(rätt.uppdrag, { text: 'x', av: chef, nu: NU })), 'inget-fel');
  });
  const granskaInput = { utfall: 'ratt', slag: '', text: '', effekt: '', belopp: 0, medverkat: [], nu: NU };
});

describe('delegationsordningen', () => {
  const input = { id: 'ny', ändringId: 'ä', stöd: 'SN 2026-11-20 § 112', av: admin, nu: NU };
  for (const [vad, own, väntat] of [
    ['automatiskt bifall enligt 12:1', {}, []],
    ['automatiskt avslag', { utfall: ['bifall', 'avslag'] }, ['utfall']],
    ['automatiskt delavslag', { utfall: ['delavslag'] }, ['utfall']],
    ['automatisk avvisning', { utfall: ['avvisning'] }, ['utfall']],
    ['automatisk avskrivning, som inte får överklagas', { utfall: ['avskrivning'] }, ['utfall']],
    ['automatiskt enligt 12:2, som laglighetsprövas', { villkor: { bestämmelser: ['12:2'] } }, ['bestammelser']],
    ['automatiskt enligt båda', { villkor: { bestämmelser: ['12:1', '12:2'] } }, ['bestammelser']],
    ['automatiskt med andra person', { villkor: { andraPerson: { roll: 'enhetschef' } } }, ['andra']],
    ['utan utfall', { utfall: [] }, ['utfall']],
    ['utan text', { text: '' }, ['text']],
    ['utan nummer', { punkt: '' }, ['punkt']],
    ['noll kronor', { villkor: { högst: 0 } }, ['hogst']],
    ['okänd roll', { delegat: { slag: 'roll', roll: 'kung' } }, ['delegat']],
    [
      'anställd får 12:2 och avslag',
      { delegat: manuell.delegat, utfall: ['avslag'], villkor: { bestämmelser: ['12:2'] } },
      [],
    ],
  ] as [string, Partial<Delegationspunkt>, string[]][])
    it(vad, () =>
      assert.deepEqual(
        felIPunkt({ ...automatisk, ...own }).map((f) => f.fält),
        väntat,
      ),
    );

  it('säger lagrummet när automatiken inte får det', () => {
    assert.match(felIPunkt({ ...automatisk, villkor: { bestämmelser: ['12:2'] } })[0]!.text, /6 kap. 38 §/);
    assert.match(felIPunkt({ ...automatisk, utfall: ['avskrivning'] })[0]!.text, /6 kap. 38 §/);
  });
  it('läggs till från i dag, aldrig bakåt, och bara en i taget', () => {
    const { id: _, ...ny } = { ...manuell, punkt: '4.9', från: '2026-11-24' };
    assert.equal(kod(läggTillPunkt([automatisk], ny, input)), 'ok');
    assert.deepEqual(fält(läggTillPunkt([], { ...ny, från: '2026-11-23' }, input)), ['fran']);
    assert.deepEqual(fält(läggTillPunkt([manuell], { ...ny, punkt: '4.1' }, input)), ['punkt']);
    assert.deepEqual(
      fält(läggTillPunkt([automatisk], { ...ny, delegat: automatisk.delegat, utfall: ['bifall'] }, input)),
      ['delegat'],
    );
    assert.deepEqual(fält(läggTillPunkt([], ny, { ...input, stöd: '' })), ['stod']);
    assert.equal(kod(läggTillPunkt([], ny, { ...input, av: chef })), 'fel-roll');
  });
  it('en ny lydelse avslutar den gamla dagen före, och den gamla finns kvar', () => {
    const ny = { ...manuell, text: 'Ny lydelse av punkten', från: '2026-12-01' };
    const result = ändraPunkt([manuell], manuell, ny, input);
    assert.ok(result.ok);
    assert.deepEqual(result.avslutad, { ...manuell, till: '2026-11-30' });
    assert.deepEqual([result.punkt.id, result.punkt.punkt, result.ändring.vad], ['ny', '4.1', 'ny-lydelse']);
    assert.deepEqual(fält(ändraPunkt([manuell], manuell, { ...ny, från: '2026-11-24' }, input)), ['fran']);
  });
  it('upphör tidigast i dag; en som inte har börjat börjar aldrig', () => {
    assert.deepEqual(fält(upphävPunkt(manuell, '2026-11-23', input)), ['sista']);
    assert.deepEqual(fält(upphävPunkt(manuell, 'snart', input)), ['sista']);
    const idag = upphävPunkt(manuell, '2026-11-24', input);
    assert.equal(idag.ok && idag.punkt.till, '2026-11-24');
    const framtida = upphävPunkt({ ...manuell, från: '2027-01-01' }, '', input);
    assert.equal(framtida.ok && framtida.punkt.till, '2026-12-31');
    const { id: _, ...ersätter } = { ...manuell, från: '2027-01-01' };
    assert.equal(framtida.ok && kod(läggTillPunkt([framtida.punkt], ersätter, input)), 'ok');
  });
});

describe('anmälan till nämnden', () => {
  const b = (beslut: string, beslutat: string, automatiskt = false) => ({ beslut, beslutat, automatiskt });
  const input = { id: 'l', från: '2026-11-01', tom: '2026-11-23', av: admin, nu: NU };
  it('tar med äldre som annars glöms, och inga halva dagar', () => {
    const result = skapaAnmälan([b('1', '2026-10-30'), b('2', '2026-11-02', true), b('3', '2026-11-24')], input);
    assert.ok(result.ok);
    assert.deepEqual(result.beslut, ['1', '2']);
    assert.deepEqual([result.anmälan.från, result.anmälan.antal, result.anmälan.automatiska], ['2026-10-30', 2, 1]);
    assert.deepEqual(fält(skapaAnmälan([], { ...input, tom: '2026-11-24' })), ['tom']);
    assert.deepEqual(fält(skapaAnmälan([], { ...input, från: '2026-02-30', tom: '' })), ['fran', 'tom']);
    assert.deepEqual(fält(skapaAnmälan([b('3', '2026-11-24')], input)), ['tom']);
    assert.equal(kod(skapaAnmälan([], { ...input, av: handläggare })), 'fel-roll');
    const anmäld = (dag: string) => markeraAnmäld(result.anmälan, { dag, protokoll: '§ 1', av: admin, nu: NU });
    assert.deepEqual(fält(anmäld('2026-11-23')), ['dag']);
    assert.deepEqual(fält(anmäld('2026-11-25')), ['dag']);
    const klar = anmäld('2026-11-24');
    assert.ok(klar.ok);
    assert.equal(
      kod(markeraAnmäld(klar.anmälan, { dag: '2026-11-24', protokoll: '§ 1', av: admin, nu: NU })),
      'redan-anmald',
    );
  });
  it('är sen dagen efter den sista', () => {
    const dagar = ['2026-10-10', '2026-10-09'].map((d) => b(d, d));
    assert.deepEqual(
      senaAnmälningar(dagar, 45, '2026-11-24').map((x) => x.beslut),
      ['2026-10-09'],
    );
  });
});

describe('inställningar och problem', () => {
  it('en ändring har skäl, en roll och något som ändras', () => {
    const ändra = (own: object) =>
      ändraInställningar({
        id: 'i',
        grupp: 'automatik',
        före: { a: 1 },
        efter: { a: 2 },
        skäl: SKÄL,
        av: admin,
        nu: NU,
        ...own,
      });
    assert.equal(kod(ändra({})), 'ok');
    assert.equal(kod(ändra({ skäl: '' })), 'skal-saknas');
    assert.equal(kod(ändra({ efter: { a: 1 } })), 'ingen-andring');
    assert.equal(kod(ändra({ av: handläggare })), 'fel-roll');
  });
  const rapport = (text: string, sida = '/arenden/:id') =>
    rapporteraProblem({ id: 'r', sida, version: '1', useragent: 'Mozilla/5.0 (X11) Firefox/140.0', text, nu: NU });
  for (const text of [
    'Fel för 189001019802 i beräkningen',
    'Fel för 900101-9802 i beräkningen',
    'Fel för 19900101 9802 i beräkningen',
    'Fel för 90 01 01 98 02 i beräkningen',
    'Född 1990-01-01, det syns inte',
    'Konto 3300 910102 stämmer inte',
    'Skriv till namn@exempel.se om det',
    'kort',
    'x'.repeat(2001),
  ])
    it(`avvisar: ${text.slice(0, 40)}`, () => assert.deepEqual(fält(rapport(text)), ['text']));
  it('sparar mönstret, sorten och texten, aldrig en adress', () => {
    const result = rapport('Knappen Spara gör inget. 12 procent och 1 000 kr.');
    assert.ok(result.ok);
    assert.deepEqual([result.rapport.sida, result.rapport.webbläsare], ['/arenden/:id', 'Firefox, dator']);
    const adress = rapport('Knappen Spara gör inget.', '/arenden/0d7f0c3e-0000-4000-8000-000000000000');
    assert.equal(adress.ok && adress.rapport.sida, 'okand');
  });
});
