import { type Ansökan, type Beslut, månadsnamn, väntarPåUnderskrift } from '@stegvis/casework';
import { kr } from '@stegvis/ui';

/** Where an application is, in the applicant's words, with the kind of mark it is shown by. */
export function läget(
  ansökan: Ansökan,
  beslut: Beslut | undefined,
): { text: string; slag: 'neutral' | 'ok' | 'attention' | 'brand' } {
  if (beslut) {
    if (beslut.utfall === 'avslag') return { text: 'Beslut: du får inget bistånd', slag: 'neutral' };
    return { text: `Beslut: du får ${kr(beslut.belopp)}`, slag: 'ok' };
  }
  switch (ansökan.status) {
    case 'utkast':
      return { text: 'Inte skickad', slag: 'attention' };
    case 'inskickad':
      return {
        text: väntarPåUnderskrift(ansökan).length > 0 ? 'Väntar på underskrift' : 'Inskickad',
        slag: 'attention',
      };
    case 'aterkallad':
      return { text: 'Tillbakatagen', slag: 'neutral' };
    case 'inkommen':
      return { text: 'Vi hämtar uppgifter', slag: 'brand' };
    default:
      return { text: 'Vi läser ansökan', slag: 'brand' };
  }
}

/** What the decision says, the amount first: `Du får 5 125 kr för december 2026`. */
export function beslutsrubrik({ utfall, belopp, månad }: Beslut): string {
  return utfall === 'avslag'
    ? `Du får inget bistånd för ${månadsnamn(månad)}`
    : `Du får ${kr(belopp)} för ${månadsnamn(månad)}`;
}
