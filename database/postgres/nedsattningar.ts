import type { AvseddNedsättning, Bedömare, Nedsättningshändelse, Nedsättningsärende } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Nedsättningar } from '../repositories.ts';
import type { NedsattningTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

export function postgresNedsättningar(trx: Transaction<Schema>): Nedsättningar {
  const byPerson = rowsByKey(trx, 'nedsattning', 'person', ['oppnat', 'id']);
  const byAnsökan = rowsByKey(trx, 'nedsattning', 'ansokan', ['oppnat', 'id']);
  return {
    add: (ärende) =>
      insert('Ärendet om nedsättning', () =>
        trx
          .insertInto('nedsattning')
          .values({
            id: ärende.id,
            person: ärende.person,
            oppnat: ärende.öppnat.tid,
            oppnat_av: JSON.stringify(ärende.öppnat.av),
            version: ärende.version,
            ...changeable(ärende),
          })
          .execute(),
      ),
    save: async (ärende) => {
      const result = await trx
        .updateTable('nedsattning')
        .set({ ...changeable(ärende), version: ärende.version })
        .where('id', '=', ärende.id)
        .where('version', '=', ärende.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Ärendet om nedsättning', ärende.id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('nedsattning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    findForPersoner: async (personer) => newestFirst((await Promise.all(personer.map(byPerson))).flat()),
    findForAnsökan: async (ansökan) => newestFirst(await byAnsökan(ansökan)),
    findBeslutade: async ({ från, till }) => {
      const rows = await trx
        .selectFrom('nedsattning')
        .selectAll()
        .where(sql<boolean>`(beslutat at time zone 'Europe/Stockholm')::date between ${från} and ${till}`)
        .orderBy('beslutat')
        .orderBy('id')
        .execute();
      return rows.map(read);
    },
  };
}

const newestFirst = (rows: readonly Row<NedsattningTable>[]): Nedsättningsärende[] =>
  rows.map(read).sort((a, b) => (a.öppnat.tid < b.öppnat.tid ? 1 : a.öppnat.tid > b.öppnat.tid ? -1 : 0));

const json = (value: unknown) => (value === undefined ? sql<string>`null` : JSON.stringify(value));

function changeable(ä: Nedsättningsärende) {
  return {
    status: ä.status,
    handelser: JSON.stringify(ä.händelser.map(writeHändelse)),
    sarskilda_skal: json(ä.särskildaSkäl && { ...ascii(ä.särskildaSkäl), finns: ä.särskildaSkäl.finns }),
    barnperspektiv: json(ä.barnperspektiv),
    avsett: json(
      ä.avsett && {
        ...ascii(ä.avsett),
        ansokan: ä.avsett.ansökan,
        manad: ä.avsett.månad,
        belopp: ä.avsett.belopp,
        hogst: ä.avsett.högst,
      },
    ),
    ansokan: ä.avsett?.ansökan ?? null,
    underrattelse: ä.underrättelse ?? null,
    beslut: ä.beslut?.id ?? null,
    beslutat: ä.beslut?.beslutat ?? null,
    beslutet: json(
      ä.beslut && {
        ansokan: ä.beslut.ansökan,
        manad: ä.beslut.månad,
        slag: ä.beslut.slag,
        belopp: ä.beslut.belopp,
        grunder: ä.beslut.grunder,
      },
    ),
    avslut: json(ä.avslut && { skal: ä.avslut.skäl, text: ä.avslut.text, av: ä.avslut.av ?? null, tid: ä.avslut.tid }),
  };
}

/** The reason, who and when of a judgement, as it is stored. */
const ascii = ({ skäl, av, tid }: { skäl: string; av: Bedömare; tid: string }) => ({ skal: skäl, av, tid });

interface StoredJudgement {
  skal: string;
  av: Bedömare;
  tid: string;
}

const swedish = ({ skal, av, tid }: StoredJudgement) => ({ skäl: skal, av, tid });

type StoredHändelse = Omit<Nedsättningshändelse, 'förklaring' | 'bedömning' | 'timmar'> & {
  timmar: number | null;
  forklaring: string | null;
  bedomning: (StoredJudgement & { godtagbart: boolean }) | null;
};

function writeHändelse({ förklaring, bedömning, timmar, ...rest }: Nedsättningshändelse): StoredHändelse {
  return {
    ...rest,
    timmar: timmar ?? null,
    forklaring: förklaring ?? null,
    bedomning: bedömning ? { ...ascii(bedömning), godtagbart: bedömning.godtagbart } : null,
  };
}

function readHändelse({ forklaring, bedomning, timmar, ...rest }: StoredHändelse): Nedsättningshändelse {
  return {
    ...rest,
    timmar: timmar ?? undefined,
    förklaring: forklaring ?? undefined,
    bedömning: bedomning ? { ...swedish(bedomning), godtagbart: bedomning.godtagbart } : undefined,
  };
}

type StoredAvsett = StoredJudgement &
  Pick<AvseddNedsättning, 'belopp'> & { ansokan: string; manad: string; hogst: number };

function read(row: Row<NedsattningTable>): Nedsättningsärende {
  const särskilda = row.sarskilda_skal as (StoredJudgement & { finns: boolean }) | null;
  const avsett = row.avsett as StoredAvsett | null;
  const avslut = row.avslut as (Omit<StoredJudgement, 'av'> & { av: Bedömare | null; text: string }) | null;
  const beslutet = row.beslutet as
    | (Pick<NonNullable<Nedsättningsärende['beslut']>, 'slag' | 'belopp' | 'grunder'> & {
        ansokan: string;
        manad: string;
      })
    | null;
  return {
    id: row.id,
    person: row.person,
    status: row.status as Nedsättningsärende['status'],
    händelser: (row.handelser as StoredHändelse[]).map(readHändelse),
    särskildaSkäl: särskilda ? { ...swedish(särskilda), finns: särskilda.finns } : undefined,
    barnperspektiv: (row.barnperspektiv as Nedsättningsärende['barnperspektiv'] | null) ?? undefined,
    avsett: avsett
      ? {
          ...swedish(avsett),
          ansökan: avsett.ansokan,
          månad: avsett.manad,
          belopp: avsett.belopp,
          högst: avsett.hogst,
        }
      : undefined,
    underrättelse: row.underrattelse ?? undefined,
    beslut:
      row.beslut !== null && row.beslutat !== null && beslutet !== null
        ? {
            id: row.beslut,
            ansökan: beslutet.ansokan,
            månad: beslutet.manad,
            slag: beslutet.slag,
            belopp: beslutet.belopp,
            grunder: beslutet.grunder,
            beslutat: instant(row.beslutat),
          }
        : undefined,
    avslut: avslut
      ? {
          skäl: avslut.skal as NonNullable<Nedsättningsärende['avslut']>['skäl'],
          text: avslut.text,
          av: avslut.av ?? undefined,
          tid: avslut.tid,
        }
      : undefined,
    öppnat: { av: row.oppnat_av as Bedömare, tid: instant(row.oppnat) },
    version: row.version,
  };
}
