import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';

const binary = /\.(png|jpg|webp|woff2?|ttf|otf|pdf|ico)$/;
/** Ten or twelve digits with or without the separator, not part of something longer. */
const looksLikeNumber = /(?<![\d.,a-z])(?:(?:18|19|20)\d{2}|\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)(?![\d.,]?[\da-z])/gi;

/**
 * The Tax Agency publishes the numbers that no person has and that tests may use. Most have the birth number 238 or
 * 239 with a birth year from 1976 (for coordination numbers any year), or one from 980 to 999.
 */
const series = { birthNumbers: ['238', '239'], fromYear: 1976, reserved: 980 };

/** Test numbers in use here that the Tax Agency publishes outside those series. */
export const officialOutsideSeries: readonly string[] = ['196801029288'];

/** No real person's number stands in the project: every valid number is one of the Tax Agency's test numbers. */
export function checkPersonalData(files: ProjectFiles): Fault[] {
  return findNumbers(files)
    .filter(({ number }) => !isTestNumber(number))
    .map(({ place, number }) => ({
      place,
      text: `${number} may belong to a person; use one of the Tax Agency's test numbers, or note in bin/check/personal-data.ts that it is one`,
    }));
}

/** Every string of digits in the project that is a valid personnummer or coordination number. */
export function findNumbers(files: ProjectFiles): { place: string; number: string }[] {
  const found: { place: string; number: string }[] = [];
  for (const file of files.paths) {
    if (binary.test(file) || file.endsWith('package-lock.json')) continue;
    for (const [index, line] of files.text(file).split('\n').entries()) {
      for (const match of line.matchAll(looksLikeNumber)) {
        if (isValid(match)) found.push({ place: `${file}:${index + 1}`, number: match[0].replace(/[-+]/, '') });
      }
    }
  }
  return found;
}

function isTestNumber(number: string): boolean {
  const birthNumber = number.slice(-4, -1);
  const year = number.length === 12 ? Number(number.slice(0, 4)) : undefined;
  const isCoordination = Number(number.slice(-6, -4)) > 60;
  return (
    Number(birthNumber) >= series.reserved ||
    (series.birthNumbers.includes(birthNumber) && (isCoordination || year === undefined || year >= series.fromYear)) ||
    officialOutsideSeries.some((official) => official.endsWith(number))
  );
}

function isValid(match: RegExpMatchArray): boolean {
  const [whole, month, day] = match;
  // Coordination numbers add 60 to the day.
  const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
  if (Number(month) < 1 || Number(month) > 12 || dayOfMonth < 1 || dayOfMonth > 31) return false;
  return passesLuhn(whole.replace(/\D/g, '').slice(-10));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
