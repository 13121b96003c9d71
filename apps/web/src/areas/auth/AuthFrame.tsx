import { useEffect, useRef, type ReactNode } from 'react';
import { Hills } from '@/layouts/Hills';
import { PageHeader } from '@/shared/ui/PageHeader';
import './auth.css';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A quiet sheet before the hills, for everything around signing in. */
export function AuthFrame({ title, lead, wide = false, children }: Props) {
  useNewStep(title);
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

/** The next step of the same page (“第二步”, “注册已提交”) begins at its heading, for eyes and for screen readers. */
function useNewStep(title: string): void {
  const before = useRef(title);
  useEffect(() => {
    if (before.current === title) return;
    before.current = title;
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [title]);
}
