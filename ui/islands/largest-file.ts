/** Says at once that a chosen file is too large, before it is sent over a slow connection; the server refuses it anyway. */
export function largestFile(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
  const look = (input: HTMLInputElement): boolean => {
    const largest = Number(form.dataset.largestFile);
    const tooLarge = [...(input.files ?? [])].some((file) => file.size > largest);
    input.setCustomValidity(tooLarge ? (form.dataset.largestFileText ?? '') : '');
    return tooLarge;
  };
  for (const input of inputs)
    input.addEventListener('change', () => {
      if (look(input)) input.reportValidity();
    });
  form.addEventListener('submit', (event) => {
    const first = inputs.find(look);
    if (!first) return;
    event.preventDefault();
    first.reportValidity();
  });
}
