import { månadsnamn, PLANLÄGEN, type Timslag } from '@stegvis/casework';
import { Details, kortDatum, månad, Notice, Table } from '@stegvis/ui';
import type { Planföljd } from './planfoljd-port.ts';

/** The hours of a month that are shown; no sum of them says how well the plan was followed. */
const KOLUMNER = [
  ['deltog', 'Deltog'],
  ['giltigFrånvaro', 'Giltig frånvaro'],
  ['inteMarkerat', 'Inte markerat'],
] as const satisfies readonly (readonly [Timslag, string])[];
const ÖVRIG_FRÅNVARO = ['förklaradFrånvaro', 'oförklaradFrånvaro', 'ogiltigFrånvaro'] as const;

/** How each adult's plan was followed in the months before, beside the application. */
export function Planföljder({ följder }: { följder: readonly Planföljd[] }) {
  return (
    <>
      {följder.map((följd) => (
        <Följd följd={följd} />
      ))}
    </>
  );
}

function Följd({ följd: { person, namn, plan, skulleGöras, nej, månader } }: { följd: Planföljd }) {
  const länk = <a href={`/handlaggning/person/${person}/plan`}>{namn}</a>;
  return (
    <>
      {skulleGöras === undefined ? null : (
        <Notice level={2} heading="Plan saknas">
          <p>
            {länk} har ingen plan som gäller i månaden. Den skulle ha gjorts i {månadsnamn(skulleGöras)}. Det är en
            uppgift för er och minskar inte biståndet.
          </p>
        </Notice>
      )}
      {plan ? (
        <Details summary={`Så följdes planen: ${namn}`}>
          <div class="stack-s">
            <p>
              {länk}: version {plan.nummer}, {PLANLÄGEN[plan.status].toLowerCase()}.{' '}
              {plan.nästaUppföljning ? `Nästa uppföljning ${kortDatum(plan.nästaUppföljning)}.` : ''}
            </p>
            <Timmar person={person} månader={månader} />
            <Nej nej={nej} />
            <p class="muted small">
              Ett streck betyder att inget var planerat. Inte markerat är aldrig frånvaro. Uppgifterna är ett underlag
              och ändrar inget av sig själva.
            </p>
          </div>
        </Details>
      ) : nej.length > 0 ? (
        <Details summary={`Nej till aktiviteter: ${namn}`}>
          <Nej nej={nej} />
        </Details>
      ) : null}
    </>
  );
}

function Nej({ nej }: Pick<Planföljd, 'nej'>) {
  if (nej.length === 0) return null;
  return (
    <ul>
      {nej.map(({ insats, dag, av, kom, skäl, frivillig }) => (
        <li>
          {kortDatum(dag)}, {insats}:{' '}
          {av === 'anordnaren'
            ? 'anordnaren sade nej'
            : kom
              ? 'personen sade nej'
              : 'personen kom inte den första dagen'}
          . {skäl === '' ? 'Personen har inte sagt varför.' : `”${skäl}”`}
          {frivillig ? ' Det var frivilligt.' : ''}
        </li>
      ))}
    </ul>
  );
}

function Timmar({ person, månader }: Pick<Planföljd, 'person' | 'månader'>) {
  return (
    <Table
      id={`planfoljd-${person}`}
      caption="Timmar i aktiviteter som personen är anvisad till"
      narrow="scroll"
      columns={[
        { head: 'Månad' },
        { head: 'Planerat', num: true },
        ...KOLUMNER.map(([, head]) => ({ head, num: true })),
        { head: 'Övrig frånvaro', num: true },
      ]}
      rows={månader.map(({ månad: m, timmar }) => [
        <a href={`/handlaggning/person/${person}/deltagande?manad=${m}`}>{månad(m)}</a>,
        tal(timmar?.planerat),
        ...KOLUMNER.map(([slag]) => tal(timmar?.[slag])),
        tal(timmar && ÖVRIG_FRÅNVARO.reduce((sum, slag) => sum + timmar[slag], 0)),
      ])}
    />
  );
}

const tal = (timmar: number | undefined): string =>
  timmar === undefined ? '–' : timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
