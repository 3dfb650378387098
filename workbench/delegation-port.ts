import type {
  ActResult,
  Dag,
  Delegationsanmälan,
  Delegationsbeslut,
  Delegationspunkt,
  Delegationsändring,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

export interface Delegationsbild {
  /** In force or to come, by number. */
  readonly gällande: readonly Delegationspunkt[];
  readonly upphörda: readonly Delegationspunkt[];
  readonly ändringar: readonly Delegationsändring[];
  readonly fårÄndra: boolean;
}

export interface Anmälningsbild {
  readonly listor: readonly Delegationsanmälan[];
  /** Decisions that stand in no list. */
  readonly oanmälda: number;
  readonly oanmäldaAutomatiska: number;
  readonly äldstOanmäld: Dag | undefined;
  /** Decisions past their time, whether they stand in a list that is not reported or in none. */
  readonly sena: number;
  readonly inomDagar: number;
  readonly fårAnmäla: boolean;
}

export interface Anmälningslista {
  readonly anmälan: Delegationsanmälan;
  readonly beslut: readonly Delegationsbeslut[];
  readonly punkter: readonly Pick<Delegationspunkt, 'punkt' | 'text' | 'från' | 'till'>[];
  readonly fårAnmäla: boolean;
}

/** What the pages about the delegation order and its lists need. */
export interface Delegationsport {
  delegation(medarbetare: Medarbetare): Promise<Delegationsbild | undefined>;
  läggTillPunkt(
    medarbetare: Medarbetare,
    val: { punkt: Omit<Delegationspunkt, 'id'>; stöd: string },
  ): Promise<ActResult<object>>;
  ändraPunkt(
    medarbetare: Medarbetare,
    id: string,
    val: { punkt: Omit<Delegationspunkt, 'id'>; stöd: string },
  ): Promise<ActResult<object>>;
  upphävPunkt(medarbetare: Medarbetare, id: string, val: { sista: Dag; stöd: string }): Promise<ActResult<object>>;
  anmälningar(medarbetare: Medarbetare): Promise<Anmälningsbild | undefined>;
  skapaAnmälan(medarbetare: Medarbetare, val: { från: Dag; tom: Dag }): Promise<ActResult<{ id: string }>>;
  anmälan(medarbetare: Medarbetare, id: string): Promise<Anmälningslista | undefined>;
  markeraAnmäld(medarbetare: Medarbetare, id: string, val: { dag: Dag; protokoll: string }): Promise<ActResult<object>>;
}
