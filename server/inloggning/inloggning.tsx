import type { HttpBindings } from '@hono/node-server';
import { type Kommuninfo, LoggaInSida, type Medborgare, type Sessionstid, VäljTestpersonSida } from '@stegvis/apply';
import { dokument } from '@stegvis/ui';
import type { Medarbetare } from '@stegvis/workbench';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie';
import type { Utvecklingslegitimation } from '../demo/utvecklingslegitimation.ts';
import type { Logg } from '../logg.ts';
import { felplats } from '../logg.ts';
import type { Behöriga } from './behoriga.ts';
import type { Eid, Inloggningsförsök } from './eid.ts';
import { type Inloggad, type Sessioner, VILOTID_MINUTER } from './sessioner.ts';

/** The two doors: citizens and staff. */
type Roll = 'medborgare' | 'personal';

export interface Inloggning {
  readonly routes: Hono<{ Bindings: HttpBindings }>;
  medborgare(c: Context): Medborgare | undefined;
  medarbetare(c: Context): Medarbetare | undefined;
  /** When the session of the request ends unless it is used; undefined when nobody is logged in. */
  session(c: Context): Sessionstid | undefined;
}

const SESSIONSKAKA = 'stegvis';
const FÖRSÖKSKAKA = 'stegvis-inloggning';

type Försök = Inloggningsförsök & { roll: Roll; vidare: string };

/** Log-in, log-out and who is logged in. Pages under /mina-sidor, /ansok, /skriv-under and /handlaggning need it. */
export function inloggning(delar: {
  readonly adress: string;
  readonly kommun: Kommuninfo;
  readonly eid: Record<Roll, Eid>;
  readonly sessioner: Sessioner;
  readonly behöriga: Behöriga;
  readonly hemlighet: string;
  readonly utvecklingslegitimation: Utvecklingslegitimation | undefined;
  readonly logg: Logg;
  readonly nu: () => Date;
}): Inloggning {
  const secure = delar.adress.startsWith('https:');
  const cookie = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const;
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const medborgare = new WeakMap<Request, Medborgare>();
  const medarbetare = new WeakMap<Request, Medarbetare>();
  const tider = new WeakMap<Request, Sessionstid>();

  const session: MiddlewareHandler = async (c, next) => {
    const hemlighet = getCookie(c, SESSIONSKAKA);
    const found = hemlighet === undefined ? undefined : await delar.sessioner.hämta(hemlighet);
    if (found) {
      const sekunder = Math.max(0, Math.round((Date.parse(found.slutar) - delar.nu().getTime()) / 1000));
      tider.set(c.req.raw, { slutar: found.slutar, sekunder });
    }
    if (found?.slag === 'person') {
      const uppgifter = await delar.behöriga.visaMedborgare(found);
      if (uppgifter) medborgare.set(c.req.raw, uppgifter);
    } else if (found) {
      const uppgifter = await delar.behöriga.visaMedarbetare(found);
      if (uppgifter) medarbetare.set(c.req.raw, uppgifter);
    }
    await next();
    if (found) c.header('cache-control', 'no-store');
  };
  const kräv =
    (roll: Roll): MiddlewareHandler =>
    async (c, next) => {
      const who = roll === 'medborgare' ? medborgare : medarbetare;
      if (who.has(c.req.raw)) return next();
      if (c.req.header('x-autosave'))
        return c.json({ text: 'Du har blivit utloggad. Logga in igen i en ny flik, så kan du fortsätta här.' }, 401);
      const start = roll === 'medborgare' ? '/logga-in' : '/logga-in/personal';
      return c.redirect(`${start}?vidare=${encodeURIComponent(c.req.method === 'GET' ? c.req.path : '')}`, 303);
    };
  for (const path of ['/mina-sidor/*', '/ansok/*', '/skriv-under/*']) routes.use(path, session, kräv('medborgare'));
  routes.use('/handlaggning/*', session, kräv('personal'));
  for (const path of ['/session/*', '/akut']) routes.use(path, session);

  const start = (roll: Roll) => async (c: Context) => {
    const { adress, försök } = await delar.eid[roll].börja();
    const kept: Försök = { ...försök, roll, vidare: egenAdress(c.req.query('vidare')) ?? hem(roll) };
    await setSignedCookie(c, FÖRSÖKSKAKA, JSON.stringify(kept), delar.hemlighet, { ...cookie, maxAge: 600 });
    return c.redirect(adress, 303);
  };
  routes.get('/logga-in', (c) =>
    c.html(dokument(<LoggaInSida kommun={delar.kommun} vidare={egenAdress(c.req.query('vidare'))} />)),
  );
  routes.get('/logga-in/eid', start('medborgare'));
  routes.get('/logga-in/personal', start('personal'));

  for (const roll of ['medborgare', 'personal'] as const) {
    routes.get(`/logga-in/svar/${roll}`, async (c) => {
      const kept = await getSignedCookie(c, delar.hemlighet, FÖRSÖKSKAKA);
      deleteCookie(c, FÖRSÖKSKAKA, { path: '/' });
      const åter = (fel: 'avbruten' | 'ingen-behorighet') =>
        c.html(dokument(<LoggaInSida kommun={delar.kommun} fel={fel} personal={roll === 'personal'} />), 403);
      if (!kept) return åter('avbruten');
      const försök = JSON.parse(kept) as Försök;
      if (försök.roll !== roll) return åter('avbruten');
      let legitimerad: Awaited<ReturnType<Eid['slutför']>>;
      try {
        legitimerad = await delar.eid[roll].slutför(new URL(c.req.url, delar.adress), försök);
      } catch (error) {
        delar.logg({ händelse: 'inloggning-misslyckades', fel: felplats(error) });
        return åter('avbruten');
      }
      const inloggad: Inloggad | '' | undefined =
        roll === 'personal'
          ? await delar.behöriga.personal(legitimerad.sub)
          : legitimerad.personnummer &&
            (await delar.behöriga.medborgare({ ...legitimerad, personnummer: legitimerad.personnummer }));
      if (!inloggad) return åter('ingen-behorighet');
      const old = getCookie(c, SESSIONSKAKA);
      if (old) await delar.sessioner.avsluta(old);
      setCookie(c, SESSIONSKAKA, await delar.sessioner.börja(inloggad), cookie);
      return c.redirect(försök.vidare, 303);
    });
  }

  routes.post('/logga-ut', async (c) => {
    const hemlighet = getCookie(c, SESSIONSKAKA);
    if (hemlighet) await delar.sessioner.avsluta(hemlighet);
    deleteCookie(c, SESSIONSKAKA, { path: '/' });
    return c.redirect('/', 303);
  });
  routes.post('/session/forlang', (c) => {
    if (!medborgare.has(c.req.raw) && !medarbetare.has(c.req.raw)) return c.json({ text: 'Du är utloggad.' }, 401);
    if (c.req.header('accept')?.includes('application/json'))
      return c.json({ sekunder: tider.get(c.req.raw)?.sekunder ?? VILOTID_MINUTER * 60 });
    return c.redirect(egenAdress(new URL(c.req.header('referer') ?? delar.adress).pathname) ?? '/', 303);
  });

  const idp = delar.utvecklingslegitimation;
  if (idp) {
    routes.get(`${idp.bas}/valj/:uid`, async (c) => {
      const personer = await idp.val(c.env.incoming, c.env.outgoing);
      if (!personer) return c.html(dokument(<LoggaInSida kommun={delar.kommun} fel="avbruten" />), 400);
      return c.html(dokument(<VäljTestpersonSida kommun={delar.kommun} personer={personer} action={c.req.path} />));
    });
    routes.post(`${idp.bas}/valj/:uid`, async (c) => {
      const form = await c.req.parseBody();
      const vidare = await idp.välj(c.env.incoming, c.env.outgoing, String(form['konto'] ?? ''));
      if (!vidare) return c.html(dokument(<LoggaInSida kommun={delar.kommun} fel="avbruten" />), 400);
      return c.redirect(vidare, 303);
    });
  }

  return {
    routes,
    medborgare: (c) => medborgare.get(c.req.raw),
    medarbetare: (c) => medarbetare.get(c.req.raw),
    session: (c) => tider.get(c.req.raw),
  };
}

function hem(roll: Roll): string {
  return roll === 'medborgare' ? '/mina-sidor' : '/handlaggning';
}

/** The address if it is a path of our own service, so that a link cannot send a logged-in person elsewhere. */
function egenAdress(path: string | undefined): string | undefined {
  return path && /^\/(mina-sidor|ansok|skriv-under|handlaggning|akut)(\/[\w-]+)*$/.test(path) ? path : undefined;
}
