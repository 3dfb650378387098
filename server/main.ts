import { DatabaseOpenError, DatabaseStartError } from '@stegvis/database';
import { AdressFel } from './http.ts';
import { InställningsFel, läsInställning } from './installning.ts';
import { jsonLogg } from './logg.ts';
import { startaStegvis } from './start.ts';

try {
  const inställning = läsInställning(process.env);
  const stegvis = await startaStegvis(
    inställning,
    inställning.läge !== 'drift' ? (rad) => rad.fel && jsonLogg(rad) : jsonLogg,
  );
  for (const text of stegvis.upplysningar) console.log(text);
  console.log(`Stegvis är igång: ${stegvis.adress}`);
  if (inställning.läge !== 'drift') {
    console.log(`  Sök bistånd eller se beslut:   ${stegvis.adress}/mina-sidor`);
    console.log(`  Handlägg:                      ${stegvis.adress}/handlaggning`);
    console.log('Alla personer är påhittade testpersoner. Avsluta med Ctrl-C.');
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await stegvis.stäng();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  const known = [AdressFel, InställningsFel, DatabaseStartError, DatabaseOpenError].some(
    (kind) => error instanceof kind,
  );
  console.error(known ? (error as Error).message : error);
  process.exit(1);
}
