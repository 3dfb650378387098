import {
  type Ansökansslag,
  type Ansökansstatus,
  type Beslutsdel,
  type Beslutsform,
  type Dag,
  gällandeSpårinställning,
  läsStegtrappa,
  type Månad,
  type PersonId,
  type Tidpunkt,
  type Utfall,
  type Verkställighet,
  type Överklagande,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { sql } from 'kysely';
import { läsDistrikt } from './distrikt.ts';
import type { Ansökningsrad, Beslutsrad, Personrad, Ramverk, Underlag } from './underlag.ts';

/** Cases in one parcel: enough to ask the database seldom, few enough to hold. */
const ÄRENDEN_I_PARTI = 200;

/** Reads what is the same for every case. */
export async function läsRamverk(t: TenantTransaction, nu: Tidpunkt): Promise<Ramverk> {
  const { inställningar } = (await t.organisation.findNämnd()) ?? {};
  const { spår } = gällandeSpårinställning(await t.spårplaceringar.findInställningar());
  return {
    nu,
    trappa: läsStegtrappa(inställningar),
    insatser: await t.insatser.findAlla(),
    spårnamn: new Map(spår.map(({ id, namn }) => [id, namn])),
    distrikt: läsDistrikt(inställningar),
  };
}

/**
 * Reads every case that an application has come in to, some hundred at a time. Cases that share an adult come in the same parcel, so
 * that all of a person is there at once.
 */
export async function* läsUnderlag(t: TenantTransaction, storlek = ÄRENDEN_I_PARTI): AsyncGenerator<Underlag> {
  const { rows } = await sql<{ id: string; vuxna: string[] }>`
    select arende as id, array_agg(distinct v) as vuxna from ansokan, unnest(array_remove(array[sokande, medsokande], null)) v
    where inkommen is not null and status not in ('aterkallad', 'forfallen') group by arende order by arende`.execute(
    t.trx,
  );
  let parti: { id: string; vuxna: string[] }[] = [];
  for (const grupp of delaVuxna(rows)) {
    if (parti.length > 0 && parti.length + grupp.length > storlek) {
      yield await läsParti(t, parti);
      parti = [];
    }
    parti.push(...grupp);
  }
  if (parti.length > 0) yield await läsParti(t, parti);
}

/** Groups of cases that share an adult, directly or through another case. */
export function delaVuxna<Ä extends { readonly id: string; readonly vuxna: readonly string[] }>(
  ärenden: readonly Ä[],
): Ä[][] {
  const rot = new Map<string, string>();
  const hitta = (x: string): string => {
    let r = x;
    for (let upp = rot.get(r); upp !== undefined && upp !== r; upp = rot.get(r)) r = upp;
    rot.set(x, r);
    return r;
  };
  for (const { vuxna } of ärenden) for (const vuxen of vuxna) rot.set(hitta(vuxen), hitta(vuxna[0]!));
  return [...Map.groupBy(ärenden, ({ vuxna }) => hitta(vuxna[0]!)).values()];
}

async function läsParti(t: TenantTransaction, ärenden: readonly { id: string; vuxna: string[] }[]): Promise<Underlag> {
  const personer = [...new Set(ärenden.flatMap(({ vuxna }) => vuxna))];
  const ansökningar = await läsAnsökningar(
    t,
    ärenden.map(({ id }) => id),
  );
  return {
    ärenden: ärenden.map(({ id }) => ({ id, ansökningar: ansökningar.get(id) ?? [] })),
    personer: await läsPersoner(t, personer),
  };
}

async function läsAnsökningar(
  t: TenantTransaction,
  ärenden: readonly string[],
): Promise<ReadonlyMap<string, Ansökningsrad[]>> {
  const { rows } = await sql<{
    id: string;
    arende: string;
    slag: Ansökansslag;
    manad: Månad;
    sokande: PersonId;
    medsokande: PersonId | null;
    status: Ansökansstatus;
    inkommen: Date;
    barn: Ansökningsrad['barn'] | null;
    postnummer: string | null;
    stopp: string[] | null;
    andrad: Date | null;
    obesvarad: boolean;
    granskning: 'ratt' | 'fel' | null;
    sekunder: number | null;
  }>`
    select a.id, a.arende, a.slag, a.manad, a.sokande, a.medsokande, a.status, a.inkommen, a.uppgifter -> 'barn' as barn,
      (select f.uppgift -> 'adress' ->> 'postnummer' from folkbokforingssvar f
        where f.ansokan = a.id and f.person = a.sokande and f.uppgift is not null order by f.hamtad desc, f.id limit 1) as postnummer,
      (select array(select s ->> 'kod' from jsonb_array_elements(b.forslag -> 'stopp') s) from berakning b
        where b.ansokan = a.id and b.forslag ->> 'slag' = 'till-handlaggare'
          and not exists (select from justering j where j.ansokan = a.id and j.tid <= b.skapad)
        order by b.nummer desc limit 1) as stopp,
      (select min(j.tid) from justering j where j.ansokan = a.id and exists (
        select from berakning b, jsonb_array_elements(b.utredning -> 'jamforelse') r
        where b.ansokan = a.id and r ->> 'id' = j.rad and r -> 'justering' ->> 'id' = j.id::text
          and r ->> 'raknat' is not null and r ->> 'godkant' is distinct from r ->> 'raknat')) as andrad,
      exists (select from komplettering k where k.ansokan = a.id and k.status = 'utgangen') as obesvarad,
      (select g.resultat ->> 'utfall' from granskningsuppdrag g
        where g.ansokan = a.id and g.resultat ->> 'utfall' is not null order by g.draget desc limit 1) as granskning,
      (select h.sekunder from handlaggningstid h where h.ansokan = a.id) as sekunder
    from ansokan a
    where a.arende = any(${[...ärenden]}::uuid[]) and a.inkommen is not null and a.status not in ('aterkallad', 'forfallen')
    order by a.manad, a.skapad, a.id`.execute(t.trx);
  const ids = rows.map(({ id }) => id);
  const beslut = await läsBeslut(t, ids);
  const överklaganden = await läsÖverklaganden(t, ids);
  return Map.groupBy(
    rows.map((row): Ansökningsrad & { ärende: string } => ({
      ärende: row.arende,
      id: row.id,
      slag: row.slag,
      månad: row.manad,
      sökande: row.sokande,
      medsökande: row.medsokande ?? undefined,
      status: row.status,
      inkommen: row.inkommen.toISOString(),
      barn: row.barn ?? [],
      postnummer: row.postnummer ?? undefined,
      beslut: beslut.get(row.id) ?? [],
      stopporsaker: row.stopp ?? [],
      ändrad: row.andrad?.toISOString(),
      obesvarad: row.obesvarad,
      granskning: row.granskning ?? undefined,
      överklaganden: överklaganden.get(row.id) ?? [],
      handläggningsminuter: row.sekunder === null ? undefined : Math.round(row.sekunder / 60),
    })),
    ({ ärende }) => ärende,
  );
}

async function läsBeslut(
  t: TenantTransaction,
  ansökningar: readonly string[],
): Promise<ReadonlyMap<string, Beslutsrad[]>> {
  const { rows } = await sql<{
    id: string;
    ansokan: string;
    utfall: Utfall;
    belopp: string;
    beslutad: Date;
    nummer: number;
    del: Beslutsdel;
    bestammelse: '12:1' | '12:2' | null;
    sarskilt: NonNullable<Beslutsform['särskilt']> | null;
    grund: NonNullable<Beslutsform['återkrav']>['grund'] | null;
    nedsatt: boolean;
    automatisk: boolean;
    utbetalt: string;
    utbetald: Dag | null;
    noll: boolean | null;
    tillgang: boolean | null;
    kostnad: boolean | null;
    inkomst: boolean | null;
  }>`
    select d.id, d.ansokan, d.utfall, d.belopp, d.beslutad, d.nummer, d.del, d.form ->> 'bestammelse' as bestammelse,
      d.form ->> 'sarskilt' as sarskilt, d.form -> 'aterkrav' ->> 'grund' as grund,
      coalesce(jsonb_array_length(d.form -> 'nedsattningar'), 0) > 0 as nedsatt,
      d.beslutsfattare ->> 'slag' = 'automatisk' as automatisk, u.utbetalt, u.utbetald, r.*
    from beslut d
      cross join lateral (select coalesce(sum(belopp) filter (where status not in ('avvisad', 'stoppad', 'aterbetald')), 0) as utbetalt,
        to_char(max(utbetalningsdag) filter (where status = 'utbetald'), 'YYYY-MM-DD') as utbetald
        from utbetalning where beslut = d.id) u
      left join lateral (select
        coalesce(bool_or((b.resultat -> 'berakning' ->> 'bistand')::numeric = 0), false) as noll,
        coalesce(bool_or(j ->> 'grupp' = 'tillgang' and (j ->> 'godkant')::numeric > 0), false) as tillgang,
        coalesce(bool_or(j ->> 'grupp' = 'kostnad' and (j ->> 'godkant')::numeric < (j ->> 'skrev')::numeric), false) as kostnad,
        coalesce(bool_or(j ->> 'grupp' = 'inkomst' and (j ->> 'godkant')::numeric > coalesce((j ->> 'skrev')::numeric, 0)), false) as inkomst
        from berakning b left join lateral jsonb_array_elements(b.utredning -> 'jamforelse') j on true
        where b.id = d.berakning and d.utfall in ('avslag', 'delavslag') group by b.id) r on true
    where d.ansokan = any(${[...ansökningar]}::uuid[])
    order by d.ansokan, d.nummer`.execute(t.trx);
  const hänt = await läsVerkställighet(
    t,
    rows.map(({ id }) => id),
  );
  return Map.groupBy(
    rows.map((row): Beslutsrad & { ansökan: string } => ({
      ansökan: row.ansokan,
      id: row.id,
      utfall: row.utfall,
      belopp: Number(row.belopp),
      beslutad: row.beslutad.toISOString(),
      automatisk: row.automatisk,
      utbetalt: Number(row.utbetalt),
      räknat: {
        noll: row.noll ?? false,
        tillgång: row.tillgang ?? false,
        kostnad: row.kostnad ?? false,
        inkomst: row.inkomst ?? false,
      },
      hänt: [...(hänt.get(row.id) ?? []), ...betalt(row.id, row.utbetald)],
      form: {
        nummer: row.nummer,
        del: row.del,
        bestämmelse: row.bestammelse ?? '12:1',
        ...(row.sarskilt === null ? {} : { särskilt: row.sarskilt }),
        ...(row.grund === null ? {} : { återkrav: { grund: row.grund, omständighet: '' } }),
      },
      nedsatt: row.nedsatt,
    })),
    ({ ansökan }) => ansökan,
  );
}

/** That the bank has paid is that the decision is carried out, also where nobody has noted it. */
function betalt(beslut: string, dag: Dag | null): Verkställighet[] {
  return dag === null ? [] : [{ beslut, slag: 'verkstallt', dag, anteckning: '', tid: `${dag}T00:00:00.000Z` }];
}

async function läsVerkställighet(
  t: TenantTransaction,
  beslut: readonly string[],
): Promise<ReadonlyMap<string, Verkställighet[]>> {
  if (beslut.length === 0) return new Map();
  const rader = await t.trx
    .selectFrom('verkstallighet')
    .selectAll()
    .where('beslut', '=', sql<string>`any(${[...beslut]}::uuid[])`)
    .execute();
  return Map.groupBy(
    rader.map((row) => ({
      beslut: row.beslut,
      slag: row.slag as Verkställighet['slag'],
      dag: row.dag,
      anteckning: row.anteckning,
      tid: row.tid.toISOString(),
    })),
    (h) => h.beslut,
  );
}

async function läsÖverklaganden(
  t: TenantTransaction,
  ansökningar: readonly string[],
): Promise<ReadonlyMap<string, Ansökningsrad['överklaganden'][number][]>> {
  const { rows } = await sql<{
    ansokan: string;
    inkom: Date;
    status: Överklagande['status'];
    omprovning: { resultat: string } | null;
    dom: { slut: string } | null;
  }>`
    select ansokan, inkom, status, omprovning, dom from overklagande
    where ansokan = any(${[...ansökningar]}::uuid[]) order by inkom, id`.execute(t.trx);
  return Map.groupBy(
    rows.map((row) => ({
      ansökan: row.ansokan,
      inkom: row.inkom.toISOString(),
      status: row.status,
      omprövning: (row.omprovning ?? undefined) as Överklagande['omprövning'],
      dom: (row.dom ?? undefined) as Överklagande['dom'],
    })),
    ({ ansökan }) => ansökan,
  );
}

async function läsPersoner(t: TenantTransaction, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Personrad>> {
  const { rows } = await sql<{ id: PersonId; personnummer: string; skyddad: boolean; manader: Månad[] }>`
    select p.id, p.personnummer, p.skyddad, array(select distinct b.manad from bistandsmanad b where b.person = p.id) as manader
    from person p where p.id = any(${[...ids]}::uuid[])`.execute(t.trx);
  const hinder = per(await t.försörjningshinder.findForPersoner(ids));
  const spår = per(await t.spårplaceringar.findForPersoner(ids));
  const samordnarskap = per(await t.samordnarskap.findForPersoner(ids));
  const möten = per(await t.möten.findForPersoner(ids));
  const anteckningar = per(await t.möten.findAnteckningar(ids));
  const avslut = per(await t.avslut.findForPersoner(ids));
  const steg = per(await t.steg.findForPersoner(ids));
  const anvisningar = per(await t.anvisningar.findForPersoner(ids));
  const krav = per(await t.kravbeslut.findForPersoner(ids));
  const planer = per(await t.planer.findForPersoner(ids));
  const nedsättningar = per(await t.nedsättningar.findForPersoner(ids));
  return new Map(
    rows.map((row): [PersonId, Personrad] => [
      row.id,
      {
        id: row.id,
        personnummer: row.personnummer,
        skyddad: row.skyddad,
        kändaMånader: row.manader,
        hinder: hinder.get(row.id) ?? [],
        spår: spår.get(row.id) ?? [],
        samordnarskap: samordnarskap.get(row.id) ?? [],
        möten: möten.get(row.id) ?? [],
        anteckningar: anteckningar.get(row.id) ?? [],
        avslut: avslut.get(row.id) ?? [],
        steg: steg.get(row.id) ?? [],
        anvisningar: anvisningar.get(row.id) ?? [],
        krav: krav.get(row.id) ?? [],
        planer: planer.get(row.id) ?? [],
        nedsättningar: nedsättningar.get(row.id) ?? [],
      },
    ]),
  );
}

function per<T extends { person: PersonId }>(rader: readonly T[]): Map<PersonId, T[]> {
  return Map.groupBy(rader, ({ person }) => person);
}
