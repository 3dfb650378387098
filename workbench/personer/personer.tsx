import { AVSLUTSORSAKER, BEHOV, type Behov, dagIOrd, mötetIOrd, ÅTERKOMSTORSAKER } from '@stegvis/casework';
import {
  Actions,
  Button,
  Details,
  Empty,
  ErrorSummary,
  Filters,
  KeyboardHint,
  kortDatum,
  Lines,
  LinkButton,
  Notice,
  Select,
  Table,
  Tag,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { följer, förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Personlista, Personrad, Personval, Tillbaka } from './uppfoljning-port.ts';

const HEM = '/handlaggning/personer';

/** What is urgent enough to be marked. */
const BRÅDSKA: readonly Behov[] = ['svar-last', 'franvaro', 'uppfoljning'];

/** The persons a member of staff follows, the one who needs somebody first on top. */
export function personsida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const lista = async (
    c: Context,
    {
      skrivet = INGET_SKRIVET,
      status = 200,
      namn = '',
    }: { skrivet?: Skrivet; status?: 200 | 409 | 422; namn?: string } = {},
  ) => {
    const who = medarbetare(kontext, c);
    if (!följer(who.roller)) return förbjudet(c, kontext);
    const val = valet(c.req.query('vems'));
    const bild = await väg.minaPersoner(who, val);
    const behov = (Object.keys(BEHOV) as Behov[]).find((b) => b === c.req.query('behov'));
    const söks = namn.trim().toLowerCase();
    const visade = bild.rader.filter(
      (rad) =>
        (behov === undefined || rad.läge.behov.some((b) => b.behov === behov)) &&
        (söks === '' || rad.namn.toLowerCase().includes(söks)),
    );
    const adress = (v: Personval, b: Behov | undefined) =>
      `${HEM}?${new URLSearchParams({ vems: v, ...(b ? { behov: b } : {}) })}`;
    const rubrik = val === 'alla' ? 'Allas personer' : val === 'utan' ? 'Personer utan samordnare' : 'Mina personer';
    return visa(c, kontext, {
      title: rubrik,
      flik: 'personer',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <div class="wb-title">
            <h1>{rubrik}</h1>
            <LinkButton href={`${HEM}/tider`} kind="neutral">
              Mina tider
            </LinkButton>
          </div>
          <p class="row">
            <a href="/handlaggning/kartlaggning">Kartläggning</a>
            {who.roller.includes('enhetschef') ? (
              <>
                <a href="/handlaggning/spar/matt">Så används spåren</a>
                <a href="/handlaggning/ivo">Rapport till IVO</a>
              </>
            ) : (
              <a href="/handlaggning/kvalitet">Kvalitet</a>
            )}
          </p>
          <div class="wb-cols wb-cols--rail">
            <Filters
              label="Vilka personer som visas"
              groups={[
                {
                  heading: 'Visa',
                  items: [
                    { href: adress('mina', behov), label: 'Mina', current: val === 'mina' },
                    ...(bild.fårFördela
                      ? [{ href: adress('alla', behov), label: 'Allas', current: val === 'alla' }]
                      : []),
                    { href: adress('utan', behov), label: 'Utan samordnare', current: val === 'utan' },
                  ],
                },
                {
                  heading: 'Behöver',
                  items: [
                    { href: adress(val, undefined), label: 'Alla', count: bild.rader.length, current: !behov },
                    ...(Object.keys(BEHOV) as Behov[])
                      .map((b) => ({
                        href: adress(val, b),
                        label: BEHOV[b],
                        count: bild.rader.filter((rad) => rad.läge.behov.some((x) => x.behov === b)).length,
                        current: b === behov,
                      }))
                      .filter(({ count, current }) => count > 0 || current),
                  ],
                },
              ]}
            />
            <div class="stack" data-queue>
              <form method="post" action={adress(val, behov).replace(HEM, `${HEM}/sok`)} class="choose-row">
                <TextField name="namn" label="Sök på namn" type="search" value={namn} width="13" />
                <Button kind="neutral">Sök</Button>
              </form>
              {visade.length === 0 ? (
                <Empty heading={tomt(val, bild.rader.length > 0)}>
                  <p>
                    {bild.rader.length > 0
                      ? 'Välj ett annat filter eller töm sökningen.'
                      : val === 'mina'
                        ? 'När någon blir din person ser du här vad den behöver.'
                        : 'Här finns den som har ansökt och inte har fått någon samordnare.'}
                  </p>
                </Empty>
              ) : (
                <Table
                  id="personer"
                  caption={`${rubrik}, den som behöver något först står överst`}
                  captionHidden
                  narrow="list"
                  columns={[
                    { head: 'Person' },
                    { head: 'Behöver' },
                    { head: 'Spår' },
                    { head: 'Nästa kontakt' },
                    { head: 'Samordnare' },
                  ]}
                  rows={visade.map((rad) => raden(rad, bild))}
                />
              )}
            </div>
          </div>
          {val === 'utan' && bild.rader.length > 0 ? <Fördela bild={bild} skrivet={skrivet} /> : null}
          <Frånvaro bild={bild} who={who.id} skrivet={skrivet} />
          <KeyboardHint />
        </div>
      ),
    });
  };

  app.get('/personer', (c) => lista(c));

  // A name is searched for by post, so that it stands in no address.
  app.post('/personer/sok', async (c) => lista(c, { namn: (await formfält(c))['namn'] ?? '' }));

  app.post('/personer', async (c) => {
    const who = medarbetare(kontext, c);
    const fält = await formfält(c);
    const result =
      fält['gor'] === 'franvaro'
        ? await väg.antecknaSamordnarfrånvaro(who, {
            samordnare: fält['samordnare'] || who.id,
            ersättare: fält['ersattare'] ?? '',
            från: (fält['fran'] ?? '').trim(),
            till: (fält['till'] ?? '').trim(),
          })
        : await väg.utseSamordnare(who, fält['person'] ?? '', {
            samordnare: fält['samordnare'] ?? '',
            skäl: fält['skal'] ?? '',
          });
    if (!result.ok)
      return lista(c, {
        skrivet: { fel: vägran(result.refusal, (f) => f, 'samordnare'), fält },
        status: result.refusal.fält ? 422 : 409,
      });
    return c.redirect(`${HEM}?vems=${valet(c.req.query('vems'))}`, 303);
  });
}

function valet(text: string | undefined): Personval {
  return text === 'alla' || text === 'utan' ? text : 'mina';
}

/** That a person is back, with why it ended and why she is back. */
function tillbakaIOrd({ dag, slutade, orsaker }: Tillbaka): string {
  const nu = orsaker.map((o) => ÅTERKOMSTORSAKER[o].toLowerCase()).join(', ');
  return `Tillbaka inom ett år, sedan ${kortDatum(dag)}. Slutade: ${AVSLUTSORSAKER[slutade].toLowerCase()}. ${nu === '' ? 'Varför är inte antecknat.' : `Nu: ${nu}.`}`;
}

function tomt(val: Personval, filtrerat: boolean): string {
  if (filtrerat) return 'Ingen person passar filtret';
  return val === 'utan' ? 'Alla har en samordnare' : 'Du har inga personer än';
}

function raden({ id, namn, läge, samordnare, ersättare, tillbaka }: Personrad, { idag }: Personlista) {
  const bas = `/handlaggning/person/${id}`;
  const sent = läge.nästaKontakt !== undefined && läge.nästaKontakt < idag;
  return [
    <>
      <a href={bas} data-row-link>
        {namn}
      </a>
      {läge.avslut ? <Tag>Stöd efteråt</Tag> : null}
      {tillbaka ? (
        <>
          <br />
          <span class="muted">{tillbakaIOrd(tillbaka)}</span>
        </>
      ) : null}
    </>,
    läge.behov.length === 0 ? (
      <span class="muted">Inget just nu</span>
    ) : (
      <ul class="plain-list stack-s">
        {läge.behov.slice(0, 3).map((b) => (
          <li>
            <a href={`${bas}${b.väg}`}>{b.text}</a>{' '}
            {BRÅDSKA.includes(b.behov) ? <Tag kind="attention">Brådskar</Tag> : null}
          </li>
        ))}
        {läge.behov.length > 3 ? <li class="muted">och {läge.behov.length - 3} till</li> : null}
      </ul>
    ),
    läge.spår?.namn ?? <span class="muted">Inget valt</span>,
    läge.möte ? (
      <a href={`${bas}/moten`}>{mötetIOrd(läge.möte)}</a>
    ) : läge.nästaKontakt ? (
      <a href={`${bas}/moten`}>
        {sent ? 'Skulle ha varit ' : 'Senast '}
        {dagIOrd(läge.nästaKontakt)}
      </a>
    ) : (
      <span class="muted">Inte bestämd</span>
    ),
    ersättare ? `${samordnare}, ersätts av ${ersättare}` : (samordnare ?? <span class="muted">Ingen</span>),
  ];
}

function Fördela({ bild, skrivet }: { bild: Personlista; skrivet: Skrivet }) {
  return (
    <form method="post" action={`${HEM}?vems=utan`} class="card stack">
      <h2>Ge en person en samordnare</h2>
      <input type="hidden" name="gor" value="fordela" />
      <Select
        name="person"
        label="Person"
        options={bild.rader.map(({ id, namn }) => ({ value: id, label: namn }))}
        value={skrivet.fält['person'] ?? ''}
      />
      <Select
        name="samordnare"
        label="Samordnare"
        options={bild.samordnare.map(({ id, namn }) => ({ value: id, label: namn }))}
        value={skrivet.fält['samordnare'] ?? ''}
        error={felFör(skrivet, 'samordnare')}
      />
      <Actions>
        <Button kind="go">Ge samordnare</Button>
      </Actions>
    </form>
  );
}

function Frånvaro({ bild, who, skrivet }: { bild: Personlista; who: string; skrivet: Skrivet }) {
  const { fält } = skrivet;
  return (
    <section class="stack" aria-labelledby="franvaro">
      <h2 id="franvaro">När en samordnare är borta</h2>
      {bild.frånvaro.length > 0 ? (
        <Lines>
          {bild.frånvaro.map((f) => (
            <li class="line">
              <span>
                {f.namn} är borta {kortDatum(f.från)}–{kortDatum(f.till)}. {f.ersättare.namn} träffar personerna under
                tiden.
              </span>
            </li>
          ))}
        </Lines>
      ) : (
        <p class="muted">Ingen samordnare är borta.</p>
      )}
      <Details summary="Anteckna frånvaro och ersättare" open={fält['gor'] === 'franvaro'}>
        <form method="post" action={HEM} class="stack">
          <input type="hidden" name="gor" value="franvaro" />
          {bild.fårFördela ? (
            <Select
              name="samordnare"
              id="borta"
              label="Vem är borta"
              options={bild.samordnare.map(({ id, namn }) => ({ value: id, label: namn }))}
              value={fält['samordnare'] ?? who}
            />
          ) : (
            <Notice>
              <p>Gäller dig själv. Dina personer finns i ersättarens lista de dagarna.</p>
            </Notice>
          )}
          <Select
            name="ersattare"
            label="Ersättare"
            options={bild.samordnare.filter(({ id }) => id !== who).map(({ id, namn }) => ({ value: id, label: namn }))}
            value={fält['ersattare'] ?? ''}
            error={felFör(skrivet, 'ersattare')}
          />
          <TextField
            name="fran"
            label="Från och med"
            hint={`Till exempel ${bild.idag}`}
            width="8"
            value={fält['fran'] ?? ''}
            error={felFör(skrivet, 'fran')}
          />
          <TextField
            name="till"
            label="Till och med"
            hint={`Till exempel ${bild.idag}`}
            width="8"
            value={fält['till'] ?? ''}
            error={felFör(skrivet, 'till')}
          />
          <Actions>
            <Button kind="neutral">Spara frånvaro</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}
