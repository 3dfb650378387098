import type {
  AfSvar,
  AfUppgift,
  Aktör,
  Anordnare,
  Ansökan,
  Anvisning,
  Användare,
  Avslut,
  Avvikelse,
  Bedömning,
  Beslut,
  Beslutsbegäran,
  Beslutsförslag,
  Betalfil,
  Brev,
  Dag,
  Delegationsanmälan,
  Delegationsbeslut,
  Delegationspunkt,
  Delegationsändring,
  Deltagandemark,
  Dokument,
  Dokumentsvar,
  Domstolsakt,
  Ersättare,
  Ersättningsärende,
  Folkbokföringssvar,
  Frånvarobedömning,
  Frånvaroförklaring,
  Förslag,
  Försörjningshinder,
  Genomförandeplan,
  Granskningspost,
  Granskningsuppdrag,
  Historik,
  Händelse,
  Insats,
  Inskrivningsläge,
  Inskrivningsundantag,
  Inställningsgrupp,
  Inställningsändring,
  Intygsbeslut,
  IvoFrystRapport,
  IvoRedovisning,
  Journalanteckning,
  Justering,
  Kalenderlänk,
  Komplettering,
  Kontaktuppgift,
  Kontokontroll,
  Kontoändring,
  Kravbeslut,
  Kravbrev,
  Kravundantag,
  Kravuppgift,
  Kvartal,
  Kvittens,
  Lägesbyte,
  Läkarintyg,
  Meddelande,
  Månad,
  Möte,
  Mötesanteckning,
  Mötestid,
  MötestidMedBokade,
  Nedsättningsärende,
  Person,
  Personhändelse,
  PersonId,
  Problemrapport,
  Påminnelse,
  Ram,
  Rapportslag,
  Registerfrågning,
  Registerinställning,
  Rättelse,
  Samordnarfrånvaro,
  Samordnarskap,
  Samtycke,
  Sip,
  Skuggfall,
  Språkuppgift,
  Spårinställning,
  Spårplacering,
  Stegposition,
  Stoppfall,
  Stoppkod,
  Stopporsak,
  Tidpunkt,
  Underrättelse,
  UnderrättelseMedSvar,
  Utbetalning,
  Utbetalningsstatus,
  Utredning,
  Verkställighet,
  Yttrande,
  Ärende,
  Ärendeberäkning,
  Återkrav,
  Åtgärd,
  Överenskommelse,
  Överflyttning,
  Överklagande,
  Överlämning,
} from '@stegvis/casework';
import type { Körning } from '@stegvis/statistics';
import type { Kartläggningssamling, Kvalitetssamling, Återkomstsamling } from './kvalitet/kvalitetssamlingar.ts';
import type { Effektsamling } from './statistik/effektsamling.ts';
import type { Jämförelsesamling, Rapportsamling } from './statistik/jamforelsesamling.ts';
import type { Statistiksamling } from './statistik/statistiksamling.ts';
import type { Uttagssamling } from './statistik/uttagssamling.ts';
import type { Öppnadatasamling } from './utlamning/oppnadatasamling.ts';
import type { Utlämningssamling } from './utlamning/utlamningssamling.ts';

export type * from './kvalitet/kvalitetssamlingar.ts';
export type * from './statistik/effektsamling.ts';
export type * from './statistik/jamforelsesamling.ts';
export type * from './statistik/statistiksamling.ts';
export type * from './statistik/uttagssamling.ts';
export type * from './utlamning/oppnadatasamling.ts';
export type * from './utlamning/utlamningssamling.ts';

/** Everything one board keeps, within one transaction. `get…` throws NotFound, `find…` may be undefined or empty. */
export interface Repositories {
  personer: Personer;
  uttag: Uttagssamling;
  personhändelser: Personhändelser;
  anordnare: Anordnarsamling;
  insatser: Insatssamling;
  anvisningar: Anvisningssamling;
  kravuppgifter: Kravuppgifter;
  kravundantag: Kravundantagssamling;
  kravbeslut: Kravbeslutssamling;
  kravbrev: Kravbrevssamling;
  planer: Planer;
  bedömningar: Bedömningssamling;
  språkuppgifter: Språkuppgiftssamling;
  spårplaceringar: Spårsamling;
  överlämningar: Överlämningssamling;
  deltagande: Deltagandesamling;
  nedsättningar: Nedsättningar;
  samordnarskap: Samordnarsamling;
  mötestider: Mötestidssamling;
  möten: Mötessamling;
  avslut: Avslutssamling;
  kvalitet: Kvalitetssamling;
  återkomster: Återkomstsamling;
  kartläggningar: Kartläggningssamling;
  steg: Stegsamling;
  försörjningshinder: Försörjningshindersamling;
  samtycken: Samtyckessamling;
  sip: Sipsamling;
  ersättningar: Ersättningssamling;
  afUppgifter: AfUppgiftssamling;
  afSvar: AfSvarssamling;
  ivo: IvoSamling;
  ärenden: Ärenden;
  ansökningar: Ansökningar;
  beslut: Beslutssamling;
  utbetalningar: Utbetalningar;
  återrapporter: Återrapporter;
  kontoändringar: Kontoändringar;
  utredningar: Utredningar;
  register: Registersamling;
  ramar: Ramar;
  brev: Brevsamling;
  överklaganden: Överklagandesamling;
  återkrav: Återkravssamling;
  händelser: Händelser;
  granskning: Granskning;
  organisation: Organisation;
  underrättelser: Underrättelser;
  beslutsförslag: Förslagssamling;
  överflyttningar: Överflyttningar;
  verkställighet: Verkställighetssamling;
  sessioner: Sessioner;
  dokument: Dokumentsamling;
  handläggning: Handläggning;
  kompletteringar: Kompletteringar;
  meddelanden: Meddelanden;
  kontaktuppgifter: Kontaktuppgifter;
  aviseringar: Aviseringar;
  automatik: Automatiksamling;
  statistik: Statistiksamling;
  effekt: Effektsamling;
  utlämning: Utlämningssamling;
  öppnadata: Öppnadatasamling;
  körningar: Körningssamling;
  jämförelse: Jämförelsesamling;
  nämndrapporter: Rapportsamling;
}

export interface Personer {
  /** @throws Duplicate when the personnummer is already there */
  add(person: Person): Promise<void>;
  get(id: PersonId): Promise<Person>;
  find(id: PersonId): Promise<Person | undefined>;
  findByPersonnummer(personnummer: string): Promise<Person | undefined>;
  /** In any order; persons that do not exist are left out. */
  findMany(ids: readonly PersonId[]): Promise<Person[]>;
  /** Months with decided försörjningsstöd that are known from elsewhere (another municipality, an earlier system). */
  addBiståndsmånader(person: PersonId, månader: readonly Månad[], källa: string): Promise<void>;
}

/** What has happened on each person's way to self-support; never changed. */
/** Providers of activities, and the agreements with them. */
export interface Anordnarsamling {
  /** @throws Duplicate when there is one of the name, or one of the users belongs to another */
  add(anordnare: Anordnare): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(anordnare: Anordnare): Promise<void>;
  find(id: string): Promise<Anordnare | undefined>;
  /** By name. */
  findAlla(): Promise<Anordnare[]>;
  /** The provider that the user belongs to. */
  findForAnvändare(användare: string): Promise<Anordnare | undefined>;
  addÖverenskommelse(överenskommelse: Överenskommelse): Promise<void>;
  /** Saves that it was ended before its time. @throws VersionConflict when it was ended already */
  sägUpp(överenskommelse: Överenskommelse): Promise<void>;
  /** Newest first; of one provider, or of all. */
  findÖverenskommelser(anordnare?: string): Promise<Överenskommelse[]>;
}

/** The catalogue of activities. */
export interface Insatssamling {
  add(insats: Insats): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(insats: Insats): Promise<void>;
  find(id: string): Promise<Insats | undefined>;
  /** The activity, locked: everybody else who gives its places waits until the transaction ends. */
  lås(id: string): Promise<Insats | undefined>;
  /** By name. */
  findAlla(): Promise<Insats[]>;
}

/** Referrals to activities. */
export interface Anvisningssamling {
  /** @throws Duplicate when the person has an open referral to the activity already */
  add(anvisning: Anvisning): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(anvisning: Anvisning): Promise<void>;
  /** Saves referrals of one activity that have changed numbers with one another. */
  sparaKö(anvisningar: readonly Anvisning[]): Promise<void>;
  find(id: string): Promise<Anvisning | undefined>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Anvisning[]>;
  /** Newest first. */
  findForInsats(insats: string): Promise<Anvisning[]>;
  /** Newest first. */
  findForAnordnare(anordnare: string): Promise<Anvisning[]>;
  /** Every one that is open, in all activities; newest first. */
  findÖppna(): Promise<Anvisning[]>;
}

export interface Personhändelser {
  add(händelser: readonly Personhändelse[]): Promise<void>;
  /** Oldest first, those for staff alone included. */
  findForPerson(person: PersonId): Promise<Personhändelse[]>;
}

/** Marks of attendance, what the person and staff say of an absence, certificates, and secret addresses to a calendar. */
export interface Deltagandesamling {
  /** @throws Duplicate when the day, or the mark that is corrected, has been marked meanwhile */
  add(märken: readonly Deltagandemark[]): Promise<void>;
  /** Every mark, replaced ones included; the latest day first, of one day the newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Deltagandemark[]>;
  /** As `findForPersoner`, of referrals. */
  findForAnvisningar(anvisningar: readonly string[]): Promise<Deltagandemark[]>;
  addFörklaring(förklaring: Frånvaroförklaring): Promise<void>;
  /** Newest first. */
  findFörklaringar(personer: readonly PersonId[]): Promise<Frånvaroförklaring[]>;
  addBedömning(bedömning: Frånvarobedömning): Promise<void>;
  /** Newest first. */
  findBedömningar(personer: readonly PersonId[]): Promise<Frånvarobedömning[]>;
  addIntyg(intyg: Läkarintyg): Promise<void>;
  /** Saves who has read it. @throws VersionConflict */
  saveIntyg(intyg: Läkarintyg): Promise<void>;
  /** The latest first. */
  findIntyg(personer: readonly PersonId[]): Promise<Läkarintyg[]>;
  addIntygsbeslut(beslut: Intygsbeslut): Promise<void>;
  /** Newest first. */
  findIntygsbeslut(personer: readonly PersonId[]): Promise<Intygsbeslut[]>;
  /** @throws Duplicate when the person has an open one already */
  addLänk(länk: Kalenderlänk): Promise<void>;
  återkallaLänk(länk: Kalenderlänk): Promise<void>;
  /** The person's open one. */
  findLänk(person: PersonId): Promise<Kalenderlänk | undefined>;
  /** The open one with the hash. */
  findLänkByHash(hash: string): Promise<Kalenderlänk | undefined>;
}

/** Matters of refusal or reduction for one person (SoL 12 kap. 5 §). */
export interface Nedsättningar {
  add(ärende: Nedsättningsärende): Promise<void>;
  find(id: string): Promise<Nedsättningsärende | undefined>;
  /** Saves a matter read at version n as version n + 1. @throws VersionConflict */
  save(ärende: Nedsättningsärende): Promise<void>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Nedsättningsärende[]>;
  /** Those that concern an application's month, newest first; ended ones included. */
  findForAnsökan(ansökan: string): Promise<Nedsättningsärende[]>;
  /** Those in which refusal or reduction was decided from one Swedish day to another, both included; oldest first. */
  findBeslutade(tid: { från: Dag; till: Dag }): Promise<Nedsättningsärende[]>;
}

/** Every assessment of every person, with the answers; at most one of each kind is open for a person. */
/** Versions of plans. */
export interface Planer {
  /** @throws Duplicate when the person has a draft or an unanswered version already */
  add(plan: Genomförandeplan): Promise<void>;
  find(id: string): Promise<Genomförandeplan | undefined>;
  /** The newest version first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Genomförandeplan[]>;
  /** @throws VersionConflict */
  save(plan: Genomförandeplan): Promise<void>;
}

export interface Bedömningssamling {
  /** @throws Duplicate when one of the kind is open already */
  add(bedömning: Bedömning): Promise<void>;
  find(id: string): Promise<Bedömning | undefined>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Bedömning[]>;
  /** Saves what an act returned: the act has raised `sparning` by one. @throws VersionConflict */
  save(bedömning: Bedömning): Promise<void>;
}

/** What has been noted of persons' languages; never changed. */
export interface Språkuppgiftssamling {
  add(språkuppgift: Språkuppgift): Promise<void>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Språkuppgift[]>;
}

/** Each person's places in tracks, the municipality's tracks in all versions, and who is exempt from being enrolled in time. */
export interface Spårsamling {
  /** @throws Duplicate when the person has a track already */
  add(placering: Spårplacering): Promise<void>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Spårplacering[]>;
  /** Decided from one instant and before another, newest first. */
  findBeslutade(tid: { från: Tidpunkt; till: Tidpunkt }): Promise<Spårplacering[]>;
  /** Ends a place. @throws VersionConflict */
  save(placering: Spårplacering): Promise<void>;
  /** @throws Duplicate when somebody else has saved the version meanwhile */
  addInställning(inställning: Spårinställning): Promise<void>;
  /** Newest version first; empty while the municipality has the default. */
  findInställningar(): Promise<Spårinställning[]>;
  addUndantag(undantag: Inskrivningsundantag): Promise<void>;
  /** Newest first. */
  findUndantag(personer: readonly PersonId[]): Promise<Inskrivningsundantag[]>;
  /** Persons whose first application came in on the days from–to, with their first day in a track, newest first. */
  findInskrivningslägen(dagar: { från: Dag; till: Dag }): Promise<Inskrivningsläge[]>;
}

export interface Överlämningssamling {
  add(överlämning: Överlämning): Promise<void>;
  find(id: string): Promise<Överlämning | undefined>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Överlämning[]>;
  /** Those an organisation answers on its own page, newest first. */
  findForMottagare(mottagare: string): Promise<Överlämning[]>;
  /** Those that wait for an answer, the earliest deadline first. */
  findÖppna(): Promise<Överlämning[]>;
  /** @throws VersionConflict */
  save(överlämning: Överlämning): Promise<void>;
}

/** What requirements of activity are counted from. */
export interface Kravuppgifter {
  add(uppgift: Kravuppgift): Promise<void>;
  /** Keeps that it has ended. @throws VersionConflict when it had ended already */
  upphör(uppgift: Kravuppgift): Promise<void>;
  /** Newest first, ended ones included. */
  findForPersoner(personer: readonly PersonId[]): Promise<Kravuppgift[]>;
}

/** The exemptions alone. */
export interface Kravundantagssamling {
  /** Newest first, ended ones included. */
  findForPersoner(personer: readonly PersonId[]): Promise<Kravundantag[]>;
}

export interface Kravbeslutssamling {
  add(beslut: Kravbeslut): Promise<void>;
  /** Keeps that it has stopped. @throws VersionConflict when it had stopped by then already */
  upphör(beslut: Kravbeslut): Promise<void>;
  /** Newest first, stopped ones included. */
  findForPersoner(personer: readonly PersonId[]): Promise<Kravbeslut[]>;
  /** Those that hold for some month from `från` to `till`, newest first; what the quarterly counts are made of. */
  findGällande(från: Månad, till: Månad): Promise<Kravbeslut[]>;
}

export interface Kravbrevssamling {
  add(brev: Kravbrev): Promise<void>;
  get(id: string): Promise<Kravbrev>;
  /** Keeps the PDF the first time; afterwards nothing happens. */
  setPdf(id: string, pdf: Uint8Array): Promise<void>;
  /** Newest first, without what they say. */
  findForPersoner(personer: readonly PersonId[]): Promise<Omit<Kravbrev, 'innehåll' | 'pdf'>[]>;
}

/** Who is each person's case manager, with history, and who steps in when one is away. */
export interface Samordnarsamling {
  /** @throws Duplicate when the person has one already */
  add(samordnarskap: Samordnarskap): Promise<void>;
  /** Saves that it ended. @throws VersionConflict */
  save(samordnarskap: Samordnarskap): Promise<void>;
  /** Newest first, ended ones included. */
  findForPersoner(personer: readonly PersonId[]): Promise<Samordnarskap[]>;
  /** Those that last, of the case managers or of all. */
  findGällande(användare?: readonly string[]): Promise<Samordnarskap[]>;
  /** Adults of applications that came in on the day or later and have no case manager, and have not ended their way since. */
  findUtanSamordnare(från: Dag): Promise<PersonId[]>;
  addFrånvaro(frånvaro: Samordnarfrånvaro): Promise<void>;
  /** Those that last on the day or come later, the latest noted first. */
  findFrånvaro(dag: Dag): Promise<Samordnarfrånvaro[]>;
}

/** Times that persons can book. */
export interface Mötestidssamling {
  add(tider: readonly Mötestid[]): Promise<void>;
  /** Saves that it was closed. @throws VersionConflict */
  save(tid: Mötestid): Promise<void>;
  /** The time, locked: everybody else who books it waits until the transaction ends. */
  lås(id: string): Promise<MötestidMedBokade | undefined>;
  /** From a day on, closed ones included, the earliest first. */
  findFrån(dag: Dag): Promise<MötestidMedBokade[]>;
}

/** Meetings, and what was written after them. */
export interface Mötessamling {
  /** @throws Duplicate when the person has booked the published time already */
  add(möte: Möte): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(möte: Möte): Promise<void>;
  find(id: string): Promise<Möte | undefined>;
  /** The latest day first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Möte[]>;
  /** Booked with a member of staff from a day on, the earliest first. */
  findBokade(samordnare: string, från: Dag): Promise<Möte[]>;
  /** Booked on the days from–to and not reminded of. */
  findAttPåminna(dagar: { från: Dag; till: Dag }): Promise<Möte[]>;
  /** @throws Duplicate when the note has been corrected meanwhile */
  addAnteckning(anteckning: Mötesanteckning): Promise<void>;
  /** Newest first, corrected ones included. */
  findAnteckningar(personer: readonly PersonId[]): Promise<Mötesanteckning[]>;
}

export interface Avslutssamling {
  /** @throws Duplicate when the person's way has ended already */
  add(avslut: Avslut): Promise<void>;
  /** Saves that it was opened again. @throws VersionConflict */
  save(avslut: Avslut): Promise<void>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Avslut[]>;
  /** Those that hold although the person has applied again since. */
  findAttÖppna(): Promise<Avslut[]>;
  /** With their day from–to, the earliest first. */
  findMellan(dagar: { från: Dag; till: Dag }): Promise<Avslut[]>;
}

/** The steps that have been noted for persons. */
export interface Stegsamling {
  add(position: Stegposition): Promise<void>;
  /** Newest day first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Stegposition[]>;
}

export interface Försörjningshindersamling {
  add(hinder: Försörjningshinder): Promise<void>;
  /** Newest day first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Försörjningshinder[]>;
}

export interface Samtyckessamling {
  add(samtycke: Samtycke): Promise<void>;
  /** Keeps that it was withdrawn. @throws VersionConflict */
  save(samtycke: Samtycke): Promise<void>;
  find(id: string): Promise<Samtycke | undefined>;
  /** Newest first, withdrawn ones included. */
  findForPersoner(personer: readonly PersonId[]): Promise<Samtycke[]>;
}

/** Plans together with the region and others (SoL 10 kap. 8 §). */
export interface Sipsamling {
  /** @throws Duplicate when the person has one that goes on */
  add(sip: Sip): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(sip: Sip): Promise<void>;
  find(id: string): Promise<Sip | undefined>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Sip[]>;
}

/** Other benefits that persons may have a right to. */
export interface Ersättningssamling {
  /** @throws Duplicate when the person has the benefit already */
  add(ärende: Ersättningsärende): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(ärende: Ersättningsärende): Promise<void>;
  findForPersoner(personer: readonly PersonId[]): Promise<Ersättningsärende[]>;
}

/** What Arbetsförmedlingen is told unasked (SoL 15 kap. 6 a §). */
export interface AfUppgiftssamling {
  /** @throws Duplicate when the requirement has one already */
  add(uppgift: AfUppgift): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(uppgift: AfUppgift): Promise<void>;
  find(id: string): Promise<AfUppgift | undefined>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<AfUppgift[]>;
  /** Those where somebody has to find out whether the person is registered, or to send again, oldest first. */
  findAttUtreda(): Promise<AfUppgift[]>;
  /** Those that wait to be given, oldest first; a job that was lost is put in the queue again. */
  findKöade(högst: number): Promise<AfUppgift[]>;
  /** Requirements with an activity assigned under 4 a or 4 d that Arbetsförmedlingen has not been told of. */
  findKravUtanBesked(högst: number): Promise<{ person: PersonId; krav: string }[]>;
}

/** What Arbetsförmedlingen has asked for and been answered. */
export interface AfSvarssamling {
  add(svar: AfSvar): Promise<void>;
  /** Newest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<AfSvar[]>;
}

/** What the reports to IVO are made of. */
export interface IvoSamling {
  /** Referrals under 4 a and 4 d from one Swedish day to another, both included, refused ones left out; oldest first. */
  findAnvisade(tid: {
    från: Dag;
    till: Dag;
  }): Promise<{ person: PersonId; grund: '12:4a' | '12:4d'; dag: Dag; insats: string }[]>;
  /** How many plans decided requirements go with. */
  räknaPlaner(): Promise<number>;
  /** @throws Duplicate when somebody else has made the number meanwhile */
  addRedovisning(redovisning: IvoRedovisning): Promise<void>;
  /** Newest first. */
  findRedovisningar(): Promise<IvoRedovisning[]>;
  /** @throws Duplicate when somebody else has made the number meanwhile */
  addRapport(rapport: IvoFrystRapport): Promise<void>;
  /** The reports of the quarter as they were given, newest first. */
  findRapporter(kvartal: Kvartal): Promise<IvoFrystRapport[]>;
}

export interface Ärenden {
  /** Adds a case and gives it the next number of the year (`2026-1`). */
  add(ärende: Omit<Ärende, 'nummer' | 'version' | 'status' | 'handläggare'>): Promise<Ärende>;
  get(id: string): Promise<Ärende>;
  find(id: string): Promise<Ärende | undefined>;
  findByNummer(nummer: string): Promise<Ärende | undefined>;
  /** The cases in which the person is one of the adults, newest first. */
  findForPerson(person: PersonId): Promise<Ärende[]>;
  /** The number of the newest case of each of these adults who has one. */
  findNummer(personer: readonly PersonId[]): Promise<Map<PersonId, string>>;
  /** Saves an ärende read at version n as version n + 1. @throws VersionConflict */
  save(ärende: Ärende): Promise<Ärende>;
}

export interface Ansökningar {
  /** @throws Duplicate when the applicant already has a draft for the month */
  add(ansökan: Ansökan): Promise<void>;
  get(id: string): Promise<Ansökan>;
  find(id: string): Promise<Ansökan | undefined>;
  /** Applications in which the person is one of the adults, newest month first, withdrawn ones included. */
  findForPerson(person: PersonId): Promise<Ansökan[]>;
  findForÄrende(ärende: string): Promise<Ansökan[]>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(ansökan: Ansökan): Promise<void>;
  /** Applications that are sent and wait for a signature, oldest first, locked until the transaction ends. */
  findVäntarPåUnderskrift(): Promise<Ansökan[]>;
  /** What is known from before about the adults of an application. */
  historik(ansökan: Pick<Ansökan, 'id' | 'sökande' | 'medsökande'>): Promise<Historik>;
}

export interface Beslutssamling {
  /** @throws Duplicate when the application is already decided */
  add(beslut: Beslut): Promise<void>;
  get(id: string): Promise<Beslut>;
  /** The decision that ended the application; undefined while only a part of it is decided. */
  findForAnsökan(ansökan: string): Promise<Beslut | undefined>;
  /** Every decision on the application, in the order they were made. */
  findAllaForAnsökan(ansökan: string): Promise<Beslut[]>;
  /** Newest month first. */
  findForÄrende(ärende: string): Promise<Beslut[]>;
}

export interface Utbetalningar {
  /** @throws Duplicate when the decision already has a payment with the number; refused when they would come to more than decided */
  add(utbetalning: Utbetalning): Promise<void>;
  get(id: string): Promise<Utbetalning>;
  find(id: string): Promise<Utbetalning | undefined>;
  /** The payment of the decision that says most to the person (`främstaUtbetalningen`). */
  findForBeslut(beslut: string): Promise<Utbetalning | undefined>;
  /** Every payment of the decision, by number. */
  findAllaForBeslut(beslut: string): Promise<Utbetalning[]>;
  /** Planned payments to be paid on or before the day, oldest first, locked until the transaction ends. */
  findAttBetala(senast: Dag): Promise<Utbetalning[]>;
  /** Payments with one of the statuses, oldest first. */
  findMedStatus(status: readonly Utbetalningsstatus[]): Promise<Utbetalning[]>;
  /** Payments of the day, whatever their status. */
  findForDag(dag: Dag): Promise<Utbetalning[]>;
  findForBetalfil(betalfil: string): Promise<Utbetalning[]>;
  /** Payments of the person's assistance, newest planned first. */
  findForMottagare(person: PersonId): Promise<Utbetalning[]>;
  /** By end-to-end identity; identities that are not ours are left out. */
  findByNycklar(nycklar: readonly string[]): Promise<Utbetalning[]>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(utbetalning: Utbetalning): Promise<void>;
  addBetalfil(betalfil: Betalfil): Promise<void>;
  getBetalfil(id: string): Promise<Betalfil>;
  /** The file, locked until the transaction ends. */
  lockBetalfil(id: string): Promise<Betalfil | undefined>;
  /** Newest first, without what they hold. */
  findBetalfiler(): Promise<Betalfil[]>;
  /** By message identity, without what they hold. */
  findBetalfilerByMeddelandeId(id: readonly string[]): Promise<Betalfil[]>;
  /** Keeps the file as written with its SHA-256; the same content again is no change, another is refused. @throws VersionConflict */
  setBetalfilsinnehåll(id: string, innehåll: string, sha256: string): Promise<void>;
  /** Saves release, cancellation and delivery. A file that is released or cancelled stays so. */
  saveBetalfil(betalfil: Betalfil): Promise<void>;
}

/** A bank's report as it came. */
export interface SparadÅterrapport {
  id: string;
  slag: Rapportslag;
  meddelandeId: string;
  /** Of the bytes, hex. */
  sha256: string;
  inläst: Tidpunkt;
  av: string;
  rader: number;
  träffade: number;
  /** Lines about other things on the account. */
  främmande: number;
}

export interface SparadAvvikelse extends Avvikelse {
  id: string;
  rapport: string;
  hanterad: Åtgärd | undefined;
}

export interface Återrapporter {
  /** @throws Duplicate when the same file has been read before */
  add(rapport: SparadÅterrapport, innehåll: Uint8Array): Promise<void>;
  findBySha256(sha256: string): Promise<SparadÅterrapport | undefined>;
  /** Newest first. */
  find(): Promise<SparadÅterrapport[]>;
  addAvvikelser(avvikelser: readonly SparadAvvikelse[]): Promise<void>;
  /** Those nobody has dealt with first, then newest report first. */
  findAvvikelser(): Promise<SparadAvvikelse[]>;
  /** Writes that somebody has dealt with it. @throws VersionConflict when somebody else already has */
  hantera(avvikelse: string, åtgärd: Åtgärd): Promise<void>;
}

export interface Kontoändringar {
  add(ändring: Kontoändring): Promise<void>;
  find(id: string): Promise<Kontoändring | undefined>;
  /** Oldest first. */
  findForPersoner(personer: readonly PersonId[]): Promise<Kontoändring[]>;
  /** Those that wait for the second member of staff, oldest first. */
  findVäntande(): Promise<Kontoändring[]>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(ändring: Kontoändring): Promise<void>;
}

/** One calculation as it was made, with everything it rested on. */
export interface SparadBeräkning {
  id: string;
  ansökan: string;
  /** 1, 2, 3 … within the application. */
  nummer: number;
  utredning: Utredning;
  resultat: Ärendeberäkning;
  förslag: Förslag;
  skapad: Tidpunkt;
}

/** One row of the staff's queue. */
export interface Körad {
  ansökan: Ansökan;
  ärende: Ärende;
  /** The adults; a protected person's name is not here for the page to leave out: it is never read. */
  personer: { id: PersonId; förnamn: string; efternamn: string; skyddad: boolean }[];
  /** Why it is here; undefined while nothing has been calculated yet. */
  stopp: Stopporsak[] | undefined;
}

export interface Utredningar {
  addFrågning(frågning: Registerfrågning): Promise<void>;
  findFrågningar(ansökan: string): Promise<Registerfrågning[]>;
  addJustering(justering: Justering): Promise<void>;
  findJusteringar(ansökan: string): Promise<Justering[]>;
  /** Adds a calculation and gives it the next number of the application. */
  addBeräkning(beräkning: Omit<SparadBeräkning, 'nummer'>): Promise<SparadBeräkning>;
  getBeräkning(id: string): Promise<SparadBeräkning>;
  findSenasteBeräkning(ansökan: string): Promise<SparadBeräkning | undefined>;
  /** Applications that are sent in and not decided: those with least time left first, those that wait for a signature last. */
  kö(): Promise<Körad[]>;
  /**
   * How many applications each stop reason has stopped, by the Swedish month of the calculation: each application counted once a
   * month for each reason, however many times it was calculated. Newest month first, then most first.
   */
  räknaStopp(period: { from: Månad; tom: Månad }): Promise<Stoppräkning[]>;
}

/** How many applications one stop reason stopped in one month, and how many of them because the fact was missing. */
export interface Stoppräkning {
  månad: Månad;
  kod: Stoppkod;
  antal: number;
  okänt: number;
}

export interface Ramar {
  /** @throws Duplicate when the case already has a version with the number: somebody else was first */
  add(ram: Ram): Promise<void>;
  /** Every version, oldest first. */
  findForÄrende(ärende: string): Promise<Ram[]>;
}

/** Beside the register answers of the inquiries: answers as they came, population and account registers, the board's settings. */
export interface Registersamling {
  /** Keeps an answer as it came, to be removed at `gallras`. */
  addRåttSvar(svar: { frågning: string; innehåll: Uint8Array; gallras: Tidpunkt }): Promise<void>;
  /** Undefined when none came, or when it has been removed. */
  findRåttSvar(frågning: string): Promise<Uint8Array | undefined>;
  /** Removes what is due; gives the number removed. */
  gallraRåaSvar(nu: Tidpunkt): Promise<number>;
  addFolkbokföringssvar(id: string, ansökan: string, person: PersonId, svar: Folkbokföringssvar): Promise<void>;
  /** The newest answer about each adult. */
  findFolkbokföringssvar(ansökan: string): Promise<Readonly<Record<PersonId, Folkbokföringssvar | undefined>>>;
  /** The most answers there are about any one adult: how many times the register has been asked. */
  räknaFolkbokföringssvar(ansökan: string): Promise<number>;
  /** The population register says that the person is protected. Nothing here takes the mark away. */
  markeraSkyddad(person: PersonId): Promise<void>;
  addKontokontroll(id: string, ansökan: string, kontroll: Kontokontroll): Promise<void>;
  /** The newest. */
  findKontokontroll(ansökan: string): Promise<Kontokontroll | undefined>;
  addInställning(
    id: string,
    inställning: Registerinställning & { satt: NonNullable<Registerinställning['satt']> },
  ): Promise<void>;
  /** The newest; `FÖRVALD_REGISTERINSTÄLLNING` when the board has set nothing. */
  getInställning(): Promise<Registerinställning>;
}

/** A letter without what it says. */
export type Brevhuvud = Omit<Brev, 'pdf' | 'innehåll'>;

export interface Brevsamling {
  /** @throws Duplicate when the adult already has the letter of the decision */
  add(brev: Brev): Promise<void>;
  get(id: string): Promise<Brev>;
  /** Without content and PDF. */
  findForBeslut(beslut: string): Promise<Brevhuvud[]>;
  /** Without content and PDF. */
  findForUnderrättelse(underrättelse: string): Promise<Brevhuvud[]>;
  /** Letters about an appeal, a correction or a claim, newest first; without content and PDF. */
  findOm(id: string): Promise<Brevhuvud[]>;
  /** Every letter of an application, oldest first; without content and PDF. */
  findForAnsökan(ansökan: string): Promise<Brevhuvud[]>;
  /** Fills in the PDF of a letter that has none; one that is already there stays. */
  setPdf(id: string, pdf: Uint8Array): Promise<void>;
}

/** Appeals with what was sent to the court, requests about decisions, corrections, and when each adult got a decision. */
export interface Överklagandesamling {
  /** Notes when the person got the decision; the first time stays. */
  noteraDelfående(beslut: string, person: PersonId, tid: Tidpunkt): Promise<void>;
  findDelfåenden(beslut: readonly string[]): Promise<{ beslut: string; person: PersonId; tid: Tidpunkt }[]>;
  add(överklagande: Överklagande): Promise<void>;
  find(id: string): Promise<Överklagande | undefined>;
  /** Oldest first. */
  findForAnsökan(ansökan: string): Promise<Överklagande[]>;
  /** Those that still wait for somebody, oldest first. */
  findÖppna(): Promise<Överklagande[]>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(överklagande: Överklagande): Promise<void>;
  addAkt(akt: Domstolsakt, pdf: Uint8Array): Promise<void>;
  /** The newest file made for the appeal. */
  findAkt(överklagande: string): Promise<Domstolsakt | undefined>;
  /** @throws NotFound */
  getAktPdf(id: string): Promise<Uint8Array>;
  addBegäran(begäran: Beslutsbegäran): Promise<void>;
  findBegäran(id: string): Promise<Beslutsbegäran | undefined>;
  /** Oldest first. */
  findBegärandenForAnsökan(ansökan: string): Promise<Beslutsbegäran[]>;
  /** Not answered, oldest first. */
  findÖppnaBegäranden(): Promise<Beslutsbegäran[]>;
  /** @throws VersionConflict */
  saveBegäran(begäran: Beslutsbegäran): Promise<void>;
  addRättelse(rättelse: Rättelse): Promise<void>;
  /** Oldest first. */
  findRättelserForAnsökan(ansökan: string): Promise<Rättelse[]>;
}

/** Recovery matters, each on one adult. */
export interface Återkravssamling {
  add(återkrav: Återkrav): Promise<void>;
  find(id: string): Promise<Återkrav | undefined>;
  /** Oldest first. */
  findForAnsökan(ansökan: string): Promise<Återkrav[]>;
  /** Open matters on any of the people. */
  findÖppnaForPersoner(personer: readonly PersonId[]): Promise<Återkrav[]>;
  /** The nearest last day to sue first. */
  findÖppna(): Promise<Återkrav[]>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(återkrav: Återkrav): Promise<void>;
}

/** Hearings before a decision, each with its answers. */
export interface Underrättelser {
  add(underrättelse: Underrättelse): Promise<void>;
  find(id: string): Promise<UnderrättelseMedSvar | undefined>;
  /** Oldest first. */
  findForAnsökan(ansökan: string): Promise<UnderrättelseMedSvar[]>;
  /** For several applications at once, for the queue: those that are being heard. */
  findForAnsökningar(ansökningar: readonly string[]): Promise<ReadonlyMap<string, UnderrättelseMedSvar[]>>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(underrättelse: Underrättelse): Promise<void>;
  addYttrande(yttrande: Yttrande): Promise<void>;
  /** Those of the hearings that somebody has answered. */
  findBesvarade(underrättelser: readonly string[]): Promise<string[]>;
}

/** Decisions that wait for a second person. */
export interface Förslagssamling {
  /** @throws Duplicate when one already waits for the application */
  add(förslag: Beslutsförslag): Promise<void>;
  find(id: string): Promise<Beslutsförslag | undefined>;
  /** Newest first. */
  findForAnsökan(ansökan: string): Promise<Beslutsförslag[]>;
  /** All that wait, oldest first. */
  findVäntande(): Promise<Beslutsförslag[]>;
  /** @throws VersionConflict */
  save(förslag: Beslutsförslag): Promise<void>;
}

/** Transfers to and from other municipalities. */
export interface Överflyttningar {
  add(överflyttning: Överflyttning): Promise<void>;
  /** Newest first. */
  findForÄrende(ärende: string): Promise<Överflyttning[]>;
  /** @throws VersionConflict */
  save(överflyttning: Överflyttning): Promise<void>;
}

/** When decisions were served, carried out and interrupted (SoL 34 kap. 1–4 §§). */
export interface Verkställighetssamling {
  add(hänt: Verkställighet): Promise<void>;
  findForBeslut(beslut: string): Promise<Verkställighet[]>;
  /** Everything made on or before the day that gives something, with what has happened to it. */
  findGynnande(senast: Dag): Promise<{ beslut: Beslut[]; hänt: Verkställighet[] }>;
}

export interface Händelser {
  add(händelser: readonly Händelse[]): Promise<void>;
  /** Oldest first. */
  findForÄrende(ärende: string): Promise<Händelse[]>;
}

/** Long work: what was started, how far it has come, what came of it. A cancelled or failed one keeps nothing of its result. */
export interface Körningssamling {
  /** Added waiting. */
  add(körning: Pick<Körning, 'id' | 'slag' | 'rubrik' | 'parametrar' | 'startadAv' | 'startad'>): Promise<void>;
  find(id: string): Promise<Körning | undefined>;
  get(id: string): Promise<Körning>;
  /** Newest first, without their results. */
  findSenaste(antal: number): Promise<Körning[]>;
  /** Marks it as running from its start; undefined when it is over. */
  börja(id: string): Promise<Körning | undefined>;
  /** False when it has been cancelled. */
  framsteg(id: string, läge: Pick<Körning, 'klart' | 'totalt' | 'moment'>): Promise<boolean>;
  /** False, and nothing kept, when it has been cancelled. */
  slutför(id: string, resultat: unknown, nu: Tidpunkt): Promise<boolean>;
  /** False when it is over already. */
  avbryt(id: string, nu: Tidpunkt): Promise<boolean>;
  misslyckas(id: string, felord: string, nu: Tidpunkt): Promise<void>;
  /** Says of those that were started before and are not over that they have failed. */
  misslyckasGamla(före: Tidpunkt, felord: string, nu: Tidpunkt): Promise<void>;
  /** Removes those that are over and were started before; how many. */
  gallra(före: Tidpunkt): Promise<number>;
}

export interface Granskning {
  /** Adds a line about what this transaction's actor does; the actor is filled in. */
  add(post: Omit<Granskningspost, 'aktör'> & { aktör?: Aktör }): Promise<void>;
  /** Newest first. */
  find(urval: Granskningsurval): Promise<Loggpost[]>;
}

/** Which lines of the audit log. */
export interface Granskningsurval {
  /** Those it is about. */
  readonly personer?: readonly PersonId[] | undefined;
  readonly objekt?: { slag: string; id: string } | undefined;
  readonly utfall?: Granskningspost['utfall'] | undefined;
  /** The member of staff, the person or the part of the system that did it. */
  readonly aktör?: string | undefined;
  /** The first and the last day, both counted. */
  readonly från?: Dag | undefined;
  readonly till?: Dag | undefined;
  /** Only those that are older than the line with this number. */
  readonly före?: string | undefined;
  readonly högst: number;
}

/** A line with its number in the log, digits; it says where the next page begins. */
export interface Loggpost extends Granskningspost {
  readonly nummer: string;
}

/** A member of staff who has a case open. */
export interface Närvarande {
  id: string;
  namn: string;
  sedan: Tidpunkt;
  senast: Tidpunkt;
}

/** That staff wrote in an application for somebody. */
export interface Registrering {
  ansökan: string;
  /** When the paper came in. */
  mottagen: Tidpunkt;
  av: { id: string; namn: string };
  skapad: Tidpunkt;
}

/** What staff keep beside the cases. */
export interface Handläggning {
  /** Notes are never changed. @throws Duplicate when the note is corrected already */
  addAnteckning(anteckning: Journalanteckning): Promise<void>;
  /** Oldest first. */
  findJournal(ärende: string): Promise<Journalanteckning[]>;
  savePåminnelse(påminnelse: Påminnelse): Promise<void>;
  getPåminnelse(id: string): Promise<Påminnelse>;
  /** What the member of staff has left to do, earliest day first. */
  findPåminnelser(användare: string): Promise<Påminnelse[]>;
  /**
   * Marks that somebody has the case open; who was away longer than `sedanMinst` starts anew. Gives the seconds since the last sign,
   * 0 for one who starts.
   */
  närvara(ärende: string, användare: string, nu: Tidpunkt, sedanMinst: Tidpunkt): Promise<number>;
  /** Adds to the time the application has been open in all. Who had it open is not kept. */
  addHandläggningstid(ansökan: string, sekunder: number): Promise<void>;
  lämna(ärende: string, användare: string, nu: Tidpunkt): Promise<void>;
  /** Who has had the case open since the instant and has not left, longest first. */
  findNärvarande(ärende: string, sedanMinst: Tidpunkt): Promise<Närvarande[]>;
  /** Those that are there already stay as they are. */
  addKvittenser(kvittenser: readonly Kvittens[]): Promise<void>;
  findKvittenser(ansökan: string): Promise<Kvittens[]>;
  /** One substitute for each; a new one replaces the old. */
  saveErsättare(ersättare: Ersättare): Promise<void>;
  removeErsättare(för: string): Promise<void>;
  findErsättare(): Promise<Ersättare[]>;
  addRegistrering(registrering: Registrering): Promise<void>;
  findRegistrering(ansökan: string): Promise<Registrering | undefined>;
  /** The open cases that any of these is responsible for, newest first. */
  findÄrenden(handläggare: readonly string[]): Promise<Ärende[]>;
}

/** The board and its municipality, by name. */
export interface Nämndsuppgift {
  kommunnamn: string;
  nämndnamn: string;
  /** The municipality's own settings, as the server reads them. */
  inställningar: unknown;
}

export interface Organisation {
  /** Adds the board or replaces its names and settings. */
  saveNämnd(nämnd: Nämndsuppgift): Promise<void>;
  findNämnd(): Promise<Nämndsuppgift | undefined>;
  /** Adds a member of staff or replaces what is known. */
  saveAnvändare(användare: Användare): Promise<void>;
  getAnvändare(id: string): Promise<Användare>;
  findAnvändareByInloggning(inloggning: string): Promise<Användare | undefined>;
  findAnvändare(): Promise<Användare[]>;
  /** Adds a point of the delegation order or replaces it. */
  saveDelegationspunkt(punkt: Delegationspunkt): Promise<void>;
  findDelegationspunkter(): Promise<Delegationspunkt[]>;
}

export interface Session {
  aktör: { slag: 'person' | 'anvandare'; id: string };
  data: unknown;
  skapad: Tidpunkt;
  giltigTill: Tidpunkt;
}

/** Sessions by an opaque id that only the browser has; the database keeps its SHA-256. */
export interface Sessioner {
  add(sessionId: string, session: Session): Promise<void>;
  /** Undefined when it does not exist or is no longer valid at `nu`. */
  find(sessionId: string, nu: Tidpunkt): Promise<Session | undefined>;
  extend(sessionId: string, giltigTill: Tidpunkt): Promise<void>;
  end(sessionId: string): Promise<void>;
  /** Removes what is no longer valid; gives the number removed. */
  removeExpired(nu: Tidpunkt): Promise<number>;
}

export interface Kompletteringar {
  add(komplettering: Komplettering): Promise<void>;
  get(id: string): Promise<Komplettering>;
  find(id: string): Promise<Komplettering | undefined>;
  /** Those of any of the applications, oldest first. */
  findForAnsökningar(ansökningar: readonly string[]): Promise<Komplettering[]>;
  /** Those to this adult, oldest first. */
  findForPerson(person: PersonId): Promise<Komplettering[]>;
  /** Open ones of applications that are not decided, the nearest deadline first. */
  findÖppna(): Promise<Komplettering[]>;
  /** Staff have opened what has been answered in the application's requests. */
  markeraLästa(ansökan: string, nu: Tidpunkt): Promise<void>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(komplettering: Komplettering): Promise<void>;
}

export interface Meddelanden {
  add(meddelande: Meddelande): Promise<void>;
  /** The adult's thread, oldest first; in one case, or in all. */
  findForPerson(person: PersonId, ärende?: string): Promise<Meddelande[]>;
  /** Marks what the reader has not opened in the thread; gives how many there were. */
  markeraLästa(val: {
    person: PersonId;
    ärende: string | undefined;
    läsare: 'person' | 'personal';
    nu: Tidpunkt;
  }): Promise<number>;
  /** How many messages staff have not opened, by case; cases without any are left out. */
  räknaOlästa(ärenden: readonly string[]): Promise<Map<string, number>>;
}

export interface Kontaktuppgifter {
  find(person: PersonId): Promise<Kontaktuppgift | undefined>;
  /** Saves what an act returned: the act has raised the version by one. @throws VersionConflict */
  save(kontaktuppgift: Kontaktuppgift): Promise<void>;
}

/** A notice that there is something new to read, without any content. `avstadd`: the person did not want one. */
export interface Avisering {
  id: string;
  person: PersonId;
  skapad: Tidpunkt;
  status: 'ny' | 'koad' | 'skickad' | 'avstadd';
  kanal: 'sms' | 'epost' | undefined;
  avslutad: Tidpunkt | undefined;
}

export interface Aviseringar {
  add(avisering: Avisering): Promise<void>;
  get(id: string): Promise<Avisering>;
  /** New ones, oldest first, locked until the transaction ends. */
  findNya(högst: number): Promise<Avisering[]>;
  save(avisering: Avisering): Promise<void>;
}

/** Documents with their files and page pictures; another store for the files would stand behind the same interface. */
export interface Dokumentsamling {
  /** Makes everybody else who adds or removes documents of the application wait until the transaction ends. */
  lås(ansökan: string): Promise<void>;
  /** `innehåll` is the file as received where it is kept (PDF); `sidor` the page pictures (JPEG), the first page first. */
  add(dokument: Dokument, innehåll: Uint8Array | undefined, sidor: readonly Uint8Array[]): Promise<void>;
  find(id: string): Promise<Dokument | undefined>;
  /** Oldest first. */
  findForAnsökan(ansökan: string): Promise<Dokument[]>;
  /** Those not tried for malware, oldest first, locked until the transaction ends. */
  findOkontrollerade(högst: number): Promise<Dokument[]>;
  /** The file, or the picture of a photo. @throws NotFound */
  getInnehåll(id: string): Promise<Uint8Array>;
  /** One page picture (JPEG), the first being 1. */
  findSida(id: string, sida: number): Promise<Uint8Array | undefined>;
  /** Saves what an act returned: the act has raised the version by one. Malware takes the content away. @throws VersionConflict */
  save(dokument: Dokument): Promise<void>;
  remove(id: string): Promise<void>;
  /** Adds the adult's answer or replaces it. */
  saveSvar(ansökan: string, svar: Dokumentsvar, tid: Tidpunkt): Promise<void>;
  findSvar(ansökan: string): Promise<Dokumentsvar[]>;
}

/** A delegated decision as it stands in a list to the board. */
export type Delegationsrad = Delegationsbeslut;

/** How automation is governed. */
export interface Automatiksamling {
  /** @throws Duplicate when another one waits */
  addLägesbyte(byte: Lägesbyte): Promise<void>;
  /** Saves what was settled about one that waits. @throws VersionConflict when it is settled already */
  saveLägesbyte(byte: Lägesbyte): Promise<void>;
  /** Newest first. */
  findLägesbyten(): Promise<Lägesbyte[]>;
  /**
   * The applications that the machine would have granted had this one reason not stopped it, from the instant on, each with its first
   * such proposal and the person's decision. Newest proposal first. Proposals made after somebody has changed a row are left out.
   */
  findSkuggfall(kod: Stoppkod, sedan: Tidpunkt | undefined): Promise<Skuggfall[]>;
  /** What stopped the applications that people have decided, before anybody changed a row. */
  findStoppfall(sedan: Tidpunkt | undefined): Promise<Stoppfall[]>;
  /** @throws Duplicate when the decision is drawn already */
  addGranskningsuppdrag(uppdrag: Granskningsuppdrag): Promise<void>;
  /** Locked until the transaction ends. */
  findGranskningsuppdrag(id: string): Promise<Granskningsuppdrag | undefined>;
  /** Oldest first. */
  findAllaGranskningsuppdrag(): Promise<Granskningsuppdrag[]>;
  saveGranskningsuppdrag(uppdrag: Granskningsuppdrag): Promise<void>;
  /** Applications ended by a decision in each Swedish month, oldest first. */
  räknaBeslut(period: { from: Månad; tom: Månad }): Promise<Beslutsräkning[]>;
  /** Applications that have come in and are not decided. */
  räknaVäntande(): Promise<{ antal: number; äldst: Tidpunkt | undefined }>;
  addDelegationsändring(ändring: Delegationsändring): Promise<void>;
  /** Newest first. */
  findDelegationsändringar(): Promise<Delegationsändring[]>;
  /** @throws Duplicate when a decision already stands in a list */
  addDelegationsanmälan(anmälan: Delegationsanmälan, beslut: readonly string[]): Promise<void>;
  /** Newest period first. */
  findDelegationsanmälningar(): Promise<Delegationsanmälan[]>;
  /** Locked until the transaction ends. */
  findDelegationsanmälan(id: string): Promise<Delegationsanmälan | undefined>;
  saveDelegationsanmälan(anmälan: Delegationsanmälan): Promise<void>;
  /** The decisions of a list, or those that stand in none; oldest first. */
  findDelegationsbeslut(urval: { anmälan: string } | 'oanmälda'): Promise<Delegationsrad[]>;
  addInställningsändring(ändring: Inställningsändring): Promise<void>;
  /** Newest first. */
  findInställningsändringar(grupp: Inställningsgrupp): Promise<Inställningsändring[]>;
  /** Makes everybody else who changes the board's settings wait until the transaction ends. */
  låsNämnd(): Promise<void>;
  addProblemrapport(rapport: Problemrapport): Promise<void>;
  /** Newest first. */
  findProblemrapporter(): Promise<Problemrapport[]>;
}

/** Decisions of one month; medians from when the application came in, pauses included. */
export interface Beslutsräkning {
  månad: Månad;
  antal: number;
  automatiska: number;
  medianMinuter: number | undefined;
  medianMinuterAutomatiska: number | undefined;
}
