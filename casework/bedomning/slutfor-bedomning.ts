import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import { BEDÖMNINGSUTFALL, type Bedömning, type Bedömningsutfall, nästaBedömningsstatus } from './bedomning.ts';
import { frågorFör } from './instrument.ts';
import { instrumentFör } from './instrumenten.ts';

/** How far ahead the next assessment may be set, in days: two years. */
const LÄNGST_FRAM = 731;

/**
 * Finishes an assessment: the first kind in one of its four outcomes, all in a summary that the person can read and with the last day
 * of the next one. A progress measurement needs the caseworker's view of everything; the person's is hers to give.
 */
export function slutförBedömning(
  bedömning: Bedömning,
  input: {
    händelse: string;
    utfall: Bedömningsutfall | undefined;
    sammanfattning: string;
    nästaSenast: Dag | undefined;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ bedömning: Bedömning; events: Personhändelse[] }> {
  const status = nästaBedömningsstatus(bedömning.status, 'slutford');
  if (status === undefined)
    return refuse('fel-status', 'Bedömningen är inte öppen.', 'Läs om sidan och se vad som går att göra nu.');
  const { slag } = bedömning;
  const idag = dagFör(input.nu);
  const senast = flyttaDag(idag, LÄNGST_FRAM);
  const sammanfattning = input.sammanfattning.replace(/\r\n/g, '\n').trim();
  const fält: Fältfel[] = [];
  if (slag === 'inledande' && !(input.utfall !== undefined && Object.hasOwn(BEDÖMNINGSUTFALL, input.utfall)))
    fält.push({
      fält: 'utfall',
      text: 'Välj ett av de fyra: aktivitet, godkänd studieplan, stöd från Arbetsförmedlingen eller fortsatt utredning.',
    });
  if (sammanfattning.length < 10)
    fält.push({ fält: 'sammanfattning', text: 'Skriv en sammanfattning som personen förstår, minst tio tecken.' });
  if (sammanfattning.length > 4000)
    fält.push({ fält: 'sammanfattning', text: 'Sammanfattningen är för lång. Skriv högst 4 000 tecken.' });
  if (
    slag !== 'fordjupad' &&
    !(input.nästaSenast !== undefined && input.nästaSenast > idag && input.nästaSenast <= senast)
  )
    fält.push({ fält: 'nastaSenast', text: `Skriv dagen för nästa bedömning, efter i dag och senast ${senast}.` });
  if (slag === 'framsteg') {
    const svarat = new Set(bedömning.svar.filter((s) => s.sida === 'handlaggare').map((s) => s.fråga));
    const saknas = frågorFör(instrumentFör(bedömning), 'handlaggare').filter((f) => !svarat.has(f.id));
    if (saknas[0])
      fält.push({
        fält: `handlaggare-${saknas[0].id}`,
        text: `Svara på alla elva. ${saknas.length} är kvar.`,
      });
  }
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  return {
    ok: true,
    bedömning: {
      ...bedömning,
      status,
      slutförd: input.nu,
      resultat: { utfall: slag === 'inledande' ? input.utfall : undefined, sammanfattning, av: input.av },
      nästaSenast: input.nästaSenast,
      sparning: bedömning.sparning + 1,
    },
    events: [
      {
        id: input.händelse,
        person: bedömning.person,
        område: 'bedomning',
        typ: 'bedomning-slutford',
        tid: input.nu,
        text: 'En bedömning är klar. Läs den och lägg till det du vill.',
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}
