// One process that works on the month's jobs until it is killed: node manad-arbetare.ts <database> <ssbtek> <folkbokföring>
import { openDatabase } from '@stegvis/database';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { startaTråd } from '../trad/starta-trad.ts';
import { NU, registren } from './manadsdata.ts';

const [databas, ssbtek, folkbokföring] = process.argv.slice(2) as [string, string, string];
const källor = await registren({ ssbtek, folkbokföring });
await startaTråd({ ...källor, database: await openDatabase(databas), kommun: DEMOKOMMUN, nu: () => NU });
process.send?.('igång');
