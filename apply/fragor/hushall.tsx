import { RadioGroup, TextField, t } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

/** Who lives in the home. */
export const hushåll: Fråga = {
  id: 'hushall',
  etikett: () => t('Hushållet'),
  svarar: ['hushall'],
  rubrik: (k) => (k.vuxna.length > 1 ? t('Vilka bor i er bostad?') : t('Vilka bor i din bostad?')),
  fält: (u) => ({
    personer: u.hushall ? String(u.hushall.personerIBostaden) : '',
    par: u.hushall?.sambor === undefined ? '' : u.hushall.sambor ? 'ja' : 'nej',
  }),
  vy: (fält, fel, k) => (
    <>
      {k.vuxna.length > 1 ? (
        <RadioGroup
          name="par"
          label={t('Bor ni ihop som ett par?')}
          row
          choices={[
            { value: 'ja', label: t('Ja') },
            { value: 'nej', label: t('Nej') },
          ]}
          value={fält['par']}
          error={felFör(fel, 'par')}
        />
      ) : null}
      <TextField
        name="personer"
        label={t('Hur många bor i bostaden?')}
        hint={t('Räkna med dig själv, barn och alla andra som bor där.')}
        inputmode="numeric"
        width="2"
        value={fält['personer']}
        error={felFör(fel, 'personer')}
      />
    </>
  ),
  läs: (fält, k) => {
    const antal = Number((fält['personer'] ?? '').trim());
    const fel = [];
    if (!/^\d{1,2}$/.test((fält['personer'] ?? '').trim()) || antal < k.vuxna.length || antal > 30)
      fel.push({
        id: 'personer',
        text: t('Skriv hur många som bor i bostaden, ett tal mellan {minst, number} och 30.', {
          minst: k.vuxna.length,
        }),
      });
    if (k.vuxna.length > 1 && !['ja', 'nej'].includes(fält['par'] ?? ''))
      fel.push({ id: 'par', text: t('Svara om ni bor ihop som ett par.') });
    if (fel.length > 0) return { ok: false, fel };
    return {
      ok: true,
      svar: { hushall: { personerIBostaden: antal, ...(k.vuxna.length > 1 ? { sambor: fält['par'] === 'ja' } : {}) } },
    };
  },
  sammanfattning: (u, k) => [
    { key: t('Vuxna som söker'), value: String(k.vuxna.length) },
    {
      key: t('Personer i bostaden'),
      value: u.hushall ? String(u.hushall.personerIBostaden) : t('Inte besvarad'),
      changeWhat: t('hur många som bor i bostaden'),
    },
  ],
};
