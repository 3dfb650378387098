import { RadioGroup, TextField, t, översatt } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

/** Where the money is to be paid. */
export const konto: Fråga = {
  id: 'konto',
  etikett: () => t('Konto'),
  svarar: ['konto'],
  rubrik: () => t('Vilket konto ska pengarna sättas in på?'),
  fält: (u) => ({
    clearing: u.konto?.clearing ?? '',
    nummer: u.konto?.nummer ?? '',
    innehavare: u.konto?.innehavare ?? '',
  }),
  vy: (fält, fel, k) => (
    <>
      <TextField
        name="clearing"
        label={t('Clearingnummer')}
        hint={t('Fyra siffror, eller fem om det börjar på 8.')}
        inputmode="numeric"
        width="8"
        value={fält['clearing']}
        error={felFör(fel, 'clearing')}
      />
      <TextField
        name="nummer"
        label={t('Kontonummer')}
        hint={t('Utan clearingnummer.')}
        inputmode="numeric"
        width="13"
        value={fält['nummer']}
        error={felFör(fel, 'nummer')}
      />
      {k.vuxna.length > 1 ? (
        <RadioGroup
          name="innehavare"
          label={t('Vems konto är det?')}
          row
          choices={k.vuxna.map((v) => ({
            value: v.id,
            label: v.id === k.ansökan.sökande ? t('Mitt') : t('Den jag söker med'),
          }))}
          value={fält['innehavare']}
          error={felFör(fel, 'innehavare')}
        />
      ) : null}
    </>
  ),
  läs: (fält, k) => {
    const clearing = (fält['clearing'] ?? '').replace(/[\s-]/g, '');
    const nummer = (fält['nummer'] ?? '').replace(/[\s-]/g, '');
    const innehavare = k.vuxna.length === 1 ? k.ansökan.sökande : (fält['innehavare'] ?? '');
    const fel: { id: string; text: string }[] = [];
    if (!k.vuxna.some((v) => v.id === innehavare)) fel.push({ id: 'innehavare', text: t('Välj vems konto det är.') });
    if (!/^\d{4,5}$/.test(clearing))
      fel.push({ id: 'clearing', text: t('Skriv clearingnumret med fyra siffror, eller fem om det börjar på 8.') });
    if (!/^\d{2,12}$/.test(nummer))
      fel.push({ id: 'nummer', text: t('Skriv kontonumret med bara siffror, utan clearingnummer.') });
    if (fel.every((f) => f.id === 'innehavare')) {
      const bank = k.port.läsKonto({ clearing, nummer });
      if (!bank.ok) fel.push({ id: 'nummer', text: översatt(bank.fel) });
    }
    return fel.length > 0 ? { ok: false, fel } : { ok: true, svar: { konto: { clearing, nummer, innehavare } } };
  },
  sammanfattning: (u, k) => {
    const bank = u.konto && k.port.läsKonto(u.konto);
    return [
      {
        key: t('Konto'),
        value: u.konto
          ? `${bank?.ok ? `${bank.bank}, ` : ''}${u.konto.clearing}, ${u.konto.nummer}`
          : t('Inte besvarad'),
        changeWhat: t('kontot'),
      },
    ];
  },
};
