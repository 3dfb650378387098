import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  dagFör,
  FÖRVALD_STEGTRAPPA,
  flyttaDag,
  flyttaMånad,
  följErsättning,
  geSamtycke,
  läggTillSipåtgärd,
  noteraHinder,
  noteraSteg,
  type Personhändelse,
  skrivIvoRedovisning,
  skrivSipmöte,
  startaSip,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { ANDRA_ERSÄTTNINGAR } from '@stegvis/rules';
import type { Vägfrö } from './sa-vagen.ts';

const AV = { id: '00000000-0000-4000-8000-000000000000', namn: 'Samordnare Ett' };

/** The long-term person's steps, obstacle, consent, plan with the care and benefit; the SFI student's obstacle; an account to IVO. */
export async function såSamordning(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const nu = frö.nu().toISOString();
  const idag = dagFör(nu);
  const dagen = (bakåt: number) => flyttaDag(idag, -bakåt);
  const vid = (dag: string) => `${dag}T09:00:00.000Z`;
  const [långtid] = await personer('langtid');
  const [sfi] = await personer('sfi-delad-bostad');
  const person = långtid!;
  const spara = async <T extends { events: Personhändelse[] }>(result: ActResult<T>): Promise<T> => {
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    await t.personhändelser.add(result.events);
    return result;
  };
  const grund = (dag: string) => ({ id: randomUUID(), händelse: randomUUID(), av: AV, nu: vid(dag) });

  for (const [bakåt, steg, källa, skäl] of [
    [250, 'sysselsattning', 'handlaggare', 'Öppen verksamhet två dagar i veckan'],
    [110, 'arbetsinriktad-rehabilitering', 'bedomning', 'Rehabilitering på Hälsotorget'],
  ] as const)
    await t.steg.add(
      (
        await spara(
          noteraSteg({
            ...grund(dagen(bakåt)),
            person,
            trappa: FÖRVALD_STEGTRAPPA,
            steg,
            dag: dagen(bakåt),
            källa,
            skäl,
          }),
        )
      ).position,
    );

  for (const [vem, hinder, bakåt, skäl] of [
    [person, 'arbetslos-ingen-ersattning', 400, 'Ingen a-kassa.'],
    [person, 'sjukskriven-ingen-sjukpenning', 120, 'Läkarintyg till årsskiftet, ingen sjukpenninggrundande inkomst.'],
    [sfi!, 'arbetslos-ingen-ersattning', 60, 'Läser svenska på deltid.'],
  ] as const)
    await t.försörjningshinder.add(
      (
        await spara(
          noteraHinder({ ...grund(dagen(bakåt)), person: vem, hinder, från: dagen(bakåt), skäl, ansökan: undefined }),
        )
      ).hinder,
    );

  const { samtycke } = await spara(
    geSamtycke({
      ...grund(dagen(40)),
      av: AV.namn,
      person,
      part: 'region',
      vem: 'Lindviks vårdcentral',
      uppgifter: ['kontakt', 'plan', 'halsa'],
      plan: true,
      till: `${flyttaMånad(idag.slice(0, 7), 5)}-28`,
      sätt: 'muntligt',
    }),
  );
  await t.samtycken.add(samtycke);
  let { sip } = await spara(
    startaSip(
      { samtycken: [samtycke], sip: [] },
      {
        ...grund(dagen(39)),
        person,
        behov: 'Rehabilitering och arbetsträning behöver gå hand i hand.',
        leder: 'kommunen',
        samordnare: AV.namn,
        ansvar: 'Arbetsträning i egen takt och kontakt med anordnaren',
        partsansvar: 'Smärtbehandling och läkarintyg',
      },
    ),
  );
  await t.sip.add(sip);
  const ändra = async (result: ReturnType<typeof skrivSipmöte>) => {
    ({ sip } = await spara(result));
    await t.sip.save(sip);
  };
  await ändra(
    skrivSipmöte(sip, [samtycke], {
      ...grund(dagen(30)),
      dag: dagen(30),
      anteckning: 'Vi gick igenom arbetsträningen och vad kroppen klarar.',
      personenMed: true,
    }),
  );
  await ändra(
    läggTillSipåtgärd(sip, [samtycke], {
      ...grund(dagen(30)),
      vad: 'Skriva utlåtande om arbetsförmågan',
      vem: 'Lindviks vårdcentral',
      senast: flyttaDag(idag, 20),
    }),
  );
  await t.ersättningar.add(
    (
      await spara(
        följErsättning(undefined, {
          ...grund(dagen(25)),
          person,
          ersättning: { id: 'sjukersattning', namn: ANDRA_ERSÄTTNINGAR.sjukersattning.namn },
          övergång: 'stöd',
          dag: dagen(25),
          text: 'Vi fyller i ansökan tillsammans när utlåtandet är klart.',
        }),
      )
    ).ärende,
  );

  const redovisning = skrivIvoRedovisning([], {
    id: randomUUID(),
    anledning: 'vasentlig-forandring',
    texter: {
      krav: 'Kravet prövas för varje person när stödet har lämnats i tre månader i följd. En handläggare beslutar.',
      planer: 'Alla har en plan från första dagen. Den följs upp varje månad tillsammans med samordnaren.',
      aktiviteter: 'Katalogen har aktiviteter av alla fyra slagen. Platser och kö visas för varje aktivitet.',
    },
    siffror: [],
    av: { ...AV, namn: 'Enhetschef Ett', roller: ['enhetschef'] },
    nu: vid(dagen(50)),
  });
  if (!redovisning.ok) throw new Error(JSON.stringify(redovisning.refusal));
  await t.ivo.addRedovisning(redovisning.redovisning);
}
