import { setTimeout as wait } from 'node:timers/promises';
import { type Koladaklient, koladaklient, startKoladaStandIn } from '@stegvis/integrations';
import {
  type Koladakön,
  type Koladaområde,
  type Koladasvar,
  type Koladavärde,
  MOTSVARIGHETER,
} from '@stegvis/statistics';

/** What stands on the page where Kolada's name would: every figure is made up, and so is every municipality. */
export const DEMOKOLADA = 'påhittade siffror i demon, inte Kolada';

/** Codes that no Swedish municipality has. */
const KOMMUNER = [
  ['9981', 'Exempelkommun Ask', 0.86],
  ['9982', 'Exempelkommun Björk', 0.95],
  ['9983', 'Exempelkommun Ek', 1.04],
  ['9984', 'Exempelkommun Lind', 1.1],
  ['9985', 'Exempelkommun Rönn', 1.22],
] as const;
export const DEMOGRUPP: readonly string[] = KOMMUNER.map(([kod]) => kod);

/** A made-up level of each key figure and how it moves in a year. */
const NIVÅER: Readonly<Record<string, readonly [number, number]>> = {
  N31807: [3.4, -0.08],
  N31814: [44, -0.6],
  N31816: [1.2, -0.03],
  U31801: [24, -0.4],
  U31803: [5.2, -0.15],
  U31809: [2.1, -0.06],
  U31804: [3.9, -0.1],
  N31002: [1_050, 14],
  U31402: [15, -0.5],
  U31403: [11, -0.4],
  U31463: [34, -1],
  U31462: [78, 0.3],
};

/** Those that Kolada has for women and men apart, and how far women's made-up figure lies from men's. */
const KÖNSUPPDELADE: Readonly<Record<string, number>> = {
  N31814: 1.04,
  N31816: 0.97,
  U31804: 0.94,
  U31402: 1.05,
  U31403: 1.04,
  U31463: 1.06,
  U31462: 0.99,
};

/** The made-up answer for the demo municipality and its made-up neighbours, the ten years before the one given. */
export function demokolada({ kod, namn }: { kod: string; namn: string }, i: number): Koladasvar {
  const områden: Koladaområde[] = [
    { id: '0000', namn: 'Riket (påhittat)', slag: 'L' },
    { id: kod, namn, slag: 'K' },
    ...KOMMUNER.map(([id, namn]) => ({ id, namn, slag: 'K' as const })),
  ];
  const faktor = new Map<string, number>([['0000', 1], [kod, 1.08], ...KOMMUNER.map(([id, , f]) => [id, f] as const)]);
  const värden = MOTSVARIGHETER.flatMap(({ kpi, upphörde }) =>
    områden.flatMap(({ id }) =>
      Array.from({ length: 10 }, (_, n) => i - 10 + n)
        .filter((år) => upphörde === undefined || år <= upphörde)
        .flatMap((år): Koladavärde[] => {
          const [nivå = 0, lutning = 0] = NIVÅER[kpi] ?? [];
          const våg = 1 + 0.02 * Math.sin(år * 1.7 + Number(id));
          const värde = (nivå + lutning * (år - 2020)) * (faktor.get(id) ?? 1) * våg;
          const kvot = KÖNSUPPDELADE[kpi];
          const tal = (kön: Koladakön, faktor: number): Koladavärde => {
            const n = värde * faktor;
            return { kpi, område: id, år, kön, värde: Number(n.toFixed(n > 100 ? 0 : 1)) };
          };
          // Half of them are women, so that all lie in the middle between women and men.
          const kvinnors = kvot === undefined ? 1 : (2 * kvot) / (1 + kvot);
          return [tal('T', 1), ...(kvot === undefined ? [] : [tal('K', kvinnors), tal('M', 2 - kvinnors)])];
        }),
    ),
  );
  return {
    mått: MOTSVARIGHETER.map(({ kpi, namn }) => ({
      kpi,
      titel: namn,
      beskrivning: 'I demon är siffrorna påhittade. I drift står Koladas egen beskrivning här.',
      könsuppdelat: kpi in KÖNSUPPDELADE,
    })),
    områden,
    värden,
    saknas: [],
  };
}

/** Starts a stand-in that answers with the made-up figures, and a client to it. */
export async function startDemokolada(
  kommun: { kod: string; namn: string },
  nu: () => Date,
): Promise<{ klient: Koladaklient; stop: () => Promise<void> }> {
  const { mått, områden, värden } = demokolada(kommun, nu().getUTCFullYear());
  const standIn = await startKoladaStandIn({
    mått: mått.map(({ kpi, titel, beskrivning, könsuppdelat }) => ({
      id: kpi,
      title: titel,
      description: beskrivning,
      is_divided_by_gender: könsuppdelat ? 1 : 0,
    })),
    områden,
    värden,
  });
  const klient = koladaklient({ url: standIn.url, vänta: async (ms) => void (await wait(ms)) }, DEMOKOLADA);
  return { klient, stop: standIn.stop };
}
