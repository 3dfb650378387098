import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Registerfråga, SsbtekConfig } from './ssbtek-config.ts';

/** The contract files, outside the project; undefined where they are not there. */
export const KONTRAKT = ((mapp) => (existsSync(mapp) ? mapp : undefined))(
  fileURLToPath(new URL('../../../shared/contracts/ssbtek/', import.meta.url)),
);
export const UTAN_KONTRAKT = 'hoppas över: kontraktsfilerna (../shared/contracts/ssbtek) finns inte här';
export const XSD =
  KONTRAKT && `${KONTRAKT}contract-v10/se/forsakringskassan/schema/integration/ssbt/_10/sammansatt_bastjanst_v10.xsd`;

/** Numbers from Skatteverket's list of test numbers. */
export const PERSONNUMMER = '199001012385';
export const ANNAT_PERSONNUMMER = '199001022384';

export const config: SsbtekConfig = {
  url: 'http://127.0.0.1:9/ssbtek',
  ingivare: { organisationsnummer: '162120000000', namn: 'Kommunen', handläggare: 'system' },
  aktorsId: '000-00',
};

export const fråga: Registerfråga = {
  personnummer: PERSONNUMMER,
  period: { from: '2026-10-01', tom: '2026-11-30' },
  källor: ['FK', 'PM', 'AF', 'CSN', 'SO', 'SKV'],
};

export const NU = '2026-11-22T08:00:00.000Z';

/** Ids in order: `id-1`, `id-2` … */
export function nyaId(): () => string {
  let n = 0;
  return () => `id-${++n}`;
}
