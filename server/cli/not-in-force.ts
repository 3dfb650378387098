import { NotInForce } from '@stegvis/engine';
import { notInForceText } from '../not-in-force-text.ts';
import type { Answer } from './json-lines.ts';

/** The value as an answer; a NotInForce becomes the sentence that says which rule or amount is missing and what is awaited. */
export function tryInForce(value: () => unknown): Answer {
  try {
    return { kind: 'answer', value: value() };
  } catch (fault) {
    if (!(fault instanceof NotInForce)) throw fault;
    return { kind: 'not-in-force', text: notInForceText(fault) };
  }
}
