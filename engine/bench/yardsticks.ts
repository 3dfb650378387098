import { ageInYears, inForceAt, type IsoDate, lookUp, type Moment, type Rows, roundHalfUp, type Table } from '../index.ts';
import { villageLaw } from '../invented-country/costs/village.law.ts';
import type { Hearth } from '../invented-country/households.ts';
import { incomeLaw } from '../invented-country/income/income.law.ts';
import { normLaw } from '../invented-country/norm/norm.law.ts';

interface Answer {
  norm: number;
  costs: number;
  incomes: number;
  help: number;
}

type LawAt<T> = { readonly versions: readonly { readonly from: IsoDate; readonly to?: IsoDate; readonly clock: 'month' | 'application' | 'later'; readonly value?: unknown }[] } & T;

function at<V>(parameter: LawAt<object>, moment: Moment): V {
  return inForceAt(parameter.versions, moment)!.value as V;
}

function amounts(moment: Moment) {
  return {
    month: moment.month,
    child: at<Table<Rows<'whole' | 'lunchAway', number>>>(normLaw.parameters.child, moment),
    adult: at<Rows<'alone' | 'couple', number>>(normLaw.parameters.adult, moment),
    common: at<Table<number>>(normLaw.parameters.common, moment),
    bonus: at<number>(normLaw.parameters.bonus, moment),
    rentLimit: at<Table<number>>(villageLaw.parameters.rentLimit, moment),
    treatment: at<Record<string, string>>(incomeLaw.parameters.treatment, moment),
    kept: at<number>(incomeLaw.parameters.stimulusShare, moment),
    after: at<number>(incomeLaw.parameters.stimulusAfter, moment),
  };
}

/** The task written as one function: the least that can be done. */
export function byHand(moment: Moment): (hearth: Hearth) => Answer {
  const law = amounts(moment);
  return (hearth) => {
    const adults = hearth.adults.length;
    let children = 0;
    let small = false;
    let norm = hearth.couple ? law.adult.couple : law.adult.alone * adults;
    for (const child of hearth.children ?? []) {
      const age = ageInYears(child.born as IsoDate, law.month);
      if (age < 3) small = true;
      if (child.livesHere === false) continue;
      children++;
      const row = lookUp(law.child, age);
      norm += child.lunchAway ? row.lunchAway : row.whole;
    }
    const size = adults + children;
    norm += lookUp(law.common, size);
    if (small) norm += law.bonus;
    const limit = lookUp(law.rentLimit, size);
    let costs = 0;
    for (const cost of hearth.costs ?? []) {
      if (cost.found !== undefined) costs += cost.found.value;
      else {
        costs += cost.kind === 'rent' && cost.amount > limit ? limit : cost.amount;
      }
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
    return { norm, costs, incomes, help: lack > 0 ? lack : 0 };
  };
}

/** The same by hand, keeping every named step as a row: the least that an explanation can cost. */
export function byHandWithRows(moment: Moment): (hearth: Hearth) => { answer: Answer; rows: { node: string; subject: string; value: unknown }[] } {
  const law = amounts(moment);
  return (hearth) => {
    const rows: { node: string; subject: string; value: unknown }[] = [];
    const keep = <V>(node: string, subject: string, value: V): V => {
      rows.push({ node, subject, value });
      return value;
    };
    const adults = keep('adults', '', hearth.adults.length);
    let children = 0;
    let small = false;
    let personal = 0;
    for (const child of hearth.children ?? []) {
      const age = keep('age', child.id, ageInYears(child.born as IsoDate, law.month));
      if (keep('isSmall', child.id, age < 3)) small = true;
      if (child.livesHere === false) continue;
      children++;
      const row = lookUp(law.child, age);
      personal += keep('personal', child.id, child.lunchAway ? row.lunchAway : row.whole);
    }
    const adultsPersonal = keep('adultsPersonal', '', hearth.couple ? law.adult.couple : law.adult.alone * adults);
    const size = keep('size', '', adults + children);
    const common = keep('common', '', lookUp(law.common, size));
    const bonus = keep('bonus', '', small ? law.bonus : 0);
    const norm = keep('norm', '', adultsPersonal + personal + common + bonus);
    const limit = keep('rentLimit', '', lookUp(law.rentLimit, size));
    let costs = 0;
    for (const cost of hearth.costs ?? []) {
      const within = cost.kind === 'rent' && cost.amount > limit ? limit : cost.amount;
      costs += keep('reasonable', cost.kind, cost.found === undefined ? within : cost.found.value);
    }
    keep('costs', '', costs);
    let incomes = 0;
    for (const adult of hearth.adults) {
      let wages = 0;
      for (const income of adult.incomes ?? []) {
        incomes += keep('counted', income.kind, law.treatment[income.kind] === 'counted' ? income.net : 0);
        wages += keep('wage', income.kind, income.kind === 'wage' ? income.net : 0);
      }
      keep('wages', adult.id, wages);
      const entitled = keep('entitled', adult.id, (adult.monthsHelped ?? 0) >= law.after);
      incomes -= keep('stimulus', adult.id, entitled ? roundHalfUp(wages * law.kept, 100) : 0);
    }
    keep('incomes', '', incomes);
    const lack = keep('lack', '', norm + costs - incomes);
    const left = lack - (hearth.advance ?? 0);
    const help = keep('help', '', left > 0 ? left : 0);
    return { answer: { norm, costs, incomes, help }, rows };
  };
}

type Cell<T, V> = (of: T) => V;

/** A plain graph: every named step a closure that calls those it reads. */
export function plainClosures(moment: Moment): (hearth: Hearth) => Answer {
  const law = amounts(moment);
  const parameter = <V>(value: V): Cell<unknown, V> => () => value;
  const read = <T extends object, V>(key: keyof T, otherwise?: V): Cell<T, V> => (of) => (of[key] as V | undefined) ?? (otherwise as V);
  const rule1 = <T, A, V>(fn: (a: A) => V, a: Cell<T, A>): Cell<T, V> => (of) => fn(a(of));
  const rule2 = <T, A, B, V>(fn: (a: A, b: B) => V, a: Cell<T, A>, b: Cell<T, B>): Cell<T, V> => (of) => fn(a(of), b(of));
  const rule3 = <T, A, B, C, V>(fn: (a: A, b: B, c: C) => V, a: Cell<T, A>, b: Cell<T, B>, c: Cell<T, C>): Cell<T, V> => (of) =>
    fn(a(of), b(of), c(of));
  const below = <T extends object, P>(list: Cell<T, readonly P[]>, cell: Cell<P, number>): Cell<T, number> => (of) => {
    let total = 0;
    for (const part of list(of)) total += cell(part);
    return total;
  };
  const anyBelow = <T extends object, P>(list: Cell<T, readonly P[]>, cell: Cell<P, boolean>): Cell<T, boolean> => (of) => {
    for (const part of list(of)) if (cell(part)) return true;
    return false;
  };
  type Child = NonNullable<Hearth['children']>[number];
  type Adult = Hearth['adults'][number];
  type Income = NonNullable<Adult['incomes']>[number];
  type Cost = NonNullable<Hearth['costs']>[number];
  const add = (a: number, b: number) => a + b;
  const lookUpIn = (table: Table<number>, n: number) => lookUp(table, n);

  const childrenOf = read<Hearth, Child[]>('children', []);
  const adultsOf = read<Hearth, Adult[]>('adults');
  const age = rule2((born: string, month: Moment['month']) => ageInYears(born as IsoDate, month), read<Child, string>('born'), parameter(law.month));
  const livesHere = read<Child, boolean>('livesHere', true);
  const amountByAge = rule3(
    (table: Table<Rows<'whole' | 'lunchAway', number>>, age: number, away: boolean) => {
      const row = lookUp(table, age);
      return away ? row.lunchAway : row.whole;
    },
    parameter(law.child), age, read<Child, boolean>('lunchAway', false),
  );
  const personal: Cell<Child, number> = (child) => (livesHere(child) ? amountByAge(child) : 0);
  const children = below(childrenOf, (child) => (livesHere(child) ? 1 : 0));
  const adults = rule1((list: Adult[]) => list.length, adultsOf);
  const adultsPersonal = rule3(
    (amounts: Rows<'alone' | 'couple', number>, n: number, couple: boolean) => (couple ? amounts.couple : amounts.alone * n),
    parameter(law.adult), adults, read<Hearth, boolean>('couple', false),
  );
  const size = rule2(add, adults, children);
  const common = rule2(lookUpIn, parameter(law.common), size);
  const small = anyBelow(childrenOf, rule1((age: number) => age < 3, age));
  const bonus = rule2((small: boolean, bonus: number) => (small ? bonus : 0), small, parameter(law.bonus));
  const norm = rule2(add, rule3((a: number, b: number, c: number) => a + b + c, adultsPersonal, below(childrenOf, personal), common), bonus);
  const amount = read<Cost, number>('amount');
  const limit = rule2(lookUpIn, parameter(law.rentLimit), size);
  const costs: Cell<Hearth, number> = (hearth) => {
    const within = limit(hearth);
    return below(read<Hearth, Cost[]>('costs', []), (cost) => {
      if (cost.found !== undefined) return cost.found.value;
      const value = amount(cost);
      return cost.kind === 'rent' && value > within ? within : value;
    })(hearth);
  };
  const incomesOf = read<Adult, Income[]>('incomes', []);
  const net = read<Income, number>('net');
  const kind = read<Income, string>('kind');
  const countedIncome = rule3(
    (net: number, kind: string, treatment: Record<string, string>) => (treatment[kind] === 'counted' ? net : 0), net, kind, parameter(law.treatment),
  );
  const wages = below(incomesOf, rule2((net: number, kind: string) => (kind === 'wage' ? net : 0), net, kind));
  const entitled = rule2((helped: number, after: number) => helped >= after, read<Adult, number>('monthsHelped', 0), parameter(law.after));
  const kept = rule2((wages: number, share: number) => roundHalfUp(wages * share, 100), wages, parameter(law.kept));
  const stimulus: Cell<Adult, number> = (adult) => (entitled(adult) ? kept(adult) : 0);
  const incomes = rule2((a: number, b: number) => a - b, below(adultsOf, below(incomesOf, countedIncome)), below(adultsOf, stimulus));
  return (hearth) => {
    const answer = { norm: norm(hearth), costs: costs(hearth), incomes: incomes(hearth), help: 0 };
    const lack = answer.norm + answer.costs - answer.incomes - (hearth.advance ?? 0);
    answer.help = lack > 0 ? lack : 0;
    return answer;
  };
}
