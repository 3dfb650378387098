import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ColorRole, colors } from './colors.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const pairs: readonly [least: number, front: readonly ColorRole[], back: readonly ColorRole[]][] = [
  [7, ['text'], ['page', 'tint', 'surface', 'surface-2', 'brand-tint', 'ok-tint', 'warn-tint', 'bad-tint']],
  [4.5, ['muted'], ['page', 'tint', 'surface', 'surface-2', 'brand-tint', 'warn-tint']],
  [4.5, ['link', 'brand', 'brand-text'], ['page', 'tint', 'surface', 'brand-tint']],
  [4.5, ['on-brand'], ['brand', 'brand-hover']],
  [4.5, ['ok'], ['page', 'ok-tint']],
  [4.5, ['warn'], ['page', 'warn-tint']],
  [4.5, ['bad'], ['page', 'surface', 'bad-tint']],
  [4.5, ['shell-text', 'shell-subtle'], ['shell']],
  [4.5, ['chart-1', 'chart-2', 'chart-3', 'chart-4'], ['page', 'surface']],
  [3, ['control', 'warn-line', 'bad-line', 'ok-line'], ['page', 'surface']],
  [3, ['focus-outer'], ['page', 'tint', 'surface', 'brand-tint']],
  [3, ['shell-focus', 'mark'], ['shell']],
  [3, ['focus-outer'], ['focus-inner']],
];

for (const [i, scheme] of ['light', 'dark'].entries()) {
  test(`text, controls and lines can be told from their background in the ${scheme} scheme`, () => {
    for (const [least, fronts, backs] of pairs) {
      for (const front of fronts) {
        for (const back of backs) {
          const found = contrast(colors[front][i] as string, colors[back][i] as string);
          assert.ok(found >= least, `${front} on ${back}: ${found.toFixed(2)}:1, at least ${least}:1`);
        }
      }
    }
  });
}
