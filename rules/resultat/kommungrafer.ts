import { type Graph, type Outputs, overlay, type Replacement, setParameter } from '@stegvis/engine';
import { kommuner, type Riktlinjer } from '../kommuner/kommuner.ts';
import { riktlinjer as noder } from '../kostnader/lokal-grans.ts';
import { huvudgraf, normgraf } from './normgraf.ts';

type Grafer = { readonly normgraf: typeof normgraf; readonly huvudgraf: typeof huvudgraf };

const utanKommun: Grafer = { normgraf, huvudgraf };
const färdiga = new Map<string, Grafer>();

/** Graferna med kommunens riktlinjer; utan kommun, eller för en kommun utan inlagda riktlinjer, bara lagens. */
export const graferFör = (kod: string | undefined): Grafer => {
  const kommun = kod === undefined ? undefined : kommuner[kod];
  if (kod === undefined || kommun === undefined) return utanKommun;
  const känd = färdiga.get(kod);
  if (känd !== undefined) return känd;
  const nya: Grafer = {
    normgraf: medRiktlinjer(normgraf, kommun.namn, kommun.riktlinjer),
    huvudgraf: medRiktlinjer(huvudgraf, kommun.namn, kommun.riktlinjer),
  };
  färdiga.set(kod, nya);
  return nya;
};

const medRiktlinjer = <O extends Outputs>(graf: Graph<O>, namn: string, r: Riktlinjer): Graph<O> =>
  overlay(graf, { name: namn, by: 'municipality', parameters: ersättningar(r) });

const ersättningar = (r: Riktlinjer): Replacement[] => [
  ...(r.boendeEfterPersoner ? [setParameter(noder.boendeEfterPersoner, r.boendeEfterPersoner)] : []),
  ...(r.boendeEfterBarn ? [setParameter(noder.boendeEfterBarn, r.boendeEfterBarn)] : []),
  ...(r.boendePerYtterligare ? [setParameter(noder.boendePerYtterligare, r.boendePerYtterligare)] : []),
  ...(r.hushallselEfterPersoner ? [setParameter(noder.hushallselEfterPersoner, r.hushallselEfterPersoner)] : []),
  ...(r.hemforsakring ? [setParameter(noder.hemforsakring, r.hemforsakring)] : []),
];
