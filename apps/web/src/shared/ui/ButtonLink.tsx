import type { ReactNode } from 'react';
import { AppLink } from './AppLink';
import './buttons.css';

interface Props {
  readonly to: string;
  readonly kind?: 'primary' | 'default' | 'quiet';
  readonly size?: 'normal' | 'large';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Looks like a button, is a link: it leads somewhere and can be opened in a new tab. */
export function ButtonLink({ to, kind = 'default', size = 'normal', icon, children }: Props) {
  return (
    <AppLink to={to} className={`hb-btn hb-btn--${kind} hb-btn--${size}`}>
      {icon}
      <span>{children}</span>
    </AppLink>
  );
}
