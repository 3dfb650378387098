import { type Nedsättningsgrund, prövaNedsättningsgrund } from '@stegvis/rules';
import type { Anvisning, Avböjning } from '../insats/anvisning.ts';
import type { Insats } from '../insats/insats.ts';
import { type ActResult, refuse } from '../refusal.ts';
import { type Dag, dagIOrd } from '../tid.ts';
import type { Nedsättningshändelse, Nedsättningsärende } from './nedsattningsarende.ts';

/** How a day was marked, as the provider wrote it; undefined when the day is not marked. */
export type Markslag =
  | 'deltog'
  | 'annan-aktivitet'
  | 'giltig-franvaro'
  | 'franvaro'
  | 'sjuk-med-intyg'
  | 'sjuk-utan-intyg'
  | undefined;

/** One day of a referral, with what is known of it. */
export interface Närvarodag {
  /** Undefined when the day is not marked. */
  mark: string | undefined;
  anvisning: string;
  dag: Dag;
  slag: Markslag;
  timmar: number;
  /** What the person herself has said about the day. */
  förklaring: string | undefined;
  /** Whether a läkarintyg that is due has not come (SoL 12 kap. 5 a §). */
  intygSaknas: boolean;
}

/** What a matter may be opened about. */
export interface Händelseunderlag {
  anvisningar: readonly { anvisning: Anvisning; insats: Insats }[];
  dagar: readonly Närvarodag[];
  ärenden: readonly Nedsättningsärende[];
  idag: Dag;
}

/** A day or a declined referral, chosen by staff. */
export type Händelseval =
  | { slag: 'uteblev'; anvisning: string; dag: Dag }
  /** The day is the one that was noted with the referral. */
  | { slag: 'avbojde'; anvisning: string };

/**
 * Tries whether something may be held against the person under SoL 12 kap. 5 §, before anybody has judged the reason. Refused: a day
 * that is not marked, was attended or has a valid reason, sickness while the certificate is not yet due, a referral that nobody has
 * noted as declined, a voluntary activity, care, a day to come, and what another matter is already about.
 */
export function prövaHändelse(
  underlag: Händelseunderlag,
  val: Händelseval,
): ActResult<{ händelse: Nedsättningshändelse }> {
  const finns = underlag.anvisningar.find(({ anvisning }) => anvisning.id === val.anvisning);
  if (!finns) return refuse('finns-inte', 'Anvisningen finns inte hos personen.', 'Välj en av personens anvisningar.');
  const { anvisning, insats } = finns;
  const dagen = val.slag === 'uteblev' ? val.dag : (anvisning.avböjd?.dag ?? underlag.idag);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dagen) || Number.isNaN(Date.parse(dagen)) || dagen > underlag.idag)
    return refuse(
      'fel-dag',
      'Dagen går inte att använda.',
      `Skriv en dag till och med ${dagIOrd(underlag.idag)}, ÅÅÅÅ-MM-DD.`,
      [{ fält: 'dag', text: `Skriv en dag till och med ${dagIOrd(underlag.idag)}, ÅÅÅÅ-MM-DD.` }],
    );
  const grund = prövaNedsättningsgrund({
    dag: dagen,
    grund: anvisning.grund,
    vård: insats.syften.includes('vard'),
  });
  if (grund.påföljd === 'far-inte')
    return refuse(
      'ingen-grund',
      grund.varför,
      'Välj något som personen är anvisad till enligt 12 kap. 4, 4 a, 4 d eller 4 g §.',
    );
  if (val.slag === 'avbojde' && anvisning.avböjd === undefined)
    return refuse(
      'inte-avbojd',
      'Det är inte antecknat att personen har sagt nej till anvisningen.',
      'Anteckna det under Aktiviteter först, med dagen och personens egna ord. Anordnarens nej kan aldrig prövas.',
    );
  const dag =
    val.slag === 'uteblev' ? underlag.dagar.find((d) => d.anvisning === val.anvisning && d.dag === val.dag) : undefined;
  if (val.slag === 'uteblev') {
    const hinder = dagshinder(dag);
    if (hinder) return refuse(...hinder);
  }
  const id = dag?.mark === undefined ? `anvisning:${anvisning.id}` : `mark:${dag.mark}`;
  if (underlag.ärenden.some((ärende) => ärende.händelser.some((h) => h.id === id)))
    return refuse(
      'redan-provad',
      'Händelsen finns redan i ett ärende om nedsättning.',
      'Samma händelse prövas en gång. Öppna det ärendet.',
    );
  return {
    ok: true,
    händelse: {
      id,
      slag: val.slag,
      anvisning: anvisning.id,
      insats: insats.namn,
      grund: anvisning.grund as Nedsättningsgrund,
      dag: dagen,
      timmar: dag?.timmar,
      förklaring: val.slag === 'avbojde' ? anvisning.avböjd?.skäl || undefined : dag?.förklaring,
      bedömning: undefined,
    },
  };
}

function dagshinder(dag: Närvarodag | undefined): [kod: string, text: string, tillåtet: string] | undefined {
  const vänta = 'Bara en dag som är markerad som frånvaro utan giltigt skäl kan prövas.';
  switch (dag?.slag) {
    case 'franvaro':
      return undefined;
    case 'sjuk-utan-intyg':
      return dag.intygSaknas
        ? undefined
        : [
            'intyg-kravs-inte-an',
            'Personen var sjuk, och läkarintyg krävs inte än.',
            'Läkarintyg krävs när sjukperioden är längre än sju dagar i följd (12 kap. 5 a § socialtjänstlagen).',
          ];
    case 'deltog':
    case 'annan-aktivitet':
      return ['var-dar', 'Personen deltog den dagen.', vänta];
    case 'giltig-franvaro':
    case 'sjuk-med-intyg':
      return ['giltig-franvaro', 'Personen hade giltig frånvaro den dagen.', vänta];
    case undefined:
      return ['inte-markerad', 'Dagen är inte markerad. En dag som inte är markerad är inte frånvaro.', vänta];
  }
}

/** The declined referrals that may be held against the person and that no matter is about. A voluntary one is never among them. */
export function obedömdaAvböjningar(
  underlag: Händelseunderlag,
): { anvisning: Anvisning; insats: Insats; avböjd: Avböjning }[] {
  return underlag.anvisningar.flatMap(({ anvisning, insats }) =>
    anvisning.avböjd && prövaHändelse(underlag, { slag: 'avbojde', anvisning: anvisning.id }).ok
      ? [{ anvisning, insats, avböjd: anvisning.avböjd }]
      : [],
  );
}

/** The days that may be held against the person and that nobody has judged: absence without a known reason, and a certificate that is due. */
export function obedömdFrånvaro(underlag: Händelseunderlag): Närvarodag[] {
  return underlag.dagar.filter(
    ({ anvisning, dag, slag }) =>
      (slag === 'franvaro' || slag === 'sjuk-utan-intyg') &&
      prövaHändelse(underlag, { slag: 'uteblev', anvisning, dag }).ok,
  );
}
