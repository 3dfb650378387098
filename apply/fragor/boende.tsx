import type { Boendeform } from '@stegvis/casework';
import { RadioGroup } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

export const BOENDEFORM: Readonly<Record<Boendeform, string>> = {
  hyresratt: 'Hyresrätt, förstahand',
  andrahand: 'Hyr i andra hand',
  inneboende: 'Inneboende',
  bostadsratt: 'Bostadsrätt',
  'egen-fastighet': 'Eget hus',
  'hos-foraldrar': 'Hos föräldrar',
  institution: 'Institution eller boende genom kommunen',
  'utan-bostad': 'Har ingen bostad',
};

/** How the household lives. */
export const boende: Fråga = {
  id: 'boende',
  etikett: 'Boende',
  svarar: ['boende'],
  rubrik: () => 'Hur bor du?',
  fält: (u) => ({
    form: u.boende?.form ?? '',
    samtycke: u.boende?.andrahandSamtycke === undefined ? '' : u.boende.andrahandSamtycke ? 'ja' : 'nej',
  }),
  vy: (fält, fel) => (
    <RadioGroup
      name="form"
      label="Hur bor du?"
      error={felFör(fel, 'form')}
      value={fält['form']}
      choices={Object.entries(BOENDEFORM).map(([value, label]) => ({
        value,
        label,
        ...(value === 'andrahand'
          ? {
              reveal: (
                <RadioGroup
                  name="samtycke"
                  label="Har hyresvärden eller bostadsrättsföreningen godkänt att du hyr i andra hand?"
                  row
                  choices={[
                    { value: 'ja', label: 'Ja' },
                    { value: 'nej', label: 'Nej' },
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
    const form = fält['form'] as Boendeform;
    if (!(form in BOENDEFORM)) return { ok: false, fel: [{ id: 'form', text: 'Välj hur du bor.' }] };
    if (form === 'andrahand' && !['ja', 'nej'].includes(fält['samtycke'] ?? ''))
      return { ok: false, fel: [{ id: 'samtycke', text: 'Svara om uthyrningen är godkänd.' }] };
    return {
      ok: true,
      svar: { boende: { form, ...(form === 'andrahand' ? { andrahandSamtycke: fält['samtycke'] === 'ja' } : {}) } },
    };
  },
  sammanfattning: (u) => [
    { key: 'Boende', value: u.boende ? BOENDEFORM[u.boende.form] : 'Inte besvarad', changeWhat: 'hur du bor' },
  ],
};
