import { dagFör, flyttaMånad, type Månad } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import {
  ALLA,
  DIMENSIONER,
  GRÄNS,
  INDIKATORER,
  type Indikator,
  indikator as indikatornMed,
  jämförKön,
  type Könsjämförelse,
  type Statistikfråga,
} from '@stegvis/statistics';
import {
  type Barnrad,
  type Hushållsurval,
  type Jämställdhetsport,
  type Könsrad,
  type Könsval,
  läserStatistik,
} from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';
import { påSidan } from './pa-sidan.ts';
import { ställFråga } from './stall-fraga.ts';

const MED_BARN = ['ensam-med-barn', 'par-med-barn'];
const URVAL: Readonly<Record<Hushållsurval, readonly string[] | undefined>> = {
  alla: undefined,
  'med-barn': MED_BARN,
  'utan-barn': ['ensam-utan-barn', 'par-utan-barn'],
};

/** Women's and men's figures, on the database: counted, protected, and only then compared. */
export function jämställdhetsport(kit: Handläggarkit): Jämställdhetsport {
  const { now } = kit;
  const läsPåSidan = påSidan(kit);
  return {
    könsbild: (who, val) =>
      läsPåSidan(who, async (t) => {
        const får = läserStatistik(who);
        await loggaStatistik(t, { handling: 'statistik.kon', objekt: beskrivning(val), tid: now(), tillåten: får });
        if (!får) return undefined;
        const omfång = await helaMånader(t, now());
        const åren = omfång ? helaÅr(omfång) : [];
        const iOmrådet = INDIKATORER.filter(
          ({ uppdelningar, område }) =>
            uppdelningar.includes('kon') && (val.område === 'alla' || område === val.område),
        );
        const går = (i: Indikator) => val.hushåll === 'alla' || i.uppdelningar.includes('hushallstyp');
        const rader: Könsrad[] = [];
        let underlagFrån: string | undefined;
        for (const i of omfång ? iOmrådet.filter(går) : []) {
          const svar = await läsKön(t, i, val, omfång!);
          if (!svar) continue;
          underlagFrån = svar.underlagFrån;
          rader.push(svar.rad);
        }
        return {
          val,
          åren,
          rader,
          utan: iOmrådet.filter((i) => !går(i)).map(({ namn }) => namn),
          barn: omfång ? await läsBarn(t, åren.slice(0, 2)) : [],
          underlagFrån,
          gräns: GRÄNS,
        };
      }),
    könsdetalj: (who, id, val) =>
      läsPåSidan(who, async (t) => {
        const får = läserStatistik(who);
        const objekt = `${id} ${beskrivning(val)}`;
        await loggaStatistik(t, { handling: 'statistik.kon', objekt, tid: now(), tillåten: får });
        const i = indikatornMed(id);
        const omfång = får && i?.uppdelningar.includes('kon') ? await helaMånader(t, now()) : undefined;
        const svar = i && omfång ? await läsKön(t, i, val, omfång) : undefined;
        if (!i || !omfång || !svar) return undefined;
        const { rad } = svar;
        const delar = [];
        for (const dimension of ['aldersgrupp', 'hushallstyp'] as const)
          if (i.uppdelningar.includes(dimension))
            delar.push({ dimension, rader: await läsDelar(t, i, dimension, rad, val) });
        const åren = [];
        for (const år of helaÅr(omfång).slice(0, 5).reverse()) {
          const årets = await läsKön(t, i, { ...val, år }, omfång);
          if (årets) åren.push({ år, jämförelse: årets.rad.jämförelse });
        }
        return { rad, delar, åren, gräns: GRÄNS };
      }),
  };
}

/** One indicator for women and men in the chosen time; undefined where there are no facts for it. */
export async function läsKön(
  t: TenantTransaction,
  i: Indikator,
  val: Könsval,
  omfång: { readonly från: Månad; readonly till: Månad },
): Promise<{ rad: Könsrad; underlagFrån: string | undefined } | undefined> {
  const tid = tidFör(i, val.år, omfång);
  if (!tid) return undefined;
  const fråga = frågan(i, tid, val.hushåll, ['kon']);
  const svar = await ställFråga(t, fråga);
  const spridning = await t.jämförelse.spridning(fråga);
  const cell = (kon: string) => svar.celler.find(({ grupper }) => grupper[0] === kon);
  const spann = (kon: string) => spridning.find(({ grupper }) => grupper[0] === kon);
  const jämförelse = jämförKön(i, cell('kvinna'), cell('man'), { kvinnor: spann('kvinna'), män: spann('man') });
  return { rad: { indikator: i, jämförelse, ...tid }, underlagFrån: svar.underlagFrån };
}

async function läsDelar(
  t: TenantTransaction,
  i: Indikator,
  dimension: 'aldersgrupp' | 'hushallstyp',
  { från, till }: Könsrad,
  val: Könsval,
): Promise<{ namn: string; jämförelse: Könsjämförelse }[]> {
  const fråga = frågan(i, { från, till }, val.hushåll, ['kon', dimension]);
  const svar = await ställFråga(t, fråga);
  const spridning = await t.jämförelse.spridning(fråga);
  const valda = fråga.filter[dimension];
  return Object.entries(DIMENSIONER[dimension].värden)
    .filter(([värde]) => valda === undefined || valda.includes(värde))
    .map(([värde, namn]) => {
      const lika = (kon: string) => (g: { readonly grupper: readonly string[] }) =>
        g.grupper[0] === kon && g.grupper[1] === värde;
      return {
        namn,
        jämförelse: jämförKön(i, svar.celler.find(lika('kvinna')), svar.celler.find(lika('man')), {
          kvinnor: spridning.find(lika('kvinna')),
          män: spridning.find(lika('man')),
        }),
      };
    });
}

/** Children in households with long-term assistance, by type of household, and their share of the children with assistance. */
async function läsBarn(t: TenantTransaction, åren: readonly number[]): Promise<Barnrad[]> {
  const rader: Barnrad[] = [];
  for (const år of åren) {
    const tid = { från: `${år}-01`, till: `${år}-12` };
    const långvarigt = indikatornMed('barn-langvarigt');
    const alla = indikatornMed('barn');
    if (!långvarigt || !alla) return [];
    const [a, b] = [
      await ställFråga(t, frågan(långvarigt, tid, 'alla', ['hushallstyp'])),
      await ställFråga(t, frågan(alla, tid, 'alla', ['hushallstyp'])),
    ];
    for (const hushållstyp of [...MED_BARN, ALLA]) {
      const barn = a.celler.find(({ grupper }) => grupper[0] === hushållstyp)?.värde ?? 'skyddad';
      const antal = b.celler.find(({ grupper }) => grupper[0] === hushållstyp)?.värde ?? 'skyddad';
      // Of counts that are shown, so that the share says no more than they do.
      const andel =
        barn === 'skyddad' || antal === 'skyddad' || antal === 0 ? 'skyddad' : Math.round((100 * barn) / antal);
      rader.push({ år, hushållstyp, barn, andel: andel === 'skyddad' ? andel : Math.min(100, andel) });
    }
  }
  return rader;
}

const frågan = (
  i: Indikator,
  tid: { från: Månad; till: Månad },
  hushåll: Hushållsurval,
  uppdelning: readonly string[],
): Statistikfråga => ({
  indikator: i.id,
  ...tid,
  tid: 'hela',
  uppdelning,
  filter: URVAL[hushåll] ? { hushallstyp: URVAL[hushåll] } : {},
});

/** The months that an indicator is counted for; undefined where the facts do not reach. */
function tidFör(
  i: Indikator,
  år: number | undefined,
  omfång: { readonly från: Månad; readonly till: Månad },
): { från: Månad; till: Månad } | undefined {
  const [senaste] = helaÅr(omfång);
  const valt = år ?? (i.tid.kortast === 'ar' ? senaste : undefined);
  if (i.tid.kortast === 'ar' && valt === undefined) return undefined;
  if (valt !== undefined) return { från: `${valt}-01`, till: `${valt}-12` };
  const ettÅr = flyttaMånad(omfång.till, -11);
  return ettÅr < omfång.från ? omfång : { från: ettÅr, till: omfång.till };
}

/** The months there are facts for, without the one that is not over yet. */
export async function helaMånader(t: TenantTransaction, nu: string): Promise<{ från: Månad; till: Månad } | undefined> {
  const omfång = await t.statistik.omfång();
  const senaste = flyttaMånad(dagFör(nu).slice(0, 7), -1);
  if (!omfång || omfång.från > senaste) return undefined;
  return omfång.till < senaste ? omfång : { från: omfång.från, till: senaste };
}

/** The calendar years that all months are there of, newest first. */
export function helaÅr({ från, till }: { readonly från: Månad; readonly till: Månad }): number[] {
  const första = Number(från.slice(0, 4)) + (från.endsWith('-01') ? 0 : 1);
  const sista = Number(till.slice(0, 4)) - (till.endsWith('-12') ? 0 : 1);
  return Array.from({ length: Math.max(0, sista - första + 1) }, (_, n) => sista - n);
}

const beskrivning = ({ område, hushåll, år }: Könsval) => `${område} ${hushåll} ${år ?? 'senaste'}`;
