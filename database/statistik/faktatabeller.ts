import type {
  Ansökningsfakta,
  Biståndsperiod,
  Faktaparti,
  Faktatabell,
  Grund,
  Hushållsmånad,
  Händelsefakta,
  Insatsmånad,
  Personmånad,
  Personår,
} from '@stegvis/statistics';

/** How one column of a table of facts is written: its type in the database, and its value of a row. */
interface Kolumn<T> {
  readonly typ:
    | 'uuid'
    | 'text'
    | 'text[]'
    | 'date'
    | 'timestamptz'
    | 'boolean'
    | 'smallint'
    | 'integer'
    | 'bigint'
    | 'double precision';
  readonly värde: (rad: T) => string | number | boolean | readonly string[] | undefined;
}

type Kolumner<T> = Readonly<Record<string, Kolumn<T>>>;

const text = <T>(värde: (rad: T) => string | undefined): Kolumn<T> => ({ typ: 'text', värde });
const id = <T>(värde: (rad: T) => string | undefined): Kolumn<T> => ({ typ: 'uuid', värde });
const dag = <T>(värde: (rad: T) => string | undefined): Kolumn<T> => ({ typ: 'date', värde });
const månad = <T>(läs: (rad: T) => string | undefined): Kolumn<T> => ({
  typ: 'date',
  värde: (rad) => {
    const m = läs(rad);
    return m && `${m}-01`;
  },
});
const janej = <T>(värde: (rad: T) => boolean): Kolumn<T> => ({ typ: 'boolean', värde });
const litet = <T>(värde: (rad: T) => number | undefined): Kolumn<T> => ({ typ: 'smallint', värde });
const tal = <T>(värde: (rad: T) => number | undefined): Kolumn<T> => ({ typ: 'integer', värde });
const öre = <T>(värde: (rad: T) => number): Kolumn<T> => ({ typ: 'bigint', värde });
const mått = <T>(värde: (rad: T) => number | undefined): Kolumn<T> => ({ typ: 'double precision', värde });
const tid = <T>(värde: (rad: T) => string | undefined): Kolumn<T> => ({ typ: 'timestamptz', värde });
const lista = <T>(värde: (rad: T) => readonly string[]): Kolumn<T> => ({ typ: 'text[]', värde });

const grund: Kolumner<Grund> = {
  kon: text((r) => r.kon),
  aldersgrupp: text((r) => r.aldersgrupp),
  hushallstyp: text((r) => r.hushallstyp),
  hinder: text((r) => r.hinder),
  distrikt: text((r) => r.distrikt),
  spar: text((r) => r.spar),
};

const hushållsmånad: Kolumner<Hushållsmånad> = {
  ...grund,
  manad: månad((r) => r.månad),
  hushall: id((r) => r.hushåll),
  vuxna: litet((r) => r.vuxna),
  barn: litet((r) => r.barn),
  belopp121: öre((r) => r.belopp121),
  belopp122: öre((r) => r.belopp122),
  ny: janej((r) => r.ny),
  avslutad: janej((r) => r.avslutad),
};

const personmånad: Kolumner<Personmånad> = {
  ...grund,
  manad: månad((r) => r.månad),
  person: id((r) => r.person),
  hushall: id((r) => r.hushåll),
  vuxen: janej((r) => r.vuxen),
  insatser: lista((r) => r.insatser),
};

const personår: Kolumner<Personår> = {
  ...grund,
  ar: litet((r) => r.år),
  person: id((r) => r.person),
  vuxen: janej((r) => r.vuxen),
  manader: litet((r) => r.månader),
  langvarigt: janej((r) => r.långvarigt),
  mycket_langvarigt: janej((r) => r.mycketLångvarigt),
};

const ansökan: Kolumner<Ansökningsfakta> = {
  ...grund,
  id: id((r) => r.id),
  hushall: id((r) => r.hushåll),
  slag: text((r) => r.slag),
  inkommen: tid((r) => r.inkommen),
  beslutad: tid((r) => r.beslutad),
  sedd_till: tid((r) => r.seddTill),
  utfall: text((r) => r.utfall),
  avslagsgrund: text((r) => r.avslagsgrund),
  processuellt: janej((r) => r.processuellt),
  automatisk: janej((r) => r.automatisk),
  stopporsaker: lista((r) => r.stopporsaker),
  granskad: janej((r) => r.granskad),
  granskad_fel: janej((r) => r.granskadFel),
  andrad: janej((r) => r.ändrad),
  overklagad: dag((r) => r.överklagad),
  overklagandeutfall: text((r) => r.överklagandeutfall),
  handlaggningsminuter: tal((r) => r.handläggningsminuter),
};

const period: Kolumner<Biståndsperiod> = {
  ...grund,
  id: id((r) => r.id),
  person: id((r) => r.person),
  fran: månad((r) => r.från),
  till: månad((r) => r.till),
  avslutsorsak: text((r) => r.avslutsorsak),
  ateransokt: dag((r) => r.återansökt),
  aterkom: månad((r) => r.återkom),
  sedd_till: dag((r) => r.seddTill),
  forsta_aktivitet: dag((r) => r.förstaAktivitet),
  insatser: lista((r) => r.insatser),
  steg_fran: litet((r) => r.stegFrån),
  steg_till: litet((r) => r.stegTill),
};

const insatsmånad: Kolumner<Insatsmånad> = {
  manad: månad((r) => r.månad),
  insats: text((r) => r.insats),
  steg: text((r) => r.steg),
  omrade: text((r) => r.område),
  platser: tal((r) => r.platser),
  upptagna: tal((r) => r.upptagna),
  i_ko: tal((r) => r.iKö),
  borjat: tal((r) => r.börjat),
  kodagar: tal((r) => r.ködagar),
  kostnad: öre((r) => r.kostnad),
};

const händelse: Kolumner<Händelsefakta> = {
  ...grund,
  id: id((r) => r.id),
  dag: dag((r) => r.dag),
  slag: text((r) => r.slag),
  person: id((r) => r.person),
  insats: text((r) => r.insats),
  utfall: text((r) => r.utfall),
  varde: mått((r) => r.värde),
  varde2: mått((r) => r.värde2),
};

/** Which table each kind of fact is kept in, and how its rows are written. */
export const FAKTATABELLER = {
  hushållsmånader: { källa: 'hushallsmanad', kolumner: hushållsmånad },
  personmånader: { källa: 'personmanad', kolumner: personmånad },
  personår: { källa: 'personar', kolumner: personår },
  ansökningar: { källa: 'ansokan', kolumner: ansökan },
  perioder: { källa: 'period', kolumner: period },
  insatsmånader: { källa: 'insatsmanad', kolumner: insatsmånad },
  händelser: { källa: 'handelse', kolumner: händelse },
} as const satisfies {
  [K in keyof Faktaparti]: { källa: Faktatabell; kolumner: Kolumner<Faktaparti[K][number]> };
};

/** The dimensions whose values are the board's own, and are remembered as facts come in. */
export const EGNA_VÄRDEN = [
  'distrikt',
  'spar',
  'hinder',
  'insats',
  'avslagsgrund',
  'avslutsorsak',
  'stopporsak',
  'omrade',
  'steg',
] as const;

/** A column of many rows as one PostgreSQL array, in its text form. */
export function kolumnvärden<T>({ värde }: Kolumn<T>, rader: readonly T[]): string {
  const delar = new Array<string>(rader.length);
  for (let i = 0; i < rader.length; i++) {
    const v = värde(rader[i] as T);
    if (v === undefined) delar[i] = 'NULL';
    else if (typeof v === 'string') delar[i] = citat(v);
    else if (typeof v === 'object') delar[i] = citat(`{${[...new Set(v)].map(citat).join(',')}}`);
    else delar[i] = String(v);
  }
  return `{${delar.join(',')}}`;
}

function citat(text: string): string {
  return /^[\w-]+$/.test(text) && text.toLowerCase() !== 'null' ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
