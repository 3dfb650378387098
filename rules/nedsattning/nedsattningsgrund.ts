/** De anvisningar som kan leda till nekande eller nedsättning (SoL 12 kap. 5 §). */
export type Nedsättningsgrund = '12:4' | '12:4a' | '12:4d' | '12:4g';
