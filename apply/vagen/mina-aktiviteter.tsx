import { ärÖppen } from '@stegvis/casework';
import { Breadcrumb, datum, Empty, Line, Lines, SummaryList, t } from '@stegvis/ui';
import type { Hono } from 'hono';
import { type Sidkontext, sökande, visa } from '../sida.tsx';
import type { MinAktivitet } from './min-aktivitet-port.ts';

/** The person's activities: what, where, when, whom to ask, and the place in the queue. */
export function minaAktiviteterSida(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor/aktiviteter', async (c) => {
    const alla = await kontext.port.väg.minaAktiviteter(sökande(kontext, c));
    const nu = alla.filter((a) => ärÖppen(a.anvisning));
    const tidigare = alla.filter((a) => !ärÖppen(a.anvisning));
    return visa(c, kontext, {
      title: t('Dina aktiviteter'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <Breadcrumb
            items={[
              { href: '/mina-sidor', label: t('Översikt') },
              { href: '/mina-sidor/vagen', label: t('Din väg till egen försörjning') },
            ]}
          />
          <h1>{t('Dina aktiviteter')}</h1>
          {nu.length === 0 ? (
            <Empty heading={t('Du har ingen aktivitet just nu')} level={2}>
              <p>{t('Du och din samordnare kommer överens om vad som passar dig.')}</p>
            </Empty>
          ) : (
            nu.map((a) => <Aktiviteten a={a} />)
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
  });
}

function Aktiviteten({ a: { anvisning, insats, anordnare, köplats } }: { a: MinAktivitet }) {
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
