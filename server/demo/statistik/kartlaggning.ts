import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  dagFör,
  FÖRVALDA_KARTLÄGGNINGSFRÅGOR,
  flyttaDag,
  flyttaMånad,
  skrivFrågor,
  startaKartläggning,
  svaraPåKartläggning,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { PERSONAS } from '../personas.ts';
import type { Frö } from '../sa-demokommun.ts';

/** An inventory that goes on: two have answered, one has said no, the others remain to be asked. */
export async function såKartläggning(t: TenantTransaction, { nu }: Frö): Promise<void> {
  const idag = dagFör(nu().toISOString());
  const vid = (bakåt: number) => `${flyttaDag(idag, -bakåt)}T09:00:00.000Z`;
  const månad = flyttaMånad(idag.slice(0, 7), -1);
  const av = (await t.organisation.findAnvändareByInloggning('enhetschef'))!;
  const samordnare = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
  const { kartläggning, personer } = klart(
    startaKartläggning({
      id: randomUUID(),
      namn: `Målgruppen hösten ${idag.slice(0, 4)}`,
      från: flyttaDag(idag, -14),
      till: flyttaDag(idag, 21),
      månad,
      minstMånader: '1',
      frågor: skrivFrågor(FÖRVALDA_KARTLÄGGNINGSFRÅGOR),
      personer: await t.kartläggningar.findPersoner({ månad, minstMånader: 1 }),
      av,
      nu: vid(14),
    }),
  );
  await t.kartläggningar.add(kartläggning, personer);
  const svar = {
    langtid: {
      halsa: ['kropp'],
      svenska: ['utan-hinder'],
      arbete: ['tidigare'],
      vill: ['ma-battre', 'arbeta-deltid'],
      'nasta-steg': ['prova-arbete'],
    },
    'ensam-med-barn': {
      halsa: ['bra'],
      svenska: ['utan-hinder'],
      arbete: ['senaste-tva-aren'],
      vill: ['arbeta-heltid'],
      'nasta-steg': ['soka-arbete'],
    },
    gymnasist: undefined,
  } as const;
  for (const [namn, valt] of Object.entries(svar)) {
    const [vuxen] = PERSONAS.find((p) => p.namn === namn)!.vuxna;
    const person = await t.personer.findByPersonnummer(vuxen!.personnummer);
    if (!person || !personer.includes(person.id)) continue;
    const result = klart(
      svaraPåKartläggning(kartläggning, undefined, {
        person: person.id,
        slag: valt ? 'svarat' : 'avbojt',
        svar: valt ?? {},
        ord: '',
        av: samordnare,
        nu: vid(6),
      }),
    );
    await t.kartläggningar.addSvar(result.svar);
  }
}

function klart<T extends object>(result: ActResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result;
}
