import type {
  ActResult,
  AfSvar,
  AfUppgift,
  Dag,
  Ersättningsärende,
  Samtycke,
  Sip,
  Stegaktivitet,
  Stegsträcka,
  Stegtrappa,
} from '@stegvis/casework';
import type { Ersättningsförslag } from '@stegvis/rules';
import type { Medborgare } from '../port.ts';

/** What the person sees of coordination around her. */
export interface MinSamordning {
  readonly idag: Dag;
  readonly samtycken: readonly Samtycke[];
  readonly sip: readonly Sip[];
  readonly förslag: readonly Ersättningsförslag[];
  readonly ersättningar: readonly Ersättningsärende[];
  readonly afUppgifter: readonly AfUppgift[];
  readonly afSvar: readonly AfSvar[];
}

/** The person's own steps. */
export interface MinaSteg {
  readonly idag: Dag;
  readonly trappa: Stegtrappa;
  readonly linje: readonly Stegsträcka[];
  readonly aktiviteter: readonly Stegaktivitet[];
}

/** What the person's own pages about steps and coordination need. */
export interface MinSamordningsport {
  minaSteg(person: Medborgare): Promise<MinaSteg>;
  minSamordning(person: Medborgare): Promise<MinSamordning>;
  geMittSamtycke(
    person: Medborgare,
    input: { part: string; vem: string; uppgifter: readonly string[]; plan: boolean; till: Dag | undefined },
  ): Promise<ActResult<object>>;
  återkallaMittSamtycke(person: Medborgare, id: string): Promise<ActResult<object>>;
}
