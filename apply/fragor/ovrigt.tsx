import { Checkbox, Textarea } from '@stegvis/ui';
import { type Fråga, felFör } from '../fraga.ts';

const LÄNGSTA = 5000;

/** What the person wants to say, and whether a caseworker shall decide. */
export const övrigt: Fråga = {
  id: 'ovrigt',
  etikett: 'Meddelande',
  svarar: ['meddelande', 'onskarHandlaggare'],
  rubrik: () => 'Vill du berätta något mer?',
  fält: (u) => ({ meddelande: u.meddelande ?? '', handlaggare: u.onskarHandlaggare ? 'ja' : '' }),
  vy: (fält, fel, k) => (
    <>
      <Textarea
        name="meddelande"
        label="Meddelande till oss"
        hint={
          k.vuxna.length > 1
            ? 'Den du söker med ser inte det du skriver här. Ett meddelande läses alltid av en handläggare.'
            : 'Ett meddelande läses alltid av en handläggare.'
        }
        rows={5}
        optional
        value={fält['meddelande']}
        error={felFör(fel, 'meddelande')}
      />
      <Checkbox
        name="handlaggare"
        value="ja"
        label="Jag vill att en handläggare beslutar. Det kostar inget, men kan ta längre tid."
        checked={fält['handlaggare'] === 'ja'}
      />
    </>
  ),
  läs: (fält) => {
    const meddelande = (fält['meddelande'] ?? '').trim();
    if (meddelande.length > LÄNGSTA)
      return {
        ok: false,
        fel: [{ id: 'meddelande', text: `Skriv högst ${LÄNGSTA} tecken. Nu är det ${meddelande.length}.` }],
      };
    return { ok: true, svar: { meddelande, onskarHandlaggare: fält['handlaggare'] === 'ja' } };
  },
  sammanfattning: (u) => [
    ...(u.meddelande ? [{ key: 'Meddelande', value: u.meddelande, changeWhat: 'meddelandet' }] : []),
    {
      key: 'En handläggare ska besluta',
      value: u.onskarHandlaggare ? 'Ja' : 'Nej, det får ske automatiskt',
      changeWhat: 'om en handläggare ska besluta',
    },
  ],
};
