import { brister, CHECKLISTSVAR, GRANSKNINGSEFFEKT, GRANSKNINGSFEL, svarsfält, textfält } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  ErrorSummary,
  Facts,
  kortDatum,
  kr,
  Lines,
  LinkButton,
  läsBelopp,
  MoneyField,
  Notice,
  RadioGroup,
  Select,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { UTFALLSNAMN } from '../namn.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { Avvikelseläge } from './kvalitet.tsx';
import type { Aktbild } from './kvalitet-port.ts';
import { finnsInte, KVALITET, visaKvalitet } from './kvalitet-sida.tsx';

/** One file with the checklists beside it; answers are saved as one goes. */
export function aktsida(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;

  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const bild = await statistik.aktbild(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return finnsInte(c, kontext, 'Akten');
    const { rad, omgång } = bild;
    return visaKvalitet(c, kontext, {
      title: `Granska ${rad.ärendenummer}`,
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb
            items={[
              { href: KVALITET, label: 'Kvalitet' },
              { href: `${KVALITET}/omgang/${omgång.id}`, label: omgång.namn },
            ]}
            here={rad.ärendenummer}
          />
          <ErrorSummary errors={skrivet.fel} />
          <h1>Granska {rad.ärendenummer}</h1>
          {c.req.query('sparat') === 'ja' && skrivet.fel.length === 0 ? (
            <Notice kind="ok">
              <p>Svaren är sparade.</p>
            </Notice>
          ) : null}
          <div class="wb-cols wb-cols--side">
            <div class="stack">
              {rad.akt.status === 'klar' || omgång.avslutad ? (
                <Klar bild={bild} />
              ) : rad.hinder ? (
                <Notice kind="attention" heading="Du kan inte granska den här akten">
                  <p>{rad.hinder}</p>
                </Notice>
              ) : (
                <Frågor bild={bild} skrivet={skrivet} />
              )}
            </div>
            <aside class="stack" aria-label="Akten">
              <Akten bild={bild} />
            </aside>
          </div>
        </>
      ),
    });
  };

  app.get('/kvalitet/akt/:id', (c) => show(c));

  app.post('/kvalitet/akt/:id', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = c.req.param('id');
    const hit = `${KVALITET}/akt/${id}`;
    if (fält['gor'] === 'lamna') {
      const result = await statistik.lämnaAkt(who, id);
      return result.ok
        ? c.redirect(hit, 303)
        : show(c, { fel: vägran(result.refusal, (f) => f, 'sammanfattning'), fält });
    }
    const slutför = fält['gor'] === 'slutfor';
    const belopp = läsBelopp(fält['belopp'] ?? '');
    if (slutför && belopp.kind === 'fel') return show(c, { fel: [{ id: 'belopp', text: belopp.text }], fält });
    const result = await statistik.svaraIAkt(who, id, {
      version: Number(fält['version'] ?? Number.NaN),
      svar: Object.keys(fält)
        .filter((namn) => /^(svar|text)\|/.test(namn))
        .map((namn) => namn.split('|').slice(1).join('|'))
        .filter((nyckel, i, alla) => alla.indexOf(nyckel) === i)
        .map((nyckel) => {
          const [checklista = '', fråga = ''] = nyckel.split('|');
          return { checklista, fråga, svar: fält[`svar|${nyckel}`] ?? '', text: fält[`text|${nyckel}`] ?? '' };
        }),
      sammanfattning: fält['sammanfattning'] ?? '',
      automatisk: {
        utfall: fält['utfall'] ?? '',
        slag: fält['slag'] ?? '',
        text: fält['feltext'] ?? '',
        effekt: fält['effekt'] ?? '',
        belopp: belopp.kind === 'value' ? belopp.value : 0,
      },
      slutför,
    });
    if (result.ok) return c.redirect(slutför ? hit : `${hit}?sparat=ja`, 303);
    return show(c, {
      fel: vägran(result.refusal, (f) => (f === 'text' ? 'feltext' : f), 'sammanfattning'),
      fält: { ...fält, version: '' },
    });
  });
}

function Frågor({ bild, skrivet }: { bild: Aktbild; skrivet: Skrivet }) {
  const { akt } = bild.rad;
  const { fält } = skrivet;
  const skrev = Object.keys(fält).length > 0;
  return (
    <form method="post" action={`${KVALITET}/akt/${akt.id}`} class="stack">
      <input type="hidden" name="version" value={String(akt.version)} />
      {bild.checklistor.map((lista) => (
        <section class="card stack" aria-labelledby={`lista-${lista.id}`}>
          <h2 id={`lista-${lista.id}`}>{lista.namn}</h2>
          {lista.frågor.map((f) => {
            const sparat = akt.svar.find((s) => s.checklista === lista.id && s.fråga === f.id);
            const nyckel = `${lista.id}|${f.id}`;
            return (
              <div class="stack-s">
                <RadioGroup
                  name={`svar|${nyckel}`}
                  id={svarsfält(lista.id, f.id)}
                  label={f.text}
                  hint={f.grund}
                  row
                  unsettable={false}
                  value={skrev ? (fält[`svar|${nyckel}`] ?? '') : (sparat?.svar ?? '')}
                  error={felFör(skrivet, svarsfält(lista.id, f.id))}
                  choices={Object.entries(CHECKLISTSVAR).map(([value, label]) => ({ value, label }))}
                />
                <TextField
                  name={`text|${nyckel}`}
                  id={textfält(lista.id, f.id)}
                  label={
                    <>
                      Vad brister?<span class="vh"> {f.text}</span>
                    </>
                  }
                  optional
                  value={skrev ? (fält[`text|${nyckel}`] ?? '') : (sparat?.text ?? '')}
                  error={felFör(skrivet, textfält(lista.id, f.id))}
                />
              </div>
            );
          })}
        </section>
      ))}
      {bild.automatisk && !bild.automatisk.uppdrag?.resultat ? <Automatiskt skrivet={skrivet} /> : null}
      <Textarea
        name="sammanfattning"
        label="Sammanfattning"
        optional
        rows={3}
        value={fält['sammanfattning'] ?? akt.sammanfattning}
        error={felFör(skrivet, 'sammanfattning')}
      />
      <Actions>
        <Button kind="go" name="gor" value="slutfor">
          Slutför granskningen
        </Button>
        <Button kind="neutral" name="gor" value="spara">
          Spara svaren
        </Button>
        {akt.status === 'pagar' ? (
          <Button kind="quiet" name="gor" value="lamna">
            Lämna till en kollega
          </Button>
        ) : null}
      </Actions>
    </form>
  );
}

/** Whether the automatic grant was right: counted in the statistics, and nothing is decided by it. */
function Automatiskt({ skrivet }: { skrivet: Skrivet }) {
  const { fält } = skrivet;
  return (
    <section class="card stack" aria-labelledby="automatiskt">
      <h2 id="automatiskt">Det automatiska beslutet</h2>
      <RadioGroup
        name="utfall"
        label="Är beslutet rätt?"
        hint="Svaret räknas i statistiken. Det ändrar inte beslutet."
        value={fält['utfall'] ?? ''}
        error={felFör(skrivet, 'utfall')}
        choices={[
          { value: 'ratt', label: 'Ja, rätt' },
          {
            value: 'fel',
            label: 'Nej, fel',
            reveal: (
              <div class="stack">
                <Select
                  name="slag"
                  label="Vad är fel?"
                  empty="Välj"
                  value={fält['slag'] ?? ''}
                  error={felFör(skrivet, 'slag')}
                  options={Object.entries(GRANSKNINGSFEL).map(([value, label]) => ({ value, label }))}
                />
                <Textarea
                  name="feltext"
                  label="Beskriv felet"
                  rows={2}
                  value={fält['feltext'] ?? ''}
                  error={felFör(skrivet, 'feltext')}
                />
                <Select
                  name="effekt"
                  label="Vad fick hushållet?"
                  empty="Välj"
                  value={fält['effekt'] ?? ''}
                  error={felFör(skrivet, 'effekt')}
                  options={Object.entries(GRANSKNINGSEFFEKT).map(([value, label]) => ({ value, label }))}
                />
                <MoneyField
                  name="belopp"
                  label="Med hur mycket?"
                  optional
                  value={fält['belopp'] ?? ''}
                  error={felFör(skrivet, 'belopp')}
                />
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}

function Klar({ bild }: { bild: Aktbild }) {
  const { akt } = bild.rad;
  const fel = brister(akt);
  return (
    <section class="stack" aria-labelledby="resultat">
      <h2 id="resultat">
        {fel.length === 0 ? 'Inga brister' : `${fel.length} ${fel.length === 1 ? 'brist' : 'brister'}`}
      </h2>
      {akt.granskare && akt.klar ? (
        <p class="muted">
          {akt.granskare.namn}, {tidpunkt(akt.klar)}
        </p>
      ) : null}
      {akt.sammanfattning === '' ? null : <p>{akt.sammanfattning}</p>}
      {bild.checklistor.map((lista) => (
        <section class="stack-s" aria-labelledby={`svar-${lista.id}`}>
          <h3 id={`svar-${lista.id}`}>{lista.namn}</h3>
          <Lines>
            {lista.frågor.map((f) => {
              const svar = akt.svar.find((s) => s.checklista === lista.id && s.fråga === f.id);
              const brist = svar?.svar === 'nej' || svar?.svar === 'delvis';
              return (
                <li class="line">
                  <span>
                    {f.text} <span class="muted">{f.grund}</span>
                    {brist ? (
                      <>
                        <br />
                        {svar.text}{' '}
                        <a href={`${KVALITET}/avvikelse?akt=${akt.id}&lista=${lista.id}&fraga=${f.id}`}>
                          Anmäl avvikelse<span class="vh">: {f.text}</span>
                        </a>
                      </>
                    ) : null}
                  </span>
                  <span>
                    {brist ? (
                      <Tag kind="attention">{CHECKLISTSVAR[svar.svar]}</Tag>
                    ) : (
                      ((svar && CHECKLISTSVAR[svar.svar]) ?? 'Inget svar')
                    )}
                  </span>
                </li>
              );
            })}
          </Lines>
        </section>
      ))}
      {bild.nästa ? (
        <Actions>
          <LinkButton href={`${KVALITET}/akt/${bild.nästa}`} kind="go">
            Nästa akt
          </LinkButton>
        </Actions>
      ) : null}
    </section>
  );
}

function Akten({ bild }: { bild: Aktbild }) {
  const { rad, automatisk } = bild;
  const bas = `/handlaggning/arenden/${rad.akt.ansökan}`;
  const resultat = automatisk?.uppdrag?.resultat;
  return (
    <>
      <section class="card stack-s" aria-labelledby="akten">
        <h2 id="akten">Akten</h2>
        <Facts
          items={[
            { name: 'Hushåll', value: bild.hushåll },
            { name: 'Månad', value: rad.månad },
            {
              name: 'Beslut',
              value: `${UTFALLSNAMN[rad.utfall as keyof typeof UTFALLSNAMN] ?? rad.utfall} ${kortDatum(rad.beslutad)}`,
            },
            { name: 'Belopp', value: kr(bild.belopp) },
            { name: 'Beslutades av', value: bild.beslutsfattare },
          ]}
        />
        <p>{bild.motivering}</p>
        <Lines small>
          <li class="line">
            <a href={bas}>Beräkning och beslut</a>
          </li>
          <li class="line">
            <a href={`${bas}#journal`}>Journal</a>
          </li>
          <li class="line">
            <a href={`${bas}/kommunicering`}>Kommunicering</a>
          </li>
          <li class="line">
            <a href={`${bas}/komplettering`}>Komplettering</a>
          </li>
          <li class="line">
            <a href={`${bas}/beslut`}>Alla beslut i ärendet</a>
          </li>
          {bild.vuxna.map(({ id, namn }) => (
            <li class="line">
              <a href={`/handlaggning/person/${id}/plan`}>Plan: {namn}</a>
            </li>
          ))}
        </Lines>
      </section>
      {resultat ? (
        <Notice
          kind={resultat.utfall === 'ratt' ? 'ok' : 'attention'}
          level={2}
          heading={
            resultat.utfall === 'ratt' ? 'Det automatiska beslutet var rätt' : 'Det automatiska beslutet var fel'
          }
        >
          {resultat.fel ? (
            <p>
              {GRANSKNINGSFEL[resultat.fel.slag]}: {resultat.fel.text}{' '}
              <a href={`/handlaggning/automatik/granska/${automatisk?.uppdrag?.id}`}>Åtgärda felet</a>.{' '}
              <a href={`${bas}/beslut`}>Rätta eller ompröva i ärendet</a>.
            </p>
          ) : null}
          <p class="muted">
            {resultat.av.namn}, {tidpunkt(resultat.tid)}
          </p>
        </Notice>
      ) : null}
      <section class="stack-s" aria-labelledby="akt-avvikelser">
        <h2 id="akt-avvikelser">Avvikelser</h2>
        {bild.avvikelser.length === 0 ? (
          <p class="muted">Inga från den här granskningen.</p>
        ) : (
          <Lines>
            {bild.avvikelser.map((a) => (
              <li class="line">
                <a href={`${KVALITET}/avvikelse/${a.id}`}>
                  {a.nummer}. {a.rubrik}
                </a>
                <Avvikelseläge status={a.status} />
              </li>
            ))}
          </Lines>
        )}
        <p>
          <LinkButton href={`${KVALITET}/avvikelse?akt=${rad.akt.id}`} kind="neutral">
            Anmäl en avvikelse från akten
          </LinkButton>
        </p>
      </section>
    </>
  );
}
