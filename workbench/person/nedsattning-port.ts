import type {
  ActResult,
  Avböjning,
  Bedömtavslut,
  Dag,
  Händelseval,
  Markslag,
  Månad,
  Nedsättningsärende,
  PersonId,
  Yttrandeläge,
  Öre,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** Everything the page about refusal or reduction for a person shows. */
export interface Nedsättningsbild {
  readonly idag: Dag;
  /** Whether the reader decides about money: others see that a matter exists, and nothing of what it is about. */
  readonly får: boolean;
  /** Newest first. */
  readonly ärenden: readonly Nedsättningsärende[];
  /** Marked days of absence, newest first, with why a day cannot be held against the person. */
  readonly dagar: readonly {
    readonly anvisning: string;
    readonly insats: string;
    readonly dag: Dag;
    readonly slag: Markslag;
    readonly förklaring: string | undefined;
    readonly hinder: string | undefined;
  }[];
  /** Referrals that the person has declined, newest first, with why one cannot be held against her. */
  readonly avböjda: readonly {
    readonly anvisning: string;
    readonly insats: string;
    readonly dag: Dag;
    readonly sätt: Avböjning['sätt'];
    readonly skäl: string;
    readonly hinder: string | undefined;
  }[];
  /** Applications that are being handled, with the person's own share by their calculation. */
  readonly ansökningar: readonly {
    readonly id: string;
    readonly månad: Månad;
    readonly barn: boolean;
    readonly egenDel: Öre | undefined;
    readonly högst: Öre | undefined;
  }[];
  readonly barnIHushållet: boolean;
  /** Where the hearing of the open matter is. */
  readonly hörs: { readonly läge: Yttrandeläge; readonly svarSenast: Dag } | undefined;
}

/** One step of the inquiry, as the page states it. */
export type Utredningssteg =
  | { slag: 'godtagbart'; händelse: string; godtagbart: boolean | undefined; skäl: string }
  | { slag: 'sarskilda'; finns: boolean | undefined; skäl: string }
  | { slag: 'barn'; text: string }
  | { slag: 'avse'; ansökan: string; belopp: Öre | undefined; skäl: string }
  | { slag: 'avsluta'; skäl: Bedömtavslut | undefined; text: string };

/** Refusal or reduction for one person (SoL 12 kap. 5 §), for those who decide about money. */
export interface Nedsättningsport {
  nedsättningsbild(medarbetare: Medarbetare, person: PersonId): Promise<Nedsättningsbild | undefined>;
  öppnaNedsättning(
    medarbetare: Medarbetare,
    person: PersonId,
    händelser: readonly Händelseval[],
  ): Promise<ActResult<object>>;
  utredNedsättning(
    medarbetare: Medarbetare,
    person: PersonId,
    ärende: string,
    steg: Utredningssteg,
  ): Promise<ActResult<object>>;
}
