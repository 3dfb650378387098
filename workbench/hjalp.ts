/** What staff can do on a page, in a few sentences, by the page's pattern under /handlaggning. */
export const HJÄLP: Readonly<Record<string, readonly string[]>> = {
  '/': [
    'Kön visar det som måste hända härnäst. Klockan visar hur länge den sökande har väntat sedan sista underskriften.',
    'Tryck N för att ta nästa. Orsaken säger varför automatiken inte beslutade.',
  ],
  '/arenden/:id': [
    'Överst står raderna som ska avgöras. Till vänster det som skrevs, bredvid det registren säger.',
    'Ändrar du ett belopp skriver du varför. Kvittera varningarna innan du beslutar.',
  ],
  '/mina': ['Här är dina ärenden och påminnelser.'],
  '/registrera': ['Skriv in en ansökan som kom på papper, vid besök eller per telefon. Klockan börjar när den kom in.'],
  '/betalningar': ['En person förbereder filen och en annan släpper den.'],
  '/automatik': [
    'Här står om automatiken är av, i skuggläge eller på. Att stänga av kan en person göra genast.',
    'Att slå på kräver skuggläge, den överensstämmelse nämnden bestämt och två personer.',
  ],
  '/automatik/skugga': ['Här jämförs det automatiken föreslog med det människor beslutade.'],
  '/automatik/granska': [
    'En slumpvis andel av de automatiska besluten granskas av någon som inte har arbetat i ärendet.',
  ],
  '/automatik/granska/:id': ['Öppna ärendet, jämför och spara om beslutet är rätt eller fel. Ett fel blir en uppgift.'],
  '/automatik/raknare': ['Räknarna visar vad som stoppar, hur mycket som går automatiskt och hur lång tid det tar.'],
  '/delegation': ['Delegationsordningen säger vem som får besluta vad. En punkt ändras aldrig bakåt.'],
  '/delegation/anmalan': ['Skapa en lista inför nämndens sammanträde. Automatiserade beslut står för sig.'],
  '/installningar': ['Inställningarna gäller hela nämnden. Varje ändring sparas med vem och varför.'],
};
