import { inkomsttyper, kostnadstyper } from '@stegvis/rules';
import { beloppstext, type Öre } from './belopp.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { type Dag, flyttaMånad, type Tidpunkt } from './tid.ts';
import type { Inkomsttyp, Kostnadstyp } from './uppgifter.ts';

/** What is normal for one cost or income: the amount, and how far from it the month may be in either direction. */
export type Ramrad =
  | { slag: 'kostnad'; typ: Kostnadstyp; belopp: Öre; tolerans: Öre }
  | {
      slag: 'inkomst';
      typ: Inkomsttyp;
      /** An adult's person id or a child's id. */
      person: string;
      belopp: Öre;
      tolerans: Öre;
    };

/** One version of a household's individual frame. Never changed: a new version takes its place. No rows: there is no frame. */
export interface Ram {
  id: string;
  ärende: string;
  /** 1, 2, 3 … within the case. */
  nummer: number;
  rader: readonly Ramrad[];
  /** The last day it holds. */
  till: Dag;
  skäl: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** A frame holds at most this many months from the day it is set. */
const HÖGST_MÅNADER = 12;
const HÖGSTA_BELOPP: Öre = 10_000_000;

/** A caseworker says what is normal for a household, until when and why; with no rows, that there is no frame any longer. */
export function sättRam(
  förra: Ram | undefined,
  input: {
    id: string;
    ärende: string;
    rader: readonly Ramrad[];
    till: Dag;
    skäl: string;
    av: { id: string; namn: string };
    /** The number of the version that was read; 0 when there was none. */
    baseradPå: number;
    idag: Dag;
    nu: Tidpunkt;
  },
): ActResult<{ ram: Ram }> {
  const nummer = förra?.nummer ?? 0;
  if (input.baseradPå !== nummer) {
    return refuse('andrad-pa-annat-hall', 'Någon annan har ändrat ramen sedan du läste den.', 'Läs om sidan.');
  }
  const fel = [...input.rader.flatMap((rad, i) => radfel(rad, i, input.rader)), ...helhetsfel(input)];
  if (fel.length > 0) return refuse('fel-i-ramen', 'Ramen går inte att spara.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    ram: {
      id: input.id,
      ärende: input.ärende,
      nummer: nummer + 1,
      rader: input.rader,
      till: input.till,
      skäl: input.skäl.trim(),
      av: input.av,
      tid: input.nu,
    },
  };
}

/** The frame that holds on the day: the newest version, unless it has no rows or its last day has passed. */
export function gällandeRam(versioner: readonly Ram[], dag: Dag): Ram | 'ingen' {
  const senaste = versioner.reduce<Ram | undefined>(
    (a, b) => (a === undefined || b.nummer > a.nummer ? b : a),
    undefined,
  );
  return senaste && senaste.rader.length > 0 && senaste.till >= dag ? senaste : 'ingen';
}

/** What a row is called: the cost or the income. */
export function ramradsnamn(rad: Ramrad): string {
  return rad.slag === 'kostnad' ? kostnadstyper[rad.typ].namn : inkomsttyper[rad.typ].namn;
}

/** Whether the two rows are about the same cost, or the same income of the same person. */
export function sammaRamrad(a: Ramrad, b: Ramrad): boolean {
  return (
    a.typ === b.typ && (a.slag === 'kostnad' ? b.slag === 'kostnad' : b.slag === 'inkomst' && a.person === b.person)
  );
}

function radfel(rad: Ramrad, i: number, alla: readonly Ramrad[]): Fältfel[] {
  const gräns = `Skriv kronor mellan 0 och ${beloppstext(HÖGSTA_BELOPP)}.`;
  const ok = (öre: Öre) => Number.isSafeInteger(öre) && öre >= 0 && öre <= HÖGSTA_BELOPP;
  return [
    ...(ok(rad.belopp) ? [] : [{ fält: `rader.${i}.belopp`, text: gräns }]),
    ...(ok(rad.tolerans) ? [] : [{ fält: `rader.${i}.tolerans`, text: gräns }]),
    ...(rad.typ === 'levnadskostnad-i-ovrigt'
      ? [{ fält: `rader.${i}.belopp`, text: 'En levnadskostnad i övrigt prövas varje gång och kan inte ha en ram.' }]
      : []),
    ...(alla.findIndex((b) => sammaRamrad(rad, b)) === i
      ? []
      : [{ fält: `rader.${i}.belopp`, text: `${ramradsnamn(rad)} står två gånger.` }]),
  ];
}

function helhetsfel({ till, idag, skäl }: { till: Dag; idag: Dag; skäl: string }): Fältfel[] {
  const sista = `${flyttaMånad(idag.slice(0, 7), HÖGST_MÅNADER)}${idag.slice(7)}`;
  const rättDag = /^\d{4}-\d{2}-\d{2}$/.test(till) && new Date(`${till}T00:00:00Z`).toJSON()?.startsWith(till) === true;
  return [
    ...(rättDag && till >= idag && till <= sista
      ? []
      : [{ fält: 'till', text: `Skriv en dag från och med i dag och högst ${HÖGST_MÅNADER} månader fram.` }]),
    ...(skäl.trim() === '' ? [{ fält: 'skal', text: 'Skriv varför det här är normalt för hushållet.' }] : []),
  ];
}
