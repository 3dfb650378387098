import { Transformer } from '@napi-rs/image';

/** A PDF whose pages say 'Sida 1', 'Sida 2' …; `låst` asks for a password that nobody has. */
export function provPdf(sidor: number, låst: boolean = false): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const kids: string[] = [];
  for (let i = 1; i <= sidor; i++) {
    const text = `1 0 0 rg 60 600 200 60 re f 0 g BT /F1 24 Tf 60 700 Td (Sida ${i}) Tj ET`;
    objects.push(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Count ${sidor} /Kids [${kids.join(' ')}] >>`;
  const keys = `/O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}>`;
  if (låst) objects.push(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 ${keys} >>`);
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const encrypt = låst ? ` /Encrypt ${objects.length} 0 R /ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>]` : '';
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${pdf.length}\n%%EOF`;
  return Buffer.from(pdf + xref + trailer, 'latin1');
}

/** A photo, red to the left and blue to the right. */
export async function provFoto(
  format: 'jpeg' | 'png' | 'webp',
  bredd: number = 60,
  höjd: number = 40,
): Promise<Uint8Array> {
  const pixels = new Uint8Array(bredd * höjd * 4);
  for (let i = 0; i < bredd * höjd; i++)
    pixels.set(i % bredd < bredd / 2 ? [220, 30, 30, 255] : [30, 30, 220, 255], i * 4);
  const photo = Transformer.fromRgbaPixels(pixels, bredd, höjd);
  return new Uint8Array(await photo[format]());
}

/** A JPEG as a telephone writes it: turned a quarter (orientation 6), and with the place in it. */
export async function provFotoMedPlats(): Promise<Uint8Array> {
  const photo = Buffer.from(await provFoto('jpeg'));
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, 0x0112, 3, 1, 6 << 16);
  entry(tiff, 22, 0x8825, 4, 1, 38);
  tiff.writeUInt16BE(1, 38);
  entry(tiff, 40, 0x0001, 2, 2, 'N'.charCodeAt(0) << 24);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([photo.subarray(0, 2), head, exif, photo.subarray(2)]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value >>> 0, at + 8);
}
