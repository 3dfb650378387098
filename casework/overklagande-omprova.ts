import type { Användare } from './anvandare.ts';
import type { Händelse } from './handelse.ts';
import { nästaÖverklagandestatus, type Överklagande } from './overklagande.ts';
import { överklagandehändelse } from './overklagande-lamna.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/**
 * The outcome of the board's own review of an appealed decision (FL 38–39 §§): it stands, is changed as the person wants, or is changed
 * to a part. Only the full change ends the appeal; otherwise it goes to the court, with the new decision where there is one.
 */
export function omprövaÖverklagat(
  överklagande: Överklagande,
  input: {
    resultat: NonNullable<Överklagande['omprövning']>['resultat'];
    skäl: string;
    nyttBeslut: string | undefined;
    av: Användare;
    nu: Tidpunkt;
  },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const helt = input.resultat === 'andrat-helt';
  const status = nästaÖverklagandestatus(överklagande.status, helt ? 'andrat-helt' : 'star-fast');
  if (status === undefined)
    return refuse('fel-status', `Överklagandet är ${överklagande.status}.`, 'Pröva först om det kom in i tid.');
  if ((input.resultat === 'star-fast') !== (input.nyttBeslut === undefined))
    return refuse('nytt-beslut', 'En ändring är ett nytt beslut.', 'Ändra beslutet, eller låt det stå fast.');
  if (input.skäl.trim() === '')
    return refuse('skal-saknas', 'Skälen saknas.', 'Skriv varför.', [
      { fält: 'skalOmprovning', text: 'Skriv varför.' },
    ]);
  const text = {
    'star-fast':
      'Vi har prövat beslutet igen och ändrar det inte. Vi skickar ditt överklagande till förvaltningsrätten.',
    'andrat-helt': 'Vi har prövat beslutet igen och ändrat det som du ville.',
    'andrat-delvis':
      'Vi har ändrat en del av beslutet. Resten av ditt överklagande skickar vi till förvaltningsrätten.',
  }[input.resultat];
  return {
    ok: true,
    överklagande: {
      ...överklagande,
      status,
      omprövning: {
        resultat: input.resultat,
        skäl: input.skäl.trim(),
        nyttBeslut: input.nyttBeslut,
        av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
        tid: input.nu,
      },
      version: överklagande.version + 1,
    },
    events: [överklagandehändelse(överklagande, 'overklagande-omprovat', text, input.nu)],
  };
}
