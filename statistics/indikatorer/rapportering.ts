import type { Indikator, Villkor } from '../indikator.ts';

const kvartal = { fält: 'dag', kortast: 'kvartal' } as const;
const förordningens = ['hinder', 'kon', 'aldersgrupp', 'hushallstyp', 'distrikt', 'spar'] as const;
const gångerna =
  'En person räknas en gång i varje kvartal, med försörjningshindret den första gången i kvartalet. Skyddade personer räknas.';
const inteVerkställt: Villkor = { fält: 'slag', är: 'ej-verkstallt' };
const sent: Villkor = { fält: 'slag', är: 'verkstallt-sent' };

function ivo(id: string, slag: string, namn: string, mening: string, punkt: 1 | 2 | 3): Indikator {
  return {
    id,
    namn,
    mening,
    område: 'rapportering',
    källa: 'handelse',
    tid: kvartal,
    täljare: { räkna: 'olika', fält: 'person', där: [{ fält: 'slag', är: slag }] },
    enhet: 'personer',
    uppdelningar: förordningens,
    utelämnar: `${punkt === 3 ? 'Beslut som vilar bara på 12 kap. 4 eller 4 g §.' : 'Anvisningar som anordnaren nekade.'} ${gångerna}`,
    definition: `Socialtjänstlagen 34 kap. 12 § första stycket ${punkt} och socialtjänstförordningen 12 kap. 5 §. Över flera kvartal räknas en person en gång.`,
    riktning: 'ingen',
  };
}

/** The counts that law asks for: requirements and reductions to IVO, and decisions that were not carried out. */
export const RAPPORTERING: readonly Indikator[] = [
  ivo(
    'ivo-4a',
    'krav-4a',
    'Anvisade enligt 12 kap. 4 a §',
    'Så många personer har anvisats aktiviteter enligt 4 a §.',
    1,
  ),
  ivo(
    'ivo-4d',
    'krav-4d',
    'Anvisade enligt 12 kap. 4 d §',
    'Så många personer har anvisats aktiviteter enligt 4 d §.',
    2,
  ),
  ivo(
    'ivo-nedsatt',
    'nedsattning',
    'Nekade eller nedsatta enligt 12 kap. 5 §',
    'Så många personer har nekats försörjningsstöd eller fått det nedsatt för att de inte deltog.',
    3,
  ),
  {
    id: 'ej-verkstallda',
    namn: 'Beslut som inte har verkställts',
    mening: 'Så många gynnande beslut var inte verkställda inom tre månader vid kvartalets slut.',
    område: 'rapportering',
    källa: 'handelse',
    tid: kvartal,
    täljare: { räkna: 'rader', där: [inteVerkställt] },
    enhet: 'beslut',
    uppdelningar: ['utfall', ...förordningens],
    utelämnar:
      'Beslut enligt 12 kap. 2 §. Över flera kvartal räknas ett beslut en gång i varje. Det kvartal som pågår räknas till i dag.',
    definition: 'Socialtjänstlagen 34 kap. 1–4 §§: gynnande beslut enligt 12 kap. 1 §.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'verkstallda-sent',
    namn: 'Beslut som verkställdes sent',
    mening: 'Så många beslut som hade rapporterats som inte verkställda verkställdes under perioden.',
    område: 'rapportering',
    källa: 'handelse',
    tid: kvartal,
    täljare: { räkna: 'rader', där: [sent] },
    enhet: 'beslut',
    uppdelningar: förordningens,
    utelämnar: 'Beslut som verkställdes inom tre månader, eller mellan två kvartalsslut utan att ha rapporterats.',
    definition: 'Socialtjänstlagen 34 kap. 2 §.',
    riktning: 'ingen',
  },
  {
    id: 'verkstallda-sent-dagar',
    namn: 'Tid till verkställighet av sent verkställda beslut',
    mening: 'Så många dagar efter beslutet verkställdes de i genomsnitt.',
    område: 'rapportering',
    källa: 'handelse',
    tid: kvartal,
    täljare: { medel: 'varde', där: [sent] },
    enhet: 'dagar',
    uppdelningar: förordningens,
    utelämnar: 'Beslut som ännu inte är verkställda.',
    definition: 'Egen definition, för rapporten enligt socialtjänstlagen 34 kap. 2 §.',
    riktning: 'lagre-ar-battre',
  },
];
