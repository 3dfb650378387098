import type { Körningsslag } from './korning.ts';
import { reformkörning } from './reformkorning.ts';

/** Every kind of long work that can be started from a page. */
export const KÖRNINGSSLAG: readonly Körningsslag[] = [reformkörning];
