// Starts one of the project's programs: node bin/run.mjs server/main.ts [arguments].
// Plain JavaScript for Node 18 and newer, because it is what brings the newer Node.
// Standard output belongs to the program; whatever is said here goes to standard error, and only when there is work.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InstallationError, install } from './install.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [program, ...programArguments] = process.argv.slice(2);

let node;
try {
  if (!program) throw new InstallationError('Ange vilket program som ska startas, till exempel server/main.ts.');
  node = await install(root);
} catch (fault) {
  if (!(fault instanceof InstallationError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}

const child = spawn(
  node,
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    pathToFileURL(path.join(root, 'bin/tsx-hook.mjs')).href,
    path.resolve(root, program),
    ...programArguments,
  ],
  {
    stdio: 'inherit',
    // Compiled code is kept between runs, so that the command line answers quickly.
    env: { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/stegvis'), ...process.env },
  },
);

// Ctrl-C in a terminal reaches the program by itself; a second one from here would read as impatience.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGHUP'));

// npm runs scripts in a shell, and a shell that is ended does not pass the signal on.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || child.kill('SIGTERM'), 300).unref();
}

child.on('error', (fault) => {
  process.stderr.write(`Node gick inte att starta (${node}): ${fault.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  process.kill(process.pid, signal);
});
