import type { Fråga } from '../fraga.ts';
import { barn } from './barn.tsx';
import { boende } from './boende.tsx';
import { hushåll } from './hushall.tsx';
import { inkomster } from './inkomster.tsx';
import { konto } from './konto.tsx';
import { kostnader } from './kostnader.tsx';
import { övrigt } from './ovrigt.tsx';
import { tillgångar } from './tillgangar.tsx';

/** The journey, in the order it is asked. */
export const FRÅGOR: readonly Fråga[] = [hushåll, barn, boende, kostnader, inkomster, tillgångar, konto, övrigt];
