import { type Inskrivet, läsTal, type Talfel, type Talregel } from '../las-tal.ts';
import type { Arbetsmodell, Osäkert } from './arbetsmodell.ts';
import { DRAGNINGAR } from './simulera-ekonomi.ts';

export interface LästArbetsmodell {
  readonly modell: Arbetsmodell;
  readonly frö: number;
  readonly dragningar: number;
}

const ANDEL = { minst: 0, högst: 100, enhet: '%' } as const;
const TKR = { minst: 0, högst: 10_000, enhet: 'tkr' } as const;
const KR = { minst: 0, högst: 1_000_000, enhet: 'kr' } as const;

/**
 * Reads the sum from texts: `deltagare`, `andel`, `andel-fran`, `andel-till` (per cent), `besparing-tkr` with `-fran` and `-till` (thousands
 * of kronor a person and year) or `betalning` (kronor a month) and `manader`, `plats-kr` with `-fran` and `-till` (kronor a place and month),
 * `plats-manader`, `fro`, `dragningar`. Every fault is a Swedish sentence that says what is allowed.
 */
export function läsArbetsmodell(
  skrivet: Inskrivet,
): { ok: true; värde: LästArbetsmodell } | { ok: false; fel: readonly Talfel[] } {
  const fel: Talfel[] = [];
  const tal = (regel: Talregel) => läsTal(skrivet, regel, fel);
  const deltagare = tal({ fält: 'deltagare', namn: 'Antalet deltagare', minst: 1, högst: 100_000, heltal: true });
  const andel = läsOsäkert(skrivet, { fält: 'andel', namn: 'Andelen', ...ANDEL }, fel);
  const tkr = (skrivet['besparing-tkr'] ?? '').trim();
  const betalning = (skrivet['betalning'] ?? '').trim();
  if (tkr !== '' && betalning !== '')
    fel.push({
      fält: 'besparing-tkr',
      text: 'Skriv besparingen per person och år, eller utbetalningen per månad och antalet månader, inte båda.',
    });
  let besparing: Osäkert | undefined;
  if (betalning !== '' && tkr === '') {
    const perMånad = tal({ fält: 'betalning', namn: 'Utbetalningen per månad', ...KR });
    const månader = tal({ fält: 'manader', namn: 'Antalet månader', minst: 1, högst: 12 });
    if (perMånad !== undefined && månader !== undefined) besparing = { värde: perMånad * månader };
  } else {
    const i = läsOsäkert(skrivet, { fält: 'besparing-tkr', namn: 'Besparingen', ...TKR }, fel);
    const kr = (v: number | undefined) => (v === undefined ? undefined : Math.round(v * 1000));
    besparing = i && { värde: kr(i.värde)!, från: kr(i.från), till: kr(i.till) };
  }
  const medPlats = ['plats-kr', 'plats-kr-fran', 'plats-kr-till'].some((f) => (skrivet[f] ?? '').trim() !== '');
  const kostnad = medPlats
    ? läsOsäkert(skrivet, { fält: 'plats-kr', namn: 'Kostnaden per plats och månad', ...KR }, fel)
    : undefined;
  const månader = medPlats
    ? tal({ fält: 'plats-manader', namn: 'Antalet månader på en plats', minst: 0.5, högst: 60 })
    : undefined;
  const frö = tal({ fält: 'fro', namn: 'Fröet', minst: 0, högst: 1_000_000_000, heltal: true, valfritt: true });
  const dragningar = tal({
    fält: 'dragningar',
    namn: 'Antalet dragningar',
    minst: 100,
    högst: 100_000,
    heltal: true,
    valfritt: true,
  });
  if (fel.length > 0 || deltagare === undefined || !andel || !besparing) return { ok: false, fel };
  return {
    ok: true,
    värde: {
      modell: {
        deltagare,
        andel,
        besparing,
        ...(kostnad && månader !== undefined ? { plats: { kostnad, månader } } : {}),
      },
      frö: frö ?? 1,
      dragningar: dragningar ?? DRAGNINGAR,
    },
  };
}

/** A figure with, where they are written, its lowest and highest; both or none, and with the figure between them. */
function läsOsäkert(skrivet: Inskrivet, regel: Talregel, fel: Talfel[]): Osäkert | undefined {
  const före = fel.length;
  const värde = läsTal(skrivet, regel, fel);
  const från = läsTal(
    skrivet,
    { ...regel, fält: `${regel.fält}-fran`, namn: `${regel.namn}, lägst`, valfritt: true },
    fel,
  );
  const till = läsTal(
    skrivet,
    { ...regel, fält: `${regel.fält}-till`, namn: `${regel.namn}, högst`, valfritt: true },
    fel,
  );
  if (fel.length > före || värde === undefined) return undefined;
  if (från === undefined && till === undefined) return { värde };
  if (från === undefined || till === undefined || från > värde || till < värde) {
    fel.push({
      fält: från === undefined || från > värde ? `${regel.fält}-fran` : `${regel.fält}-till`,
      text: `${regel.namn}: skriv både lägst och högst, med det troligaste mellan dem.`,
    });
    return undefined;
  }
  return { värde, från, till };
}
