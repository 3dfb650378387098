import { köaAviseringar } from './avisera.ts';
import { bevakaÅterkrav } from './bevaka-aterkrav.ts';
import { bevakaKompletteringar } from './bevaka-kompletteringar.ts';
import { bevakaUnderskrifter } from './bevaka-underskrifter.ts';
import { gallraRåaRegistersvar } from './gallra-raa-registersvar.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Everything that happens because time has passed. */
export const TIDSSTYRDA: readonly Tidsstyrd[] = [
  bevakaUnderskrifter,
  bevakaKompletteringar,
  bevakaÅterkrav,
  köaAviseringar,
  gallraRåaRegistersvar,
];
