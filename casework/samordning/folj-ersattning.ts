import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';
import {
  ERSÄTTNINGSLÄGEN,
  type Ersättningsärende,
  type Ersättningsövergång,
  nästaErsättningsstatus,
} from './ersattning.ts';

/**
 * Takes one step with another benefit: support to apply, applied, granted, refused, or not of interest. The first step makes the
 * matter. Whether the person has a right to it is decided by the authority that pays it, never here.
 */
export function följErsättning(
  nuvarande: Ersättningsärende | undefined,
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    ersättning: { id: string; namn: string };
    övergång: string;
    dag: Dag | undefined;
    text: string;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ ärende: Ersättningsärende; events: Personhändelse[] }> {
  const { ersättning, dag, av, nu, person } = input;
  const från = nuvarande?.status ?? 'foreslagen';
  const till = nästaErsättningsstatus(från, input.övergång as Ersättningsövergång);
  const text = input.text.trim();
  const fält: Fältfel[] = [];
  if (till === undefined)
    fält.push({
      fält: 'overgang',
      text: `Välj ett av stegen som går att ta härifrån. Nu är läget: ${ERSÄTTNINGSLÄGEN[från].toLowerCase()}.`,
    });
  if (dag === undefined || dag > dagFör(nu))
    fält.push({ fält: 'ersdag', text: 'Skriv vilken dag det hände, senast i dag.' });
  if ((till === 'avslag' || till === 'inte-aktuell') && text.length < 5)
    fält.push({ fält: 'erstext', text: 'Skriv varför, minst fem tecken.' });
  if (till === undefined || dag === undefined || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const steg = { till, dag, text, av: av.namn, tid: nu };
  return {
    ok: true,
    ärende: nuvarande
      ? { ...nuvarande, status: till, steg: [...nuvarande.steg, steg], version: nuvarande.version + 1 }
      : { id: input.id, person, ersättning: ersättning.id, status: till, steg: [steg], version: 1 },
    events: [
      {
        id: input.händelse,
        person,
        område: 'samordning',
        typ: `ersattning-${till}`,
        tid: nu,
        text: `${ersättning.namn}: ${ERSÄTTNINGSLÄGEN[till].toLowerCase()}.`,
        synlig: 'person',
        av: av.namn,
      },
    ],
  };
}
