import { Hono } from 'hono';
import { ärendeSida } from './arende.tsx';
import { beslutsSida } from './beslut.tsx';
import { betalningsSida } from './betalningar.tsx';
import { dokumentSida } from './dokument.tsx';
import { granskningsSida } from './granskning.tsx';
import { köSida } from './ko.tsx';
import { kommuniceringSida } from './kommunicering.tsx';
import { kompletteringSida } from './komplettering.tsx';
import { meddelandeSida } from './meddelanden.tsx';
import { mittArbeteSida } from './mitt-arbete.tsx';
import { ramSida } from './ram.tsx';
import { registerSida } from './register.tsx';
import { registreraSida } from './registrera.tsx';
import type { Sidkontext } from './sida.tsx';
import { utskriftSida } from './utskrift.tsx';

/** The staff's pages, to be mounted under /handlaggning. `vem` says who is logged in; the server lets nobody else in. */
export function workbenchRoutes(kontext: Sidkontext): Hono {
  const app = new Hono();
  köSida(app, kontext);
  ärendeSida(app, kontext);
  beslutsSida(app, kontext);
  kommuniceringSida(app, kontext);
  utskriftSida(app, kontext);
  mittArbeteSida(app, kontext);
  registreraSida(app, kontext);
  meddelandeSida(app, kontext);
  kompletteringSida(app, kontext);
  dokumentSida(app, kontext);
  ramSida(app, kontext);
  registerSida(app, kontext);
  betalningsSida(app, kontext);
  granskningsSida(app, kontext);
  return app;
}
