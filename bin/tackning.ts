import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const slag = {
  regel: 'räknas',
  bedomning: 'en person avgör',
  'ej-berakningsbar': 'inget att räkna',
  'annu-inte': 'kommer',
} as const;

const dag = z.iso.date();
const paragraf = z.strictObject({
  paragraf: z.string(),
  fran: dag.optional(),
  till: dag.optional(),
  slag: z.array(z.enum(Object.keys(slag) as [keyof typeof slag])).min(1),
  regler: z.array(z.string()).default([]),
  filer: z.array(z.string()).default([]),
  text: z.string(),
});
const tackning = z.array(
  z.strictObject({ forfattning: z.enum(['SoL', 'SoF']), titel: z.string(), paragrafer: z.array(paragraf) }),
);

export type Tackning = z.infer<typeof tackning>;

const yaml = new URL('../docs/tackning.yaml', import.meta.url);
/** Where the page is written. */
export const page = new URL('../docs/tackning.md', import.meta.url);

/** The coverage as data: every section, what answers to it and where. Throws when the file has another form. */
export function readTackning(): Tackning {
  return tackning.parse(parse(readFileSync(yaml, 'utf8')));
}

/** The coverage as a page in markdown. */
export function renderTackning(coverage: Tackning): string {
  const lines = [
    '<!-- Skriven ur docs/tackning.yaml av `node bin/run.mjs bin/tackning.ts`. Ändra i YAML-filen. -->',
    '# Täckning: paragraf för paragraf',
    '',
    'Vad varje paragraf i socialtjänstlagens och socialtjänstförordningens 12 kap. motsvaras av i Stegvis. **Räknas**: en regel ger svaret ur uppgifterna.',
    '**En person avgör**: lagen lämnar frågan åt en handläggare. **Inget att räkna**: paragrafen ger inget belopp eller utfall. **Kommer**: är inte byggt än.',
    '',
  ];
  for (const { titel, paragrafer } of coverage) {
    lines.push(`## ${titel}`, '', '| Paragraf | Gäller | Hur | Regel | Var |', '|---|---|---|---|---|');
    for (const p of paragrafer) {
      const how = `**${sentence(p.slag.map((one) => slag[one]).join(', '))}.** ${p.text}`;
      const files = p.filer.map((file) => `[${file.replace(/^rules\//, '')}](../${file})`).join('<br>');
      lines.push(
        `| ${p.paragraf} | ${period(p)} | ${how} | ${p.regler.map((rule) => `\`${rule}\``).join('<br>')} | ${files} |`,
      );
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function period({ fran, till }: { fran?: string | undefined; till?: string | undefined }): string {
  if (fran === undefined && till === undefined) return 'nu';
  return `${fran === undefined ? '' : `från ${fran}`}${till === undefined ? '' : `till och med ${till}`}`;
}

if (import.meta.main) writeFileSync(page, renderTackning(readTackning()));
