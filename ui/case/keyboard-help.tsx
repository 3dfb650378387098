import { useTexts } from '../texts.ts';

/** The letters of the workbench. */
export const standardShortcuts = [
  { keys: ['J'], does: 'nästa rad' },
  { keys: ['K'], does: 'förra raden' },
  { keys: ['Enter'], does: 'öppna' },
  { keys: ['/'], does: 'sök' },
  { keys: ['?'], does: 'visa kortkommandon' },
] as const;

/** All shortcuts in a dialog that `?` opens, with a box that switches them off. Goes in `after` of `ArbetsSida`. */
export function KeyboardHelp({
  more = [],
}: {
  more?: readonly { readonly keys: readonly string[]; readonly does: string }[] | undefined;
}) {
  const texts = useTexts();
  return (
    <dialog id="kortkommandon" data-shortcuts aria-labelledby="kortkommandon-rubrik">
      <h2 id="kortkommandon-rubrik">{texts.shortcuts}</h2>
      <dl class="keys">
        {[...standardShortcuts, ...more].map((shortcut) => (
          <>
            <dt>
              {shortcut.keys.map((key) => (
                <>
                  <kbd>{key}</kbd>{' '}
                </>
              ))}
            </dt>
            <dd>{shortcut.does}</dd>
          </>
        ))}
      </dl>
      <div class="choice">
        <input type="checkbox" id="kortkommandon-pa" data-shortcuts-on checked />
        <label for="kortkommandon-pa">{texts.shortcutsOn}</label>
      </div>
      <form method="dialog">
        <button class="btn" type="submit">
          {texts.close}
        </button>
      </form>
    </dialog>
  );
}

/** The most used letters, under a list, with a button that shows all. */
export function KeyboardHint({
  more = [],
}: {
  more?: readonly { readonly keys: readonly string[]; readonly does: string }[] | undefined;
}) {
  const texts = useTexts();
  return (
    <p class="muted small noprint row keys-hint" data-needs-script hidden>
      {[...standardShortcuts.slice(0, 3), ...more].map((shortcut) => (
        <span>
          {shortcut.keys.map((key) => (
            <kbd>{key}</kbd>
          ))}{' '}
          {shortcut.does}
        </span>
      ))}
      <button class="plain-btn" type="button" data-open-dialog="kortkommandon">
        {texts.shortcuts}
      </button>
    </p>
  );
}
