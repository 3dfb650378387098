import type { Roll } from '@stegvis/casework';
import {
  type Folkbokföringsport,
  type FolkbokföringsstandIn,
  type FolkbokföringsstandInPerson,
  type KontoregisterstandIn,
  type Kretsbrytare,
  kontoregisterStandIn,
  navet,
  type SsbtekConfig,
  type SsbtekStandIn,
  skapaKretsbrytare,
  standInPerson,
  startFolkbokföringsstandIn,
  startSsbtekStandIn,
} from '@stegvis/integrations';
import { visaPersonnummer } from '@stegvis/ui';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { PERSONAL, PERSONAS } from './personas.ts';
import type { Testlegitimation } from './utvecklingslegitimation.ts';

/** The demo municipality: fictive, with a code that no Swedish municipality has and test numbers for bank and telephone. */
export const DEMOKOMMUN: Kommunuppgifter = {
  kod: '0001',
  nämndnyckel: 'socialnamnden',
  namn: 'Lindviks kommun',
  nämnd: 'Socialnämnden',
  telefon: '08-465 004 00',
  telefontid: 'vardagar 9–15',
  ort: 'Lindvik',
  organisationsnummer: '2120000000',
  iban: 'SE4280000890119146168423',
  bic: 'SWEDSESS',
};

/** Who can be chosen at the development e-ID. */
export const TESTLEGITIMATIONER: readonly Testlegitimation[] = [
  ...PERSONAS.flatMap((persona) =>
    persona.vuxna.map((vuxen) => ({
      konto: vuxen.konto,
      roll: 'medborgare' as const,
      rubrik: persona.vuxna.length > 1 ? `${persona.rubrik}: ${vuxen.benämning.toLowerCase()}` : persona.rubrik,
      // The other adult's number is asked for when two apply together.
      beskrivning:
        persona.vuxna.length > 1
          ? `${persona.beskrivning} Personnummer ${visaPersonnummer(vuxen.personnummer)}.`
          : persona.beskrivning,
      personnummer: vuxen.personnummer,
      förnamn: vuxen.benämning,
    })),
  ),
  ...PERSONAL.map((user) => ({
    konto: user.konto,
    roll: 'personal' as const,
    rubrik: user.titel,
    beskrivning: rolltext(user.roller),
    förnamn: user.namn,
  })),
];

function rolltext(roller: readonly Roll[]): string {
  const words: Record<Roll, string> = {
    handlaggare: 'utreder och beslutar',
    enhetschef: 'leder enheten',
    utbetalare: 'skapar betalfiler',
    granskare: 'läser granskningsloggen',
    'skyddade-uppgifter': 'får öppna skyddade uppgifter',
    administrator: 'sköter inställningar',
    samordnare: 'följer personer på vägen till egen försörjning',
    anordnare: 'tar emot deltagare i aktiviteter',
    analytiker: 'läser statistik om grupper, inga ärenden',
  };
  return roller.map((roll) => words[roll]).join(', ');
}

/** The registers' stand-ins, answering for the personas, and what reaches them. */
export interface Demoregister {
  readonly standIn: SsbtekStandIn;
  readonly config: SsbtekConfig;
  readonly folkbokföringsstandIn: FolkbokföringsstandIn;
  readonly folkbokföring: Folkbokföringsport;
  readonly kontoregister: KontoregisterstandIn;
  readonly kretsar: Kretsbrytare;
}

/** Starts the stand-ins; `standIn.stop` stops them all. */
export async function startDemoregister(nu: () => Date): Promise<Demoregister> {
  const now = () => nu().toISOString();
  const ssbtek = await startSsbtekStandIn({
    idag: () => now().slice(0, 10),
    persons: PERSONAS.flatMap((persona) =>
      persona.vuxna.map((vuxen) =>
        standInPerson(vuxen.personnummer, {
          utbetalningar: vuxen.register,
          skyddad: vuxen.skyddad,
          ...(vuxen.inskrivenHosArbetsförmedlingen ? { inskrivenSedan: '2026-01-12' } : {}),
        }),
      ),
    ),
  });
  const folkbokföringsstandIn = await startFolkbokföringsstandIn({ person: demofolkbokföring });
  const kretsar = skapaKretsbrytare({ nu });
  return {
    standIn: {
      ...ssbtek,
      stop: async () => {
        await Promise.all([ssbtek.stop(), folkbokföringsstandIn.stop()]);
      },
    },
    config: {
      url: ssbtek.url,
      aktorsId: '000-01',
      ingivare: { organisationsnummer: '162120000000', namn: DEMOKOMMUN.namn, handläggare: 'stegvis' },
      svarMs: 5000,
    },
    folkbokföringsstandIn,
    folkbokföring: navet(
      {
        url: folkbokföringsstandIn.url,
        organisationsnummer: '162120000000',
        beställningsId: '00000000-FO01-0001',
        svarMs: 5000,
      },
      { now, kretsar },
    ),
    kontoregister: kontoregisterStandIn({
      now,
      konton: PERSONAS.flatMap((persona) =>
        persona.vuxna.map((vuxen) => ({ ...vuxen.bankkonto, innehavare: [vuxen.personnummer] })),
      ),
    }),
    kretsar,
  };
}

/** Every test person lives in the demo municipality; a persona has her children with her. */
export function demofolkbokföring(personnummer: string): FolkbokföringsstandInPerson {
  const persona = PERSONAS.find((p) => p.vuxna.some((v) => v.personnummer === personnummer));
  const vuxen = persona?.vuxna.find((v) => v.personnummer === personnummer);
  return {
    personnummer,
    förnamn: vuxen?.benämning ?? 'Testperson',
    efternamn: '',
    kommun: DEMOKOMMUN.kod,
    folkbokförd: '2020-01-01',
    civilstånd: persona && persona.vuxna.length > 1 ? 'gift' : 'ogift',
    barn: persona?.barn.map((barn) => barn.född) ?? [],
    ...(vuxen?.skyddad
      ? { skyddad: true }
      : { adress: { utdelningsadress: 'Provgatan 1', postnummer: '00000', postort: DEMOKOMMUN.ort.toUpperCase() } }),
  };
}
