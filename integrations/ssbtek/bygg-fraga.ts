import { LEFI_FÖRMÅNSGRUPPER } from './lefi-formaner.ts';
import {
  type Period,
  type Registerfråga,
  type SsbtekConfig,
  STANDARD_LAGTEXT,
  STANDARD_SYFTE,
} from './ssbtek-config.ts';

/** Namespaces of the envelope (SOAP 1.1) and of contract v10. */
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SSBT = 'http://schema.forsakringskassan.se/integration/ssbt/10';

/** What is decided anew for every call. */
export interface Anrop {
  tidpunkt: string;
  korrelationsid: string;
  ärendeidentitet: string;
}

/**
 * The SOAP request `hamtaBastjanstInformation` of contract v10. `config` and `fråga` must have been tested (`prövaConfig`,
 * `prövaFråga`).
 */
export function byggFråga(config: SsbtekConfig, fråga: Registerfråga, anrop: Anrop): string {
  const { ingivare } = config;
  const frågas = (källa: (typeof fråga.källor)[number]) => fråga.källor.includes(källa);
  const lefi = frågas('FK') || frågas('PM');
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<soap:Envelope xmlns:soap="${SOAP}" xmlns:s="${SSBT}"><soap:Body><s:hamtaBastjanstInformation>`,
    `<s:generellaFrageparametrar>`,
    el('frageTidpunkt', anrop.tidpunkt),
    el('korrelationsid', anrop.korrelationsid),
    el('fraganSkallInkluderasISvaret', 'false'),
    `<s:ingivare>${el('organisationsnummer', ingivare.organisationsnummer)}${el('namn', ingivare.namn)}${el('handlaggare', ingivare.handläggare)}</s:ingivare>`,
    el('personidentitet', fråga.personnummer),
    el('arendeidentitet', anrop.ärendeidentitet),
    tidsperiod(fråga.period),
    ...(config.personuppgiftsbiträden ?? []).map(
      (b) =>
        `<s:personuppgiftsbitrade>${b.ordningsnummer === undefined ? '' : el('ordningsnummer', String(b.ordningsnummer))}${el('organisationsnummer', b.organisationsnummer)}${el('namn', b.namn)}</s:personuppgiftsbitrade>`,
    ),
    el('syfte', config.syfte ?? STANDARD_SYFTE),
    el('lagtext', config.lagtext ?? STANDARD_LAGTEXT),
    `</s:generellaFrageparametrar><s:specifikaFrageparametrar>`,
    bastjänst('AF', frågas('AF'), egenPeriod(fråga.perioder?.AF)),
    bastjänst('CSN', frågas('CSN'), egenPeriod(fråga.perioder?.CSN)),
    bastjänst(
      'FK',
      lefi,
      `<s:fraga>${el('version', 'v9')}${el('aktorsid', config.aktorsId)}${el('lefiJsonFraga', lefifråga(config, fråga))}</s:fraga>`,
    ),
    bastjänst('SKV', frågas('SKV'), ''),
    bastjänst('SO', frågas('SO'), egenPeriod(fråga.perioder?.SO)),
    bastjänst('TNS', frågas('TNS'), egenPeriod(fråga.perioder?.TNS)),
    bastjänst('MIV', frågas('MIV'), ''),
    `</s:specifikaFrageparametrar></s:hamtaBastjanstInformation></soap:Body></soap:Envelope>`,
  ].join('');
}

/** Only payments are asked for: what is decided and why is more than the calculation needs. */
function lefifråga(config: SsbtekConfig, fråga: Registerfråga): string {
  const grupper = (['FK', 'PM'] as const).flatMap((k) =>
    fråga.källor.includes(k) ? (config.förmånsgrupper?.[k] ?? LEFI_FÖRMÅNSGRUPPER[k]) : [],
  );
  const json = {
    personnummer: fråga.personnummer,
    period: fråga.perioder?.FK ?? fråga.period,
    preliminaraUtbetalningar: grupper,
    utbetalningar: grupper,
  };
  return Buffer.from(JSON.stringify(json)).toString('base64');
}

function bastjänst(namn: string, inkludera: boolean, innehåll: string): string {
  return `<s:${namn} inkludera="${inkludera}">${inkludera ? innehåll : ''}</s:${namn}>`;
}

function egenPeriod(period: Period | undefined): string {
  return period ? tidsperiod(period) : '';
}

function tidsperiod(period: Period): string {
  return `<s:tidsperiod>${el('fromDatum', period.from)}${el('tomDatum', period.tom)}</s:tidsperiod>`;
}

function el(namn: string, text: string): string {
  return `<s:${namn}>${somXml(text)}</s:${namn}>`;
}

const TECKEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML, for content and attributes. */
export function somXml(text: string): string {
  return text.replace(/[&<>"']/g, (tecken) => TECKEN[tecken]!);
}
