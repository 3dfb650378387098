import type { Boendeform } from '@stegvis/casework';
import { RadioGroup, t } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

/** What a way of living is called. */
export function boendeformen(form: Boendeform): string {
  switch (form) {
    case 'hyresratt':
      return t('Hyresrätt, förstahand');
    case 'andrahand':
      return t('Hyr i andra hand');
    case 'inneboende':
      return t('Inneboende');
    case 'bostadsratt':
      return t('Bostadsrätt');
    case 'egen-fastighet':
      return t('Eget hus');
    case 'hos-foraldrar':
      return t('Hos föräldrar');
    case 'institution':
      return t('Institution eller boende genom kommunen');
    case 'utan-bostad':
      return t('Har ingen bostad');
  }
}

/** In the order they are asked. */
const ORDNING: readonly Boendeform[] = [
  'hyresratt',
  'andrahand',
  'inneboende',
  'bostadsratt',
  'egen-fastighet',
  'hos-foraldrar',
  'institution',
  'utan-bostad',
];

/** How the household lives. */
export const boende: Fråga = {
  id: 'boende',
  etikett: () => t('Boende'),
  svarar: ['boende'],
  rubrik: () => t('Hur bor du?'),
  fält: (u) => ({
    form: u.boende?.form ?? '',
    samtycke: u.boende?.andrahandSamtycke === undefined ? '' : u.boende.andrahandSamtycke ? 'ja' : 'nej',
  }),
  vy: (fält, fel) => (
    <RadioGroup
      name="form"
      label={t('Hur bor du?')}
      error={felFör(fel, 'form')}
      value={fält['form']}
      choices={ORDNING.map((value) => ({
        value,
        label: boendeformen(value),
        ...(value === 'andrahand'
          ? {
              reveal: (
                <RadioGroup
                  name="samtycke"
                  label={t('Har hyresvärden eller bostadsrättsföreningen godkänt att du hyr i andra hand?')}
                  row
                  choices={[
                    { value: 'ja', label: t('Ja') },
                    { value: 'nej', label: t('Nej') },
                  ]}
                  value={fält['samtycke']}
                  error={felFör(fel, 'samtycke')}
                />
              ),
            }
          : {}),
      }))}
    />
  ),
  läs: (fält) => {
    const form = ORDNING.find((f) => f === fält['form']);
    if (!form) return { ok: false, fel: [{ id: 'form', text: t('Välj hur du bor.') }] };
    if (form === 'andrahand' && !['ja', 'nej'].includes(fält['samtycke'] ?? ''))
      return { ok: false, fel: [{ id: 'samtycke', text: t('Svara om uthyrningen är godkänd.') }] };
    return {
      ok: true,
      svar: { boende: { form, ...(form === 'andrahand' ? { andrahandSamtycke: fält['samtycke'] === 'ja' } : {}) } },
    };
  },
  sammanfattning: (u) => [
    {
      key: t('Boende'),
      value: u.boende ? boendeformen(u.boende.form) : t('Inte besvarad'),
      changeWhat: t('hur du bor'),
    },
  ],
};
