/** A value in the facts; undefined where any step of the path is absent. */
export function readPath(facts: Record<string, unknown>, path: readonly string[]): unknown {
  let at: unknown = facts;
  for (const key of path) {
    if (at === undefined || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at ?? undefined;
}
