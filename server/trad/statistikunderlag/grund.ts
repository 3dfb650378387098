import {
  type Dag,
  födelsedag,
  hindretDen,
  type Månad,
  type PersonId,
  type Spårplacering,
  type Stegaktivitet,
  stegaktiviteter,
} from '@stegvis/casework';
import { myndighetsålder } from '@stegvis/rules';
import { type Grund, hushållstyp, SAKNAS, åldersgrupp } from '@stegvis/statistics';
import { distriktFör } from './distrikt.ts';
import { type Ansökningsrad, type Personrad, type Ramverk, sistaDagen, type Underlag } from './underlag.ts';

/** Odd is a man, even a woman: the second last digit of a personnummer or samordningsnummer. */
export function kön(personnummer: string): 'kvinna' | 'man' {
  return Number(personnummer.at(-2)) % 2 === 0 ? 'kvinna' : 'man';
}

/** Age in whole years on a day. */
export function ålderDen(född: Dag, dag: Dag): number {
  const år = Number(dag.slice(0, 4)) - Number(född.slice(0, 4));
  return Math.max(0, dag.slice(5) < född.slice(5) ? år - 1 : år);
}

/** The track of a person on a day: the one she has, else the last one that began in the month of the day. */
export function spåretDen(spår: readonly Spårplacering[], dag: Dag): Spårplacering | undefined {
  const nyast = spår.filter((p) => p.från <= dag).toSorted((a, b) => (a.från < b.från ? 1 : -1));
  return (
    nyast.find((p) => p.till === undefined || p.till > dag) ?? nyast.find((p) => p.från.slice(0, 7) === dag.slice(0, 7))
  );
}

/** The household of an application: its adults, and the children who live at home, school youth of 18–20 included. */
export interface Hushåll {
  readonly typ: string;
  readonly vuxna: readonly PersonId[];
  readonly barn: readonly { readonly id: string; readonly född: Dag }[];
}

/** The household as it is stated in an application. Adult children who are not at school form households of their own. */
export function hushållet(ansökan: Pick<Ansökningsrad, 'sökande' | 'medsökande' | 'barn' | 'månad'>): Hushåll {
  const vuxna = [ansökan.sökande, ...(ansökan.medsökande === undefined ? [] : [ansökan.medsökande])];
  const barn = ansökan.barn
    .filter((b) => b.dagar !== 0 && b.fodd <= sistaDagen(ansökan.månad))
    .filter((b) => ålderDen(b.fodd, `${ansökan.månad}-01`) < myndighetsålder || b.skolungdom === true)
    .map(({ id, fodd }) => ({ id, född: fodd }));
  return { typ: hushållstyp(vuxna.length, barn.length), vuxna, barn };
}

/**
 * The ways a person's figures are split, as they were on a day. Who has protected identity has no district, and no activity anywhere:
 * they could say where she is.
 */
export function grundFör(
  underlag: Pick<Underlag, 'personer'>,
  ram: Ramverk,
  val: { person: PersonId; dag: Dag; typ: string; vuxna: readonly PersonId[]; postnummer: string | undefined },
): Grund {
  const person = underlag.personer.get(val.person);
  if (!person) throw new RangeError(`There is no person ${val.person}`);
  const skyddat = [val.person, ...val.vuxna].some((id) => underlag.personer.get(id)?.skyddad);
  const spår = spåretDen(person.spår, val.dag);
  return {
    kon: kön(person.personnummer),
    aldersgrupp: åldersgrupp(ålderDen(födelsedag(person.personnummer), val.dag)),
    hushallstyp: val.typ,
    hinder: hindretDen(person.hinder, val.dag)?.hinder ?? SAKNAS,
    distrikt: skyddat ? SAKNAS : distriktFör(ram.distrikt, val.postnummer),
    spar: spår ? (ram.spårnamn.get(spår.spår) ?? spår.namn) : SAKNAS,
  };
}

/** The activities a person has begun, oldest first; none for who has protected identity. */
export function personensAktiviteter(person: Personrad, ram: Ramverk, idag: Dag): Stegaktivitet[] {
  return person.skyddad ? [] : stegaktiviteter(person.anvisningar, ram.insatser, idag);
}

/** The names of the activities that go on some day from one to another, in the order of the alphabet. */
export function insatserMellan(aktiviteter: readonly Stegaktivitet[], från: Dag, till: Dag): string[] {
  return [
    ...new Set(
      aktiviteter.filter((a) => a.från <= till && (a.till === undefined || a.till >= från)).map(({ namn }) => namn),
    ),
  ].toSorted();
}

/** The months from one to another, both included. */
export function månaderMellan(från: Månad, till: Månad): Månad[] {
  const index = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7)) - 1;
  return Array.from({ length: Math.max(0, index(till) - index(från) + 1) }, (_, i) => {
    const n = index(från) + i;
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
}
