import type { Registersvar, Tidpunkt } from '@stegvis/casework';
import { byggFråga } from './bygg-fraga.ts';
import { läsKuvert, läsSvar } from './las-svar.ts';
import { type Fetch, skicka } from './skicka.ts';
import { prövaConfig, prövaFråga, type Registerfråga, type SsbtekConfig } from './ssbtek-config.ts';
import type { SsbtekFel } from './ssbtek-fel.ts';

export interface SsbtekPorts {
  now: () => Tidpunkt;
  newId: () => string;
  /** Left out: node:https with the certificates of the settings. */
  fetch?: Fetch;
  /** Ends the call before its time. */
  signal?: AbortSignal;
}

/**
 * What came of asking. `rått` is the answer's bytes as they came, for storing a short time; it holds personal data. It is
 * there also when the answer could not be used, but not when none came.
 */
export type Hämtat =
  | { ok: true; svar: Registersvar[]; rått: Uint8Array }
  | { ok: false; fel: SsbtekFel; rått?: Uint8Array };

/**
 * Asks SSBTEK (contract v10) about one person and reads the answers: one `Registersvar` for each source asked, in the order
 * asked. An authority that fails or is silent is `ej-kontrollerbar`, never 'nothing'. Outside faults are values; nothing is
 * logged, and no message holds a personnummer.
 */
export async function hämtaRegistersvar(
  config: SsbtekConfig,
  fråga: Registerfråga,
  ports: SsbtekPorts,
): Promise<Hämtat> {
  const fel = prövning(config, fråga);
  if (fel) return { ok: false, fel };
  const hämtad = ports.now();
  const korrelationsid = ports.newId();
  const xml = byggFråga(config, fråga, {
    tidpunkt: hämtad,
    korrelationsid,
    // CSN refuses 32 characters or more: measured by Sundsvalls kommun in Försäkringskassan's test environment, 2026-09-22.
    ärendeidentitet: fråga.ärendeidentitet ?? ports.newId().replaceAll('-', '').slice(0, 31),
  });
  const skickat = await skicka({ mottagare: 'SSBTEK', ...config }, xml, ports);
  if (!skickat.ok) return skickat;
  const kuvert = läsKuvert(skickat.status, skickat.kropp, fråga.källor, korrelationsid);
  if (!kuvert.ok) return { ...kuvert, rått: skickat.kropp };
  return { ok: true, svar: läsSvar(kuvert.utfall, { config, fråga, hämtad }), rått: skickat.kropp };
}

function prövning(config: SsbtekConfig, fråga: Registerfråga): SsbtekFel | undefined {
  const fel = (slag: SsbtekFel['slag'], text: string): SsbtekFel => ({ slag, tillfälligt: false, text });
  const iConfig = prövaConfig(config);
  if (iConfig.length > 0)
    return fel('konfiguration', `Inställningarna för SSBTEK går inte att använda: ${iConfig.join(' ')}`);
  const iFråga = prövaFråga(fråga);
  if (iFråga.length > 0) return fel('ogiltig-fraga', `Frågan till SSBTEK går inte att ställa: ${iFråga.join(' ')}`);
  for (const källa of ['TNS', 'MIV'] as const) {
    if (fråga.källor.includes(källa) && !config.rättsligGrund?.[källa]?.trim()) {
      const namn = källa === 'TNS' ? 'Transportstyrelsen' : 'Migrationsverket';
      return fel(
        'saknar-rattslig-grund',
        `${namn} får inte frågas förrän kommunen har angett sin rättsliga grund (rättsligGrund.${källa}).`,
      );
    }
  }
  return undefined;
}
