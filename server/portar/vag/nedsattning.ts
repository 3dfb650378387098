import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  avseNedsättning,
  avslutaNedsättning,
  bedömGodtagbartSkäl,
  bedömSärskildaSkäl,
  dagFör,
  gällande,
  type Nedsättningsärende,
  nedsättningarFör,
  nedsättningPågår,
  nedsättningshändelse,
  nästaStatus,
  prövaHändelse,
  refuse,
  skrivBarnperspektiv,
  stängHörandet,
  yttrandeläge,
  öppnaNedsättning,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { personsAndel } from '@stegvis/rules';
import type { Medarbetare, Nedsättningsbild, Nedsättningsport, Utredningssteg } from '@stegvis/workbench';
import { läsHändelseunderlag } from '../../trad/las-handelseunderlag.ts';
import { isUuid } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';

/** Refusal or reduction for one person, on the database. */
export function nedsättningsport({ läs, göra, now }: Personkit): Nedsättningsport {
  const av = ({ id, namn }: Medarbetare) => ({ id, namn });
  const får = ({ roller }: Medarbetare) => roller.includes('handlaggare') || roller.includes('enhetschef');
  const fårInte = () =>
    refuse('inte-behorig', 'Du har inte rätt att pröva om försörjningsstöd ska sättas ned.', 'Be en handläggare.');
  const saknarUnderlag = () =>
    refuse('underlag-saknas', 'Personens aktiviteter kan inte läsas just nu.', 'Försök igen om en stund.');

  const ansökningar = async (t: TenantTransaction, person: string): Promise<Nedsättningsbild['ansökningar']> => {
    const öppna = (await t.ansökningar.findForPerson(person)).filter(
      (a) => nästaStatus(a.status, 'beslutad') !== undefined && a.slag !== 'tillagg',
    );
    return Promise.all(
      öppna.map(async (a) => {
        const resultat = (await t.utredningar.findSenasteBeräkning(a.id))?.resultat;
        const beräknad = resultat?.slag === 'beraknad' && resultat.beräkning.bistand !== null;
        const andel = beräknad ? personsAndel(resultat.beräkning, person) : undefined;
        return {
          id: a.id,
          månad: a.månad,
          barn: (a.uppgifter.barn?.length ?? 0) > 0,
          egenDel: andel?.egenDel,
          högst: andel?.högst,
        };
      }),
    );
  };

  const utred = async (
    t: TenantTransaction,
    ärende: Nedsättningsärende,
    steg: Utredningssteg,
    vem: { av: { id: string; namn: string }; nu: string },
  ): Promise<ActResult<{ ärende: Nedsättningsärende }>> => {
    switch (steg.slag) {
      case 'godtagbart':
        return bedömGodtagbartSkäl(ärende, { ...vem, ...steg });
      case 'sarskilda':
        return bedömSärskildaSkäl(ärende, { ...vem, ...steg });
      case 'barn':
        return skrivBarnperspektiv(ärende, { ...vem, ...steg });
      case 'avsluta':
        return avslutaNedsättning(ärende, { ...vem, ...steg });
      case 'avse': {
        const ansökan = isUuid(steg.ansökan) ? await t.ansökningar.find(steg.ansökan) : undefined;
        if (!ansökan)
          return refuse('finns-inte', 'Ansökan finns inte.', 'Välj en av personens ansökningar.', [
            { fält: 'ansokan', text: 'Välj vilken månad det gäller.' },
          ]);
        const sparad = await t.utredningar.findSenasteBeräkning(ansökan.id);
        return avseNedsättning({ ärende, ansökan, beräkning: sparad?.resultat }, { ...vem, ...steg });
      }
    }
  };

  return {
    nedsättningsbild: (who, person) =>
      läs(who, person, 'nedsattning.last', async (t): Promise<Nedsättningsbild> => {
        const idag = dagFör(now());
        const tom = { dagar: [], avböjda: [], ansökningar: [], barnIHushållet: false, hörs: undefined };
        const ärenden = await t.nedsättningar.findForPersoner([person]);
        if (!får(who)) return { idag, får: false, ärenden: ärenden.map(utanInnehåll), ...tom };
        const underlag = await läsHändelseunderlag(t, [person], idag);
        const öppet = ärenden.find(nedsättningPågår);
        const hörs =
          öppet?.avsett && öppet.underrättelse
            ? gällande(await t.underrättelser.findForAnsökan(öppet.avsett.ansökan))
            : undefined;
        const namn = new Map(underlag?.anvisningar.map(({ anvisning, insats }) => [anvisning.id, insats.namn]));
        const alla = await ansökningar(t, person);
        const [senaste] = await t.ansökningar.findForPerson(person);
        return {
          idag,
          får: true,
          ärenden,
          dagar: (underlag?.dagar ?? [])
            .filter(({ slag }) => slag !== 'deltog' && slag !== 'annan-aktivitet')
            .map(({ anvisning, dag, slag, förklaring }) => {
              const prövad = underlag && prövaHändelse(underlag, { slag: 'uteblev', anvisning, dag });
              return {
                anvisning,
                insats: namn.get(anvisning) ?? '',
                dag,
                slag,
                förklaring,
                hinder: prövad?.ok === false ? prövad.refusal.text : undefined,
              };
            })
            .sort((a, b) => (a.dag < b.dag ? 1 : -1)),
          avböjda: (underlag?.anvisningar ?? [])
            .flatMap(({ anvisning, insats }) => {
              if (!underlag || !anvisning.avböjd) return [];
              const prövad = prövaHändelse(underlag, { slag: 'avbojde', anvisning: anvisning.id });
              const { dag, sätt, skäl } = anvisning.avböjd;
              const hinder = prövad.ok ? undefined : prövad.refusal.text;
              return [{ anvisning: anvisning.id, insats: insats.namn, dag, sätt, skäl, hinder }];
            })
            .sort((a, b) => (a.dag < b.dag ? 1 : -1)),
          ansökningar: alla,
          barnIHushållet: alla.some(({ barn }) => barn) || (senaste?.uppgifter.barn?.length ?? 0) > 0,
          hörs: hörs && { läge: yttrandeläge(hörs, now()), svarSenast: hörs.underrättelse.svarSenast },
        };
      }),

    öppnaNedsättning: (who, person, händelser) =>
      göra(who, person, 'nedsattning.oppnad', async (t) => {
        if (!får(who)) return fårInte();
        const underlag = await läsHändelseunderlag(t, [person], dagFör(now()));
        if (!underlag) return saknarUnderlag();
        const result = öppnaNedsättning(underlag, { id: randomUUID(), person, händelser, av: av(who), nu: now() });
        if (!result.ok) return result;
        await t.nedsättningar.add(result.ärende);
        await t.personhändelser.add([
          nedsättningshändelse(result.ärende, { hände: 'oppnat', id: randomUUID(), tid: now(), av: who.namn }),
        ]);
        return { ok: true };
      }),

    utredNedsättning: (who, person, id, steg) =>
      göra(who, person, `nedsattning.${steg.slag}`, async (t) => {
        if (!får(who)) return fårInte();
        const ärende = isUuid(id) ? await t.nedsättningar.find(id) : undefined;
        if (ärende?.person !== person) return refuse('finns-inte', 'Ärendet finns inte.', 'Läs om sidan.');
        const result = await utred(t, ärende, steg, { av: av(who), nu: now() });
        if (!result.ok) return result;
        await t.nedsättningar.save(result.ärende);
        if (steg.slag === 'avsluta') {
          await stäng(t, ärende, { av: av(who), nu: now() });
          await t.personhändelser.add([
            nedsättningshändelse(ärende, {
              hände: 'avslutat',
              text: steg.text.trim(),
              id: randomUUID(),
              tid: now(),
              av: who.namn,
            }),
          ]);
        }
        return { ok: true };
      }),
  };
}

/** Takes back the hearing of a matter that was ended, when nobody needs to answer it any more. */
async function stäng(
  t: TenantTransaction,
  ärende: Nedsättningsärende,
  vem: { av: { id: string; namn: string }; nu: string },
): Promise<void> {
  const ansökan = ärende.avsett?.ansökan;
  if (ansökan === undefined) return;
  const stängd = stängHörandet(
    {
      ärende,
      andra: nedsättningarFör(await t.nedsättningar.findForAnsökan(ansökan), ansökan).filter(
        ({ id }) => id !== ärende.id,
      ),
      beräkning: (await t.utredningar.findSenasteBeräkning(ansökan))?.resultat,
      hörs: gällande(await t.underrättelser.findForAnsökan(ansökan)),
    },
    vem,
  );
  if (!stängd) return;
  await t.underrättelser.save(stängd.underrättelse);
  await t.händelser.add(stängd.events);
}

/** That there is a matter and where it is, for those who do not decide about money. */
function utanInnehåll(ärende: Nedsättningsärende): Nedsättningsärende {
  return {
    ...ärende,
    händelser: [],
    särskildaSkäl: undefined,
    barnperspektiv: undefined,
    avsett: undefined,
    beslut: undefined,
    avslut: undefined,
  };
}
