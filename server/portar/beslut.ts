import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Ansökan,
  avsettUtfall,
  type Beslut,
  type Beslutanderätt,
  begärÖverflyttning,
  bekräftaBeslut,
  beslutanderätt,
  beslutshändelser,
  dagFör,
  type Egenfras,
  flyttaÄrende,
  fraserFör,
  föreslåPrövat,
  förlängYttrandetid,
  gällande,
  type Kommunicering,
  lämnaTillbakaFörslag,
  lämnaYttrande,
  måsteHöras,
  type Nedsättningsärende,
  nedsättningarFör,
  nedsättningBeslutad,
  nedsättningFöreslagen,
  nedsättningshändelse,
  nedsättningTillbaka,
  nedsättningUnderrättad,
  nedsättningÅtertagen,
  nekaMuntligt,
  type PersonId,
  prövaBeslut,
  prövaSärskilt,
  prövaUtanSak,
  type Registersvar,
  redanBeviljat,
  refuse,
  skickaUnderrättelse,
  taTillbakaFörslag,
  UTFALLSNAMN,
  type Utfall,
  uppgifterEmot,
  vuxnaI,
  YTTRANDETID,
  type Yttrandetid,
  yttrandeläge,
  återtaUnderrättelse,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Beslutsbild, Beslutsport, Beslutsuppgift, Medarbetare } from '@stegvis/workbench';
import { z } from 'zod';
import { noteraAvisering } from '../trad/avisera.ts';
import { avslutaMedAnsökan } from '../trad/avsluta-med-ansokan.ts';
import { beräknaOchSpara } from '../trad/berakna-och-besluta.ts';
import { bestämUnderrättelsebrev, läsBrevPdf } from '../trad/skapa-brev.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** Hearing, decision, a second person and transfer on the database. */
export function beslutsport(kit: Handläggarkit): Beslutsport {
  const { now, as, open, act, delar } = kit;
  const läs = async (t: TenantTransaction, ansökan: Ansökan) => {
    const sparad = await t.utredningar.findSenasteBeräkning(ansökan.id);
    const tidigare = await t.beslut.findAllaForAnsökan(ansökan.id);
    const underrättelser = await t.underrättelser.findForAnsökan(ansökan.id);
    const delegation = await t.organisation.findDelegationspunkter();
    const nedsättningar = nedsättningarFör(await t.nedsättningar.findForAnsökan(ansökan.id), ansökan.id);
    return { sparad, tidigare, underrättelser, delegation, nedsättningar };
  };
  const senaste = async (t: TenantTransaction, id: string) => gällande(await t.underrättelser.findForAnsökan(id));
  const ingenHörs = () =>
    refuse('inget-skickat', 'Den sökande har inte fått något underlag.', 'Skicka underlaget först.');

  return {
    beslutsbild: (who, id) =>
      as(who, async (t): Promise<Beslutsbild | undefined> => {
        const ansökan = await open(t, who, id, 'beslut.oppnat');
        if (!ansökan) return undefined;
        const { sparad, tidigare, underrättelser, delegation, nedsättningar } = await läs(t, ansökan);
        const användare = await t.organisation.getAnvändare(who.id);
        const { nummer } = await t.ärenden.get(ansökan.ärende);
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        const registersvar: Record<PersonId, Registersvar[]> = {};
        for (const { person, svar } of await t.utredningar.findFrågningar(id))
          registersvar[person] = [...(registersvar[person] ?? []), ...svar];
        const beräkning = sparad?.resultat.slag === 'beraknad' ? sparad.resultat.beräkning : undefined;
        const avsett = sparad && avsettUtfall(sparad.resultat, nedsättningar);
        const hörs = gällande(underrättelser);
        const förslag = await t.beslutsförslag.findForAnsökan(id);
        const väntar = förslag.find((f) => f.status === 'vantar');
        const { yttrandetid, fraser } = beslutsinställning((await t.organisation.findNämnd())?.inställningar);
        const rätt = (utfall: Utfall) => {
          const found = beslutanderätt(
            delegation,
            användare,
            { utfall, bestämmelse: '12:1', belopp: avsett?.belopp ?? 0 },
            dagFör(now()),
          );
          return found === undefined
            ? 'inte'
            : found.andraPerson === undefined && nedsättningar.length === 0
              ? 'ensam'
              : 'foresla';
        };
        const emot = sparad ? uppgifterEmot(sparad.utredning, registersvar) : [];
        return {
          ansökan,
          ärendenummer: nummer,
          vuxna: vuxnaI(ansökan).map((v) => {
            const p = personer.find((x) => x.id === v);
            return { id: v, namn: `${p?.förnamn ?? ''} ${p?.efternamn ?? ''}`.trim() || 'Namn saknas' };
          }),
          beräkningId: sparad?.id,
          beräkning,
          hinder: hinder(sparad),
          avsett: sparad && sparad.utredning.luckor.length > 0 ? undefined : avsett,
          måsteHöras: sparad !== undefined && måsteHöras(sparad.resultat, nedsättningar),
          nedsättningar,
          uppgifterEmot: emot,
          rader: [
            ...new Set(
              (sparad?.utredning.jämförelse ?? [])
                .filter((r) => emot.some((u) => u.rad === r.id))
                .flatMap((r) => [r.grupp, r.typ]),
            ),
          ],
          beslut: tidigare,
          redan: redanBeviljat(tidigare, ansökan.månad),
          hörs: hörs && { ...hörs, läge: yttrandeläge(hörs, now()) },
          tidigareUnderrättelser: underrättelser.filter((u) => u !== hörs),
          yttrandetid,
          förslag,
          fårBekräfta:
            väntar !== undefined && väntar.föreslagenAv.id !== who.id && användare.roller.includes(väntar.roll),
          rätt: Object.fromEntries(
            (Object.keys(UTFALLSNAMN) as Utfall[]).map((u) => [u, rätt(u)]),
          ) as unknown as Beslutsbild['rätt'],
          fraser: fraserFör(fraser),
          överflyttningar: await t.överflyttningar.findForÄrende(ansökan.ärende),
        };
      }),

    fattaBeslut: (who, id, uppgift) =>
      act(who, id, 'beslut.fattat', async (t, ansökan) => {
        if (ansökan.version !== uppgift.baseradPå) throw new VersionConflict('ansokan', id);
        const prövat = await pröva(t, kit, who, ansökan, uppgift);
        if (!prövat.ok) return prövat;
        if (prövat.rätt.andraPerson === undefined) {
          await t.ansökningar.save(prövat.ansökan);
          await spara(t, kit, prövat.ansökan, prövat.beslut);
          return { ok: true, gjort: 'beslutat' };
        }
        const föreslaget = föreslåPrövat(ansökan, prövat, await t.beslutsförslag.findForAnsökan(id), {
          förslagsId: randomUUID(),
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!föreslaget.ok) return föreslaget;
        await t.beslutsförslag.add(föreslaget.förslag);
        await följ(t, föreslaget.förslag.beslut, nedsättningFöreslagen);
        await t.händelser.add(föreslaget.events);
        return { ok: true, gjort: 'foreslaget' };
      }),

    avgörFörslag: (who, id, förslagsId, val) =>
      act(who, id, `forslag.${val.slag}`, async (t, ansökan) => {
        const förslag = isUuid(förslagsId) ? await t.beslutsförslag.find(förslagsId) : undefined;
        if (!förslag || förslag.ansökan !== id) return refuse('finns-inte', 'Förslaget finns inte.', 'Läs om sidan.');
        const av = await t.organisation.getAnvändare(who.id);
        if (val.slag === 'bekrafta') {
          const { sparad, tidigare } = await läs(t, ansökan);
          const result = bekräftaBeslut(
            { ansökan, beräkningId: sparad?.id ?? '', förslag, tidigare },
            { av, nu: now() },
          );
          if (!result.ok) return result;
          await t.beslutsförslag.save(result.förslag);
          await t.ansökningar.save(result.ansökan);
          await spara(t, kit, result.ansökan, result.beslut);
          return { ok: true };
        }
        const result =
          val.slag === 'ta-tillbaka'
            ? taTillbakaFörslag(förslag, { av, nu: now() })
            : lämnaTillbakaFörslag(förslag, { av, skäl: val.skäl, nu: now() });
        if (!result.ok) return result;
        await t.beslutsförslag.save(result.förslag);
        await följ(t, förslag.beslut, nedsättningTillbaka);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    skickaUnderrättelse: (who, id, val) =>
      act(who, id, 'underrattelse.skickad', async (t, ansökan) => {
        const { sparad, underrättelser, nedsättningar } = await läs(t, ansökan);
        if (!sparad) return refuse('inte-beraknad', 'Ansökan är inte beräknad än.', 'Vänta på svar från registren.');
        const { yttrandetid } = beslutsinställning((await t.organisation.findNämnd())?.inställningar);
        const registersvar: Record<PersonId, Registersvar[]> = {};
        for (const { person, svar } of await t.utredningar.findFrågningar(id))
          registersvar[person] = [...(registersvar[person] ?? []), ...svar];
        const result = skickaUnderrättelse(
          {
            ansökan,
            beräkning: sparad.resultat,
            beräkningId: sparad.id,
            luckor: sparad.utredning.luckor.length,
            underrättelser,
            nedsättningar,
          },
          {
            id: randomUUID(),
            ...(val.utfall === undefined ? {} : { avsett: { utfall: val.utfall, belopp: 0 } }),
            skäl: val.skäl,
            uppgifter: uppgifterEmot(sparad.utredning, registersvar).map((u) => {
              const dold = val.dolda.find((d) => d.rad === u.rad && d.skäl.trim() !== '');
              return dold ? { ...u, döljsFör: { person: dold.för, skäl: dold.skäl.trim() } } : u;
            }),
            svarSenast: val.svarSenast,
            tid: yttrandetid,
            av: who,
            nu: now(),
          },
        );
        if (!result.ok) return result;
        await t.underrättelser.add(result.underrättelse);
        if (val.utfall === undefined)
          for (const ärende of nedsättningar)
            await t.nedsättningar.save(nedsättningUnderrättad(ärende, result.underrättelse.id));
        await t.händelser.add(result.events);
        await bestämUnderrättelsebrev(t, {
          kommun: delar.kommun,
          underrättelse: result.underrättelse,
        });
        for (const person of result.underrättelse.mottagare) await noteraAvisering(t, person, now());
        return { ok: true };
      }),

    taUppYttrande: (who, id, val) =>
      act(who, id, 'yttrande.upptaget', async (t, ansökan) => {
        const hörs = await senaste(t, id);
        if (!hörs) return ingenHörs();
        const result = lämnaYttrande(hörs, ansökan, {
          id: randomUUID(),
          person: val.person,
          slag: val.slag,
          text: val.text,
          villTalaInförNämnden: val.villTala,
          upptagetAv: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (!result.ok) return result;
        await t.underrättelser.addYttrande(result.yttrande);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    ändraUnderrättelse: (who, id, val) =>
      act(who, id, `underrattelse.${val.slag}`, async (t, ansökan) => {
        const hörs = await senaste(t, id);
        if (!hörs) return ingenHörs();
        const { yttrandetid } = beslutsinställning((await t.organisation.findNämnd())?.inställningar);
        const input = { skäl: val.skäl, av: who, nu: now() };
        const result =
          val.slag === 'forlang'
            ? förlängYttrandetid(hörs.underrättelse, { ...input, till: val.till, tid: yttrandetid })
            : val.slag === 'aterta'
              ? återtaUnderrättelse(hörs.underrättelse, input)
              : nekaMuntligt(hörs.underrättelse, input);
        if (!result.ok) return result;
        await t.underrättelser.save(result.underrättelse);
        if (val.slag === 'aterta')
          for (const ärende of await t.nedsättningar.findForAnsökan(ansökan.id))
            if (ärende.status === 'hors' && ärende.underrättelse === result.underrättelse.id)
              await t.nedsättningar.save(nedsättningÅtertagen(ärende));
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    begärÖverflyttning: (who, id, val) =>
      act(who, id, 'overflyttning.begard', async (t, ansökan) => {
        const result = begärÖverflyttning(await t.överflyttningar.findForÄrende(ansökan.ärende), {
          ...val,
          id: randomUUID(),
          ärende: ansökan.ärende,
          av: { id: who.id, namn: who.namn },
          tid: now(),
        });
        if (!result.ok) return result;
        await t.överflyttningar.add(result.överflyttning);
        return { ok: true };
      }),

    flyttaÄrende: (who, id, steg) =>
      act(who, id, `overflyttning.${steg.steg}`, async (t, ansökan) => {
        const [pågår] = await t.överflyttningar.findForÄrende(ansökan.ärende);
        if (!pågår) return refuse('ingen-overflyttning', 'Ingen överflyttning pågår.', 'Begär en först.');
        const result = flyttaÄrende(pågår, steg);
        if (!result.ok) return result;
        await t.överflyttningar.save(result.överflyttning);
        if (steg.steg === 'overtagen' && result.överflyttning.riktning === 'till-annan')
          for (const a of await t.ansökningar.findForÄrende(ansökan.ärende))
            await avslutaMedAnsökan(t, a.id, {
              slut: 'arende-overflyttat',
              av: { id: who.id, namn: who.namn },
              nu: now(),
            });
        return { ok: true };
      }),

    noteraVerkställighet: (who, id, val) =>
      act(who, id, `verkstallighet.${val.slag}`, async (t) => {
        const beslut = (await t.beslut.findAllaForAnsökan(id)).find((b) => b.id === val.beslut);
        if (!beslut) return refuse('finns-inte', 'Beslutet finns inte.', 'Läs om sidan.');
        if (
          !/^\d{4}-\d{2}-\d{2}$/.test(val.dag) ||
          Number.isNaN(Date.parse(val.dag)) ||
          val.dag < dagFör(beslut.beslutad)
        )
          return refuse('fel-dag', 'Dagen går inte att använda.', 'Skriv en dag från och med beslutsdagen.', [
            { fält: 'verkstalldDag', text: 'Skriv en dag från och med beslutsdagen, ÅÅÅÅ-MM-DD.' },
          ]);
        await t.verkställighet.add({ ...val, anteckning: val.anteckning.trim(), tid: now() });
        return { ok: true };
      }),

    beslutsbrev: (who, id, beslut) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'brev.last');
        if (!ansökan || !isUuid(beslut)) return undefined;
        const brev = (await t.brev.findForBeslut(beslut)).find(
          (b) => b.ansökan === id && b.mottagare === ansökan.sökande,
        );
        return brev && läsBrevPdf(t, brev.id);
      }),

    underrättelsebrev: (who, id, person) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'brev.last');
        const hörs = ansökan && (await senaste(t, id));
        const brev = hörs && (await t.brev.findForUnderrättelse(hörs.underrättelse.id));
        const found = brev?.find((b) => b.mottagare === person);
        return found && läsBrevPdf(t, found.id);
      }),
  };
}

type Prövat = ActResult<{ ansökan: Ansökan; beslut: Beslut; rätt: Beslutanderätt }>;

async function pröva(
  t: TenantTransaction,
  { now }: Handläggarkit,
  who: Medarbetare,
  ansökan: Ansökan,
  uppgift: Beslutsuppgift,
): Promise<Prövat> {
  let sparad = await t.utredningar.findSenasteBeräkning(ansökan.id);
  if (!sparad) {
    if (uppgift.slag === 'ordinarie')
      return refuse('inte-beraknad', 'Ansökan är inte beräknad än.', 'Vänta på svar från registren.');
    const { beräkningId } = await beräknaOchSpara(t, ansökan.id, now());
    sparad = await t.utredningar.getBeräkning(beräkningId);
  }
  const kommunicering: Kommunicering | undefined =
    uppgift.obehövlig.trim() === '' ? undefined : { slag: 'uppenbart-obehovlig', skäl: uppgift.obehövlig };
  const delat = {
    id: randomUUID(),
    av: await t.organisation.getAnvändare(who.id),
    motivering: uppgift.motivering,
    barnperspektiv: uppgift.barnperspektiv,
    återkrav: uppgift.återkrav,
    kommunicering,
    nu: now(),
  };
  const läge = {
    ansökan,
    beräkningId: sparad.id,
    delegation: await t.organisation.findDelegationspunkter(),
    tidigare: await t.beslut.findAllaForAnsökan(ansökan.id),
    underrättelser: await t.underrättelser.findForAnsökan(ansökan.id),
    nedsättningar: nedsättningarFör(await t.nedsättningar.findForAnsökan(ansökan.id), ansökan.id),
  };
  if (uppgift.slag === 'ordinarie')
    return prövaBeslut(
      { ...läge, utredning: sparad.utredning, beräkning: sparad.resultat },
      { ...delat, sett: uppgift.sett, del: uppgift.del },
    );
  return uppgift.slag === 'sarskilt'
    ? prövaSärskilt(läge, {
        ...delat,
        slag: uppgift.särskilt,
        utfall: uppgift.utfall,
        belopp: uppgift.belopp,
        ändamål: uppgift.ändamål,
        överenskommelse: uppgift.överenskommelse,
        avgör: uppgift.avgör,
      })
    : prövaUtanSak(läge, { ...delat, utfall: uppgift.utfall });
}

/** Lets the matters of refusal or reduction in a decision follow it. */
async function följ(
  t: TenantTransaction,
  beslut: Beslut,
  steg: (ärende: Nedsättningsärende, beslut: Beslut) => Nedsättningsärende,
): Promise<void> {
  for (const { id } of beslut.form?.nedsättningar ?? []) {
    const ärende = await t.nedsättningar.find(id);
    if (ärende) await t.nedsättningar.save(steg(ärende, beslut));
  }
}

async function spara(t: TenantTransaction, { delar }: Handläggarkit, ansökan: Ansökan, beslut: Beslut): Promise<void> {
  await t.beslut.add(beslut);
  await följ(t, beslut, nedsättningBeslutad);
  for (const { id, person } of beslut.form?.nedsättningar ?? [])
    await t.personhändelser.add([
      nedsättningshändelse(
        { id, person },
        {
          hände: 'beslutat',
          beslut,
          id: randomUUID(),
          tid: beslut.beslutad,
          av: beslut.beslutsfattare.slag === 'handlaggare' ? beslut.beslutsfattare.namn : undefined,
        },
      ),
    ]);
  if (ansökan.status === 'beslutad') {
    const { beslutsfattare: av, utfall } = beslut;
    await avslutaMedAnsökan(t, ansökan.id, {
      slut:
        utfall === 'avvisning' ? 'ansokan-avvisad' : utfall === 'avskrivning' ? 'ansokan-avskriven' : 'ansokan-avgjord',
      av: av.slag === 'handlaggare' ? { id: av.id, namn: av.namn } : undefined,
      nu: beslut.beslutad,
    });
  }
  await t.händelser.add(beslutshändelser(beslut));
  await delar.jobb.efterBeslut(t, ansökan, beslut);
}

function hinder(sparad: Awaited<ReturnType<TenantTransaction['utredningar']['findSenasteBeräkning']>>) {
  if (!sparad) return 'Vi väntar på svar från registren.';
  if (sparad.resultat.slag === 'ej-i-kraft') return sparad.resultat.text;
  if (sparad.resultat.slag === 'felaktigt-underlag')
    return sparad.resultat.fel.map((f) => `${f.plats}: ${f.text}`).join(' ');
  if (sparad.utredning.luckor.length > 0) return `${sparad.utredning.luckor.map((r) => r.benämning).join(', ')}.`;
  return sparad.resultat.beräkning.bistand === null ? 'Något i beräkningen måste bedömas först.' : undefined;
}

const schema = z.object({
  beslut: z
    .object({
      yttrandetid: z
        .object({
          standard: z.int().min(1).max(90),
          minst: z.int().min(1).max(90),
          hogst: z.int().min(1).max(90),
        })
        .optional(),
      fraser: z.array(z.object({ id: z.string(), text: z.string().min(1) }).passthrough()).optional(),
    })
    .optional(),
});

/** The municipality's own time to answer and wording of phrases, from the board's settings. */
export function beslutsinställning(inställningar: unknown): { yttrandetid: Yttrandetid; fraser: Egenfras[] } {
  const { beslut } = schema.parse(inställningar ?? {});
  const tid = beslut?.yttrandetid;
  return {
    yttrandetid: tid ? { standard: tid.standard, minst: tid.minst, högst: tid.hogst } : YTTRANDETID,
    fraser: (beslut?.fraser ?? []) as Egenfras[],
  };
}
