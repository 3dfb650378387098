import { köaAviseringar } from './avisera.ts';
import { bevakaÅterkrav } from './bevaka-aterkrav.ts';
import { bevakaKompletteringar } from './bevaka-kompletteringar.ts';
import { bevakaUnderskrifter } from './bevaka-underskrifter.ts';
import { påminnOmMöten, öppnaVägarIgen } from './folj-upp-moten.ts';
import { gallraRåaRegistersvar } from './gallra-raa-registersvar.ts';
import { gallraUtlämningar } from './gallra-utlamningar.ts';
import { görUttag } from './gor-uttag.ts';
import { hämtaKoladaVarjeMånad } from './hamta-kolada.ts';
import { gallraKörningar } from './korning.ts';
import { görUnderlagVarjeNatt } from './statistikunderlag/gor-underlag-varje-natt.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';
import { prövaUppgifterTillArbetsförmedlingen } from './underratta-arbetsformedlingen.ts';

/** Everything that happens because time has passed. */
export const TIDSSTYRDA: readonly Tidsstyrd[] = [
  bevakaUnderskrifter,
  bevakaKompletteringar,
  bevakaÅterkrav,
  påminnOmMöten,
  öppnaVägarIgen,
  köaAviseringar,
  gallraRåaRegistersvar,
  gallraKörningar,
  gallraUtlämningar,
  prövaUppgifterTillArbetsförmedlingen,
  görUnderlagVarjeNatt,
  hämtaKoladaVarjeMånad,
  görUttag,
];
