/** The mark of Stegvis: two steps of a stair. Decoration; the name stands beside it. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="mark-a" d="M3 27h9v-8h8" fill="none" stroke-width="5" />
      <path class="mark-b" d="M17.5 19h2.5v-8h9" fill="none" stroke-width="5" />
    </svg>
  );
}
