import { useTexts } from '../texts.ts';
import { klockslag } from '../values/datum.ts';

/**
 * Whether what was written is saved, in words that stay. One for each form with `data-autosave="<address>"`; the island
 * `autosave` changes it. `savedAt` is the ISO moment of the last save, `failed` a save that did not go through.
 */
export function AutosaveStatus({ savedAt, failed }: { savedAt?: string | undefined; failed?: boolean | undefined }) {
  const texts = useTexts();
  const state = failed ? 'failed' : savedAt ? 'saved' : 'idle';
  const words = failed ? texts.savedNot : savedAt ? texts.saved(klockslag(savedAt)) : texts.saveIdle;
  const island = JSON.stringify({ saved: texts.saved('{tid}'), savedNot: texts.savedNot });
  return (
    <div class="saved" data-save-status data-state={state} data-texts={island}>
      <span class="saved-text" role="status" data-save-text>
        {words}
      </span>
      <button class="plain-btn" type="button" data-save-retry data-needs-script={failed} hidden>
        {texts.retry}
      </button>
    </div>
  );
}
