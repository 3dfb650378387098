import type { ActResult, Månad } from '@stegvis/casework';
import type { ÖppenInställning, ÖppenRad, ÖppenSerie } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** A series with what has been published of it. */
export interface Seriebild extends ÖppenSerie {
  readonly mått: string;
  readonly från: Månad | undefined;
  readonly till: Månad | undefined;
  /** The months that can be published next; undefined when there are none that are over. */
  readonly nästa: { readonly från: Månad; readonly till: Månad } | undefined;
}

export interface Öppnadatabild {
  /** May choose and publish. */
  readonly publicerar: boolean;
  readonly inställning: ÖppenInställning | undefined;
  readonly serier: readonly Seriebild[];
  /** What can be published: indicators with how they may be split. */
  readonly mått: readonly {
    readonly id: string;
    readonly namn: string;
    readonly kortast: 'manad' | 'kvartal' | 'ar';
    readonly uppdelningar: readonly { readonly id: string; readonly namn: string }[];
  }[];
}

/** Open data: nothing is out that the board has not chosen, and what is out is never counted again. */
export interface Öppnadataport {
  öppnadatabild(medarbetare: Medarbetare): Promise<Öppnadatabild>;
  sparaÖppenInställning(
    medarbetare: Medarbetare,
    val: { licens: string; utgivare: string; epost: string; webbplats: string },
  ): Promise<ActResult<object>>;
  /** What the next edition of a series would say, before it is out. */
  förhandsvisaSerie(medarbetare: Medarbetare, nyckel: string): Promise<readonly ÖppenRad[] | undefined>;
  läggTillSerie(
    medarbetare: Medarbetare,
    val: { titel: string; beskrivning: string; mått: string; uppdelning: string; från: string },
  ): Promise<ActResult<{ nyckel: string }>>;
  publiceraSerie(medarbetare: Medarbetare, nyckel: string, version: number): Promise<ActResult<object>>;
  draTillbakaSerie(medarbetare: Medarbetare, nyckel: string, version: number): Promise<ActResult<object>>;
}
