import { graph, overlay, setParameter } from '../index.ts';
import { costs, rentLimit } from './costs/costs.ts';
import { villageLaw } from './costs/village.law.ts';
import { incomes } from './income/income.ts';
import { norm } from './norm/norm.ts';
import { help } from './result/result.ts';

/** The help of a hearth in the village of Oss, with the village's own limit for rent: the task that is measured. */
export const oss = overlay(graph({ name: 'help', outputs: { norm, costs, incomes, help } }), {
  name: 'Oss',
  by: 'municipality',
  parameters: [setParameter(rentLimit, villageLaw.parameters.rentLimit)],
});
