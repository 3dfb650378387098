import type { Tidpunkt } from '@stegvis/casework';
import type { Kontoregisterport } from './kontoregisterport.ts';

/** An account and whose it is. */
export interface KontoregisterstandInKonto {
  clearing: string;
  nummer: string;
  /** Twelve digits; more than one for a joint account. */
  innehavare: readonly string[];
}

export interface KontoregisterstandIn extends Kontoregisterport {
  setMode(läge: 'normal' | 'fel'): void;
}

const VERSION = 'stand-in för kontoregister';

/** An account register in memory: what is not among the accounts is not known to it. */
export function kontoregisterStandIn(val: {
  konton: readonly KontoregisterstandInKonto[];
  now: () => Tidpunkt;
}): KontoregisterstandIn {
  let läge: 'normal' | 'fel' = 'normal';
  return {
    pröva: async ({ personnummer, konto }) => {
      const grund = { hämtad: val.now(), version: VERSION };
      if (läge === 'fel')
        return {
          ...grund,
          kvalitet: 'ej-kontrollerbar',
          fel: { kod: 'ingen-kontakt', text: 'Kontoregistret gick inte att nå.', tillfälligt: true },
        };
      const känt = val.konton.find((k) => k.clearing === konto.clearing && k.nummer === konto.nummer);
      if (!känt) return { ...grund, kvalitet: 'inget-hos-oss' };
      return { ...grund, kvalitet: 'svarat', egen: känt.innehavare.includes(personnummer) };
    },
    setMode: (nytt) => {
      läge = nytt;
    },
  };
}
