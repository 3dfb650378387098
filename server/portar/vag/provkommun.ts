import { randomUUID } from 'node:crypto';
import type { Användare, Person } from '@stegvis/casework';

/** The tenant and the municipality of the tests of pages about the way to self-support. */
export const TENANT = { kommun: '0001', nämnd: 'socialnamnden' };
export const PROVKOMMUN = {
  kod: '0001',
  nämndnyckel: 'socialnamnden',
  namn: 'Testkommunen',
  nämnd: 'Socialnämnden',
  telefon: '0000-12 34 56',
  telefontid: 'vardagar 9–15',
  ort: 'Teststad',
  organisationsnummer: '2120000001',
  iban: 'SE0000000000000000000000',
  bic: 'TESTSESS',
};

/** A member of staff. */
export function anställd(namn: string, roller: Användare['roller']): Användare {
  return { id: randomUUID(), inloggning: namn, namn, titel: 'Titel', roller, aktiv: true };
}

let nummer = 0;

/** A person with a number that nobody has. */
export function enPerson(own: Partial<Person> = {}): Person {
  return {
    id: randomUUID(),
    personnummer: `1968${String(++nummer).padStart(8, '0')}`,
    förnamn: 'Person',
    efternamn: String(nummer),
    skyddad: false,
    skapad: '2026-11-24T08:00:00.000Z',
    ...own,
  };
}
