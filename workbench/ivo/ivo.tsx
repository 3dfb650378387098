import {
  hindernamn,
  IVO_AVSNITT,
  IVO_RÄKNINGAR,
  type IvoAvsnitt,
  type IvoRäkning,
  kvartalsnamn,
  nästaRedovisningSenast,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  Empty,
  ErrorSummary,
  kortDatum,
  LinkButton,
  RadioGroup,
  Table,
  Tabs,
  Textarea,
  visaPersonnummer,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { Styrningsflikar } from '../automatik.tsx';
import { csv } from '../csv.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Ivobild } from './ivo-port.ts';

export const IVO = '/handlaggning/ivo';
const RÄKNINGAR = Object.keys(IVO_RÄKNINGAR) as IvoRäkning[];

/** The quarterly counts to IVO, the list behind each for those who may see it, a file, and the basis of the account. */
export function ivosidor(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const bild = await väg.ivobild(who, c.req.param('kvartal'));
    if (!bild) return förbjudet(c, kontext);
    const { rapport } = bild;
    return visa(c, kontext, {
      title: 'Rapport till IVO',
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Styrningsflikar flik="ivo" who={who} övning={kontext.port.övning !== undefined} />
          <ErrorSummary errors={skrivet.fel} />
          <h1>Rapport till IVO</h1>
          <Tabs
            label="Kvartal"
            items={bild.kvartal.map((k) => ({
              href: `${IVO}/${k}`,
              label: kvartalsnamn(k),
              current: k === rapport.kvartal,
            }))}
          />
          <p class="muted">
            Antal personer efter försörjningshinder den dag det hände. Varje person räknas en gång per kvartal i varje
            kolumn. 34 kap. 12 § socialtjänstlagen, 12 kap. 5 § socialtjänstförordningen
          </p>
          <Räkningar bild={bild} />
          <Actions>
            <LinkButton href={`${IVO}/${rapport.kvartal}.csv`}>Hämta som CSV</LinkButton>
          </Actions>
          <Redovisning bild={bild} skrivet={skrivet} />
        </div>
      ),
    });
  };

  app.get('/ivo', (c) => show(c));

  app.get('/ivo/:kvartal', async (c) => {
    const [kvartal = '', slag] = c.req.param('kvartal').split('.');
    if (slag === undefined) return show(c);
    const bild = slag === 'csv' ? await väg.ivobild(medarbetare(kontext, c), kvartal) : undefined;
    if (!bild) return förbjudet(c, kontext);
    return c.body(ivocsv(bild), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ivo-${kvartal}.csv"`,
    });
  });

  app.get('/ivo/:kvartal/lista', async (c) => {
    const val = {
      kvartal: c.req.param('kvartal'),
      räkning: c.req.query('rakning') ?? '',
      hinder: c.req.query('hinder') ?? '',
    };
    const rader = await väg.ivolista(medarbetare(kontext, c), val);
    if (!rader) return förbjudet(c, kontext);
    const namn = val.räkning in IVO_RÄKNINGAR ? IVO_RÄKNINGAR[val.räkning as IvoRäkning].namn : '';
    return visa(c, kontext, {
      title: 'Bakom siffran',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: `${IVO}/${val.kvartal}`, label: 'Rapport till IVO' }]} here="Bakom siffran" />
          <h1>{namn || 'Bakom siffran'}</h1>
          <p>
            {kvartalsnamn(val.kvartal)}.{' '}
            {val.hinder === 'alla'
              ? 'Alla.'
              : val.hinder === ''
                ? 'Uppgift om försörjningshinder saknas.'
                : hindernamn(val.hinder)}
          </p>
          {rader.length === 0 ? (
            <Empty heading="Ingen person räknas här" level={2} />
          ) : (
            <Table
              id="lista"
              caption="Personer"
              captionHidden
              narrow="scroll"
              columns={[{ head: 'Person' }, { head: 'Dag' }, { head: 'Vad' }, { head: 'Försörjningshinder' }]}
              rows={rader.map((r) => [
                r.person === '' ? (
                  r.namn
                ) : (
                  <>
                    {r.namn}, <span class="num">{visaPersonnummer(r.personnummer)}</span>
                  </>
                ),
                kortDatum(r.dag),
                r.vad,
                r.hinder === undefined ? 'Uppgift saknas' : hindernamn(r.hinder),
              ])}
            />
          )}
        </div>
      ),
    });
  });

  app.post('/ivo', async (c) => {
    const fält = await formfält(c);
    const result = await väg.skrivIvoRedovisning(medarbetare(kontext, c), {
      anledning: fält['anledning'] ?? '',
      texter: { krav: fält['krav'] ?? '', planer: fält['planer'] ?? '', aktiviteter: fält['aktiviteter'] ?? '' },
    });
    return result.ok ? c.redirect(IVO, 303) : show(c, { fel: vägran(result.refusal, (f) => f, 'krav'), fält });
  });
}

/** The counts as a file: a line for each obstacle, those without included, and the sum last. */
export function ivocsv({ rapport }: Pick<Ivobild, 'rapport'>): string {
  return csv([
    ['Kvartal', 'Försörjningshinder', ...RÄKNINGAR.map((r) => IVO_RÄKNINGAR[r].namn)],
    ...rapport.rader.map((rad) => [rapport.kvartal, rad.namn, ...RÄKNINGAR.map((r) => String(rad.antal[r]))]),
    [rapport.kvartal, 'Summa', ...RÄKNINGAR.map((r) => String(rapport.summa[r]))],
  ]);
}

function Räkningar({ bild }: { bild: Ivobild }) {
  const { rapport, fårSeLista } = bild;
  const antal = (räkning: IvoRäkning, hinder: string, n: number, vad: string) =>
    n > 0 && fårSeLista ? (
      <a href={`${IVO}/${rapport.kvartal}/lista?rakning=${encodeURIComponent(räkning)}&hinder=${hinder}`}>
        {n}
        <span class="vh"> personer: {vad}</span>
      </a>
    ) : (
      n
    );
  const synliga = rapport.rader.filter((rad) => rad.hinder === undefined || RÄKNINGAR.some((r) => rad.antal[r] > 0));
  const tomma = rapport.rader.length - synliga.length;
  return (
    <>
      <Table
        id="rakningar"
        caption={`Antal personer, ${kvartalsnamn(rapport.kvartal)}`}
        narrow="scroll"
        columns={[
          { head: 'Försörjningshinder' },
          ...RÄKNINGAR.map((r) => ({ head: IVO_RÄKNINGAR[r].namn, num: true })),
        ]}
        rows={synliga.map((rad) => [
          rad.namn,
          ...RÄKNINGAR.map((r) => antal(r, rad.hinder ?? '', rad.antal[r], rad.namn)),
        ])}
        foot={['Summa', ...RÄKNINGAR.map((r) => antal(r, 'alla', rapport.summa[r], 'alla'))]}
      />
      <p class="muted">{tomma} försörjningshinder utan personer visas inte här, men står i filen.</p>
    </>
  );
}

function Redovisning({ bild, skrivet }: { bild: Ivobild; skrivet: Skrivet }) {
  const [senaste] = bild.redovisningar;
  const fält = (namn: IvoAvsnitt) => skrivet.fält[namn] ?? senaste?.texter[namn] ?? '';
  const senast = senaste && nästaRedovisningSenast(senaste);
  return (
    <section class="stack" aria-labelledby="redovisning">
      <h2 id="redovisning">Redovisning av arbetet</h2>
      <p>
        {senaste && senast
          ? `Senaste underlaget är nummer ${senaste.nummer}, från ${kortDatum(senaste.dag)}. Nästa ska göras senast ${kortDatum(senast)}, eller när arbetet ändras väsentligt.`
          : 'Inget underlag finns än. Redovisningen görs vartannat år och när arbetet ändras väsentligt.'}{' '}
        <span class="muted">34 kap. 11 § socialtjänstlagen</span>
      </p>
      {bild.fårSeLista ? (
        <Details summary="Gör ett nytt underlag" open={skrivet.fel.length > 0}>
          <form method="post" action={IVO} class="stack">
            <p>Siffrorna följer med som de är i dag:</p>
            <ul>
              {bild.siffror.map((s) => (
                <li>{s}</li>
              ))}
            </ul>
            <RadioGroup
              name="anledning"
              label="Varför görs den?"
              unsettable={false}
              value={skrivet.fält['anledning'] ?? ''}
              choices={[
                { value: 'vartannat-ar', label: 'Den görs vartannat år' },
                { value: 'vasentlig-forandring', label: 'Arbetet har ändrats väsentligt' },
              ]}
              error={felFör(skrivet, 'anledning')}
            />
            {(Object.keys(IVO_AVSNITT) as IvoAvsnitt[]).map((namn) => (
              <Textarea
                name={namn}
                label={IVO_AVSNITT[namn]}
                rows={5}
                value={fält(namn)}
                error={felFör(skrivet, namn)}
              />
            ))}
            <Actions>
              <Button kind="go">Spara underlaget</Button>
            </Actions>
          </form>
        </Details>
      ) : null}
      {bild.redovisningar.map((r) => (
        <Details summary={`Underlag ${r.nummer}, ${kortDatum(r.dag)}, ${r.av.namn}`}>
          <div class="stack-s">
            {(Object.keys(IVO_AVSNITT) as IvoAvsnitt[]).map((namn) => (
              <>
                <h3>{IVO_AVSNITT[namn]}</h3>
                <p>{r.texter[namn]}</p>
              </>
            ))}
            <h3>Siffror den dagen</h3>
            <ul>
              {r.siffror.map((s) => (
                <li>{s}</li>
              ))}
            </ul>
          </div>
        </Details>
      ))}
    </section>
  );
}
