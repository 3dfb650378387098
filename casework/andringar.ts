import { inkomsttyper, kostnadstyper } from '@stegvis/rules';
import type { Automatikinställningar } from './automatik.ts';
import { beloppstext, type Öre } from './belopp.ts';
import { type Historik, senasteBeviljade, type TidigareBeslut } from './historik.ts';
import { type Ram, type Ramrad, ramradsnamn } from './ram.ts';
import type { Inkomsttyp, Kostnadstyp } from './uppgifter.ts';
import type { Jämförelserad } from './utredning.ts';

/** What has changed since a person last approved it, as sentences for staff. */
export interface Ändringar {
  /** Incomes further from the approved amount than the threshold. */
  inkomster: string[];
  /** Costs further from the approved amount than the threshold. */
  kostnader: string[];
  /** Incomes that were there before and are not now. */
  borta: string[];
  /** Costs and incomes outside the household's individual frame. */
  utanförRamen: string[];
}

/**
 * Measures the month against what a person last approved, type by type, so that many small changes that the machine has granted
 * one after the other never add up to a large one; an amount that a caseworker settled by hand may not change at all. What the
 * household's frame covers is measured against the frame instead.
 * Undefined when no person has approved anything: there is nothing to measure against.
 */
export function ändringar(läge: {
  jämförelse: readonly Jämförelserad[];
  historik: Historik;
  ram: Ram | 'ingen';
  tröskel: Automatikinställningar['ändring'];
}): Ändringar | undefined {
  const godkänt = läge.historik.beslut.find((b) => b.avPerson);
  if (godkänt === undefined) return undefined;
  const nu = månadensPoster(läge.jämförelse);
  const ramrader = läge.ram === 'ingen' ? [] : läge.ram.rader;
  const iRamen = new Set(ramrader.map(radnyckel));
  const före = tidigarePoster(godkänt);
  const funnet: Ändringar = { inkomster: [], kostnader: [], borta: [], utanförRamen: [] };

  for (const nyckel of new Set([...nu.keys(), ...före.keys()])) {
    if (iRamen.has(nyckel)) continue;
    const post = nu.get(nyckel) ?? { ...före.get(nyckel)!, belopp: 0 };
    const [belopp, förut] = [post.belopp, före.get(nyckel)?.belopp ?? 0];
    const tröskel = före.get(nyckel)?.förHand ? INGEN_ÄNDRING : läge.tröskel;
    if (belopp === undefined || inomTröskeln(belopp, förut, tröskel)) continue;
    const mening = `${post.namn}: ${beloppstext(belopp)}, senast godkänt ${beloppstext(förut)}.`;
    if (post.slag === 'kostnad') funnet.kostnader.push(mening);
    else if (belopp > 0) funnet.inkomster.push(mening);
  }
  for (const [nyckel, { namn, belopp }] of funnaFörut(läge)) {
    if (!iRamen.has(nyckel) && belopp > 0 && (nu.has(nyckel) ? nu.get(nyckel)!.belopp === 0 : true))
      funnet.borta.push(`${namn}: ${beloppstext(belopp)} tidigare.`);
  }
  for (const rad of ramrader) {
    const post = nu.get(radnyckel(rad));
    const belopp = post === undefined ? 0 : post.belopp;
    if (belopp !== undefined && Math.abs(belopp - rad.belopp) > rad.tolerans)
      funnet.utanförRamen.push(
        `${ramradsnamn(rad)}: ${beloppstext(belopp)}, ramen är ${beloppstext(rad.belopp)} ± ${beloppstext(rad.tolerans)}.`,
      );
  }
  return funnet;
}

/** An amount that a caseworker has settled by hand is approved as it stands: the machine grants nothing else next month. */
const INGEN_ÄNDRING: Automatikinställningar['ändring'] = { procent: 0, högst: 0 };

interface Post {
  slag: 'inkomst' | 'kostnad';
  namn: string;
  /** Undefined while it is not known, which stops for itself. */
  belopp: Öre | undefined;
}

function inomTröskeln(belopp: Öre, förut: Öre, tröskel: Automatikinställningar['ändring']): boolean {
  const skillnad = Math.abs(belopp - förut);
  return skillnad * 100 <= förut * tröskel.procent && skillnad <= tröskel.högst;
}

/** Costs and incomes of the month, one for each type (and person); the amounts of the same type together. */
function månadensPoster(jämförelse: readonly Jämförelserad[]): Map<string, Post> {
  const poster = new Map<string, Post>();
  for (const rad of jämförelse) {
    if (rad.grupp !== 'inkomst' && rad.grupp !== 'kostnad') continue;
    // What was applied for counts of a cost; of an income, what is counted once it is settled.
    const belopp = rad.grupp === 'kostnad' ? (rad.skrev ?? rad.godkänt) : rad.godkänt;
    const nyckel = rad.grupp === 'kostnad' ? kostnadsnyckel(rad.typ) : inkomstnyckel(rad.person!, rad.typ);
    const förra = poster.get(nyckel);
    const summa = förra === undefined ? belopp : plus(förra.belopp, belopp);
    poster.set(nyckel, { slag: rad.grupp, namn: postnamn(rad.grupp, rad.typ), belopp: summa });
  }
  return poster;
}

/** What a decided month had, in the same form. */
function tidigarePoster(beslut: TidigareBeslut): Map<string, Post & { belopp: Öre; förHand: boolean }> {
  const poster = new Map<string, Post & { belopp: Öre; förHand: boolean }>();
  const lägg = (slag: Post['slag'], nyckel: string, typ: string, belopp: Öre, förHand: boolean) => {
    const förra = poster.get(nyckel);
    poster.set(nyckel, {
      slag,
      namn: postnamn(slag, typ),
      belopp: (förra?.belopp ?? 0) + belopp,
      förHand: förHand || (förra?.förHand ?? false),
    });
  };
  for (const i of beslut.inkomster) lägg('inkomst', inkomstnyckel(i.person, i.typ), i.typ, i.netto, i.förHand ?? false);
  for (const k of beslut.kostnader) lägg('kostnad', kostnadsnyckel(k.typ), k.typ, k.belopp, k.förHand ?? false);
  return poster;
}

/** Incomes that were there: in the latest grant, in what a person last approved, and paid in the comparison month. */
function funnaFörut({ jämförelse, historik }: { jämförelse: readonly Jämförelserad[]; historik: Historik }) {
  const förut = new Map<string, { namn: string; belopp: Öre }>();
  for (const rad of jämförelse)
    if (rad.grupp === 'inkomst' && rad.person !== undefined && rad.innan !== undefined)
      förut.set(inkomstnyckel(rad.person, rad.typ), { namn: postnamn('inkomst', rad.typ), belopp: rad.innan });
  for (const beslut of [historik.beslut.find((b) => b.avPerson), senasteBeviljade(historik)])
    for (const [nyckel, post] of beslut ? tidigarePoster(beslut) : [])
      if (post.slag === 'inkomst' && post.belopp > 0) förut.set(nyckel, post);
  return förut;
}

const plus = (a: Öre | undefined, b: Öre | undefined) => (a === undefined || b === undefined ? undefined : a + b);
const kostnadsnyckel = (typ: string) => `kostnad:${typ}`;
const inkomstnyckel = (person: string, typ: string) => `inkomst:${person}:${typ}`;
const radnyckel = (rad: Ramrad) =>
  rad.slag === 'kostnad' ? kostnadsnyckel(rad.typ) : inkomstnyckel(rad.person, rad.typ);
const postnamn = (slag: Post['slag'], typ: string) =>
  slag === 'kostnad' ? kostnadstyper[typ as Kostnadstyp].namn : inkomsttyper[typ as Inkomsttyp].namn;
