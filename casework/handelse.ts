import type { PersonId } from './person.ts';
import type { Tidpunkt } from './tid.ts';

/** What has happened in a case, in the past tense. */
export type Händelsetyp =
  | 'ansokan-startad'
  | 'ansokan-inskickad'
  | 'ansokan-signerad'
  | 'ansokan-inkommen'
  | 'ansokan-aterkallad'
  | 'ansokan-forfallen'
  | 'underskrift-paminnelse'
  | 'hushall-delat'
  | 'register-svarat'
  | 'register-svarade-inte'
  | 'ansokan-beraknad'
  | 'lamnad-till-handlaggare'
  | 'belopp-andrat'
  | 'beslut-fattat'
  | 'beslut-foreslaget'
  | 'forslag-tillbakalamnat'
  | 'underrattelse-skickad'
  | 'yttrande-lamnat'
  | 'yttrandetid-forlangd'
  | 'underrattelse-atertagen'
  | 'muntligt-nekat'
  | 'brev-skapat'
  | 'utbetalning-planerad'
  | 'utbetalning-lagd-i-fil'
  | 'utbetalning-skickad'
  | 'utbetalning-utbetald'
  | 'utbetalning-avvisad'
  | 'utbetalning-aterbetald'
  | 'utbetalning-stoppad'
  | 'utbetalning-aterkallas'
  | 'utbetalning-delad'
  | 'betalfil-makulerad'
  | 'konto-andrat'
  | 'ansokan-registrerad'
  | 'arende-tilldelat'
  | 'varning-kvitterad'
  | 'dokument-tillagt'
  | 'dokument-hor-inte-hit'
  | 'dokument-skadligt'
  | 'ansokan-avslutad'
  | 'komplettering-begard'
  | 'komplettering-delvis-besvarad'
  | 'komplettering-besvarad'
  | 'komplettering-aterkallad'
  | 'komplettering-paminnelse'
  | 'komplettering-utgangen'
  | 'overklagande-inkommet'
  | 'overklagande-i-tid'
  | 'overklagande-avvisat'
  | 'overklagande-omprovat'
  | 'overklagande-overlamnat'
  | 'overklagande-avgjort'
  | 'overklagande-aterkallat'
  | 'beslut-ifragasatt'
  | 'beslut-genomgatt'
  | 'beslut-rattat'
  | 'beslut-andrat'
  | 'aterkrav-kommunicerat'
  | 'aterkrav-beslutat'
  | 'aterkrav-andrat'
  | 'aterkrav-betalning'
  | 'aterkrav-avslutat'
  | 'meddelande-skickat'
  | 'meddelande-mottaget';

/** Who sees an event: both adults and staff, staff alone, or staff and one of the adults. */
export type Synlighet = 'alla' | 'handlaggare' | { person: PersonId };

/** One line in the append-only list of what has happened, in words the applicant understands. */
export interface Händelse {
  ärende: string;
  ansökan: string;
  typ: Händelsetyp;
  tid: Tidpunkt;
  text: string;
  synlig: Synlighet;
}

/** Whether an adult of the case may see the event on the own page. */
export function serHändelse(händelse: Händelse, person: PersonId): boolean {
  const { synlig } = händelse;
  return synlig === 'alla' || (typeof synlig === 'object' && synlig.person === person);
}
