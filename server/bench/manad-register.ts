// The registers' stand-ins as a process of its own, as the registers are: node manad-register.ts <antal> <hur många procent avviker>
import { standInPerson, startFolkbokföringsstandIn, startSsbtekStandIn } from '@stegvis/integrations';
import { demofolkbokföring } from '../demo/demo.ts';
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
const folkbokföring = await startFolkbokföringsstandIn({
  person: (personnummer) => ({ ...demofolkbokföring(vuxen.personnummer), personnummer }),
});
process.send?.({ ssbtek: standIn.url, folkbokföring: folkbokföring.url });
process.on('disconnect', () => Promise.all([standIn.stop(), folkbokföring.stop()]));

/** So many households in a hundred have a payment that they have not told about. */
function avvikande(i: number, procent: number): boolean {
  return i % 100 < procent;
}
