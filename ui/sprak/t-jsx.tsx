import type { Child } from 'hono/jsx';
import { t, type Värden } from './sprak.ts';

/**
 * A text with parts that are elements: `tJsx('Läs <a>om regeln</a>.', { a: (text) => <a href="/regel">{text}</a> })`. The tags may
 * not be nested.
 */
export function tJsx(svenska: string, delar: Readonly<Record<string, (text: string) => Child>>, värden: Värden = {}) {
  const taggar = Object.fromEntries(
    Object.keys(delar).map((namn) => [
      namn,
      (bitar: readonly unknown[]) => `${DEL}${namn}${TEXT}${bitar.join('')}${DEL}`,
    ]),
  );
  const bitar = t(svenska, { ...värden, ...taggar } as unknown as Värden).split(DEL);
  return (
    <>
      {bitar.map((bit) => {
        const [namn, text] = bit.split(TEXT);
        return text === undefined ? bit : delar[namn!]!(text);
      })}
    </>
  );
}

/** Around a part, and between its name and its text: characters that no language writes (private use). */
const DEL = '\uE000';
const TEXT = '\uE001';
