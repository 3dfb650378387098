import { type Ansökan, type Ansökansslag, gemensamt, type Kanal, synligFör, vuxnaI } from './ansokan.ts';
import type { Ärende } from './arende.ts';
import type { Händelse } from './handelse.ts';
import type { Historik } from './historik.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { dagFör, flyttaMånad, type Månad, månadsnamn, type Tidpunkt } from './tid.ts';
import type { Uppgifter } from './uppgifter.ts';

/** The months an application may concern on a day: the month before, the present and the next. */
export function sökbaraMånader(nu: Tidpunkt): Månad[] {
  const denna = dagFör(nu).slice(0, 7);
  return [flyttaMånad(denna, -1), denna, flyttaMånad(denna, 1)];
}

/**
 * What is carried over to a renewal as this person may see it: everything but the message, the wish and the assurance, which
 * belong to one application. What belongs to an adult who is not in the new application is left behind.
 */
export function förifyllt(
  föregående: Ansökan,
  ny: { person: PersonId; vuxna: readonly PersonId[] } = { person: föregående.sökande, vuxna: vuxnaI(föregående) },
): Uppgifter {
  const { meddelande, onskarHandlaggare, intygat, ...kept } = structuredClone(
    synligFör(föregående, ny.person).uppgifter,
  );
  const borta = vuxnaI(föregående).filter((id) => !ny.vuxna.includes(id));
  if (kept.inkomster) kept.inkomster = kept.inkomster.filter((i) => !borta.includes(i.person));
  if (kept.konto && borta.includes(kept.konto.innehavare)) delete kept.konto;
  if (kept.hushall && ny.vuxna.length !== vuxnaI(föregående).length) delete kept.hushall;
  return kept;
}

/** What a supplementary application takes over from the month it belongs to: the household, the home and an own account. */
function förTillägg(månadens: Ansökan, person: PersonId): Uppgifter {
  const { hushall, barn, boende, konto } = structuredClone(gemensamt(månadens.uppgifter));
  const kept = { hushall, barn, boende, konto: konto?.innehavare === person ? konto : undefined };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

/**
 * Starts a draft for one month; a renewal is prefilled from `föregående`, a supplementary application from the decided
 * application of its month. Refused for somebody outside the case, a month that cannot be applied for now, or when a draft of the
 * same kind for the month already exists.
 */
export function startaAnsökan(input: {
  id: string;
  ärende: Ärende;
  person: PersonId;
  slag: Ansökansslag;
  månad: Månad;
  kanal: Kanal;
  historik: Pick<Historik, 'ansökningar'>;
  föregående: Ansökan | undefined;
  nu: Tidpunkt;
}): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  const { ärende, månad, nu } = input;
  if (input.person !== ärende.sökande && input.person !== ärende.medsökande) {
    return refuse('inte-ditt-arende', 'Du är inte sökande i ärendet.', 'Starta en egen ansökan.');
  }
  if (ärende.status !== 'oppet') {
    return refuse('arendet-avslutat', 'Ärendet är avslutat.', 'Starta en ny ansökan, så öppnas ett nytt ärende.');
  }
  const sökbara = sökbaraMånader(nu);
  const tillägg = input.slag === 'tillagg';
  if (input.slag === 'akut')
    return refuse('akut-utan-utkast', 'Akut hjälp söker du utan utkast.', 'Gå till sidan för akut hjälp.');
  if (tillägg && input.föregående?.månad !== månad) {
    return refuse(
      'manaden-inte-beslutad',
      `Du har inget beslut för ${månadsnamn(månad)} att söka tillägg till.`,
      'Sök för hela månaden och ta med kostnaden där.',
    );
  }
  if (!tillägg && !sökbara.includes(månad)) {
    return refuse(
      'fel-manad',
      `Det går inte att ansöka för ${månadsnamn(månad)} nu.`,
      `Välj ${sökbara.map(månadsnamn).join(', ')}.`,
    );
  }
  const utkast = input.historik.ansökningar.find(
    (a) => a.månad === månad && a.status === 'utkast' && (a.slag === 'tillagg') === tillägg,
  );
  if (utkast) {
    return refuse(
      'utkast-finns',
      `Du har redan börjat på en ansökan för ${månadsnamn(månad)}.`,
      'Fortsätt med den, eller ta bort den först.',
    );
  }
  const andra = input.person === ärende.sökande ? ärende.medsökande : ärende.sökande;
  const medsökande = tillägg ? undefined : andra;
  const vuxna = medsökande === undefined ? [input.person] : [input.person, medsökande];
  const ansökan: Ansökan = {
    id: input.id,
    ärende: ärende.id,
    slag: input.slag,
    månad,
    sökande: input.person,
    medsökande,
    kanal: input.kanal,
    status: 'utkast',
    uppgifter: !input.föregående
      ? {}
      : tillägg
        ? förTillägg(input.föregående, input.person)
        : input.slag === 'ateransokan'
          ? förifyllt(input.föregående, { person: input.person, vuxna })
          : {},
    underskrifter: [],
    version: 1,
    skapad: nu,
    ändrad: nu,
    inskickad: undefined,
    inkommen: undefined,
  };
  const text = tillägg
    ? `Du började på ett tillägg för ${månadsnamn(månad)}.`
    : `Du började på en ansökan för ${månadsnamn(månad)}.`;
  return {
    ok: true,
    ansökan,
    events: [
      { ärende: ärende.id, ansökan: input.id, typ: 'ansokan-startad', tid: nu, text, synlig: { person: input.person } },
    ],
  };
}
