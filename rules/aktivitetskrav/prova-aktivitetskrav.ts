import { type Ground, type Moment, NotInForce, OutsideTable } from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { aktivitetskrav, type Kravutfall } from './aktivitetskrav.ts';
import type { Aktivitetsunderlag } from './aktivitetsunderlag.ts';
import { lagrum, månadsläge } from './gallande-lag.ts';
import { type Kravvarning, kravvarningar } from './kravvarningar.ts';
import { type PrövadRehabilitering, prövaRehabilitering } from './rehabilitering.ts';
import { type Tidssteg, tidssteg } from './tidssteg.ts';
import { undantag } from './undantag.ts';

/** Ett undantag ur SoL 12 kap. 4 a § andra stycket eller SoF 12 kap. 4 §, och om det gäller personen. */
export type PrövatUndantag = {
  readonly id: string;
  readonly text: string;
  readonly galler: boolean;
  readonly grund: string;
};

/** Svaret om aktivitetskrav för en person och månad, med nycklar som de lämnar systemet. */
export type PrövatAktivitetskrav = {
  readonly manad: string;
  readonly krav: 'ska' | 'far' | 'far-inte';
  /** Timmar per vecka; den längsta tiden när kravet får ställas, 0 när det inte får ställas. */
  readonly timmarPerVecka: number;
  /** Lagrummen som avgör `krav`. */
  readonly grund: readonly string[];
  /** Uträkningen av tiden: stegens summa är `timmarPerVecka`. Tom när kravet inte får ställas. */
  readonly steg: readonly Tidssteg[];
  readonly undantag: readonly PrövatUndantag[];
  readonly varningar: readonly Kravvarning[];
  /** Arbetslivsinriktad rehabilitering (4 g §); bara när underlaget säger hur det är med sjukdom. */
  readonly rehabilitering?: PrövadRehabilitering;
};

/**
 * Prövar om aktivitetskrav ska, får eller inte får ställas på en person i en månad, och för hur många timmar i veckan
 * (SoL 12 kap. 4 a–4 d och 4 g §§, SoF 12 kap. 4 §). Det som lagen lämnar åt en människa står i `varningar`.
 * Kastar `NotInForce` för månader före juli 2026, och när riktåldern behövs men inte är fastställd.
 */
export function prövaAktivitetskrav(underlag: Aktivitetsunderlag): PrövatAktivitetskrav {
  const moment = månadsläge(underlag.manad);
  const utfall = kör(underlag, moment);
  const citera = (ground: Ground) => lagrum(ground, moment);
  const prövade = undantag.map(({ node, cite }, i) => ({
    id: node.id.replace('person.', ''),
    text: node.label,
    galler: utfall.undantag[i] === true,
    grund: citera(cite),
  }));
  const fårInte = utfall.krav === 'far-inte';
  const grundFörKravet = utfall.krav === 'ska' ? lag.grounds.skyldighet : lag.grounds.mojlighet;
  return {
    manad: underlag.manad,
    krav: utfall.krav,
    timmarPerVecka: utfall.timmarPerVecka,
    grund: fårInte ? prövade.filter(({ galler }) => galler).map(({ grund }) => grund) : [citera(grundFörKravet)],
    steg: fårInte ? [] : tidssteg(utfall, underlag, citera),
    undantag: prövade,
    varningar: kravvarningar(utfall, underlag),
    ...(underlag.person.sjukUtanForfogande === undefined
      ? {}
      : { rehabilitering: prövaRehabilitering(underlag.manad, underlag.person.sjukUtanForfogande) }),
  };
}

function kör(underlag: Aktivitetsunderlag, moment: Moment): Kravutfall {
  try {
    return aktivitetskrav.wire(moment)({ ...underlag.person, barn: underlag.barn ?? [] });
  } catch (fel) {
    if (fel instanceof OutsideTable) {
      const text = `Riktåldern för pension är inte fastställd för den som är född ${underlag.person.fodd.slice(0, 4)}. Förordningen enligt 2 kap. 10 a–10 d §§ socialförsäkringsbalken inväntas.`;
      throw new NotInForce('aktivitetskrav.riktalder', 'Riktåldern', moment, text);
    }
    if (fel instanceof NotInForce && fel.awaiting === undefined) {
      const text = `Aktivitetskravet finns från och med juli 2026 (SFS 2026:730). Underlaget gäller ${månadstext(moment.month)}.`;
      throw new NotInForce(fel.what, 'Aktivitetskrav', moment, text);
    }
    throw fel;
  }
}

const månadstext = (manad: string): string =>
  new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${manad}-01T00:00:00Z`),
  );
