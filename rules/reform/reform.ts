import {
  day,
  type Graph,
  type IsoDate,
  type LawParameter,
  lawParameter,
  type Outputs,
  OverlayRefused,
  overlay,
  type ParameterVersion,
  parameter,
  type Replacement,
  replaceRule,
  rule,
  setParameter,
  type Table,
} from '@stegvis/engine';
import { hushåll, type Öre } from '../hushall/hushall.ts';
import { barnIHushållet } from '../hushall/medlemmar.ts';
import { jobbstimulansLaw } from '../jobbstimulans/jobbstimulans.law.ts';
import { kommuner } from '../kommuner/kommuner.ts';
import { riktlinjer } from '../kostnader/lokal-grans.ts';
import { iÖren } from '../resultat/fakta.ts';
import { graferFör } from '../resultat/kommungrafer.ts';
import type { huvudgraf, normgraf } from '../resultat/normgraf.ts';
import { riksnormLaw } from '../riksnorm/riksnorm.law.ts';
import { riksnormenBegränsas } from '../riksnorm/riksnorm.ts';

/**
 * En ändring som någon vill pröva. Belopp i kronor per månad, procent som ändring (5 är fem procent mer). Data som kan sparas som JSON.
 * - `begransning`: högsta riksnorm för hushåll med fyra, fem och sex eller fler barn (12 kap. 7 a § SoL från 2027). Lagen anger inga belopp.
 * - `riksnorm-procent`: alla belopp i riksnormen, avrundade till hela tiotal kronor (docs/tolkningar/Z01)
 * - `hyresgrans`: kommunens högsta boendekostnad för ett till fem personer, och tillägget för var och en därutöver
 * - `hyresgrans-procent`: de gränser som kommunen har
 * - `jobbstimulans`: procent av lönen som inte räknas
 */
export type Reformdel =
  | { readonly slag: 'begransning'; readonly hogst: readonly [fyra: number, fem: number, fler: number] }
  | { readonly slag: 'riksnorm-procent'; readonly procent: number }
  | { readonly slag: 'hyresgrans'; readonly efterPersoner: readonly number[]; readonly perYtterligare: number }
  | { readonly slag: 'hyresgrans-procent'; readonly procent: number }
  | { readonly slag: 'jobbstimulans'; readonly procent: number };

/** Reformer som prövas tillsammans. `vem`: staten ändrar vad som helst, kommunen bara sina egna riktlinjer. */
export type Reform = {
  readonly namn: string;
  readonly vem: 'staten' | 'kommunen';
  readonly delar: readonly Reformdel[];
};

/** Vad delarna heter. */
export const REFORMDELAR = {
  begransning: 'Högsta riksnorm för hushåll med fler än tre barn',
  'riksnorm-procent': 'Riksnormen ändrad med procent',
  hyresgrans: 'Nya gränser för boendekostnaden',
  'hyresgrans-procent': 'Kommunens gränser för boendekostnaden ändrade med procent',
  jobbstimulans: 'Andel av lönen som inte räknas (jobbstimulans)',
} as const satisfies Record<Reformdel['slag'], string>;

/** En reform som inte går att lägga på reglerna; meningen säger varför och vad som går. */
export class Reformhinder extends Error {
  constructor(mening: string) {
    super(mening);
    this.name = 'Reformhinder';
  }
}

/** Reglerna när reformen gäller, för en kommun. */
export type Reformgrafer = { readonly normgraf: typeof normgraf; readonly huvudgraf: typeof huvudgraf };

const { barn, barnUtanLunch, vuxna, gemensamma, hogstaRiksnorm, barnUtanBegransning } = riksnormLaw.parameters;
const { procent: stimulansprocent } = jobbstimulansLaw.parameters;
const överAllTid = { from: day('0000-01-01'), status: 'uncertain', clock: 'month' } as const;
const antagande = 'Antagande i en reform som prövas';

/** Vad en del ändrar: parametrar och regler, med ord för vad det är och om staten bestämmer det. */
type Ändring = {
  readonly byten: readonly Replacement[];
  readonly regler?: readonly Replacement[];
  readonly statens: boolean;
};

/**
 * Reglerna under en reform. Läggs på kommunens regler utan att röra dem. Kastar Reformhinder när två delar ändrar samma sak, när
 * kommunen skulle ändra det som staten bestämmer, och när en del inte ändrar något.
 */
export const reformgrafer = (reform: Reform, kommun: string | undefined, dag: IsoDate): Reformgrafer => {
  prövaReform(reform);
  const ändringar = reform.delar.map((del) => ändring(del, reform, kommun, dag));
  const lagd = {
    name: reform.namn,
    by: reform.vem === 'staten' ? 'reform' : 'municipality',
    parameters: ändringar.flatMap(({ byten }) => byten),
    rules: ändringar.flatMap(({ regler }) => regler ?? []),
  } as const;
  const på = <O extends Outputs>(graf: Graph<O>): Graph<O> => {
    try {
      return overlay(graf, lagd);
    } catch (fel) {
      if (!(fel instanceof OverlayRefused)) throw fel;
      throw new Reformhinder(`Reformen går inte att lägga på reglerna: ${fel.message}`);
    }
  };
  const grund = graferFör(kommun);
  return { normgraf: på(grund.normgraf), huvudgraf: på(grund.huvudgraf) };
};

/** Om reformens delar går ihop; kastar Reformhinder med en mening som säger vad som går. */
export const prövaReform = ({ vem, delar }: Reform): void => {
  if (delar.length === 0) throw new Reformhinder('Välj minst en ändring att pröva.');
  const ändrat = new Map<string, Reformdel['slag']>();
  for (const { slag } of delar) {
    const tidigare = ändrat.get(RÖR[slag].vad);
    if (tidigare !== undefined)
      throw new Reformhinder(
        tidigare === slag
          ? `”${REFORMDELAR[slag]}” står två gånger. Ta med den en gång.`
          : `”${REFORMDELAR[tidigare]}” och ”${REFORMDELAR[slag]}” ändrar samma sak. Välj en av dem.`,
      );
    ändrat.set(RÖR[slag].vad, slag);
    if (vem === 'kommunen' && RÖR[slag].statens)
      throw new Reformhinder(
        `Kommunen kan inte ändra det som staten bestämmer: ”${REFORMDELAR[slag]}”. Välj att staten ändrar, eller ändra bara gränserna för boendekostnaden.`,
      );
  }
};

/** Vad en del rör, och om staten bestämmer det: två delar får inte röra samma. */
const RÖR = {
  begransning: { vad: 'begransning', statens: true },
  'riksnorm-procent': { vad: 'riksnorm', statens: true },
  hyresgrans: { vad: 'hyresgrans', statens: false },
  'hyresgrans-procent': { vad: 'hyresgrans', statens: false },
  jobbstimulans: { vad: 'jobbstimulans', statens: true },
} as const satisfies Record<Reformdel['slag'], { vad: string; statens: boolean }>;

const ändring = (del: Reformdel, reform: Reform, kommun: string | undefined, dag: IsoDate): Ändring => {
  const { statens } = RÖR[del.slag];
  const version = (value: unknown): ParameterVersion => ({
    ...överAllTid,
    act: reform.namn,
    checked: dag,
    note: antagande,
    value,
  });
  const satt = <V>(law: LawParameter<V>, value: V): LawParameter<V> =>
    lawParameter<V>({ ...law, versions: [version(value)] });
  switch (del.slag) {
    case 'begransning': {
      const [fyra, fem, fler] = del.hogst.map(iÖren) as [Öre, Öre, Öre];
      const från2027 = barnUtanBegransning.versions.find(({ value }) => value !== undefined)?.value as number;
      const tabell: Table<Öre> = [
        { from: 0, to: från2027 + 1, value: fyra },
        { from: från2027 + 2, to: från2027 + 2, value: fem },
        { from: från2027 + 3, value: fler },
      ];
      return {
        statens,
        byten: [
          setParameter(parameter(hogstaRiksnorm), satt(hogstaRiksnorm, tabell)),
          setParameter(parameter(barnUtanBegransning), satt(barnUtanBegransning, från2027)),
        ],
        regler: [replaceRule(riksnormenBegränsas, alltidBegränsad)],
      };
    }
    case 'riksnorm-procent': {
      const ändrad = <V>(law: LawParameter<V>): LawParameter<V> => medProcent(law, del.procent, 1000, reform.namn);
      return {
        statens,
        byten: [
          setParameter(parameter(barn), ändrad(barn)),
          setParameter(parameter(barnUtanLunch), ändrad(barnUtanLunch)),
          setParameter(parameter(vuxna), ändrad(vuxna)),
          setParameter(parameter(gemensamma), ändrad(gemensamma)),
        ],
      };
    }
    case 'hyresgrans': {
      const { boendeEfterPersoner, boendePerYtterligare } = riktlinjer;
      const tabell: Table<Öre> = del.efterPersoner.map((kronor, i) => ({
        from: i + 1,
        to: i + 1,
        value: iÖren(kronor),
      }));
      return {
        statens,
        byten: [
          setParameter(
            boendeEfterPersoner,
            kommunens<Table<Öre>>('Högsta boendekostnad efter antal personer', version(tabell)),
          ),
          setParameter(
            boendePerYtterligare,
            kommunens<Öre>('Tillägg per person utöver fem', version(iÖren(del.perYtterligare))),
          ),
        ],
      };
    }
    case 'hyresgrans-procent': {
      const egna = kommun === undefined ? undefined : kommuner[kommun]?.riktlinjer;
      const ändrad = <V>(law: LawParameter<V>): LawParameter<V> => medProcent(law, del.procent, 100, reform.namn);
      const { boendeEfterPersoner: personer, boendeEfterBarn: barnen, boendePerYtterligare: fler } = egna ?? {};
      if (!personer && !barnen)
        throw new Reformhinder(
          'Kommunen har inga gränser för boendekostnaden att ändra med procent. Skriv nya gränser i kronor i stället.',
        );
      return {
        statens,
        byten: [
          ...(personer ? [setParameter(riktlinjer.boendeEfterPersoner, ändrad(personer))] : []),
          ...(barnen ? [setParameter(riktlinjer.boendeEfterBarn, ändrad(barnen))] : []),
          ...(fler ? [setParameter(riktlinjer.boendePerYtterligare, ändrad(fler))] : []),
        ],
      };
    }
    case 'jobbstimulans':
      return { statens, byten: [setParameter(parameter(stimulansprocent), satt(stimulansprocent, del.procent))] };
  }
};

/** Begränsningen som om 12 kap. 7 a § redan gällde den månad som prövas. */
const alltidBegränsad = rule(hushåll, 'riksnormen-begransas', {
  label: 'Riksnormen begränsas',
  cite: {
    ...riksnormLaw.grounds.begransning,
    versions: riksnormLaw.grounds.begransning.versions.map((v) => ({ ...v, from: day('0000-01-01') })),
  },
  from: [barnIHushållet, parameter(barnUtanBegransning)],
  value: (barn, högst) => barn > högst,
});

const kommunens = <V>(label: string, version: ParameterVersion): LawParameter<V> =>
  lawParameter<V>({ id: 'reform', label, unit: 'ore', setBy: 'municipality', versions: [version] });

/** Varje beslutat belopp ändrat med procent och avrundat till närmaste hela steg i ören; det som inväntas inväntas fortfarande. */
const medProcent = <V>(law: LawParameter<V>, procent: number, steg: number, namn: string): LawParameter<V> =>
  lawParameter<V>({
    ...law,
    versions: law.versions.map((v) =>
      v.value === undefined
        ? v
        : {
            ...v,
            act: `${v.act}, ${namn}`,
            status: 'uncertain',
            note: antagande,
            value: ändratBelopp(v.value, procent, steg),
          },
    ),
  });

const ändratBelopp = (värde: unknown, procent: number, steg: number): unknown => {
  if (typeof värde === 'number') return Math.round((värde * (100 + procent)) / 100 / steg) * steg;
  if (Array.isArray(värde)) return värde.map((rad) => ({ ...rad, value: ändratBelopp(rad.value, procent, steg) }));
  return Object.fromEntries(
    Object.entries(värde as object).map(([namn, belopp]) => [namn, ändratBelopp(belopp, procent, steg)]),
  );
};
