import { useTexts } from '../texts.ts';

/** Where the page is: links to the pages above it; the page itself is last, without link. */
export function Breadcrumb({
  items,
  here,
}: {
  items: readonly { readonly href: string; readonly label: string }[];
  here?: string | undefined;
}) {
  const texts = useTexts();
  return (
    <nav class="crumbs" aria-label={texts.breadcrumb}>
      <ol>
        {items.map((item) => (
          <li>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
        {here ? (
          <li class="muted" aria-current="page">
            {here}
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

/** Links to the pages of a long list: first, last, and those around the current one. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const texts = useTexts();
  if (pages <= 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((n) => n >= 1 && n <= pages)
    .sort((a, b) => a - b);
  return (
    <nav class="pages" aria-label={texts.pages}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              {texts.previous}
            </a>
          </li>
        ) : null}
        {shown.map((n, i) => (
          <>
            {i > 0 && n - (shown[i - 1] ?? n) > 1 ? (
              <li class="gap" aria-hidden="true">
                …
              </li>
            ) : null}
            <li>
              <a href={href(n)} aria-label={texts.page(n)} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            </li>
          </>
        ))}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {texts.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
