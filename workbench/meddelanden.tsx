import { LÄNGSTA_MEDDELANDE, olästa } from '@stegvis/casework';
import { Actions, Button, Empty, ErrorSummary, Facts, Notice, Panel, Tabs, Textarea, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { Ärendehuvud } from './arende-huvud.tsx';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import type { Tråd, Trådbild } from './meddelande-port.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

/** Messages with one adult at a time: the name stands over the thread and on the button, and the other adult has another page. */
export function meddelandeSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 404 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('id') ?? '';
    const vald = skrivet.fält['person'] ?? c.req.query('person');
    const bild = await kontext.port.trådar(who, id, undefined);
    const tråd = bild && välj(bild, vald);
    if (!bild || !tråd) return ärendetFinnsInte(c, kontext);
    if (olästa(tråd.meddelanden, 'personal').length > 0) await kontext.port.trådar(who, id, tråd.person.id);
    return visa(c, kontext, {
      title: `Meddelanden med ${tråd.person.namn}`,
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} tråd={tråd} skrivet={skrivet} skickat={c.req.query('skickat') !== undefined} />,
    });
  };

  app.get('/arenden/:id/meddelanden', (c) => show(c, INGET_SKRIVET));

  app.post('/arenden/:id/meddelanden', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const result = await kontext.port.skrivTill(medarbetare(kontext, c), id, {
      person: fält['person'] ?? '',
      text: fält['text'] ?? '',
    });
    if (result.ok) return c.redirect(`/handlaggning/arenden/${id}/meddelanden?person=${fält['person']}&skickat`, 303);
    return show(c, { fel: vägran(result.refusal, () => 'text', 'text'), fält }, result.refusal.fält ? 422 : 409);
  });
}

/** The adult that is asked for; else the one with something unread; else the applicant. */
function välj({ trådar }: Trådbild, person: string | undefined): Tråd | undefined {
  if (person !== undefined) return trådar.find((t) => t.person.id === person);
  return trådar.find((t) => olästa(t.meddelanden, 'personal').length > 0) ?? trådar[0];
}

function Innehåll({
  bild,
  tråd,
  skrivet,
  skickat,
}: {
  bild: Trådbild;
  tråd: Tråd;
  skrivet: Skrivet;
  skickat: boolean;
}) {
  const bas = `/handlaggning/arenden/${bild.ansökan.id}`;
  const { person, kontakt } = tråd;
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack">
        <Ärendehuvud ansökan={bild.ansökan.id} ärendenummer={bild.ärendenummer} del="meddelanden" />
        <h1>Meddelanden med {person.namn}</h1>
        {bild.trådar.length > 1 ? (
          <>
            <p>De vuxna i ärendet har var sin tråd. Det du skriver här ser bara {person.namn}.</p>
            <Tabs
              label="Vem du skriver med"
              items={bild.trådar.map((t) => ({
                href: `${bas}/meddelanden?person=${t.person.id}`,
                label: t.person.namn,
                current: t.person.id === person.id,
                ...(olästa(t.meddelanden, 'personal').length > 0 && t.person.id !== person.id
                  ? { count: olästa(t.meddelanden, 'personal').length }
                  : {}),
              }))}
            />
          </>
        ) : null}
      </div>
      {skickat ? (
        <Notice kind="ok" live>
          <p>Meddelandet är skickat till {person.namn}.</p>
        </Notice>
      ) : null}
      {kontakt?.säkerKontakt ? (
        <Notice kind="attention" heading="Kontakta bara på det här sättet" level={2}>
          <p dir="auto">{kontakt.säkerKontakt}</p>
          <p>Vi skickar varken sms eller e-post. Berätta inget för någon annan i hushållet.</p>
        </Notice>
      ) : null}
      <Facts
        items={[
          { name: 'Telefon', value: kontakt?.telefon || 'Inte angivet' },
          { name: 'E-post', value: kontakt?.epost || 'Inte angivet' },
          { name: 'Tolk', value: kontakt?.tolk || 'Inte begärd' },
        ]}
      />
      <section class="stack" aria-label={`Tidigare meddelanden med ${person.namn}`}>
        {tråd.meddelanden.length === 0 ? (
          <Empty heading="Inga meddelanden än" level={2} />
        ) : (
          tråd.meddelanden.map((m) => (
            <Panel card={m.riktning === 'fran-oss'}>
              <h2 class="small">
                {m.av?.namn ?? person.namn}, <time datetime={m.skickat}>{tidpunkt(m.skickat)}</time>
                {m.riktning === 'till-oss' && m.läst === undefined ? ' (nytt)' : ''}
              </h2>
              <div class="stack-s">
                {m.text
                  .split('\n')
                  .filter((rad) => rad.trim() !== '')
                  .map((rad) => (
                    <p dir="auto">{rad}</p>
                  ))}
              </div>
              {m.riktning === 'fran-oss' ? (
                <p class="muted small">{m.läst ? `Läst ${tidpunkt(m.läst)}` : 'Inte läst än'}</p>
              ) : null}
            </Panel>
          ))
        )}
      </section>
      <form method="post" action={`${bas}/meddelanden`} class="stack">
        <input type="hidden" name="person" value={person.id} />
        <Textarea
          name="text"
          label={`Skriv till ${person.namn}`}
          hint={`Högst ${LÄNGSTA_MEDDELANDE} tecken. Ska du be om uppgifter med en sista dag: gör en begäran om komplettering, så stannar klockan.`}
          rows={6}
          value={skrivet.fält['text'] ?? ''}
          error={felFör(skrivet, 'text')}
        />
        <Actions>
          <Button kind="go">Skicka till {person.namn}</Button>
        </Actions>
      </form>
    </div>
  );
}
