import { randomUUID } from 'node:crypto';
import { type Fältfel, refuse } from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import {
  ALLA,
  Frågefel,
  GRÄNS,
  indikator as indikatornMed,
  type Koladakön,
  type Koladaområde,
  type Koladavärde,
  MOTSVARIGHETER,
  type Motsvarighet,
  månaderFör,
  type SkyddadCell,
  type Skyddat,
  spannAv,
} from '@stegvis/statistics';
import {
  type Gruppönskan,
  type Jämförelsemått,
  type Jämförelseport,
  läserStatistik,
  type Medarbetare,
} from '@stegvis/workbench';
import { KOLADAKÖRNING, koladaparametrar } from '../../trad/hamta-kolada.ts';
import { startaKörning } from '../../trad/korning.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { loggaStatistik } from './logga.ts';
import { påSidan } from './pa-sidan.ts';
import { ställFråga } from './stall-fraga.ts';

const RIKET = '0000';
const NAMN_HÖGST = 60;
const FLEST_KOMMUNER = 40;
const FLEST_GRUPPER = 20;
/** Years on the page. */
const ÅR = 8;

const fårÄndra = ({ roller }: Pick<Medarbetare, 'roller'>) =>
  roller.includes('administrator') || roller.includes('enhetschef');

/** Comparison with other municipalities, on the database: own figures counted and protected, the others' as Kolada last had them. */
export function jämförelseport(kit: Handläggarkit): Jämförelseport {
  const { as, now, delar } = kit;
  const läsPåSidan = påSidan(kit);
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    loggaStatistik(t, { handling, objekt, tid: now(), tillåten });
  const nekad = () =>
    refuse(
      'ingen-behorighet',
      'Du får inte ändra jämförelsen.',
      'Enhetschefer och administratörer hämtar från Kolada och väljer kommuner.',
    );
  const ändrad = (error: unknown) => {
    if (!(error instanceof VersionConflict)) throw error;
    return refuse(
      'andrad-pa-annat-hall',
      'Gruppen har ändrats eller tagits bort sedan du öppnade den.',
      'Läs om sidan. Det du skrev finns kvar i formuläret.',
    );
  };
  return {
    jämförelsebild: (who, id) =>
      läsPåSidan(who, async (t) => {
        const får = läserStatistik(who);
        await logga(t, 'statistik.jamforelse', id ?? '', får);
        if (!får) return undefined;
        const grupper = await t.jämförelse.findGrupper();
        const vald = grupper.find((g) => g.id === id) ?? grupper[0];
        const officiella = await t.jämförelse.findMått();
        const områden = await t.jämförelse.findOmråden();
        const egen = t.scope.kommun;
        const värden = await t.jämförelse.findVärden(
          MOTSVARIGHETER.map(({ kpi }) => kpi),
          [RIKET, egen, ...(vald?.områden ?? [])],
        );
        const sista = Number(now().slice(0, 4)) - 1;
        const åren = Array.from({ length: ÅR }, (_, i) => sista - ÅR + 1 + i);
        const mått: Jämförelsemått[] = [];
        for (const motsvarighet of MOTSVARIGHETER) {
          const i = indikatornMed(motsvarighet.indikator);
          if (!i) continue;
          const officiellt = officiella.find(({ kpi }) => kpi === motsvarighet.kpi);
          const delat = officiellt?.könsuppdelat === true;
          const egna = await egnaÅr(t, motsvarighet, åren, delat);
          const tal = (år: number, kön: Koladakön) => ({
            eget: egna.get(`${år} ${kön}`),
            ...koladas(värden, { kpi: motsvarighet.kpi, år, kön }, egen, vald?.områden),
          });
          mått.push({
            motsvarighet,
            enhet: i.enhet,
            officiellt,
            åren: åren.map((år) => ({
              år,
              ...tal(år, 'T'),
              kön: delat ? { kvinnor: tal(år, 'K'), män: tal(år, 'M') } : undefined,
            })),
          });
        }
        return {
          källa: delar.koladakälla ?? 'Kolada, RKA',
          egen: { kod: egen, namn: delar.kommun.namn },
          grupper,
          vald,
          kommuner: områden.filter(({ slag }) => slag === 'K'),
          mått,
          hämtad: officiella
            .map(({ hämtad }) => hämtad)
            .sort()
            .at(-1),
          senasteKörning: (await t.körningar.findSenaste(50)).find(({ slag }) => slag === KOLADAKÖRNING),
          fårÄndra: fårÄndra(who),
          gräns: GRÄNS,
        };
      }),

    hämtaKolada: (who) =>
      as(who, async (t) => {
        const får = fårÄndra(who);
        await logga(t, 'kolada.hamtad', '', får);
        if (!får) return nekad();
        const pågår = (await t.körningar.findSenaste(50)).find(
          ({ slag, status }) => slag === KOLADAKÖRNING && (status === 'vantar' || status === 'kor'),
        );
        if (pågår) return { ok: true, körning: pågår.id };
        const körning = await startaKörning(t, delar.jobb, {
          slag: KOLADAKÖRNING,
          rubrik: 'Hämta från Kolada',
          parametrar: await koladaparametrar(t, t.scope.kommun, now()),
          av: who,
          nu: now(),
        });
        return { ok: true, körning };
      }),

    sparaGrupp: (who, vad, önskan) =>
      as(who, async (t) => {
        const får = fårÄndra(who);
        await logga(t, 'jamforelse.grupp-sparad', vad?.id ?? 'ny', får);
        if (!får) return nekad();
        const grupper = await t.jämförelse.findGrupper();
        const förra = vad && grupper.find(({ id }) => id === vad.id);
        if (vad && !förra) throw new VersionConflict('jamforelsegrupp', vad.id);
        if (!vad && grupper.length >= FLEST_GRUPPER)
          return refuse('for-manga', `Det finns redan ${FLEST_GRUPPER} grupper.`, 'Ta bort någon först.');
        const läst = läsGrupp(önskan, await t.jämförelse.findOmråden(), t.scope.kommun);
        const upptaget = grupper.some(
          (g) => g.id !== vad?.id && g.namn.toLocaleLowerCase('sv') === läst.namn.toLocaleLowerCase('sv'),
        );
        const fel: Fältfel[] = [
          ...läst.fel,
          ...(upptaget
            ? [{ fält: 'namn', text: `Det finns redan en grupp som heter ”${läst.namn}”. Välj ett annat namn.` }]
            : []),
        ];
        if (fel.length > 0) return refuse('fel-i-formularet', 'Gruppen är inte sparad.', 'Rätta det som är fel.', fel);
        const grupp = {
          id: förra?.id ?? randomUUID(),
          namn: läst.namn,
          områden: läst.koder,
          av: { id: who.id, namn: who.namn },
          ändrad: now(),
          version: vad ? vad.version + 1 : 1,
        };
        await (förra ? t.jämförelse.saveGrupp(grupp) : t.jämförelse.addGrupp(grupp));
        return { ok: true as const, grupp };
      }).catch(ändrad),

    taBortGrupp: (who, id, version) =>
      as(who, async (t) => {
        const får = fårÄndra(who);
        await logga(t, 'jamforelse.grupp-borttagen', id, får);
        if (!får) return nekad();
        if (!isUuid(id)) throw new VersionConflict('jamforelsegrupp', id);
        await t.jämförelse.removeGrupp(id, version);
        return { ok: true as const };
      }).catch(ändrad),
  };
}

/** The sex of Kolada's that a value of the split `kon` is. */
const KOLADAS_KÖN: Readonly<Record<string, Koladakön>> = { [ALLA]: 'T', kvinna: 'K', man: 'M' };

/**
 * Our own figure by the same definition, by year and sex (`2025 K`); a year that the facts do not reach is not there. All, women and men
 * are of one protected answer, so that a hidden one cannot be worked out from the others.
 */
async function egnaÅr(
  t: TenantTransaction,
  m: Motsvarighet,
  åren: readonly number[],
  delat: boolean,
): Promise<Map<string, Skyddat>> {
  const omfång = await t.statistik.omfång();
  const kända = åren.filter((år) => {
    const { från, till } = månaderFör(m, år);
    return omfång && från >= omfång.från && till <= omfång.till;
  });
  const egna = new Map<string, Skyddat>();
  if (kända.length === 0) return egna;
  const lägg = (år: number, { grupper: [grupp = ALLA], värde }: SkyddadCell) => {
    const kön = KOLADAS_KÖN[grupp];
    if (kön !== undefined) egna.set(`${år} ${kön}`, värde);
  };
  const grund = { indikator: m.indikator, uppdelning: delat ? ['kon'] : [], filter: m.filter };
  try {
    if (m.period === 'aret') {
      const svar = await ställFråga(t, { ...grund, från: `${kända[0]}-01`, till: `${kända.at(-1)}-12`, tid: 'ar' });
      for (const cell of svar.celler) lägg(Number(cell.period), cell);
    } else
      for (const år of kända) {
        const svar = await ställFråga(t, { ...grund, ...månaderFör(m, år), tid: 'hela' });
        for (const cell of svar.celler) lägg(år, cell);
      }
  } catch (fault) {
    // A filter or a split the indicator does not take leaves the year without a figure of our own, never with another one.
    if (!(fault instanceof Frågefel)) throw fault;
  }
  return egna;
}

function koladas(
  värden: readonly Koladavärde[],
  { kpi, år, kön }: Pick<Koladavärde, 'kpi' | 'år' | 'kön'>,
  egen: string,
  grupp: readonly string[] = [],
) {
  const här = värden.filter((v) => v.kpi === kpi && v.år === år && v.kön === kön);
  const ett = (område: string) => här.find((v) => v.område === område)?.värde ?? null;
  return {
    koladaEget: ett(egen),
    riket: ett(RIKET),
    grupp: spannAv(grupp.filter((område) => område !== egen).map(ett)),
  };
}

/** The name and the codes of a wish, and everything that is wrong with it. */
function läsGrupp(
  önskan: Gruppönskan,
  områden: readonly Koladaområde[],
  egen: string,
): { namn: string; koder: readonly string[]; fel: Fältfel[] } {
  const namn = önskan.namn.trim().replaceAll(/\s+/g, ' ');
  const fel: Fältfel[] = [];
  if (namn === '') fel.push({ fält: 'namn', text: 'Skriv vad gruppen ska heta, till exempel ”Lika stora kommuner”.' });
  else if (namn.length > NAMN_HÖGST)
    fel.push({ fält: 'namn', text: `Namnet är ${namn.length} tecken. Det får vara högst ${NAMN_HÖGST}.` });
  const rader = önskan.kommuner
    .split(/[\n,;]/)
    .map((rad) => rad.trim())
    .filter((rad) => rad !== '');
  const kommuner = områden.filter(({ slag }) => slag === 'K');
  const koder = new Set<string>();
  const okända: string[] = [];
  for (const rad of rader) {
    const träff = kommuner.find(
      ({ id, namn }) => id === rad || namn.toLocaleLowerCase('sv') === rad.toLocaleLowerCase('sv'),
    );
    if (träff) koder.add(träff.id);
    else if (kommuner.length === 0 && /^\d{4}$/.test(rad)) koder.add(rad);
    else okända.push(rad.slice(0, 40));
  }
  if (okända.length > 0)
    fel.push({
      fält: 'kommuner',
      text:
        kommuner.length === 0
          ? `Vi vet inte vilken kommun ”${okända[0]}” är förrän listan har hämtats från Kolada. Skriv koder med fyra siffror så länge, till exempel 1980.`
          : `Kommunen ”${okända.slice(0, 3).join('”, ”')}” finns inte i Koladas lista. Skriv namnet som i listan, eller koden med fyra siffror.`,
    });
  else if (koder.size === 0)
    fel.push({ fält: 'kommuner', text: 'Skriv minst en kommun, med namn eller kod, en på varje rad.' });
  if (koder.size > FLEST_KOMMUNER)
    fel.push({ fält: 'kommuner', text: `Gruppen har ${koder.size} kommuner. Den får ha högst ${FLEST_KOMMUNER}.` });
  if (koder.size === 1 && koder.has(egen))
    fel.push({ fält: 'kommuner', text: 'Gruppen har bara den egna kommunen. Lägg till minst en annan.' });
  return { namn, koder: [...koder].sort(), fel };
}
