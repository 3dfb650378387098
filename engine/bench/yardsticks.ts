import { ageInYears, type IsoDate, inForceAt, type LawParameter, lookUp, type Moment, roundHalfUp } from '../index.ts';
import { villageLaw } from '../invented-country/costs/village.law.ts';
import type { EstimateFacts } from '../invented-country/estimate/estimate.ts';
import type { Hearth } from '../invented-country/households.ts';
import { incomeLaw } from '../invented-country/income/income.law.ts';
import { normLaw } from '../invented-country/norm/norm.law.ts';

/** What every way of doing the task must give. */
export interface Answer {
  norm: number;
  costs: number;
  incomes: number;
  help: number;
}

function lawAt(moment: Moment) {
  const at = <V>(parameter: LawParameter<V>): V => inForceAt(parameter.versions, moment)!.value as V;
  return {
    month: moment.month,
    child: at(normLaw.parameters.child),
    adult: at(normLaw.parameters.adult),
    common: at(normLaw.parameters.common),
    bonus: at(normLaw.parameters.bonus),
    rentLimit: at(villageLaw.parameters.rentLimit),
    treatment: at(incomeLaw.parameters.treatment) as Record<string, string>,
    kept: at(incomeLaw.parameters.stimulusShare),
    after: at(incomeLaw.parameters.stimulusAfter),
  };
}

/** The estimate as one function: the least that can be done. */
export function estimateByHand(moment: Moment): (facts: EstimateFacts) => Answer {
  const law = lawAt(moment);
  return (facts) => {
    const { children } = facts;
    let norm: number = facts.couple ? law.adult.couple : law.adult.alone * facts.adults;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      const amounts = lookUp(law.child, child.age);
      norm += child.lunchAway ? amounts.lunchAway : amounts.whole;
    }
    const size = facts.adults + children.length;
    norm += lookUp(law.common, size);
    const limit = lookUp(law.rentLimit, size);
    const costs = Math.min(facts.rent, limit) + facts.heat + facts.travel + facts.guild;
    let incomes = facts.wage + facts.pension + facts.benefit + facts.gain;
    if ((facts.monthsHelped ?? 0) >= law.after) incomes -= roundHalfUp(facts.wage * law.kept, 100);
    const lack = norm + costs - incomes;
    return { norm, costs, incomes, help: Math.max(lack, 0) };
  };
}

interface Row {
  readonly node: string;
  readonly subject: string;
  readonly value: unknown;
}

/** The estimate by hand, keeping every named step as a row: the least that an explanation can cost. */
export function estimateByHandWithRows(moment: Moment): (facts: EstimateFacts) => { answer: Answer; rows: Row[] } {
  const law = lawAt(moment);
  return (facts) => {
    const rows: Row[] = [];
    const { children } = facts;
    let personal = 0;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      const amounts = lookUp(law.child, child.age);
      const value = child.lunchAway ? amounts.lunchAway : amounts.whole;
      rows.push({ node: 'personal', subject: `children.${i}`, value });
      personal += value;
    }
    const adults = facts.couple ? law.adult.couple : law.adult.alone * facts.adults;
    rows.push({ node: 'adultsPersonal', subject: '', value: adults });
    const size = facts.adults + children.length;
    rows.push({ node: 'size', subject: '', value: size });
    const common = lookUp(law.common, size);
    rows.push({ node: 'common', subject: '', value: common });
    const norm = adults + personal + common;
    rows.push({ node: 'norm', subject: '', value: norm });
    const limit = lookUp(law.rentLimit, size);
    const rent = Math.min(facts.rent, limit);
    rows.push({ node: 'rentCounted', subject: '', value: rent });
    const costs = rent + facts.heat + facts.travel + facts.guild;
    rows.push({ node: 'costs', subject: '', value: costs });
    const entitled = (facts.monthsHelped ?? 0) >= law.after;
    rows.push({ node: 'entitled', subject: '', value: entitled });
    const kept = entitled ? roundHalfUp(facts.wage * law.kept, 100) : 0;
    rows.push({ node: 'kept', subject: '', value: kept });
    const incomes = facts.wage + facts.pension + facts.benefit + facts.gain - kept;
    rows.push({ node: 'incomes', subject: '', value: incomes });
    const lack = norm + costs - incomes;
    rows.push({ node: 'lack', subject: '', value: lack });
    const help = Math.max(lack, 0);
    rows.push({ node: 'help', subject: '', value: help });
    return { answer: { norm, costs, incomes, help }, rows };
  };
}

type Cell<T, V> = (of: T) => V;

/** The estimate as a plain graph: every named step a closure that calls those it reads. */
export function estimateByClosures(moment: Moment): (facts: EstimateFacts) => Answer {
  const law = lawAt(moment);
  type Child = EstimateFacts['children'][number];
  const given =
    <V>(value: V): Cell<unknown, V> =>
    () =>
      value;
  const read =
    <T extends object, V>(key: keyof T, otherwise?: V): Cell<T, V> =>
    (of) =>
      (of[key] as V | undefined) ?? (otherwise as V);
  const rule1 =
    <T, A, V>(fn: (a: A) => V, a: Cell<T, A>): Cell<T, V> =>
    (of) =>
      fn(a(of));
  const rule2 =
    <T, A, B, V>(fn: (a: A, b: B) => V, a: Cell<T, A>, b: Cell<T, B>): Cell<T, V> =>
    (of) =>
      fn(a(of), b(of));
  const rule3 =
    <T, A, B, C, V>(fn: (a: A, b: B, c: C) => V, a: Cell<T, A>, b: Cell<T, B>, c: Cell<T, C>): Cell<T, V> =>
    (of) =>
      fn(a(of), b(of), c(of));
  const guarded =
    <T, V>(when: Cell<T, boolean>, cell: Cell<T, V>, otherwise: V): Cell<T, V> =>
    (of) =>
      when(of) ? cell(of) : otherwise;
  const total =
    <T>(...cells: Cell<T, number>[]): Cell<T, number> =>
    (of) => {
      let sum = 0;
      for (let i = 0; i < cells.length; i++) sum += cells[i]!(of);
      return sum;
    };
  const below =
    <T, P>(list: Cell<T, readonly P[]>, cell: Cell<P, number>): Cell<T, number> =>
    (of) => {
      const parts = list(of);
      let sum = 0;
      for (let i = 0; i < parts.length; i++) sum += cell(parts[i]!);
      return sum;
    };
  const of = (key: keyof EstimateFacts) => read<EstimateFacts, number>(key, 0);
  const childrenOf = read<EstimateFacts, Child[]>('children');
  const personal = rule3(
    (table: typeof law.child, age: number, away: boolean): number =>
      away ? lookUp(table, age).lunchAway : lookUp(table, age).whole,
    given(law.child),
    read<Child, number>('age'),
    read<Child, boolean>('lunchAway', false),
  );
  const adultsPersonal = rule3(
    (amounts: typeof law.adult, adults: number, couple: boolean) => (couple ? amounts.couple : amounts.alone * adults),
    given(law.adult),
    of('adults'),
    read<EstimateFacts, boolean>('couple', false),
  );
  const size = rule2((adults: number, children: Child[]) => adults + children.length, of('adults'), childrenOf);
  const common = rule2(
    (table: typeof law.common, size: number): number => lookUp(table, size),
    given(law.common),
    size,
  );
  const norm = total(adultsPersonal, below(childrenOf, personal), common);
  const rentCounted = rule3(
    (rent: number, limits: typeof law.rentLimit, size: number) => Math.min(rent, lookUp(limits, size)),
    of('rent'),
    given(law.rentLimit),
    size,
  );
  const costs = total(rentCounted, of('heat'), of('travel'), of('guild'));
  const entitled = rule2((helped: number, after: number) => helped >= after, of('monthsHelped'), given(law.after));
  const kept = guarded(
    entitled,
    rule2((wage: number, kept: number) => roundHalfUp(wage * kept, 100), of('wage'), given(law.kept)),
    0,
  );
  const incomes = total(
    of('wage'),
    of('pension'),
    of('benefit'),
    of('gain'),
    rule1((kept: number) => -kept, kept),
  );
  const atLeast0 = (n: number) => Math.max(n, 0);
  return (facts) => {
    const answer = { norm: norm(facts), costs: costs(facts), incomes: incomes(facts), help: 0 };
    answer.help = atLeast0(answer.norm + answer.costs - answer.incomes);
    return answer;
  };
}

/** The whole law of Mirr in Oss as one function, over lists, birth dates and assessments. */
export function helpByHand(moment: Moment): (hearth: Hearth) => Answer {
  const law = lawAt(moment);
  return (hearth) => {
    const adults = hearth.adults.length;
    let children = 0;
    let small = false;
    let norm: number = hearth.couple ? law.adult.couple : law.adult.alone * adults;
    for (const child of hearth.children ?? []) {
      const age = ageInYears(child.born as IsoDate, law.month);
      if (age < 3) small = true;
      if (child.livesHere === false) continue;
      children++;
      const amounts = lookUp(law.child, age);
      norm += child.lunchAway ? amounts.lunchAway : amounts.whole;
    }
    const size = adults + children;
    norm += lookUp(law.common, size);
    if (small) norm += law.bonus;
    const limit = lookUp(law.rentLimit, size);
    let costs = 0;
    for (const cost of hearth.costs ?? []) {
      if (cost.found !== undefined) costs += cost.found.value;
      else costs += cost.kind === 'rent' && cost.amount > limit ? limit : cost.amount;
    }
    let incomes = 0;
    for (const adult of hearth.adults) {
      let wages = 0;
      for (const income of adult.incomes ?? []) {
        if (law.treatment[income.kind] === 'counted') incomes += income.net;
        if (income.kind === 'wage') wages += income.net;
      }
      if ((adult.monthsHelped ?? 0) >= law.after) incomes -= roundHalfUp(wages * law.kept, 100);
    }
    const lack = norm + costs - incomes - (hearth.advance ?? 0);
    return { norm, costs, incomes, help: Math.max(lack, 0) };
  };
}
