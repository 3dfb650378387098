import { dagFör, flyttaMånad, type Månad, refuse } from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import { LICENSER, type Licens } from '@stegvis/integrations';
import {
  ALLA,
  type Dimensionsbeskrivning,
  INDIKATORER,
  indikator,
  SKYDDAD,
  skydda,
  uppdelningsbeskrivning,
  type ÖppenRad,
  type ÖppenSerie,
} from '@stegvis/statistics';
import type { Medarbetare, Öppnadataport } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { nyckelFör } from './utlamning.ts';

/** A month is published when it has been over for so many months: decisions about it come late. */
export const EFTERSLÄPNING = 2;
/** What a hidden cell says in the file. */
export const DOLT = 'skyddad';
const LÄNGD = { manad: 1, kvartal: 3, ar: 12 } as const;

/** Choosing and publishing open data, on the database. */
export function öppnadataport({ as, now }: Handläggarkit): Öppnadataport {
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'oppen-serie', id: objekt },
      ändamål: 'öppna data',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  const idag = () => dagFör(now());
  const senaste = () => flyttaMånad(idag().slice(0, 7), -EFTERSLÄPNING);
  const nästa = async (t: TenantTransaction, serie: ÖppenSerie) => {
    const till = (await t.öppnadata.findUtgåvor(serie.nyckel)).at(-1)?.till;
    const från = till ? flyttaMånad(till, 1) : serie.start;
    return helaPerioder(från, senaste(), serie.fråga.tid);
  };
  const nej = () => refuse('far-inte', 'Administratörer väljer vad som publiceras.', 'Be en av dem.');
  const borta = () => refuse('finns-inte', 'Serien finns inte.', 'Gå tillbaka till listan.');

  return {
    öppnadatabild: (who) =>
      as(who, async (t) => {
        await logga(t, 'oppnadata.last', '', true);
        const serier = await t.öppnadata.findSerier();
        return {
          publicerar: publicerar(who),
          inställning: await t.öppnadata.findInställning(),
          serier: await Promise.all(
            serier.map(async (serie) => {
              const utgåvor = await t.öppnadata.findUtgåvor(serie.nyckel);
              return {
                ...serie,
                mått: indikator(serie.fråga.indikator)?.namn ?? serie.fråga.indikator,
                från: utgåvor[0]?.från,
                till: utgåvor.at(-1)?.till,
                nästa: await nästa(t, serie),
              };
            }),
          ),
          mått: INDIKATORER.map((i) => ({
            id: i.id,
            namn: i.namn,
            kortast: i.tid.kortast,
            uppdelningar: i.uppdelningar.map((id) => ({
              id,
              namn: uppdelningsbeskrivning(i.källa, id).namn,
            })),
          })),
        };
      }),

    sparaÖppenInställning: (who, val) =>
      as(who, async (t) => {
        const får = publicerar(who);
        await logga(t, 'oppnadata.installning', '', får);
        if (!får) return nej();
        const { licens } = val;
        const [utgivare, epost, webbplats] = [val.utgivare.trim(), val.epost.trim(), val.webbplats.trim()];
        const fält = [
          ...(Object.hasOwn(LICENSER, licens) ? [] : [{ fält: 'licens', text: 'Välj en licens.' }]),
          ...(utgivare.length >= 2 && utgivare.length <= 200
            ? []
            : [{ fält: 'utgivare', text: 'Skriv vem som ger ut uppgifterna, 2–200 tecken.' }]),
          ...(/^[^\s@<>"]{1,100}@[a-z0-9.-]{1,100}\.[a-z]{2,}$/i.test(epost)
            ? []
            : [{ fält: 'epost', text: 'Skriv en e-postadress för frågor, till exempel oppnadata@kommunen.se.' }]),
          ...(ärWebbadress(webbplats) ? [] : [{ fält: 'webbplats', text: 'Skriv en adress som börjar med https://.' }]),
        ];
        if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
        const förra = await t.öppnadata.findInställning();
        await t.öppnadata.addInställning({
          nummer: (förra?.nummer ?? 0) + 1,
          licens: licens as Licens,
          utgivare,
          epost,
          webbplats,
          av: { id: who.id, namn: who.namn },
          tid: now(),
        });
        return { ok: true as const };
      }).catch(samtidigt),

    förhandsvisaSerie: (who, nyckel) =>
      as(who, async (t) => {
        const serie = await t.öppnadata.findSerie(nyckel);
        const får = publicerar(who) && serie !== undefined;
        await logga(t, 'oppnadata.forhandsvisad', nyckel, får);
        const period = får ? await nästa(t, serie) : undefined;
        if (!serie || !period) return undefined;
        const axlar = seriensAxlar(serie);
        const rader = await räkna(t, serie, period);
        return rader.map((rad) => ({ ...rad, grupper: grupperIOrd(axlar, rad.grupper) }));
      }),

    läggTillSerie: (who, val) =>
      as(who, async (t) => {
        const får = publicerar(who);
        await logga(t, 'oppnadata.serie', val.titel, får);
        if (!får) return nej();
        const titel = val.titel.trim();
        const beskrivning = val.beskrivning.trim();
        const i = INDIKATORER.find(({ id }) => id === val.mått);
        const nyckel = nyckelFör(titel);
        const fält = [
          ...(nyckel.length >= 3 && titel.length <= 200
            ? []
            : [{ fält: 'titel', text: 'Skriv en titel med minst tre bokstäver, högst 200 tecken.' }]),
          ...(beskrivning.length >= 10 && beskrivning.length <= 2000
            ? []
            : [{ fält: 'beskrivning', text: 'Beskriv serien med 10–2 000 tecken.' }]),
          ...(i ? [] : [{ fält: 'matt', text: 'Välj ett mått i listan.' }]),
          ...(i && val.uppdelning !== '' && !i.uppdelningar.includes(val.uppdelning)
            ? [{ fält: 'uppdelning', text: 'Måttet kan inte delas upp så. Välj en annan uppdelning.' }]
            : []),
          ...(/^20\d\d-(0[1-9]|1[0-2])$/.test(val.från) && val.från <= senaste()
            ? []
            : [
                {
                  fält: 'fran',
                  text: `Skriv första månaden som år och månad, senast ${senaste()}.`,
                },
              ]),
        ];
        if (fält.length > 0 || !i) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
        const samma = (await t.öppnadata.findSerier()).find(
          ({ fråga }) => fråga.indikator === i.id && (fråga.uppdelning[0] ?? '') === val.uppdelning,
        );
        if (samma)
          return refuse('finns-redan', `Måttet finns redan som ”${samma.titel}”.`, 'Publicera den serien.', [
            { fält: 'matt', text: `Måttet finns redan med den uppdelningen, som ”${samma.titel}”.` },
          ]);
        await t.öppnadata.addSerie({
          nyckel,
          titel,
          beskrivning,
          start: val.från,
          fråga: {
            indikator: i.id,
            tid: i.tid.kortast,
            uppdelning: val.uppdelning === '' ? [] : [val.uppdelning],
            filter: {},
          },
          status: 'tillbakadragen',
          version: 1,
          av: { id: who.id, namn: who.namn },
          tid: now(),
        });
        return { ok: true as const, nyckel };
      }).catch(samtidigt),

    publiceraSerie: (who, nyckel, version) =>
      as(who, async (t) => {
        const serie = await t.öppnadata.findSerie(nyckel);
        const får = publicerar(who);
        await logga(t, 'oppnadata.publicerad', nyckel, får && serie !== undefined);
        if (!får) return nej();
        if (!serie) return borta();
        if (!(await t.öppnadata.findInställning()))
          return refuse('installning-saknas', 'Spara licens och utgivare först.', 'De står högst upp på sidan.');
        const av = { id: who.id, namn: who.namn };
        const utgåvor = await t.öppnadata.findUtgåvor(nyckel);
        const period = await nästa(t, serie);
        if (!period && utgåvor.length === 0)
          return refuse(
            'inget-att-publicera',
            'Det finns ingen hel period att publicera än.',
            'Vänta tills den är slut.',
          );
        await t.öppnadata.saveSerie({ ...serie, status: 'publicerad', version, av, tid: now() });
        if (period)
          await t.öppnadata.addUtgåva({
            serie: nyckel,
            nummer: utgåvor.length + 1,
            ...period,
            rader: await räkna(t, serie, period),
            av,
            tid: now(),
          });
        return { ok: true as const };
      }).catch(samtidigt),

    draTillbakaSerie: (who, nyckel, version) =>
      as(who, async (t) => {
        const serie = await t.öppnadata.findSerie(nyckel);
        const får = publicerar(who);
        await logga(t, 'oppnadata.tillbakadragen', nyckel, får && serie !== undefined);
        if (!får) return nej();
        if (!serie) return borta();
        await t.öppnadata.saveSerie({
          ...serie,
          status: 'tillbakadragen',
          version,
          av: { id: who.id, namn: who.namn },
          tid: now(),
        });
        return { ok: true as const };
      }).catch(samtidigt),
  };
}

/** How the series is split, in words. */
export function seriensAxlar({ fråga }: ÖppenSerie): Dimensionsbeskrivning[] {
  const i = indikator(fråga.indikator);
  return fråga.uppdelning.map((id) => (i ? uppdelningsbeskrivning(i.källa, id) : { namn: id, värden: undefined }));
}

/** The values of a row's splits in words. */
export function grupperIOrd(axlar: readonly Dimensionsbeskrivning[], grupper: readonly string[]): string[] {
  return grupper.map((g, n) => (g === ALLA ? 'Alla' : (axlar[n]?.värden?.[g] ?? g)));
}

/** Counts and protects the months; what is hidden stays hidden in what is kept. */
async function räkna(
  t: TenantTransaction,
  serie: ÖppenSerie,
  period: { från: Månad; till: Månad },
): Promise<ÖppenRad[]> {
  const i = indikator(serie.fråga.indikator);
  if (!i) throw new RangeError(`There is no indicator ${serie.fråga.indikator}`);
  const svar = skydda(await t.statistik.räkna({ ...serie.fråga, ...period }), { indikator: i });
  return svar.celler.map(({ period: p, grupper, värde }) => ({
    period: p,
    grupper,
    varde: värde === SKYDDAD ? DOLT : String(Number(värde.toFixed(2))).replace('.', ','),
  }));
}

/** The whole periods from a month to another; undefined when there is none. */
function helaPerioder(
  från: Månad,
  till: Månad,
  tid: ÖppenSerie['fråga']['tid'],
): { från: Månad; till: Månad } | undefined {
  const längd = tid === 'hela' ? 1 : LÄNGD[tid];
  const index = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5)) - 1;
  const start = Math.ceil(index(från) / längd) * längd;
  const slut = Math.floor((index(till) + 1) / längd) * längd - 1;
  return slut < start
    ? undefined
    : { från: flyttaMånad(från, start - index(från)), till: flyttaMånad(till, slut - index(till)) };
}

function ärWebbadress(text: string): boolean {
  if (text.length > 300 || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
}

function samtidigt(error: unknown) {
  if (error instanceof Duplicate)
    return refuse('finns-redan', 'Det finns redan, kanske i en annan flik.', 'Läs om sidan.', [
      {
        fält: 'titel',
        text: 'Titeln är upptagen, eller så har någon annan just sparat. Läs om sidan eller byt titel.',
      },
    ]);
  if (error instanceof VersionConflict)
    return refuse('andrad-pa-annat-hall', 'Någon annan har just ändrat serien.', 'Läs om sidan.');
  throw error;
}

const publicerar = ({ roller }: Medarbetare) => roller.includes('administrator');
