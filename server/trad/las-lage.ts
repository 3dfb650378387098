import {
  type Ansökan,
  type Beslutsläge,
  beräknaÄrende,
  byggTilläggsunderlag,
  byggUnderlag,
  dagFör,
  födelsedag,
  gällandeRam,
  gällerDen,
  type Historik,
  type Justering,
  läsAutomatik,
  type Person,
  type PersonId,
  type Registersvar,
  type Tidpunkt,
  type Utredning,
  vuxnaI,
  type Ärendeberäkning,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsBeslutadMånad } from './las-beslutad-manad.ts';
import { läsKällor } from './las-kallor.ts';
import { läsOmständigheter } from './las-omstandigheter.ts';

/** An application with everything a decision rests on, read in one transaction. */
export interface Ansökansläge {
  readonly ansökan: Ansökan;
  readonly personer: readonly Person[];
  readonly historik: Historik;
  readonly registersvar: Readonly<Record<PersonId, readonly Registersvar[]>>;
  readonly justeringar: readonly Justering[];
  readonly utredning: Utredning;
  readonly beräkning: Ärendeberäkning;
  readonly beslutsläge: Beslutsläge;
}

/**
 * Reads an application that has come in and calculates it by the law of its month.
 * @throws RangeError when it has not come in; NotFound when it does not exist.
 */
export async function läsLäge(t: TenantTransaction, id: string, nu: Tidpunkt): Promise<Ansökansläge> {
  const ansökan = await t.ansökningar.get(id);
  const personer = await t.personer.findMany(vuxnaI(ansökan));
  const historik = await t.ansökningar.historik(ansökan);
  const justeringar = await t.utredningar.findJusteringar(id);
  const frågningar = await t.utredningar.findFrågningar(id);
  const registersvar: Record<PersonId, Registersvar[]> = {};
  for (const { person, svar } of frågningar) registersvar[person] = [...(registersvar[person] ?? []), ...svar];
  const födda = Object.fromEntries(personer.map((p) => [p.id, födelsedag(p.personnummer)]));
  const källor = await läsKällor(t, ansökan, personer, historik);
  const grund = { ansökan, kommun: t.scope.kommun, födda, registersvar, historik, justeringar, källor };
  const månaden = ansökan.slag === 'tillagg' ? await läsBeslutadMånad(t, ansökan) : undefined;
  const utredning = månaden ? byggTilläggsunderlag(grund, månaden) : byggUnderlag(grund);
  const beräkning = beräknaÄrende(utredning);
  const idag = dagFör(nu);
  const delegation = (await t.organisation.findDelegationspunkter()).find(
    (p) => p.delegat.slag === 'automatisk' && gällerDen(p, idag),
  );
  const automatik = läsAutomatik(
    ((await t.organisation.findNämnd())?.inställningar as { automatik?: unknown } | undefined)?.automatik,
  );
  const beslutsläge: Beslutsläge = {
    ansökan,
    personer,
    historik,
    registersvar,
    utredning,
    beräkning,
    omständigheter: await läsOmständigheter(t, { ansökan, personer, historik, registersvar, idag }),
    ram: gällandeRam(await t.ramar.findForÄrende(ansökan.ärende), idag),
    delegation,
    automatik: automatik.ok ? automatik.automatik : undefined,
    idag,
  };
  return { ansökan, personer, historik, registersvar, justeringar, utredning, beräkning, beslutsläge };
}
