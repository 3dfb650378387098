import type {
  Förslag,
  Justering,
  Justeringsslag,
  Jämförelserad,
  Källa,
  Registerfel,
  Registeruppgift,
  Stoppkod,
  Svarskvalitet,
  Utredning,
  Ärendeberäkning,
} from '@stegvis/casework';
import DataLoader from 'dataloader';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import { packJson, unpackJson } from '../packed.ts';
import type { SparadBeräkning, Utredningar } from '../repositories.ts';
import type { BerakningTable, Schema } from '../schema.ts';
import { ärende } from './arenden.ts';
import { readAnsökningar } from './read-ansokningar.ts';
import { found, insert, instant, type Row } from './rows.ts';
import { rowsByKey, UNTIL_THE_LOOP_TURNS } from './rows-by-key.ts';

export function postgresUtredningar(trx: Transaction<Schema>): Utredningar {
  const frågningarFör = rowsByKey(trx, 'registerfragning', 'ansokan', ['skickad', 'id']);
  const svarPå = rowsByKey(trx, 'registersvar', 'fragning');
  const justeringarFör = rowsByKey(trx, 'justering', 'ansokan', ['tid', 'id']);
  const beräkningarnasNummer = new DataLoader<string, number>(async (ansökningar) => {
    const rows = await trx
      .selectFrom('berakning')
      .select((s) => ['ansokan', s.fn.max('nummer').as('senast')])
      .where('ansokan', '=', sql<string>`any(${[...new Set(ansökningar)]}::uuid[])`)
      .groupBy('ansokan')
      .execute();
    return ansökningar.map((ansökan) => rows.find((row) => row.ansokan === ansökan)?.senast ?? 0);
  }, UNTIL_THE_LOOP_TURNS);
  return {
    addFrågning: (frågning) =>
      insert('Frågningen', async () => {
        await trx
          .insertInto('registerfragning')
          .values({
            id: frågning.id,
            ansokan: frågning.ansökan,
            person: frågning.person,
            kallor: [...frågning.källor],
            skickad: frågning.skickad,
          })
          .execute();
        if (frågning.svar.length === 0) return;
        await trx
          .insertInto('registersvar')
          .values(
            frågning.svar.map((svar) => ({
              fragning: frågning.id,
              kalla: svar.källa,
              kvalitet: svar.kvalitet,
              hamtad: svar.hämtad,
              version: svar.version,
              fel: svar.fel ? writeJson(svar.fel) : 'null',
              uppgifter: JSON.stringify(svar.uppgifter),
            })),
          )
          .execute();
      }),
    findFrågningar: async (ansökan) => {
      const frågningar = await frågningarFör(ansökan);
      const svar = (await Promise.all(frågningar.map((f) => svarPå(f.id)))).flat();
      const byFrågning = Map.groupBy(svar, (s) => s.fragning);
      return frågningar.map((f) => ({
        id: f.id,
        ansökan: f.ansokan,
        person: f.person,
        källor: f.kallor as Källa[],
        skickad: instant(f.skickad),
        svar: (byFrågning.get(f.id) ?? [])
          .sort((a, b) => f.kallor.indexOf(a.kalla) - f.kallor.indexOf(b.kalla))
          .map((s) => ({
            källa: s.kalla as Källa,
            kvalitet: s.kvalitet as Svarskvalitet,
            hämtad: instant(s.hamtad),
            version: s.version,
            ...(s.fel ? { fel: readJson<Registerfel>(s.fel) } : {}),
            uppgifter: s.uppgifter as Registeruppgift[],
          })),
      }));
    },
    addJustering: (justering) =>
      insert('Justeringen', () =>
        trx
          .insertInto('justering')
          .values({
            id: justering.id,
            ansokan: justering.ansökan,
            rad: justering.rad,
            slag: justering.slag,
            belopp: justering.belopp,
            skal: justering.skäl,
            av_id: justering.av.id,
            av_namn: justering.av.namn,
            tid: justering.tid,
          })
          .execute(),
      ),
    findJusteringar: async (ansökan) => {
      const rows = await justeringarFör(ansökan);
      return rows.map(
        (row): Justering => ({
          id: row.id,
          ansökan: row.ansokan,
          rad: row.rad,
          slag: row.slag as Justeringsslag,
          belopp: row.belopp,
          skäl: row.skal,
          av: { id: row.av_id, namn: row.av_namn },
          tid: instant(row.tid),
        }),
      );
    },
    addBeräkning: async (ny) => {
      const beräkning: SparadBeräkning = { ...ny, nummer: (await beräkningarnasNummer.load(ny.ansökan)) + 1 };
      await insert('Beräkningen', () =>
        trx
          .insertInto('berakning')
          .values({
            id: beräkning.id,
            ansokan: beräkning.ansökan,
            nummer: beräkning.nummer,
            utredning: writeUtredning(beräkning.utredning),
            resultat: writeResultat(beräkning.resultat),
            kvitto: beräkning.resultat.slag === 'beraknad' ? packJson(beräkning.resultat.beräkning.kvitto) : null,
            forslag: writeJson(beräkning.förslag),
            skapad: beräkning.skapad,
          })
          .execute(),
      );
      return beräkning;
    },
    getBeräkning: async (id) => {
      const row = await trx.selectFrom('berakning').selectAll().where('id', '=', id).executeTakeFirst();
      return readBeräkning(found(row, 'Beräkningen', id));
    },
    findSenasteBeräkning: async (ansökan) => {
      const row = await trx
        .selectFrom('berakning')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('nummer', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && readBeräkning(row);
    },
    räknaStopp: async ({ from, tom }) => {
      const { rows } = await sql<{ manad: string; kod: Stoppkod; antal: number; okant: number }>`
        select to_char(b.skapad at time zone 'Europe/Stockholm', 'YYYY-MM') as manad, s ->> 'kod' as kod,
          count(distinct b.ansokan)::int as antal,
          (count(distinct b.ansokan) filter (where (s ->> 'okant')::boolean))::int as okant
        from berakning b cross join lateral jsonb_array_elements(b.forslag -> 'stopp') s
        where b.forslag ->> 'slag' = 'till-handlaggare'
          and b.skapad >= ((${`${from}-01`}::date)::timestamp at time zone 'Europe/Stockholm')
          and b.skapad < ((${`${tom}-01`}::date + interval '1 month') at time zone 'Europe/Stockholm')
        group by 1, 2 order by 1 desc, 3 desc, 2`.execute(trx);
      return rows.map(({ manad, kod, antal, okant }) => ({ månad: manad, kod, antal, okänt: okant }));
    },
    kö: async () => {
      const rows = await trx
        .selectFrom('ansokan')
        .selectAll()
        .where('status', 'in', ['inskickad', 'inkommen', 'utreds'])
        .orderBy('inkommen')
        .orderBy('id')
        .execute();
      if (rows.length === 0) return [];
      const ids = rows.map((row) => row.id);
      const ansökningar = await readAnsökningar(trx, rows);
      const ärenden = await trx
        .selectFrom('arende')
        .selectAll()
        .where(
          'id',
          'in',
          rows.map((row) => row.arende),
        )
        .execute();
      const vuxna = rows.flatMap((row) => (row.medsokande === null ? [row.sokande] : [row.sokande, row.medsokande]));
      const personer = await trx
        .selectFrom('person')
        .select(['id', 'fornamn', 'efternamn', 'skyddad'])
        .where('id', 'in', vuxna)
        .execute();
      const beräkningar = await trx
        .selectFrom('berakning')
        .distinctOn('ansokan')
        .select(['ansokan', 'forslag'])
        .where('ansokan', 'in', ids)
        .orderBy('ansokan')
        .orderBy('nummer', 'desc')
        .execute();
      const ärendeFör = new Map(ärenden.map((row) => [row.id, row]));
      const personFör = new Map(personer.map((p) => [p.id, p]));
      const beräkningFör = new Map(beräkningar.map((b) => [b.ansokan, b]));
      return ansökningar.map((ansökan) => {
        const senaste = beräkningFör.get(ansökan.id);
        const förslag = senaste && readJson<Förslag>(senaste.forslag);
        return {
          ansökan,
          ärende: ärende(ärendeFör.get(ansökan.ärende)!),
          personer: [ansökan.sökande, ansökan.medsökande]
            .flatMap((id) => personFör.get(id ?? '') ?? [])
            .map((p) => ({
              id: p.id,
              skyddad: p.skyddad,
              förnamn: p.skyddad ? '' : p.fornamn,
              efternamn: p.skyddad ? '' : p.efternamn,
            })),
          stopp: förslag && (förslag.slag === 'till-handlaggare' ? förslag.stopp : []),
        };
      });
    },
  };
}

/** Underlag and result are documents with ASCII keys of their own; only the comparison has Swedish property names. */
function writeUtredning(utredning: Utredning): string {
  return JSON.stringify({
    underlag: utredning.underlag,
    avgoranden: utredning.avgöranden,
    egetUnderlag: utredning.egetUnderlag,
    jamforelse: JSON.parse(writeJson(utredning.jämförelse)),
  });
}

function writeResultat(resultat: Ärendeberäkning): string {
  if (resultat.slag !== 'beraknad') return JSON.stringify(resultat);
  const { kvitto: _, ...berakning } = resultat.beräkning;
  return JSON.stringify({ slag: resultat.slag, berakning, egen: resultat.egen });
}

export function readBeräkning(
  row: Pick<
    Row<BerakningTable>,
    'id' | 'ansokan' | 'nummer' | 'utredning' | 'resultat' | 'kvitto' | 'forslag' | 'skapad'
  >,
): SparadBeräkning {
  const stored = row.utredning as Pick<Utredning, 'underlag' | 'egetUnderlag'> & {
    avgoranden: Utredning['avgöranden'];
    jamforelse: unknown;
  };
  const jämförelse = readJson<Jämförelserad[]>(stored.jamforelse);
  const resultat = row.resultat as { slag: string; berakning: object; egen?: unknown };
  const kvitto = row.kvitto ? { kvitto: unpackJson(row.kvitto) } : {};
  return {
    id: row.id,
    ansökan: row.ansokan,
    nummer: row.nummer,
    utredning: {
      underlag: stored.underlag,
      avgöranden: stored.avgoranden,
      egetUnderlag: stored.egetUnderlag,
      jämförelse,
      luckor: jämförelse.filter((rad) => rad.grupp === 'lucka' && rad.godkänt === undefined),
    },
    resultat: (resultat.slag === 'beraknad'
      ? { slag: 'beraknad', beräkning: { ...resultat.berakning, ...kvitto }, egen: resultat.egen }
      : resultat) as Ärendeberäkning,
    förslag: readJson<Förslag>(row.forslag),
    skapad: instant(row.skapad),
  };
}
