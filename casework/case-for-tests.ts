import { randomUUID } from 'node:crypto';
import type { Ansökan } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import { type Automatikinställningar, FÖRVALD_AUTOMATIK } from './automatik.ts';
import { beräknaÄrende } from './berakna-arende.ts';
import { byggUnderlag } from './bygg-underlag.ts';
import type { Delegationspunkt } from './delegation.ts';
import { type Historik, INGEN_HISTORIK } from './historik.ts';
import { INGA_OMSTÄNDIGHETER } from './omstandigheter.ts';
import type { Källa, Registersvar, Registeruppgift } from './registersvar.ts';
import { dokumenthash } from './signera.ts';
import type { Beslutsläge } from './stopporsaker.ts';
import type { Inkomsttyp, Uppgifter } from './uppgifter.ts';
import type { Justering } from './utredning.ts';

/** A single parent with two children, a renewal of a month like the last: nothing stops it. Tests change one thing at a time. */

export const VUXEN = '00000000-0000-4000-8000-000000000001';
export const ANDRA = '00000000-0000-4000-8000-000000000002';
export const NU = '2026-11-26T14:00:00.000Z';

export const uppgifter: Uppgifter = {
  hushall: { personerIBostaden: 3 },
  barn: [
    { id: 'b1', namn: 'Barn ett', fodd: '2017-03-02' },
    { id: 'b2', namn: 'Barn två', fodd: '2021-05-10', lunchBorta: true },
  ],
  boende: { form: 'hyresratt' },
  kostnader: [
    { id: 'k1', typ: 'boende', belopp: 740000 },
    { id: 'k2', typ: 'hushallsel', belopp: 43700 },
  ],
  inkomster: [{ id: 'i1', person: VUXEN, typ: 'lon', belopp: 1048000, utbetald: '2026-11-25' }],
  tillgangar: [],
  konto: { clearing: '9999', nummer: '1234567', innehavare: VUXEN },
  intygat: true,
};

export function ansökan(own: Partial<Ansökan> = {}): Ansökan {
  const answers = own.uppgifter ?? uppgifter;
  const vuxna = [VUXEN, own.medsökande].filter((v) => v !== undefined);
  return {
    id: '00000000-0000-4000-8000-00000000000a',
    ärende: '00000000-0000-4000-8000-00000000000b',
    slag: 'ateransokan',
    månad: '2026-12',
    sökande: VUXEN,
    medsökande: undefined,
    kanal: 'webb',
    status: 'utreds',
    uppgifter: answers,
    underskrifter: vuxna.map((person) => ({
      person,
      tid: NU,
      metod: 'oidc',
      avser: dokumenthash(answers),
      önskarHandläggare: false,
    })),
    version: 5,
    skapad: NU,
    ändrad: NU,
    inskickad: NU,
    inkommen: NU,
    ...own,
  };
}

export function utkast(own: Partial<Ansökan> = {}): Ansökan {
  return ansökan({
    status: 'utkast',
    underskrifter: [],
    version: 1,
    inskickad: undefined,
    inkommen: undefined,
    ...own,
  });
}

export function svar(källa: Källa, svarsuppgifter: Registeruppgift[], own: Partial<Registersvar> = {}): Registersvar {
  return {
    källa,
    kvalitet: svarsuppgifter.length > 0 ? 'svarat' : 'inget-hos-oss',
    hämtad: NU,
    version: 'SSBTEK v10',
    uppgifter: svarsuppgifter,
    ...own,
  };
}

export function utbetalning(
  inkomsttyp: Inkomsttyp | 'okand',
  netto: number,
  own: { utbetald?: string | undefined; avdragEfterSkatt?: number } = {},
): Registeruppgift {
  const { utbetald = '2026-11-20', ...rest } = own;
  return {
    slag: 'utbetalning',
    inkomsttyp,
    netto,
    planerad: false,
    ursprung: 'FK X',
    ...('utbetald' in own && own.utbetald === undefined ? {} : { utbetald }),
    ...rest,
  };
}

export const TYST: Pick<Registersvar, 'kvalitet' | 'fel'> = {
  kvalitet: 'ej-kontrollerbar',
  fel: { kod: 'timeout', text: 'Svaret kom inte i tid.', tillfälligt: true },
};

export const fk = svar('FK', [
  utbetalning('barnbidrag', 265000),
  utbetalning('underhallsstod', 349600),
  utbetalning('bostadsbidrag', 290000),
]);

/** Every authority that must answer, with something from Försäkringskassan. */
export function registersvar(...changed: Registersvar[]): Registersvar[] {
  const all = [fk, svar('AF', []), svar('CSN', []), svar('SO', [])];
  return all
    .map((s) => changed.find((c) => c.källa === s.källa) ?? s)
    .concat(changed.filter((c) => !all.some((s) => s.källa === c.källa)));
}

export const historik: Historik = {
  beslut: [
    {
      ansökan: '00000000-0000-4000-8000-0000000000ff',
      månad: '2026-11',
      utfall: 'bifall',
      belopp: 512500,
      hushåll: {
        vuxna: [VUXEN],
        sambor: false,
        barn: [
          { fodd: '2017-03-02', dagar: undefined, skolungdom: false },
          { fodd: '2021-05-10', dagar: undefined, skolungdom: false },
        ],
        personerIBostaden: 3,
      },
      inkomster: [
        { person: VUXEN, typ: 'lon', netto: 996000 },
        { person: VUXEN, typ: 'barnbidrag', netto: 265000 },
        { person: VUXEN, typ: 'underhallsstod', netto: 349600 },
        { person: VUXEN, typ: 'bostadsbidrag', netto: 290000 },
      ],
      avPerson: true,
      kostnader: [
        { typ: 'boende', belopp: 740000 },
        { typ: 'hushallsel', belopp: 40000 },
      ],
    },
  ],
  ansökningar: [{ ansökan: '00000000-0000-4000-8000-0000000000ff', månad: '2026-11', status: 'avslutad' }],
  biståndsmånader: { [VUXEN]: ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'] },
};

export const automatik: Delegationspunkt = {
  id: '00000000-0000-4000-8000-0000000000d1',
  punkt: '4.7',
  text: 'Bifall till försörjningsstöd när alla villkor är uppfyllda',
  delegat: { slag: 'automatisk', funktion: 'Automatiskt bifall', påslagen: true },
  utfall: ['bifall'],
  från: '2026-07-01',
  till: undefined,
};

export const påslagen: Automatikinställningar = { ...FÖRVALD_AUTOMATIK, läge: 'pa' };

export const handläggardelegation: Delegationspunkt = {
  id: '00000000-0000-4000-8000-0000000000d2',
  punkt: '4.1',
  text: 'Beslut om försörjningsstöd',
  delegat: { slag: 'roll', roll: 'handlaggare' },
  utfall: ['bifall', 'delavslag', 'avslag'],
  från: '2026-07-01',
  till: undefined,
};

export const handläggare: Användare = {
  id: '00000000-0000-4000-8000-0000000000a1',
  inloggning: 'sub',
  namn: 'Handläggare',
  titel: 'Socialsekreterare',
  roller: ['handlaggare'],
  aktiv: true,
};

export interface Changes {
  ansökan?: Partial<Ansökan>;
  svar?: readonly Registersvar[];
  svarAndra?: readonly Registersvar[];
  historik?: Historik;
  justeringar?: readonly Justering[];
  kommun?: string;
  född?: string;
}

/** The whole state a decision looks at, with one or a few things changed. */
export function läge(changed: Changes = {}): Beslutsläge & {
  utredning: NonNullable<Beslutsläge['utredning']>;
  beräkning: NonNullable<Beslutsläge['beräkning']>;
} {
  const own = ansökan(changed.ansökan);
  const alla = {
    [VUXEN]: changed.svar ?? registersvar(),
    ...(own.medsökande ? { [own.medsökande]: changed.svarAndra ?? registersvar(svar('FK', [])) } : {}),
  };
  const utredning = byggUnderlag({
    ansökan: own,
    kommun: changed.kommun ?? '0001',
    födda: { [VUXEN]: changed.född ?? '1990-04-05', [ANDRA]: '1988-08-08' },
    registersvar: alla,
    historik: changed.historik ?? historik,
    justeringar: changed.justeringar ?? [],
  });
  return {
    ansökan: own,
    personer: [VUXEN, ANDRA].map((id) => ({ id, skyddad: false })),
    historik: changed.historik ?? historik,
    registersvar: alla,
    utredning,
    beräkning: beräknaÄrende(utredning),
    omständigheter: INGA_OMSTÄNDIGHETER,
    ram: 'ingen',
    delegation: automatik,
    automatik: påslagen,
    idag: '2026-11-26',
  };
}

export function justering(rad: string, slag: Justering['slag'], belopp: number): Justering {
  return {
    id: randomUUID(),
    ansökan: ansökan().id,
    rad,
    slag,
    belopp,
    skäl: 'Kontrollerat med den sökande.',
    av: { id: handläggare.id, namn: handläggare.namn },
    tid: NU,
  };
}

export { INGEN_HISTORIK };
