import type { Child } from 'hono/jsx';
import { varaktighet } from '../values/datum.ts';

/** The 24-hour clock of an application: minutes used and allowed, and why it stands still where it does. */
export type ClockProps = {
  readonly usedMinutes: number;
  readonly allowedMinutes: number;
  readonly state: 'running' | 'paused' | 'stopped';
  /** Why it stands still, or what it stopped at. */
  readonly why?: Child;
  /** Full text ("6 h 12 min kvar av 24 h") instead of the short one for a row. */
  readonly long?: boolean | undefined;
};

const around = 2 * Math.PI * 8;

/** Time left in words, with a ring beside; amber under four hours, the words say "över" when it has passed. */
export function Clock({ usedMinutes, allowedMinutes, state, why, long }: ClockProps) {
  const left = allowedMinutes - usedMinutes;
  const kind =
    state === 'paused' ? 'paused' : state === 'stopped' ? 'done' : left < 0 ? 'late' : left < 240 ? 'soon' : '';
  const time =
    left < 0
      ? `${varaktighet(-left)} över`
      : long
        ? `${varaktighet(left)} kvar av ${varaktighet(allowedMinutes)}`
        : varaktighet(left);
  const words = state === 'paused' ? 'Pausad' : state === 'stopped' ? `Klar efter ${varaktighet(usedMinutes)}` : time;
  const share = Math.min(1, Math.max(0, usedMinutes / allowedMinutes));
  return (
    <span class={kind === '' ? 'clock' : `clock clock--${kind}`}>
      <svg viewBox="0 0 22 22" aria-hidden="true" focusable="false">
        <circle cx="11" cy="11" r="8" />
        <circle
          class="arc"
          cx="11"
          cy="11"
          r="8"
          transform="rotate(-90 11 11)"
          stroke-dasharray={`${(share * around).toFixed(1)} ${around.toFixed(1)}`}
        />
      </svg>
      <span>
        <b>{words}</b>
        {why ? <>: {why}</> : null}
      </span>
    </span>
  );
}
