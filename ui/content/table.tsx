import type { Child } from 'hono/jsx';

/** A column: its head and whether it holds numbers (right-aligned, unit in the head). */
export type Column = {
  readonly head: string;
  readonly num?: boolean | undefined;
  /** A second line of the head. */
  readonly sub?: string | undefined;
};

export type TableProps = {
  readonly id: string;
  readonly caption: Child;
  /** The caption is read out but not seen, when a heading above says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column[];
  /** The first cell of each row is its head, unless it is empty. */
  readonly rows: readonly (readonly Child[])[];
  readonly foot?: readonly Child[] | undefined;
  /** `list`: becomes a list on a narrow screen (citizen pages); `scroll`: scrolls inside its own frame (workbench). */
  readonly narrow: 'list' | 'scroll';
};

/** A table. */
export function Table({ id, caption, captionHidden, columns, rows, foot, narrow }: TableProps) {
  const role = (name: string): string | undefined => (narrow === 'list' ? name : undefined);
  const cells = (row: readonly Child[]) =>
    row.map((cell, i) => {
      const column = columns[i];
      const cls = column?.num ? 'num' : undefined;
      return i === 0 && cell !== '' ? (
        <th scope="row" role={role('rowheader')} class={cls}>
          {cell}
        </th>
      ) : (
        <td class={cls} role={role('cell')} data-l={column?.head}>
          {cell}
        </td>
      );
    });
  const table = (
    // Roles are written out because display: block takes a table's own away.
    <table class={narrow === 'list' ? 'cards' : undefined} role={role('table')}>
      <caption class={captionHidden ? 'vh' : undefined} id={`${id}-rubrik`}>
        {caption}
      </caption>
      <thead role={role('rowgroup')}>
        <tr role={role('row')}>
          {columns.map((column) => (
            <th scope="col" role={role('columnheader')} class={column.num ? 'num' : undefined}>
              {column.head}
              {column.sub ? (
                <>
                  <br />
                  {column.sub}
                </>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role('rowgroup')}>
        {rows.map((row) => (
          <tr role={role('row')}>{cells(row)}</tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot role={role('rowgroup')}>
          <tr role={role('row')}>{cells(foot)}</tr>
        </tfoot>
      ) : null}
    </table>
  );
  return narrow === 'list' ? (
    table
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-labelledby={`${id}-rubrik`}>
      {table}
    </div>
  );
}
