// Run by rita-sidor.ts in a process of its own: a file on standard input, page pictures on standard output.
// Arguments: format, most pages, most memory in bytes.
import { Worker } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Transformer } from '@napi-rs/image';
import { AVSLUT } from './rita-sidor.ts';

/** Widest and highest picture, in pixels; an A4 page comes to about 150 dots per inch. */
const BREDD = 1240;
const HÖJD = 1754;
/** Photos with more pixels than this are not opened. */
const FLEST_PIXLAR = 60_000_000;
const KVALITET = 80;

const [format, flestSidor, minne] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

// Drawing holds the main thread, so another one looks at the memory and ends the process.
const väktare = new Worker(
  `const { workerData } = require('node:worker_threads');
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 25);`,
  { eval: true, workerData: minne },
);
väktare.unref();

const bytes = await readAll();
try {
  if (format === 'pdf') await ritaPdf();
  else await write(await ritaFoto());
  process.exit(0);
} catch (fault) {
  process.exit(/password/i.test(String(fault)) ? AVSLUT.krypterad : AVSLUT.trasig);
}

async function ritaPdf(): Promise<void> {
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(bytes);
  const antal = pdf.getPageCount();
  if (antal === 0) process.exit(AVSLUT.trasig);
  if (antal > flestSidor) process.exit(AVSLUT['for-manga-sidor']);
  for (const page of pdf.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(BREDD / originalWidth, HÖJD / originalHeight);
    if (!Number.isFinite(scale) || scale <= 0) process.exit(AVSLUT.trasig);
    const drawn = await page.render({
      width: Math.max(1, Math.round(originalWidth * scale)),
      height: Math.max(1, Math.round(originalHeight * scale)),
      renderFormFields: true,
      render: async ({ data, width, height }) => Transformer.fromRgbaPixels(data, width, height).jpegSync(KVALITET),
    });
    await write(drawn.data);
  }
}

/** Turned as the camera was held, made smaller where it is large, and without what the camera wrote about time and place. */
async function ritaFoto(): Promise<Uint8Array> {
  const photo = new Transformer(bytes);
  const { width, height, orientation } = await photo.metadata(true);
  if (width * height > FLEST_PIXLAR) process.kill(process.pid, 'SIGKILL');
  const scale = Math.min(1, HÖJD / Math.min(width, height), (2 * HÖJD) / Math.max(width, height));
  const size = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  const [bredd, höjd] = (orientation ?? 1) > 4 ? size.reverse() : size;
  photo.rotate();
  if (scale < 1) photo.fastResize({ width: bredd!, height: höjd! });
  return photo.jpeg(KVALITET);
}

function write(picture: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(picture.length);
  return new Promise((resolve, reject) =>
    process.stdout.write(Buffer.concat([length, picture]), (fault) => (fault ? reject(fault) : resolve())),
  );
}

async function readAll(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
