import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';

/** Lagens längsta tid för aktivitetskravet, timmar per vecka (SoL 12 kap. 4 b § första stycket). */
export const aktivitetsgränser = { högstaTid: lag.parameters.hogstaTid.versions[0]?.value as number } as const;
