export * from './ssbtek/index.ts';
