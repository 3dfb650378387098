import type { Ansökan } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import { försent, type Komplettering, nästaKompletteringsstatus } from './komplettering.ts';
import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** Longest answer to one point, in characters. */
export const LÄNGSTA_SVAR = 4000;

/** What the person gives for one point: words, documents (by id), or both. */
export interface Punktsvar {
  text: string;
  dokument: readonly string[];
}

/**
 * The one who was asked answers some or all points. It is whole when every point has an answer, or when the person says that nothing
 * more can be given (`kanInteMer`). A late answer is received like any other.
 */
export function svaraPåKomplettering(
  komplettering: Komplettering,
  ansökan: Pick<Ansökan, 'id' | 'status'>,
  input: { person: PersonId; svar: Readonly<Record<string, Punktsvar>>; kanInteMer: boolean; nu: Tidpunkt },
): ActResult<{ komplettering: Komplettering; events: Händelse[] }> {
  if (komplettering.person !== input.person)
    return refuse('inte-din-begaran', 'Frågan finns inte.', 'Gå till din översikt.');
  if (ansökan.id !== komplettering.ansökan || (ansökan.status !== 'inkommen' && ansökan.status !== 'utreds'))
    return refuse('redan-avgjord', 'Ansökan är redan avgjord.', 'Skriv ett meddelande till oss i stället.');
  const fel: Fältfel[] = [];
  const punkter = komplettering.punkter.map((punkt) => {
    const svar = input.svar[punkt.id];
    const text = svar?.text.trim() ?? '';
    const dokument = [...(svar?.dokument ?? [])];
    if (text.length > LÄNGSTA_SVAR)
      fel.push({ fält: punkt.id, text: `Svaret är ${text.length} tecken. Det får vara högst ${LÄNGSTA_SVAR}.` });
    if (text === '' && dokument.length === 0) return punkt;
    if (punkt.svar?.text === text && punkt.svar.dokument.join() === dokument.join()) return punkt;
    return { ...punkt, svar: { text, dokument, tid: input.nu } };
  });
  if (fel.length > 0) return refuse('for-langt', 'Svaret är för långt.', 'Korta texten.', fel);
  const nya = punkter.filter((punkt, i) => punkt !== komplettering.punkter[i]);
  if (nya.length === 0 && !input.kanInteMer)
    return refuse('tomt-svar', 'Du har inte svarat på något än.', 'Svara på minst en sak.', [
      { fält: komplettering.punkter.find((p) => p.svar === undefined)?.id ?? 'p1', text: 'Svara på minst en sak.' },
    ]);
  const hel = input.kanInteMer || punkter.every((punkt) => punkt.svar !== undefined);
  const status = nästaKompletteringsstatus(komplettering.status, hel ? 'besvarad' : 'delvis-besvarad');
  if (status === undefined)
    return refuse(
      'fel-status',
      komplettering.status === 'besvarad' ? 'Du har redan svarat.' : 'Vi behöver inte uppgifterna längre.',
      'Vill du berätta mer? Skriv ett meddelande till oss.',
    );
  const sent = försent(komplettering, input.nu);
  return {
    ok: true,
    komplettering: {
      ...komplettering,
      punkter,
      status,
      kanInteMer: input.kanInteMer,
      avslutad: hel ? input.nu : undefined,
      läst: undefined,
      version: komplettering.version + 1,
    },
    events: [
      {
        ärende: komplettering.ärende,
        ansökan: komplettering.ansökan,
        typ: hel ? 'komplettering-besvarad' : 'komplettering-delvis-besvarad',
        tid: input.nu,
        text: hel
          ? sent
            ? 'Vi har fått ditt svar. Det kom efter sista dagen, men vi läser det ändå.'
            : 'Vi har fått ditt svar. Nu fortsätter vi med ansökan.'
          : 'Vi har fått en del av svaret. Lämna resten så snart du kan.',
        synlig: { person: komplettering.person },
      },
    ],
  };
}
