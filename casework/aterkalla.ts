import { type Ansökan, nästaStatus, vuxnaI } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';

/** Withdraws an application before it is decided. Either adult may; a draft only by the one who writes it. */
export function återkalla(
  ansökan: Ansökan,
  input: { person: PersonId; nu: Tidpunkt },
): ActResult<{ ansökan: Ansökan; events: Händelse[] }> {
  const får = ansökan.status === 'utkast' ? input.person === ansökan.sökande : vuxnaI(ansökan).includes(input.person);
  if (!får)
    return refuse(
      'inte-din-ansokan',
      'Du kan inte ta tillbaka den här ansökan.',
      'Den som har ansökt kan ta tillbaka den.',
    );
  const status = nästaStatus(ansökan.status, 'aterkallad');
  if (status === undefined) {
    return refuse(
      'redan-avgjord',
      'Ansökan går inte att ta tillbaka, för den är redan avgjord.',
      'Skriv till oss om något i beslutet är fel, eller överklaga.',
    );
  }
  const draft = ansökan.status === 'utkast';
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'ansokan-aterkallad',
        tid: input.nu,
        text: draft
          ? `Du tog bort utkastet för ${månadsnamn(ansökan.månad)}.`
          : `Ansökan för ${månadsnamn(ansökan.månad)} är tillbakatagen.`,
        synlig: draft ? { person: input.person } : 'alla',
      },
    ],
  };
}
