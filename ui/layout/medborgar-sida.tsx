import type { Child } from 'hono/jsx';
import { ogranskat, SPRÅK, språket, t } from '../sprak/sprak.ts';
import { useTexts } from '../texts.ts';
import { Dokument, type DokumentProps } from './dokument.tsx';
import { Logo } from './logo.tsx';
import { type NavItem, Tabs } from './nav.tsx';

/** Who the citizen meets. */
export type Municipality = {
  readonly name: string;
  readonly service?: string | undefined;
  readonly homeHref?: string | undefined /** For example "Ring oss: 0000-12 34 56, vardagar 9–15". */;
  readonly contact?: Child;
};

export type MedborgarSidaProps = DokumentProps & {
  readonly municipality: Municipality;
  readonly nav?: readonly NavItem[] | undefined;
  /** Where "Logga ut" posts; left out when nobody is logged in. */
  readonly logOutHref?: string | undefined;
  /** Where the quick exit leads: somewhere harmless outside the service. */
  readonly quickExitHref?: string | undefined;
  readonly accessibilityHref?: string | undefined;
  readonly privacyHref?: string | undefined;
  /** `SessionWarning`, last in the page. */
  readonly session?: Child;
  /** Fields that the log-out form needs, for example a token. */
  readonly logOutFields?: Readonly<Record<string, string>> | undefined;
};

/** A page for the applicant: header with the municipality, menu, languages, quick exit, footer with contact. */
export function MedborgarSida(props: MedborgarSidaProps) {
  const texts = useTexts();
  const { municipality } = props;
  const service = municipality.service ?? t('Ekonomiskt bistånd');
  return (
    <Dokument {...props} density="citizen" title={[...new Set([props.title, service, municipality.name])].join(' – ')}>
      <header class="cz-head">
        <div class="wrap">
          <a class="brand" href={municipality.homeHref ?? '/'}>
            <Logo />
            <span>
              <b>{municipality.name}</b>
              <span>{service}</span>
            </span>
          </a>
          <div class="cz-tools">
            <a href="#sprak">{texts.language}</a>
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
            {props.quickExitHref ? (
              <a class="exit" href={props.quickExitHref} rel="noreferrer">
                {texts.quickExit}
              </a>
            ) : null}
          </div>
        </div>
      </header>
      {props.nav ? (
        <div class="cz-nav">
          <div class="wrap">
            <Tabs items={props.nav} label={texts.menu} />
          </div>
        </div>
      ) : null}
      {ogranskat() ? (
        <aside class="banner" aria-label={texts.language}>
          <div class="wrap">
            <p>{t('Översättningen är inte granskad av en översättare. Är något oklart gäller den svenska texten.')}</p>
          </div>
        </aside>
      ) : null}
      <main id="innehall" class="wrap cz-main" tabindex={-1}>
        {props.children}
      </main>
      <footer class="cz-foot">
        <div class="wrap">
          <nav id="sprak" aria-label={texts.language}>
            <ul>
              {Object.entries(SPRÅK).map(([kod, { namn, lang, dir }]) => (
                <li>
                  <a
                    href={`?sprak=${kod}`}
                    lang={lang}
                    hreflang={lang}
                    dir={dir}
                    aria-current={kod === språket() ? 'true' : undefined}
                  >
                    {namn}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            {municipality.contact ? <p class="muted">{municipality.contact}</p> : null}
            <ul>
              {props.accessibilityHref ? (
                <li>
                  <a href={props.accessibilityHref}>{texts.accessibility}</a>
                </li>
              ) : null}
              {props.privacyHref ? (
                <li>
                  <a href={props.privacyHref}>{texts.privacy}</a>
                </li>
              ) : null}
            </ul>
          </div>
        </div>
      </footer>
      {props.session}
    </Dokument>
  );
}

/** A public page without menu: log in, provberäkning, messages. */
export function EnkelSida(props: Omit<MedborgarSidaProps, 'nav' | 'session' | 'logOutHref'>) {
  return <MedborgarSida {...props} />;
}
