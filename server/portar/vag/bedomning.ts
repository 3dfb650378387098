import { randomUUID } from 'node:crypto';
import type { MinBedömningsport } from '@stegvis/apply';
import {
  type ActResult,
  avbrytBedömning,
  type Bedömning,
  type Bedömningsslag,
  bedömningsfrist,
  dagFör,
  flyttaDag,
  flyttaMånad,
  frågorFör,
  gällandeSpår,
  instrumentFör,
  läggTillSynpunkt,
  läsBedömningsinställning,
  type Månad,
  noteraSpråk,
  type Personhändelse,
  refuse,
  slutförBedömning,
  startaBedömning,
  svaraPåBedömning,
  svaraPåErbjudande,
  synligtFörPersonen,
  type Tidpunkt,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { Bedömningsport } from '@stegvis/workbench';
import { isUuid, type Medborgarkit } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';

/** For how long after an application, the first or a renewal, the first assessment is asked for on the person's own page, in days. */
const ANSÖKAN_DAGAR = 120;

/** The person's assessments, for staff, on the database. */
export function bedömningsport({ läs, göra, now }: Personkit): Bedömningsport {
  const med = async (
    t: TenantTransaction,
    person: string,
    id: string,
    act: (b: Bedömning) => ActResult<{ bedömning: Bedömning; events?: Personhändelse[] }>,
  ) => sparaSteg(t, await hitta(t, person, id), act);
  return {
    bedömningsbild: (who, person) =>
      läs(who, person, 'bedomning.last', async (t) => {
        const idag = dagFör(now());
        const bedömningar = await t.bedömningar.findForPersoner([person]);
        const inställning = läsBedömningsinställning((await t.organisation.findNämnd())?.inställningar);
        const nästa = (månader: number) => flyttaDag(idag, Math.round(månader * 30.4));
        const slag: Bedömningsslag[] = ['inledande', 'fordjupad', 'framsteg'];
        return {
          idag,
          bedömningar,
          frister: Object.fromEntries(
            slag.flatMap((s) => {
              const frist = bedömningsfrist(bedömningar, s, idag);
              return frist ? [[s, frist]] : [];
            }),
          ),
          språk: await t.språkuppgifter.findForPersoner([person]),
          tolk: (await t.kontaktuppgifter.find(person))?.tolk ?? '',
          biståndsmånader: följd(await biståndsmånader(t, person), idag.slice(0, 7)),
          fördjupadEfter: inställning.fördjupadEfterMånader,
          nästa: {
            inledande: nästa(inställning.omprövningInomMånader),
            framsteg: nästa(inställning.framstegInomMånader),
            fordjupad: undefined,
          },
        };
      }),
    startaBedömning: (who, person, slag) =>
      göra(who, person, 'bedomning.startad', (t) => starta(t, person, slag, who, now())),
    svaraPåBedömning: (who, person, id, { svar, sida, sätt }) =>
      göra(who, person, 'bedomning.besvarad', (t) =>
        med(t, person, id, (b) => svaraPåBedömning(b, { svar, sida, sätt, av: who.namn, nu: now() })),
      ),
    svaraPåErbjudande: (who, person, id, ja) =>
      göra(who, person, 'bedomning.erbjudande', (t) =>
        med(t, person, id, (b) => svaraPåErbjudande(b, { händelse: randomUUID(), ja, av: who, nu: now() })),
      ),
    slutförBedömning: (who, person, id, input) =>
      göra(who, person, 'bedomning.slutford', (t) =>
        med(t, person, id, (b) =>
          slutförBedömning(b, {
            ...input,
            händelse: randomUUID(),
            av: { id: who.id, namn: who.namn },
            nu: now(),
          }),
        ),
      ),
    avbrytBedömning: (who, person, id, skäl) =>
      göra(who, person, 'bedomning.avbruten', (t) =>
        med(t, person, id, (b) => avbrytBedömning(b, { händelse: randomUUID(), skäl, av: who, nu: now() })),
      ),
    noteraSpråk: (who, person, input) =>
      göra(who, person, 'sprak.noterat', async (t) => {
        const av = { id: who.id, namn: who.namn };
        const result = noteraSpråk({ ...input, id: randomUUID(), händelse: randomUUID(), person, av, nu: now() });
        if (!result.ok) return result;
        await t.språkuppgifter.add(result.uppgift);
        await t.personhändelser.add(result.events);
        return { ok: true };
      }),
    läggTillSynpunkt: (who, person, id, text) =>
      göra(who, person, 'bedomning.synpunkt', (t) =>
        med(t, person, id, (b) =>
          läggTillSynpunkt(b, { händelse: randomUUID(), text, upptagen: { namn: who.namn }, nu: now() }),
        ),
      ),
  };
}

/** The person's own assessments on the database: without what is asked face to face alone. */
export function minBedömningsport({ as, now }: Medborgarkit): MinBedömningsport {
  const göra = (
    who: Parameters<typeof as>[0],
    handling: string,
    id: string,
    act: (b: Bedömning) => ActResult<{ bedömning: Bedömning; events?: Personhändelse[] }>,
  ) =>
    as(who, handling, undefined, async (t) => {
      const result = await sparaSteg(t, await hitta(t, who.id, id), act);
      return result.ok ? { ok: true as const, bedömning: synligtFörPersonen(result.bedömning) } : result;
    }).catch((error: unknown) => {
      if (!(error instanceof VersionConflict)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Svaret har ändrats på annat håll.',
        'Försök igen. Det du skrev finns kvar.',
      );
    });
  return {
    minaBedömningar: (who) =>
      as(who, 'min-bedomning.last', undefined, async (t) =>
        (await t.bedömningar.findForPersoner([who.id])).map(synligtFörPersonen),
      ),
    bedömningVäntar: (who) =>
      as(who, 'min-bedomning.vantar', undefined, async (t) => {
        const bedömningar = await t.bedömningar.findForPersoner([who.id]);
        const öppen = bedömningar.find((b) => b.status === 'erbjuden' || (b.status === 'pagar' && ärObesvarad(b)));
        if (öppen) return öppen.slag;
        if (bedömningar.some((b) => b.slag === 'inledande')) return undefined;
        const efter = `${flyttaDag(dagFör(now()), -ANSÖKAN_DAGAR)}T00:00:00.000Z`;
        const nyligen = (await t.ansökningar.findForPerson(who.id)).some(
          (a) => a.inkommen !== undefined && a.inkommen > efter,
        );
        return nyligen ? 'inledande' : undefined;
      }),
    mittSpår: (who) =>
      as(who, 'mitt-spar.last', undefined, async (t) =>
        gällandeSpår(await t.spårplaceringar.findForPersoner([who.id])),
      ),
    startaMinBedömning: (who) =>
      as(who, 'min-bedomning.startad', undefined, async (t) => {
        const result = await starta(t, who.id, 'inledande', undefined, now());
        return result.ok ? { ok: true as const, bedömning: synligtFörPersonen(result.bedömning) } : result;
      }),
    svaraPåMinBedömning: (who, id, svar) =>
      göra(who, 'min-bedomning.besvarad', id, (b) =>
        svaraPåBedömning(b, { svar: [svar], sida: 'person', sätt: 'webb', av: who.förnamn, nu: now() }),
      ),
    svaraPåMittErbjudande: (who, id, ja) =>
      göra(who, 'min-bedomning.erbjudande', id, (b) =>
        svaraPåErbjudande(b, { händelse: randomUUID(), ja, av: undefined, nu: now() }),
      ),
    läggTillMinSynpunkt: (who, id, text) =>
      göra(who, 'min-bedomning.synpunkt', id, (b) =>
        läggTillSynpunkt(b, { händelse: randomUUID(), text, upptagen: undefined, nu: now() }),
      ),
  };
}

/** Months with assistance of one person, decided here and known from elsewhere. */
export async function biståndsmånader(t: TenantTransaction, person: string): Promise<readonly Månad[]> {
  const historik = await t.ansökningar.historik({ id: randomUUID(), sökande: person, medsökande: undefined });
  return historik.biståndsmånader[person] ?? [];
}

/** How many months in a row up to the month, which need not itself be decided yet. */
function följd(månader: readonly Månad[], nu: Månad): number {
  const har = new Set(månader);
  let antal = 0;
  for (let m = har.has(nu) ? nu : flyttaMånad(nu, -1); har.has(m); m = flyttaMånad(m, -1)) antal++;
  return antal;
}

function ärObesvarad(b: Bedömning): boolean {
  const svarat = new Set(b.svar.filter((s) => s.sida === 'person').map((s) => s.fråga));
  return frågorFör(instrumentFör(b), 'person', 'webb').some((f) => f.svar.slag !== 'text' && !svarat.has(f.id));
}

async function hitta(t: TenantTransaction, person: string, id: string): Promise<Bedömning | undefined> {
  const found = isUuid(id) ? await t.bedömningar.find(id) : undefined;
  return found?.person === person ? found : undefined;
}

async function starta(
  t: TenantTransaction,
  person: string,
  slag: Bedömningsslag,
  av: { namn: string } | undefined,
  nu: Tidpunkt,
) {
  const result = startaBedömning(await t.bedömningar.findForPersoner([person]), {
    id: randomUUID(),
    händelse: randomUUID(),
    person,
    slag,
    av,
    nu,
  });
  if (!result.ok) return result;
  await t.bedömningar.add(result.bedömning);
  await t.personhändelser.add(result.events);
  return result;
}

async function sparaSteg(
  t: TenantTransaction,
  före: Bedömning | undefined,
  act: (b: Bedömning) => ActResult<{ bedömning: Bedömning; events?: Personhändelse[] }>,
): Promise<ActResult<{ bedömning: Bedömning }>> {
  if (!före) return refuse('finns-inte', 'Bedömningen finns inte.', 'Gå till listan med bedömningar.');
  const result = act(före);
  if (!result.ok) return result;
  await t.bedömningar.save(result.bedömning);
  if (result.events) await t.personhändelser.add(result.events);
  return { ok: true, bedömning: result.bedömning };
}
