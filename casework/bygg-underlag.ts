import { isoDate } from '@stegvis/engine';
import { type Avgöranden, inkomsttyper } from '@stegvis/rules';
import { vuxnaI } from './ansokan.ts';
import { kronorFrånÖre } from './belopp.ts';
import { type Jämförelsegrund, jämför } from './jamforelse.ts';
import type { PersonId } from './person.ts';
import { type Dag, dagFör } from './tid.ts';
import type { Inkomsttyp, Kostnadstyp, Tillgångstyp } from './uppgifter.ts';
import type { Jämförelserad, Underlagsdata, Utredning } from './utredning.ts';

type UnderlagInkomst = NonNullable<Underlagsdata['vuxna'][number]['inkomster']>[number];

/** What an inquiry is made of. */
export interface Underlagsgrund extends Jämförelsegrund {
  /** Municipality code whose limits apply. */
  kommun: string;
  /** Day of birth of each adult. */
  födda: Readonly<Record<PersonId, Dag>>;
}

/**
 * The facts of one month, from statement and registers. Which figure counts, per person and income type:
 * 1. what a caseworker has settled in the row,
 * 2. what the register says was paid in the control month, where the authority has payments of the type,
 * 3. the person's own statement, where it has none or where no register is asked about the type.
 * An authority that could not answer never becomes zero: it becomes a gap (`luckor`) that a new answer or a caseworker must
 * settle, and until then it stands in the underlag as an income without a counted amount, so that the outcome is `bedoms`.
 * Throws RangeError when the application has not come in or the day of birth of an adult is not given.
 */
export function byggUnderlag(grund: Underlagsgrund): Utredning {
  const jämförelse = jämför(grund);
  return {
    underlag: underlag(grund, jämförelse, 'som-det-räknas'),
    avgöranden: avgöranden(grund, jämförelse),
    egetUnderlag: underlag(grund, jämförelse, 'egna-ord'),
    jämförelse,
    luckor: jämförelse.filter((rad) => rad.grupp === 'lucka' && rad.godkänt === undefined),
  };
}

type Läsart = 'som-det-räknas' | 'egna-ord';

function underlag(
  { ansökan, historik, födda, kommun }: Underlagsgrund,
  rader: readonly Jämförelserad[],
  läsart: Läsart,
): Underlagsdata {
  const { uppgifter, inkommen } = ansökan;
  if (inkommen === undefined) throw new RangeError('Ansökan har inte kommit in.');
  const inkomsterFör = (person: string) => poster(rader, person, läsart).map(({ inkomst }) => inkomst);
  const vuxna = vuxnaI(ansökan).map((id) => {
    const fodd = födda[id];
    if (fodd === undefined) throw new RangeError(`Födelsedagen för den vuxna ${id} saknas.`);
    const bistandsmanader = [...new Set(historik.biståndsmånader[id] ?? [])].filter((m) => m < ansökan.månad).sort();
    return { id, fodd, bistandsmanader, inkomster: inkomsterFör(id) };
  });
  const justerat = (rad: Jämförelserad) =>
    läsart === 'som-det-räknas' && rad.justering ? kronorFrånÖre(rad.justering.belopp) : undefined;
  return {
    manad: ansökan.månad,
    inkommen: dagFör(inkommen),
    kommun,
    vuxna,
    ...(vuxna.length === 2 ? { sambor: uppgifter.hushall?.sambor ?? false } : {}),
    barn: (uppgifter.barn ?? []).map(({ namn, ...barn }, i) => ({
      ...barn,
      id: `barn ${i + 1}`,
      inkomster: inkomsterFör(barn.id),
    })),
    ...(uppgifter.hushall ? { personerIBostaden: uppgifter.hushall.personerIBostaden } : {}),
    ...(uppgifter.boende ? { boende: uppgifter.boende } : {}),
    kostnader: rader
      .filter((rad) => rad.grupp === 'kostnad')
      .map((rad) =>
        withoutUndefined({
          typ: rad.typ as Kostnadstyp,
          belopp: kronorFrånÖre(rad.skrev ?? 0),
          godkantBelopp: justerat(rad),
        }),
      ),
    tillgangar: rader
      .filter((rad) => rad.grupp === 'tillgang')
      .map((rad) =>
        withoutUndefined({
          typ: rad.typ as Tillgångstyp,
          belopp: kronorFrånÖre(rad.skrev ?? 0),
          raknatBelopp: justerat(rad),
        }),
      ),
  };
}

/** Who has settled the amounts, by their place in the underlag. */
function avgöranden({ ansökan }: Underlagsgrund, rader: readonly Jämförelserad[]): Avgöranden {
  const i = (grupp: Jämförelserad['grupp'], nyckel: string, fält: string) =>
    rader
      .filter((rad) => rad.grupp === grupp)
      .map((rad, n) => ({ plats: `${nyckel}[${n}].${fält}`, justering: rad.justering }));
  const inkomster = (personer: readonly string[], nyckel: string) =>
    personer.flatMap((person, p) =>
      poster(rader, person, 'som-det-räknas').map(({ rad }, n) => ({
        plats: `${nyckel}[${p}].inkomster[${n}].raknatBelopp`,
        justering: rad.justering,
      })),
    );
  const alla = [
    ...inkomster(vuxnaI(ansökan), 'vuxna'),
    ...inkomster(
      (ansökan.uppgifter.barn ?? []).map((b) => b.id),
      'barn',
    ),
    ...i('kostnad', 'kostnader', 'godkantBelopp'),
    ...i('tillgang', 'tillgangar', 'raknatBelopp'),
  ];
  return Object.fromEntries(
    alla.flatMap(({ plats, justering: j }) =>
      j ? [[plats, { who: j.av.namn, when: isoDate(dagFör(j.tid)), reasons: j.skäl }]] : [],
    ),
  );
}

/** The incomes of one person with their rows, in the order they stand in the underlag. */
function poster(
  rader: readonly Jämförelserad[],
  person: string,
  läsart: Läsart,
): { rad: Jämförelserad; inkomst: UnderlagInkomst }[] {
  return rader
    .filter((rad) => rad.person === person)
    .flatMap((rad) => {
      const inkomst = läsart === 'som-det-räknas' ? räknadInkomst(rad) : egenInkomst(rad);
      return inkomst ? [{ rad, inkomst }] : [];
    });
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

/** The income as it counts, or undefined for a row in which there is nothing to count. */
function räknadInkomst(rad: Jämförelserad): UnderlagInkomst | undefined {
  const { justering } = rad;
  const känt =
    rad.register.slag === 'belopp'
      ? rad.register.belopp
      : (rad.skrev ?? (rad.grupp === 'lucka' ? (rad.förra ?? 0) : undefined));
  if (känt === undefined && justering === undefined) return undefined;
  const inkomst = {
    typ: typI(rad),
    netto: kronorFrånÖre(känt ?? justering?.belopp ?? 0),
    ...(rad.utbetald === undefined ? {} : { utbetald: rad.utbetald }),
  };
  if (justering?.slag === 'rattad-uppgift')
    return { ...inkomst, netto: kronorFrånÖre(justering.belopp), kalla: 'handlaggare' };
  if (justering) return { ...inkomst, raknatBelopp: kronorFrånÖre(justering.belopp), kalla: 'handlaggare' };
  return { ...inkomst, kalla: rad.register.slag === 'belopp' || rad.grupp === 'lucka' ? 'register' : 'sokande' };
}

function egenInkomst(rad: Jämförelserad): UnderlagInkomst | undefined {
  if (rad.egenUppgift === undefined) return undefined;
  return { typ: rad.typ as Inkomsttyp, netto: kronorFrånÖre(rad.egenUppgift), kalla: 'sokande' };
}

/** A type the rules would count in full stands as one left to a person, for as long as nobody has settled the amount. */
function typI(rad: Jämförelserad): Inkomsttyp {
  const typ = rad.typ as Inkomsttyp;
  return rad.godkänt === undefined && inkomsttyper[typ].behandling === 'raknas' ? 'ovrig-inkomst' : typ;
}
