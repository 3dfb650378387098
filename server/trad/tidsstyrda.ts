import type { Tidsstyrd } from './tidsstyrt.ts';

/** Everything that happens because time has passed. */
export const TIDSSTYRDA: readonly Tidsstyrd[] = [];
