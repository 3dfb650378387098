import { randomUUID } from 'node:crypto';
import {
  beslutaKrav,
  byggAktivitetsunderlag,
  dagFör,
  flyttaMånad,
  noteraKravuppgift,
  type Timuppgift,
  type Undantagsuppgift,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsKravfakta, läsPlan } from '../../portar/vag/aktivitetskrav.ts';
import { sparaKrav } from '../../trad/spara-krav.ts';
import type { Vägfrö } from './sa-vagen.ts';

const HANDLÄGGARE = { namn: 'Handläggare Ett', titel: 'Socialsekreterare', roller: ['handlaggare'] as const };

/** The first month a requirement must be made for, SFS 2026:730. */
const FÖRSTA_MÅNADEN = '2026-10';

/** The long-term person has a requirement of 20 hours since the month before last; the SFI student's facts are noted, nothing decided. */
export async function såKrav(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const denna = dagFör(frö.nu().toISOString()).slice(0, 7);
  const från = [flyttaMånad(denna, -1), FÖRSTA_MÅNADEN].sort().at(-1)!;
  const beslutsdag = `${flyttaMånad(denna, -2)}-28T09:00:00.000Z`;
  const [långtid] = await personer('langtid');
  const [sfi] = await personer('sfi-delad-bostad');

  await notera(t, långtid!, `${flyttaMånad(denna, -2)}-22T09:00:00.000Z`, [
    {
      slag: 'formaga',
      timmar: 25,
      skal: 'Kartläggning och läkarutlåtande: orkar fem timmar om dagen, helst på förmiddagen.',
    },
    { slag: 'jobbsokande', timmar: 5 },
  ]);
  const plan = await läsPlan(t, långtid!, från);
  if (plan) {
    const fakta = await läsKravfakta(t, await t.personer.get(långtid!));
    const result = beslutaKrav(
      { underlag: byggAktivitetsunderlag(fakta, från), beslut: [], plan: { id: plan.id, nummer: plan.nummer } },
      {
        id: randomUUID(),
        händelse: randomUUID(),
        person: långtid!,
        grund: '12:4a',
        från,
        till: flyttaMånad(från, 5),
        timmarPerVecka: 20,
        skäl: 'Du har haft försörjningsstöd i flera år. Du klarar fem timmar om dagen och behöver fem timmar i veckan för att söka arbete. Aktiviteterna ska ge dig vana och hälsa.',
        av: HANDLÄGGARE,
        nu: beslutsdag,
      },
    );
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    await sparaKrav(t, frö.kommun, result);
  }
  await notera(t, sfi!, `${flyttaMånad(denna, -1)}-20T09:00:00.000Z`, [
    { slag: 'deltid', typ: 'sfi', timmar: 15 },
    { slag: 'jobbsokande', timmar: 5 },
    { slag: 'formaga', timmar: 40, skal: 'Inga hinder för hel tid vid första samtalet.' },
  ]);
}

async function notera(
  t: TenantTransaction,
  person: string,
  nu: string,
  uppgifter: readonly (Undantagsuppgift | Timuppgift)[],
): Promise<void> {
  for (const vad of uppgifter) {
    const result = noteraKravuppgift([], {
      id: randomUUID(),
      händelse: randomUUID(),
      person,
      vad,
      från: dagFör(nu),
      till: undefined,
      uppgiftFrån: vad.slag === 'formaga' ? 'Handläggaren' : 'Personen själv',
      styrkt: vad.slag === 'deltid' ? 'Schema från skolan' : 'Samtal',
      av: `${HANDLÄGGARE.namn}, ${HANDLÄGGARE.titel}`,
      nu,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    await t.kravuppgifter.add(result.uppgift);
    await t.personhändelser.add(result.events);
  }
}
