/**
 * Leaves at once: the page is blanked, the session ended, and the place in the history taken by the harmless page, so that the back
 * button does not lead here.
 */
function leave(exit: HTMLAnchorElement): void {
  document.documentElement.hidden = true;
  const logOut = document.querySelector<HTMLFormElement>('form[action="/logga-ut"]');
  if (logOut) navigator.sendBeacon(logOut.action);
  location.replace(exit.href);
}

/** What every page does with script: quick exit, print and copy buttons, dialogs, opening folds for print. */
export function pageHabits(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const exit = target.closest<HTMLAnchorElement>('a.exit');
    if (exit) {
      event.preventDefault();
      leave(exit);
      return;
    }
    if (target.closest('[data-print]')) window.print();
    const copy = target.closest<HTMLElement>('[data-copy]');
    if (copy) {
      const source = document.getElementById(copy.dataset.copy ?? '');
      void navigator.clipboard?.writeText(source?.textContent ?? '').then(() => {
        copy.textContent = copy.dataset.copied ?? '';
      });
    }
    const opener = target.closest<HTMLElement>('[data-open-dialog]');
    const dialog = opener && document.getElementById(opener.dataset.openDialog ?? '');
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
    }
  });
  for (const control of document.querySelectorAll<HTMLElement>('[data-needs-script]')) control.hidden = false;

  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
  });
}
