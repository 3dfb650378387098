import {
  type Ansökan,
  avgörAnsökan,
  type Beslut,
  type Betalfil,
  beslutsform,
  dagFör,
  främstaUtbetalningen,
  gällerMånaden,
  type Person,
  summaMotBeslutet,
  tidigareBeslut,
  type Utbetalning,
  vuxnaI,
  type Ärende,
} from '@stegvis/casework';
import { found } from './postgres/rows.ts';
import type {
  Ansökningar,
  Beslutssamling,
  Personer,
  Repositories,
  SparadBeräkning,
  Utbetalningar,
  Ärenden,
} from './repositories.ts';
import { Duplicate, VersionConflict } from './repository-errors.ts';

/** The repositories that exist in memory: the same contract, for tests that need no database. */
export type MemoryRepositories = Pick<
  Repositories,
  'personer' | 'ärenden' | 'ansökningar' | 'beslut' | 'utbetalningar'
> & {
  /** Calculations that decisions refer to; history reads them. */
  beräkningar: Map<string, SparadBeräkning>;
};

/** Repositories of one board, in memory and empty. What is given and what is got are copies, as with a database. */
export function memoryRepositories(): MemoryRepositories {
  const personer = new Map<string, Person>();
  const biståndsmånader = new Map<string, Set<string>>();
  const ärenden = new Map<string, Ärende>();
  const ansökningar = new Map<string, Ansökan>();
  const beslut = new Map<string, Beslut>();
  const utbetalningar = new Map<string, Utbetalning>();
  const betalfiler = new Map<string, Betalfil>();
  const beräkningar = new Map<string, SparadBeräkning>();
  return {
    personer: memoryPersoner(personer, biståndsmånader),
    ärenden: memoryÄrenden(ärenden),
    ansökningar: memoryAnsökningar(ansökningar, beslut, beräkningar, biståndsmånader),
    beslut: memoryBeslut(beslut),
    utbetalningar: memoryUtbetalningar(utbetalningar, betalfiler, beslut),
    beräkningar,
  };
}

function memoryPersoner(rows: Map<string, Person>, månader: Map<string, Set<string>>): Personer {
  const find = async (id: string) => copy(rows.get(id));
  return {
    add: async (person) => {
      if ([...rows.values()].some((p) => p.personnummer === person.personnummer))
        throw new Duplicate('Personen', 'personnummer');
      addNew(rows, person, 'Personen');
    },
    get: async (id) => found(await find(id), 'Personen', id),
    find,
    findByPersonnummer: async (personnummer) => copy([...rows.values()].find((p) => p.personnummer === personnummer)),
    findMany: async (ids) => [...rows.values()].filter((p) => ids.includes(p.id)).map((p) => copy(p)),
    addBiståndsmånader: async (person, nya) => {
      månader.set(person, new Set([...(månader.get(person) ?? []), ...nya]));
    },
  };
}

function memoryÄrenden(rows: Map<string, Ärende>): Ärenden {
  const find = async (id: string) => copy(rows.get(id));
  return {
    add: async (nytt) => {
      const år = dagFör(nytt.öppnat).slice(0, 4);
      const antal = [...rows.values()].filter((ä) => ä.nummer.startsWith(`${år}-`)).length;
      const ärende: Ärende = {
        ...nytt,
        nummer: `${år}-${antal + 1}`,
        status: 'oppet',
        handläggare: undefined,
        version: 1,
      };
      addNew(rows, ärende, 'Ärendet');
      return copy(ärende);
    },
    get: async (id) => found(await find(id), 'Ärendet', id),
    find,
    findByNummer: async (nummer) => copy([...rows.values()].find((ä) => ä.nummer === nummer)),
    findForPerson: async (person) =>
      [...rows.values()]
        .filter((ä) => ä.sökande === person || ä.medsökande === person)
        .sort((a, b) => (a.öppnat > b.öppnat ? -1 : 1))
        .map((ä) => copy(ä)),
    findNummer: async (personer) => {
      const nyastSist = [...rows.values()].sort((a, b) => (a.öppnat > b.öppnat ? 1 : -1));
      const par = nyastSist.flatMap((ä) => [ä.sökande, ä.medsökande].map((person) => [person, ä.nummer] as const));
      return new Map(par.filter((p): p is [string, string] => p[0] !== undefined && personer.includes(p[0])));
    },
    save: async (ärende) => {
      if (rows.get(ärende.id)?.version !== ärende.version) throw new VersionConflict('Ärendet', ärende.id);
      const saved = { ...ärende, version: ärende.version + 1 };
      rows.set(ärende.id, copy(saved));
      return saved;
    },
  };
}

function memoryAnsökningar(
  rows: Map<string, Ansökan>,
  beslut: Map<string, Beslut>,
  beräkningar: Map<string, SparadBeräkning>,
  månader: Map<string, Set<string>>,
): Ansökningar {
  const find = async (id: string) => copy(rows.get(id));
  const newestFirst = (list: Ansökan[]) =>
    list.sort((a, b) => (`${a.månad} ${a.skapad}` > `${b.månad} ${b.skapad}` ? -1 : 1)).map((a) => copy(a));
  return {
    add: async (ansökan) => {
      const twin = [...rows.values()].some(
        (a) =>
          a.status === 'utkast' &&
          a.sökande === ansökan.sökande &&
          a.månad === ansökan.månad &&
          (a.slag === 'tillagg') === (ansökan.slag === 'tillagg'),
      );
      if (twin && ansökan.status === 'utkast') throw new Duplicate('Ett utkast för månaden', 'ansokan_ett_utkast');
      addNew(rows, ansökan, 'Ansökan');
    },
    get: async (id) => found(await find(id), 'Ansökan', id),
    find,
    findForPerson: async (person) => newestFirst([...rows.values()].filter((a) => vuxnaI(a).includes(person))),
    findForÄrende: async (ärende) => newestFirst([...rows.values()].filter((a) => a.ärende === ärende)),
    save: async (ansökan) => saveNext(rows, ansökan, 'Ansökan'),
    findVäntarPåUnderskrift: async () =>
      [...rows.values()]
        .filter((a) => a.status === 'inskickad')
        .sort((a, b) => ((a.inskickad ?? '') < (b.inskickad ?? '') ? -1 : 1))
        .map((a) => copy(a)),
    historik: async (ansökan) => {
      const vuxna = vuxnaI(ansökan);
      const others = [...rows.values()].filter(
        (a) => a.id !== ansökan.id && vuxnaI(a).some((person) => vuxna.includes(person)),
      );
      const earlier = [...beslut.values()]
        .flatMap((b) => {
          const own = others.find((a) => a.id === b.ansökan && gällerMånaden(a));
          return own ? [tidigareBeslut(own, b, beräkningar.get(b.beräkning)?.utredning.jämförelse ?? [])] : [];
        })
        .sort((a, b) => (a.månad > b.månad ? -1 : 1));
      return {
        beslut: earlier,
        ansökningar: others.map((a) => ({ ansökan: a.id, månad: a.månad, status: a.status, slag: a.slag })),
        biståndsmånader: Object.fromEntries(
          vuxna.map((person) => {
            const here = earlier.filter((b) => b.belopp > 0 && b.hushåll.vuxna.includes(person)).map((b) => b.månad);
            return [person, [...new Set([...here, ...(månader.get(person) ?? [])])].sort()];
          }),
        ),
      };
    },
  };
}

function memoryBeslut(rows: Map<string, Beslut>): Beslutssamling {
  return {
    add: async (beslut) => {
      if (
        [...rows.values()].some(
          (b) => b.ansökan === beslut.ansökan && beslutsform(b).nummer === beslutsform(beslut).nummer,
        )
      )
        throw new Duplicate('Ett beslut om ansökan', 'beslut_ansokan');
      addNew(rows, beslut, 'Beslutet');
    },
    get: async (id) => found(copy(rows.get(id)), 'Beslutet', id),
    findForAnsökan: async (ansökan) => copy([...rows.values()].find((b) => b.ansökan === ansökan && avgörAnsökan(b))),
    findAllaForAnsökan: async (ansökan) =>
      [...rows.values()]
        .filter((b) => b.ansökan === ansökan)
        .sort((a, b) => beslutsform(a).nummer - beslutsform(b).nummer)
        .map((b) => copy(b)),
    findForÄrende: async (ärende) =>
      [...rows.values()]
        .filter((b) => b.ärende === ärende)
        .sort((a, b) => (a.månad > b.månad ? -1 : 1))
        .map((b) => copy(b)),
  };
}

function memoryUtbetalningar(
  rows: Map<string, Utbetalning>,
  filer: Map<string, Betalfil>,
  beslut: Map<string, Beslut>,
): Utbetalningar {
  const ofBeslut = (id: string) =>
    [...rows.values()].filter((u) => u.beslut === id).sort((a, b) => a.nummer - b.nummer);
  const holdSum = (utbetalning: Utbetalning) => {
    const others = ofBeslut(utbetalning.beslut).filter((u) => u.id !== utbetalning.id);
    if (summaMotBeslutet([...others, utbetalning]) > (beslut.get(utbetalning.beslut)?.belopp ?? 0))
      throw new Error(
        `Utbetalningarna av beslutet blir mer än det som beslutades (utbetalning ${utbetalning.nyckel}).`,
      );
  };
  const inOrder = (list: Utbetalning[]) =>
    list
      .sort((a, b) =>
        `${a.utbetalningsdag} ${a.planerad} ${a.id}` < `${b.utbetalningsdag} ${b.planerad} ${b.id}` ? -1 : 1,
      )
      .map((u) => copy(u));
  return {
    add: async (utbetalning) => {
      const { beslut, nummer, nyckel } = utbetalning;
      if ([...rows.values()].some((u) => (u.beslut === beslut && u.nummer === nummer) || u.nyckel === nyckel))
        throw new Duplicate('En utbetalning av beslutet', 'utbetalning_beslut_nummer');
      holdSum(utbetalning);
      addNew(rows, utbetalning, 'Utbetalningen');
    },
    get: async (id) => found(copy(rows.get(id)), 'Utbetalningen', id),
    find: async (id) => copy(rows.get(id)),
    findForBeslut: async (id) => copy(främstaUtbetalningen(ofBeslut(id))),
    findAllaForBeslut: async (id) => ofBeslut(id).map((u) => copy(u)),
    findAttBetala: async (senast) =>
      inOrder([...rows.values()].filter((u) => u.status === 'planerad' && u.utbetalningsdag <= senast)),
    findMedStatus: async (status) => inOrder([...rows.values()].filter((u) => status.includes(u.status))),
    findForDag: async (dag) => inOrder([...rows.values()].filter((u) => u.utbetalningsdag === dag)),
    findForBetalfil: async (betalfil) => inOrder([...rows.values()].filter((u) => u.betalfil === betalfil)),
    findForMottagare: async (person) =>
      [...rows.values()]
        .filter((u) => u.mottagare === person)
        .sort((a, b) => (a.planerad === b.planerad ? b.nummer - a.nummer : a.planerad > b.planerad ? -1 : 1))
        .map((u) => copy(u)),
    findByNycklar: async (nycklar) => inOrder([...rows.values()].filter((u) => nycklar.includes(u.nyckel))),
    save: async (utbetalning) => {
      const before = rows.get(utbetalning.id);
      const backToPlan = utbetalning.betalfil === undefined && utbetalning.status === 'planerad';
      if (before?.betalfil !== undefined && before.betalfil !== utbetalning.betalfil && !backToPlan)
        throw new Error(`Utbetalning ${before.nyckel} ligger i en fil och kan inte ändras så.`);
      if (before?.status === 'lagd-i-fil' && utbetalning.status !== before.status) {
        const needed = utbetalning.status === 'planerad' ? 'makulerad' : 'slappt';
        if (filer.get(before.betalfil ?? '')?.status !== needed)
          throw new Error(`Utbetalning ${before.nyckel} ligger i en fil som inte är släppt.`);
      }
      holdSum(utbetalning);
      saveNext(rows, utbetalning, 'Utbetalningen');
    },
    addBetalfil: async (betalfil) => addNew(filer, betalfil, 'Betalfilen'),
    getBetalfil: async (id) => found(copy(filer.get(id)), 'Betalfilen', id),
    lockBetalfil: async (id) => copy(filer.get(id)),
    findBetalfiler: async () =>
      [...filer.values()]
        .sort((a, b) => (a.skapad > b.skapad ? -1 : 1))
        .map((f) => copy({ ...f, innehåll: undefined })),
    findBetalfilerByMeddelandeId: async (id) =>
      [...filer.values()].filter((f) => id.includes(f.meddelandeId)).map((f) => copy({ ...f, innehåll: undefined })),
    setBetalfilsinnehåll: async (id, innehåll, sha256) => {
      const fil = found(filer.get(id), 'Betalfilen', id);
      if (fil.innehåll !== undefined && fil.innehåll !== innehåll) throw new VersionConflict('Betalfilen', id);
      filer.set(id, { ...fil, innehåll, sha256 });
    },
    saveBetalfil: async (betalfil) => {
      const fil = found(filer.get(betalfil.id), 'Betalfilen', betalfil.id);
      if (betalfil.släppt?.av === fil.skapadAv) throw new Error(`Betalfil ${fil.meddelandeId} kräver två personer.`);
      if (fil.status !== 'skapad' && fil.status !== betalfil.status)
        throw new Error(`Betalfil ${fil.meddelandeId} är bestämd och kan inte ändras.`);
      const { status, släppt, makulerad, leverans } = betalfil;
      filer.set(fil.id, copy({ ...fil, status, släppt, makulerad, leverans }));
    },
  };
}

function addNew<T extends { id: string }>(rows: Map<string, T>, row: T, what: string): void {
  if (rows.has(row.id)) throw new Duplicate(what, 'id');
  rows.set(row.id, copy(row));
}

function saveNext<T extends { id: string; version: number }>(rows: Map<string, T>, row: T, what: string): void {
  if (rows.get(row.id)?.version !== row.version - 1) throw new VersionConflict(what, row.id);
  rows.set(row.id, copy(row));
}

function copy<T>(row: T): T {
  return structuredClone(row);
}
