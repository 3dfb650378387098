import { createHash } from 'node:crypto';
import type { Månad } from '@stegvis/casework';
import { refuse } from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import { bestämBrev, MALL, rapportbrevText, ritaBrev } from '@stegvis/integrations';
import {
  byggRapport,
  GRÄNS,
  type Gruppjämförelse,
  indikator as indikatornMed,
  type Koladavärde,
  MOTSVARIGHETER,
  type Nämndrapport,
  RAPPORTPLAN,
  type Rapportmått,
  rapportfrågor,
  type SkyddatSvar,
  spannAv,
} from '@stegvis/statistics';
import { type Könsrad, läserStatistik, type Medarbetare, type Rapportport } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { helaMånader, läsKön } from './jamstalldhet.ts';
import { loggaStatistik } from './logga.ts';
import { påSidan } from './pa-sidan.ts';
import { ställFråga } from './stall-fraga.ts';

const MÅNAD = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;
const LÄNGSTA_KOMMENTAR = 4_000;
const LÄNGSTA_SKÄL = 500;
/** Months that a report can be made for, counted back from the newest. */
const MÅNADER = 36;
/** What women and men are compared on in the report. */
const KÖNSMÅTT = [
  'vuxna',
  'kr-per-hushall',
  'vantetid',
  'inom-dygn',
  'langvarigt',
  'i-insats-andel',
  'aterkomst',
  'avslag-andel',
];

const fårSkriva = ({ roller }: Pick<Medarbetare, 'roller'>) => roller.includes('enhetschef');

/** The monthly report, on the database: made anew each time until the unit head freezes it. */
export function rapportport(kit: Handläggarkit): Rapportport {
  const { as, now, delar } = kit;
  const läsPåSidan = påSidan(kit);
  const minne: Minne = new Map();
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    loggaStatistik(t, { handling, objekt, tid: now(), tillåten });
  const nekad = () =>
    refuse('ingen-behorighet', 'Du får inte skriva i rapporten.', 'Enhetschefen skriver kommentarer och fryser den.');
  const bygg = (t: TenantTransaction, månad: Månad, omfång: { från: Månad; till: Månad }, samlar = false) =>
    läsRapport(
      t,
      månad,
      omfång,
      { kommun: delar.kommun.namn, nämnd: delar.kommun.nämnd, källa: delar.koladakälla ?? 'Kolada, RKA' },
      samlar ? new Map() : minne,
    );
  const okänd = () =>
    refuse('finns-inte', 'Det finns inget underlag för den månaden.', 'Gå till rapporten och välj en månad i listan.');
  return {
    rapportbild: (who, önskad) =>
      läsPåSidan(who, async (t, samlar) => {
        const får = läserStatistik(who);
        await logga(t, 'rapport.last', önskad ?? 'senaste', får);
        if (!får) return undefined;
        const omfång = await helaMånader(t, now());
        const månader = omfång ? månaderI(omfång) : [];
        const månad = månader.find((m) => m === önskad) ?? (önskad === undefined ? månader[0] : undefined);
        const frysta = (await t.nämndrapporter.findRapporter()).filter((f) => f.månad === (månad ?? önskad));
        return {
          månader,
          rapport: månad && omfång ? await bygg(t, månad, omfång, samlar) : undefined,
          kommentarer: månad ? await t.nämndrapporter.findKommentarer(månad) : [],
          frysta,
          fårSkriva: fårSkriva(who),
        };
      }),

    frystRapport: (who, månad, nummer) =>
      as(who, async (t) => {
        const får = läserStatistik(who);
        await logga(t, 'rapport.fryst-last', `${månad} ${nummer}`, får);
        return får ? hitta(t, månad, nummer) : undefined;
      }),

    rapportPdf: (who, månad, nummer) =>
      läsPåSidan(who, async (t, samlar) => {
        const får = läserStatistik(who);
        await logga(t, 'rapport.pdf', `${månad} ${nummer}`, får);
        if (!får) return undefined;
        if (nummer !== 'utkast') {
          const fryst = await hitta(t, månad, nummer);
          if (!fryst) return undefined;
          return ritaBrev({ data: fryst.brev, mall: MALL, hash: fryst.hash }, fryst.frusen);
        }
        const omfång = await helaMånader(t, now());
        if (!omfång || !månaderI(omfång).includes(månad)) return undefined;
        const innehåll = await bygg(t, månad, omfång, samlar);
        return samlar ? undefined : ritaBrev(bestämBrev(rapportbrevText(innehåll, undefined)), now());
      }),

    sparaRapportkommentar: (who, månad, { avsnitt, text, version }) =>
      as(who, async (t) => {
        const får = fårSkriva(who);
        await logga(t, 'rapport.kommentar', `${månad} ${avsnitt}`, får);
        if (!får) return nekad();
        const omfång = await helaMånader(t, now());
        if (!omfång || !månaderI(omfång).includes(månad)) return okänd();
        if (!AVSNITT.includes(avsnitt))
          return refuse('finns-inte', 'Det avsnittet finns inte i rapporten.', 'Läs om sidan och försök igen.');
        if (text.length > LÄNGSTA_KOMMENTAR)
          return refuse('for-lang', 'Kommentaren är inte sparad.', 'Korta den.', [
            { fält: 'text', text: `Kommentaren är ${text.length} tecken. Den får vara högst ${LÄNGSTA_KOMMENTAR}.` },
          ]);
        await t.nämndrapporter.saveKommentar({
          månad,
          avsnitt,
          text: text.trim(),
          av: { id: who.id, namn: who.namn },
          tid: now(),
          version: version + 1,
        });
        return { ok: true as const };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Någon annan har skrivit i samma avsnitt sedan du öppnade sidan.',
          'Läs om sidan och skriv in det du vill ha kvar. Det du skrev finns kvar här.',
        );
      }),

    frysRapport: (who, månad, givet) =>
      as(who, async (t) => {
        const får = fårSkriva(who);
        await logga(t, 'rapport.fryst', månad, får);
        if (!får) return nekad();
        const omfång = await helaMånader(t, now());
        if (!omfång || !månaderI(omfång).includes(månad)) return okänd();
        const tidigare = (await t.nämndrapporter.findRapporter()).filter((f) => f.månad === månad);
        const skäl = givet.trim();
        if (tidigare.length > 0 && skäl === '')
          return refuse('skal-saknas', 'Rapporten är inte fryst.', 'Skriv varför den ersätts.', [
            { fält: 'skal', text: 'Månaden har redan en fryst rapport. Skriv varför den ska ersättas.' },
          ]);
        if (skäl.length > LÄNGSTA_SKÄL)
          return refuse('for-langt', 'Rapporten är inte fryst.', 'Korta skälet.', [
            { fält: 'skal', text: `Skälet är ${skäl.length} tecken. Det får vara högst ${LÄNGSTA_SKÄL}.` },
          ]);
        const innehåll = await bygg(t, månad, omfång);
        const frysning = {
          nummer: (tidigare[0]?.nummer ?? 0) + 1,
          frusen: now(),
          av: { id: who.id, namn: who.namn },
          skäl: tidigare.length > 0 ? skäl : undefined,
        };
        const { data: brev, hash } = bestämBrev(rapportbrevText(innehåll, frysning));
        await t.nämndrapporter.addRapport({ månad, ...frysning, innehåll, brev, hash });
        return { ok: true as const, nummer: frysning.nummer };
      }).catch((error: unknown) => {
        if (!(error instanceof Duplicate)) throw error;
        return refuse('andrad-pa-annat-hall', 'Någon annan har just fryst rapporten.', 'Läs om sidan.');
      }),
  };
}

const AVSNITT: readonly string[] = [...RAPPORTPLAN.map(({ id }) => id), 'kvinnor-och-man', 'andra-kommuner'];

async function hitta(t: TenantTransaction, månad: Månad, nummer: number) {
  return MÅNAD.test(månad) && Number.isInteger(nummer) && nummer > 0 && nummer < 10_000
    ? await t.nämndrapporter.findRapport(månad, nummer)
    : undefined;
}

/** What a report counts, kept while the facts behind it are the same: an hour's reading and commenting counts once. */
interface Räknat {
  readonly svar: ReadonlyMap<Rapportmått, readonly SkyddatSvar[]>;
  readonly kön: readonly Könsrad[];
}
type Minne = Map<string, Räknat>;
const MINNS = 6;

async function räknat(
  t: TenantTransaction,
  månad: Månad,
  omfång: { readonly från: Månad; readonly till: Månad },
  minne: Minne,
): Promise<Räknat> {
  const egna = createHash('sha256')
    .update(JSON.stringify([await t.statistik.findBefolkning(), await t.statistik.findTjänster()]))
    .digest('hex');
  const gjort = [await t.statistik.findUnderlag('arenden'), await t.statistik.findUnderlag('syntet')];
  const nyckel = JSON.stringify([t.scope.kommun, t.scope.nämnd, månad, omfång, gjort, egna]);
  const känt = minne.get(nyckel);
  if (känt) return känt;
  const svar = new Map<Rapportmått, readonly SkyddatSvar[]>();
  for (const mått of RAPPORTPLAN.flatMap((plan) => plan.mått)) {
    const egna: SkyddatSvar[] = [];
    for (const fråga of rapportfrågor(mått, månad)) egna.push(await ställFråga(t, fråga));
    svar.set(mått, egna);
  }
  const hittills = { från: omfång.från, till: månad };
  const kön: Könsrad[] = [];
  for (const id of KÖNSMÅTT) {
    const i = indikatornMed(id);
    const läst = i && (await läsKön(t, i, { område: 'alla', hushåll: 'alla', år: undefined }, hittills));
    if (läst) kön.push(läst.rad);
  }
  minne.set(nyckel, { svar, kön });
  for (const äldst of minne.keys()) if (minne.size > MINNS) minne.delete(äldst);
  return { svar, kön };
}

async function läsRapport(
  t: TenantTransaction,
  månad: Månad,
  omfång: { readonly från: Månad; readonly till: Månad },
  vilka: { readonly kommun: string; readonly nämnd: string; readonly källa: string },
  minne: Minne,
): Promise<Nämndrapport> {
  const { svar, kön } = await räknat(t, månad, omfång, minne);
  const underlagFrån = [...svar.values()].flat().find((s) => s.underlagFrån)?.underlagFrån;
  return byggRapport({
    ...vilka,
    månad,
    omfång,
    svar,
    kön,
    gräns: GRÄNS,
    underlagFrån,
    andra: await läsAndra(t, månad),
    kommentarer: await t.nämndrapporter.findKommentarer(månad),
  });
}

/** The own municipality beside the first group, in the latest year that Kolada has both of, at the latest the year before the month's. */
async function läsAndra(t: TenantTransaction, månad: Månad): Promise<Gruppjämförelse[]> {
  const [grupp] = await t.jämförelse.findGrupper();
  if (!grupp) return [];
  const egen = t.scope.kommun;
  const värden = await t.jämförelse.findVärden(
    MOTSVARIGHETER.map(({ kpi }) => kpi),
    [egen, ...grupp.områden],
  );
  const tal = (v: Koladavärde | undefined) => v?.värde ?? null;
  return MOTSVARIGHETER.flatMap((m): Gruppjämförelse[] => {
    const här = värden.filter((v) => v.kpi === m.kpi && v.kön === 'T' && v.år < Number(månad.slice(0, 4)));
    const i = indikatornMed(m.indikator);
    for (const år of [...new Set(här.map((v) => v.år))].sort((a, b) => b - a)) {
      const årets = här.filter((v) => v.år === år);
      const eget = tal(årets.find((v) => v.område === egen));
      const spann = spannAv(årets.filter((v) => v.område !== egen).map(tal));
      if (i && eget !== null && spann)
        return [{ indikator: i.id, namn: m.namn, enhet: i.enhet, grupp: grupp.namn, år, eget, ...spann }];
    }
    return [];
  });
}

function månaderI({ från, till }: { readonly från: Månad; readonly till: Månad }): Månad[] {
  const månader: Månad[] = [];
  let [år = 0, nummer = 0] = till.split('-').map(Number);
  while (månader.length < MÅNADER) {
    const månad = `${år}-${String(nummer).padStart(2, '0')}`;
    if (månad < från) break;
    månader.push(månad);
    [år, nummer] = nummer === 1 ? [år - 1, 12] : [år, nummer - 1];
  }
  return månader;
}
