import { FÖRSÖRJNINGSHINDER } from '@stegvis/casework';
import type { Schema } from '@stegvis/database';
import { type Database, inTenant } from '@stegvis/database';
import { sql, type Transaction } from 'kysely';

/** The board that is measured. */
export const NÄMND = { kommun: '0001', nämnd: 'socialnamnden', aktör: { slag: 'system', id: 'matning' } } as const;

/** Ten years, to the last month before the day of the demo. */
export const FRÅN = '2016-11';
export const TILL = '2026-10';
const MÅNADER = 120;

/** The same number for the same row and question every time, from 0 up to 1. */
const slump = (rad: string, fråga: number) =>
  `((hashtextextended(${rad}, ${fråga}) & 2147483647) / 2147483648::float8)`;
const ettAv = (värden: readonly string[], u: string) =>
  `(array[${värden.map((v) => `'${v}'`).join(', ')}])[1 + floor(power(${u}, 1.6) * ${värden.length})::int]`;

const DISTRIKT = ['Centrum', 'Norr', 'Nordost', 'Ost', 'Sydost', 'Syd', 'Sydvast', 'Vast', 'Nordvast', 'Landet'];
const SPÅR = ['Jobb direkt', 'Kompetenscenter', 'Sfi', 'Samordnat stod', 'Utredning', 'uppgift-saknas'];
const INSATSER = Array.from({ length: 30 }, (_, i) => `Insats ${String(i + 1).padStart(2, '0')}`);
const HINDER = FÖRSÖRJNINGSHINDER.map(({ id }) => id);
const VUXENÅLDER = ['25-34', '35-44', '18-24', '45-54', '55-64', '65-'];

/**
 * Fills the board with facts made by the database itself: as many households with assistance every month for ten years, each for 1–36
 * months, all from a hash of its number, so that every run has the same rows. Says what it does with `säg`. @param källor the tables to fill
 */
export async function fyllUnderlag(
  database: Database,
  hushåll: number,
  källor: ReadonlySet<string>,
  säg: (rad: string) => void,
): Promise<void> {
  await inTenant(database.db, NÄMND, async ({ trx, organisation, statistik }) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    await organisation.saveNämnd({ kommunnamn: 'Mätkommunen', nämndnamn: 'Socialnämnden', inställningar: {} });
    const människor = TABELLER.some(([namn, text]) => källor.has(namn) && text.includes('from manniska'));
    await hushållsliv(trx, hushåll, människor);
    for (const [namn, text] of [...TABELLER.filter(([namn]) => källor.has(namn)), ...ALLTID]) {
      const t0 = performance.now();
      const { numAffectedRows } = await sql.raw(text).execute(trx);
      const s = (performance.now() - t0) / 1000;
      säg(`${namn}: ${Number(numAffectedRows).toLocaleString('sv-SE')} rader på ${s.toFixed(1)} s`);
    }
    await statistik.setUnderlag('syntet', '2026-11-01T02:00:00.000Z');
    await sql.raw(`drop table liv, manniska`).execute(trx);
  });
  const t0 = performance.now();
  await sql`analyze`.execute(database.db);
  säg(`analyze: ${((performance.now() - t0) / 1000).toFixed(1)} s`);
}

/** One row per household and unbroken time, one per person in it. `m0`–`m1` are months from 0. */
async function hushållsliv(trx: Transaction<Schema>, hushåll: number, människor: boolean): Promise<void> {
  const nyckel = `(plats || '/' || block)`;
  await sql
    .raw(`
    create temp table liv as
    select plats, block, md5('h' || ${nyckel})::uuid as hushall, greatest(block * langd - start, 0) as m0,
      least(block * langd - start + langd - 1, ${MÅNADER - 1}) as m1, ${MÅNADER - 1} as sist,
      block * langd - start >= 0 as borjade, block * langd - start + langd <= ${MÅNADER - 1} as slutade,
      case when ${slump(nyckel, 1)} < 0.55 then 'man' else 'kvinna' end as kon,
      ${ettAv(VUXENÅLDER, slump(nyckel, 2))} as aldersgrupp,
      1 + (${slump(nyckel, 3)} < 0.25)::int as vuxna, greatest(0, floor(${slump(nyckel, 4)} * 7)::int - 3) as barn,
      ${ettAv(HINDER, slump(nyckel, 5))} as hinder, ${ettAv(DISTRIKT, slump(nyckel, 6))} as distrikt,
      ${ettAv(SPÅR, slump(nyckel, 7))} as spar, ${ettAv(INSATSER, slump(nyckel, 8))} as insats, ${slump(nyckel, 9)} as u
    from (select plats, 1 + floor(power(${slump(`plats::text`, 10)}, 2) * 36)::int as langd, floor(${slump(`plats::text`, 11)} * 36)::int as start
      from generate_series(1, ${hushåll}) as plats) as p
    cross join lateral generate_series(start / langd, (start + ${MÅNADER - 1}) / langd) as block`)
    .execute(trx);
  await sql
    .raw(`
    create temp table manniska as
    select liv.*, nr, md5('p' || hushall || nr)::uuid as person, nr <= vuxna as vuxen,
      case when nr = 1 then kon when nr = 2 and vuxna = 2 then case when kon = 'man' then 'kvinna' else 'man' end
        else case when ${slump(`hushall::text || nr`, 12)} < 0.5 then 'kvinna' else 'man' end end as eget_kon,
      case when nr <= vuxna then aldersgrupp when ${slump(`hushall::text || nr`, 13)} < 0.4 then '0-6' else '7-17' end as egen_alder
    from liv cross join lateral generate_series(1, vuxna + barn) as nr ${människor ? '' : 'limit 0'}`)
    .execute(trx);
}

const månad = (m: string) => `(date '${FRÅN}-01' + (${m} || ' months')::interval)::date`;
const HUSHÅLLSTYP = `case when vuxna = 1 then 'ensam' else 'par' end || case when barn > 0 then '-med-barn' else '-utan-barn' end`;
const MÅNADSTABELL = `(select m, ${månad('m')} as manad from generate_series(0, ${MÅNADER - 1}) as m) as kalender`;

const TABELLER: readonly (readonly [string, string])[] = [
  [
    'stat_hushallsmanad',
    `insert into stat_hushallsmanad (ursprung, manad, hushall, vuxna, barn, belopp121, belopp122, ny, avslutad,
      kon, aldersgrupp, hushallstyp, hinder, distrikt, spar)
    select 'syntet', manad, hushall, vuxna, barn, 400000 + 100 * floor(u * 8000)::int,
      case when (hashint4(m) # hashint4(plats)) % 23 = 0 then 50000 + 100 * (plats % 900) else 0 end,
      borjade and m = m0, slutade and m = m1, kon, aldersgrupp, ${HUSHÅLLSTYP}, hinder, distrikt, spar
    from liv join ${MÅNADSTABELL} on m between m0 and m1 order by m, hushall`,
  ],
  [
    'stat_personmanad',
    `insert into stat_personmanad (ursprung, manad, person, hushall, vuxen, insatser, kon, aldersgrupp, hushallstyp, hinder, distrikt, spar)
    select 'syntet', manad, person, hushall, vuxen, case when vuxen and (plats + m / 4) % 5 < 2 then array[insats] else '{}' end,
      eget_kon, egen_alder, ${HUSHÅLLSTYP}, hinder, distrikt, spar
    from manniska join ${MÅNADSTABELL} on m between m0 and m1 order by m, person`,
  ],
  [
    'stat_personar',
    `insert into stat_personar (ursprung, ar, person, vuxen, manader, langvarigt, mycket_langvarigt,
      kon, aldersgrupp, hushallstyp, hinder, distrikt, spar)
    select 'syntet', ar, person, vuxen, n, n >= 10, m1 - m0 >= 26, eget_kon, egen_alder, ${HUSHÅLLSTYP}, hinder, distrikt, spar
    from manniska
    cross join lateral (select extract(year from manad)::smallint as ar, count(*)::smallint as n from ${MÅNADSTABELL}
      where m between m0 and m1 group by 1) as aren order by ar, person`,
  ],
  [
    'stat_ansokan',
    `insert into stat_ansokan (ursprung, id, hushall, slag, inkommen, beslutad, sedd_till, utfall, avslagsgrund, processuellt, automatisk,
      stopporsaker, granskad, granskad_fel, andrad, overklagad, overklagandeutfall, handlaggningsminuter,
      kon, aldersgrupp, hushallstyp, hinder, distrikt, spar)
    select 'syntet', gen_random_uuid(), hushall, case when m = m0 then 'nyansokan' else 'ateransokan' end, inkommen,
      case when m < sist or v < 0.6 then inkommen + v * v * interval '20 days' end, timestamptz '2026-10-31 23:00Z',
      case when m = sist and v >= 0.6 then null when v < 0.85 then 'bifall' when v < 0.95 then 'delavslag' else 'avslag' end,
      case when v >= 0.95 then 'inkomst' end, v >= 0.98, v < 0.4,
      case when v < 0.4 then '{}' when v < 0.7 then array['forsta-ansokan'] else array['ny-person', 'okand-inkomst'] end,
      v < 0.02, v < 0.001, v > 0.9, case when v > 0.99 then manad + 20 end, case when v > 0.995 then 'avslag' end,
      case when v >= 0.4 then 10 + floor(v * 50)::int end, kon, aldersgrupp, ${HUSHÅLLSTYP}, hinder, distrikt, spar
    from liv join ${MÅNADSTABELL} on m between m0 and m1
    cross join lateral (select ${slump(`hushall::text || m`, 14)} as v) as slump
    cross join lateral (select manad + interval '1 day' * floor(v * 25) + interval '9 hours' as inkommen) as tid order by inkommen`,
  ],
  [
    'stat_period',
    `insert into stat_period (ursprung, id, person, fran, till, avslutsorsak, ateransokt, aterkom, sedd_till, forsta_aktivitet, insatser,
      steg_fran, steg_till, kon, aldersgrupp, hushallstyp, hinder, distrikt, spar)
    select 'syntet', gen_random_uuid(), person, ${månad('m0')}, case when slutade then ${månad('m1')} end,
      case when slutade then ${ettAv(['arbete', 'studier', 'annan-ersattning', 'flyttat', 'ingen-kontakt'], 'u')} end,
      case when slutade and u < 0.3 and m1 + 1 + u * 40 < sist then (${månad('m1 + 1')} + floor(u * 1200)::int) end,
      case when slutade and u < 0.25 and m1 + 2 + u * 40 < sist then ${månad('m1 + 2 + floor(u * 40)::int')} end, date '2026-10-31',
      case when u < 0.6 then ${månad('m0')} + floor(u * 200)::int end, case when u < 0.6 then array[insats] else '{}' end,
      1 + floor(u * 4)::int, 1 + floor(u * 4)::int + (u < 0.5)::int,
      eget_kon, egen_alder, ${HUSHÅLLSTYP}, hinder, distrikt, spar
    from manniska where vuxen order by m1`,
  ],
  [
    'stat_insatsmanad',
    `insert into stat_insatsmanad (ursprung, manad, insats, steg, omrade, platser, upptagna, i_ko, borjat, kodagar, kostnad)
    select 'syntet', manad, 'Insats ' || lpad(i::text, 2, '0'), 'Steg ' || i % 4, 'Omrade ' || i % 7, 40 + i, 30 + (i * m) % 10, (i + m) % 9,
      3 + i % 4, 60 + i, 100000 * (40 + i)
    from generate_series(1, ${INSATSER.length}) as i, ${MÅNADSTABELL}`,
  ],
  [
    'stat_handelse',
    `insert into stat_handelse (ursprung, id, dag, slag, person, insats, utfall, varde, varde2, kon, aldersgrupp, hushallstyp, hinder, distrikt, spar)
    select 'syntet', gen_random_uuid(), manad + (plats % 28), slag, person, case when slag = 'stegforflyttning' then insats end,
      case when slag = 'uppfoljning' then 'i-tid' end, 10 + plats % 30, 20 + plats % 20,
      eget_kon, egen_alder, ${HUSHÅLLSTYP}, hinder, distrikt, spar
    from manniska join ${MÅNADSTABELL} on vuxen and m between m0 and m1
    cross join lateral (select case (plats + m) % 10 when 0 then 'mote' when 1 then 'uppfoljning' when 2 then 'stegforflyttning'
      when 3 then 'samordnarbyte' when 4 then 'krav-4a' when 5 then 'aktivitetstimmar' when 6 then 'aktivitetstimmar' end as slag) as s
    where slag is not null order by manad`,
  ],
];

const VÄRDEN = `insert into stat_varde (ursprung, dimension, varde)
  select distinct 'syntet', d, v from liv, lateral (values ('distrikt', distrikt), ('spar', spar), ('hinder', hinder), ('insats', insats)) as x (d, v)`;

const ALLTID: readonly (readonly [string, string])[] = [
  [
    'stat_befolkning',
    `insert into stat_befolkning (ar, kon, aldersgrupp, distrikt, antal)
    select ar, kon, aldersgrupp, distrikt, 900
    from generate_series(2016, 2026) as ar, unnest(array['kvinna', 'man']) as kon, unnest(array[${[...VUXENÅLDER, '0-6', '7-17'].map((a) => `'${a}'`).join(', ')}]) as aldersgrupp,
      unnest(array[${DISTRIKT.map((d) => `'${d}'`).join(', ')}]) as distrikt`,
  ],
  [
    'stat_tjanster',
    `insert into stat_tjanster (manad, distrikt, arsarbetskrafter, anstallda)
    select manad, distrikt, 9.5, 10 from ${MÅNADSTABELL}, unnest(array[${DISTRIKT.map((d) => `'${d}'`).join(', ')}]) as distrikt`,
  ],
  ['stat_varde', VÄRDEN],
];
