import {
  type Ansökan,
  type Fältfel,
  gällerMånaden,
  type Inkomsttyp,
  type Kostnadstyp,
  type Uppgifter,
} from '@stegvis/casework';
import { inkomsttyper } from '@stegvis/rules';
import {
  AutosaveStatus,
  Button,
  Changed,
  Checkbox,
  ErrorSummary,
  EventTimeline,
  type FieldError,
  klockslag,
  kr,
  Line,
  Lines,
  LinkButton,
  månad,
  Notice,
  Ringbar,
  SummaryList,
  type SummaryRow,
  t,
  tJsx,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fråga, type Frågekontext, kännetecken, ändradeRader } from './fraga.ts';
import { frågekontext } from './fraga-kontext.ts';
import { StandardKnapp } from './fraga-sida.tsx';
import { FRÅGOR } from './fragor/index.ts';
import { inkomster } from './fragor/inkomster.tsx';
import { FASTA, kostnaden } from './fragor/kostnader.tsx';
import { formfält, inkomstmånad, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** Everything on one page: the last look at a new application, and the whole of a renewal. */
export function granskaSida(app: Hono, kontext: Sidkontext): void {
  const show = (
    c: Context,
    k: Frågekontext,
    fel: readonly FieldError[] = [],
    fält: Readonly<Record<string, string>> = inkomster.fält(k.ansökan.uppgifter, k),
  ) => {
    const { ansökan, förra } = k;
    const igen = ansökan.slag === 'ateransokan';
    const vi = k.vuxna.length > 1;
    const namn = månad(ansökan.månad);
    const igenrubrik = t('Ansök för {månad}', { månad: namn });
    const ingress = !igen
      ? t('Läs igenom. Du kan ändra varje svar innan du skickar.')
      : förra
        ? t(
            'Vi har fyllt i det du svarade för {månad}. Ändra det som är nytt, skriv vilka pengar du fick och skicka.',
            { månad: månad(förra.månad) },
          )
        : t(
            'Vi har fyllt i det du svarade förra gången. Ändra det som är nytt, skriv vilka pengar du fick och skicka.',
          );
    return visa(c, kontext, {
      title: igen ? igenrubrik : t('Granska ansökan för {månad}', { månad: namn }),
      flik: 'ansok',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: (
        <div class="cols">
          <div class="stack-l">
            <ErrorSummary errors={fel} />
            <div class="stack">
              <h1>{igen ? igenrubrik : t('Stämmer allt?')}</h1>
              <p class="lead">{ingress}</p>
            </div>
            {förra ? <Ändrat förra={förra} nu={ansökan} /> : null}
            {FRÅGOR.filter((f) => !(igen && f === inkomster)).map((fråga) => (
              <section class="stack-s" aria-labelledby={`del-${fråga.id}`} id={fråga.id}>
                <h2 id={`del-${fråga.id}`}>{fråga.etikett()}</h2>
                <SummaryList rows={medÄndra(fråga, k)} />
              </section>
            ))}
            <section class="stack-s" aria-labelledby="del-dokument">
              <h2 id="del-dokument">{t('Dokument')}</h2>
              <p>
                <a href={`/ansok/${ansökan.id}/dokument`}>{t('Lägg till eller se dokument')}</a>
              </p>
            </section>
            <form
              class="stack-l"
              method="post"
              action={`/ansok/${ansökan.id}/granska`}
              novalidate
              data-autosave={igen ? `/ansok/${ansökan.id}/granska` : undefined}
            >
              <StandardKnapp />
              <input type="hidden" name="bas" value={fält['bas'] ?? läst(ansökan)} />
              {igen ? (
                <section class="stack" aria-labelledby="pengar" id="inkomster">
                  <h2 id="pengar">{t('Pengar du fick i {månad}', { månad: inkomstmånad(ansökan.månad) })}</h2>
                  {inkomster.vy(fält, fel, k)}
                  <AutosaveStatus />
                </section>
              ) : null}
              <section class="stack" aria-labelledby="skicka">
                <h2 id="skicka">{vi ? t('Skriv under och skicka') : t('Skicka')}</h2>
                <Notice kind="info" heading={t('Så beslutar vi')}>
                  <p>
                    {t(
                      'Kan vi ge dig allt du söker kan beslutet fattas automatiskt, ofta inom en minut. Annars beslutar en handläggare. Ett nej fattas alltid av en människa.',
                    )}
                  </p>
                  <p>
                    {ansökan.uppgifter.onskarHandlaggare
                      ? t('Du har valt att en handläggare beslutar.')
                      : tJsx(
                          'Du kan <a>välja att en handläggare beslutar</a>. Det kostar inget. Du kan också i efterhand begära att en handläggare går igenom ett automatiskt beslut.',
                          { a: (text) => <a href={`/ansok/${ansökan.id}/ovrigt?fran=granska`}>{text}</a> },
                        )}
                  </p>
                </Notice>
                {vi ? (
                  <p>
                    {t(
                      'Du skriver under för dig själv. Den du söker med loggar in och skriver under för sig. Vi börjar när båda har skrivit under.',
                    )}
                  </p>
                ) : null}
                <Checkbox
                  name="intygat"
                  value="ja"
                  label={t('Uppgifterna stämmer. Jag säger till om något ändras innan jag har fått beslut.')}
                  error={fel.find((f) => f.id === 'intygat')?.text}
                  checked={fält['intygat'] === 'ja'}
                />
                <div class="actions">
                  <Button kind="go" wide>
                    {vi ? t('Skriv under och skicka') : t('Skicka ansökan')}
                  </Button>
                  <LinkButton kind="quiet" href="/mina-sidor">
                    {t('Spara och fortsätt senare')}
                  </LinkButton>
                </div>
              </section>
            </form>
          </div>
          <aside class="aside stack" aria-label={t('Vad händer sedan?')}>
            <section class="stack-s">
              <h2>{t('Vad händer sedan?')}</h2>
              <EventTimeline
                events={[
                  { text: t('Du skickar ansökan'), state: 'now' },
                  ...(vi ? [{ text: t('Den du söker med skriver under'), state: 'coming' as const }] : []),
                  { text: t('Vi hämtar uppgifter från andra myndigheter'), when: t('några minuter'), state: 'coming' },
                  {
                    text: t('Du får svar'),
                    when: t('inom 24 timmar, om vi inte behöver fråga dig något'),
                    state: 'coming',
                  },
                ]}
              />
            </section>
            <section class="stack-s">
              <h2>{t('Behöver du hjälp?')}</h2>
              <p>
                <Ringbar
                  telefon={k.port.kommun.telefon}
                  text={t('Ring {telefon}, {telefontid}.', {
                    telefon: k.port.kommun.telefon,
                    telefontid: k.port.kommun.telefontid,
                  })}
                />
              </p>
            </section>
          </aside>
        </div>
      ),
    });
  };

  app.get('/ansok/:id/granska', async (c) => {
    const k = await frågekontext(c, kontext);
    if (!k) return saknas(c, kontext);
    if (k.ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${k.ansökan.id}`, 303);
    if (!gällerMånaden(k.ansökan)) return c.redirect(`/ansok/${k.ansökan.id}/tillagg`, 303);
    return show(c, k);
  });

  app.post('/ansok/:id/granska', async (c) => {
    const k = await frågekontext(c, kontext);
    if (!k) return saknas(c, kontext);
    const { ansökan } = k;
    if (!gällerMånaden(ansökan)) return c.redirect(`/ansok/${ansökan.id}`, 303);
    const självsparat = c.req.header('x-autosave') === '1';
    if (ansökan.status !== 'utkast')
      return självsparat
        ? c.json({ text: t('Ansökan är redan skickad och kan inte ändras.') }, 409)
        : c.redirect(`/ansok/${ansökan.id}/skickad`, 303);
    const who = sökande(kontext, c);
    const fält = await formfält(c);
    const rader = ändradeRader(fält);
    if (rader) return show(c, k, [], rader);
    const svar = ansökan.slag === 'ateransokan' ? inkomster.läs(fält, k) : ({ ok: true, svar: {} } as const);
    if (självsparat) {
      if (!svar.ok) return c.json({ text: t('Inte sparat än. {fel}', { fel: svar.fel[0]?.text ?? '' }) }, 422);
      const saved = await kontext.port.spara(who, ansökan.id, svar.svar, ansökan.version);
      return saved.ok
        ? c.json({ sparat: klockslag(saved.ansökan.ändrad) })
        : c.json({ text: översatt(saved.refusal.text) }, 409);
    }
    const fel: FieldError[] = [...(svar.ok ? [] : svar.fel)];
    if (fält['intygat'] !== 'ja') fel.push({ id: 'intygat', text: t('Kryssa i att uppgifterna stämmer.') });
    if (!svar.ok || fel.length > 0) return show(c, k, fel, fält);
    if (fält['bas'] !== läst(ansökan)) {
      const { bas: _, intygat: __, ...kvar } = fält;
      const text = t(
        'Svaren har ändrats sedan du öppnade sidan. Läs igenom dem igen och kryssa sedan i att de stämmer.',
      );
      return show(c, k, [{ id: 'intygat', text }], kvar);
    }
    const skicka = async (version: number) => {
      const saved = await kontext.port.spara(who, ansökan.id, { ...svar.svar, intygat: true }, version);
      return saved.ok ? kontext.port.skickaIn(who, ansökan.id, saved.ansökan.version) : saved;
    };
    let sent = await skicka(ansökan.version);
    let now = k;
    // The page's own autosave may be under way when the button is pressed; what was read is still the same.
    for (let gång = 0; gång < 2 && !sent.ok; gång++) {
      now = (await frågekontext(c, kontext)) ?? k;
      if (now.ansökan.status !== 'utkast') return c.redirect(`/ansok/${ansökan.id}/skickad`, 303);
      if (sent.refusal.kod !== 'andrad-pa-annat-hall' || läst(now.ansökan) !== fält['bas']) break;
      sent = await skicka(now.ansökan.version);
    }
    if (sent.ok) return c.redirect(`/ansok/${ansökan.id}/skickad`, 303);
    const { refusal } = sent;
    const brister = (refusal.fält ?? []).map((f) => ({ id: plats(f), text: översatt(f.text) }));
    return show(
      c,
      now,
      brister.length > 0
        ? brister
        : [{ id: 'intygat', text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` }],
      fält,
    );
  });

  app.get('/ansok/:id', async (c) => {
    const k = await frågekontext(c, kontext);
    if (!k) return saknas(c, kontext);
    const { ansökan } = k;
    if (ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${ansökan.id}`, 303);
    if (!gällerMånaden(ansökan)) return c.redirect(`/ansok/${ansökan.id}/tillagg`, 303);
    const obesvarad = FRÅGOR.find((f) => f.svarar.every((key) => ansökan.uppgifter[key] === undefined));
    const igen = ansökan.slag === 'ateransokan';
    return c.redirect(`/ansok/${ansökan.id}/${igen ? 'granska' : (obesvarad?.id ?? 'granska')}`, 303);
  });
}

/** The answer to a question with one way to change it, on the first row that can be changed. */
function medÄndra(fråga: Fråga, k: Frågekontext): readonly SummaryRow[] {
  const rader = fråga.sammanfattning(k.ansökan.uppgifter, k);
  const första = rader.findIndex((rad) => rad.changeWhat !== undefined);
  return rader.map((rad, i) =>
    i === första ? { ...rad, changeHref: `/ansok/${k.ansökan.id}/${fråga.id}?fran=granska` } : rad,
  );
}

/** What the person has read on the page before sending: everything but what stands in the page's own form. */
function läst(ansökan: Ansökan): string {
  const egna = ansökan.slag === 'ateransokan' ? ['inkomster'] : [];
  return kännetecken(
    ansökan.uppgifter,
    FRÅGOR.flatMap((f) => f.svarar).filter((key) => !egna.includes(key)),
  );
}

/** Where on the page a wrong or missing answer is: its section, or the assurance. */
function plats(fel: Fältfel): string {
  const key = fel.fält.split('.')[0] as keyof Uppgifter;
  return FRÅGOR.find((f) => f.svarar.includes(key))?.id ?? 'intygat';
}

/** What differs from the last application, in words. */
function Ändrat({ förra, nu }: { förra: Ansökan; nu: Ansökan }) {
  const rader = ändringar(förra.uppgifter, nu.uppgifter);
  if (rader.length === 0) return null;
  return (
    <section class="panel stack-s" aria-labelledby="andrat">
      <h2 id="andrat">{t('Det här har ändrats')}</h2>
      <Lines>
        {rader.map((rad) => (
          <Line amount={<Changed from={rad.från} to={rad.till} />}>
            <a href={`/ansok/${nu.id}/${rad.fråga}?fran=granska`}>{rad.vad}</a>
          </Line>
        ))}
      </Lines>
      <p class="small muted">{t('Resten är som för {månad}.', { månad: månad(förra.månad) })}</p>
    </section>
  );
}

interface Ändring {
  readonly fråga: string;
  readonly vad: string;
  readonly från: string;
  readonly till: string;
}

function ändringar(före: Uppgifter, efter: Uppgifter): Ändring[] {
  const rad = (fråga: string, vad: string, från: string, till: string): Ändring[] =>
    från === till ? [] : [{ fråga, vad, från, till }];
  const kostnad = (u: Uppgifter, typ: Kostnadstyp) =>
    kr((u.kostnader ?? []).filter((k) => k.typ === typ).reduce((sum, k) => sum + k.belopp, 0));
  const inkomst = (u: Uppgifter, typ: Inkomsttyp) =>
    kr((u.inkomster ?? []).filter((i) => i.typ === typ).reduce((sum, i) => sum + i.belopp, 0));
  const inkomsttyperna = efter.inkomster
    ? [...new Set([...(före.inkomster ?? []), ...efter.inkomster].map((i) => i.typ))]
    : [];
  const konto = (u: Uppgifter) =>
    u.konto ? t('som slutar på {siffror}', { siffror: u.konto.nummer.slice(-3) }) : t('inget');
  const barn = (u: Uppgifter) => (u.barn?.length ? u.barn.map((b) => b.namn).join(', ') : t('inga'));
  return [
    ...rad(
      'hushall',
      t('Personer i bostaden'),
      String(före.hushall?.personerIBostaden ?? '–'),
      String(efter.hushall?.personerIBostaden ?? '–'),
    ),
    ...rad('barn', t('Barn'), barn(före), barn(efter)),
    ...FASTA.flatMap((typ) => rad('kostnader', kostnaden(typ), kostnad(före, typ), kostnad(efter, typ))),
    ...rad(
      'kostnader',
      t('Andra kostnader'),
      kostnad(före, 'levnadskostnad-i-ovrigt'),
      kostnad(efter, 'levnadskostnad-i-ovrigt'),
    ),
    ...inkomsttyperna.flatMap((typ) =>
      rad('inkomster', översatt(inkomsttyper[typ].namn), inkomst(före, typ), inkomst(efter, typ)),
    ),
    ...rad('konto', t('Konto'), konto(före), konto(efter)),
  ];
}
