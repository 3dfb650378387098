import { randomUUID } from 'node:crypto';
import {
  avslutaSpår,
  avstegsmått,
  beslutaSpår,
  dagFör,
  flyttaDag,
  flyttaMånad,
  fårÄndraInställningar,
  föreslåSpår,
  gällandeSpår,
  gällandeSpårinställning,
  inskrivningsutfall,
  lämnaÖver,
  läsBedömningsinställning,
  type Månad,
  refuse,
  spåretsSlut,
  svaraPåÖverlämning,
  undantaFrånInskrivning,
  ändraSpår,
  överlämningFörsenad,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { kravfrån } from '@stegvis/rules';
import type { Medarbetare, Spårport } from '@stegvis/workbench';
import { isUuid } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';
import { biståndsmånader } from './bedomning.ts';

/** How far back the measures look, in days. */
const MÅTTETS_DAGAR = 92;

/** Tracks, hand-overs and their measures, on the database. */
export function spårport({ as, läs, göra, now }: Personkit): Spårport {
  const av = (who: Medarbetare) => ({ id: who.id, namn: who.namn });
  const serSpår = (who: Medarbetare) =>
    ['handlaggare', 'enhetschef', 'samordnare', 'administrator'].some((roll) => who.roller.some((r) => r === roll));
  const läge = async (t: TenantTransaction, person: string) => {
    const placeringar = await t.spårplaceringar.findForPersoner([person]);
    const inställning = gällandeSpårinställning(await t.spårplaceringar.findInställningar());
    const bedömning = (await t.bedömningar.findForPersoner([person])).find(
      (b) => b.slag === 'inledande' && (b.status === 'pagar' || b.status === 'slutford'),
    );
    return { placeringar, inställning, bedömning, förslag: bedömning && föreslåSpår(bedömning, inställning.spår) };
  };
  const logga = (t: TenantTransaction, handling: string, utfall: 'tillaten' | 'nekad') =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'installning', id: 'spar' },
      ändamål: 'styrning',
      utfall,
    });
  /** Organisations in the register that somebody can log in for. */
  const mottagare = async (t: TenantTransaction) =>
    (await t.anordnare.findAlla()).filter((a) => a.aktiv && a.slag !== 'egen' && a.användare.length > 0);
  return {
    spårbild: (who, person) =>
      läs(who, person, 'spar.last', async (t) => {
        const idag = dagFör(now());
        const nu = await läge(t, person);
        const kravFrån = await kravmånad(t, person, idag.slice(0, 7));
        const gällande = gällandeSpår(nu.placeringar);
        return {
          idag,
          ...nu,
          kravFrån,
          slut: gällande && spåretsSlut(gällande, kravFrån),
          överlämningar: await t.överlämningar.findForPersoner([person]),
          mottagare: (await mottagare(t)).map(({ id, namn }) => ({ id, namn })),
          undantag: await t.spårplaceringar.findUndantag([person]),
          undantagslista: läsBedömningsinställning((await t.organisation.findNämnd())?.inställningar).undantag,
        };
      }),
    beslutaSpår: (who, person, input) =>
      göra(who, person, 'spar.beslutat', async (t) => {
        const { förslag, bedömning, ...nu } = await läge(t, person);
        const result = beslutaSpår(
          { ...nu, förslag: förslag && 'förslag' in förslag ? förslag.förslag : undefined, bedömning: bedömning?.id },
          { ...input, id: randomUUID(), händelse: randomUUID(), person, av: av(who), nu: now() },
        );
        if (!result.ok) return result;
        if (result.avslutad) await t.spårplaceringar.save(result.avslutad);
        await t.spårplaceringar.add(result.placering);
        await t.personhändelser.add(result.events);
        return { ok: true, placering: result.placering };
      }),
    avslutaSpår: (who, person, input) =>
      göra(who, person, 'spar.avslutat', async (t) => {
        const nu = gällandeSpår(await t.spårplaceringar.findForPersoner([person]));
        if (!nu) return refuse('finns-inte', 'Personen är inte i något spår.', 'Läs om sidan.');
        const result = avslutaSpår(nu, { ...input, händelse: randomUUID(), av: who, nu: now() });
        if (!result.ok) return result;
        await t.spårplaceringar.save(result.placering);
        await t.personhändelser.add(result.events);
        return { ok: true, placering: result.placering };
      }),
    lämnaÖver: (who, person, input) =>
      göra(who, person, 'overlamning.skickad', async (t) => {
        const vald = input.mottagare === '' ? undefined : (await mottagare(t)).find(({ id }) => id === input.mottagare);
        if (input.mottagare !== '' && !vald)
          return refuse('finns-inte', 'Mottagaren finns inte i registret.', 'Välj en i listan, eller skriv en annan.', [
            { fält: 'mottagare', text: 'Välj en mottagare i listan, eller skriv en annan.' },
          ]);
        const result = lämnaÖver({
          ...input,
          mottagare: vald && { id: vald.id, namn: vald.namn, annanNämnd: vald.slag === 'annan-namnd' },
          id: randomUUID(),
          händelse: randomUUID(),
          person,
          av: av(who),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överlämningar.add(result.överlämning);
        await t.personhändelser.add(result.events);
        return { ok: true, överlämning: result.överlämning };
      }),
    svaraPåÖverlämning: (who, person, id, input) =>
      göra(who, person, 'overlamning.besvarad', async (t) => {
        const found = isUuid(id) ? await t.överlämningar.find(id) : undefined;
        if (found?.person !== person) return refuse('finns-inte', 'Överlämningen finns inte.', 'Läs om sidan.');
        const result = svaraPåÖverlämning(found, { ...input, händelse: randomUUID(), av: who, nu: now() });
        if (!result.ok) return result;
        await t.överlämningar.save(result.överlämning);
        await t.personhändelser.add(result.events);
        return { ok: true, överlämning: result.överlämning };
      }),
    undantaFrånInskrivning: (who, person, input) =>
      göra(who, person, 'inskrivning.undantagen', async (t) => {
        const { undantag } = läsBedömningsinställning((await t.organisation.findNämnd())?.inställningar);
        const result = undantaFrånInskrivning(undantag, {
          ...input,
          id: randomUUID(),
          person,
          av: av(who),
          nu: now(),
        });
        if (result.ok) await t.spårplaceringar.addUndantag(result.undantag);
        return result;
      }),
    spårinställningar: (who) =>
      as(who, async (t) => {
        if (!serSpår(who)) return undefined;
        const historik = await t.spårplaceringar.findInställningar();
        return { gällande: gällandeSpårinställning(historik), historik, fårÄndra: fårÄndraInställningar(who) };
      }),
    sparaSpår: (who, { spår, skäl, sett }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const gällande = gällandeSpårinställning(await t.spårplaceringar.findInställningar());
        if (gällande.version !== sett)
          return refuse(
            'andrad-pa-annat-hall',
            'Någon annan har ändrat spåren sedan du öppnade sidan.',
            'Läs om sidan och gör om din ändring.',
          );
        const result = ändraSpår(gällande, { spår, skäl, av: who, nu: now() });
        await logga(t, 'spar.andrade', result.ok ? 'tillaten' : 'nekad');
        if (result.ok) await t.spårplaceringar.addInställning(result.inställning);
        return result;
      }),
    spårmått: (who) =>
      as(who, async (t) => {
        const får = who.roller.includes('enhetschef');
        await logga(t, 'spar.matt', får ? 'tillaten' : 'nekad');
        if (!får) return undefined;
        const idag = dagFör(now());
        const från = flyttaDag(idag, -MÅTTETS_DAGAR);
        const { inskrivenInomDagar } = läsBedömningsinställning((await t.organisation.findNämnd())?.inställningar);
        const avsteg = avstegsmått(
          await t.spårplaceringar.findBeslutade({ från: `${från}T00:00:00.000Z`, till: now() }),
        );
        const lägen = await t.spårplaceringar.findInskrivningslägen({ från, till: idag });
        const försenade = (await t.överlämningar.findÖppna()).filter((ö) => överlämningFörsenad(ö, idag));
        const personer = await t.personer.findMany([
          ...new Set([
            ...avsteg.avsteg.map((p) => p.person),
            ...lägen.map((l) => l.person),
            ...försenade.map((ö) => ö.person),
          ]),
        ]);
        const namn = Object.fromEntries(
          personer
            .filter((p) => !p.skyddad || who.roller.includes('skyddade-uppgifter'))
            .map((p) => [p.id, `${p.förnamn} ${p.efternamn}`.trim()]),
        );
        return {
          från,
          till: idag,
          avsteg,
          namn,
          inomDagar: inskrivenInomDagar,
          inskrivna: lägen.map((l) => ({
            ...l,
            ...inskrivningsutfall(l, inskrivenInomDagar, idag),
            person: namn[l.person] === undefined ? undefined : { id: l.person, namn: namn[l.person]! },
          })),
          försenadeÖverlämningar: försenade,
        };
      }),
  };
}

/**
 * The first month that 12 kap. 4 a § must be applied to, if assistance goes on. A run of months that was broken before last month
 * counts for nothing.
 */
async function kravmånad(t: TenantTransaction, person: string, nu: Månad): Promise<Månad | undefined> {
  const krav = kravfrån(await biståndsmånader(t, person));
  return krav && krav.följdTill >= flyttaMånad(nu, -1) ? krav.från : undefined;
}
