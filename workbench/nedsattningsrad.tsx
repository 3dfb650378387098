import type { Nedsättningsstatus, Nedsättningsärende } from '@stegvis/casework';
import { kr, Notice } from '@stegvis/ui';

export const NEDSÄTTNINGSLÄGEN: Readonly<
  Record<Nedsättningsstatus, { text: string; slag: 'attention' | 'ok' | 'neutral' | 'brand' }>
> = {
  utreds: { text: 'Utreds', slag: 'attention' },
  hors: { text: 'Personen får yttra sig', slag: 'brand' },
  foreslaget: { text: 'Väntar på en andra person', slag: 'brand' },
  beslutat: { text: 'Beslutat', slag: 'neutral' },
  avslutat: { text: 'Avslutat utan nedsättning', slag: 'ok' },
};

/** That somebody's share may be refused or reduced with the application, with the way to the matter. */
export function Nedsättningsrad({
  ärenden,
  vuxna,
}: {
  ärenden: readonly Nedsättningsärende[];
  vuxna: readonly { readonly id: string; readonly namn: string }[];
}) {
  if (ärenden.length === 0) return null;
  return (
    <Notice kind="attention" level={2} heading="Nekande eller nedsättning">
      {ärenden.map(({ person, status, avsett, beslut }) => (
        <p>
          <a href={`/handlaggning/person/${person}/nedsattning`}>{vuxna.find(({ id }) => id === person)?.namn}</a>:{' '}
          {NEDSÄTTNINGSLÄGEN[status].text.toLowerCase()}
          {beslut ? `, ${kr(beslut.belopp)}` : avsett ? `, avsett ${kr(avsett.belopp)} mindre` : ''}.
        </p>
      ))}
      {vuxna.length > 1 ? <p>Den andra vuxna får inte veta varför. Skriv inget om det i skäl som båda läser.</p> : null}
    </Notice>
  );
}
