import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  type Användare,
  type Beslut,
  begärAkutHjälp,
  beräknaÄrende,
  beslutaManuellt,
  byggUnderlag,
  type Delegationspunkt,
  DYGN_MS,
  dagFör,
  dokumenthash,
  födelsedag,
  föreslåAnsökan,
  type Händelse,
  INGEN_HISTORIK,
  MINSTA_KÄLLOR,
  type Person,
  planeraUtbetalning,
  refuse,
  registreraRegistersvar,
  separera,
  serHändelse,
  signera,
  skickaIn,
  sparaSvar,
  startaAnsökan,
  synligFör,
  type Utbetalning,
  underskriftsfrist,
  vuxnaI,
  väntarPåUnderskrift,
  type Ärende,
  återkalla,
} from '@stegvis/casework';
import { type Beräkning, läsUnderlag, type Underlag } from '@stegvis/rules';
import { dokumentTestport } from './dokument-testport.ts';
import { kontoTestport } from './konto-test-port.ts';
import { type MinaSidorTestport, minaSidorTestport } from './mina-sidor-test-port.ts';
import { överklagandeTestport } from './overklagande-testport.ts';
import type { Ansökansbild, Medborgare, MedborgarPort } from './port.ts';
import { yttrandeTestport } from './yttrande-testport.ts';

/** Two adults with official test numbers from Skatteverket, and one with protected identity. */
export const PERSONER = {
  ensam: { id: '11111111-1111-4111-8111-111111111111', personnummer: '198801012397' },
  partner: { id: '22222222-2222-4222-8222-222222222222', personnummer: '199001012385' },
  skyddad: { id: '33333333-3333-4333-8333-333333333333', personnummer: '199001022384' },
} as const;
export type Testperson = keyof typeof PERSONER;

const HANDLÄGGARE: Användare = {
  id: '44444444-4444-4444-8444-444444444444',
  inloggning: 'handlaggare',
  namn: 'Handläggare Ett',
  titel: 'Socialsekreterare',
  roller: ['handlaggare'],
  aktiv: true,
};
const DELEGATION: Delegationspunkt = {
  id: 'p1',
  punkt: '4.2',
  text: 'Beslut om ekonomiskt bistånd',
  delegat: { slag: 'roll', roll: 'handlaggare' },
  utfall: ['bifall', 'delavslag', 'avslag'],
  från: '2026-01-01',
  till: undefined,
};

/** What a test may do besides what the pages do. */
export interface Testport extends MedborgarPort, MinaSidorTestport {
  readonly ansökningar: Map<string, Ansökan>;
  /** Who the person is on the pages. */
  som(vem: Testperson): Medborgare;
  /** The registers know nothing, and a caseworker decides as the calculation says. */
  besluta(ansökan: string): Beslut;
}

/** The citizen's port in memory, on the real acts, at noon in Sweden on Thursday 26 November 2026 and a second later for each act. */
export function testPort(): Testport {
  let tick = 0;
  const now = () => new Date(Date.parse('2026-11-26T11:00:00.000Z') + 1000 * tick++).toISOString();
  const personer: Person[] = (Object.keys(PERSONER) as Testperson[]).map((vem) => ({
    ...PERSONER[vem],
    förnamn: vem[0]?.toUpperCase() + vem.slice(1),
    efternamn: 'Testsson',
    skyddad: vem === 'skyddad',
    skapad: now(),
  }));
  const ärenden: Ärende[] = [];
  const ansökningar = new Map<string, Ansökan>();
  const händelser: Händelse[] = [];
  const beslut = new Map<
    string,
    { beslut: Beslut; beräkning: Beräkning; underlag: Underlag | undefined; utbetalning: Utbetalning | undefined }
  >();

  const nyttÄrende = (sökande: string, medsökande: string | undefined): Ärende =>
    ärenden.find((ä) => ä.status === 'oppet' && ä.sökande === sökande && ä.medsökande === medsökande) ?? {
      id: randomUUID(),
      nummer: '2026-0001',
      sökande,
      medsökande,
      status: 'oppet',
      handläggare: undefined,
      öppnat: now(),
      version: 1,
    };
  const own = (who: Medborgare, id: string): Ansökan | undefined => {
    const found = ansökningar.get(id);
    if (!found || !vuxnaI(found).includes(who.id) || (found.status === 'utkast' && found.sökande !== who.id)) return;
    return found;
  };
  const mine = (who: Medborgare) =>
    [...ansökningar.values()].filter((a) => own(who, a.id)).sort((a, b) => b.skapad.localeCompare(a.skapad));
  type Changed = { ok: true; ansökan: Ansökan; events?: Händelse[] } | ReturnType<typeof refuse>;
  const act = async (who: Medborgare, id: string, work: (ansökan: Ansökan) => Changed): Promise<Changed> => {
    const found = own(who, id);
    if (!found) return refuse('finns-inte', 'Ansökan finns inte.', 'Gå till din översikt.');
    const result = work(found);
    if (!result.ok) return result;
    ansökningar.set(id, result.ansökan);
    händelser.push(...(result.events ?? []));
    return result;
  };
  const startförslag = (who: Medborgare) =>
    föreslåAnsökan({
      person: personer.find((p) => p.id === who.id) as Person,
      ansökningar: mine(who),
      ärenden,
      nu: now(),
    });

  return {
    ...yttrandeTestport(),
    ...överklagandeTestport(),
    ...dokumentTestport({ own, now, händelser }),
    ...kontoTestport(now),
    ...minaSidorTestport({ now, ansökningar, ärenden, händelser }),
    ansökningar,
    kommun: { namn: 'Lindviks kommun', nämnd: 'Socialnämnden', telefon: '0000-12 34 56', telefontid: 'vardagar 9–15' },
    väg: {
      minaPersonhändelser: async () => [],
      bedömningVäntar: async () => undefined,
      oförklaradFrånvaro: async () => [],
      minaPlaner: async () => [],
      minPlanPdf: async () => undefined,
      minaMöten: async () => INGA_MÖTEN,
    } as Partial<MedborgarPort['väg']> as MedborgarPort['väg'],
    idag: () => dagFör(now()),
    som: (vem) => ({ id: PERSONER[vem].id, förnamn: personer.find((p) => p.id === PERSONER[vem].id)?.förnamn ?? '' }),

    översikt: async (who) => ({
      ärenden: ärenden.filter((ä) => [ä.sökande, ä.medsökande].includes(who.id)),
      ansökningar: mine(who).map((a) => ({
        ansökan: synligFör(a, who.id),
        beslut: beslut.get(a.id)?.beslut,
        utbetalning: beslut.get(a.id)?.utbetalning,
      })),
      attSkrivaUnder: mine(who)
        .filter((a) => a.status === 'inskickad' && väntarPåUnderskrift(a).includes(who.id))
        .map((a) => synligFör(a, who.id)),
    }),
    startförslag: async (who) => startförslag(who),
    starta: async (who, val) => {
      const förslag = startförslag(who);
      const sökt = val.medsökande;
      const medsökande =
        sökt === 'samma' ? förslag.medsökande : sökt && personer.find((p) => p.personnummer === sökt.personnummer)?.id;
      if (medsökande === who.id)
        return refuse('samma-person', 'Det är ditt eget personnummer.', 'Skriv den andra personens personnummer.', [
          { fält: 'medsokande', text: 'Skriv den andra personens personnummer. Det här är ditt eget.' },
        ]);
      const ärende = nyttÄrende(who.id, val.slag === 'tillagg' ? undefined : medsökande);
      const historik = mine(who).map((a) => ({ ansökan: a.id, månad: a.månad, status: a.status, slag: a.slag }));
      const result = startaAnsökan({
        id: randomUUID(),
        ärende,
        person: who.id,
        slag: val.slag,
        månad: val.månad,
        kanal: 'webb',
        historik: { ansökningar: historik },
        föregående:
          val.slag === 'tillagg'
            ? mine(who).find((a) => beslut.has(a.id) && a.månad === val.månad)
            : förslag.föregående,
        nu: now(),
      });
      if (!result.ok) return result;
      if (!ärenden.includes(ärende)) ärenden.push(ärende);
      ansökningar.set(result.ansökan.id, result.ansökan);
      händelser.push(...result.events);
      return result;
    },
    begärAkutHjälp: async (who, val) => {
      const ärende = nyttÄrende(who.id, undefined);
      const result = begärAkutHjälp({
        ...val,
        id: randomUUID(),
        ärende,
        person: who.id,
        metod: 'oidc',
        kanal: 'webb',
        känt: {},
        nu: now(),
      });
      if (!result.ok) return result;
      ärenden.push(ärende);
      ansökningar.set(result.ansökan.id, result.ansökan);
      händelser.push(...result.events);
      return result;
    },
    separera: async (who, id) => {
      const i = ärenden.findIndex((ä) => ä.id === id && [ä.sökande, ä.medsökande].includes(who.id));
      if (i < 0) return refuse('finns-inte', 'Ärendet finns inte.', 'Gå till din översikt.');
      const result = separera(ärenden[i] as Ärende, [...ansökningar.values()], { person: who.id, nu: now() });
      if (!result.ok) return result;
      ärenden[i] = result.ärende;
      for (const a of result.ansökningar) ansökningar.set(a.id, a);
      händelser.push(...result.events);
      return { ok: true, ärende: result.ärende };
    },
    hämta: async (who, id): Promise<Ansökansbild | undefined> => {
      const ansökan = own(who, id);
      const ärende = ansökan && ärenden.find((ä) => ä.id === ansökan.ärende);
      if (!ansökan || !ärende) return undefined;
      const väntar = ansökan.inkommen !== undefined && !beslut.has(id) && ansökan.status !== 'aterkallad';
      return {
        ansökan: synligFör(ansökan, who.id),
        ärende,
        vuxna: vuxnaI(ansökan).map((p) => ({
          id: p,
          namn: p === who.id ? `${personer.find((x) => x.id === p)?.förnamn} Testsson` : '',
        })),
        händelser: händelser.filter((h) => h.ansökan === id && serHändelse(h, who.id)),
        beslut: beslut.get(id)?.beslut,
        beräkning: beslut.get(id)?.beräkning,
        underlag: beslut.get(id)?.underlag,
        utbetalning: beslut.get(id)?.utbetalning,
        svarSenast: väntar ? new Date(Date.parse(ansökan.inkommen ?? '') + DYGN_MS).toISOString() : undefined,
        underskriftSenast: underskriftsfrist(ansökan),
      };
    },
    spara: (who, id, svar, baseradPå) =>
      act(who, id, (a) => sparaSvar(a, { person: who.id, svar, baseradPå, nu: now() })),
    läsKonto: ({ clearing }) =>
      clearing === '3300'
        ? { ok: true, bank: 'Nordea' }
        : { ok: false, fel: `Ingen bank har clearingnumret ${clearing}.` },
    skickaIn: (who, id, baseradPå) =>
      act(who, id, (a) => {
        const sent = skickaIn(a, { person: who.id, baseradPå, nu: now() });
        if (!sent.ok) return sent;
        const avser = dokumenthash(sent.ansökan.uppgifter);
        const signed = signera(sent.ansökan, { person: who.id, metod: 'oidc', avser, nu: now() });
        return signed.ok ? { ...signed, events: [...sent.events, ...signed.events] } : signed;
      }),
    signera: (who, id, val) =>
      act(who, id, (a) =>
        signera(a, {
          person: who.id,
          metod: 'oidc',
          avser: val.avser,
          nu: now(),
          önskarHandläggare: val.önskarHandläggare,
          ...(val.meddelande ? { meddelande: val.meddelande } : {}),
        }),
      ),
    återkalla: (who, id) => act(who, id, (a) => återkalla(a, { person: who.id, nu: now() })),
    brev: async (who, id) =>
      [...beslut.values()].some((b) => b.beslut.id === id && own(who, b.beslut.ansökan)) ? pdf('beslut') : undefined,
    kvitto: async (who, id) => (own(who, id)?.inskickad ? pdf('kvitto') : undefined),

    besluta: (id) => {
      const stored = ansökningar.get(id);
      if (!stored) throw new Error(`There is no application ${id}`);
      let ansökan: Ansökan = stored;
      const adults = vuxnaI(ansökan);
      const registersvar = Object.fromEntries(
        adults.map((person) => [
          person,
          MINSTA_KÄLLOR.map((källa) => ({
            källa,
            kvalitet: 'inget-hos-oss' as const,
            hämtad: now(),
            version: 'prov',
            uppgifter: [],
          })),
        ]),
      );
      for (const person of adults) {
        const answered: { ansökan: Ansökan; events: Händelse[] } = done(
          registreraRegistersvar(ansökan, {
            id: randomUUID(),
            person,
            källor: MINSTA_KÄLLOR,
            skickad: now(),
            svar: registersvar[person] ?? [],
            nu: now(),
          }),
        );
        ansökan = answered.ansökan;
        händelser.push(...answered.events);
      }
      const födda = Object.fromEntries(personer.map((p) => [p.id, födelsedag(p.personnummer)]));
      const grund = { ansökan, registersvar, historik: INGEN_HISTORIK, justeringar: [], kommun: '0001', födda };
      const utredning = byggUnderlag(grund);
      const svar = beräknaÄrende(utredning);
      if (svar.slag !== 'beraknad') throw new Error(JSON.stringify(svar));
      const { utfall, bistand } = svar.beräkning;
      if (utfall === 'bedoms' || bistand === null) throw new Error('Something must be settled by a person first');
      const beräkningId = randomUUID();
      const läst = läsUnderlag(utredning.underlag);
      const made = done(
        beslutaManuellt(
          { ansökan, utredning, beräkning: svar, beräkningId, delegation: [DELEGATION] },
          {
            id: randomUUID(),
            av: HANDLÄGGARE,
            sett: { beräkningId, utfall, belopp: Math.round(bistand * 100) },
            motivering: 'Du har rätt till försörjningsstöd enligt beräkningen.',
            kommunicering: { slag: 'genomford', skickad: '2026-11-26', svar: undefined },
            nu: now(),
          },
        ),
      );
      const planned = planeraUtbetalning({
        id: randomUUID(),
        beslut: made.beslut,
        ansökan: made.ansökan,
        utbetalningsdag: '2026-11-27',
        nu: now(),
      });
      ansökningar.set(id, made.ansökan);
      händelser.push(...made.events, ...(planned.ok ? planned.events : []));
      beslut.set(id, {
        beslut: made.beslut,
        beräkning: svar.beräkning,
        underlag: läst.ok ? läst.underlag : undefined,
        utbetalning: planned.ok ? planned.utbetalning : undefined,
      });
      return made.beslut;
    },
  };
}

function done<T>(result: ({ ok: true } & T) | ReturnType<typeof refuse>): T {
  if (!result.ok) throw new Error(`${result.refusal.text} ${result.refusal.tillåtet}`);
  return result;
}

function pdf(what: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7 ${what}`);
}

/** Nothing booked, nothing to book: meetings are tested on the server's port with a database. */
const INGA_MÖTEN = {
  nu: '2026-11-24T08:00:00.000Z',
  möten: [],
  anteckningar: [],
  lediga: [],
  samordnare: undefined,
  eftervårdTill: undefined,
};
