export { type Ansökningskvitto, ansökningskvitto } from './ansokningskvitto.ts';
export { type Beslutsbrev, beslutsbrev, beslutsbrevText, överklagandehänvisning } from './beslutsbrev.ts';
export { type Brevdel, type Brevinnehåll, bestämBrev, MALL, ritaBrev } from './brev.ts';
export { type Aktdel, type Akthuvud, fogaDomstolsakt } from './domstolsakt.ts';
export {
  avvisningsbrevText,
  type Efterbrev,
  rättelsebrevText,
  återkravsbeslutText,
  återkravsunderlagText,
  överklagandekvittoText,
} from './efterbrev.ts';
export { type Kravbrevsgrund, kravbrevText, kravetUpphörtText } from './kravbrev.ts';
export { type Frysning, rapportbrevText } from './rapportbrev.ts';
export { type Underrättelsebrev, underrättelsebrevText } from './underrattelsebrev.ts';
