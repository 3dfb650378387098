import { createContext, useContext } from 'hono/jsx';

/** The components' own words. A page gives its own texts as props; these are what every page shares. */
export type Texts = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly skip: string;
  readonly fel: string;
  readonly menu: string;
  readonly language: string;
  readonly logOut: string;
  readonly quickExit: string;
  readonly contact: string;
  readonly accessibility: string;
  readonly privacy: string;
  readonly back: string;
  readonly continue: string;
  readonly change: string;
  readonly remove: string;
  readonly optional: string;
  readonly unset: string;
  readonly errorSummary: (count: number) => string;
  readonly kr: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly dateHint: string;
  readonly personnummerHint: string;
  readonly chosenFiles: string;
  readonly remains: string;
  readonly remainsDone: string;
  readonly remainsNow: string;
  readonly remainsLeft: string;
  readonly changedFromTo: string;
  readonly saved: (klockslag: string) => string;
  readonly savedNot: string;
  readonly saving: string;
  readonly saveIdle: string;
  readonly retry: string;
  readonly unsavedLeave: string;
  readonly sessionUntil: (klockslag: string) => string;
  readonly sessionSoon: string;
  readonly sessionOver: string;
  readonly sessionExtended: string;
  readonly sessionExtend: string;
  readonly showTable: string;
  readonly missing: string;
  readonly loading: string;
  readonly previous: string;
  readonly next: string;
  readonly page: (n: number) => string;
  readonly pages: string;
  readonly breadcrumb: string;
  readonly youAreHere: string;
  readonly step: { readonly done: string; readonly now: string; readonly stopped: string };
  readonly search: string;
  readonly print: string;
  readonly close: string;
  readonly shortcuts: string;
  readonly shortcutsOn: string;
  readonly trace: {
    readonly fact: { readonly sökande: string; readonly register: string; readonly handläggare: string };
    readonly assessment: (vem: string, när: string) => string;
    readonly unrounded: (exakt: string) => string;
  };
};

/** Swedish, the language that prevails. */
export const svenska: Texts = {
  lang: 'sv',
  dir: 'ltr',
  skip: 'Hoppa till innehållet',
  fel: 'Fel: ',
  menu: 'Meny',
  language: 'Språk',
  logOut: 'Logga ut',
  quickExit: 'Lämna sidan snabbt',
  contact: 'Kontakt',
  accessibility: 'Tillgänglighet',
  privacy: 'Så behandlar vi dina uppgifter',
  back: 'Tillbaka',
  continue: 'Fortsätt',
  change: 'Ändra',
  remove: 'Ta bort',
  optional: 'frivilligt',
  unset: 'Inget svar',
  errorSummary: (count) => (count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`),
  kr: 'kr',
  day: 'Dag',
  month: 'Månad',
  year: 'År',
  dateHint: 'Till exempel 17 12 2026',
  personnummerHint: 'Tolv siffror, ÅÅÅÅMMDD-NNNN',
  chosenFiles: 'Filer du har lagt till',
  remains: 'Det här återstår',
  remainsDone: 'klart',
  remainsNow: 'du är här',
  remainsLeft: 'återstår',
  changedFromTo: 'ändrat till',
  saved: (klockslag) => `Sparat ${klockslag}`,
  savedNot: 'Inte sparat. Det du skrev står kvar här.',
  saving: 'Sparar …',
  saveIdle: 'Det du skriver sparas medan du skriver.',
  retry: 'Försök igen',
  unsavedLeave: 'Det du skrev är inte sparat.',
  sessionUntil: (klockslag) => `Du är inloggad till klockan ${klockslag}.`,
  sessionSoon: 'Du loggas snart ut. Det du skrivit och som är sparat finns kvar.',
  sessionOver:
    'Du har loggats ut för att ingen har använt sidan på en stund. Det som är sparat finns kvar när du loggar in igen.',
  sessionExtended: 'Du är fortfarande inloggad.',
  sessionExtend: 'Fortsätt vara inloggad',
  showTable: 'Visa som tabell',
  missing: 'saknas',
  loading: 'Hämtar uppgifter …',
  previous: 'Förra',
  next: 'Nästa',
  page: (n) => `Sida ${n}`,
  pages: 'Sidor',
  breadcrumb: 'Du är här',
  youAreHere: 'du är här',
  step: { done: 'klart', now: 'pågår nu', stopped: 'har stannat' },
  search: 'Sök ärende eller person',
  print: 'Skriv ut',
  close: 'Stäng',
  shortcuts: 'Kortkommandon',
  shortcutsOn: 'Använd kortkommandon',
  trace: {
    fact: { sökande: 'enligt den sökande', register: 'enligt register', handläggare: 'enligt handläggare' },
    assessment: (vem, när) => `Bedömt av ${vem} ${när}`,
    unrounded: (exakt) => `Avrundat från ${exakt}`,
  },
};

const TextsContext = createContext<Texts>(svenska);

/** Gives the components below it their words; the layouts set it from their `texts`. */
export const TextsProvider = TextsContext.Provider;

/** The words of the page being rendered; Swedish where no page has said otherwise. */
export const useTexts = (): Texts => useContext(TextsContext);
