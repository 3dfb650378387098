import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Användare,
  bokaMöte,
  dagFör,
  flyttaDag,
  publiceraMötestider,
  skrivMötesanteckning,
  utseSamordnare,
  ärKommande,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Vägfrö } from './sa-vagen.ts';

const PLATS = 'Arbetsmarknadsenheten, Storgatan 1';

/** Case managers, meetings with notes, and times to book from within 24 hours to two weeks ahead. */
export async function såUppföljning(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const ett = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
  const två = (await t.organisation.findAnvändareByInloggning('samordnare-tva'))!;
  const nu = frö.nu().toISOString();
  const idag = dagFör(nu);
  const [långtid] = await personer('langtid');
  const [sfi] = await personer('sfi-delad-bostad');
  const vardag = (dagar: number) => {
    let dag = flyttaDag(idag, dagar);
    while ([0, 6].includes(new Date(`${dag}T12:00:00Z`).getUTCDay())) dag = flyttaDag(dag, 1);
    return dag;
  };

  await samordnare(t, långtid!, två, flyttaDag(idag, -258), '');
  await samordnare(t, långtid!, ett, flyttaDag(idag, -70), 'Nytt spår med mer samordnat stöd');
  await samordnare(t, sfi!, ett, flyttaDag(idag, -20), '');

  await hållet(t, långtid!, ett, {
    dag: vardag(-42),
    syfte: 'Börja i aktiviteten',
    överenskommet: 'Du börjar på förmiddagar och ökar när det känns bra.',
    nästa: 'Vi pratar igen efter två veckor.',
    egen: '',
  });
  await hållet(t, långtid!, ett, {
    dag: vardag(-14),
    syfte: 'Hur det går i aktiviteten',
    överenskommet: 'Du vill fortsätta och prova en dag till i veckan. Vården hjälper till med sömnen.',
    nästa: 'Samordnaren frågar handledaren om en dag till.',
    egen: 'Ring rehabkoordinatorn om svaret.',
  });
  const bokat = klart(
    bokaMöte({
      id: randomUUID(),
      händelse: randomUUID(),
      person: långtid!,
      möten: await t.möten.findForPersoner([långtid!]),
      samordnare: ett,
      slag: 'mote',
      dag: vardag(3),
      från: '10:00',
      till: '10:45',
      plats: PLATS,
      syfte: 'En dag till i veckan, och nästa mätning',
      av: ett,
      nu,
    }),
  );
  await t.möten.add(bokat.möte);
  await t.personhändelser.add(bokat.events);

  const lägg = async (vem: Användare, dagar: readonly string[], från: string, till: string, telefon = false) => {
    const framåt = dagar.filter((dag) => ärKommande({ dag, från }, nu));
    if (framåt.length === 0) return;
    const { tider } = klart(
      publiceraMötestider({
        nyttId: randomUUID,
        samordnare: vem,
        slag: telefon ? 'telefon' : 'mote',
        dagar: framåt,
        från,
        till,
        plats: telefon ? '' : PLATS,
        antal: 1,
        egna: [],
        nu,
      }),
    );
    await t.mötestider.add(tider);
  };
  const dagar = [...new Set([1, 2, 5, 6, 7, 8, 9, 12, 13].map(vardag))];
  await lägg(ett, [idag], '15:00', '15:30', true);
  await lägg(ett, [flyttaDag(idag, 1)], '08:30', '09:15');
  await lägg(ett, dagar, '13:00', '13:45');
  await lägg(två, dagar, '09:30', '10:15');
}

async function samordnare(t: TenantTransaction, person: string, vem: Användare, dag: string, skäl: string) {
  const result = klart(
    utseSamordnare(await t.samordnarskap.findForPersoner([person]), {
      id: randomUUID(),
      händelse: randomUUID(),
      person,
      samordnare: vem,
      skäl,
      av: vem,
      nu: `${dag}T08:00:00.000Z`,
    }),
  );
  if (result.avslutat) await t.samordnarskap.save(result.avslutat);
  await t.samordnarskap.add(result.samordnarskap);
  await t.personhändelser.add(result.events);
}

async function hållet(
  t: TenantTransaction,
  person: string,
  vem: Användare,
  val: { dag: string; syfte: string; överenskommet: string; nästa: string; egen: string },
) {
  const bokat = klart(
    bokaMöte({
      id: randomUUID(),
      händelse: randomUUID(),
      person,
      möten: await t.möten.findForPersoner([person]),
      samordnare: vem,
      slag: 'mote',
      dag: val.dag,
      från: '09:00',
      till: '09:45',
      plats: PLATS,
      syfte: val.syfte,
      av: vem,
      nu: `${flyttaDag(val.dag, -5)}T10:00:00.000Z`,
    }),
  );
  await t.möten.add(bokat.möte);
  await t.personhändelser.add(bokat.events);
  const skrivet = klart(
    skrivMötesanteckning(bokat.möte, {
      id: randomUUID(),
      händelse: randomUUID(),
      anteckningar: [],
      överenskommet: val.överenskommet,
      nästa: val.nästa,
      nästaKontakt: undefined,
      egen: val.egen,
      skäl: '',
      av: vem,
      nu: `${val.dag}T12:00:00.000Z`,
    }),
  );
  await t.möten.save(skrivet.möte);
  await t.möten.addAnteckning(skrivet.anteckning);
  await t.personhändelser.add(skrivet.events);
}

function klart<T extends object>(result: ActResult<T>): T {
  if (!result.ok) throw new Error(result.refusal.text);
  return result;
}
