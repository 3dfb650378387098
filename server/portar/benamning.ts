/** What a household is called in lists; a protected person's name is never given. */
export function benämning(
  personer: readonly { readonly förnamn: string; readonly efternamn: string; readonly skyddad: boolean }[],
): string {
  if (personer.some((p) => p.skyddad)) return 'Skyddad person';
  return personer.map((p) => `${p.förnamn} ${p.efternamn}`.trim() || 'Namn saknas').join(' och ');
}
