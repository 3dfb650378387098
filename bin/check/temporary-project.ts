import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { ProjectFiles } from './project-files.ts';

/** For the checks' own tests: a project made of the given texts, removed after the test. */
export function temporaryProject(t: TestContext, texts: Record<string, string>): ProjectFiles {
  const root = mkdtempSync(path.join(tmpdir(), 'stegvis-check-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return new ProjectFiles(root, Object.keys(texts));
}
