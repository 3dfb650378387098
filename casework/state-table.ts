/** A state machine as a table in Markdown: one row per status, with what may happen in it and where it leads. */
export function stateTable(machine: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const rows = Object.entries(machine).map(([status, transitions]) => {
    const happens = Object.entries(transitions).map(([transition, next]) => `${transition} → ${next}`);
    return `| ${status} | ${happens.join('<br>') || 'inget mer'} |`;
  });
  return ['| status | vad som kan hända |', '|---|---|', ...rows].join('\n');
}
