import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import { gällandeAnteckningar, type Möte, type Mötesanteckning, nästaMötesstatus } from './mote.ts';
import { mötetIOrd, ärKommande } from './motestid.ts';

const LÄNGST = 4000;

/**
 * Writes what came of a meeting that has begun: what was agreed and what happens next, which the person reads, and what is for staff.
 * The meeting has then been held. A note that stands is corrected by a new one with a reason, and the old one is kept.
 */
export function skrivMötesanteckning(
  möte: Möte,
  input: {
    id: string;
    händelse: string;
    anteckningar: readonly Mötesanteckning[];
    överenskommet: string;
    nästa: string;
    nästaKontakt: Dag | undefined;
    egen: string;
    /** Why the note that stands is corrected. */
    skäl: string;
    av: { namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ möte: Möte; anteckning: Mötesanteckning; events: Personhändelse[] }> {
  const { nu, nästaKontakt } = input;
  const idag = dagFör(nu);
  if (ärKommande(möte, nu))
    return refuse('for-tidigt', 'Mötet har inte börjat än.', 'Skriv anteckningen när det har varit.');
  const status = möte.status === 'hallet' ? 'hallet' : nästaMötesstatus(möte.status, 'hållet');
  if (status === undefined)
    return refuse('fel-status', 'Mötet är avbokat eller flyttat.', 'Skriv på det möte som blev av.');
  const gällande = gällandeAnteckningar(input.anteckningar).find((a) => a.möte === möte.id);
  const text = (s: string) => s.trim().replaceAll('\r\n', '\n');
  const [överenskommet, nästa, egen, skäl] = [input.överenskommet, input.nästa, input.egen, input.skäl].map(text) as [
    string,
    string,
    string,
    string,
  ];
  const fält: Fältfel[] = [];
  if (överenskommet === '') fält.push({ fält: 'overenskommet', text: 'Skriv vad ni kom överens om.' });
  if (nästa === '') fält.push({ fält: 'nasta', text: 'Skriv vad som händer härnäst.' });
  for (const [namn, värde] of [
    ['overenskommet', överenskommet],
    ['nasta', nästa],
    ['egen', egen],
  ] as const)
    if (värde.length > LÄNGST) fält.push({ fält: namn, text: `Skriv högst ${LÄNGST} tecken.` });
  if (
    nästaKontakt !== undefined &&
    (!ärDag(nästaKontakt) || nästaKontakt <= idag || nästaKontakt > flyttaDag(idag, 365))
  )
    fält.push({ fält: 'nastaKontakt', text: 'Skriv en dag efter i dag och inom ett år, eller lämna tomt.' });
  if (gällande && skäl.length < 5) fält.push({ fält: 'skal', text: 'Skriv varför du rättar, minst fem tecken.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    möte: möte.status === status ? möte : { ...möte, status, version: möte.version + 1 },
    anteckning: {
      id: input.id,
      möte: möte.id,
      person: möte.person,
      överenskommet,
      nästa,
      nästaKontakt,
      egen,
      av: input.av.namn,
      tid: nu,
      rättar: gällande && { anteckning: gällande.id, skäl },
    },
    events: [
      {
        id: input.händelse,
        person: möte.person,
        område: 'uppfoljning',
        typ: gällande ? 'anteckning-rattad' : 'mote-antecknat',
        tid: nu,
        text: gällande
          ? `Anteckningen från ${mötetIOrd(möte)} är rättad.`
          : `Det ni kom överens om ${mötetIOrd(möte)} finns att läsa.`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}
