import { flyttaDag, inomEttDygn, MÖTESSLAG, mötetIOrd } from '@stegvis/casework';
import { Actions, Breadcrumb, Button, Empty, ErrorSummary, RadioGroup, Table, Tag, TextField } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { följer, förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';

const HEM = '/handlaggning/personer/tider';

/** The times a member of staff has published, who has booked them, and the form for more. */
export function tidsida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const sida = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    if (!följer(who.roller)) return förbjudet(c, kontext);
    const { idag, nu, tider, bokade } = await väg.egnaMötestider(who);
    const { fält } = skrivet;
    return visa(c, kontext, {
      title: 'Mina tider',
      flik: 'personer',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb items={[{ href: '/handlaggning/personer', label: 'Mina personer' }]} here="Mina tider" />
          <h1>Mina tider</h1>
          <section class="stack" aria-labelledby="bokade">
            <h2 id="bokade">Bokade möten</h2>
            {bokade.length === 0 ? (
              <p class="muted">Ingen har bokat.</p>
            ) : (
              <Table
                id="bokade-moten"
                caption="Bokade möten"
                captionHidden
                narrow="list"
                columns={[{ head: 'Tid' }, { head: 'Person' }, { head: 'Hur' }, { head: 'Tolk' }]}
                rows={bokade.map(({ möte, namn, tolk }) => [
                  <>
                    {mötetIOrd(möte)} {inomEttDygn(möte, nu) ? <Tag kind="attention">Inom 24 timmar</Tag> : null}
                  </>,
                  <a href={`/handlaggning/person/${möte.person}/moten`}>{namn}</a>,
                  möte.plats === '' ? MÖTESSLAG[möte.slag] : `${MÖTESSLAG[möte.slag]}, ${möte.plats}`,
                  tolk === '' ? 'Ingen' : <Tag kind="brand">{tolk}</Tag>,
                ])}
              />
            )}
          </section>
          <section class="stack" aria-labelledby="utlagda">
            <h2 id="utlagda">Tider som går att boka</h2>
            {tider.filter((t) => !t.stängd).length === 0 ? (
              <Empty heading="Du har inga tider ute">
                <p>Lägg ut tider, så kan den som ansöker boka ett planeringsmöte direkt.</p>
              </Empty>
            ) : (
              <Table
                id="tider"
                caption="Tider som går att boka"
                captionHidden
                narrow="list"
                columns={[{ head: 'Tid' }, { head: 'Hur' }, { head: 'Bokade', num: true }, { head: 'Ta bort' }]}
                rows={tider
                  .filter((t) => !t.stängd)
                  .map((t) => [
                    mötetIOrd(t),
                    t.plats === '' ? MÖTESSLAG[t.slag] : `${MÖTESSLAG[t.slag]}, ${t.plats}`,
                    `${t.bokade} av ${t.antal}`,
                    <form method="post" action={HEM}>
                      <input type="hidden" name="gor" value="stang" />
                      <input type="hidden" name="tid" value={t.id} />
                      <Button kind="quiet">
                        Ta bort<span class="vh"> {mötetIOrd(t)}</span>
                      </Button>
                    </form>,
                  ])}
              />
            )}
          </section>
          <form method="post" action={HEM} class="card stack">
            <h2>Lägg ut tider</h2>
            <input type="hidden" name="gor" value="publicera" />
            <RadioGroup
              name="slag"
              label="Hur ni träffas"
              row
              unsettable={false}
              choices={(['mote', 'telefon', 'video'] as const).map((v) => ({ value: v, label: MÖTESSLAG[v] }))}
              value={fält['slag'] ?? 'mote'}
              error={felFör(skrivet, 'slag')}
            />
            <TextField
              name="dag"
              label="Dag"
              hint={`Till exempel ${flyttaDag(idag, 1)}`}
              width="8"
              value={fält['dag'] ?? ''}
              error={felFör(skrivet, 'dag')}
            />
            <TextField
              name="veckor"
              label="Samma veckodag så här många veckor"
              width="2"
              inputmode="numeric"
              value={fält['veckor'] ?? '1'}
              error={felFör(skrivet, 'veckor')}
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
              label="Adress"
              hint="Lämna tomt för telefon och video"
              value={fält['plats'] ?? ''}
              error={felFör(skrivet, 'plats')}
            />
            <TextField
              name="antal"
              label="Hur många kan boka tiden"
              width="2"
              inputmode="numeric"
              value={fält['antal'] ?? '1'}
              error={felFör(skrivet, 'antal')}
            />
            <Actions>
              <Button kind="go">Lägg ut</Button>
            </Actions>
          </form>
        </div>
      ),
    });
  };

  app.get('/personer/tider', (c) => sida(c));

  app.post('/personer/tider', async (c) => {
    const who = medarbetare(kontext, c);
    const fält = await formfält(c);
    const text = (namn: string) => (fält[namn] ?? '').trim();
    if (fält['gor'] === 'stang') {
      const result = await väg.stängMötestid(who, fält['tid'] ?? '');
      if (!result.ok) return sida(c, { fel: vägran(result.refusal, (f) => f, 'utlagda'), fält }, 409);
      return c.redirect(HEM, 303);
    }
    const veckor = Number(text('veckor') || '1');
    if (!Number.isInteger(veckor) || veckor < 1 || veckor > 12)
      return sida(c, { fel: [{ id: 'veckor', text: 'Skriv ett helt antal veckor, 1–12.' }], fält }, 422);
    const första = text('dag');
    const result = await väg.publiceraMötestider(who, {
      slag: text('slag'),
      dagar: Number.isNaN(Date.parse(`${första}T00:00:00Z`))
        ? [första]
        : Array.from({ length: veckor }, (_, v) => flyttaDag(första, v * 7)),
      från: klocka(text('fran')),
      till: klocka(text('till')),
      plats: text('plats'),
      antal: Number(text('antal')),
    });
    if (!result.ok)
      return sida(c, { fel: vägran(result.refusal, (f) => f, 'slag'), fält }, result.refusal.fält ? 422 : 409);
    return c.redirect(HEM, 303);
  });
}

/** A clock as people write it, `9.00` or `09:00`, as `09:00`. */
export function klocka(text: string): string {
  return text.trim().replace('.', ':').padStart(5, '0');
}
