import { randomUUID } from 'node:crypto';
import type { Kostnadstyp, Kostnadsuppgift } from '@stegvis/casework';
import { Button, belopp as beloppet, kr, läsBelopp, MoneyField, TextField, t } from '@stegvis/ui';
import { type Fråga, type Frågekontext, type Fält, felFör, rader } from '../fraga.ts';

/** The costs that have a field of their own, in the order they are asked; what is not here is written in words. */
export const FASTA = ['boende', 'hushallsel', 'hemforsakring', 'a-kassa', 'medlemsavgifter', 'arbetsresor'] as const;

/** What a cost is called. */
export function kostnaden(typ: Kostnadstyp): string {
  switch (typ) {
    case 'boende':
      return t('Hyra eller avgift för bostaden');
    case 'hushallsel':
      return t('Hushållsel');
    case 'hemforsakring':
      return t('Hemförsäkring');
    case 'a-kassa':
      return t('Avgift till a-kassa');
    case 'medlemsavgifter':
      return t('Andra medlemsavgifter');
    case 'arbetsresor':
      return t('Resor till arbete eller planerad aktivitet');
    case 'levnadskostnad-i-ovrigt':
      return t('Annan kostnad');
  }
}

function hjälp(typ: Kostnadstyp): string {
  if (typ === 'boende') return t('Utan parkering och el som du betalar för sig.');
  return typ === 'medlemsavgifter' ? t('Du behöver inte säga vart avgiften går.') : '';
}

const text = (öre: number | undefined) => (öre === undefined ? '' : beloppet(öre));

function förraGången(k: Frågekontext, typ: Kostnadstyp): string {
  const belopp = (k.förra?.uppgifter.kostnader ?? [])
    .filter((x) => x.typ === typ)
    .reduce((sum, x) => sum + x.belopp, 0);
  return belopp > 0 ? t('Förra gången: {belopp}.', { belopp: kr(belopp) }) : '';
}

/** The month's costs. */
export const kostnader: Fråga = {
  id: 'kostnader',
  etikett: () => t('Kostnader'),
  svarar: ['kostnader'],
  rubrik: () => t('Vilka kostnader har du?'),
  ingress: () => t('Skriv vad du betalar för månaden. Lämna tomt det du inte har.'),
  fält: (u) => {
    const list = u.kostnader ?? [];
    const own = (typ: Kostnadstyp) => list.filter((k) => k.typ === typ);
    const övriga = list.filter((k) => k.typ === 'levnadskostnad-i-ovrigt');
    return Object.assign(
      { 'ovrig-antal': String(övriga.length) },
      ...FASTA.map((typ) => ({
        [typ]: own(typ).length === 0 ? '' : text(own(typ).reduce((sum, k) => sum + k.belopp, 0)),
      })),
      ...övriga.map((k, i) => ({
        [`ovrig-${i}-id`]: k.id,
        [`ovrig-${i}-vad`]: k.vad ?? '',
        [`ovrig-${i}-belopp`]: text(k.belopp),
      })),
    ) as Fält;
  },
  vy: (fält, fel, k) => (
    <>
      {FASTA.map((typ) => (
        <MoneyField
          name={typ}
          label={kostnaden(typ)}
          hint={[hjälp(typ), förraGången(k, typ)].filter(Boolean).join(' ')}
          value={fält[typ]}
          error={felFör(fel, typ)}
        />
      ))}
      <input type="hidden" name="ovrig-antal" value={String(rader(fält, 'ovrig').length)} />
      {rader(fält, 'ovrig').map((i) => (
        <div class="panel">
          <fieldset class="stack">
            <legend>{t('Annan kostnad {nummer, number}', { nummer: i + 1 })}</legend>
            <input type="hidden" name={`ovrig-${i}-id`} value={fält[`ovrig-${i}-id`] ?? ''} />
            <TextField
              name={`ovrig-${i}-vad`}
              label={t('Vad gäller det?')}
              hint={
                k.vuxna.length > 1
                  ? t(
                      'Till exempel medicin, tandvård eller glasögon. Den du söker med ser beloppet men inte vad det gäller.',
                    )
                  : t('Till exempel medicin, tandvård eller glasögon.')
              }
              value={fält[`ovrig-${i}-vad`]}
              error={felFör(fel, `ovrig-${i}-vad`)}
            />
            <MoneyField
              name={`ovrig-${i}-belopp`}
              label={t('Belopp')}
              value={fält[`ovrig-${i}-belopp`]}
              error={felFör(fel, `ovrig-${i}-belopp`)}
            />
            <div>
              <Button kind="quiet" name="rad" value={`ta-bort-ovrig-${i}`}>
                {t('Ta bort kostnad {nummer, number}', { nummer: i + 1 })}
              </Button>
            </div>
          </fieldset>
        </div>
      ))}
      <div>
        <Button kind="neutral" name="rad" value="lagg-till-ovrig">
          {t('Lägg till en annan kostnad')}
        </Button>
      </div>
    </>
  ),
  läs: (fält, k) => {
    const fel: { id: string; text: string }[] = [];
    const före = k.ansökan.uppgifter.kostnader ?? [];
    const amount = (id: string, required: boolean) => {
      const läst = läsBelopp(fält[id] ?? '');
      if (läst.kind === 'value') return läst.value;
      if (läst.kind === 'fel' || required) fel.push({ id, text: läst.text });
      return undefined;
    };
    const lista: Kostnadsuppgift[] = FASTA.flatMap((typ) => {
      const belopp = amount(typ, false);
      return belopp === undefined ? [] : [{ id: före.find((x) => x.typ === typ)?.id ?? randomUUID(), typ, belopp }];
    });
    for (const i of rader(fält, 'ovrig')) {
      const vad = (fält[`ovrig-${i}-vad`] ?? '').trim();
      if (!vad) fel.push({ id: `ovrig-${i}-vad`, text: t('Skriv vad kostnaden gäller, till exempel medicin.') });
      else if (vad.length > 200) fel.push({ id: `ovrig-${i}-vad`, text: t('Skriv högst 200 tecken.') });
      const belopp = amount(`ovrig-${i}-belopp`, true);
      if (belopp !== undefined)
        lista.push({ id: fält[`ovrig-${i}-id`] || randomUUID(), typ: 'levnadskostnad-i-ovrigt', belopp, vad });
    }
    return fel.length > 0 ? { ok: false, fel } : { ok: true, svar: { kostnader: lista } };
  },
  sammanfattning: (u) =>
    u.kostnader === undefined || u.kostnader.length === 0
      ? [
          {
            key: t('Kostnader'),
            value: u.kostnader ? t('Inga kostnader') : t('Inte besvarad'),
            changeWhat: t('kostnaderna'),
          },
        ]
      : u.kostnader.map((k) => ({
          key: k.vad ?? kostnaden(k.typ),
          value: kr(k.belopp),
          changeWhat: t('kostnaden'),
        })),
};
