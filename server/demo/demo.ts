import type { Roll } from '@stegvis/casework';
import { type SsbtekConfig, type SsbtekStandIn, standInPerson, startSsbtekStandIn } from '@stegvis/integrations';
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
      beskrivning: persona.beskrivning,
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
  const words: Partial<Record<Roll, string>> = {
    handlaggare: 'utreder och beslutar',
    enhetschef: 'leder enheten',
    utbetalare: 'skapar betalfiler',
    granskare: 'läser granskningsloggen',
    'skyddade-uppgifter': 'får öppna skyddade uppgifter',
    administrator: 'sköter inställningar',
  };
  return roller.map((roll) => words[roll] ?? roll).join(', ');
}

/** The authorities' stand-in, answering for the personas, and the settings that reach it. */
export async function startDemoregister(nu: () => Date): Promise<{ standIn: SsbtekStandIn; config: SsbtekConfig }> {
  const standIn = await startSsbtekStandIn({
    idag: () => nu().toISOString().slice(0, 10),
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
  return {
    standIn,
    config: {
      url: standIn.url,
      aktorsId: '000-01',
      ingivare: { organisationsnummer: '162120000000', namn: DEMOKOMMUN.namn, handläggare: 'stegvis' },
      svarMs: 5000,
    },
  };
}
