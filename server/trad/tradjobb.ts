import type { Ansökan, Beslut } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

/** How the pages start work on an application, in their own transaction. */
export interface Trådjobb {
  /** The application has come in: the authorities are asked. */
  börja(t: TenantTransaction, ansökan: string): Promise<void>;
  /** The application is decided: the payment is planned and the letter made. */
  efterBeslut(t: TenantTransaction, ansökan: Ansökan, beslut: Beslut): Promise<void>;
  /** A payment file has been released: it is handed to the bank's folder. */
  leverera?(t: TenantTransaction, betalfil: string): Promise<void>;
  /** Long work has been started from a page. */
  kör?(t: TenantTransaction, körning: string): Promise<void>;
}
