import { HINDER_SAKNAS, hindernamn } from '@stegvis/casework';
import { kortDatum } from '@stegvis/ui';
import type { Ansökanshinder } from './person/samordning-port.ts';

/** What keeps each adult from supporting herself, beside the application, and the way to assess it at this one. */
export function Försörjningshindren({ hinder }: { hinder: readonly Ansökanshinder[] }) {
  if (hinder.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="forsorjningshinder-rubrik">
      <h2 id="forsorjningshinder-rubrik">Försörjningshinder</h2>
      <ul class="plain-list">
        {hinder.map(({ person, namn, nu, bedömtHär }) => (
          <li>
            {namn}: {nu ? `${hindernamn(nu.hinder)}, sedan ${kortDatum(nu.från)}` : HINDER_SAKNAS}.{' '}
            {bedömtHär ? (
              <span class="muted">Bedömt vid den här ansökan.</span>
            ) : (
              <a href={`/handlaggning/person/${person}/samordning#hindret`}>
                Bedöm vid den här ansökan<span class="vh">: {namn}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
