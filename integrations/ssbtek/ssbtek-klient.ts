import { setTimeout as paus } from 'node:timers/promises';
import { KÄLLNAMN, type Källa, type Registerinställning, type Registersvar } from '@stegvis/casework';
import { type Hämtat, hämtaRegistersvar, type SsbtekPorts } from './hamta-registersvar.ts';
import type { Kretsbrytare } from './kretsbrytare.ts';
import type { Registerfråga, SsbtekConfig } from './ssbtek-config.ts';
import type { SsbtekFelslag } from './ssbtek-fel.ts';

/** Asks SSBTEK with patience: again when that may help at once, and not at all when nobody answers. */
export interface SsbtekKlient {
  /** As `hämtaRegistersvar`; an authority whose circuit is open is not asked and is `ej-kontrollerbar`. */
  hämta(
    fråga: Registerfråga,
    inställning?: Pick<Registerinställning, 'rättsligGrund' | 'lagtext'>,
    signal?: AbortSignal,
  ): Promise<Hämtat>;
}

/** Milliseconds before the second and third attempt; a random half is added, so that many do not come at once. */
const VÄNTAN = [250, 1_000] as const;

/**
 * Faults that may be over in a second: nothing got through, or the answer broke off. A time-out is not asked again here, since it
 * has already taken long; the one who asked does so later.
 */
const STRAX: readonly SsbtekFelslag[] = ['ingen-kontakt', 'avbrutet', 'http'];
/** Faults of our own or of our agreement say nothing about whether SSBTEK works. */
const EGNA: readonly SsbtekFelslag[] = ['konfiguration', 'ogiltig-fraga', 'saknar-rattslig-grund', 'krets-bruten'];

const SYSTEM = 'SSBTEK';
/** Försäkringskassan and Pensionsmyndigheten answer through the same system. */
const krets = (källa: Källa) => `SSBTEK ${källa === 'PM' ? 'FK' : källa}`;

export function ssbtekKlient(
  config: SsbtekConfig,
  delar: SsbtekPorts & {
    kretsar: Kretsbrytare;
    /** Left out: the clock. */
    vänta?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
    /** 0–1. Left out: random. */
    slump?: () => number;
  },
): SsbtekKlient {
  const { kretsar, slump = Math.random } = delar;
  const vänta = delar.vänta ?? ((ms, signal) => paus(ms, undefined, signal ? { signal } : {}));

  const försök = async (config: SsbtekConfig, fråga: Registerfråga, signal: AbortSignal | undefined) => {
    for (let gång = 0; ; gång++) {
      const hämtat = await hämtaRegistersvar(config, fråga, { ...delar, ...(signal && { signal }) });
      const ms = VÄNTAN[gång];
      if (hämtat.ok || ms === undefined || !hämtat.fel.tillfälligt || !STRAX.includes(hämtat.fel.slag)) return hämtat;
      if (signal?.aborted) return hämtat;
      await vänta(ms * (1 + slump() / 2), signal).catch(() => {});
    }
  };

  return {
    hämta: async (fråga, inställning, signal) => {
      if (!kretsar.släpp(SYSTEM)) return bruten('SSBTEK har inte svarat på en stund. Vi frågar igen om en stund.');
      const släppta = new Map([...new Set(fråga.källor.map(krets))].map((namn) => [namn, kretsar.släpp(namn)]));
      const källor = fråga.källor.filter((källa) => släppta.get(krets(källa)));
      if (källor.length === 0)
        return bruten('Ingen av myndigheterna har svarat på en stund. Vi frågar igen om en stund.');
      const egen: SsbtekConfig = {
        ...config,
        ...(inställning && { rättsligGrund: inställning.rättsligGrund }),
        ...(inställning?.lagtext !== undefined && { lagtext: inställning.lagtext }),
      };
      const hämtat = await försök(egen, { ...fråga, källor }, signal);
      if (!hämtat.ok) {
        if (!EGNA.includes(hämtat.fel.slag)) kretsar.misslyckades(SYSTEM);
        return hämtat;
      }
      kretsar.lyckades(SYSTEM);
      for (const namn of new Set(källor.map(krets))) {
        const fel = hämtat.svar.filter((s) => krets(s.källa) === namn && s.fel?.tillfälligt);
        if (fel.length > 0) kretsar.misslyckades(namn);
        else kretsar.lyckades(namn);
      }
      const tid = delar.now();
      const svar = fråga.källor.map((källa) => hämtat.svar.find((s) => s.källa === källa) ?? inteFrågad(källa, tid));
      return { ...hämtat, svar };
    },
  };
}

function bruten(text: string): Hämtat {
  return { ok: false, fel: { slag: 'krets-bruten', tillfälligt: true, text } };
}

function inteFrågad(källa: Källa, hämtad: string): Registersvar {
  const text = `${KÄLLNAMN[källa]}: Myndigheten har inte svarat på en stund, så den frågades inte nu.`;
  return {
    källa,
    kvalitet: 'ej-kontrollerbar',
    hämtad,
    version: 'inte frågad',
    fel: { kod: 'krets-bruten', text, tillfälligt: true },
    uppgifter: [],
  };
}
