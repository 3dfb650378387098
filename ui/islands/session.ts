/**
 * Keeps the session notice quiet until five minutes are left, extends the session without leaving the page, and says so
 * when it is over. Without script the notice is a line with a button that posts.
 */
export function session(notice: HTMLElement): void {
  const form = notice.querySelector('form');
  const text = notice.querySelector<HTMLElement>('[data-session-text]');
  const live = document.querySelector<HTMLElement>('[data-session-live]');
  if (!form || !text || !live) return;
  const texts = JSON.parse(notice.dataset.texts ?? '{}') as { soon: string; over: string; extended: string };
  const warnBefore = 5 * 60;
  let warn = 0;
  let end = 0;

  const start = (seconds: number): void => {
    clearTimeout(warn);
    clearTimeout(end);
    notice.hidden = true;
    warn = window.setTimeout(() => tell(texts.soon), Math.max(0, seconds - warnBefore) * 1000);
    end = window.setTimeout(() => {
      tell(texts.over);
      form.hidden = true;
    }, seconds * 1000);
  };
  const tell = (words: string): void => {
    notice.hidden = false;
    notice.removeAttribute('data-quiet');
    text.textContent = words;
    live.textContent = words;
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
        headers: { accept: 'application/json' },
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const body = (await answer.json().catch(() => ({}))) as { sekunder?: number };
      start(body.sekunder ?? Number(notice.dataset.seconds));
      live.textContent = texts.extended;
    } catch {
      form.submit();
    }
  });
  start(Number(notice.dataset.seconds));
}
