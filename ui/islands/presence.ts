/** Seconds between the page's signs of life. */
const EVERY = 30_000;

/**
 * Says that the page is open and shows who else has the same case open: the element names the address in `data-presence`, which
 * answers `{ text }`. When the page is left it says so. A failed call changes nothing; the next one tries again.
 */
export function presence(): void {
  const element = document.querySelector<HTMLElement>('[data-presence]');
  const address = element?.dataset.presence;
  if (!element || !address) return;
  const beat = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return;
    try {
      const answer = await fetch(address, { method: 'POST' });
      if (!answer.ok) return;
      const { text } = (await answer.json()) as { text: string };
      if (element.textContent?.trim() !== text) element.textContent = text;
      element.hidden = text === '';
    } catch {
      // Offline or the server restarts: what is shown stays.
    }
  };
  // Soon after loading: the page before may have said that it was left after this one was read.
  setTimeout(() => void beat(), 1500);
  setInterval(() => void beat(), EVERY);
  document.addEventListener('visibilitychange', () => void beat());
  window.addEventListener('pagehide', () => navigator.sendBeacon(`${address}/lamna`));
}
