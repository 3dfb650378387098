/** Why an application must be handled by a person. The list is closed: anything else is not a reason, and nothing is left out. */
export type Stoppkod =
  | 'forsta-ansokan'
  | 'andrat-hushall'
  | 'skyddade-uppgifter'
  | 'manaden-redan-sokt'
  | 'okand-inkomst-eller-tillgang'
  | 'uppgift-skiljer-fran-register'
  | 'register-svarar-inte'
  | 'over-kommunens-grans'
  | 'kostnad-inte-godkand'
  | 'bistand-under-egna-uppgifter'
  | 'onskar-handlaggare'
  | 'ej-i-kraft'
  | 'inte-helt-bifall'
  | 'underskrift-saknas'
  | 'automatik-inte-tillaten';

/** One reason that stops an automatic decision, with what it rests on in this case. */
export interface Stopporsak {
  kod: Stoppkod;
  /** What it rests on here, for staff; undefined when the reason says it all. */
  detalj: string | undefined;
  /** The fact itself is missing, so it could not be ruled out (fail closed). */
  okänt: boolean;
}

/** What a reason is called, what it means, what staff do about it, and whether it may go away by itself. */
export interface Stoppbeskrivning {
  namn: string;
  betyder: string;
  gör: string;
  /** Worth trying again by itself later (a register that is down). */
  kanLösaSig: boolean;
}

/** Every reason with its text for staff. */
export const STOPPORSAKER: Readonly<Record<Stoppkod, Stoppbeskrivning>> = {
  'forsta-ansokan': {
    namn: 'Första ansökan',
    betyder: 'Hushållet har inte fått bistånd här under de senaste tre månaderna.',
    gör: 'Träffa den sökande, gå igenom hela situationen och besluta.',
    kanLösaSig: false,
  },
  'andrat-hushall': {
    namn: 'Hushållet har ändrats',
    betyder: 'Vuxna, barn, dagar med barn eller antalet i bostaden är inte som vid förra beslutet.',
    gör: 'Kontrollera vilka som hör till hushållet den här månaden och besluta.',
    kanLösaSig: false,
  },
  'skyddade-uppgifter': {
    namn: 'Skyddade personuppgifter',
    betyder: 'En vuxen har skyddade personuppgifter.',
    gör: 'Handläggs av den som har behörighet till skyddade uppgifter. Varje visning loggas.',
    kanLösaSig: false,
  },
  'manaden-redan-sokt': {
    namn: 'Månaden är redan sökt',
    betyder: 'Någon i hushållet har redan en ansökan för månaden.',
    gör: 'Läs den andra ansökan. Avgör om den här gäller något nytt eller om den ska tas tillbaka.',
    kanLösaSig: false,
  },
  'okand-inkomst-eller-tillgang': {
    namn: 'Okänd inkomst eller tillgång',
    betyder: 'En inkomst eller tillgång har en typ, en dag eller ett avdrag som reglerna inte kan avgöra.',
    gör: 'Bestäm i raden vad som ska räknas och skriv varför.',
    kanLösaSig: false,
  },
  'uppgift-skiljer-fran-register': {
    namn: 'Ansökan och register skiljer sig',
    betyder: 'Den sökande har skrivit en sak och registret säger en annan, eller registret har något nytt.',
    gör: 'Fråga den sökande. Räkna inte registret mot hen innan hen har fått yttra sig.',
    kanLösaSig: false,
  },
  'register-svarar-inte': {
    namn: 'Register svarar inte',
    betyder: 'En myndighet kunde inte svara, så det är inte känt om hushållet har inkomster därifrån.',
    gör: 'Vi frågar igen av oss själva. Är det bråttom: ta reda på beloppet på annat sätt och skriv hur.',
    kanLösaSig: true,
  },
  'over-kommunens-grans': {
    namn: 'Över kommunens gräns',
    betyder: 'En kostnad är högre än kommunens riktlinje.',
    gör: 'Avgör om kostnaden ändå är skälig, och om hushållet ska få tid att sänka den.',
    kanLösaSig: false,
  },
  'kostnad-inte-godkand': {
    namn: 'Alla kostnader är inte godkända',
    betyder: 'Minst en kostnad räknas inte med hela det sökta beloppet.',
    gör: 'Avgör vad som är skäligt. Blir det mindre än det sökta ska den sökande få yttra sig.',
    kanLösaSig: false,
  },
  'bistand-under-egna-uppgifter': {
    namn: 'Mindre än enligt egna uppgifter',
    betyder: 'Med det den sökande själv har skrivit skulle biståndet bli högre.',
    gör: 'Låt den sökande yttra sig över uppgiften som sänker biståndet, enligt 25 § förvaltningslagen.',
    kanLösaSig: false,
  },
  'onskar-handlaggare': {
    namn: 'Vill ha en handläggare',
    betyder: 'En sökande vill att en människa beslutar, eller har skrivit ett meddelande.',
    gör: 'Läs vad hen har skrivit och besluta.',
    kanLösaSig: false,
  },
  'ej-i-kraft': {
    namn: 'Reglerna gäller inte månaden',
    betyder: 'Ett belopp eller en regel är inte beslutad för månaden, så det går inte att räkna.',
    gör: 'Vänta på att förordningen beslutas och läses in, eller besluta med belopp som två personer anger.',
    kanLösaSig: false,
  },
  'inte-helt-bifall': {
    namn: 'Inte helt bifall',
    betyder: 'Beräkningen ger avslag, delavslag eller kräver en bedömning. Sådant beslutar bara en människa.',
    gör: 'Gör bedömningen. Ska beslutet gå emot den sökande får hen yttra sig först.',
    kanLösaSig: false,
  },
  'underskrift-saknas': {
    namn: 'Underskrift saknas',
    betyder: 'Alla vuxna har inte skrivit under samma ansökan.',
    gör: 'Vänta på underskriften, eller hjälp den som inte kan skriva under på webben.',
    kanLösaSig: false,
  },
  'automatik-inte-tillaten': {
    namn: 'Automatiska beslut är inte tillåtna',
    betyder: 'Delegationsordningen har ingen gällande punkt för automatiska beslut, eller så är automatiken avstängd.',
    gör: 'Besluta själv.',
    kanLösaSig: false,
  },
};
