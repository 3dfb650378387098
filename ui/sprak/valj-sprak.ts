import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { medSpråk, SPRÅK, type Språkkod } from './sprak.ts';

const KAKA = 'sprak';
const ETT_ÅR = 365 * 24 * 3600;

/** Renders in the language that was chosen; `?sprak=ar` on any page chooses, is remembered, and shows the page again. */
export const väljSpråk: MiddlewareHandler = async (c, next) => {
  const valt = c.req.query('sprak');
  if (valt !== undefined && c.req.method === 'GET') {
    const url = new URL(c.req.url);
    url.searchParams.delete('sprak');
    if (valt in SPRÅK) setCookie(c, KAKA, valt, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: ETT_ÅR });
    return c.redirect(`${url.pathname}${url.search}`, 303);
  }
  const sparat = getCookie(c, KAKA);
  const språk: Språkkod = sparat !== undefined && sparat in SPRÅK ? (sparat as Språkkod) : 'sv';
  c.header('content-language', SPRÅK[språk].lang);
  return medSpråk(språk, next);
};
