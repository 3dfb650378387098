import type { Körning } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** Long work: how far it has come, and stopping it. Its result has a page of its own. */
export interface Körningsport {
  /** Without its result; undefined when it does not exist or may not be seen. */
  körning(
    who: Medarbetare,
    id: string,
  ): Promise<(Omit<Körning, 'resultat'> & { readonly resultatsida: string | undefined }) | undefined>;
  /** Newest first. */
  körningar(who: Medarbetare, slag: string): Promise<readonly Omit<Körning, 'resultat' | 'parametrar'>[]>;
  /** False when it is over already, or may not be stopped. */
  avbrytKörning(who: Medarbetare, id: string): Promise<boolean>;
}
