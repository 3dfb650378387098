import type { Child } from 'hono/jsx';
import { Details } from '../content/details.tsx';

/** More than this many are shown folded, so that what stands below them is still near. */
const MOST_UNFOLDED = 4;

/** A stop or a warning: what it means, what to do, and who has seen to it. */
export type StopReason = {
  readonly id: string;
  readonly text: Child;
  readonly means?: Child;
  readonly todo?: Child;
  /** "Kontrollerat av … 26 november, 10.15": seen to. */
  readonly checkedBy?: Child;
  /** The box that acknowledges it. */
  readonly acknowledge?:
    | {
        readonly name: string;
        readonly value?: string | undefined;
        readonly label: string;
        /** The form the box is sent with, where it stands outside it. */
        readonly form?: string | undefined;
        readonly error?: string | undefined;
        readonly checked?: boolean | undefined;
      }
    | undefined;
  /** Nothing to do; shown for knowledge. */
  readonly info?: boolean | undefined;
};

/** Stops and warnings, what is left to do first; when they are many, what each means is unfolded by the reader. */
export function StopReasons({ reasons, level }: { reasons: readonly StopReason[]; level?: 3 | 4 | undefined }) {
  const Heading = level === 4 ? 'h4' : 'h3';
  const done = (reason: StopReason): boolean => reason.checkedBy !== undefined || reason.info === true;
  return (
    <ul class="reasons">
      {[...reasons]
        .sort((a, b) => Number(done(a)) - Number(done(b)))
        .map((reason) => (
          <li class={done(reason) ? 'reason reason--done' : 'reason'} id={`skal-${reason.id}`}>
            <Heading>{reason.text}</Heading>
            {reasons.length > MOST_UNFOLDED && reason.todo ? (
              <Details
                summary={
                  <>
                    Så gör du<span class="vh">: {reason.text}</span>
                  </>
                }
              >
                <Advice reason={reason} />
              </Details>
            ) : (
              <Advice reason={reason} />
            )}
            {reason.acknowledge ? (
              <div class="choice">
                <input
                  type="checkbox"
                  id={`skal-${reason.id}-ok`}
                  name={reason.acknowledge.name}
                  value={reason.acknowledge.value ?? reason.id}
                  form={reason.acknowledge.form}
                  aria-invalid={reason.acknowledge.error ? 'true' : undefined}
                  aria-describedby={reason.acknowledge.error ? `skal-${reason.id}-fel` : undefined}
                  checked={reason.acknowledge.checked ?? false}
                />
                <label for={`skal-${reason.id}-ok`}>
                  {reason.acknowledge.label}
                  <span class="vh">: {reason.text}</span>
                </label>
                {reason.acknowledge.error ? (
                  <span class="error" id={`skal-${reason.id}-fel`}>
                    {reason.acknowledge.error}
                  </span>
                ) : null}
              </div>
            ) : null}
            {reason.checkedBy ? <p class="muted small">{reason.checkedBy}</p> : null}
          </li>
        ))}
    </ul>
  );
}

function Advice({ reason }: { reason: StopReason }) {
  return (
    <>
      {reason.means ? <p>{reason.means}</p> : null}
      {reason.todo ? (
        <p>
          <b>Gör så här:</b> {reason.todo}
        </p>
      ) : null}
    </>
  );
}
