import { randomUUID } from 'node:crypto';
import { type Inkomsttyp, type Inkomstuppgift, MINSTA_KÄLLOR, registerkälla, type Uppgifter } from '@stegvis/casework';
import { inkomsttyper } from '@stegvis/rules';
import {
  Button,
  belopp as beloppet,
  Details,
  kr,
  läsBelopp,
  MoneyField,
  Select,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import { type Fråga, type Frågekontext, felFör, rader } from '../fraga.ts';
import { inkomstmånad } from '../sida.tsx';

/** Incomes that no authority we ask tells us about: the only ones that are asked for. */
const EGNA = (Object.keys(inkomsttyper) as Inkomsttyp[]).filter((typ) => {
  const källa = registerkälla(typ);
  return typ !== 'lon' && (källa === undefined || !MINSTA_KÄLLOR.includes(källa));
});

const text = (öre: number | undefined) => (öre === undefined ? '' : beloppet(öre));
const egna = (u: Uppgifter | undefined) => (u?.inkomster ?? []).filter((i) => EGNA.includes(i.typ));
const lönen = (u: Uppgifter | undefined, person: string) =>
  u?.inkomster?.find((i) => i.person === person && i.typ === 'lon')?.belopp;

/** Whose income it may be: adults and children of the household. */
function vilka(k: Frågekontext): { value: string; label: string }[] {
  return [
    ...k.vuxna.map((v) => ({
      value: v.id,
      label: v.id === (k.läsare ?? k.ansökan.sökande) ? t('Jag') : v.namn || t('Den jag söker med'),
    })),
    ...(k.ansökan.uppgifter.barn ?? []).map((b) => ({ value: b.id, label: b.namn })),
  ];
}

function lönehjälp(förra: number | undefined): string {
  if (förra === undefined) return t('Det som sattes in på kontot. Lämna tomt om ingen lön kom.');
  return t('Förra gången: {belopp}. Skriv 0 om ingen lön kom.', { belopp: kr(förra) });
}

function tidigare(k: Frågekontext, id: string | undefined): string | undefined {
  const förra = egna(k.förra?.uppgifter).find((i) => i.id === id);
  return förra && t('Förra gången: {belopp}. Ta bort raden om du inte fick något.', { belopp: kr(förra.belopp) });
}

/** The money the household got in the month before. */
export const inkomster: Fråga = {
  id: 'inkomster',
  etikett: () => t('Pengar du fick'),
  svarar: ['inkomster'],
  rubrik: (k) => t('Vilka pengar fick du i {månad}?', { månad: inkomstmånad(k.ansökan.månad) }),
  ingress: () => t('Skriv bara lön och sådant som vi inte får veta själva. Pengar från myndigheter hämtar vi.'),
  fält: (u, k) =>
    Object.assign(
      {},
      ...k.vuxna.map((v) => ({
        [`lon-${v.id}`]: text(lönen(u, v.id)),
      })),
      { 'annan-antal': String(egna(u.inkomster ? u : k.förra?.uppgifter).length) },
      ...egna(u.inkomster ? u : k.förra?.uppgifter).map((inkomst, i) => ({
        [`annan-${i}-id`]: inkomst.id,
        [`annan-${i}-typ`]: inkomst.typ,
        [`annan-${i}-person`]: inkomst.person,
        [`annan-${i}-belopp`]: u.inkomster ? text(inkomst.belopp) : '',
        [`annan-${i}-fran`]: inkomst.fran ?? '',
      })),
    ),
  vy: (fält, fel, k) => (
    <>
      <Details summary={t('Vad hämtar ni själva?')}>
        <p>
          {t(
            'Vi frågar Försäkringskassan, Arbetsförmedlingen, CSN och a-kassorna om bland annat barnbidrag, bostadsbidrag, underhållsstöd, sjukpenning, föräldrapenning, aktivitetsstöd, studiemedel och a-kassa. De beloppen behöver du inte skriva.',
          )}
        </p>
      </Details>
      {k.vuxna.map((v) => (
        <MoneyField
          name={`lon-${v.id}`}
          label={
            k.vuxna.length === 1
              ? t('Lön efter skatt')
              : v.id === k.ansökan.sökande
                ? t('Din lön efter skatt')
                : t('Lön efter skatt för den du söker med')
          }
          hint={lönehjälp(lönen(k.förra?.uppgifter, v.id))}
          value={fält[`lon-${v.id}`]}
          error={felFör(fel, `lon-${v.id}`)}
        />
      ))}
      <input type="hidden" name="annan-antal" value={String(rader(fält, 'annan').length)} />
      {rader(fält, 'annan').map((i) => (
        <div class="panel">
          <fieldset class="stack">
            <legend>{t('Andra pengar {nummer, number}', { nummer: i + 1 })}</legend>
            <input type="hidden" name={`annan-${i}-id`} value={fält[`annan-${i}-id`] ?? ''} />
            <Select
              name={`annan-${i}-typ`}
              label={t('Vad är det för pengar?')}
              empty={t('Välj')}
              options={EGNA.map((typ) => ({ value: typ, label: översatt(inkomsttyper[typ].namn) }))}
              value={fält[`annan-${i}-typ`]}
              error={felFör(fel, `annan-${i}-typ`)}
            />
            <Select
              name={`annan-${i}-person`}
              label={t('Vem fick dem?')}
              options={vilka(k)}
              value={fält[`annan-${i}-person`] || (vilka(k).length === 1 ? k.ansökan.sökande : '')}
              error={felFör(fel, `annan-${i}-person`)}
            />
            <MoneyField
              name={`annan-${i}-belopp`}
              label={t('Belopp i {månad}', { månad: inkomstmånad(k.ansökan.månad) })}
              hint={fält[`annan-${i}-belopp`] === '' ? tidigare(k, fält[`annan-${i}-id`]) : undefined}
              value={fält[`annan-${i}-belopp`]}
              error={felFör(fel, `annan-${i}-belopp`)}
            />
            <TextField
              name={`annan-${i}-fran`}
              label={t('Från vem?')}
              optional
              value={fält[`annan-${i}-fran`]}
              error={felFör(fel, `annan-${i}-fran`)}
            />
            <div>
              <Button kind="quiet" name="rad" value={`ta-bort-annan-${i}`}>
                {t('Ta bort')}
              </Button>
            </div>
          </fieldset>
        </div>
      ))}
      <div>
        <p class="muted">{t('Fick du Swish, insättningar, gåvor, lån eller andra pengar? Ta med dem också.')}</p>
        <Button kind="neutral" name="rad" value="lagg-till-annan">
          {t('Lägg till andra pengar')}
        </Button>
      </div>
    </>
  ),
  läs: (fält, k) => {
    const fel: { id: string; text: string }[] = [];
    const lista: Inkomstuppgift[] = [];
    const före = k.ansökan.uppgifter.inkomster ?? [];
    for (const v of k.vuxna) {
      const id = `lon-${v.id}`;
      const läst = läsBelopp(fält[id] ?? '');
      if (läst.kind === 'fel') fel.push({ id, text: läst.text });
      if (läst.kind === 'tomt' && lönen(k.förra?.uppgifter, v.id))
        fel.push({
          id,
          text: t('Skriv lönen i {månad}. Kom ingen lön, skriv 0.', { månad: inkomstmånad(k.ansökan.månad) }),
        });
      if (läst.kind === 'value')
        lista.push({
          id: före.find((x) => x.person === v.id && x.typ === 'lon')?.id ?? randomUUID(),
          person: v.id,
          typ: 'lon',
          belopp: läst.value,
        });
    }
    for (const i of rader(fält, 'annan')) {
      const f = (name: string) => (fält[`annan-${i}-${name}`] ?? '').trim();
      const läst = läsBelopp(f('belopp'));
      const typ = EGNA.find((x) => x === f('typ'));
      if (!typ) fel.push({ id: `annan-${i}-typ`, text: t('Välj vad det är för pengar.') });
      if (!vilka(k).some((x) => x.value === f('person')))
        fel.push({ id: `annan-${i}-person`, text: t('Välj vem som fick pengarna.') });
      if (läst.kind !== 'value') fel.push({ id: `annan-${i}-belopp`, text: läst.text });
      if (f('fran').length > 200) fel.push({ id: `annan-${i}-fran`, text: t('Skriv högst 200 tecken.') });
      if (typ && läst.kind === 'value')
        lista.push({
          id: f('id') || randomUUID(),
          person: f('person'),
          typ,
          belopp: läst.value,
          ...(f('fran') ? { fran: f('fran') } : {}),
        });
    }
    return fel.length > 0 ? { ok: false, fel } : { ok: true, svar: { inkomster: lista } };
  },
  sammanfattning: (u, k) =>
    u.inkomster === undefined || u.inkomster.length === 0
      ? [
          {
            key: t('Pengar i {månad}', { månad: inkomstmånad(k.ansökan.månad) }),
            value: u.inkomster ? t('Inga, utöver det vi hämtar från myndigheter') : t('Inte besvarad'),
            changeWhat: t('pengarna du fick'),
          },
        ]
      : u.inkomster.map((i) => ({
          key:
            vilka(k).length > 1
              ? t('{inkomst}: {vem}', {
                  inkomst: översatt(inkomsttyper[i.typ].namn),
                  vem: vilka(k).find((v) => v.value === i.person)?.label ?? '',
                })
              : översatt(inkomsttyper[i.typ].namn),
          value: kr(i.belopp),
          changeWhat: t('pengarna du fick'),
        })),
};
