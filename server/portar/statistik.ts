import type { Statistikport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';

/** Statistics, quality and consequences on the database. */
export function statistikport(_kit: Handläggarkit): Statistikport {
  return {};
}
