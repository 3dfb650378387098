export * from './assets.ts';
export * from './case/clock.tsx';
export * from './case/compare-table.tsx';
export * from './case/decision-bar.tsx';
export * from './case/decision-summary.tsx';
export * from './case/event-timeline.tsx';
export * from './case/explained-lines.tsx';
export * from './case/keyboard-help.tsx';
export * from './case/queue.tsx';
export * from './case/stop-reasons.tsx';
export * from './case/trace-reader.tsx';
export * from './case/week-grid.tsx';
export * from './charts/bar-chart.tsx';
export * from './charts/histogram.tsx';
export * from './charts/line-chart.tsx';
export * from './charts/step-chart.tsx';
export * from './charts/time-bands.tsx';
export * from './content/details.tsx';
export * from './content/lines.tsx';
export * from './content/notice.tsx';
export * from './content/session-warning.tsx';
export * from './content/states.tsx';
export * from './content/table.tsx';
export * from './content/wayfinding.tsx';
export * from './forms/autosave-status.tsx';
export * from './forms/button.tsx';
export * from './forms/choices.tsx';
export * from './forms/date-field.tsx';
export * from './forms/error-summary.tsx';
export type { FieldProps } from './forms/field.tsx';
export * from './forms/file-field.tsx';
export * from './forms/money-field.tsx';
export * from './forms/personnummer-field.tsx';
export * from './forms/question-page.tsx';
export * from './forms/text-field.tsx';
export * from './layout/arbets-sida.tsx';
export { type ColorScheme, dokument } from './layout/dokument.tsx';
export * from './layout/logo.tsx';
export * from './layout/medborgar-sida.tsx';
export * from './layout/nav.tsx';
export { medÖvning } from './layout/ovning.tsx';
export { översatt } from './sprak/oversatt.ts';
export {
  type Katalog,
  laddaSpråk,
  medSpråk,
  SPRÅK,
  type Språkfil,
  type Språkkod,
  språket,
  t,
  type Värden,
} from './sprak/sprak.ts';
export { tJsx } from './sprak/t-jsx.tsx';
export { väljSpråk } from './sprak/valj-sprak.ts';
export * from './texts.ts';
export * from './theme/colors.ts';
export * from './values/datum.ts';
export * from './values/kr.ts';
export * from './values/las-belopp.ts';
export * from './values/las-datum.ts';
export * from './values/las-personnummer.ts';
export * from './values/ringbar.tsx';
export type { Svar } from './values/svar.ts';
