export * from './avisering.ts';
export * from './avisering-stand-in.ts';
