import { fårAnsökaFrån } from '@stegvis/rules';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { ärDag } from './skicka-in.ts';
import { type Dag, dagIOrd, type Tidpunkt } from './tid.ts';

/** A request that a case be moved to another municipality, or from one to us (SoL 29 kap. 10–11 §§). Always in writing. */
export interface Överflyttning {
  id: string;
  ärende: string;
  /** `till-annan`: we ask another municipality to take it. `hit`: another asks us. */
  riktning: 'till-annan' | 'hit';
  kommun: string;
  begärd: Dag;
  /** What the law weighs: where the strongest connection is, the person's wish, how lasting the need is, and the rest. */
  skäl: { anknytning: string; önskemål: string; varaktighet: string };
  svar: { dag: Dag; besked: 'accepterar' | 'motsatter-sig'; text: string } | undefined;
  /** Applied for at IVO, and its decision. */
  ivo: { ansökt: Dag; beslut: { dag: Dag; flyttas: boolean } | undefined } | undefined;
  /** The day the other municipality took over; until then the responsibility stays. */
  övertagen: Dag | undefined;
  återtagen: Dag | undefined;
  av: { id: string; namn: string };
  tid: Tidpunkt;
  version: number;
}

export type Överflyttningsläge =
  | 'vantar-pa-svar'
  | 'far-ansoka-hos-ivo'
  | 'hos-ivo'
  | 'ska-tas-over'
  | 'flyttas-inte'
  | 'overflyttat'
  | 'atertagen';

/** Where a transfer is on a day. Only when the other has taken over is the responsibility there. */
export function överflyttningsläge(ö: Överflyttning, idag: Dag): Överflyttningsläge {
  if (ö.återtagen) return 'atertagen';
  if (ö.övertagen) return 'overflyttat';
  if (ö.ivo?.beslut) return ö.ivo.beslut.flyttas ? 'ska-tas-over' : 'flyttas-inte';
  if (ö.ivo) return 'hos-ivo';
  if (ö.svar?.besked === 'accepterar') return 'ska-tas-over';
  if (ö.svar) return 'far-ansoka-hos-ivo';
  return idag >= fårAnsökaFrån(ö.begärd) ? 'far-ansoka-hos-ivo' : 'vantar-pa-svar';
}

/**
 * Who answers for the person on a day. The municipality that has the case does until it is taken over; the one where the person
 * stays for a time answers for what is needed in acute situations whoever has it (29 kap. 4 §).
 */
export function ansvar(ö: Överflyttning, idag: Dag): { ordinarie: 'vi' | 'den-andra'; akut: 'där-personen-vistas' } {
  const hosOss = ö.riktning === 'till-annan';
  const flyttat = ö.övertagen !== undefined && ö.övertagen <= idag;
  return { ordinarie: hosOss === flyttat ? 'den-andra' : 'vi', akut: 'där-personen-vistas' };
}

const FEL_DAG: Fältfel = { fält: 'dag', text: 'Skriv en dag som finns, till exempel 2026-11-24.' };

/** Asks for a transfer, or notes that another municipality has asked us. */
export function begärÖverflyttning(
  finns: readonly Överflyttning[],
  input: Pick<Överflyttning, 'id' | 'ärende' | 'riktning' | 'kommun' | 'begärd' | 'skäl' | 'av' | 'tid'>,
): ActResult<{ överflyttning: Överflyttning }> {
  const fält: Fältfel[] = [
    ...(input.kommun.trim() === '' ? [{ fält: 'kommun', text: 'Skriv vilken kommun det gäller.' }] : []),
    ...(['anknytning', 'önskemål', 'varaktighet'] as const)
      .filter((k) => input.skäl[k].trim() === '')
      .map((k) => ({ fält: ASCII[k], text: SAKNAS[k] })),
    ...(ärDag(input.begärd) ? [] : [FEL_DAG]),
  ];
  if (fält.length > 0)
    return refuse(
      'ofullstandig',
      fält[0]!.text,
      'Lagen kräver att det vägs in (29 kap. 10 § socialtjänstlagen).',
      fält,
    );
  if (finns.some((ö) => !['flyttas-inte', 'overflyttat', 'atertagen'].includes(överflyttningsläge(ö, input.begärd))))
    return refuse('pagar-redan', 'En överflyttning pågår redan.', 'Avsluta eller ta tillbaka den först.');
  return {
    ok: true,
    överflyttning: {
      ...input,
      svar: undefined,
      ivo: undefined,
      övertagen: undefined,
      återtagen: undefined,
      version: 1,
    },
  };
}

const ASCII = { anknytning: 'anknytning', önskemål: 'onskemal', varaktighet: 'varaktighet' } as const;
const SAKNAS = {
  anknytning: 'Skriv var personen har sin starkaste anknytning och varför.',
  önskemål: 'Skriv vad personen själv vill.',
  varaktighet: 'Skriv hur länge hjälpen kan behövas.',
} as const;

export type Överflyttningssteg =
  | { steg: 'svar'; besked: 'accepterar' | 'motsatter-sig'; text: string }
  | { steg: 'ansok-ivo' }
  | { steg: 'ivo-beslut'; flyttas: boolean }
  | { steg: 'overtagen' }
  | { steg: 'ater' };

/** The next thing in a transfer. What the law does not allow yet is refused with the day it will be. */
export function flyttaÄrende(
  ö: Överflyttning,
  input: Överflyttningssteg & { dag: Dag },
): ActResult<{ överflyttning: Överflyttning }> {
  if (!ärDag(input.dag)) return refuse('fel-dag', FEL_DAG.text, 'Skriv en dag som finns.', [FEL_DAG]);
  const läge = överflyttningsläge(ö, input.dag);
  const vidare = (ändrat: Partial<Överflyttning>) => ({
    ok: true as const,
    överflyttning: { ...ö, ...ändrat, version: ö.version + 1 },
  });
  if (input.dag < ö.begärd)
    return refuse('fel-dag', `Begäran gjordes ${dagIOrd(ö.begärd)}.`, 'Ange en dag som är samma eller senare.');
  switch (input.steg) {
    case 'svar':
      if (läge !== 'vantar-pa-svar' && läge !== 'far-ansoka-hos-ivo') break;
      if (ö.svar) return refuse('redan-svarat', 'Svaret är redan antecknat.', 'Läs svaret.');
      if (input.text.trim() === '')
        return refuse('text-saknas', 'Skriv vad kommunen svarade.', 'Svaret ska vara skriftligt.', [
          { fält: 'text', text: 'Skriv vad kommunen svarade.' },
        ]);
      return vidare({ svar: { dag: input.dag, besked: input.besked, text: input.text.trim() } });
    case 'ansok-ivo':
      if (ö.riktning !== 'till-annan')
        return refuse(
          'inte-vi',
          'Bara den kommun som har begärt överflyttning får ansöka.',
          'Lämna vår inställning skriftligt.',
        );
      if (läge === 'vantar-pa-svar')
        return refuse(
          'for-tidigt',
          'Den andra kommunen har en månad på sig att svara.',
          `Ansökan hos IVO får göras från och med ${dagIOrd(fårAnsökaFrån(ö.begärd))}, eller när kommunen har sagt nej.`,
        );
      if (läge !== 'far-ansoka-hos-ivo') break;
      return vidare({ ivo: { ansökt: input.dag, beslut: undefined } });
    case 'ivo-beslut':
      if (läge !== 'hos-ivo' || !ö.ivo) break;
      return vidare({ ivo: { ...ö.ivo, beslut: { dag: input.dag, flyttas: input.flyttas } } });
    case 'overtagen':
      if (läge !== 'ska-tas-over') break;
      return vidare({ övertagen: input.dag });
    case 'ater':
      if (läge === 'overflyttat' || läge === 'atertagen') break;
      return vidare({ återtagen: input.dag });
  }
  return refuse('inte-nu', 'Det går inte i det läge som överflyttningen har nu.', FORTSÄTT[läge]);
}

const FORTSÄTT: Readonly<Record<Överflyttningsläge, string>> = {
  'vantar-pa-svar': 'Vänta på svar. Ansvaret är kvar här så länge.',
  'far-ansoka-hos-ivo': 'Ansök hos IVO, eller ta tillbaka begäran.',
  'hos-ivo': 'Vänta på beslutet från IVO.',
  'ska-tas-over': 'Anteckna dagen då ärendet är övertaget.',
  'flyttas-inte': 'Ärendet stannar. Gör en ny begäran om förhållandena ändras.',
  overflyttat: 'Ärendet är överflyttat.',
  atertagen: 'Begäran är tillbakatagen. Gör en ny om det behövs.',
};
