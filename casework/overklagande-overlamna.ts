import type { Användare } from './anvandare.ts';
import type { Öre } from './belopp.ts';
import type { Händelse } from './handelse.ts';
import { DOMSLUT, type Domslut, type Domstolsakt, nästaÖverklagandestatus, type Överklagande } from './overklagande.ts';
import { överklagandehändelse } from './overklagande-lamna.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from './tid.ts';

/** Hands the appeal and the file to the court. From then on the board may not change the decision (FL 39 §). */
export function överlämnaÖverklagande(
  överklagande: Överklagande,
  akt: Pick<Domstolsakt, 'id' | 'överklagande'>,
  input: { domstol: string; dag: Dag; av: Användare; nu: Tidpunkt },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const status = nästaÖverklagandestatus(överklagande.status, 'overlamnat');
  if (status === undefined)
    return refuse('fel-status', `Överklagandet är ${överklagande.status}.`, 'Ompröva beslutet först.');
  if (akt.överklagande !== överklagande.id)
    return refuse('fel-akt', 'Akten hör till ett annat överklagande.', 'Gör akten för det här överklagandet.');
  const fält: Fältfel[] = [];
  if (input.domstol.trim() === '') fält.push({ fält: 'domstol', text: 'Skriv vilken förvaltningsrätt.' });
  if (!ärDag(input.dag) || input.dag < dagFör(överklagande.inkom) || input.dag > dagFör(input.nu))
    fält.push({ fält: 'overlamnatDag', text: 'Skriv dagen då det skickades, ÅÅÅÅ-MM-DD, senast i dag.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  return {
    ok: true,
    överklagande: {
      ...överklagande,
      status,
      överlämnat: {
        domstol: input.domstol.trim(),
        dag: input.dag,
        akt: akt.id,
        av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
        tid: input.nu,
      },
      version: överklagande.version + 1,
    },
    events: [
      överklagandehändelse(
        överklagande,
        'overklagande-overlamnat',
        `Vi har skickat ditt överklagande till ${input.domstol.trim()}. Nu är det domstolen som prövar det.`,
        input.nu,
      ),
    ],
  };
}

/** Registers what the court has said. Where it changes something, a decision that carries it out is the next step. */
export function registreraDom(
  överklagande: Överklagande,
  input: {
    slut: Domslut;
    målnummer: string;
    dag: Dag;
    belopp: Öre | undefined;
    text: string;
    av: Användare;
    nu: Tidpunkt;
  },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const { verkställs } = DOMSLUT[input.slut];
  const status = nästaÖverklagandestatus(överklagande.status, verkställs ? 'domstolen-andrar' : 'domstolen-star-fast');
  if (status === undefined)
    return refuse('fel-status', `Överklagandet är ${överklagande.status}.`, 'Domen registreras när det är överlämnat.');
  const fält: Fältfel[] = [];
  if (input.målnummer.trim() === '') fält.push({ fält: 'malnummer', text: 'Skriv målets nummer.' });
  if (!ärDag(input.dag) || input.dag < överklagande.överlämnat!.dag || input.dag > dagFör(input.nu))
    fält.push({ fält: 'domDag', text: 'Skriv domens dag, ÅÅÅÅ-MM-DD, efter överlämnandet och senast i dag.' });
  if (input.belopp !== undefined && (!Number.isSafeInteger(input.belopp) || input.belopp < 0))
    fält.push({ fält: 'domBelopp', text: 'Skriv beloppet i kronor.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  const sagt: Record<Domslut, string> = {
    avslag: 'Förvaltningsrätten har avslagit ditt överklagande. Beslutet står fast.',
    bifall: 'Förvaltningsrätten har gett dig rätt. Vi fattar ett nytt beslut efter domen.',
    'delvis-bifall': 'Förvaltningsrätten har gett dig rätt till en del. Vi fattar ett nytt beslut efter domen.',
    aterforvisning: 'Förvaltningsrätten har bestämt att vi ska pröva din ansökan igen.',
    avvisning: 'Förvaltningsrätten har inte tagit upp ditt överklagande.',
    avskrivning: 'Förvaltningsrätten har avslutat målet.',
  };
  return {
    ok: true,
    överklagande: {
      ...överklagande,
      status,
      dom: {
        slut: input.slut,
        målnummer: input.målnummer.trim(),
        dag: input.dag,
        belopp: input.belopp,
        text: input.text.trim(),
        av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
        tid: input.nu,
        verkställtGenom: undefined,
      },
      version: överklagande.version + 1,
    },
    events: [överklagandehändelse(överklagande, 'overklagande-avgjort', sagt[input.slut], input.nu)],
  };
}

/** Notes the decision that carries out what the court said. */
export function verkställDom(
  överklagande: Överklagande,
  input: { beslut: string },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const status = nästaÖverklagandestatus(överklagande.status, 'verkstallt');
  if (status === undefined || överklagande.dom === undefined)
    return refuse('fel-status', 'Det finns ingen dom att verkställa.', 'Registrera domen först.');
  return {
    ok: true,
    överklagande: {
      ...överklagande,
      status,
      dom: { ...överklagande.dom, verkställtGenom: input.beslut },
      version: överklagande.version + 1,
    },
    events: [],
  };
}

function ärDag(text: string): boolean {
  const tid = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(tid) && new Date(tid).toISOString().slice(0, 10) === text;
}
