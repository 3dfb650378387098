import type { Ansökansförslag } from '@stegvis/casework';
import {
  Button,
  Details,
  ErrorSummary,
  type FieldError,
  LinkButton,
  läsPersonnummer,
  månad,
  Notice,
  PersonnummerField,
  RadioGroup,
  Textarea,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Medborgare, Startförslag, Startval } from './port.ts';
import { formfält, type Sidkontext, sökande, visa } from './sida.tsx';

type Slag = Ansökansförslag['slag'];
type Kontakt = { readonly tolk: string; readonly sakerKontakt: string };

/** The first page of an application: what is proposed and why, which month, alone or together, and how the person is reached. */
export function startaSida(app: Hono, kontext: Sidkontext): void {
  const { port } = kontext;
  const show = async (
    c: Context,
    förslag: Startförslag,
    fält: Record<string, string>,
    fel: readonly FieldError[] = [],
  ) =>
    visa(c, kontext, {
      title: förslag.tillHandläggare ? t('Vi hjälper dig att ansöka') : t('Ansök om ekonomiskt bistånd'),
      flik: 'ansok',
      fel: fel.length > 0,
      status: fel.length > 0 ? 422 : 200,
      children: förslag.tillHandläggare ? (
        <TillHandläggare kontext={kontext} />
      ) : (
        <Val förslag={förslag} fält={fält} fel={fel} gemensamt={await gemensamtÄrende(kontext, sökande(kontext, c))} />
      ),
    });

  app.get('/ansok', async (c) => {
    const who = sökande(kontext, c);
    const förslag = await port.startförslag(who);
    if (förslag.tillHandläggare) return show(c, förslag, {});
    const { tolk, sakerKontakt } = await sparadKontakt(kontext, who);
    return show(c, förslag, {
      slag: förslag.slag,
      manad: förslag.föreslagenMånad,
      tillsammans: förslag.föregående ? (förslag.medsökande ? 'samma' : 'nej') : '',
      tolk,
      sakerKontakt,
    });
  });

  app.post('/ansok', async (c) => {
    const who = sökande(kontext, c);
    const förslag = await port.startförslag(who);
    if (förslag.tillHandläggare) return show(c, förslag, {});
    const fält = await formfält(c);
    const läst = läsVal(fält, förslag, port.idag());
    const fel = [...läst.fel, ...felIKontakt(fält)];
    if (!läst.val || fel.length > 0) return show(c, förslag, fält, fel);
    const started = await port.starta(who, läst.val);
    if (!started.ok) {
      const { refusal } = started;
      const egna = refusal.fält?.map((f) => ({ id: f.fält, text: översatt(f.text) }));
      return show(
        c,
        await port.startförslag(who),
        fält,
        egna ?? [{ id: 'manad', text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` }],
      );
    }
    await sparaKontakt(kontext, who, fält);
    const { id, version } = started.ansökan;
    if (started.ansökan.slag === 'ateransokan') await port.spara(who, id, { inkomster: undefined }, version);
    return c.redirect(`/ansok/${id}`, 303);
  });
}

/** What the person chose, or what is wrong with it. */
function läsVal(
  fält: Readonly<Record<string, string>>,
  förslag: Startförslag,
  idag: string,
): { val?: Startval; fel: FieldError[] } {
  const fel: FieldError[] = [];
  const slag = möjligaSlag(förslag).find((s) => s === fält['slag']) ?? vanligt(förslag);
  const månader = slag === 'tillagg' ? förslag.tilläggsmånader : förslag.månader;
  const vald = månader.find((m) => m === (slag === 'tillagg' ? fält['tillaggsmanad'] || månader[0] : fält['manad']));
  if (!vald) fel.push({ id: 'manad', text: t('Välj vilken månad du söker för.') });
  if (slag === 'tillagg') return { ...(vald ? { val: { slag, månad: vald, medsökande: undefined } } : {}), fel };
  const { tillsammans } = fält;
  const samma = tillsammans === 'samma' && förslag.medsökande !== undefined;
  if (!samma && tillsammans !== 'ja' && tillsammans !== 'nej')
    fel.push({ id: 'tillsammans', text: t('Svara om du söker själv eller tillsammans med någon.') });
  const läst = tillsammans === 'ja' ? läsPersonnummer(fält['medsokande'] ?? '', idag) : undefined;
  if (läst && läst.kind !== 'value') fel.push({ id: 'medsokande', text: läst.text });
  const medsökande = samma ? ('samma' as const) : läst?.kind === 'value' ? { personnummer: läst.value } : undefined;
  return { ...(vald ? { val: { slag, månad: vald, medsökande } } : {}), fel };
}

function vanligt(förslag: Startförslag): Slag {
  return förslag.slag === 'tillagg' ? (förslag.föregående ? 'ateransokan' : 'nyansokan') : förslag.slag;
}

/** What the person may choose between: everything that has something to build on. */
function möjligaSlag(förslag: Startförslag): readonly Slag[] {
  return [
    ...(förslag.föregående ? (['ateransokan'] as const) : []),
    'nyansokan',
    ...(förslag.tilläggsmånader.length > 0 ? (['tillagg'] as const) : []),
  ];
}

const LÄNGSTA = { tolk: 100, sakerKontakt: 1000 } as const;

function felIKontakt(fält: Readonly<Record<string, string>>): FieldError[] {
  return (['tolk', 'sakerKontakt'] as const).flatMap((id) => {
    const antal = (fält[id] ?? '').trim().length;
    const högst = LÄNGSTA[id];
    return antal > högst
      ? [{ id, text: t('Skriv högst {högst, number} tecken. Nu är det {antal, number}.', { högst, antal }) }]
      : [];
  });
}

async function sparadKontakt({ port }: Sidkontext, who: Medborgare): Promise<Kontakt> {
  const { kontaktuppgift } = await port.kontaktuppgift(who);
  return { tolk: kontaktuppgift?.tolk ?? '', sakerKontakt: kontaktuppgift?.säkerKontakt ?? '' };
}

/** Keeps the interpreter and the safe way to reach the person, when they have changed; what else is known stays. */
async function sparaKontakt({ port }: Sidkontext, who: Medborgare, fält: Readonly<Record<string, string>>) {
  if (fält['tolk'] === undefined && fält['sakerKontakt'] === undefined) return;
  const { kontaktuppgift: nu } = await port.kontaktuppgift(who);
  const tolk = (fält['tolk'] ?? '').trim();
  const säkerKontakt = (fält['sakerKontakt'] ?? '').trim();
  if (tolk === (nu?.tolk ?? '') && säkerKontakt === (nu?.säkerKontakt ?? '')) return;
  await port.ändraKontaktuppgift(who, {
    telefon: nu?.telefon ?? '',
    epost: nu?.epost ?? '',
    avisering: nu?.avisering ?? 'ingen',
    tolk,
    säkerKontakt,
    baseradPå: nu?.version ?? 0,
  });
}

async function gemensamtÄrende({ port }: Sidkontext, who: Medborgare): Promise<string | undefined> {
  const { ärenden } = await port.översikt(who);
  return ärenden.find((ä) => ä.status === 'oppet' && ä.medsökande !== undefined)?.id;
}

function Val({
  förslag,
  fält,
  fel,
  gemensamt,
}: {
  förslag: Startförslag;
  fält: Readonly<Record<string, string>>;
  fel: readonly FieldError[];
  gemensamt: string | undefined;
}) {
  const error = (id: string) => fel.find((f) => f.id === id)?.text;
  const slag = möjligaSlag(förslag);
  return (
    <div class="stack-l">
      <ErrorSummary errors={fel} />
      <div class="stack">
        <h1>{t('Ansök om ekonomiskt bistånd')}</h1>
        <p class="lead">{skälet(förslag)}</p>
        <p>
          <a href="/akut">{t('Behöver du mat, medicin eller någonstans att sova i dag?')}</a>
        </p>
      </div>
      {förslag.utkast ? (
        <Notice
          kind="info"
          level={2}
          heading={t('Du har börjat på en ansökan för {månad}', { månad: månad(förslag.utkast.månad) })}
        >
          <p>{t('Allt du har skrivit är sparat.')}</p>
          <p>
            <LinkButton href={`/ansok/${förslag.utkast.id}`} kind="go">
              {t('Fortsätt där du var')}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      <form class="stack-l" method="post" action="/ansok" novalidate>
        {slag.length > 1 ? (
          <RadioGroup
            name="slag"
            label={t('Vad vill du söka?')}
            choices={slag.map((value) => ({
              value,
              label: slagtext(value),
              ...(value === 'tillagg' && förslag.tilläggsmånader.length > 1
                ? {
                    reveal: (
                      <RadioGroup
                        name="tillaggsmanad"
                        label={t('Vilken månad hör kostnaden till?')}
                        choices={förslag.tilläggsmånader.map((m) => ({ value: m, label: månad(m) }))}
                        value={fält['tillaggsmanad'] ?? förslag.tilläggsmånader[0]}
                        unsettable={false}
                      />
                    ),
                  }
                : {}),
            }))}
            value={fält['slag']}
            unsettable={false}
          />
        ) : null}
        <RadioGroup
          name="manad"
          label={t('Vilken månad söker du för?')}
          hint={slag.includes('tillagg') ? t('Svaret behövs inte för ett tillägg.') : undefined}
          choices={förslag.månader.map((m) => ({ value: m, label: månad(m) }))}
          value={fält['manad']}
          error={error('manad')}
        />
        <RadioGroup
          name="tillsammans"
          label={t('Söker du själv eller tillsammans med din partner?')}
          choices={[
            { value: 'nej', label: t('Själv, med eller utan barn') },
            ...(förslag.medsökande
              ? [{ value: 'samma', label: t('Tillsammans med samma person som förra gången') }]
              : []),
            {
              value: 'ja',
              label: förslag.medsökande
                ? t('Tillsammans med någon annan')
                : t('Tillsammans med den jag lever ihop med'),
              reveal: (
                <PersonnummerField
                  name="medsokande"
                  label={t('Partnerns personnummer')}
                  hint={t('Ni skriver under var för sig med egen e-legitimation.')}
                  value={fält['medsokande']}
                  error={error('medsokande')}
                />
              ),
            },
          ]}
          value={fält['tillsammans']}
          error={error('tillsammans')}
        />
        <Details
          summary={t('Behöver du tolk, eller ska vi nå dig på ett säkert sätt?')}
          open={Boolean(fält['tolk'] || fält['sakerKontakt'] || error('tolk') || error('sakerKontakt'))}
        >
          <div class="stack">
            <p>{t('Du kan hoppa över det här. Bara vi ser det, inte den du söker tillsammans med.')}</p>
            <TextField
              name="tolk"
              label={t('Språk som du vill ha tolk på')}
              optional
              value={fält['tolk']}
              error={error('tolk')}
            />
            <Textarea
              name="sakerKontakt"
              label={t('Hur kan vi nå dig utan fara?')}
              hint={t(
                'Till exempel ett nummer och en tid, och om vi får lämna meddelande. Så länge det står något här skickar vi varken sms eller e-post.',
              )}
              rows={3}
              optional
              value={fält['sakerKontakt']}
              error={error('sakerKontakt')}
            />
          </div>
        </Details>
        <div>
          <Button kind="go" wide>
            {t('Börja ansökan')}
          </Button>
        </div>
      </form>
      {gemensamt ? (
        <p>
          <a href={`/ansok/bor-isar/${gemensamt}`}>{t('Vi bor inte längre ihop')}</a>
        </p>
      ) : null}
    </div>
  );
}

function slagtext(slag: Slag): string {
  if (slag === 'ateransokan') return t('Jag söker igen. Fyll i det jag svarade förra gången.');
  if (slag === 'tillagg') return t('Jag behöver pengar till en sak till, för en månad som redan är beslutad.');
  return t('Jag söker för första gången, eller mycket har ändrats.');
}

/** Why this is proposed, in plain words. */
function skälet({ skäl, föreslagenMånad, föregående }: Startförslag): string {
  const namn = månad(föreslagenMånad);
  switch (skäl) {
    case 'varje-manad':
      return t('Du har nyss fått beslut. Därför föreslår vi att du söker igen för {månad}, med det du svarade sist.', {
        månad: namn,
      });
    case 'nyligen-avslutad':
      return t('Ditt senaste beslut gällde {förra}. Därför kan du söka igen med det du svarade då.', {
        förra: föregående ? månad(föregående.månad) : namn,
      });
    case 'for-lange-sedan':
      return t('Det var länge sedan du fick beslut. Därför frågar vi om allt igen.');
    case 'andrat-hushall':
      return t('Ärendet du hade förut är avslutat. Därför börjar du på en ny ansökan.');
    case 'manaden-beslutad':
      return t(
        '{månad} är redan beslutad. Behöver du pengar till något mer den månaden, till exempel medicin eller tandvård, söker du ett tillägg.',
        { månad: namn.charAt(0).toUpperCase() + namn.slice(1) },
      );
    case 'manaden-handlaggs':
      return t('Du har redan skickat en ansökan som vi läser. Här kan du söka för en annan månad.');
    default:
      return t('Det tar ungefär en kvart. Allt sparas medan du skriver.');
  }
}

/** The same words for everybody who is helped by a person from the start: nothing tells why. */
function TillHandläggare({ kontext }: { kontext: Sidkontext }) {
  const { telefon, telefontid } = kontext.port.kommun;
  return (
    <div class="stack">
      <h1>{t('Vi hjälper dig att ansöka')}</h1>
      <p class="lead">{t('Ring oss, så gör vi ansökan tillsammans. Du behöver inte fylla i något här.')}</p>
      <p>{t('Telefon: {telefon}, {telefontid}', { telefon, telefontid })}</p>
      <p>{t('Det går lika fort, och du får samma svar som på webben.')}</p>
      <p>
        <a href="/akut">{t('Behöver du mat, medicin eller någonstans att sova i dag?')}</a>
      </p>
      <p>
        <LinkButton href="/mina-sidor" kind="neutral">
          {t('Till översikten')}
        </LinkButton>
      </p>
    </div>
  );
}
