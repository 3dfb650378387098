import { t } from '../sprak/sprak.ts';
import { belopp, kr } from './kr.ts';
import { fel, type Svar, tomt, value } from './svar.ts';

const spaces = /[\s\u00a0\u202f\u2009']/g;
const largest = 99_999_999_99;
const exempel = belopp(710000);

/**
 * Reads an amount as people write it: `7 100`, `7100,50`, `7.100`, `7 100 kr`, `7100:-`. What can be read in two ways
 * (`7,100`) is refused with both readings named. Minus signs are refused: a field never takes a negative amount.
 * @returns integer öre
 */
export function läsBelopp(text: string): Svar<number> {
  const written = text.trim();
  if (written === '') return tomt(t('Skriv beloppet i kronor, till exempel {exempel}.', { exempel }));
  const bare = written
    .replace(/(kr|kronor|sek)\.?$/i, '')
    .replace(/[:,](-|–)$/, '')
    .replace(spaces, '');
  if (/^[-−–]/.test(bare)) return fel(t('Skriv beloppet utan minustecken, till exempel {exempel}.', { exempel }));
  const tusental = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare) ? bare.replaceAll('.', '') : bare;
  const match = /^(\d+)(?:,(\d{1,2}))?$/.exec(tusental);
  if (match) {
    const öre = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
    if (öre > largest) return fel(t('Beloppet är för stort. Skriv högst {högst}.', { högst: kr(largest) }));
    return value(öre);
  }
  const comma = /^(\d{1,3}),(\d{3})$/.exec(tusental);
  if (comma) {
    const [, whole = '', rest = ''] = comma;
    const [större, mindre] = [belopp(Number(whole + rest) * 100), `${whole},${rest.slice(0, 2)}`];
    return fel(
      t('Menar du {störreKr} eller {mindreKr}? Skriv {större} eller {mindre}.', {
        större,
        mindre,
        störreKr: `${större}\u00a0kr`,
        mindreKr: `${mindre}\u00a0kr`,
      }),
    );
  }
  const point = /^(\d+)[.:](\d{1,2})$/.exec(tusental);
  if (point)
    return fel(
      t('Skriv öre efter ett kommatecken: {belopp}.', { belopp: `${point[1]},${(point[2] ?? '').padEnd(2, '0')}` }),
    );
  if (/^\d+,\d{3,}$/.test(tusental))
    return fel(t('Skriv högst två siffror efter kommatecknet, till exempel {exempel},50.', { exempel }));
  return fel(t('Skriv beloppet med siffror i kronor, till exempel {exempel} eller {exempel},50.', { exempel }));
}
