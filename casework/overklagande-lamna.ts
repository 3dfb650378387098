import { beslutsregler } from '@stegvis/rules';
import { type Ansökan, vuxnaI } from './ansokan.ts';
import { type Beslut, beslutsform } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import { type Delfående, type Utförare, ÖVERKLAGANDETABELL, type Överklagande, ärÖppet } from './overklagande.ts';
import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { type Dag, dagFör, månadsnamn, type Tidpunkt } from './tid.ts';

/** Longest text of an appeal's field, in characters. */
export const LÄNGSTA_ÖVERKLAGANDE = 10_000;

/**
 * An adult appeals a decision on the page, or staff register what came on paper or was said (FL 43 §). It is received however late it
 * is: whether it is in time is tried afterwards by a person. Who only wants help says so and need not write anything.
 */
export function lämnaÖverklagande(
  läge: {
    ansökan: Pick<Ansökan, 'id' | 'ärende' | 'sökande' | 'medsökande' | 'månad'>;
    beslut: Beslut;
    tidigare: readonly Överklagande[];
    fickDel: Delfående | undefined;
    sistaDag: Dag | undefined;
  },
  input: {
    id: string;
    klagande: PersonId;
    ändring: string;
    skäl: string;
    villHaHjälp: boolean;
    kanal: Överklagande['kanal'];
    inkom: Tidpunkt;
    registreratAv?: Utförare | undefined;
    /** The rejected appeal, when it is the rejection that is appealed. */
    avvisningen?: string | undefined;
    nu: Tidpunkt;
  },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const { ansökan, beslut } = läge;
  if (beslut.ansökan !== ansökan.id)
    return refuse('fel-beslut', 'Beslutet hör inte till ansökan.', 'Välj ett av besluten om ansökan.');
  if (!vuxnaI(ansökan).includes(input.klagande))
    return refuse(
      'inte-part',
      'Beslutet gäller inte dig.',
      'Den som beslutet gäller överklagar själv eller med ombud.',
    );
  const { bestämmelse, återkrav } = beslutsform(beslut);
  if (
    beslutsregler({ utfall: beslut.utfall, bestämmelse, återkravsgrund: återkrav?.grund }).överklagande.väg ===
    'laglighetsprovning'
  )
    return refuse(
      'laglighetsprovning',
      'Det här beslutet överklagas inte hos oss.',
      'Begär laglighetsprövning hos förvaltningsrätten.',
    );
  if (
    läge.tidigare.some(
      (ö) =>
        ö.beslut === beslut.id && ö.klagande === input.klagande && ö.avvisningen === input.avvisningen && ärÖppet(ö),
    )
  )
    return refuse(
      'redan-overklagat',
      'Du har redan överklagat det här beslutet.',
      'Skriv ett meddelande om du vill lägga till något.',
    );
  const ändring = input.ändring.replace(/\r\n/g, '\n').trim();
  const skäl = input.skäl.replace(/\r\n/g, '\n').trim();
  const fält: Fältfel[] = [];
  if (ändring === '' && !input.villHaHjälp)
    fält.push({ fält: 'andring', text: 'Skriv vad du vill ska ändras, eller kryssa i att du vill ha hjälp.' });
  for (const [fältnamn, text] of [
    ['andring', ändring],
    ['skal', skäl],
  ] as const)
    if (text.length > LÄNGSTA_ÖVERKLAGANDE)
      fält.push({ fält: fältnamn, text: 'Texten är för lång. Skriv högst 10 000 tecken.' });
  if (input.inkom > input.nu || dagFör(input.inkom) < dagFör(beslut.beslutad))
    fält.push({ fält: 'inkom', text: 'Dagen ska vara från beslutsdagen till och med i dag.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  const överklagande: Överklagande = {
    id: input.id,
    beslut: beslut.id,
    ansökan: ansökan.id,
    ärende: ansökan.ärende,
    klagande: input.klagande,
    ändring,
    skäl,
    kanal: input.kanal,
    inkom: input.inkom,
    villHaHjälp: input.villHaHjälp,
    registreratAv: input.registreratAv,
    fickDel: läge.fickDel,
    sistaDag: läge.sistaDag,
    avvisningen: input.avvisningen,
    status: 'inkommet',
    tidsprövning: undefined,
    omprövning: undefined,
    överlämnat: undefined,
    dom: undefined,
    version: 1,
  };
  return {
    ok: true,
    överklagande,
    events: [
      överklagandehändelse(
        överklagande,
        'overklagande-inkommet',
        `Vi har fått ditt överklagande av beslutet för ${månadsnamn(ansökan.månad)}.`,
        input.nu,
      ),
    ],
  };
}

/** Takes the appeal back, until it has been handed to the court. */
export function återkallaÖverklagande(
  överklagande: Överklagande,
  input: { nu: Tidpunkt },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const status = (ÖVERKLAGANDETABELL[överklagande.status] as { aterkallat?: 'aterkallat' }).aterkallat;
  if (status === undefined)
    return refuse(
      'for-sent',
      'Överklagandet kan inte tas tillbaka här.',
      'Skriv till förvaltningsrätten om det ligger där.',
    );
  return {
    ok: true,
    överklagande: { ...överklagande, status, version: överklagande.version + 1 },
    events: [
      överklagandehändelse(
        överklagande,
        'overklagande-aterkallat',
        'Du har tagit tillbaka ditt överklagande.',
        input.nu,
      ),
    ],
  };
}

/** What happened with an appeal: seen by the one who appealed, not by the other adult. */
export function överklagandehändelse(
  { ärende, ansökan, klagande }: Pick<Överklagande, 'ärende' | 'ansökan' | 'klagande'>,
  typ: Händelse['typ'],
  text: string,
  tid: Tidpunkt,
): Händelse {
  return { ärende, ansökan, typ, tid, text, synlig: { person: klagande } };
}
