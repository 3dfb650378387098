import type { Child } from 'hono/jsx';
import { MoneyInput, type MoneyValue } from '../forms/money-field.tsx';
import { useTexts } from '../texts.ts';
import { belopp } from '../values/kr.ts';

/** An amount in öre, words ("Bedöms"), or nothing there. */
export type CompareCell = number | string | undefined;

/** A cost or an income in its four readings. */
export type CompareRow = {
  readonly id: string;
  readonly text: Child;
  readonly note?: Child;
  readonly skrev?: CompareCell;
  readonly register?: CompareCell;
  /** Where the register's answer comes from and when: shown on focus or press. */
  readonly source?: Child;
  readonly räknat?: CompareCell;
  readonly godkänt: CompareCell;
  /** The approved amount may be changed here: the names of the two fields. */
  readonly edit?:
    | {
        readonly name: string;
        readonly value?: MoneyValue;
        readonly reasonName: string;
        readonly reason?: string | undefined;
        readonly reasonLabel?: string | undefined;
        readonly error?: string | undefined;
        readonly reasonError?: string | undefined;
      }
    | undefined;
};

/** A part of the calculation with its sum. */
export type CompareSection = {
  readonly heading: string;
  readonly rows: readonly CompareRow[];
  readonly sum?: { readonly text: string; readonly räknat?: CompareCell; readonly godkänt: CompareCell } | undefined;
};

/** How two amounts differ, in words: `skiljer 412 kr`; undefined where they do not or one is missing. */
export function skiljer(a: CompareCell, b: CompareCell): string | undefined {
  return typeof a === 'number' && typeof b === 'number' && a !== b
    ? `skiljer ${belopp(Math.abs(a - b))} kr`
    : undefined;
}

function Amount({ cell }: { cell: CompareCell }) {
  const texts = useTexts();
  if (cell === undefined)
    return (
      <span class="none">
        <span aria-hidden="true">–</span>
        <span class="vh">{texts.missing}</span>
      </span>
    );
  return <>{typeof cell === 'number' ? belopp(cell) : cell}</>;
}

function Row({ row, columns }: { row: CompareRow; columns: CompareColumns }) {
  const texts = useTexts();
  const differs = skiljer(row.skrev, row.register);
  const register = (
    <>
      {row.source && row.register !== undefined ? (
        <details class="src">
          <summary>
            <Amount cell={row.register} />
          </summary>
          <span>{row.source}</span>
        </details>
      ) : (
        <Amount cell={row.register} />
      )}
      {differs ? <small>{differs}</small> : null}
    </>
  );
  const { edit } = row;
  const changed = edit && typeof edit.value === 'number' && typeof row.räknat === 'number' && edit.value !== row.räknat;
  const open =
    edit &&
    (changed ||
      edit.error !== undefined ||
      edit.reason !== undefined ||
      edit.reasonError !== undefined ||
      typeof row.räknat !== 'number');
  return (
    <>
      <tr class={open ? 'open' : undefined} id={row.id}>
        <th scope="row">
          {row.text}
          {row.note ? <span class="muted">{row.note}</span> : null}
        </th>
        <td class="num">
          <Amount cell={row.skrev} />
        </td>
        <td class={differs ? 'num diff' : 'num'}>{register}</td>
        <td class="num">
          <Amount cell={row.räknat} />
        </td>
        <td class="num ok">
          {edit ? (
            <MoneyInput
              id={`${row.id}-godkant`}
              name={edit.name}
              value={edit.value}
              label={`${columns.godkänt}, ${typeof row.text === 'string' ? row.text : row.id}, kronor`}
              invalid={edit.error !== undefined}
              describedby={edit.error ? `${row.id}-godkant-fel` : undefined}
            />
          ) : (
            <Amount cell={row.godkänt} />
          )}
        </td>
      </tr>
      {open ? (
        <tr class="why">
          <td colspan={5}>
            <div class={edit.error || edit.reasonError ? 'field field--error' : 'field'}>
              {edit.error ? (
                <span class="error" id={`${row.id}-godkant-fel`}>
                  <span class="vh">{texts.fel}</span>
                  {edit.error}
                </span>
              ) : null}
              <label class="small" for={`${row.id}-skal`}>
                {edit.reasonLabel ?? 'Varför skiljer sig det godkända beloppet?'}
              </label>
              {edit.reasonError ? (
                <span class="error" id={`${row.id}-skal-fel`}>
                  <span class="vh">{texts.fel}</span>
                  {edit.reasonError}
                </span>
              ) : null}
              <input
                class="input input--full"
                id={`${row.id}-skal`}
                name={edit.reasonName}
                type="text"
                value={edit.reason ?? ''}
                aria-invalid={edit.reasonError ? 'true' : undefined}
                aria-describedby={edit.reasonError ? `${row.id}-skal-fel` : undefined}
              />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** The heads of the four columns. */
export type CompareColumns = {
  readonly skrev: string;
  readonly register: string;
  readonly räknat: string;
  readonly godkänt: string;
};

const defaultColumns: CompareColumns = {
  skrev: 'Ansökt',
  register: 'Register',
  räknat: 'Beräknat',
  godkänt: 'Godkänt',
};

/**
 * The caseworker's calculation: what was written, what the registers say, what the rules give, what is approved. A
 * difference between the first two is marked with a word; an approved amount that differs from the calculated one asks
 * for its reason on the row under.
 */
export function CompareTable({
  id,
  caption,
  sections,
  total,
  columns = defaultColumns,
}: {
  id: string;
  caption: string;
  sections: readonly CompareSection[];
  total?: { readonly text: string; readonly räknat?: CompareCell; readonly godkänt: CompareCell } | undefined;
  columns?: CompareColumns | undefined;
}) {
  return (
    <div class="scroll cmp-scroll" tabindex={0} role="region" aria-labelledby={`${id}-rubrik`}>
      <table class="cmp">
        <caption class="vh" id={`${id}-rubrik`}>
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">Kronor per månad</th>
            <th scope="col" class="num">
              {columns.skrev}
            </th>
            <th scope="col" class="num">
              {columns.register}
            </th>
            <th scope="col" class="num">
              {columns.räknat}
            </th>
            <th scope="col" class="num ok">
              {columns.godkänt}
            </th>
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody>
            <tr class="sec-h">
              <th colspan={5} scope="rowgroup">
                {section.heading}
              </th>
            </tr>
            {section.rows.map((row) => (
              <Row row={row} columns={columns} />
            ))}
            {section.sum ? (
              <tr class="sum">
                <th scope="row">{section.sum.text}</th>
                <td></td>
                <td></td>
                <td class="num">
                  <Amount cell={section.sum.räknat} />
                </td>
                <td class="num ok">
                  <Amount cell={section.sum.godkänt} />
                </td>
              </tr>
            ) : null}
          </tbody>
        ))}
        {total ? (
          <tfoot>
            <tr class="grand">
              <th scope="row">{total.text}</th>
              <td></td>
              <td></td>
              <td class="num">
                <Amount cell={total.räknat} />
              </td>
              <td class="num ok">
                <Amount cell={total.godkänt} />
              </td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
