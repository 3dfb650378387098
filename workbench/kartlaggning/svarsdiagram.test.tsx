import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SKYDDAD } from '@stegvis/statistics';
import { Svarsdiagram } from './svarsdiagram.tsx';

const fråga = (rader: readonly (readonly [string, ...(number | typeof SKYDDAD)[]])[]) => ({
  fråga: 'Vad vill du?',
  flera: false,
  rader: rader.map(([val, ...tal]) => ({ val, tal })),
});

test('kvinnors och mäns svar står bredvid varandra med mening och tabell, och det dolda sägs skyddas', () => {
  const html = String(
    <Svarsdiagram
      id="d"
      fråga={fråga([
        ['Arbeta heltid', 80, 60, 20],
        ['Studera', 40, 35, SKYDDAD],
        ['Har svarat', 200, 100, 100],
      ])}
    />,
  );
  // 82/202 = 41 procent; 62/102 = 61 och 22/102 = 22; 37/102 = 36.
  assert.match(html, /Vanligast är ”Arbeta heltid”, ungefär 41 procent\. Störst skillnad: ”Arbeta heltid”/);
  assert.match(html, /ungefär 61 procent av kvinnorna och 22 procent av männen/);
  assert.match(html, /class="lab halo"[^>]*>36</);
  assert.match(html, />skyddas</);
  assert.match(html, /<th scope="row"[^>]*>Studera<\/th>/);
});

test('utan två visade andelar ritas inget', () => {
  const html = String(
    <Svarsdiagram
      id="d"
      fråga={fråga([
        ['Ja', 5, SKYDDAD, SKYDDAD],
        ['Har svarat', 5, SKYDDAD, SKYDDAD],
      ])}
    />,
  );
  assert.match(html, /Inget diagram/);
  assert.doesNotMatch(html, /<svg/);
});
