import { type Ansökan, type Beslut, type Dag, type Utbetalning, väntarPåUnderskrift } from '@stegvis/casework';
import { kortDatum, kr, månad, t } from '@stegvis/ui';

/** What an application is called: `Ansökan för december 2026`. */
export function ansökansnamn({ slag, månad: för }: Pick<Ansökan, 'slag' | 'månad'>): string {
  if (slag === 'akut') return t('Akut hjälp');
  if (slag === 'tillagg') return t('Tillägg för {månad}', { månad: månad(för) });
  return t('Ansökan för {månad}', { månad: månad(för) });
}

/** Where an application is, in the applicant's words, with the kind of mark it is shown by. */
export function läget(
  ansökan: Ansökan,
  beslut: Beslut | undefined,
): { text: string; slag: 'neutral' | 'ok' | 'attention' | 'brand' } {
  if (beslut) {
    if (beslut.belopp > 0) return { text: t('Beslut: du får {belopp}', { belopp: kr(beslut.belopp) }), slag: 'ok' };
    if (beslut.utfall === 'avslag') return { text: t('Beslut: du får inget bistånd'), slag: 'neutral' };
    return { text: t('Beslut finns att läsa'), slag: 'neutral' };
  }
  switch (ansökan.status) {
    case 'utkast':
      return { text: t('Inte skickad'), slag: 'attention' };
    case 'inskickad':
      return {
        text: väntarPåUnderskrift(ansökan).length > 0 ? t('Väntar på underskrift') : t('Inskickad'),
        slag: 'attention',
      };
    case 'aterkallad':
      return { text: t('Tillbakatagen'), slag: 'neutral' };
    case 'forfallen':
      return { text: t('Stängd, alla skrev inte under'), slag: 'neutral' };
    case 'inkommen':
      return { text: t('Vi hämtar uppgifter'), slag: 'brand' };
    default:
      return { text: t('Vi läser ansökan'), slag: 'brand' };
  }
}

/** What the decision says, the amount first: `Du får 5 125 kr för december 2026`. */
export function beslutsrubrik({ utfall, belopp, månad: för }: Beslut): string {
  if (belopp > 0) return t('Du får {belopp} för {månad}', { belopp: kr(belopp), månad: månad(för) });
  if (utfall === 'avvisning') return t('Vi prövar inte ansökan för {månad}', { månad: månad(för) });
  if (utfall === 'avskrivning') return t('Ärendet om {månad} är avslutat', { månad: månad(för) });
  return t('Du får inget bistånd för {månad}', { månad: månad(för) });
}

/** Where a payment is: `Kommer 27 november 2026`. A day that has passed is only said to be the payment day until the bank has answered. */
export function betalningsläge({ status, utbetalningsdag }: Utbetalning, idag: Dag): string {
  const dag = kortDatum(utbetalningsdag);
  switch (status) {
    case 'utbetald':
      return t('Betalt {dag}', { dag });
    case 'stoppad':
      return t('Stoppad. Vi hör av oss.');
    case 'avvisad':
    case 'aterbetald':
      return t('Kom inte fram. Vi betalar igen när kontot är rätt.');
    default:
      return utbetalningsdag < idag ? t('Utbetalningsdag {dag}', { dag }) : t('Kommer {dag}', { dag });
  }
}
