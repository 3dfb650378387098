import { type Inskrivet, läsTal, type Talfel } from '../las-tal.ts';
import type { Anställning, Arbetsval } from './arbete.ts';

/** The ways to have a wage that the form asks about. */
export const ANSTÄLLNINGAR = {
  heltid: 'Heltid',
  deltid: 'Deltid',
  stod: 'Anställning med stöd',
} as const;

const FLEST_BARN = 12;
const HÖGST = 200_000;

/** Reads the form of work or assistance; every fault is a sentence at its field, and nothing is lost. */
export function läsArbete(
  fält: Inskrivet,
  månader: readonly string[],
): { readonly ok: true; readonly val: Arbetsval } | { readonly ok: false; readonly fel: readonly Talfel[] } {
  const fel: Talfel[] = [];
  const kr = (namn: string, vad: string) =>
    läsTal(fält, { fält: namn, namn: vad, minst: 0, högst: HÖGST, enhet: 'kr', valfritt: true }, fel);
  const procent = (namn: string, vad: string) =>
    läsTal(fält, { fält: namn, namn: vad, minst: 0, högst: 100, enhet: '%' }, fel) ?? 0;
  const manad = fält['manad'] ?? '';
  if (!månader.includes(manad)) fel.push({ fält: 'manad', text: 'Välj en månad i listan.' });
  if (fält['vuxna'] !== '1' && fält['vuxna'] !== '2') fel.push({ fält: 'vuxna', text: 'Välj en eller två vuxna.' });
  const åldrar = (fält['barn'] ?? '').split(/[\s,;]+/).filter((text) => text !== '');
  const barn = åldrar.map(Number);
  if (barn.length > FLEST_BARN || åldrar.some((text) => !/^\d{1,2}$/.test(text) || Number(text) > 20))
    fel.push({
      fält: 'barn',
      text: `Skriv barnens åldrar från 0 till 20 år med komma emellan, till exempel 4, 8. Högst ${FLEST_BARN} barn.`,
    });
  const jobbpremie = fält['jobbpremie'] === 'ja';
  const val: Arbetsval = {
    manad,
    hushåll: {
      vuxna: fält['vuxna'] === '2' ? 2 : 1,
      barn,
      hyra: kr('hyra', 'Hyran') ?? 0,
      el: kr('el', 'Hushållselen') ?? 0,
      hemforsakring: kr('hemforsakring', 'Hemförsäkringen') ?? 0,
      bidrag: kr('bidrag', 'Bidragen') ?? 0,
      ersattning: kr('ersattning', 'Ersättningen') ?? 0,
      lon2: kr('lon2', 'Den andras lön') ?? 0,
      jobbstimulans: fält['jobbstimulans'] === 'ja',
    },
    skatt: { procent: procent('skatt', 'Skatten'), utanSkatt: kr('utan-skatt', 'Beloppet utan skatt') ?? 0 },
    arbetsgivaravgift: procent('arbetsgivaravgift', 'Arbetsgivaravgiften'),
    jobbpremie: jobbpremie
      ? { procent: procent('premie-procent', 'Jobbpremien'), hogst: kr('premie-hogst', 'Högsta jobbpremien') ?? 0 }
      : undefined,
    anställningar: Object.entries(ANSTÄLLNINGAR).flatMap(([id, namn]): Anställning[] => {
      const brutto = kr(`${id}-brutto`, `Lönen före skatt, ${namn.toLowerCase()},`);
      const netto = kr(`${id}-netto`, `Lönen efter skatt, ${namn.toLowerCase()},`);
      const stod = kr(`${id}-stod`, `Statens stöd, ${namn.toLowerCase()},`) ?? 0;
      if (brutto === undefined) {
        if (netto !== undefined)
          fel.push({ fält: `${id}-brutto`, text: `Skriv också lönen före skatt, ${namn.toLowerCase()}.` });
        return [];
      }
      if (netto !== undefined && netto > brutto)
        fel.push({ fält: `${id}-netto`, text: 'Lönen efter skatt kan inte vara högre än före skatt.' });
      return [{ namn, brutto, netto, kommunen: fält[`${id}-kommunen`] === 'ja', stod }];
    }),
  };
  return fel.length > 0 ? { ok: false, fel } : { ok: true, val };
}
