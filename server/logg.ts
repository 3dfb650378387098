/** One line of the server's log. Never holds personal data: routes are patterns, never addresses. */
export interface Loggrad {
  readonly händelse: string;
  readonly metod?: string;
  readonly rutt?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly spårnummer?: string;
  readonly fel?: string;
}

export type Logg = (rad: Loggrad) => unknown;

/** Writes one JSON object a line to standard error. */
export const jsonLogg: Logg = (rad) => {
  process.stderr.write(`${JSON.stringify({ tid: new Date().toISOString(), ...rad })}\n`);
};

/** The name and place of an error without its message, which may quote what a person wrote. */
export function felplats(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const own = frames.find((line) => !line.includes('node_modules') && !line.includes('node:')) ?? frames[0] ?? '';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code} ${own.trim().replace(/file:\/\/\S*?(?=\/[^/]+\/[^/]+\.tsx?)/, '')}`;
}
