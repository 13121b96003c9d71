import type { ReactNode } from 'react';
import { PageHeader } from '@/shared/ui/PageHeader';
import './auth.css';
import { Hills } from '@/layouts/Hills';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A quiet sheet before the hills, for everything around signing in. */
export function AuthFrame({ title, lead, wide = false, children }: Props) {
  return (
    <div className="hb-auth">
      <Hills className="hb-auth__hills" />
      <div className={`hb-auth__sheet${wide ? ' hb-auth__sheet--wide' : ''}`}>
        <PageHeader title={title} lead={lead} />
        {children}
      </div>
    </div>
  );
}
