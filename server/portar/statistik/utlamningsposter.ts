import {
  type Anvisning,
  AVSLUTSORSAKER,
  type Avslut,
  type Dag,
  type Försörjningshinder,
  flyttaDag,
  flyttaMånad,
  hindretDen,
  type Insats,
  type Månad,
  type Person,
  redanBeviljat,
  räknasMotBeslutet,
} from '@stegvis/casework';
import type { Biståndshushåll, TenantTransaction } from '@stegvis/database';
import type { Post, Postfel } from '@stegvis/integrations';
import { myndighetsålder } from '@stegvis/rules';

/** A record with what the page must know about who is in it. */
export interface Utlämningspost extends Post {
  readonly skyddad: boolean;
}

/** At most this many persons in one question to the database. */
const SATS = 5000;

/** The records of one month's file, or of the year's when the layout has a total file in December. */
export function bistånd(t: TenantTransaction, från: Månad, till: Månad, kommun: string): Promise<Utlämningspost[]> {
  return t.utlämning.findBiståndshushåll(från, till).then(async (hushåll) => {
    const vuxna = [...new Set(hushåll.flatMap(vuxnaI).map(({ id }) => id))];
    const hinder: Försörjningshinder[] = [];
    const anvisningar: Anvisning[] = [];
    for (let i = 0; i < vuxna.length; i += SATS) {
      const sats = vuxna.slice(i, i + SATS);
      hinder.push(...(await t.försörjningshinder.findForPersoner(sats)));
      anvisningar.push(...(await t.anvisningar.findForPersoner(sats)));
    }
    const bakgrund = {
      hinder: Map.groupBy(hinder, ({ person }) => person),
      anvisningar: Map.groupBy(anvisningar, ({ person }) => person),
      insatser: new Map((await t.insatser.findAlla()).map((insats) => [insats.id, insats])),
    };
    return hushåll.map((h) => post(h, kommun, bakgrund)).filter((p) => Number(p.uppgifter['beviljat']) > 0);
  });
}

interface Bakgrund {
  readonly hinder: ReadonlyMap<string, Försörjningshinder[]>;
  readonly anvisningar: ReadonlyMap<string, Anvisning[]>;
  readonly insatser: ReadonlyMap<string, Insats>;
}

function vuxnaI({ sökande, medsökande }: Biståndshushåll): Person[] {
  return medsökande ? [sökande, medsökande] : [sökande];
}

function post(h: Biståndshushåll, kommun: string, bakgrund: Bakgrund): Utlämningspost {
  const { månad, sökande, medsökande } = h;
  const [år = '', mm = ''] = månad.split('-');
  const perAnsökan = [...Map.groupBy(h.beslut, (b) => b.ansökan).values()];
  const beviljat = perAnsökan.reduce((sum, beslut) => sum + redanBeviljat(beslut, månad), 0);
  const utbetalt = h.utbetalningar.filter(räknasMotBeslutet).reduce((sum, u) => sum + u.belopp, 0);
  const barn = h.uppgifter.barn ?? [];
  const under18 = barn.filter(({ fodd }) => ålderVid(fodd, `${månad}-01`) < myndighetsålder).length;
  const fel: Postfel[] = [];
  if (beviljat !== utbetalt)
    fel.push({
      fält: 'summa',
      text: `Beviljat är ${kr(beviljat)} kr men betalningarna är ${kr(utbetalt)} kr. Kontrollera beslut och betalningar i ärendet.`,
    });
  if (beviljat % 100 !== 0)
    fel.push({ fält: 'summa', text: 'Beloppet är inte hela kronor. Kontrollera beslutet i ärendet.' });
  return {
    id: `${h.nummer} ${månad}`,
    benämning: `Ärende ${h.nummer}`,
    skyddad: vuxnaI(h).some((p) => p.skyddad),
    uppgifter: {
      ar: år,
      manad: mm,
      kommun,
      'barn-under-16': barn.filter(({ fodd }) => Number(år) - Number(fodd.slice(0, 4)) <= 15).length,
      'barn-under-18': under18,
      beviljat: Math.round(beviljat / 100),
      utbetalt: Math.round(utbetalt / 100),
      ...(medsökande ? { medsokande: 'ja' } : {}),
      hushallstyp: `${medsökande ? 'par' : `ensam-${kön(sökande)}`}-${under18 > 0 ? 'med' : 'utan'}-barn`,
      ...personens('sokande', sökande, månad, bakgrund),
      ...(medsökande ? personens('medsokande', medsökande, månad, bakgrund) : {}),
    },
    fel,
  };
}

function personens(vem: string, person: Person, månad: Månad, { hinder, anvisningar, insatser }: Bakgrund) {
  const sista = flyttaDag(`${flyttaMånad(månad, 1)}-01`, -1);
  const deltar = (anvisningar.get(person.id) ?? []).filter(
    (a) =>
      (a.status === 'pagar' || a.status === 'avslutad') && (a.startad ?? a.från) <= sista && a.till >= `${månad}-01`,
  );
  const syfte = deltar.map(({ insats }) => insatser.get(insats)?.syften[0]).find((s) => s !== undefined);
  return {
    [`${vem}.personnummer`]: person.personnummer,
    [`${vem}.kon`]: kön(person),
    [`${vem}.alder`]: fyller(person, månad.slice(0, 4)),
    [`${vem}.hinder`]: hindretDen(hinder.get(person.id) ?? [], sista)?.hinder,
    [`${vem}.insats`]: deltar.length > 0 ? 'ja' : 'nej',
    [`${vem}.insatsslag`]: syfte,
  };
}

/** How far back assistance makes an exit an exit from assistance, in months. */
const BISTÅND_FÖRE = 12;

/** The records of the ending reasons: exits of the months of those who had assistance in the year before, not opened again. */
export async function avslutsorsaker(
  t: TenantTransaction,
  från: Månad,
  till: Månad,
  kommun: string,
): Promise<Utlämningspost[]> {
  const sista = flyttaDag(`${flyttaMånad(till, 1)}-01`, -1);
  const avslut = (await t.avslut.findMellan({ från: `${från}-01`, till: sista })).filter((a) => !a.återöppnat);
  const med = new Set(
    await t.utlämning.medBistånd([...new Set(avslut.map((a) => a.person))], flyttaMånad(från, -BISTÅND_FÖRE), till),
  );
  const personer = new Map((await t.personer.findMany([...med])).map((p) => [p.id, p]));
  return avslut.flatMap((a) => {
    const person = personer.get(a.person);
    return person ? [avslutspost(a, person, kommun)] : [];
  });
}

function avslutspost(a: Avslut, person: Person, kommun: string): Utlämningspost {
  return {
    id: a.id,
    benämning: `Avslut ${a.dag}, ${AVSLUTSORSAKER[a.skäl].toLowerCase()}`,
    skyddad: person.skyddad,
    uppgifter: {
      ar: a.dag.slice(0, 4),
      manad: a.dag.slice(5, 7),
      kommun,
      personnummer: person.personnummer,
      kon: kön(person),
      alder: fyller(person, a.dag.slice(0, 4)),
      avslutsdag: a.dag.replaceAll('-', ''),
      avslutsorsak: a.skäl,
    },
    fel: [],
  };
}

/** By the last figure but one of the number: odd is a man. */
function kön({ personnummer }: Person): 'man' | 'kvinna' {
  return Number(personnummer.at(-2)) % 2 === 1 ? 'man' : 'kvinna';
}

/** The age reached in the year; undefined when the number does not say the year of birth. */
function fyller({ personnummer }: Person, år: string): number | undefined {
  return /^\d{12}$/.test(personnummer) ? Number(år) - Number(personnummer.slice(0, 4)) : undefined;
}

function ålderVid(född: Dag, dag: Dag): number {
  return Number(dag.slice(0, 4)) - Number(född.slice(0, 4)) - (dag.slice(5) < född.slice(5) ? 1 : 0);
}

const kr = (öre: number) => String(öre / 100).replace('.', ',');
