import { KRAVUPPGIFTSNAMN, type Kravuppgift, type Timuppgift, type Undantagsuppgift } from '@stegvis/casework';
import { Button, RadioGroup, Select, Textarea, TextField } from '@stegvis/ui';
import { type Fält, felFör, type Skrivet } from '../formular.ts';

type Vad = Undantagsuppgift | Timuppgift;
type Slag = Vad['slag'];

const HELTID = {
  anstallning: 'Anställning',
  'arbetsmarknadspolitiskt-program': 'Arbetsmarknadspolitiskt program',
  sfi: 'Sfi',
  'godtagbar-utbildning': 'Utbildning som nämnden godtar',
  'annan-insats': 'Annan statlig, kommunal eller regional insats',
} as const;
const SJUK = {
  sjukpenning: 'Sjukpenning',
  'sjukpenning-i-sarskilda-fall': 'Sjukpenning i särskilda fall',
  sjukersattning: 'Sjukersättning',
  aktivitetsersattning: 'Aktivitetsersättning',
  rehabiliteringspenning: 'Rehabiliteringspenning',
  'rehabiliteringspenning-i-sarskilda-fall': 'Rehabiliteringspenning i särskilda fall',
} as const;
const SKOLÅR = { inget: 'Inget', forsta: 'Det första', andra: 'Det första och det andra' } as const;
const ORDNING = Object.keys(KRAVUPPGIFTSNAMN) as Slag[];

/** Which field of the form a fault of the act belongs to. */
export function fältIFormuläret(slag: string): (fält: string) => string {
  return (fält) =>
    ['timmar', 'omfattning', 'barnFott', 'skal', 'vad', 'skolar'].includes(fält) ? `${slag}-${fält}` : fält;
}

/** What was written, as a fact; a fault where the kind is not chosen. Hours that are no number are kept as NaN for the act to refuse. */
export function läsVad(f: Fält): Vad | undefined {
  const slag = ORDNING.find((s) => s === f['slag']);
  if (slag === undefined) return undefined;
  const text = (namn: string) => (f[`${slag}-${namn}`] ?? '').trim();
  const timmar = läsTal(text('timmar'));
  const ettAv = <T extends object>(val: T, annars: keyof T) =>
    (Object.keys(val) as (keyof T)[]).find((v) => v === text('typ')) ?? annars;
  switch (slag) {
    case 'skolstudier':
    case 'sjukdom':
      return { slag };
    case 'heltid':
      return { slag, typ: ettAv(HELTID, 'annan-insats') };
    case 'sjukforman':
      return { slag, typ: ettAv(SJUK, 'sjukpenning'), omfattning: läsTal(text('omfattning')) / 100 };
    case 'foraldraledig':
      return { slag, barnFott: text('barnFott') };
    case 'formedlingsinsatser':
    case 'jobbsokande':
      return { slag, timmar };
    case 'formaga':
    case 'tillsyn':
      return { slag, timmar, skal: text('skal') };
    case 'deltid':
      return { slag, typ: ettAv(HELTID, 'annan-insats'), timmar };
    case 'ovriga-skyldigheter':
      return { slag, timmar, vad: text('vad') };
    case 'skolar': {
      const barnFott = text('barnFott');
      const skolar = text('skolar');
      if (skolar === 'inget') return { slag, barnFott, avslutatForsta: false, avslutatAndra: false };
      if (skolar === 'forsta') return { slag, barnFott, avslutatForsta: true, avslutatAndra: false };
      return skolar === 'andra' ? { slag, barnFott, avslutatForsta: true, avslutatAndra: true } : { slag, barnFott };
    }
  }
}

/** A number as it is written in Swedish: `17,5` or `17.5`; NaN when it is none, also for nothing. */
export function läsTal(text: string): number {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
}

/** The fact in words, with its hours or extent. */
export function uppgiftIOrd({ vad }: Pick<Kravuppgift, 'vad'>): string {
  const tal = (n: number) => n.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
  const namn = KRAVUPPGIFTSNAMN[vad.slag];
  switch (vad.slag) {
    case 'heltid':
      return `${namn}: ${HELTID[vad.typ]}`;
    case 'sjukforman':
      return `${SJUK[vad.typ]}, ${tal(vad.omfattning * 100)} procent`;
    case 'foraldraledig':
      return `${namn}, fött ${vad.barnFott}`;
    case 'deltid':
      return `${HELTID[vad.typ]} på deltid, ${tal(vad.timmar)} h`;
    case 'ovriga-skyldigheter':
      return `${namn}: ${vad.vad}, ${tal(vad.timmar)} h`;
    case 'skolar':
      return `Barn fött ${vad.barnFott} har avslutat: ${(vad.avslutatAndra ? SKOLÅR.andra : vad.avslutatForsta ? SKOLÅR.forsta : SKOLÅR.inget).toLowerCase()}`;
    case 'formaga':
    case 'tillsyn':
    case 'jobbsokande':
    case 'formedlingsinsatser':
      return `${namn}, ${tal(vad.timmar)} h`;
    default:
      return namn;
  }
}

/** The form for a new fact: one kind, its own questions, and for all kinds source, evidence and days. */
export function Uppgiftsformulär({ skrivet, barn }: { skrivet: Skrivet; barn: readonly string[] }) {
  const { fält } = skrivet;
  const rad = (slag: Slag, namn: string, label: string, width: '4' | '8' | '13' | 'full' = '8') => (
    <TextField
      name={`${slag}-${namn}`}
      label={label}
      width={width}
      value={fält[`${slag}-${namn}`]}
      error={felFör(skrivet, `${slag}-${namn}`)}
      inputmode={namn === 'timmar' || namn === 'omfattning' ? 'decimal' : undefined}
    />
  );
  const val = (slag: Slag, namn: string, label: string, options: Readonly<Record<string, string>>) => (
    <Select
      name={`${slag}-${namn}`}
      label={label}
      options={Object.entries(options).map(([value, text]) => ({ value, label: text }))}
      value={fält[`${slag}-${namn}`]}
      error={felFör(skrivet, `${slag}-${namn}`)}
    />
  );
  const skäl = (slag: Slag, label: string) => (
    <Textarea
      name={`${slag}-skal`}
      label={label}
      rows={3}
      value={fält[`${slag}-skal`]}
      error={felFör(skrivet, `${slag}-skal`)}
    />
  );
  const timmar = (slag: Slag) => rad(slag, 'timmar', 'Timmar i veckan');
  const barnet = (slag: Slag) =>
    barn.length > 0
      ? val(slag, 'barnFott', 'Barnets födelsedag', Object.fromEntries(barn.map((b) => [b, b])))
      : rad(slag, 'barnFott', 'Barnets födelsedag, ÅÅÅÅ-MM-DD', '13');
  const frågor: Partial<Record<Slag, unknown>> = {
    heltid: val('heltid', 'typ', 'Vilken sysselsättning?', HELTID),
    sjukforman: [
      val('sjukforman', 'typ', 'Vilken förmån?', SJUK),
      rad('sjukforman', 'omfattning', 'Procent av heltid'),
    ],
    foraldraledig: rad('foraldraledig', 'barnFott', 'Barnets födelsedag, ÅÅÅÅ-MM-DD', '13'),
    formedlingsinsatser: timmar('formedlingsinsatser'),
    formaga: [timmar('formaga'), skäl('formaga', 'Vad bedömningen bygger på')],
    deltid: [val('deltid', 'typ', 'Vilken sysselsättning?', HELTID), timmar('deltid')],
    jobbsokande: timmar('jobbsokande'),
    'ovriga-skyldigheter': [
      rad('ovriga-skyldigheter', 'vad', 'Vilken skyldighet?', 'full'),
      timmar('ovriga-skyldigheter'),
    ],
    skolar: [barnet('skolar'), val('skolar', 'skolar', 'Vilket skolår har barnet avslutat?', SKOLÅR)],
    tillsyn: [timmar('tillsyn'), skäl('tillsyn', 'Vilken barnomsorg som erbjuds, och varför tiden behövs')],
  };
  return (
    <form method="post" class="stack" id="ny-uppgift">
      <input type="hidden" name="gor" value="notera" />
      <RadioGroup
        name="slag"
        label="Vad gäller uppgiften?"
        value={fält['slag']}
        error={felFör(skrivet, 'slag')}
        choices={ORDNING.map((slag) => ({
          value: slag,
          label: KRAVUPPGIFTSNAMN[slag],
          ...(frågor[slag] === undefined ? {} : { reveal: <div class="stack">{frågor[slag] as string}</div> }),
        }))}
      />
      <TextField
        name="uppgiftFran"
        label="Vem har lämnat uppgiften?"
        value={fält['uppgiftFran']}
        error={felFör(skrivet, 'uppgiftFran')}
      />
      <TextField
        name="styrkt"
        label="Vad visar att det stämmer?"
        hint="Till exempel ett läkarintyg, ett beslut eller ett registersvar."
        value={fält['styrkt']}
        error={felFör(skrivet, 'styrkt')}
      />
      <TextField
        name="fran"
        label="Första dagen, ÅÅÅÅ-MM-DD"
        width="13"
        value={fält['fran']}
        error={felFör(skrivet, 'fran')}
      />
      <TextField
        name="till"
        label="Sista dagen, ÅÅÅÅ-MM-DD"
        hint="Ett undantag behöver alltid en sista dag. Bedömningar och timmar får lämnas utan."
        width="13"
        value={fält['till']}
        error={felFör(skrivet, 'till')}
      />
      <div>
        <Button kind="neutral">Spara uppgiften</Button>
      </div>
    </form>
  );
}
