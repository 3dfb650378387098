import { autosave } from './autosave.ts';
import { largestFile } from './largest-file.ts';
import { pageHabits } from './page-habits.ts';
import { session } from './session.ts';
import { whatIf } from './what-if.ts';

pageHabits();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-what-if]')) whatIf(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-largest-file]')) largestFile(form);
for (const notice of document.querySelectorAll<HTMLElement>('[data-session]')) session(notice);
