import type { Särskiltslag, Utfall } from './beslut.ts';

/** One ready-made reason: when it fits, what it says in plain Swedish, and by which sections. `{…}` is for the caseworker to fill in. */
export interface Fras {
  /** ASCII, stable: what is stored and counted. */
  id: string;
  /** What it is called in the list. */
  namn: string;
  /** When it fits. */
  utfall: readonly Utfall[];
  särskilt?: readonly Särskiltslag[] | undefined;
  /** Types of rows in the comparison it is about; left out: fits whatever the rows are. */
  rader?: readonly string[] | undefined;
  /** Only for families with children. */
  barn?: true | undefined;
  /** `skal`: the reasons. `barn`: the word about the children. `obehovlig`: why hearing is unnecessary. */
  plats: 'skal' | 'barn' | 'obehovlig';
  text: string;
  lagrum: string;
}

const SOL = 'socialtjänstlagen';
const emot = ['delavslag', 'avslag'] as const satisfies readonly Utfall[];

/** The reasons that come with the system; a municipality may change the text of one or add its own (`fraserFör`). */
export const FRASER: readonly Fras[] = [
  {
    id: 'overskott',
    namn: 'Inkomsterna räcker',
    utfall: ['avslag'],
    plats: 'skal',
    text: 'Hushållets inkomster är högre än riksnormen och de kostnader som räknas. Därför kan behoven tillgodoses på annat sätt än med bistånd.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'inkomst-i-register',
    namn: 'Inkomst som inte står i ansökan',
    utfall: emot,
    rader: ['inkomst'],
    plats: 'skal',
    text: 'En inkomst som inte står i ansökan har betalats ut. Den finns i uppgifter från {myndighet} och räknas som inkomst i månaden. Det du har svarat ändrar inte det.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'inkomst-hogre',
    namn: 'Inkomsten är högre än i ansökan',
    utfall: emot,
    rader: ['inkomst'],
    plats: 'skal',
    text: 'Inkomsten är högre enligt uppgifter från {myndighet} än i ansökan. Vi räknar med det som har betalats ut.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'hyra-over-grans',
    namn: 'Hyran är inte skälig',
    utfall: ['delavslag'],
    rader: ['boende'],
    plats: 'skal',
    text: 'Boendekostnaden är högre än vad en låginkomsttagare på orten normalt har möjlighet att betala. Du har haft skälig tid att sänka den. Därför räknar vi med den kostnad som är skälig.',
    lagrum: `12 kap. 7 § ${SOL}`,
  },
  {
    id: 'hyra-radrum',
    namn: 'Tid att sänka hyran',
    utfall: ['bifall', 'delavslag'],
    rader: ['boende'],
    plats: 'skal',
    text: 'Boendekostnaden är högre än den skäliga. Vi godkänner den till och med {månad}, så att du får tid att sänka den. Därefter räknar vi med den skäliga kostnaden.',
    lagrum: `12 kap. 7 § ${SOL}`,
  },
  {
    id: 'el-over-grans',
    namn: 'Hushållselen är inte skälig',
    utfall: ['delavslag'],
    rader: ['hushallsel'],
    plats: 'skal',
    text: 'Kostnaden för hushållsel är högre än vad som är normalt för ett hushåll av er storlek. Vi räknar med den skäliga kostnaden.',
    lagrum: `12 kap. 7 § ${SOL}`,
  },
  {
    id: 'kostnad-ej-styrkt',
    namn: 'Kostnaden är inte visad',
    utfall: emot,
    plats: 'skal',
    text: 'Vi har bett dig att visa kostnaden för {vad}. Underlaget har inte kommit in. Därför räknas kostnaden inte med.',
    lagrum: `12 kap. 1 och 7 §§ ${SOL}, 23 § förvaltningslagen`,
  },
  {
    id: 'ingar-i-norm',
    namn: 'Ingår i riksnormen',
    utfall: emot,
    plats: 'skal',
    text: '{Vad} ingår i det som riksnormen ska räcka till. Därför får du inte extra bistånd för det.',
    lagrum: `12 kap. 7 § ${SOL}`,
  },
  {
    id: 'tillgodosett-pa-annat-satt',
    namn: 'Behovet är redan tillgodosett',
    utfall: emot,
    plats: 'skal',
    text: 'Kostnaden är redan betald eller behovet tillgodosett på annat sätt. Bistånd ges för behov som finns när vi beslutar.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'skuld',
    namn: 'Skuld',
    utfall: emot,
    plats: 'skal',
    text: 'Kostnaden är en skuld. Bistånd till skulder ges bara om det behövs för en skälig levnadsnivå, till exempel för att du annars kan förlora bostaden. Så är det inte här.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'tillgang-kan-anvandas',
    namn: 'Tillgång som kan användas',
    utfall: emot,
    rader: ['tillgang'],
    plats: 'skal',
    text: 'Hushållet har pengar eller tillgångar som kan användas till försörjningen. De räknas av från biståndet.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'annan-ersattning',
    namn: 'Rätt till annan ersättning',
    utfall: emot,
    plats: 'skal',
    text: 'Du kan få {ersättning} från {myndighet}. Den som kan få sina behov tillgodosedda på annat sätt har inte rätt till bistånd för samma sak.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'star-inte-till-forfogande',
    namn: 'Står inte till arbetsmarknadens förfogande',
    utfall: emot,
    plats: 'skal',
    text: 'Den som kan arbeta ska stå till arbetsmarknadens förfogande. Du har inte {vad}, och det du har svarat är inte ett godtagbart skäl.',
    lagrum: `12 kap. 3 § ${SOL}`,
  },
  {
    id: 'deltar-inte-i-aktivitet',
    namn: 'Deltar inte i aktivitet',
    utfall: emot,
    plats: 'skal',
    text: 'Du har utan godtagbart skäl {avböjt att delta i / uteblivit från} {aktivitet}, som vi har anvisat. Därför {nekas / sätts} försörjningsstödet {– / ned med belopp}. Vi har prövat om det finns särskilda skäl att avstå och kommit fram till att det inte gör det, eftersom {skäl}.',
    lagrum: `12 kap. 5 § ${SOL}`,
  },
  {
    id: 'annan-kommun',
    namn: 'En annan kommun ansvarar',
    utfall: ['avslag'],
    plats: 'skal',
    text: 'Du är bosatt i {kommun}, som har ansvaret. Här ansvarar vi bara för det som behövs i en akut situation, och någon sådan finns inte nu.',
    lagrum: `29 kap. 1 och 4 §§ ${SOL}`,
  },
  {
    id: 'asylsokande',
    namn: 'Omfattas av mottagandelagen',
    utfall: ['avslag'],
    plats: 'skal',
    text: 'Du omfattas av lagen om mottagande och har rätt till ersättning enligt den. Därför har du inte rätt till bistånd enligt 12 kap. 1 § socialtjänstlagen.',
    lagrum: `10 kap. 2 § ${SOL}`,
  },
  {
    id: 'hela-behovet',
    namn: 'Hela behovet beviljas',
    utfall: ['bifall'],
    plats: 'skal',
    text: 'Hushållets inkomster räcker inte till riksnormen och de kostnader som räknas. Hela skillnaden beviljas.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'ostridig-del',
    namn: 'Det ni är överens om',
    utfall: ['bifall'],
    plats: 'skal',
    text: 'Det här är den del av biståndet som ingen är oense om. Den betalas ut nu, så att ni inte behöver vänta. Resten beslutar vi när ni har fått svara på det vi har skickat.',
    lagrum: `12 kap. 1 § ${SOL} och 9 § förvaltningslagen`,
  },
  {
    id: 'nod-mat',
    namn: 'Akut behov av mat',
    utfall: ['bifall'],
    särskilt: ['nod'],
    plats: 'skal',
    text: 'Hushållet har inga pengar till mat och kan inte få det på annat sätt före {dag}. Bistånd ges så att den akuta nöden avhjälps.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'nod-vistelse',
    namn: 'Akut behov för den som vistas här',
    utfall: ['bifall'],
    särskilt: ['nod'],
    plats: 'skal',
    text: 'Du vistas tillfälligt här och kan inte få hjälp från {kommun} i tid. Vi ansvarar för det som behövs i den akuta situationen.',
    lagrum: `12 kap. 1 § och 29 kap. 4 § ${SOL}`,
  },
  {
    id: 'nod-finns-inte',
    namn: 'Ingen akut nöd',
    utfall: ['avslag'],
    särskilt: ['nod'],
    plats: 'skal',
    text: 'Vi har frågat om mat, medicin, el och bostad. Det som behövs i den akuta situationen finns eller kan fås på annat sätt: {hur}.',
    lagrum: `12 kap. 1 § ${SOL}`,
  },
  {
    id: 'forskott-forman',
    namn: 'Förskott på en förmån',
    utfall: ['bifall'],
    särskilt: ['forskott'],
    plats: 'skal',
    text: 'Du väntar på {förmån} från {myndighet}. Biståndet ges som förskott på den. När pengarna kommer ska du betala tillbaka det du har fått för samma tid.',
    lagrum: `12 kap. 1 § och 33 kap. 2 § ${SOL}`,
  },
  {
    id: 'utover-ratten',
    namn: 'Skäl att ge utöver rätten',
    utfall: ['bifall'],
    särskilt: ['utover'],
    plats: 'skal',
    text: 'Du har inte rätt till bistånd för {vad}, men det finns skäl att ge det ändå: {skäl}.',
    lagrum: `12 kap. 2 § ${SOL}`,
  },
  {
    id: 'komplettering-inte-inkommen',
    namn: 'Det som behövs har inte kommit in',
    utfall: ['avvisning'],
    plats: 'skal',
    text: 'Vi har förelagt dig att komplettera ansökan med {vad} senast {dag} och skrivit att ansökan annars kan avvisas. Det har inte kommit in, och utan det går ansökan inte att pröva.',
    lagrum: '20 § förvaltningslagen',
  },
  {
    id: 'tillbakatagen',
    namn: 'Ansökan är tillbakatagen',
    utfall: ['avskrivning'],
    plats: 'skal',
    text: 'Du har tagit tillbaka ansökan. Då finns det inget kvar att besluta om.',
    lagrum: '9 § förvaltningslagen',
  },
  {
    id: 'barn-mat-bostad',
    namn: 'Barnens mat och bostad är tryggade',
    utfall: emot,
    barn: true,
    plats: 'barn',
    text: 'Barnen har mat, bostad och det som riksnormen ska räcka till, eftersom {hur}. Vi har frågat hur beslutet påverkar barnen: {svar}.',
    lagrum: '1 § lagen (2018:1197) om barnkonventionen, artikel 3 och 27',
  },
  {
    id: 'barn-barnens-del',
    namn: 'Barnens del är kvar',
    utfall: emot,
    barn: true,
    plats: 'barn',
    text: 'Barnens del av riksnormen och deras fritid räknas med i sin helhet. Det som inte beviljas gäller de vuxna.',
    lagrum: '1 § lagen (2018:1197) om barnkonventionen, artikel 3',
  },
  {
    id: 'obehovlig-egen-uppgift',
    namn: 'Den sökandes egen uppgift',
    utfall: emot,
    plats: 'obehovlig',
    text: 'Beslutet bygger bara på uppgifter som den sökande själv har lämnat.',
    lagrum: '25 § förvaltningslagen',
  },
  {
    id: 'obehovlig-kand-forman',
    namn: 'Känd förmån som inte frågas efter',
    utfall: ['bifall', ...emot],
    plats: 'obehovlig',
    text: 'Uppgiften är en förmån som den sökande själv får varje månad. Vi frågar inte efter den i ansökan utan hämtar den från myndigheten, vilket den sökande vet om.',
    lagrum: '25 § förvaltningslagen',
  },
  {
    id: 'obehovlig-tillbakatagen',
    namn: 'Ansökan är tillbakatagen',
    utfall: ['avskrivning'],
    plats: 'obehovlig',
    text: 'Den sökande har själv tagit tillbaka ansökan.',
    lagrum: '25 § förvaltningslagen',
  },
];

/** A municipality's own wording: a text that replaces one by id, or a phrase of its own. */
export type Egenfras = Fras | { id: string; text: string };

/** The library as a municipality has it. A replaced text keeps when it fits and by which sections. */
export function fraserFör(egna: readonly Egenfras[] = []): Fras[] {
  const ersatta = FRASER.map((fras) => {
    const egen = egna.find((e) => e.id === fras.id);
    return egen ? { ...fras, ...egen } : fras;
  });
  const nya = egna.filter((e): e is Fras => 'plats' in e && !FRASER.some((f) => f.id === e.id));
  return [...ersatta, ...nya];
}

/** The phrases that fit a decision, those about one of its rows first. */
export function passandeFraser(
  fraser: readonly Fras[],
  beslut: { utfall: Utfall; särskilt?: Särskiltslag | undefined; rader: readonly string[]; barn: boolean },
  plats: Fras['plats'],
): Fras[] {
  const omRad = (fras: Fras) => fras.rader?.some((r) => beslut.rader.includes(r)) ?? false;
  return fraser
    .filter(
      (fras) =>
        fras.plats === plats &&
        fras.utfall.includes(beslut.utfall) &&
        (fras.barn !== true || beslut.barn) &&
        (fras.särskilt === undefined
          ? beslut.särskilt === undefined || plats !== 'skal'
          : beslut.särskilt !== undefined && fras.särskilt.includes(beslut.särskilt)) &&
        (fras.rader === undefined || omRad(fras)),
    )
    .sort((a, b) => Number(omRad(b)) - Number(omRad(a)));
}

/** What the caseworker has left to fill in: the braces that are still there. */
export function ofyllda(text: string): string[] {
  return [...text.matchAll(/\{[^{}]*\}/g)].map((m) => m[0]);
}
