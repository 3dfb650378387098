import { randomUUID } from 'node:crypto';
import {
  type Anvisning,
  type Genomförandeplan,
  type Insats,
  läsPass,
  PLANOMRÅDEN,
  type Planinnehåll,
  type Planområde,
  type Planpost,
  passIOrd,
  veckotimmar,
  ärÖppen,
} from '@stegvis/casework';
import { Button, Checkbox, type FieldError, RadioGroup, Select, Textarea, TextField } from '@stegvis/ui';
import { type Fält, felFör, type Skrivet } from '../formular.ts';
import type { Planbild } from './plan-port.ts';

/** More rows than this in one form are a mistake. */
const FLEST = 20;
const OMRÅDEN = Object.entries(PLANOMRÅDEN).map(([value, label]) => ({ value, label }));

/** The draft as a form: goals, what is done, time for looking for work, breaks. Rows are added without losing what is written. */
export function Planformulär({
  plan,
  bild,
  skrivet,
  action,
}: {
  plan: Genomförandeplan;
  bild: Planbild;
  skrivet: Skrivet;
  action: string;
}) {
  const f = skrivet.fält['mal-antal'] === undefined ? somFält(plan) : skrivet.fält;
  const antal = (vad: string) => Math.min(FLEST, Number(f[`${vad}-antal`]) || 0);
  const fel = (id: string) => felFör(skrivet, id);
  const text = (namn: string, label: string, mer: { hint?: string; width?: '4' | '8' | '13' } = {}) => (
    <TextField name={namn} label={label} value={f[namn] ?? ''} error={fel(namn)} {...mer} />
  );
  return (
    <form class="stack-l" method="post" action={action} novalidate>
      <input type="hidden" name="version" value={f['version'] ?? String(plan.version)} />
      <h2>Utkast, version {plan.nummer}</h2>
      <fieldset class="stack">
        <legend>Mål med personens egna ord</legend>
        <input type="hidden" name="mal-antal" value={String(antal('mal'))} />
        {Array.from({ length: antal('mal') }, (_, i) => (
          <div class="stack-s">
            <Textarea
              name={`mal.${i}.text`}
              label={`Mål ${i + 1}`}
              rows={2}
              value={f[`mal.${i}.text`] ?? ''}
              error={fel(`mal.${i}.text`)}
            />
            {text(`mal.${i}.senast`, 'Senast', { hint: 'ÅÅÅÅ-MM-DD', width: '13' })}
          </div>
        ))}
        <Button kind="neutral" name="gor" value="mal+">
          Lägg till ett mål
        </Button>
      </fieldset>
      <fieldset class="stack" id="poster">
        <legend>Det här gör personen</legend>
        {fel('poster') ? <p class="error">{fel('poster')}</p> : null}
        <input type="hidden" name="poster-antal" value={String(antal('poster'))} />
        {Array.from({ length: antal('poster') }, (_, i) => (
          <Post i={i} f={f} fel={fel} />
        ))}
        <div class="actions">
          <Select
            name="katalog"
            label="Ur katalogen eller personens anvisningar"
            empty="Välj"
            optional
            value={f['katalog']}
            options={[
              ...bild.anvisningar
                .filter(ärÖppen)
                .map((a) => ({ value: `anvisning:${a.id}`, label: `Anvisad: ${insatsnamn(bild.insatser, a.insats)}` })),
              ...bild.insatser
                .filter((i) => i.status === 'aktiv')
                .map((i) => ({ value: `insats:${i.id}`, label: i.namn })),
            ]}
          />
          <Button kind="neutral" name="gor" value="katalog+">
            Lägg till den valda
          </Button>
          <Button kind="neutral" name="gor" value="post+">
            Lägg till något eget
          </Button>
        </div>
      </fieldset>
      {text('jobbsokartimmar', 'Tid att söka arbete, timmar i veckan', {
        hint: 'Ska stå i planen när aktiviteter krävs (12 kap. 4 e § socialtjänstlagen).',
        width: '4',
      })}
      <fieldset class="stack">
        <legend>Uppehåll, hela veckor</legend>
        <input type="hidden" name="uppehall-antal" value={String(antal('uppehall'))} />
        {Array.from({ length: antal('uppehall') }, (_, i) => (
          <div class="stack-s">
            {text(`uppehall.${i}.fran`, `Uppehåll ${i + 1} från`, { hint: 'En måndag, ÅÅÅÅ-MM-DD', width: '13' })}
            {text(`uppehall.${i}.till`, 'Till och med', { hint: 'En söndag, ÅÅÅÅ-MM-DD', width: '13' })}
            {text(`uppehall.${i}.skal`, 'Varför')}
          </div>
        ))}
        <Button kind="neutral" name="gor" value="uppehall+">
          Lägg till ett uppehåll
        </Button>
      </fieldset>
      <fieldset class="stack">
        <legend>Planens tid</legend>
        <div class="row row--top">
          {text('fran', 'Gäller från', { hint: 'ÅÅÅÅ-MM-DD', width: '13' })}
          {text('till', 'Gäller till och med', { hint: 'ÅÅÅÅ-MM-DD', width: '13' })}
          {text('uppfoljning', 'Nästa uppföljning', { hint: 'ÅÅÅÅ-MM-DD', width: '13' })}
        </div>
      </fieldset>
      <fieldset class="stack">
        <legend>Lämna planen</legend>
        <RadioGroup
          name="hur"
          label="Hur får personen planen?"
          value={f['hur']}
          choices={[
            { value: 'egen-sida', label: 'På sin egen sida' },
            { value: 'papper', label: 'På papper' },
            { value: 'samtal', label: 'I ett samtal' },
          ]}
          error={fel('hur')}
        />
        {text('sprak', 'Språk och tolk', { hint: 'Till exempel: arabiska med tolk. Lämna tomt för svenska.' })}
      </fieldset>
      <div class="actions">
        <Button kind="go" name="gor" value="spara-och-lamna">
          Spara och lämna till personen
        </Button>
        <Button kind="neutral" name="gor" value="spara" shortcut="s">
          Spara utkastet
        </Button>
      </div>
    </form>
  );
}

function Post({ i, f, fel }: { i: number; f: Fält; fel: (id: string) => string | undefined }) {
  const id = (fält: string) => `poster.${i}.${fält}`;
  const text = (fält: string, label: string, mer: { hint?: string; width?: '4' | '13' } = {}) => (
    <TextField name={id(fält)} label={label} value={f[id(fält)] ?? ''} error={fel(id(fält))} {...mer} />
  );
  return (
    <div class="card stack-s">
      {['id', 'insats', 'anvisning'].map((dolt) => (
        <input type="hidden" name={id(dolt)} value={f[id(dolt)] ?? ''} />
      ))}
      {text('namn', `${i + 1}. Vad`)}
      <div class="row row--top">
        <Select
          name={id('omrade')}
          label="Område"
          options={OMRÅDEN}
          empty="Välj"
          value={f[id('omrade')]}
          error={fel(id('omrade'))}
        />
        {text('timmar', 'Timmar i veckan', { width: '4' })}
      </div>
      <Textarea
        name={id('pass')}
        label="Tider"
        hint="Ett pass per rad, som måndag 09:00–12:00. Lämna tomt om personen väljer själv."
        rows={3}
        value={f[id('pass')] ?? ''}
        error={fel(id('pass'))}
        optional
      />
      <div class="row row--top">
        {text('fran', 'Från', { hint: 'ÅÅÅÅ-MM-DD', width: '13' })}
        {text('till', 'Till och med', { hint: 'ÅÅÅÅ-MM-DD', width: '13' })}
        {text('ansvarig', 'Ansvarig', { hint: 'Den som ser till att det blir av' })}
      </div>
      <Checkbox
        name={id('vard')}
        value="ja"
        label="Vård eller behandling"
        hint="Kan stå i planen men aldrig krävas."
        checked={f[id('vard')] === 'ja'}
      />
      <Checkbox
        name={id('kravs')}
        value="ja"
        label="Ingår i kravet"
        checked={f[id('kravs')] === 'ja'}
        error={fel(id('kravs'))}
      />
      <Checkbox name={id('bort')} value="ja" label="Ta bort ur planen" checked={f[id('bort')] === 'ja'} />
    </div>
  );
}

/** The form with one more row, or undefined when the button does something else. */
export function planfält(
  gor: string,
  f: Fält,
  insatser: readonly Insats[],
  anvisningar: readonly Anvisning[],
): Fält | undefined {
  const med = (vad: string, rad: Fält): Fält => {
    const n = Math.min(FLEST - 1, Number(f[`${vad}-antal`]) || 0);
    const prefix = Object.fromEntries(Object.entries(rad).map(([k, v]) => [`${vad}.${n}.${k}`, v]));
    return { ...f, katalog: '', ...prefix, [`${vad}-antal`]: String(n + 1) };
  };
  switch (gor) {
    case 'mal+':
      return med('mal', { text: '', senast: '' });
    case 'uppehall+':
      return med('uppehall', { fran: '', till: '', skal: '' });
    case 'post+':
      return med('poster', postfält({ från: f['fran'] ?? '', till: f['till'] ?? '' }));
    case 'katalog+': {
      const [slag, id] = (f['katalog'] ?? '').split(':');
      const anvisning = slag === 'anvisning' ? anvisningar.find((a) => a.id === id) : undefined;
      const insats = insatser.find((i) => i.id === (anvisning?.insats ?? id));
      if (!insats) return { ...f };
      return med(
        'poster',
        postfält({
          område: insats.område,
          namn: insats.namn,
          insats: insats.id,
          anvisning: anvisning?.id,
          vård: insats.syften.includes('vard'),
          timmarPerVecka: anvisning?.timmarPerVecka ?? insats.timmarPerVecka,
          pass: anvisning?.pass ?? insats.pass,
          från: anvisning?.från ?? f['fran'] ?? '',
          till: anvisning?.till ?? f['till'] ?? '',
          krävs: anvisning !== undefined && anvisning.grund !== 'frivillig',
        }),
      );
    }
    default:
      return undefined;
  }
}

/** A draft as the form's fields, with one empty goal where there is none. */
function somFält(plan: Genomförandeplan): Fält {
  const mål = plan.mål.length > 0 ? plan.mål : [{ text: '', senast: '' }];
  return {
    version: String(plan.version),
    'mal-antal': String(mål.length),
    'poster-antal': String(plan.poster.length),
    'uppehall-antal': String(plan.uppehåll.length),
    jobbsokartimmar: plan.jobbsökartimmar.toLocaleString('sv-SE'),
    fran: plan.från,
    till: plan.till,
    uppfoljning: plan.nästaUppföljning ?? '',
    ...rader(
      'mal',
      mål.map(({ text, senast }) => ({ text, senast })),
    ),
    ...rader('poster', plan.poster.map(postfält)),
    ...rader(
      'uppehall',
      plan.uppehåll.map(({ från, till, skäl }) => ({ fran: från, till, skal: skäl })),
    ),
  };
}

function rader(vad: string, alla: readonly Fält[]): Fält {
  return Object.fromEntries(alla.flatMap((rad, i) => Object.entries(rad).map(([k, v]) => [`${vad}.${i}.${k}`, v])));
}

function postfält(post: Partial<Planpost>): Fält {
  return {
    id: post.id ?? randomUUID(),
    insats: post.insats ?? '',
    anvisning: post.anvisning ?? '',
    namn: post.namn ?? '',
    omrade: post.område ?? '',
    timmar: post.timmarPerVecka?.toLocaleString('sv-SE') ?? '',
    pass: (post.pass ?? []).map((p) => (p.plats ? `${passIOrd(p)}, ${p.plats}` : passIOrd(p))).join('\n'),
    fran: post.från ?? '',
    till: post.till ?? '',
    ansvarig: post.ansvarig ?? '',
    vard: post.vård ? 'ja' : '',
    kravs: post.krävs ? 'ja' : '',
    bort: '',
  };
}

/**
 * The form as a plan; what cannot be read as a number or an identity is a fault, everything else is for the act to say. Rows that are
 * empty or taken away are left out, so `plats` says which field of the form a field of the plan is.
 */
export function läsPlanformulär(
  f: Fält,
): { ok: true; innehåll: Planinnehåll; plats: (fält: string) => string } | { ok: false; fel: readonly FieldError[] } {
  const antal = (vad: string) => Math.min(FLEST, Math.max(0, Number.parseInt(f[`${vad}-antal`] ?? '0', 10) || 0));
  const index = (vad: string) => Array.from({ length: antal(vad) }, (_, i) => i);
  const text = (namn: string) => (f[namn] ?? '').trim();
  const poster = index('poster').map((i): Planpost => {
    const del = (fält: string) => text(`poster.${i}.${fält}`);
    const pass = läsPass(f[`poster.${i}.pass`] ?? '');
    return {
      id: del('id'),
      område: del('omrade') as Planområde,
      namn: del('namn'),
      insats: del('insats') || undefined,
      anvisning: del('anvisning') || undefined,
      vård: del('vard') === 'ja',
      timmarPerVecka: del('timmar') === '' && pass.length > 0 ? veckotimmar(pass) : läsTimmar(del('timmar')),
      pass,
      från: del('fran'),
      till: del('till'),
      ansvarig: del('ansvarig'),
      krävs: del('kravs') === 'ja',
    };
  });
  if (poster.some(({ id, insats, anvisning }) => [id, insats, anvisning].some((x) => x !== undefined && !UUID.test(x))))
    return { ok: false, fel: [{ id: 'poster', text: 'Formuläret går inte att läsa. Läs om sidan.' }] };
  const kvar = {
    mal: index('mal').filter((i) => ['text', 'senast'].some((fält) => text(`mal.${i}.${fält}`) !== '')),
    poster: index('poster').filter((i) => text(`poster.${i}.bort`) !== 'ja'),
    uppehall: index('uppehall').filter((i) =>
      ['fran', 'till', 'skal'].some((fält) => text(`uppehall.${i}.${fält}`) !== ''),
    ),
  };
  return {
    ok: true,
    innehåll: {
      mål: kvar.mal.map((i) => ({ text: text(`mal.${i}.text`), senast: text(`mal.${i}.senast`) })),
      poster: kvar.poster.map((i) => poster[i]!),
      jobbsökartimmar: text('jobbsokartimmar') === '' ? 0 : läsTimmar(text('jobbsokartimmar')),
      uppehåll: kvar.uppehall.map((i) => ({
        från: text(`uppehall.${i}.fran`),
        till: text(`uppehall.${i}.till`),
        skäl: text(`uppehall.${i}.skal`),
      })),
      nästaUppföljning: text('uppfoljning') || undefined,
      från: text('fran'),
      till: text('till'),
    },
    plats: (fält) =>
      (fält === 'mal' ? 'mal.0.text' : fält).replace(
        /^(mal|poster|uppehall)\.(\d+)/,
        (_, vad: keyof typeof kvar, i) => `${vad}.${kvar[vad][Number(i)]}`,
      ),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Hours as they are written, `12,5`; NaN for anything else, which the act refuses. */
function läsTimmar(text: string): number {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

function insatsnamn(insatser: readonly Insats[], id: string): string {
  return insatser.find((i) => i.id === id)?.namn ?? '';
}
