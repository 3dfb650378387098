import { collect, graph } from '@stegvis/engine';
import { ålder } from '../alder/alder.ts';
import { barn, barninkomst, hushåll, kostnad, tillgång, vuxen, vuxeninkomst } from '../hushall/hushall.ts';
import { barnIHushållet, medlemmar, utomstående } from '../hushall/medlemmar.ts';
import { överPrisbasbelopp } from '../inkomster/barns-arbetsinkomst.ts';
import { barnetsInkomster } from '../inkomster/barns-inkomster.ts';
import { barns, vuxnas } from '../inkomster/inkomst.ts';
import { inkomster, räknadInkomst } from '../inkomster/inkomster.ts';
import { gäller, jobbstimulans, lön, periodFrån } from '../jobbstimulans/jobbstimulans.ts';
import { andrahandsprövning } from '../kostnader/andrahand.ts';
import { boendeÖverGräns, elÖverGräns, försäkringÖverGräns, harRådrum } from '../kostnader/kommunens-granser.ts';
import { räknad } from '../kostnader/kostnad.ts';
import { kostnader, levnadskostnaderIÖvrigt, skäligaKostnader } from '../kostnader/kostnader.ts';
import { boendegräns, elgräns, försäkringsgräns } from '../kostnader/lokal-grans.ts';
import { gemensammaEnligtAnnanLäsning } from '../riksnorm/delad-bostad.ts';
import { gemensammaKostnader } from '../riksnorm/gemensamma-kostnader.ts';
import { höjningKräverSkäl, norm, normavvikelse } from '../riksnorm/normavvikelse.ts';
import { personligKostnad } from '../riksnorm/personliga-kostnader-barn.ts';
import { personligaKostnaderVuxna } from '../riksnorm/personliga-kostnader-vuxna.ts';
import { personligaKostnader, riksnorm, riksnormEnligtTabell } from '../riksnorm/riksnorm.ts';
import { räknadeTillgångar, tillgångAvgjord, tillgångarnasBelopp } from '../tillgangar/tillgangar.ts';
import { bistånd, resultat, utfall } from './resultat.ts';

const huvudtal = { riksnorm, kostnader, inkomster, resultat, bistand: bistånd, utfall };

/** Normberäkningens huvudtal utan mellansteg: för många hushåll på en gång. */
export const huvudgraf = graph({ name: 'normberakning-huvudtal', outputs: huvudtal });

/** Hela normberäkningen med de mellansteg som en handläggare ser. Samma regler som `huvudgraf`. */
export const normgraf = graph({
  name: 'normberakning',
  outputs: {
    ...huvudtal,
    norm,
    normavvikelse,
    hojningKraverSkal: höjningKräverSkäl,
    personligaKostnader,
    gemensammaKostnader,
    riksnormEnligtTabell,
    medlemmar,
    barnIHushallet: barnIHushållet,
    utomstaende: utomstående,
    gemensammaAnnanLasning: gemensammaEnligtAnnanLäsning,
    personligaKostnaderVuxna,
    aldrar: collect(hushåll, barn, ålder),
    personligaKostnaderBarn: collect(hushåll, barn, personligKostnad),
    vuxnasInkomster: collect(hushåll, vuxeninkomst, räknadInkomst),
    vuxnasAvgjorda: collect(hushåll, vuxeninkomst, vuxnas.avgjord),
    barnsAvgjorda: collect(hushåll, barninkomst, barns.avgjord),
    loner: collect(hushåll, vuxen, lön),
    jobbstimulansFran: collect(hushåll, vuxen, periodFrån),
    jobbstimulansGaller: collect(hushåll, vuxen, gäller),
    jobbstimulans: collect(hushåll, vuxen, jobbstimulans),
    barnensInkomster: collect(hushåll, barn, barnetsInkomster),
    overPrisbasbelopp: collect(hushåll, barn, överPrisbasbelopp),
    raknadeKostnader: collect(hushåll, kostnad, räknad),
    andrahand: collect(hushåll, kostnad, andrahandsprövning),
    gransBoende: boendegräns,
    gransHushallsel: elgräns,
    gransHemforsakring: försäkringsgräns,
    overGransBoende: boendeÖverGräns,
    overGransHushallsel: elÖverGräns,
    overGransHemforsakring: försäkringÖverGräns,
    harRadrum: harRådrum,
    skaligaKostnader: skäligaKostnader,
    levnadskostnaderIOvrigt: levnadskostnaderIÖvrigt,
    tillgangar: räknadeTillgångar,
    raknadeTillgangar: collect(hushåll, tillgång, tillgångarnasBelopp),
    avgjordaTillgangar: collect(hushåll, tillgång, tillgångAvgjord),
  },
});

/** Värdena som `normgraf` ger. */
export type Normvärden = ReturnType<(typeof normgraf)['explain']>['outputs'];
