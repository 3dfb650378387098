export { NotInForce } from '@stegvis/engine';
export { aktivitetsgränser } from './aktivitetskrav/aktivitetsgranser.ts';
export { aktivitetskrav } from './aktivitetskrav/aktivitetskrav.ts';
export { type Aktivitetsunderlag, aktivitetsunderlagsschema } from './aktivitetskrav/aktivitetsunderlag.ts';
export { type Kravmånader, kravfrån } from './aktivitetskrav/kravfran.ts';
export type { Kravvarning } from './aktivitetskrav/kravvarningar.ts';
export {
  type Intygsfråga,
  type Intygssvar,
  läkarintygKrävs,
  type Sjukdomshinder,
} from './aktivitetskrav/lakarintyg.ts';
export { type LästAktivitetsunderlag, läsAktivitetsunderlag } from './aktivitetskrav/las-aktivitetsunderlag.ts';
export {
  type PrövatAktivitetskrav,
  type PrövatUndantag,
  prövaAktivitetskrav,
} from './aktivitetskrav/prova-aktivitetskrav.ts';
export { type PrövadRehabilitering, prövaRehabilitering } from './aktivitetskrav/rehabilitering.ts';
export type { Tidssteg } from './aktivitetskrav/tidssteg.ts';
export { uppehållsveckorPerÅr } from './aktivitetskrav/uppehall.ts';
export { myndighetsålder, skolungdomTill, åldersgränser } from './alder/aldersgranser.ts';
export { NACKDELSGRUNDER, type Nackdelsgrund, ändringsrätt } from './andring/andring.ts';
export {
  ANDRA_ERSÄTTNINGAR,
  type AnnanErsättning,
  type AnnanErsättningId,
  type Ersättningsförslag,
  type Ersättningsunderlag,
  föreslåErsättningar,
} from './annan-ersattning/annan-ersattning.ts';
export {
  KRAVGRUNDER,
  type Kravgrund,
  type Kravläge,
  type Talerätt,
  taleSenast,
  återkravsregler,
} from './aterkrav/aterkravsregler.ts';
export {
  type Beslutsregler,
  type Beslutsutfall,
  type Bestämmelse,
  beslutslagrum,
  beslutsregler,
  ÅTERKRAVSGRUNDER,
  type Återkravsgrund,
} from './beslutsslag/beslutsslag.ts';
export { fårAnsökaFrån, ivoBeslutSenast } from './beslutsslag/overflyttning.ts';
export { helgdag } from './helgdag/helgdag.ts';
export {
  type Inkomstbehandling,
  type Inkomsttyp,
  type Inkomsttypsuppgift,
  inkomsttyper,
} from './inkomster/inkomsttyper.ts';
export { ANVISNINGSGRUNDER, type Anvisningsgrund, INSATSSYFTEN, type Insatssyfte } from './insats/insats.ts';
export { type Anvisningsdel, type Anvisningsläge, prövaAnvisning } from './insats/prova-anvisning.ts';
export { HÖGSTA_VECKOTID, type Insatsdel, type Insatsläge, prövaInsats } from './insats/prova-insats.ts';
export { type Kommun, kommuner } from './kommuner/kommuner.ts';
export {
  type Kostnadsgrund,
  type Kostnadstyp,
  type Kostnadstypsuppgift,
  kostnadstyper,
} from './kostnader/kostnadstyper.ts';
export { NEDSÄTTNINGSGRUNDER, type Nedsättningsgrund } from './nedsattning/nedsattning.ts';
export {
  type Andelsrad,
  type NedsattMånad,
  nedsattMånad,
  type Personandel,
  type PrövadNedsättningsgrund,
  personsAndel,
  prövaNedsättningsgrund,
} from './nedsattning/prova-nedsattning.ts';
export {
  prövaÖverklagandetid,
  sistaDagAttÖverklaga,
  URSÄKTER,
  type Ursäkt,
} from './overklagande/overklagandetid.ts';
export {
  type Mottagarslag,
  prövaÖverlämning,
  ÖVERLÄMNINGSGRUNDER,
  type Överlämningsgrund,
  type Överlämningsläge,
} from './overlamning/overlamning.ts';
export {
  prövaReform,
  REFORMDELAR,
  type Reform,
  type Reformdel,
  type Reformgrafer,
  Reformhinder,
  reformgrafer,
} from './reform/reform.ts';
export type { Bedömning } from './resultat/bedomningar.ts';
export { type Beräkning, beräkna, beräknaSnabbt, type Huvudtal, type Spann } from './resultat/berakna.ts';
export { type Avgöranden, fakta, ögonblick } from './resultat/fakta.ts';
export { type BehövtFaktum, faktaSomBehövs } from './resultat/fakta-som-behovs.ts';
export { förklara, månadText } from './resultat/forklara.ts';
export { graferFör } from './resultat/kommungrafer.ts';
export { kronorText } from './resultat/kronor-text.ts';
export { type Kvitto, type Kvittoskillnad, läsKvitto, type PrövatKvitto, prövaKvitto } from './resultat/kvitto.ts';
export { huvudgraf, normgraf } from './resultat/normgraf.ts';
export type { Rad, Rader } from './resultat/rader.ts';
export type { Utfall } from './resultat/resultat.ts';
export { somTabell } from './resultat/som-tabell.ts';
export type { Varning } from './resultat/varningar.ts';
export { type Tillgångstyp, tillgångstyper } from './tillgangar/tillgangstyper.ts';
export type { Underlagsfel } from './underlag/fel.ts';
export { type LästUnderlag, läsUnderlag } from './underlag/las-underlag.ts';
export {
  type Barn,
  type Inkomst,
  type Kostnad,
  type Tillgång,
  type Underlag,
  underlagsschema,
  type Vuxen,
} from './underlag/underlag.ts';
