import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';
import { gällandeSamtycken, SAMTYCKESPARTER, type Samtycke } from './samtycke.ts';
import type { Sip, Sipdeltagare } from './sip.ts';

interface Grund {
  händelse: string;
  av: { id: string; namn: string };
  nu: Tidpunkt;
}

type Utfall = ActResult<{ sip: Sip; events: Personhändelse[] }>;

/**
 * Begins an individual plan together with the region (SoL 10 kap. 8 §). It is begun at once when the person has consented to a plan,
 * and refused without: neither need nor haste replaces the consent.
 */
export function startaSip(
  läge: { samtycken: readonly Samtycke[]; sip: readonly Sip[] },
  input: Grund & {
    id: string;
    person: PersonId;
    behov: string;
    leder: string;
    samordnare: string;
    ansvar: string;
    partsansvar: string;
  },
): Utfall {
  const { nu, av, person } = input;
  const samtycken = gällandeSamtycken(läge.samtycken, dagFör(nu)).filter((s) => s.plan);
  if (!samtycken.some(({ part }) => part === 'region'))
    return refuse(
      'samtycke-saknas',
      'Personen har inte samtyckt till en plan tillsammans med regionen. Utan samtycke får ingen SIP göras.',
      'Be först om samtycke till en plan med regionen. Du kan anteckna det här på sidan, eller så ger personen det på sina sidor.',
    );
  if (läge.sip.some(({ status }) => status === 'pagar'))
    return refuse('finns-redan', 'Personen har redan en SIP som pågår.', 'Fortsätt med den, eller avsluta den först.');
  const fält: Fältfel[] = [];
  if (input.behov.trim().length < 10)
    fält.push({ fält: 'behov', text: 'Skriv vilka insatser som behövs, minst tio tecken.' });
  if (input.leder !== 'kommunen' && input.leder !== 'regionen')
    fält.push({ fält: 'leder', text: 'Välj vem som har det övergripande ansvaret: kommunen eller regionen.' });
  if (input.samordnare.trim().length < 2) fält.push({ fält: 'samordnare', text: 'Skriv vem som samordnar planen.' });
  if (input.ansvar.trim().length < 5)
    fält.push({ fält: 'ansvar', text: 'Skriv vad socialtjänsten ansvarar för, minst fem tecken.' });
  if (input.partsansvar.trim().length < 5)
    fält.push({ fält: 'partsansvar', text: 'Skriv vad regionen ansvarar för, minst fem tecken.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const deltagare: Sipdeltagare[] = [
    { part: 'socialtjansten', namn: av.namn, ansvar: input.ansvar.trim() },
    ...samtycken.map(
      ({ part, vem }): Sipdeltagare => ({
        part,
        namn: vem,
        ansvar: part === 'region' ? input.partsansvar.trim() : '',
      }),
    ),
  ];
  const sip: Sip = {
    id: input.id,
    person,
    status: 'pagar',
    samtycken: samtycken.map(({ id }) => id),
    behov: input.behov.trim(),
    deltagare,
    leder: input.leder as Sip['leder'],
    samordnare: input.samordnare.trim(),
    möten: [],
    åtgärder: [],
    startad: nu,
    startadAv: { id: av.id, namn: av.namn },
    avslut: undefined,
    version: 1,
  };
  return {
    ok: true,
    sip,
    events: [händelse(sip, input, 'sip-startad', 'Arbetet med en samordnad individuell plan (SIP) har börjat.')],
  };
}

/** Adds somebody who takes part. A party outside the social services needs a consent to a plan that holds; a relative needs the person's word. */
export function läggTillSipdeltagare(
  sip: Sip,
  samtycken: readonly Samtycke[],
  input: Grund & { part: string; namn: string; ansvar: string; personenVill: boolean },
): Utfall {
  const stopp = pågårMedSamtycke(sip, samtycken, input.nu);
  if (stopp) return stopp;
  const fält: Fältfel[] = [];
  const närstående = input.part === 'narstaende';
  if (!närstående && input.part !== 'socialtjansten' && !(input.part in SAMTYCKESPARTER))
    fält.push({ fält: 'deltagarpart', text: 'Välj vem som ska delta.' });
  if (input.namn.trim().length < 2) fält.push({ fält: 'deltagarnamn', text: 'Skriv vem som ska delta.' });
  if (input.ansvar.trim().length < 5)
    fält.push({ fält: 'deltagaransvar', text: 'Skriv vad deltagaren ansvarar för, minst fem tecken.' });
  if (närstående && !input.personenVill)
    fält.push({
      fält: 'personenvill',
      text: 'Närstående får delta om personen inte motsätter sig det. Fråga personen och kryssa i rutan.',
    });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  if (
    input.part in SAMTYCKESPARTER &&
    !gällandeSamtycken(samtycken, dagFör(input.nu)).some((s) => s.part === input.part && s.plan)
  )
    return refuse(
      'samtycke-saknas',
      'Personen har inte samtyckt till en plan tillsammans med den parten.',
      'Be om samtycke först. Välj sedan deltagaren igen.',
      [{ fält: 'deltagarpart', text: 'Det finns inget samtycke som gäller parten. Be om samtycke först.' }],
    );
  return ändra(
    sip,
    {
      deltagare: [
        ...sip.deltagare,
        { part: input.part as Sipdeltagare['part'], namn: input.namn.trim(), ansvar: input.ansvar.trim() },
      ],
    },
    input,
    'sip-deltagare',
    `${input.namn.trim()} deltar i planen.`,
  );
}

/** Writes down a meeting, with at most one action agreed at it; further ones are added by themselves. */
export function skrivSipmöte(
  sip: Sip,
  samtycken: readonly Samtycke[],
  input: Grund & { id: string; dag: Dag | undefined; anteckning: string; personenMed: boolean },
): Utfall {
  const stopp = pågårMedSamtycke(sip, samtycken, input.nu);
  if (stopp) return stopp;
  const fält: Fältfel[] = [];
  if (input.dag === undefined) fält.push({ fält: 'motesdag', text: 'Skriv vilken dag mötet är.' });
  if (input.anteckning.trim().length < 5)
    fält.push({ fält: 'anteckning', text: 'Skriv vad mötet handlade om, minst fem tecken.' });
  if (fält.length > 0 || input.dag === undefined)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return ändra(
    sip,
    {
      möten: [
        ...sip.möten,
        { id: input.id, dag: input.dag, anteckning: input.anteckning.trim(), personenMed: input.personenMed },
      ],
    },
    input,
    'sip-mote',
    'Ett möte om planen är antecknat.',
  );
}

/** Adds an agreed action: what, who and until when. */
export function läggTillSipåtgärd(
  sip: Sip,
  samtycken: readonly Samtycke[],
  input: Grund & { id: string; vad: string; vem: string; senast: Dag | undefined },
): Utfall {
  const stopp = pågårMedSamtycke(sip, samtycken, input.nu);
  if (stopp) return stopp;
  const fält: Fältfel[] = [];
  if (input.vad.trim().length < 5) fält.push({ fält: 'vad', text: 'Skriv vad som ska göras, minst fem tecken.' });
  if (input.vem.trim().length < 2) fält.push({ fält: 'vemgor', text: 'Skriv vem som ska göra det.' });
  if (input.senast === undefined || input.senast < dagFör(input.nu))
    fält.push({ fält: 'senast', text: 'Skriv när det ska vara klart, tidigast i dag.' });
  if (fält.length > 0 || input.senast === undefined)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return ändra(
    sip,
    {
      åtgärder: [
        ...sip.åtgärder,
        { id: input.id, vad: input.vad.trim(), vem: input.vem.trim(), senast: input.senast, klar: undefined },
      ],
    },
    input,
    'sip-atgard',
    `Ni har kommit överens om: ${input.vad.trim()}`,
  );
}

/** Marks an agreed action as done. */
export function gjordSipåtgärd(sip: Sip, input: Grund & { åtgärd: string }): Utfall {
  const åtgärd = sip.åtgärder.find(({ id }) => id === input.åtgärd);
  if (sip.status !== 'pagar' || !åtgärd || åtgärd.klar !== undefined)
    return refuse('gar-inte', 'Åtgärden finns inte eller är redan klar.', 'Läs om sidan.');
  return ändra(
    sip,
    { åtgärder: sip.åtgärder.map((å) => (å === åtgärd ? { ...å, klar: dagFör(input.nu) } : å)) },
    input,
    'sip-klart',
    `Det här är gjort: ${åtgärd.vad}`,
  );
}

/** Ends the plan, with the reason. It can always be ended, also when the consent is gone. */
export function avslutaSip(sip: Sip, input: Grund & { skäl: string }): Utfall {
  if (sip.status !== 'pagar') return refuse('avslutad', 'Planen är redan avslutad.', 'Starta en ny om det behövs.');
  const skäl = input.skäl.trim();
  if (skäl.length < 5)
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför.', [
      { fält: 'avslutsskal', text: 'Skriv varför planen avslutas, minst fem tecken.' },
    ]);
  return ändra(
    sip,
    { status: 'avslutad', avslut: { dag: dagFör(input.nu), skäl, av: input.av.namn } },
    input,
    'sip-avslutad',
    'Den samordnade individuella planen (SIP) är avslutad.',
  );
}

/** Whether the region's consent that the plan rests on still holds. */
export function sipHarSamtycke(sip: Sip, samtycken: readonly Samtycke[], dag: Dag): boolean {
  return gällandeSamtycken(samtycken, dag).some((s) => s.plan && s.part === 'region' && s.person === sip.person);
}

function pågårMedSamtycke(sip: Sip, samtycken: readonly Samtycke[], nu: Tidpunkt) {
  if (sip.status !== 'pagar') return refuse('avslutad', 'Planen är avslutad.', 'Starta en ny om det behövs.');
  if (!sipHarSamtycke(sip, samtycken, dagFör(nu)))
    return refuse(
      'samtycke-saknas',
      'Samtycket till planen gäller inte längre. Därför får arbetet med planen inte fortsätta.',
      'Be om ett nytt samtycke, eller avsluta planen.',
    );
  return undefined;
}

function ändra(sip: Sip, del: Partial<Sip>, grund: Grund, typ: string, text: string): Utfall {
  const ny = { ...sip, ...del, version: sip.version + 1 };
  return { ok: true, sip: ny, events: [händelse(ny, grund, typ, text)] };
}

function händelse(sip: Sip, { händelse: id, av, nu }: Grund, typ: string, text: string): Personhändelse {
  return { id, person: sip.person, område: 'samordning', typ, tid: nu, text, synlig: 'person', av: av.namn };
}
