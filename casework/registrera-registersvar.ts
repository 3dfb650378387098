import { type Ansökan, nästaStatus, vuxnaI } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { KÄLLNAMN, type Källa, type Registersvar } from './registersvar.ts';
import type { Tidpunkt } from './tid.ts';

/** One question to the authorities about one adult: who was asked, and what each answered. */
export interface Registerfrågning {
  id: string;
  ansökan: string;
  person: PersonId;
  källor: readonly Källa[];
  skickad: Tidpunkt;
  svar: Registersvar[];
}

/**
 * Records the answers about one adult. An authority that was asked but whose answer is not there is recorded as
 * `ej-kontrollerbar`, so that silence can never be read as 'no income'. The first answers start the inquiry.
 */
export function registreraRegistersvar(
  ansökan: Ansökan,
  input: {
    id: string;
    person: PersonId;
    källor: readonly Källa[];
    skickad: Tidpunkt;
    svar: readonly Registersvar[];
    nu: Tidpunkt;
  },
): ActResult<{ ansökan: Ansökan; frågning: Registerfrågning; events: Händelse[] }> {
  const status = nästaStatus(ansökan.status, 'registersvar-mottaget');
  if (status === undefined) {
    return refuse(
      'fel-status',
      `Registersvar kan inte läggas till när ansökan är ${ansökan.status}.`,
      'Hämta uppgifter när ansökan har kommit in och inte är beslutad.',
    );
  }
  if (!vuxnaI(ansökan).includes(input.person)) {
    return refuse('fel-person', 'Personen är inte sökande i ansökan.', 'Hämta bara uppgifter om dem som har ansökt.');
  }
  const främmande = input.svar.find((s) => !input.källor.includes(s.källa));
  if (främmande)
    return refuse(
      'ej-fragad',
      `${KÄLLNAMN[främmande.källa]} var inte tillfrågad.`,
      'Registrera bara svar på frågor som har ställts.',
    );
  const svar = input.källor.map((källa) => input.svar.find((s) => s.källa === källa) ?? tyst(källa, input.nu));
  const tysta = svar.filter((s) => s.kvalitet === 'ej-kontrollerbar').map((s) => KÄLLNAMN[s.källa]);
  const events: Händelse[] = [
    {
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      typ: 'register-svarat',
      tid: input.nu,
      text: 'Vi hämtade uppgifter om dig från andra myndigheter.',
      synlig: { person: input.person },
    },
  ];
  if (tysta.length > 0) {
    const text = `${tysta.join(', ')} kunde inte svara.`;
    events.push({
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      typ: 'register-svarade-inte',
      tid: input.nu,
      text,
      synlig: 'handlaggare',
    });
  }
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    frågning: {
      id: input.id,
      ansökan: ansökan.id,
      person: input.person,
      källor: [...input.källor],
      skickad: input.skickad,
      svar,
    },
    events,
  };
}

function tyst(källa: Källa, nu: Tidpunkt): Registersvar {
  return {
    källa,
    kvalitet: 'ej-kontrollerbar',
    hämtad: nu,
    version: 'inget svar',
    fel: { kod: 'svar-saknas', text: `${KÄLLNAMN[källa]} svarade inte.`, tillfälligt: true },
    uppgifter: [],
  };
}
