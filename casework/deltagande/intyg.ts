import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagIOrd, type Tidpunkt } from '../tid.ts';
import { INTYGSINLÄMNINGAR, type Intygsbeslut, type Intygsinlämning, type Läkarintyg } from './franvaro.ts';

/** The longest time of one certificate, or one decision about certificates, in days. */
const LÄNGST = 366;

/** The person tells of a certificate and how it comes in. Staff read it before it counts. */
export function lämnaIntyg(input: {
  id: string;
  händelse: string;
  person: PersonId;
  från: string;
  till: string;
  inlämning: string;
  idag: Dag;
  nu: Tidpunkt;
}): ActResult<{ intyg: Läkarintyg; events: Personhändelse[] }> {
  const fel = tidsfel(input);
  if (fel.length === 0 && input.från > input.idag)
    fel.push({ fält: 'fran', text: 'Intyget ska ha börjat gälla. Välj i dag eller tidigare.' });
  if (!Object.hasOwn(INTYGSINLÄMNINGAR, input.inlämning))
    fel.push({ fält: 'inlamning', text: 'Välj hur du lämnar in intyget.' });
  if (fel.length > 0) return refuse('ofullstandig', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    intyg: {
      id: input.id,
      person: input.person,
      från: input.från,
      till: input.till,
      inlämning: input.inlämning as Intygsinlämning,
      anmält: input.nu,
      läst: undefined,
      version: 1,
    },
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'deltagande',
        typ: 'intyg-anmalt',
        tid: input.nu,
        text: `Du har berättat att du har ett läkarintyg från ${dagIOrd(input.från)} till ${dagIOrd(input.till)}.`,
        synlig: 'person',
        av: undefined,
      },
    ],
  };
}

/** Staff have read the certificate; from now on it counts. */
export function läsIntyg(
  intyg: Läkarintyg | undefined,
  input: { händelse: string; av: string; nu: Tidpunkt },
): ActResult<{ intyg: Läkarintyg; events: Personhändelse[] }> {
  if (!intyg || intyg.läst) return refuse('redan-last', 'Intyget finns inte eller är redan läst.', 'Läs om sidan.');
  return {
    ok: true,
    intyg: { ...intyg, läst: { av: input.av, tid: input.nu }, version: intyg.version + 1 },
    events: [
      {
        id: input.händelse,
        person: intyg.person,
        område: 'deltagande',
        typ: 'intyg-last',
        tid: input.nu,
        text: `Vi har läst ditt läkarintyg från ${dagIOrd(intyg.från)} till ${dagIOrd(intyg.till)}.`,
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}

/**
 * Staff ask for a certificate earlier than the law does, for särskilda skäl and only for days to come, or grant that none is needed
 * since it is obviously needless (SoL 12 kap. 5 a §).
 */
export function beslutaOmIntyg(input: {
  id: string;
  händelse: string;
  person: PersonId;
  slag: string;
  från: string;
  till: string;
  skäl: string;
  av: string;
  idag: Dag;
  nu: Tidpunkt;
}): ActResult<{ beslut: Intygsbeslut; events: Personhändelse[] }> {
  const fel = tidsfel(input);
  const { slag } = input;
  const skäl = input.skäl.trim();
  if (slag !== 'begart' && slag !== 'undantag') fel.push({ fält: 'intygsslag', text: 'Välj vad beslutet gäller.' });
  if (fel.length === 0 && slag === 'begart' && input.från < input.idag)
    fel.push({ fält: 'fran', text: 'Intyg kan begäras från och med i dag, inte för dagar som har varit.' });
  if (skäl === '' || skäl.length > 2000)
    fel.push({ fält: 'intygsskal', text: 'Skriv skälen, så att personen förstår. Högst 2 000 tecken.' });
  if ((slag !== 'begart' && slag !== 'undantag') || fel.length > 0)
    return refuse('ofullstandig', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  const tid = `från ${dagIOrd(input.från)} till ${dagIOrd(input.till)}`;
  return {
    ok: true,
    beslut: {
      id: input.id,
      person: input.person,
      slag,
      från: input.från,
      till: input.till,
      skäl,
      av: input.av,
      tid: input.nu,
    },
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'deltagande',
        typ: slag === 'begart' ? 'intyg-begart' : 'intyg-undantag',
        tid: input.nu,
        text:
          slag === 'begart'
            ? `Vi ber om läkarintyg redan från första sjukdagen, ${tid}. Skäl: ${skäl}`
            : `Du behöver inte lämna läkarintyg ${tid}. Skäl: ${skäl}`,
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}

function tidsfel({ från, till }: { från: string; till: string }): Fältfel[] {
  const dag = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  const fel: Fältfel[] = [];
  if (!dag(från)) fel.push({ fält: 'fran', text: 'Skriv den första dagen som ÅÅÅÅ-MM-DD.' });
  if (!dag(till)) fel.push({ fält: 'till', text: 'Skriv den sista dagen som ÅÅÅÅ-MM-DD.' });
  if (fel.length > 0) return fel;
  if (till < från) return [{ fält: 'till', text: 'Den sista dagen ska vara samma dag som den första eller senare.' }];
  if ((Date.parse(till) - Date.parse(från)) / 86_400_000 >= LÄNGST)
    return [{ fält: 'till', text: 'Tiden får vara högst ett år.' }];
  return [];
}
