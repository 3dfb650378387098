import { type Inkomsttyp, inkomsttyper, myndighetsålder, skolungdomTill, type Underlag } from '@stegvis/rules';
import { kr, läsBelopp, månad, t } from '@stegvis/ui';

/** Texten i en adress: fältets namn och det som skrevs i det. */
export type Adress = ReadonlyMap<string, string>;

/** Ett barn i formuläret, som det är skrivet. */
export type Barnrad = { readonly alder: string; readonly lunch: boolean; readonly skola: boolean };
/** En inkomst utöver lön i formuläret, som den är skriven. */
export type Inkomstrad = { readonly typ: string; readonly belopp: string };

/** Det som står i formuläret, ord för ord. Inget är läst än, så att allt kan visas igen. */
export type Skrivet = {
  readonly manad: string;
  readonly vuxna: string;
  readonly aldrar: readonly [string, string];
  readonly barn: readonly Barnrad[];
  readonly personer: string;
  readonly kostnader: Readonly<Record<Kostnadsfält, string>>;
  readonly loner: readonly [string, string];
  readonly jobbstimulans: readonly [boolean, boolean];
  readonly inkomster: readonly Inkomstrad[];
  readonly granser: boolean;
};

/** Kostnadsfälten: namnet i adressen och typen i underlaget. */
export const kostnadsfält = {
  hyra: 'boende',
  el: 'hushallsel',
  hemforsakring: 'hemforsakring',
  'a-kassa': 'a-kassa',
  resor: 'arbetsresor',
  ovrigt: 'levnadskostnad-i-ovrigt',
} as const;
export type Kostnadsfält = keyof typeof kostnadsfält;

/** Vad kostnadsfältet heter på sidan. */
export const etikett = (namn: Kostnadsfält): string =>
  ({
    hyra: t('Hyra eller annan kostnad för bostaden'),
    el: t('Hushållsel'),
    hemforsakring: t('Hemförsäkring'),
    'a-kassa': t('Avgift till a-kassa'),
    resor: t('Resor till och från arbetet'),
    ovrigt: t('Andra kostnader'),
  })[namn];
export const kostnadsnamn = Object.keys(kostnadsfält) as Kostnadsfält[];

/** Demokommunen, vars gränser kan räknas med. */
export const gränskommun = '0001';
const flestBarn = 15;
const flestInkomster = 20;
const flestIBostaden = 30;
const högstaBelopp = 1_000_000_00;
const högstaÅlder = 120;
const tidigast = '2014-01';
const månaderFramåt = 13;

const vanliga: readonly Inkomsttyp[] = [
  'barnbidrag',
  'bostadsbidrag',
  'underhallsstod',
  'sjukpenning',
  'foraldrapenning',
  'a-kassa',
  'aktivitetsstod',
  'pension',
];
const övriga = (Object.keys(inkomsttyper) as Inkomsttyp[])
  .filter((typ) => typ !== 'lon' && !vanliga.includes(typ))
  .sort((a, b) => inkomsttyper[a].namn.localeCompare(inkomsttyper[b].namn, 'sv'));

/** Inkomsttyperna att välja bland, de vanliga först. Lön har egna fält. */
export const inkomstval: readonly Inkomsttyp[] = [...vanliga, ...övriga];

/** Månaden `steg` månader från en månad `ÅÅÅÅ-MM`. */
export const flyttad = (från: string, steg: number): string => {
  const antal = Number(från.slice(0, 4)) * 12 + Number(från.slice(5, 7)) - 1 + steg;
  return `${Math.floor(antal / 12)}-${String((antal % 12) + 1).padStart(2, '0')}`;
};

const radnummer = (adress: Adress, form: RegExp): string[] =>
  [...new Set([...adress.keys()].flatMap((namn) => form.exec(namn)?.[1] ?? []))].sort((a, b) => Number(a) - Number(b));

/** Läser adressen till det som står i formuläret. Fält som sidan inte har läses inte. */
export const skrivet = (adress: Adress, idag: string): Skrivet => {
  const text = (namn: string): string => adress.get(namn) ?? '';
  const ja = (namn: string): boolean => adress.get(namn) === 'ja';
  return {
    manad: adress.get('manad') ?? idag.slice(0, 7),
    vuxna: adress.get('vuxna') ?? '1',
    aldrar: [adress.get('alder-1') ?? '35', adress.get('alder-2') ?? '35'],
    barn: radnummer(adress, /^barn-(\d{1,4})-alder$/).map((n) => ({
      alder: text(`barn-${n}-alder`),
      lunch: ja(`barn-${n}-lunch`),
      skola: ja(`barn-${n}-skola`),
    })),
    personer: text('personer'),
    kostnader: Object.fromEntries(kostnadsnamn.map((namn) => [namn, text(namn)])) as Record<Kostnadsfält, string>,
    loner: [text('lon-1'), text('lon-2')],
    jobbstimulans: [ja('jobbstimulans-1'), ja('jobbstimulans-2')],
    inkomster: radnummer(adress, /^inkomst-(\d{1,4})-(?:typ|belopp)$/).map((n) => ({
      typ: text(`inkomst-${n}-typ`),
      belopp: text(`inkomst-${n}-belopp`),
    })),
    granser: ja('granser'),
  };
};

/** Adressen till det som står i formuläret, med raderna numrerade från 1. Bara det som är ifyllt är med. */
export const adressTill = (s: Skrivet, räkna: boolean): string => {
  const delar: [string, string][] = [
    ...(räkna ? [['rakna', 'ja'] as [string, string]] : []),
    ['manad', s.manad],
    ['vuxna', s.vuxna],
    ['alder-1', s.aldrar[0]],
    ...ifyllt('alder-2', s.vuxna === '2' ? s.aldrar[1] : ''),
    ...s.barn.flatMap((barn, i): [string, string][] => [
      [`barn-${i + 1}-alder`, barn.alder],
      ...ifyllt(`barn-${i + 1}-lunch`, barn.lunch ? 'ja' : ''),
      ...ifyllt(`barn-${i + 1}-skola`, barn.skola ? 'ja' : ''),
    ]),
    ...ifyllt('personer', s.personer),
    ...kostnadsnamn.flatMap((namn) => ifyllt(namn, s.kostnader[namn])),
    ...s.loner.flatMap((lön, i) => ifyllt(`lon-${i + 1}`, lön)),
    ...s.jobbstimulans.flatMap((kryss, i) => ifyllt(`jobbstimulans-${i + 1}`, kryss ? 'ja' : '')),
    ...s.inkomster.flatMap((inkomst, i): [string, string][] => [
      [`inkomst-${i + 1}-typ`, inkomst.typ],
      [`inkomst-${i + 1}-belopp`, inkomst.belopp],
    ]),
    ...ifyllt('granser', s.granser ? 'ja' : ''),
  ];
  return `/provberakning?${new URLSearchParams(delar)}`;
};

const ifyllt = (namn: string, värde: string): [string, string][] => (värde === '' ? [] : [[namn, värde]]);

/** Formuläret med raden som knappen `lagg-till` eller `ta-bort` gäller, och fältet att gå till. */
export const ändrat = (adress: Adress, s: Skrivet): { skrivet: Skrivet; till: string } | undefined => {
  const [lägg, ta] = [adress.get('lagg-till'), adress.get('ta-bort')];
  if (lägg === 'barn') {
    const barn = [...s.barn, { alder: '', lunch: false, skola: false }];
    return { skrivet: { ...s, barn }, till: `barn-${barn.length}-alder` };
  }
  if (lägg === 'inkomst') {
    const inkomster = [...s.inkomster, { typ: '', belopp: '' }];
    return { skrivet: { ...s, inkomster }, till: `inkomst-${inkomster.length}-typ` };
  }
  const [, slag, nummer] = /^(barn|inkomst)-(\d{1,4})$/.exec(ta ?? '') ?? [];
  const utan = <T>(rader: readonly T[]): T[] => rader.filter((_, i) => i !== Number(nummer) - 1);
  if (slag === 'barn') return { skrivet: { ...s, barn: utan(s.barn) }, till: 'barnen' };
  if (slag === 'inkomst') return { skrivet: { ...s, inkomster: utan(s.inkomster) }, till: 'inkomsterna' };
  return undefined;
};

/** Felen efter fältets id: meningen som säger fältet, vad som är fel och vad som får stå. */
export type Fel = Readonly<Record<string, string>>;

/** Gör ett underlag av det som är skrivet, eller säger allt som är fel på en gång. */
export const läsSkrivet = (
  s: Skrivet,
  idag: string,
): { readonly ok: true; readonly underlag: Underlag } | { readonly ok: false; readonly fel: Fel } => {
  const fel: Record<string, string> = {};
  const manad = läsMånad(s.manad, idag, fel);
  const år = Number(manad.slice(0, 4));
  const par = s.vuxna === '2';
  if (!['1', '2'].includes(s.vuxna)) fel['vuxna'] = t('Hushållet: välj en vuxen, eller två vuxna som är ett par.');
  const belopp = (id: string, label: string, text: string): number => läsKronor(id, label, text, fel);
  const född = (ålder: number): string => `${år - ålder}-01-01`;

  const vuxna = (par ? [0, 1] : [0]).map((i) => {
    const n = i as 0 | 1;
    const ålder = läsHeltal(
      `alder-${n + 1}`,
      n === 0 ? t('Din ålder') : t('Den andra vuxnas ålder'),
      s.aldrar[n],
      18,
      högstaÅlder,
      fel,
      { under: t('Den som är under 18 år söker inte själv.') },
    );
    const lön = belopp(
      `lon-${n + 1}`,
      n === 0 ? t('Din lön efter skatt') : t('Den andra vuxnas lön efter skatt'),
      s.loner[n],
    );
    return {
      id: `Vuxen ${n + 1}`,
      fodd: född(ålder),
      ...(s.jobbstimulans[n] ? { jobbstimulansFran: manad } : { bistandsmanader: [] }),
      inkomster: lön > 0 ? [{ typ: 'lon' as Inkomsttyp, netto: lön }] : [],
    };
  });

  if (s.barn.length > flestBarn)
    fel['barnen'] = t('Barn: räkna med högst {högst} barn. Nu är det {antal}. Ta bort några.', {
      högst: flestBarn,
      antal: s.barn.length,
    });
  const barn = s.barn.map((rad, i) => {
    const id = `barn-${i + 1}-alder`;
    const ålder = läsHeltal(id, t('Ålder för barn {n}', { n: i + 1 }), rad.alder, 0, skolungdomTill - 1, fel, {
      över: t('Den som har fyllt 21 gör en egen beräkning.'),
    });
    if (ålder >= myndighetsålder && !rad.skola && fel[id] === undefined)
      fel[`barn-${i + 1}-skola`] = t(
        'Barn {n} är {ålder} år och räknas med bara den som går i grundskola eller gymnasium. Kryssa i det, eller ta bort barnet.',
        { n: i + 1, ålder },
      );
    return {
      id: `Barn ${i + 1}`,
      fodd: född(ålder),
      ...(rad.lunch && ålder <= 6 ? { lunchBorta: true } : {}),
      ...(ålder >= myndighetsålder ? { skolungdom: true } : {}),
    };
  });

  const hushållet = vuxna.length + barn.length;
  const personer =
    s.personer.trim() === ''
      ? undefined
      : läsHeltal('personer', t('Antal personer i bostaden'), s.personer, hushållet, flestIBostaden, fel, {
          under: t('Ni är redan {antal} i hushållet.', { antal: hushållet }),
        });
  const kostnader = kostnadsnamn.flatMap((namn) => {
    const kostnad = belopp(namn, etikett(namn), s.kostnader[namn]);
    return kostnad > 0 ? [{ typ: kostnadsfält[namn], belopp: kostnad }] : [];
  });

  if (s.inkomster.length > flestInkomster)
    fel['inkomsterna'] = t('Andra inkomster: räkna med högst {högst} rader. Nu är det {antal}. Ta bort några.', {
      högst: flestInkomster,
      antal: s.inkomster.length,
    });
  const inkomster = s.inkomster.flatMap((rad, i) => {
    if (rad.typ === '' && rad.belopp.trim() === '') return [];
    const känd = inkomstval.find((typ) => typ === rad.typ);
    if (känd === undefined)
      fel[`inkomst-${i + 1}-typ`] = t('Inkomst {n}: välj en inkomst i listan, eller ta bort raden.', {
        n: i + 1,
      });
    if (rad.belopp.trim() === '')
      fel[`inkomst-${i + 1}-belopp`] = t('Belopp för inkomst {n}: skriv beloppet i kronor, eller ta bort raden.', {
        n: i + 1,
      });
    const netto = belopp(`inkomst-${i + 1}-belopp`, t('Belopp för inkomst {n}', { n: i + 1 }), rad.belopp);
    return känd === undefined || netto === 0 ? [] : [{ typ: känd, netto }];
  });

  if (Object.keys(fel).length > 0) return { ok: false, fel };
  const [första, ...andra] = vuxna;
  if (första === undefined) throw new Error('Ett hushåll har minst en vuxen');
  return {
    ok: true,
    underlag: {
      manad,
      inkommen: `${manad}-01`,
      ...(s.granser ? { kommun: gränskommun } : {}),
      vuxna: [{ ...första, inkomster: [...första.inkomster, ...inkomster] }, ...andra],
      ...(par ? { sambor: true } : {}),
      ...(barn.length > 0 ? { barn } : {}),
      ...(personer === undefined ? {} : { personerIBostaden: personer }),
      ...(kostnader.length > 0 ? { kostnader } : {}),
    },
  };
};

const läsMånad = (text: string, idag: string, fel: Record<string, string>): string => {
  const senast = flyttad(idag, månaderFramåt);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text >= tidigast && text <= senast) return text;
  fel['manad'] = t('Månad: välj en månad i listan. Det går att räkna från {tidigast} till {senast}.', {
    tidigast: månad(tidigast),
    senast: månad(senast),
  });
  return idag.slice(0, 7);
};

const läsKronor = (id: string, label: string, text: string, fel: Record<string, string>): number => {
  const svar = läsBelopp(text);
  if (svar.kind === 'tomt') return 0;
  if (svar.kind === 'fel') fel[id] = `${label}: ${svar.text}`;
  else if (svar.value > högstaBelopp)
    fel[id] = t('{fält}: beloppet är för stort. Skriv högst {högst}.', {
      fält: label,
      högst: kr(högstaBelopp),
    });
  else return svar.value / 100;
  return 0;
};

const läsHeltal = (
  id: string,
  label: string,
  text: string,
  minst: number,
  högst: number,
  fel: Record<string, string>,
  skäl: { readonly under?: string; readonly över?: string },
): number => {
  const tal = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (tal >= minst && tal <= högst) return tal;
  const varför = tal < minst ? skäl.under : tal > högst ? skäl.över : undefined;
  fel[id] = [t('{fält}: skriv ett heltal från {minst} till {högst}.', { fält: label, minst, högst }), varför ?? '']
    .join(' ')
    .trim();
  return minst;
};
