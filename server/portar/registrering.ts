import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Ansökan,
  type Ansökansstatus,
  type Refused as Avslagen,
  begärKomplettering,
  flyttaMånad,
  fyllISvar,
  gällerMånaden,
  nästaStatus,
  refuse,
  registreraÅt,
  saknadeSvar,
  signeraPåPapper,
  startaAnsökan,
  svarstid,
  vuxnaI,
  återkalla,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Medarbetare, Registreringsport } from '@stegvis/workbench';
import { ansökningsregler } from '../trad/ansokningsregler.ts';
import { beräknaOchSpara } from '../trad/berakna-och-besluta.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { findOrOpenÄrende } from './medborgare.ts';
import { isUuid } from './medborgarkit.ts';

/** While it is written in, waits for a signature, or lacks answers. */
const ÖPPNA: readonly Ansökansstatus[] = ['utkast', 'inskickad', 'inkommen', 'utreds'];

/** Days to answer what the paper lacked. */
const DAGAR_ATT_KOMPLETTERA = 14;

/** Applications that staff write in for somebody: on paper, at the counter, by telephone. */
export function registreringsport(kit: Handläggarkit): Registreringsport {
  const { now, as, audit, mayHandle, delar } = kit;

  /** A draft of another channel than the web, or one that waits for a signature, if this reader may open it. */
  const öppna = async (t: TenantTransaction, who: Medarbetare, id: string, handling: string) => {
    const ansökan = isUuid(id) ? await t.ansökningar.find(id) : undefined;
    if (!ansökan || ansökan.kanal === 'webb') return undefined;
    const personer = await t.personer.findMany(vuxnaI(ansökan));
    const allowed = mayHandle(who) && fårÖppna(who, personer);
    await audit(t, handling, ansökan, allowed ? 'tillaten' : 'nekad');
    return allowed ? ansökan : undefined;
  };
  const saknas = () =>
    refuse('finns-inte', 'Registreringen finns inte, eller så får du inte öppna den.', 'Gå till kön.');

  /** Everything or nothing: a refusal half-way leaves no person, case or draft behind. */
  const heltEllerInte = async <T extends object>(
    who: Medarbetare,
    work: (t: TenantTransaction) => Promise<ActResult<T>>,
  ): Promise<ActResult<T>> =>
    as(who, async (t) => {
      const result = await work(t);
      if (!result.ok) throw new Avbruten(result);
      return result;
    }).catch((error: unknown) => {
      if (error instanceof Avbruten) return error.result;
      if (!(error instanceof VersionConflict)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Någon annan har ändrat i registreringen sedan du öppnade den.',
        'Det du skrev finns kvar i formuläret. Läs om sidan i ett nytt fönster och jämför.',
      );
    });

  return {
    börjaRegistrera: (who, val) =>
      heltEllerInte(who, async (t): Promise<ActResult<{ ansökan: string }>> => {
        if (!mayHandle(who)) return refuse('inte-behorig', 'Du handlägger inte ansökningar.', 'Be en handläggare.');
        const sökande = await findOrAdd(t, val.personnummer, val.namn, now());
        const medsökande =
          val.medsökande === undefined ? undefined : await findOrAdd(t, val.medsökande, undefined, now());
        if (medsökande?.id === sökande.id)
          return refuse('samma-person', 'De två vuxna är samma person.', 'Skriv den andra vuxnas personnummer.', [
            { fält: 'medsokande', text: 'Skriv den andra vuxnas personnummer. Det här är den sökandes.' },
          ]);
        if (!fårÖppna(who, medsökande ? [sökande, medsökande] : [sökande]))
          return refuse(
            'till-annan-handlaggare',
            'Du kan inte registrera den här ansökan.',
            'Lämna pappret till enhetschefen i dag, i ett slutet kuvert.',
          );
        const egna = (await t.ansökningar.findForPerson(sökande.id)).filter(gällerMånaden);
        const utkast = egna.find(
          (a) => a.status === 'utkast' && a.sökande === sökande.id && a.månad === val.månad && a.kanal === 'webb',
        );
        if (utkast && val.ersättUtkast) {
          const borta = återkalla(utkast, { person: sökande.id, nu: now() });
          if (!borta.ok) return borta;
          await t.ansökningar.save(borta.ansökan);
          await t.händelser.add(borta.events);
        } else if (utkast)
          return refuse(
            'utkast-finns',
            'Personen har börjat på en ansökan för månaden på webben.',
            'Kryssa i att pappret ersätter den, eller hjälp personen att skicka in den.',
            [{ fält: 'ersatt-utkast', text: 'Det finns ett påbörjat utkast på webben. Välj om pappret ersätter det.' }],
          );
        const tidigast = flyttaMånad(val.månad, -(await ansökningsregler(t)).återansökanInom);
        const föregående = egna.find(
          (a) => (a.status === 'beslutad' || a.status === 'avslutad') && a.månad >= tidigast && a.månad < val.månad,
        );
        const ärende = await findOrOpenÄrende(t, sökande.id, medsökande?.id, now());
        const påbörjad = (await t.ansökningar.findForÄrende(ärende.id)).find(
          (a) => a.status === 'utkast' && a.månad === val.månad && a.kanal !== 'webb' && a.sökande === sökande.id,
        );
        if (påbörjad) return { ok: true, ansökan: påbörjad.id };
        const started = startaAnsökan({
          id: randomUUID(),
          ärende,
          person: sökande.id,
          slag: val.slag ?? (föregående ? 'ateransokan' : 'nyansokan'),
          månad: val.månad,
          kanal: val.kanal,
          historik: { ansökningar: [] },
          föregående,
          nu: val.mottagen,
        });
        if (!started.ok) return started;
        if (val.mottagen > now())
          return refuse('i-framtiden', 'Tiden har inte varit än.', 'Skriv när ansökan kom in.', [
            { fält: 'mottagen', text: 'Skriv dagen och klockslaget då ansökan kom in. Det kan inte vara i framtiden.' },
          ]);
        const ansökan: Ansökan = { ...started.ansökan, skapad: now(), ändrad: now() };
        await t.ansökningar.add(ansökan);
        await t.handläggning.addRegistrering({
          ansökan: ansökan.id,
          mottagen: val.mottagen,
          av: { id: who.id, namn: who.namn },
          skapad: now(),
        });
        await audit(t, 'registrering.paborjad', ansökan);
        return { ok: true, ansökan: ansökan.id };
      }),

    registrering: (who, id) =>
      as(who, async (t) => {
        const ansökan = await öppna(t, who, id, 'registrering.oppnad');
        const registrering = ansökan && (await t.handläggning.findRegistrering(id));
        if (!ansökan || !registrering || !ÖPPNA.includes(ansökan.status)) return undefined;
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        return {
          ansökan,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          vuxna: vuxnaI(ansökan)
            .flatMap((vuxen) => personer.filter((p) => p.id === vuxen))
            .map((p) => ({ id: p.id, namn: `${p.förnamn} ${p.efternamn}`.trim(), personnummer: p.personnummer })),
          mottagen: registrering.mottagen,
          registreradAv: registrering.av.namn,
        };
      }),

    sparaRegistrering: (who, id, val) =>
      heltEllerInte(who, async (t): Promise<ActResult<object>> => {
        const ansökan = await öppna(t, who, id, 'registrering.sparad');
        if (!ansökan) return saknas();
        if (nästaStatus(ansökan.status, 'svar-sparat') === undefined)
          return refuse('redan-registrerad', 'Ansökan är redan registrerad.', 'Öppna den i kön.');
        if (ansökan.version !== val.baseradPå) throw new VersionConflict('ansokan', id);
        await t.ansökningar.save({
          ...ansökan,
          uppgifter: val.uppgifter,
          ändrad: now(),
          version: ansökan.version + 1,
        });
        return { ok: true };
      }),

    registrera: (who, id, val) =>
      heltEllerInte(who, async (t) => {
        const utkast = await öppna(t, who, id, 'ansokan.registrerad');
        const registrering = utkast && (await t.handläggning.findRegistrering(id));
        if (!utkast || !registrering) return saknas();
        if (utkast.version !== val.baseradPå && utkast.status === 'utkast') throw new VersionConflict('ansokan', id);
        const result = registreraÅt(utkast, {
          uppgifter: val.uppgifter,
          underskrivetAv: val.underskrivetAv,
          mottagen: registrering.mottagen,
          av: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (!result.ok) return result;
        await t.ansökningar.save(result.ansökan);
        await t.händelser.add(result.events);
        const inkommen = await kommitIn(t, who, result.ansökan);
        return { ok: true as const, inkommen, saknas: result.saknas };
      }),

    fyllI: (who, id, val) =>
      heltEllerInte(who, async (t): Promise<ActResult<object>> => {
        const ansökan = await öppna(t, who, id, 'registrering.ifylld');
        if (!ansökan) return saknas();
        if (ansökan.version !== val.baseradPå) throw new VersionConflict('ansokan', id);
        const result = fyllISvar(ansökan, { ...val, av: { id: who.id, namn: who.namn }, nu: now() });
        if (!result.ok) return result;
        await t.ansökningar.save(result.ansökan);
        await t.händelser.add(result.events);
        if (result.ansökan.status === 'utreds') await beräknaOchSpara(t, id, now());
        return { ok: true };
      }),

    registreraUnderskrift: (who, id, val) =>
      heltEllerInte(who, async (t): Promise<ActResult<object>> => {
        const ansökan = await öppna(t, who, id, 'underskrift.registrerad');
        if (!ansökan) return saknas();
        const result = signeraPåPapper(ansökan, { personer: [val.person], mottagen: val.mottagen, nu: now() });
        if (!result.ok) return result;
        if (result.events.length === 0)
          return refuse('redan-signerad', 'Personen har redan skrivit under.', 'Läs om sidan.');
        await t.ansökningar.save(result.ansökan);
        await t.händelser.add(result.events);
        await kommitIn(t, who, result.ansökan);
        return { ok: true };
      }),
  };

  /** When all have signed: the registers are asked, and what the paper lacked is asked for. */
  async function kommitIn(t: TenantTransaction, who: Medarbetare, ansökan: Ansökan): Promise<boolean> {
    if (ansökan.inkommen === undefined) return false;
    await delar.jobb.börja(t, ansökan.id);
    const punkter = saknadeSvar(ansökan).slice(0, 10);
    if (punkter.length === 0) return true;
    const [, sist] = svarstid(now());
    const senast = new Date(Date.parse(now()) + DAGAR_ATT_KOMPLETTERA * 86_400_000).toISOString().slice(0, 10);
    const begäran = begärKomplettering(ansökan, {
      id: randomUUID(),
      person: ansökan.sökande,
      punkter: punkter.map(({ text }) => ({ slag: 'svar', text })),
      skäl: 'Det framgår inte av din ansökan, och vi behöver veta det för att kunna räkna.',
      följd: 'Får vi inget svar beslutar vi med de uppgifter som finns.',
      senast: [senast, sist].sort()[0]!,
      av: { id: who.id, namn: who.namn },
      nu: now(),
    });
    if (!begäran.ok) throw new Error(`completion refused: ${begäran.refusal.kod}`);
    await t.kompletteringar.add(begäran.komplettering);
    await t.händelser.add(begäran.events);
    return true;
  }
}

function fårÖppna(who: Medarbetare, personer: readonly { readonly skyddad: boolean }[]): boolean {
  return !personer.some((p) => p.skyddad) || who.roller.includes('skyddade-uppgifter');
}

async function findOrAdd(
  t: TenantTransaction,
  personnummer: string,
  namn: { förnamn: string; efternamn: string } | undefined,
  nu: string,
) {
  const known = await t.personer.findByPersonnummer(personnummer);
  if (known) return known;
  const person = { id: randomUUID(), personnummer, förnamn: '', efternamn: '', ...namn, skyddad: false, skapad: nu };
  await t.personer.add(person);
  return person;
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class Avbruten extends Error {
  readonly result: Avslagen;
  constructor(result: Avslagen) {
    super(result.refusal.kod);
    this.result = result;
  }
}
