import type { Användare, Delegationspunkt, Roll } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Organisation } from '../repositories.ts';
import type { AnvandareTable, DelegationTable, Schema } from '../schema.ts';
import { found, type Row } from './rows.ts';
import { askedOnce } from './rows-by-key.ts';

export function postgresOrganisation(trx: Transaction<Schema>): Organisation {
  const nämnden = askedOnce(() => trx.selectFrom('namnd').selectAll().executeTakeFirst());
  return {
    saveNämnd: async (nämnd) => {
      const values = {
        kommunnamn: nämnd.kommunnamn,
        namndnamn: nämnd.nämndnamn,
        installningar: JSON.stringify(nämnd.inställningar),
      };
      await trx
        .insertInto('namnd')
        .values(values)
        .onConflict((on) => on.columns(['kommun', 'namnd']).doUpdateSet(values))
        .execute();
    },
    findNämnd: async () => {
      const row = await nämnden();
      return row && { kommunnamn: row.kommunnamn, nämndnamn: row.namndnamn, inställningar: row.installningar };
    },
    saveAnvändare: async (a) => {
      const values = { inloggning: a.inloggning, namn: a.namn, titel: a.titel, roller: [...a.roller], aktiv: a.aktiv };
      await trx
        .insertInto('anvandare')
        .values({ id: a.id, ...values })
        .onConflict((on) => on.columns(['kommun', 'namnd', 'id']).doUpdateSet(values))
        .execute();
    },
    getAnvändare: async (id) => {
      const row = await trx.selectFrom('anvandare').selectAll().where('id', '=', id).executeTakeFirst();
      return användare(found(row, 'Användaren', id));
    },
    findAnvändareByInloggning: async (inloggning) => {
      const row = await trx.selectFrom('anvandare').selectAll().where('inloggning', '=', inloggning).executeTakeFirst();
      return row && användare(row);
    },
    findAnvändare: async () =>
      (await trx.selectFrom('anvandare').selectAll().orderBy('namn').orderBy('id').execute()).map(användare),
    saveDelegationspunkt: async (p) => {
      const values = {
        punkt: p.punkt,
        text: p.text,
        delegat: writeJson(p.delegat),
        utfall: [...p.utfall],
        fran: p.från,
        till: p.till ?? null,
        villkor: p.villkor ? writeJson(p.villkor) : 'null',
      };
      await trx
        .insertInto('delegation')
        .values({ id: p.id, ...values })
        .onConflict((on) => on.columns(['kommun', 'namnd', 'id']).doUpdateSet(values))
        .execute();
    },
    findDelegationspunkter: async () =>
      (await trx.selectFrom('delegation').selectAll().orderBy('punkt').orderBy('fran').execute()).map(delegationspunkt),
  };
}

function användare(row: Row<AnvandareTable>): Användare {
  return {
    id: row.id,
    inloggning: row.inloggning,
    namn: row.namn,
    titel: row.titel,
    roller: row.roller as Roll[],
    aktiv: row.aktiv,
  };
}

function delegationspunkt(row: Row<DelegationTable>): Delegationspunkt {
  return {
    id: row.id,
    punkt: row.punkt,
    text: row.text,
    delegat: readJson<Delegationspunkt['delegat']>(row.delegat),
    utfall: row.utfall as Delegationspunkt['utfall'],
    från: row.fran,
    till: row.till ?? undefined,
    ...(row.villkor ? { villkor: readJson<NonNullable<Delegationspunkt['villkor']>>(row.villkor) } : {}),
  };
}
