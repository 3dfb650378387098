import type { Ansökan, Ansökansslag, Kanal } from './ansokan.ts';
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

/** What is carried over to a renewal: everything but the message, the wish and the assurance, which belong to one application. */
export function förifyllt(föregående: Ansökan): Uppgifter {
  const { meddelande, onskarHandlaggare, intygat, ...kept } = föregående.uppgifter;
  return structuredClone(kept);
}

/**
 * Starts a draft for one month; a renewal is prefilled from `föregående`. Refused for somebody outside the case, a month that
 * cannot be applied for now, or when a draft for the month already exists.
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
  if (!sökbara.includes(månad)) {
    return refuse(
      'fel-manad',
      `Det går inte att ansöka för ${månadsnamn(månad)} nu.`,
      `Välj ${sökbara.map(månadsnamn).join(', ')}.`,
    );
  }
  const utkast = input.historik.ansökningar.find((a) => a.månad === månad && a.status === 'utkast');
  if (utkast) {
    return refuse(
      'utkast-finns',
      `Du har redan börjat på en ansökan för ${månadsnamn(månad)}.`,
      'Fortsätt med den, eller ta bort den först.',
    );
  }
  const ansökan: Ansökan = {
    id: input.id,
    ärende: ärende.id,
    slag: input.slag,
    månad,
    sökande: input.person,
    medsökande: input.person === ärende.sökande ? ärende.medsökande : ärende.sökande,
    kanal: input.kanal,
    status: 'utkast',
    uppgifter: input.slag === 'ateransokan' && input.föregående ? förifyllt(input.föregående) : {},
    underskrifter: [],
    version: 1,
    skapad: nu,
    ändrad: nu,
    inskickad: undefined,
    inkommen: undefined,
  };
  const text = `Du började på en ansökan för ${månadsnamn(månad)}.`;
  return {
    ok: true,
    ansökan,
    events: [
      { ärende: ärende.id, ansökan: input.id, typ: 'ansokan-startad', tid: nu, text, synlig: { person: input.person } },
    ],
  };
}
