import type { Faktaparti } from '@stegvis/statistics';
import { ansökningsfakta } from './ansokningar.ts';
import { händelsefakta } from './handelser.ts';
import { betaldaMånader, biståndsmånader, hushållsmånader, personmånader, personår } from './hushallsmanader.ts';
import { biståndsperioder } from './perioder.ts';
import type { Ramverk, Underlag } from './underlag.ts';
import { verkställighetsfakta } from './verkstallighet.ts';

/**
 * The facts of some cases. Cases that share an adult must come together; activities are counted by themselves (`insatsmånader`).
 * The same cases give the same facts every time.
 */
export function görFakta(underlag: Underlag, ram: Ramverk): Omit<Faktaparti, 'insatsmånader'> {
  const betalda = underlag.ärenden.flatMap(betaldaMånader).toSorted((a, b) => (a.månad < b.månad ? -1 : 1));
  const månader = biståndsmånader(underlag, betalda);
  const personmånaderna = personmånader(underlag, ram, betalda);
  return {
    hushållsmånader: hushållsmånader(underlag, ram, betalda),
    personmånader: personmånaderna,
    personår: personår(personmånaderna, månader),
    ansökningar: ansökningsfakta(underlag, ram),
    perioder: biståndsperioder(underlag, ram, betalda, månader),
    händelser: [...händelsefakta(underlag, ram, betalda), ...verkställighetsfakta(underlag, ram, betalda)],
  };
}
