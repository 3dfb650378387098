import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Tidpunkt } from '../tid.ts';

/** Why somebody no longer needs assistance: Stegvis's own categories, nobody's official codes. */
export const AVSLUTSORSAKER = {
  arbete: 'Arbete',
  'arbete-med-stod': 'Arbete med stöd från det offentliga',
  studier: 'Studier',
  'annan-ersattning': 'Annan ersättning eller pension',
  hushallet: 'Hushållets ekonomi har ändrats',
  flyttat: 'Flyttat till en annan kommun',
  'egen-begaran': 'Vill inte längre ha stöd',
  'ingen-kontakt': 'Vi har inte fått kontakt',
  avlidit: 'Har avlidit',
  annat: 'Annat',
} as const;
export type Avslutsorsak = keyof typeof AVSLUTSORSAKER;

/** How long what she goes to is expected to last. */
export const VARAKTIGHETER = {
  tillsvidare: 'Tills vidare',
  'minst-ett-ar': 'Ett år eller mer',
  'under-ett-ar': 'Kortare än ett år',
  osakert: 'Går inte att säga',
} as const;
export type Varaktighet = keyof typeof VARAKTIGHETER;

/** That a person's way here has ended, and to what. */
export interface Avslut {
  id: string;
  person: PersonId;
  skäl: Avslutsorsak;
  /** To what, in words: the employer or the education. */
  till: string;
  dag: Dag;
  varaktighet: Varaktighet;
  /** The last day of after-care, while the case manager stays; undefined when none is agreed. */
  eftervårdTill: Dag | undefined;
  /** The track that ended with it, by name. */
  spår: string | undefined;
  av: string;
  tid: Tidpunkt;
  /** That she is back, and why. */
  återöppnat: { tid: Tidpunkt; av: string | undefined; skäl: string } | undefined;
  version: number;
}

/** How long after an exit its history is brought up when the person applies again, in months. */
export const ÅTERKOMST_MÅNADER = 12;
/** The longest after-care, in days. */
const LÄNGSTA_EFTERVÅRD = 730;

export function ärAvslutsorsak(text: string): text is Avslutsorsak {
  return Object.hasOwn(AVSLUTSORSAKER, text);
}

/** The exit that holds: the newest that nothing has opened again. */
export function gällandeAvslut(avslut: readonly Avslut[]): Avslut | undefined {
  const [senaste] = avslut;
  return senaste?.återöppnat === undefined ? senaste : undefined;
}

/** The exit after which somebody who applied on `inkommen` came back within twelve months; undefined when there is none. */
export function återkomstEfter(avslut: readonly Avslut[], inkommen: Dag): Avslut | undefined {
  return avslut.find(({ dag }) => dag < inkommen && inkommen <= omMånader(dag, ÅTERKOMST_MÅNADER));
}

function omMånader(dag: Dag, månader: number): Dag {
  const count = Number(dag.slice(0, 4)) * 12 + Number(dag.slice(5, 7)) - 1 + månader;
  const [år, månad] = [Math.floor(count / 12), count % 12];
  const sista = new Date(Date.UTC(år, månad + 1, 0)).getUTCDate();
  const d = Math.min(Number(dag.slice(8)), sista);
  return new Date(Date.UTC(år, månad, d)).toISOString().slice(0, 10);
}

/** Ends a person's way here, with the reason, to what, and for how long she can still turn to her case manager. */
export function avslutaVägen(
  avslut: readonly Avslut[],
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    skäl: string;
    till: string;
    dag: Dag;
    varaktighet: string;
    eftervårdTill: Dag | undefined;
    spår: string | undefined;
    av: { namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ avslut: Avslut; events: Personhändelse[] }> {
  const { skäl, dag, eftervårdTill, varaktighet, nu } = input;
  if (gällandeAvslut(avslut))
    return refuse('fel-status', 'Vägen är redan avslutad.', 'Öppna den igen om personen är tillbaka.');
  const idag = dagFör(nu);
  const till = input.till.trim();
  const fält: Fältfel[] = [];
  if (!ärAvslutsorsak(skäl)) fält.push({ fält: 'skal', text: 'Välj varför vägen avslutas.' });
  if ((skäl === 'annat' && till === '') || till.length > 300)
    fält.push({ fält: 'till', text: 'Skriv till vad personen går, högst 300 tecken.' });
  const tidigast = flyttaDag(idag, -365);
  const senast = flyttaDag(idag, 60);
  if (!ärDag(dag) || dag < tidigast || dag > senast)
    fält.push({ fält: 'dag', text: `Skriv dagen vägen slutar, från ${tidigast} till ${senast}.` });
  if (!Object.hasOwn(VARAKTIGHETER, varaktighet))
    fält.push({ fält: 'varaktighet', text: 'Välj hur länge det väntas hålla.' });
  if (
    eftervårdTill !== undefined &&
    (!ärDag(eftervårdTill) ||
      eftervårdTill <= dag ||
      eftervårdTill > flyttaDag(ärDag(dag) ? dag : idag, LÄNGSTA_EFTERVÅRD))
  )
    fält.push({ fält: 'eftervard', text: 'Skriv sista dagen för stöd efteråt, efter avslutet och inom två år.' });
  if (!ärAvslutsorsak(skäl) || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    avslut: {
      id: input.id,
      person: input.person,
      skäl,
      till,
      dag,
      varaktighet: varaktighet as Varaktighet,
      eftervårdTill,
      spår: input.spår,
      av: input.av.namn,
      tid: nu,
      återöppnat: undefined,
      version: 1,
    },
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'avslut',
        typ: 'vag-avslutad',
        tid: nu,
        text:
          eftervårdTill === undefined
            ? `Din väg hos oss slutar ${dagIOrd(dag)}.`
            : `Din väg hos oss slutar ${dagIOrd(dag)}. Du kan vända dig till din samordnare till ${dagIOrd(eftervårdTill)}.`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}

/** Opens an exit again: the person is back, and what helped last time is brought up. */
export function återöppnaVägen(
  avslut: Avslut,
  input: { händelse: string; skäl: string; av: { namn: string } | undefined; nu: Tidpunkt },
): ActResult<{ avslut: Avslut; events: Personhändelse[] }> {
  if (avslut.återöppnat) return refuse('fel-status', 'Vägen är redan öppen igen.', 'Läs om sidan.');
  const skäl = input.skäl.trim();
  if (skäl.length < 5)
    return refuse('ofullstandig', 'Skriv varför vägen öppnas igen, minst fem tecken.', 'Rätta fältet.', [
      { fält: 'oppnaSkal', text: 'Skriv varför vägen öppnas igen, minst fem tecken.' },
    ]);
  return {
    ok: true,
    avslut: {
      ...avslut,
      återöppnat: { tid: input.nu, av: input.av?.namn, skäl },
      version: avslut.version + 1,
    },
    events: [
      {
        id: input.händelse,
        person: avslut.person,
        område: 'avslut',
        typ: 'vag-oppnad-igen',
        tid: input.nu,
        text: 'Vi börjar om tillsammans med dig.',
        synlig: 'person',
        av: input.av?.namn,
      },
    ],
  };
}
