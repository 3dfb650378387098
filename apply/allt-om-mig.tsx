import { KÄLLNAMN, type Källa, type Svarskvalitet } from '@stegvis/casework';
import { datum, kortDatum, kr, månad, t, tidpunkt, översatt } from '@stegvis/ui';
import type { Child } from 'hono/jsx';

/** One file of the download besides the page and the JSON. */
export interface SparadFil {
  readonly filnamn: string;
  /** What it is, one line. */
  readonly om: string;
}

/** One line of the log: when, who by role, and what. Staff are named by their role, never by name. */
export interface Visning {
  readonly tid: string;
  readonly roll: string;
  readonly vad: string;
}

/** One part of what is kept on the way to self-support, in Swedish as it was written. */
export interface AlltOmVägen {
  readonly rubrik: string;
  readonly rader: readonly (readonly [string, string])[];
}

/** What the page of the download is made from; `json` is the same for machines, ASCII keys, amounts in öre. */
export interface AlltOmMig {
  readonly skapad: string;
  readonly kommun: string;
  readonly nämnd: string;
  readonly telefon: string;
  readonly namn: string;
  readonly personnummer: string;
  readonly kontakt: readonly { readonly namn: string; readonly värde: string }[];
  readonly ansökningar: readonly {
    readonly månad: string;
    readonly ärendenummer: string;
    readonly inskickad: string | undefined;
    readonly händelser: readonly { readonly tid: string; readonly text: string }[];
    readonly registersvar: readonly {
      readonly källa: Källa;
      readonly kvalitet: Svarskvalitet;
      readonly hämtad: string;
      readonly antal: number;
    }[];
    readonly beslut: readonly { readonly dag: string; readonly belopp: number; readonly motivering: string }[];
    readonly utbetalningar: readonly { readonly dag: string; readonly belopp: number }[];
    readonly frågor: readonly { readonly fråga: string; readonly svar: string; readonly senast: string }[];
  }[];
  readonly meddelanden: readonly { readonly tid: string; readonly från: string; readonly text: string }[];
  readonly vägen: readonly AlltOmVägen[];
  readonly visningar: readonly Visning[];
  readonly json: unknown;
}

const STIL =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}' +
  'table{border-collapse:collapse;width:100%}td,th{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #ccc}' +
  'h2{margin-top:2.5rem}pre,.text{white-space:pre-wrap;overflow-wrap:anywhere}';

/** The readable page of the download: whole in itself, without anything fetched, to be kept and printed. Always in Swedish. */
export function AlltOmMigSida({ filer, ...allt }: AlltOmMig & { readonly filer: readonly SparadFil[] }) {
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('Allt om dig')}</title>
        <style>{STIL}</style>
      </head>
      <body>
        <h1>{t('Allt om dig')}</h1>
        <p>
          {t('Hämtat {när} från {nämnd}, {kommun}.', {
            när: tidpunkt(allt.skapad),
            nämnd: allt.nämnd,
            kommun: allt.kommun,
          })}
        </p>
        <p>
          {t(
            'Här finns det som är ditt och det som ditt hushåll har gemensamt. Det som bara rör en annan vuxen är inte med.',
          )}
        </p>
        <p>
          {t(
            'Handläggarnas egna anteckningar är inte med, för de kan handla om andra. Ring {telefon} om du vill läsa dem.',
            { telefon: allt.telefon },
          )}
        </p>
        <p>
          {t('Är något fel? Skriv till oss, så rättar vi det. Filen uppgifter.json har samma uppgifter för en dator.')}
        </p>
        <Avsnitt rubrik={t('Vem du är')} tomt="">
          <Rader
            rader={[
              [t('Namn'), allt.namn],
              [t('Personnummer'), allt.personnummer],
              ...allt.kontakt.map((k): [string, string] => [k.namn, k.värde]),
            ]}
          />
        </Avsnitt>
        {allt.ansökningar.map((a) => (
          <section>
            <h2>{t('Ansökan för {månad}', { månad: månad(a.månad) })}</h2>
            <p>
              {t('Ärende {nummer}', { nummer: a.ärendenummer })}
              {a.inskickad ? `. ${t('Skickad {när}.', { när: tidpunkt(a.inskickad) })}` : ''}
            </p>
            <Rader rader={a.händelser.map((h) => [tidpunkt(h.tid), översatt(h.text)])} />
            {a.frågor.length > 0 ? <h3>{t('Det vi har frågat dig om')}</h3> : null}
            <Rader
              rader={a.frågor.map((f) => [
                f.fråga,
                f.svar || t('Inget svar. Sista dagen var {dag}.', { dag: datum(f.senast) }),
              ])}
            />
            {a.registersvar.length > 0 ? <h3>{t('Det andra myndigheter har svarat om dig')}</h3> : null}
            <Rader
              rader={a.registersvar.map((r) => [
                `${KÄLLNAMN[r.källa]}, ${tidpunkt(r.hämtad)}`,
                r.kvalitet === 'svarat'
                  ? t('{antal, plural, one {En uppgift} other {# uppgifter}}. Se uppgifter.json.', { antal: r.antal })
                  : r.kvalitet === 'inget-hos-oss'
                    ? t('Har inget om dig.')
                    : t('Kunde inte svara.'),
              ])}
            />
            {a.beslut.length > 0 ? <h3>{t('Beslut')}</h3> : null}
            <Rader rader={a.beslut.map((b) => [`${kortDatum(b.dag)}, ${kr(b.belopp)}`, b.motivering])} />
            {a.utbetalningar.length > 0 ? <h3>{t('Utbetalningar')}</h3> : null}
            <Rader rader={a.utbetalningar.map((u) => [kortDatum(u.dag), kr(u.belopp)])} />
          </section>
        ))}
        <Avsnitt rubrik={t('Meddelanden')} tomt={t('Inga meddelanden.')} antal={allt.meddelanden.length}>
          <Rader rader={allt.meddelanden.map((m) => [`${m.från}, ${tidpunkt(m.tid)}`, m.text])} />
        </Avsnitt>
        {allt.vägen.length > 0 ? (
          <section>
            <h2>{t('Din väg till egen försörjning')}</h2>
            <p>
              {t('Det ni har pratat om i enrum visas aldrig på sidan. Du har rätt att läsa allt i din akt hos oss.')}
            </p>
            {allt.vägen.map(({ rubrik, rader }) => (
              <>
                <h3>{rubrik}</h3>
                <Rader rader={rader} />
              </>
            ))}
          </section>
        ) : null}
        <Avsnitt rubrik={t('Filer')} tomt={t('Inga filer.')} antal={filer.length}>
          <ul>
            {filer.map((f) => (
              <li>
                <a href={f.filnamn}>{f.om}</a>
              </li>
            ))}
          </ul>
        </Avsnitt>
        <Avsnitt
          rubrik={t('Vilka som har läst om dig')}
          tomt={t('Ingen har läst om dig.')}
          antal={allt.visningar.length}
        >
          <p>{t('Personalen står med sin roll. Vill du veta mer om en läsning kan du fråga oss.')}</p>
          <Rader rader={allt.visningar.map((v) => [`${tidpunkt(v.tid)}, ${v.roll}`, v.vad])} />
        </Avsnitt>
      </body>
    </html>
  );
}

function Avsnitt({
  rubrik,
  tomt,
  antal = 1,
  children,
}: {
  rubrik: string;
  tomt: string;
  antal?: number;
  children: Child;
}) {
  return (
    <section>
      <h2>{rubrik}</h2>
      {antal === 0 ? <p>{tomt}</p> : children}
    </section>
  );
}

function Rader({ rader }: { rader: readonly (readonly [string, string])[] }) {
  if (rader.length === 0) return null;
  return (
    <table>
      <tbody>
        {rader.map(([namn, värde]) => (
          <tr>
            <th scope="row">{namn}</th>
            <td class="text">{värde}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
