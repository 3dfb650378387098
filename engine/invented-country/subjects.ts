import { subject, unit } from '../index.ts';

export const mite = unit('mite', { decimals: 2, label: 'crowns' });
export const years = unit('year');
export const months = unit('month');

export const hearth = subject('hearth', { label: 'Hearth' });
export const adult = hearth.part('adult', 'adults', { label: 'Grown-up' });
export const income = adult.part('income', 'incomes', { label: 'Income' });
export const child = hearth.part('child', 'children', { label: 'Child' });
export const cost = hearth.part('cost', 'costs', { label: 'Cost' });
