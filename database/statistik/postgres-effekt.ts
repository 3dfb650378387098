import { FÖRSÖRJNINGSHINDER } from '@stegvis/casework';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Effektrad, Effektsamling, Effekturval } from './effektsamling.ts';
import { sparatSvar } from './sparade-svar.ts';

/** The obstacle's published group, or the obstacle itself where it has none. */
const hindergrupp = sql`case p.hinder ${sql.join(
  FÖRSÖRJNINGSHINDER.filter(({ grupp }) => grupp !== undefined).map(({ id, grupp }) => sql`when ${id} then ${grupp}`),
  sql` `,
)} else p.hinder end`;

/** Ages that are near each other. */
const ålder = sql`case
  when p.aldersgrupp in ('18-24', '25-34') then '18-34'
  when p.aldersgrupp in ('45-54', '55-64') then '45-64'
  else p.aldersgrupp end`;

/** The half-year that a month is in, by its first day. */
const halvår = (dag: RawBuilder<unknown>) =>
  sql`(date_trunc('year', ${dag}) + case when extract(month from ${dag}) > 6 then interval '6 months' else interval '0' end)`;

/** For how long she has had assistance before the month, roughly. */
const band = sql`case
  when p.manad < q.fran + interval '4 months' then '0-3'
  when p.manad < q.fran + interval '12 months' then '4-11'
  when p.manad < q.fran + interval '24 months' then '12-23'
  else '24-' end`;

export function postgresEffekt(trx: Transaction<Schema>): Effektsamling {
  return {
    findJämförbara: async (urval, inom) => {
      const { insats, från, till, jämförPer } = urval;
      return await sparatSvar(trx, ['effekt', insats, från, till, jämförPer], () => findJämförbara(trx, urval), inom);
    },
  };
}

async function findJämförbara(
  trx: Transaction<Schema>,
  { insats, från, till, jämförPer }: Effekturval,
): Promise<Effektrad[]> {
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
      select q.id, q.person, min(p.manad) as borjade
      from stat_personmanad p join stat_period q on q.person = p.person
        and p.manad between q.fran and coalesce(q.till, q.sedd_till)
      where p.vuxen and p.insatser @> array[${insats}] and p.manad <= ${sista}::date
        and q.insatser @> array[${insats}] and coalesce(q.till, q.sedd_till) >= ${första}::date
      group by q.id, q.person
    ), lika as materialized (
      select distinct g.manad::date as manad, p.kon, ${ålder} as alder, p.hushallstyp, p.spar
      from medverkat m
        join stat_personmanad p on p.manad = m.borjade and p.person = m.person
        cross join lateral generate_series(${halvår(sql`m.borjade::timestamp`)},
          ${halvår(sql`m.borjade::timestamp`)} + interval '5 months', interval '1 month') as g(manad)
      where m.borjade >= ${första}::date
    ), alla as materialized (
      select p.person, p.manad, q.till, q.avslutsorsak, q.sedd_till,
        m.borjade is not distinct from p.manad as deltog,
        concat_ws('/', p.kon, ${ålder}, p.hushallstyp, ${hindergrupp}, p.spar, ${band},
          (cardinality(array_remove(p.insatser, ${insats})) > 0)::text) as bakgrund,
        ${halvår(sql`p.manad::timestamp`)} as halvar
      from stat_personmanad p
        join lika l on l.manad = p.manad and l.kon = p.kon and l.alder = ${ålder}
          and l.hushallstyp = p.hushallstyp and l.spar = p.spar
        join stat_period q on q.person = p.person and p.manad >= q.fran and (q.till is null or p.manad <= q.till)
        left join medverkat m on m.id = q.id
      where p.vuxen and p.manad between ${första}::date and ${sista}::date
        and (m.borjade is null or m.borjade >= p.manad)
    ), valda as (
      select a.*, count(*) filter (where a.deltog) over (partition by a.bakgrund, a.halvar) as antal,
        row_number() over (
          partition by a.bakgrund, a.halvar, a.deltog order by md5(a.person::text || a.manad::text)
        ) as nummer
      from alla a
    ), steg as materialized (
      select person, dag from stat_handelse
      where slag = 'stegforflyttning' and varde > 0 and dag >= ${första}::date
    )
    select v.person, v.deltog, v.bakgrund, to_char(v.manad, 'YYYY-MM') as manad, to_char(v.till, 'YYYY-MM') as till,
      v.avslutsorsak, to_char(h.dag, 'YYYY-MM') as steg
    from valda v left join steg h on h.person = v.person and h.dag >= v.manad and h.dag < coalesce(v.till, v.sedd_till) + interval '1 month'
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
}
