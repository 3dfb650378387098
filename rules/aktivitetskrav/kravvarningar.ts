import type { Kravutfall } from './aktivitetskrav.ts';
import type { Aktivitetsunderlag } from './aktivitetsunderlag.ts';

/** Något som en handläggare behöver se eller avgöra innan kravet ställs: kod, plats i underlaget och en mening. */
export type Kravvarning = { readonly kod: string; readonly plats: string; readonly text: string };

const meningar = {
  'formaga-ej-bedomd': [
    'person.formagaTimmar',
    'Förmågan att delta är inte bedömd. Uträkningen utgår från lagens längsta tid.',
  ],
  'manader-efter': [
    'person.bistandsmanader',
    'Uppgifterna om bistånd innehåller den prövade månaden eller senare månader. De räknas inte: de tre månaderna ska vara hela och ligga före.',
  ],
  'fott-efter-manaden': [
    'barn',
    'En födelsedag ligger efter den prövade månaden. Kontrollera den. Ett barn som inte är fött räknas inte.',
  ],
  'skolar-okant': [
    'barn',
    'Det är okänt om ett barn som fyller åtta i år har avslutat skolåret. Minskningen är kvar över sommaren. Kontrollera skolåret.',
  ],
  'skolar-motsager': [
    'barn',
    'Uppgifterna om ett barns skolår går inte ihop: det andra skolåret är avslutat men inte det första. Kontrollera dem.',
  ],
  'tillsyn-provas': [
    'barn',
    'Det finns barn i hushållet. Anpassa kravet till möjligheten att ha tillsyn över barnet och till vad kommunen erbjuder (12 kap. 4 c § socialtjänstlagen).',
  ],
  'ingen-tid': ['person', 'Minskningarna tar hela tiden. Det finns ingen tid kvar att kräva.'],
} as const;
type Kod = keyof typeof meningar;

/** Varningarna till svaret, i fast ordning. Det som rör tiden är utelämnat när kravet inte får ställas. */
export function kravvarningar(utfall: Kravutfall, underlag: Aktivitetsunderlag): Kravvarning[] {
  const { person, barn = [], manad } = underlag;
  const kanStällas = utfall.krav !== 'far-inte';
  const efterMånaden = (dag: string | undefined) => dag !== undefined && dag.slice(0, manad.length) > manad;
  const gäller: Record<Kod, boolean> = {
    'formaga-ej-bedomd': kanStällas && utfall.förmåga === undefined,
    'manader-efter': (person.bistandsmanader ?? []).some((månad) => månad >= manad),
    'fott-efter-manaden': [person.fodd, person.foraldraledigMedBarnFott, ...barn.map(({ fodd }) => fodd)].some(
      efterMånaden,
    ),
    'skolar-okant': kanStällas && utfall.skolårOkänt,
    'skolar-motsager': utfall.skolårMotsäger,
    'tillsyn-provas': kanStällas && utfall.tillsynPrövas && person.tillsynTimmar === undefined,
    'ingen-tid': kanStällas && utfall.timmarPerVecka === 0,
  };
  return (Object.keys(meningar) as Kod[])
    .filter((kod) => gäller[kod])
    .map((kod) => ({ kod, plats: meningar[kod][0], text: meningar[kod][1] }));
}
