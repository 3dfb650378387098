import { Breadcrumb, type NavItem, Tabs } from '@stegvis/ui';

/** The parts of a case that have a page or a place of their own, in the order of the work. */
const DELAR = [
  { del: 'berakning', label: 'Beräkning', väg: '' },
  { del: 'meddelanden', label: 'Meddelanden', väg: '/meddelanden' },
  { del: 'komplettering', label: 'Komplettering', väg: '/komplettering' },
  { del: 'yttrande', label: 'Yttrande', väg: '/kommunicering' },
  { del: 'beslut', label: 'Beslut', väg: '/beslut' },
  { del: 'ram', label: 'Individuell ram', väg: '/ram' },
  { del: 'register', label: 'Register', väg: '/register' },
  { del: 'journal', label: 'Journal', väg: '#journal' },
  { del: 'historik', label: 'Händelser', väg: '#historik' },
] as const;

export type Ärendedel = (typeof DELAR)[number]['del'];

/** The tabs of a case, the same on all its pages; with how many there are, where it is known. */
export function Ärendeflikar({
  ansökan,
  del,
  antal = {},
}: {
  ansökan: string;
  del: Ärendedel;
  antal?: Partial<Record<Ärendedel, number | undefined>>;
}) {
  const items: NavItem[] = DELAR.map((d) => ({
    href: `/handlaggning/arenden/${ansökan}${d.väg}`,
    label: d.label,
    current: d.del === del,
    ...(antal[d.del] ? { count: antal[d.del] } : {}),
  }));
  return <Tabs label="Ärendets delar" items={items} />;
}

/** What stands over the page of one part of a case: where it is, the case's tabs, and whose it is. */
export function Ärendehuvud({
  ansökan,
  ärendenummer,
  del,
}: {
  ansökan: string;
  ärendenummer: string;
  del: Exclude<Ärendedel, 'berakning' | 'journal' | 'historik'>;
}) {
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/handlaggning', label: 'Kö' },
          { href: `/handlaggning/arenden/${ansökan}`, label: ärendenummer },
        ]}
        here={DELAR.find((d) => d.del === del)!.label}
      />
      <Ärendeflikar ansökan={ansökan} del={del} />
    </>
  );
}

/** The heading of such a page, and its title: "Beslut, Ensam förälder". */
export function delrubrik(vad: string, vuxna: readonly { readonly namn: string }[], månad?: string): string {
  return [vad, vuxna.map((v) => v.namn || 'Namn saknas').join(' och '), månad].filter((del) => del).join(', ');
}
