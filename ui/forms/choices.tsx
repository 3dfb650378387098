import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';
import { describedBy, Field, type FieldProps, HintAndError, Legend } from './field.tsx';

/** One thing to choose. */
export type Choice = {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
  /** Fields that belong to this choice; shown when it is chosen (always, in a browser without `:has`). */
  readonly reveal?: Child;
};

type GroupProps = FieldProps & {
  readonly choices: readonly Choice[];
  /** Beside each other, for two or three short words. */
  readonly row?: boolean | undefined;
};

function Group({
  props,
  type,
  checked,
  children,
}: {
  props: GroupProps;
  type: 'radio' | 'checkbox';
  checked: (value: string) => boolean;
  children?: Child;
}) {
  const id = props.id ?? props.name;
  return (
    <fieldset class={props.error ? 'field field--error' : 'field'} aria-describedby={describedBy(id, props)}>
      <Legend field={props} />
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <div class={props.row ? 'choices--row' : 'choices'}>
        {props.choices.map((choice, i) => {
          const choiceId = i === 0 ? id : `${id}-${choice.value}`;
          return (
            <>
              <div class="choice">
                <input
                  type={type}
                  id={choiceId}
                  name={props.name}
                  value={choice.value}
                  checked={checked(choice.value)}
                  aria-describedby={choice.hint ? `${choiceId}-val` : undefined}
                />
                <label for={choiceId}>{choice.label}</label>
                {choice.hint ? (
                  <span class="hint" id={`${choiceId}-val`}>
                    {choice.hint}
                  </span>
                ) : null}
              </div>
              {choice.reveal ? <div class="reveal">{choice.reveal}</div> : null}
            </>
          );
        })}
        {children}
      </div>
    </fieldset>
  );
}

/**
 * One of several. It can be unset: once something is chosen a last, quiet choice "Inget svar" is seen, whose value is
 * the empty text.
 */
export function RadioGroup(
  props: GroupProps & {
    readonly value?: string | undefined /** false: an answer cannot be taken back. */;
    readonly unsettable?: boolean | undefined;
  },
) {
  const texts = useTexts();
  return (
    <Group props={props} type="radio" checked={(value) => value === props.value}>
      {props.unsettable === false ? null : (
        <div class="choice unset">
          <input
            type="radio"
            id={`${props.id ?? props.name}-inget`}
            name={props.name}
            value=""
            checked={props.value === ''}
          />
          <label for={`${props.id ?? props.name}-inget`}>{texts.unset}</label>
        </div>
      )}
    </Group>
  );
}

/** Any of several. */
export function CheckboxGroup(props: GroupProps & { readonly values?: readonly string[] | undefined }) {
  return <Group props={props} type="checkbox" checked={(value) => props.values?.includes(value) ?? false} />;
}

/** One box to tick, for example to sign. */
export function Checkbox(
  props: Omit<FieldProps, 'heading' | 'tag' | 'optional'> & {
    readonly checked?: boolean | undefined;
    readonly value?: string | undefined;
  },
) {
  const id = props.id ?? props.name;
  return (
    <div class={props.error ? 'field field--error' : 'field'}>
      <HintAndError id={id} error={props.error} />
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'ja'}
          checked={props.checked ?? false}
          aria-describedby={describedBy(id, props)}
          aria-invalid={props.error ? 'true' : undefined}
        />
        <label for={id}>{props.label}</label>
        {props.hint ? (
          <span class="hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** One of many, where a radio group would be too long. The first option is empty. */
export function Select(
  props: FieldProps & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly value?: string | undefined;
    readonly empty?: string | undefined;
  },
) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <select
        class="input"
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.error ? 'true' : undefined}
      >
        <option value="">{props.empty ?? ''}</option>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
