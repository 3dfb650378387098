export * from './betalning/index.ts';
export * from './brev/index.ts';
export * from './ssbtek/index.ts';
