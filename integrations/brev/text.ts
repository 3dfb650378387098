const dag = new Intl.DateTimeFormat('sv-SE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Stockholm',
});
const klockslag = new Intl.DateTimeFormat('sv-SE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Stockholm',
});

/** A date or an instant in words: `onsdag 25 november 2026`. */
export function dagtext(iso: string): string {
  return dag.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso));
}

/** An instant in words: `onsdag 25 november 2026 klockan 14.05`. */
export function tidtext(iso: string): string {
  return `${dagtext(iso)} klockan ${klockslag.format(new Date(iso)).replace(':', '.')}`;
}

/** A name or a title inside a sentence: `Socialnämnden` → `socialnämnden`; `IFO-chef` stays. */
export function mittIMeningen(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}
