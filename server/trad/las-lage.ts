import {
  type Ansökan,
  type Beslutsläge,
  beräknaÄrende,
  byggUnderlag,
  dagFör,
  födelsedag,
  gällerDen,
  type Historik,
  type Justering,
  type Person,
  type PersonId,
  type Registersvar,
  type Tidpunkt,
  type Utredning,
  vuxnaI,
  type Ärendeberäkning,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

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
  const utredning = byggUnderlag({ ansökan, kommun: t.scope.kommun, födda, registersvar, historik, justeringar });
  const beräkning = beräknaÄrende(utredning);
  const idag = dagFör(nu);
  const delegation = (await t.organisation.findDelegationspunkter()).find(
    (p) => p.delegat.slag === 'automatisk' && gällerDen(p, idag),
  );
  const beslutsläge: Beslutsläge = {
    ansökan,
    personer,
    historik,
    registersvar,
    utredning,
    beräkning,
    delegation,
    idag,
  };
  return { ansökan, personer, historik, registersvar, justeringar, utredning, beräkning, beslutsläge };
}
