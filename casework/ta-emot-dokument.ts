import { type Ansökan, vuxnaI } from './ansokan.ts';
import {
  DOKUMENTPLATSER,
  type Dokument,
  type Dokumentformat,
  type Dokumentgränser,
  type Dokumentkontroll,
  type Dokumentplats,
  harSkickat,
} from './dokument.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** A file that has been read, recognised and made into page pictures. */
export interface MottagenFil {
  readonly filnamn: string;
  readonly format: Dokumentformat;
  readonly storlek: number;
  readonly hash: string;
  readonly kontroll: Dokumentkontroll;
  readonly sidor: number;
}

/**
 * Adds a document to an application that is not decided. Before it is sent only the one who writes may; then either adult.
 * A file with malware is refused: it is not kept.
 *
 * @param läge.befintliga every document of the application, hidden ones too: the limits count them
 */
export function taEmotDokument(
  läge: { ansökan: Ansökan; befintliga: readonly Dokument[]; gränser: Dokumentgränser },
  input: {
    id: string;
    person: PersonId;
    plats: Dokumentplats;
    privat: boolean;
    begäran: string | undefined;
    fil: MottagenFil;
    nu: Tidpunkt;
  },
): ActResult<{ dokument: Dokument; events: Händelse[] }> {
  const { ansökan, befintliga, gränser } = läge;
  const { person, fil } = input;
  const får = ansökan.status === 'utkast' ? person === ansökan.sökande : vuxnaI(ansökan).includes(person);
  if (!får)
    return refuse('inte-din-ansokan', 'Det är inte din ansökan.', 'Den som har ansökt kan lägga till dokument.');
  if (['beslutad', 'avslutad', 'aterkallad'].includes(ansökan.status))
    return refuse(
      'redan-avgjord',
      'Ansökan är avslutad och tar inte emot fler dokument.',
      'Skicka dokumentet med en ny ansökan, eller ring oss.',
    );
  const vid = (kod: string, text: string, tillåtet: string) =>
    refuse(kod, text, tillåtet, [{ fält: 'fil', text: `${text} ${tillåtet}` }]);
  if (fil.kontroll === 'skadlig')
    return vid(
      'skadlig-fil',
      'Filen innehåller skadlig kod och har inte sparats.',
      'Kontrollera din telefon eller dator med ett virusskydd, eller ta ett nytt foto av dokumentet.',
    );
  const { storlek } = fil;
  if (storlek > gränser.störstaFil)
    return vid('for-stor-fil', 'Filen är för stor.', `Varje fil får vara högst ${megabyte(gränser.störstaFil)} MB.`);
  const kvar = befintliga.filter((d) => d.kontroll !== 'skadlig');
  if (kvar.some((d) => d.hash === fil.hash && d.uppladdadAv === person && d.plats === input.plats && !d.hörInteHit))
    return vid('samma-fil', 'Den filen har du redan lagt till här.', 'Välj en annan fil, eller gå vidare.');
  if (kvar.length >= gränser.flest)
    return vid('for-manga', `Ansökan har redan ${gränser.flest} dokument.`, 'Ring oss, så tar vi emot resten.');
  if (kvar.reduce((summa, d) => summa + d.storlek, storlek) > gränser.störstaAnsökan)
    return vid(
      'full-ansokan',
      'Dokumenten är för stora tillsammans.',
      `De får vara högst ${megabyte(gränser.störstaAnsökan)} MB. Ring oss, så tar vi emot resten.`,
    );
  const dokument: Dokument = {
    id: input.id,
    ärende: ansökan.ärende,
    ansökan: ansökan.id,
    plats: input.plats,
    begäran: input.begäran,
    uppladdadAv: person,
    privat: input.privat || input.plats === 'sjukdom',
    filnamn: visbartNamn(fil.filnamn),
    format: fil.format,
    storlek,
    hash: fil.hash,
    kontroll: fil.kontroll,
    kontrollerad: fil.kontroll === 'ren' ? input.nu : undefined,
    sidor: fil.sidor,
    uppladdad: input.nu,
    hörInteHit: undefined,
    version: 1,
  };
  if (!harSkickat(ansökan, person)) return { ok: true, dokument, events: [] };
  const händelse: Händelse = {
    ärende: ansökan.ärende,
    ansökan: ansökan.id,
    typ: 'dokument-tillagt',
    tid: input.nu,
    text: `Vi har fått ett dokument: ${DOKUMENTPLATSER[dokument.plats].toLocaleLowerCase('sv')}.`,
    synlig: dokument.privat ? { person } : 'alla',
  };
  return { ok: true, dokument, events: [händelse] };
}

/** Megabytes as people read them. */
export function megabyte(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('sv-SE', { maximumFractionDigits: 1 });
}

/** The file's name without folders and without characters that cannot be seen, at most 120 characters. */
function visbartNamn(namn: string): string {
  const bare = namn
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return [...(bare || 'Dokument')].slice(0, 120).join('');
}
