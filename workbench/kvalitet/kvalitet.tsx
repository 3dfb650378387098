import { AVVIKELSELÄGEN, AVVIKELSEPROCESSER, type Avvikelsestatus, dagIOrd, urvalsregelIOrd } from '@stegvis/casework';
import { Empty, kortDatum, Lines, LinkButton, Notice, Table, Tag, type TagKind } from '@stegvis/ui';
import type { Hono } from 'hono';
import { förbjudet, medarbetare, type Sidkontext } from '../sida.tsx';
import type { Kvalitetsavvikelserad, Kvalitetsbild } from './kvalitet-port.ts';
import { KVALITET, visaKvalitet } from './kvalitet-sida.tsx';

/** Rounds of file review, deviations and measures; for those who do not work with quality, their own. */
export function kvalitetssida(app: Hono, kontext: Sidkontext): void {
  app.get('/kvalitet', async (c) => {
    const bild = await kontext.port.statistik.kvalitetsbild(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: 'Kvalitet',
      flik: 'oversikt',
      children: (
        <>
          <div class="wb-title">
            <h1>Kvalitet</h1>
            <div class="row">
              {bild.fårDra ? (
                <LinkButton href={`${KVALITET}/omgang`} kind="go">
                  Dra en granskning
                </LinkButton>
              ) : null}
              <LinkButton href={`${KVALITET}/avvikelse`} kind="neutral">
                Anmäl avvikelse
              </LinkButton>
            </div>
          </div>
          <Åtgärder bild={bild} />
          <Omgångar bild={bild} />
          <Avvikelser rader={bild.avvikelser} hanterar={bild.hanterar} />
          <p class="muted">
            Missförhållanden som enligt lag ska rapporteras (lex Sarah) anmäls inte här. Följ kommunens egen rutin.
          </p>
        </>
      ),
    });
  });
}

function Åtgärder({ bild }: { bild: Kvalitetsbild }) {
  if (bild.åtgärder.length === 0) return null;
  const sena = bild.åtgärder.filter(({ åtgärd }) => åtgärd.senast < bild.idag).length;
  return (
    <section class="stack-s" aria-labelledby="atgarder">
      <h2 id="atgarder">{sena > 0 ? 'Försenade åtgärder' : 'Dina åtgärder'}</h2>
      <Lines>
        {bild.åtgärder.map(({ avvikelse, åtgärd, dold }) => (
          <li class="line">
            <span>
              {åtgärd.senast < bild.idag ? <Tag kind="attention">Försenad</Tag> : null}{' '}
              {dold ? 'Skyddade personuppgifter' : <a href={`${KVALITET}/avvikelse/${avvikelse.id}`}>{åtgärd.text}</a>}
              <br />
              <span class="muted">
                {åtgärd.ansvarig.namn}, {åtgärd.senast < bild.idag ? 'skulle vara klar' : 'senast'}{' '}
                {dagIOrd(åtgärd.senast)}. Avvikelse {avvikelse.nummer}.
              </span>
            </span>
          </li>
        ))}
      </Lines>
    </section>
  );
}

function Omgångar({ bild }: { bild: Kvalitetsbild }) {
  if (bild.omgångar.length === 0 && !bild.fårDra) return null;
  return (
    <section class="stack-s" aria-labelledby="omgangar">
      <h2 id="omgangar">Aktgranskning</h2>
      {bild.mina.length > 0 ? (
        <Notice>
          <p>
            Du har påbörjat:{' '}
            {bild.mina.map(({ id, ärendenummer }, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <a href={`${KVALITET}/akt/${id}`}>{ärendenummer}</a>
              </>
            ))}
            .
          </p>
        </Notice>
      ) : null}
      {bild.omgångar.length === 0 ? (
        <Empty heading="Ingen granskning är dragen">
          <p>Dra en granskning efter en regel, till exempel en andel av de automatiska bifallen.</p>
        </Empty>
      ) : (
        <Table
          id="granskningar"
          caption="Granskningar, den senaste först"
          captionHidden
          narrow="list"
          columns={[{ head: 'Granskning' }, { head: 'Urval' }, { head: 'Granskade' }, { head: 'Klar senast' }]}
          rows={bild.omgångar.map(({ omgång, antal, klara }) => [
            <a href={`${KVALITET}/omgang/${omgång.id}`}>{omgång.namn}</a>,
            urvalsregelIOrd(omgång.regel),
            <span class="num">
              {klara} av {antal}
            </span>,
            omgång.avslutad ? (
              <Tag kind="ok">Avslutad</Tag>
            ) : omgång.senast < bild.idag ? (
              <>
                <Tag kind="attention">Försenad</Tag> {kortDatum(omgång.senast)}
              </>
            ) : (
              kortDatum(omgång.senast)
            ),
          ])}
        />
      )}
    </section>
  );
}

const LÄGESTAGG: Readonly<Record<Avvikelsestatus, TagKind>> = {
  anmald: 'brand',
  utreds: 'brand',
  atgardas: 'brand',
  'foljs-upp': 'brand',
  uppfoljd: 'brand',
  avslutad: 'ok',
  avskriven: 'neutral',
};

/** Where a deviation is. */
export function Avvikelseläge({ status }: { status: Avvikelsestatus }) {
  return <Tag kind={LÄGESTAGG[status]}>{AVVIKELSELÄGEN[status]}</Tag>;
}

export function Avvikelser({ rader, hanterar }: { rader: readonly Kvalitetsavvikelserad[]; hanterar: boolean }) {
  return (
    <section class="stack-s" aria-labelledby="avvikelser">
      <h2 id="avvikelser">{hanterar ? 'Avvikelser' : 'Dina avvikelser'}</h2>
      {rader.length === 0 ? (
        <p class="muted">Inga avvikelser.</p>
      ) : (
        <Table
          id="avvikelselista"
          caption="Avvikelser, den senaste först"
          captionHidden
          narrow="list"
          columns={[{ head: 'Avvikelse' }, { head: 'Var' }, { head: 'Läge' }, { head: 'Anmäld' }]}
          rows={rader.map(({ avvikelse: a, dold, försenade }) => [
            dold ? (
              `${a.nummer}. ${a.rubrik}`
            ) : (
              <a href={`${KVALITET}/avvikelse/${a.id}`}>
                {a.nummer}. {a.rubrik}
              </a>
            ),
            AVVIKELSEPROCESSER[a.process],
            <>
              <Avvikelseläge status={a.status} /> {försenade > 0 ? <Tag kind="attention">Försenad åtgärd</Tag> : null}
            </>,
            kortDatum(a.anmäld.tid.slice(0, 10)),
          ])}
        />
      )}
    </section>
  );
}
