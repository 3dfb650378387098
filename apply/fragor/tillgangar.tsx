import { randomUUID } from 'node:crypto';
import type { Tillgångstyp, Tillgångsuppgift } from '@stegvis/casework';
import { tillgångstyper } from '@stegvis/rules';
import { Button, belopp as beloppet, kr, läsBelopp, MoneyField, Select, t, översatt } from '@stegvis/ui';
import { type Fråga, felFör, rader } from '../fraga.ts';

const TYPER = Object.keys(tillgångstyper) as Tillgångstyp[];

const text = (öre: number) => beloppet(öre);

/** What the household owns that could be turned into money. */
export const tillgångar: Fråga = {
  id: 'tillgangar',
  etikett: () => t('Sparat och värdesaker'),
  svarar: ['tillgangar'],
  rubrik: () => t('Har du sparade pengar, bil eller annat av värde?'),
  ingress: () =>
    t(
      'Ta med det som finns kvar på kontot sedan förra månaden, aktier, fonder, bil, båt, hus eller sommarställe. Har du inget sådant, gå vidare.',
    ),
  fält: (u) =>
    Object.assign(
      { 'sak-antal': String(u.tillgangar?.length ?? 0) },
      ...(u.tillgangar ?? []).map((sak, i) => ({
        [`sak-${i}-id`]: sak.id,
        [`sak-${i}-typ`]: sak.typ,
        [`sak-${i}-belopp`]: text(sak.belopp),
      })),
    ),
  vy: (fält, fel) => (
    <>
      <input type="hidden" name="sak-antal" value={String(rader(fält, 'sak').length)} />
      {rader(fält, 'sak').map((i) => (
        <div class="panel">
          <fieldset class="stack">
            <legend>{t('Sak {nummer, number}', { nummer: i + 1 })}</legend>
            <input type="hidden" name={`sak-${i}-id`} value={fält[`sak-${i}-id`] ?? ''} />
            <Select
              name={`sak-${i}-typ`}
              label={t('Vad är det?')}
              empty={t('Välj')}
              options={TYPER.map((typ) => ({ value: typ, label: översatt(tillgångstyper[typ].namn) }))}
              value={fält[`sak-${i}-typ`]}
              error={felFör(fel, `sak-${i}-typ`)}
            />
            <MoneyField
              name={`sak-${i}-belopp`}
              label={t('Vad är det värt?')}
              value={fält[`sak-${i}-belopp`]}
              error={felFör(fel, `sak-${i}-belopp`)}
            />
            <div>
              <Button kind="quiet" name="rad" value={`ta-bort-sak-${i}`}>
                {t('Ta bort')}
              </Button>
            </div>
          </fieldset>
        </div>
      ))}
      <div>
        <Button kind="neutral" name="rad" value="lagg-till-sak">
          {t('Lägg till något')}
        </Button>
      </div>
    </>
  ),
  läs: (fält) => {
    const fel: { id: string; text: string }[] = [];
    const lista = rader(fält, 'sak').flatMap((i): Tillgångsuppgift[] => {
      const typ = TYPER.find((x) => x === fält[`sak-${i}-typ`]);
      const läst = läsBelopp(fält[`sak-${i}-belopp`] ?? '');
      if (!typ) fel.push({ id: `sak-${i}-typ`, text: t('Välj vad det är.') });
      if (läst.kind !== 'value') fel.push({ id: `sak-${i}-belopp`, text: läst.text });
      return typ && läst.kind === 'value' ? [{ id: fält[`sak-${i}-id`] || randomUUID(), typ, belopp: läst.value }] : [];
    });
    return fel.length > 0 ? { ok: false, fel } : { ok: true, svar: { tillgangar: lista } };
  },
  sammanfattning: (u) =>
    u.tillgangar === undefined || u.tillgangar.length === 0
      ? [
          {
            key: t('Sparat och värdesaker'),
            value: u.tillgangar ? t('Inget') : t('Inte besvarad'),
            changeWhat: t('det du äger'),
          },
        ]
      : u.tillgangar.map((sak) => ({
          key: översatt(tillgångstyper[sak.typ].namn),
          value: kr(sak.belopp),
          changeWhat: t('det du äger'),
        })),
};
