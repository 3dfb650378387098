import { prövaÖverlämning, ÖVERLÄMNINGSGRUNDER, type Överlämningsgrund } from '@stegvis/rules';
import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Tidpunkt } from '../tid.ts';
import { ÖVERLÄMNINGSTABELL, type Överlämning } from './overlamning.ts';

/** The longest time a receiver may be given, in days. */
const LÄNGST = 90;

/**
 * Hands the person over to another organisation. Secrecy holds between boards: without consent or one of the duties of
 * SoL 15 kap. 8 and 9 §§ it is refused, and on those two only what the section names may go.
 */
export function lämnaÖver(input: {
  id: string;
  händelse: string;
  person: PersonId;
  till: string;
  /** An organisation in the register, that answers on its own page. */
  mottagare?: { id: string; namn: string; annanNämnd: boolean } | undefined;
  mottagarslag: string;
  ärende: string;
  grund: string;
  uppgifter: readonly string[];
  text: string;
  samtycke: { dag: Dag; till: Dag; vad: string };
  begäran: { av: string; dag: Dag };
  svarSenast: Dag;
  av: { id: string; namn: string };
  nu: Tidpunkt;
}): ActResult<{ överlämning: Överlämning; events: Personhändelse[] }> {
  const idag = dagFör(input.nu);
  const fält: Fältfel[] = [];
  const { mottagare } = input;
  const till = mottagare?.namn ?? input.till.trim();
  if (till === '' || till.length > 120) fält.push({ fält: 'till', text: 'Skriv vilken organisation som tar emot.' });
  const mottagarslag = MOTTAGARE.find((m) => m === input.mottagarslag);
  if (!mottagarslag) fält.push({ fält: 'mottagarslag', text: 'Välj vem mottagaren är.' });
  if (mottagare && mottagarslag !== undefined && mottagarslag !== 'annan' && !mottagare.annanNämnd)
    fält.push({ fält: 'mottagarslag', text: `${mottagare.namn} är inte en nämnd. Välj någon annan som mottagare.` });
  if (input.ärende.trim() === '' || input.ärende.length > 1000)
    fält.push({ fält: 'arende', text: 'Skriv vad mottagaren ska ta över, högst 1 000 tecken.' });
  const senast = flyttaDag(idag, LÄNGST);
  if (!ärDag(input.svarSenast) || input.svarSenast <= idag || input.svarSenast > senast)
    fält.push({ fält: 'svarSenast', text: `Skriv sista dagen för svar, efter i dag och senast ${senast}.` });
  const grund = (Object.keys(ÖVERLÄMNINGSGRUNDER) as Överlämningsgrund[]).find((g) => g === input.grund);
  const { samtycke, begäran } = input;
  const harSamtycke = samtycke.vad.trim() !== '' && ärDag(samtycke.dag) && ärDag(samtycke.till);
  const harBegäran = begäran.av.trim() !== '' && ärDag(begäran.dag) && begäran.dag <= idag;
  const hinder = prövaÖverlämning({
    grund,
    mottagare: mottagarslag ?? 'annan',
    uppgifter: grund === 'samtycke' ? [] : input.uppgifter,
    begäran: harBegäran,
    samtycke: harSamtycke ? { från: samtycke.dag, till: samtycke.till } : undefined,
    idag,
  });
  for (const h of hinder) if (h.del !== 'mottagare' || mottagarslag) fält.push({ fält: FÄLT[h.del], text: h.text });
  if (grund !== undefined && grund !== 'samtycke' && input.text.trim() !== '' && input.text.trim().length > 500)
    fält.push({ fält: 'text', text: 'Skriv bara det som lagrummet tillåter, högst 500 tecken.' });
  if (grund === '15:8' && input.text.trim() !== '' && !input.uppgifter.includes('boendeplatser'))
    fält.push({
      fält: 'text',
      text: 'Enligt 15 kap. 8 § lämnas bara att personen är aktuell i ett ärende. Töm texten, eller be om samtycke.',
    });
  if (!mottagarslag || !grund || fält.length > 0)
    return refuse(
      grund === undefined ? 'sekretess' : 'ofullstandig',
      fält[0]!.text,
      'Inget är lämnat. Det du har skrivit finns kvar.',
      fält,
    );
  return {
    ok: true,
    överlämning: {
      id: input.id,
      person: input.person,
      till,
      ...(mottagare ? { mottagare: mottagare.id } : {}),
      mottagarslag,
      ärende: input.ärende.trim(),
      grund,
      uppgifter: grund === 'samtycke' ? [] : [...input.uppgifter],
      text: input.text.trim(),
      samtycke: grund === 'samtycke' ? { ...samtycke, vad: samtycke.vad.trim() } : undefined,
      begäran: grund === 'samtycke' ? undefined : { av: begäran.av.trim(), dag: begäran.dag },
      svarSenast: input.svarSenast,
      status: 'skickad',
      svar: undefined,
      skickad: input.nu,
      skickadAv: { id: input.av.id, namn: input.av.namn },
      version: 1,
    },
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'spar',
        typ: 'overlamning-skickad',
        tid: input.nu,
        text: `Vi har bett ${till} att ta emot dig. De svarar senast ${dagIOrd(input.svarSenast)}.`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}

/** The receiver's answer, or that the board takes the hand-over back. A no needs its reason. */
export function svaraPåÖverlämning(
  överlämning: Överlämning,
  input: {
    händelse: string;
    svar: 'mottagen' | 'nekad' | 'aterkallad';
    /** Who answered, by name. */
    från: string;
    text: string;
    av: { namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ överlämning: Överlämning; events: Personhändelse[] }> {
  const möjliga = ÖVERLÄMNINGSTABELL[överlämning.status] as Partial<Record<string, Överlämning['status']>>;
  const status = möjliga[input.svar];
  if (status === undefined) return refuse('fel-status', 'Överlämningen är redan besvarad.', 'Läs om sidan.');
  const fält: Fältfel[] = [];
  if (input.svar !== 'aterkallad' && input.från.trim() === '')
    fält.push({ fält: 'svarFran', text: 'Skriv vem som har svarat.' });
  if (input.svar !== 'mottagen' && input.text.trim() === '') fält.push({ fält: 'svarText', text: 'Skriv skälet.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  return {
    ok: true,
    överlämning: {
      ...överlämning,
      status,
      svar: { av: input.från.trim() || input.av.namn, text: input.text.trim(), tid: input.nu },
      version: överlämning.version + 1,
    },
    events: [
      {
        id: input.händelse,
        person: överlämning.person,
        område: 'spar',
        typ: `overlamning-${status}`,
        tid: input.nu,
        text:
          status === 'mottagen'
            ? `${överlämning.till} tar emot dig.`
            : status === 'nekad'
              ? `${överlämning.till} kan inte ta emot dig. Vi hör av oss om vad som händer nu.`
              : `Vi har tagit tillbaka frågan till ${överlämning.till}.`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}

const MOTTAGARE = ['annan-namnd', 'ansvarig-socialnamnd', 'annan'] as const;
const FÄLT = {
  grund: 'grund',
  mottagare: 'mottagarslag',
  uppgifter: 'uppgifter',
  begaran: 'begaranAv',
  samtycke: 'samtyckeVad',
} as const;

function ärDag(text: string): boolean {
  const tid = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(tid) && new Date(tid).toISOString().slice(0, 10) === text;
}
