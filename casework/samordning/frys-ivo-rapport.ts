import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { dagFör, dagIOrd, type Tidpunkt } from '../tid.ts';
import {
  IVO_RÄKNINGAR,
  type IvoRad,
  type IvoRapport,
  type IvoRäkning,
  type Kvartal,
  kvartaletsDagar,
  kvartalsnamn,
} from './ivo-rapport.ts';
import { fårRapporteraTillIvo } from './skriv-ivo-redovisning.ts';

/** The counts of a quarter as they were reported, with the rows behind and the file. Never changed: a fault is corrected by another. */
export interface IvoFrystRapport extends IvoRapport {
  id: string;
  /** 1 for the first; a corrected report has the next. */
  nummer: number;
  /** The file as it was given, byte by byte. */
  csv: string;
  /** Why it was corrected; empty for the first. */
  skäl: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** One count that is not what it was when it was reported. */
export interface IvoSkillnad {
  räkning: IvoRäkning;
  /** The obstacle by name. */
  namn: string;
  då: number;
  nu: number;
}

/** What has changed since the report was given: each count, and the persons' rows that have come, gone or got another obstacle. */
export function ivoSkillnader(
  fryst: IvoRapport,
  nu: IvoRapport,
): { antal: IvoSkillnad[]; nya: IvoRad[]; borta: IvoRad[] } {
  const namn = new Map([...fryst.rader, ...nu.rader].map((rad) => [rad.hinder, rad.namn]));
  const antal = (rapport: IvoRapport, hinder: string | undefined, räkning: IvoRäkning) =>
    rapport.rader.find((rad) => rad.hinder === hinder)?.antal[räkning] ?? 0;
  const nyckel = (rad: IvoRad) => JSON.stringify([rad.räkning, rad.person, rad.hinder ?? '']);
  const då = new Set(fryst.underlag.map(nyckel));
  const är = new Set(nu.underlag.map(nyckel));
  return {
    antal: [...namn].flatMap(([hinder, text]) =>
      (Object.keys(IVO_RÄKNINGAR) as IvoRäkning[])
        .map((räkning) => ({
          räkning,
          namn: text,
          då: antal(fryst, hinder, räkning),
          nu: antal(nu, hinder, räkning),
        }))
        .filter((rad) => rad.då !== rad.nu),
    ),
    nya: nu.underlag.filter((rad) => !då.has(nyckel(rad))),
    borta: fryst.underlag.filter((rad) => !är.has(nyckel(rad))),
  };
}

/**
 * Freezes the counts of a quarter that is over, as they are reported (SoL 34 kap. 12 §). A second report of the quarter is a correction:
 * it says why, and is refused while nothing has changed.
 */
export function frysIvoRapport(
  finns: readonly IvoFrystRapport[],
  rapport: IvoRapport,
  input: {
    id: string;
    csv: string;
    skäl: string;
    av: { id: string; namn: string; roller: Parameters<typeof fårRapporteraTillIvo>[0]['roller'] };
    nu: Tidpunkt;
  },
): ActResult<{ rapport: IvoFrystRapport }> {
  if (!fårRapporteraTillIvo(input.av))
    return refuse(
      'fel-roll',
      'Du har inte behörighet att rapportera till IVO.',
      'En enhetschef eller administratör kan.',
    );
  const slut = kvartaletsDagar(rapport.kvartal)?.till;
  if (slut === undefined || dagFör(input.nu) <= slut)
    return refuse(
      'kvartalet-pagar',
      `Kvartalet ${kvartalsnamn(rapport.kvartal as Kvartal)} är inte slut.`,
      `Rapporten kan låsas från dagen efter ${dagIOrd(slut ?? dagFör(input.nu))}.`,
    );
  const senaste = finns.toSorted((a, b) => b.nummer - a.nummer)[0];
  const skäl = input.skäl.trim();
  const fält: Fältfel[] = [];
  if (senaste) {
    const { nya, borta } = ivoSkillnader(senaste, rapport);
    if (nya.length === 0 && borta.length === 0)
      return refuse('oforandrad', 'Siffrorna är desamma som när de rapporterades.', 'Inget behöver rättas.');
    if (skäl.length < 5) fält.push({ fält: 'rattelseskal', text: 'Skriv varför rapporten rättas, minst fem tecken.' });
  }
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta det som är markerat.', fält);
  return {
    ok: true,
    rapport: {
      ...rapport,
      id: input.id,
      nummer: (senaste?.nummer ?? 0) + 1,
      csv: input.csv,
      skäl: senaste ? skäl : '',
      av: { id: input.av.id, namn: input.av.namn },
      tid: input.nu,
    },
  };
}
