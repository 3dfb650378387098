import { randomUUID } from 'node:crypto';
import type { Barnuppgift } from '@stegvis/casework';
import { myndighetsålder, skolungdomTill } from '@stegvis/rules';
import { Button, Checkbox, DateField, datumDelar, kortDatum, läsDatum, TextField, t } from '@stegvis/ui';
import { type Fråga, felFör, rader } from '../fraga.ts';
import { ålder } from '../sida.tsx';

/** Children and youths in school who live at home. */
export const barn: Fråga = {
  id: 'barn',
  etikett: () => t('Barn'),
  svarar: ['barn'],
  rubrik: () => t('Har du barn som bor hos dig?'),
  ingress: () =>
    t('Ta med barn under 18 år, och den som är 18–20 år och går i gymnasiet. Har du inga barn hemma, gå vidare.'),
  fält: (u) =>
    Object.assign(
      { 'barn-antal': String(u.barn?.length ?? 0) },
      ...(u.barn ?? []).map((b, i) => ({
        [`barn-${i}-id`]: b.id,
        [`barn-${i}-namn`]: b.namn,
        [`barn-${i}-fodd-ar`]: b.fodd.slice(0, 4),
        [`barn-${i}-fodd-manad`]: String(Number(b.fodd.slice(5, 7))),
        [`barn-${i}-fodd-dag`]: String(Number(b.fodd.slice(8, 10))),
        [`barn-${i}-dagar`]: b.dagar === undefined ? '' : String(b.dagar),
        [`barn-${i}-lunch`]: b.lunchBorta ? 'ja' : '',
        [`barn-${i}-skola`]: b.skolungdom ? 'ja' : '',
      })),
    ),
  vy: (fält, fel) => (
    <>
      <input type="hidden" name="barn-antal" value={String(rader(fält, 'barn').length)} />
      {rader(fält, 'barn').map((i) => (
        <div class="panel">
          <fieldset class="stack">
            <legend>{t('Barn {nummer, number}', { nummer: i + 1 })}</legend>
            <input type="hidden" name={`barn-${i}-id`} value={fält[`barn-${i}-id`] ?? ''} />
            <TextField
              name={`barn-${i}-namn`}
              label={t('Förnamn')}
              value={fält[`barn-${i}-namn`]}
              error={felFör(fel, `barn-${i}-namn`)}
            />
            <DateField
              name={`barn-${i}-fodd`}
              label={t('När är barnet fött?')}
              value={datumDelar(`barn-${i}-fodd`, fält)}
              error={felFör(fel, `barn-${i}-fodd`)}
            />
            <TextField
              name={`barn-${i}-dagar`}
              label={t('Hur många dagar i månaden bor barnet hos dig?')}
              hint={t('Lämna tomt om barnet bor hos dig hela månaden.')}
              inputmode="numeric"
              width="2"
              optional
              value={fält[`barn-${i}-dagar`]}
              error={felFör(fel, `barn-${i}-dagar`)}
            />
            <Checkbox
              name={`barn-${i}-lunch`}
              value="ja"
              label={t('Äter lunch på förskola eller skola fem dagar i veckan (0–6 år)')}
              checked={fält[`barn-${i}-lunch`] === 'ja'}
            />
            <Checkbox
              name={`barn-${i}-skola`}
              value="ja"
              label={t('Är 18–20 år och går i grundskola eller gymnasium')}
              checked={fält[`barn-${i}-skola`] === 'ja'}
              error={felFör(fel, `barn-${i}-skola`)}
            />
            <div>
              <Button kind="quiet" name="rad" value={`ta-bort-barn-${i}`}>
                {t('Ta bort barn {nummer, number}', { nummer: i + 1 })}
              </Button>
            </div>
          </fieldset>
        </div>
      ))}
      <div>
        <Button kind="neutral" name="rad" value="lagg-till-barn">
          {t('Lägg till ett barn')}
        </Button>
      </div>
    </>
  ),
  läs: (fält, k) => {
    const fel: { id: string; text: string }[] = [];
    const månad = k.ansökan.månad;
    const lista = rader(fält, 'barn').flatMap((i): Barnuppgift[] => {
      const f = (name: string) => (fält[`barn-${i}-${name}`] ?? '').trim();
      const född = läsDatum(datumDelar(`barn-${i}-fodd`, fält));
      if (!f('namn'))
        fel.push({ id: `barn-${i}-namn`, text: t('Skriv vad barn {nummer, number} heter.', { nummer: i + 1 }) });
      else if (f('namn').length > 200) fel.push({ id: `barn-${i}-namn`, text: t('Namnet kan ha högst 200 tecken.') });
      if (född.kind !== 'value') fel.push({ id: `barn-${i}-fodd`, text: född.text });
      else if (född.value.slice(0, 7) > månad)
        fel.push({ id: `barn-${i}-fodd`, text: t('Barnet kan inte vara fött efter månaden du söker för.') });
      else if (ålder(född.value, månad) >= skolungdomTill)
        fel.push({ id: `barn-${i}-fodd`, text: t('Den som har fyllt 21 år söker själv. Ta bort raden.') });
      else if (ålder(född.value, månad) >= myndighetsålder && f('skola') !== 'ja')
        fel.push({
          id: `barn-${i}-skola`,
          text: t('Den som har fyllt 18 år och inte går i skolan söker själv. Kryssa i rutan, eller ta bort raden.'),
        });
      if (f('dagar') && !(/^\d{1,2}$/.test(f('dagar')) && Number(f('dagar')) <= 31))
        fel.push({ id: `barn-${i}-dagar`, text: t('Skriv ett antal dagar mellan 0 och 31, eller lämna tomt.') });
      if (född.kind !== 'value') return [];
      return [
        {
          id: f('id') || randomUUID(),
          namn: f('namn'),
          fodd: född.value,
          ...(f('dagar') ? { dagar: Number(f('dagar')) } : {}),
          ...(f('lunch') === 'ja' ? { lunchBorta: true } : {}),
          ...(f('skola') === 'ja' ? { skolungdom: true } : {}),
        },
      ];
    });
    return fel.length > 0 ? { ok: false, fel } : { ok: true, svar: { barn: lista } };
  },
  sammanfattning: (u) => [
    {
      key: t('Barn'),
      value:
        u.barn === undefined
          ? t('Inte besvarad')
          : u.barn.length === 0
            ? t('Inga barn')
            : u.barn.map((b) => t('{namn}, född {dag}', { namn: b.namn, dag: kortDatum(b.fodd) })).join('; '),
      changeWhat: t('barnen'),
    },
  ],
};
