import type { PersonId } from './person.ts';
import type { Registerfel, Svarskvalitet } from './registersvar.ts';
import type { Tidpunkt } from './tid.ts';
import type { Kontouppgift } from './uppgifter.ts';

/** What an account register said about the account in an application. */
export interface Kontokontroll {
  person: PersonId;
  konto: Pick<Kontouppgift, 'clearing' | 'nummer'>;
  /** `inget-hos-oss`: the register does not know the account; that says nothing about whose it is. */
  kvalitet: Svarskvalitet;
  /** Whether the account is the person's; present exactly when `svarat`. */
  egen?: boolean;
  hämtad: Tidpunkt;
  version: string;
  /** Always present when `ej-kontrollerbar`. */
  fel?: Registerfel;
}
