import type { ComponentType } from 'react';
import type { Text } from '@/i18n';

/** An entry of the public header. Found in `areas/<x>/public.ts` and `features/<x>/public.ts`. */
export interface PublicNavEntry {
  readonly to: string;
  readonly label: Text;
  readonly order: number;
  /** The menu of the header it stands in; without one it stands in the header itself. */
  readonly group?: PublicGroup;
}

export const PUBLIC_GROUPS = ['handle', 'lookUp', 'market'] as const;
export type PublicGroup = (typeof PUBLIC_GROUPS)[number];

/** A panel “最新…” of the public home: a heading, a list drawn by its own component, a link to all. */
export interface HomePanel {
  readonly order: number;
  readonly title: Text;
  readonly more: string;
  readonly list: ComponentType;
}

interface PublicFile {
  readonly publicNav?: readonly PublicNavEntry[];
  readonly homePanels?: readonly HomePanel[];
}

const files = Object.values(import.meta.glob<PublicFile>('../{areas,features}/*/public.ts', { eager: true }));

/** Only what exists is offered: an entry appears when its pages are there. */
export const publicNav = files.flatMap(file => file.publicNav ?? []).sort((a, b) => a.order - b.order);
export const homePanels = files.flatMap(file => file.homePanels ?? []).sort((a, b) => a.order - b.order);
