import type { Migration } from 'kysely/migration';
import { foundation } from './0001-foundation.ts';
import { ramar } from './0002-ramar.ts';
import { register } from './0003-register.ts';
import { ansökan } from './0004-ansokan.ts';
import { dokument } from './0005-dokument.ts';
import { minaSidor } from './0006-mina-sidor.ts';
import { beslut } from './0007-beslut.ts';
import { handläggning } from './0008-handlaggning.ts';
import { betalning } from './0009-betalning.ts';
import { överklagande } from './0010-overklagande.ts';
import { automatik } from './0011-automatik.ts';
import { kvitto } from './0012-kvitto.ts';
import { personhändelse } from './0013-personhandelse.ts';
import { aktivitetskrav } from './0014-aktivitetskrav.ts';
import { bedömningOchSpår } from './0015-bedomning-och-spar.ts';
import { plan } from './0016-plan.ts';
import { insats } from './0017-insats.ts';
import { deltagande } from './0018-deltagande.ts';
import { nedsättning } from './0019-nedsattning.ts';
import { uppföljning } from './0020-uppfoljning.ts';
import { stegOchSamordning } from './0021-steg-och-samordning.ts';
import { statistik } from './0022-statistik.ts';
import { handläggningstid } from './0023-handlaggningstid.ts';
import { uttag } from './0024-uttag.ts';
import { jämförelse } from './0025-jamforelse.ts';
import { utlämning } from './0026-utlamning.ts';
import { kvalitetOchKartläggning } from './0027-kvalitet-och-kartlaggning.ts';
import { körning } from './0028-korning.ts';
import { vägensLuckor } from './0031-vagens-luckor.ts';
import { vägenOchSjälvförsörjning } from './0032-vagen-och-sjalvforsorjning.ts';
import { granskningslogg } from './0033-granskningslogg.ts';

/** Every migration by name, in the order of the names. A migration that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0003-register': register,
  '0002-ramar': ramar,
  '0004-ansokan': ansökan,
  '0005-dokument': dokument,
  '0006-mina-sidor': minaSidor,
  '0007-beslut': beslut,
  '0008-handlaggning': handläggning,
  '0009-betalning': betalning,
  '0010-overklagande': överklagande,
  '0011-automatik': automatik,
  '0012-kvitto': kvitto,
  '0013-personhandelse': personhändelse,
  '0014-aktivitetskrav': aktivitetskrav,
  '0016-plan': plan,
  '0017-insats': insats,
  '0018-deltagande': deltagande,
  '0019-nedsattning': nedsättning,
  '0015-bedomning-och-spar': bedömningOchSpår,
  '0020-uppfoljning': uppföljning,
  '0021-steg-och-samordning': stegOchSamordning,
  '0022-statistik': statistik,
  '0023-handlaggningstid': handläggningstid,
  '0026-utlamning': utlämning,
  '0025-jamforelse': jämförelse,
  '0028-korning': körning,
  '0027-kvalitet-och-kartlaggning': kvalitetOchKartläggning,
  '0024-uttag': uttag,
  '0031-vagens-luckor': vägensLuckor,
  '0032-vagen-och-sjalvforsorjning': vägenOchSjälvförsörjning,
  '0033-granskningslogg': granskningslogg,
};
