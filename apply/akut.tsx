import { AKUTBEHOV, type Akutbehov, type Fältfel, LÄNGSTA_AKUTTEXT } from '@stegvis/casework';
import {
  Button,
  CheckboxGroup,
  DateField,
  datumDelar,
  dokument,
  EnkelSida,
  ErrorSummary,
  type FieldError,
  LinkButton,
  läsBelopp,
  läsDatum,
  MoneyField,
  Notice,
  Ringbar,
  Textarea,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör } from './fraga.ts';
import { formfält, municipality, type Sidkontext, SNABB_UTVÄG, sökande, visa } from './sida.tsx';

/** Help today: where to call, for everybody, and a short request that lies with a person at once, for those who log in. */
export function akutSida(app: Hono, kontext: Sidkontext): void {
  const { kommun } = kontext.port;
  const show = (
    c: Context,
    fält: Readonly<Record<string, string>>,
    fel: readonly FieldError[] = [],
  ): Response | Promise<Response> => {
    const title = t('Akut hjälp i dag');
    const inloggad = kontext.vem(c) !== undefined;
    const innehåll = (
      <div class="stack-l">
        <ErrorSummary errors={fel} />
        <div class="stack">
          <h1>{t('Behöver du hjälp i dag?')}</h1>
          <p class="lead">
            {t('Saknar du mat, medicin eller tak över huvudet ska du få prata med en människa samma dag.')}
          </p>
        </div>
        <Notice kind="attention" level={2} heading={t('Ring oss')}>
          <p>
            <b>
              <Ringbar text={kommun.telefon} telefon={kommun.telefon} />
            </b>
          </p>
          <p>{t('Vi svarar {telefontid}.', { telefontid: kommun.telefontid })}</p>
          <p>{t('Andra tider: ring 114 14 och fråga efter socialjouren. Är det fara för liv, ring 112.')}</p>
        </Notice>
        {inloggad ? (
          <Begäran fält={fält} fel={fel} />
        ) : (
          <section class="stack-s" aria-labelledby="skriv">
            <h2 id="skriv">{t('Skriv till oss')}</h2>
            <p>{t('Kan du inte ringa? Logga in och skriv några rader. En handläggare läser dem samma dag.')}</p>
            <p>
              <LinkButton href="/logga-in?vidare=/akut" kind="go">
                {t('Logga in och skriv')}
              </LinkButton>
            </p>
          </section>
        )}
      </div>
    );
    const status = fel.length > 0 ? 422 : 200;
    if (inloggad) return visa(c, kontext, { title, flik: 'akut', fel: fel.length > 0, status, children: innehåll });
    return c.html(
      dokument(
        <EnkelSida title={title} municipality={municipality(kommun)} quickExitHref={SNABB_UTVÄG}>
          {innehåll}
        </EnkelSida>,
      ),
    );
  };

  app.get('/akut', async (c) => {
    const who = kontext.vem(c);
    const kontakt = who && (await kontext.port.kontaktuppgift(who)).kontaktuppgift;
    return show(c, { telefon: kontakt?.telefon ?? '', sakerKontakt: kontakt?.säkerKontakt ?? '' });
  });

  app.post('/akut', async (c) => {
    if (!kontext.vem(c)) return c.redirect('/logga-in?vidare=/akut', 303);
    const form = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>);
    const valda = AKUTBEHOV.filter((b) => [form['behov']].flat().includes(b));
    const fält: Record<string, string> = { ...(await formfält(c)), behov: valda.join(' ') };
    const belopp = läsBelopp(fält['belopp'] ?? '');
    const senast = läsDatum(datumDelar('senast', fält));
    const fel: FieldError[] = [];
    if (belopp.kind === 'fel') fel.push({ id: 'belopp', text: belopp.text });
    if (senast.kind === 'fel') fel.push({ id: 'senast', text: senast.text });
    const sent = await kontext.port.begärAkutHjälp(sökande(kontext, c), {
      akut: {
        behov: valda,
        vad: fält['vad'] ?? '',
        senast: senast.kind === 'value' ? senast.value : senast.kind === 'tomt' ? kontext.port.idag() : '',
        telefon: fält['telefon'] ?? '',
        saKontaktasJag: fält['sakerKontakt'] ?? '',
      },
      belopp: belopp.kind === 'value' ? belopp.value : belopp.kind === 'tomt' ? undefined : -1,
    });
    if (sent.ok) return c.redirect(`/ansok/${sent.ansökan.id}/skickad`, 303);
    const { refusal } = sent;
    const flera = (refusal.fält ?? []).map(påSidan).filter((f) => !fel.some((x) => x.id === f.id));
    const alla = [...fel, ...flera];
    return show(
      c,
      fält,
      alla.length > 0 ? alla : [{ id: 'vad', text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` }],
    );
  });
}

/** The field on the page that a fault in the request is about. */
function påSidan({ fält, text }: Fältfel): FieldError {
  const namn = fält.replace('akut.', '');
  return { id: namn === 'saKontaktasJag' ? 'sakerKontakt' : namn, text: översatt(text) };
}

/** What an acute need is called. */
export function akutbehovet(behov: Akutbehov): string {
  if (behov === 'mat') return t('Mat');
  if (behov === 'medicin') return t('Medicin');
  if (behov === 'tak') return t('Någonstans att sova');
  return t('Något annat som inte kan vänta');
}

function Begäran({ fält, fel }: { fält: Readonly<Record<string, string>>; fel: readonly FieldError[] }) {
  return (
    <section class="stack" aria-labelledby="skriv">
      <h2 id="skriv">{t('Skriv till oss')}</h2>
      <p>
        {t(
          'Det kommer till en handläggare direkt, som läser det samma dag. Ingen annan ser det, inte heller din partner.',
        )}
      </p>
      <form class="stack-l" method="post" action="/akut" novalidate>
        <CheckboxGroup
          name="behov"
          label={t('Vad behöver du?')}
          choices={AKUTBEHOV.map((value) => ({ value, label: akutbehovet(value) }))}
          values={(fält['behov'] ?? '').split(' ')}
          error={felFör(fel, 'behov')}
        />
        <Textarea
          name="vad"
          label={t('Berätta kort vad du behöver')}
          hint={t('Högst {antal, number} tecken.', { antal: LÄNGSTA_AKUTTEXT })}
          rows={4}
          value={fält['vad'] ?? ''}
          error={felFör(fel, 'vad')}
        />
        <MoneyField
          name="belopp"
          label={t('Hur mycket pengar behövs?')}
          hint={t('Lämna tomt om du inte vet.')}
          value={fält['belopp']}
          error={felFör(fel, 'belopp')}
        />
        <DateField
          name="senast"
          label={t('När behöver du hjälpen senast?')}
          hint={t('Lämna tomt om det är i dag.')}
          value={datumDelar('senast', fält)}
          error={felFör(fel, 'senast')}
        />
        <TextField
          name="telefon"
          label={t('Telefonnummer')}
          inputmode="tel"
          width="13"
          value={fält['telefon']}
          error={felFör(fel, 'telefon')}
        />
        <Textarea
          name="sakerKontakt"
          label={t('Hur kan vi nå dig utan fara?')}
          hint={t('Till exempel mellan vilka tider vi kan ringa, och om vi får lämna meddelande.')}
          rows={2}
          optional
          value={fält['sakerKontakt'] ?? ''}
          error={felFör(fel, 'sakerKontakt')}
        />
        <div>
          <Button kind="go" wide>
            {t('Skicka nu')}
          </Button>
        </div>
      </form>
    </section>
  );
}
