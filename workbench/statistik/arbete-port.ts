import type { Medarbetare } from '../port.ts';

/** What work or assistance needs to know; the page reckons by the rules and keeps nothing. */
export interface Arbetsport {
  arbetsstart(who: Medarbetare): Promise<{ readonly kommun: string; readonly månader: readonly string[] } | undefined>;
}
