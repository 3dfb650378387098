import { type Dag, ärBorta } from '@stegvis/casework';
import {
  datum,
  Empty,
  EventTimeline,
  kortDatum,
  kr,
  Line,
  Lines,
  LinkButton,
  månad,
  Notice,
  Tag,
  type TimelineEvent,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import { kalenderposter } from './kalender.tsx';
import type { MinSida } from './mina-sidor-port.ts';
import type { Ansökansrad } from './port.ts';
import { type Sidkontext, sökande, visa } from './sida.tsx';
import { ansökansnamn, betalningsläge, läget } from './status.ts';

/** What waits for me, where my application is and what happens next, my decisions, payments and messages. */
export function minaSidor(app: Hono, kontext: Sidkontext): void {
  app.get('/mina-sidor', async (c) => {
    const who = sökande(kontext, c);
    const översikt = await kontext.port.översikt(who);
    const min = await kontext.port.minSida(who);
    const bedömning = await kontext.port.väg.bedömningVäntar(who);
    const plan = (await kontext.port.väg.minaPlaner(who)).some((p) => p.status === 'lamnad');
    const oförklarad = await kontext.port.väg.oförklaradFrånvaro(who);
    const { ansökningar, attSkrivaUnder } = översikt;
    const utkast = ansökningar.filter((rad) => rad.ansökan.status === 'utkast');
    const skickade = ansökningar.filter((rad) => rad.ansökan.status !== 'utkast');
    const senaste = skickade
      .filter((rad) => !ärBorta(rad.ansökan))
      .sort((a, b) => (b.ansökan.inskickad ?? '').localeCompare(a.ansökan.inskickad ?? ''))[0];
    const tidigare = skickade.filter((rad) => rad !== senaste);
    const väntar =
      min.kompletteringar.length +
      min.attYttraSig.length +
      attSkrivaUnder.length +
      utkast.length +
      (min.olästa > 0 ? 1 : 0) +
      (bedömning ? 1 : 0) +
      (plan ? 1 : 0) +
      (oförklarad.length > 0 ? 1 : 0);
    const idag = kontext.port.idag();
    const { möten } = await kontext.port.väg.minaMöten(who);
    const kommande = kalenderposter(översikt, min.kompletteringar, idag, möten).filter((p) => p.dag >= idag);
    return visa(c, kontext, {
      title: t('Översikt'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <h1>{t('Översikt')}</h1>
          <section class="stack" aria-labelledby="vantar">
            <h2 id="vantar">{t('Det här väntar på dig')}</h2>
            {min.kompletteringar.map((k) => (
              <Notice
                kind="attention"
                heading={
                  k.status === 'oppen'
                    ? t('Svara senast {dag}', { dag: datum(k.senast) })
                    : t('Sista dagen att svara har gått')
                }
              >
                <p>
                  {k.status === 'oppen'
                    ? t('Vi behöver mer uppgifter av dig för att kunna besluta:')
                    : t('Du kan fortfarande svara, så länge vi inte har beslutat:')}
                </p>
                <ul>
                  {k.punkter
                    .filter((p) => p.svar === undefined)
                    .map((p) => (
                      <li dir="auto">{p.text}</li>
                    ))}
                </ul>
                <p>
                  <LinkButton href={`/mina-sidor/komplettering/${k.id}`} kind="go">
                    {t('Läs och svara')}
                  </LinkButton>
                </p>
              </Notice>
            ))}
            {min.attYttraSig.map((hörs) => (
              <Notice
                kind="attention"
                heading={t('Läs och svara innan vi beslutar om {månad}', { månad: månad(hörs.månad) })}
              >
                <p>
                  {hörs.utgången
                    ? t('Sista dagen att svara var {dag}. Vi läser ditt svar om vi inte har hunnit besluta.', {
                        dag: datum(hörs.svarSenast),
                      })
                    : t('Svara senast {dag}.', { dag: datum(hörs.svarSenast) })}
                </p>
                <p>
                  <LinkButton href={`/mina-sidor/yttrande/${hörs.ansökan}`} kind="go">
                    {t('Läs och svara')}
                  </LinkButton>
                </p>
              </Notice>
            ))}
            {attSkrivaUnder.map((ansökan) => (
              <Notice
                kind="attention"
                heading={t('Läs och skriv under ansökan för {månad}', { månad: månad(ansökan.månad) })}
              >
                <p>{t('Din partner har skickat en ansökan för er båda. Vi börjar när du har skrivit under.')}</p>
                <p>
                  <LinkButton href={`/skriv-under/${ansökan.id}`} kind="go">
                    {t('Läs och skriv under')}
                  </LinkButton>
                </p>
              </Notice>
            ))}
            {utkast.map(({ ansökan }) => (
              <Notice kind="attention" heading={t('{namn} är inte skickad', { namn: ansökansnamn(ansökan) })}>
                <p>{t('Allt du har skrivit är sparat.')}</p>
                <p>
                  <LinkButton href={`/ansok/${ansökan.id}`} kind="go">
                    {t('Fortsätt ansökan')}
                  </LinkButton>
                </p>
              </Notice>
            ))}
            {min.olästa > 0 ? (
              <Notice
                kind="attention"
                heading={t('{antal, plural, one {Du har ett nytt meddelande} other {Du har # nya meddelanden}}', {
                  antal: min.olästa,
                })}
              >
                <p>
                  <LinkButton href="/mina-sidor/meddelanden" kind="neutral">
                    {t('Läs meddelandet')}
                  </LinkButton>
                </p>
              </Notice>
            ) : null}
            {bedömning ? (
              <Notice kind="attention" heading={t('Frågor om vilket stöd du behöver')}>
                <p>{t('Svara när det passar dig. Varje svar sparas.')}</p>
                <p>
                  <LinkButton href="/mina-sidor/bedomning" kind="neutral">
                    {t('Svara på frågorna')}
                  </LinkButton>
                </p>
              </Notice>
            ) : null}
            {plan ? (
              <Notice kind="attention" heading={t('Du har fått en plan')}>
                <p>{t('Läs den och säg om du håller med, eller vad du vill ändra.')}</p>
                <p>
                  <LinkButton href="/mina-sidor/plan" kind="neutral">
                    {t('Läs planen')}
                  </LinkButton>
                </p>
              </Notice>
            ) : null}
            {oförklarad.length > 0 ? (
              <Notice kind="attention" heading={t('Berätta varför du var borta')}>
                <ul>
                  {oförklarad.map(({ dag, vad }) => (
                    <li>
                      {vad}, {datum(dag.dag)}
                    </li>
                  ))}
                </ul>
                <p>
                  <LinkButton href="/mina-sidor/vecka#franvaro" kind="neutral">
                    {t('Förklara')}
                  </LinkButton>
                </p>
              </Notice>
            ) : null}
            {väntar === 0 ? <p>{t('Inget väntar på dig just nu.')}</p> : null}
          </section>
          {senaste ? (
            <Senaste rad={senaste} min={min} idag={idag} />
          ) : (
            <section class="stack-s" aria-labelledby="senaste">
              <h2 id="senaste">{t('Din ansökan')}</h2>
              <Empty heading={t('Du har inte skickat någon ansökan')}>
                <p>{t('När du har ansökt ser du här vad som händer.')}</p>
              </Empty>
            </section>
          )}
          {utkast.length === 0 ? (
            <p>
              <LinkButton href="/ansok" kind={väntar > 0 ? 'neutral' : 'go'}>
                {t('Ansök')}
              </LinkButton>
            </p>
          ) : null}
          {kommande.length > 0 ? (
            <section class="stack-s" aria-labelledby="kommer">
              <h2 id="kommer">{t('Det som kommer')}</h2>
              <Lines>
                {kommande.slice(0, 3).map((p) => (
                  <Line amount={p.slag === 'mote' ? undefined : <time datetime={p.dag}>{kortDatum(p.dag)}</time>}>
                    <a href={p.href}>{p.text}</a>
                  </Line>
                ))}
              </Lines>
              <p>
                <a href="/mina-sidor/kalender">{t('Hela kalendern')}</a>
              </p>
            </section>
          ) : null}
          {tidigare.length > 0 ? (
            <section class="stack-s" aria-labelledby="tidigare">
              <h2 id="tidigare">{t('Tidigare ansökningar och beslut')}</h2>
              <Lines>
                {tidigare.map((rad) => (
                  <Rad rad={rad} idag={idag} />
                ))}
              </Lines>
            </section>
          ) : null}
          <section class="stack-s" aria-labelledby="mer">
            <h2 id="mer">{t('Kontakt och uppgifter')}</h2>
            <Lines>
              <Line
                note={
                  min.senasteMeddelande
                    ? t('Senaste {när}', { när: tidpunkt(min.senasteMeddelande.skickat) })
                    : t('Skriv till den som arbetar med ditt ärende')
                }
              >
                <a href="/mina-sidor/meddelanden">{t('Meddelanden')}</a>
              </Line>
              <Line note={t('Bedömning, plan, aktiviteter och möten')}>
                <a href="/mina-sidor/vagen">{t('Din väg till egen försörjning')}</a>
              </Line>
              <Line note={t('Sista dagar att svara, när pengar kommer och när du kan ansöka igen')}>
                <a href="/mina-sidor/kalender">{t('Kalender')}</a>
              </Line>
              <Line note={t('Telefon, e-post, tolk, och allt vi har sparat om dig')}>
                <a href="/mina-sidor/uppgifter">{t('Dina uppgifter')}</a>
              </Line>
              <Line note={t('Dit vi betalar ut pengar, och hur du byter')}>
                <a href="/mina-sidor/konto">{t('Ditt konto')}</a>
              </Line>
            </Lines>
          </section>
        </div>
      ),
    });
  });
}

/** The newest application: where it is, what happens next and when, and what has happened last. */
function Senaste({ rad: { ansökan, beslut, utbetalning }, min, idag }: { rad: Ansökansrad; min: MinSida; idag: Dag }) {
  const { text, slag } = läget(ansökan, beslut);
  return (
    <section class="stack-s" aria-labelledby="senaste">
      <h2 id="senaste">{ansökansnamn(ansökan)}</h2>
      <p>
        <Tag kind={slag}>{text}</Tag>
      </p>
      <EventTimeline
        label={t('Din ansökan steg för steg')}
        events={steg({ ansökan, beslut, utbetalning }, min, idag)}
      />
      {min.händelser.length > 0 ? (
        <p class="muted small">
          {t('Senast: {vad} {när}', {
            vad: översatt(min.händelser.at(-1)?.text ?? ''),
            när: tidpunkt(min.händelser.at(-1)?.tid ?? ''),
          })}
        </p>
      ) : null}
      <p class="row">
        {beslut ? <a href={`/mina-sidor/beslut/${ansökan.id}`}>{t('Läs beslutet')}</a> : null}
        <a href={`/mina-sidor/ansokan/${ansökan.id}`}>{t('Allt som har hänt')}</a>
      </p>
    </section>
  );
}

/** The way from sent to paid: what is done, what is going on now, and what comes. */
function steg({ ansökan, beslut, utbetalning }: Ansökansrad, min: MinSida, idag: Dag): TimelineEvent[] {
  const { inkommen } = ansökan;
  const väntar = min.kompletteringar.some((k) => k.ansökan === ansökan.id && k.status === 'oppen');
  const kom: TimelineEvent = inkommen
    ? { text: t('Vi har fått ansökan'), when: tidpunkt(inkommen), datetime: inkommen }
    : { text: t('Väntar på underskrift'), state: 'now', detail: t('Vi börjar när alla har skrivit under.') };
  if (beslut) {
    const beslutat: TimelineEvent = {
      text: t('Beslut'),
      when: tidpunkt(beslut.beslutad),
      datetime: beslut.beslutad,
    };
    if (!utbetalning) return [kom, beslutat];
    const betald = utbetalning.status === 'utbetald';
    const stopp = ['stoppad', 'avvisad', 'aterbetald'].includes(utbetalning.status);
    return [
      kom,
      beslutat,
      {
        text: t('{belopp} till ditt konto', { belopp: kr(utbetalning.belopp) }),
        state: betald ? 'done' : stopp ? 'stopped' : 'coming',
        detail: betalningsläge(utbetalning, idag),
      },
    ];
  }
  return [
    kom,
    {
      text: väntar ? t('Vi väntar på ditt svar') : t('Vi läser och räknar'),
      state: inkommen ? 'now' : 'coming',
      detail: väntar
        ? t('När du har svarat fortsätter vi.')
        : min.svarSenast
          ? t('Du får svar senast {när}, om vi inte behöver fråga dig om något.', { när: tidpunkt(min.svarSenast) })
          : undefined,
    },
    { text: t('Beslut'), state: 'coming' },
  ];
}

function Rad({ rad: { ansökan, beslut, utbetalning }, idag }: { rad: Ansökansrad; idag: Dag }) {
  const { text, slag } = läget(ansökan, beslut);
  return (
    <Line amount={<Tag kind={slag}>{text}</Tag>} note={utbetalning ? betalningsläge(utbetalning, idag) : undefined}>
      <a href={beslut ? `/mina-sidor/beslut/${ansökan.id}` : `/mina-sidor/ansokan/${ansökan.id}`}>
        {ansökansnamn(ansökan)}
      </a>
    </Line>
  );
}
