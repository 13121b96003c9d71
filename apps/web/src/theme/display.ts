import { useSyncExternalStore } from 'react';

export type TextSize = 'normal' | 'large';
export type Contrast = 'normal' | 'high';
export type Density = 'comfortable' | 'compact';

/** How this person wants to see things. Kept in the browser, so it also holds before signing in. */
export interface Display {
  readonly size: TextSize;
  readonly contrast: Contrast;
  readonly density: Density;
}

const STORED_AS = 'hb.display';
const DEFAULT: Display = { size: 'normal', contrast: 'normal', density: 'comfortable' };

const listeners = new Set<() => void>();
let current: Display = load();

function load(): Display {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as Partial<Display>;
    return {
      size: stored.size === 'large' ? 'large' : 'normal',
      contrast: stored.contrast === 'high' ? 'high' : 'normal',
      density: stored.density === 'compact' ? 'compact' : 'comfortable',
    };
  } catch {
    return DEFAULT;
  }
}

/** Writes the choice to `<html>`, where the style sheets read it. */
export function applyDisplay(): void {
  document.documentElement.dataset['size'] = current.size;
  document.documentElement.dataset['contrast'] = current.contrast;
}

export function setDisplay(change: Partial<Display>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(current));
  } catch {
    // A browser that refuses storage still honours the choice until the page is closed.
  }
  applyDisplay();
  listeners.forEach(listener => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDisplay(): Display {
  return useSyncExternalStore(subscribe, () => current);
}
