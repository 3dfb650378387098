import { prövaÖverklagandetid, type Ursäkt } from '@stegvis/rules';
import type { Användare } from './anvandare.ts';
import { inteDelegerat } from './besluta-manuellt.ts';
import { beslutanderätt, type Delegationspunkt } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import { nästaÖverklagandestatus, type Överklagande } from './overklagande.ts';
import { överklagandehändelse } from './overklagande-lamna.ts';
import { type ActResult, refuse } from './refusal.ts';
import { dagFör, type Tidpunkt } from './tid.ts';

/**
 * A person tries whether the appeal came in time (FL 45 §). Late without an excuse: rejected by a decision of its own with its reasons,
 * which can be appealed. The machine never rejects.
 */
export function prövaÖverklagandetiden(
  överklagande: Överklagande,
  delegation: readonly Delegationspunkt[],
  input: { ursäkt: Ursäkt | undefined; skäl: string; av: Användare; nu: Tidpunkt },
): ActResult<{ överklagande: Överklagande; events: Händelse[] }> {
  const prövat = prövaÖverklagandetid(dagFör(överklagande.inkom), överklagande.sistaDag, input.ursäkt);
  const status = nästaÖverklagandestatus(överklagande.status, prövat.tasUpp ? 'i-ratt-tid' : 'for-sent');
  if (status === undefined)
    return refuse(
      'fel-status',
      `Överklagandet är ${överklagande.status}.`,
      'Tiden prövas en gång, när det har kommit in.',
    );
  const skäl = input.skäl.trim();
  if (skäl === '' && (!prövat.tasUpp || input.ursäkt !== undefined))
    return refuse('skal-saknas', 'Skälen saknas.', 'Skriv skälen.', [{ fält: 'skalTid', text: 'Skriv skälen.' }]);
  const rätt = prövat.tasUpp
    ? undefined
    : beslutanderätt(delegation, input.av, { utfall: 'avvisning', bestämmelse: '12:1', belopp: 0 }, dagFör(input.nu));
  if (!prövat.tasUpp && rätt === undefined) return inteDelegerat('avvisning');
  return {
    ok: true,
    överklagande: {
      ...överklagande,
      status,
      tidsprövning: {
        tasUpp: prövat.tasUpp,
        ursäkt: input.ursäkt,
        skäl,
        lagrum: prövat.lagrum,
        av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
        punkt: rätt?.punkt.punkt,
        tid: input.nu,
      },
      version: överklagande.version + 1,
    },
    events: [
      prövat.tasUpp
        ? överklagandehändelse(
            överklagande,
            'overklagande-i-tid',
            'Ditt överklagande kom in i tid. Nu prövar vi om beslutet ska ändras.',
            input.nu,
          )
        : överklagandehändelse(
            överklagande,
            'overklagande-avvisat',
            'Ditt överklagande kom in för sent. Du kan läsa vårt beslut om det.',
            input.nu,
          ),
    ],
  };
}
