import type { ColumnType, Generated } from 'kysely';

/** A document stored as JSON: read as it was written, written as JSON text. */
export type Json = ColumnType<unknown, string, string>;
/** An instant: read as a Date, written as ISO text. */
export type Instant = ColumnType<Date, string, string>;
export type NullableInstant = ColumnType<Date | null, string | null | undefined, string | null>;

/** The tenant of the row; filled in from the transaction's settings and never written by hand. */
interface TenantColumns {
  kommun: Generated<string>;
  namnd: Generated<string>;
}

export interface NamndTable extends TenantColumns {
  kommunnamn: string;
  namndnamn: string;
  installningar: Json;
}

export interface PersonTable extends TenantColumns {
  id: string;
  personnummer: string;
  fornamn: string;
  efternamn: string;
  skyddad: boolean;
  skapad: Instant;
}

export interface PersonhandelseTable extends TenantColumns {
  id: string;
  person: string;
  omrade: string;
  typ: string;
  tid: Instant;
  text: string;
  synlig: string;
  av: string | null;
}

export interface NedsattningTable extends TenantColumns {
  id: string;
  person: string;
  status: string;
  handelser: Json;
  sarskilda_skal: Json;
  barnperspektiv: Json;
  avsett: Json;
  ansokan: string | null;
  underrattelse: string | null;
  beslut: string | null;
  beslutat: NullableInstant;
  beslutet: Json;
  avslut: Json;
  oppnat: Instant;
  oppnat_av: Json;
  version: number;
}

export interface GenomforandeplanTable extends TenantColumns {
  id: string;
  person: string;
  nummer: number;
  status: string;
  innehall: Json;
  fran: string;
  till: string;
  nasta_uppfoljning: string | null;
  skapad: Instant;
  skapad_av: string;
  lamnad: Json;
  svar: Json;
  synpunkt: string | null;
  avslutad: Json;
  version: number;
}

export interface BedomningTable extends TenantColumns {
  id: string;
  person: string;
  instrument: string;
  version: number;
  slag: string;
  status: string;
  paborjad: Instant;
  paborjad_av: string | null;
  slutford: NullableInstant;
  svar: Json;
  resultat: Json;
  nasta_senast: string | null;
  synpunkter: Json;
  sparning: number;
}

export interface SparinstallningTable extends TenantColumns {
  version: number;
  spar: Json;
  skal: string;
  av: string;
  av_namn: string;
  tid: Instant;
}

export interface SparplaceringTable extends TenantColumns {
  id: string;
  person: string;
  spar: string;
  namn: string;
  organisation: string;
  uppfoljningsrytm: string;
  bara_jobbsokande: boolean;
  fran: string;
  till: string | null;
  slutar: string | null;
  installning: number;
  bedomning: string | null;
  forslag: Json;
  avsteg: string | null;
  skal: string;
  beslutad: Instant;
  beslutad_av: Json;
  avslutsskal: string | null;
  version: number;
}

export interface OverlamningTable extends TenantColumns {
  id: string;
  person: string;
  till: string;
  mottagarslag: string;
  arende: string;
  grund: string;
  uppgifter: string[];
  text: string;
  samtycke: Json;
  begaran: Json;
  svar_senast: string;
  status: string;
  svar: Json;
  skickad: Instant;
  skickad_av: Json;
  version: number;
  mottagare: string | null;
}

export interface InskrivningsundantagTable extends TenantColumns {
  id: string;
  person: string;
  undantag: string;
  skal: string;
  av: Json;
  tid: Instant;
}

export interface KravuppgiftTable extends TenantColumns {
  id: string;
  person: string;
  slag: string;
  vad: Json;
  fran: string;
  till: string | null;
  uppgift_fran: string;
  styrkt: string;
  registrerad: Instant;
  av: string;
  upphord_fran: string | null;
  upphord_tid: NullableInstant;
  upphord_av: string | null;
  upphord_skal: string | null;
}

export interface KravbeslutTable extends TenantColumns {
  id: string;
  person: string;
  grund: string;
  fran: string;
  till: string | null;
  /** Quarters of an hour per week. */
  kvartar: number;
  provning: Json;
  plan: string;
  plannummer: number;
  skal: string;
  beslutat: Instant;
  av: string;
  upphort_fran: string | null;
  upphort_tid: NullableInstant;
  upphort_av: string | null;
  upphort_skal: string | null;
  ersatt_av: string | null;
  delegationspunkt: string | null;
}

export interface KravbrevTable extends TenantColumns {
  id: string;
  krav: string;
  mottagare: string;
  slag: string;
  skapat: Instant;
  innehall: Json;
  innehall_hash: string;
  mall: string;
  pdf: Buffer | null;
}

export interface AnvandareTable extends TenantColumns {
  id: string;
  inloggning: string;
  namn: string;
  titel: string;
  roller: string[];
  aktiv: boolean;
}

export interface SessionTable extends TenantColumns {
  /** SHA-256 of the opaque session id, hex. */
  id_hash: string;
  aktor_slag: string;
  aktor_id: string;
  data: Json;
  skapad: Instant;
  giltig_till: Instant;
}

export interface DelegationTable extends TenantColumns {
  id: string;
  punkt: string;
  text: string;
  delegat: Json;
  utfall: string[];
  fran: string;
  till: string | null;
  villkor: Json;
}

export interface ArendeTable extends TenantColumns {
  id: string;
  nummer: string;
  sokande: string;
  medsokande: string | null;
  status: string;
  handlaggare: string | null;
  oppnat: Instant;
  version: number;
}

export interface NummerserieTable extends TenantColumns {
  ar: number;
  senaste: number;
}

export interface BistandsmanadTable extends TenantColumns {
  person: string;
  manad: string;
  kalla: string;
}

export interface AnsokanTable extends TenantColumns {
  id: string;
  arende: string;
  slag: string;
  manad: string;
  sokande: string;
  medsokande: string | null;
  kanal: string;
  status: string;
  uppgifter: Json;
  skapad: Instant;
  andrad: Instant;
  inskickad: NullableInstant;
  inkommen: NullableInstant;
  version: number;
}

export interface UnderskriftTable extends TenantColumns {
  ansokan: string;
  person: string;
  tid: Instant;
  metod: string;
  avser: string;
  meddelande: string | null;
  onskar_handlaggare: boolean;
}

export interface RegisterfragningTable extends TenantColumns {
  id: string;
  ansokan: string;
  person: string;
  kallor: string[];
  skickad: Instant;
}

export interface RegistersvarTable extends TenantColumns {
  fragning: string;
  kalla: string;
  kvalitet: string;
  hamtad: Instant;
  version: string;
  fel: Json;
  uppgifter: Json;
}

export interface RattRegistersvarTable extends TenantColumns {
  fragning: string;
  innehall: Buffer;
  gallras: Instant;
}

export interface FolkbokforingssvarTable extends TenantColumns {
  id: string;
  ansokan: string;
  person: string;
  kvalitet: string;
  hamtad: Instant;
  version: string;
  fel: Json;
  uppgift: Json;
}

export interface KontokontrollTable extends TenantColumns {
  id: string;
  ansokan: string;
  person: string;
  clearing: string;
  nummer: string;
  kvalitet: string;
  egen: boolean | null;
  hamtad: Instant;
  version: string;
  fel: Json;
}

export interface RegisterinstallningTable extends TenantColumns {
  id: string;
  rattslig_grund_tns: string | null;
  rattslig_grund_miv: string | null;
  raa_svar_dagar: number;
  lagtext: string | null;
  av_id: string;
  av_namn: string;
  satt: Instant;
}

export interface JusteringTable extends TenantColumns {
  id: string;
  ansokan: string;
  rad: string;
  slag: string;
  belopp: number;
  skal: string;
  av_id: string;
  av_namn: string;
  tid: Instant;
}

export interface BerakningTable extends TenantColumns {
  id: string;
  ansokan: string;
  nummer: number;
  utredning: Json;
  resultat: Json;
  /** Packed (database/packed.ts); null where the result itself has it, or there is none. */
  kvitto: Buffer | null;
  forslag: Json;
  skapad: Instant;
}

export interface RamTable extends TenantColumns {
  id: string;
  arende: string;
  nummer: number;
  rader: Json;
  till: string;
  skal: string;
  av_id: string;
  av_namn: string;
  tid: Instant;
}

export interface BeslutTable extends TenantColumns {
  id: string;
  ansokan: string;
  arende: string;
  berakning: string;
  manad: string;
  utfall: string;
  belopp: number;
  beslutsfattare: Json;
  motivering: string;
  lagrum: string[];
  kommunicering: Json;
  beslutad: Instant;
  nummer: Generated<number>;
  del: Generated<string>;
  form: Json;
}

export interface BetalfilTable extends TenantColumns {
  id: string;
  meddelande_id: string;
  skapad: Instant;
  skapad_av: string;
  antal: number;
  summa: number;
  innehall: string | null;
  format: string;
  status: string;
  sha256: string | null;
  slappt: NullableInstant;
  slappt_av: string | null;
  makulerad: Json;
  leverans: Json;
}

export interface UtbetalningTable extends TenantColumns {
  id: string;
  beslut: string;
  ansokan: string;
  arende: string;
  mottagare: string;
  konto: Json;
  belopp: number;
  utbetalningsdag: string;
  nyckel: string;
  status: string;
  betalfil: string | null;
  planerad: Instant;
  version: number;
  nummer: number;
  giro: Json;
  grund: Json;
  ersatter: string | null;
  stopp: Json;
  aterkallelse: Json;
  bankbesked: Json;
}
export interface AterrapportTable extends TenantColumns {
  id: string;
  slag: string;
  meddelande_id: string;
  sha256: string;
  innehall: Buffer;
  inlast: Instant;
  av: string;
  rader: number;
  traffade: number;
  frammande: number;
}
export interface AvvikelseTable extends TenantColumns {
  id: string;
  aterrapport: string;
  slag: string;
  bankens_namn: string;
  utbetalning: string | null;
  vantat: number | null;
  rapporterat: number | null;
  kod: string | null;
  text: string | null;
  hanterad: Json;
}
export interface KontoandringTable extends TenantColumns {
  id: string;
  person: string;
  konto: Json;
  satt: string;
  status: string;
  av: string;
  legitimering: string | null;
  bekraftad: Json;
  skapad: Instant;
  galler_fran: NullableInstant;
  aviserad: Json;
  version: number;
}

export interface BrevTable extends TenantColumns {
  id: string;
  beslut: string | null;
  underrattelse: string | null;
  overklagande: string | null;
  rattelse: string | null;
  aterkrav: string | null;
  ansokan: string;
  arende: string;
  mottagare: string;
  slag: string;
  skapat: Instant;
  innehall: Json;
  innehall_hash: string | null;
  mall: string | null;
  pdf: Buffer | null;
}

export interface DelfaendeTable extends TenantColumns {
  beslut: string;
  person: string;
  tid: Instant;
}

export interface OverklagandeTable extends TenantColumns {
  id: string;
  beslut: string;
  ansokan: string;
  arende: string;
  klagande: string;
  andring: string;
  skal: string;
  kanal: string;
  inkom: Instant;
  vill_ha_hjalp: boolean;
  registrerat_av: Json;
  fick_del: Json;
  sista_dag: string | null;
  avvisningen: string | null;
  status: string;
  tidsprovning: Json;
  omprovning: Json;
  overlamnat: Json;
  dom: Json;
  version: number;
}

export interface DomstolsaktTable extends TenantColumns {
  id: string;
  overklagande: string;
  ansokan: string;
  innehall: Json;
  utelamnat: Json;
  sidor: number;
  sha256: string;
  skapad: Instant;
  pdf: Buffer;
}

export interface BeslutsbegaranTable extends TenantColumns {
  id: string;
  slag: string;
  beslut: string;
  ansokan: string;
  arende: string;
  person: string;
  rad: string | null;
  text: string;
  begard: Instant;
  svar: Json;
  version: number;
}

export interface RattelseTable extends TenantColumns {
  id: string;
  beslut: string;
  ansokan: string;
  arende: string;
  fore: string;
  efter: string;
  skal: string;
  av: Json;
  tid: Instant;
}

export interface AterkravTable extends TenantColumns {
  id: string;
  arende: string;
  ansokan: string;
  beslut: string;
  person: string;
  grund: string;
  lagrum: string;
  omstandighet: string;
  belopp: number;
  kostnad_uppkom: string;
  tale_senast: string;
  status: string;
  lage: Json;
  oppnat: Instant;
  oppnat_av: Json;
  version: number;
}

export interface UnderrattelseTable extends TenantColumns {
  id: string;
  ansokan: string;
  arende: string;
  berakning: string;
  avsett_utfall: string;
  avsett_belopp: number;
  skal: string;
  uppgifter: Json;
  mottagare: string[];
  skickad: Instant;
  svar_senast: string;
  forlangningar: Json;
  muntligt_nekat: Json;
  atertagen: Json;
  av: Json;
  version: number;
}

export interface YttrandeTable extends TenantColumns {
  id: string;
  underrattelse: string;
  person: string;
  slag: string;
  text: string;
  vill_tala: boolean;
  tid: Instant;
  upptaget_av_id: string | null;
  upptaget_av_namn: string | null;
}

export interface BeslutsforslagTable extends TenantColumns {
  id: string;
  ansokan: string;
  arende: string;
  beslut: Json;
  roll: string;
  foreslagen_av: Json;
  foreslagen: Instant;
  status: string;
  avgjord_av: Json;
  avgjord: NullableInstant;
  skal: string | null;
  version: number;
}

export interface OverflyttningTable extends TenantColumns {
  id: string;
  arende: string;
  riktning: string;
  till_kommun: string;
  begard: string;
  skal: Json;
  svar: Json;
  ivo: Json;
  overtagen: string | null;
  atertagen: string | null;
  av: Json;
  tid: Instant;
  version: number;
}

export interface VerkstallighetTable extends TenantColumns {
  id: Generated<number>;
  beslut: string;
  slag: string;
  dag: string;
  anteckning: string;
  tid: Instant;
}

export interface HandelseTable extends TenantColumns {
  id: Generated<number>;
  arende: string;
  ansokan: string;
  typ: string;
  tid: Instant;
  text: string;
  synlig: string;
  synlig_person: string | null;
}

export interface GranskningsloggTable extends TenantColumns {
  id: Generated<number>;
  tid: Instant;
  aktor_slag: string;
  aktor_id: string;
  handling: string;
  person: string | null;
  objekt_slag: string | null;
  objekt_id: string | null;
  andamal: string;
  utfall: string;
}

export interface KompletteringTable extends TenantColumns {
  id: string;
  arende: string;
  ansokan: string;
  person: string;
  punkter: Json;
  skal: string;
  foljd: string;
  senast: string;
  status: string;
  begard: Instant;
  av_id: string;
  av_namn: string;
  avslutad: NullableInstant;
  kan_inte_mer: boolean;
  pamind: NullableInstant;
  last: NullableInstant;
  version: number;
}

export interface MeddelandeTable extends TenantColumns {
  id: string;
  nummer: Generated<number>;
  arende: string;
  ansokan: string | null;
  person: string;
  riktning: string;
  av_id: string | null;
  av_namn: string | null;
  text: string;
  skickat: Instant;
  last: NullableInstant;
}

export interface KontaktuppgiftTable extends TenantColumns {
  person: string;
  telefon: string;
  epost: string;
  avisering: string;
  saker_kontakt: string;
  tolk: string;
  andrad: Instant;
  version: number;
}

export interface AviseringTable extends TenantColumns {
  id: string;
  person: string;
  skapad: Instant;
  status: string;
  kanal: string | null;
  avslutad: NullableInstant;
}

export interface JournalTable extends TenantColumns {
  id: string;
  arende: string;
  ansokan: string | null;
  slag: string;
  hande: string;
  text: string;
  galler: string | null;
  av_id: string;
  av_namn: string;
  skriven: Instant;
}

export interface PaminnelseTable extends TenantColumns {
  id: string;
  ansokan: string;
  for_anvandare: string;
  dag: string;
  text: string;
  skapad: Instant;
  klar: NullableInstant;
}

export interface NarvaroTable extends TenantColumns {
  arende: string;
  anvandare: string;
  sedan: Instant;
  senast: Instant;
  lamnade: NullableInstant;
}

export interface HandlaggningstidTable extends TenantColumns {
  ansokan: string;
  sekunder: number;
}

export interface KvittensTable extends TenantColumns {
  ansokan: string;
  varning: string;
  av_id: string;
  av_namn: string;
  tid: Instant;
}

export interface ErsattareTable extends TenantColumns {
  for_anvandare: string;
  ersattare: string;
  fran: string;
  till: string;
}

export interface RegistreringTable extends TenantColumns {
  ansokan: string;
  mottagen: Instant;
  av_id: string;
  av_namn: string;
  skapad: Instant;
}

export interface DokumentTable extends TenantColumns {
  id: string;
  arende: string;
  ansokan: string;
  plats: string;
  begaran: string | null;
  uppladdad_av: string;
  privat: boolean;
  filnamn: string;
  format: string;
  storlek: number;
  hash: string;
  kontroll: string;
  kontrollerad: NullableInstant;
  sidor: number;
  uppladdad: Instant;
  hor_inte_hit: Json;
  version: number;
}

export interface DokumentfilTable extends TenantColumns {
  dokument: string;
  innehall: Buffer;
}

export interface DokumentsidaTable extends TenantColumns {
  dokument: string;
  sida: number;
  bild: Buffer;
}

export interface DokumentsvarTable extends TenantColumns {
  ansokan: string;
  person: string;
  fraga: string;
  svar: boolean;
  tid: Instant;
}

export interface LagesbyteTable extends TenantColumns {
  id: string;
  fran: string;
  till: string;
  skal: string;
  foreslagen_av: string;
  foreslagen_namn: string;
  foreslagen: Instant;
  provade: number;
  lika: number;
  status: string;
  avgjord_av: string | null;
  avgjord_namn: string | null;
  avgjord: NullableInstant;
  avgjord_skal: string | null;
}

export interface GranskningsuppdragTable extends TenantColumns {
  id: string;
  beslut: string;
  ansokan: string;
  procent: number;
  draget: Instant;
  resultat: Json;
  atgard: Json;
}

export interface DelegationsandringTable extends TenantColumns {
  id: string;
  version: string;
  punkt: string;
  vad: string;
  stod: string;
  av_id: string;
  av_namn: string;
  tid: Instant;
}

export interface DelegationsanmalanTable extends TenantColumns {
  id: string;
  fran: string;
  tom: string;
  antal: number;
  automatiska: number;
  skapad_av: string;
  skapad_namn: string;
  skapad: Instant;
  anmald: Json;
}

export interface AnmaltBeslutTable extends TenantColumns {
  beslut: string;
  anmalan: string;
}

export interface InstallningsandringTable extends TenantColumns {
  id: string;
  grupp: string;
  fore: Json;
  efter: Json;
  skal: string;
  av_id: string;
  av_namn: string;
  tid: Instant;
}

export interface UttagTable extends TenantColumns {
  id: string;
  namn: string;
  fraga: Json;
  agare: string;
  agarnamn: string;
  delat: boolean;
  schema: string;
  nasta: string | null;
  skapad: Instant;
  version: number;
}

export interface UttagsleveransTable extends TenantColumns {
  id: string;
  uttag: string;
  dag: string;
  svar: Json;
  gjord: Instant;
}

export interface StatistiknyckelTable extends TenantColumns {
  id: string;
  namn: string;
  anvandare: string;
  kontrollsumma: string;
  skapad: Instant;
  till: string;
  avslutad: NullableInstant;
}

export interface KorningTable extends TenantColumns {
  id: string;
  slag: string;
  rubrik: string;
  parametrar: Json;
  status: string;
  klart: Generated<number>;
  totalt: Generated<number>;
  moment: Generated<string>;
  resultat: ColumnType<unknown, string | null | undefined, string | null>;
  felord: string | null;
  startad_av: Json;
  startad: Instant;
  slutad: NullableInstant;
}

export interface ProblemrapportTable extends TenantColumns {
  id: string;
  sida: string;
  version: string;
  webblasare: string;
  text: string;
  tid: Instant;
}

export interface AnordnareTable extends TenantColumns {
  id: string;
  namn: string;
  slag: string;
  kontakt: Json;
  aktiv: boolean;
  version: number;
}

export interface AnordnaranvandareTable extends TenantColumns {
  anvandare: string;
  anordnare: string;
}

export interface OverenskommelseTable extends TenantColumns {
  id: string;
  anordnare: string;
  parter: Json;
  resultat: string;
  fran: string;
  till: string;
  kostnad: number | null;
  tecknad: Instant;
  tecknad_av: Json;
  uppsagd: Json;
}

export interface InsatsTable extends TenantColumns {
  id: string;
  anordnare: string;
  namn: string;
  beskrivning: string;
  syften: string[];
  omrade: string;
  form: string;
  malgrupp: string;
  kriterier: string;
  villkor: Json;
  sprak: string[];
  tillganglighet: string;
  startdagar: string[];
  /** Quarters of an hour per week. */
  kvartar: number;
  pass: Json;
  adress: string;
  ort: string;
  platser: number;
  kostnad: number | null;
  stegtrappa: string | null;
  utvecklingsomrade: string;
  langst_manader: number;
  jobbsokarkvartar: number;
  utrymme: string;
  skydd_arbetsmiljo: string | null;
  skydd_forsakring: string | null;
  forsakran: Json;
  status: string;
  version: number;
}

export interface DeltagandemarkTable extends TenantColumns {
  id: string;
  anvisning: string;
  person: string;
  dag: string;
  slag: string;
  /** Quarters of an hour. */
  kvartar: number;
  av: string;
  tid: Instant;
  rattar: string | null;
  skal: string | null;
}

export interface FranvaroforklaringTable extends TenantColumns {
  id: string;
  person: string;
  anvisning: string;
  dag: string;
  skal: string;
  text: string;
  tid: Instant;
}

export interface FranvarobedomningTable extends TenantColumns {
  id: string;
  person: string;
  mark: string;
  giltig: boolean;
  skal: string;
  av: string;
  tid: Instant;
}

export interface LakarintygTable extends TenantColumns {
  id: string;
  person: string;
  fran: string;
  till: string;
  inlamning: string;
  anmalt: Instant;
  last_av: string | null;
  last: NullableInstant;
  version: number;
}

export interface IntygsbeslutTable extends TenantColumns {
  id: string;
  person: string;
  slag: string;
  fran: string;
  till: string;
  skal: string;
  av: string;
  tid: Instant;
}

export interface KalenderlankTable extends TenantColumns {
  id: string;
  person: string;
  hash: string;
  skapad: Instant;
  aterkallad: NullableInstant;
}

export interface AnvisningTable extends TenantColumns {
  id: string;
  person: string;
  insats: string;
  anordnare: string;
  grund: string;
  krav: string | null;
  samrad: Json;
  status: string;
  fran: string;
  till: string;
  /** Quarters of an hour per week. */
  kvartar: number;
  pass: Json;
  skal: string;
  avsteg: string | null;
  till_anordnaren: string;
  foreslagen: Instant;
  foreslagen_av: Json;
  svar: Json;
  ko: Json;
  konummer: number | null;
  startad: string | null;
  utfall: Json;
  aterkallad: Json;
  avbojd: Json;
  version: number;
}

export interface SprakuppgiftTable extends TenantColumns {
  id: string;
  person: string;
  niva: string | null;
  sfi: Json;
  sprak: string[];
  tolk: string;
  grund: string;
  anteckning: string;
  av: Json;
  tid: Instant;
}

export interface StegpositionTable extends TenantColumns {
  id: string;
  person: string;
  steg: string;
  dag: string;
  kalla: string;
  skal: string;
  av: Json;
  tid: Instant;
}

export interface ForsorjningshinderTable extends TenantColumns {
  id: string;
  person: string;
  hinder: string;
  fran: string;
  skal: string;
  ansokan: string | null;
  av: Json;
  tid: Instant;
}

export interface SamtyckeTable extends TenantColumns {
  id: string;
  person: string;
  part: string;
  vem: string;
  uppgifter: string[];
  plan: boolean;
  till: string;
  givet: Json;
  aterkallat: Json;
  version: number;
}

export interface SipTable extends TenantColumns {
  id: string;
  person: string;
  status: string;
  samtycken: string[];
  behov: string;
  deltagare: Json;
  leder: string;
  samordnare: string;
  moten: Json;
  atgarder: Json;
  startad: Instant;
  startad_av: Json;
  avslut: Json;
  version: number;
}

export interface ErsattningsarendeTable extends TenantColumns {
  id: string;
  person: string;
  ersattning: string;
  status: string;
  steg: Json;
  version: number;
}

export interface AfuppgiftTable extends TenantColumns {
  id: string;
  person: string;
  krav: string;
  status: string;
  grund: string;
  skapad: Instant;
  avslutad: NullableInstant;
  version: number;
}

export interface AfsvarTable extends TenantColumns {
  id: string;
  person: string;
  begard: string;
  begard_av: string;
  fragor: string[];
  svar: Json;
  av: Json;
  tid: Instant;
}

export interface IvorapportTable extends TenantColumns {
  id: string;
  kvartal: string;
  nummer: number;
  rader: Json;
  summa: Json;
  underlag: Json;
  csv: string;
  skal: string;
  av: Json;
  tid: Instant;
}

export interface IvoredovisningTable extends TenantColumns {
  id: string;
  nummer: number;
  anledning: string;
  dag: string;
  texter: Json;
  siffror: string[];
  av: Json;
  tid: Instant;
}

export interface PostbeskrivningTable extends TenantColumns {
  nyckel: string;
  version: number;
  namn: string;
  slag: string;
  innehall: Json;
  av: Json;
  tid: Instant;
}

export interface UtlamningTable extends TenantColumns {
  id: string;
  slag: string;
  period: string;
  version: number;
  beskrivning: string;
  beskrivningsversion: number;
  filnamn: string;
  rader: number;
  utelamnade: Json;
  skal: string;
  sha256: string;
  innehall: Buffer | null;
  gallras: string;
  gallrad: NullableInstant;
  lamnad: Json;
  av: Json;
  tid: Instant;
}

export interface OppenSerieTable extends TenantColumns {
  nyckel: string;
  titel: string;
  beskrivning: string;
  fraga: Json;
  start: string;
  status: string;
  version: number;
  av: Json;
  tid: Instant;
}

export interface OppenUtgavaTable extends TenantColumns {
  serie: string;
  nummer: number;
  fran: string;
  till: string;
  rader: Json;
  av: Json;
  tid: Instant;
}

export interface OppenInstallningTable extends TenantColumns {
  nummer: number;
  licens: string;
  utgivare: string;
  epost: string;
  webbplats: string;
  av: Json;
  tid: Instant;
}

/** Every table of the database, as the migrations make it; a test compares with the database itself. */
export interface SamordnarskapTable extends TenantColumns {
  id: string;
  person: string;
  anvandare: string;
  namn: string;
  fran: string;
  till: string | null;
  skal: string;
  av: string;
  tid: Instant;
  version: number;
}

export interface SamordnarfranvaroTable extends TenantColumns {
  id: string;
  anvandare: string;
  fran: string;
  till: string;
  ersattare: string;
  ersattare_namn: string;
  av: string;
  tid: Instant;
}

export interface MotestidTable extends TenantColumns {
  id: string;
  samordnare: string;
  namn: string;
  slag: string;
  dag: string;
  fran: string;
  till: string;
  plats: string;
  antal: number;
  stangd: boolean;
  version: number;
}

export interface MoteTable extends TenantColumns {
  id: string;
  person: string;
  samordnare: string;
  namn: string;
  slag: string;
  dag: string;
  fran: string;
  till: string;
  plats: string;
  syfte: string;
  status: string;
  motestid: string | null;
  ansokan: string | null;
  bokat_av: string | null;
  bokat: Instant;
  andrat_skal: string | null;
  pamint: NullableInstant;
  version: number;
}

export interface MotesanteckningTable extends TenantColumns {
  id: string;
  mote: string;
  person: string;
  overenskommet: string;
  nasta: string;
  nasta_kontakt: string | null;
  egen: string;
  av: string;
  tid: Instant;
  rattar: string | null;
  skal: string | null;
}

export interface AvslutTable extends TenantColumns {
  id: string;
  person: string;
  skal: string;
  till: string;
  dag: string;
  varaktighet: string;
  eftervard_till: string | null;
  spar: string | null;
  av: string;
  tid: Instant;
  ateroppnat: Json;
  version: number;
}

export interface KoladamattTable extends TenantColumns {
  kpi: string;
  titel: string;
  beskrivning: string;
  konsuppdelat: boolean;
  hamtad: Instant;
}

export interface KoladaomradeTable extends TenantColumns {
  id: string;
  namn: string;
  slag: string;
  hamtad: Instant;
}

export interface KoladavardeTable extends TenantColumns {
  kpi: string;
  omrade: string;
  ar: number;
  kon: string;
  varde: number | null;
  hamtad: Instant;
}

export interface JamforelsegruppTable extends TenantColumns {
  id: string;
  namn: string;
  omraden: string[];
  av: Json;
  andrad: Instant;
  version: number;
}

export interface RapportkommentarTable extends TenantColumns {
  manad: string;
  avsnitt: string;
  text: string;
  av: Json;
  tid: Instant;
  version: number;
}

export interface NamndrapportTable extends TenantColumns {
  manad: string;
  nummer: number;
  frusen: Instant;
  av: Json;
  skal: string | null;
  innehall: Json;
  brev: Json;
  hash: string;
}

export interface StatHushallsmanadTable extends TenantColumns {
  manad: string;
  hushall: string;
  vuxna: number;
  barn: number;
  belopp121: number;
  belopp122: number;
  ny: boolean;
  avslutad: boolean;
  ursprung: string;
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

export interface StatPersonmanadTable extends TenantColumns {
  manad: string;
  person: string;
  hushall: string;
  vuxen: boolean;
  insatser: string[];
  ursprung: string;
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

export interface StatPersonarTable extends TenantColumns {
  ar: number;
  person: string;
  vuxen: boolean;
  manader: number;
  langvarigt: boolean;
  mycket_langvarigt: boolean;
  ursprung: string;
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

export interface StatAnsokanTable extends TenantColumns {
  id: string;
  hushall: string;
  slag: string;
  inkommen: Instant;
  beslutad: NullableInstant;
  sedd_till: Instant;
  utfall: string | null;
  avslagsgrund: string | null;
  processuellt: boolean;
  automatisk: boolean;
  stopporsaker: string[];
  granskad: boolean;
  granskad_fel: boolean;
  andrad: boolean;
  overklagad: string | null;
  overklagandeutfall: string | null;
  handlaggningsminuter: number | null;
  vantetid_timmar: Generated<number | null>;
  vantedagar: Generated<number | null>;
  inom_dygn: Generated<boolean | null>;
  halvar: Generated<number | null>;
  jamforgrupp: Generated<string | null>;
  ursprung: string;
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

export interface StatPeriodTable extends TenantColumns {
  id: string;
  person: string;
  fran: string;
  till: string | null;
  avslutsorsak: string | null;
  ateransokt: string | null;
  aterkom: string | null;
  sedd_till: string;
  forsta_aktivitet: string | null;
  insatser: string[];
  steg_fran: number | null;
  steg_till: number | null;
  sedda_manader: Generated<number | null>;
  ateransokt_inom_ett_ar: Generated<boolean | null>;
  hallbar_3: Generated<boolean | null>;
  hallbar_6: Generated<boolean | null>;
  hallbar_12: Generated<boolean | null>;
  dagar_till_aktivitet: Generated<number | null>;
  stegforflyttning: Generated<number | null>;
  ursprung: string;
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

export interface StatInsatsmanadTable extends TenantColumns {
  manad: string;
  insats: string;
  steg: string;
  omrade: string;
  platser: number;
  upptagna: number;
  i_ko: number;
  borjat: number;
  kodagar: number;
  efterfragan: Generated<number | null>;
  kostnad: number;
  ursprung: string;
}

export interface StatHandelseTable extends TenantColumns {
  id: string;
  dag: string;
  slag: string;
  person: string | null;
  insats: string | null;
  utfall: string | null;
  varde: number | null;
  varde2: number | null;
  ursprung: string;
  kon: string;
  aldersgrupp: string;
  hushallstyp: string;
  hinder: string;
  distrikt: string;
  spar: string;
}

export interface StatTjansterTable extends TenantColumns {
  manad: string;
  distrikt: string;
  arsarbetskrafter: number;
  anstallda: number;
}

export interface StatBefolkningTable extends TenantColumns {
  ar: number;
  kon: string;
  aldersgrupp: string;
  distrikt: string;
  antal: number;
}

export interface StatUnderlagTable extends TenantColumns {
  ursprung: string;
  gjort: Instant;
}

export interface StatVersionTable extends TenantColumns {
  nummer: number;
}

export interface StatSvarTable extends TenantColumns {
  nummer: number;
  nyckel: string;
  svar: Buffer;
}

export interface StatVardeTable extends TenantColumns {
  ursprung: string;
  dimension: string;
  varde: string;
}

export interface ArbetsgruppTable extends TenantColumns {
  id: string;
  namn: string;
  medlemmar: string[];
  version: number;
}

export interface ChecklistaTable extends TenantColumns {
  id: string;
  version: number;
  namn: string;
  fragor: Json;
  skal: string;
  av: Json;
  tid: Instant;
}

export interface GranskningsomgangTable extends TenantColumns {
  id: string;
  namn: string;
  regel: Json;
  fro: number;
  population: number;
  populationshash: string;
  antal: number;
  checklistor: Json;
  granskare: Json;
  senast: string;
  av: Json;
  dragen: Instant;
  avslutad: Json;
  version: number;
}

export interface AktgranskningTable extends TenantColumns {
  id: string;
  omgang: string;
  ordning: number;
  beslut: string;
  ansokan: string;
  slag: string;
  automatisk: boolean;
  beslutsfattare: string | null;
  grupp: Json;
  status: string;
  granskare: Json;
  svar: Json;
  sammanfattning: string;
  paborjad: NullableInstant;
  klar: NullableInstant;
  version: number;
}

export interface KvalitetsavvikelseTable extends TenantColumns {
  id: string;
  nummer: number;
  rubrik: string;
  vad: string;
  process: string;
  allvar: string;
  dag: string;
  ansokan: string | null;
  person: string | null;
  akt: string | null;
  granskningsfraga: Json;
  anmald_av: Json;
  anmald: Instant;
  status: string;
  utredare: Json;
  utredning: Json;
  atgarder: Json;
  uppfoljningar: Json;
  avslut: Json;
  version: number;
}

export interface AterkomstnoteringTable extends TenantColumns {
  id: string;
  person: string;
  avslut: string;
  orsaker: string[];
  text: string;
  av: string;
  tid: Instant;
}

export interface KartlaggningTable extends TenantColumns {
  id: string;
  namn: string;
  fran: string;
  till: string;
  regel: Json;
  fragor: Json;
  antal: number;
  status: string;
  av: Json;
  skapad: Instant;
  avslutad: Json;
  version: number;
}

export interface KartlaggningspersonTable extends TenantColumns {
  kartlaggning: string;
  person: string;
}

export interface KartlaggningssvarTable extends TenantColumns {
  kartlaggning: string;
  person: string;
  slag: string;
  svar: Json;
  ord: string;
  av: string;
  tid: Instant;
  version: number;
}

export interface Schema {
  arbetsgrupp: ArbetsgruppTable;
  checklista: ChecklistaTable;
  granskningsomgang: GranskningsomgangTable;
  aktgranskning: AktgranskningTable;
  kvalitetsavvikelse: KvalitetsavvikelseTable;
  aterkomstnotering: AterkomstnoteringTable;
  kartlaggning: KartlaggningTable;
  kartlaggningsperson: KartlaggningspersonTable;
  kartlaggningssvar: KartlaggningssvarTable;
  samordnarskap: SamordnarskapTable;
  samordnarfranvaro: SamordnarfranvaroTable;
  motestid: MotestidTable;
  mote: MoteTable;
  motesanteckning: MotesanteckningTable;
  avslut: AvslutTable;
  dokument: DokumentTable;
  dokumentfil: DokumentfilTable;
  dokumentsida: DokumentsidaTable;
  dokumentsvar: DokumentsvarTable;
  namnd: NamndTable;
  person: PersonTable;
  personhandelse: PersonhandelseTable;
  kravuppgift: KravuppgiftTable;
  kravbeslut: KravbeslutTable;
  kravbrev: KravbrevTable;
  genomforandeplan: GenomforandeplanTable;
  bedomning: BedomningTable;
  sparinstallning: SparinstallningTable;
  sparplacering: SparplaceringTable;
  overlamning: OverlamningTable;
  inskrivningsundantag: InskrivningsundantagTable;
  nedsattning: NedsattningTable;
  anordnare: AnordnareTable;
  anordnaranvandare: AnordnaranvandareTable;
  overenskommelse: OverenskommelseTable;
  insats: InsatsTable;
  anvisning: AnvisningTable;
  deltagandemark: DeltagandemarkTable;
  franvaroforklaring: FranvaroforklaringTable;
  franvarobedomning: FranvarobedomningTable;
  lakarintyg: LakarintygTable;
  intygsbeslut: IntygsbeslutTable;
  kalenderlank: KalenderlankTable;
  sprakuppgift: SprakuppgiftTable;
  stegposition: StegpositionTable;
  forsorjningshinder: ForsorjningshinderTable;
  samtycke: SamtyckeTable;
  sip: SipTable;
  ersattningsarende: ErsattningsarendeTable;
  afuppgift: AfuppgiftTable;
  afsvar: AfsvarTable;
  ivoredovisning: IvoredovisningTable;
  ivorapport: IvorapportTable;
  postbeskrivning: PostbeskrivningTable;
  utlamning: UtlamningTable;
  oppen_serie: OppenSerieTable;
  oppen_utgava: OppenUtgavaTable;
  oppen_installning: OppenInstallningTable;
  anvandare: AnvandareTable;
  session: SessionTable;
  delegation: DelegationTable;
  arende: ArendeTable;
  nummerserie: NummerserieTable;
  bistandsmanad: BistandsmanadTable;
  ansokan: AnsokanTable;
  underskrift: UnderskriftTable;
  registerfragning: RegisterfragningTable;
  registersvar: RegistersvarTable;
  ratt_registersvar: RattRegistersvarTable;
  folkbokforingssvar: FolkbokforingssvarTable;
  kontokontroll: KontokontrollTable;
  registerinstallning: RegisterinstallningTable;
  justering: JusteringTable;
  berakning: BerakningTable;
  ram: RamTable;
  beslut: BeslutTable;
  betalfil: BetalfilTable;
  utbetalning: UtbetalningTable;
  aterrapport: AterrapportTable;
  avvikelse: AvvikelseTable;
  kontoandring: KontoandringTable;
  brev: BrevTable;
  delfaende: DelfaendeTable;
  overklagande: OverklagandeTable;
  domstolsakt: DomstolsaktTable;
  beslutsbegaran: BeslutsbegaranTable;
  rattelse: RattelseTable;
  aterkrav: AterkravTable;
  underrattelse: UnderrattelseTable;
  yttrande: YttrandeTable;
  beslutsforslag: BeslutsforslagTable;
  overflyttning: OverflyttningTable;
  verkstallighet: VerkstallighetTable;
  handelse: HandelseTable;
  granskningslogg: GranskningsloggTable;
  journal: JournalTable;
  paminnelse: PaminnelseTable;
  narvaro: NarvaroTable;
  handlaggningstid: HandlaggningstidTable;
  kvittens: KvittensTable;
  ersattare: ErsattareTable;
  registrering: RegistreringTable;
  komplettering: KompletteringTable;
  meddelande: MeddelandeTable;
  kontaktuppgift: KontaktuppgiftTable;
  avisering: AviseringTable;
  lagesbyte: LagesbyteTable;
  granskningsuppdrag: GranskningsuppdragTable;
  delegationsandring: DelegationsandringTable;
  delegationsanmalan: DelegationsanmalanTable;
  anmalt_beslut: AnmaltBeslutTable;
  installningsandring: InstallningsandringTable;
  problemrapport: ProblemrapportTable;
  korning: KorningTable;
  uttag: UttagTable;
  uttagsleverans: UttagsleveransTable;
  statistiknyckel: StatistiknyckelTable;
  koladamatt: KoladamattTable;
  koladaomrade: KoladaomradeTable;
  koladavarde: KoladavardeTable;
  jamforelsegrupp: JamforelsegruppTable;
  rapportkommentar: RapportkommentarTable;
  namndrapport: NamndrapportTable;
  stat_hushallsmanad: StatHushallsmanadTable;
  stat_personmanad: StatPersonmanadTable;
  stat_personar: StatPersonarTable;
  stat_ansokan: StatAnsokanTable;
  stat_period: StatPeriodTable;
  stat_insatsmanad: StatInsatsmanadTable;
  stat_handelse: StatHandelseTable;
  stat_tjanster: StatTjansterTable;
  stat_befolkning: StatBefolkningTable;
  stat_underlag: StatUnderlagTable;
  stat_varde: StatVardeTable;
  stat_version: StatVersionTable;
  stat_svar: StatSvarTable;
}
