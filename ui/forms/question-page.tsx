import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';
import { Actions, Button } from './button.tsx';
import { ErrorSummary, type FieldError } from './error-summary.tsx';

/** A part of the application in the list of what remains. */
export type Remaining = {
  readonly label: string;
  readonly state: 'done' | 'now' | 'left';
  readonly href?: string | undefined;
};

/** What remains, as a short list; never a percentage. */
export function RemainsList({ parts }: { parts: readonly Remaining[] }) {
  const texts = useTexts();
  const words = { done: texts.remainsDone, now: texts.remainsNow, left: texts.remainsLeft };
  return (
    <nav class="remains" aria-labelledby="aterstar">
      <h2 id="aterstar">{texts.remains}</h2>
      <ol>
        {parts.map((part) => (
          <li class={part.state} aria-current={part.state === 'now' ? 'step' : undefined}>
            <span>
              {part.href ? <a href={part.href}>{part.label}</a> : part.label}
              <span class="vh">, {words[part.state]}</span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The link back to where the person came from. */
export function BackLink({ href, children }: { href: string; children?: Child }) {
  const texts = useTexts();
  return (
    <a class="back" href={href}>
      {children ?? texts.back}
    </a>
  );
}

export type QuestionPageProps = {
  readonly action: string;
  readonly backHref?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** The question as h1; leave out when the page's one field has `heading`. */
  readonly heading?: Child;
  readonly lead?: Child;
  readonly children: Child;
  readonly remaining?: readonly Remaining[] | undefined;
  /** The address that the island saves to after each change. */
  readonly autosaveTo?: string | undefined;
  readonly saveStatus?: Child;
  readonly continueText?: Child;
  /** More buttons after "Fortsätt". */
  readonly actions?: Child;
  readonly multipart?: boolean | undefined;
  /** Hidden fields, for example the form's token. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
};

/** One question a page: back, errors, the question, the fields, one "Fortsätt", and what remains at the side. */
export function QuestionPage(props: QuestionPageProps) {
  const texts = useTexts();
  return (
    <div class="cols">
      <div class="question">
        {props.backHref ? (
          <div>
            <BackLink href={props.backHref} />
          </div>
        ) : null}
        <ErrorSummary errors={props.errors ?? []} />
        {props.heading ? <h1>{props.heading}</h1> : null}
        {props.lead ? <p class="lead">{props.lead}</p> : null}
        <form
          class="question-form"
          action={props.action}
          method="post"
          novalidate
          enctype={props.multipart ? 'multipart/form-data' : undefined}
          data-autosave={props.autosaveTo}
        >
          {Object.entries(props.hidden ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div>{props.children}</div>
          {props.saveStatus}
          <Actions>
            <Button kind="go" wide>
              {props.continueText ?? texts.continue}
            </Button>
            {props.actions}
          </Actions>
        </form>
      </div>
      {props.remaining ? (
        <aside class="aside noprint">
          <RemainsList parts={props.remaining} />
        </aside>
      ) : null}
    </div>
  );
}
