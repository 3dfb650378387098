import type { Grund, Händelseslag } from '../fakta.ts';
import { hindergrupp } from './hushallsbild.ts';
import type { Liv, Vuxen } from './hushallsliv.ts';
import { dagI, talAv } from './manad.ts';
import { SANNING, SPÅR } from './sanning.ts';

/** Requirements of activity under 12 kap. 4 a § are possible from this month (SFS 2026:730), after three whole months. */
const KRAV_FRÅN = talAv('2026-07');
const HELTID = 40;
const ÖVERSTA = 4;

/** What happens to an adult in a month with assistance. */
export function händelserna(liv: Liv, v: Vuxen, grund: Grund, m: number, månader: number, från: number): void {
  const { slump, ram } = liv;
  const lägg = (slag: Händelseslag, mer: { utfall?: string; värde?: number; värde2?: number; insats?: string } = {}) =>
    liv.parti.händelser.push({
      ...grund,
      id: liv.id('händelse'),
      dag: dagI(m, slump.heltal(1, 28)),
      slag,
      person: v.id,
      insats: mer.insats,
      utfall: mer.utfall,
      värde: mer.värde,
      värde2: mer.värde2,
    });
  if (månader === 0) {
    const annat = slump.sant(0.1);
    lägg('sparbeslut', { utfall: annat ? 'annat' : 'som-foreslaget', värde: annat ? 1 : 0 });
  }
  if (v.läge.spår !== SPÅR.hundraDagar && månader > 0) {
    lägg('har-samordnare');
    if (slump.sant(0.03)) lägg('samordnarbyte');
    if (månader % 3 === 0)
      lägg('uppfoljning', {
        utfall: slump.välj([
          ['i-tid', m > ram.till - 2 ? 70 : 82],
          ['sen', 18],
          ['forsenad', m > ram.till - 2 ? 12 : 0],
        ]),
      });
  }
  if (slump.sant(m >= ram.automatik ? 0.34 : 0.22)) lägg('mote', { utfall: slump.sant(0.88) ? 'hallet' : 'uteblivet' });
  if (slump.sant(0.01))
    lägg('avsteg', {
      utfall: slump.välj([
        ['spar', 2],
        ['anvisning', 2],
        ['belopp', 1],
      ]),
    });
  for (const [insats, { till }] of v.insatser) {
    if (till !== m || !slump.sant(0.4)) continue;
    const steg = v.steg < ÖVERSTA && slump.sant(0.88) ? 1 : v.steg > 0 ? -1 : 0;
    if (steg === 0) continue;
    v.steg += steg;
    lägg('stegforflyttning', { värde: steg, insats });
  }
  const grupp = hindergrupp(v.läge.hinder);
  if (m < KRAV_FRÅN || månader < 3 || grupp === 'sjuk' || grupp === 'övrigt') return;
  const krävda = grupp === 'förälder' || grupp === 'social' ? HELTID / 2 : HELTID;
  const andel = Math.min(1, Math.max(0, SANNING.erbjudnaTimmar[v.kön] + 0.12 * slump.normal()));
  lägg('aktivitetstimmar', { värde: Math.round(krävda * andel), värde2: krävda });
  if (m === Math.max(KRAV_FRÅN, från + 3)) lägg(slump.sant(0.9) ? 'krav-4a' : 'krav-4d');
  else if (slump.sant(0.004))
    lägg('nedsattning', { utfall: slump.sant(0.8) ? 'nedsatt' : 'nekat', värde: slump.heltal(1, 10) });
}
