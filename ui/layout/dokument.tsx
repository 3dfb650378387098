import type { Child } from 'hono/jsx';
import { type AssetName, assetPath } from '../assets.ts';
import { useTexts } from '../texts.ts';
import { Övningsmärke } from './ovning.tsx';

/** Whether the person has chosen a colour scheme; otherwise the system decides. */
export type ColorScheme = 'light' | 'dark';

export type DokumentProps = {
  /** What the page is, most particular first; the layouts add the site's name. */
  readonly title: string;
  /** The form came back with faults: the title begins with "Fel: ". */
  readonly fel?: boolean | undefined;
  readonly colorScheme?: ColorScheme | undefined;
  readonly children: Child;
};

/** The HTML document: head, style sheet and script of the density, and nothing inline, so that a strict CSP holds. */
export function Dokument(
  props: DokumentProps & {
    readonly density: 'citizen' | 'workbench';
    readonly style?: AssetName;
    readonly script?: AssetName;
  },
) {
  const texts = useTexts();
  return (
    <html lang={texts.lang} dir={texts.dir} data-color-scheme={props.colorScheme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>
          {props.fel ? texts.fel : ''}
          {props.title}
        </title>
        <link rel="icon" href={assetPath('icon.svg')} />
        <link rel="stylesheet" href={assetPath(props.style ?? `${props.density}.css`)} />
        <script type="module" src={assetPath(props.script ?? `${props.density}.js`)}></script>
      </head>
      <body data-density={props.density}>
        <a class="skip" href="#innehall">
          {texts.skip}
        </a>
        <Övningsmärke />
        {props.children}
      </body>
    </html>
  );
}

/** The page as the text to send, with its doctype. */
export async function dokument(page: Child): Promise<string> {
  return `<!doctype html>${await Promise.resolve(page)}`;
}
