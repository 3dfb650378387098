import { type Ansökan, vuxnaI } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import type { Beslut } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import type { Utförare } from './overklagande.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';

/** What a person asks of a decision without appealing it: that a person reviews it (GDPR 22), or that a wrong fact is seen to. */
export type Begäransslag = 'omprovning' | 'fel-uppgift';

/** How it was answered: the decision stands, was changed by a new one, or a fact was corrected or noted in the file. */
export type Begäranssvar = 'star-fast' | 'andrat' | 'rattat' | 'antecknat';

/** A request about a decision, by one adult, answered by a person. */
export interface Beslutsbegäran {
  id: string;
  slag: Begäransslag;
  beslut: string;
  ansökan: string;
  ärende: string;
  person: PersonId;
  /** Which line of the calculation it is about, as it was named; undefined for the decision as a whole. */
  rad: string | undefined;
  text: string;
  begärd: Tidpunkt;
  svar: { slag: Begäranssvar; text: string; nyttBeslut: string | undefined; av: Utförare; tid: Tidpunkt } | undefined;
  version: number;
}

/** Asks for a review or says that a fact is wrong. One open request of a kind and decision at a time. */
export function begärOmBeslut(
  läge: {
    ansökan: Pick<Ansökan, 'id' | 'ärende' | 'sökande' | 'medsökande' | 'månad'>;
    beslut: Beslut;
    tidigare: readonly Beslutsbegäran[];
  },
  input: { id: string; slag: Begäransslag; person: PersonId; rad: string | undefined; text: string; nu: Tidpunkt },
): ActResult<{ begäran: Beslutsbegäran; events: Händelse[] }> {
  const { ansökan, beslut } = läge;
  if (beslut.ansökan !== ansökan.id || !vuxnaI(ansökan).includes(input.person))
    return refuse('inte-part', 'Beslutet gäller inte dig.', 'Gå till din översikt.');
  const pågår = läge.tidigare.some(
    (b) => b.slag === input.slag && b.beslut === beslut.id && b.person === input.person && b.svar === undefined,
  );
  if (input.slag === 'omprovning' && pågår)
    return refuse('redan-begard', 'Du har redan begärt det. En handläggare svarar dig.', 'Vänta på svaret.');
  const text = input.text.replace(/\r\n/g, '\n').trim();
  if (text === '' && input.slag === 'fel-uppgift')
    return refuse('text-saknas', 'Skriv vad som är fel.', 'Skriv vad som är fel och skicka igen.', [
      { fält: 'text', text: 'Skriv vad som är fel.' },
    ]);
  if (text.length > 4000)
    return refuse('for-langt', 'Texten är för lång.', 'Skriv högst 4 000 tecken.', [
      { fält: 'text', text: 'Texten är för lång. Skriv högst 4 000 tecken.' },
    ]);
  const begäran: Beslutsbegäran = {
    id: input.id,
    slag: input.slag,
    beslut: beslut.id,
    ansökan: ansökan.id,
    ärende: ansökan.ärende,
    person: input.person,
    rad: input.rad,
    text,
    begärd: input.nu,
    svar: undefined,
    version: 1,
  };
  return {
    ok: true,
    begäran,
    events: [
      begäranshändelse(
        begäran,
        'beslut-ifragasatt',
        input.slag === 'omprovning'
          ? `Du har bett en handläggare gå igenom beslutet för ${månadsnamn(ansökan.månad)}.`
          : `Du har sagt att en uppgift i beslutet för ${månadsnamn(ansökan.månad)} är fel.`,
        input.nu,
      ),
    ],
  };
}

/** A person answers, with reasons. `andrat` needs the new decision. */
export function besvaraBegäran(
  begäran: Beslutsbegäran,
  input: { slag: Begäranssvar; text: string; nyttBeslut: string | undefined; av: Användare; nu: Tidpunkt },
): ActResult<{ begäran: Beslutsbegäran; events: Händelse[] }> {
  if (begäran.svar !== undefined)
    return refuse('redan-besvarad', 'Den är redan besvarad.', 'Skriv ett meddelande om du vill lägga till något.');
  if (input.text.trim() === '')
    return refuse('svar-saknas', 'Svaret saknas.', 'Skriv vad du har kommit fram till.', [
      { fält: 'svar', text: 'Skriv vad du har kommit fram till.' },
    ]);
  if ((input.slag === 'andrat') !== (input.nyttBeslut !== undefined))
    return refuse('nytt-beslut', 'En ändring är ett nytt beslut.', 'Ändra beslutet först.');
  if (begäran.slag === 'omprovning' && (input.slag === 'antecknat' || input.slag === 'rattat'))
    return refuse('fel-svar', 'En omprövning slutar med att beslutet står fast eller ändras.', 'Välj ett av dem.');
  const text = {
    'star-fast': 'En handläggare har gått igenom beslutet. Det ändras inte. Läs varför.',
    andrat: 'En handläggare har gått igenom beslutet och ändrat det.',
    rattat: 'Vi har rättat uppgiften som du sa var fel.',
    antecknat: 'Vi har svarat om uppgiften som du sa var fel.',
  }[input.slag];
  return {
    ok: true,
    begäran: {
      ...begäran,
      svar: {
        slag: input.slag,
        text: input.text.trim(),
        nyttBeslut: input.nyttBeslut,
        av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
        tid: input.nu,
      },
      version: begäran.version + 1,
    },
    events: [begäranshändelse(begäran, 'beslut-genomgatt', text, input.nu)],
  };
}

function begäranshändelse(begäran: Beslutsbegäran, typ: Händelse['typ'], text: string, tid: Tidpunkt): Händelse {
  return { ärende: begäran.ärende, ansökan: begäran.ansökan, typ, tid, text, synlig: { person: begäran.person } };
}
