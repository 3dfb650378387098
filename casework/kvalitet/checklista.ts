import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';

/** One thing a reviewer looks for in a file, and the law or the routine it comes from. */
export interface Checklistfråga {
  /** Kept from version to version, so that the answers can be followed over time. */
  id: string;
  text: string;
  /** The section, or the routine of the municipality. */
  grund: string;
}

/** One version of a checklist. Never changed: who changes it makes the next version. */
export interface Checklista {
  id: string;
  version: number;
  namn: string;
  frågor: readonly Checklistfråga[];
  /** Why it was changed; empty for those that come with Stegvis. */
  skäl: string;
  av: { id: string; namn: string } | undefined;
  tid: Tidpunkt | undefined;
}

export const CHECKLISTSVAR = {
  ja: 'Ja',
  delvis: 'Delvis',
  nej: 'Nej',
  'ej-aktuellt': 'Ej aktuellt',
} as const;
export type Checklistsvar = keyof typeof CHECKLISTSVAR;

/** The most questions a list may have: a longer list is not answered with care. */
export const FLEST_FRÅGOR = 25;

/** Who changes the checklists. */
export function fårÄndraChecklistor(vem: { readonly roller: readonly string[] }): boolean {
  return vem.roller.includes('administrator');
}

/** A list as it is in the code: version 1, by nobody. */
function lista(id: string, namn: string, frågor: readonly (readonly [string, string, string])[]): Checklista {
  return {
    id,
    version: 1,
    namn,
    frågor: frågor.map(([fråga, text, grund]) => ({ id: fråga, text, grund })),
    skäl: '',
    av: undefined,
    tid: undefined,
  };
}

const RUTIN = 'Kommunens rutin';

/** What a board has before it has made its own. The questions are ours; the sections are those the questions follow from. */
export const FÖRVALDA_CHECKLISTOR: readonly Checklista[] = [
  lista('utredning-och-beslut', 'Utredning och beslut', [
    ['behov', 'Är det som personen behöver utrett så långt att det går att besluta?', '23 § förvaltningslagen'],
    [
      'dokumenterat',
      'Är det som har betydelse för beslutet dokumenterat?',
      '14 kap. 3 § socialtjänstlagen, 31 § förvaltningslagen',
    ],
    ['sakligt', 'Är anteckningarna skrivna med respekt för personen?', '14 kap. 6 § socialtjänstlagen'],
    [
      'motivering',
      'Går det att förstå av motiveringen vilka regler och omständigheter som avgjorde?',
      '32 § förvaltningslagen',
    ],
    ['lagrum', 'Är rätt bestämmelse tillämpad?', '12 kap. socialtjänstlagen'],
    ['delegation', 'Är beslutet fattat av någon som fick det enligt delegationsordningen?', RUTIN],
    ['tid', 'Beslutades ansökan utan onödigt dröjsmål?', '9 § förvaltningslagen'],
  ]),
  lista('kommunicering', 'Kommunicering', [
    [
      'underrattad',
      'Fick personen se allt material av betydelse innan ett beslut som gick emot?',
      '25 § förvaltningslagen',
    ],
    ['tid-att-svara', 'Fick personen en bestämd tid att yttra sig?', '25 § förvaltningslagen'],
    ['muntligt', 'Fick personen veta att det går att lämna uppgifter muntligt?', '14 kap. 8 § socialtjänstlagen'],
    ['svaret-last', 'Är det personen svarade bemött i beslutet?', '32 § förvaltningslagen'],
    ['overklaga', 'Fick personen hela beslutet och veta hur man överklagar?', '33 § förvaltningslagen'],
  ]),
  lista('barnperspektiv', 'Barnperspektiv', [
    ['barnen-syns', 'Framgår det hur barnen i hushållet har det?', RUTIN],
    ['foljden', 'Är det skrivet vad beslutet betyder för barnen?', RUTIN],
    ['tillsyn', 'Är aktivitetskravet anpassat till tillsynen av barnen?', '12 kap. 4 c § socialtjänstlagen'],
    ['fritid', 'Är barnens behov prövade vart för sig där det har sökts?', RUTIN],
  ]),
  lista('aktivitetskrav-och-plan', 'Aktivitetskrav och plan', [
    ['plan-finns', 'Finns en individuell plan för aktiviteterna?', '12 kap. 4 e § socialtjänstlagen'],
    [
      'jobbsokartid',
      'Framgår det av planen vilken tid som är avsatt för att söka arbete?',
      '12 kap. 4 e § socialtjänstlagen',
    ],
    ['individuell', 'Går planen att känna igen som den här personens?', RUTIN],
    ['undantag', 'Är det prövat om personen är undantagen från kravet?', '12 kap. 4 a § socialtjänstlagen'],
    ['foljs-upp', 'Är planen uppföljd i tid?', RUTIN],
    [
      'nedsattning-skal',
      'Om stödet nekades eller sattes ned: är godtagbart skäl och särskilda skäl prövade?',
      '12 kap. 5 § socialtjänstlagen',
    ],
  ]),
  lista('utbetalning', 'Utbetalning', [
    ['belopp', 'Stämmer det utbetalda beloppet med beslutet?', RUTIN],
    ['mottagare', 'Betalades pengarna till rätt konto?', RUTIN],
    ['dag', 'Betalades pengarna den dag personen fick besked om?', RUTIN],
  ]),
];

/** The lists that hold: the newest version of each, those that come with Stegvis where the board has made no own; by name. */
export function gällandeChecklistor(sparade: readonly Checklista[]): Checklista[] {
  const nyast = new Map<string, Checklista>();
  for (const c of [...FÖRVALDA_CHECKLISTOR, ...sparade])
    if ((nyast.get(c.id)?.version ?? 0) < c.version) nyast.set(c.id, c);
  return [...nyast.values()];
}

/** One version of a list, or undefined when there is none. */
export function checklistversion(sparade: readonly Checklista[], id: string, version: number): Checklista | undefined {
  return [...FÖRVALDA_CHECKLISTOR, ...sparade].find((c) => c.id === id && c.version === version);
}

/**
 * Makes the next version of a list. A question that keeps its id is the same question in other words, and its answers are followed
 * over time; one without id is new. A question whose text is emptied is left out of the version.
 */
export function ändraChecklista(
  gäller: Checklista,
  input: {
    frågor: readonly { id: string | undefined; text: string; grund: string }[];
    skäl: string;
    nyttId: () => string;
    av: { id: string; namn: string; roller: readonly string[] };
    nu: Tidpunkt;
  },
): ActResult<{ checklista: Checklista }> {
  if (!fårÄndraChecklistor(input.av))
    return refuse('fel-roll', 'Du får inte ändra checklistor.', 'En administratör kan göra det.');
  const fält: Fältfel[] = [];
  const frågor: Checklistfråga[] = [];
  input.frågor.forEach((f, i) => {
    const text = f.text.trim();
    const grund = f.grund.trim();
    if (text === '') {
      if (grund !== '') fält.push({ fält: `text-${i}`, text: 'Skriv frågan, eller töm raden.' });
      return;
    }
    if (text.length < 10 || text.length > 300)
      fält.push({ fält: `text-${i}`, text: 'Skriv frågan med tio till 300 tecken.' });
    if (grund.length < 3 || grund.length > 200)
      fält.push({ fält: `grund-${i}`, text: 'Skriv lagrummet eller rutinen som frågan följer av.' });
    const känd = f.id !== undefined && gäller.frågor.some(({ id }) => id === f.id);
    frågor.push({ id: känd ? f.id! : input.nyttId(), text, grund });
  });
  if (new Set(frågor.map(({ id }) => id)).size !== frågor.length)
    fält.push({ fält: 'text-0', text: 'Två rader är samma fråga. Läs om sidan.' });
  if (frågor.length === 0) fält.push({ fält: 'text-0', text: 'Listan ska ha minst en fråga.' });
  if (frågor.length > FLEST_FRÅGOR) fält.push({ fält: 'text-0', text: `Listan får ha högst ${FLEST_FRÅGOR} frågor.` });
  const skäl = input.skäl.trim();
  if (skäl.length < 5 || skäl.length > 500)
    fält.push({ fält: 'skal', text: 'Skriv varför listan ändras, fem till 500 tecken.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Checklistan är inte sparad.', 'Rätta de markerade fälten.', fält);
  if (JSON.stringify(frågor) === JSON.stringify(gäller.frågor))
    return refuse('ingen-andring', 'Inget är ändrat.', 'Ändra en fråga innan du sparar.');
  return {
    ok: true,
    checklista: {
      id: gäller.id,
      version: gäller.version + 1,
      namn: gäller.namn,
      frågor,
      skäl,
      av: { id: input.av.id, namn: input.av.namn },
      tid: input.nu,
    },
  };
}
