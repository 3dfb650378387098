import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  dagFör,
  frysIvoRapport,
  fårLäsaIvo,
  fårRapporteraTillIvo,
  type IvoRad,
  ivoRapport,
  ivoSkillnader,
  type Kvartal,
  kvartaletsDagar,
  rapportkvartal,
  refuse,
  skrivIvoRedovisning,
  type Tidpunkt,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction } from '@stegvis/database';
import { type Ivolistrad, type Ivoport, ivocsv, type Medarbetare } from '@stegvis/workbench';
import type { Personkit } from '../personkit.ts';

/** The reports to IVO, on the database: counted from what has happened, each time they are looked at. */
export function ivoport({ as, now }: Personkit): Ivoport {
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'ivo', id: objekt },
      ändamål: 'rapportering till IVO',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  return {
    ivobild: (who, valt) =>
      as(who, async (t) => {
        const idag = dagFör(now());
        const kvartal = rapportkvartal(idag.slice(0, 7));
        const val = valt ?? kvartal[0];
        const får = fårLäsaIvo(who) && val !== undefined && kvartal.includes(val);
        await logga(t, 'ivo.last', val ?? '', får);
        if (!får || val === undefined) return undefined;
        const nu = await räkna(t, val);
        const frysta = await t.ivo.findRapporter(val);
        const [senaste] = frysta;
        const skillnader = senaste && ivoSkillnader(senaste, nu);
        const { kvartal: av, rader, summa } = senaste ?? nu;
        const rapport = { kvartal: av, rader, summa };
        return {
          idag,
          kvartal,
          rapport,
          fårSeLista: fårRapporteraTillIvo(who),
          rapporterat: frysta.map(({ id, nummer, skäl, av, tid }) => ({ id, nummer, skäl, av, tid })),
          skillnad: skillnader && {
            antal: skillnader.antal,
            personer: new Set([...skillnader.nya, ...skillnader.borta].map(({ person }) => person)).size,
          },
          slut: idag > (kvartaletsDagar(val)?.till ?? idag),
          siffror: await siffror(t, rapport.summa, now()),
          redovisningar: await t.ivo.findRedovisningar(),
        };
      }),
    ivolista: (who, { kvartal, räkning, hinder }) =>
      as(who, async (t) => {
        const får = fårRapporteraTillIvo(who) && rapportkvartal(dagFör(now()).slice(0, 7)).includes(kvartal);
        await logga(t, 'ivo.lista', `${kvartal} ${räkning} ${hinder}`, får);
        if (!får) return undefined;
        const [fryst] = await t.ivo.findRapporter(kvartal);
        const rader = (fryst ?? (await räkna(t, kvartal))).underlag.filter(
          (r) => r.räkning === räkning && (hinder === 'alla' || (r.hinder ?? '') === hinder),
        );
        return medNamn(t, who, rader);
      }),
    ivoändringar: (who, kvartal) =>
      as(who, async (t) => {
        const får = fårRapporteraTillIvo(who) && rapportkvartal(dagFör(now()).slice(0, 7)).includes(kvartal);
        await logga(t, 'ivo.andrade', kvartal, får);
        if (!får) return undefined;
        const [senaste] = await t.ivo.findRapporter(kvartal);
        if (!senaste) return [];
        const { nya, borta } = ivoSkillnader(senaste, await räkna(t, kvartal));
        const rader = await medNamn(t, who, [...borta, ...nya]);
        return rader
          .map((rad, i) => ({ ...rad, räknasNu: i >= borta.length }))
          .sort((a, b) => a.namn.localeCompare(b.namn, 'sv') || a.person.localeCompare(b.person));
      }),
    ivofil: (who, kvartal, nummer) =>
      as(who, async (t) => {
        const får = fårLäsaIvo(who) && rapportkvartal(dagFör(now()).slice(0, 7)).includes(kvartal);
        await logga(t, 'ivo.fil', kvartal, får);
        if (!får) return undefined;
        const frysta = await t.ivo.findRapporter(kvartal);
        if (nummer !== undefined) return frysta.find((r) => r.nummer === nummer)?.csv;
        return frysta[0]?.csv ?? ivocsv({ rapport: await räkna(t, kvartal) });
      }),
    rapporteraTillIvo: (who, kvartal, skäl) =>
      as(who, async (t): Promise<ActResult<object>> => {
        const finns = rapportkvartal(dagFör(now()).slice(0, 7)).includes(kvartal);
        const nu = finns ? await räkna(t, kvartal) : undefined;
        const result = nu
          ? frysIvoRapport(await t.ivo.findRapporter(kvartal), nu, {
              id: randomUUID(),
              csv: ivocsv({ rapport: nu }),
              skäl,
              av: who,
              nu: now(),
            })
          : refuse('finns-inte', 'Kvartalet finns inte.', 'Välj ett kvartal på sidan.');
        await logga(t, 'ivo.rapporterat', kvartal, result.ok);
        if (result.ok) await t.ivo.addRapport(result.rapport);
        return result;
      }).catch((error: unknown) => {
        if (!(error instanceof Duplicate)) throw error;
        return refuse('andrad-pa-annat-hall', 'Någon annan har just rapporterat kvartalet.', 'Läs om sidan.');
      }),
    skrivIvoRedovisning: (who, input) =>
      as(who, async (t) => {
        const idag = dagFör(now());
        const kvartal = rapportkvartal(idag.slice(0, 7))[0];
        const result = skrivIvoRedovisning(await t.ivo.findRedovisningar(), {
          ...input,
          id: randomUUID(),
          siffror: await siffror(t, kvartal === undefined ? undefined : (await räkna(t, kvartal)).summa, now()),
          av: who,
          nu: now(),
        });
        await logga(t, 'ivo.redovisning', idag, result.ok);
        if (!result.ok) return result;
        await t.ivo.addRedovisning(result.redovisning);
        return result;
      }).catch((error: unknown) => {
        if (!(error instanceof Duplicate)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Någon annan har just gjort en version.',
          'Läs om sidan. Det du skrev finns kvar.',
        );
      }),
  };
}

/** The rows with names; protected persons without, for those who may not open them. */
async function medNamn(t: TenantTransaction, who: Medarbetare, rader: readonly IvoRad[]): Promise<Ivolistrad[]> {
  const personer = await t.personer.findMany(rader.map(({ person }) => person));
  return rader.map((rad) => {
    const person = personer.find(({ id }) => id === rad.person);
    const dold = !person || (person.skyddad && !who.roller.includes('skyddade-uppgifter'));
    return {
      ...rad,
      person: dold ? '' : rad.person,
      namn: dold ? 'Skyddade personuppgifter' : `${person.förnamn} ${person.efternamn}`.trim(),
      personnummer: dold ? '' : person.personnummer,
    };
  });
}

async function räkna(t: TenantTransaction, kvartal: Kvartal) {
  const dagar = kvartaletsDagar(kvartal);
  if (!dagar) throw new RangeError(`'${kvartal}' is no quarter`);
  const anvisade = await t.ivo.findAnvisade(dagar);
  const nedsättningar = await t.nedsättningar.findBeslutade(dagar);
  const personer = [...new Set([...anvisade, ...nedsättningar].map(({ person }) => person))];
  return ivoRapport(kvartal, { anvisade, nedsättningar, hinder: await t.försörjningshinder.findForPersoner(personer) });
}

/** The figures of the account, as sentences, from what stands in the system today. */
async function siffror(
  t: TenantTransaction,
  summa: Readonly<Record<string, number>> | undefined,
  nu: Tidpunkt,
): Promise<string[]> {
  const insatser = (await t.insatser.findAlla()).filter(({ status }) => status === 'aktiv');
  const platser = insatser.reduce((sum, { platser }) => sum + platser, 0);
  const krav = await t.kravbeslut.findGällande(dagFör(nu).slice(0, 7), dagFör(nu).slice(0, 7));
  const antal = (syfte: string) => insatser.filter(({ syften }) => syften.some((s) => s === syfte)).length;
  return [
    `${krav.length} krav på aktivitet gäller den här månaden: ${krav.filter(({ grund }) => grund === '12:4a').length} enligt 4 a § och ${krav.filter(({ grund }) => grund === '12:4d').length} enligt 4 d §.`,
    ...(summa
      ? [
          `${summa['12:4a']} personer har anvisats aktiviteter enligt 4 a § under kvartalet och ${summa['12:4d']} enligt 4 d §.`,
        ]
      : []),
    `${await t.ivo.räknaPlaner()} individuella planer hör till beslut om krav.`,
    `${insatser.length} aktiviteter med ${platser} platser finns: ${antal('motivera')} som motiverar eller stärker, ${antal('sprak')} med språk, ${antal('soka-arbete')} för att söka arbete och ${antal('arbetsplats')} på arbetsplatser. En aktivitet kan räknas i flera slag.`,
  ];
}
