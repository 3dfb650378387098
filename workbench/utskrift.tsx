import { Facts, LinkButton, Notice, PrintButton, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { Förklaring, fakta, Rubrikrad, rubrik } from './arende.tsx';
import { Beslutat } from './arende-beslut.tsx';
import { Historik, Inkommet, Register, Varningar } from './arende-sidofalt.tsx';
import { Beräkningstabell, harLucka } from './berakning.tsx';
import { INGET_SKRIVET } from './formular.ts';
import { Journal } from './journal.tsx';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

/** The whole case on paper: everything the caseworker sees, in one column, without fields and buttons. */
export function utskriftSida(app: Hono, kontext: Sidkontext): void {
  app.get('/arenden/:id/utskrift', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id'));
    if (!bild) return ärendetFinnsInte(c, kontext);
    const beräkning = harLucka(bild) ? undefined : bild.beräkning;
    return visa(c, kontext, {
      title: rubrik(bild),
      flik: 'ko',
      children: (
        <div class="stack">
          <p class="row noprint">
            <LinkButton href={`/handlaggning/arenden/${bild.ansökan.id}`} kind="quiet">
              Tillbaka till ärendet
            </LinkButton>
            <PrintButton kind="plain">Skriv ut</PrintButton>
          </p>
          <Rubrikrad bild={bild} />
          <Facts items={fakta(bild)} />
          {bild.ingenBeräkning ? (
            <Notice heading="Det finns ingen beräkning">
              <p>{bild.ingenBeräkning}</p>
            </Notice>
          ) : null}
          <Beräkningstabell bild={bild} />
          <Beslutat bild={bild} />
          {beräkning ? <Förklaring beräkning={beräkning} /> : null}
          <Varningar bild={bild} skrivet={INGET_SKRIVET} öppen={false} />
          <Inkommet bild={bild} />
          <Register bild={bild} öppen={false} />
          <Journal bild={bild} idag={kontext.port.idag()} skrivbar={false} />
          <Historik bild={bild} />
          <p class="muted small">
            Utskrivet {tidpunkt(bild.läst)} av {who.namn}.
          </p>
        </div>
      ),
    });
  });
}
