import type { Child } from 'hono/jsx';
import { useTexts } from '../texts.ts';
import { Dokument, type DokumentProps } from './dokument.tsx';
import { Logo } from './logo.tsx';
import type { NavItem } from './nav.tsx';

export type ArbetsSidaProps = DokumentProps & {
  readonly municipality: string;
  readonly nav: readonly NavItem[];
  readonly homeHref?: string | undefined;
  /** The address the search form is posted to, with `q`: what is searched for never stands in an address. */
  readonly searchAction?: string | undefined;
  readonly searchValue?: string | undefined;
  /** The name of who is logged in; the title is read on hover. */
  readonly user?: Child;
  readonly userTitle?: string | undefined;
  readonly logOutHref?: string | undefined;
  readonly logOutFields?: Readonly<Record<string, string>> | undefined;
  /** `DecisionBar`, `KeyboardHelp`, `SessionWarning`: after the main part. */
  readonly after?: Child;
};

/** A page for the staff: dark bar with menu, search and user; dense content. */
export function ArbetsSida(props: ArbetsSidaProps) {
  const texts = useTexts();
  return (
    <Dokument {...props} density="workbench" title={`${props.title} – Stegvis – ${props.municipality}`}>
      <header class="wb-head">
        <div class="wrap">
          <a class="brand" href={props.homeHref ?? '/'}>
            <Logo />
            <span>
              <b>Stegvis</b>
            </span>
          </a>
          <nav class="wb-nav" aria-label={texts.menu}>
            <ul>
              {props.nav.map((item) => (
                <li>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="wb-user">
            {props.searchAction ? (
              <form class="wb-search" role="search" method="post" action={props.searchAction}>
                <label class="vh" for="sok">
                  {texts.search}
                </label>
                <input
                  class="input"
                  id="sok"
                  name="q"
                  type="search"
                  value={props.searchValue ?? ''}
                  placeholder={`${texts.search} ( / )`}
                  autocomplete="off"
                  data-search
                  aria-keyshortcuts="/"
                />
              </form>
            ) : null}
            {props.user ? (
              <span class="who" title={props.userTitle}>
                {props.user}
              </span>
            ) : null}
            {props.logOutHref ? (
              <form action={props.logOutHref} method="post">
                {Object.entries(props.logOutFields ?? {}).map(([name, value]) => (
                  <input type="hidden" name={name} value={value} />
                ))}
                <button class="plain-btn" type="submit">
                  {texts.logOut}
                </button>
              </form>
            ) : null}
          </div>
        </div>
      </header>
      <main id="innehall" class="wrap wb-main" tabindex={-1}>
        {props.children}
      </main>
      {props.after}
    </Dokument>
  );
}
