import type { Ansökan, Registersvar } from '@stegvis/casework';
import type { Medarbetare } from './port.ts';
import type { Registerport } from './register-port.ts';

/** What registers have said, in memory. */
export function registertestport({
  now,
  open,
  svar,
}: {
  readonly now: () => string;
  /** The application, if the test port lets it be opened. */
  readonly open: (who: Medarbetare, id: string) => Ansökan | undefined;
  readonly svar: (id: string) => readonly Registersvar[];
}): Registerport {
  return {
    register: async (who, id) => {
      const ansökan = open(who, id);
      return (
        ansökan && {
          ansökan: id,
          ärendenummer: '2026-1',
          vuxna: [
            {
              person: ansökan.sökande,
              namn: 'Person Exempel',
              svar: svar(id),
              folkbokföring: {
                kvalitet: 'svarat',
                hämtad: now(),
                version: 'Navet Personpost V3',
                uppgift: {
                  fornamn: 'Person',
                  efternamn: 'Exempel',
                  skydd: 'ingen',
                  kommun: '0002',
                  folkbokford: '2020-01-01',
                  adress: { utdelningsadress: 'Provgatan 1', postnummer: '00000', postort: 'ORTEN' },
                  civilstand: 'gift',
                  barn: [{ fodd: '2020-02-02' }],
                },
              },
            },
          ],
          avvikelser: [
            { kod: 'annan-kommun', person: ansökan.sökande, text: 'Personen är folkbokförd i en annan kommun.' },
          ],
          konto: {
            person: ansökan.sökande,
            konto: { clearing: '3300', nummer: '1' },
            kvalitet: 'svarat',
            egen: true,
            hämtad: now(),
            version: 'stand-in för kontoregister',
          },
        }
      );
    },
  };
}
