import { randomUUID } from 'node:crypto';
import type { Ansökan, Beslut, Person, Utbetalning, Ärende } from '@stegvis/casework';
import { betalningsnyckel } from '@stegvis/casework';
import type { SparadBeräkning } from './repositories.ts';

/** Rows for tests: complete, valid and about nobody. Anything can be overridden. */

let persons = 0;

export function samplePerson(own: Partial<Person> = {}): Person {
  return {
    id: randomUUID(),
    personnummer: `0000${String(++persons).padStart(8, '0')}`,
    förnamn: 'Person',
    efternamn: 'Exempel',
    skyddad: false,
    skapad: '2026-11-01T08:00:00.000Z',
    ...own,
  };
}

export function sampleÄrende(
  sökande: string,
  own: Partial<Ärende> = {},
): Pick<Ärende, 'id' | 'sökande' | 'medsökande' | 'öppnat'> {
  return { id: randomUUID(), sökande, medsökande: undefined, öppnat: '2026-11-01T08:00:00.000Z', ...own };
}

export function sampleAnsökan(
  ärende: Pick<Ärende, 'id' | 'sökande' | 'medsökande'>,
  own: Partial<Ansökan> = {},
): Ansökan {
  return {
    id: randomUUID(),
    ärende: ärende.id,
    slag: 'ateransokan',
    månad: '2026-12',
    sökande: ärende.sökande,
    medsökande: ärende.medsökande,
    kanal: 'webb',
    status: 'utreds',
    uppgifter: {
      hushall: { personerIBostaden: 1 },
      barn: [],
      kostnader: [{ id: 'k1', typ: 'boende', belopp: 740000 }],
    },
    underskrifter: [],
    version: 1,
    skapad: '2026-11-20T08:00:00.000Z',
    ändrad: '2026-11-20T08:00:00.000Z',
    inskickad: '2026-11-20T08:10:00.000Z',
    inkommen: '2026-11-20T08:11:00.000Z',
    ...own,
  };
}

export function sampleBeräkning(ansökan: Ansökan, own: Partial<SparadBeräkning> = {}): Omit<SparadBeräkning, 'nummer'> {
  const underlag = {
    manad: ansökan.månad,
    inkommen: '2026-11-20',
    vuxna: [{ id: ansökan.sökande, fodd: '1990-01-01' }],
  };
  return {
    id: randomUUID(),
    ansökan: ansökan.id,
    utredning: { underlag, avgöranden: {}, egetUnderlag: underlag, jämförelse: [], luckor: [] },
    resultat: { slag: 'ej-i-kraft', text: 'Exempel' },
    förslag: { slag: 'till-handlaggare', stopp: [{ kod: 'ej-i-kraft', detalj: 'Exempel', okänt: false }] },
    skapad: '2026-11-20T08:12:00.000Z',
    ...own,
  };
}

export function sampleBeslut(ansökan: Ansökan, beräkning: string, own: Partial<Beslut> = {}): Beslut {
  return {
    id: randomUUID(),
    ansökan: ansökan.id,
    ärende: ansökan.ärende,
    beräkning,
    månad: ansökan.månad,
    utfall: 'bifall',
    belopp: 522000,
    beslutsfattare: { slag: 'automatisk', funktion: 'Bifall försörjningsstöd', delegationspunkt: '4.7' },
    motivering: 'Hela behovet beviljas.',
    lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
    kommunicering: undefined,
    beslutad: '2026-11-20T08:13:00.000Z',
    ...own,
  };
}

export function sampleUtbetalning(beslut: Beslut, mottagare: string, own: Partial<Utbetalning> = {}): Utbetalning {
  return {
    id: randomUUID(),
    beslut: beslut.id,
    ansökan: beslut.ansökan,
    ärende: beslut.ärende,
    mottagare,
    konto: { clearing: '9999', nummer: '1234567', innehavare: mottagare },
    belopp: beslut.belopp,
    utbetalningsdag: '2026-11-23',
    giro: undefined,
    grund: undefined,
    nummer: 1,
    nyckel: betalningsnyckel(beslut.id),
    status: 'planerad',
    betalfil: undefined,
    ersätter: undefined,
    stopp: undefined,
    återkallelse: undefined,
    bankbesked: [],
    planerad: '2026-11-20T08:13:00.000Z',
    version: 1,
    ...own,
  };
}
