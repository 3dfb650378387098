const storageKey = 'kortkommandon';

/**
 * The workbench's shortcuts: J and K move between the rows of a queue, Enter opens (a link has focus), a row's own
 * letters press its buttons (`data-key`), `/` goes to the search field, `?` shows the list. They never act while the
 * person writes, and can be switched off (WCAG 2.1.4).
 */
export function shortcuts(): void {
  const help = document.querySelector<HTMLDialogElement>('dialog[data-shortcuts]');
  const toggle = help?.querySelector<HTMLInputElement>('[data-shortcuts-on]');
  const on = (): boolean => localStorage.getItem(storageKey) !== 'av';
  if (toggle) {
    toggle.checked = on();
    toggle.addEventListener('change', () => localStorage.setItem(storageKey, toggle.checked ? 'pa' : 'av'));
  }
  const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-queue] [data-row-link]')];
  const move = (step: 1 | -1): void => {
    const rows = links();
    const here = rows.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const next = here === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step));
    rows[next]?.focus();
    rows[next]?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')) return;
    if (event.key === '?' && help && !help.open) {
      event.preventDefault();
      help.showModal();
      return;
    }
    if (!on() || help?.open) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') {
      event.preventDefault();
      move(key === 'j' ? 1 : -1);
    } else if (key === '/') {
      const field = document.querySelector<HTMLInputElement>('[data-search]');
      if (field) {
        event.preventDefault();
        field.focus();
      }
    } else {
      const scope = document.activeElement?.closest('[data-queue] tr') ?? document;
      const button = scope.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  });
}
