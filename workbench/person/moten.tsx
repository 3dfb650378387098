import {
  dagIOrd,
  gällandeAnteckningar,
  inomEttDygn,
  MÖTESLÄGEN,
  MÖTESSLAG,
  type Möte,
  type Mötesanteckning,
  mötetIOrd,
  ärKommande,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  Details,
  Empty,
  ErrorSummary,
  Facts,
  Notice,
  Panel,
  RadioGroup,
  Select,
  SummaryList,
  Tag,
  type TagKind,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { klocka } from '../personer/tider.tsx';
import type { Mötesbild } from '../personer/uppfoljning-port.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

const MÄRKE: Readonly<Record<Möte['status'], TagKind>> = {
  bokat: 'brand',
  hallet: 'ok',
  uteblivet: 'attention',
  avbokat: 'neutral',
  ombokat: 'neutral',
};

/** Meetings with one person: what is booked, what was agreed, and the forms to book and write. */
export function mötessida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const sida = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.mötesbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const hem = `/handlaggning/person/${id}/moten`;
    const kommande = bild.möten.filter((m) => m.status === 'bokat' && ärKommande(m, bild.nu)).toReversed();
    const varit = bild.möten.filter((m) => !kommande.includes(m));
    return visaPerson(c, kontext, {
      huvud,
      title: 'Möten',
      flik: 'moten',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Möten</h1>
          <Facts
            items={[
              { name: 'Nästa kontakt', value: bild.nästaKontakt ? dagIOrd(bild.nästaKontakt) : 'Inte bestämd' },
              { name: 'Tolk', value: bild.tolk === '' ? 'Ingen' : bild.tolk },
            ]}
          />
          {bild.avslut?.eftervårdTill ? (
            <Notice heading="Vägen är avslutad">
              <p>Stödet efteråt pågår till {dagIOrd(bild.avslut.eftervårdTill)}. Ni kan träffas till dess.</p>
            </Notice>
          ) : null}
          <section class="stack" aria-labelledby="kommande">
            <h2 id="kommande">Kommande</h2>
            {kommande.length === 0 ? (
              <p class="muted">Inget möte är bokat.</p>
            ) : (
              kommande.map((m) => <Kommande möte={m} hem={hem} nu={bild.nu} bild={bild} skrivet={skrivet} />)
            )}
          </section>
          <Boka hem={hem} bild={bild} skrivet={skrivet} />
          <section class="stack" aria-labelledby="varit">
            <h2 id="varit">Har varit</h2>
            {varit.length === 0 ? (
              <Empty heading="Inga möten än">
                <p>Här står vad ni kommer överens om.</p>
              </Empty>
            ) : (
              varit.map((m) => (
                <Varit
                  möte={m}
                  hem={hem}
                  nu={bild.nu}
                  anteckningar={bild.anteckningar.filter((a) => a.möte === m.id)}
                  skrivet={skrivet}
                />
              ))
            )}
          </section>
        </div>
      ),
    });
  };

  app.get('/person/:person/moten', (c) => sida(c));

  app.post('/person/:person/moten', async (c) => {
    const who = medarbetare(kontext, c);
    const person = c.req.param('person');
    const fält = await formfält(c);
    const text = (namn: string) => (fält[namn] ?? '').trim();
    const möte = text('mote');
    const gör = text('gor');
    const result =
      gör === 'avboka'
        ? await väg.avbokaMöte(who, person, möte, text('avbokaSkal'))
        : gör === 'uteblev'
          ? await väg.noteraUteblivet(who, person, möte)
          : gör === 'tid'
            ? await väg.bokaMötestidFör(who, person, text('tid'), möte || undefined)
            : gör === 'anteckna'
              ? await väg.skrivMötesanteckning(who, person, möte, {
                  överenskommet: fält['overenskommet'] ?? '',
                  nästa: fält['nasta'] ?? '',
                  nästaKontakt: text('nastaKontakt') || undefined,
                  egen: fält['egen'] ?? '',
                  skäl: fält['skal'] ?? '',
                })
              : await väg.bokaMöte(who, person, {
                  slag: text('slag'),
                  dag: text('dag'),
                  från: klocka(text('fran')),
                  till: klocka(text('till')),
                  plats: text('plats'),
                  syfte: text('syfte'),
                });
    if (result.ok) return c.redirect(`/handlaggning/person/${person}/moten`, 303);
    const plats = (f: string) => (gör === 'anteckna' || gör === 'avboka' ? `${f}-${möte}` : f);
    return sida(c, { fel: vägran(result.refusal, plats, 'kommande'), fält }, result.refusal.fält ? 422 : 409);
  });
}

/** What was typed for this meeting and this form; nothing of another's. */
function skrivetFör(skrivet: Skrivet, gör: string, möte: string): Skrivet['fält'] {
  return skrivet.fält['gor'] === gör && skrivet.fält['mote'] === möte ? skrivet.fält : {};
}

function Kommande({
  möte,
  hem,
  nu,
  bild,
  skrivet,
}: {
  möte: Möte;
  hem: string;
  nu: string;
  bild: Mötesbild;
  skrivet: Skrivet;
}) {
  const fält = skrivetFör(skrivet, 'avboka', möte.id);
  return (
    <Panel card>
      <h3>{mötetIOrd(möte)}</h3>
      <p>
        {MÖTESSLAG[möte.slag]}
        {möte.plats === '' ? '' : `, ${möte.plats}`}. {möte.namn}.{' '}
        {inomEttDygn(möte, nu) ? <Tag kind="attention">Inom 24 timmar</Tag> : null}{' '}
        {bild.tolk === '' ? null : <Tag kind="brand">Tolk: {bild.tolk}</Tag>}
      </p>
      <p>{möte.syfte}</p>
      <p class="muted">{möte.bokatAv ? `Bokat av ${möte.bokatAv}` : 'Bokat av personen'}</p>
      <Details summary="Flytta eller avboka" open={Object.keys(fält).length > 0}>
        <div class="stack">
          {bild.lediga.length > 0 && möte.mötestid ? (
            <form method="post" action={hem} class="stack">
              <input type="hidden" name="gor" value="tid" />
              <input type="hidden" name="mote" value={möte.id} />
              <Select
                name="tid"
                id={`flytta-${möte.id}`}
                label="Ny tid"
                options={bild.lediga.map((t) => ({ value: t.id, label: `${mötetIOrd(t)}, ${t.namn}` }))}
              />
              <Button kind="neutral">Flytta mötet</Button>
            </form>
          ) : null}
          <form method="post" action={hem} class="stack">
            <input type="hidden" name="gor" value="avboka" />
            <input type="hidden" name="mote" value={möte.id} />
            <TextField
              name="avbokaSkal"
              id={`avbokaSkal-${möte.id}`}
              label="Varför mötet avbokas"
              value={fält['avbokaSkal'] ?? ''}
              error={felFör(skrivet, `avbokaSkal-${möte.id}`)}
            />
            <Button kind="neutral">Avboka mötet</Button>
          </form>
        </div>
      </Details>
    </Panel>
  );
}

function Boka({ hem, bild, skrivet }: { hem: string; bild: Mötesbild; skrivet: Skrivet }) {
  const fält = skrivet.fält['gor'] === 'boka' ? skrivet.fält : {};
  return (
    <Details summary="Boka eller skriv in ett möte" open={Object.keys(fält).length > 0}>
      <form method="post" action={hem} class="stack">
        <input type="hidden" name="gor" value="boka" />
        <RadioGroup
          name="slag"
          label="Hur ni träffas"
          row
          unsettable={false}
          choices={Object.entries(MÖTESSLAG).map(([value, label]) => ({ value, label }))}
          value={fält['slag'] ?? 'mote'}
          error={felFör(skrivet, 'slag')}
        />
        <TextField
          name="dag"
          label="Dag"
          hint={`Till exempel ${bild.idag}. Ett möte som har varit går också att skriva in.`}
          width="8"
          value={fält['dag'] ?? ''}
          error={felFör(skrivet, 'dag')}
        />
        <TextField
          name="fran"
          label="Börjar"
          hint="Till exempel 09:00"
          width="4"
          value={fält['fran'] ?? ''}
          error={felFör(skrivet, 'fran')}
        />
        <TextField
          name="till"
          label="Slutar"
          hint="Till exempel 09:45"
          width="4"
          value={fält['till'] ?? ''}
          error={felFör(skrivet, 'till')}
        />
        <TextField
          name="plats"
          label="Plats"
          hint="Adressen, numret eller länken"
          value={fält['plats'] ?? ''}
          error={felFör(skrivet, 'plats')}
        />
        <TextField
          name="syfte"
          label="Vad mötet handlar om"
          hint="Personen ser det"
          value={fält['syfte'] ?? ''}
          error={felFör(skrivet, 'syfte')}
        />
        <Actions>
          <Button kind="go">Spara mötet</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Varit({
  möte,
  hem,
  nu,
  anteckningar,
  skrivet,
}: {
  möte: Möte;
  hem: string;
  nu: string;
  anteckningar: readonly Mötesanteckning[];
  skrivet: Skrivet;
}) {
  const gällande = gällandeAnteckningar(anteckningar)[0];
  const äldre = anteckningar.filter((a) => a !== gällande);
  const fält = skrivetFör(skrivet, 'anteckna', möte.id);
  const kanSkriva = möte.status === 'hallet' || möte.status === 'bokat' || möte.status === 'uteblivet';
  const fel = (namn: string) => felFör(skrivet, `${namn}-${möte.id}`);
  return (
    <Panel card>
      <h3>{mötetIOrd(möte)}</h3>
      <p>
        <Tag kind={MÄRKE[möte.status]}>
          {möte.status === 'bokat' && !ärKommande(möte, nu) ? 'Att anteckna' : MÖTESLÄGEN[möte.status]}
        </Tag>{' '}
        {MÖTESSLAG[möte.slag]}, {möte.namn}. {möte.syfte}.{möte.ändratSkäl ? ` Skäl: ${möte.ändratSkäl}` : ''}
      </p>
      {gällande ? (
        <SummaryList
          rows={[
            { key: 'Överens om', value: gällande.överenskommet },
            { key: 'Nästa steg', value: gällande.nästa },
            ...(gällande.nästaKontakt ? [{ key: 'Nästa kontakt', value: dagIOrd(gällande.nästaKontakt) }] : []),
            ...(gällande.egen === '' ? [] : [{ key: 'För handläggningen', value: gällande.egen }]),
            { key: 'Skrivet', value: `${tidpunkt(gällande.tid)}, ${gällande.av}` },
          ]}
        />
      ) : null}
      {äldre.length > 0 ? (
        <Details summary="Rättade anteckningar">
          {äldre.map((a) => (
            <p>
              {tidpunkt(a.tid)}, {a.av}: {a.överenskommet} Nästa: {a.nästa}
            </p>
          ))}
        </Details>
      ) : null}
      {kanSkriva ? (
        <Details
          summary={gällande ? 'Rätta anteckningen' : 'Skriv vad ni kom fram till'}
          open={Object.keys(fält).length > 0}
        >
          <form method="post" action={hem} class="stack">
            <input type="hidden" name="gor" value="anteckna" />
            <input type="hidden" name="mote" value={möte.id} />
            <Textarea
              name="overenskommet"
              id={`overenskommet-${möte.id}`}
              label="Det vi kom överens om"
              hint="Personen läser det"
              rows={3}
              value={fält['overenskommet'] ?? gällande?.överenskommet ?? ''}
              error={fel('overenskommet')}
            />
            <Textarea
              name="nasta"
              id={`nasta-${möte.id}`}
              label="Nästa steg"
              hint="Personen läser det"
              rows={2}
              value={fält['nasta'] ?? gällande?.nästa ?? ''}
              error={fel('nasta')}
            />
            <TextField
              name="nastaKontakt"
              id={`nastaKontakt-${möte.id}`}
              label="Nästa kontakt senast"
              hint="Till exempel 2026-12-08. Tomt: spårets rytm bestämmer."
              width="8"
              optional
              value={fält['nastaKontakt'] ?? gällande?.nästaKontakt ?? ''}
              error={fel('nastaKontakt')}
            />
            <Textarea
              name="egen"
              id={`egen-${möte.id}`}
              label="För handläggningen"
              hint="Visas inte på Mina sidor. Personen har rätt att begära ut det."
              rows={2}
              optional
              value={fält['egen'] ?? gällande?.egen ?? ''}
              error={fel('egen')}
            />
            {gällande ? (
              <TextField
                name="skal"
                id={`skal-${möte.id}`}
                label="Varför anteckningen rättas"
                value={fält['skal'] ?? ''}
                error={fel('skal')}
              />
            ) : null}
            <Actions>
              <Button kind="go">{gällande ? 'Spara rättelsen' : 'Spara'}</Button>
            </Actions>
          </form>
          {möte.status === 'bokat' ? (
            <form method="post" action={hem}>
              <input type="hidden" name="gor" value="uteblev" />
              <input type="hidden" name="mote" value={möte.id} />
              <Button kind="quiet">Mötet blev inte av</Button>
            </form>
          ) : null}
        </Details>
      ) : null}
    </Panel>
  );
}
