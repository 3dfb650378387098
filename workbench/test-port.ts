import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  avsettUtfall,
  type Beslut,
  beräknaÄrende,
  beslutaManuellt,
  byggUnderlag,
  type Delegationspunkt,
  type Dokument,
  dokumenthash,
  FÖRVALD_AUTOMATIK,
  födelsedag,
  föreslå,
  type Historik,
  INGA_OMSTÄNDIGHETER,
  type Justering,
  type Källa,
  kvitteraVarningar,
  planeraUtbetalning,
  type Registersvar,
  type Registeruppgift,
  refuse,
  type Uppgifter,
  type Utbetalning,
  varningarAttKvittera,
  vuxnaI,
  vägraOkvitterade,
  ändraGodkändaBelopp,
} from '@stegvis/casework';
import { automatiktestport } from './automatik-testport.ts';
import { beslutTestport } from './beslut-testport.ts';
import { betalningTestport } from './betalning-testport.ts';
import { dokumentTestport } from './dokument-testport.ts';
import { type Handläggningsläge, handläggningTestport, tomtHandläggningsläge } from './handlaggning-test-port.ts';
import { meddelandetestport } from './meddelande-test-port.ts';
import { efterTestport } from './overklagande-testport.ts';
import type { HandläggarPort, Medarbetare } from './port.ts';
import { ramtestport } from './ram-testport.ts';
import { registertestport } from './register-testport.ts';

const NU = '2026-11-26T10:00:00.000Z';
const INKOM = '2026-11-25T16:00:00.000Z';

/** Official test personnummer (Skatteverket's list). */
const PERSONNUMMER = ['189001019802', '189001029819'] as const;

export const HANDLÄGGARE: Medarbetare = {
  id: 'a1',
  namn: 'Handläggare',
  titel: 'Socialsekreterare',
  roller: ['handlaggare'],
};
export const BEHÖRIG: Medarbetare = { ...HANDLÄGGARE, id: 'a2', roller: ['handlaggare', 'skyddade-uppgifter'] };
export const UTBETALARE: Medarbetare = { ...HANDLÄGGARE, id: 'a3', titel: 'Ekonom', roller: ['utbetalare'] };
export const GRANSKARE: Medarbetare = { ...HANDLÄGGARE, id: 'a4', titel: 'Granskare', roller: ['granskare'] };

const DELEGATION: Delegationspunkt = {
  id: 'd1',
  punkt: '4.1',
  text: 'Beslut om försörjningsstöd',
  delegat: { slag: 'roll', roll: 'handlaggare' },
  utfall: ['bifall', 'delavslag', 'avslag'],
  från: '2026-07-01',
  till: undefined,
};
const AUTOMATIK: Delegationspunkt = {
  id: 'd2',
  punkt: '4.7',
  text: 'Automatiskt bifall',
  delegat: { slag: 'automatisk', funktion: 'Automatiskt bifall', påslagen: true },
  utfall: ['bifall'],
  från: '2026-07-01',
  till: undefined,
};

/** The households, by what stops them. */
export const ÄRENDEN = {
  skiljer: 'skiljer',
  insättning: 'insattning',
  hyra: 'hyra',
  lucka: 'lucka',
  rent: 'rent',
  skyddad: 'skyddad',
} as const;

const VUXEN = 'v1';
const ANDRA = 'v2';

function svar(källa: Källa, uppgifter: Registeruppgift[], own: Partial<Registersvar> = {}): Registersvar {
  return {
    källa,
    kvalitet: uppgifter.length > 0 ? 'svarat' : 'inget-hos-oss',
    hämtad: INKOM,
    version: 'SSBTEK v10',
    uppgifter,
    ...own,
  };
}
function betalt(inkomsttyp: 'barnbidrag' | 'sjukpenning', netto: number): Registeruppgift {
  return { slag: 'utbetalning', inkomsttyp, netto, utbetald: '2026-11-20', planerad: false, ursprung: 'FK' };
}

interface Läge extends Handläggningsläge {
  historik: Historik;
  svar: Record<string, Registersvar[]>;
  justeringar: Justering[];
  beslut: Beslut | undefined;
  skyddad: boolean;
}

function hushåll(id: string): Läge {
  const par = id === ÄRENDEN.skiljer;
  const vuxna = par ? [VUXEN, ANDRA] : [VUXEN];
  const uppgifter: Uppgifter = {
    hushall: { personerIBostaden: vuxna.length + (par ? 1 : 0), ...(par ? { sambor: true } : {}) },
    barn: par ? [{ id: 'b1', namn: 'Barn ett', fodd: '2026-04-21' }] : [],
    boende: { form: 'hyresratt' },
    kostnader: [{ id: 'k1', typ: 'boende', belopp: id === ÄRENDEN.hyra ? 795000 : 600000 }],
    inkomster: [
      ...(par ? [{ id: 'i1', person: VUXEN, typ: 'sjukpenning' as const, belopp: 980000 }] : []),
      ...(id === ÄRENDEN.insättning ? [{ id: 'i2', person: VUXEN, typ: 'insattning' as const, belopp: 60000 }] : []),
    ],
    tillgangar: [],
    konto: { clearing: '9999', nummer: '1234567', innehavare: VUXEN },
    intygat: true,
  };
  const ansökan: Ansökan = {
    id,
    ärende: `arende-${id}`,
    slag: 'ateransokan',
    månad: '2026-12',
    sökande: VUXEN,
    medsökande: par ? ANDRA : undefined,
    kanal: 'webb',
    status: 'utreds',
    uppgifter,
    version: 5,
    skapad: INKOM,
    ändrad: INKOM,
    inskickad: INKOM,
    inkommen: INKOM,
    underskrifter: vuxna.map((person) => ({
      person,
      tid: INKOM,
      metod: 'oidc',
      avser: dokumenthash(uppgifter),
      önskarHandläggare: false,
    })),
  };
  const tyst = {
    kvalitet: 'ej-kontrollerbar',
    fel: { kod: 'timeout', text: 'Svaret kom inte i tid.', tillfälligt: true },
  } as const;
  const fk = par
    ? svar('FK', [betalt('sjukpenning', 918400), betalt('barnbidrag', 125000)])
    : svar('FK', [], id === ÄRENDEN.lucka ? tyst : {});
  const tomma = (['AF', 'CSN', 'SO'] as const).map((källa) => svar(källa, []));
  return {
    ansökan,
    historik: {
      beslut: [
        {
          ansökan: 'forra',
          månad: '2026-11',
          utfall: 'bifall',
          belopp: 410200,
          hushåll: {
            vuxna,
            sambor: par,
            personerIBostaden: vuxna.length + (par ? 1 : 0),
            barn: par ? [{ fodd: '2026-04-21', dagar: undefined, skolungdom: false }] : [],
          },
          inkomster: par
            ? [
                { person: VUXEN, typ: 'sjukpenning', netto: 980000 },
                { person: VUXEN, typ: 'barnbidrag', netto: 125000 },
              ]
            : [],
          avPerson: true,
          kostnader: uppgifter.kostnader!.map(({ typ, belopp }) => ({ typ, belopp })),
        },
      ],
      ansökningar: [],
      biståndsmånader: { [VUXEN]: ['2026-10', '2026-11'] },
    },
    svar: { [VUXEN]: [fk, ...tomma], ...(par ? { [ANDRA]: [svar('FK', []), ...tomma] } : {}) },
    justeringar: [],
    händelser: [],
    beslut: undefined,
    skyddad: id === ÄRENDEN.skyddad,
    handläggare: undefined,
    ...tomtHandläggningsläge(),
  };
}

/** The staff's port in memory, on the real acts and rules; the household that nothing stops is decided and paid at the start. */
export function testPort(): HandläggarPort & { läge(id: string): Läge & { rader(): string[] } } {
  const lägen = new Map(Object.values(ÄRENDEN).map((id) => [id as string, hushåll(id)]));
  const utbetalningar: Utbetalning[] = [];
  const räkna = (l: Läge) => {
    const födda = Object.fromEntries(
      vuxnaI(l.ansökan).map((id, i) => [id, födelsedag(PERSONNUMMER[i]!.replace(/^1890/, '1990'))]),
    );
    const utredning = byggUnderlag({
      ansökan: l.ansökan,
      kommun: '0001',
      födda,
      registersvar: l.svar,
      historik: l.historik,
      justeringar: l.justeringar,
    });
    const beräkning = beräknaÄrende(utredning);
    const personer = vuxnaI(l.ansökan).map((id) => ({ id, skyddad: l.skyddad }));
    const förslag = föreslå({
      ansökan: l.ansökan,
      personer,
      historik: l.historik,
      registersvar: l.svar,
      utredning,
      beräkning,
      omständigheter: INGA_OMSTÄNDIGHETER,
      ram: 'ingen',
      delegation: AUTOMATIK,
      automatik: { ...FÖRVALD_AUTOMATIK, läge: 'pa' },
      idag: '2026-11-26',
    });
    const varningar = varningarAttKvittera(
      förslag.slag === 'till-handlaggare' ? förslag.stopp : [],
      beräkning.slag === 'beraknad' ? beräkning.beräkning.varningar : [],
    );
    return { utredning, beräkning, förslag, varningar, beräkningId: `${l.ansökan.id}-${l.justeringar.length}` };
  };
  const får = (who: Medarbetare, l: Läge | undefined): l is Läge =>
    l !== undefined && who.roller.includes('handlaggare') && (!l.skyddad || who.roller.includes('skyddade-uppgifter'));
  const saknas = () => refuse('finns-inte', 'Ansökan finns inte, eller så får du inte öppna den.', 'Gå till kön.');
  const ändrad = () =>
    refuse(
      'andrad-pa-annat-hall',
      'Någon annan har ändrat i ärendet sedan du öppnade det.',
      'Läs om sidan. Det du skrev finns kvar i formuläret.',
    );
  const fatta = (l: Läge, who: Medarbetare, val: Parameters<HandläggarPort['besluta']>[2]) => {
    const { utredning, beräkning, varningar, beräkningId } = räkna(l);
    const kvitterat = kvitteraVarningar(
      { ansökan: l.ansökan, varningar, kvittenser: l.kvittenser },
      { varningar: val.kvitterade, av: who, nu: NU },
    );
    if (!kvitterat.ok) return kvitterat;
    l.kvittenser.push(...kvitterat.kvittenser);
    const okvitterat = vägraOkvitterade(varningar, l.kvittenser);
    if (okvitterat) return okvitterat;
    const result = beslutaManuellt(
      { ansökan: l.ansökan, utredning, beräkning, beräkningId, delegation: [DELEGATION] },
      {
        id: randomUUID(),
        av: { ...who, inloggning: 'sub', aktiv: true },
        sett: val.sett,
        motivering: val.motivering,
        kommunicering: val.kommunicering,
        nu: NU,
      },
    );
    if (!result.ok) return result;
    l.ansökan = result.ansökan;
    l.beslut = result.beslut;
    l.händelser.push(...result.events);
    const plan = planeraUtbetalning({
      id: randomUUID(),
      beslut: result.beslut,
      ansökan: l.ansökan,
      utbetalningsdag: '2026-11-27',
      nu: NU,
    });
    if (plan.ok) utbetalningar.push(plan.utbetalning);
    return { ok: true as const, beslut: result.beslut };
  };
  const öppna = [...lägen.values()];
  const dokument: Dokument[] = [];
  const handläggning = handläggningTestport({
    open: (who, id) => {
      const l = lägen.get(id);
      return får(who, l) ? l : undefined;
    },
    alla: öppna,
    varningar: (l) => räkna(l).varningar,
    nu: NU,
  });
  return {
    läge: (id) => {
      const l = lägen.get(id)!;
      return Object.assign(l, { rader: () => räkna(l).utredning.jämförelse.map((r) => r.id) });
    },
    kommun: { namn: 'Lindviks kommun', nämnd: 'Socialnämnden' },
    // Pages about a person are tested on the server's port.
    statistik: {} as HandläggarPort['statistik'],
    väg: { återkomster: async () => [], planföljder: async () => [], ansökansHinder: async () => [] } as Partial<
      HandläggarPort['väg']
    > as HandläggarPort['väg'],
    idag: () => '2026-11-26',
    ...beslutTestport(),
    ...efterTestport(),
    ...dokumentTestport({
      open: (who, id) => (får(who, lägen.get(id)) ? lägen.get(id)?.ansökan : undefined),
      now: () => NU,
      händelser: [],
      dokument,
    }),
    ...meddelandetestport({
      now: () => NU,
      ansökan: (id) => lägen.get(id)?.ansökan,
      namn: (person) => (person === VUXEN ? 'Person Ett' : 'Person Två'),
    }),
    ...handläggning,
    ...registertestport({
      open: (who, id) => (får(who, lägen.get(id)) ? lägen.get(id)?.ansökan : undefined),
      now: () => NU,
      svar: (id) => Object.values(lägen.get(id)?.svar ?? {}).flat(),
    }),
    ...ramtestport({
      open: (who, id) => (får(who, lägen.get(id)) ? lägen.get(id)?.ansökan : undefined),
      now: () => NU,
    }),
    kö: async (who) =>
      öppna
        .filter((l) => !l.beslut)
        .flatMap((l) => {
          const { förslag } = räkna(l);
          return förslag.slag === 'automatiskt-bifall'
            ? []
            : [
                {
                  ansökan: l.ansökan.id,
                  ärendenummer: `2026-${l.ansökan.id}`,
                  nästa: 'ta-stallning' as const,
                  benämning: l.skyddad ? 'Skyddad person' : `Hushåll ${l.ansökan.id}`,
                  månad: l.ansökan.månad,
                  tillbaka: false,
                  slag: l.ansökan.slag,
                  stopp: förslag.stopp,
                  kanal: l.ansökan.kanal,
                  klocka: { minuterGått: 18 * 60, minuterMedPauser: 18 * 60, läge: 'går' as const },
                  handläggare: l.handläggare === undefined ? undefined : { id: l.handläggare, namn: 'Handläggare' },
                  min: l.handläggare === who.id,
                  olästa: 0,
                  svarSenast: undefined,
                },
              ];
        }),
    hämta: async (who, id) => {
      const l = lägen.get(id);
      if (!får(who, l)) return undefined;
      const { utredning, beräkning, förslag, varningar, beräkningId } = räkna(l);
      const närvarande = await handläggning.närvara(who, id);
      return {
        ansökan: l.ansökan,
        ärende: {
          id: l.ansökan.ärende,
          nummer: `2026-${id}`,
          sökande: VUXEN,
          medsökande: l.ansökan.medsökande,
          status: 'oppet',
          handläggare: l.handläggare,
          öppnat: INKOM,
          version: 1,
        },
        vuxna: vuxnaI(l.ansökan).map((v, i) => ({ id: v, namn: `Vuxen ${i + 1}`, personnummer: PERSONNUMMER[i]! })),
        klocka: { minuterGått: 18 * 60, minuterMedPauser: 18 * 60, läge: l.beslut ? 'stannad' : 'går' },
        tidigareBeslut: [],
        registersvar: Object.entries(l.svar).map(([person, svar]) => ({ person, svar })),
        jämförelse: utredning.jämförelse,
        beräkningId,
        beräkning: beräkning.slag === 'beraknad' ? beräkning.beräkning : undefined,
        ingenBeräkning: beräkning.slag === 'ej-i-kraft' ? beräkning.text : undefined,
        stopp: förslag.slag === 'till-handlaggare' ? förslag.stopp : [],
        händelser: l.händelser,
        beslut: l.beslut,
        utbetalning: utbetalningar.find((u) => u.ansökan === id),
        avsett: avsettUtfall(beräkning),
        nedsättningar: [],
        ansvarig: l.handläggare === undefined ? undefined : { namn: 'Handläggare', jag: l.handläggare === who.id },
        varningar,
        kvittenser: l.kvittenser,
        journal: l.journal,
        påminnelser: l.påminnelser,
        närvarande: närvarande ?? [],
        kollegor: [],
        registrering: undefined,
        saknas: [],
        kompletteringar: [],
        olästa: 0,
        läst: NU,
      };
    },
    ändraBelopp: async (who, id, val) => {
      const l = lägen.get(id);
      if (!får(who, l)) return saknas();
      if (l.ansökan.version !== val.baseradPå) return ändrad();
      const result = ändraGodkändaBelopp(l.ansökan, räkna(l).utredning.jämförelse, {
        ändringar: val.ändringar.map((ändring) => ({ ...ändring, id: randomUUID() })),
        av: who,
        nu: NU,
      });
      if (!result.ok) return result;
      l.ansökan = result.ansökan;
      l.justeringar.push(...result.justeringar);
      l.händelser.push(...result.events);
      return { ok: true };
    },
    frågaIgen: async (who, id) => (får(who, lägen.get(id)) ? { ok: true } : saknas()),
    besluta: async (who, id, val) => {
      const l = lägen.get(id);
      if (!får(who, l)) return saknas();
      return l.ansökan.version === val.baseradPå ? fatta(l, who, val) : ändrad();
    },
    brev: async () => undefined,
    ...betalningTestport(utbetalningar),
    ...automatiktestport(NU),
    granskning: async ({ roller }) =>
      roller.includes('granskare') ? { rader: [], fler: false, medarbetare: [] } : undefined,
  };
}
