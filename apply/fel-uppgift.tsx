import { Actions, BackLink, Button, ErrorSummary, Select, Textarea, t, översatt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { INGET_SKRIVET, type Skrivet, VägFrånBeslut, vägran } from './formular.tsx';
import type { Efterbeslutsbild } from './overklagande-port.ts';
import { formfält, type Sidkontext, saknas, sökande, visa } from './sida.tsx';

/** A wrong fact in a decision, and a review of it by a person: short ways to a caseworker, who answers. */
export function felUppgiftSida(app: Hono, kontext: Sidkontext): void {
  for (const { sida, slag } of [
    { sida: 'fel-uppgift', slag: 'fel-uppgift' },
    { sida: 'omprovning', slag: 'omprovning' },
  ] as const) {
    const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
      const bild = await kontext.port.efterBeslut(sökande(kontext, c), c.req.param('id') ?? '');
      if (!bild || bild.beslut.length === 0) return saknas(c, kontext);
      return visa(c, kontext, {
        title: slag === 'omprovning' ? t('Be en handläggare gå igenom beslutet') : t('Säg till om en uppgift är fel'),
        flik: 'oversikt',
        fel: skrivet.fel.length > 0,
        status,
        children:
          slag === 'omprovning' ? (
            <Omprövning bild={bild} skrivet={skrivet} />
          ) : (
            <FelUppgift bild={bild} skrivet={skrivet} />
          ),
      });
    };

    app.get(`/mina-sidor/beslut/:id/${sida}`, (c) => show(c, INGET_SKRIVET));

    app.post(`/mina-sidor/beslut/:id/${sida}`, async (c) => {
      const fält = await formfält(c);
      const result = await kontext.port.begärOmBeslut(sökande(kontext, c), c.req.param('id'), {
        beslut: fält['beslut'] ?? '',
        slag,
        rad: fält['rad'] || undefined,
        text: fält['text'] ?? '',
      });
      if (result.ok) return c.redirect(`/mina-sidor/beslut/${c.req.param('id')}?skickat=${slag}#fel`, 303);
      const { refusal } = result;
      return show(c, { fält, fel: vägran(refusal, 'text') }, refusal.fält ? 422 : 409);
    });
  }
}

function Omprövning({ bild, skrivet }: { bild: Efterbeslutsbild; skrivet: Skrivet }) {
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack-s">
        <VägFrånBeslut ansökan={bild.ansökan} här={t('Gå igenom beslutet')} />
        <h1>{t('Be en handläggare gå igenom beslutet')}</h1>
        <p class="lead">
          {t(
            'En människa läser din ansökan och beslutet från början och svarar dig inom ett dygn på vardagar. Beslutet blir aldrig sämre för dig för att du ber om det.',
          )}
        </p>
      </div>
      <form class="card stack" method="post" action={`/mina-sidor/beslut/${bild.ansökan}/omprovning`} novalidate>
        <input type="hidden" name="beslut" value={skrivet.fält['beslut'] ?? bild.beslut.at(-1)?.beslut.id ?? ''} />
        <Textarea
          name="text"
          label={t('Är det något särskilt vi ska titta på?')}
          hint={t('Du behöver inte skriva något. Skriv på det språk du vill.')}
          rows={5}
          value={skrivet.fält['text'] ?? ''}
          error={skrivet.fel.find((f) => f.id === 'text')?.text}
          optional
        />
        <p>{t('Du kan också överklaga. Tiden för det går även medan vi går igenom beslutet.')}</p>
        <Actions>
          <Button kind="go">{t('Skicka')}</Button>
        </Actions>
      </form>
      <BackLink href={`/mina-sidor/beslut/${bild.ansökan}`} />
    </div>
  );
}

function FelUppgift({ bild, skrivet }: { bild: Efterbeslutsbild; skrivet: Skrivet }) {
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack-s">
        <VägFrånBeslut ansökan={bild.ansökan} här={t('Fel uppgift')} />
        <h1>{t('Säg till om en uppgift är fel')}</h1>
        <p class="lead">{t('En handläggare läser, rättar det som är fel och svarar dig.')}</p>
      </div>
      <form class="card stack" method="post" action={`/mina-sidor/beslut/${bild.ansökan}/fel-uppgift`} novalidate>
        <input type="hidden" name="beslut" value={skrivet.fält['beslut'] ?? bild.beslut.at(-1)?.beslut.id ?? ''} />
        {bild.rader.length > 0 ? (
          <Select
            name="rad"
            label={t('Vilken rad gäller det?')}
            empty={t('Något annat')}
            options={bild.rader.map((rad) => ({ value: rad, label: översatt(rad) }))}
            value={skrivet.fält['rad']}
            optional
          />
        ) : null}
        <Textarea
          name="text"
          label={t('Vad är fel, och vad ska det vara?')}
          hint={t('Skriv på det språk du vill.')}
          rows={5}
          value={skrivet.fält['text'] ?? ''}
          error={skrivet.fel.find((f) => f.id === 'text')?.text}
        />
        <p>{t('Tiden för att överklaga går även medan vi svarar.')}</p>
        <Actions>
          <Button kind="go">{t('Skicka')}</Button>
        </Actions>
      </form>
      <BackLink href={`/mina-sidor/beslut/${bild.ansökan}`} />
    </div>
  );
}
