import { Button, EnkelSida, LinkButton, Notice, RadioGroup } from '@stegvis/ui';
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
    <EnkelSida title="Logga in" municipality={municipality(kommun)} quickExitHref="https://www.smhi.se">
      <div class="stack-l">
        <h1>Logga in</h1>
        {fel === 'avbruten' ? (
          <Notice kind="error" level={2} heading="Inloggningen blev inte klar" live>
            <p>Den avbröts eller tog för lång tid. Ingenting har gått förlorat. Försök igen.</p>
          </Notice>
        ) : null}
        {fel === 'ingen-behorighet' ? (
          <Notice kind="error" level={2} heading="Du kan inte logga in här" live>
            <p>
              {personal
                ? 'Ditt konto har ingen roll i systemet. Be din administratör.'
                : 'Legitimationen gav inget personnummer.'}
            </p>
          </Notice>
        ) : null}
        <p class="lead">Du loggar in med din egen e-legitimation. Söker ni två tillsammans loggar ni in var för sig.</p>
        <p>
          <LinkButton href={vidare ? `${till}?vidare=${encodeURIComponent(vidare)}` : till} kind="go">
            Logga in med e-legitimation
          </LinkButton>
        </p>
        <p>
          Har du ingen e-legitimation? Ring oss på {kommun.telefon}, {kommun.telefontid}, så hjälper vi dig att ansöka.
        </p>
        <p class="muted">
          <a href="/logga-in/personal">Jag arbetar i kommunen</a>
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
    <EnkelSida title="Välj testperson" municipality={municipality(kommun)}>
      <form class="stack-l" method="post" action={action}>
        <Notice kind="attention">
          <p>Det här är en utvecklingslegitimation för prov. Alla personer är påhittade.</p>
        </Notice>
        <RadioGroup
          name="konto"
          label="Vem vill du logga in som?"
          heading
          choices={personer.map((p) => ({ value: p.konto, label: p.rubrik, hint: p.beskrivning }))}
          value={personer[0]?.konto}
          unsettable={false}
        />
        <div>
          <Button kind="go" wide>
            Logga in
          </Button>
        </div>
      </form>
    </EnkelSida>
  );
}

/** Nothing is at the address. */
export function IngenSida({ kommun }: { kommun: Kommuninfo }) {
  return (
    <EnkelSida title="Sidan finns inte" municipality={municipality(kommun)}>
      <h1>Sidan finns inte</h1>
      <p>Adressen kan vara fel, eller så har sidan tagits bort.</p>
      <p>
        <a href="/">Gå till startsidan</a>
      </p>
    </EnkelSida>
  );
}

/** Something went wrong; what was saved is kept. */
export function FelSida({ kommun, status }: { kommun: Kommuninfo; status: number }) {
  const [rubrik, text] =
    status === 413
      ? ['Det du skickade är för stort', 'Gå tillbaka och korta texten.']
      : status === 403
        ? [
            'Vi kunde inte ta emot det',
            'Sidan kan ha legat öppen för länge. Gå tillbaka, läs om sidan och försök igen. Det du har sparat finns kvar.',
          ]
        : ['Något gick fel hos oss', 'Det du hade sparat finns kvar. Försök igen om en stund.'];
  return (
    <EnkelSida title={rubrik} municipality={municipality(kommun)}>
      <h1>{rubrik}</h1>
      <p>{text}</p>
      <p>
        Är det bråttom? Ring {kommun.telefon}, {kommun.telefontid}.
      </p>
    </EnkelSida>
  );
}
