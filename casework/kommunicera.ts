import type { Ansökan } from './ansokan.ts';
import { nästaStatus, vuxnaI } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import { beloppstext, type Öre, öreFrånKronor } from './belopp.ts';
import type { Ärendeberäkning } from './berakna-arende.ts';
import type { Utfall } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import type { Nedsättningsärende } from './nedsattning/nedsattningsarende.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { KÄLLNAMN, type Källa, type Registersvar } from './registersvar.ts';
import { type Dag, dagFör, dagIOrd, månadsnamn, type Tidpunkt } from './tid.ts';
import {
  gällande,
  type Motuppgift,
  type Underrättelse,
  type UnderrättelseMedSvar,
  type Yttrande,
  yttrandeläge,
} from './underrattelse.ts';
import type { Utredning } from './utredning.ts';

/** How long an answer is waited for, in days: what the municipality has set. The law says "inom en bestämd tid" and no more. */
export interface Yttrandetid {
  standard: number;
  minst: number;
  högst: number;
}

export const YTTRANDETID: Yttrandetid = { standard: 7, minst: 2, högst: 30 };

/** The day that is `dagar` days after an instant's Swedish day. */
export function dagEfter(nu: Tidpunkt, dagar: number): Dag {
  return new Date(Date.parse(`${dagFör(nu)}T00:00:00Z`) + dagar * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The facts that make the assistance less than the person's own words give: an income the register has more of than was said, and a
 * cost that is not counted in full. What the person said herself is never one.
 */
export function uppgifterEmot(
  utredning: Pick<Utredning, 'jämförelse'>,
  registersvar: Readonly<Record<PersonId, readonly Registersvar[]>>,
): Motuppgift[] {
  return utredning.jämförelse.flatMap((rad): Motuppgift[] => {
    const kostnad =
      rad.grupp === 'kostnad' && rad.godkänt !== undefined && rad.skrev !== undefined && rad.godkänt < rad.skrev;
    const inkomst =
      (rad.grupp === 'inkomst' || rad.grupp === 'tillgang') &&
      rad.godkänt !== undefined &&
      rad.godkänt > (rad.egenUppgift ?? rad.skrev ?? 0);
    if (!kostnad && !inkomst) return [];
    return [
      {
        rad: rad.id,
        text: rad.benämning,
        egen: rad.skrev,
        register: rad.register.slag === 'belopp' ? rad.register.belopp : undefined,
        räknas: rad.godkänt,
        källa: rad.källa && KÄLLNAMN[rad.källa],
        hämtad: rad.källa && senastHämtad(registersvar, rad.person, rad.källa),
        döljsFör: undefined,
      },
    ];
  });
}

/** What is to be refused or reduced, each kept from the other adult: what one has done or not done is secret to the other. */
export function nedsättningsuppgifter(
  nedsättningar: readonly Nedsättningsärende[],
  vuxna: readonly PersonId[],
): Motuppgift[] {
  return nedsättningar.flatMap(({ id, person, avsett, händelser }): Motuppgift[] => {
    const annan = vuxna.find((vuxen) => vuxen !== person);
    if (avsett === undefined) return [];
    return [
      {
        rad: `nedsattning:${id}`,
        text: 'Nedsättning av din del',
        egen: undefined,
        register: undefined,
        räknas: avsett.belopp,
        källa: undefined,
        hämtad: undefined,
        döljsFör:
          annan === undefined
            ? undefined
            : {
                person: annan,
                skäl: 'Det gäller den andra vuxnas aktiviteter (26 kap. 1 § offentlighets- och sekretesslagen).',
              },
        nedsättning: {
          person,
          belopp: avsett.belopp,
          skäl: avsett.skäl,
          dagar: händelser
            .filter((h) => h.bedömning?.godtagbart === false)
            .map(({ dag, slag, insats }) => ({ dag, slag, insats })),
        },
      },
    ];
  });
}

function senastHämtad(
  registersvar: Readonly<Record<PersonId, readonly Registersvar[]>>,
  person: string | undefined,
  källa: Källa,
): Tidpunkt | undefined {
  const svar = person === undefined ? Object.values(registersvar).flat() : (registersvar[person] ?? []);
  return svar.filter((s) => s.källa === källa).at(-1)?.hämtad;
}

/**
 * Whether the person must be heard before the calculation is decided (FL 25 §): it refuses something, gives less than the person's
 * own words, or somebody's share is to be reduced.
 */
export function måsteHöras(beräkning: Ärendeberäkning, nedsättningar: readonly Nedsättningsärende[] = []): boolean {
  if (beräkning.slag !== 'beraknad') return false;
  if (nedsättningar.length > 0) return true;
  const { utfall, bistand } = beräkning.beräkning;
  if (utfall !== 'bifall') return true;
  const eget = beräkning.egen?.bistand;
  return eget !== undefined && eget !== null && bistand !== null && eget > bistand;
}

/**
 * What the board intends by a calculation: a grant that is less than the person's own words is a refusal of the rest, and what is to be
 * refused or reduced of one person's share is not granted.
 */
export function avsettUtfall(
  beräkning: Ärendeberäkning,
  nedsättningar: readonly Nedsättningsärende[] = [],
): { utfall: Utfall; belopp: Öre } | undefined {
  if (beräkning.slag !== 'beraknad') return undefined;
  const { utfall, bistand } = beräkning.beräkning;
  if (utfall === 'bedoms' || bistand === null) return undefined;
  const dras = nedsättningar.reduce((sum, { avsett }) => sum + (avsett?.belopp ?? 0), 0);
  if (dras > 0 && utfall !== 'avslag') {
    const kvar = Math.max(0, öreFrånKronor(bistand) - dras);
    return { utfall: kvar > 0 ? 'delavslag' : 'avslag', belopp: kvar };
  }
  return {
    utfall: utfall === 'bifall' && måsteHöras(beräkning) ? 'delavslag' : utfall,
    belopp: öreFrånKronor(bistand),
  };
}

/** Sends what is intended and why to every adult, with a time to answer. Refused without reasons, or while one is already awaited. */
export function skickaUnderrättelse(
  läge: {
    ansökan: Ansökan;
    beräkning: Ärendeberäkning;
    beräkningId: string;
    luckor: number;
    underrättelser: readonly UnderrättelseMedSvar[];
    /** Matters of refusal or reduction that concern the month. */
    nedsättningar?: readonly Nedsättningsärende[] | undefined;
  },
  input: {
    id: string;
    /** Undefined: what the calculation gives. Stated for a decision that is not a calculation's, as avvisning. */
    avsett?: { utfall: Utfall; belopp: Öre } | undefined;
    skäl: string;
    uppgifter: readonly Motuppgift[];
    svarSenast: Dag;
    tid: Yttrandetid;
    av: Pick<Användare, 'id' | 'namn' | 'titel'>;
    nu: Tidpunkt;
  },
): ActResult<{ underrättelse: Underrättelse; events: Händelse[] }> {
  const { ansökan } = läge;
  if (nästaStatus(ansökan.status, 'beslutad') === undefined)
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status}.`,
      'Den sökande hörs medan ansökan utreds, före beslutet.',
    );
  const nedsättningar = läge.nedsättningar ?? [];
  const avsett = input.avsett ?? avsettUtfall(läge.beräkning, nedsättningar);
  if (avsett === undefined || (input.avsett === undefined && läge.luckor > 0))
    return refuse(
      'inte-beraknad',
      'Det går inte att säga vad beslutet ska bli. Något i beräkningen är inte avgjort.',
      'Avgör raderna i beräkningen först.',
    );
  if (avsett.utfall === 'bifall')
    return refuse('inget-emot', 'Beslutet går inte emot den sökande.', 'Besluta bifall direkt.');
  const pågår = gällande(läge.underrättelser);
  if (pågår && ['vantar', 'ska-tala-infor-namnden'].includes(yttrandeläge(pågår, input.nu)))
    return refuse(
      'redan-skickad',
      `Den sökande har redan underlaget och kan svara till ${dagIOrd(pågår.underrättelse.svarSenast)}.`,
      'Vänta på svar, förläng tiden eller ta tillbaka underrättelsen.',
    );
  const fält = [
    ...(input.skäl.trim() === '' ? [{ fält: 'skal', text: 'Skriv varför, så att den sökande förstår.' }] : []),
    ...tidsfel(input.svarSenast, input.tid, input.nu).map((text) => ({ fält: 'svarSenast', text })),
  ];
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  const underrättelse: Underrättelse = {
    id: input.id,
    ansökan: ansökan.id,
    ärende: ansökan.ärende,
    beräkning: läge.beräkningId,
    avsett,
    skäl: input.skäl.trim(),
    uppgifter: [
      ...input.uppgifter,
      ...(input.avsett === undefined ? nedsättningsuppgifter(nedsättningar, vuxnaI(ansökan)) : []),
    ],
    mottagare: vuxnaI(ansökan),
    skickad: input.nu,
    svarSenast: input.svarSenast,
    förlängningar: [],
    muntligtNekat: undefined,
    återtagen: undefined,
    av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
    version: 1,
  };
  return {
    ok: true,
    underrättelse,
    events: [
      händelse(
        underrättelse,
        'underrattelse-skickad',
        `Vi vill att du läser något innan vi beslutar för ${månadsnamn(ansökan.månad)}. Du kan svara till och med ${dagIOrd(input.svarSenast)}.`,
        input.nu,
      ),
    ],
  };
}

function tidsfel(svarSenast: Dag, tid: Yttrandetid, nu: Tidpunkt): string[] {
  const tidigast = dagEfter(nu, tid.minst);
  const senast = dagEfter(nu, tid.högst);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(svarSenast) || Number.isNaN(Date.parse(svarSenast)))
    return ['Skriv sista dagen för svar som ÅÅÅÅ-MM-DD.'];
  if (new Date(`${svarSenast}T00:00:00Z`).toISOString().slice(0, 10) !== svarSenast) return ['Dagen finns inte.'];
  if (svarSenast < tidigast || svarSenast > senast)
    return [`Sista dagen för svar ska vara mellan ${dagIOrd(tidigast)} och ${dagIOrd(senast)}.`];
  return [];
}

/**
 * An adult answers, or staff notes what was said. A person answers for herself alone; several answers are kept, all of them.
 */
export function lämnaYttrande(
  med: UnderrättelseMedSvar,
  ansökan: Pick<Ansökan, 'status'>,
  input: {
    id: string;
    person: PersonId;
    slag: Yttrande['slag'];
    text: string;
    villTalaInförNämnden: boolean;
    upptagetAv?: { id: string; namn: string } | undefined;
    nu: Tidpunkt;
  },
): ActResult<{ yttrande: Yttrande; events: Händelse[] }> {
  const { underrättelse } = med;
  if (!underrättelse.mottagare.includes(input.person))
    return refuse('inte-mottagare', 'Du kan inte svara här.', 'Den som har fått underlaget svarar själv.');
  if (underrättelse.återtagen || nästaStatus(ansökan.status, 'beslutad') === undefined)
    return refuse('for-sent', 'Det går inte att svara längre.', 'Ring oss om du vill tillägga något.');
  const text = input.text.trim();
  if (text === '' && input.slag !== 'avstar' && !input.villTalaInförNämnden)
    return refuse(
      'svar-saknas',
      'Du har inte skrivit något svar.',
      'Skriv ditt svar, eller välj att du inte vill yttra dig.',
      [{ fält: 'text', text: 'Skriv ditt svar, eller välj att du inte vill yttra dig.' }],
    );
  if (text.length > 10_000)
    return refuse(
      'for-langt',
      'Svaret är längre än 10 000 tecken.',
      'Korta svaret, eller skicka det som ett dokument.',
      [{ fält: 'text', text: `Svaret får ha högst 10 000 tecken. Nu har det ${text.length}.` }],
    );
  const yttrande: Yttrande = {
    id: input.id,
    underrättelse: underrättelse.id,
    person: input.person,
    slag: input.slag,
    text,
    villTalaInförNämnden: input.villTalaInförNämnden,
    tid: input.nu,
    upptagetAv: input.upptagetAv,
  };
  const sagt = input.upptagetAv ? 'Vi har skrivit ner vad du sa.' : 'Vi har fått ditt svar. En handläggare läser det.';
  return {
    ok: true,
    yttrande,
    events: [
      {
        ...händelse(underrättelse, 'yttrande-lamnat', sagt, input.nu),
        synlig: { person: input.person },
      },
    ],
  };
}

/** Gives more time to answer. Only later, never earlier; the limit of the municipality counts from today. */
export function förlängYttrandetid(
  underrättelse: Underrättelse,
  input: { till: Dag; skäl: string; tid: Yttrandetid; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ underrättelse: Underrättelse; events: Händelse[] }> {
  if (underrättelse.återtagen)
    return refuse('atertagen', 'Underrättelsen är tillbakatagen.', 'Skicka en ny om den sökande ska höras.');
  const fel = tidsfel(input.till, { ...input.tid, minst: 0 }, input.nu);
  const fält = [
    ...fel.map((text) => ({ fält: 'till', text })),
    ...(fel.length === 0 && input.till <= underrättelse.svarSenast
      ? [{ fält: 'till', text: `Den nya dagen ska vara senare än ${dagIOrd(underrättelse.svarSenast)}.` }]
      : []),
    ...(input.skäl.trim() === '' ? [{ fält: 'skalForlang', text: 'Skriv varför tiden förlängs.' }] : []),
  ];
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta och försök igen.', fält);
  return {
    ok: true,
    underrättelse: {
      ...underrättelse,
      svarSenast: input.till,
      förlängningar: [
        ...underrättelse.förlängningar,
        { till: input.till, skäl: input.skäl.trim(), av: input.av.namn, tid: input.nu },
      ],
      version: underrättelse.version + 1,
    },
    events: [
      händelse(
        underrättelse,
        'yttrandetid-forlangd',
        `Du har fått längre tid att svara: till och med ${dagIOrd(input.till)}.`,
        input.nu,
      ),
    ],
  };
}

/** Takes back a hearing: what was held against the person no longer is. */
export function återtaUnderrättelse(
  underrättelse: Underrättelse,
  input: { skäl: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ underrättelse: Underrättelse; events: Händelse[] }> {
  if (underrättelse.återtagen)
    return refuse(
      'redan-atertagen',
      'Underrättelsen är redan tillbakatagen.',
      'Skicka en ny om den sökande ska höras.',
    );
  if (input.skäl.trim() === '')
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför underrättelsen tas tillbaka.', [
      { fält: 'skalAterta', text: 'Skriv varför underrättelsen tas tillbaka.' },
    ]);
  return {
    ok: true,
    underrättelse: {
      ...underrättelse,
      återtagen: { skäl: input.skäl.trim(), av: input.av.namn, tid: input.nu },
      version: underrättelse.version + 1,
    },
    events: [
      händelse(
        underrättelse,
        'underrattelse-atertagen',
        'Du behöver inte svara på det vi skickade. Vi har tagit tillbaka det.',
        input.nu,
      ),
    ],
  };
}

/** Refuses speaking before the board, for special reasons that are written down (SoL 14 kap. 8 §). */
export function nekaMuntligt(
  underrättelse: Underrättelse,
  input: { skäl: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ underrättelse: Underrättelse; events: Händelse[] }> {
  if (input.skäl.trim() === '')
    return refuse(
      'skal-saknas',
      'De särskilda skälen saknas.',
      'Skriv de särskilda skälen mot att hen talar inför nämnden.',
      [{ fält: 'skalMuntligt', text: 'Skriv de särskilda skälen (14 kap. 8 § socialtjänstlagen).' }],
    );
  return {
    ok: true,
    underrättelse: {
      ...underrättelse,
      muntligtNekat: { skäl: input.skäl.trim(), av: input.av.namn, tid: input.nu },
      version: underrättelse.version + 1,
    },
    events: [
      händelse(
        underrättelse,
        'muntligt-nekat',
        `Du får inte tala inför nämnden i det här ärendet. ${input.skäl.trim()}`,
        input.nu,
      ),
    ],
  };
}

function händelse(underrättelse: Underrättelse, typ: Händelse['typ'], text: string, tid: Tidpunkt): Händelse {
  return { ärende: underrättelse.ärende, ansökan: underrättelse.ansökan, typ, tid, text, synlig: 'alla' };
}

/** The reasons of a notice as the calculation's facts give them: a starting point that staff edit. */
export function förslagTillUnderrättelse(uppgifter: readonly Motuppgift[]): string {
  return uppgifter
    .map((u) => {
      const jämfört =
        u.egen === undefined ? 'som inte står i din ansökan' : `där du har skrivit ${beloppstext(u.egen)}`;
      return u.register === undefined
        ? `${u.text}: vi räknar med ${beloppstext(u.räknas ?? 0)}, ${jämfört}.`
        : `${u.källa ?? 'Ett register'} har uppgift om ${inne(u.text)} på ${beloppstext(u.register)}, ${jämfört}.`;
    })
    .join('\n');
}

function inne(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}
