import type { Ansökansslag } from '@stegvis/casework';
import {
  Button,
  ErrorSummary,
  type FieldError,
  LinkButton,
  läsPersonnummer,
  månad,
  Notice,
  PersonnummerField,
  RadioGroup,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Startförslag } from './port.ts';
import { formfält, type Sidkontext, sökande, visa } from './sida.tsx';

const SLAG: Readonly<Record<Ansökansslag, string>> = {
  ateransokan: 'Jag söker igen. Fyll i det jag svarade förra gången.',
  nyansokan: 'Jag söker för första gången, eller mycket har ändrats.',
};

/** The first page of an application: which month, again or anew, alone or together. */
export function startaSida(app: Hono, kontext: Sidkontext): void {
  const show = (c: Context, förslag: Startförslag, fält: Record<string, string>, fel: readonly FieldError[]) =>
    visa(c, kontext, {
      title: 'Ansök om ekonomiskt bistånd',
      flik: 'ansok',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: förslag.tillHandläggare ? (
        <TillHandläggare kontext={kontext} />
      ) : (
        <Val förslag={förslag} fält={fält} fel={fel} />
      ),
    });

  app.get('/ansok', async (c) => {
    const förslag = await kontext.port.startförslag(sökande(kontext, c));
    return show(
      c,
      förslag,
      {
        slag: förslag.slag,
        manad: förslag.föreslagenMånad,
        tillsammans: förslag.föregående ? (förslag.föregående.medsökande ? 'ja' : 'nej') : '',
      },
      [],
    );
  });

  app.post('/ansok', async (c) => {
    const who = sökande(kontext, c);
    const förslag = await kontext.port.startförslag(who);
    const fält = await formfält(c);
    const fel: FieldError[] = [];
    const slag = fält['slag'] === 'ateransokan' && förslag.föregående ? 'ateransokan' : 'nyansokan';
    const vald = förslag.månader.find((m) => m === fält['manad']);
    if (!vald) fel.push({ id: 'manad', text: 'Välj vilken månad du söker för.' });
    if (!['ja', 'nej'].includes(fält['tillsammans'] ?? ''))
      fel.push({ id: 'tillsammans', text: 'Svara om du söker själv eller tillsammans med någon.' });
    const läst =
      fält['tillsammans'] === 'ja' ? läsPersonnummer(fält['medsokande'] ?? '', kontext.port.idag()) : undefined;
    if (läst && läst.kind !== 'value') fel.push({ id: 'medsokande', text: läst.text });
    if (!vald || fel.length > 0) return show(c, förslag, fält, fel);
    const started = await kontext.port.starta(who, {
      slag,
      månad: vald,
      medsökande: läst?.kind === 'value' ? { personnummer: läst.value } : undefined,
    });
    if (!started.ok) {
      const { refusal } = started;
      return show(
        c,
        förslag,
        fält,
        refusal.fält?.map((f) => ({ id: f.fält, text: f.text })) ?? [
          { id: 'manad', text: `${refusal.text} ${refusal.tillåtet}` },
        ],
      );
    }
    const { id, version } = started.ansökan;
    if (slag === 'ateransokan') await kontext.port.spara(who, id, { inkomster: undefined }, version);
    return c.redirect(`/ansok/${id}`, 303);
  });
}

function Val({
  förslag,
  fält,
  fel,
}: {
  förslag: Startförslag;
  fält: Record<string, string>;
  fel: readonly FieldError[];
}) {
  const error = (id: string) => fel.find((f) => f.id === id)?.text;
  return (
    <div class="stack-l">
      <ErrorSummary errors={fel} />
      <h1>Ansök om ekonomiskt bistånd</h1>
      {förslag.utkast ? (
        <Notice kind="info" level={2} heading={`Du har börjat på en ansökan för ${månad(förslag.utkast.månad)}`}>
          <p>Allt du har skrivit är sparat.</p>
          <p>
            <LinkButton href={`/ansok/${förslag.utkast.id}`} kind="go">
              Fortsätt där du var
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      <form class="stack-l" method="post" action="/ansok" novalidate>
        <RadioGroup
          name="manad"
          label="Vilken månad söker du för?"
          choices={förslag.månader.map((m) => ({ value: m, label: månad(m) }))}
          value={fält['manad']}
          error={error('manad')}
        />
        {förslag.föregående ? (
          <RadioGroup
            name="slag"
            label="Hur vill du söka?"
            choices={(['ateransokan', 'nyansokan'] as const).map((value) => ({ value, label: SLAG[value] }))}
            value={fält['slag']}
          />
        ) : null}
        <RadioGroup
          name="tillsammans"
          label="Söker du själv eller tillsammans med din partner?"
          choices={[
            { value: 'nej', label: 'Själv, med eller utan barn' },
            {
              value: 'ja',
              label: 'Tillsammans med den jag lever ihop med',
              reveal: (
                <PersonnummerField
                  name="medsokande"
                  label="Partnerns personnummer"
                  hint="Ni skriver under var för sig med egen e-legitimation."
                  value={fält['medsokande']}
                  error={error('medsokande')}
                />
              ),
            },
          ]}
          value={fält['tillsammans']}
          error={error('tillsammans')}
        />
        <div>
          <Button kind="go" wide>
            Börja ansökan
          </Button>
        </div>
      </form>
    </div>
  );
}

/** The same words for everybody who is helped by a person from the start: nothing tells why. */
function TillHandläggare({ kontext }: { kontext: Sidkontext }) {
  const { telefon, telefontid } = kontext.port.kommun;
  return (
    <div class="stack">
      <h1>Vi hjälper dig att ansöka</h1>
      <p class="lead">Ring oss, så gör vi ansökan tillsammans. Du behöver inte fylla i något här.</p>
      <p>
        <b>{telefon}</b>, {telefontid}
      </p>
      <p>Det går lika fort, och du får samma svar som på webben.</p>
      <p>
        <LinkButton href="/mina-sidor" kind="neutral">
          Till översikten
        </LinkButton>
      </p>
    </div>
  );
}
