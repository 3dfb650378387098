import { randomUUID } from 'node:crypto';
import { type Svar, TILLÄGGSBEHOV, type Tilläggsbehov } from '@stegvis/casework';
import {
  AutosaveStatus,
  Button,
  belopp as beloppet,
  Checkbox,
  DateField,
  datumDelar,
  ErrorSummary,
  type FieldError,
  klockslag,
  kortDatum,
  kr,
  LinkButton,
  läsBelopp,
  läsDatum,
  MoneyField,
  månad,
  Notice,
  Select,
  type SummaryRow,
  Textarea,
  TextField,
  t,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Frågekontext, type Fält, felFör, kännetecken, type Läst } from './fraga.ts';
import { frågekontext } from './fraga-kontext.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

const LÄNGSTA = 2000;
const NYCKLAR = ['tillagg', 'kostnader', 'konto'] as const;

/** The whole of a supplementary application on one page: what, why, what it costs, when it is needed, and where the money goes. */
export function tilläggSida(app: Hono, kontext: Sidkontext): void {
  const find = async (c: Context): Promise<Frågekontext | undefined> => {
    const k = await frågekontext(c, kontext);
    return k?.ansökan.slag === 'tillagg' ? k : undefined;
  };
  const show = (c: Context, k: Frågekontext, fält: Fält, fel: readonly FieldError[] = [], konflikt = false) =>
    visa(c, kontext, {
      title: t('Tillägg för {månad}', { månad: månad(k.ansökan.månad) }),
      flik: 'ansok',
      fel: fel.length > 0,
      status: konflikt ? 409 : fel.length > 0 ? 422 : 200,
      children: <Tillägg k={k} fält={fält} fel={fel} konflikt={konflikt} />,
    });

  app.get('/ansok/:id/tillagg', async (c) => {
    const k = await find(c);
    if (!k) return saknas(c, kontext);
    if (k.ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${k.ansökan.id}`, 303);
    return show(c, k, tilläggsfält(k));
  });

  app.post('/ansok/:id/tillagg', async (c) => {
    const k = await find(c);
    if (!k) return saknas(c, kontext);
    const { id, status, uppgifter, version } = k.ansökan;
    const självsparat = c.req.header('x-autosave') === '1';
    if (status !== 'utkast')
      return självsparat
        ? c.json({ text: t('Tillägget är redan skickat och kan inte ändras.') }, 409)
        : c.redirect(`/ansok/${id}/skickad`, 303);
    const who = sökande(kontext, c);
    const fält = await formfält(c);
    const läst = läsTillägg(fält, k);
    if (självsparat) {
      if (Object.keys(läst.delvis).length === 0)
        return c.json({ text: t('Inte sparat än. {fel}', { fel: läst.ok ? '' : (läst.fel[0]?.text ?? '') }) }, 422);
      const saved = await kontext.port.spara(who, id, läst.delvis, version);
      return saved.ok
        ? c.json({ sparat: klockslag(saved.ansökan.ändrad) })
        : c.json({ text: översatt(saved.refusal.text) }, 409);
    }
    const fel: FieldError[] = [...(läst.ok ? [] : läst.fel)];
    if (fält['intygat'] !== 'ja') fel.push({ id: 'intygat', text: t('Kryssa i att uppgifterna stämmer.') });
    if (!läst.ok || fel.length > 0) return show(c, k, fält, fel);
    const egna = kännetecken({ ...uppgifter, ...läst.svar }, NYCKLAR);
    if (fält['bas'] !== kännetecken(uppgifter, NYCKLAR) && egna !== kännetecken(uppgifter, NYCKLAR))
      return show(c, k, fält, [], true);
    const saved = await kontext.port.spara(who, id, { ...läst.svar, intygat: true }, version);
    const sent = saved.ok ? await kontext.port.skickaIn(who, id, saved.ansökan.version) : saved;
    if (sent.ok) return c.redirect(`/ansok/${id}/skickad`, 303);
    const nu = (await find(c)) ?? k;
    if (nu.ansökan.status !== 'utkast') return c.redirect(`/ansok/${id}/skickad`, 303);
    const brister = (sent.refusal.fält ?? []).map((f) => ({
      id: f.fält.split('.')[1] ?? f.fält,
      text: översatt(f.text),
    }));
    return show(
      c,
      nu,
      fält,
      brister.length > 0
        ? brister
        : [{ id: 'intygat', text: `${översatt(sent.refusal.text)} ${översatt(sent.refusal.tillåtet)}` }],
    );
  });
}

/** What a need is called. */
export function tilläggsbehovet(behov: Tilläggsbehov): string {
  switch (behov) {
    case 'medicin':
      return t('Medicin');
    case 'tandvard':
      return t('Tandvård');
    case 'lakare':
      return t('Läkare eller annan vård');
    case 'glasogon':
      return t('Glasögon');
    case 'hjalpmedel':
      return t('Hjälpmedel');
    case 'flytt-och-hem':
      return t('Flytt eller det nödvändigaste till hemmet');
    case 'klader-och-barn':
      return t('Något till barnen, till exempel vinterkläder eller cykel');
    case 'annat':
      return t('Något annat');
  }
}

/** The answers of a supplementary application, as rows. */
export function tilläggsrader(k: Frågekontext): readonly SummaryRow[] {
  const { tillagg, kostnader, konto } = k.ansökan.uppgifter;
  const bank = konto && k.port.läsKonto(konto);
  return [
    { key: t('Vad du behöver'), value: tillagg ? tilläggsbehovet(tillagg.behov) : t('Inte besvarad') },
    { key: t('Varför'), value: tillagg?.varfor ?? t('Inte besvarad') },
    { key: t('Vad det kostar'), value: kr((kostnader ?? []).reduce((sum, x) => sum + x.belopp, 0)) },
    ...(tillagg?.senast ? [{ key: t('Behövs senast'), value: kortDatum(tillagg.senast) }] : []),
    {
      key: t('Konto'),
      value: konto ? `${bank?.ok ? `${bank.bank}, ` : ''}${konto.clearing}, ${konto.nummer}` : t('Inte besvarad'),
    },
  ];
}

function tilläggsfält({ ansökan }: Frågekontext): Fält {
  const { tillagg, kostnader, konto } = ansökan.uppgifter;
  const [kostnad] = kostnader ?? [];
  return {
    behov: tillagg?.behov ?? '',
    varfor: tillagg?.varfor ?? '',
    belopp: kostnad ? beloppet(kostnad.belopp) : '',
    'senast-ar': tillagg?.senast?.slice(0, 4) ?? '',
    'senast-manad': tillagg?.senast ? String(Number(tillagg.senast.slice(5, 7))) : '',
    'senast-dag': tillagg?.senast ? String(Number(tillagg.senast.slice(8))) : '',
    clearing: konto?.clearing ?? '',
    nummer: konto?.nummer ?? '',
  };
}

/** The form as read; `delvis` is what of it can be kept in a draft although something else is missing or wrong. */
function läsTillägg(fält: Fält, k: Frågekontext): Läst & { readonly delvis: Svar } {
  const fel: FieldError[] = [];
  const behov = TILLÄGGSBEHOV.find((b) => b === fält['behov']);
  const varfor = (fält['varfor'] ?? '').trim();
  const belopp = läsBelopp(fält['belopp'] ?? '');
  const senast = läsDatum(datumDelar('senast', fält));
  const clearing = (fält['clearing'] ?? '').replace(/[\s-]/g, '');
  const nummer = (fält['nummer'] ?? '').replace(/[\s-]/g, '');
  if (!behov) fel.push({ id: 'behov', text: t('Välj vad du behöver pengar till.') });
  if (!varfor) fel.push({ id: 'varfor', text: t('Skriv varför du behöver det.') });
  else if (varfor.length > LÄNGSTA)
    fel.push({
      id: 'varfor',
      text: t('Skriv högst {högst, number} tecken. Nu är det {antal, number}.', {
        högst: LÄNGSTA,
        antal: varfor.length,
      }),
    });
  if (belopp.kind !== 'value') fel.push({ id: 'belopp', text: belopp.text });
  else if (belopp.value === 0) fel.push({ id: 'belopp', text: t('Skriv vad det kostar i kronor.') });
  if (senast.kind === 'fel') fel.push({ id: 'senast', text: senast.text });
  const bank = k.port.läsKonto({ clearing, nummer });
  if (!/^\d{4,5}$/.test(clearing))
    fel.push({ id: 'clearing', text: t('Skriv clearingnumret med fyra siffror, eller fem om det börjar på 8.') });
  else if (!/^\d{2,12}$/.test(nummer))
    fel.push({ id: 'nummer', text: t('Skriv kontonumret med bara siffror, utan clearingnummer.') });
  else if (!bank.ok) fel.push({ id: 'nummer', text: översatt(bank.fel) });
  const har = (fält: string) => fel.some((f) => f.id === fält);
  const id = k.ansökan.uppgifter.kostnader?.[0]?.id ?? randomUUID();
  const delvis: Svar = {
    ...(behov && varfor.length <= LÄNGSTA
      ? { tillagg: { behov, varfor, ...(senast.kind === 'value' ? { senast: senast.value } : {}) } }
      : {}),
    ...(behov && belopp.kind === 'value'
      ? { kostnader: [{ id, typ: 'levnadskostnad-i-ovrigt', belopp: belopp.value, vad: KORT[behov] }] }
      : {}),
    ...(har('clearing') || har('nummer') ? {} : { konto: { clearing, nummer, innehavare: k.ansökan.sökande } }),
  };
  return fel.length > 0 ? { ok: false, fel, delvis } : { ok: true, svar: delvis, delvis };
}

/** What the cost is called in the case, which is kept in Swedish. */
const KORT: Readonly<Record<Tilläggsbehov, string>> = {
  medicin: 'Medicin',
  tandvard: 'Tandvård',
  lakare: 'Läkare eller annan vård',
  glasogon: 'Glasögon',
  hjalpmedel: 'Hjälpmedel',
  'flytt-och-hem': 'Flytt eller hem',
  'klader-och-barn': 'Till barnen',
  annat: 'Annat',
};

function Tillägg({
  k,
  fält,
  fel,
  konflikt,
}: {
  k: Frågekontext;
  fält: Fält;
  fel: readonly FieldError[];
  konflikt: boolean;
}) {
  const { ansökan } = k;
  const bas = kännetecken(ansökan.uppgifter, NYCKLAR);
  return (
    <div class="stack-l">
      <ErrorSummary errors={fel} />
      <div class="stack">
        <h1>{t('Tillägg för {månad}', { månad: månad(ansökan.månad) })}</h1>
        <p class="lead">
          {t('Här söker du pengar till en sak. Det du svarade för månaden gäller, så det behöver du inte skriva igen.')}
        </p>
      </div>
      {konflikt ? (
        <Notice kind="attention" heading={t('Svaret har ändrats på annat håll')} live>
          <p>
            {t(
              'Det har sparats från en annan telefon, dator eller flik sedan du öppnade sidan. Det du skrev här står kvar. Skicka igen om det är det som gäller.',
            )}
          </p>
        </Notice>
      ) : null}
      <form
        class="stack-l"
        method="post"
        action={`/ansok/${ansökan.id}/tillagg`}
        novalidate
        data-autosave={`/ansok/${ansökan.id}/tillagg`}
      >
        <input type="hidden" name="bas" value={konflikt ? bas : (fält['bas'] ?? bas)} />
        <Select
          name="behov"
          label={t('Vad behöver du pengar till?')}
          empty={t('Välj')}
          options={TILLÄGGSBEHOV.map((value) => ({ value, label: tilläggsbehovet(value) }))}
          value={fält['behov']}
          error={felFör(fel, 'behov')}
        />
        <Textarea
          name="varfor"
          label={t('Varför behöver du det?')}
          hint={t('Till exempel att en läkare har skrivit ut det. Den du bor ihop med ser inte det du skriver.')}
          rows={4}
          value={fält['varfor'] ?? ''}
          error={felFör(fel, 'varfor')}
        />
        <MoneyField
          name="belopp"
          label={t('Vad kostar det?')}
          hint={t('Spara kvittot eller kostnadsförslaget.')}
          value={fält['belopp']}
          error={felFör(fel, 'belopp')}
        />
        <p>
          <a href={`/ansok/${ansökan.id}/dokument`}>{t('Lägg till kvitto, recept eller kostnadsförslag')}</a>
        </p>
        <DateField
          name="senast"
          label={t('När behövs det?')}
          hint={t('Lämna tomt om det inte är bråttom.')}
          value={datumDelar('senast', fält)}
          error={felFör(fel, 'senast')}
        />
        <fieldset class="stack">
          <legend>{t('Vilket av dina konton ska pengarna sättas in på?')}</legend>
          <TextField
            name="clearing"
            label={t('Clearingnummer')}
            inputmode="numeric"
            width="8"
            value={fält['clearing']}
            error={felFör(fel, 'clearing')}
          />
          <TextField
            name="nummer"
            label={t('Kontonummer')}
            inputmode="numeric"
            width="13"
            value={fält['nummer']}
            error={felFör(fel, 'nummer')}
          />
        </fieldset>
        <AutosaveStatus />
        <section class="stack" aria-labelledby="skicka">
          <h2 id="skicka">{t('Skicka')}</h2>
          <p>{t('En handläggare läser tillägget och beslutar.')}</p>
          <Checkbox
            name="intygat"
            value="ja"
            label={t('Uppgifterna stämmer. Jag säger till om något ändras innan jag har fått beslut.')}
            checked={fält['intygat'] === 'ja'}
            error={felFör(fel, 'intygat')}
          />
          <div class="actions">
            <Button kind="go" wide>
              {t('Skicka tillägget')}
            </Button>
            <LinkButton kind="quiet" href="/mina-sidor">
              {t('Spara och fortsätt senare')}
            </LinkButton>
          </div>
        </section>
      </form>
    </div>
  );
}
