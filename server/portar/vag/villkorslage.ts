import {
  type Dag,
  FÖRSÖRJNINGSHINDER,
  födelsedag,
  gällandeSpråk,
  gällandeSpår,
  gällandeSpårinställning,
  gällerUnder,
  hindretDen,
  läsStegtrappa,
  type Person,
  type Villkorsläge,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Insatsval } from '@stegvis/workbench';

/** What criteria and the ladder are chosen among: the board's tracks, the obstacles, and its steps. */
export async function läsInsatsval(t: TenantTransaction): Promise<Insatsval> {
  const { spår } = gällandeSpårinställning(await t.spårplaceringar.findInställningar());
  return {
    spår: spår.map(({ id, namn }) => ({ id, namn })),
    hinder: FÖRSÖRJNINGSHINDER.map(({ id, namn }) => ({ id, namn })),
    steg: läsStegtrappa((await t.organisation.findNämnd())?.inställningar).map(({ id, namn }) => ({ id, namn })),
  };
}

/** What is known of a person that criteria are about, each from where it is kept; undefined where nothing is known. */
export async function läsVillkorsläge(t: TenantTransaction, person: Person, idag: Dag): Promise<Villkorsläge> {
  const [placeringar, uppgifter, hinder, ansökningar, språk, val] = await Promise.all([
    t.spårplaceringar.findForPersoner([person.id]),
    t.kravuppgifter.findForPersoner([person.id]),
    t.försörjningshinder.findForPersoner([person.id]),
    t.ansökningar.findForPerson(person.id),
    t.språkuppgifter.findForPersoner([person.id]),
    läsInsatsval(t),
  ]);
  const senaste = ansökningar.find((a) => a.inkommen !== undefined);
  const spår = gällandeSpår(placeringar);
  const förmåga = uppgifter.find((u) => u.vad.slag === 'formaga' && gällerUnder(u, idag, idag));
  const hindret = hindretDen(hinder, idag);
  return {
    ålder: hela(födelsedag(person.personnummer), idag),
    språknivå: gällandeSpråk(språk)?.nivå,
    timmar: förmåga?.vad.slag === 'formaga' ? förmåga.vad.timmar : undefined,
    inskriven: senaste && (await inskriven(t, senaste.id, person.id)),
    spår: spår && { id: spår.spår, namn: spår.namn },
    hinder: hindret && [hindret.hinder],
    barn: senaste?.uppgifter.barn?.map((barn) => hela(barn.fodd, idag)),
    namn: Object.fromEntries([...val.spår, ...val.hinder].map(({ id, namn }) => [id, namn])),
  };
}

/** Whether Arbetsförmedlingen answered in the newest inquiry that the person is registered there; undefined when it did not say. */
async function inskriven(t: TenantTransaction, ansökan: string, person: string): Promise<boolean | undefined> {
  const frågningar = (await t.utredningar.findFrågningar(ansökan)).filter((f) => f.person === person);
  const svar = frågningar
    .toSorted((a, b) => (a.skickad < b.skickad ? 1 : -1))
    .flatMap((f) => f.svar)
    .find((s) => s.källa === 'AF');
  if (svar === undefined || svar.kvalitet === 'ej-kontrollerbar') return undefined;
  const uppgift = svar.uppgifter.find((u) => u.slag === 'arbetssokande');
  if (uppgift === undefined) return svar.kvalitet === 'inget-hos-oss' ? false : undefined;
  return uppgift.inskriven;
}

/** Whole years on the day. */
function hela(född: Dag, idag: Dag): number {
  return Number(idag.slice(0, 4)) - Number(född.slice(0, 4)) - (idag.slice(5) < född.slice(5) ? 1 : 0);
}
