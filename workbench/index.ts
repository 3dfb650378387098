export type { Återkravsbild, Återkravsport } from './aterkrav-port.ts';
export type {
  Automatikbild,
  Automatikport,
  Granskningsbild,
  Granskningsrad,
  Räknarbild,
  Skuggbild,
  Skuggrad,
} from './automatik-port.ts';
export type { Beslutsbild, Beslutsport, Beslutsuppgift } from './beslut-port.ts';
export type {
  Avvikelserad,
  Betalfilsbild,
  Betalfilsrad,
  Betalningsbild,
  Betalningsport,
  Betalningsrad,
  Dagslista,
  Kontoändringsrad,
  Utbetalningsbild,
  Återrapportbild,
} from './betalning-port.ts';
export type { Anmälningsbild, Anmälningslista, Delegationsbild, Delegationsport } from './delegation-port.ts';
export type { Mottagarbild, Mottagarport } from './deltagare/mottagar-port.ts';
export type { Dokumentport as HandläggarDokumentport, Dokumentrad, Ärendedokument } from './dokument-port.ts';
export type {
  Handläggningsport,
  Klocka,
  Kollega,
  Körad,
  MittArbete,
  Närvarokollega,
  Påminnelserad,
  Sökträff,
} from './handlaggning-port.ts';
export type {
  Aktivitetsbild,
  Aktivitetsförslag,
  Anordnarbild,
  Anordnarsvar,
  Insatsbild,
  Insatsport,
  Insatsval,
  Katalog,
} from './insatser/insats-port.ts';
export type { Inställningsbild, Inställningsfält, Inställningsport } from './installningar-port.ts';
export { ivocsv } from './ivo/ivo.tsx';
export type { Ivobild, Ivolistrad, Ivoport, Ivoändring } from './ivo/ivo-port.ts';
export type * from './kartlaggning/kartlaggning-port.ts';
export type * from './kvalitet/kvalitet-port.ts';
export type { Kompletteringsbild, Meddelandeport, Tråd, Trådbild } from './meddelande-port.ts';
export type { Efterbild, Efterlista, Efterrad, Ändringsuppgift, Överklagandeport } from './overklagande-port.ts';
export type { Bedömningsbild, Bedömningsport } from './person/bedomning-port.ts';
export type { Deltagandebild, Deltagandeport, Deltagardag, Deltagare } from './person/deltagande-port.ts';
export type { Kravbild, Kravförslag, Kravport } from './person/krav-port.ts';
export type { Nedsättningsbild, Nedsättningsport, Utredningssteg } from './person/nedsattning-port.ts';
export type { Personhuvud, Personport } from './person/person-port.ts';
export type { Planbild, Planport } from './person/plan-port.ts';
export type { Samordningsbild, Samordningsport } from './person/samordning-port.ts';
export type { Stegbild, Stegport } from './person/steg-port.ts';
export type {
  Mötesbild,
  Personlista,
  Personrad,
  Personval,
  Personöversiktsbild,
  Tidbild,
  Tillbaka,
  Uppföljningsport,
  Återkomst,
} from './personer/uppfoljning-port.ts';
export type { Planföljd, Planföljdsport } from './planfoljd-port.ts';
export type { HandläggarPort, Medarbetare, Ärendebild } from './port.ts';
export type { Rambild, Ramport } from './ram-port.ts';
export type { Registerbild, Registerport } from './register-port.ts';
export type { Registreringsbild, Registreringsport } from './registrering-port.ts';
export { följer, läserStatistik } from './sida.tsx';
export type { Spårbild, Spårmåttsbild, Spårport } from './spar/spar-port.ts';
export type { Arbetsport } from './statistik/arbete-port.ts';
export type { Återkomstport } from './statistik/aterkomst-port.ts';
export type { Effektport } from './statistik/effekt-port.ts';
export type * from './statistik/jamforelse-port.ts';
export type * from './statistik/jamstalldhet-port.ts';
export type { Egnasiffror, Kapacitetsport } from './statistik/kapacitet-port.ts';
export type { Körningsport } from './statistik/korning-port.ts';
export type { Likabehandlingsbild, Likabehandlingsport } from './statistik/likabehandling-port.ts';
export type { Seriebild, Öppnadatabild, Öppnadataport } from './statistik/oppnadata-port.ts';
export type * from './statistik/rapport-port.ts';
export type { FöreEfter, Reformbild, Reformfallrad, Reformport, Reformstart } from './statistik/reform-port.ts';
export type { Statistikport } from './statistik/statistik-port.ts';
export { INLÄSNINGAR, type Inläsningsslag, type Underlagsbild, type Underlagsport } from './statistik/underlag-port.ts';
export type { Beskrivningsbild, Utlämningsbild, Utlämningsport, Utlämningsprov } from './statistik/utlamning-port.ts';
export { Räknas, type Statistikval, type Uttagsport } from './statistik/uttag-port.ts';
export { uttagsCsv } from './statistik/uttagsfil.ts';
export type { Vägport } from './vag-port.ts';
export { workbenchRoutes } from './workbench-routes.ts';
