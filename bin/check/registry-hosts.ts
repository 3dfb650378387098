import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';

/** Where packages come from is each machine's own setting: no lockfile, npm setting or text names such a host. */
export function checkRegistryHosts(files: ProjectFiles): Fault[] {
  const faults: Fault[] = [];
  for (const file of files.paths) {
    if (/(^|\/)\.npmrc$/.test(file)) faults.push({ place: file, text: 'registry settings belong to the machine' });
    if (!/\.(json|ya?ml|toml|md|m?js|tsx?|sh|txt)$/.test(file) && !file.startsWith('.ci/')) continue;
    files
      .text(file)
      .split('\n')
      .forEach((line, index) => {
        const place = `${file}:${index + 1}`;
        if (/"resolved": "https?:/.test(line))
          faults.push({ place, text: 'npm config set omit-lockfile-registry-resolved true' });
        else if (/\bregistry=|\/\/[\w.-]*(registry|artifactory|verdaccio|nexus)[\w.-]*/i.test(line)) {
          faults.push({ place, text: 'names a package registry' });
        }
      });
  }
  return faults;
}
