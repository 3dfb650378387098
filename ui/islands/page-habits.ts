/** What every page does with script: print buttons, copy buttons, dialogs, opening folds for print. */
export function pageHabits(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
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
