import type { Användare } from '../anvandare.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';
import { IVO_AVSNITT, type IvoAvsnitt, type IvoRedovisning } from './ivo-redovisning.ts';

/** Who makes the account to IVO and sees the lists behind the counts. */
export function fårRapporteraTillIvo(av: Pick<Användare, 'roller'>): boolean {
  return av.roller.includes('enhetschef') || av.roller.includes('administrator');
}

/** Who sees the counts. */
export function fårLäsaIvo(av: Pick<Användare, 'roller'>): boolean {
  return fårRapporteraTillIvo(av) || av.roller.includes('granskare');
}

/** Two years after the account, the day before which the next one is made (SoL 34 kap. 11 § second paragraph). */
export function nästaRedovisningSenast({ dag }: Pick<IvoRedovisning, 'dag'>): Dag {
  const nästa = `${Number(dag.slice(0, 4)) + 2}${dag.slice(4)}`;
  return nästa.endsWith('-02-29') ? nästa.replace('-02-29', '-02-28') : nästa;
}

/** Makes a new version of the basis of the account: the three parts in words, with the figures as they stand. */
export function skrivIvoRedovisning(
  tidigare: readonly IvoRedovisning[],
  input: {
    id: string;
    anledning: string;
    texter: Readonly<Record<IvoAvsnitt, string>>;
    siffror: readonly string[];
    av: Pick<Användare, 'id' | 'namn' | 'roller'>;
    nu: Tidpunkt;
  },
): ActResult<{ redovisning: IvoRedovisning }> {
  const { av, nu } = input;
  if (!fårRapporteraTillIvo(av))
    return refuse('fel-roll', 'Du får inte göra redovisningen.', 'Enhetschef eller administratör kan.');
  const fält: Fältfel[] = [];
  if (input.anledning !== 'vartannat-ar' && input.anledning !== 'vasentlig-forandring')
    fält.push({ fält: 'anledning', text: 'Välj varför redovisningen görs.' });
  for (const avsnitt of Object.keys(IVO_AVSNITT) as IvoAvsnitt[])
    if (input.texter[avsnitt].trim().length < 20)
      fält.push({ fält: avsnitt, text: 'Beskriv hur nämnden arbetar, minst tjugo tecken.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    redovisning: {
      id: input.id,
      nummer: (tidigare[0]?.nummer ?? 0) + 1,
      anledning: input.anledning as IvoRedovisning['anledning'],
      dag: dagFör(nu),
      texter: {
        krav: input.texter.krav.trim(),
        planer: input.texter.planer.trim(),
        aktiviteter: input.texter.aktiviteter.trim(),
      },
      siffror: input.siffror,
      av: { id: av.id, namn: av.namn },
      tid: nu,
    },
  };
}
