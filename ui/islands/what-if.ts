/**
 * Recalculates a `data-what-if` form while the person writes: sends the form as its button does and puts the element
 * with the same id from the answer in the page. Without script the button sends the form.
 */
export function whatIf(form: HTMLFormElement): void {
  const id = form.dataset.whatIf ?? '';
  let timer = 0;
  let latest = 0;
  const recalculate = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      headers: { accept: 'text/html' },
    }).catch(() => undefined);
    const shows = answer !== undefined && (answer.ok || answer.status === 422);
    if (!shows || mine !== latest) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
    const old = document.getElementById(id);
    if (fresh && old && mine === latest) old.replaceChildren(...fresh.childNodes);
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(recalculate, 500);
  });
}
