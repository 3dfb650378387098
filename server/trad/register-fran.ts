import { readFileSync } from 'node:fs';
import { type Krets, navet, type SsbtekConfig, skapaKretsbrytare } from '@stegvis/integrations';
import type { Inställning } from '../installning.ts';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import type { Registerdelar } from './hamta-registersvar.ts';

/**
 * What reaches the registers in operation. `vidÄndring` is told when a circuit breaks and when it closes. No account register is
 * connected: none has a contract that a municipality can follow.
 */
export function registerFrån(
  inställning: Pick<Inställning, 'ssbtek' | 'navet'>,
  kommun: Kommunuppgifter,
  delar: { nu: () => Date; vidÄndring: (krets: Krets) => void },
): Omit<Registerdelar, 'nu'> {
  const { nu } = delar;
  const kretsar = skapaKretsbrytare(delar);
  const { url, aktorsid, organisationsnummer, ...certifikat } = inställning.ssbtek!;
  const ssbtek: SsbtekConfig = {
    url,
    tls: läsCertifikat(certifikat),
    aktorsId: aktorsid,
    ingivare: { organisationsnummer, namn: kommun.namn, handläggare: 'stegvis' },
  };
  const folkbokföring =
    inställning.navet &&
    navet(
      {
        url: inställning.navet.url,
        beställningsId: inställning.navet.beställning,
        organisationsnummer,
        tls: läsCertifikat(inställning.navet),
      },
      { now: () => nu().toISOString(), kretsar },
    );
  return { ssbtek, folkbokföring, kretsar };
}

function läsCertifikat(filer: { certfil: string; nyckelfil: string; cafil: string | undefined }) {
  return {
    cert: readFileSync(filer.certfil, 'utf8'),
    key: readFileSync(filer.nyckelfil, 'utf8'),
    ...(filer.cafil ? { ca: readFileSync(filer.cafil, 'utf8') } : {}),
  };
}
