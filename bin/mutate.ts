// npm run mutate -- engine | rules: changes the room's code a little at a time and sees whether a test notices.
// Stryker is fetched by npx when it is asked for: 186 packages that nothing else needs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const version = '10.0.0';
const room = process.argv[2];
if (room !== 'engine' && room !== 'rules') {
  console.error('Ange vilket rum som ska prövas: npm run mutate -- engine eller npm run mutate -- rules.');
  process.exit(2);
}
const packages = ['core', 'tap-runner'].map((name) => `--package=@stryker-mutator/${name}@${version}`);
const ran = spawnSync('npx', ['--yes', ...packages, 'stryker', 'run', ...process.argv.slice(3)], {
  stdio: 'inherit',
  // The tests are run by the Node that runs this, not by the older one that npx may find first.
  env: {
    ...process.env,
    MUTATE_ROOM: room,
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
  },
});
process.exitCode = ran.status ?? 1;
