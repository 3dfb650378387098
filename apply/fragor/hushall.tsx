import { RadioGroup, TextField } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

/** Who lives in the home. */
export const hushåll: Fråga = {
  id: 'hushall',
  etikett: 'Hushållet',
  svarar: ['hushall'],
  rubrik: (k) => (k.vuxna.length > 1 ? 'Vilka bor i er bostad?' : 'Vilka bor i din bostad?'),
  fält: (u) => ({
    personer: u.hushall ? String(u.hushall.personerIBostaden) : '',
    par: u.hushall?.sambor === undefined ? '' : u.hushall.sambor ? 'ja' : 'nej',
  }),
  vy: (fält, fel, k) => (
    <>
      {k.vuxna.length > 1 ? (
        <RadioGroup
          name="par"
          label="Bor ni ihop som ett par?"
          row
          choices={[
            { value: 'ja', label: 'Ja' },
            { value: 'nej', label: 'Nej' },
          ]}
          value={fält['par']}
          error={felFör(fel, 'par')}
        />
      ) : null}
      <TextField
        name="personer"
        label="Hur många bor i bostaden?"
        hint="Räkna med dig själv, barn och alla andra som bor där."
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
        text: `Skriv hur många som bor i bostaden, ett tal mellan ${k.vuxna.length} och 30.`,
      });
    if (k.vuxna.length > 1 && !['ja', 'nej'].includes(fält['par'] ?? ''))
      fel.push({ id: 'par', text: 'Svara om ni bor ihop som ett par.' });
    if (fel.length > 0) return { ok: false, fel };
    return {
      ok: true,
      svar: { hushall: { personerIBostaden: antal, ...(k.vuxna.length > 1 ? { sambor: fält['par'] === 'ja' } : {}) } },
    };
  },
  sammanfattning: (u, k) => [
    { key: 'Vuxna som söker', value: String(k.vuxna.length) },
    {
      key: 'Personer i bostaden',
      value: u.hushall ? String(u.hushall.personerIBostaden) : 'Inte besvarad',
      changeWhat: 'hur många som bor i bostaden',
    },
  ],
};
