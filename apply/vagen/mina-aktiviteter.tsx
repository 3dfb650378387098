import { ärÖppen } from '@stegvis/casework';
import {
  Breadcrumb,
  Button,
  Details,
  datum,
  Empty,
  ErrorSummary,
  Line,
  Lines,
  SummaryList,
  Textarea,
  t,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet } from '../formular.tsx';
import { formfält, type Sidkontext, saknas, sökande, visa } from '../sida.tsx';
import type { MinAktivitet } from './min-aktivitet-port.ts';

/** The person's activities: what, where, when, whom to ask, and the place in the queue. */
export function minaAktiviteterSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const alla = await kontext.port.väg.minaAktiviteter(sökande(kontext, c));
    const nu = alla.filter((a) => ärÖppen(a.anvisning));
    const tidigare = alla.filter((a) => !ärÖppen(a.anvisning));
    return visa(c, kontext, {
      title: t('Dina aktiviteter'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <Breadcrumb
            items={[
              { href: '/mina-sidor', label: t('Översikt') },
              { href: '/mina-sidor/vagen', label: t('Din väg till egen försörjning') },
            ]}
          />
          <ErrorSummary errors={skrivet.fel} />
          <h1 id="nu" tabindex={-1}>
            {t('Dina aktiviteter')}
          </h1>
          {nu.length === 0 ? (
            <Empty heading={t('Du har ingen aktivitet just nu')} level={2}>
              <p>{t('Du och din samordnare kommer överens om vad som passar dig.')}</p>
            </Empty>
          ) : (
            nu.map((a) => <Aktiviteten a={a} skrivet={skrivet} />)
          )}
          {tidigare.length > 0 ? (
            <section class="stack-s" aria-labelledby="tidigare">
              <h2 id="tidigare">{t('Tidigare')}</h2>
              <Lines>
                {tidigare.map(({ anvisning, insats }) => (
                  <Line note={slut(anvisning.status)}>{insats.namn}</Line>
                ))}
              </Lines>
            </section>
          ) : null}
        </div>
      ),
    });
  };
  app.get('/mina-sidor/aktiviteter', (c) => show(c));
  app.post('/mina-sidor/aktiviteter/:anvisning/nej', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('anvisning');
    const result = await kontext.port.väg.avböjMinAktivitet(sökande(kontext, c), id, fält['skal'] ?? '');
    if (result.ok) return c.redirect('/mina-sidor/aktiviteter', 303);
    if (result.refusal.kod === 'finns-inte') return saknas(c, kontext);
    const text = result.refusal.fält
      ? t('Skriv varför med egna ord, högst 2 000 tecken. Vill du inte berätta kan du skriva det.')
      : t('Det gick inte, för något har ändrats. Läs om sidan och se vad som gäller.');
    const fel = [{ id: result.refusal.fält ? `skal-${id}` : 'nu', text }];
    return show(c, { fel, fält: { ...fält, id } }, result.refusal.fält ? 422 : 409);
  });
}

function Nej({ anvisning, insats, skrivet }: Pick<MinAktivitet, 'anvisning' | 'insats'> & { skrivet: Skrivet }) {
  const denna = skrivet.fält['id'] === anvisning.id;
  const id = `skal-${anvisning.id}`;
  return (
    <Details summary={t('Jag kan eller vill inte vara med')} open={denna}>
      <form class="stack" method="post" action={`/mina-sidor/aktiviteter/${anvisning.id}/nej`} novalidate>
        <p>
          {anvisning.grund === 'frivillig'
            ? t('Aktiviteten är frivillig. Säger du nej händer inget med dina pengar.')
            : t(
                'Prata gärna med din samordnare först. Säger du nej utan godtagbart skäl kan ditt försörjningsstöd bli mindre, men du får alltid berätta din sida innan något beslutas. Är du sjuk behövs ett läkarintyg genast.',
              )}
        </p>
        <Textarea
          id={id}
          name="skal"
          label={t('Varför säger du nej till {insats}?', { insats: insats.namn })}
          hint={t('Skriv med egna ord, på det språk du vill.')}
          rows={3}
          value={denna ? (skrivet.fält['skal'] ?? '') : ''}
          error={skrivet.fel.find((f) => f.id === id)?.text}
        />
        <Button kind="neutral">{t('Säg nej')}</Button>
      </form>
    </Details>
  );
}

function Aktiviteten({ a: { anvisning, insats, anordnare, köplats }, skrivet }: { a: MinAktivitet; skrivet: Skrivet }) {
  const kontakt = [anordnare.kontakt, anordnare.telefon, anordnare.epost].filter((x) => x !== '').join(', ');
  return (
    <section class="card stack-s" aria-labelledby={`a-${anvisning.id}`}>
      <h2 id={`a-${anvisning.id}`}>{insats.namn}</h2>
      <p class="lead">{läget(anvisning.status, köplats)}</p>
      <p>{insats.beskrivning}</p>
      <SummaryList
        rows={[
          { key: t('Var'), value: [anordnare.namn, insats.adress, insats.ort].filter((x) => x !== '').join(', ') },
          {
            key: t('Dagar'),
            value: t('{från} till {till}', { från: datum(anvisning.från), till: datum(anvisning.till) }),
          },
          {
            key: t('Tider'),
            value:
              anvisning.pass.length === 0 ? (
                t('{timmar} timmar i veckan. Ni bestämmer tiderna tillsammans.', {
                  timmar: anvisning.timmarPerVecka,
                })
              ) : (
                <ul class="plain">
                  {anvisning.pass.map((p) => (
                    <li>
                      {veckodag(p.veckodag)} {p.från}–{p.till}
                      {p.plats ? `, ${p.plats}` : ''}
                    </li>
                  ))}
                </ul>
              ),
          },
          { key: t('Kontakt'), value: kontakt },
          { key: t('Varför'), value: anvisning.skäl },
          ...(insats.utrymme === '' ? [] : [{ key: t('Söka och ta arbete'), value: insats.utrymme }]),
          ...(insats.skydd ? [{ key: t('Om du skadar dig'), value: insats.skydd.försäkring }] : []),
        ]}
      />
      {anvisning.grund === 'frivillig' ? <p>{t('Det är frivilligt att vara med.')}</p> : null}
      {anvisning.status === 'pagar' ? null : <Nej anvisning={anvisning} insats={insats} skrivet={skrivet} />}
    </section>
  );
}

function läget(status: MinAktivitet['anvisning']['status'], köplats: number | undefined): string {
  switch (status) {
    case 'foreslagen':
      return t('Vi väntar på svar om du får vara med.');
    case 'i-ko':
      return t('Det är fullt nu. Du har plats {plats} i kön.', { plats: köplats ?? 0 });
    case 'plats':
      return t('Du har en plats.');
    default:
      return t('Du är med nu.');
  }
}

function slut(status: MinAktivitet['anvisning']['status']): string {
  switch (status) {
    case 'nekad':
      return t('Det blev ingen plats.');
    case 'avbojd':
      return t('Du sade nej, eller kom inte.');
    case 'aterkallad':
      return t('Vi tog tillbaka förslaget.');
    default:
      return t('Avslutad.');
  }
}

/** The weekday's name in the reader's language; 1 is Monday. */
export function veckodag(dag: number): string {
  return [t('Måndag'), t('Tisdag'), t('Onsdag'), t('Torsdag'), t('Fredag'), t('Lördag'), t('Söndag')][dag - 1] ?? '';
}
