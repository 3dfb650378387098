import { Hono } from 'hono';
import { akutSida } from './akut.tsx';
import { ansökanSida } from './ansokan.tsx';
import { beslutsSida } from './beslut.tsx';
import { borIsärSida } from './bor-isar.tsx';
import { dokumentSida } from './dokument.tsx';
import { frågeSida } from './fraga-sida.tsx';
import { granskaSida } from './granska.tsx';
import { kalenderSida } from './kalender.tsx';
import { kompletteringSida } from './komplettering.tsx';
import { meddelandeSida } from './meddelanden.tsx';
import { kontoSida } from './konto.tsx';
import { minaSidor } from './mina-sidor.tsx';
import { minaUppgifterSida } from './mina-uppgifter.tsx';
import type { Sidkontext } from './sida.tsx';
import { skickadSida } from './skickad.tsx';
import { skrivUnderSida } from './skriv-under.tsx';
import { startaSida } from './starta.tsx';
import { tilläggSida } from './tillagg.tsx';
import { yttrandeSida } from './yttrande.tsx';

/** The citizen's pages behind log-in. `vem` says who it is; the server lets nobody else in. */
export function applyRoutes(kontext: Sidkontext): Hono {
  const app = new Hono();
  minaSidor(app, kontext);
  kontoSida(app, kontext);
  kompletteringSida(app, kontext);
  meddelandeSida(app, kontext);
  kalenderSida(app, kontext);
  minaUppgifterSida(app, kontext);
  ansökanSida(app, kontext);
  beslutsSida(app, kontext);
  yttrandeSida(app, kontext);
  akutSida(app, kontext);
  startaSida(app, kontext);
  borIsärSida(app, kontext);
  tilläggSida(app, kontext);
  skickadSida(app, kontext);
  granskaSida(app, kontext);
  dokumentSida(app, kontext);
  frågeSida(app, kontext);
  skrivUnderSida(app, kontext);
  return app;
}
