import type {
  Aktgranskning,
  Arbetsgrupp,
  Checklista,
  Dag,
  Granskningsomgång,
  Kartläggning,
  Kartläggningsregel,
  Kartläggningssvar,
  Kvalitetsavvikelse,
  PersonId,
  Tidpunkt,
  Urvalskandidat,
  Återkomstnotering,
} from '@stegvis/casework';

/** File review and deviations. */
export interface Kvalitetssamling {
  /** The versions the board has made itself; those that come with Stegvis are not here. */
  findChecklistor(): Promise<Checklista[]>;
  /** @throws Duplicate when the version exists */
  addChecklista(checklista: Checklista): Promise<void>;
  /** By name. */
  findArbetsgrupper(): Promise<Arbetsgrupp[]>;
  /** @throws Duplicate when another has the name */
  addArbetsgrupp(grupp: Arbetsgrupp): Promise<void>;
  /** @throws VersionConflict; Duplicate when another has the name */
  saveArbetsgrupp(grupp: Arbetsgrupp): Promise<void>;
  /** Decisions of the whole or the rest of an application, by Swedish day of decision, both counted; in the order they were made. */
  findKandidater(från: Dag, till: Dag): Promise<Urvalskandidat[]>;
  addOmgång(omgång: Granskningsomgång, akter: readonly Aktgranskning[]): Promise<void>;
  findOmgång(id: string): Promise<Granskningsomgång | undefined>;
  /** Newest first. */
  findOmgångar(): Promise<Granskningsomgång[]>;
  /** @throws VersionConflict */
  saveOmgång(omgång: Granskningsomgång): Promise<void>;
  findAkt(id: string): Promise<Aktgranskning | undefined>;
  /** Of a round in the order drawn, or all that are finished between two instants. */
  findAkter(urval: { omgång: string } | { klaraFrån: Tidpunkt; klaraTill: Tidpunkt }): Promise<Aktgranskning[]>;
  /** How many files each round has and how many are finished. */
  räknaAkter(): Promise<{ omgång: string; antal: number; klara: number }[]>;
  /** @throws VersionConflict */
  saveAkt(akt: Aktgranskning): Promise<void>;
  /** The number the next deviation gets; whoever else asks waits until the transaction ends. */
  nästaAvvikelsenummer(): Promise<number>;
  addAvvikelse(avvikelse: Kvalitetsavvikelse): Promise<void>;
  findAvvikelse(id: string): Promise<Kvalitetsavvikelse | undefined>;
  /** Newest first. */
  findAvvikelser(): Promise<Kvalitetsavvikelse[]>;
  findAvvikelserForAkt(akt: string): Promise<Kvalitetsavvikelse[]>;
  /** @throws VersionConflict */
  saveAvvikelse(avvikelse: Kvalitetsavvikelse): Promise<void>;
}

/** Why people are back. */
export interface Återkomstsamling {
  add(notering: Återkomstnotering): Promise<void>;
  /** Newest first; of one exit the newest holds. */
  findForPersoner(personer: readonly PersonId[]): Promise<Återkomstnotering[]>;
  /**
   * Persons who came back within twelve months of an exit, by the first Swedish day they were back: each exit once. The reasons are
   * those of the newest note.
   */
  findÅterkomster(från: Dag, till: Dag): Promise<{ person: PersonId; dag: Dag; skäl: string; orsaker: string[] }[]>;
  /** Of these persons those who are back within twelve months of an exit and have been since. */
  findTillbaka(personer: readonly PersonId[]): Promise<{ person: PersonId; avslut: string; dag: Dag }[]>;
}

/** Inventories of the target group. */
export interface Kartläggningssamling {
  /** Adults with assistance in the month and in at least so many of the twelve that end with it. */
  findPersoner(regel: Kartläggningsregel): Promise<PersonId[]>;
  add(kartläggning: Kartläggning, personer: readonly PersonId[]): Promise<void>;
  find(id: string): Promise<Kartläggning | undefined>;
  /** Newest first. */
  findAlla(): Promise<Kartläggning[]>;
  /** @throws VersionConflict */
  save(kartläggning: Kartläggning): Promise<void>;
  /** Who is in it. */
  findDeltagare(kartläggning: string): Promise<PersonId[]>;
  /** The newest answer of each. */
  findSvar(kartläggning: string): Promise<Kartläggningssvar[]>;
  /** @throws Duplicate when somebody else has answered for her meanwhile */
  addSvar(svar: Kartläggningssvar): Promise<void>;
  /** The inventories that these persons are in, with the newest answer of each; newest inventory first. */
  findForPersoner(
    personer: readonly PersonId[],
  ): Promise<{ person: PersonId; kartläggning: Kartläggning; svar: Kartläggningssvar | undefined }[]>;
}
