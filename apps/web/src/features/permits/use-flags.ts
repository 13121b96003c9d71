import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagTool } from './Printed';

/** One place that needs correction, as it is being written. */
export interface FlaggedItem {
  readonly pointer: string;
  readonly label: string;
  readonly requirement: string;
  readonly reason: string;
}

export interface Flags extends FlagTool {
  readonly items: readonly FlaggedItem[];
  /** Adds a place with words already found, e.g. by the machine; what is there already stays. */
  readonly add: (item: FlaggedItem) => void;
  readonly change: (pointer: string, patch: Partial<FlaggedItem>) => void;
  readonly clear: () => void;
}

/** The list of a 补正 while the officer reads; it lives as long as the page. */
export function useFlags(): Flags {
  const { t } = useTranslation('permits');
  const [items, setItems] = useState<readonly FlaggedItem[]>([]);
  const has = (pointer: string): boolean => items.some(item => item.pointer === pointer);
  return {
    items,
    has,
    toggle: (pointer, label) =>
      setItems(all => (all.some(item => item.pointer === pointer) ? all.filter(item => item.pointer !== pointer) : [...all, { pointer, label, requirement: '', reason: t('review.correctDefault') }])),
    add: item => setItems(all => (all.some(each => each.pointer === item.pointer) ? all : [...all, item])),
    change: (pointer, patch) => setItems(all => all.map(item => (item.pointer === pointer ? { ...item, ...patch } : item))),
    clear: () => setItems([]),
  };
}
