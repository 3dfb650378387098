import {
  hindernamn,
  IVO_AVSNITT,
  IVO_RÄKNINGAR,
  type IvoAvsnitt,
  type IvoRapport,
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
  Notice,
  RadioGroup,
  Table,
  Tabs,
  Textarea,
  tidpunkt,
  visaPersonnummer,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { Styrningsflikar } from '../automatik.tsx';
import { csv } from '../csv.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Ivobild, Ivolistrad } from './ivo-port.ts';

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
          <Rapporterat bild={bild} />
          <Räkningar bild={bild} />
          <Actions>
            <LinkButton href={`${IVO}/${rapport.kvartal}.csv`}>Hämta som CSV</LinkButton>
          </Actions>
          <Ändrat bild={bild} />
          <Rapportera bild={bild} skrivet={skrivet} />
          <Redovisning bild={bild} skrivet={skrivet} />
        </div>
      ),
    });
  };

  app.get('/ivo', (c) => show(c));

  app.get('/ivo/:kvartal', async (c) => {
    const [kvartal = '', slag] = c.req.param('kvartal').split('.');
    if (slag === undefined) return show(c);
    const valt = c.req.query('nummer');
    const nummer = valt === undefined ? undefined : /^\d{1,4}$/.test(valt) ? Number(valt) : 0;
    const fil = slag === 'csv' ? await väg.ivofil(medarbetare(kontext, c), kvartal, nummer) : undefined;
    if (fil === undefined) return förbjudet(c, kontext);
    return c.body(fil, 200, {
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
          {rader.length === 0 ? <Empty heading="Ingen person räknas här" level={2} /> : <Personer rader={rader} />}
        </div>
      ),
    });
  });

  app.get('/ivo/:kvartal/andrat', async (c) => {
    const kvartal = c.req.param('kvartal');
    const rader = await väg.ivoändringar(medarbetare(kontext, c), kvartal);
    if (!rader) return förbjudet(c, kontext);
    const sedan = 'Ändrat sedan rapporten';
    return visa(c, kontext, {
      title: sedan,
      flik: 'styrning',
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: `${IVO}/${kvartal}`, label: 'Rapport till IVO' }]} here={sedan} />
          <h1>{sedan}</h1>
          <p>{kvartalsnamn(kvartal)}. Den som räknas under ett annat hinder nu står på två rader.</p>
          {rader.length === 0 ? (
            <Empty heading="Ingen räknas på annat sätt nu" level={2} />
          ) : (
            <Personer rader={rader} skillnad={(i) => (rader[i]?.räknasNu ? 'Räknas nu' : 'Stod i rapporten')} />
          )}
        </div>
      ),
    });
  });

  app.post('/ivo/:kvartal/rapportera', async (c) => {
    const fält = await formfält(c);
    const kvartal = c.req.param('kvartal');
    const result = await väg.rapporteraTillIvo(medarbetare(kontext, c), kvartal, fält['rattelseskal'] ?? '');
    return result.ok
      ? c.redirect(`${IVO}/${kvartal}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'rapportera'), fält });
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

/** The persons behind a figure; with `skillnad`, what each row is beside the report. */
function Personer({ rader, skillnad }: { rader: readonly Ivolistrad[]; skillnad?: (rad: number) => string }) {
  return (
    <Table
      id="lista"
      caption="Personer"
      captionHidden
      narrow="scroll"
      columns={[
        { head: 'Person' },
        { head: 'Dag' },
        { head: 'Vad' },
        { head: 'Försörjningshinder' },
        ...(skillnad ? [{ head: 'Skillnad' }] : []),
      ]}
      rows={rader.map((r, i) => [
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
        ...(skillnad ? [skillnad(i)] : []),
      ])}
    />
  );
}

/** The counts as a file: a line for each obstacle, those without included, and the sum last. */
export function ivocsv({ rapport }: { rapport: Pick<IvoRapport, 'kvartal' | 'rader' | 'summa'> }): string {
  return csv([
    ['Kvartal', 'Försörjningshinder', ...RÄKNINGAR.map((r) => IVO_RÄKNINGAR[r].namn)],
    ...rapport.rader.map((rad) => [rapport.kvartal, rad.namn, ...RÄKNINGAR.map((r) => String(rad.antal[r]))]),
    [rapport.kvartal, 'Summa', ...RÄKNINGAR.map((r) => String(rapport.summa[r]))],
  ]);
}

/** That the figures below are those that were reported, by whom and when, with every earlier report. */
function Rapporterat({ bild }: { bild: Ivobild }) {
  const [senaste, ...tidigare] = bild.rapporterat;
  const { kvartal } = bild.rapport;
  if (!senaste)
    return (
      <Notice kind="info" heading="Inte rapporterat än" level={2}>
        <p>
          {bild.slut
            ? 'Siffrorna räknas varje gång sidan öppnas. Lås dem när du rapporterar, så ändras de inte.'
            : 'Kvartalet pågår. Siffrorna räknas varje gång sidan öppnas och kan låsas när kvartalet är slut.'}
        </p>
      </Notice>
    );
  return (
    <>
      <Notice
        kind="ok"
        heading={senaste.nummer === 1 ? 'Rapporterat' : `Rapporterat, rättelse ${senaste.nummer - 1}`}
        level={2}
      >
        <p>
          {tidpunkt(senaste.tid)}, {senaste.av.namn}. Siffrorna nedan är låsta som de rapporterades.
          {senaste.skäl ? ` Skäl till rättelsen: ${senaste.skäl}` : ''}
        </p>
      </Notice>
      {tidigare.length > 0 ? (
        <Details summary="Tidigare rapporter">
          <Table
            id="tidigare-rapporter"
            caption="Tidigare rapporter"
            captionHidden
            narrow="scroll"
            columns={[{ head: 'Nummer', num: true }, { head: 'När' }, { head: 'Vem' }, { head: 'Fil' }]}
            rows={tidigare.map((r) => [
              r.nummer,
              tidpunkt(r.tid),
              r.av.namn,
              <a href={`${IVO}/${kvartal}.csv?nummer=${r.nummer}`}>
                CSV<span class="vh"> för rapport {r.nummer}</span>
              </a>,
            ])}
          />
        </Details>
      ) : null}
    </>
  );
}

/** What is not as it was reported, and a corrected report. */
function Ändrat({ bild }: { bild: Ivobild }) {
  const { skillnad } = bild;
  if (!skillnad) return null;
  if (skillnad.personer === 0) return <p>Inget har ändrats sedan rapporten.</p>;
  return (
    <section class="stack-s" aria-labelledby="andrat">
      <h2 id="andrat">Ändrat sedan rapporten</h2>
      <p>
        Uppgifter om {skillnad.personer} {skillnad.personer === 1 ? 'person' : 'personer'} räknas på annat sätt nu än i
        rapporten. {bild.fårSeLista ? <a href={`${IVO}/${bild.rapport.kvartal}/andrat`}>Visa vilka det är</a> : null}
      </p>
      {skillnad.antal.length > 0 ? (
        <Table
          id="skillnader"
          caption="Skillnader mot rapporten"
          captionHidden
          narrow="scroll"
          columns={[
            { head: 'Försörjningshinder' },
            { head: 'Vad' },
            { head: 'Rapporterat', num: true },
            { head: 'Nu', num: true },
          ]}
          rows={skillnad.antal.map((s) => [s.namn, IVO_RÄKNINGAR[s.räkning].namn, s.då, s.nu])}
        />
      ) : (
        <p>Antalen är desamma.</p>
      )}
    </section>
  );
}

/** Reporting freezes the figures; a correction says why. */
function Rapportera({ bild, skrivet }: { bild: Ivobild; skrivet: Skrivet }) {
  const rättelse = bild.rapporterat.length > 0;
  if (!bild.fårSeLista || !bild.slut || (rättelse && bild.skillnad?.personer === 0)) return null;
  return (
    <form method="post" action={`${IVO}/${bild.rapport.kvartal}/rapportera`} class="stack-s" id="rapportera">
      {rättelse ? (
        <Textarea
          name="rattelseskal"
          label="Varför rättas rapporten?"
          rows={2}
          value={skrivet.fält['rattelseskal'] ?? ''}
          error={felFör(skrivet, 'rattelseskal')}
        />
      ) : null}
      <Actions>
        <Button kind="go">{rättelse ? 'Lås en rättad rapport' : 'Lås siffrorna som rapporterade'}</Button>
      </Actions>
    </form>
  );
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
