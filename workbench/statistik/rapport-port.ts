import type { ActResult, Månad } from '@stegvis/casework';
import type { FrystRapport, Nämndrapport, Rapportkommentar } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

export interface Rapportbild {
  /** The months a report can be made for, newest first. */
  readonly månader: readonly Månad[];
  /** undefined when there are no facts yet. */
  readonly rapport: Nämndrapport | undefined;
  readonly kommentarer: readonly Rapportkommentar[];
  /** Those of the month, newest first. */
  readonly frysta: readonly Omit<FrystRapport, 'innehåll' | 'brev'>[];
  /** May comment and freeze. */
  readonly fårSkriva: boolean;
}

export interface Rapportport {
  /** The report of the month as the figures are now; left out: the last whole month there are facts for. Logged. */
  rapportbild(who: Medarbetare, månad: Månad | undefined): Promise<Rapportbild | undefined>;
  /** A frozen report as it was. Logged. */
  frystRapport(who: Medarbetare, månad: Månad, nummer: number): Promise<FrystRapport | undefined>;
  /** The PDF of a frozen report, or with `utkast` of the figures as they are now. Logged. */
  rapportPdf(who: Medarbetare, månad: Månad, nummer: number | 'utkast'): Promise<Uint8Array | undefined>;
  /** Writes the unit head's words to one part; `version` is the one that was read, 0 for none. Empty takes them away. */
  sparaRapportkommentar(
    who: Medarbetare,
    månad: Månad,
    kommentar: { readonly avsnitt: string; readonly text: string; readonly version: number },
  ): Promise<ActResult<object>>;
  /** Keeps the report as it is now; a second time for the same month needs a reason. */
  frysRapport(who: Medarbetare, månad: Månad, skäl: string): Promise<ActResult<{ nummer: number }>>;
}
