/** JSON text as a value, or where and why it is not JSON (line and column from 1). */
export type JsonText = { ok: true; value: unknown } | { ok: false; line: number; column: number; text: string };

/**
 * Reads JSON text. A byte order mark first in the text is allowed.
 * The fault is a Swedish sentence with line and column, as RFC 8259 reads the text.
 */
export function readJson(text: string): JsonText {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    const at = faultOffset(source);
    const before = source.slice(0, at).split('\n');
    const line = before.length;
    const column = (before.at(-1) ?? '').length + 1;
    return {
      ok: false,
      line,
      column,
      text: `Det är inte giltig JSON: ${reason(source, at)} på rad ${line}, tecken ${column}.`,
    };
  }
}

function reason(source: string, at: number): string {
  if (source.trim() === '') return 'texten är tom';
  if (at >= source.length) return 'texten tar slut för tidigt';
  const found = source[at] ?? '';
  if (found < ' ') return 'ett styrtecken (till exempel radbrytning) står inne i en text';
  return `oväntat tecken ”${found}”`;
}

const TOKEN =
  /[ \t\n\r]*(?:([[\]{},:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true|false|null))/y;

type Expecting = 'value' | 'value-or-]' | 'key' | 'key-or-}' | ':' | ',-or-]' | ',-or-}' | 'end';

/** Offset of the first character that cannot stand where it stands; the text's length when it ends too early. */
function faultOffset(source: string): number {
  const open: ('[' | '{')[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const afterValue = (): Expecting => {
    const inside = open.at(-1);
    return inside === '[' ? ',-or-]' : inside === '{' ? ',-or-}' : 'end';
  };
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    const start = afterSpace(source, at);
    if (!match) return start >= source.length ? source.length : insideToken(source, start);
    const [, mark, string] = match;
    if (expecting === 'end') return start;
    if (mark === undefined) {
      if (expecting === 'key' || expecting === 'key-or-}') {
        if (string === undefined) return start;
        expecting = ':';
      } else if (expecting === 'value' || expecting === 'value-or-]') expecting = afterValue();
      else return start;
    } else if (mark === '[' || mark === '{') {
      if (expecting !== 'value' && expecting !== 'value-or-]') return start;
      open.push(mark);
      expecting = mark === '[' ? 'value-or-]' : 'key-or-}';
    } else if (mark === ']' || mark === '}') {
      if (expecting !== (mark === ']' ? 'value-or-]' : 'key-or-}') && expecting !== `,-or-${mark}`) return start;
      open.pop();
      expecting = afterValue();
    } else if (mark === ':') {
      if (expecting !== ':') return start;
      expecting = 'value';
    } else {
      if (expecting !== ',-or-]' && expecting !== ',-or-}') return start;
      expecting = expecting === ',-or-]' ? 'value' : 'key';
    }
    at = TOKEN.lastIndex;
  }
}

function afterSpace(source: string, at: number): number {
  const space = /[ \t\n\r]*/y;
  space.lastIndex = at;
  space.exec(source);
  return space.lastIndex;
}

/** Within a text that never ends or holds a forbidden character, the fault is further in than the token's start. */
function insideToken(source: string, start: number): number {
  if (source[start] !== '"') return start;
  const sound = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
  sound.lastIndex = start;
  sound.exec(source);
  return sound.lastIndex;
}
