import { SPRÅKNIVÅER, type Språknivå, type Villkor } from './villkor.ts';

/** What is known of a person when criteria are checked; undefined is what is not known, and never the same as no. */
export interface Villkorsläge {
  ålder: number | undefined;
  språknivå: Språknivå | undefined;
  /** Hours a week the person is able to take part. */
  timmar: number | undefined;
  inskriven: boolean | undefined;
  /** The track, by identity; undefined when the person has none, which is not the same as another. */
  spår: { id: string; namn: string } | undefined;
  /** Obstacles, by identity. */
  hinder: readonly string[] | undefined;
  /** The ages of the children in the household. */
  barn: readonly number[] | undefined;
  /** Names of tracks and obstacles, by identity. */
  namn: Readonly<Record<string, string>>;
}

export type Villkorsutfall = 'uppfyllt' | 'inte-uppfyllt' | 'okant';

/** One criterion, whether it is met, and the sentence that says so. */
export interface PrövatVillkor {
  villkor: Villkor;
  utfall: Villkorsutfall;
  text: string;
}

/** Checks every criterion. What is not known is never met and never not met. */
export function prövaVillkor(villkor: readonly Villkor[], läge: Villkorsläge): PrövatVillkor[] {
  return villkor.map((v) => ({ villkor: v, ...pröva(v, läge) }));
}

/** The criterion in words, as the catalogue shows it. */
export function villkorIOrd(v: Villkor, namn: Readonly<Record<string, string>> = {}): string {
  switch (v.slag) {
    case 'alder':
      if (v.minst !== undefined && v.högst !== undefined) return `${v.minst}–${v.högst} år`;
      return v.minst !== undefined ? `minst ${v.minst} år` : `högst ${v.högst ?? ''} år`;
    case 'sprakniva':
      return `svenska på nivå ${v.minst} eller högre`;
    case 'timmar':
      return `kan delta minst ${tal(v.minst)} timmar i veckan`;
    case 'inskriven':
      return 'inskriven hos Arbetsförmedlingen';
    case 'spar':
      return `i spåret ${eller(v.av.map((id) => namn[id] ?? id))}`;
    case 'hinder':
      return `har hindret ${eller(v.av.map((id) => namn[id] ?? id))}`;
    case 'barn-under':
      return `har barn under ${v.under} år`;
  }
}

function pröva(v: Villkor, läge: Villkorsläge): { utfall: Villkorsutfall; text: string } {
  switch (v.slag) {
    case 'alder': {
      if (läge.ålder === undefined) return okänt('Vi vet inte hur gammal personen är.');
      const ok = (v.minst === undefined || läge.ålder >= v.minst) && (v.högst === undefined || läge.ålder <= v.högst);
      return svar(ok, `Aktiviteten är för den som är ${villkorIOrd(v)}. Personen är ${läge.ålder} år.`);
    }
    case 'sprakniva': {
      if (läge.språknivå === undefined)
        return okänt(`Aktiviteten kräver svenska på nivå ${v.minst}. Personens nivå är inte känd.`);
      const ok = SPRÅKNIVÅER.indexOf(läge.språknivå) >= SPRÅKNIVÅER.indexOf(v.minst);
      return svar(ok, `Aktiviteten kräver svenska på nivå ${v.minst}. Personen är på nivå ${läge.språknivå}.`);
    }
    case 'timmar':
      if (läge.timmar === undefined)
        return okänt(
          `Aktiviteten är ${tal(v.minst)} timmar i veckan. Hur många timmar personen kan delta är inte bedömt.`,
        );
      return svar(
        läge.timmar >= v.minst,
        `Aktiviteten kräver ${tal(v.minst)} timmar i veckan. Personen kan delta ${tal(läge.timmar)} timmar.`,
      );
    case 'inskriven':
      if (läge.inskriven === undefined)
        return okänt('Det är inte känt om personen är inskriven hos Arbetsförmedlingen.');
      return läge.inskriven
        ? svar(true, 'Personen är inskriven hos Arbetsförmedlingen.')
        : svar(false, 'Aktiviteten är för den som är inskriven hos Arbetsförmedlingen. Personen är inte det.');
    case 'spar': {
      const spår = eller(v.av.map((id) => läge.namn[id] ?? id));
      if (läge.spår === undefined) return okänt(`Aktiviteten är för spåret ${spår}. Personen har inget spår än.`);
      return svar(
        v.av.includes(läge.spår.id),
        `Aktiviteten är för spåret ${spår}. Personen är i spåret ${läge.spår.namn}.`,
      );
    }
    case 'hinder': {
      const hinder = eller(v.av.map((id) => läge.namn[id] ?? id));
      if (läge.hinder === undefined)
        return okänt(`Aktiviteten är för den som har hindret ${hinder}. Hindret är inte antecknat.`);
      const ok = v.av.some((id) => läge.hinder!.includes(id));
      return svar(
        ok,
        ok
          ? `Personen har hindret ${hinder}.`
          : `Aktiviteten är för den som har hindret ${hinder}. Personen har inte det.`,
      );
    }
    case 'barn-under': {
      if (läge.barn === undefined)
        return okänt(`Aktiviteten är för den som har barn under ${v.under} år. Barnen är inte kända.`);
      const ok = läge.barn.some((ålder) => ålder < v.under);
      return svar(
        ok,
        ok ? `Personen har barn under ${v.under} år.` : `Aktiviteten är för den som har barn under ${v.under} år.`,
      );
    }
  }
}

const okänt = (text: string) => ({ utfall: 'okant' as const, text });
const svar = (ok: boolean, text: string) => ({ utfall: ok ? ('uppfyllt' as const) : ('inte-uppfyllt' as const), text });
const tal = (n: number) => String(n).replace('.', ',');

function eller(namn: readonly string[]): string {
  return namn.length < 2 ? (namn[0] ?? '') : `${namn.slice(0, -1).join(', ')} eller ${namn.at(-1)}`;
}
