import { cited, firstDay, type Ground, type Moment, month, type Trace } from '@stegvis/engine';
import type { Beräkning } from '../resultat/berakna.ts';
import { iÖren } from '../resultat/fakta.ts';
import { nedsattningLaw as lag } from './nedsattning.law.ts';
import { type Nedsättningsgrund, nedsättning, nedsättningsgrund } from './nedsattning.ts';

/** Vad lagen säger om en anvisning, med lagrum, och en mening om varför det inte går när den inte omfattas. */
export type PrövadNedsättningsgrund =
  | { readonly påföljd: 'ska' | 'far'; readonly lagrum: readonly string[] }
  | { readonly påföljd: 'far-inte'; readonly varför: string };

/**
 * Prövar om fortsatt försörjningsstöd ska eller får nekas eller sättas ned för den som utan godtagbart skäl avböjer eller uteblir
 * en dag (SoL 12 kap. 5 § i dagens lydelse). Dag som `ÅÅÅÅ-MM-DD`.
 */
export function prövaNedsättningsgrund(fråga: {
  dag: string;
  grund: Nedsättningsgrund | 'frivillig';
  vård: boolean;
}): PrövadNedsättningsgrund {
  const avser = month(fråga.dag.slice(0, 7));
  const moment: Moment = { month: avser, applied: firstDay(avser) };
  const { påföljd } = nedsättningsgrund.wire(moment)({ grund: fråga.grund, vard: fråga.vård });
  if (påföljd === 'far-inte') return { påföljd, varför: varför(fråga) };
  const grund =
    fråga.grund === '12:4'
      ? lag.grounds.praktik
      : fråga.grund === '12:4g'
        ? lag.grounds.rehabilitering
        : lag.grounds.aktiviteter;
  const skäl = påföljd === 'ska' ? [citera(lag.grounds.sarskildaSkal, moment)] : [];
  return { påföljd, lagrum: [citera(grund, moment), ...skäl] };
}

function varför({ grund, vård }: { grund: Nedsättningsgrund | 'frivillig'; vård: boolean }): string {
  if (vård)
    return 'Vård och behandling är frivillig och kan aldrig leda till att försörjningsstödet sätts ned (HFD 2011 ref. 49).';
  if (grund === 'frivillig')
    return 'Aktiviteten är frivillig. Bara anvisningar enligt 12 kap. 4, 4 a, 4 d och 4 g §§ kan leda till nedsättning (12 kap. 5 § socialtjänstlagen).';
  if (grund === '12:4g')
    return 'Arbetslivsinriktad rehabilitering kan leda till nedsättning först från den 1 januari 2027 (SFS 2026:897).';
  return 'Aktiviteter enligt 12 kap. 4 a och 4 d §§ kan leda till nedsättning först från den 1 juli 2026 (SFS 2026:730).';
}

function citera(ground: Ground, moment: Moment): string {
  const { citation } = cited(ground, moment);
  if (citation === undefined) throw new RangeError(`${ground.id} gäller inte ${moment.month}.`);
  return citation.place;
}

/** En persons andel av hushållets bistånd en månad. Ören. */
export type Personandel = {
  /** Personens egna personliga kostnader i riksnormen. */
  readonly egenDel: number;
  /** Det mesta som kan nekas eller sättas ned. */
  readonly högst: number;
  readonly trace: Trace;
};

/**
 * Vad som högst kan nekas eller sättas ned för en av de vuxna: hennes egna personliga kostnader i beräkningen (för ett par hälften av
 * parets), aldrig gemensamma kostnader, boende eller barn, och aldrig mer än biståndet (docs/tolkningar/K01). Kastar RangeError när
 * personen inte är en av de vuxna och när något i beräkningen inte är avgjort.
 */
export function personsAndel(beräkning: Beräkning, person: string): Personandel {
  const { vuxna } = beräkning.kvitto.underlag;
  if (!vuxna.some(({ id }) => id === person)) throw new RangeError('Personen är inte en av de vuxna i beräkningen.');
  if (beräkning.bistand === null) throw new RangeError('Beräkningen är inte avgjord.');
  const { outputs, trace } = nedsättning.explain(beräkning.kvitto.moment, {
    personligaKostnaderVuxna: iÖren(devuxnas(beräkning)),
    vuxna: vuxna.length,
    bistand: iÖren(beräkning.bistand),
  });
  return { egenDel: outputs.egenDel, högst: outputs.hogst, trace };
}

const devuxnas = ({ rader }: Beräkning): number => rader.personer.find(({ plats }) => plats === 'vuxna')?.belopp ?? 0;

/** En del av det som hushållet behöver, före och efter nedsättning. Ören. */
export type Andelsrad = {
  /** `vuxna[0]`, `barn[1]`, `gemensamma`, `kostnader` */
  readonly plats: string;
  readonly fore: number;
  readonly nedsattning: number;
  readonly efter: number;
};

/** Hushållets månad efter nedsättning. Ören. */
export type NedsattMånad = {
  readonly beviljat: number;
  readonly nedsattning: number;
  readonly kvar: number;
  readonly rader: readonly Andelsrad[];
};

/**
 * Månaden när en eller båda vuxna får sin del nekad eller nedsatt. Bara den vuxnas egen rad ändras. Kastar RangeError för ett belopp
 * under noll, över den egna delen, eller när de tillsammans är mer än biståndet.
 */
export function nedsattMånad(
  beräkning: Beräkning,
  nedsättningar: readonly { readonly person: string; readonly belopp: number }[],
): NedsattMånad {
  const { vuxna } = beräkning.kvitto.underlag;
  for (const { person, belopp } of nedsättningar) {
    const { högst } = personsAndel(beräkning, person);
    if (!Number.isSafeInteger(belopp) || belopp < 0 || belopp > högst)
      throw new RangeError('Nedsättningen är större än personens egen del.');
  }
  if (new Set(nedsättningar.map(({ person }) => person)).size !== nedsättningar.length)
    throw new RangeError('Samma person kan bara få en nedsättning för månaden.');
  const beviljat = iÖren(beräkning.bistand ?? 0);
  const nedsattning = nedsättningar.reduce((sum, { belopp }) => sum + belopp, 0);
  if (nedsattning > beviljat) throw new RangeError('Nedsättningarna är tillsammans större än biståndet.');
  const rad = (plats: string, fore: number, dras = 0): Andelsrad => ({
    plats,
    fore,
    nedsattning: dras,
    efter: fore - dras,
  });
  return {
    beviljat,
    nedsattning,
    kvar: beviljat - nedsattning,
    rader: [
      ...vuxna.map(({ id }, i) =>
        rad(
          `vuxna[${i}]`,
          personsAndel(beräkning, id).egenDel,
          nedsättningar.find(({ person }) => person === id)?.belopp,
        ),
      ),
      ...beräkning.rader.personer.filter(({ plats }) => plats !== 'vuxna').map((p) => rad(p.plats, iÖren(p.belopp))),
      rad('gemensamma', iÖren(beräkning.rader.gemensamma)),
      rad('kostnader', iÖren(beräkning.kostnader ?? 0)),
    ],
  };
}
