import { randomUUID } from 'node:crypto';
import type { MinAktivitetsport } from '@stegvis/apply';
import {
  type ActResult,
  type Anvisning,
  type Anvisningssteg,
  anvisningshändelse,
  avböjAnvisning,
  avslutaAnvisning,
  dagFör,
  flyttaIKön,
  föreslåAnvisning,
  gePlatsFrånKön,
  godtaAnvisning,
  gällandePlan,
  gällandeÖverenskommelse,
  type Insats,
  köplats,
  nekaAnvisning,
  type Person,
  platsläge,
  prövaVillkor,
  type Refused,
  redigerarInsatser,
  refuse,
  sparaAnordnare,
  sparaInsats,
  startaAnvisning,
  sägUppÖverenskommelse,
  tarPlats,
  tecknaÖverenskommelse,
  återkallaAnvisning,
  överenskommenTill,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import { följer, type Insatsport, type Medarbetare } from '@stegvis/workbench';
import { isUuid, type Medborgarkit } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';
import { krävRätt } from './krav-ratt.ts';
import { läsInsatsval, läsVillkorsläge } from './villkorslage.ts';

const FINNS_INTE = (vad: string) => refuse('finns-inte', `${vad} finns inte.`, 'Gå tillbaka till listan.');
const FÅR_INTE = refuse(
  'ej-behorig',
  'Du har inte behörighet att ändra här.',
  'Be en samordnare, enhetschef eller administratör.',
);

/** The catalogue, providers and referrals for staff and providers, on the database. */
export function insatsport(kit: Personkit): Insatsport {
  const { as, göra, läs, now } = kit;
  const idag = () => dagFör(now());
  const logga = (t: TenantTransaction, handling: string, utfall: 'tillaten' | 'nekad', objekt?: string) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: objekt === undefined ? undefined : { slag: 'insats', id: objekt },
      ändamål: 'stöd till egen försörjning',
      utfall,
    });
  const serKatalogen = (who: Medarbetare) => följer(who.roller) || who.roller.includes('administrator');

  /** Reads the catalogue or the providers, if the role may. */
  const läsa = <T>(who: Medarbetare, handling: string, work: (t: TenantTransaction) => Promise<T>) =>
    as(who, async (t): Promise<T | undefined> => {
      await logga(t, handling, serKatalogen(who) ? 'tillaten' : 'nekad');
      return serKatalogen(who) ? work(t) : undefined;
    });
  /** Changes the catalogue or the providers, if the role may. */
  const ändra = <T extends object>(
    who: Medarbetare,
    handling: string,
    work: (t: TenantTransaction) => Promise<ActResult<T>>,
  ): Promise<ActResult<T>> =>
    as(who, async (t): Promise<ActResult<T>> => {
      const får = redigerarInsatser(who.roller);
      await logga(t, handling, får ? 'tillaten' : 'nekad');
      return får ? work(t) : FÅR_INTE;
    }).catch(vägranVidKrock);

  const katalogen = async (t: TenantTransaction) => {
    const [insatser, anordnare, överenskommelser, öppna] = await Promise.all([
      t.insatser.findAlla(),
      t.anordnare.findAlla(),
      t.anordnare.findÖverenskommelser(),
      t.anvisningar.findÖppna(),
    ]);
    const rader = insatser.map((insats) => {
      const gällande = gällandeÖverenskommelse(
        överenskommelser.filter((ö) => ö.anordnare === insats.anordnare),
        idag(),
      );
      return {
        insats,
        anordnare: anordnare.find((a) => a.id === insats.anordnare)?.namn ?? '',
        platser: platsläge(insats, öppna, idag()),
        överenskommenTill: gällande && överenskommenTill(gällande),
      };
    });
    return { rader, anordnare, överenskommelser };
  };

  /** A step of a referral of the person, with the activity locked, and the event. */
  const stega = (
    who: Medarbetare,
    person: string,
    id: string,
    handling: string,
    work: (
      t: TenantTransaction,
      anvisning: Anvisning,
      insats: Insats,
      iInsatsen: readonly Anvisning[],
    ) => Promise<ActResult<{ anvisning: Anvisning; steg: Anvisningssteg }>>,
  ): Promise<ActResult<object>> =>
    göra(who, person, handling, async (t): Promise<ActResult<object>> => {
      const läst = isUuid(id) ? await t.anvisningar.find(id) : undefined;
      if (läst?.person !== person) return FINNS_INTE('Anvisningen');
      return tagSteg(t, läst, who.namn, now(), work);
    });

  return {
    insatskatalog: (who) =>
      läsa(who, 'insatser.lasta', async (t) => {
        const { rader, anordnare } = await katalogen(t);
        return { idag: idag(), rader, anordnare, val: await läsInsatsval(t) };
      }),
    insatsbild: (who, id) =>
      läsa(who, 'insats.last', async (t) => {
        const insats = isUuid(id) ? await t.insatser.find(id) : undefined;
        if (!insats) return undefined;
        const [anordnaren, överenskommelser, alla] = await Promise.all([
          t.anordnare.find(insats.anordnare),
          t.anordnare.findÖverenskommelser(insats.anordnare),
          t.anvisningar.findForInsats(id),
        ]);
        const gällande = gällandeÖverenskommelse(överenskommelser, idag());
        const namn = följer(who.roller) ? await namnPå(t, who, alla) : new Map<string, string>();
        return {
          idag: idag(),
          insats,
          anordnaren: anordnaren!,
          anordnare: anordnaren!.namn,
          platser: platsläge(insats, alla, idag()),
          överenskommenTill: gällande && överenskommenTill(gällande),
          val: await läsInsatsval(t),
          anvisningar: följer(who.roller)
            ? alla.map((anvisning) => ({
                anvisning,
                namn: namn.get(anvisning.person),
                köplats: köplats(anvisning, alla),
              }))
            : [],
        };
      }),
    sparaInsats: (who, id, uppgifter, baseradPå) =>
      ändra(who, 'insats.sparad', async (t) => {
        const nuvarande = id === undefined ? undefined : isUuid(id) ? await t.insatser.lås(id) : undefined;
        if (id !== undefined && !nuvarande) return FINNS_INTE('Aktiviteten');
        const iInsatsen = nuvarande ? await t.anvisningar.findForInsats(nuvarande.id) : [];
        const läge = nuvarande && platsläge(nuvarande, iInsatsen, idag());
        const result = sparaInsats(nuvarande, {
          ...uppgifter,
          id: nuvarande?.id ?? randomUUID(),
          anordnaren: isUuid(uppgifter.anordnare) ? await t.anordnare.find(uppgifter.anordnare) : undefined,
          upptagna: läge ? läge.platser - läge.lediga : 0,
          bytAnordnare: iInsatsen.length === 0,
          baseradPå,
          idag: idag(),
        });
        if (!result.ok) return result;
        await (nuvarande ? t.insatser.save(result.insats) : t.insatser.add(result.insats));
        return { ok: true, id: result.insats.id };
      }),
    anordnarlista: (who) =>
      läsa(who, 'anordnare.lasta', async (t) => {
        const anordnare = await t.anordnare.findAlla();
        return Promise.all(anordnare.map((a) => anordnarbild(t, a.id).then((bild) => bild!)));
      }),
    anordnarbild: (who, id) => läsa(who, 'anordnare.last', async (t) => (isUuid(id) ? anordnarbild(t, id) : undefined)),
    sparaAnordnare: (who, id, uppgifter, baseradPå) =>
      ändra(who, 'anordnare.sparad', async (t) => {
        const andra = await t.anordnare.findAlla();
        const nuvarande = andra.find((a) => a.id === id);
        if (id !== undefined && !nuvarande) return FINNS_INTE('Anordnaren');
        const result = sparaAnordnare(nuvarande, {
          ...uppgifter,
          id: nuvarande?.id ?? randomUUID(),
          andra,
          baseradPå,
        });
        if (!result.ok) return result;
        await (nuvarande ? t.anordnare.save(result.anordnare) : t.anordnare.add(result.anordnare));
        return { ok: true, id: result.anordnare.id };
      }),
    tecknaÖverenskommelse: (who, id, uppgifter) =>
      ändra(who, 'overenskommelse.tecknad', async (t) => {
        if (!isUuid(id) || !(await t.anordnare.find(id))) return FINNS_INTE('Anordnaren');
        const result = tecknaÖverenskommelse({
          ...uppgifter,
          id: randomUUID(),
          anordnare: id,
          tecknad: now(),
          tecknadAv: { id: who.id, namn: who.namn },
        });
        if (result.ok) await t.anordnare.addÖverenskommelse(result.överenskommelse);
        return result;
      }),
    sägUppÖverenskommelse: (who, id, input) =>
      ändra(who, 'overenskommelse.uppsagd', async (t) => {
        const ö = (await t.anordnare.findÖverenskommelser()).find((x) => x.id === id);
        if (!ö) return FINNS_INTE('Överenskommelsen');
        const result = sägUppÖverenskommelse(ö, { ...input, av: who.namn, nu: now() });
        if (result.ok) await t.anordnare.sägUpp(result.överenskommelse);
        return result;
      }),
    personensAktiviteter: (who, id) =>
      läs(who, id, 'aktiviteter.lasta', async (t, person) => {
        const { rader, anordnare } = await katalogen(t);
        const egna = await t.anvisningar.findForPersoner([id]);
        const läge = await läsVillkorsläge(t, person, idag());
        const öppna = await t.anvisningar.findÖppna();
        return {
          idag: idag(),
          anvisningar: egna.map((anvisning) => {
            const rad = rader.find((r) => r.insats.id === anvisning.insats)!;
            return {
              anvisning,
              insats: rad.insats,
              anordnare: anordnare.find((a) => a.id === anvisning.anordnare)?.namn ?? '',
              köplats: köplats(
                anvisning,
                öppna.filter((a) => a.insats === anvisning.insats),
              ),
              iKö: rad.platser.iKö,
            };
          }),
          förslag: rader
            .filter((r) => r.insats.status === 'aktiv')
            .map((rad) => {
              const villkor = prövaVillkor(rad.insats.villkor, läge);
              const passarInte = villkor.filter((v) => v.utfall === 'inte-uppfyllt').map((v) => v.text);
              if (egna.some((a) => a.insats === rad.insats.id && tarPlatsEllerVäntar(a)))
                passarInte.unshift('Personen är redan anvisad dit.');
              if (rad.överenskommenTill === undefined)
                passarInte.unshift('Det finns ingen överenskommelse med anordnaren som gäller i dag.');
              return {
                ...rad,
                villkor,
                passarInte,
                okänt: villkor.filter((v) => v.utfall === 'okant').map((v) => v.text),
              };
            }),
        };
      }),
    föreslåAnvisning: (who, id, uppgifter) =>
      göra(who, id, 'anvisning.foreslagen', async (t, person): Promise<ActResult<object>> => {
        const insats = isUuid(uppgifter.insats) ? await t.insatser.find(uppgifter.insats) : undefined;
        if (!insats) return FINNS_INTE('Aktiviteten');
        const kräver = uppgifter.grund !== undefined && uppgifter.grund !== 'frivillig';
        const rätt = kräver ? await krävRätt(t, who, 'anvisning', now()) : undefined;
        if (rätt?.ok === false) return rätt;
        const result = föreslåAnvisning(
          {
            insats,
            överenskommelser: await t.anordnare.findÖverenskommelser(insats.anordnare),
            krav: await t.kravbeslut.findForPersoner([id]),
            personens: await t.anvisningar.findForPersoner([id]),
            villkor: prövaVillkor(insats.villkor, await läsVillkorsläge(t, person, idag())),
            jobbsökartimmar: gällandePlan(await t.planer.findForPersoner([id]))?.jobbsökartimmar,
          },
          {
            ...uppgifter,
            pass: uppgifter.pass.flatMap((i) => insats.pass[i] ?? []),
            id: randomUUID(),
            person: id,
            nu: now(),
            av: { id: who.id, namn: who.namn, ...(rätt ? { delegationspunkt: rätt.punkt.punkt } : {}) },
          },
        );
        if (!result.ok) return result;
        await t.anvisningar.add(result.anvisning);
        await t.personhändelser.add([
          anvisningshändelse(
            result.anvisning,
            insats,
            { hände: 'foreslagen' },
            { id: randomUUID(), av: who.namn, tid: now() },
          ),
        ]);
        return { ok: true };
      }).catch(vägranVidKrock),
    gePlats: (who, person, id, dagar) =>
      stega(who, person, id, 'anvisning.plats', async (_t, anvisning, insats, iInsatsen) => {
        const result = gePlatsFrånKön(anvisning, insats, iInsatsen, { ...dagar, nu: now() });
        if (!result.ok) return result;
        return { ...result, steg: { hände: 'plats', från: dagar.från } };
      }),
    startaAnvisning: (who, person, id, dag) =>
      stega(who, person, id, 'anvisning.startad', async (_t, anvisning) => {
        const result = startaAnvisning(anvisning, { dag, nu: now() });
        return result.ok ? { ...result, steg: { hände: 'startad' } } : result;
      }),
    avslutaAnvisning: (who, person, id, input) =>
      stega(who, person, id, 'anvisning.avslutad', async (_t, anvisning) => {
        const result = avslutaAnvisning(anvisning, { ...input, av: who.namn, nu: now() });
        return result.ok ? { ...result, steg: { hände: 'avslutad', skäl: '' } } : result;
      }),
    avböjAnvisning: (who, person, id, input) =>
      stega(who, person, id, 'anvisning.avbojd', async (_t, anvisning) => {
        const av = { id: who.id, namn: who.namn };
        const result = avböjAnvisning(anvisning, { ...input, antecknadAv: av, nu: now() });
        if (!result.ok) return result;
        return { ...result, steg: { hände: 'avbojd', hur: input.sätt === 'kom-inte' ? 'kom-inte' : 'antecknat-nej' } };
      }),
    flyttaIKön: (who, person, id, input) =>
      göra(who, person, 'anvisning.flyttad-i-ko', async (t): Promise<ActResult<object>> => {
        const läst = isUuid(id) ? await t.anvisningar.find(id) : undefined;
        if (läst?.person !== person) return FINNS_INTE('Anvisningen');
        const insats = (await t.insatser.lås(läst.insats))!;
        const iInsatsen = await t.anvisningar.findForInsats(insats.id);
        const anvisning = iInsatsen.find((a) => a.id === id)!;
        const result = flyttaIKön(anvisning, iInsatsen, { ...input, av: who.namn, nu: now() });
        if (!result.ok) return result;
        await t.anvisningar.sparaKö(result.anvisningar);
        await t.personhändelser.add([
          anvisningshändelse(
            anvisning,
            insats,
            { hände: 'flyttad-i-ko', plats: input.plats, skäl: input.skäl },
            { id: randomUUID(), av: who.namn, tid: now() },
          ),
        ]);
        return { ok: true };
      }),
    återkallaAnvisning: (who, person, id, skäl) =>
      stega(who, person, id, 'anvisning.aterkallad', async (_t, anvisning) => {
        const result = återkallaAnvisning(anvisning, { skäl, av: who.namn, nu: now() });
        return result.ok ? { ...result, steg: { hände: 'aterkallad', skäl } } : result;
      }),
    anordnarsvar: (who) =>
      as(who, async (t) => {
        const egen = who.roller.includes('anordnare') ? await t.anordnare.findForAnvändare(who.id) : undefined;
        await logga(t, 'anordnare.anvisningar', egen ? 'tillaten' : 'nekad', egen?.id);
        if (!egen) return undefined;
        const anvisningar = await t.anvisningar.findForAnordnare(egen.id);
        const insatser = (await t.insatser.findAlla()).filter((i) => i.anordnare === egen.id);
        const namn = await namnPå(t, who, anvisningar);
        return {
          idag: idag(),
          anordnare: egen.namn,
          insatser: insatser
            .filter((i) => i.status === 'aktiv')
            .map((insats) => ({ insats, platser: platsläge(insats, anvisningar, idag()) })),
          anvisningar: anvisningar.map((a) => ({
            id: a.id,
            namn: namn.get(a.person),
            insats: { id: a.insats, namn: insatser.find((i) => i.id === a.insats)?.namn ?? '' },
            status: a.status,
            från: a.från,
            till: a.till,
            timmarPerVecka: a.timmarPerVecka,
            pass: a.pass,
            tillAnordnaren: a.tillAnordnaren,
            av: a.föreslagenAv.namn,
            köplats: köplats(
              a,
              anvisningar.filter((x) => x.insats === a.insats),
            ),
            startad: a.startad,
            nej: a.svar?.ja === false ? a.svar.skäl : undefined,
          })),
        };
      }),
    svaraPåAnvisning: (who, id, svar) =>
      as(who, async (t): Promise<ActResult<object>> => {
        const egen = who.roller.includes('anordnare') ? await t.anordnare.findForAnvändare(who.id) : undefined;
        const läst = egen && isUuid(id) ? await t.anvisningar.find(id) : undefined;
        const får = läst !== undefined && läst.anordnare === egen?.id;
        await t.granskning.add({
          tid: now(),
          handling: 'anvisning.besvarad',
          person: läst?.person,
          objekt: undefined,
          ändamål: 'anordnarens svar',
          utfall: får ? 'tillaten' : 'nekad',
        });
        if (!får) return FINNS_INTE('Anvisningen');
        return tagSteg(t, läst, who.namn, now(), async (_t, anvisning, insats, iInsatsen) => {
          const result = svar.ja
            ? godtaAnvisning(anvisning, insats, iInsatsen, { av: who.namn, nu: now() })
            : nekaAnvisning(anvisning, { skäl: svar.skäl, av: who.namn, nu: now() });
          if (!result.ok) return result;
          const { status } = result.anvisning;
          return {
            ...result,
            steg:
              status === 'nekad' || status === 'i-ko' ? { hände: status } : { hände: 'plats', från: anvisning.från },
          };
        });
      }).catch(vägranVidKrock),
  };

  async function anordnarbild(t: TenantTransaction, id: string) {
    const alla = await t.anordnare.findAlla();
    const anordnare = alla.find((a) => a.id === id);
    if (!anordnare) return undefined;
    const användare = (await t.organisation.findAnvändare()).filter((a) => a.roller.includes('anordnare'));
    return {
      idag: idag(),
      anordnare,
      överenskommelser: await t.anordnare.findÖverenskommelser(id),
      insatser: (await t.insatser.findAlla()).filter((i) => i.anordnare === id),
      användare: användare.map((a) => ({
        id: a.id,
        namn: a.namn,
        anordnare: alla.find((x) => x.användare.includes(a.id))?.namn,
      })),
    };
  }
}

/** The person's own activities, on the database. */
export function minAktivitetsport(kit: Medborgarkit): MinAktivitetsport {
  return {
    avböjMinAktivitet: (who, id, skäl) =>
      kit
        .as(who, 'min-aktivitet.avbojd', undefined, async (t): Promise<ActResult<object>> => {
          const läst = isUuid(id) ? await t.anvisningar.find(id) : undefined;
          if (läst?.person !== who.id) return FINNS_INTE('Aktiviteten');
          const nu = kit.now();
          const jag = await t.personer.get(who.id);
          return tagSteg(t, läst, `${jag.förnamn} ${jag.efternamn}`.trim(), nu, async (_t, anvisning) => {
            const result = avböjAnvisning(anvisning, {
              sätt: 'sade-nej',
              dag: dagFör(nu),
              sagtAv: 'personen',
              skäl,
              antecknadAv: undefined,
              nu,
            });
            if (!result.ok) return result;
            return { ...result, steg: { hände: 'avbojd', hur: 'sade-nej' } };
          });
        })
        .catch(vägranVidKrock),
    minaAktiviteter: (who) =>
      kit.as(who, 'mina-aktiviteter.lasta', undefined, async (t) => {
        const egna = await t.anvisningar.findForPersoner([who.id]);
        return Promise.all(
          egna.map(async (anvisning) => {
            const insats = (await t.insatser.find(anvisning.insats))!;
            const anordnare = (await t.anordnare.find(anvisning.anordnare))!;
            return {
              anvisning,
              insats,
              anordnare: {
                namn: anordnare.namn,
                kontakt: anordnare.kontakt.namn,
                telefon: anordnare.kontakt.telefon,
                epost: anordnare.kontakt.epost,
              },
              köplats:
                anvisning.status === 'i-ko'
                  ? köplats(anvisning, await t.anvisningar.findForInsats(anvisning.insats))
                  : undefined,
            };
          }),
        );
      }),
  };
}

/**
 * Takes a step of a referral: the activity is locked first, and the referral and all others of it are read under the lock, so that no
 * place is given twice.
 */
export async function tagSteg(
  t: TenantTransaction,
  läst: Anvisning,
  av: string,
  nu: string,
  work: (
    t: TenantTransaction,
    anvisning: Anvisning,
    insats: Insats,
    iInsatsen: readonly Anvisning[],
  ) => Promise<ActResult<{ anvisning: Anvisning; steg: Anvisningssteg }>>,
): Promise<ActResult<object>> {
  const insats = (await t.insatser.lås(läst.insats))!;
  const iInsatsen = await t.anvisningar.findForInsats(insats.id);
  const anvisning = iInsatsen.find((a) => a.id === läst.id)!;
  const result = await work(t, anvisning, insats, iInsatsen);
  if (!result.ok) return result;
  await t.anvisningar.save(result.anvisning);
  await t.personhändelser.add([
    anvisningshändelse(result.anvisning, insats, result.steg, { id: randomUUID(), av, tid: nu }),
  ]);
  return { ok: true };
}

/** Names of the persons, without those with protected identity that the member of staff may not open. */
async function namnPå(
  t: TenantTransaction,
  who: Medarbetare,
  anvisningar: readonly Anvisning[],
): Promise<Map<string, string>> {
  const personer: Person[] = await t.personer.findMany([...new Set(anvisningar.map((a) => a.person))]);
  return new Map(
    personer
      .filter((p) => !p.skyddad || (följer(who.roller) && who.roller.includes('skyddade-uppgifter')))
      .map((p) => [p.id, `${p.förnamn} ${p.efternamn}`.trim()]),
  );
}

const tarPlatsEllerVäntar = (a: Anvisning) => tarPlats(a) || a.status === 'foreslagen' || a.status === 'i-ko';

function vägranVidKrock(error: unknown): Refused {
  if (error instanceof VersionConflict)
    return refuse(
      'andrad-pa-annat-hall',
      'Någon annan har ändrat det här sedan du öppnade sidan.',
      'Läs om sidan. Det du skrev finns kvar i formuläret.',
    );
  if (error instanceof Duplicate)
    return refuse('finns-redan', 'Det finns redan.', 'Läs om sidan och se vad som har hänt.');
  throw error;
}
