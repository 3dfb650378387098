import { ärKommande } from '@stegvis/casework';
import {
  Breadcrumb,
  Button,
  Details,
  datum,
  Empty,
  ErrorSummary,
  type FieldError,
  Notice,
  Panel,
  Ringbar,
  SummaryList,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { vägran } from '../formular.tsx';
import { formfält, type Sidkontext, sökande, visa } from '../sida.tsx';
import { BokaTid, mötessättet, mötestiden } from './boka-mote.tsx';

const HEM = '/mina-sidor/moten';

/** The person's own meetings: what is booked, free times, what was agreed, and who her case manager is. Works without script. */
export function minaMötenSida(app: Hono, kontext: Sidkontext): void {
  const { väg, kommun } = kontext.port;

  const sida = async (c: Context, fel: readonly FieldError[] = [], status: 200 | 409 | 422 = 200) => {
    const who = sökande(kontext, c);
    const bild = await väg.minaMöten(who);
    const kommande = bild.möten.filter((m) => m.status === 'bokat' && ärKommande(m, bild.nu)).toReversed();
    const bokad = kommande.find((m) => m.mötestid !== undefined);
    const varit = bild.möten.filter((m) => m.status === 'hallet');
    const { telefon, telefontid } = kommun;
    return visa(c, kontext, {
      title: t('Dina möten'),
      flik: 'oversikt',
      fel: fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Dina möten')} />
            <h1>{t('Dina möten')}</h1>
          </div>
          <section class="stack" aria-labelledby="bokat">
            <h2 id="bokat">{t('Bokat möte')}</h2>
            {kommande.length === 0 ? <p>{t('Du har inget möte bokat.')}</p> : null}
            {kommande.map((m) => (
              <Panel card>
                <h3>{mötestiden(m)}</h3>
                <p>{t('{sätt}, med {namn}', { sätt: mötessättet(m), namn: m.namn })}</p>
                <p>{översatt(m.syfte)}</p>
                <Details summary={t('Byt tid eller avboka')} open={fel.length > 0}>
                  <div class="stack">
                    {m.mötestid && bild.lediga.length > 0 ? (
                      <BokaTid lediga={bild.lediga} nu={bild.nu} action={HEM} istället={m.id} fel={fel} />
                    ) : null}
                    <form method="post" action={`${HEM}/avboka`}>
                      <input type="hidden" name="mote" value={m.id} />
                      <Button kind="neutral">{t('Avboka mötet')}</Button>
                    </form>
                  </div>
                </Details>
              </Panel>
            ))}
          </section>
          {bokad ? null : (
            <section class="stack" aria-labelledby="boka">
              <h2 id="boka">{t('Boka ett planeringsmöte')}</h2>
              {bild.lediga.length === 0 ? (
                <Empty heading={t('Inga lediga tider just nu')}>
                  <p>
                    <Ringbar
                      telefon={telefon}
                      text={t('Ring oss på {telefon}, {telefontid}, så bokar vi en tid.', { telefon, telefontid })}
                    />
                  </p>
                </Empty>
              ) : (
                <BokaTid lediga={bild.lediga} nu={bild.nu} action={HEM} fel={fel} />
              )}
            </section>
          )}
          <section class="stack" aria-labelledby="samordnare">
            <h2 id="samordnare">{t('Din samordnare')}</h2>
            {bild.samordnare ? (
              <>
                <p>{t('{namn} är din samordnare och följer dig hela vägen.', { namn: bild.samordnare.namn })}</p>
                {bild.samordnare.ersättare ? (
                  <Notice>
                    <p>
                      {t('{namn} är borta just nu. {ersättare} träffar dig under tiden.', {
                        namn: bild.samordnare.namn,
                        ersättare: bild.samordnare.ersättare,
                      })}
                    </p>
                  </Notice>
                ) : null}
              </>
            ) : (
              <p>{t('Du har ingen samordnare än. Du får veta här när någon har utsetts.')}</p>
            )}
            <p>{t('Ring {telefon}, {telefontid}, eller skriv ett meddelande.', { telefon, telefontid })}</p>
            <p>
              <a href="/mina-sidor/meddelanden">{t('Skriv ett meddelande')}</a>
            </p>
            {bild.eftervårdTill ? (
              <p>
                {t('Du kan fortsätta att vända dig till din samordnare till {dag}.', {
                  dag: datum(bild.eftervårdTill),
                })}
              </p>
            ) : null}
            <p class="muted">
              <a href="/mina-sidor/uppgifter">{t('Behöver du tolk? Skriv vilket språk.')}</a>
            </p>
          </section>
          {varit.length > 0 ? (
            <section class="stack" aria-labelledby="overens">
              <h2 id="overens">{t('Det vi kom överens om')}</h2>
              {varit.map((m) => {
                const anteckning = bild.anteckningar.find((a) => a.möte === m.id);
                return (
                  <section class="stack-s" aria-labelledby={`m-${m.id}`}>
                    <h3 id={`m-${m.id}`}>{mötestiden(m)}</h3>
                    {anteckning ? (
                      <SummaryList
                        rows={[
                          { key: t('Överens om'), value: anteckning.överenskommet },
                          { key: t('Nästa steg'), value: anteckning.nästa },
                          ...(anteckning.nästaKontakt
                            ? [{ key: t('Nästa kontakt'), value: datum(anteckning.nästaKontakt) }]
                            : []),
                        ]}
                      />
                    ) : (
                      <p class="muted">{t('Inget är skrivet än.')}</p>
                    )}
                  </section>
                );
              })}
            </section>
          ) : null}
        </div>
      ),
    });
  };

  app.get(HEM, (c) => sida(c));

  app.post(HEM, async (c) => {
    const fält = await formfält(c);
    if (!fält['tid']) return sida(c, [{ id: 'tid', text: t('Välj en av tiderna.') }], 422);
    const result = await väg.bokaMittMöte(sökande(kontext, c), {
      tid: fält['tid'],
      istället: fält['istallet'] || undefined,
      ansökan: undefined,
    });
    if (!result.ok) return sida(c, vägran(result.refusal, 'tid'), 409);
    return c.redirect(HEM, 303);
  });

  app.post(`${HEM}/avboka`, async (c) => {
    const fält = await formfält(c);
    const result = await väg.avbokaMittMöte(sökande(kontext, c), fält['mote'] ?? '');
    if (!result.ok) return sida(c, vägran(result.refusal, 'bokat'), 409);
    return c.redirect(HEM, 303);
  });
}
