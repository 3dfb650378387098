import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, dagIOrd, flyttaMånad, type Tidpunkt } from '../tid.ts';
import {
  gällerSamtycke,
  SAMTYCKESPARTER,
  SAMTYCKESUPPGIFTER,
  type Samtycke,
  type Samtyckespart,
  type Samtyckesuppgift,
} from './samtycke.ts';

/** The longest time a consent may be given for, in months; then it is asked for again. */
export const SAMTYCKE_HÖGST_MÅNADER = 12;

/** Gives consent that named facts are shared with one party until a day. Always limited in time, never to everything. */
export function geSamtycke(input: {
  id: string;
  händelse: string;
  person: PersonId;
  part: string;
  vem: string;
  uppgifter: readonly string[];
  plan: boolean;
  till: Dag | undefined;
  sätt: Samtycke['givet']['sätt'];
  av: string;
  nu: Tidpunkt;
}): ActResult<{ samtycke: Samtycke; events: Personhändelse[] }> {
  const { id, person, till, nu } = input;
  const idag = dagFör(nu);
  const senast = `${flyttaMånad(idag.slice(0, 7), SAMTYCKE_HÖGST_MÅNADER)}-28`;
  const vem = input.vem.trim();
  const uppgifter = input.uppgifter.filter((u): u is Samtyckesuppgift => u in SAMTYCKESUPPGIFTER);
  const fält: Fältfel[] = [];
  if (!(input.part in SAMTYCKESPARTER)) fält.push({ fält: 'part', text: 'Välj vem uppgifterna får lämnas till.' });
  if (vem.length < 2 || vem.length > 120)
    fält.push({ fält: 'vem', text: 'Skriv vem det gäller, till exempel vårdcentralens namn. Högst 120 tecken.' });
  if (uppgifter.length === 0) fält.push({ fält: 'uppgifter', text: 'Kryssa för minst en sak som får lämnas.' });
  if (till === undefined || till < idag || till > senast)
    fält.push({
      fält: 'till',
      text: `Skriv hur länge samtycket ska gälla, från i dag till senast ${dagIOrd(senast)}.`,
    });
  if (fält.length > 0 || till === undefined)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    samtycke: {
      id,
      person,
      part: input.part as Samtyckespart,
      vem,
      uppgifter,
      plan: input.plan,
      till,
      givet: { sätt: input.sätt, av: input.av, tid: nu },
      återkallat: undefined,
      version: 1,
    },
    events: [
      {
        id: input.händelse,
        person,
        område: 'samordning',
        typ: 'samtycke-givet',
        tid: nu,
        text: `Samtycke till att lämna uppgifter till ${vem} gäller till ${dagIOrd(till)}.`,
        synlig: 'person',
        av: input.sätt === 'webb' ? undefined : input.av,
      },
    ],
  };
}

/** Withdraws a consent. It needs no reason and is never refused while the consent holds. */
export function återkallaSamtycke(
  samtycke: Samtycke,
  input: { händelse: string; av: string; personenSjälv: boolean; nu: Tidpunkt },
): ActResult<{ samtycke: Samtycke; events: Personhändelse[] }> {
  if (!gällerSamtycke(samtycke, dagFör(input.nu)))
    return refuse('galler-inte', 'Samtycket gäller inte längre.', 'Du behöver inte göra något.');
  return {
    ok: true,
    samtycke: { ...samtycke, återkallat: { av: input.av, tid: input.nu }, version: samtycke.version + 1 },
    events: [
      {
        id: input.händelse,
        person: samtycke.person,
        område: 'samordning',
        typ: 'samtycke-aterkallat',
        tid: input.nu,
        text: `Samtycket till att lämna uppgifter till ${samtycke.vem} är återkallat.`,
        synlig: 'person',
        av: input.personenSjälv ? undefined : input.av,
      },
    ],
  };
}
