const skala = {
  slag: 'skala',
  ord: [{ text: 'Inte alls' }, { text: 'Lite' }, { text: 'Delvis' }, { text: 'Till stor del' }, { text: 'Helt' }],
};
const båda = (id: string, text: string, handläggartext: string) => ({
  id,
  text,
  handläggartext,
  svaras: 'bada',
  svar: skala,
});

/**
 * The progress measurement, first version: nine things the person rates and eleven the caseworker rates, on one scale. Our own
 * instrument in our own words; published research on what comes before work has given the idea. It shows a development and never a
 * sum.
 */
export const framsteg1 = {
  id: 'framsteg',
  version: 1,
  slag: 'framsteg',
  namn: 'Framstegsmätning',
  om: 'Du och din handläggare svarar var för sig, var tredje månad. Ni ser tillsammans vad som har hänt.',
  områden: [
    {
      id: 'ma-och-vardag',
      text: 'Hälsa och vardag',
      frågor: [
        båda('halsa', 'Jag kan hantera min hälsa så att den inte hindrar mig.', 'Personen kan hantera sin hälsa.'),
        båda('vardag', 'Min vardag fungerar.', 'Personens vardag fungerar.'),
        båda('natverk', 'Jag har människor omkring mig som stöttar mig.', 'Personen har människor som stöttar.'),
      ],
    },
    {
      id: 'vilja',
      text: 'Mål och tro på sig själv',
      frågor: [
        båda('mal', 'Jag har bestämt mig för att nå arbete eller studier.', 'Personen är målinriktad.'),
        båda('tro', 'Jag tror att jag kan få ett arbete.', 'Personen tror att det går att få ett arbete.'),
        båda('styrkor', 'Jag kan berätta vad jag är bra på.', 'Personen kan berätta om sina styrkor.'),
      ],
    },
    {
      id: 'arbete',
      text: 'Arbete',
      frågor: [
        båda(
          'arbetsmarknad',
          'Jag vet vilka arbeten som passar mig och vad de kräver.',
          'Personen vet vilka arbeten som passar och vad de kräver.',
        ),
        båda(
          'soker',
          'Jag söker arbete på ett sätt som kan ge svar.',
          'Personen söker arbete på ett sätt som kan ge svar.',
        ),
        båda('samarbete', 'Det går bra för mig att samarbeta med andra.', 'Personen samarbetar med andra.'),
        {
          id: 'fullfoljer',
          text: 'Personen gör klart det vi har kommit överens om.',
          svaras: 'handlaggare',
          svar: skala,
        },
        {
          id: 'handlaggarens-tro',
          text: 'Jag tror att personen når arbete eller studier.',
          svaras: 'handlaggare',
          svar: skala,
        },
      ],
    },
  ],
};
