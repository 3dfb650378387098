import type { Användare, Roll } from './anvandare.ts';
import type { Automatikinställningar } from './automatik.ts';
import { type Delegationspunkt, gällerDen } from './delegation.ts';
import { type ActResult, type Refused, refuse } from './refusal.ts';
import { bristerFörÖvergång, type Överensstämmelse } from './skugglage.ts';
import type { Styrning } from './styrning.ts';
import { dagFör, type Tidpunkt } from './tid.ts';

export type Automatikläge = Automatikinställningar['läge'];

/** A member of staff as an act names them. */
type Av = Pick<Användare, 'id' | 'namn' | 'roller'>;

/** One change of how far automation goes; kept for ever. */
export interface Lägesbyte {
  id: string;
  från: Automatikläge;
  till: Automatikläge;
  skäl: string;
  föreslaget: { av: { id: string; namn: string }; tid: Tidpunkt };
  /** The agreement it rests on, as it was when it was proposed. */
  underlag: { prövade: number; lika: number };
  /** Only switching on waits for another person; everything else happens at once. */
  status: 'vantar' | 'genomfort' | 'avbojt';
  avgjort: { av: { id: string; namn: string }; tid: Tidpunkt; skäl: string | undefined } | undefined;
}

/** Who may propose and confirm that machines decide; one of the two leads the unit. */
const STYR: readonly Roll[] = ['enhetschef', 'administrator'];
/** Who may always stop it: everybody who works with it. */
const STÄNGER: readonly Roll[] = ['handlaggare', 'enhetschef', 'administrator', 'granskare'];

export const LÄGESNAMN: Readonly<Record<Automatikläge, string>> = {
  av: 'Av',
  skugga: 'Skuggläge',
  pa: 'På',
};

/** What a switch to real decisions is tried against, at the proposal and again at the confirmation. */
export interface Övergångsläge {
  nu: Automatikläge;
  överensstämmelse: Överensstämmelse;
  styrning: Styrning;
  delegation: readonly Delegationspunkt[];
  /** A proposal that already waits. */
  väntande: Lägesbyte | undefined;
}

/**
 * Changes how far automation goes. Off and shadow happen at once, by one person with a reason; on is only proposed here, from
 * shadow mode, with the agreement that the board requires and an automatic point in force in the delegation order.
 */
export function bytLäge(
  läge: Övergångsläge,
  input: { id: string; till: Automatikläge; skäl: string; av: Av; nu: Tidpunkt },
): ActResult<{ byte: Lägesbyte }> {
  const { till, av, nu } = input;
  const får = till === 'av' || (till === 'skugga' && läge.nu === 'pa') ? STÄNGER : STYR;
  if (!av.roller.some((roll) => får.includes(roll)))
    return refuse(
      'fel-roll',
      'Du har inte behörighet att ändra läget.',
      'Enhetschef eller administratör kan göra det.',
    );
  if (till === läge.nu)
    return refuse('samma-lage', `Läget är redan ${LÄGESNAMN[till].toLowerCase()}.`, 'Inget ändras.');
  const skäl = input.skäl.trim();
  if (skäl.length < 10)
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför läget ändras.', [
      { fält: 'skal', text: 'Skriv varför läget ändras, minst tio tecken.' },
    ]);
  if (till === 'pa') {
    const nej = prövaPåslag(läge, nu);
    if (nej) return nej;
    if (läge.väntande)
      return refuse('vantar-redan', 'Ett förslag att slå på väntar redan.', 'Bekräfta eller avböj det först.');
  }
  const { prövade, lika } = läge.överensstämmelse;
  const vem = { id: av.id, namn: av.namn };
  return {
    ok: true,
    byte: {
      id: input.id,
      från: läge.nu,
      till,
      skäl,
      föreslaget: { av: vem, tid: nu },
      underlag: { prövade, lika },
      status: till === 'pa' ? 'vantar' : 'genomfort',
      avgjort: till === 'pa' ? undefined : { av: vem, tid: nu, skäl: undefined },
    },
  };
}

/** Another person switches on what was proposed; one of the two leads the unit. Everything is tried again. */
export function bekräftaLäge(
  byte: Lägesbyte,
  läge: Övergångsläge,
  input: { av: Av; föreslagare: Pick<Av, 'roller'>; nu: Tidpunkt },
): ActResult<{ byte: Lägesbyte }> {
  const nej = kanAvgöra(byte, input.av) ?? prövaPåslag(läge, input.nu);
  if (nej) return nej;
  if (byte.föreslaget.av.id === input.av.id)
    return refuse('samma-person', 'Du har själv föreslagit det.', 'En annan person bekräftar.');
  if (!input.av.roller.includes('enhetschef') && !input.föreslagare.roller.includes('enhetschef'))
    return refuse('enhetschef-saknas', 'Ingen av er är enhetschef.', 'En enhetschef föreslår eller bekräftar.');
  return avgör(byte, 'genomfort', input.av, input.nu, undefined);
}

/** Declines or takes back what was proposed. */
export function avböjLäge(
  byte: Lägesbyte,
  input: { av: Av; skäl: string; nu: Tidpunkt },
): ActResult<{ byte: Lägesbyte }> {
  const nej = kanAvgöra(byte, input.av);
  if (nej) return nej;
  const skäl = input.skäl.trim();
  if (skäl === '')
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför.', [
      { fält: 'avbojskal', text: 'Skriv varför förslaget inte ska genomföras.' },
    ]);
  return avgör(byte, 'avbojt', input.av, input.nu, skäl);
}

function kanAvgöra(byte: Lägesbyte, av: Av): Refused | undefined {
  if (byte.status !== 'vantar') return refuse('redan-avgjort', 'Förslaget är redan avgjort.', 'Läs om sidan.');
  if (!av.roller.some((roll) => STYR.includes(roll)))
    return refuse('fel-roll', 'Du har inte behörighet att avgöra förslaget.', 'Enhetschef eller administratör kan.');
  return undefined;
}

function prövaPåslag(läge: Övergångsläge, nu: Tidpunkt): Refused | undefined {
  if (läge.nu !== 'skugga')
    return refuse('inte-skugga', 'Automatiken är inte i skuggläge.', 'Börja med skuggläge, så att den kan mätas.');
  const brister = bristerFörÖvergång(läge.överensstämmelse, läge.styrning);
  if (brister.length > 0) return refuse('inte-uppmatt', brister.join(' '), 'Låt skuggläget gå längre.');
  const idag = dagFör(nu);
  if (!läge.delegation.some((p) => p.delegat.slag === 'automatisk' && p.delegat.påslagen && gällerDen(p, idag)))
    return refuse(
      'ingen-punkt',
      'Delegationsordningen har ingen gällande punkt för automatiska beslut.',
      'Lägg in nämndens beslut i delegationsordningen först (6 kap. 37 § kommunallagen).',
    );
  return undefined;
}

function avgör(
  byte: Lägesbyte,
  status: 'genomfort' | 'avbojt',
  av: Av,
  nu: Tidpunkt,
  skäl: string | undefined,
): ActResult<{ byte: Lägesbyte }> {
  return { ok: true, byte: { ...byte, status, avgjort: { av: { id: av.id, namn: av.namn }, tid: nu, skäl } } };
}
