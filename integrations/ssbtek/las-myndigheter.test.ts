import assert from 'node:assert/strict';
import { test } from 'node:test';
import { läsAf } from './las-af.ts';
import { läsMiv } from './las-miv.ts';
import { läsSkv } from './las-skv.ts';
import { läsSo } from './las-so.ts';
import { läsTns } from './las-tns.ts';
import { type Element, läsXml } from './las-xml.ts';
import { PERSONNUMMER } from './provunderlag.ts';
import { Oläsbart } from './ssbtek-fel.ts';

function data(xml: string): Element {
  const element = läsXml(xml);
  assert.ok(!('fel' in element));
  return element;
}

const af = (ändrat: { version?: string; kod?: string; info?: string; efter?: string; skyddad?: string } = {}) =>
  läsAf(
    data(
      `<d xmlns:a="http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2"><a:Svar><a:Schemaversion>${ändrat.version ?? '4.0'}</a:Schemaversion><a:IdentitetsbeteckningFysiskPerson>${PERSONNUMMER}</a:IdentitetsbeteckningFysiskPerson><a:Sekretessmarkering>${ändrat.skyddad ?? 'false'}</a:Sekretessmarkering><a:ArbetssokandeInfo>${ändrat.info ?? '<a:Arbetssokande>true</a:Arbetssokande>'}</a:ArbetssokandeInfo>${ändrat.efter ?? ''}<a:StatusSokandeinformationKod>${ändrat.kod ?? '0'}</a:StatusSokandeinformationKod><a:NyttElement>x</a:NyttElement></a:Svar></d>`,
    ),
    PERSONNUMMER,
  );

test('AF: inskriven med aktivitetsrapport och beslut; nya uppgifter stör inte', () => {
  const läst = af({
    info: '<a:Arbetssokande>1</a:Arbetssokande><a:ArbetssokandeRegistrerad>2026-03-02Z</a:ArbetssokandeRegistrerad><a:ArbetssokandeOmfattning>50</a:ArbetssokandeOmfattning><a:AktivetetsRapportDatum><a:AktivitetsRapportMeddelande>x</a:AktivitetsRapportMeddelande><a:SenasteAktivitetsRapportDatum>2026-11-10+01:00</a:SenasteAktivitetsRapportDatum></a:AktivetetsRapportDatum>',
    efter:
      '<a:BeslutInfo><a:EkonomiskaBeslut><a:Beslut><a:ErsattningTyp>Aktivitetsstöd</a:ErsattningTyp><a:Omfattning>100</a:Omfattning><a:BeslutFrom>2026-10-01</a:BeslutFrom><a:BeslutTom>2027-03-31</a:BeslutTom></a:Beslut></a:EkonomiskaBeslut></a:BeslutInfo>',
    skyddad: 'true',
  });
  assert.equal(läst.kvalitet, 'svarat');
  assert.deepEqual(läst.uppgifter, [
    {
      slag: 'arbetssokande',
      inskriven: true,
      inskrivenSedan: '2026-03-02',
      omfattning: 50,
      senasteAktivitetsrapport: '2026-11-10',
    },
    { slag: 'sekretess' },
    {
      slag: 'arbetsmarknadsbeslut',
      ersattning: 'Aktivitetsstöd',
      omfattning: 100,
      avser: { from: '2026-10-01', tom: '2027-03-31' },
    },
  ]);
});

test('AF: inte inskriven är inget hos oss, ingen uppgift är ej kontrollerbart', () => {
  assert.equal(af({ info: '<a:Arbetssokande>false</a:Arbetssokande>' }).kvalitet, 'inget-hos-oss');
  assert.equal(af({ info: '' }).fel?.kod, 'uppgift-saknas');
  assert.equal(af({ kod: '7' }).fel?.kod, 'af-status');
  assert.equal(af({ version: '5.0' }).fel?.kod, 'okand-version');
  assert.throws(() => af({ info: '<a:Arbetssokande>kanske</a:Arbetssokande>' }), Oläsbart);
});

const kassa = (inre: string, status = 'all clear') =>
  `<o:Arbetsloshetsersattning><o:SvarandeOrganisation>A-kassan</o:SvarandeOrganisation><o:StatusSvarandeOrganisation>${status}</o:StatusSvarandeOrganisation>${inre}</o:Arbetsloshetsersattning>`;
const utbetalt = (skatt: string, avdrag: string, datum = '2026-11-20') =>
  `<o:Utbetalningar><o:Utbetalningsdatum>${datum}</o:Utbetalningsdatum><o:NettoEfterSkatt>${skatt}</o:NettoEfterSkatt><o:NettoEfterAvdrag>${avdrag}</o:NettoEfterAvdrag><o:Ersattningsdagar>5</o:Ersattningsdagar><o:AvserFrom>2026-11-01</o:AvserFrom><o:AvserTom>2026-11-15</o:AvserTom></o:Utbetalningar>`;
const so = (kassor: string, period = ['2026-10-01', '2026-11-30']) =>
  läsSo(
    data(
      `<d xmlns:o="http://INT014.UBPService.Schemas"><o:From>${period[0]}</o:From><o:Tom>${period[1]}</o:Tom><o:IdentificationNumber>${PERSONNUMMER}</o:IdentificationNumber><o:ArbetsloshetsersattningLista>${kassor}</o:ArbetsloshetsersattningLista></d>`,
    ),
    { personnummer: PERSONNUMMER, period: { from: '2026-10-01', tom: '2026-11-30' }, statusar: ['all clear'] },
  );

test('SO: det utbetalda räknas och avdragen syns; vilken kassa det är sparas inte', () => {
  const läst = so(kassa(utbetalt('9000.50', '8000.25')));
  assert.deepEqual(läst.uppgifter, [
    {
      slag: 'utbetalning',
      inkomsttyp: 'a-kassa',
      netto: 800025,
      utbetald: '2026-11-20',
      avser: { from: '2026-11-01', tom: '2026-11-15' },
      planerad: false,
      ursprung: 'SO',
      avdragEfterSkatt: 100025,
    },
  ]);
});

test('SO: en tom lista är inget hos oss; en okänd status är det aldrig', () => {
  assert.equal(so('').kvalitet, 'inget-hos-oss');
  assert.equal(so(kassa('')).kvalitet, 'inget-hos-oss');
  const blandat = so(kassa(utbetalt('1', '1')) + kassa('', 'svarade ej'));
  assert.deepEqual(
    [blandat.kvalitet, blandat.fel?.kod, blandat.uppgifter.length],
    ['ej-kontrollerbar', 'okand-status', 1],
  );
});

test('SO: ansökan och avstängning', () => {
  const ansökt =
    '<o:AnsoktOmErsattning><o:BeslutOmRattTillErsattning/><o:AnsokanOmUtbetalningInlamnad>true</o:AnsokanOmUtbetalningInlamnad></o:AnsoktOmErsattning>';
  const avstängd =
    '<o:Avstangningar><o:AvstangdFrom>2026-11-01</o:AvstangdFrom><o:AvstangdTom>2026-11-30</o:AvstangdTom></o:Avstangningar>';
  assert.deepEqual(so(kassa(avstängd + ansökt)).uppgifter, [
    { slag: 'avstangning', avser: { from: '2026-11-01', tom: '2026-11-30' } },
    { slag: 'ansokt-ersattning', inlamnad: true },
  ]);
  assert.equal(so(kassa(ansökt)).kvalitet, 'svarat');
  assert.equal(so(kassa(ansökt.replace('true', 'false'))).kvalitet, 'inget-hos-oss');
});

test('SO: kortare tid, okända uppgifter och omöjliga belopp kan inte läsas', () => {
  for (const läs of [
    () => so('', ['2026-10-02', '2026-11-30']),
    () => so('', ['2026-10-01', '2026-11-29']),
    () => so('<o:Nytt/>'),
    () => so(kassa('<o:Utbetalning/>')),
    () => so(kassa(utbetalt('100', '101'))),
    () => so(kassa(utbetalt('100', '-1'))),
    () => so(kassa(utbetalt('100', '1,50'))),
    () => so(kassa(utbetalt('1', '1', '2026-02-29'))),
  ])
    assert.throws(läs, Oläsbart);
});

test('TNS: fordon, inga fordon, fel och tystnad', () => {
  const tns = (inre: string) =>
    läsTns(
      data(
        `<d xmlns:t="http://schema.transportstyrelsen.se/ssbtek/hamtauppgifterresponder/1" xmlns:f="http://schema.transportstyrelsen.se/ssbtek/fordon/1">${inre}</d>`,
      ),
    );
  const ok = '<t:resultat>OK</t:resultat>';
  assert.equal(tns(`${ok}<t:fordonsinnehav/>`).kvalitet, 'inget-hos-oss');
  assert.equal(tns(ok).fel?.kod, 'uppgift-saknas');
  const fel = tns(
    '<t:resultat>FEL</t:resultat><t:felresultat><t:felkod>17</t:felkod><t:feltext>x</t:feltext></t:felresultat>',
  );
  assert.deepEqual([fel.kvalitet, fel.fel?.text.includes('17')], ['ej-kontrollerbar', true]);
  assert.throws(() => tns(`${ok}<t:fordonsinnehav><f:bil/></t:fordonsinnehav>`), Oläsbart);
});

test('MIV: inga beslut är inget hos oss, inget svar är ej kontrollerbart', () => {
  const miv = (inre: string) => läsMiv(data(`<d>${inre}</d>`), PERSONNUMMER);
  const om = `<personnummer>${PERSONNUMMER}</personnummer>`;
  assert.equal(miv(`<response>${om}<svarCollection/></response>`).kvalitet, 'inget-hos-oss');
  assert.equal(miv(`<response>${om}</response>`).kvalitet, 'ej-kontrollerbar');
  assert.equal(miv('').kvalitet, 'ej-kontrollerbar');
  assert.throws(
    () =>
      miv(
        `<response>${om}<svarCollection><svar><giltighetstid>EVIGT</giltighetstid></svar></svarCollection></response>`,
      ),
    Oläsbart,
  );
});

test('SKV: tystnad om kapital och okänt schema är ej kontrollerbart', () => {
  const skv = (inre: string) => läsSkv(data(`<d><svar><![CDATA[${inre}]]></svar></d>`), PERSONNUMMER);
  const rot = (
    inre: string,
    ns = 'http://xmls.skatteverket.se/se/skatteverket/zg/instans/standardiseradInformation/1.0',
  ) =>
    `<?xml version="1.0" encoding="ISO-8859-1"?><SvarBeskattningsuppgifterEnligtSFS2008-975 xmlns="${ns}"><PersonuppgiftLista><Personuppgift><IdentitetsbeteckningFysiskPerson>${PERSONNUMMER}</IdentitetsbeteckningFysiskPerson><Efternamn>Åäö</Efternamn>${inre}</Personuppgift></PersonuppgiftLista></SvarBeskattningsuppgifterEnligtSFS2008-975>`;
  const kapital =
    '<Kapitaluppgift><Taxeringsar>2025</Taxeringsar><UnderskottPaKapital>-12</UnderskottPaKapital></Kapitaluppgift>';
  assert.deepEqual(skv(rot(kapital)).uppgifter, [
    { slag: 'kapital', taxeringsar: 2025, belopp: [{ benamning: 'UnderskottPaKapital', belopp: -1200 }] },
  ]);
  assert.equal(skv(rot('')).fel?.kod, 'uppgift-saknas');
  assert.equal(skv(rot(kapital, 'http://xmls.skatteverket.se/annat/2.0')).fel?.kod, 'okand-version');
  assert.throws(() => skv('inte xml'), Oläsbart);
});

test('läsXml vägrar dokumenttyper var de än står, och det som inte är UTF-8', () => {
  for (const xml of [
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0"?>\n<!-- x --><?pi y?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    '\uFEFF<!DOCTYPE a><a/>',
  ]) {
    assert.deepEqual(läsXml(xml), { fel: 'farlig-xml' });
  }
  for (const xml of ['', '<a>', '<a>&b;</a>', '<a/><b/>', '<!-- <!DOCTYPE a> '])
    assert.deepEqual(läsXml(xml), { fel: 'ej-xml' });
  assert.deepEqual(läsXml(Buffer.from([0x3c, 0x61, 0x3e, 0xe5, 0x3c, 0x2f, 0x61, 0x3e])), { fel: 'ej-xml' });
  const text = läsXml('<a>1<!-- <!DOCTYPE x> -->2<![CDATA[<3]]></a>');
  assert.equal('fel' in text ? '' : text.text, '12<3');
});
