import { kortDatum, kr, type SummaryRow, t } from '@stegvis/ui';
import { akutbehovet } from './akut.tsx';
import type { Frågekontext } from './fraga.ts';
import { FRÅGOR } from './fragor/index.ts';
import { övrigt } from './fragor/ovrigt.tsx';
import { tilläggsrader } from './tillagg.tsx';

/** One part of what was answered, as it is read. */
export interface Svarsdel {
  readonly id: string;
  readonly rubrik: string;
  readonly rader: readonly Pick<SummaryRow, 'key' | 'value'>[];
}

/** Everything that was answered in an application of any kind, as the reader may see it. */
export function svarsdelar(k: Frågekontext): readonly Svarsdel[] {
  const { slag, uppgifter, sökande } = k.ansökan;
  if (slag === 'tillagg') return [{ id: 'tillagg', rubrik: t('Tillägg'), rader: tilläggsrader(k) }];
  if (slag === 'akut') return [{ id: 'akut', rubrik: t('Akut hjälp'), rader: akutrader(k) }];
  return FRÅGOR.filter((fråga) => fråga !== övrigt || (k.läsare ?? sökande) === sökande).map((fråga) => ({
    id: fråga.id,
    rubrik: fråga.etikett(),
    rader: fråga.sammanfattning(uppgifter, k).map(({ key, value }) => ({ key, value })),
  }));
}

function akutrader({ ansökan }: Frågekontext): Svarsdel['rader'] {
  const { akut, kostnader } = ansökan.uppgifter;
  if (!akut) return [];
  return [
    { key: t('Vad du behöver'), value: akut.behov.map(akutbehovet).join(', ') },
    { key: t('Det du skrev'), value: akut.vad },
    ...(kostnader?.length
      ? [{ key: t('Vad det kostar'), value: kr(kostnader.reduce((s, x) => s + x.belopp, 0)) }]
      : []),
    { key: t('Behövs senast'), value: kortDatum(akut.senast) },
    ...(akut.telefon ? [{ key: t('Telefonnummer'), value: akut.telefon }] : []),
    ...(akut.saKontaktasJag ? [{ key: t('Så kan vi nå dig'), value: akut.saKontaktasJag }] : []),
  ];
}
