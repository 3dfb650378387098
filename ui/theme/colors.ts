/**
 * The colours of the theme by role, as [light, dark]. Components use the roles (`var(--st-page)`); only this file
 * holds values. Every text pair is at least 4.5:1 and body text at least 7:1; `colors.test.ts` measures them.
 * The brand is Enbär (a deep petrol) on a warm paper neutral; Havtorn (amber) for what needs attention, Mossa (green)
 * for what is done, Lingon (red) for errors only.
 */
export const colors = {
  page: ['#ffffff', '#101618'],
  tint: ['#f8f7f4', '#171d1f'],
  surface: ['#ffffff', '#191e21'],
  'surface-2': ['#f2f0ec', '#22282b'],
  'surface-hover': ['#e8e6e0', '#2b3134'],
  line: ['#d8d6cf', '#3a4144'],
  control: ['#7b7972', '#80888b'],
  text: ['#1b2528', '#e7eef1'],
  muted: ['#4f585c', '#b5bcbe'],
  brand: ['#145662', '#94c4cf'],
  'brand-hover': ['#004753', '#a9d3dc'],
  'on-brand': ['#ffffff', '#041114'],
  'brand-text': ['#245e6a', '#9bc2cb'],
  'brand-tint': ['#e5f1f4', '#13292e'],
  'brand-line': ['#b0d3dc', '#274a51'],
  link: ['#145662', '#94c4cf'],
  ok: ['#3b612d', '#a7c59e'],
  'ok-tint': ['#e8f2e5', '#1b2a16'],
  'ok-line': ['#618b52', '#6a8f5d'],
  warn: ['#7a4900', '#d6b48a'],
  'warn-tint': ['#f9ecdd', '#332109'],
  'warn-line': ['#a7701e', '#a67a3f'],
  bad: ['#9b2130', '#e7a8a7'],
  'bad-tint': ['#ffe6e5', '#3a1a1b'],
  'bad-line': ['#a11e30', '#efa3a3'],
  'focus-inner': ['#ffd27a', '#15181a'],
  'focus-outer': ['#1b2528', '#ffd27a'],
  shell: ['#0e3a45', '#0d2a32'],
  'shell-text': ['#ffffff', '#eef5f7'],
  'shell-subtle': ['#c3dbe2', '#a9c6ce'],
  'shell-focus': ['#ffd27a', '#ffd27a'],
  mark: ['#f3a52b', '#f0b455'],
  'chart-1': ['#135665', '#92c4d2'],
  'chart-2': ['#a15c00', '#e5a95a'],
  'chart-3': ['#76517f', '#c9a3d3'],
  'chart-4': ['#58702a', '#a9c07a'],
  'chart-grid': ['#e2e0da', '#333a3d'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** The name of a colour role. */
export type ColorRole = keyof typeof colors;

const declarations = (scheme: 0 | 1): string => {
  const lines = Object.entries(colors).map(([role, pair]) => `--st-${role}: ${pair[scheme]};`);
  return `${lines.join(' ')} color-scheme: ${scheme === 0 ? 'light' : 'dark'};`;
};

/**
 * The roles as CSS custom properties: light by default, dark when the person's system asks for it, and either one when
 * `data-color-scheme` says so on the root or on any element inside the page.
 */
export function colorCss(): string {
  return [
    `:root, [data-color-scheme="light"] { ${declarations(0)} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-color-scheme="light"]) { ${declarations(1)} } }`,
    `[data-color-scheme="dark"] { ${declarations(1)} }`,
    // Paper is white whatever the screen is.
    `@media print { :root, :root:not([data-color-scheme="light"]), [data-color-scheme] { ${declarations(0)} } }`,
  ].join('\n');
}
