import { type Kravgrund, taleSenast, återkravsregler } from '@stegvis/rules';
import { type Ansökan, vuxnaI } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import {
  type Delbetalning,
  kvarAttBetala,
  nästaÅterkravsstatus,
  type Återkrav,
  type Återkravsövergång,
  återkravsfrist,
} from './aterkrav.ts';
import { beloppstext, type Öre } from './belopp.ts';
import { type Beslut, beslutsform } from './beslut.ts';
import { type Delegationspunkt, gällerDen } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import type { Utförare } from './overklagande.ts';
import { type ActResult, type Fältfel, type Refused, refuse } from './refusal.ts';
import { type Dag, dagFör, dagIOrd, type Tidpunkt } from './tid.ts';
import type { Utbetalning } from './utbetalning.ts';
import type { Verkställighet } from './verkstallighet.ts';

type Utfört = ActResult<{ återkrav: Återkrav; events: Händelse[] }>;
type Vem = Pick<Användare, 'id' | 'namn' | 'titel'>;

/** Opens a matter on one adult about one decision's money. Refused when the law gives no claim, and when nothing has been paid. */
export function öppnaÅterkrav(
  läge: {
    ansökan: Pick<Ansökan, 'id' | 'ärende' | 'sökande' | 'medsökande'>;
    beslut: Beslut;
    utbetalningar: readonly Utbetalning[];
    verkställighet: readonly Verkställighet[];
  },
  input: { id: string; person: string; grund: Kravgrund; omständighet: string; belopp: Öre; av: Vem; nu: Tidpunkt },
): Utfört {
  const { ansökan, beslut } = läge;
  if (beslut.ansökan !== ansökan.id || !vuxnaI(ansökan).includes(input.person))
    return refuse('fel-person', 'Personen har inte fått biståndet.', 'Välj en av de vuxna som beslutet gäller.', [
      { fält: 'person', text: 'Välj vem kravet riktas mot.' },
    ]);
  const form = beslutsform(beslut);
  const { hinder, lagrum } = återkravsregler({
    grund: input.grund,
    beviljat: dagFör(beslut.beslutad),
    bestämmelse: form.bestämmelse,
    uppgivenGrund: form.återkrav?.grund,
    delgivet: läge.verkställighet.some((h) => h.beslut === beslut.id && h.slag === 'delgivet'),
  });
  if (hinder.length > 0)
    return refuse('ingen-grund', hinder.join(' '), 'Välj en annan grund, eller öppna inget krav.', [
      { fält: 'grund', text: hinder.join(' ') },
    ]);
  const betalda = läge.utbetalningar.filter(
    (u) => u.beslut === beslut.id && ['skickad', 'utbetald'].includes(u.status),
  );
  const betalt = betalda.reduce((sum, u) => sum + u.belopp, 0);
  if (betalt === 0)
    return refuse('inget-betalt', 'Inget är utbetalt av det beslutet.', 'Stoppa utbetalningen i stället.');
  const fält = [
    ...beloppsfel('belopp', input.belopp, betalt),
    ...(input.omständighet.trim() === '' ? [{ fält: 'omstandighet', text: 'Skriv vad som har hänt.' }] : []),
  ];
  if (fält.length > 0) return ofullständig(fält);
  const uppkom = betalda.map((u) => u.utbetalningsdag).sort()[0]!;
  return {
    ok: true,
    återkrav: {
      id: input.id,
      ärende: ansökan.ärende,
      ansökan: ansökan.id,
      beslut: beslut.id,
      person: input.person,
      grund: input.grund,
      lagrum,
      omständighet: input.omständighet.trim(),
      belopp: input.belopp,
      kostnadUppkom: uppkom,
      taleSenast: taleSenast(uppkom),
      status: 'uppmarksammat',
      underlag: undefined,
      svar: undefined,
      krav: undefined,
      eftergifter: [],
      plan: [],
      betalningar: [],
      talan: undefined,
      avslut: undefined,
      öppnat: input.nu,
      öppnatAv: som(input.av),
      version: 1,
    },
    events: [],
  };
}

/** Everything a member of staff may do with an open matter. */
export type Återkravssteg =
  | { slag: 'inled' }
  | { slag: 'lagg-ner'; skäl: string }
  | { slag: 'kommunicera'; text: string; svarSenast: Dag }
  | { slag: 'svar'; text: string }
  | { slag: 'besluta'; belopp: Öre; skäl: string; betalasSenast: Dag }
  | { slag: 'delgivet'; dag: Dag }
  | { slag: 'avsta'; belopp: Öre; skäl: string }
  | { slag: 'plan'; plan: readonly Delbetalning[] }
  | { slag: 'betalning'; dag: Dag; belopp: Öre }
  | { slag: 'talan'; beslutadAv: NonNullable<Återkrav['talan']>['beslutadAv']; beslut: string; väckt: Dag }
  | { slag: 'dom'; skäl: string };

/**
 * One step of a recovery matter. Deciding the claim and remitting need a point of the delegation order for recovery; suing on the ground
 * of 33 kap. 1 § is the board's or a committee's (30 kap. 6 § 6) and names its minutes.
 */
export function taÅterkravssteg(
  återkrav: Återkrav,
  delegation: readonly Delegationspunkt[],
  steg: Återkravssteg,
  { av, nu }: { av: Användare; nu: Tidpunkt },
): Utfört {
  const idag = dagFör(nu);
  const till = (
    övergång: Återkravsövergång,
    ändrat: Partial<Återkrav>,
    händelse?: { typ: Händelse['typ']; text: string },
  ): Utfört => {
    const status = nästaÅterkravsstatus(återkrav.status, övergång);
    if (status === undefined) return felStatus(återkrav);
    return {
      ok: true,
      återkrav: { ...återkrav, ...ändrat, status, version: återkrav.version + 1 },
      events: händelse ? [återkravshändelse(återkrav, händelse.typ, händelse.text, nu)] : [],
    };
  };
  switch (steg.slag) {
    case 'inled':
      return till('utredning-inledd', {});
    case 'lagg-ner':
      if (steg.skäl.trim() === '') return ofullständig([{ fält: 'skalSteg', text: 'Skriv varför.' }]);
      return till(
        'nedlagt',
        { avslut: { skäl: steg.skäl.trim(), av: som(av), tid: nu } },
        återkrav.underlag && {
          typ: 'aterkrav-avslutat',
          text: 'Vi kräver inte tillbaka några pengar.',
        },
      );
    case 'kommunicera': {
      const fält: Fältfel[] = [
        ...(steg.text.trim() === '' ? [{ fält: 'text', text: 'Skriv vad kravet bygger på.' }] : []),
        ...(ärDag(steg.svarSenast) && steg.svarSenast > idag
          ? []
          : [{ fält: 'svarSenast', text: 'Skriv sista dagen för svar, ÅÅÅÅ-MM-DD, efter i dag.' }]),
      ];
      if (fält.length > 0) return ofullständig(fält);
      return till(
        'kommunicerat',
        { underlag: { text: steg.text.trim(), svarSenast: steg.svarSenast, skickat: nu } },
        {
          typ: 'aterkrav-kommunicerat',
          text: `Vi tror att du har fått för mycket pengar. Läs och svara senast ${dagIOrd(steg.svarSenast)}.`,
        },
      );
    }
    case 'svar':
      return besvara(återkrav, { text: steg.text, upptagetAv: som(av), nu });
    case 'besluta': {
      if (återkrav.status === 'kommunicerat' && återkrav.svar === undefined && idag <= återkrav.underlag!.svarSenast)
        return refuse(
          'vantar-pa-svar',
          `Den enskilde kan svara till och med ${dagIOrd(återkrav.underlag!.svarSenast)}.`,
          'Vänta på svaret (25 § förvaltningslagen).',
        );
      const punkt = återkravspunkt(delegation, av, idag);
      if (punkt === undefined) return inteDelegeratÅterkrav();
      const fält: Fältfel[] = [
        ...beloppsfel('belopp', steg.belopp, återkrav.belopp),
        ...(steg.skäl.trim() === '' ? [{ fält: 'skalSteg', text: 'Skriv skälen för kravet.' }] : []),
        ...(ärDag(steg.betalasSenast) && steg.betalasSenast > idag
          ? []
          : [{ fält: 'betalasSenast', text: 'Skriv sista dagen att betala, ÅÅÅÅ-MM-DD, efter i dag.' }]),
      ];
      if (fält.length > 0) return ofullständig(fält);
      return till(
        'krav-beslutat',
        {
          krav: {
            belopp: steg.belopp,
            skäl: steg.skäl.trim(),
            betalasSenast: steg.betalasSenast,
            av: som(av),
            punkt,
            tid: nu,
            delgivet: undefined,
          },
        },
        { typ: 'aterkrav-beslutat', text: `Vi kräver tillbaka ${beloppstext(steg.belopp)}. Läs beslutet.` },
      );
    }
    case 'delgivet':
      if (återkrav.krav === undefined) return felStatus(återkrav);
      if (!ärDag(steg.dag) || steg.dag < dagFör(återkrav.krav.tid) || steg.dag > idag)
        return ofullständig([{ fält: 'delgivetDag', text: 'Skriv dagen, från beslutsdagen till och med i dag.' }]);
      return {
        ok: true,
        återkrav: {
          ...återkrav,
          krav: { ...återkrav.krav, delgivet: steg.dag },
          version: återkrav.version + 1,
        },
        events: [],
      };
    case 'avsta': {
      const punkt = återkravspunkt(delegation, av, idag);
      if (punkt === undefined) return inteDelegeratÅterkrav();
      const högst = återkrav.krav === undefined ? återkrav.belopp : kvarAttBetala(återkrav);
      const fält: Fältfel[] = [
        ...beloppsfel('belopp', steg.belopp, högst),
        ...(steg.skäl.trim() === '' ? [{ fält: 'skalSteg', text: 'Skriv skälen för att avstå.' }] : []),
      ];
      if (fält.length > 0) return ofullständig(fält);
      const helt = steg.belopp === högst;
      return till(
        helt ? 'avstatt-helt' : 'avstatt-delvis',
        {
          eftergifter: [...återkrav.eftergifter, { belopp: steg.belopp, skäl: steg.skäl.trim(), av: som(av), tid: nu }],
          ...(helt ? { avslut: { skäl: 'Hela kravet är efterskänkt.', av: som(av), tid: nu } } : {}),
        },
        {
          typ: helt ? 'aterkrav-avslutat' : 'aterkrav-andrat',
          text: helt
            ? 'Du behöver inte betala tillbaka något mer.'
            : `Du behöver inte betala ${beloppstext(steg.belopp)} av kravet.`,
        },
      );
    }
    case 'plan': {
      const summa = steg.plan.reduce((sum, d) => sum + d.belopp, 0);
      if (
        steg.plan.length === 0 ||
        steg.plan.some((d) => !ärDag(d.dag) || d.dag <= idag || !Number.isSafeInteger(d.belopp) || d.belopp <= 0) ||
        summa !== kvarAttBetala(återkrav)
      )
        return ofullständig([
          {
            fält: 'rater',
            text: `Delarna ska vara efter i dag och bli ${beloppstext(kvarAttBetala(återkrav))} tillsammans.`,
          },
        ]);
      return till(
        'plan-gjord',
        { plan: steg.plan.toSorted((a, b) => (a.dag < b.dag ? -1 : 1)) },
        { typ: 'aterkrav-andrat', text: `Du betalar tillbaka i ${steg.plan.length} delar. Läs planen.` },
      );
    }
    case 'betalning': {
      const kvar = kvarAttBetala(återkrav);
      const fält: Fältfel[] = [
        ...beloppsfel('belopp', steg.belopp, kvar),
        ...(ärDag(steg.dag) && steg.dag <= idag ? [] : [{ fält: 'betalningsdag', text: 'Skriv dagen, senast i dag.' }]),
      ];
      if (fält.length > 0) return ofullständig(fält);
      const allt = steg.belopp === kvar;
      return till(
        allt ? 'slutbetalt' : 'betalning',
        { betalningar: [...återkrav.betalningar, { dag: steg.dag, belopp: steg.belopp, av: som(av), tid: nu }] },
        {
          typ: 'aterkrav-betalning',
          text: allt
            ? 'Du har betalat tillbaka allt. Det är klart.'
            : `Du har betalat ${beloppstext(steg.belopp)}. ${beloppstext(kvar - steg.belopp)} är kvar.`,
        },
      );
    }
    case 'talan': {
      const { talan } = återkravsregler({
        grund: återkrav.grund,
        beviljat: dagFör(återkrav.öppnat),
        bestämmelse: '12:1',
        uppgivenGrund: undefined,
        delgivet: true,
      });
      if (talan === 'namnd-eller-utskott' && steg.beslutadAv === 'enligt-delegation')
        return refuse(
          'bara-namnden',
          'Bara nämnden eller ett utskott får besluta om talan på den här grunden.',
          'Ta frågan till nämnden eller utskottet (30 kap. 6 § 6 socialtjänstlagen).',
          [{ fält: 'beslutadAv', text: 'Välj nämnden eller utskottet (30 kap. 6 § 6 socialtjänstlagen).' }],
        );
      const fält: Fältfel[] = [
        ...(steg.beslut.trim() === '' ? [{ fält: 'protokoll', text: 'Skriv beslutets dag och paragraf.' }] : []),
        ...(ärDag(steg.väckt) && steg.väckt <= idag && steg.väckt <= återkrav.taleSenast
          ? []
          : [
              {
                fält: 'vackt',
                text: `Skriv dagen, senast i dag och senast ${återkrav.taleSenast} (33 kap. 5 § socialtjänstlagen).`,
              },
            ]),
      ];
      if (fält.length > 0) return ofullständig(fält);
      return till(
        'talan-vackt',
        { talan: { beslutadAv: steg.beslutadAv, beslut: steg.beslut.trim(), väckt: steg.väckt, av: som(av) } },
        { typ: 'aterkrav-andrat', text: 'Vi har bett förvaltningsrätten att pröva kravet.' },
      );
    }
    case 'dom':
      if (steg.skäl.trim() === '') return ofullständig([{ fält: 'skalSteg', text: 'Skriv vad domstolen har sagt.' }]);
      return till(
        'dom',
        { avslut: { skäl: steg.skäl.trim(), av: som(av), tid: nu } },
        { typ: 'aterkrav-avslutat', text: 'Förvaltningsrätten har prövat kravet.' },
      );
  }
}

/** The person's own answer before the claim is decided, or what staff wrote down of it. */
export function besvara(
  återkrav: Återkrav,
  input: { text: string; upptagetAv: Utförare | undefined; nu: Tidpunkt },
): Utfört {
  if (återkrav.status !== 'kommunicerat')
    return refuse('for-sent', 'Det går inte att svara nu.', 'Ring oss om du vill tillägga något.');
  const text = input.text.replace(/\r\n/g, '\n').trim();
  if (text === '') return ofullständig([{ fält: 'svar', text: 'Skriv ditt svar.' }]);
  if (text.length > 10_000)
    return ofullständig([{ fält: 'svar', text: 'Texten är för lång. Skriv högst 10 000 tecken.' }]);
  return {
    ok: true,
    återkrav: {
      ...återkrav,
      svar: {
        text: [återkrav.svar?.text, text].filter(Boolean).join('\n\n'),
        tid: input.nu,
        upptagetAv: input.upptagetAv,
      },
      version: återkrav.version + 1,
    },
    events: [
      återkravshändelse(
        återkrav,
        'aterkrav-andrat',
        input.upptagetAv ? 'Vi har skrivit ner vad du sa.' : 'Vi har fått ditt svar. En handläggare läser det.',
        input.nu,
      ),
    ],
  };
}

/** What time does by itself: a claim that was not paid is overdue, one whose last day to sue has passed is closed. */
export function låtÅterkravetGå(
  återkrav: Återkrav,
  nu: Tidpunkt,
): { återkrav: Återkrav; events: Händelse[] } | undefined {
  const { förfallet, talan } = återkravsfrist(återkrav, dagFör(nu));
  const preskriberat = talan === 'passerad' ? nästaÅterkravsstatus(återkrav.status, 'preskriberat') : undefined;
  if (preskriberat)
    return {
      återkrav: {
        ...återkrav,
        status: preskriberat,
        avslut: {
          skäl: 'Tiden för att väcka talan har gått ut (33 kap. 5 § socialtjänstlagen).',
          av: { id: 'system', namn: 'Stegvis', titel: '' },
          tid: nu,
        },
        version: återkrav.version + 1,
      },
      events: [återkravshändelse(återkrav, 'aterkrav-avslutat', 'Vi driver inte kravet på dig längre.', nu)],
    };
  const status = förfallet ? nästaÅterkravsstatus(återkrav.status, 'forfallet') : undefined;
  if (!status) return undefined;
  return {
    återkrav: { ...återkrav, status, version: återkrav.version + 1 },
    events: [
      återkravshändelse(
        återkrav,
        'aterkrav-andrat',
        'Vi har inte fått pengarna i tid. Hör av dig, så hittar vi en lösning.',
        nu,
      ),
    ],
  };
}

/** The point of the delegation order for recovery, in force on the day, for one of the roles. */
function återkravspunkt(punkter: readonly Delegationspunkt[], av: Användare, dag: Dag): string | undefined {
  return punkter.find(
    (p) =>
      av.aktiv &&
      p.villkor?.återkrav === true &&
      p.delegat.slag === 'roll' &&
      av.roller.includes(p.delegat.roll) &&
      gällerDen(p, dag),
  )?.punkt;
}

function inteDelegeratÅterkrav(): Refused {
  return refuse(
    'inte-delegerat',
    'Delegationsordningen ger dig inte rätt att besluta om återkrav eller att avstå.',
    'Lämna över till någon som har den rätten, eller ta det till nämnden.',
  );
}

function återkravshändelse(återkrav: Återkrav, typ: Händelse['typ'], text: string, tid: Tidpunkt): Händelse {
  return { ärende: återkrav.ärende, ansökan: återkrav.ansökan, typ, tid, text, synlig: { person: återkrav.person } };
}

function felStatus({ status }: Återkrav): Refused {
  return refuse('fel-status', `Återkravet är ${status}.`, 'Läs om sidan och se vad som går att göra nu.');
}

function ofullständig(fält: Fältfel[]): Refused {
  return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
}

function beloppsfel(fält: string, belopp: Öre, högst: Öre): Fältfel[] {
  return Number.isSafeInteger(belopp) && belopp > 0 && belopp <= högst
    ? []
    : [{ fält, text: `Skriv ett belopp över 0 och högst ${beloppstext(högst)}.` }];
}

function som({ id, namn, titel }: Vem): Utförare {
  return { id, namn, titel };
}

function ärDag(text: string): boolean {
  const tid = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(tid) && new Date(tid).toISOString().slice(0, 10) === text;
}
