type SaveTexts = { saved: string; savedNot: string; saving: string; leave: string };

/**
 * Posts a form to its `data-autosave` address a moment after each change and tells in the form's status line whether it
 * was saved. The server answers 2xx, optionally `{"sparat":"14.02"}`, or an error, optionally `{"text":"…"}`. What the
 * person wrote always stays in the fields; after a failure nothing is sent until the next change or "Försök igen".
 */
export function autosave(form: HTMLFormElement): void {
  const url = form.dataset.autosave;
  const line =
    form.querySelector<HTMLElement>('[data-save-status]') ?? document.querySelector<HTMLElement>('[data-save-status]');
  const text = line?.querySelector<HTMLElement>('[data-save-text]');
  const retry = line?.querySelector<HTMLButtonElement>('[data-save-retry]');
  if (!url || !line || !text || !retry) return;
  const texts = JSON.parse(line.dataset.texts ?? '{}') as SaveTexts;
  let timer = 0;
  let change = 0;
  let savedChange = 0;
  let sending = false;
  let submitted = false;

  const show = (state: 'saving' | 'saved' | 'failed', words: string): void => {
    line.dataset.state = state;
    text.textContent = words;
    retry.hidden = state !== 'failed';
  };
  const clock = (): string => new Date().toTimeString().slice(0, 5).replace(':', '.');

  const save = async (): Promise<void> => {
    if (sending || submitted) return;
    sending = true;
    const sent = change;
    if (line.dataset.state !== 'failed') line.dataset.state = 'saving';
    try {
      const data = new FormData(form);
      for (const [name, entry] of [...data]) if (entry instanceof File) data.delete(name);
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams(data as unknown as Record<string, string>),
        headers: { accept: 'application/json', 'x-autosave': '1' },
        redirect: 'error',
      });
      const body = (await answer.json().catch(() => ({}))) as { sparat?: string; text?: string };
      if (!answer.ok) show('failed', body.text ?? texts.savedNot);
      else {
        savedChange = sent;
        show('saved', texts.saved.replace('{tid}', body.sparat ?? clock()));
      }
    } catch {
      show('failed', texts.savedNot);
    } finally {
      sending = false;
    }
    if (line.dataset.state === 'saved' && change > sent) schedule(0);
  };
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  };

  form.addEventListener('input', () => {
    change += 1;
    schedule(800);
  });
  form.addEventListener('change', () => schedule(50));
  form.addEventListener('submit', () => {
    submitted = true;
    clearTimeout(timer);
  });
  retry.addEventListener('click', () => void save());
  window.addEventListener('pageshow', () => {
    submitted = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!submitted && change > savedChange) event.preventDefault();
  });
}
