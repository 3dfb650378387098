import type { TenantTransaction } from '@stegvis/database';
import { PERSONAS, type Persona } from '../personas.ts';
import type { Frö } from '../sa-demokommun.ts';
import { såBedömningOchSpår } from './bedomning-och-spar.ts';
import { såDeltagande } from './deltagande.ts';
import { såAnvisningar, såInsatser } from './insatser.ts';
import { såKrav } from './krav.ts';
import { såNedsättning } from './nedsattning.ts';
import { såFörstaPlanen, såPlaner } from './plan.ts';
import { såSamordning } from './samordning.ts';
import { såUppföljning } from './uppfoljning.ts';

/** What each part of the way to self-support is sown with. */
export interface Vägfrö {
  readonly frö: Frö;
  /** The persons of a test household, in the order of its adults. */
  readonly personer: (namn: Persona['namn']) => Promise<readonly string[]>;
}

type Del = (t: TenantTransaction, vägfrö: Vägfrö) => Promise<void>;

/** The parts in the order they build on each other: activities, assessments, tracks, plans, requirements, attendance, follow-up; last what rests on attendance. */
const DELAR: readonly Del[] = [
  såInsatser,
  såBedömningOchSpår,
  såFörstaPlanen,
  såKrav,
  såAnvisningar,
  såDeltagande,
  såPlaner,
  såSamordning,
  såUppföljning,
  såNedsättning,
];

/** Sows the way to self-support of the demo's households, by the same acts as everything else. */
export async function såVägen(t: TenantTransaction, frö: Frö): Promise<void> {
  const personer = async (namn: Persona['namn']) => {
    const { vuxna } = PERSONAS.find((persona) => persona.namn === namn)!;
    return Promise.all(vuxna.map(async (v) => (await t.personer.findByPersonnummer(v.personnummer))!.id));
  };
  for (const del of DELAR) await del(t, { frö, personer });
}
