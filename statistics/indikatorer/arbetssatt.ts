import type { Indikator, Villkor } from '../indikator.ts';

const dag = { fält: 'dag', kortast: 'manad' } as const;
const personens = ['kon', 'aldersgrupp', 'hushallstyp', 'hinder', 'distrikt', 'spar'] as const;
const möte: Villkor = { fält: 'slag', är: 'mote' };
const hållet: Villkor = { fält: 'utfall', är: 'hallet' };
const uppföljning: Villkor = { fält: 'slag', är: 'uppfoljning' };
const grupp =
  'Siffran visas bara för grupper med minst fem anställda och aldrig för en enskild; den kan bara delas upp på distrikt.';

/** What the work takes, how often people are met, and how well the follow-up keeps. */
export const ARBETSSÄTT: readonly Indikator[] = [
  {
    id: 'handlaggningstid',
    namn: 'Handläggningstid per ansökan',
    mening: 'Så många minuter har handläggarna i genomsnitt haft en ansökan öppen innan den avgjordes.',
    område: 'arbetssatt',
    källa: 'ansokan',
    tid: { fält: 'beslutad', kortast: 'manad' },
    täljare: { medel: 'handlaggningsminuter', där: [{ fält: 'beslutad', finns: true }] },
    personalgrupp: true,
    enhet: 'minuter',
    uppdelningar: ['distrikt'],
    utelämnar: `Samtal, möten och arbete utanför ärendet, och ansökningar vars tid inte är känd. Automatiska beslut som ingen öppnade räknas som noll minuter. ${grupp}`,
    definition:
      'Egen definition: tiden ärendets sida har varit öppen och synlig, alla som hade den öppen tillsammans. Vem som hade den öppen sparas inte.',
    riktning: 'ingen',
  },
  {
    id: 'moten-per-tjanst',
    namn: 'Möten per årsarbetskraft',
    mening: 'Så många möten med personer har hållits per årsarbetskraft under perioden.',
    område: 'arbetssatt',
    källa: 'handelse',
    tid: dag,
    täljare: { räkna: 'rader', där: [möte, hållet] },
    nämnare: { tjänster: 'arsarbetskrafter' },
    personalgrupp: true,
    enhet: 'antal',
    uppdelningar: ['distrikt'],
    utelämnar: `Möten som inte blev av, och möten som inte är bokade i Stegvis. ${grupp}`,
    definition: 'Egen definition, med nämndens egen fil över tjänster.',
    riktning: 'hogre-ar-battre',
  },
  {
    id: 'moten',
    namn: 'Möten med personer',
    mening: 'Så många möten har hållits, eller skulle ha hållits utan att bli av.',
    område: 'arbetssatt',
    källa: 'handelse',
    tid: dag,
    täljare: { räkna: 'rader', där: [möte] },
    enhet: 'antal',
    uppdelningar: ['utfall', ...personens],
    utelämnar:
      'Möten som har av- eller ombokats. Varför ett möte inte blev av sägs inte: det är aldrig frånvaro från en aktivitet.',
    definition: 'Egen definition.',
    riktning: 'ingen',
  },
  {
    id: 'samordnarbyten',
    namn: 'Byten av samordnare per person',
    mening: 'Så många gånger har de som har en samordnare i genomsnitt fått en ny under perioden.',
    område: 'arbetssatt',
    källa: 'handelse',
    tid: dag,
    täljare: { räkna: 'rader', där: [{ fält: 'slag', är: 'samordnarbyte' }] },
    nämnare: { räkna: 'olika', fält: 'person', där: [{ fält: 'slag', är: 'har-samordnare' }] },
    enhet: 'antal',
    uppdelningar: personens,
    utelämnar:
      'Den första samordnaren är inget byte. Den som vikarierar vid frånvaro räknas inte. Personer utan samordnare.',
    definition: 'Egen definition.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'uppfoljningar-sena',
    namn: 'Andel sena uppföljningar',
    mening: 'Så stor del av uppföljningarna hölls för sent eller har inte hållits fast dagen har passerat.',
    område: 'arbetssatt',
    källa: 'handelse',
    tid: dag,
    täljare: { räkna: 'rader', där: [uppföljning, { fält: 'utfall', är: ['sen', 'forsenad'] }] },
    nämnare: { räkna: 'rader', där: [uppföljning] },
    enhet: 'procent',
    uppdelningar: personens,
    utelämnar:
      'Personer som inte har något spår eller någon plan med dag för uppföljning. Ett bokat möte är inte försenat.',
    definition: 'Egen definition: dagen i den senaste mötesanteckningen, annars spårets rytm, annars planens dag.',
    riktning: 'lagre-ar-battre',
  },
  {
    id: 'uppfoljningar-forsenade',
    namn: 'Försenade uppföljningar',
    mening: 'Så många personer skulle ha följts upp under perioden men har inte träffats eller bokats.',
    område: 'arbetssatt',
    källa: 'handelse',
    tid: dag,
    täljare: { räkna: 'olika', fält: 'person', där: [uppföljning, { fält: 'utfall', är: 'forsenad' }] },
    enhet: 'personer',
    uppdelningar: personens,
    utelämnar: 'Uppföljningar som hölls för sent. Perioden är den då uppföljningen skulle ha varit.',
    definition: 'Egen definition: samma dag som i samordnarens lista över personer.',
    riktning: 'lagre-ar-battre',
  },
];
