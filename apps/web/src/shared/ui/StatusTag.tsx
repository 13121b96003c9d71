import type { ReactNode } from 'react';
import './status-tag.css';

/** `done` is plain text on purpose: what is finished should not shout. Red is kept for what is wrong. */
export type Tone = 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger' | 'muted' | 'done';

/** A state as a word on a ground. Colour is never the only sign; all pairs reach 4.5:1. */
export function StatusTag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`hb-tag hb-tag--${tone}`}>{children}</span>;
}
