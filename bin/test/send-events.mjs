// Reporter for node:test: sends what happens to the process that started the tests, and prints nothing.
import { inspect } from 'node:util';

export default async function* sendEvents(events) {
  for await (const { type, data } of events) {
    if (!process.send) continue;
    // Outcomes come in the order of the files; these two come when they happen.
    if (type === 'test:dequeue') process.send({ type: 'start', ...place(data) });
    if (type === 'test:complete') process.send({ type: 'stop', ...place(data) });
    if (type === 'test:pass' || type === 'test:fail') process.send(outcome(type === 'test:pass', data));
    if (type === 'test:summary') process.send({ type: 'end' });
    if (type === 'test:interrupted') process.send({ type: 'end' });
  }
  yield '';
}

function place({ name, file, line }) {
  return { name, file, line };
}

function outcome(passed, data) {
  const { skip, todo, details } = data;
  const error = details?.error;
  const reason = skip ?? todo;
  return {
    type: 'outcome',
    ...place(data),
    isSuite: details?.type === 'suite',
    passed,
    notRun: reason === undefined || typeof reason === 'string' ? reason : todo ? 'to do' : 'no reason given',
    onlyInside: error?.failureType === 'subtestsFailed',
    fault: error ? inspect(error.cause ?? error, { depth: 6 }) : undefined,
  };
}
