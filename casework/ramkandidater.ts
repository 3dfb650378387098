import type { Öre } from './belopp.ts';
import type { TidigareBeslut } from './historik.ts';
import { type Ramrad, ramradsnamn } from './ram.ts';
import type { Inkomsttyp, Kostnadstyp } from './uppgifter.ts';
import type { Jämförelserad } from './utredning.ts';

/** A cost or an income that can be in a household's frame. */
export interface Ramkandidat {
  /** The same for the same cost or income every time: `kostnad:boende`, `inkomst:lon:<person>`. */
  nyckel: string;
  rad: Ramrad;
  namn: string;
  /** This month, as it counts; undefined when nobody knows. */
  nu: Öre | undefined;
  /** What a person last approved; undefined when nothing. */
  godkänt: Öre | undefined;
}

/**
 * What a caseworker can set a frame for: the costs and incomes of the month, those a person last approved, and those that are in
 * the frame already. The rows have amount and tolerance from the frame, else zero.
 */
export function ramkandidater(
  jämförelse: readonly Jämförelserad[],
  godkänt: TidigareBeslut | undefined,
  ram: readonly Ramrad[],
): Ramkandidat[] {
  const nu = jämförelse.flatMap((r) => {
    const rad = somRamrad(r);
    return rad ? [{ rad, belopp: r.grupp === 'kostnad' ? (r.skrev ?? r.godkänt) : r.godkänt }] : [];
  });
  const förra = [
    ...(godkänt?.kostnader ?? []).map((k) => ({ rad: kostnad(k.typ), belopp: k.belopp })),
    ...(godkänt?.inkomster ?? []).map((i) => ({ rad: inkomst(i.typ, i.person), belopp: i.netto })),
  ];
  const nycklar = new Map<string, Ramrad>();
  for (const rad of [...ram, ...nu.map((n) => n.rad), ...förra.map((f) => f.rad)])
    if (rad.typ !== 'levnadskostnad-i-ovrigt' && !nycklar.has(ramnyckel(rad))) nycklar.set(ramnyckel(rad), rad);
  const summa = (poster: readonly { rad: Ramrad; belopp: Öre | undefined }[], nyckel: string) => {
    const egna = poster.filter((p) => ramnyckel(p.rad) === nyckel).map((p) => p.belopp);
    return egna.length === 0 || egna.includes(undefined)
      ? undefined
      : egna.reduce<number>((sum, b) => sum + (b ?? 0), 0);
  };
  return [...nycklar]
    .map(([nyckel, rad]) => ({
      nyckel,
      rad,
      namn: ramradsnamn(rad),
      nu: summa(nu, nyckel),
      godkänt: summa(förra, nyckel),
    }))
    .sort((a, b) => (a.rad.slag === b.rad.slag ? 0 : a.rad.slag === 'kostnad' ? -1 : 1));
}

function ramnyckel(rad: Ramrad): string {
  return rad.slag === 'kostnad' ? `kostnad:${rad.typ}` : `inkomst:${rad.typ}:${rad.person}`;
}

const kostnad = (typ: Kostnadstyp): Ramrad => ({ slag: 'kostnad', typ, belopp: 0, tolerans: 0 });
const inkomst = (typ: Inkomsttyp, person: string): Ramrad => ({ slag: 'inkomst', typ, person, belopp: 0, tolerans: 0 });

function somRamrad(r: Jämförelserad): Ramrad | undefined {
  if (r.grupp === 'kostnad') return kostnad(r.typ as Kostnadstyp);
  if (r.grupp === 'inkomst' && r.person !== undefined) return inkomst(r.typ as Inkomsttyp, r.person);
  return undefined;
}
