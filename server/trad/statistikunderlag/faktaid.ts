import { createHash } from 'node:crypto';

/**
 * An identity for a fact that is made anew every night: the same parts give the same identity, so that nothing is counted twice and
 * two nights can be compared. A UUID of version 8 (RFC 9562).
 */
export function faktaid(...delar: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(delar.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whether the text is a UUID already. */
export function ärUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
