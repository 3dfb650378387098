import { koladakörning } from './hamta-kolada.ts';
import type { Körningsslag } from './korning.ts';
import { räkningskörning } from './rakna-lange.ts';
import { reformkörning } from './reformkorning.ts';
import { underlagskörning } from './statistikunderlag/underlagskorning.ts';

/** Every kind of long work that can be started from a page. */
export const KÖRNINGSSLAG: readonly Körningsslag[] = [
  koladakörning(),
  reformkörning,
  räkningskörning,
  underlagskörning,
];
