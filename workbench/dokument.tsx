import { DOKUMENTPLATSER, megabyte, type Refusal, saknadeDokumentText } from '@stegvis/casework';
import {
  Breadcrumb,
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  Facts,
  type FieldError,
  Notice,
  Tag,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Dokumentrad, Ärendedokument } from './dokument-port.ts';
import { formfält } from './formular.ts';
import { medarbetare, type Sidkontext, visa } from './sida.tsx';

/** One document of a case as page pictures, with what is known of it and what may be done. */
export function dokumentSida(app: Hono, kontext: Sidkontext): void {
  const show = async (
    c: Context,
    fel: readonly FieldError[] = [],
    fält: Readonly<Record<string, string>> = {},
    status: 200 | 409 | 422 = 200,
  ) => {
    const ärende = await kontext.port.dokument(medarbetare(kontext, c), c.req.param('id') ?? '');
    const rad = ärende?.dokument.find(({ dokument }) => dokument.id === c.req.param('dokument'));
    if (!ärende || !rad) return saknas(c, kontext);
    return visa(c, kontext, {
      title: `${DOKUMENTPLATSER[rad.dokument.plats]}, dokument i ${ärende.ärendenummer}`,
      flik: 'ko',
      fel: fel.length > 0,
      status,
      children: <Innehåll ärende={ärende} rad={rad} fel={fel} fält={fält} />,
    });
  };

  app.get('/arenden/:id/dokument/:dokument', (c) => show(c));

  app.get('/arenden/:id/dokument/:dokument/sida/:sida', async (c) => {
    const { id, dokument, sida } = c.req.param();
    const nummer = /^[1-9]\d{0,2}$/.test(sida) ? Number(sida) : 0;
    const bild = await kontext.port.dokumentsida(medarbetare(kontext, c), id, dokument, nummer);
    if (!bild) return saknas(c, kontext);
    return c.body(new Uint8Array(bild), 200, { 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' });
  });

  app.post('/arenden/:id/dokument/:dokument/ladda-ned', async (c) => {
    const { forstatt } = await formfält(c);
    const { id, dokument } = c.req.param();
    const svar = await kontext.port.laddaNedDokument(medarbetare(kontext, c), id, dokument, {
      förstått: forstatt === 'ja',
    });
    if (!svar.ok) return vägrad(c, svar.refusal, {});
    const namn = svar.format === 'pdf' ? 'dokument.pdf' : 'dokument.jpg';
    return c.body(new Uint8Array(svar.innehåll), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${namn}"`,
      'cache-control': 'private, no-store',
    });
  });

  app.post('/arenden/:id/dokument/:dokument/hor-inte-hit', async (c) => {
    const form = await formfält(c);
    const { id, dokument } = c.req.param();
    const svar = await kontext.port.markeraDokument(medarbetare(kontext, c), id, dokument, {
      skäl: form['skal'] ?? '',
      baseradPå: Number(form['version']),
    });
    if (!svar.ok) return vägrad(c, svar.refusal, { skal: form['skal'] ?? '' });
    return c.redirect(`/handlaggning/arenden/${id}/dokument/${dokument}`, 303);
  });

  const vägrad = (c: Context, refusal: Refusal, fält: Readonly<Record<string, string>>) => {
    if (refusal.kod === 'finns-inte') return saknas(c, kontext);
    const fel = refusal.fält?.map(({ fält: id, text }) => ({ id, text })) ?? [
      { id: 'skal', text: `${refusal.text} ${refusal.tillåtet}` },
    ];
    return show(c, fel, fält, refusal.fält ? 422 : 409);
  };
}

/**
 * The documents of a case, to be placed beside the calculation: the first page of each, what it is about, and what is missing.
 * `plats` shows those about one figure.
 */
export function Dokumentpanel({ dokument: ärende, plats }: { dokument: Ärendedokument; plats?: string | undefined }) {
  const visade = ärende.dokument.filter(({ dokument }) => plats === undefined || dokument.plats === plats);
  const saknas = saknadeDokumentText(ärende.saknas.filter(({ krav }) => plats === undefined || krav.plats === plats));
  return (
    <section class="stack-s" aria-labelledby="dokument">
      <h2 id="dokument">Dokument</h2>
      {saknas ? (
        <Notice kind="attention" heading="Saknas">
          <p>{saknas}</p>
        </Notice>
      ) : null}
      {visade.length === 0 ? <p class="muted">Inga dokument.</p> : null}
      <ul class="doc-list">
        {visade.map((rad) => {
          const { dokument } = rad;
          const href = `/handlaggning/arenden/${ärende.ansökan}/dokument/${dokument.id}`;
          const namn = DOKUMENTPLATSER[dokument.plats];
          return (
            <li>
              {dokument.sidor > 0 ? (
                <span class="doc-thumb">
                  <img src={`${href}/sida/1`} alt="" loading="lazy" />
                </span>
              ) : null}
              <span>
                <a href={href}>{namn}</a>
                <br />
                <span class="small muted">
                  {rad.uppladdadAv}, {tidpunkt(dokument.uppladdad)}
                  {dokument.sidor > 1 ? `, ${dokument.sidor} sidor` : ''}
                </span>{' '}
                <Märken rad={rad} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Märken({ rad: { dokument } }: { rad: Dokumentrad }) {
  return (
    <>
      {dokument.kontroll === 'inte-kontrollerad' ? <Tag kind="attention">Inte kontrollerad</Tag> : null}{' '}
      {dokument.kontroll === 'skadlig' ? <Tag kind="error">Skadlig kod, borttagen</Tag> : null}{' '}
      {dokument.privat ? <Tag>Dold för den andra vuxna</Tag> : null}{' '}
      {dokument.hörInteHit ? <Tag kind="attention">Hör inte hit</Tag> : null}
    </>
  );
}

function Innehåll({
  ärende,
  rad,
  fel,
  fält,
}: {
  ärende: Ärendedokument;
  rad: Dokumentrad;
  fel: readonly FieldError[];
  fält: Readonly<Record<string, string>>;
}) {
  const { dokument } = rad;
  const bas = `/handlaggning/arenden/${ärende.ansökan}/dokument/${dokument.id}`;
  const namn = DOKUMENTPLATSER[dokument.plats];
  const felFör = (id: string) => fel.find((f) => f.id === id)?.text;
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/handlaggning', label: 'Kö' },
          { href: `/handlaggning/arenden/${ärende.ansökan}`, label: ärende.ärendenummer },
        ]}
        here={namn}
      />
      <div class="wb-title">
        <h1>{namn}</h1>
        <Märken rad={rad} />
      </div>
      <ErrorSummary errors={fel} />
      <div class="wb-cols wb-cols--side">
        <div class="stack">
          {dokument.kontroll === 'skadlig' ? (
            <Notice kind="error" heading="Filen innehöll skadlig kod" level={2}>
              <p>Den är borttagen och kan inte visas. Den sökande har fått veta det och kan skicka dokumentet igen.</p>
            </Notice>
          ) : null}
          {Array.from({ length: dokument.sidor }, (_, i) => (
            <img
              class="doc-page"
              src={`${bas}/sida/${i + 1}`}
              alt={`${namn}, sida ${i + 1} av ${dokument.sidor}`}
              loading={i === 0 ? undefined : 'lazy'}
            />
          ))}
        </div>
        <aside class="stack" aria-label="Om dokumentet">
          <Facts
            items={[
              { name: 'Från', value: rad.uppladdadAv },
              { name: 'Kom', value: tidpunkt(dokument.uppladdad) },
              { name: 'Fil', value: `${dokument.filnamn}, ${megabyte(Math.max(dokument.storlek, 104858))} MB` },
              {
                name: 'Virusskydd',
                value:
                  dokument.kontroll === 'inte-kontrollerad'
                    ? 'Inte kontrollerad'
                    : dokument.kontroll === 'ren'
                      ? `Inget hittades ${tidpunkt(dokument.kontrollerad!)}`
                      : 'Skadlig kod hittades',
              },
              ...(dokument.hörInteHit ? [{ name: 'Hör inte hit', value: dokument.hörInteHit.skäl }] : []),
            ]}
          />
          {dokument.kontroll === 'skadlig' ? null : (
            <form class="stack-s" method="post" action={`${bas}/ladda-ned`} novalidate>
              {dokument.kontroll === 'inte-kontrollerad' ? (
                <>
                  <Notice kind="attention" heading="Filen är inte kontrollerad" level={2}>
                    <p>Sidorna här är nya bilder och går att titta på. Filen själv kan innehålla skadlig kod.</p>
                  </Notice>
                  <Checkbox
                    name="forstatt"
                    label="Jag har läst varningen och behöver filen"
                    error={felFör('forstatt')}
                  />
                </>
              ) : null}
              <div>
                <Button kind="neutral">Ladda ned filen</Button>
              </div>
            </form>
          )}
          {dokument.hörInteHit || dokument.kontroll === 'skadlig' ? null : (
            <Details summary="Hör inte hit" open={felFör('skal') !== undefined}>
              <form class="stack-s" method="post" action={`${bas}/hor-inte-hit`} novalidate>
                <input type="hidden" name="version" value={String(dokument.version)} />
                <Textarea
                  name="skal"
                  label="Varför hör dokumentet inte till ansökan?"
                  hint="Det finns kvar i ärendet men räknas inte med. Den sökande får veta det."
                  value={fält['skal']}
                  error={felFör('skal')}
                />
                <div>
                  <Button kind="neutral">Märk att det inte hör hit</Button>
                </div>
              </form>
            </Details>
          )}
        </aside>
      </div>
    </>
  );
}

function saknas(c: Context, kontext: Sidkontext) {
  return visa(c, kontext, {
    title: 'Dokumentet finns inte',
    flik: 'ko',
    status: 404,
    children: (
      <>
        <h1>Dokumentet finns inte</h1>
        <p>Det kan ha tagits bort av den sökande, eller så får du inte öppna det.</p>
        <p>
          <a href="/handlaggning">Gå till kön</a>
        </p>
      </>
    ),
  });
}
