import { NotInForce } from '@stegvis/engine';
import type { Context } from 'hono';
import { notInForceText } from '../not-in-force-text.ts';
import { type Fault, problem } from './problem.ts';
import { readBody } from './read-body.ts';

/** Reads the body as an underlag and answers with what is worked out from it; every fault is a problem (RFC 9457). */
export async function answerCall<Underlag>(
  c: Context,
  read: (
    json: unknown,
  ) => { readonly ok: true; readonly underlag: Underlag } | { readonly ok: false; readonly fel: readonly Fault[] },
  workOut: (underlag: Underlag) => unknown,
): Promise<Response> {
  const body = await readBody(c);
  if (!body.ok) return body.response;
  const underlag = read(body.value);
  if (!underlag.ok) return problem(c, 'ogiltigt-underlag', { fel: underlag.fel });
  try {
    return c.body(JSON.stringify(workOut(underlag.underlag)), 200, {
      'Content-Type': 'application/json',
      'Content-Language': 'sv',
      'Cache-Control': 'no-store',
    });
  } catch (fault) {
    if (fault instanceof NotInForce) return problem(c, 'ej-i-kraft', { detail: notInForceText(fault) });
    throw fault;
  }
}
