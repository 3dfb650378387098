/** Why an application must be handled by a person. The list is closed: anything else is not a reason, and nothing is left out. */
export type Stoppkod =
  | 'forsta-ansokan'
  | 'ny-person'
  | 'andrat-par'
  | 'andrat-hushall'
  | 'aldersgrans'
  | 'skyddade-uppgifter'
  | 'annan-kommun'
  | 'uppehallsratt'
  | 'manaden-redan-sokt'
  | 'akut-behov'
  | 'tillagg'
  | 'underskrift-saknas'
  | 'onskar-handlaggare'
  | 'olast-meddelande'
  | 'handling-saknas'
  | 'lakarintyg-saknas'
  | 'aktivitet-oppen'
  | 'plan-saknas'
  | 'aterkrav-oppet'
  | 'konto-andrat'
  | 'okand-inkomst'
  | 'tillgang'
  | 'fordon'
  | 'register-svarar-inte'
  | 'uppgift-skiljer-fran-register'
  | 'inkomst-andrad'
  | 'inkomst-borta'
  | 'kostnad-andrad'
  | 'utanfor-ramen'
  | 'over-kommunens-grans'
  | 'kostnad-inte-godkand'
  | 'behov-utover'
  | 'bistand-under-egna-uppgifter'
  | 'ej-i-kraft'
  | 'inte-helt-bifall'
  | 'over-beloppsgransen'
  | 'utvald-for-granskning'
  | 'automatik-inte-tillaten'
  | 'automatik-avstangd'
  | 'skugglage';

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

/** Every reason with its text for staff, in the order they are told. */
export const STOPPORSAKER: Readonly<Record<Stoppkod, Stoppbeskrivning>> = {
  'forsta-ansokan': {
    namn: 'Första ansökan',
    betyder: 'Hushållet har inte fått bistånd här under de senaste tre månaderna.',
    gör: 'Träffa den sökande, gå igenom hela situationen och besluta.',
    kanLösaSig: false,
  },
  'ny-person': {
    namn: 'Ny person i hushållet',
    betyder: 'Ett barn eller en vuxen har tillkommit sedan förra beslutet.',
    gör: 'Kontrollera vem som har tillkommit och från vilken dag, och besluta.',
    kanLösaSig: false,
  },
  'andrat-par': {
    namn: 'Paret har ändrats',
    betyder: 'De vuxna är inte desamma som förut, eller har blivit eller slutat vara sambor.',
    gör: 'Kontrollera vilka som lever ihop. Har ett par skilts åt får var och en ett eget ärende.',
    kanLösaSig: false,
  },
  'andrat-hushall': {
    namn: 'Hushållet har ändrats',
    betyder: 'Ett barn har flyttat, eller dagarna med barn, skolgången eller antalet i bostaden är inte som förut.',
    gör: 'Kontrollera vilka som hör till hushållet den här månaden och besluta.',
    kanLösaSig: false,
  },
  aldersgrans: {
    namn: 'Någon passerar en åldersgräns',
    betyder: 'Någon i hushållet fyller 18, 21 eller 67 år i månaden, så att andra regler börjar gälla.',
    gör: 'Kontrollera om hen är skolungdom, eget hushåll eller ska söka pension, och besluta.',
    kanLösaSig: false,
  },
  'skyddade-uppgifter': {
    namn: 'Skyddade personuppgifter',
    betyder: 'En vuxen har skyddade personuppgifter.',
    gör: 'Handläggs av den som har behörighet till skyddade uppgifter. Varje visning loggas.',
    kanLösaSig: false,
  },
  'annan-kommun': {
    namn: 'Flytt eller annan kommun',
    betyder: 'Någon har flyttat, eller en annan kommun kan ha ansvaret enligt 29 kap. socialtjänstlagen.',
    gör: 'Ta reda på var hushållet bor. Överväg överflyttning. Den som behöver hjälp genast får den här.',
    kanLösaSig: false,
  },
  uppehallsratt: {
    namn: 'Rätten att vistas här',
    betyder:
      'Det är inte säkert att alla vuxna har rätt att vistas här, eller så omfattas någon av mottagandelagen (10 kap. 2 § socialtjänstlagen).',
    gör: 'Kontrollera tillståndet och vilken hjälp som gäller.',
    kanLösaSig: false,
  },
  'manaden-redan-sokt': {
    namn: 'Månaden är redan sökt',
    betyder: 'Någon i hushållet har redan en ansökan för månaden.',
    gör: 'Läs den andra ansökan. Avgör om den här gäller något nytt eller om den ska tas tillbaka.',
    kanLösaSig: false,
  },
  'akut-behov': {
    namn: 'Akut behov',
    betyder: 'Den sökande behöver mat, medicin, tak över huvudet eller annat i dag.',
    gör: 'Ring i dag, på det sätt som hen har skrivit är säkert. Avgör nödbehovet först.',
    kanLösaSig: false,
  },
  tillagg: {
    namn: 'Tillägg',
    betyder: 'Ansökan gäller en kostnad utöver en beslutad månad (levnadskostnader i övrigt).',
    gör: 'Avgör om behovet är skäligt och vad som godkänns. Det som redan är beviljat för månaden är avdraget.',
    kanLösaSig: false,
  },
  'underskrift-saknas': {
    namn: 'Underskrift saknas',
    betyder: 'Alla vuxna har inte skrivit under samma ansökan.',
    gör: 'Vänta på underskriften, eller hjälp den som inte kan skriva under på webben.',
    kanLösaSig: false,
  },
  'onskar-handlaggare': {
    namn: 'Vill ha en handläggare',
    betyder: 'En sökande vill att en människa beslutar.',
    gör: 'Läs vad hen har skrivit och besluta.',
    kanLösaSig: false,
  },
  'olast-meddelande': {
    namn: 'Oläst meddelande',
    betyder: 'Hushållet har skrivit något som ingen har läst.',
    gör: 'Läs meddelandet, svara och besluta.',
    kanLösaSig: false,
  },
  'handling-saknas': {
    namn: 'Handling saknas',
    betyder: 'En handling som vi har bett om har inte kommit in.',
    gör: 'Vänta till svarsdagen, påminn, eller besluta utan den om den inte behövs.',
    kanLösaSig: false,
  },
  'lakarintyg-saknas': {
    namn: 'Läkarintyg saknas',
    betyder: 'Någon har varit sjuk i mer än sju dagar och intyget finns inte här (12 kap. 3 a § socialtjänstlagen).',
    gör: 'Be om intyget, eller skriv varför det uppenbart inte behövs.',
    kanLösaSig: false,
  },
  'aktivitet-oppen': {
    namn: 'Öppet ärende om aktivitet',
    betyder: 'En fråga om aktivitet är inte avgjord.',
    gör: 'Avgör frågan om aktiviteten. Ett avdrag beslutar bara en människa.',
    kanLösaSig: false,
  },
  'plan-saknas': {
    namn: 'Plan saknas',
    betyder: 'Planen skulle ha funnits nu, och nämnden har bestämt att det stoppar.',
    gör: 'Gör planen tillsammans med den sökande. Besluta biståndet under tiden.',
    kanLösaSig: false,
  },
  'aterkrav-oppet': {
    namn: 'Återkrav pågår',
    betyder: 'Ett återkrav mot någon i hushållet är inte avslutat.',
    gör: 'Läs återkravet och besluta om månaden för sig.',
    kanLösaSig: false,
  },
  'konto-andrat': {
    namn: 'Kontot är ändrat',
    betyder: 'Pengarna ska till ett annat konto än förra gången.',
    gör: 'Kontrollera kontot med den sökande på ett annat sätt än det ändringen kom.',
    kanLösaSig: false,
  },
  'okand-inkomst': {
    namn: 'Okänd inkomst',
    betyder: 'En inkomst har en typ, en dag eller ett avdrag som reglerna inte kan avgöra.',
    gör: 'Bestäm i raden vad som ska räknas och skriv varför.',
    kanLösaSig: false,
  },
  tillgang: {
    namn: 'Tillgång',
    betyder: 'Hushållet har pengar eller annat av värde, enligt ansökan eller register.',
    gör: 'Bestäm i raden hur mycket av tillgången som ska räknas och skriv varför.',
    kanLösaSig: false,
  },
  fordon: {
    namn: 'Fordon',
    betyder: 'Någon i hushållet äger ett fordon.',
    gör: 'Ta reda på vad fordonet är värt och om det behövs för arbete eller barn.',
    kanLösaSig: false,
  },
  'register-svarar-inte': {
    namn: 'Register svarar inte',
    betyder: 'En myndighet kunde inte svara, så det är inte känt om hushållet har inkomster därifrån.',
    gör: 'Vi frågar igen av oss själva. Är det bråttom: ta reda på beloppet på annat sätt och skriv hur.',
    kanLösaSig: true,
  },
  'uppgift-skiljer-fran-register': {
    namn: 'Ansökan och register skiljer sig',
    betyder: 'Den sökande har skrivit en sak och registret säger en annan, eller registret har något nytt.',
    gör: 'Fråga den sökande. Räkna inte registret mot hen innan hen har fått yttra sig.',
    kanLösaSig: false,
  },
  'inkomst-andrad': {
    namn: 'Inkomst har ändrats',
    betyder: 'En inkomst är längre från det en handläggare senast godkände än kommunens gräns.',
    gör: 'Kontrollera inkomsten med den sökande och besluta.',
    kanLösaSig: false,
  },
  'inkomst-borta': {
    namn: 'Inkomst har upphört',
    betyder: 'En inkomst som fanns förut finns inte längre.',
    gör: 'Ta reda på varför den har upphört och om något kommer i stället.',
    kanLösaSig: false,
  },
  'kostnad-andrad': {
    namn: 'Kostnad har ändrats',
    betyder: 'En kostnad är längre från det en handläggare senast godkände än kommunens gräns.',
    gör: 'Kontrollera kostnaden, till exempel med en hyresavi, och besluta.',
    kanLösaSig: false,
  },
  'utanfor-ramen': {
    namn: 'Utanför hushållets ram',
    betyder: 'En kostnad eller inkomst är inte som i hushållets individuella ram.',
    gör: 'Ta reda på vad som har hänt, besluta och ändra ramen om det nya är det normala.',
    kanLösaSig: false,
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
  'behov-utover': {
    namn: 'Behov utöver försörjningsstödet',
    betyder:
      'Hushållet söker för något annat än försörjningsstöd. En människa avgör om det är levnadskostnader i övrigt (12 kap. 1 §) eller bistånd enligt 12 kap. 2 §.',
    gör: 'Avgör vilken paragraf behovet hör till och om det ska beviljas.',
    kanLösaSig: false,
  },
  'bistand-under-egna-uppgifter': {
    namn: 'Mindre än enligt egna uppgifter',
    betyder: 'Med det den sökande själv har skrivit skulle biståndet bli högre.',
    gör: 'Låt den sökande yttra sig över uppgiften som sänker biståndet, enligt 25 § förvaltningslagen.',
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
  'over-beloppsgransen': {
    namn: 'Över gränsen för automatiska beslut',
    betyder: 'Biståndet är större än det högsta belopp som beslutas automatiskt här.',
    gör: 'Läs igenom beräkningen och besluta.',
    kanLösaSig: false,
  },
  'utvald-for-granskning': {
    namn: 'Utvald för granskning',
    betyder: 'Ansökan är slumpvis utvald så att en människa tittar före beslutet.',
    gör: 'Besluta som vanligt. Ditt beslut jämförs med det automatiska.',
    kanLösaSig: false,
  },
  'automatik-inte-tillaten': {
    namn: 'Automatiska beslut är inte delegerade',
    betyder: 'Delegationsordningen har ingen gällande punkt för automatiska beslut.',
    gör: 'Besluta själv.',
    kanLösaSig: false,
  },
  'automatik-avstangd': {
    namn: 'Automatiken är avstängd',
    betyder: 'Nämnden har stängt av de automatiska besluten, eller inte slagit på dem.',
    gör: 'Besluta själv.',
    kanLösaSig: false,
  },
  skugglage: {
    namn: 'Skuggläge',
    betyder: 'Automatiken föreslår men beslutar inte. Människors beslut jämförs med dess förslag.',
    gör: 'Besluta som vanligt.',
    kanLösaSig: false,
  },
};
