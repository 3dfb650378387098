import type { Indikator, Uttryck, Villkor } from '../indikator.ts';

const beslutat = { fält: 'beslutad', kortast: 'manad' } as const;
const sökandens = ['kon', 'aldersgrupp', 'hushallstyp', 'hinder', 'distrikt', 'spar'] as const;
const beslutad: Villkor = { fält: 'beslutad', finns: true };
const automatisk: Villkor = { fält: 'automatisk', är: true };
const granskad: Villkor = { fält: 'granskad', är: true };
const avMänniska: Uttryck = { räkna: 'rader', där: [beslutad, { fält: 'automatisk', är: false }] };
const spårbeslut: Villkor = { fält: 'slag', är: 'sparbeslut' };

/** What the machine decides, what stops it, how it is reviewed, and where people decide otherwise. */
export const AUTOMATIK: readonly Indikator[] = [
  {
    id: 'automatiska-andel',
    namn: 'Andel automatiska beslut',
    mening: 'Så stor del av de avgjorda ansökningarna har beviljats automatiskt.',
    område: 'automatik',
    källa: 'ansokan',
    tid: beslutat,
    täljare: { räkna: 'rader', där: [automatisk] },
    nämnare: { räkna: 'rader', där: [beslutad] },
    enhet: 'procent',
    uppdelningar: [...sökandens, 'slag'],
    utelämnar: 'Ansökningar som väntar eller har tagits tillbaka.',
    definition: 'Egen definition. Bara helt bifall kan beslutas automatiskt.',
    riktning: 'ingen',
  },
  {
    id: 'stopporsaker',
    namn: 'Det som stoppar automatiken',
    mening: 'Så många ansökningar har lämnats till en människa, och varför.',
    område: 'automatik',
    källa: 'ansokan',
    tid: { fält: 'inkommen', kortast: 'manad' },
    täljare: { räkna: 'rader', där: [{ fält: 'stopporsak', finns: true }] },
    enhet: 'ansokningar',
    uppdelningar: ['stopporsak', ...sökandens, 'slag'],
    utelämnar:
      'Ansökningar som automatiken beviljade eller aldrig räknade på. En ansökan kan ha flera orsaker och räknas då i alla, men en ' +
      'gång i summan.',
    definition: 'Egen definition: orsakerna i den senaste beräkningen innan någon hade ändrat ett belopp.',
    riktning: 'ingen',
  },
  {
    id: 'granskade-andel',
    namn: 'Granskade automatiska beslut',
    mening: 'Så stor del av de automatiska besluten har en människa granskat i efterhand.',
    område: 'automatik',
    källa: 'ansokan',
    tid: beslutat,
    täljare: { räkna: 'rader', där: [automatisk, granskad] },
    nämnare: { räkna: 'rader', där: [automatisk] },
    enhet: 'procent',
    uppdelningar: sökandens,
    utelämnar: 'Beslut som är utvalda för granskning men inte granskade räknas i nämnaren men inte i täljaren.',
    definition: 'Egen definition.',
    riktning: 'ingen',
  },
  {
    id: 'granskade-fel',
    namn: 'Fel vid granskning av automatiska beslut',
    mening: 'Så stor del av de granskade automatiska besluten var fel.',
    område: 'automatik',
    källa: 'ansokan',
    tid: beslutat,
    täljare: { räkna: 'rader', där: [automatisk, granskad, { fält: 'granskad_fel', är: true }] },
    nämnare: { räkna: 'rader', där: [automatisk, granskad] },
    enhet: 'procent',
    uppdelningar: sökandens,
    utelämnar: 'Automatiska beslut som ingen har granskat.',
    definition: 'Egen definition: granskaren har skrivit att beslutet är fel, även när beloppet är rätt.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'andrade-belopp',
    namn: 'Ansökningar där handläggaren ändrade ett belopp',
    mening: 'Så stor del av besluten som människor fattar har ett belopp som handläggaren ändrade från det räknade.',
    område: 'automatik',
    källa: 'ansokan',
    tid: beslutat,
    täljare: { räkna: 'rader', där: [beslutad, { fält: 'automatisk', är: false }, { fält: 'andrad', är: true }] },
    nämnare: avMänniska,
    enhet: 'procent',
    uppdelningar: [...sökandens, 'slag', 'jamforgrupp'],
    utelämnar: 'Belopp som ingen hade räknat, där handläggaren bara fyllde i det som saknades. Automatiska beslut.',
    definition: 'Egen definition. Säger var reglerna och verkligheten skiljer sig, inte vem som har rätt.',
    riktning: 'ingen',
  },
  {
    id: 'spar-avsteg',
    namn: 'Spår som blev ett annat än det föreslagna',
    mening: 'Så stor del av besluten om spår blev något annat än det som föreslogs.',
    område: 'automatik',
    källa: 'handelse',
    tid: { fält: 'dag', kortast: 'manad' },
    täljare: { räkna: 'rader', där: [spårbeslut, { fält: 'varde', minst: 1 }] },
    nämnare: { räkna: 'rader', där: [spårbeslut] },
    enhet: 'procent',
    uppdelningar: sökandens,
    utelämnar: 'Beslut om spår där ingenting föreslogs.',
    definition: 'Egen definition. Säger hur förslagen fungerar, inte vem som har rätt.',
    riktning: 'ingen',
  },
  {
    id: 'avsteg',
    namn: 'Handläggarens avsteg från förslag',
    mening: 'Så många gånger har någon beslutat annat än det som föreslogs, och om vad.',
    område: 'automatik',
    källa: 'handelse',
    tid: { fält: 'dag', kortast: 'manad' },
    täljare: { räkna: 'rader', där: [{ fält: 'slag', är: 'avsteg' }] },
    enhet: 'beslut',
    uppdelningar: ['utfall', ...sökandens],
    utelämnar: 'Sådant som aldrig föreslogs. Flera belopp i samma ansökan räknas en gång.',
    definition:
      'Egen definition: belopp i en beräkning, spår, och anvisningar till en insats vars villkor inte är uppfyllda.',
    riktning: 'ingen',
  },
];
