import { KÄLLNAMN, type Källa, type Registersvar, type Tidpunkt } from '@stegvis/casework';
import { SOAP, SSBT } from './bygg-fraga.ts';
import { läsAf } from './las-af.ts';
import { läsCsn } from './las-csn.ts';
import { läsLefi } from './las-lefi.ts';
import { läsMiv } from './las-miv.ts';
import { läsSkv } from './las-skv.ts';
import { läsSo } from './las-so.ts';
import { läsTns } from './las-tns.ts';
import { alla, type Element, endast, ett, kanskeText, läsXml, löv, somBase64 } from './las-xml.ts';
import { ejKontrollerbar, type Läst } from './last.ts';
import type { Registerfråga, SsbtekConfig } from './ssbtek-config.ts';
import { Oläsbart, ofarligKod, type SsbtekFel, type SsbtekFelslag } from './ssbtek-fel.ts';

/** The authorities of the envelope. `FK` carries both Försäkringskassan and Pensionsmyndigheten. */
export const BASTJÄNSTER = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const;
export type Bastjänst = (typeof BASTJÄNSTER)[number];

/** What the envelope holds for one authority. */
export type Utfall =
  | { kind: 'data'; data: Element }
  /** The authority (`BT`) or SSBTEK (`SSBT`) says that it could not answer. */
  | { kind: 'error'; källa: 'SSBT' | 'BT' | 'okand'; felkod: string }
  | { kind: 'notAsked' }
  /** Asked, but not in the answer. */
  | { kind: 'missing' }
  /** In the answer, but neither data nor error as the contract says. */
  | { kind: 'unreadable' };

/** The answer apart, authority by authority. */
export type Kuvert = { ok: true; utfall: Readonly<Record<Bastjänst, Utfall>> } | { ok: false; fel: SsbtekFel };

const felet = (slag: SsbtekFelslag, tillfälligt: boolean, text: string) => ({
  ok: false as const,
  fel: { slag, tillfälligt, text },
});

/** Reads the SOAP envelope of contract v10 and parts it by authority. */
export function läsKuvert(
  status: number,
  kropp: Uint8Array,
  källor: readonly Källa[],
  korrelationsid?: string,
): Kuvert {
  const rot = läsXml(kropp);
  const soap = !('fel' in rot) && rot.namn === 'Envelope' && rot.ns === SOAP;
  if (!soap && (status < 200 || status > 299)) return httpFel(status);
  if ('fel' in rot) {
    return rot.fel === 'farlig-xml'
      ? felet('farlig-xml', false, 'SSBTEK svarade med XML som har en dokumenttyp. Sådan läser vi inte.')
      : felet('ej-xml', true, 'SSBTEK svarade med något som inte går att läsa som XML.');
  }
  if (!soap) return felet('fel-schema', false, 'SSBTEK svarade med något annat än ett SOAP 1.1-meddelande.');
  try {
    return delaUpp(rot, status, källor, korrelationsid);
  } catch (orsak) {
    if (orsak instanceof Oläsbart)
      return felet('fel-schema', false, 'SSBTEK:s svar följer inte version 10 av kontraktet.');
    throw orsak;
  }
}

function httpFel(status: number): Kuvert {
  if (status === 401 || status === 403)
    return felet('http', false, `SSBTEK nekade anropet (HTTP ${status}). Kontrollera certifikat och avtal.`);
  if (status >= 300 && status < 400)
    return felet('http', false, `SSBTEK hänvisade till en annan adress (HTTP ${status}). Kontrollera adressen.`);
  return felet('http', status >= 500 || status === 408 || status === 429, `SSBTEK svarade med HTTP ${status}.`);
}

function delaUpp(
  kuvert: Element,
  status: number,
  källor: readonly Källa[],
  korrelationsid: string | undefined,
): Kuvert {
  const kropp = ett(kuvert, 'Body');
  const fault = kropp.barn.find((b) => b.namn === 'Fault' && b.ns === SOAP);
  if (fault) return soapFel(fault);
  if (status < 200 || status > 299) return httpFel(status);

  const svar = kropp.barn.length === 1 ? kropp.barn[0]! : undefined;
  if (svar?.namn !== 'hamtaBastjanstInformationResponse' || svar.ns !== SSBT) {
    return felet('fel-schema', false, 'SSBTEK svarade enligt en annan version av kontraktet än version 10.');
  }
  endast(svar, (ns) => ns === SSBT, ['fraga', 'frageTidpunkt', 'korrelationsid', 'svarsdata']);
  const svaretsId = kanskeText(svar, 'korrelationsid');
  if (korrelationsid !== undefined && svaretsId !== undefined && svaretsId !== korrelationsid) {
    return felet('fel-korrelation', false, 'SSBTEK svarade på en annan fråga än den vi ställde.');
  }
  const svarsdata = alla(svar, 'svarsdata');
  if (svarsdata.length !== 1) return felet('ofullstandigt', true, 'SSBTEK:s svar saknar svarsdata.');
  endast(svarsdata[0]!, (ns) => ns === SSBT, BASTJÄNSTER);

  const frågade = new Set<string>(källor.map((källa) => (källa === 'PM' ? 'FK' : källa)));
  const utfall = BASTJÄNSTER.map((namn) => [
    namn,
    frågade.has(namn) ? utfallet(alla(svarsdata[0]!, namn)) : { kind: 'notAsked' },
  ]);
  return { ok: true, utfall: Object.fromEntries(utfall) as Record<Bastjänst, Utfall> };
}

function utfallet(element: Element[]): Utfall {
  if (element.length === 0) return { kind: 'missing' };
  const del = element.length === 1 && element[0]!.barn.length === 1 ? element[0]!.barn[0]! : undefined;
  if (del?.ns !== SSBT) return { kind: 'unreadable' };
  if (del.namn === 'data') return { kind: 'data', data: del };
  if (del.namn !== 'error') return { kind: 'unreadable' };
  const text = (namn: string) => alla(del, namn)[0]?.text.trim() ?? '';
  const källa = text('kalla');
  return {
    kind: 'error',
    källa: källa === 'SSBT' || källa === 'BT' ? källa : 'okand',
    felkod: ofarligKod(text('felkod')),
  };
}

function soapFel(fault: Element): Kuvert {
  const bastjänstfel = alla(fault, 'detail')
    .flatMap((d) => d.barn)
    .find((b) => b.namn === 'hamtaBastjanstInformationFault' && b.ns === SSBT);
  const vårtFel = (alla(fault, 'faultcode')[0]?.text ?? '').trim().endsWith('Client');
  const felkod = bastjänstfel && ofarligKod(alla(bastjänstfel, 'felkod')[0]?.text ?? '');
  return felet(
    'soap-fel',
    !vårtFel,
    `SSBTEK kunde inte behandla frågan${felkod === undefined ? '' : ` (felkod ${felkod})`}.${vårtFel ? ' Felet ligger i det vi skickade.' : ''}`,
  );
}

/** What was asked, which the answer is read against. */
export interface Sammanhang {
  config: Pick<SsbtekConfig, 'lefiUtelämnarTommaListor' | 'soStatusar'>;
  fråga: Pick<Registerfråga, 'personnummer' | 'period' | 'perioder' | 'källor'>;
  hämtad: Tidpunkt;
}

/** Reads what each asked authority said. One that cannot be read never stops the others, and is never taken as 'nothing'. */
export function läsSvar(utfall: Readonly<Record<Bastjänst, Utfall>>, sammanhang: Sammanhang): Registersvar[] {
  const lefi = läsBastjänst(utfall.FK, (data) =>
    läsLefi(somBase64(löv(ett(data, 'lefiJsonSvar'))), {
      personnummer: sammanhang.fråga.personnummer,
      källor: sammanhang.fråga.källor,
      utelämnarTommaListor: sammanhang.config.lefiUtelämnarTommaListor ?? false,
    }),
  );
  return sammanhang.fråga.källor.map((källa): Registersvar => {
    const svar =
      källa === 'FK' || källa === 'PM'
        ? 'kvalitet' in lefi
          ? lefi
          : lefi.get(källa)!
        : läsEn(källa, utfall[källa], sammanhang);
    const { schemaversion = källa === 'FK' || källa === 'PM' ? 'LEFI v9' : undefined, ...resten } = svar;
    return {
      källa,
      hämtad: sammanhang.hämtad,
      version: schemaversion ? `SSBTEK v10, ${schemaversion}` : 'SSBTEK v10',
      ...märkt(källa, resten),
    };
  });
}

function läsEn(källa: Exclude<Källa, 'FK' | 'PM'>, utfall: Utfall, { config, fråga }: Sammanhang): Läst {
  const { personnummer } = fråga;
  return läsBastjänst(utfall, (data) => {
    switch (källa) {
      case 'AF':
        return läsAf(data, personnummer);
      case 'CSN':
        return läsCsn(somBase64(löv(ett(data, 'svar'))), personnummer);
      case 'SO':
        return läsSo(data, {
          personnummer,
          period: fråga.perioder?.SO ?? fråga.period,
          statusar: config.soStatusar ?? ['all clear'],
        });
      case 'SKV':
        return läsSkv(data, personnummer);
      case 'TNS':
        return läsTns(data);
      case 'MIV':
        return läsMiv(data, personnummer);
    }
  });
}

function läsBastjänst<T>(utfall: Utfall, läs: (data: Element) => T): T | Läst {
  switch (utfall.kind) {
    case 'notAsked':
    case 'missing':
      return ejKontrollerbar('inget-svar', 'Myndigheten finns inte med i svaret från SSBTEK.', true);
    case 'error': {
      const vem =
        utfall.källa === 'SSBT' ? 'SSBTEK fick inget svar från myndigheten' : 'Myndigheten kunde inte besvara frågan';
      return ejKontrollerbar(`${utfall.källa.toLowerCase()}-fel`, `${vem} (felkod ${utfall.felkod}).`, true);
    }
    case 'unreadable':
      return ejKontrollerbar('olasbart-svar', 'Myndighetens del av svaret följer inte kontraktet.');
    case 'data':
      try {
        return läs(utfall.data);
      } catch (orsak) {
        if (orsak instanceof Oläsbart) return ejKontrollerbar(orsak.kod, orsak.message);
        throw orsak;
      }
  }
}

/** Puts the authority's name on the sentence, so that it can be shown alone. */
function märkt(källa: Källa, svar: Omit<Läst, 'schemaversion'>): Omit<Läst, 'schemaversion'> {
  return svar.fel ? { ...svar, fel: { ...svar.fel, text: `${KÄLLNAMN[källa]}: ${svar.fel.text}` } } : svar;
}
