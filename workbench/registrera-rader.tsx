import { MoneyInput } from '@stegvis/ui';
import { felFör, type Skrivet } from './formular.ts';
import { antalRader, type Lista } from './registrera-svar.ts';

/** A column of a list: text, an amount, one of some words, or a box. */
export interface Kolumn {
  readonly namn: string;
  readonly rubrik: string;
  readonly smal?: boolean;
  readonly pengar?: boolean;
  readonly kryss?: boolean;
  readonly val?: readonly { readonly value: string; readonly label: string }[];
}

/** One list of the paper form: whether there is anything, and a row for each thing. Empty rows are left out. */
export function Radtabell({
  lista,
  rubrik,
  inga,
  kolumner,
  skrivet,
}: {
  lista: Lista;
  rubrik: string;
  inga: string;
  kolumner: readonly Kolumn[];
  skrivet: Skrivet;
}) {
  const { fält } = skrivet;
  const antal = antalRader(fält, lista);
  const svar = fält[`${lista}-svar`] ?? '';
  return (
    <fieldset class="fieldset stack-s" id={lista}>
      <legend>{rubrik}</legend>
      <input type="hidden" name={`${lista}-antal`} value={String(antal)} />
      <div class="choice">
        <input type="checkbox" id={`${lista}-inga`} name={`${lista}-svar`} value="inga" checked={svar === 'inga'} />
        <label for={`${lista}-inga`}>{inga}, enligt ansökan</label>
      </div>
      <div class="scroll" tabindex={0} role="region" aria-label={rubrik}>
        <table>
          <caption class="vh">{rubrik}</caption>
          <thead>
            <tr>
              {kolumner.map((k) => (
                <th scope="col">{k.rubrik}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: antal }, (_, i) => (
              <tr>
                {kolumner.map((k, n) => (
                  <td>
                    {n === 0 && fält[`${lista}-${i}-id`] ? (
                      <input type="hidden" name={`${lista}-${i}-id`} value={fält[`${lista}-${i}-id`]} />
                    ) : null}
                    <Cell
                      id={`${lista}-${i}-${k.namn}`}
                      kolumn={k}
                      etikett={`${k.rubrik}, ${rubrik.toLowerCase()} rad ${i + 1}`}
                      värde={fält[`${lista}-${i}-${k.namn}`] ?? ''}
                      fel={felFör(skrivet, `${lista}-${i}-${k.namn}`)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

function Cell({
  id,
  kolumn,
  etikett,
  värde,
  fel,
}: {
  id: string;
  kolumn: Kolumn;
  etikett: string;
  värde: string;
  fel: string | undefined;
}) {
  const beskriver = fel ? `${id}-fel` : undefined;
  const ogiltig = fel ? 'true' : undefined;
  return (
    <>
      {fel ? (
        <span class="error" id={`${id}-fel`}>
          {fel}
        </span>
      ) : null}
      {kolumn.val ? (
        <select
          class="input"
          id={id}
          name={id}
          aria-label={etikett}
          aria-describedby={beskriver}
          aria-invalid={ogiltig}
        >
          <option value=""></option>
          {kolumn.val.map((v) => (
            <option value={v.value} selected={v.value === värde}>
              {v.label}
            </option>
          ))}
        </select>
      ) : kolumn.pengar ? (
        <MoneyInput
          id={id}
          name={id}
          value={värde}
          label={etikett}
          describedby={beskriver}
          invalid={fel !== undefined}
        />
      ) : kolumn.kryss ? (
        <span class="choice">
          <input type="checkbox" id={id} name={id} value="ja" checked={värde === 'ja'} aria-label={etikett} />
          <label for={id} class="vh">
            {etikett}
          </label>
        </span>
      ) : (
        <input
          class={kolumn.smal ? 'input input--13' : 'input'}
          id={id}
          name={id}
          type="text"
          value={värde}
          autocomplete="off"
          aria-label={etikett}
          aria-describedby={beskriver}
          aria-invalid={ogiltig}
        />
      )}
    </>
  );
}
