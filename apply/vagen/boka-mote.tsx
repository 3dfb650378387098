import { inomEttDygn, type Möte, type MötestidMedBokade } from '@stegvis/casework';
import { Button, datum, type FieldError, RadioGroup, t } from '@stegvis/ui';

const klocka = (text: string) => text.replace(':', '.');

/** The day and the clock of a meeting in the reader's language. */
export function mötestiden({ dag, från, till }: Pick<Möte, 'dag' | 'från' | 'till'>): string {
  return t('{dag} kl. {från}–{till}', { dag: datum(dag), från: klocka(från), till: klocka(till) });
}

/** How and where the two meet. */
export function mötessättet({ slag, plats }: Pick<Möte, 'slag' | 'plats'>): string {
  if (slag === 'telefon') return t('Vi ringer dig');
  if (slag === 'video') return t('Videosamtal');
  if (slag === 'hembesok') return t('Vi kommer hem till dig');
  return t('Hos oss, {plats}', { plats });
}

/** Times shown at once; the earliest are the ones that matter. */
const HÖGST_TIDER = 12;

/** The form to book one of the free times: those within 24 hours first, said plainly. */
export function BokaTid({
  lediga,
  nu,
  action,
  istället,
  fel,
}: {
  lediga: readonly MötestidMedBokade[];
  nu: string;
  action: string;
  istället?: string | undefined;
  fel?: readonly FieldError[] | undefined;
}) {
  const snart = lediga.filter((tid) => inomEttDygn(tid, nu)).length;
  return (
    <form method="post" action={action} class="stack">
      {snart > 0 ? (
        <p>
          {t('{antal, plural, one {En tid är inom 24 timmar.} other {# tider är inom 24 timmar.}}', { antal: snart })}
        </p>
      ) : (
        <p>{t('Det finns ingen tid inom 24 timmar. Här är de första lediga.')}</p>
      )}
      {istället ? <input type="hidden" name="istallet" value={istället} /> : null}
      <RadioGroup
        name="tid"
        label={t('Lediga tider')}
        unsettable={false}
        error={fel?.find((f) => f.id === 'tid')?.text}
        choices={lediga.slice(0, HÖGST_TIDER).map((tid) => ({
          value: tid.id,
          label: mötestiden(tid),
          hint: inomEttDygn(tid, nu)
            ? t('Inom 24 timmar. {sätt}, med {namn}', { sätt: mötessättet(tid), namn: tid.namn })
            : t('{sätt}, med {namn}', { sätt: mötessättet(tid), namn: tid.namn }),
        }))}
      />
      <p>
        <Button kind="go">{istället ? t('Byt till den här tiden') : t('Boka tiden')}</Button>
      </p>
    </form>
  );
}
