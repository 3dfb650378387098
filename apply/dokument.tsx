import { DOKUMENTPLATSER, type Dokument, type Dokumentplats, megabyte } from '@stegvis/casework';
import {
  BackLink,
  Button,
  Checkbox,
  ErrorSummary,
  type FieldError,
  FileField,
  LinkButton,
  Notice,
  RadioGroup,
  Select,
  Tag,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Dokumentbild } from './dokument-port.ts';
import { felFör } from './fraga.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** What browsers offer to choose; a telephone turns its own photo format into JPEG where JPEG is asked for. */
const VÄLJBARA = 'image/jpeg,image/png,image/webp,application/pdf';

type Fält = Readonly<Record<string, string>>;

/** The documents of an application: what is there, what is missing, and adding one. */
export function dokumentSida(app: Hono, kontext: Sidkontext): void {
  const show = async (
    c: Context,
    fält: Fält,
    fel: readonly FieldError[],
    status: 200 | 409 | 413 | 415 | 422 = 200,
  ) => {
    const who = sökande(kontext, c);
    const bild = await kontext.port.dokument(who, c.req.param('id') ?? '');
    if (!bild) return saknas(c, kontext);
    const { ansökan } = bild;
    const utkast = ansökan.status === 'utkast';
    const till = återväg(fält['till']);
    const tillbaka = till ?? (utkast ? `/ansok/${ansökan.id}/granska` : `/mina-sidor/ansokan/${ansökan.id}`);
    return visa(c, kontext, {
      title: t('Dokument'),
      flik: utkast ? 'ansok' : 'oversikt',
      fel: fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <div class="stack">
            <div>
              <BackLink href={tillbaka} />
            </div>
            <ErrorSummary errors={fel} />
            <h1>{t('Dokument')}</h1>
            <p class="lead">
              {t('Lägg till foton eller filer som visar det du har skrivit, till exempel en hyresavi.')}
            </p>
          </div>
          <Saknas bild={bild} />
          {bild.dokument.length > 0 ? (
            <section class="stack-s" aria-labelledby="tillagda">
              <h2 id="tillagda">{t('Tillagda dokument')}</h2>
              <DokumentLista ansökan={ansökan.id} dokument={bild.dokument} till={till} />
            </section>
          ) : null}
          <Sjukfråga bild={bild} fel={fel} till={till} />
          {bild.öppen ? (
            <section class="stack-s" aria-labelledby="lagg-till">
              <h2 id="lagg-till">{t('Lägg till ett dokument')}</h2>
              <Uppladdningsformulär bild={bild} fält={fält} fel={fel} till={till} begäran={fält['begaran']} />
            </section>
          ) : null}
          <p>
            <LinkButton kind={bild.dokument.length > 0 ? 'go' : 'neutral'} href={tillbaka}>
              {t('Klar med dokument')}
            </LinkButton>
          </p>
        </div>
      ),
    });
  };

  app.get('/ansok/:id/dokument', (c) =>
    show(
      c,
      { plats: c.req.query('plats') ?? '', till: c.req.query('till') ?? '', begaran: c.req.query('begaran') ?? '' },
      [],
    ),
  );

  app.post('/ansok/:id/dokument', async (c) => {
    const id = c.req.param('id');
    const svar = await kontext.port.laddaUppDokument(sökande(kontext, c), id, c.req.raw);
    if (svar.ok) return c.redirect(återväg(svar.fält['till']) ?? `/ansok/${id}/dokument`, 303);
    if (svar.status === 404) return saknas(c, kontext);
    const fel = svar.fel.map(({ fält, text }) => ({ id: fält, text: översatt(text) }));
    return show(c, svar.fält, fel, svar.status);
  });

  app.post('/ansok/:id/dokument/fraga', async (c) => {
    const { sjuk, till } = await formfält(c);
    if (sjuk !== 'ja' && sjuk !== 'nej')
      return show(c, { till: till ?? '' }, [{ id: 'sjuk', text: t('Välj ja eller nej.') }], 422);
    const id = c.req.param('id');
    const svar = await kontext.port.svaraDokumentfråga(sökande(kontext, c), id, 'sjuk-mer-an-sju-dagar', sjuk === 'ja');
    if (svar.ok) return c.redirect(hit(id, sjuk === 'ja' ? 'sjukdom' : undefined, till), 303);
    if (svar.refusal.kod === 'finns-inte') return saknas(c, kontext);
    return show(c, { till: till ?? '' }, [{ id: 'sjuk', text: översatt(svar.refusal.text) }], 409);
  });

  app.post('/ansok/:id/dokument/:dokument/ta-bort', async (c) => {
    const id = c.req.param('id');
    const { till } = await formfält(c);
    const svar = await kontext.port.taBortDokument(sökande(kontext, c), id, c.req.param('dokument'));
    if (svar.ok) return c.redirect(hit(id, undefined, till), 303);
    if (svar.refusal.kod === 'finns-inte') return saknas(c, kontext);
    const { text, tillåtet } = svar.refusal;
    return show(c, { till: till ?? '' }, [{ id: 'tillagda', text: `${översatt(text)} ${översatt(tillåtet)}` }], 409);
  });

  app.get('/ansok/:id/dokument/:dokument', async (c) => {
    const id = c.req.param('id');
    const bild = await kontext.port.dokument(sökande(kontext, c), id);
    const dokument = bild?.dokument.find((d) => d.id === c.req.param('dokument'));
    if (!bild || !dokument || dokument.sidor === 0) return saknas(c, kontext);
    const till = återväg(c.req.query('till'));
    return visa(c, kontext, {
      title: översatt(DOKUMENTPLATSER[dokument.plats]),
      flik: bild.ansökan.status === 'utkast' ? 'ansok' : 'oversikt',
      children: (
        <div class="stack">
          <div>
            <BackLink href={hit(id, undefined, till)} />
          </div>
          <h1>{översatt(DOKUMENTPLATSER[dokument.plats])}</h1>
          <p class="muted">{om(dokument)}</p>
          {Array.from({ length: dokument.sidor }, (_, i) => (
            <img
              class="doc-page"
              src={`/ansok/${id}/dokument/${dokument.id}/sida/${i + 1}`}
              alt={t('Sida {sida} av {sidor}', { sida: i + 1, sidor: dokument.sidor })}
              loading={i === 0 ? undefined : 'lazy'}
            />
          ))}
        </div>
      ),
    });
  });

  app.get('/ansok/:id/dokument/:dokument/sida/:sida', async (c) => {
    const { id, dokument, sida } = c.req.param();
    const nummer = /^[1-9]\d{0,2}$/.test(sida) ? Number(sida) : 0;
    const bild = await kontext.port.dokumentsida(sökande(kontext, c), id, dokument, nummer);
    if (!bild) return saknas(c, kontext);
    return c.body(new Uint8Array(bild), 200, { 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' });
  });
}

/**
 * Adds one photo or file; posts to the application's documents page and comes back to `till`. `begäran` is the completion request it
 * answers.
 */
export function Uppladdningsformulär({
  bild,
  fält = {},
  fel = [],
  till,
  begäran,
}: {
  bild: Dokumentbild;
  fält?: Fält;
  fel?: readonly FieldError[];
  till?: string | undefined;
  begäran?: string | undefined;
}) {
  const mb = megabyte(bild.gränser.störstaFil);
  return (
    <form
      class="stack"
      method="post"
      action={`/ansok/${bild.ansökan.id}/dokument`}
      enctype="multipart/form-data"
      novalidate
      data-largest-file={bild.gränser.störstaFil}
      data-largest-file-text={t('Filen är för stor. Varje fil får vara högst {mb} MB.', { mb })}
    >
      {till ? <input type="hidden" name="till" value={till} /> : null}
      {begäran ? <input type="hidden" name="begaran" value={begäran} /> : null}
      <Select
        name="plats"
        label={t('Vad gäller dokumentet?')}
        options={bild.platser.map((plats) => ({ value: plats, label: översatt(DOKUMENTPLATSER[plats]) }))}
        value={fält['plats']}
        empty={t('Välj')}
        error={felFör(fel, 'plats')}
      />
      {bild.tvåVuxna ? (
        <Checkbox
          name="privat"
          label={t('Visa inte dokumentet för den jag söker med')}
          hint={t('Dokument om sjukdom visas aldrig för den du söker med.')}
          checked={fält['privat'] === 'ja'}
        />
      ) : null}
      <FileField
        name="fil"
        label={t('Foto eller fil')}
        hint={t('Ett foto (JPEG, PNG eller WebP) eller en pdf, högst {mb} MB.', { mb })}
        accept={VÄLJBARA}
        error={felFör(fel, 'fil')}
      />
      <div>
        <Button kind="neutral" wide>
          {t('Lägg till dokumentet')}
        </Button>
      </div>
    </form>
  );
}

/**
 * The documents of an application, or those about one thing (`plats`), with a link to see each and a way to take it back. With
 * `lägg` a link to add one.
 */
export function DokumentLista({
  ansökan,
  dokument,
  plats,
  till,
  lägg,
}: {
  ansökan: string;
  dokument: readonly (Dokument & { fårTasBort: boolean })[];
  plats?: Dokumentplats | undefined;
  till?: string | undefined;
  lägg?: boolean | undefined;
}) {
  const visade = dokument.filter((d) => plats === undefined || d.plats === plats);
  return (
    <>
      {visade.length > 0 ? (
        <ul class="files">
          {visade.map((d) => {
            const namn = plats === undefined ? översatt(DOKUMENTPLATSER[d.plats]) : d.filnamn;
            return (
              <li>
                <span>
                  {d.sidor > 0 ? <a href={hit(ansökan, undefined, till, d.id)}>{namn}</a> : namn}
                  <br />
                  <span class="small muted">{om(d)}</span>
                  <Märken dokument={d} />
                </span>
                {d.fårTasBort ? (
                  <form method="post" action={`/ansok/${ansökan}/dokument/${d.id}/ta-bort`}>
                    {till ? <input type="hidden" name="till" value={till} /> : null}
                    <Button kind="quiet">
                      {t('Ta bort')}
                      <span class="vh"> {d.filnamn}</span>
                    </Button>
                  </form>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {lägg ? (
        <p>
          <a href={hit(ansökan, plats, till)}>{t('Lägg till ett dokument')}</a>
        </p>
      ) : null}
    </>
  );
}

function Märken({ dokument }: { dokument: Dokument }) {
  return (
    <>
      {dokument.privat ? (
        <>
          {' '}
          <Tag>{t('Visas bara för dig')}</Tag>
        </>
      ) : null}
      {dokument.hörInteHit ? (
        <>
          {' '}
          <Tag kind="attention">{t('Hör inte till ansökan, räknas inte med')}</Tag>
        </>
      ) : null}
      {dokument.kontroll === 'skadlig' ? (
        <>
          {' '}
          <Tag kind="error">{t('Innehöll skadlig kod och är borttaget. Skicka det igen som ett nytt foto.')}</Tag>
        </>
      ) : null}
    </>
  );
}

function Saknas({ bild }: { bild: Dokumentbild }) {
  const dokument = bild.saknas.filter(({ vad }) => vad === 'dokument');
  if (dokument.length === 0 || !bild.öppen) return null;
  return (
    <Notice kind="attention" heading={t('Det här behöver vi')} level={2}>
      <ul>
        {dokument.map(({ krav }) => (
          <li>{översatt(krav.namn)}</li>
        ))}
      </ul>
      <p>{t('Du kan skicka ansökan ändå, men då kan svaret dröja.')}</p>
    </Notice>
  );
}

/** Asked only where the municipality requires a sick note; the other adult never sees the answer. */
function Sjukfråga({ bild, fel, till }: { bild: Dokumentbild; fel: readonly FieldError[]; till: string | undefined }) {
  const fråga = 'sjuk-mer-an-sju-dagar';
  const ställs = bild.krav.some((k) => k.fråga === fråga && k.slag.includes(bild.ansökan.slag));
  if (!ställs || !bild.öppen) return null;
  const svar = bild.svar[fråga];
  return (
    <form class="stack-s" method="post" action={`/ansok/${bild.ansökan.id}/dokument/fraga`} novalidate>
      {till ? <input type="hidden" name="till" value={till} /> : null}
      <RadioGroup
        name="sjuk"
        label={t('Är du sjuk sedan mer än sju dagar, så att du inte kan arbeta eller söka arbete?')}
        hint={t('Då behöver vi ett läkarintyg. Bara du och socialtjänsten ser svaret.')}
        choices={[
          { value: 'ja', label: t('Ja') },
          { value: 'nej', label: t('Nej') },
        ]}
        value={svar === undefined ? undefined : svar ? 'ja' : 'nej'}
        error={felFör(fel, 'sjuk')}
      />
      <div>
        <Button kind="neutral">{t('Spara svaret')}</Button>
      </div>
    </form>
  );
}

/** What a document is, in a line: its name, its pages and when it came. */
function om(d: Dokument): string {
  return t('{namn}, {sidor, plural, one {# sida} other {# sidor}}, {mb} MB, {tid}', {
    namn: d.filnamn,
    sidor: d.sidor,
    mb: megabyte(Math.max(d.storlek, 104858)),
    tid: tidpunkt(d.uppladdad),
  });
}

/** The documents page, or one document. */
function hit(ansökan: string, plats?: string, till?: string, dokument?: string): string {
  const bas = `/ansok/${ansökan}/dokument${dokument ? `/${dokument}` : ''}`;
  const fråga = new URLSearchParams({
    ...(plats ? { plats } : {}),
    ...(återväg(till) ? { till: återväg(till)! } : {}),
  });
  return fråga.size > 0 ? `${bas}?${fråga}` : bas;
}

/** Where the person came from, when it is one of the own pages. */
function återväg(till: string | undefined): string | undefined {
  return till && /^\/(ansok|mina-sidor)(\/[a-z0-9-]+)*$/.test(till) ? till : undefined;
}
