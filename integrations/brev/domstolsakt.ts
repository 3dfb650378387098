import { createHash } from 'node:crypto';
import { PDFDocument, type PDFFont, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { type Brevinnehåll, brevPdf } from './brev.ts';
import { dagtext } from './text.ts';

/** One part of the file: its own PDF, or page pictures (JPEG) of a document. */
export type Aktdel = { readonly namn: string } & (
  | { readonly pdf: Uint8Array }
  | { readonly bilder: readonly Uint8Array[] }
  /** Text that is set as the letters are. */
  | { readonly text: Brevinnehåll }
);

/** What the file is about, for its contents page. */
export interface Akthuvud {
  readonly kommun: string;
  readonly nämnd: string;
  readonly kontakt: string;
  readonly ärendenummer: string;
  /** `Överklagande av beslut 2026-11-24 om december 2026` */
  readonly rubrik: string;
  readonly klagande: string;
  /** Instant, ISO 8601. */
  readonly skapat: string;
}

const A4 = { bredd: 595.28, höjd: 841.89 };
/** On every page, so that a loose page is known for what it is (OSL 26 kap. 1 §). */
const SEKRETESS = 'Sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen';

/**
 * The file to the court as one PDF: a contents page, then every part, numbered through and marked as secret. What is left out is
 * listed with its reason. The same parts and instant give the same bytes. Tags for screen readers are lost in the merged copy; each
 * letter is kept as it was sent.
 */
export async function fogaDomstolsakt(
  huvud: Akthuvud,
  delar: readonly Aktdel[],
  utelämnat: readonly { namn: string; skäl: string }[],
): Promise<{
  pdf: Uint8Array;
  sidor: number;
  sha256: string;
  innehåll: { namn: string; sida: number; sidor: number }[];
}> {
  const lästa: { namn: string; dokument: PDFDocument }[] = [];
  for (const del of delar) {
    lästa.push({ namn: del.namn, dokument: await läs(del, huvud.skapat) });
    // The typesetter gives its memory back when the event loop turns.
    await new Promise((next) => setImmediate(next));
  }
  const numrera = (först: number) => {
    let sida = först;
    return lästa.map(({ namn, dokument }) => {
      const sidor = dokument.getPageCount();
      sida += sidor;
      return { namn, sida: sida - sidor, sidor };
    });
  };
  // The contents page is set with the numbers it will have; a long list may take another page, and then they move.
  let innehåll = numrera(2);
  let förteckning = await PDFDocument.load(brevPdf(innehållssida(huvud, innehåll, utelämnat), huvud.skapat));
  innehåll = numrera(förteckning.getPageCount() + 1);
  förteckning = await PDFDocument.load(brevPdf(innehållssida(huvud, innehåll, utelämnat), huvud.skapat));

  const akt = await PDFDocument.create();
  akt.setTitle(huvud.rubrik);
  akt.setLanguage('sv-SE');
  akt.setProducer('Stegvis');
  akt.setCreator(`${huvud.nämnd}, ${huvud.kommun}`);
  akt.setCreationDate(new Date(huvud.skapat));
  akt.setModificationDate(new Date(huvud.skapat));
  for (const dokument of [förteckning, ...lästa.map((l) => l.dokument)])
    for (const page of await akt.copyPages(dokument, dokument.getPageIndices())) akt.addPage(page);
  stämpla(akt, await akt.embedFont(StandardFonts.Helvetica), huvud.ärendenummer);
  const pdf = await akt.save();
  return { pdf, sidor: akt.getPageCount(), sha256: createHash('sha256').update(pdf).digest('hex'), innehåll };
}

async function läs(del: Aktdel, skapat: string): Promise<PDFDocument> {
  if ('pdf' in del) return PDFDocument.load(del.pdf);
  if ('text' in del) return PDFDocument.load(brevPdf(del.text, skapat));
  const dokument = await PDFDocument.create();
  for (const bild of del.bilder) {
    const jpeg = await dokument.embedJpg(bild);
    const page = dokument.addPage([A4.bredd, A4.höjd]);
    const skala = Math.min((A4.bredd - 72) / jpeg.width, (A4.höjd - 108) / jpeg.height);
    const [width, height] = [jpeg.width * skala, jpeg.height * skala];
    page.drawImage(jpeg, { x: (A4.bredd - width) / 2, y: (A4.höjd - height) / 2, width, height });
  }
  return dokument;
}

function stämpla(akt: PDFDocument, font: PDFFont, ärendenummer: string): void {
  const size = 8;
  const sidor = akt.getPages();
  sidor.forEach((page, i) => {
    const { width, height } = page.getSize();
    const nummer = `Akt ${ärendenummer}, sida ${i + 1} av ${sidor.length}`;
    const color = rgb(0.2, 0.2, 0.2);
    page.drawText(SEKRETESS, { x: 36, y: height - 22, size, font, color });
    page.drawText(nummer, { x: width - 36 - font.widthOfTextAtSize(nummer, size), y: height - 22, size, font, color });
  });
}

function innehållssida(
  huvud: Akthuvud,
  innehåll: readonly { namn: string; sida: number; sidor: number }[],
  utelämnat: readonly { namn: string; skäl: string }[],
): Brevinnehåll {
  return {
    titel: huvud.rubrik,
    avsandare: { kommun: huvud.kommun, namnd: huvud.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagtext(huvud.skapat) },
      { namn: 'Ärende', varde: huvud.ärendenummer },
    ],
    mottagare: [],
    slag: 'Akt till förvaltningsrätten',
    rubrik: huvud.rubrik,
    ingress: [
      `Klagande: ${huvud.klagande}`,
      'Akten innehåller uppgifter om enskildas personliga förhållanden. Sekretess gäller.',
    ],
    avsnitt: [
      {
        rubrik: 'Innehåll',
        delar: [
          {
            slag: 'svar',
            kolumner: ['Handling', 'Sida'],
            svar: innehåll.map(({ namn, sida, sidor }) => ({
              fraga: namn,
              svar: sidor === 1 ? String(sida) : `${sida}–${sida + sidor - 1}`,
            })),
          },
        ],
      },
      ...(utelämnat.length === 0
        ? []
        : [
            {
              rubrik: 'Det här finns inte med',
              delar: [{ slag: 'lista' as const, punkter: utelämnat.map(({ namn, skäl }) => `${namn}: ${skäl}`) }],
            },
          ]),
    ],
    kontakt: huvud.kontakt,
    referens: `Ärende ${huvud.ärendenummer}`,
  };
}
