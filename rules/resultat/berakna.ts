import type { Underlag } from '../underlag/underlag.ts';
import { type Bedömning, bedömningar } from './bedomningar.ts';
import { type Avgöranden, fakta, iKronor, ögonblick } from './fakta.ts';
import { graferFör } from './kommungrafer.ts';
import { type Kvitto, kvitto } from './kvitto.ts';
import type { huvudgraf } from './normgraf.ts';
import { type Rader, rader } from './rader.ts';
import type { Utfall } from './resultat.ts';
import { besvarat } from './spann.ts';
import { type Varning, varningar } from './varningar.ts';

/** Lägsta och högsta värdet medan något inte är avgjort, kronor. */
export type Spann = {
  readonly [tal in 'inkomster' | 'kostnader' | 'resultat' | 'bistand']: readonly [lägst: number, högst: number];
};

/** Huvudtalen i en normberäkning, kronor med högst två decimaler. Null: beror på något som inte är avgjort. */
export type Huvudtal = {
  readonly manad: string;
  readonly riksnorm: number;
  readonly kostnader: number | null;
  readonly inkomster: number | null;
  /** Inkomster, tillgångar och överskott minus norm och kostnader; minus är ett underskott. */
  readonly resultat: number | null;
  readonly bistand: number | null;
  readonly utfall: Utfall;
};

/** En normberäkning: huvudtal, varningar, det som en person måste avgöra, rader och kvitto. Data som kan sparas som JSON. */
export type Beräkning = Huvudtal & {
  readonly varningar: readonly Varning[];
  readonly bedomningar: readonly Bedömning[];
  /** Finns när utfallet är `bedoms`. */
  readonly spann?: Spann;
  readonly rader: Rader;
  readonly kvitto: Kvitto;
};

/**
 * Normberäkningen för ett underlag. Kastar NotInForce när ett belopp eller en regel inte är beslutad för månaden; texten
 * säger vad som inväntas. `avgöranden` säger vem som har avgjort ett belopp, när och varför.
 */
export const beräkna = (underlag: Underlag, avgöranden: Avgöranden = {}): Beräkning => {
  const { outputs: värden, trace } = graferFör(underlag.kommun).normgraf.explain(
    ögonblick(underlag),
    fakta(underlag, avgöranden),
  );
  const raderna = rader(underlag, värden);
  return {
    ...huvudtal(underlag, värden),
    varningar: varningar({ underlag, värden, rader: raderna, trace }),
    bedomningar: bedömningar(underlag, värden),
    ...(värden.utfall === 'bedoms' ? { spann: spann(underlag) } : {}),
    rader: raderna,
    kvitto: kvitto(underlag, avgöranden, trace),
  };
};

/** Huvudtalen utan förklaring, varningar och kvitto: för många underlag. Samma regler och samma tal som `beräkna`. */
export const beräknaSnabbt = (underlag: Underlag): Huvudtal =>
  huvudtal(underlag, graferFör(underlag.kommun).huvudgraf.wire(ögonblick(underlag))(fakta(underlag)));

type Huvudvärden = ReturnType<ReturnType<(typeof huvudgraf)['wire']>>;

const huvudtal = (underlag: Underlag, v: Huvudvärden): Huvudtal => ({
  manad: underlag.manad,
  riksnorm: iKronor(v.riksnorm),
  kostnader: kronorEllerNull(v.kostnader),
  inkomster: kronorEllerNull(v.inkomster),
  resultat: kronorEllerNull(v.resultat),
  bistand: kronorEllerNull(v.bistand),
  utfall: v.utfall,
});

const kronorEllerNull = (ören: number | undefined): number | null => (ören === undefined ? null : iKronor(ören));

const spann = (underlag: Underlag): Spann => {
  const [lägst, högst] = [beräknaSnabbt(besvarat(underlag, 'lagst')), beräknaSnabbt(besvarat(underlag, 'hogst'))];
  const mellan = (tal: keyof Spann): readonly [number, number] => {
    const [a, b] = [lägst[tal], högst[tal]];
    if (a === null || b === null) throw new Error(`${tal} är inte avgjort fast varje fråga är besvarad`);
    return [Math.min(a, b), Math.max(a, b)];
  };
  return {
    inkomster: mellan('inkomster'),
    kostnader: mellan('kostnader'),
    resultat: mellan('resultat'),
    bistand: mellan('bistand'),
  };
};
