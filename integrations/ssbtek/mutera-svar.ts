/** Random whole numbers below a limit, from a seed: the same every time (Mulberry32). */
export function slump(frö: number): (under: number) => number {
  let s = frö;
  return (under) => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % under;
  };
}

const TECKEN = '0123456789<>/&"\'={}[],:.-eE abcåöÅ\u0000\u00ff';
function ändraText(text: string, r: (under: number) => number): string {
  const i = r(text.length);
  const n = 1 + r(r(4) === 0 ? 400 : 8);
  const tecken = TECKEN[r(TECKEN.length)]!;
  switch (r(7)) {
    case 0:
      return text.slice(0, i) + tecken + text.slice(i + 1);
    case 1:
      return text.slice(0, i) + text.slice(i + n);
    case 2:
      return text.slice(0, i) + tecken + text.slice(i);
    case 3:
      return text.slice(0, i) + text.slice(i, i + n) + text.slice(i);
    case 4: {
      const j = r(text.length);
      const [a, b] = i < j ? [i, j] : [j, i];
      return text.slice(0, a) + text.slice(b, b + n) + text.slice(a + n, b) + text.slice(a, a + n) + text.slice(b + n);
    }
    case 5:
      return text.slice(0, i);
    default: {
      // One digit somewhere becomes another: the most dangerous change, because nothing else breaks.
      const siffra = text.slice(i).search(/\d/);
      return siffra < 0 ? text : text.slice(0, i + siffra) + String(r(10)) + text.slice(i + siffra + 1);
    }
  }
}

/** An element renamed at both ends, left out, or doubled: the document stays well-formed. */
function ändraElement(xml: string, r: (under: number) => number): string {
  const element = [...xml.matchAll(/<([a-z]+:)?([A-Za-z]+)(?=[ >])[^<]*>/g)].filter((m) => !m[0].endsWith('/>'));
  const vald = element[r(element.length)]!;
  const slut = xml.indexOf(`</${vald[1] ?? ''}${vald[2]}>`, vald.index);
  if (slut < 0) return xml;
  const efter = slut + `</${vald[1] ?? ''}${vald[2]}>`.length;
  const hela = xml.slice(vald.index, efter);
  const ny = [
    hela.replaceAll(vald[2]!, `${vald[2]}x`),
    '',
    hela + hela,
    hela.replaceAll(vald[1] ?? '<', vald[1] ? 'q:' : '<q'),
  ][r(4)]!;
  return xml.slice(0, vald.index) + ny + xml.slice(efter);
}

/** A key renamed, left out or doubled, or a value replaced. */
function ändraJson(json: string, r: (under: number) => number): string {
  const nycklar = [...json.matchAll(/"([A-Za-z]+)":/g)];
  const vald = nycklar[r(nycklar.length)]!;
  const [före, efter] = [json.slice(0, vald.index), json.slice(vald.index + vald[0].length)];
  return [
    `${före}"${vald[1]}x":${efter}`,
    `${före}"x":null,${vald[0]}${efter}`,
    `${före}${vald[0]}null,"x":${efter}`,
    `${före}${vald[0]}[],"x":${efter}`,
  ][r(4)]!;
}

/** Changes the text that lies in base64 within the element. */
export function inuti(xml: string, element: string, ändra: (text: string) => string): string {
  return xml.replace(
    new RegExp(`(<s:${element}>)([^<]*)`),
    (_, tagg: string, bas64: string) =>
      tagg + Buffer.from(ändra(Buffer.from(bas64, 'base64').toString())).toString('base64'),
  );
}

/** One random change of an SSBTEK answer: characters, digits, elements or keys, in the envelope or in what lies within it. For tests. */
export function mutera(xml: string, r: (under: number) => number): string {
  switch (r(7)) {
    case 0:
      return ändraElement(xml, r);
    case 1:
      return inuti(xml, 'lefiJsonSvar', (json) => ändraJson(json, r));
    case 2:
      return inuti(xml, 'lefiJsonSvar', (json) => ändraText(json, r));
    case 3:
      return inuti(xml, 'svar', (csn) => ändraElement(csn, r));
    case 4:
      return inuti(xml, 'svar', (csn) => ändraText(csn, r));
    default:
      return ändraText(xml, r);
  }
}
