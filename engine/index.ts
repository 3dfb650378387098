export * from './dates.ts';
export {
  type Documentation,
  type DocumentationWords,
  documentationPage,
  englishWords,
  type NodeName,
} from './documentation.ts';
export { type Explanation, type Graph, graph, type Outputs, type OutputValues, type Run } from './graph.ts';
export * from './law.ts';
export {
  type AnyNode,
  all,
  any,
  assessment,
  collect,
  count,
  date,
  type Each,
  each,
  type FactDefinition,
  type FactType,
  type Format,
  fact,
  flag,
  inForce,
  listOf,
  type Minus,
  max,
  min,
  minus,
  momentApplied,
  momentMonth,
  monthType,
  type Node,
  type OwnVersion,
  oneOf,
  parameter,
  parameterIfSet,
  quantity,
  rule,
  type Settled,
  sum,
  text,
  type ValueOf,
  type Values,
  type Version,
  version,
  wholeNumber,
} from './node.ts';
export {
  type OverlayDefinition,
  OverlayRefused,
  overlay,
  type Replacement,
  replaceRule,
  setParameter,
} from './overlay.ts';
export { toDot, toMermaid, toSvg } from './picture.ts';
export { canonicalJson, checkReceipt, type Difference, hashOf, lawHash, makeReceipt, type Receipt } from './receipt.ts';
export * from './rounding.ts';
export { cited } from './steps.ts';
export { BrokenRule, MissingFact, WrongFact } from './stepwise.ts';
export { type AnySubject, type Subject, subject } from './subject.ts';
export type { DateOfChange, Dependencies, FactFault, FactNeeded } from './survey.ts';
export * from './trace.ts';
export * from './units.ts';
export * from './version.ts';
