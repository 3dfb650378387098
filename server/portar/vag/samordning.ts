import { randomUUID } from 'node:crypto';
import type { MinSamordning, MinSamordningsport } from '@stegvis/apply';
import {
  type ActResult,
  avslutaSip,
  besvaraAnmälan,
  dagFör,
  följErsättning,
  geSamtycke,
  gjordSipåtgärd,
  gällandePlan,
  hindretDen,
  läggTillSipdeltagare,
  läggTillSipåtgärd,
  läsStegtrappa,
  noteraHinder,
  noteraSteg,
  type Person,
  type Personhändelse,
  passIOrd,
  refuse,
  type Samtycke,
  type Sip,
  skickaAfUppgiftIgen,
  skrivSipmöte,
  startaSip,
  stegaktiviteter,
  steglinje,
  svaraAf,
  type Tidpunkt,
  vuxnaI,
  återkallaSamtycke,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import { ANDRA_ERSÄTTNINGAR, type Ersättningsunderlag, föreslåErsättningar } from '@stegvis/rules';
import type { Medarbetare, Samordningsport, Stegport } from '@stegvis/workbench';
import { anmäldHosArbetsförmedlingen } from '../../trad/underratta-arbetsformedlingen.ts';
import type { Medborgarkit } from '../medborgarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';

/** Steps on the functional ladder, on the database. */
export function stegport({ läs, göra, now }: Personkit): Stegport {
  return {
    stegbild: (who, person) =>
      läs(who, person, 'steg.last', async (t) => ({
        ...(await stegläge(t, person, now())),
        positioner: await t.steg.findForPersoner([person]),
      })),
    noteraSteg: (who, person, input) =>
      göra(who, person, 'steg.noterat', async (t) => {
        const trappa = läsStegtrappa((await t.organisation.findNämnd())?.inställningar);
        const result = noteraSteg({ ...input, ...grund(who, now()), id: randomUUID(), person, trappa });
        if (!result.ok) return result;
        await t.steg.add(result.position);
        await t.personhändelser.add(result.events);
        return result;
      }),
  };
}

/** Coordination around a person, on the database. */
export function samordningsport({ as, open, läs, göra, now }: Personkit): Samordningsport {
  const medSip = (
    who: Medarbetare,
    person: string,
    id: string,
    act: (sip: Sip, samtycken: readonly Samtycke[]) => ActResult<{ sip: Sip; events: Personhändelse[] }>,
  ) =>
    göra(who, person, 'sip.andrad', async (t) => {
      const sip = isUuid(id) ? await t.sip.find(id) : undefined;
      if (sip?.person !== person) return refuse('finns-inte', 'Planen finns inte.', 'Läs om sidan.');
      const result = act(sip, await t.samtycken.findForPersoner([person]));
      if (!result.ok) return result;
      await t.sip.save(result.sip);
      await t.personhändelser.add(result.events);
      return result;
    });
  return {
    samordningsbild: (who, id) =>
      läs(who, id, 'samordning.last', async (t, person) => {
        const [hinder, afUppgifter, anvisningar] = await Promise.all([
          t.försörjningshinder.findForPersoner([id]),
          t.afUppgifter.findForPersoner([id]),
          t.anvisningar.findForPersoner([id]),
        ]);
        const insatser = await t.insatser.findAlla();
        return {
          ...(await samordningsläge(t, person, now())),
          hinder,
          afUppgifter,
          plan: gällandePlan(await t.planer.findForPersoner([id]))?.nummer,
          anvisade: anvisningar
            .filter((a) => (a.grund === '12:4a' || a.grund === '12:4d') && a.status !== 'nekad')
            .map((a) => {
              const tider = a.pass.map(passIOrd).join(', ');
              const namn = insatser.find((i) => i.id === a.insats)?.namn ?? 'Aktivitet';
              return `${namn}, ${a.från} till ${a.till}${tider === '' ? '' : ` (${tider})`}`;
            })
            .join('\n'),
        };
      }),
    ansökansHinder: (who, id) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'forsorjningshinder.last');
        if (!ansökan) return [];
        const vuxna = await t.personer.findMany(vuxnaI(ansökan));
        const alla = await t.försörjningshinder.findForPersoner(vuxna.map((person) => person.id));
        return vuxna.map((person) => {
          const hinder = alla.filter((h) => h.person === person.id);
          return {
            person: person.id,
            namn: `${person.förnamn} ${person.efternamn}`.trim(),
            nu: hindretDen(hinder, dagFör(now())),
            bedömtHär: hinder.some((h) => h.ansökan === id),
          };
        });
      }),
    noteraHinder: (who, person, input) =>
      göra(who, person, 'forsorjningshinder.noterat', async (t) => {
        const ansökan = (await t.ansökningar.findForPerson(person)).find(({ status }) => status !== 'utkast')?.id;
        const result = noteraHinder({ ...input, ...grund(who, now()), id: randomUUID(), person, ansökan });
        if (!result.ok) return result;
        await t.försörjningshinder.add(result.hinder);
        await t.personhändelser.add(result.events);
        return result;
      }),
    följErsättning: (who, person, input) =>
      göra(who, person, 'ersattning.foljd', async (t) => {
        const känd = Object.entries(ANDRA_ERSÄTTNINGAR).find(([id]) => id === input.ersättning);
        if (!känd) return refuse('finns-inte', 'Ersättningen finns inte.', 'Välj en i listan.');
        const nuvarande = (await t.ersättningar.findForPersoner([person])).find((e) => e.ersättning === känd[0]);
        const result = följErsättning(nuvarande, {
          ...input,
          ...grund(who, now()),
          id: randomUUID(),
          person,
          ersättning: { id: känd[0], namn: känd[1].namn },
        });
        if (!result.ok) return result;
        await (nuvarande ? t.ersättningar.save(result.ärende) : t.ersättningar.add(result.ärende));
        await t.personhändelser.add(result.events);
        return result;
      }),
    geSamtycke: (who, person, input) =>
      göra(who, person, 'samtycke.givet', async (t) => {
        const result = geSamtycke({
          ...input,
          id: randomUUID(),
          händelse: randomUUID(),
          person,
          av: who.namn,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.samtycken.add(result.samtycke);
        await t.personhändelser.add(result.events);
        return result;
      }),
    återkallaSamtycke: (who, person, id) =>
      göra(who, person, 'samtycke.aterkallat', (t) => återkalla(t, person, id, who.namn, false, now())),
    startaSip: (who, person, input) =>
      göra(who, person, 'sip.startad', async (t) => {
        const result = startaSip(
          { samtycken: await t.samtycken.findForPersoner([person]), sip: await t.sip.findForPersoner([person]) },
          { ...input, ...grund(who, now()), id: randomUUID(), person },
        );
        if (!result.ok) return result;
        await t.sip.add(result.sip);
        await t.personhändelser.add(result.events);
        return result;
      }),
    läggTillSipdeltagare: (who, person, id, input) =>
      medSip(who, person, id, (sip, samtycken) =>
        läggTillSipdeltagare(sip, samtycken, { ...input, ...grund(who, now()) }),
      ),
    skrivSipmöte: (who, person, id, input) =>
      medSip(who, person, id, (sip, samtycken) =>
        skrivSipmöte(sip, samtycken, { ...input, ...grund(who, now()), id: randomUUID() }),
      ),
    läggTillSipåtgärd: (who, person, id, input) =>
      medSip(who, person, id, (sip, samtycken) =>
        läggTillSipåtgärd(sip, samtycken, { ...input, ...grund(who, now()), id: randomUUID() }),
      ),
    gjordSipåtgärd: (who, person, id, åtgärd) =>
      medSip(who, person, id, (sip) => gjordSipåtgärd(sip, { ...grund(who, now()), åtgärd })),
    avslutaSip: (who, person, id, skäl) =>
      medSip(who, person, id, (sip) => avslutaSip(sip, { ...grund(who, now()), skäl })),
    besvaraAnmälan: (who, person, id, input) =>
      göra(who, person, 'af.anmalan-utredd', async (t) => {
        const uppgift = isUuid(id) ? await t.afUppgifter.find(id) : undefined;
        if (uppgift?.person !== person) return refuse('finns-inte', 'Uppgiften finns inte.', 'Läs om sidan.');
        const result = besvaraAnmälan(uppgift, { ...input, ...grund(who, now()) });
        if (!result.ok) return result;
        await t.afUppgifter.save(result.uppgift);
        await t.personhändelser.add(result.events);
        return result;
      }),
    skickaAfUppgiftIgen: (who, person, id) =>
      göra(who, person, 'af.skickas-igen', async (t) => {
        const uppgift = isUuid(id) ? await t.afUppgifter.find(id) : undefined;
        if (uppgift?.person !== person) return refuse('finns-inte', 'Uppgiften finns inte.', 'Läs om sidan.');
        const result = skickaAfUppgiftIgen(uppgift, grund(who, now()));
        if (!result.ok) return result;
        await t.afUppgifter.save(result.uppgift);
        await t.personhändelser.add(result.events);
        return result;
      }),
    svaraAf: (who, person, input) =>
      göra(who, person, 'af.besvarad', async (t) => {
        const result = svaraAf({ ...input, ...grund(who, now()), id: randomUUID(), person });
        if (!result.ok) return result;
        await t.afSvar.add(result.svar);
        await t.personhändelser.add(result.events);
        return result;
      }),
  };
}

/** The person's own steps and coordination, on the database. */
export function minSamordningsport({ as, now }: Medborgarkit): MinSamordningsport {
  return {
    minaSteg: (who) => as(who, 'mina-steg.last', undefined, (t) => stegläge(t, who.id, now())),
    minSamordning: (who) =>
      as(who, 'min-samordning.last', undefined, async (t): Promise<MinSamordning> => {
        const { afSvar, ...läge } = await samordningsläge(t, await t.personer.get(who.id), now());
        return { ...läge, afSvar, afUppgifter: await t.afUppgifter.findForPersoner([who.id]) };
      }),
    geMittSamtycke: (who, input) =>
      as(who, 'mitt-samtycke.givet', undefined, async (t) => {
        const { förnamn, efternamn } = await t.personer.get(who.id);
        const result = geSamtycke({
          ...input,
          id: randomUUID(),
          händelse: randomUUID(),
          person: who.id,
          sätt: 'webb',
          av: `${förnamn} ${efternamn}`.trim(),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.samtycken.add(result.samtycke);
        await t.personhändelser.add(result.events);
        return result;
      }),
    återkallaMittSamtycke: (who, id) =>
      as(who, 'mitt-samtycke.aterkallat', undefined, async (t) => {
        const { förnamn, efternamn } = await t.personer.get(who.id);
        return återkalla(t, who.id, id, `${förnamn} ${efternamn}`.trim(), true, now());
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Svaren har ändrats från en annan telefon, dator eller flik.',
          'Läs de senaste svaren och försök igen.',
        );
      }),
  };
}

function grund(who: Medarbetare, nu: Tidpunkt) {
  return { händelse: randomUUID(), av: { id: who.id, namn: who.namn }, nu };
}

async function återkalla(
  t: TenantTransaction,
  person: string,
  id: string,
  av: string,
  personenSjälv: boolean,
  nu: Tidpunkt,
): Promise<ActResult<object>> {
  const samtycke = isUuid(id) ? await t.samtycken.find(id) : undefined;
  if (samtycke?.person !== person) return refuse('finns-inte', 'Samtycket finns inte.', 'Läs om sidan.');
  const result = återkallaSamtycke(samtycke, { händelse: randomUUID(), av, personenSjälv, nu });
  if (!result.ok) return result;
  await t.samtycken.save(result.samtycke);
  await t.personhändelser.add(result.events);
  return result;
}

async function stegläge(t: TenantTransaction, person: string, nu: Tidpunkt) {
  const idag = dagFör(nu);
  const trappa = läsStegtrappa((await t.organisation.findNämnd())?.inställningar);
  const aktiviteter = stegaktiviteter(await t.anvisningar.findForPersoner([person]), await t.insatser.findAlla(), idag);
  const positioner = await t.steg.findForPersoner([person]);
  return { idag, trappa, aktiviteter, linje: steglinje({ positioner, aktiviteter, trappa }, idag) };
}

async function samordningsläge(t: TenantTransaction, person: Person, nu: Tidpunkt) {
  const [samtycken, sip, ersättningar, afSvar] = await Promise.all([
    t.samtycken.findForPersoner([person.id]),
    t.sip.findForPersoner([person.id]),
    t.ersättningar.findForPersoner([person.id]),
    t.afSvar.findForPersoner([person.id]),
  ]);
  return {
    idag: dagFör(nu),
    samtycken,
    sip,
    ersättningar,
    afSvar,
    förslag: föreslåErsättningar(await ersättningsunderlag(t, person, nu)),
  };
}

/** What is known that the suggestions rest on: the newest application, the registers' answers and the noted obstacle. */
async function ersättningsunderlag(t: TenantTransaction, person: Person, nu: Tidpunkt): Promise<Ersättningsunderlag> {
  const idag = dagFör(nu);
  const född = person.personnummer.slice(0, 4);
  const fyller = `${idag.slice(0, 4)}${person.personnummer.slice(4, 8)}`;
  const ålder = Number(idag.slice(0, 4)) - Number(född) - (fyller > idag.replaceAll('-', '') ? 1 : 0);
  const [ansökan] = (await t.ansökningar.findForPerson(person.id)).filter(({ status }) => status !== 'utkast');
  const barn = ansökan?.uppgifter.barn
    ?.map((b) => b.fodd)
    .filter((f): f is string => f !== undefined)
    .map((f) => år(f, idag));
  const svar = ansökan
    ? (await t.utredningar.findFrågningar(ansökan.id)).filter((f) => f.person === person.id).flatMap((f) => f.svar)
    : [];
  const svarade = svar.length > 0 && svar.every(({ kvalitet }) => kvalitet !== 'ej-kontrollerbar');
  const hinder = hindretDen(await t.försörjningshinder.findForPersoner([person.id]), idag)?.hinder;
  const anmälan = await anmäldHosArbetsförmedlingen(t, person.id);
  return {
    ålder,
    född: Number(född),
    ...(barn ? { barn } : {}),
    ...(ansökan ? { ensamstående: vuxnaI(ansökan).length === 1 } : {}),
    ...(hinder?.startsWith('sjukskriven-') ? { sjukskriven: true } : {}),
    ...(anmälan.svar === 'okant' ? {} : { anmäldHosArbetsförmedlingen: anmälan.svar === 'anmald' }),
    ...(ansökan?.uppgifter.kostnader
      ? { boendekostnad: ansökan.uppgifter.kostnader.some((k) => k.typ === 'boende') }
      : {}),
    ...(svarade
      ? {
          betalas: svar
            .flatMap(({ uppgifter }) => uppgifter)
            .flatMap((u) => (u.slag === 'utbetalning' ? [u.inkomsttyp] : [])),
        }
      : {}),
  };
}

function år(född: string, idag: string): number {
  return Number(idag.slice(0, 4)) - Number(född.slice(0, 4)) - (född.slice(5) > idag.slice(5) ? 1 : 0);
}
