import { useTexts } from '../texts.ts';
import { klockslag } from '../values/datum.ts';

/**
 * When the session ends, with a button that extends it. With script it is quiet until five minutes are left; without,
 * it is a line at the foot of the page.
 * @param endsAt ISO moment
 * @param seconds how long the session lasts from when the page is sent
 */
export function SessionWarning({
  endsAt,
  seconds,
  action,
  hidden,
}: {
  endsAt: string;
  seconds: number;
  action: string;
  hidden?: Readonly<Record<string, string>> | undefined;
}) {
  const texts = useTexts();
  const island = JSON.stringify({ soon: texts.sessionSoon, over: texts.sessionOver, extended: texts.sessionExtended });
  return (
    <>
      <section
        class="session noprint"
        aria-label={texts.sessionExtend}
        data-session
        data-quiet
        data-seconds={seconds}
        data-texts={island}
      >
        <div class="wrap">
          <p data-session-text>{texts.sessionUntil(klockslag(endsAt))}</p>
          <form action={action} method="post">
            {Object.entries(hidden ?? {}).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button class="btn" type="submit">
              {texts.sessionExtend}
            </button>
          </form>
        </div>
      </section>
      <p class="vh" role="alert" data-session-live></p>
    </>
  );
}
