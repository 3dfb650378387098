import {
  ERSÄTTNINGSLÄGEN,
  gällerSamtycke,
  SAMTYCKE_HÖGST_MÅNADER,
  SAMTYCKESPARTER,
  SAMTYCKESUPPGIFTER,
} from '@stegvis/casework';
import { ANDRA_ERSÄTTNINGAR, type AnnanErsättningId } from '@stegvis/rules';
import {
  Actions,
  Breadcrumb,
  Button,
  Checkbox,
  CheckboxGroup,
  DateField,
  datum,
  datumDelar,
  ErrorSummary,
  Line,
  Lines,
  läsDatum,
  Select,
  TextField,
  t,
  tidpunkt,
  översatt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, vägran } from '../formular.tsx';
import { formfält, type Sidkontext, sökande, visa } from '../sida.tsx';
import type { MinSamordning } from './min-samordning-port.ts';

interface Samtyckesskrivet extends Skrivet {
  readonly kryss: readonly string[];
}

/** The person's own consents, what others have been told, and other benefits she may have a right to. */
export function minSamordningSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Samtyckesskrivet = { ...INGET_SKRIVET, kryss: [] }) => {
    const bild = await kontext.port.väg.minSamordning(sökande(kontext, c));
    return visa(c, kontext, {
      title: t('Samordning och samtycken'),
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb
            items={[
              { href: '/mina-sidor', label: t('Översikt') },
              { href: '/mina-sidor/vagen', label: t('Din väg') },
            ]}
            here={t('Samordning och samtycken')}
          />
          <h1>{t('Samordning och samtycken')}</h1>
          <Ersättningar bild={bild} />
          <Samtycken bild={bild} />
          <Ge bild={bild} skrivet={skrivet} />
          <Plan bild={bild} />
          <Lämnat bild={bild} />
        </div>
      ),
    });
  };

  app.get('/mina-sidor/samordning', (c) => show(c));

  app.post('/mina-sidor/samordning', async (c) => {
    const who = sökande(kontext, c);
    const fält = await formfält(c);
    const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
    const kryss = [form['uppgifter']].flat().filter((v): v is string => typeof v === 'string' && v !== '');
    const till = läsDatum(datumDelar('till', fält));
    const result =
      fält['gor'] === 'aterkalla'
        ? await kontext.port.väg.återkallaMittSamtycke(who, fält['id'] ?? '')
        : await kontext.port.väg.geMittSamtycke(who, {
            part: fält['part'] ?? '',
            vem: fält['vem'] ?? '',
            uppgifter: kryss,
            plan: fält['plan'] === 'ja',
            till: till.kind === 'value' ? till.value : undefined,
          });
    return result.ok
      ? c.redirect('/mina-sidor/samordning', 303)
      : show(c, { fel: vägran(result.refusal, 'part'), fält, kryss });
  });
}

function Ersättningar({ bild }: { bild: MinSamordning }) {
  const nya = bild.förslag.filter((f) => !bild.ersättningar.some((e) => e.ersättning === f.ersättning));
  if (nya.length === 0 && bild.ersättningar.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="ersattningar">
      <h2 id="ersattningar">{t('Pengar du kanske har rätt till')}</h2>
      <p>{t('Vi vet inte säkert. Den som betalar ut pengarna bestämmer. Vi hjälper dig gärna att söka.')}</p>
      <Lines>
        {bild.ersättningar.map((e) => (
          <Line note={översatt(ERSÄTTNINGSLÄGEN[e.status])}>{översatt(namn(e.ersättning))}</Line>
        ))}
        {nya.map((f) => (
          <Line note={t('Söks hos {vem}', { vem: översatt(ANDRA_ERSÄTTNINGAR[f.ersättning].prövas) })}>
            {översatt(namn(f.ersättning))}
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function namn(id: string): string {
  return id in ANDRA_ERSÄTTNINGAR ? ANDRA_ERSÄTTNINGAR[id as AnnanErsättningId].namn : id;
}

function Samtycken({ bild }: { bild: MinSamordning }) {
  return (
    <section class="stack-s" aria-labelledby="samtycken">
      <h2 id="samtycken">{t('Dina samtycken')}</h2>
      <p>
        {t('Ett samtycke betyder att vi får berätta något om dig för någon annan. Du kan ta tillbaka det när du vill.')}
      </p>
      {bild.samtycken.length === 0 ? <p>{t('Du har inte gett något samtycke.')}</p> : null}
      <Lines>
        {bild.samtycken.map((s) => (
          <Line
            note={s.uppgifter.map((u) => översatt(SAMTYCKESUPPGIFTER[u])).join(', ')}
            amount={
              gällerSamtycke(s, bild.idag) ? (
                <form method="post" action="/mina-sidor/samordning">
                  <input type="hidden" name="gor" value="aterkalla" />
                  <input type="hidden" name="id" value={s.id} />
                  <Button>{t('Ta tillbaka')}</Button>
                </form>
              ) : s.återkallat ? (
                t('Tillbakataget')
              ) : (
                t('Har gått ut')
              )
            }
          >
            {t('{vem}, till {dag}', { vem: s.vem, dag: datum(s.till) })}
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function Ge({ bild, skrivet }: { bild: MinSamordning; skrivet: Samtyckesskrivet }) {
  const fel = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
  const { fält } = skrivet;
  return (
    <section class="stack-s" aria-labelledby="ge">
      <h2 id="ge">{t('Ge ett samtycke')}</h2>
      <form class="card stack" method="post" action="/mina-sidor/samordning" novalidate>
        <Select
          name="part"
          label={t('Vem får vi berätta för?')}
          empty={t('Välj')}
          options={Object.entries(SAMTYCKESPARTER).map(([value, label]) => ({ value, label: översatt(label) }))}
          value={fält['part'] ?? ''}
          error={fel('part')}
        />
        <TextField
          name="vem"
          label={t('Vad heter de?')}
          hint={t('Till exempel vårdcentralens namn.')}
          value={fält['vem'] ?? ''}
          error={fel('vem')}
        />
        <CheckboxGroup
          name="uppgifter"
          label={t('Vad får vi berätta om?')}
          choices={Object.entries(SAMTYCKESUPPGIFTER).map(([value, label]) => ({ value, label: översatt(label) }))}
          values={skrivet.kryss}
          error={fel('uppgifter')}
        />
        <Checkbox name="plan" label={t('Vi får göra en plan tillsammans med dem.')} checked={fält['plan'] === 'ja'} />
        <DateField
          name="till"
          label={t('Hur länge ska det gälla?')}
          hint={t('Högst {antal} månader. Sista dagen, till exempel 31 12 2026.', { antal: SAMTYCKE_HÖGST_MÅNADER })}
          value={fält['till-dag'] === undefined ? '' : datumDelar('till', fält)}
          error={fel('till')}
        />
        <p class="muted">{t('I dag är det {dag}.', { dag: datum(bild.idag) })}</p>
        <Actions>
          <Button kind="go">{t('Ge samtycke')}</Button>
        </Actions>
      </form>
    </section>
  );
}

function Plan({ bild }: { bild: MinSamordning }) {
  const sip = bild.sip.find(({ status }) => status === 'pagar');
  if (!sip) return null;
  return (
    <section class="stack-s" aria-labelledby="sip">
      <h2 id="sip">{t('Din plan tillsammans med vården')}</h2>
      <p>{sip.behov}</p>
      <Lines>
        {sip.deltagare.map((d) => (
          <Line note={d.ansvar}>{d.namn}</Line>
        ))}
        {sip.åtgärder.map((å) => (
          <Line
            note={
              å.klar
                ? t('Gjort {dag}', { dag: datum(å.klar) })
                : t('{vem} gör det, senast {dag}', { vem: å.vem, dag: datum(å.senast) })
            }
          >
            {å.vad}
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function Lämnat({ bild }: { bild: MinSamordning }) {
  const lämnade = bild.afUppgifter.filter(({ status }) => status === 'skickad');
  return (
    <section class="stack-s" aria-labelledby="lamnat">
      <h2 id="lamnat">{t('Det här har Arbetsförmedlingen fått veta')}</h2>
      {lämnade.length === 0 && bild.afSvar.length === 0 ? (
        <p>{t('Vi har inte lämnat någon uppgift om dina aktiviteter till Arbetsförmedlingen.')}</p>
      ) : null}
      <Lines>
        {lämnade.map((u) => (
          <Line note={u.avslutad ? tidpunkt(u.avslutad) : undefined}>
            {t('Arbetsförmedlingen har fått veta att du har anvisats aktiviteter. Inte vilka.')}
          </Line>
        ))}
        {bild.afSvar.map((s) => (
          <Line note={tidpunkt(s.tid)}>
            {t('Arbetsförmedlingen frågade och fick detta svar:')} {Object.values(s.svar).join(' ')}
          </Line>
        ))}
      </Lines>
    </section>
  );
}
