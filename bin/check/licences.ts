import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';

/** Licences that may be combined with EUPL-1.2 in what is handed on: permissive ones, and for fonts the OFL. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
]);

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

/** Every package that runs in production, for every platform, has a licence on the list. Read from the lockfiles. */
export function checkLicences(files: ProjectFiles): Fault[] {
  const faults: Fault[] = [];
  for (const lockfile of ['package-lock.json', 'runtime/package-lock.json']) {
    const { packages } = JSON.parse(files.text(lockfile)) as { packages: Record<string, LockedPackage> };
    for (const [place, { version, license, dev, link }] of Object.entries(packages)) {
      if (!place.includes('node_modules/') || dev || link || isAllowed(license)) continue;
      const name = `${place.split('node_modules/').at(-1)}@${version}`;
      faults.push({
        place: lockfile,
        text: `${name} has the licence ${license ?? '(none stated)'}, which is not on the list`,
      });
    }
  }
  return faults;
}

/** An SPDX expression is allowed where one side of each OR is, and both sides of each AND. */
export function isAllowed(expression: string | undefined): boolean {
  if (!expression) return false;
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes('(')) return false;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}
