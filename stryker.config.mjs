// Mutation testing, for `npm run mutate -- engine` or `npm run mutate -- rules` (see bin/mutate.ts). Not part of npm test.
import { globSync } from 'node:fs';

const room = process.env.MUTATE_ROOM ?? 'engine';
const others = [
  'apply',
  'casework',
  'database',
  'docs',
  'integrations',
  'scenarios',
  'server',
  'statistics',
  'ui',
  'workbench',
  'runtime',
  '.data',
  '.git',
];

/** Tests on many thousands of random households: what they would notice, the tables of cases notice sooner. */
const slow = ['agreement.test.ts', 'types.test.ts', 'egenskaper.test.ts'];

/** What is not worth mutating: compiled law data, pictures' geometry, measurements, and what only re-exports. */
const left = {
  engine: [
    '!engine/bench/**',
    '!engine/invented-country/**',
    '!engine/index.ts',
    '!engine/version.ts',
    '!engine/picture.ts',
  ],
  rules: ['!rules/index.ts', '!rules/slump*.ts'],
};

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/tap-runner'],
  testRunner: 'tap',
  tap: {
    testFiles: globSync(`${room}/**/*.test.ts`).filter((file) => !slow.some((name) => file.endsWith(name))),
    nodeArgs: ['--test-reporter=tap', '--disable-warning=ExperimentalWarning', '-r', '{{hookFile}}', '{{testFile}}'],
    forceBail: true,
  },
  mutate: [`${room}/**/*.ts`, `!${room}/**/*.test.ts`, `!${room}/**/*.law.ts`, ...(left[room] ?? [])],
  ignorePatterns: [...others, 'stryker.config.mjs', 'reports'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `reports/mutation-${room}.json` },
  tempDirName: '.stryker-tmp',
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? 1),
  timeoutMS: 20_000,
  disableTypeChecks: false,
  // There is none of this name: Stryker would otherwise read ours with the TypeScript it does not have.
  tsconfigFile: 'no-tsconfig.json',
};
