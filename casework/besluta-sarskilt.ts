import { beslutslagrum, beslutsregler, type Återkravsgrund } from '@stegvis/rules';
import { type Ansökan, nästaStatus } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import type { Öre } from './belopp.ts';
import {
  type Beslut,
  type Beslutsdel,
  type Kommunicering,
  redanBeviljat,
  SÄRSKILDA,
  type Särskiltslag,
  type Utfall,
} from './beslut.ts';
import { behöverTvå, beslutshändelser, inteDelegerat, kommuniceringen } from './besluta-manuellt.ts';
import { type Beslutanderätt, beslutanderätt, type Delegationspunkt } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { dagFör, type Tidpunkt } from './tid.ts';
import type { UnderrättelseMedSvar } from './underrattelse.ts';

/** What a decision beside the calculation is made on. */
export interface Särskiltläge {
  ansökan: Ansökan;
  /** The calculation as it stands, for the record; the amount does not follow from it. */
  beräkningId: string;
  delegation: readonly Delegationspunkt[];
  tidigare: readonly Beslut[];
  underrättelser: readonly UnderrättelseMedSvar[];
}

export interface Särskiltval {
  id: string;
  av: Användare;
  slag: Särskiltslag;
  utfall: Extract<Utfall, 'bifall' | 'delavslag' | 'avslag'>;
  belopp: Öre;
  /** What it is for: `Mat till på måndag`. */
  ändamål: string;
  motivering: string;
  återkrav?: { grund: Återkravsgrund; omständighet: string } | undefined;
  /** For own money handled by the board: the agreement, in words with its day. */
  överenskommelse?: string | undefined;
  barnperspektiv?: string | undefined;
  kommunicering?: Kommunicering | undefined;
  /** Whether it ends the application (one that is only about this), or leaves it to be calculated and decided. */
  avgör: boolean;
  nu: Tidpunkt;
}

/**
 * Decides something that is not the month's calculation: acute need, an advance that is paid back, assistance beyond the right
 * (12 kap. 2 §), or handling of own money by agreement. Always by a person. What is given by right is counted off when the month is
 * decided, so that nothing is paid twice; what is given under 12 kap. 2 § is not.
 */
export function beslutaSärskilt(
  läge: Särskiltläge,
  input: Särskiltval,
): ActResult<{ ansökan: Ansökan; beslut: Beslut; events: Händelse[] }> {
  const prövat = prövaSärskilt(läge, input);
  if (!prövat.ok) return prövat;
  if (prövat.rätt.andraPerson !== undefined) return behöverTvå(prövat.rätt);
  return { ok: true, ansökan: prövat.ansökan, beslut: prövat.beslut, events: beslutshändelser(prövat.beslut) };
}

/** Tries such a decision without making it. */
export function prövaSärskilt(
  läge: Särskiltläge,
  input: Särskiltval,
): ActResult<{ ansökan: Ansökan; beslut: Beslut; rätt: Beslutanderätt }> {
  const { ansökan } = läge;
  const status = nästaStatus(ansökan.status, input.avgör ? 'beslutad' : 'delbeslutad');
  if (status === undefined)
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status}.`,
      'Sådana beslut fattas när ansökan har kommit in och inte är avgjord.',
    );
  const { bestämmelse } = SÄRSKILDA[input.slag];
  const ger = input.utfall !== 'avslag';
  const familj = (ansökan.uppgifter.barn?.length ?? 0) > 0;
  const förmedling = input.slag === 'formedling';
  const fält: Fältfel[] = [
    ...(input.motivering.trim() === '' ? [{ fält: 'motivering', text: 'Skriv skälen för beslutet.' }] : []),
    ...(input.ändamål.trim() === '' ? [{ fält: 'andamal', text: 'Skriv vad beslutet gäller.' }] : []),
    ...(ger && !förmedling && (!Number.isSafeInteger(input.belopp) || input.belopp <= 0 || input.belopp > 100_000_000)
      ? [{ fält: 'belopp', text: 'Skriv kronor mellan 1 och 1 000 000.' }]
      : []),
    ...(!ger && input.belopp !== 0
      ? [{ fält: 'belopp', text: 'Ett avslag ger inga pengar. Lämna beloppet tomt.' }]
      : []),
    ...(förmedling && (input.överenskommelse ?? '').trim() === ''
      ? [{ fält: 'overenskommelse', text: 'Skriv vad ni har kommit överens om, och vilken dag.' }]
      : []),
    ...(input.slag === 'forskott' && !input.återkrav
      ? [{ fält: 'grund', text: 'Välj varför pengarna ska betalas tillbaka (33 kap. 2 § socialtjänstlagen).' }]
      : []),
    ...(input.återkrav && input.återkrav.omständighet.trim() === ''
      ? [{ fält: 'omstandighet', text: 'Skriv vilken omständighet som gör att pengarna ska betalas tillbaka.' }]
      : []),
    ...(input.utfall !== 'bifall' && familj && (input.barnperspektiv ?? '').trim() === ''
      ? [{ fält: 'barnperspektiv', text: 'Skriv vad beslutet betyder för barnen.' }]
      : []),
  ];
  if (fält.length > 0) return refuse('uppgift-saknas', fält[0]!.text, 'Fyll i det som saknas.', fält);
  let kommunicering: Kommunicering | undefined;
  try {
    const regler = beslutsregler({ utfall: input.utfall, bestämmelse, återkravsgrund: input.återkrav?.grund });
    if (regler.kommuniceras.krävs) {
      const hörd = kommuniceringen(
        läge.underrättelser,
        input.kommunicering,
        { utfall: input.utfall, belopp: input.belopp },
        input.nu,
      );
      if (!hörd.ok) return hörd;
      kommunicering = hörd.kommunicering;
    }
  } catch (fel) {
    if (!(fel instanceof RangeError)) throw fel;
    return refuse('fel-grund', fel.message, 'Välj en grund som hör till bestämmelsen.', [
      { fält: 'grund', text: fel.message },
    ]);
  }
  const belopp = förmedling ? 0 : input.belopp;
  const rätt = beslutanderätt(
    läge.delegation,
    input.av,
    { utfall: input.utfall, bestämmelse, belopp },
    dagFör(input.nu),
  );
  if (rätt === undefined) return inteDelegerat(input.utfall);
  const redan = redanBeviljat(läge.tidigare, ansökan.månad);
  const del: Beslutsdel = input.avgör ? 'hela' : 'sarskilt';
  return {
    ok: true,
    rätt,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    beslut: {
      id: input.id,
      ansökan: ansökan.id,
      ärende: ansökan.ärende,
      beräkning: läge.beräkningId,
      månad: ansökan.månad,
      utfall: input.utfall,
      belopp,
      beslutsfattare: beslutsfattare(input.av, rätt),
      motivering: input.motivering.trim(),
      lagrum: beslutslagrum({ bestämmelse, utfall: input.utfall, återkravsgrund: input.återkrav?.grund }),
      kommunicering,
      beslutad: input.nu,
      form: {
        nummer: läge.tidigare.length + 1,
        del,
        bestämmelse,
        särskilt: input.slag,
        ändamål: input.ändamål.trim(),
        ...(input.återkrav
          ? { återkrav: { grund: input.återkrav.grund, omständighet: input.återkrav.omständighet.trim() } }
          : {}),
        ...(input.barnperspektiv?.trim() ? { barnperspektiv: input.barnperspektiv.trim() } : {}),
        ...(förmedling ? { överenskommelse: input.överenskommelse!.trim() } : {}),
        ...(bestämmelse === '12:1' && redan > 0 ? { totalt: redan + belopp } : {}),
      },
    },
  };
}

/**
 * Ends an application without trying it: avvisning, when what is missing after an order to complete makes it impossible to try
 * (FL 20 §), or avskrivning, when there is nothing left to decide. Avvisning is heard first; avskrivning is when the person has taken
 * back, died or moved, so the hearing may be stated as unnecessary with that reason.
 */
export function prövaUtanSak(
  läge: Särskiltläge,
  input: {
    id: string;
    av: Användare;
    utfall: Extract<Utfall, 'avvisning' | 'avskrivning'>;
    motivering: string;
    barnperspektiv?: string | undefined;
    kommunicering?: Kommunicering | undefined;
    nu: Tidpunkt;
  },
): ActResult<{ ansökan: Ansökan; beslut: Beslut; rätt: Beslutanderätt }> {
  const { ansökan } = läge;
  const status = nästaStatus(ansökan.status, 'beslutad');
  if (status === undefined)
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status}.`,
      'Bara en ansökan som inte är avgjord kan avslutas så.',
    );
  if (läge.tidigare.some((b) => b.form?.del === 'ostridig'))
    return refuse('redan-provad', 'En del av ansökan är redan prövad.', 'Besluta om resten i stället.');
  const familj = (ansökan.uppgifter.barn?.length ?? 0) > 0;
  const fält: Fältfel[] = [
    ...(input.motivering.trim() === '' ? [{ fält: 'motivering', text: 'Skriv skälen för beslutet.' }] : []),
    ...(familj && (input.barnperspektiv ?? '').trim() === ''
      ? [{ fält: 'barnperspektiv', text: 'Skriv vad beslutet betyder för barnen.' }]
      : []),
  ];
  if (fält.length > 0) return refuse('uppgift-saknas', fält[0]!.text, 'Fyll i det som saknas.', fält);
  const hörd = kommuniceringen(läge.underrättelser, input.kommunicering, { utfall: input.utfall, belopp: 0 }, input.nu);
  if (!hörd.ok) return hörd;
  const rätt = beslutanderätt(
    läge.delegation,
    input.av,
    { utfall: input.utfall, bestämmelse: '12:1', belopp: 0 },
    dagFör(input.nu),
  );
  if (rätt === undefined) return inteDelegerat(input.utfall);
  return {
    ok: true,
    rätt,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    beslut: {
      id: input.id,
      ansökan: ansökan.id,
      ärende: ansökan.ärende,
      beräkning: läge.beräkningId,
      månad: ansökan.månad,
      utfall: input.utfall,
      belopp: 0,
      beslutsfattare: beslutsfattare(input.av, rätt),
      motivering: input.motivering.trim(),
      lagrum: beslutslagrum({ bestämmelse: '12:1', utfall: input.utfall }),
      kommunicering: hörd.kommunicering,
      beslutad: input.nu,
      form: {
        nummer: läge.tidigare.length + 1,
        del: 'hela',
        bestämmelse: '12:1',
        ...(input.barnperspektiv?.trim() ? { barnperspektiv: input.barnperspektiv.trim() } : {}),
      },
    },
  };
}

/** The same, decided by the one who asks. */
export function avslutaUtanPrövning(
  läge: Särskiltläge,
  input: Parameters<typeof prövaUtanSak>[1],
): ActResult<{ ansökan: Ansökan; beslut: Beslut; events: Händelse[] }> {
  const prövat = prövaUtanSak(läge, input);
  if (!prövat.ok) return prövat;
  if (prövat.rätt.andraPerson !== undefined) return behöverTvå(prövat.rätt);
  return { ok: true, ansökan: prövat.ansökan, beslut: prövat.beslut, events: beslutshändelser(prövat.beslut) };
}

function beslutsfattare(av: Användare, { punkt }: Beslutanderätt): Beslut['beslutsfattare'] {
  return { slag: 'handlaggare', id: av.id, namn: av.namn, titel: av.titel, delegationspunkt: punkt.punkt };
}
