import type { Inkomsttyp, Registeruppgift, Registerutbetalning } from '@stegvis/casework';
import { alla, type Element, endast, ett, finns, kanskeText, läsXml, löv, somUtbetaltÖre, somÖre } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { Oläsbart, ofarligKod } from './ssbtek-fel.ts';

/** The one version of CSN's schema that we hold (Kommunfråga 4.0). 3.0 had no omställningsstudiestöd. */
const VERSION = 4;
const csn = (ns: string) => ns.startsWith('http://schema.csn.se/v4.0/');

/** The kinds of support: the element that holds the cases, and its count in `Studiestodstypforteckning`. */
const STÖD = [
  ['Studiemedel', 'studiemedel'],
  ['Studiehjalp', 'studiehjalp'],
  ['HemutrustningsLan', 'hemutrustningslan'],
  ['Studiestartsstod', 'studiestartsstod'],
  ['Omstallningsstudiestod', 'omstallningsstudiestod'],
] as const;

/**
 * Form of support (`stodform`) → income type, and which kinds of amount (`beloppstyp`) belong to it: a payment with another
 * kind in it is `okand`. Left out are forms that the catalogue of incomes has no type for (merkostnadslån, extra tillägg,
 * inackorderingstillägg, lärlingsersättning, studiestartsstöd, omställningsstudiestöd): a person decides.
 */
const STÖDFORMER: Readonly<Record<string, { inkomsttyp: Inkomsttyp; beloppstyper: readonly string[] }>> = {
  GRUND: { inkomsttyp: 'studiemedel', beloppstyper: ['GRUNDB', 'GRUNDF', 'GRUNDL', 'GRUNFL', 'TILL', 'TILB'] },
  GRUNDU: { inkomsttyp: 'studiemedel', beloppstyper: ['GRUNDB', 'GRUNDF', 'GRUNDL', 'GRUNFL', 'TILL', 'TILB'] },
  TLÅN: { inkomsttyp: 'studiemedel', beloppstyper: ['TILL'] },
  TILB: { inkomsttyp: 'studiemedel', beloppstyper: ['TILB'] },
  SH: { inkomsttyp: 'studiebidrag', beloppstyper: ['STUDB'] },
  SHU: { inkomsttyp: 'studiebidrag', beloppstyper: ['STUDB'] },
  SB: { inkomsttyp: 'studiebidrag', beloppstyper: ['STUDB'] },
  SBU: { inkomsttyp: 'studiebidrag', beloppstyper: ['STUDB'] },
  HUT: { inkomsttyp: 'lan', beloppstyper: ['HUT'] },
};

/**
 * Reads CSN's answer (XML in UTF-8, `CSNSvar`). The total of each payment is read, never its rows.
 * @throws Oläsbart when the document cannot be read.
 */
export function läsCsn(bytes: Uint8Array, personnummer: string): Läst {
  const rot = läsXml(bytes);
  if ('fel' in rot) throw new Oläsbart('olasbart-svar', 'Svaret från CSN är inte läsbar XML.');
  if (rot.namn !== 'CSNSvar') throw new Oläsbart('olasbart-svar', 'Svaret från CSN är något annat än ett CSNSvar.');
  const version = rot.attribut['schemaVersion']?.trim() ?? '';
  if (Number(version || NaN) !== VERSION || !csn(rot.ns)) {
    return ejKontrollerbar(
      'okand-version',
      `CSN svarade enligt version ${/^\d{1,2}(\.\d{1,2})?$/.test(version) ? version : 'okänd'} av sitt schema; vi läser version 4.0.`,
    );
  }
  const svar = läsSvaret(rot, personnummer);
  return { ...svar, schemaversion: 'CSN 4.0' };
}

function läsSvaret(rot: Element, personnummer: string): Läst {
  endast(rot, csn, ['GemensamtSvarEkbistand', 'GemensamtFragaEkbistand', 'Personer']);
  const kod = löv(ett(ett(ett(rot, 'GemensamtSvarEkbistand'), 'Resultat'), 'ResultatKod'));
  if (kod !== '0')
    return ejKontrollerbar('csn-resultat', `CSN kunde inte besvara frågan (resultatkod ${ofarligKod(kod)}).`, true);

  const personer = ett(rot, 'Personer');
  endast(personer, csn, ['Person']);
  const person = ett(personer, 'Person');
  if (
    person.attribut['personnummer'] !== personnummer.slice(2) ||
    (person.attribut['sekel'] ?? personnummer.slice(0, 2)) !== personnummer.slice(0, 2)
  ) {
    throw new Oläsbart('annan-person', 'Svaret gäller en annan person än den vi frågade om.');
  }
  const status = person.attribut['Status']?.trim() ?? '';
  if (status !== '' && status !== 'Ej träff')
    throw new Oläsbart('okand-status', 'CSN svarade med en personstatus som kontraktet inte känner till.');

  endast(person, csn, ['Studiestodstypforteckning', ...STÖD.map(([namn]) => namn)]);
  const förteckning = ett(person, 'Studiestodstypforteckning');
  const uppgifter: Registeruppgift[] = [];
  let ärenden = 0;
  for (const [namn, räknat] of STÖD) {
    const lista = ärendena(ett(person, namn));
    if ((löv(ett(förteckning, räknat)) === '0') !== (lista.length === 0)) {
      throw new Oläsbart('motsagelse', 'CSN:s förteckning över studiestöd stämmer inte med de ärenden som följer.');
    }
    ärenden += lista.length;
    for (const ärende of lista) uppgifter.push(...läsÄrende(ärende));
  }
  if (status === 'Ej träff' && ärenden > 0)
    throw new Oläsbart('motsagelse', 'CSN säger att personen inte finns men lämnar ändå ärenden.');
  const skyddad = (person.attribut['sekretess']?.trim() ?? '') !== '';
  return läst(skyddad ? [...uppgifter, { slag: 'sekretess' }] : uppgifter, ärenden === 0);
}

function ärendena(stöd: Element): Element[] {
  endast(stöd, csn, ['Arenden']);
  return stöd.barn.flatMap((ärenden) => {
    endast(ärenden, csn, ['Arende']);
    return ärenden.barn;
  });
}

const STATUS: Readonly<Record<string, 'initierat' | 'beslutat' | 'avslutat'>> = {
  INITIERAD: 'initierat',
  INITIERAT: 'initierat',
  BESLUTAD: 'beslutat',
  BESLUTAT: 'beslutat',
  AVSLUTAD: 'avslutat',
  AVSLUTAT: 'avslutat',
};

function läsÄrende(ärende: Element): Registeruppgift[] {
  endast(ärende, csn, [
    'stodform',
    'klartext',
    'status',
    'relarende',
    'soktaTider',
    'BeviljadeTider',
    'UtbetalningsPlan',
  ]);
  const stödform = ofarligKod(löv(ett(ärende, 'stodform')));
  const plan = ett(ärende, 'UtbetalningsPlan');
  endast(plan, csn, ['Utbetalning']);
  return [
    { slag: 'studiestod', stodform: stödform, status: STATUS[löv(ett(ärende, 'status'))] ?? 'okand' },
    ...plan.barn.map((u) => läsUtbetalning(u, stödform)),
  ];
}

function läsUtbetalning(utbetalning: Element, stödform: string): Registerutbetalning {
  endast(utbetalning, csn, ['utbetdatum', 'utbetstatus', 'Utbetaldatider', 'totbelopp']);
  const status = löv(ett(utbetalning, 'utbetstatus')).toLowerCase();
  if (status !== 'utbetald' && status !== 'utbetalad' && status !== 'planerad') {
    throw new Oläsbart('okand-status', 'CSN har en utbetalning med en status som kontraktet inte känner till.');
  }
  const tider = alla(ett(utbetalning, 'Utbetaldatider'), 'Utbetaldtid');
  const beloppstyper = tider.flatMap((tid) =>
    alla(ett(tid, 'Beloppen'), 'Belopp').map((b) => löv(ett(b, 'beloppstyp'))),
  );
  const form = STÖDFORMER[stödform];
  const netto = somUtbetaltÖre(löv(ett(utbetalning, 'totbelopp')));
  // Set-off and repayment make the payment less than its parts; then a person says what it is.
  const helt = tider.reduce((summa, tid) => summa + somÖre(löv(ett(tid, 'totbelopp'))), 0) === netto;
  const känd = form && (tider.length === 0 || helt) && beloppstyper.every((typ) => form.beloppstyper.includes(typ));
  const utbetald = datum(löv(ett(utbetalning, 'utbetdatum')));
  const from = tider
    .map((tid) => veckodag(kanskeText(tid, 'startvecka'), 1))
    .filter((d) => d !== undefined)
    .sort()[0];
  const tom = tider
    .map((tid) => veckodag(kanskeText(tid, 'slutvecka'), 7))
    .filter((d) => d !== undefined)
    .sort()
    .at(-1);
  return {
    slag: 'utbetalning',
    inkomsttyp: känd ? form.inkomsttyp : 'okand',
    netto,
    ...(utbetald && { utbetald }),
    ...((from || tom) && { avser: { ...(from && { from }), ...(tom && { tom }) } }),
    planerad: status === 'planerad',
    ursprung: `CSN ${stödform}`,
  };
}

/** `yyyyMMdd`; `0` is a day not yet decided. */
function datum(text: string): string | undefined {
  if (text === '0') return undefined;
  const dag = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : '';
  if (!finns(dag)) throw new Oläsbart('olasbart-svar', 'CSN har en utbetalning med ett datum som inte finns.');
  return dag;
}

/** Monday (1) or Sunday (7) of an ISO week `yyyyWW`. The weeks only describe the payment: unreadable ones are left out. */
function veckodag(vecka: string | undefined, dag: number): string | undefined {
  const träff = /^(\d{4})(\d{2})$/.exec(vecka ?? '');
  if (!träff || Number(träff[2]) < 1 || Number(träff[2]) > 53) return undefined;
  const fjärdeJanuari = new Date(Date.UTC(Number(träff[1]), 0, 4));
  const förskjutning = (Number(träff[2]) - 1) * 7 + dag - (fjärdeJanuari.getUTCDay() || 7);
  return new Date(fjärdeJanuari.getTime() + förskjutning * 86_400_000).toISOString().slice(0, 10);
}
