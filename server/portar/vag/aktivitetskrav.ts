import { randomUUID } from 'node:crypto';
import type { MinKravport } from '@stegvis/apply';
import {
  beslutaKrav,
  byggAktivitetsunderlag,
  dagFör,
  födelsedag,
  gällandePlan,
  type Kravfakta,
  KÄLLNAMN,
  krävdaUnder,
  type Månad,
  noteraKravuppgift,
  type Person,
  refuse,
  upphävKrav,
  upphörKravuppgift,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import {
  type Aktivitetsunderlag,
  kravfrån,
  NotInForce,
  prövaAktivitetskrav,
  prövaRehabilitering,
} from '@stegvis/rules';
import type { Kravbild, Kravförslag, Kravport } from '@stegvis/workbench';
import { läsKravbrev, sparaKrav, sparaUpphävtKrav } from '../../trad/spara-krav.ts';
import { isUuid, type Medborgarkit } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';
import { biståndsmånader } from './bedomning.ts';
import { krävRätt } from './krav-ratt.ts';

/** The requirement of one person, for staff, on the database. */
export function kravport({ läs, göra, now, delar }: Personkit): Kravport {
  const vem = (who: { namn: string; titel: string }) => `${who.namn}, ${who.titel}`;
  return {
    kravbild: (who, id, önskad) =>
      läs(who, id, 'krav.last', async (t, person): Promise<Kravbild> => {
        const fakta = await läsKravfakta(t, person);
        const kravmånader = kravfrån(fakta.biståndsmånader);
        const idag = dagFör(now());
        const månad = önskad ?? kravmånad(kravmånader, idag.slice(0, 7));
        const plan = await läsPlan(t, id, månad);
        const underlag = byggAktivitetsunderlag(fakta, månad);
        return {
          månad,
          prövning: pröva(fakta, månad),
          rehabilitering: fakta.uppgifter.some((u) => u.vad.slag === 'sjukdom')
            ? prövaRehabilitering(månad, underlag.person.sjukUtanForfogande === true)
            : undefined,
          biståndsmånader: fakta.biståndsmånader,
          kravmånader,
          uppgifter: fakta.uppgifter,
          förslag: [...planförslag(plan, underlag), ...(await läsFörslag(t, person, fakta))],
          barn: fakta.ansökan ? fakta.barn : undefined,
          plan,
          beslut: await t.kravbeslut.findForPersoner([id]),
          brev: await t.kravbrev.findForPersoner([id]),
          fårBesluta: who.roller.includes('handlaggare') || who.roller.includes('enhetschef'),
        };
      }),
    noteraKravuppgift: (who, id, input) =>
      göra(who, id, 'krav.uppgift', async (t) => {
        const result = noteraKravuppgift(await t.kravuppgifter.findForPersoner([id]), {
          ...input,
          id: randomUUID(),
          händelse: randomUUID(),
          person: id,
          av: vem(who),
          nu: now(),
        });
        if (!result.ok) return result;
        for (const ersatt of result.ersatta) await t.kravuppgifter.upphör(ersatt);
        await t.kravuppgifter.add(result.uppgift);
        await t.personhändelser.add(result.events);
        return { ok: true };
      }),
    upphörKravuppgift: (who, id, uppgift, input) =>
      göra(who, id, 'krav.uppgift-upphord', async (t) => {
        const found = (await t.kravuppgifter.findForPersoner([id])).find((u) => u.id === uppgift);
        if (!found) return refuse('finns-inte', 'Uppgiften finns inte.', 'Läs om sidan.');
        const result = upphörKravuppgift(found, { ...input, händelse: randomUUID(), av: vem(who), nu: now() });
        if (!result.ok) return result;
        await t.kravuppgifter.upphör(result.uppgift);
        await t.personhändelser.add(result.events);
        return { ok: true };
      }),
    beslutaKrav: (who, id, input) =>
      göra(who, id, 'krav.beslut', async (t, person) => {
        const rätt = await krävRätt(t, who, 'aktivitetskrav', now());
        const fakta = await läsKravfakta(t, person);
        const månad = /^\d{4}-(0[1-9]|1[0-2])$/.test(input.från) ? input.från : dagFör(now()).slice(0, 7);
        if (!fårFörsörjningsstöd(fakta, månad))
          return refuse(
            'inget-bistand',
            'Personen har inte försörjningsstöd. Ett krav ställs bara på den som får det (12 kap. 4 a och 4 d §§ socialtjänstlagen).',
            'Vänta tills ansökan är beviljad.',
          );
        const uppskjutet = pröva(fakta, månad);
        if ('ejIKraft' in uppskjutet)
          return refuse('ej-i-kraft', uppskjutet.ejIKraft, 'Välj en annan månad.', [
            { fält: 'fran', text: uppskjutet.ejIKraft },
          ]);
        const result = beslutaKrav(
          {
            underlag: byggAktivitetsunderlag(fakta, månad),
            beslut: await t.kravbeslut.findForPersoner([id]),
            plan: await läsPlan(t, id, månad),
          },
          {
            ...input,
            id: randomUUID(),
            händelse: randomUUID(),
            person: id,
            delegationspunkt: rätt.ok ? rätt.punkt.punkt : undefined,
            av: who,
            nu: now(),
          },
        );
        if (!result.ok) return result;
        if (!rätt.ok) return rätt;
        await sparaKrav(t, delar.kommun, result);
        return { ok: true, krav: result.krav };
      }),
    upphävKrav: (who, id, krav, input) =>
      göra(who, id, 'krav.upphavt', async (t) => {
        const rätt = await krävRätt(t, who, 'aktivitetskrav', now());
        const found = (await t.kravbeslut.findForPersoner([id])).find((b) => b.id === krav);
        if (!found) return refuse('finns-inte', 'Kravet finns inte.', 'Läs om sidan.');
        const result = upphävKrav(found, { ...input, händelse: randomUUID(), av: who, nu: now() });
        if (!result.ok) return result;
        if (!rätt.ok) return rätt;
        await sparaUpphävtKrav(t, delar.kommun, result);
        return { ok: true };
      }),
    kravbrev: (who, id, brev) => läs(who, id, 'krav.brev-last', (t) => läsKravbrev(t, id, brev)),
  };
}

/** The person's own view of the requirement on her. */
export function minKravport({ as, now }: Medborgarkit): MinKravport {
  return {
    mittKrav: (who) =>
      as(who, 'mitt-krav.last', undefined, async (t) => {
        const beslut = await t.kravbeslut.findForPersoner([who.id]);
        const denna = dagFör(now()).slice(0, 7);
        const krav = beslut.find(
          ({ till, upphört, från }) =>
            (till === undefined || till >= denna) && (upphört === undefined || upphört.från > senare(denna, från)),
        );
        return {
          krav,
          tidigare: beslut.filter((b) => b !== krav),
          brev: await t.kravbrev.findForPersoner([who.id]),
        };
      }),
    mittKravbrev: (who, brev) =>
      as(who, 'mitt-krav.brev-last', undefined, async (t) => (isUuid(brev) ? läsKravbrev(t, who.id, brev) : undefined)),
  };
}

/** Facts about the person for the rule, and the application the household was read from. */
export async function läsKravfakta(
  t: TenantTransaction,
  person: Person,
): Promise<Kravfakta & { ansökan: string | undefined }> {
  const ansökan = (await t.ansökningar.findForPerson(person.id)).find((a) => a.status !== 'utkast');
  return {
    född: födelsedag(person.personnummer),
    biståndsmånader: await biståndsmånader(t, person.id),
    uppgifter: await t.kravuppgifter.findForPersoner([person.id]),
    barn: (ansökan?.uppgifter.barn ?? []).map(({ fodd }) => fodd),
    ansökan: ansökan?.id,
  };
}

/** Assistance decided for the month or one of the two before: the requirement is made on one who gets assistance. */
function fårFörsörjningsstöd({ biståndsmånader }: Kravfakta, månad: Månad): boolean {
  const senaste = biståndsmånader.at(-1);
  if (senaste === undefined) return false;
  const nummer = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5));
  return nummer(månad) - nummer(senaste) <= 2;
}

/** The rule's answer, or in a sentence why the law has none for the month. */
export function pröva(fakta: Kravfakta, månad: Månad): Kravbild['prövning'] {
  try {
    return prövaAktivitetskrav(byggAktivitetsunderlag(fakta, månad));
  } catch (fel) {
    if (fel instanceof NotInForce) return { ejIKraft: fel.message };
    throw fel;
  }
}

/** The month the page opens on: the first one the requirement shall be made for when its three months are decided, else this one. */
function kravmånad(kravmånader: ReturnType<typeof kravfrån>, denna: Månad): Månad {
  if (kravmånader === undefined || kravmånader.från <= denna) return denna;
  return kravmånader.följdTill >= kravmånader.planUnder ? kravmånader.från : denna;
}

const senare = (a: Månad, b: Månad): Månad => (a > b ? a : b);

/** The plan that goes with a requirement; undefined when the person has none. */
export async function läsPlan(t: TenantTransaction, person: string, månad: Månad): Promise<Kravbild['plan']> {
  const plan = gällandePlan(await t.planer.findForPersoner([person]));
  return (
    plan && {
      id: plan.id,
      nummer: plan.nummer,
      jobbsökartimmar: plan.jobbsökartimmar,
      krävdaTimmar: krävdaUnder(plan, månad),
    }
  );
}

/** The time for looking for work that the plan sets aside (SoL 12 kap. 4 e §), when the facts say another. */
function planförslag(plan: Kravbild['plan'], { person }: Aktivitetsunderlag): Kravförslag[] {
  if (plan === undefined || plan.jobbsökartimmar === (person.jobbsokandeTimmar ?? 0)) return [];
  const timmar = plan.jobbsökartimmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
  return [
    {
      text: `Planen avsätter ${timmar} timmar i veckan för att söka arbete.`,
      källa: `Plan nummer ${plan.nummer}`,
      hämtad: undefined,
      fält: {
        slag: 'jobbsokande',
        'jobbsokande-timmar': timmar,
        uppgiftFran: 'Planen',
        styrkt: `Plan nummer ${plan.nummer}`,
      },
    },
  ];
}

const SJUKFÖRMÅNER = {
  sjukpenning: 'Sjukpenning',
  sjukersattning: 'Sjukersättning',
  aktivitetsersattning: 'Aktivitetsersättning',
  rehabiliteringspenning: 'Rehabiliteringspenning',
} as const;

/** What the registers said at the latest application that may matter here. Never counted before a person has confirmed it. */
async function läsFörslag(
  t: TenantTransaction,
  person: Person,
  fakta: { uppgifter: Kravfakta['uppgifter']; ansökan: string | undefined },
): Promise<Kravförslag[]> {
  if (fakta.ansökan === undefined) return [];
  const svar = (await t.utredningar.findFrågningar(fakta.ansökan))
    .filter((f) => f.person === person.id)
    .flatMap((f) => f.svar);
  const har = (slag: string, typ?: string) =>
    fakta.uppgifter.some(
      ({ vad, upphörd }) =>
        upphörd === undefined && vad.slag === slag && (typ === undefined || ('typ' in vad && vad.typ === typ)),
    );
  const förslag = new Map<string, Kravförslag>();
  for (const { källa, hämtad, uppgifter } of svar)
    for (const u of uppgifter) {
      if (u.slag === 'utbetalning' && u.inkomsttyp in SJUKFÖRMÅNER && !har('sjukforman', u.inkomsttyp)) {
        const typ = u.inkomsttyp as keyof typeof SJUKFÖRMÅNER;
        förslag.set(typ, {
          text: `${SJUKFÖRMÅNER[typ]} betalas ut. Omfattningen står inte i svaret.`,
          källa: KÄLLNAMN[källa],
          hämtad,
          fält: {
            slag: 'sjukforman',
            'sjukforman-typ': typ,
            uppgiftFran: KÄLLNAMN[källa],
            styrkt: 'Registersvar',
            fran: u.avser?.from ?? '',
            till: u.avser?.tom ?? '',
          },
        });
      }
      if (u.slag === 'utbetalning' && u.inkomsttyp === 'foraldrapenning' && !har('foraldraledig'))
        förslag.set('foraldraledig', {
          text: 'Föräldrapenning betalas ut. Undantaget gäller den som är ledig med ett barn under ett år.',
          källa: KÄLLNAMN[källa],
          hämtad,
          fält: { slag: 'foraldraledig', uppgiftFran: KÄLLNAMN[källa], styrkt: 'Registersvar' },
        });
      if (u.slag === 'arbetsmarknadsbeslut' && !har('deltid', 'arbetsmarknadspolitiskt-program') && !har('heltid'))
        förslag.set('program', {
          text: `Arbetsmarknadspolitiskt program på ${u.omfattning} procent.`,
          källa: KÄLLNAMN[källa],
          hämtad,
          fält: {
            slag: u.omfattning >= 100 ? 'heltid' : 'deltid',
            'heltid-typ': 'arbetsmarknadspolitiskt-program',
            'deltid-typ': 'arbetsmarknadspolitiskt-program',
            uppgiftFran: KÄLLNAMN[källa],
            styrkt: 'Registersvar',
            fran: u.avser.from ?? '',
            till: u.avser.tom ?? '',
          },
        });
    }
  return [...förslag.values()];
}
