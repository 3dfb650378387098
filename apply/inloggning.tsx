import { Button, EnkelSida, LinkButton, Notice, RadioGroup, Ringbar, t } from '@stegvis/ui';
import type { Kommuninfo } from './port.ts';
import { municipality } from './sida.tsx';

/** Before log-in, or when it did not work. */
export function LoggaInSida({
  kommun,
  vidare,
  fel,
  personal,
}: {
  kommun: Kommuninfo;
  vidare?: string | undefined;
  fel?: 'avbruten' | 'ingen-behorighet';
  personal?: boolean;
}) {
  const till = personal ? '/logga-in/personal' : '/logga-in/eid';
  return (
    <EnkelSida title={t('Logga in')} municipality={municipality(kommun)} quickExitHref="https://www.smhi.se">
      <div class="stack-l">
        <h1>{t('Logga in')}</h1>
        {fel === 'avbruten' ? (
          <Notice kind="error" level={2} heading={t('Inloggningen blev inte klar')} live>
            <p>{t('Den avbröts eller tog för lång tid. Ingenting har gått förlorat. Försök igen.')}</p>
          </Notice>
        ) : null}
        {fel === 'ingen-behorighet' ? (
          <Notice kind="error" level={2} heading={t('Du kan inte logga in här')} live>
            <p>
              {personal
                ? t('Ditt konto har ingen roll i systemet. Be din administratör.')
                : t('Legitimationen gav inget personnummer.')}
            </p>
          </Notice>
        ) : null}
        <p class="lead">
          {t('Du loggar in med din egen e-legitimation. Söker ni två tillsammans loggar ni in var för sig.')}
        </p>
        <p>
          <LinkButton href={vidare ? `${till}?vidare=${encodeURIComponent(vidare)}` : till} kind="go">
            {t('Logga in med e-legitimation')}
          </LinkButton>
        </p>
        <p>
          <Ringbar
            telefon={kommun.telefon}
            text={t('Har du ingen e-legitimation? Ring oss på {telefon}, {telefontid}, så hjälper vi dig att ansöka.', {
              telefon: kommun.telefon,
              telefontid: kommun.telefontid,
            })}
          />
        </p>
        <p class="muted">
          <a href="/logga-in/personal">{t('Jag arbetar i kommunen')}</a>
        </p>
      </div>
    </EnkelSida>
  );
}

/** The development e-ID: which test person to be. */
export function VäljTestpersonSida({
  kommun,
  personer,
  action,
}: {
  kommun: Kommuninfo;
  personer: readonly { konto: string; rubrik: string; beskrivning: string }[];
  action: string;
}) {
  return (
    <EnkelSida title={t('Välj testperson')} municipality={municipality(kommun)}>
      <form class="stack-l" method="post" action={action}>
        <Notice kind="attention">
          <p>{t('Det här är en utvecklingslegitimation för prov. Alla personer är påhittade.')}</p>
        </Notice>
        <RadioGroup
          name="konto"
          label={t('Vem vill du logga in som?')}
          heading
          choices={personer.map((p) => ({ value: p.konto, label: p.rubrik, hint: p.beskrivning }))}
          value={personer[0]?.konto}
          unsettable={false}
        />
        <div>
          <Button kind="go" wide>
            {t('Logga in')}
          </Button>
        </div>
      </form>
    </EnkelSida>
  );
}

/** Nothing is at the address. */
export function IngenSida({ kommun }: { kommun: Kommuninfo }) {
  return (
    <EnkelSida title={t('Sidan finns inte')} municipality={municipality(kommun)}>
      <h1>{t('Sidan finns inte')}</h1>
      <p>{t('Den kan ha tagits bort, eller så är adressen fel.')}</p>
      <p>
        <a href="/">{t('Gå till startsidan')}</a>
      </p>
    </EnkelSida>
  );
}

/** Something went wrong; what was saved is kept. */
export function FelSida({ kommun, status }: { kommun: Kommuninfo; status: number }) {
  const [rubrik, text] =
    status === 413
      ? [t('Det du skickade är för stort'), t('Gå tillbaka och skicka mindre åt gången.')]
      : status === 403
        ? [
            t('Vi kunde inte ta emot det'),
            t(
              'Sidan kan ha legat öppen för länge. Gå tillbaka, läs om sidan och försök igen. Det du har sparat finns kvar.',
            ),
          ]
        : [t('Något gick fel hos oss'), t('Det du hade sparat finns kvar. Försök igen om en stund.')];
  return (
    <EnkelSida title={rubrik} municipality={municipality(kommun)}>
      <h1>{rubrik}</h1>
      <p>{text}</p>
      <p>
        <Ringbar
          telefon={kommun.telefon}
          text={t('Är det bråttom? Ring {telefon}, {telefontid}.', {
            telefon: kommun.telefon,
            telefontid: kommun.telefontid,
          })}
        />
      </p>
    </EnkelSida>
  );
}
