export {
  type Anställning,
  type Anställningsläge,
  type Arbetssvar,
  type Arbetsval,
  arbeteEllerBistånd,
  type Läge,
} from './arbete/arbete.ts';
export { ANSTÄLLNINGAR, läsArbete } from './arbete/las-arbete.ts';
export { TYPHUSHÅLL, type Typhushåll, typhushåll } from './arbete/typhushall.ts';
export { type Kurvpunkt, type Återkomstkurva, återkomstkurva } from './aterkomst/aterkomstkurva.ts';
export { AVSLAGSGRUNDER, type Avslagsgrund } from './avslagsgrund.ts';
export {
  DIMENSIONER,
  type Dimension,
  type Dimensionsbeskrivning,
  hushållstyp,
  SAKNAS,
  åldersgrupp,
} from './dimension.ts';
export { type Effekt, type Jämförelserad, jämförEffekt, type Skillnad } from './effekt/effekt.ts';
export { type Effektutfall, type Förlopp, jämförelserader, MÅL, UTFALL } from './effekt/jamforelserader.ts';
export { type SkyddadEffekt, skyddaEffekt } from './effekt/skydda-effekt.ts';
export {
  type Arbetsmodell,
  type Ekonomi,
  GÖTEBORGS,
  type Osäkert,
  räknaEkonomi,
} from './ekonomi/arbetsmodell.ts';
export { type LästArbetsmodell, läsArbetsmodell } from './ekonomi/las-arbetsmodell.ts';
export { DRAGNINGAR, type Ekonomisimulering, simuleraEkonomi, type Utfall } from './ekonomi/simulera-ekonomi.ts';
export type {
  Ansökningsfakta,
  Befolkning,
  Biståndsperiod,
  Faktaparti,
  Grund,
  Hushållsmånad,
  Händelsefakta,
  Händelseslag,
  Insatsmånad,
  Personmånad,
  Personår,
  Tjänster,
  Ursprung,
} from './fakta.ts';
export { HÄNDELSESLAG } from './fakta.ts';
export { FÄLT, type Fält, fältet, INGEN, uppdelningsbeskrivning } from './falt.ts';
export { ALLA, type Råcell, type Råsvar, type Statistikfråga } from './fraga.ts';
export { type Arbetsperiod, type FrigjordTid, frigjordTid } from './frigjord-tid/frigjord-tid.ts';
export {
  type Enhet,
  type Faktatabell,
  type Indikator,
  type Nämnare,
  OMRÅDEN,
  type Område,
  type Uttryck,
  type Villkor,
} from './indikator.ts';
export { INDIKATORER, indikator } from './indikatorer/index.ts';
export {
  type Intervall,
  kvot,
  percentilgränser,
  poisson,
  skillnad,
  säkerställd,
  welch,
  wilson,
} from './jamfor/intervall.ts';
export type {
  Jämförelsegrupp,
  Koladakön,
  Koladamått,
  Koladaområde,
  Koladasvar,
  Koladavärde,
} from './jamfor/kolada.ts';
export {
  type Gruppsiffra,
  jämförKön,
  type Könsjämförelse,
  type Osäkerhetsslag,
  osäkerhetsslag,
  type Spridning as Könsspridning,
  skiljerSig,
  skillnadITal,
  spannITal,
} from './jamfor/kon.ts';
export { MOTSVARIGHETER, type Motsvarighet, månaderFör, spannAv } from './jamfor/motsvarigheter.ts';
export { jämförSvar, type Svarsandelar, svarsandel } from './jamfor/svarsandel.ts';
export {
  ANTAGANDEN,
  type Frigörelse,
  frigjordaHandläggare,
  type Kapacitet,
  type Kapacitetsmål,
  type Kapacitetssvar,
  MÅNADSMÖNSTER,
  type Månadsmönster,
  type Spridning,
  simuleraKapacitet,
} from './kapacitet/kapacitet.ts';
export { FLEST_ANSÖKNINGAR, type LästKapacitet, läsKapacitet } from './kapacitet/las-kapacitet.ts';
export { andelKlart, KÖRNINGSLÄGEN, type Körning, type Körningsläge, pågår } from './korning/korning.ts';
export { type Inskrivet, läsTal, type Talfel, type Talregel, tolkaTal } from './las-tal.ts';
export {
  type Distriktsandel,
  type Likabehandling,
  type Likarad,
  likabehandling,
  likarader,
  MINST_LIKA,
} from './likabehandling/likabehandling.ts';
export { andelVid, kaplanMeier, type Steg, type Tid } from './overlevnad/kaplan-meier.ts';
export { type Periodslut, survivalTimes } from './overlevnad/survival-times.ts';
export { Frågefel, type Frågeperiod, type PrövadFråga, prövaFråga } from './prova-fraga.ts';
export { byggRapport, type Gruppjämförelse, periodnamn, type Rapportunderlag } from './rapport/bygg-rapport.ts';
export {
  type FrystRapport,
  type Nämndrapport,
  type Rapportavsnitt,
  type Rapportkommentar,
  type Rapportmening,
  type Rapportsiffra,
  rapportkolumner,
} from './rapport/namndrapport.ts';
export { RAPPORTPLAN, type Rapportmått, rapportfrågor } from './rapport/rapportplan.ts';
export { REGLER, TRÖSKLAR } from './rapport/regler.ts';
export { DELVAL, FLEST_SYNTETISKA, läsReform, type Reformval } from './reform/las-reform.ts';
export { HUSHÅLLSGRUPPER, type Hushållsgrupp, type Reformunderlag, reformräkning } from './reform/reformrakning.ts';
export {
  barngruppsnamn,
  GRÄNSLÖST,
  type Reformfall,
  type Reformresultat,
  type SkyddadGrupp,
  type SkyddatReformsvar,
  sammanställReform,
  skyddaReform,
} from './reform/reformsvar.ts';
export { perioderI } from './skydd/perioder.ts';
export { GRÄNS, type Skyddsval, skydda } from './skydd/skydda.ts';
export { SKYDDAD, type SkyddadCell, type Skyddat, type SkyddatSvar } from './skydd/skyddat-svar.ts';
export { type Måttslag, slaget, ärAntal } from './skydd/slag.ts';
export { type Facit, nyttFacit } from './syntet/facit.ts';
export { SANNING, SPÅR } from './syntet/sanning.ts';
export {
  type Syntetkommun,
  syntetiskaFakta,
  syntetiskaTjänster,
  syntetiskBefolkning,
} from './syntet/syntetiska-fakta.ts';
export { syntetiskaUnderlag } from './syntet/underlag.ts';
export type { ÖppenInställning, ÖppenRad, ÖppenSerie, ÖppenUtgåva } from './utlamning/oppnadata.ts';
export type { SparadPostbeskrivning, Utlämning, Utlämningsslag } from './utlamning/utlamning.ts';
export { kortPeriod, periodIOrd, uppdelningsnamn, värdenamn } from './uttag/benamningar.ts';
export {
  förvaldaFrågor,
  förvaldaMånader,
  ÖVERSIKTEN,
  översiktsfråga,
  översiktsmånad,
} from './uttag/forvalda-fragor.ts';
export {
  FILTERFÄLT,
  frågaIAdress,
  type LästFråga,
  läsUttagsfråga,
  type Skriven,
  värdenI,
} from './uttag/las-uttagsfraga.ts';
export { FLEST_NYCKLAR, NYCKEL_DAGAR, type Statistiknyckel } from './uttag/statistiknyckel.ts';
export { type Filcell, omSvaret, serien, skyddstext, svarsmening, svarsrader, åretFöre } from './uttag/svarsrader.ts';
export {
  FLEST_UTTAG,
  frågaFör,
  LEVERANS_DAGAR,
  nästaKörning,
  SCHEMAN,
  sparaUttag,
  type Uttag,
  type Uttagsfråga,
  type Uttagsleverans,
  type Uttagsperiod,
  type Uttagsschema,
  type Uttagsönskan,
} from './uttag/uttag.ts';
export { nämnareIOrd, uttryckIOrd } from './uttag/uttryck-i-ord.ts';
export { enhetsnamn, SKYDDAS, visaMått, visaTal } from './visa-matt.ts';
