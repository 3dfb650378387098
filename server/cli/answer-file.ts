import { readArguments } from './arguments.ts';
import { type Answer, answerLines } from './json-lines.ts';
import { readJsonFile } from './read-file.ts';
import { type Exit, exit, type Terminal } from './terminal.ts';

/**
 * Answers for one file, printed as text or (with `--json` or `--kort`) as one JSON object; or, for `-`, for every line on standard
 * input as JSON. Faults go to standard error, one a line with file and place.
 */
export async function answerFile(command: {
  readonly args: readonly string[];
  readonly terminal: Terminal;
  readonly usage: string;
  /** Options besides the file, e.g. `json`: one JSON object instead of text. */
  readonly options: readonly string[];
  readonly answer: (json: unknown, options: ReadonlySet<string>) => Answer;
  /** The answer as text. */
  readonly print: (value: unknown) => string;
}): Promise<Exit> {
  const { terminal } = command;
  const asked = readArguments(command.args, command.usage, command.options);
  if (!asked.ok) {
    await terminal.err(`${asked.text}\n`);
    return exit.badInput;
  }
  const answer = (json: unknown) => command.answer(json, asked.options);
  if (asked.file === '-') return answerLines(terminal, answer);
  const read = await readJsonFile(asked.file);
  if (!read.ok) {
    await terminal.err(`${read.text}\n`);
    return exit.badInput;
  }
  const got = answer(read.value);
  switch (got.kind) {
    case 'answer':
      await terminal.out(
        asked.options.has('json') || asked.options.has('kort')
          ? `${JSON.stringify(got.value)}\n`
          : command.print(got.value),
      );
      return got.failed ? exit.failed : exit.ok;
    case 'faults':
      await terminal.err(got.fel.map(({ plats, text }) => `${asked.file}: ${plats}: ${text}\n`).join(''));
      return exit.badInput;
    case 'not-in-force':
      await terminal.err(`${asked.file}: ${got.text}\n`);
      return exit.notInForce;
  }
}
