import { AsyncLocalStorage } from 'node:async_hooks';

const övar = new AsyncLocalStorage<true>();

/** Runs what renders a page in the practice municipality: every page says so. */
export function medÖvning<T>(rendera: () => T): T {
  return övar.run(true, rendera);
}

/** The mark at the top of every page of the practice municipality; nothing elsewhere. */
export function Övningsmärke() {
  return övar.getStore() ? (
    <aside class="note note--attention ovning" aria-label="Övning" lang="sv" dir="ltr">
      <p>
        <b>Övning.</b> Alla personer och ärenden är påhittade. Inga pengar, brev eller meddelanden skickas.
      </p>
    </aside>
  ) : null;
}
