export { type Ansökningskvitto, ansökningskvitto } from './ansokningskvitto.ts';
export { type Beslutsbrev, beslutsbrev, beslutsbrevText, överklagandehänvisning } from './beslutsbrev.ts';
