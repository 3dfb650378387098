import type { Ansökningsfakta, Grund } from '../fakta.ts';
import type { Liv } from './hushallsliv.ts';
import { dagI, sistaDag } from './manad.ts';
import { SANNING } from './sanning.ts';

const TIMME = 3_600_000;

const STOPP = [
  ['inkomst-andrad', 22],
  ['kostnad-andrad', 14],
  ['uppgift-skiljer-fran-register', 13],
  ['okand-inkomst', 10],
  ['register-svarar-inte', 7],
  ['andrat-hushall', 7],
  ['handling-saknas', 7],
  ['behov-utover', 6],
  ['lakarintyg-saknas', 4],
  ['konto-andrat', 4],
  ['utvald-for-granskning', 3],
  ['onskar-handlaggare', 3],
] as const;

const GRUNDER = [
  ['inkomster', 60],
  ['tillgangar', 18],
  ['kostnader', 14],
  ['annat', 8],
] as const;
const PROCESSUELLA = [
  ['handling-saknas', 60],
  ['avskrivning', 40],
] as const;

const ÖVERKLAGANDEN = [
  ['avslag', 80],
  ['avvisat', 8],
] as const;

/** One application for the month, from that it comes in to how it ends. `avslås`: it gives the household nothing. */
export function gångAnsökan(
  liv: Liv,
  m: number,
  slag: 'nyansokan' | 'ateransokan',
  grund: Grund,
  avslås: boolean,
): void {
  const { slump, ram, parti, facit } = liv;
  const ny = slag === 'nyansokan';
  const inkommen = ny || avslås ? tid(m, slump.heltal(1, 20), liv) : tid(m - 1, slump.heltal(14, 28), liv);
  const slutet = Date.parse(`${sistaDag(ram.till)}T22:00:00Z`);
  if (inkommen > slutet || m < ram.från) return;
  const kanAutomatiskt = !ny && !avslås && m >= ram.automatik;
  const automatisk = kanAutomatiskt && slump.sant(SANNING.automatikAndel);
  const { median, bredd } = ny ? SANNING.väntan.nyansökan : SANNING.väntan.återansökan;
  const väntan = automatisk
    ? slump.kring(0.6, 0.8)
    : 24 * slump.kring(median * SANNING.väntanDistrikt[liv.distrikt], bredd);
  const beslutad = inkommen + väntan * TIMME;
  // Who has assistance for the month has had the decision.
  const väntar = m > ram.till && beslutad > slutet;
  const delvis = !automatisk && !avslås && slump.sant(SANNING.avslag.återansökan);
  const nekad = avslås || delvis;
  const processuellt = avslås && slump.sant(SANNING.avslagProcessuellt);
  const överklagad = nekad && !väntar && slump.sant(SANNING.överklagas);
  const dag = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const rad: Ansökningsfakta = {
    ...grund,
    id: liv.id('ansökan'),
    hushåll: liv.hushåll,
    slag,
    inkommen: new Date(inkommen).toISOString(),
    beslutad: väntar ? undefined : new Date(Math.min(beslutad, slutet)).toISOString(),
    seddTill: new Date(slutet).toISOString(),
    utfall: väntar ? undefined : avslås ? 'avslag' : delvis ? 'delavslag' : 'bifall',
    avslagsgrund: väntar || !nekad ? undefined : processuellt ? slump.välj(PROCESSUELLA) : slump.välj(GRUNDER),
    processuellt: !väntar && processuellt,
    automatisk: automatisk && !väntar,
    stopporsaker: m < ram.automatik || automatisk ? [] : ny ? ['forsta-ansokan'] : stopp(liv),
    granskad: automatisk && !väntar && slump.sant(SANNING.granskas),
    granskadFel: false,
    ändrad: !automatisk && !väntar && slump.sant(0.06),
    överklagad: överklagad ? dag(Math.min(slutet, beslutad + 14 * 24 * TIMME)) : undefined,
    överklagandeutfall: överklagad ? utfall(liv) : undefined,
    handläggningsminuter:
      automatisk || väntar ? undefined : Math.round(slump.kring(ny ? 110 : m >= ram.automatik ? 32 : 38, 0.4)),
  };
  if (rad.granskad) rad.granskadFel = slump.sant(SANNING.granskatFel);
  if (kanAutomatiskt && !väntar) {
    facit.automatik.möjliga += 1;
    if (automatisk) facit.automatik.automatiska += 1;
  }
  parti.ansökningar.push(rad);
}

function utfall({ slump }: Liv): NonNullable<Ansökningsfakta['överklagandeutfall']> {
  if (!slump.sant(SANNING.överklagandeÄndrar)) return slump.välj(ÖVERKLAGANDEN);
  return slump.sant(0.6) ? 'andrat' : 'delvis-andrat';
}

function stopp({ slump }: Liv): string[] {
  const första = slump.välj(STOPP);
  const andra = slump.sant(0.25) ? slump.välj(STOPP) : första;
  return andra === första ? [första] : [första, andra];
}

/** An instant in office hours or in the evening of the day. */
function tid(m: number, dag: number, { slump }: Liv): number {
  return Date.parse(`${dagI(m, dag)}T00:00:00Z`) + (7 + 13 * slump.tal()) * TIMME;
}
