import type { Kompletteringsslag } from './komplettering.ts';

/** A common request in plain words, to start from. */
export interface Kompletteringstext {
  namn: string;
  slag: Kompletteringsslag;
  text: string;
  /** Why it is needed, as the person reads it. */
  skäl: string;
}

/** The text library for requests. Every text is to the person, says one thing, and can be changed before it is sent. */
export const KOMPLETTERINGSTEXTER: Readonly<Record<string, Kompletteringstext>> = {
  hyra: {
    namn: 'Hyresavi',
    slag: 'dokument',
    text: 'Din senaste hyresavi. Den ska visa hyran och vem som hyr ut.',
    skäl: 'Vi behöver se vad du betalar i hyra för att kunna räkna med den.',
  },
  hyreskontrakt: {
    namn: 'Hyreskontrakt',
    slag: 'dokument',
    text: 'Ditt hyreskontrakt, alla sidor.',
    skäl: 'Vi behöver se vem som har kontraktet och vad som ingår i hyran.',
  },
  lon: {
    namn: 'Lönebesked',
    slag: 'dokument',
    text: 'Ditt lönebesked för förra månaden.',
    skäl: 'Vi behöver se hur mycket lön du fick efter skatt.',
  },
  el: {
    namn: 'Elräkning',
    slag: 'dokument',
    text: 'Din senaste elräkning. Den ska visa perioden och beloppet.',
    skäl: 'Vi behöver se vad elen kostar för att kunna räkna med den.',
  },
  medicin: {
    namn: 'Kvitto på medicin',
    slag: 'dokument',
    text: 'Kvitton på medicinen, och högkostnadskortet om du har det.',
    skäl: 'Vi behöver se vad medicinen kostar och om den ingår i högkostnadsskyddet.',
  },
  intyg: {
    namn: 'Läkarintyg',
    slag: 'dokument',
    text: 'Ditt läkarintyg. Det ska visa från vilken dag till vilken dag det gäller.',
    skäl: 'Du har skrivit att du är sjuk. Vi behöver se vilken tid det gäller.',
  },
  insattning: {
    namn: 'Insättning på kontot',
    slag: 'svar',
    text: 'Du har fått pengar insatta på ditt konto. Vem kom de från, och vad var de till?',
    skäl: 'Vi behöver veta om pengarna är en inkomst.',
  },
  hushall: {
    namn: 'Vilka som bor med dig',
    slag: 'svar',
    text: 'Vilka bor i din bostad? Skriv hur många ni är och hur ni delar på hyran.',
    skäl: 'Hur mycket du kan få beror på hur många som bor i bostaden.',
  },
  inkomst: {
    namn: 'Rätta en inkomst',
    slag: 'rattelse',
    text: 'Inkomsten i din ansökan är inte samma som en myndighet har betalat ut. Vilket belopp är rätt?',
    skäl: 'Din uppgift och myndighetens uppgift skiljer sig. Du ska få förklara innan vi räknar.',
  },
};

/** What is proposed to be said about no answer. Staff may change it. */
export const FÖLJD_UTAN_SVAR =
  'En handläggare beslutar med de uppgifter vi har. Du kan då få mindre pengar, eller inga alls. Vi hör av oss innan vi beslutar något som går emot dig.';
