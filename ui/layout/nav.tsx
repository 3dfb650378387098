import type { Child } from 'hono/jsx';

/** An entry of a menu or a row of tabs. */
export type NavItem = {
  readonly href: string;
  readonly label: Child;
  readonly current?: boolean | undefined /** How many there are to see to. */;
  readonly count?: number | undefined;
};

/** Links as tabs: the parts of a page or of a case. Each is a page of its own, so it works without script. */
export function Tabs({ items, label }: { items: readonly NavItem[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span class="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
