import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { dagFör, type Tidpunkt } from '../tid.ts';
import { type Genomförandeplan, nästaPlanstatus, type Planväg } from './genomforandeplan.ts';

type Steg = ActResult<{ plan: Genomförandeplan; events: Personhändelse[] }>;

/**
 * Hands a draft over to the person: on her own page, on paper or in a conversation. From then on this version is never changed. A plan
 * for which activity is required says which time is set aside for looking for work (SoL 12 kap. 4 e §).
 */
export function lämnaPlan(
  plan: Genomförandeplan,
  input: { händelse: string; hur: Planväg['hur']; språk: string | undefined; av: string; nu: Tidpunkt },
): Steg {
  const status = nästaPlanstatus(plan.status, 'lämnad');
  if (!status) return refuse('fel-status', 'Planen är redan lämnad.', 'Gör en ny version om något ska ändras.');
  const fält: Fältfel[] = [];
  if (plan.mål.length === 0) fält.push({ fält: 'mal', text: 'Skriv minst ett mål med personens egna ord.' });
  if (plan.poster.length === 0 && plan.jobbsökartimmar === 0)
    fält.push({ fält: 'poster', text: 'Skriv minst en aktivitet, eller tid att söka arbete.' });
  if (plan.poster.some((p) => p.krävs) && plan.jobbsökartimmar === 0)
    fält.push({
      fält: 'jobbsokartimmar',
      text: 'När aktiviteter krävs ska det stå i planen vilken tid som är avsatt för att söka arbete.',
    });
  if (plan.nästaUppföljning === undefined || plan.nästaUppföljning < dagFör(input.nu))
    fält.push({ fält: 'uppfoljning', text: 'Skriv när ni följer upp planen nästa gång, i dag eller senare.' });
  if (fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas och lämna planen sedan.', fält);
  return {
    ok: true,
    plan: {
      ...plan,
      status,
      lämnad: { hur: input.hur, språk: input.språk, av: input.av, tid: input.nu },
      version: plan.version + 1,
    },
    events: [
      {
        id: input.händelse,
        person: plan.person,
        område: 'plan',
        typ: 'plan-lamnad',
        tid: input.nu,
        text: 'Du har fått en plan att läsa och svara på.',
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}

/** Takes a plan back before the person has answered, to change it. */
export function återtaPlan(plan: Genomförandeplan, input: { händelse: string; av: string; nu: Tidpunkt }): Steg {
  const status = nästaPlanstatus(plan.status, 'återtagen');
  if (!status)
    return refuse('fel-status', 'Bara en plan som väntar på svar kan tas tillbaka.', 'Gör en ny version i stället.');
  return {
    ok: true,
    plan: { ...plan, status, lämnad: undefined, version: plan.version + 1 },
    events: [
      {
        id: input.händelse,
        person: plan.person,
        område: 'plan',
        typ: 'plan-atertagen',
        tid: input.nu,
        text: 'Planen ändras innan du svarar på den.',
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}
