import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** No browser, and none could be installed. The message is a Swedish text that says what to do. */
export class ChromiumMissing extends Error {}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium for the browser tests: the one in `CHROMIUM_PATH`, an installed one, or Debian's, which is then
 * installed with apt-get (as root or with sudo).
 *
 * @throws ChromiumMissing
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) {
    throw new ChromiumMissing(`CHROMIUM_PATH är ${named}, men där finns inget program. Rätta eller ta bort variabeln.`);
  }
  const found = named ?? firstInstalled();
  if (found) return found;
  installWithApt();
  const installed = firstInstalled();
  if (installed) return installed;
  throw new ChromiumMissing(
    'Webbläsarproven behöver Chromium, och det gick inte att installera det härifrån. ' +
      'Installera det (Debian och Ubuntu: sudo apt-get install chromium) eller ange en webbläsare i CHROMIUM_PATH.',
  );
}

function firstInstalled(): string | undefined {
  return usualPlaces.find((place) => existsSync(place));
}

function installWithApt(): void {
  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo', '--non-interactive'];
  const aptGet = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  if (spawnSync('which', ['apt-get']).status !== 0) return;
  process.stderr.write('Installerar Chromium för webbläsarproven (en gång, ungefär 20 sekunder) …\n');
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command, ...rest] = [...aptGet, '--quiet=2', ...step];
    const outcome = spawnSync(command as string, rest, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (outcome.status === 0) continue;
    process.stderr.write(outcome.stderr ?? '');
    return;
  }
}
