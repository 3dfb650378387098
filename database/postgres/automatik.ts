import {
  type Automatikläge,
  type Delegationsanmälan,
  type Delegationsändring,
  type Granskningsresultat,
  type Granskningsuppdrag,
  type Inställningsgrupp,
  type Inställningsändring,
  type Lägesbyte,
  type Stoppkod,
  type Utfall,
  öreFrånKronor,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Automatiksamling, Delegationsrad } from '../repositories.ts';
import type { DelegationsanmalanTable, GranskningsuppdragTable, LagesbyteTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

/** The Swedish month of an instant's column. */
const månad = (kolumn: string) => sql.raw(`to_char(${kolumn} at time zone 'Europe/Stockholm', 'YYYY-MM')`);

export function postgresAutomatik(trx: Transaction<Schema>): Automatiksamling {
  return {
    addLägesbyte: (b) =>
      insert('Lägesbytet', () =>
        trx
          .insertInto('lagesbyte')
          .values({
            id: b.id,
            fran: b.från,
            till: b.till,
            skal: b.skäl,
            foreslagen_av: b.föreslaget.av.id,
            foreslagen_namn: b.föreslaget.av.namn,
            foreslagen: b.föreslaget.tid,
            provade: b.underlag.prövade,
            lika: b.underlag.lika,
            status: b.status,
            ...avgjort(b),
          })
          .execute(),
      ),
    saveLägesbyte: async (b) =>
      savedOne(
        await trx
          .updateTable('lagesbyte')
          .set({ status: b.status, ...avgjort(b) })
          .where('id', '=', b.id)
          .where('status', '=', 'vantar')
          .executeTakeFirst(),
        'Lägesbytet',
        b.id,
      ),
    findLägesbyten: async () =>
      (await trx.selectFrom('lagesbyte').selectAll().orderBy('foreslagen', 'desc').orderBy('id').execute()).map(
        lägesbyte,
      ),

    findSkuggfall: async (kod, sedan) => {
      const { rows } = await sql<{
        ansokan: string;
        nummer: string;
        manad: string;
        skapad: Date;
        bistand: string;
        beslut: string | null;
        utfall: Utfall;
        belopp: number;
        beslutad: Date;
        motivering: string;
        andringar: { rad: string; skal: string; av: string }[] | null;
      }>`
        with forslag as (
          select distinct on (b.ansokan) b.ansokan, b.skapad, b.resultat -> 'berakning' ->> 'bistand' as bistand
          from berakning b
          where ${orört} and b.skapad >= ${sedan ?? '-infinity'}::timestamptz
            and jsonb_array_length(b.forslag -> 'stopp') = 1
            and b.forslag -> 'stopp' @> ${JSON.stringify([{ kod, okant: false }])}::jsonb
            and b.resultat -> 'berakning' ->> 'bistand' is not null
          order by b.ansokan, b.nummer)
        select f.ansokan, f.skapad, f.bistand, a.manad, r.nummer, d.id as beslut, d.utfall, d.beslutad, d.motivering,
          coalesce((d.form ->> 'totalt')::bigint, d.belopp) as belopp,
          (select jsonb_agg(jsonb_build_object('rad', j.rad, 'skal', j.skal, 'av', j.av_namn) order by j.tid)
            from justering j where j.ansokan = f.ansokan) as andringar
        from forslag f
          join ansokan a on a.id = f.ansokan and a.status not in ('aterkallad', 'forfallen')
          join arende r on r.id = a.arende
          left join beslut d on d.ansokan = f.ansokan and d.del in ('hela', 'resten') and d.beslutsfattare ->> 'slag' = 'handlaggare'
        order by f.skapad desc, f.ansokan`.execute(trx);
      return rows.map((row) => ({
        ansökan: row.ansokan,
        ärendenummer: row.nummer,
        månad: row.manad,
        föreslaget: instant(row.skapad),
        belopp: öreFrånKronor(Number(row.bistand)),
        beslut:
          row.beslut === null
            ? undefined
            : {
                id: row.beslut,
                utfall: row.utfall,
                belopp: Number(row.belopp),
                tid: instant(row.beslutad),
                motivering: row.motivering,
              },
        ändringar: (row.andringar ?? []).map(({ rad, skal, av }) => ({ rad, skäl: skal, av })),
      }));
    },
    findStoppfall: async (sedan) => {
      const { rows } = await sql<{ manad: string; koder: Stoppkod[]; som_beraknat: boolean }>`
        with sista as (
          select distinct on (b.ansokan) b.ansokan, b.forslag, b.resultat
          from berakning b where ${orört} and b.skapad >= ${sedan ?? '-infinity'}::timestamptz
          order by b.ansokan, b.nummer desc)
        select ${månad('d.beslutad')} as manad,
          array(select s ->> 'kod' from jsonb_array_elements(f.forslag -> 'stopp') s where s ->> 'kod' <> 'skugglage') as koder,
          (d.utfall = 'bifall' and coalesce((d.form ->> 'totalt')::bigint, d.belopp)
            = round((f.resultat -> 'berakning' ->> 'bistand')::numeric * 100)) is true as som_beraknat
        from sista f join beslut d on d.ansokan = f.ansokan and d.del in ('hela', 'resten') and d.beslutsfattare ->> 'slag' = 'handlaggare'
        where jsonb_array_length(f.forslag -> 'stopp') > 0`.execute(trx);
      return rows.map((row) => ({ månad: row.manad, stopp: row.koder, somBeräknat: row.som_beraknat }));
    },

    addGranskningsuppdrag: (u) =>
      insert('Granskningen', () =>
        trx
          .insertInto('granskningsuppdrag')
          .values({
            id: u.id,
            beslut: u.beslut,
            ansokan: u.ansökan,
            procent: u.procent,
            draget: u.draget,
            ...utfallet(u),
          })
          .execute(),
      ),
    findGranskningsuppdrag: async (id) => {
      const row = await trx
        .selectFrom('granskningsuppdrag')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row && uppdrag(row);
    },
    findAllaGranskningsuppdrag: async () =>
      (await trx.selectFrom('granskningsuppdrag').selectAll().orderBy('draget').orderBy('id').execute()).map(uppdrag),
    saveGranskningsuppdrag: async (u) =>
      savedOne(
        await trx.updateTable('granskningsuppdrag').set(utfallet(u)).where('id', '=', u.id).executeTakeFirst(),
        'Granskningen',
        u.id,
      ),

    räknaBeslut: async ({ from, tom }) => {
      const { rows } = await sql<{
        manad: string;
        antal: number;
        automatiska: number;
        minuter: number | null;
        minuter_automatiska: number | null;
      }>`
        select ${månad('d.beslutad')} as manad, count(*)::int as antal,
          (count(*) filter (where d.beslutsfattare ->> 'slag' = 'automatisk'))::int as automatiska,
          percentile_cont(0.5) within group (order by extract(epoch from d.beslutad - a.inkommen) / 60)::float8 as minuter,
          (percentile_cont(0.5) within group (order by extract(epoch from d.beslutad - a.inkommen) / 60)
            filter (where d.beslutsfattare ->> 'slag' = 'automatisk'))::float8 as minuter_automatiska
        from beslut d join ansokan a on a.id = d.ansokan
        where d.del in ('hela', 'resten')
          and d.beslutad >= ((${`${from}-01`}::date)::timestamp at time zone 'Europe/Stockholm')
          and d.beslutad < ((${`${tom}-01`}::date + interval '1 month') at time zone 'Europe/Stockholm')
        group by 1 order by 1`.execute(trx);
      return rows.map((row) => ({
        månad: row.manad,
        antal: row.antal,
        automatiska: row.automatiska,
        medianMinuter: row.minuter ?? undefined,
        medianMinuterAutomatiska: row.minuter_automatiska ?? undefined,
      }));
    },
    räknaVäntande: async () => {
      const { rows } = await sql<{ antal: number; aldst: Date | null }>`
        select count(*)::int as antal, min(inkommen) as aldst from ansokan where status in ('inkommen', 'utreds')`.execute(
        trx,
      );
      const { antal, aldst } = rows[0]!;
      return { antal, äldst: aldst === null ? undefined : instant(aldst) };
    },

    addDelegationsändring: (ä) =>
      insert('Ändringen', () =>
        trx
          .insertInto('delegationsandring')
          .values({
            id: ä.id,
            version: ä.version,
            punkt: ä.punkt,
            vad: ä.vad,
            stod: ä.stöd,
            av_id: ä.av.id,
            av_namn: ä.av.namn,
            tid: ä.tid,
          })
          .execute(),
      ),
    findDelegationsändringar: async () =>
      (await trx.selectFrom('delegationsandring').selectAll().orderBy('tid', 'desc').orderBy('id').execute()).map(
        (row) => ({
          id: row.id,
          version: row.version,
          punkt: row.punkt,
          vad: row.vad as Delegationsändring['vad'],
          stöd: row.stod,
          av: { id: row.av_id, namn: row.av_namn },
          tid: instant(row.tid),
        }),
      ),

    addDelegationsanmälan: async (a, beslut) => {
      await insert('Listan', () =>
        trx
          .insertInto('delegationsanmalan')
          .values({
            id: a.id,
            fran: a.från,
            tom: a.tom,
            antal: a.antal,
            automatiska: a.automatiska,
            skapad_av: a.skapad.av.id,
            skapad_namn: a.skapad.av.namn,
            skapad: a.skapad.tid,
            anmald: 'null',
          })
          .execute(),
      );
      await insert('Beslutet', () =>
        sql`insert into anmalt_beslut (beslut, anmalan) select unnest(${[...beslut]}::uuid[]), ${a.id}`.execute(trx),
      );
    },
    findDelegationsanmälningar: async () =>
      (await trx.selectFrom('delegationsanmalan').selectAll().orderBy('tom', 'desc').orderBy('id').execute()).map(
        anmälan,
      ),
    findDelegationsanmälan: async (id) => {
      const row = await trx
        .selectFrom('delegationsanmalan')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row && anmälan(row);
    },
    saveDelegationsanmälan: async ({ id, anmäld }) =>
      savedOne(
        await trx
          .updateTable('delegationsanmalan')
          .set({ anmald: anmäld ? JSON.stringify(anmäld) : 'null' })
          .where('id', '=', id)
          .executeTakeFirst(),
        'Listan',
        id,
      ),
    findDelegationsbeslut: (urval) => delegationsbeslut(trx, urval),

    addInställningsändring: (ä) =>
      insert('Ändringen', () =>
        trx
          .insertInto('installningsandring')
          .values({
            id: ä.id,
            grupp: ä.grupp,
            fore: JSON.stringify(ä.före ?? null),
            efter: JSON.stringify(ä.efter ?? null),
            skal: ä.skäl,
            av_id: ä.av.id,
            av_namn: ä.av.namn,
            tid: ä.tid,
          })
          .execute(),
      ),
    findInställningsändringar: async (grupp) =>
      (
        await trx
          .selectFrom('installningsandring')
          .selectAll()
          .where('grupp', '=', grupp)
          .orderBy('tid', 'desc')
          .orderBy('id')
          .execute()
      ).map(
        (row): Inställningsändring => ({
          id: row.id,
          grupp: row.grupp as Inställningsgrupp,
          före: row.fore,
          efter: row.efter,
          skäl: row.skal,
          av: { id: row.av_id, namn: row.av_namn },
          tid: instant(row.tid),
        }),
      ),
    låsNämnd: async () => {
      await sql`select 1 from namnd for no key update`.execute(trx);
    },

    addProblemrapport: (p) =>
      insert('Rapporten', () =>
        trx
          .insertInto('problemrapport')
          .values({ id: p.id, sida: p.sida, version: p.version, webblasare: p.webbläsare, text: p.text, tid: p.tid })
          .execute(),
      ),
    findProblemrapporter: async () =>
      (await trx.selectFrom('problemrapport').selectAll().orderBy('tid', 'desc').orderBy('id').execute()).map(
        (row) => ({
          id: row.id,
          sida: row.sida,
          version: row.version,
          webbläsare: row.webblasare,
          text: row.text,
          tid: instant(row.tid),
        }),
      ),
  };
}

/** A calculation (`b`) that left the decision to a person, on figures that nobody had touched. */
const orört = sql`b.forslag ->> 'slag' = 'till-handlaggare'
  and not exists (select 1 from justering j where j.ansokan = b.ansokan and j.tid <= b.skapad)`;

/**
 * Decisions by delegation, oldest first: those of a list, or those in none. A case number is left out where any of its adults is
 * protected.
 */
async function delegationsbeslut(
  trx: Transaction<Schema>,
  urval: { anmälan: string } | 'oanmälda',
): Promise<Delegationsrad[]> {
  const where =
    urval === 'oanmälda'
      ? sql`not exists (select 1 from anmalt_beslut x where x.beslut = d.id)`
      : sql`exists (select 1 from anmalt_beslut x where x.beslut = d.id and x.anmalan = ${urval.anmälan})`;
  const { rows } = await sql<{
    id: string;
    nummer: string | null;
    dag: string;
    beslutsfattare: { slag: string; namn?: string; titel?: string; funktion?: string; delegationspunkt: string };
    utfall: Utfall;
    bestammelse: string | null;
  }>`
    select d.id, to_char(d.beslutad at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as dag, d.beslutsfattare, d.utfall,
      d.form ->> 'bestammelse' as bestammelse,
      case when exists (select 1 from person p where p.skyddad and p.id in (r.sokande, r.medsokande)) then null else r.nummer end as nummer
    from beslut d join arende r on r.id = d.arende
    where ${where} order by d.beslutad, d.id`.execute(trx);
  return rows.map(({ id, nummer, dag, beslutsfattare: b, utfall, bestammelse }) => ({
    beslut: id,
    ärendenummer: nummer ?? undefined,
    beslutat: dag,
    punkt: b.delegationspunkt,
    beslutsfattare: b.slag === 'automatisk' ? b.funktion! : `${b.namn}, ${b.titel?.toLowerCase()}`,
    automatiskt: b.slag === 'automatisk',
    utfall,
    bestämmelse: bestammelse === '12:2' ? '12:2' : '12:1',
  }));
}

function avgjort({ avgjort: a }: Lägesbyte) {
  return {
    avgjord_av: a?.av.id ?? null,
    avgjord_namn: a?.av.namn ?? null,
    avgjord: a?.tid ?? null,
    avgjord_skal: a?.skäl ?? null,
  };
}

function lägesbyte(row: Row<LagesbyteTable>): Lägesbyte {
  return {
    id: row.id,
    från: row.fran as Automatikläge,
    till: row.till as Automatikläge,
    skäl: row.skal,
    föreslaget: { av: { id: row.foreslagen_av, namn: row.foreslagen_namn }, tid: instant(row.foreslagen) },
    underlag: { prövade: row.provade, lika: row.lika },
    status: row.status as Lägesbyte['status'],
    avgjort: row.avgjord
      ? {
          av: { id: row.avgjord_av!, namn: row.avgjord_namn! },
          tid: instant(row.avgjord),
          skäl: row.avgjord_skal ?? undefined,
        }
      : undefined,
  };
}

function utfallet({ resultat, åtgärd }: Granskningsuppdrag) {
  return {
    resultat: resultat ? writeJson(resultat) : null,
    atgard: åtgärd ? writeJson(åtgärd) : null,
  } as { resultat: string; atgard: string };
}

function uppdrag(row: Row<GranskningsuppdragTable>): Granskningsuppdrag {
  const resultat = row.resultat === null ? undefined : readJson<Granskningsresultat>(row.resultat);
  return {
    id: row.id,
    beslut: row.beslut,
    ansökan: row.ansokan,
    procent: row.procent,
    draget: instant(row.draget),
    resultat: resultat && { ...resultat, fel: resultat.fel },
    åtgärd: row.atgard === null ? undefined : readJson(row.atgard),
  };
}

function anmälan(row: Row<DelegationsanmalanTable>): Delegationsanmälan {
  return {
    id: row.id,
    från: row.fran,
    tom: row.tom,
    antal: row.antal,
    automatiska: row.automatiska,
    skapad: { av: { id: row.skapad_av, namn: row.skapad_namn }, tid: instant(row.skapad) },
    anmäld: (row.anmald as Delegationsanmälan['anmäld']) ?? undefined,
  };
}
