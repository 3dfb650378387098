import { ANVISNINGSLÄGEN } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  Empty,
  ErrorSummary,
  Facts,
  kortDatum,
  Table,
  Tag,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Anordnaranvisning } from './insats-port.ts';
import { passenIOrd, startIOrd, timmarIOrd } from './insatsord.tsx';

const SIDA = '/handlaggning/deltagare/anvisningar';

/** Where a provider answers the referrals to its own activities. */
export function anvisningarSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.väg.anordnarsvar(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    const attSvara = bild.anvisningar.filter((a) => a.status === 'foreslagen');
    const kö = bild.anvisningar
      .filter((a) => a.status === 'i-ko')
      .toSorted((a, b) => a.insats.namn.localeCompare(b.insats.namn, 'sv') || (a.köplats ?? 0) - (b.köplats ?? 0));
    const besvarade = bild.anvisningar.filter((a) => a.status !== 'foreslagen' && a.status !== 'i-ko');
    return visa(c, kontext, {
      title: 'Anvisningar att svara på',
      flik: 'deltagare',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb items={[{ href: '/handlaggning/deltagare', label: 'Deltagare' }]} here="Anvisningar" />
          <h1>Anvisningar till {bild.anordnare}</h1>
          <section class="stack-s" aria-labelledby="att-svara">
            <h2 id="att-svara">Att svara på</h2>
            {attSvara.length === 0 ? (
              <Empty heading="Inget väntar på svar">
                <p>När någon föreslås till era aktiviteter ser du det här.</p>
              </Empty>
            ) : (
              attSvara.map((a) => <Svarskort a={a} skrivet={skrivet} />)
            )}
          </section>
          {kö.length > 0 ? (
            <Table
              id="ko"
              caption="I kö"
              narrow="scroll"
              columns={[
                { head: 'Person' },
                { head: 'Aktivitet' },
                { head: 'Plats i kön', num: true },
                { head: 'Önskad tid' },
              ]}
              rows={kö.map((a) => [
                a.namn ?? 'Skyddade uppgifter',
                a.insats.namn,
                a.köplats ?? '',
                `${kortDatum(a.från)} – ${kortDatum(a.till)}`,
              ])}
            />
          ) : null}
          <Table
            id="platser"
            caption="Era aktiviteter"
            narrow="scroll"
            columns={[
              { head: 'Aktivitet' },
              { head: 'Start' },
              { head: 'Platser', num: true },
              { head: 'Lediga nu', num: true },
              { head: 'I kö', num: true },
            ]}
            rows={bild.insatser.map(({ insats, platser }) => [
              insats.namn,
              startIOrd(insats, bild.idag),
              platser.platser,
              platser.lediga,
              platser.iKö,
            ])}
          />
          {besvarade.length > 0 ? (
            <Details summary="Anvisningar ni har svarat på">
              <Table
                id="besvarade"
                caption="Besvarade"
                captionHidden
                narrow="scroll"
                columns={[{ head: 'Person' }, { head: 'Aktivitet' }, { head: 'Läge' }, { head: 'Tid' }]}
                rows={besvarade.map((a) => [
                  a.namn ?? 'Skyddade uppgifter',
                  a.insats.namn,
                  ANVISNINGSLÄGEN[a.status],
                  `${kortDatum(a.från)} – ${kortDatum(a.till)}`,
                ])}
              />
            </Details>
          ) : null}
        </div>
      ),
    });
  };
  app.get('/deltagare/anvisningar', (c) => show(c));
  app.post('/deltagare/anvisningar/:anvisning', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('anvisning');
    const ja = fält['svar'] === 'ja';
    const result = await kontext.port.väg.svaraPåAnvisning(medarbetare(kontext, c), id, {
      ja,
      skäl: fält['skal'] ?? '',
    });
    if (result.ok) return c.redirect(SIDA, 303);
    return show(
      c,
      { fel: vägran(result.refusal, (f) => `${f}-${id}`, 'att-svara'), fält: { ...fält, anvisning: id } },
      result.refusal.fält ? 422 : 409,
    );
  });
}

function Svarskort({ a, skrivet }: { a: Anordnaranvisning; skrivet: Skrivet }) {
  const denna = skrivet.fält['anvisning'] === a.id;
  return (
    <section class="card stack-s" aria-labelledby={`a-${a.id}`}>
      <div class="wb-title">
        <h3 id={`a-${a.id}`}>{a.namn ?? 'Person med skyddade uppgifter'}</h3>
        <Tag kind="attention">{a.insats.namn}</Tag>
      </div>
      {a.namn === undefined ? <p>Ring {a.av} innan du svarar.</p> : null}
      <Facts
        items={[
          { name: 'Tid', value: `${kortDatum(a.från)} – ${kortDatum(a.till)}` },
          { name: 'I veckan', value: timmarIOrd(a.timmarPerVecka) },
          { name: 'Föreslagen av', value: a.av },
        ]}
      />
      {a.pass.length > 0 ? <p>{passenIOrd(a.pass)}</p> : null}
      {a.tillAnordnaren === '' ? null : <p>{a.tillAnordnaren}</p>}
      <form method="post" action={`${SIDA}/${a.id}`} class="stack-s">
        <TextField
          id={`skal-${a.id}`}
          name="skal"
          label="Skäl, om ni säger nej"
          value={denna ? skrivet.fält['skal'] : ''}
          error={felFör(skrivet, `skal-${a.id}`)}
        />
        <Actions>
          <Button name="svar" value="ja">
            Ja, vi tar emot
          </Button>
          <Button name="svar" value="nej" kind="neutral">
            Nej
          </Button>
        </Actions>
      </form>
    </section>
  );
}
