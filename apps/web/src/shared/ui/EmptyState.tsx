import type { ReactNode } from 'react';
import './empty-state.css';

interface Props {
  /** What is not there, in plain words: “还没有成员”. */
  readonly title: string;
  /** Why, and what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** An empty list that says what would be here and how to get there. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="hb-empty">
      <svg viewBox="0 0 160 64" width="160" height="64" aria-hidden focusable="false">
        <path d="M6 52 40 18a6 6 0 0 1 8.6 0L62 32l12-14a6 6 0 0 1 9 0l31 34Z" fill="var(--brand-tint)" />
        <path d="M70 52 98 28a6 6 0 0 1 8 0l40 24Z" fill="var(--brand-tint-strong)" />
        <path d="M4 58c9 0 9-4 18-4s9 4 18 4 9-4 18-4 9 4 18 4 9-4 18-4 9 4 18 4 9-4 18-4 9 4 18 4" fill="none" stroke="var(--brand-line)" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <p className="hb-empty__title">{title}</p>
      {children && <div className="hb-empty__text">{children}</div>}
      {action && <div className="hb-empty__action">{action}</div>}
    </div>
  );
}
