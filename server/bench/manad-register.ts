// The authorities' stand-in as a process of its own, as the authorities are: node manad-register.ts <antal> <hur många procent avviker>
import { standInPerson, startSsbtekStandIn } from '@stegvis/integrations';
import { PERSONAS } from '../demo/personas.ts';
import { testnummer } from './testnummer.ts';

const [antal, avviker] = process.argv.slice(2).map(Number);
const [vuxen] = PERSONAS[0]!.vuxna;
const standIn = await startSsbtekStandIn({
  idag: () => '2026-11-24',
  persons: testnummer(antal!).map((personnummer, i) =>
    standInPerson(personnummer, {
      skyddad: false,
      utbetalningar: [
        ...vuxen.register,
        ...(avvikande(i, avviker!) ? [{ typ: 'sjukpenning' as const, netto: 2000, dag: 25 }] : []),
      ],
      inskrivenSedan: '2026-01-12',
    }),
  ),
});
process.send?.(standIn.url);
process.on('disconnect', () => standIn.stop());

/** Every tenth household has, three in ten times, a payment that it has not told about. */
function avvikande(i: number, procent: number): boolean {
  return i % 100 < procent;
}
