import { beslutslagrum, type Nackdelsgrund, ändringsrätt } from '@stegvis/rules';
import type { Ansökan } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import { beloppstext, type Öre } from './belopp.ts';
import { type Beslut, beslutsform, type Kommunicering, redanBeviljat, type Utfall } from './beslut.ts';
import { inteDelegerat } from './besluta-manuellt.ts';
import { beslutanderätt, type Delegationspunkt, gällerDen } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import type { Överklagande } from './overklagande.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { dagFör, månadsnamn, type Tidpunkt } from './tid.ts';
import { räknasMotBeslutet, type Utbetalning } from './utbetalning.ts';

/** Why a decision is changed: the board's own finding, a review of it, or what a court has said. */
export type Ändringsgrund = 'eget' | 'omprovning' | 'dom';

/** What a change is made from. */
export interface Ändringsläge {
  ansökan: Ansökan;
  /** Every decision on the application, in the order they were made. */
  beslut: readonly Beslut[];
  /** Every payment of them. */
  utbetalningar: readonly Utbetalning[];
  överklaganden: readonly Överklagande[];
  delegation: readonly Delegationspunkt[];
}

/**
 * Changes a decision by a new one that refers to it (FL 37–39 §§, SoL 14 kap. 9 §; or a court's). The new one says what the month comes
 * to in all and grants the difference; never less than nothing. What is planned and not sent of the old ones is stopped when the
 * change gives less; what has been paid too much is for a recovery matter.
 */
export function ändraBeslut(
  läge: Ändringsläge,
  input: {
    id: string;
    ändrar: string;
    beräkning: string;
    grund: Ändringsgrund;
    utfall: Extract<Utfall, 'bifall' | 'delavslag' | 'avslag'>;
    /** What is granted for the month in all after the change. */
    totalt: Öre;
    motivering: string;
    uppenbart: boolean;
    nackdelsgrund: Nackdelsgrund | undefined;
    kommunicering: Kommunicering | undefined;
    av: Användare;
    nu: Tidpunkt;
  },
): ActResult<{ beslut: Beslut; stoppas: string[]; förMycket: Öre; events: Händelse[] }> {
  const gammalt = läge.beslut.find((b) => b.id === input.ändrar);
  if (gammalt === undefined)
    return refuse('fel-beslut', 'Beslutet hör inte till ansökan.', 'Välj ett av besluten om ansökan.');
  const { bestämmelse } = beslutsform(gammalt);
  if (bestämmelse !== '12:1' || beslutsform(gammalt).särskilt !== undefined)
    return refuse('inte-har', 'Bara beslut om månadens bistånd ändras här.', 'Fatta ett nytt beslut i ärendet.');
  const fält: Fältfel[] = [];
  if (!Number.isSafeInteger(input.totalt) || input.totalt < 0)
    fält.push({ fält: 'totalt', text: 'Skriv vad månaden ska ge sammanlagt, i kronor.' });
  if (input.utfall === 'avslag' && input.totalt !== 0)
    fält.push({ fält: 'utfall', text: 'Ett avslag ger inget. Välj bifall eller delavslag.' });
  if (input.motivering.trim() === '') fält.push({ fält: 'motivering', text: 'Skriv skälen för ändringen.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);

  const nu = redanBeviljat(läge.beslut, gammalt.månad);
  if (input.grund !== 'dom' && input.totalt === nu && input.utfall === senasteUtfall(läge.beslut, gammalt))
    return refuse('ingen-andring', 'Det här ändrar inget.', 'Skriv ett annat belopp, eller låt beslutet stå fast.');
  const tillNackdel = input.totalt < nu;
  let lagrum = 'förvaltningsrättens dom';
  if (input.grund !== 'dom') {
    const egna = läge.överklaganden.filter((ö) => ö.beslut === gammalt.id && ö.avvisningen === undefined);
    const rätt = ändringsrätt({
      tillNackdel,
      nackdelsgrund: input.nackdelsgrund,
      tillsVidare: false,
      beslutad: dagFör(gammalt.beslutad),
      överklagat: egna.some((ö) => ['inkommet', 'omprovas', 'att-overlamna', 'overlamnat'].includes(ö.status)),
      överlämnat: egna.some((ö) => ö.status === 'overlamnat'),
      uppenbartFelaktigt: input.uppenbart,
    });
    if (rätt.svar === 'far-inte')
      return refuse('far-inte-andras', `${rätt.varför} (${rätt.lagrum})`, 'Låt beslutet stå fast.', [
        { fält: tillNackdel ? 'nackdelsgrund' : 'uppenbart', text: `${rätt.varför} (${rätt.lagrum})` },
      ]);
    lagrum = rätt.lagrum;
    if (tillNackdel && input.kommunicering === undefined)
      return refuse(
        'kommunicering-saknas',
        'Ändringen går emot den enskilde, som inte har fått yttra sig.',
        'Skicka underlaget som meddelande och vänta på svar, eller skriv varför det är uppenbart obehövligt.',
        [
          {
            fält: 'kommunicerat',
            text: 'Skriv när den enskilde fick yttra sig, eller varför det är uppenbart obehövligt.',
          },
        ],
      );
  }
  const punkt = ändringspunkt(läge.delegation, input.av, { utfall: input.utfall, belopp: input.totalt }, input.nu);
  if (punkt === undefined) return inteDelegerat(input.utfall);

  const egna = läge.utbetalningar.filter((u) => läge.beslut.some((b) => b.id === u.beslut && ärMånadens(b)));
  const stoppas = tillNackdel ? egna.filter((u) => u.status === 'planerad') : [];
  const kvar = nu - stoppas.reduce((sum, u) => sum + u.belopp, 0);
  const belopp = Math.max(0, input.totalt - kvar);
  const förMycket = Math.max(0, kvar - input.totalt);
  const beslut: Beslut = {
    id: input.id,
    ansökan: gammalt.ansökan,
    ärende: gammalt.ärende,
    beräkning: input.beräkning,
    månad: gammalt.månad,
    utfall: input.utfall,
    belopp,
    beslutsfattare: {
      slag: 'handlaggare',
      id: input.av.id,
      namn: input.av.namn,
      titel: input.av.titel,
      delegationspunkt: punkt,
    },
    motivering: input.motivering.trim(),
    lagrum: [...beslutslagrum({ bestämmelse, utfall: input.utfall }), lagrum],
    kommunicering: input.kommunicering,
    beslutad: input.nu,
    form: {
      nummer: Math.max(...läge.beslut.map((b) => beslutsform(b).nummer)) + 1,
      del: 'andring',
      bestämmelse,
      totalt: input.totalt,
      ändrar: gammalt.id,
      ändringsgrund: input.grund,
    },
  };
  return {
    ok: true,
    beslut,
    stoppas: stoppas.filter(räknasMotBeslutet).map((u) => u.id),
    förMycket,
    events: [
      {
        ärende: beslut.ärende,
        ansökan: beslut.ansökan,
        typ: 'beslut-andrat',
        tid: input.nu,
        text:
          belopp > 0 && !tillNackdel
            ? `Vi har ändrat beslutet för ${månadsnamn(beslut.månad)}: du får ${beloppstext(belopp)} till.`
            : `Vi har ändrat beslutet för ${månadsnamn(beslut.månad)}: sammanlagt ${beloppstext(input.totalt)}.`,
        synlig: 'alla',
      },
    ],
  };
}

/** The decision that counts now for what an earlier one was about: itself, or the newest change of it. */
export function gällandeBeslut(beslut: readonly Beslut[], id: string): Beslut | undefined {
  return beslut.findLast((b) => b.form?.ändrar === id) ?? beslut.find((b) => b.id === id);
}

function ärMånadens(beslut: Beslut): boolean {
  const { bestämmelse, särskilt } = beslutsform(beslut);
  return bestämmelse === '12:1' && särskilt === undefined;
}

function senasteUtfall(alla: readonly Beslut[], gammalt: Beslut): Utfall {
  return (gällandeBeslut(alla, gammalt.id) ?? gammalt).utfall;
}

/** A point under which somebody may change alone; who confirms where the order asks for two may change herself. */
function ändringspunkt(
  delegation: readonly Delegationspunkt[],
  av: Användare,
  beslut: { utfall: Utfall; belopp: Öre },
  nu: Tidpunkt,
): string | undefined {
  const dag = dagFör(nu);
  const egen = beslutanderätt(delegation, av, { ...beslut, bestämmelse: '12:1' }, dag);
  if (egen && (egen.andraPerson === undefined || av.roller.includes(egen.andraPerson))) return egen.punkt.punkt;
  return delegation.find(
    ({ villkor, utfall, ...punkt }) =>
      av.aktiv &&
      villkor?.andraPerson !== undefined &&
      av.roller.includes(villkor.andraPerson.roll) &&
      utfall.includes(beslut.utfall) &&
      (villkor.bestämmelser ?? ['12:1']).includes('12:1') &&
      (villkor.högst === undefined || beslut.belopp <= villkor.högst) &&
      gällerDen({ villkor, utfall, ...punkt }, dag),
  )?.punkt;
}
