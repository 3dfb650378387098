import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';

/** Something that has happened, is happening or will happen. `datetime` is machine-readable, `when` is read. */
export type TimelineEvent = {
  readonly text: Child;
  readonly when?: Child;
  readonly datetime?: string | undefined;
  readonly state?: 'done' | 'now' | 'coming' | 'stopped' | undefined;
  readonly detail?: Child;
};

/** Events in order, with what is going on now marked. */
export function EventTimeline({ events, label }: { events: readonly TimelineEvent[]; label?: string | undefined }) {
  const texts = useTexts();
  return (
    <ol class="steps" aria-label={label}>
      {events.map((event) => {
        const state = event.state ?? 'done';
        const word = state === 'done' ? texts.step.done : state === 'stopped' ? texts.step.stopped : undefined;
        return (
          <li
            class={state === 'done' || state === 'stopped' ? state : undefined}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {event.text}
            {word ? <span class="vh">, {word}</span> : null}
            {event.detail ? <span class="detail">{event.detail}</span> : null}
            {event.when ? (
              event.datetime ? (
                <time datetime={event.datetime}>{event.when}</time>
              ) : (
                <span class="when">{event.when}</span>
              )
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
