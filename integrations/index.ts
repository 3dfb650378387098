export * from './arbetsformedlingen/index.ts';
export * from './avisering/index.ts';
export * from './betalning/index.ts';
export * from './brev/index.ts';
export * from './dokument/index.ts';
export * from './folkbokforing/index.ts';
export * from './kontoregister/index.ts';
export * from './ssbtek/index.ts';
