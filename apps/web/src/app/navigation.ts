import type { ReactNode } from 'react';
import type { Text } from '@/i18n';

export type Area = 'e' | 'f' | 'b' | 'k';
export type NavGroup = 'work' | 'credit' | 'market' | 'supervise' | 'organisation' | 'operate';

/** One entry of the side navigation. */
export interface NavEntry {
  readonly area: Area;
  readonly group: NavGroup;
  /** Place within the group, ascending. */
  readonly order: number;
  /** Address below the organisation, e.g. `/members`; empty for its home. */
  readonly to: string;
  readonly label: Text;
  /** One sentence for the card on the area's first page. */
  readonly hint?: Text;
  readonly icon: ReactNode;
  /** Hidden without this action in `me.permissions`. */
  readonly action?: string;
  /** Kinds of cases whose number stands beside it when they wait for the reader. */
  readonly waits?: readonly string[];
}

export const GROUPS: readonly { readonly key: NavGroup; readonly label: Text }[] = [
  { key: 'work', label: { zh: '办事', en: 'Casework' } },
  { key: 'credit', label: { zh: '信用与执法', en: 'Credit and enforcement' } },
  { key: 'market', label: { zh: '服务对接', en: 'Services' } },
  { key: 'supervise', label: { zh: '监管', en: 'Supervision' } },
  { key: 'organisation', label: { zh: '本单位', en: 'Organisation' } },
  { key: 'operate', label: { zh: '运行维护', en: 'Operation' } },
];

/** Every `areas/<x>/nav.tsx` and `features/<x>/nav.tsx` exports `nav: NavEntry[]`; it is found by its place. */
const files = import.meta.glob<{ nav: readonly NavEntry[] }>('../{areas,features}/*/nav.tsx', { eager: true });

export const navigation: readonly NavEntry[] = Object.values(files)
  .flatMap(file => file.nav)
  .sort((a, b) => a.order - b.order);
