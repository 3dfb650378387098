import {
  beslutslagrum,
  beslutsregler,
  nedsattMånad,
  prövaNedsättningsgrund,
  type Återkravsgrund,
} from '@stegvis/rules';
import { type Ansökan, nästaStatus } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import { beloppstext, type Öre, öreFrånKronor } from './belopp.ts';
import type { Ärendeberäkning } from './berakna-arende.ts';
import {
  avgörAnsökan,
  type Beslut,
  type BeslutadNedsättning,
  type Beslutsform,
  type Kommunicering,
  redanBeviljat,
  UTFALLSNAMN,
  type Utfall,
} from './beslut.ts';
import { aktivitetsrätt, type Beslutanderätt, beslutanderätt, type Delegationspunkt } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import { avsettUtfall, måsteHöras } from './kommunicera.ts';
import { inteUtredd } from './nedsattning/avse-nedsattning.ts';
import type { Nedsättningsärende } from './nedsattning/nedsattningsarende.ts';
import { type ActResult, type Fältfel, type Refused, refuse } from './refusal.ts';
import { dagFör, månadsnamn, type Tidpunkt } from './tid.ts';
import { gällande, sammanfattatSvar, type UnderrättelseMedSvar, yttrandeläge } from './underrattelse.ts';
import type { Utredning } from './utredning.ts';

/** What a decision by a person is made on. */
export interface Manuelltläge {
  ansökan: Ansökan;
  utredning: Utredning;
  beräkning: Ärendeberäkning;
  beräkningId: string;
  delegation: readonly Delegationspunkt[];
  /** Decisions already made on the application: of the undisputed part, of acute need. */
  tidigare?: readonly Beslut[] | undefined;
  /** Hearings on the application, with their answers. */
  underrättelser?: readonly UnderrättelseMedSvar[] | undefined;
  /** Matters of refusal or reduction that concern the month (SoL 12 kap. 5 §). */
  nedsättningar?: readonly Nedsättningsärende[] | undefined;
}

/** What the caseworker says of a decision on the calculation. */
export interface Beslutsval {
  id: string;
  av: Användare;
  /** What the caseworker saw when deciding; refused when the calculation has changed since. */
  sett: { beräkningId: string; utfall: Utfall; belopp: Öre };
  motivering: string;
  /** Only 'uppenbart-obehovlig' is stated; that a hearing has been held is seen in `underrättelser`. */
  kommunicering?: Kommunicering | undefined;
  /** `ostridig`: decide and pay what nobody disputes now, and the rest after the hearing. */
  del?: 'hela' | 'ostridig' | undefined;
  återkrav?: { grund: Återkravsgrund; omständighet: string } | undefined;
  barnperspektiv?: string | undefined;
  nu: Tidpunkt;
}

/**
 * A caseworker decides. Outcome and amount are those of the calculation the caseworker saw (`sett`), so that nobody decides on a
 * figure that has changed meanwhile; whoever wants another amount settles a row first. Refused while anything is unsettled,
 * without reasons, without a delegation point that covers it, where the order asks for a second person, without a word about the
 * children when it goes against a family, and when it goes against the person who has not been heard (FL 25 §).
 *
 * After a decision of the undisputed part the rest is decided: the amounts of both are together what the calculation gives, never
 * more. A first decision is never taken back by the second (FL 37 §): when less is found afterwards the rest is nothing.
 */
export function beslutaManuellt(
  läge: Manuelltläge,
  input: Beslutsval,
): ActResult<{ ansökan: Ansökan; beslut: Beslut; events: Händelse[] }> {
  const prövat = prövaBeslut(läge, input);
  if (!prövat.ok) return prövat;
  if (prövat.rätt.andraPerson !== undefined) return behöverTvå(prövat.rätt);
  return { ok: true, ansökan: prövat.ansökan, beslut: prövat.beslut, events: beslutshändelser(prövat.beslut) };
}

/** Refusal where the order asks for a second person. */
export function behöverTvå({ punkt, andraPerson }: Beslutanderätt): Refused {
  return refuse(
    'tva-beslutar',
    `Delegationsordningen punkt ${punkt.punkt} kräver att någon mer bekräftar beslutet.`,
    `Föreslå beslutet. ${ROLLNAMN[andraPerson ?? 'enhetschef'] ?? 'En annan medarbetare'} bekräftar det eller lämnar tillbaka det.`,
  );
}

const ROLLNAMN: Readonly<Record<string, string>> = { enhetschef: 'En enhetschef', handlaggare: 'En annan handläggare' };

/** What happened when a decision was made, in the applicant's words. */
export function beslutshändelser(beslut: Beslut): Händelse[] {
  const { belopp, utfall, månad, form } = beslut;
  const text =
    utfall === 'avskrivning' || utfall === 'avvisning'
      ? `Vi har avslutat din ansökan för ${månadsnamn(månad)} utan att pröva den.`
      : form?.del === 'ostridig'
        ? `Vi har fattat ett första beslut: du får ${beloppstext(belopp)} för ${månadsnamn(månad)}. Resten beslutar vi när du har fått svara.`
        : form?.del === 'resten' && belopp > 0
          ? `Vi har fattat beslut om resten: du får ${beloppstext(belopp)} till för ${månadsnamn(månad)}.`
          : form?.del === 'resten'
            ? `Vi har fattat beslut om resten av din ansökan för ${månadsnamn(månad)}.`
            : belopp > 0
              ? `Vi har fattat beslut: du får ${beloppstext(belopp)} för ${månadsnamn(månad)}.`
              : `Vi har fattat beslut om din ansökan för ${månadsnamn(månad)}.`;
  return [
    {
      ärende: beslut.ärende,
      ansökan: beslut.ansökan,
      typ: 'beslut-fattat',
      tid: beslut.beslutad,
      text,
      synlig: 'alla',
    },
  ];
}

/** Tries a decision without making it: the decision as it would be, and under which point. */
export function prövaBeslut(
  läge: Manuelltläge,
  input: Beslutsval,
): ActResult<{ ansökan: Ansökan; beslut: Beslut; rätt: Beslutanderätt }> {
  const { ansökan, utredning, beräkning } = läge;
  const tidigare = läge.tidigare ?? [];
  const ostridig = input.del === 'ostridig';
  const status = nästaStatus(ansökan.status, ostridig ? 'delbeslutad' : 'beslutad');
  if (ansökan.status !== 'utreds' || status === undefined) {
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status} och kan inte beslutas.`,
      'Bara en ansökan som utreds kan beslutas, och bara en gång.',
    );
  }
  if (beräkning.slag === 'ej-i-kraft')
    return refuse('ej-i-kraft', beräkning.text, 'Vänta tills reglerna för månaden är inlästa.');
  if (beräkning.slag === 'felaktigt-underlag') {
    return refuse(
      'felaktigt-underlag',
      beräkning.fel.map((f) => `${f.plats}: ${f.text}`).join(' '),
      'Be den sökande rätta uppgiften, eller justera raden.',
    );
  }
  if (utredning.luckor.length > 0) {
    return refuse(
      'register-svarar-inte',
      `${utredning.luckor.map((r) => r.benämning).join(', ')}.`,
      'Fråga registret igen, eller skriv i raden vad du har fått fram och hur.',
    );
  }
  const { utfall: räknat, bistand, bedomningar } = beräkning.beräkning;
  if (räknat === 'bedoms' || bistand === null) {
    const frågor = bedomningar.map((b) => b.fraga).join(' ');
    return refuse(
      'bedomning-saknas',
      `Något måste bedömas först. ${frågor}`.trim(),
      'Ange i raden vad som ska räknas och varför.',
    );
  }
  const nedsättningar = läge.nedsättningar ?? [];
  const avsett = avsettUtfall(beräkning, nedsättningar);
  const hela = nedsättningar.length > 0 && avsett ? avsett.belopp : öreFrånKronor(bistand);
  // A grant below the person's own words is a refusal of the rest; whether it is one is for the caseworker to say (B01).
  const möjliga = new Set<Utfall>([...(nedsättningar.length > 0 ? [] : [räknat]), avsett?.utfall ?? räknat]);
  if (input.sett.beräkningId !== läge.beräkningId || !möjliga.has(input.sett.utfall) || input.sett.belopp !== hela) {
    return refuse(
      'berakningen-andrad',
      `Beräkningen har ändrats sedan du läste den. Nu är den ${UTFALLSNAMN[avsett?.utfall ?? räknat]} med ${beloppstext(hela)}.`,
      'Läs den nya beräkningen och besluta igen.',
    );
  }
  const redan = redanBeviljat(tidigare, ansökan.månad);
  const belopp = Math.max(0, hela - redan);
  const utfall: Utfall = ostridig ? 'bifall' : input.sett.utfall;
  const fält: Fältfel[] = [];
  if (input.motivering.trim() === '') fält.push({ fält: 'motivering', text: 'Skriv skälen för beslutet.' });
  const emot = ostridig ? false : måsteHöras(beräkning, nedsättningar);
  const familj = (ansökan.uppgifter.barn?.length ?? 0) > 0;
  if (!ostridig && utfall !== 'bifall' && familj && (input.barnperspektiv ?? '').trim() === '')
    fält.push({ fält: 'barnperspektiv', text: 'Skriv vad beslutet betyder för barnen.' });
  if (input.återkrav && input.återkrav.omständighet.trim() === '')
    fält.push({ fält: 'omstandighet', text: 'Skriv vilken omständighet som gör att pengarna ska betalas tillbaka.' });
  if (fält[0]?.fält === 'motivering')
    return refuse('motivering-saknas', 'Motiveringen saknas.', 'Skriv skälen för beslutet.', fält);
  if (fält.length > 0) return refuse('uppgift-saknas', fält[0]!.text, 'Fyll i det som saknas.', fält);
  if (ostridig) {
    const fel = ostridigtFel(läge, belopp, input.nu);
    if (fel) return fel;
  }
  let beslutade: BeslutadNedsättning[] = [];
  if (nedsättningar.length > 0 && !ostridig) {
    const prövade = prövaNedsättningar(läge, nedsättningar, input.kommunicering, familj);
    if (!prövade.ok) return prövade;
    beslutade = prövade.beslutade;
  }
  let kommunicering: Kommunicering | undefined;
  if (emot) {
    const hörd = kommuniceringen(läge.underrättelser ?? [], input.kommunicering, { utfall, belopp: hela }, input.nu);
    if (!hörd.ok) return hörd;
    kommunicering =
      beslutade.length > 0 ? medEnskildaSvar(hörd.kommunicering, läge.underrättelser ?? []) : hörd.kommunicering;
  }
  const grund = input.återkrav?.grund;
  if (grund !== undefined) {
    try {
      beslutsregler({ utfall, bestämmelse: '12:1', återkravsgrund: grund });
    } catch (fel) {
      if (!(fel instanceof RangeError)) throw fel;
      return refuse('fel-grund', fel.message, 'Välj en annan grund, eller besluta utan återbetalning.');
    }
  }
  const delegerad = beslutanderätt(
    läge.delegation,
    input.av,
    { utfall, bestämmelse: '12:1', belopp },
    dagFör(input.nu),
  );
  if (delegerad === undefined) return inteDelegerat(utfall);
  let rätt: Beslutanderätt = delegerad;
  if (beslutade.length > 0) {
    const nedsätter = aktivitetsrätt(läge.delegation, input.av, 'nedsattning', dagFör(input.nu));
    if (!nedsätter.ok) return nedsätter;
    // Refusal or reduction is never decided by one alone, whatever the order says.
    const andraPerson = nedsätter.punkt.villkor?.andraPerson?.roll ?? delegerad.andraPerson ?? 'enhetschef';
    rätt = { punkt: nedsätter.punkt, andraPerson };
  }
  const del = ostridig ? 'ostridig' : tidigare.some((b) => b.form?.del === 'ostridig') ? 'resten' : 'hela';
  const form: Beslutsform = {
    nummer: tidigare.length + 1,
    del,
    bestämmelse: '12:1',
    ...(input.återkrav
      ? { återkrav: { grund: input.återkrav.grund, omständighet: input.återkrav.omständighet.trim() } }
      : {}),
    ...(input.barnperspektiv?.trim() ? { barnperspektiv: input.barnperspektiv.trim() } : {}),
    ...(redan > 0 ? { totalt: redan + belopp } : {}),
    ...(beslutade.length > 0 ? { nedsättningar: beslutade } : {}),
  };
  const vanlig =
    form.nummer === 1 && del === 'hela' && !form.återkrav && !form.barnperspektiv && beslutade.length === 0;
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    rätt,
    beslut: {
      id: input.id,
      ansökan: ansökan.id,
      ärende: ansökan.ärende,
      beräkning: läge.beräkningId,
      månad: ansökan.månad,
      utfall,
      belopp,
      beslutsfattare: {
        slag: 'handlaggare',
        id: input.av.id,
        namn: input.av.namn,
        titel: input.av.titel,
        delegationspunkt: rätt.punkt.punkt,
      },
      motivering: input.motivering.trim(),
      lagrum: [
        ...beslutslagrum({ bestämmelse: '12:1', utfall, återkravsgrund: grund }),
        ...(beslutade.length > 0 ? ['12 kap. 5 § socialtjänstlagen (2025:400)'] : []),
      ],
      kommunicering,
      beslutad: input.nu,
      ...(vanlig ? {} : { form }),
    },
  };
}

/**
 * Tries the matters that are to be decided with the month: each inquired into, each heard by the hearing that counts, none obviously
 * unnecessary to hear, and together within the persons' own shares by the calculation that is decided.
 */
function prövaNedsättningar(
  { beräkning, underrättelser }: Manuelltläge,
  nedsättningar: readonly Nedsättningsärende[],
  kommunicering: Kommunicering | undefined,
  barn: boolean,
): ActResult<{ beslutade: BeslutadNedsättning[] }> {
  const senaste = gällande(underrättelser ?? []);
  if (kommunicering?.slag === 'uppenbart-obehovlig')
    return refuse(
      'maste-horas',
      'Ett beslut om nekande eller nedsättning fattas aldrig utan att personen har fått yttra sig.',
      'Skicka underlaget och vänta på svar (25 § förvaltningslagen).',
      [{ fält: 'kommunicering', text: 'Skicka underlaget. Det är aldrig obehövligt när stödet ska sättas ned.' }],
    );
  for (const ärende of nedsättningar) {
    const inte = inteUtredd(ärende, barn);
    if (inte) return inte;
    if (ärende.status !== 'hors' || senaste === undefined || ärende.underrättelse !== senaste.underrättelse.id)
      return refuse(
        'nedsattning-inte-hord',
        'Personen har inte fått yttra sig om att stödet ska sättas ned.',
        'Skicka underlaget och vänta på svar, eller avsluta ärendet utan nedsättning.',
      );
  }
  try {
    if (beräkning.slag !== 'beraknad') throw new RangeError('Beräkningen är inte gjord.');
    nedsattMånad(
      beräkning.beräkning,
      nedsättningar.map(({ person, avsett }) => ({ person, belopp: avsett?.belopp ?? 0 })),
    );
  } catch (fel) {
    if (!(fel instanceof RangeError)) throw fel;
    return refuse(
      'over-egen-del',
      fel.message,
      'Sänk beloppet i ärendet om nedsättning. Det får vara högst personens egen del av beräkningen.',
    );
  }
  return { ok: true, beslutade: nedsättningar.map(somBeslutad) };
}

function somBeslutad({ id, person, avsett, händelser }: Nedsättningsärende): BeslutadNedsättning {
  const emot = händelser.filter((h) => h.bedömning?.godtagbart === false);
  const lagrum = emot.flatMap(({ dag, grund }) => {
    const prövad = prövaNedsättningsgrund({ dag, grund, vård: false });
    return prövad.påföljd === 'far-inte' ? [] : prövad.lagrum;
  });
  return {
    id,
    person,
    slag: avsett!.belopp === avsett!.högst ? 'nekat' : 'nedsatt',
    belopp: avsett!.belopp,
    skäl: avsett!.skäl,
    dagar: emot.map(({ dag, slag, insats }) => ({ dag, slag, insats })),
    grunder: [...new Set(emot.map(({ grund }) => grund))],
    lagrum: [...new Set(lagrum)],
  };
}

export function inteDelegerat(utfall: Utfall): Refused {
  return refuse(
    'inte-delegerat',
    `Delegationsordningen ger dig inte rätt att besluta om ${UTFALLSNAMN[utfall]}.`,
    'Lämna över till någon som har den rätten.',
  );
}

/** The answers kept apart, so that each adult's letter has her own alone. */
function medEnskildaSvar(kommunicering: Kommunicering, underrättelser: readonly UnderrättelseMedSvar[]): Kommunicering {
  const senaste = gällande(underrättelser);
  if (kommunicering.slag !== 'genomford' || senaste === undefined) return kommunicering;
  const personer = [...new Set(senaste.yttranden.map((y) => y.person))];
  return {
    ...kommunicering,
    enskilda: personer.flatMap((person) => {
      const text = sammanfattatSvar({ ...senaste, yttranden: senaste.yttranden.filter((y) => y.person === person) });
      return text === undefined ? [] : [{ person, text }];
    }),
  };
}

/** The undisputed part is decided while a hearing goes on, once, and when it gives something. */
function ostridigtFel(läge: Manuelltläge, belopp: Öre, nu: Tidpunkt): Refused | undefined {
  const pågår = gällande(läge.underrättelser ?? []);
  if (pågår === undefined || pågår.underrättelse.beräkning !== läge.beräkningId)
    return refuse(
      'inget-hors',
      'Den sökande har inte fått underlaget för den här beräkningen.',
      'Skicka underlaget först. Sedan beslutas den del som ingen är oense om.',
    );
  if (['besvarad', 'utgangen'].includes(yttrandeläge(pågår, nu)))
    return refuse('klart-att-avgora', 'Hela ansökan kan beslutas nu.', 'Besluta om hela ansökan i stället.');
  if ((läge.tidigare ?? []).some((b) => b.form?.del === 'ostridig'))
    return refuse(
      'redan-delbeslutad',
      'Den ostridiga delen är redan beslutad.',
      'Besluta resten när svaret har kommit.',
    );
  if (belopp <= 0)
    return refuse(
      'inget-ostridigt',
      'Ingen del av beloppet är ostridig.',
      'Vänta på svaret och besluta om hela ansökan.',
    );
  return undefined;
}

/** Whether the person has been heard about a decision like this: answered, out of time, or obviously unnecessary with a reason. */
export function kommuniceringen(
  underrättelser: readonly UnderrättelseMedSvar[],
  angiven: Kommunicering | undefined,
  beslut: { utfall: Utfall; belopp: Öre },
  nu: Tidpunkt,
): ActResult<{ kommunicering: Kommunicering }> {
  const senaste = gällande(underrättelser);
  const läge = senaste && yttrandeläge(senaste, nu);
  if (angiven?.slag === 'uppenbart-obehovlig' && angiven.skäl.trim() !== '' && läge !== 'ska-tala-infor-namnden')
    return { ok: true, kommunicering: { slag: 'uppenbart-obehovlig', skäl: angiven.skäl.trim() } };
  if (senaste === undefined || läge === undefined) {
    return refuse(
      'kommunicering-saknas',
      'Beslutet går emot den sökande, som inte har fått yttra sig.',
      'Skicka underlaget och vänta på svar, eller ange varför det är uppenbart obehövligt (25 § förvaltningslagen).',
      [{ fält: 'kommunicering', text: 'Skicka underlaget, eller ange varför det är uppenbart obehövligt.' }],
    );
  }
  if (läge === 'ska-tala-infor-namnden')
    return refuse(
      'ska-tala-infor-namnden',
      'Den sökande vill tala inför nämnden och har rätt till det.',
      'Boka in det och skriv vad som sägs, eller skriv de särskilda skälen mot det (14 kap. 8 § socialtjänstlagen).',
    );
  if (läge === 'vantar')
    return refuse(
      'vantar-pa-yttrande',
      `Den sökande kan svara till och med ${senaste.underrättelse.svarSenast}.`,
      'Vänta på svaret. Det som ingen är oense om kan beslutas nu.',
    );
  const { avsett } = senaste.underrättelse;
  if (
    beslut.belopp < avsett.belopp ||
    (beslut.utfall !== avsett.utfall && STRÄNGARE[beslut.utfall] > STRÄNGARE[avsett.utfall])
  )
    return refuse(
      'annat-an-kommunicerat',
      `Den sökande har fått yttra sig om ${UTFALLSNAMN[avsett.utfall]} med ${beloppstext(avsett.belopp)}. Det här beslutet är sämre för hen.`,
      'Skicka det nya underlaget och vänta på svar.',
    );
  return {
    ok: true,
    kommunicering: {
      slag: 'genomford',
      skickad: dagFör(senaste.underrättelse.skickad),
      svar: sammanfattatSvar(senaste),
    },
  };
}

const STRÄNGARE: Readonly<Record<Utfall, number>> = {
  bifall: 0,
  delavslag: 1,
  avslag: 2,
  avvisning: 3,
  avskrivning: 3,
};

/** The decision that ended the application, if any of them did. */
export function avgörande(beslut: readonly Beslut[]): Beslut | undefined {
  return beslut.find(avgörAnsökan);
}
