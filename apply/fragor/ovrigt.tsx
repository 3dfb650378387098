import { Checkbox, Textarea, t } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

const LÄNGSTA = 5000;

/** What the person wants to say, and whether a caseworker shall decide. */
export const övrigt: Fråga = {
  id: 'ovrigt',
  etikett: () => t('Meddelande'),
  svarar: ['meddelande', 'onskarHandlaggare'],
  rubrik: () => t('Vill du berätta något mer?'),
  fält: (u) => ({ meddelande: u.meddelande ?? '', handlaggare: u.onskarHandlaggare ? 'ja' : '' }),
  vy: (fält, fel, k) => (
    <>
      <Textarea
        name="meddelande"
        label={t('Meddelande till oss')}
        hint={
          k.vuxna.length > 1
            ? t('Den du söker med ser inte det du skriver här. Ett meddelande läses alltid av en handläggare.')
            : t('Ett meddelande läses alltid av en handläggare.')
        }
        rows={5}
        optional
        value={fält['meddelande']}
        error={felFör(fel, 'meddelande')}
      />
      <Checkbox
        name="handlaggare"
        value="ja"
        label={t('Jag vill att en handläggare beslutar. Det kostar inget, men kan ta längre tid.')}
        checked={fält['handlaggare'] === 'ja'}
      />
    </>
  ),
  läs: (fält) => {
    const meddelande = (fält['meddelande'] ?? '').trim();
    if (meddelande.length > LÄNGSTA)
      return {
        ok: false,
        fel: [
          {
            id: 'meddelande',
            text: t('Skriv högst {högst, number} tecken. Nu är det {antal, number}.', {
              högst: LÄNGSTA,
              antal: meddelande.length,
            }),
          },
        ],
      };
    return { ok: true, svar: { meddelande, onskarHandlaggare: fält['handlaggare'] === 'ja' } };
  },
  sammanfattning: (u) => [
    ...(u.meddelande ? [{ key: t('Meddelande'), value: u.meddelande, changeWhat: t('meddelandet') }] : []),
    {
      key: t('En handläggare ska besluta'),
      value: u.onskarHandlaggare ? t('Ja') : t('Nej, det får ske automatiskt'),
      changeWhat: t('om en handläggare ska besluta'),
    },
  ],
};
