import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Dag, Tidpunkt } from '../tid.ts';
import { dagFör } from '../tid.ts';
import type { Överenskommelse } from './anordnare.ts';
import { överenskommenTill } from './anordnare.ts';

/** Writes down an agreement: who does what, the results that are expected, and between which days it holds. */
export function tecknaÖverenskommelse(
  input: Omit<Överenskommelse, 'uppsagd'>,
): ActResult<{ överenskommelse: Överenskommelse }> {
  const parter = input.parter.filter(({ part, ansvar }) => part.trim() !== '' || ansvar.trim() !== '');
  const fel: Fältfel[] = [];
  if (parter.length < 2 || parter.some(({ part, ansvar }) => part.trim() === '' || ansvar.trim() === ''))
    fel.push({ fält: 'part1', text: 'Skriv minst två parter, och vad var och en gör.' });
  if (input.resultat.trim() === '') fel.push({ fält: 'resultat', text: 'Skriv vilka resultat ni väntar er.' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.från))
    fel.push({ fält: 'fran', text: 'Skriv den första dagen som ÅÅÅÅ-MM-DD.' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.till))
    fel.push({ fält: 'till', text: 'Skriv den sista dagen som ÅÅÅÅ-MM-DD.' });
  else if (input.till < input.från) fel.push({ fält: 'till', text: 'Den sista dagen ska vara efter den första.' });
  if (input.kostnad !== undefined && !(Number.isSafeInteger(input.kostnad) && input.kostnad >= 0))
    fel.push({ fält: 'kostnad', text: 'Skriv kostnaden i kronor per plats och månad, 0 eller mer.' });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return { ok: true, överenskommelse: { ...input, parter, uppsagd: undefined } };
}

/** Ends an agreement before its last day. Those who have a place keep it; nobody new is referred after the day. */
export function sägUppÖverenskommelse(
  överenskommelse: Överenskommelse,
  input: { till: Dag; skäl: string; av: string; nu: Tidpunkt },
): ActResult<{ överenskommelse: Överenskommelse }> {
  const fel: Fältfel[] = [];
  if (överenskommelse.uppsagd)
    return refuse(
      'redan-uppsagd',
      `Överenskommelsen är redan uppsagd till ${överenskommelse.uppsagd.till}.`,
      'Teckna en ny om ni är överens igen.',
    );
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(input.till) ||
    input.till < dagFör(input.nu) ||
    input.till > överenskommenTill(överenskommelse)
  )
    fel.push({
      fält: 'uppsagdTill',
      text: `Skriv en dag från i dag till ${överenskommenTill(överenskommelse)}, som ÅÅÅÅ-MM-DD.`,
    });
  if (input.skäl.trim() === '') fel.push({ fält: 'uppsagdSkal', text: 'Skriv varför överenskommelsen sägs upp.' });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    överenskommelse: {
      ...överenskommelse,
      uppsagd: { till: input.till, skäl: input.skäl.trim(), av: input.av, tid: input.nu },
    },
  };
}
