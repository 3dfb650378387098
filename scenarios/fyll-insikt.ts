import assert from 'node:assert/strict';
import type { Besökare } from './besokare.ts';
import type { Vandring } from './fyll-scenen.ts';

const STATISTIK = '/handlaggning/statistik';
const KVALITET = '/handlaggning/kvalitet';
/** Answers have their question in the address, and no link leads to them. */
const MED_SVAR = [
  '/uttag?indikator=hushall&uppdelning=hushallstyp&uppdelning=kon',
  '/uttag?indikator=utbetalt&tid=ar&period=senaste&senaste=36',
  '/uttag?indikator=hushall&uppdelning=finns-inte&senaste=0',
  '/indikator/hushall?uppdelning=hushallstyp',
  '/aterkomst?uppdelning=kon',
  '/konsekvens/ekonomi?deltagare=1500&andel=15&andel-fran=10&andel-till=20&besparing-tkr=110&plats-kr=4000',
  '/konsekvens/kapacitet?arenden=1200',
  '/konsekvens/arbete?rakna=ja&vuxna=1&barn=7',
].map((väg) => STATISTIK + väg);

/** Figures, consequences, deliveries, open data and file review, by the forms of those whose work it is; who then looks at them. */
export async function fyllInsikt(
  analytiker: Besökare,
  chef: Besökare,
  admin: Besökare,
  samordnare: Besökare,
): Promise<Vandring[]> {
  await analytiker.fyll(MED_SVAR[0]!, '/uttag', { namn: 'Hushåll efter typ och kön', delat: 'ja', schema: 'manad' });
  await chef.fyll(`${STATISTIK}/rapport`, '/frys', {});
  const reform = await chef.fyll(`${STATISTIK}/konsekvens/reform`, '/reform', {
    namn: 'Högst fyra barn',
    del: ['begransning', 'hyresgrans-procent'],
    'begransning-4': '20 000',
    'begransning-5': '21 000',
    'begransning-6': '22 000',
    'hyresgrans-procent': '-20',
  });
  await chef.fyll(`${STATISTIK}/konsekvens/reform`, '/reform', {
    namn: 'Påhittade hushåll',
    del: ['riksnorm-procent'],
    'riksnorm-procent': '3',
    kalla: 'syntet',
    antal: '2 000',
  });
  await väntaPå(chef, reform.väg, /Körningen är klar/);

  const val = await chef.hämta(`${STATISTIK}/utlamning`);
  const [period] = /(?<=<select[^>]*name="period"[\s\S]*?<option value=")\d{4}-\d\d/.exec(val.text) ?? [''];
  const fråga = `${STATISTIK}/utlamning?beskrivning=exempel-inte-officiell&period=${period}`;
  const prov = await chef.hämta(fråga);
  const medFel = /name="utelamna"/.test(prov.text) ? { utelamna: 'ja', skal: 'Rättas nästa vecka.' } : {};
  await chef.fyll(fråga, '/utlamning', medFel);

  const öppna = `${STATISTIK}/utlamning/oppna-data`;
  const gör = (värden: Record<string, string>) =>
    admin.sänd(öppna, new URLSearchParams(värden).toString(), 'application/x-www-form-urlencoded');
  await lyckas(
    gör({
      gor: 'installning',
      licens: 'cc0',
      utgivare: 'Socialnämnden',
      epost: 'socialnamnden@stegvis.example',
      webbplats: 'https://stegvis.example',
    }),
  );
  for (const [titel, matt] of [
    ['Hushåll med bistånd', 'hushall'],
    ['Utbetalt bistånd', 'utbetalt'],
  ] as const)
    await lyckas(
      gör({ gor: 'serie', matt, uppdelning: '', titel, beskrivning: 'Per månad i kommunen.', fran: '2026-01' }),
    );
  await admin.fyll(`${öppna}/hushall-med-bistand`, '/oppna-data', {});

  const omgång = await chef.fyll(`${KVALITET}/omgang`, '/omgang', {
    namn: 'Höstens beslut',
    mall: 'egen',
    satt: 'alla',
    'fran-dag': '1',
    'fran-manad': '1',
    'fran-ar': '2026',
  });
  assert.match(omgång.text, /Dragna akter/);
  await chef.fyll(`${KVALITET}/avvikelse`, '/avvikelse', {
    rubrik: 'Beslut utan skäl',
    vad: 'Beslutet saknar skäl.',
    process: 'beslut',
    allvar: 'liten',
  });

  return [
    { start: '/oppna-data', vem: chef },
    { start: STATISTIK, vem: analytiker, frågor: MED_SVAR },
    { start: STATISTIK, vem: chef, frågor: [fråga] },
    { start: KVALITET, vem: admin },
    { start: '/handlaggning/kartlaggning', vem: samordnare },
  ];
}

async function lyckas(svar: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await svar;
  assert.equal(status, 303, text);
}

/** Reads the page of a run again until it is done. */
async function väntaPå(vem: Besökare, väg: string, text: RegExp): Promise<void> {
  for (const slut = Date.now() + 60_000; Date.now() < slut; ) {
    if (text.test((await vem.hämta(väg)).text)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`${väg} never said ${text}`);
}
