import { SPRÅK, språket, t } from './sprak/sprak.ts';

/** The words that every page shares, in the language of the page. */
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

const texter: Texts = {
  get lang() {
    return SPRÅK[språket()].lang;
  },
  get dir() {
    return SPRÅK[språket()].dir;
  },
  get skip() {
    return t('Hoppa till innehållet');
  },
  get fel() {
    return t('Fel: ');
  },
  get menu() {
    return t('Meny');
  },
  get language() {
    return t('Språk');
  },
  get logOut() {
    return t('Logga ut');
  },
  get quickExit() {
    return t('Lämna sidan snabbt');
  },
  get contact() {
    return t('Kontakt');
  },
  get accessibility() {
    return t('Tillgänglighet');
  },
  get privacy() {
    return t('Så behandlar vi dina uppgifter');
  },
  get back() {
    return t('Tillbaka');
  },
  get continue() {
    return t('Fortsätt');
  },
  get change() {
    return t('Ändra');
  },
  get remove() {
    return t('Ta bort');
  },
  get optional() {
    return t('frivilligt');
  },
  get unset() {
    return t('Inget svar');
  },
  errorSummary: (antal) => t('{antal, plural, one {En sak behöver rättas} other {# saker behöver rättas}}', { antal }),
  get kr() {
    return t('kr');
  },
  get day() {
    return t('Dag');
  },
  get month() {
    return t('Månad');
  },
  get year() {
    return t('År');
  },
  get dateHint() {
    return t('Till exempel 17 12 2026');
  },
  get personnummerHint() {
    return t('Tolv siffror, ÅÅÅÅMMDD-NNNN');
  },
  get chosenFiles() {
    return t('Filer du har lagt till');
  },
  get remains() {
    return t('Det här återstår');
  },
  get remainsDone() {
    return t('klart');
  },
  get remainsNow() {
    return t('du är här');
  },
  get remainsLeft() {
    return t('återstår');
  },
  get changedFromTo() {
    return t('ändrat till');
  },
  saved: (klockslag) => t('Sparat {klockslag}', { klockslag }),
  get savedNot() {
    return t('Inte sparat. Det du skrev står kvar här.');
  },
  get saving() {
    return t('Sparar …');
  },
  get saveIdle() {
    return t('Det du skriver sparas medan du skriver.');
  },
  get retry() {
    return t('Försök igen');
  },
  get unsavedLeave() {
    return t('Det du skrev är inte sparat.');
  },
  sessionUntil: (klockslag) => t('Du är inloggad till klockan {klockslag}.', { klockslag }),
  get sessionSoon() {
    return t('Du loggas snart ut. Det du skrivit och som är sparat finns kvar.');
  },
  get sessionOver() {
    return t(
      'Du har loggats ut för att ingen har använt sidan på en stund. Det som är sparat finns kvar när du loggar in igen.',
    );
  },
  get sessionExtended() {
    return t('Du är fortfarande inloggad.');
  },
  get sessionExtend() {
    return t('Fortsätt vara inloggad');
  },
  get showTable() {
    return t('Visa som tabell');
  },
  get missing() {
    return t('saknas');
  },
  get loading() {
    return t('Hämtar uppgifter …');
  },
  get previous() {
    return t('Förra');
  },
  get next() {
    return t('Nästa');
  },
  page: (n) => t('Sida {n}', { n }),
  get pages() {
    return t('Sidor');
  },
  get breadcrumb() {
    return t('Du är här');
  },
  get youAreHere() {
    return t('du är här');
  },
  get step() {
    return { done: t('klart'), now: t('pågår nu'), stopped: t('har stannat') };
  },
  get search() {
    return t('Sök ärende eller person');
  },
  get print() {
    return t('Skriv ut');
  },
  get close() {
    return t('Stäng');
  },
  get shortcuts() {
    return t('Kortkommandon');
  },
  get shortcutsOn() {
    return t('Använd kortkommandon');
  },
  trace: {
    get fact() {
      return { sökande: t('enligt den sökande'), register: t('enligt register'), handläggare: t('enligt handläggare') };
    },
    assessment: (vem, när) => t('Bedömt av {vem} {när}', { vem, när }),
    unrounded: (exakt) => t('Avrundat från {exakt}', { exakt }),
  },
};

/** The components' own words, in the language of the page. */
export const useTexts = (): Texts => texter;
