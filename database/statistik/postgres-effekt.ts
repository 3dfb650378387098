import { FÖRSÖRJNINGSHINDER } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Effektrad, Effektsamling } from './effektsamling.ts';

/** The obstacle's published group, or the obstacle itself where it has none. */
const hindergrupp = sql`case p.hinder ${sql.join(
  FÖRSÖRJNINGSHINDER.filter(({ grupp }) => grupp !== undefined).map(({ id, grupp }) => sql`when ${id} then ${grupp}`),
  sql` `,
)} else p.hinder end`;

/** What is compared exactly, of a person in a month but for how long she has had assistance. */
const lika = sql`concat_ws('/', p.kon, p.aldersgrupp, p.hushallstyp, ${hindergrupp}, p.spar)`;
const månader = sql`(extract(year from age(p.manad, q.fran)) * 12 + extract(month from age(p.manad, q.fran)))`;
const band = sql`case when ${månader} < 4 then '0-3' when ${månader} < 12 then '4-11' when ${månader} < 24 then '12-23' else '24-' end`;

export function postgresEffekt(trx: Transaction<Schema>): Effektsamling {
  return {
    findJämförbara: async ({ insats, från, till, jämförPer }) => {
      const [första, sista] = [`${från}-01`, `${till}-01`];
      const { rows } = await sql<{
        person: string;
        deltog: boolean;
        bakgrund: string;
        manad: string;
        till: string | null;
        avslutsorsak: string | null;
        steg: string | null;
      }>`
        with medverkat as materialized (
          select q.id, min(p.manad) as borjade
          from stat_period q
            cross join lateral generate_series(q.fran::timestamp, coalesce(q.till, q.sedd_till)::timestamp, interval '1 month') as g(dag)
            join stat_personmanad p on p.manad = g.dag::date and p.person = q.person and p.vuxen
              and p.insatser @> array[${insats}]
          where q.insatser @> array[${insats}] and q.fran <= ${sista}::date
            and coalesce(q.till, q.sedd_till) >= ${första}::date
          group by q.id
        ), iManaden as materialized (
          select p.person, p.manad, ${lika} as lika, cardinality(array_remove(p.insatser, ${insats})) > 0 as annan
          from stat_personmanad p
          where p.vuxen and p.manad between ${första}::date and ${sista}::date
        ), alla as (
          select p.person, p.manad, q.id, q.till, q.avslutsorsak, q.sedd_till, m.borjade,
            m.borjade is not distinct from p.manad as deltog,
            concat_ws('/', p.lika, ${band}, p.annan::text) as bakgrund,
            date_trunc('quarter', p.manad) as kvartal
          from iManaden p
            join stat_period q on q.person = p.person and p.manad >= q.fran and (q.till is null or p.manad <= q.till)
            left join medverkat m on m.id = q.id
          where m.borjade is null or m.borjade >= p.manad
        ), fack as (
          select bakgrund, kvartal, count(*) as antal from alla where deltog group by bakgrund, kvartal
        ), valda as (
          select a.*, f.antal, row_number() over (
            partition by a.bakgrund, a.kvartal, a.deltog order by md5(a.person::text || a.manad::text)
          ) as nummer
          from alla a join fack f using (bakgrund, kvartal)
        )
        select v.person, v.deltog, v.bakgrund, to_char(v.manad, 'YYYY-MM') as manad, to_char(v.till, 'YYYY-MM') as till,
          v.avslutsorsak, to_char(h.dag, 'YYYY-MM') as steg
        from valda v left join (
          select person, dag from stat_handelse
          where slag = 'stegforflyttning' and varde > 0 and dag >= ${första}::date
        ) h on h.person = v.person and h.dag >= v.manad and h.dag < coalesce(v.till, v.sedd_till) + interval '1 month'
          and h.dag < v.manad + interval '1 year'
        where v.deltog or v.nummer <= v.antal * ${jämförPer}::integer
        order by v.person, v.manad, h.dag`.execute(trx);
      const ut: Effektrad[] = [];
      for (const r of rows) {
        const förra = ut.at(-1);
        // Several steps up give several rows; the first comes first.
        if (förra?.person === r.person && förra.månad === r.manad) continue;
        ut.push({
          person: r.person,
          deltog: r.deltog,
          bakgrund: r.bakgrund,
          månad: r.manad,
          till: r.till ?? undefined,
          avslutsorsak: r.avslutsorsak ?? undefined,
          stegUppåt: r.steg ?? undefined,
        });
      }
      return ut;
    },
  };
}
