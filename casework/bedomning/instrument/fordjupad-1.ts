const hinder = {
  slag: 'ett',
  alternativ: [
    { värde: 'stod', text: 'Hjälper på vägen till arbete' },
    { värde: 'varken', text: 'Varken hjälper eller hindrar' },
    { värde: 'hinder', text: 'Hindrar' },
    { värde: 'vill-inte', text: 'Personen vill inte prata om det' },
  ],
};

const område = (id: string, text: string, fråga: string, enrum = false) => ({
  id,
  text: `Social livssituation: ${text}`,
  frågor: [
    { id, text: fråga, svaras: 'handlaggare', enrum, svar: { slag: 'text' } },
    {
      id: `${id}-betydelse`,
      text: 'Vad betyder det för vägen till arbete?',
      svaras: 'handlaggare',
      enrum,
      svar: hinder,
    },
  ],
});

/**
 * The in-depth mapping, first version, for those whose obstacles are unclear after about five months; voluntary. It has the structure
 * that Socialstyrelsen has published of FIA (Förutsättningar inför arbete): social life situation in 13 areas, goals and work,
 * activities and demands. Nine of the areas are known here and asked about in our own words; the other four are for the
 * municipality to take from the manual.
 */
export const fördjupad1 = {
  id: 'fordjupad',
  version: 1,
  slag: 'fordjupad',
  namn: 'Fördjupad kartläggning',
  om: 'Ett längre samtal om hur livet ser ut, vad personen vill och vad som hindrar. Det är frivilligt.',
  områden: [
    område('boende', 'boende', 'Hur bor personen, och hur länge går det att bo kvar?'),
    område('hemma', 'situationen hemma', 'Vilka finns hemma, och vad tar tid och kraft där?'),
    område('natverk', 'socialt nätverk', 'Vilka finns omkring personen och kan ge stöd?'),
    område('kropp', 'kroppslig hälsa', 'Hur är den kroppsliga hälsan, och vilken vård finns?'),
    område('psyke', 'psykisk hälsa', 'Hur mår personen psykiskt, och vilken vård finns?'),
    område('funktion', 'funktionsnedsättning', 'Finns en funktionsnedsättning, och vad behöver anpassas?'),
    område('vanor', 'levnadsvanor och beteenden', 'Hur är sömn, mat, rörelse, alkohol, droger och spel?'),
    område('skulder', 'skulder', 'Finns skulder, och har personen fått budget- och skuldrådgivning?'),
    område('vald', 'våld i nära relation', 'Är personen utsatt för våld eller kontroll, eller har varit det?', true),
    {
      id: 'egna',
      text: 'Social livssituation: områden som kommunen lägger till',
      anmärkning:
        'FIA har tretton områden. Fyra av dem är inte kända här. Kommunen tar dem ur Socialstyrelsens manual och skriver området först.',
      frågor: [1, 2, 3, 4].map((n) => ({
        id: `eget-omrade-${n}`,
        text: `Kommunens område ${n}`,
        svaras: 'handlaggare',
        svar: { slag: 'text' },
      })),
    },
    {
      id: 'mal',
      text: 'Mål och arbete',
      frågor: [
        { id: 'mal', text: 'Vad vill personen nå, med egna ord?', svaras: 'handlaggare', svar: { slag: 'text' } },
        {
          id: 'erfarenhet',
          text: 'Vilka arbeten och utbildningar har personen, och vad fungerade bra?',
          svaras: 'handlaggare',
          svar: { slag: 'text' },
        },
        {
          id: 'nara-arbete',
          text: 'Hur nära arbete är personen, enligt personen själv?',
          svaras: 'handlaggare',
          svar: {
            slag: 'skala',
            ord: [
              { text: 'Mycket långt' },
              { text: 'Långt' },
              { text: 'Varken eller' },
              { text: 'Nära' },
              { text: 'Mycket nära' },
            ],
          },
        },
      ],
    },
    {
      id: 'aktiviteter',
      text: 'Aktiviteter och krav',
      frågor: [
        {
          id: 'provat',
          text: 'Vilka aktiviteter har personen deltagit i, och vad hjälpte?',
          svaras: 'handlaggare',
          svar: { slag: 'text' },
        },
        {
          id: 'krav-nu',
          text: 'Hur ser personen på kraven från oss och från andra?',
          svaras: 'handlaggare',
          svar: { slag: 'text' },
        },
        {
          id: 'timmar',
          text: 'Hur mycket orkar personen delta i veckan?',
          svaras: 'handlaggare',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'inget', text: 'Inte alls nu' },
              { värde: 'lite', text: 'Några timmar' },
              { värde: 'halvtid', text: 'Ungefär halvtid' },
              { värde: 'heltid', text: 'Ungefär heltid' },
            ],
          },
        },
        {
          id: 'nasta',
          text: 'Vilka steg är personen och du överens om?',
          svaras: 'handlaggare',
          svar: { slag: 'text' },
        },
      ],
    },
  ],
};
