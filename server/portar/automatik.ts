import { randomUUID } from 'node:crypto';
import {
  avböjLäge,
  bekräftaLäge,
  bristerFörÖvergång,
  bytLäge,
  dagFör,
  flyttaMånad,
  type Granskningsuppdrag,
  granskaBeslut,
  type Lägesbyte,
  läsAutomatik,
  läsStyrning,
  rapporteraProblem,
  refuse,
  skrivAutomatik,
  skuggskillnad,
  skuggutslag,
  stoppMedUtslag,
  vuxnaI,
  åtgärdaGranskning,
  överensstämmelse,
  överensstämmelsePerMånad,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Automatikport, Granskningsrad, Medarbetare, Skuggrad } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** The version that a problem report names. */
export const VERSION = '0.1.0';
const RÄKNADE_MÅNADER = 12;
const SER_STYRNING = ['handlaggare', 'enhetschef', 'administrator', 'granskare'] as const;

/** Automation's mode, shadow mode, reviews, counters and problem reports, on the database. */
export function automatikport({ as, mayHandle, now, open, delar }: Handläggarkit): Automatikport {
  const får = (who: Medarbetare) => SER_STYRNING.some((roll) => who.roller.includes(roll));
  const logga = (
    t: TenantTransaction,
    handling: string,
    objekt?: { slag: string; id: string },
    utfall: 'tillaten' | 'nekad' = 'tillaten',
  ) => t.granskning.add({ tid: now(), handling, person: undefined, objekt, ändamål: 'styrning', utfall });
  const nekad = () => refuse('fel-roll', 'Du har inte behörighet till det.', 'Be din chef.');

  const läsAllt = async (t: TenantTransaction) => {
    const inställningar = ((await t.organisation.findNämnd())?.inställningar ?? {}) as Record<string, unknown>;
    const automatik = läsAutomatik(inställningar['automatik']);
    const läst = läsStyrning(inställningar['styrning']);
    if (!läst.ok) throw new Error('the settings of the board about automation cannot be read');
    const byten = await t.automatik.findLägesbyten();
    const läge = automatik.ok ? automatik.automatik.läge : ('av' as const);
    const sedan =
      läge === 'skugga' ? byten.find((b) => b.status === 'genomfort' && b.till === 'skugga')?.avgjort?.tid : undefined;
    const fall = await t.automatik.findSkuggfall('skugglage', sedan);
    return {
      inställningar,
      automatik: automatik.ok ? automatik.automatik : undefined,
      styrning: läst.styrning,
      byten,
      läge,
      sedan,
      fall,
      överensstämmelse: överensstämmelse(fall),
    };
  };
  const övergång = async (t: TenantTransaction, allt: Awaited<ReturnType<typeof läsAllt>>) => ({
    nu: allt.läge,
    överensstämmelse: allt.överensstämmelse,
    styrning: allt.styrning,
    delegation: await t.organisation.findDelegationspunkter(),
    väntande: allt.byten.find((b) => b.status === 'vantar'),
  });
  /** The setting that the decisions read follows the change in the same transaction. */
  const genomför = async (t: TenantTransaction, allt: Awaited<ReturnType<typeof läsAllt>>, byte: Lägesbyte) => {
    if (byte.status !== 'genomfort') return;
    const nämnd = await t.organisation.findNämnd();
    if (!nämnd || !allt.automatik) throw new Error('the board has no settings for automation');
    await t.organisation.saveNämnd({
      ...nämnd,
      inställningar: { ...allt.inställningar, automatik: skrivAutomatik({ ...allt.automatik, läge: byte.till }) },
    });
  };

  const rad = async (
    t: TenantTransaction,
    who: Medarbetare,
    u: Granskningsuppdrag,
  ): Promise<Granskningsrad | undefined> => {
    const ansökan = await t.ansökningar.get(u.ansökan);
    const skyddad = (await t.personer.findMany(vuxnaI(ansökan))).some((p) => p.skyddad);
    if (skyddad && !who.roller.includes('skyddade-uppgifter')) return undefined;
    const beslut = await t.beslut.get(u.beslut);
    const medverkat = await medverkande(t, u.ansökan);
    return {
      uppdrag: u,
      ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
      månad: beslut.månad,
      belopp: beslut.belopp,
      beslutat: dagFör(beslut.beslutad),
      hinder: medverkat.includes(who.id) ? 'Du har arbetat i ärendet. En kollega granskar.' : undefined,
    };
  };
  const medUppdrag = (
    who: Medarbetare,
    id: string,
    handling: string,
    work: (t: TenantTransaction, uppdrag: Granskningsuppdrag) => Promise<ReturnType<typeof granskaBeslut>>,
  ) =>
    as(who, async (t) => {
      if (!mayHandle(who) || !isUuid(id)) return nekad();
      const uppdrag = await t.automatik.findGranskningsuppdrag(id);
      if (!uppdrag || !(await open(t, who, uppdrag.ansökan, handling)))
        return refuse('finns-inte', 'Granskningen finns inte, eller så får du inte öppna den.', 'Gå till listan.');
      const result = await work(t, uppdrag);
      if (!result.ok) return result;
      await t.automatik.saveGranskningsuppdrag(result.uppdrag);
      return { ok: true as const };
    });

  const { börjaOm } = delar;
  return {
    övning: börjaOm && {
      börjaOm: async (who) => {
        await as(who, (t) => logga(t, 'ovning.borja-om'));
        await börjaOm();
      },
    },

    automatik: (who) =>
      as(who, async (t) => {
        if (!får(who)) return undefined;
        await logga(t, 'automatik.last');
        const allt = await läsAllt(t);
        const uppdrag = await t.automatik.findAllaGranskningsuppdrag();
        return {
          läge: allt.läge,
          inställningar: allt.automatik,
          styrning: allt.styrning,
          överensstämmelse: allt.överensstämmelse,
          sedan: allt.sedan,
          brister: bristerFörÖvergång(allt.överensstämmelse, allt.styrning),
          väntande: allt.byten.find((b) => b.status === 'vantar'),
          byten: allt.byten,
          ogranskade: uppdrag.filter((u) => !u.resultat).length,
          attÅtgärda: uppdrag.filter((u) => u.resultat?.utfall === 'fel' && !u.åtgärd).length,
        };
      }),

    bytLäge: (who, { till, skäl }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const allt = await läsAllt(t);
        const läge = await övergång(t, allt);
        const av = await t.organisation.getAnvändare(who.id);
        const result = bytLäge(läge, { id: randomUUID(), till, skäl, av, nu: now() });
        await logga(t, `automatik.lage-${till}`, undefined, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        if (!allt.automatik && till !== 'av')
          return refuse('inga-installningar', 'Inställningarna för automatiska beslut saknas.', 'Spara dem först.');
        if (läge.väntande && till !== 'pa')
          await t.automatik.saveLägesbyte({
            ...läge.väntande,
            status: 'avbojt',
            avgjort: { av: { id: av.id, namn: av.namn }, tid: now(), skäl: `Läget ändrades: ${skäl.trim()}` },
          });
        await t.automatik.addLägesbyte(result.byte);
        await genomför(t, allt, result.byte);
        return { ok: true as const };
      }).catch(ändradSamtidigt),

    avgörLäge: (who, { id, svar, skäl }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const allt = await läsAllt(t);
        const byte = allt.byten.find((b) => b.id === id);
        if (!byte) return refuse('finns-inte', 'Förslaget finns inte.', 'Läs om sidan.');
        const av = await t.organisation.getAnvändare(who.id);
        const föreslagare = await t.organisation.getAnvändare(byte.föreslaget.av.id);
        const result =
          svar === 'bekrafta'
            ? bekräftaLäge(byte, await övergång(t, allt), { av, föreslagare, nu: now() })
            : avböjLäge(byte, { av, skäl, nu: now() });
        await logga(t, `automatik.${svar}`, { slag: 'lagesbyte', id }, result.ok ? 'tillaten' : 'nekad');
        if (!result.ok) return result;
        await t.automatik.saveLägesbyte(result.byte);
        await genomför(t, allt, result.byte);
        return { ok: true as const };
      }).catch(ändradSamtidigt),

    skugga: (who) =>
      as(who, async (t) => {
        if (!får(who)) return undefined;
        await logga(t, 'skugglage.last');
        const { fall, sedan } = await läsAllt(t);
        const olika: Skuggrad[] = [];
        for (const f of fall.filter((f) => skuggutslag(f) === 'olika')) {
          const ansökan = await t.ansökningar.get(f.ansökan);
          const skyddad = (await t.personer.findMany(vuxnaI(ansökan))).some((p) => p.skyddad);
          const dold = !mayHandle(who) || (skyddad && !who.roller.includes('skyddade-uppgifter'));
          olika.push({ ...f, utslag: 'olika', skillnad: dold ? [] : skuggskillnad(f), dold });
        }
        const totalt = överensstämmelse(fall);
        return {
          överensstämmelse: totalt,
          perMånad: överensstämmelsePerMånad(fall),
          olika,
          väntar: totalt.vantar,
          stopp: stoppMedUtslag(await t.automatik.findStoppfall(sedan)),
          föreBeslut: överensstämmelse(await t.automatik.findSkuggfall('utvald-for-granskning', undefined)),
        };
      }),

    granskningar: (who) =>
      as(who, async (t) => {
        if (!får(who)) return undefined;
        await logga(t, 'granskningar.last');
        const uppdrag = await t.automatik.findAllaGranskningsuppdrag();
        const idag = dagFör(now());
        const beslut = await t.automatik.räknaBeslut({
          from: flyttaMånad(idag.slice(0, 7), 1 - RÄKNADE_MÅNADER),
          tom: idag.slice(0, 7),
        });
        const rader = async (urval: readonly Granskningsuppdrag[]) => {
          const found = [];
          for (const u of urval) {
            const r = await rad(t, who, u);
            if (r) found.push(r);
          }
          return found;
        };
        const automatik = läsAutomatik(
          ((await t.organisation.findNämnd())?.inställningar as Record<string, unknown> | undefined)?.['automatik'],
        );
        return {
          väntar: await rader(uppdrag.filter((u) => !u.resultat)),
          attÅtgärda: await rader(uppdrag.filter((u) => u.resultat?.utfall === 'fel' && !u.åtgärd)),
          granskade: await rader(
            uppdrag
              .filter((u) => u.resultat && (u.resultat.utfall === 'ratt' || u.åtgärd))
              .toReversed()
              .slice(0, 50),
          ),
          perMånad: beslut.map(({ månad, automatiska }) => {
            const dragna = uppdrag.filter((u) => dagFör(u.draget).startsWith(månad));
            return {
              månad,
              automatiska,
              dragna: dragna.length,
              granskade: dragna.filter((u) => u.resultat).length,
              fel: dragna.filter((u) => u.resultat?.utfall === 'fel').length,
            };
          }),
          procent: automatik.ok ? automatik.automatik.granskning.procent : undefined,
        };
      }),

    granska: (who, id, val) =>
      medUppdrag(who, id, 'granskning.resultat', async (t, uppdrag) =>
        granskaBeslut(uppdrag, {
          ...val,
          av: { id: who.id, namn: who.namn },
          medverkat: await medverkande(t, uppdrag.ansökan),
          nu: now(),
        }),
      ),

    åtgärda: (who, id, text) =>
      medUppdrag(who, id, 'granskning.atgard', async (_, uppdrag) =>
        åtgärdaGranskning(uppdrag, { text, av: { id: who.id, namn: who.namn }, nu: now() }),
      ),

    räknare: (who) =>
      as(who, async (t) => {
        if (!får(who)) return undefined;
        await logga(t, 'raknare.last');
        const tom = dagFör(now()).slice(0, 7);
        const månader = Array.from({ length: RÄKNADE_MÅNADER }, (_, i) => flyttaMånad(tom, i + 1 - RÄKNADE_MÅNADER));
        const period = { from: månader[0]!, tom };
        const stopp = Map.groupBy(await t.utredningar.räknaStopp(period), (s) => s.kod);
        return {
          månader,
          stopp: [...stopp]
            .map(([kod, rader]) => ({
              kod,
              perMånad: Object.fromEntries(rader.map(({ månad, antal, okänt }) => [månad, { antal, okänt }])),
              antal: rader.reduce((sum, r) => sum + r.antal, 0),
              okänt: rader.reduce((sum, r) => sum + r.okänt, 0),
            }))
            .sort((a, b) => b.antal - a.antal),
          beslut: await t.automatik.räknaBeslut(period),
          väntar: await t.automatik.räknaVäntande(),
        };
      }),

    rapporteraProblem: (who, val) =>
      as(who, async (t) => {
        const result = rapporteraProblem({ ...val, id: randomUUID(), version: VERSION, nu: now() });
        if (result.ok) await t.automatik.addProblemrapport(result.rapport);
        return result;
      }),

    problemrapporter: (who) =>
      as(who, async (t) => {
        if (!who.roller.includes('administrator')) return undefined;
        await logga(t, 'problemrapporter.last');
        return t.automatik.findProblemrapporter();
      }),
  };
}

/** Who has prepared something that an automatic decision rests on: responsible, wrote it in, set the frame, settled a row. */
export async function medverkande(t: TenantTransaction, ansökanId: string): Promise<string[]> {
  const ansökan = await t.ansökningar.get(ansökanId);
  const ärende = await t.ärenden.get(ansökan.ärende);
  const registrering = await t.handläggning.findRegistrering(ansökanId);
  const ram = (await t.ramar.findForÄrende(ärende.id)).at(-1);
  const justeringar = await t.utredningar.findJusteringar(ansökanId);
  return [ärende.handläggare, registrering?.av.id, ram?.av.id, ...justeringar.map((j) => j.av.id)].filter(
    (id) => id !== undefined,
  );
}

function ändradSamtidigt(error: unknown) {
  if (!(error instanceof VersionConflict || error instanceof Duplicate)) throw error;
  return refuse('andrat-samtidigt', 'Någon annan ändrade läget samtidigt.', 'Läs om sidan.');
}
