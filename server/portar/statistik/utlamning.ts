import { createHash, randomUUID } from 'node:crypto';
import { dagFör, flyttaDag, flyttaMånad, type Månad, månadsnamn, refuse } from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import {
  EXEMPELBESKRIVNING,
  EXEMPELNYCKEL,
  filnamnet,
  läsPostbeskrivning,
  type Postbeskrivning,
  prövaPoster,
  skrivUtlämningsfil,
  UPPGIFTER,
} from '@stegvis/integrations';
import type { SparadPostbeskrivning, Utlämning, Utlämningsslag } from '@stegvis/statistics';
import type { Medarbetare, Utlämningsport, Utlämningsprov } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { avslutsorsaker, bistånd } from './utlamningsposter.ts';

/** How long a file that nobody has said is left stays, in days. */
export const DAGAR_KVAR = 30;
/** The day of the next month that the month's file is due (HSLF-FS 2015:30). */
const SISTA_DAG = 15;
/** Months that reasons for ending may wait (HSLF-FS 2015:30, bilaga 2). */
const AVSLUT_MÅNADER = 4;
/** How many months back a file can be made. */
const MÅNADER_TILLBAKA = 24;
const FLEST_VISADE = 200;

/** Deliveries to Socialstyrelsen on the database. */
export function utlämningsport({ as, now, delar }: Handläggarkit): Utlämningsport {
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'utlamning', id: objekt },
      ändamål: 'uppgifter till Socialstyrelsen enligt 15 kap. 2 § socialtjänstlagen',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  const månader = () => {
    const nu = dagFör(now()).slice(0, 7);
    return Array.from({ length: MÅNADER_TILLBAKA }, (_, i) => flyttaMånad(nu, -1 - i));
  };
  const beskrivningen = async (t: TenantTransaction, nyckel: string) => {
    const sparad = (await t.utlämning.findBeskrivning(nyckel)) ?? (nyckel === EXEMPELNYCKEL ? EXEMPEL : undefined);
    if (!sparad) return undefined;
    const läst = läsPostbeskrivning(JSON.stringify(sparad.innehåll));
    return läst.ok ? { sparad, beskrivning: läst.beskrivning } : undefined;
  };
  const pröva = async (t: TenantTransaction, b: Postbeskrivning, period: Månad) => {
    const från = b.totalfilIDecember && period.endsWith('-12') ? `${period.slice(0, 4)}-01` : period;
    const poster = await (b.slag === 'bistand' ? bistånd : avslutsorsaker)(t, från, period, delar.kommun.kod);
    return { poster, prövade: prövaPoster(b, poster) };
  };
  const nejTill = (who: Medarbetare, skyddade: number): string | undefined => {
    if (!lämnarUt(who)) return 'Enhetschefer och utbetalare gör filen. Be någon av dem.';
    if (skyddade > 0 && !who.roller.includes('skyddade-uppgifter'))
      return `${skyddade === 1 ? 'En rad' : `${skyddade} rader`} gäller någon med skyddade personuppgifter. Den som har den behörigheten måste göra filen.`;
    return undefined;
  };

  return {
    utlämningsbild: (who, val) =>
      as(who, async (t) => {
        const period = val.period !== undefined && månader().includes(val.period) ? val.period : undefined;
        const sparade = await t.utlämning.findBeskrivningar();
        const beskrivningar = sparade.some(({ nyckel }) => nyckel === EXEMPELNYCKEL) ? sparade : [...sparade, EXEMPEL];
        const vald = val.beskrivning === undefined ? undefined : await beskrivningen(t, val.beskrivning);
        let prov: Utlämningsprov | undefined;
        if (vald && period && provar(who)) {
          await logga(t, 'utlamning.provad', `${vald.sparad.slag} ${period}`, true);
          const { poster, prövade } = await pröva(t, vald.beskrivning, period);
          const skyddade = poster.filter((p) => p.skyddad).length;
          prov = {
            rader: poster.length,
            summa:
              vald.sparad.slag === 'bistand'
                ? poster.reduce((sum, p) => sum + Number(p.uppgifter['beviljat'] ?? 0), 0)
                : undefined,
            felposter: prövade
              .filter(({ fel }) => fel.length > 0)
              .slice(0, FLEST_VISADE)
              .map(({ post, fel }) => ({
                benämning:
                  (post as (typeof poster)[number]).skyddad && !who.roller.includes('skyddade-uppgifter')
                    ? 'Skyddade personuppgifter'
                    : post.benämning,
                fel,
              })),
            skyddade,
            hinder: nejTill(who, skyddade),
          };
        }
        await logga(t, 'utlamning.last', '', true);
        return {
          idag: dagFör(now()),
          lämnarUt: lämnarUt(who),
          skriverBeskrivningar: skriverBeskrivningar(who),
          månader: månader(),
          beskrivningar: beskrivningar.map(({ nyckel, namn, slag, version }) => ({ nyckel, namn, slag, version })),
          vald: vald && period ? { beskrivning: vald.sparad.nyckel, period, slag: vald.sparad.slag } : undefined,
          senast: vald && period ? senastDag(vald.sparad.slag, period) : undefined,
          prov,
          utlämningar: (await t.utlämning.findAlla()).map((u) => ({
            ...u,
            // Case numbers lead to persons: only those who may make the file see which were left out.
            utelämnade: lämnarUt(who) ? u.utelämnade : u.utelämnade.map(({ fel }) => ({ hushåll: '', fel })),
            finns: u.gallrad === undefined,
            senast: senastDag(u.slag, u.period),
          })),
        };
      }),

    görUtlämning: (who, val) =>
      as(who, async (t) => {
        const vald = await beskrivningen(t, val.beskrivning);
        const period = månader().find((m) => m === val.period);
        if (!vald)
          return refuse('ofullstandig', 'Välj en postbeskrivning.', 'Välj en i listan.', [
            { fält: 'beskrivning', text: 'Välj en postbeskrivning i listan.' },
          ]);
        if (!period)
          return refuse('ofullstandig', 'Välj en månad som är slut.', 'Välj en i listan.', [
            { fält: 'period', text: 'Välj en månad i listan. En månad kan lämnas ut när den är slut.' },
          ]);
        const { sparad, beskrivning } = vald;
        const { poster, prövade } = await pröva(t, beskrivning, period);
        const nej = nejTill(who, poster.filter((p) => p.skyddad).length);
        await logga(t, 'utlamning.gjord', `${sparad.slag} ${period}`, nej === undefined);
        if (nej) return refuse('far-inte', nej, '');
        const felaktiga = prövade.filter(({ fel }) => fel.length > 0);
        const skäl = val.skäl.trim();
        if (felaktiga.length > 0 && !val.utelämna)
          return refuse(
            'fel-kvar',
            `${felaktiga.length === 1 ? 'En rad har' : `${felaktiga.length} rader har`} fel. Ingen fil är skriven.`,
            'Rätta felen, eller kryssa för att lämna raderna utanför.',
            [{ fält: 'utelamna', text: 'Rätta felen, eller kryssa för att raderna med fel ska lämnas utanför filen.' }],
          );
        if (felaktiga.length > 0 && (skäl.length < 5 || skäl.length > 500))
          return refuse('ofullstandig', 'Skriv varför raderna lämnas utanför.', 'Fem till 500 tecken.', [
            { fält: 'skal', text: 'Skriv varför raderna lämnas utanför, fem till 500 tecken.' },
          ]);
        const rätta = prövade.filter(({ fel }) => fel.length === 0);
        if (rätta.length === 0)
          return refuse(
            'tom',
            `Det finns inga rader utan fel för ${månadsnamn(period)}. Ingen fil är skriven.`,
            'Välj en annan månad eller rätta felen.',
            [
              {
                fält: 'period',
                text: `Det finns inga rader utan fel för ${månadsnamn(period)}. Ingen fil är skriven.`,
              },
            ],
          );
        const innehåll = skrivUtlämningsfil(
          beskrivning,
          rätta.map(({ celler }) => celler),
        );
        const tidigare = (await t.utlämning.findAlla()).filter((u) => u.slag === sparad.slag && u.period === period);
        const version = Math.max(0, ...tidigare.map((u) => u.version)) + 1;
        if (sparad === EXEMPEL) await t.utlämning.addBeskrivning({ ...EXEMPEL, tid: now() });
        const utlämning: Utlämning = {
          id: randomUUID(),
          slag: sparad.slag,
          period,
          version,
          beskrivning: sparad.nyckel,
          beskrivningsversion: sparad.version,
          filnamn: filnamnet(beskrivning, { kommun: delar.kommun.kod, period, version }),
          rader: rätta.length,
          utelämnade: felaktiga.map(({ post, fel }) => ({
            hushåll: post.id,
            fel: fel.map((f) => `${f.fält}: ${f.text}`),
          })),
          skäl: felaktiga.length > 0 ? skäl : '',
          sha256: createHash('sha256').update(innehåll).digest('hex'),
          gallras: flyttaDag(dagFör(now()), DAGAR_KVAR),
          gallrad: undefined,
          lämnad: undefined,
          av: { id: who.id, namn: who.namn },
          tid: now(),
        };
        await t.utlämning.add(utlämning, innehåll);
        return { ok: true as const, id: utlämning.id };
      }).catch(samtidigt),

    utlämningsfil: (who, id) =>
      as(who, async (t) => {
        const utlämning = isUuid(id) ? await t.utlämning.find(id) : undefined;
        if (!utlämning) return undefined;
        const innehåll = await t.utlämning.findInnehåll(id);
        // Whether a file has protected persons is known by its rows alone; the one who made it had the right.
        const får = lämnarUt(who) && (utlämning.av.id === who.id || who.roller.includes('skyddade-uppgifter'));
        await logga(t, 'utlamning.hamtad', id, får && innehåll !== undefined);
        return får && innehåll ? { filnamn: utlämning.filnamn, innehåll } : undefined;
      }),

    lämnaUtlämning: (who, id) =>
      as(who, async (t) => {
        const får = lämnarUt(who);
        await logga(t, 'utlamning.lamnad', id, får);
        if (!får || !isUuid(id) || !(await t.utlämning.find(id)))
          return refuse('finns-inte', 'Utlämningen finns inte, eller så får du inte ändra den.', 'Läs om sidan.');
        await t.utlämning.lämna(id, { dag: dagFör(now()), av: who.namn, tid: now() });
        await t.utlämning.gallra({ id }, now());
        return { ok: true as const };
      }).catch(samtidigt),

    beskrivningsbild: (who, nyckel) =>
      as(who, async (t) => {
        const sparad = nyckel === 'ny' ? undefined : await t.utlämning.findBeskrivning(nyckel);
        if (!sparad && nyckel !== 'ny' && nyckel !== EXEMPELNYCKEL) return undefined;
        await logga(t, 'postbeskrivning.last', nyckel, true);
        return {
          nyckel,
          text: JSON.stringify(sparad?.innehåll ?? EXEMPELBESKRIVNING, null, 2),
          version: sparad?.version ?? 0,
          skriven: sparad && { av: sparad.av.namn, tid: sparad.tid },
          uppgifter: { bistand: uppgifter('bistand'), avslutsorsaker: uppgifter('avslutsorsaker') },
        };
      }),

    sparaBeskrivning: (who, { nyckel, text, baseradPå }) =>
      as(who, async (t) => {
        const får = skriverBeskrivningar(who);
        await logga(t, 'postbeskrivning.sparad', nyckel, får);
        if (!får) return refuse('far-inte', 'Administratörer skriver postbeskrivningar.', 'Be en av dem.');
        const läst = läsPostbeskrivning(text);
        if (!läst.ok)
          return refuse(
            'fel-beskrivning',
            'Postbeskrivningen går inte att använda.',
            'Rätta felen. Inget är sparat.',
            läst.fel.slice(0, 50).map((f) => ({ fält: 'text', text: `${versal(f.plats)}: ${f.text}` })),
          );
        const egen = nyckel === 'ny' ? nyckelFör(läst.beskrivning.namn) : nyckel;
        if (egen === EXEMPELNYCKEL)
          return refuse('far-inte', 'Exemplet går inte att ändra.', 'Spara det som en ny postbeskrivning.', [
            { fält: 'text', text: 'Exemplet går inte att ändra. Ge beskrivningen ett eget namn och spara den som ny.' },
          ]);
        const tidigare = await t.utlämning.findBeskrivning(egen);
        if (nyckel === 'ny' && (tidigare || egen === '' || egen === 'ny'))
          return refuse('finns-redan', 'Det finns redan en beskrivning med det namnet.', 'Välj ett annat namn.', [
            { fält: 'text', text: 'Namnet är upptaget eller saknar bokstäver. Välj ett annat namn.' },
          ]);
        if (nyckel !== 'ny' && !tidigare)
          return refuse('finns-inte', 'Beskrivningen finns inte.', 'Gå tillbaka till listan.');
        if ((tidigare?.version ?? 0) !== baseradPå && nyckel !== 'ny')
          throw new VersionConflict('postbeskrivning', egen);
        if (tidigare && tidigare.slag !== läst.beskrivning.slag)
          return refuse('fel-slag', 'En beskrivning kan inte byta slag.', 'Spara den som ny.', [
            { fält: 'text', text: 'En beskrivning kan inte byta slag. Spara den som ny.' },
          ]);
        await t.utlämning.addBeskrivning({
          nyckel: egen,
          version: (tidigare?.version ?? 0) + 1,
          namn: läst.beskrivning.namn,
          slag: läst.beskrivning.slag,
          innehåll: läst.beskrivning,
          av: { id: who.id, namn: who.namn },
          tid: now(),
        });
        return { ok: true as const, nyckel: egen };
      }).catch(samtidigt),
  };
}

/** The example as it is kept the first time somebody makes a file by it. */
const EXEMPEL: SparadPostbeskrivning = {
  nyckel: EXEMPELNYCKEL,
  version: 1,
  namn: EXEMPELBESKRIVNING.namn,
  slag: EXEMPELBESKRIVNING.slag,
  innehåll: EXEMPELBESKRIVNING,
  av: { id: '', namn: 'Stegvis' },
  tid: '2026-11-22T00:00:00.000Z',
};

function samtidigt(error: unknown) {
  if (!(error instanceof Duplicate) && !(error instanceof VersionConflict)) throw error;
  return refuse(
    'andrad-pa-annat-hall',
    'Någon annan har just gjort det här.',
    'Läs om sidan. Det du skrev finns kvar.',
  );
}

/** The ones who may make the file: those who answer for the payments and the unit. */
const lämnarUt = ({ roller }: Medarbetare) => roller.includes('enhetschef') || roller.includes('utbetalare');
const skriverBeskrivningar = ({ roller }: Medarbetare) => roller.includes('administrator');
/** Who sees which records have faults: those who make the file, and the administrator who mends the layout. */
const provar = (who: Medarbetare) => lämnarUt(who) || skriverBeskrivningar(who);

function senastDag(slag: Utlämningsslag, period: Månad): string {
  return slag === 'bistand'
    ? `${flyttaMånad(period, 1)}-${SISTA_DAG}`
    : flyttaDag(`${flyttaMånad(period, AVSLUT_MÅNADER + 1)}-01`, -1);
}

function uppgifter(slag: Utlämningsslag) {
  return Object.entries(UPPGIFTER[slag]).map(([id, { namn, värden }]) => ({
    id,
    namn,
    värden: Object.keys(värden ?? {}),
  }));
}

const versal = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A name as an ASCII key of an address. */
export function nyckelFör(namn: string): string {
  return namn
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
