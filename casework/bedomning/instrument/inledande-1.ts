/** The initial assessment, first version: plain questions on the telephone or the web. Own words. */
export const inledande1 = {
  id: 'inledande',
  version: 1,
  slag: 'inledande',
  namn: 'Inledande bedömning',
  om: 'Frågor om arbete, språk, hälsa och vardag, för att se vilket stöd du behöver.',
  områden: [
    {
      id: 'arbete',
      text: 'Arbete',
      frågor: [
        {
          id: 'arbete-senast',
          text: 'När arbetade du senast?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nu', text: 'Jag arbetar nu, men lönen räcker inte' },
              { värde: 'ar', text: 'Det senaste året' },
              { värde: 'fem-ar', text: 'För ett till fem år sedan' },
              { värde: 'langre', text: 'För mer än fem år sedan' },
              { värde: 'aldrig', text: 'Jag har inte haft något arbete än' },
            ],
          },
        },
        {
          id: 'pa-gang',
          text: 'Har du ett arbete, studier eller en annan inkomst på gång?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'snart', text: 'Ja, inom tre månader' },
              { värde: 'senare', text: 'Ja, men senare' },
              { värde: 'nej', text: 'Nej' },
              { värde: 'vet-inte', text: 'Jag vet inte' },
            ],
          },
        },
        {
          id: 'arbetsformedlingen',
          text: 'Är du inskriven hos Arbetsförmedlingen?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'aktivitet', text: 'Ja, och jag har en aktivitet eller ett program där' },
              { värde: 'ja', text: 'Ja' },
              { värde: 'nej', text: 'Nej' },
              { värde: 'vet-inte', text: 'Jag vet inte' },
            ],
          },
        },
      ],
    },
    {
      id: 'utbildning',
      text: 'Utbildning och språk',
      frågor: [
        {
          id: 'utbildning',
          text: 'Vilken utbildning har du?',
          hjälp: { text: 'Räkna också med skolor i andra länder.' },
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'ingen', text: 'Jag har inte gått klart grundskolan' },
              { värde: 'grundskola', text: 'Grundskola eller nio år i skola' },
              { värde: 'gymnasium', text: 'Gymnasium eller tolv år i skola' },
              { värde: 'hogre', text: 'Yrkeshögskola, högskola eller universitet' },
            ],
          },
        },
        {
          id: 'studerar',
          text: 'Läser du något nu?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nej', text: 'Nej' },
              { värde: 'sfi', text: 'Ja, svenska för invandrare (SFI)' },
              { värde: 'vuxenutbildning', text: 'Ja, annan vuxenutbildning' },
              { värde: 'annat', text: 'Ja, något annat' },
            ],
          },
        },
        {
          id: 'svenska',
          text: 'Hur går det att prata svenska på ett arbete?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'bra', text: 'Det går bra' },
              { värde: 'ganska', text: 'Det går, men jag behöver fler ord för arbetet' },
              { värde: 'lite', text: 'Jag kan lite svenska' },
              { värde: 'inte', text: 'Jag kan inte svenska än' },
            ],
          },
        },
      ],
    },
    {
      id: 'halsa',
      text: 'Hälsa',
      frågor: [
        {
          id: 'kropp',
          text: 'Har du besvär i kroppen som gör det svårt att arbeta?',
          hjälp: { text: 'Du behöver inte berätta vilka besvär det är.' },
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nej', text: 'Nej' },
              { värde: 'delvis', text: 'Ja, men jag kan arbeta med en del' },
              { värde: 'ja', text: 'Ja, så att jag inte kan arbeta nu' },
            ],
          },
        },
        {
          id: 'maende',
          text: 'Gör hur du mår att det är svårt att arbeta?',
          hjälp: { text: 'Till exempel oro, nedstämdhet eller stress.' },
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nej', text: 'Nej' },
              { värde: 'delvis', text: 'Ja, men jag kan arbeta med en del' },
              { värde: 'ja', text: 'Ja, så att jag inte kan arbeta nu' },
            ],
          },
        },
        {
          id: 'vard',
          text: 'Har du kontakt med vården om det?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'behovs-inte', text: 'Jag har inga besvär' },
              { värde: 'ja', text: 'Ja' },
              { värde: 'nej', text: 'Nej, men jag skulle behöva det' },
            ],
          },
        },
        {
          id: 'anpassning',
          text: 'Behöver något vara anpassat för att du ska kunna arbeta?',
          hjälp: { text: 'Till exempel hjälpmedel, kortare dagar eller en lugn plats.' },
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nej', text: 'Nej' },
              { värde: 'ja', text: 'Ja' },
              { värde: 'vet-inte', text: 'Jag vet inte' },
            ],
          },
        },
      ],
    },
    {
      id: 'vardag',
      text: 'Hem och vardag',
      frågor: [
        {
          id: 'boende',
          text: 'Har du någonstans att bo det närmaste halvåret?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'ja', text: 'Ja' },
              { värde: 'osakert', text: 'Det är osäkert' },
              { värde: 'nej', text: 'Nej' },
            ],
          },
        },
        {
          id: 'barn',
          text: 'Har du barn som någon behöver ta hand om när du arbetar?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nej', text: 'Nej' },
              { värde: 'ordnat', text: 'Ja, och det är ordnat' },
              { värde: 'inte-ordnat', text: 'Ja, och det är inte ordnat' },
            ],
          },
        },
        {
          id: 'dagarna',
          text: 'Hur fungerar dagarna, till exempel att sova, äta och passa tider?',
          svaras: 'person',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'bra', text: 'Bra' },
              { värde: 'ibland', text: 'Ibland är det svårt' },
              { värde: 'svart', text: 'Det är svårt för det mesta' },
            ],
          },
        },
      ],
    },
    {
      id: 'vill',
      text: 'Det du vill',
      frågor: [
        {
          id: 'vill',
          text: 'Vad vill du helst?',
          svaras: 'person',
          svar: {
            slag: 'flera',
            alternativ: [
              { värde: 'arbeta', text: 'Arbeta' },
              { värde: 'studera', text: 'Studera' },
              { värde: 'praktik', text: 'Prova på en arbetsplats' },
              { värde: 'ma-battre', text: 'Först må bättre' },
              { värde: 'vet-inte', text: 'Jag vet inte än' },
            ],
          },
        },
        {
          id: 'eget',
          text: 'Vad är du bra på, och vad skulle göra det lättare för dig?',
          hjälp: { text: 'Skriv med egna ord. Skriv inget som du inte vill att någon hemma ska kunna läsa.' },
          svaras: 'person',
          svar: { slag: 'text' },
        },
      ],
    },
    {
      id: 'handlaggare',
      text: 'Handläggarens bedömning',
      frågor: [
        {
          id: 'hur-snart',
          text: 'Hur snart kan personen nå arbete eller studier?',
          svaras: 'handlaggare',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'hundra-dagar', text: 'Inom 100 dagar' },
              { värde: 'arton-manader', text: 'Inom 18 månader' },
              { värde: 'langre', text: 'Det tar längre tid' },
              { värde: 'oklart', text: 'Det går inte att säga än' },
            ],
          },
        },
        {
          id: 'flera-parter',
          text: 'Behöver personen stöd från flera samtidigt?',
          svaras: 'handlaggare',
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'ja', text: 'Ja, till exempel vård och arbetsmarknadsenhet' },
              { värde: 'nej', text: 'Nej, inte nu' },
            ],
          },
        },
        {
          id: 'vald',
          text: 'Har du i enrum frågat om våld eller kontroll i en nära relation?',
          svaras: 'handlaggare',
          enrum: true,
          svar: {
            slag: 'ett',
            alternativ: [
              { värde: 'nej', text: 'Ja, personen är inte utsatt' },
              { värde: 'utsatt', text: 'Ja, personen är eller har varit utsatt' },
              { värde: 'inte-fragat', text: 'Inte frågat, vi var inte ensamma' },
            ],
          },
        },
      ],
    },
  ],
};
