import { månadsnamn } from '@stegvis/casework';
import { prövaReform, REFORMDELAR, type Reform, type Reformdel, Reformhinder } from '@stegvis/rules';
import { type Inskrivet, läsTal, type Talfel } from '../las-tal.ts';

/** What a run of a reform is started with, JSON with ASCII keys. */
export interface Reformval {
  readonly namn: string;
  readonly vem: Reform['vem'];
  readonly delar: readonly Reformdel[];
  /** Whose households: those that have been decided for the months, or synthetic ones for the last month. */
  readonly kalla: 'arenden' | 'syntet';
  /** `YYYY-MM`, the last month. */
  readonly manad: string;
  readonly manader: 1 | 12;
  /** Of synthetic households. */
  readonly antal: number;
  readonly fro: number;
}

/** The most synthetic households of one run. */
export const FLEST_SYNTETISKA = 200_000;

/** The parts by the names of the form's boxes. */
export const DELVAL = ['begransning', 'riksnorm-procent', 'hyresgrans', 'hyresgrans-procent', 'jobbstimulans'] as const;

/**
 * Reads the form of a reform. Faults are at the fields, each a sentence that says what is allowed; nothing has a default but the number
 * of synthetic households and their seed: the amounts are what somebody wants to try.
 * @param valda the parts that were ticked
 * @param månader the months there are decisions for; a synthetic run may take any of the last two years' months
 */
export function läsReform(
  fält: Inskrivet,
  valda: readonly string[],
  månader: { readonly arenden: readonly string[]; readonly syntet: readonly string[] },
): { readonly ok: true; readonly val: Reformval } | { readonly ok: false; readonly fel: readonly Talfel[] } {
  const fel: Talfel[] = [];
  const kronor = (fältnamn: string, namn: string) =>
    läsTal(fält, { fält: fältnamn, namn, minst: 0, högst: 100_000, enhet: 'kr' }, fel) ?? 0;
  const procent = (fältnamn: string, namn: string, minst: number) =>
    läsTal(fält, { fält: fältnamn, namn, minst, högst: 100, enhet: '%' }, fel) ?? 0;
  const delar = valda.flatMap((slag): Reformdel[] => {
    switch (slag) {
      case 'begransning': {
        const hogst = [
          kronor('begransning-4', 'Högsta riksnormen med fyra barn'),
          kronor('begransning-5', 'Högsta riksnormen med fem barn'),
          kronor('begransning-6', 'Högsta riksnormen med sex barn eller fler'),
        ] as const;
        if (hogst[1] < hogst[0] || hogst[2] < hogst[1])
          fel.push({
            fält: 'begransning-5',
            text: 'Högsta riksnormen kan inte vara lägre för fler barn. Skriv beloppen i stigande ordning.',
          });
        return [{ slag, hogst }];
      }
      case 'riksnorm-procent':
        return [{ slag, procent: procent('riksnorm-procent', 'Ändringen av riksnormen', -50) }];
      case 'hyresgrans':
        return [
          {
            slag,
            efterPersoner: [1, 2, 3, 4, 5].map((n) =>
              kronor(`hyra-${n}`, `Gränsen för ${n} ${n === 1 ? 'person' : 'personer'}`),
            ),
            perYtterligare: kronor('hyra-fler', 'Tillägget per person utöver fem'),
          },
        ];
      case 'hyresgrans-procent':
        return [{ slag, procent: procent('hyresgrans-procent', 'Ändringen av gränserna', -50) }];
      case 'jobbstimulans':
        return [{ slag, procent: procent('jobbstimulans', 'Andelen av lönen som inte räknas', 0) }];
      default:
        fel.push({ fält: 'del', text: 'Välj bland ändringarna i listan.' });
        return [];
    }
  });
  const [första] = delar;
  const annars = första ? `${REFORMDELAR[första.slag]}${delar.length > 1 ? ' med mera' : ''}` : 'Ändrade regler';
  const namn = (fält['namn'] ?? '').trim().slice(0, 80) || annars;
  const vem = fält['vem'] === 'kommunen' ? 'kommunen' : 'staten';
  if (fält['vem'] !== 'kommunen' && fält['vem'] !== 'staten')
    fel.push({ fält: 'vem', text: 'Välj om staten eller kommunen ändrar.' });
  try {
    prövaReform({ namn, vem, delar });
  } catch (hinder) {
    if (!(hinder instanceof Reformhinder)) throw hinder;
    if (!fel.some((f) => f.fält === 'del')) fel.push({ fält: 'del', text: hinder.message });
  }
  const kalla = fält['kalla'] === 'syntet' ? 'syntet' : 'arenden';
  if (fält['kalla'] !== 'syntet' && fält['kalla'] !== 'arenden')
    fel.push({ fält: 'kalla', text: 'Välj kommunens egna hushåll eller påhittade hushåll.' });
  const manad = fält['manad'] ?? '';
  if (!månader[kalla].includes(manad))
    fel.push({
      fält: 'manad',
      text:
        månader[kalla].length === 0
          ? 'Ingen månad har beslut än. Välj påhittade hushåll.'
          : `Välj en månad i listan. ${kalla === 'syntet' ? 'Påhittade hushåll' : 'Kommunens beslut'} finns för ${spann(månader[kalla])}.`,
    });
  if (fält['manader'] !== '1' && fält['manader'] !== '12')
    fel.push({ fält: 'manader', text: 'Välj en månad eller tolv månader.' });
  let [antal, fro] = [0, 0];
  if (kalla === 'syntet') {
    antal =
      läsTal(fält, { fält: 'antal', namn: 'Antalet hushåll', minst: 1, högst: FLEST_SYNTETISKA, heltal: true }, fel) ??
      0;
    fro = läsTal(fält, { fält: 'fro', namn: 'Fröet', minst: 0, högst: 1_000_000, heltal: true }, fel) ?? 0;
  }
  if (fel.length > 0) return { ok: false, fel };
  const manader = fält['manader'] === '12' && kalla === 'arenden' ? 12 : 1;
  return { ok: true, val: { namn, vem, delar, kalla, manad, manader, antal, fro } };
}

/** The months from the first to the last, in words. */
function spann(månader: readonly string[]): string {
  const ordnade = månader.toSorted();
  const [första, sista] = [ordnade[0]!, ordnade.at(-1)!];
  return första === sista ? månadsnamn(sista) : `${månadsnamn(första)} till ${månadsnamn(sista)}`;
}
