import { AppLink } from '@/shared/ui/AppLink';
import { useSiteName } from '@/session/city';

/** Hills over water: the mark of the platform. Decorative; the name stands beside it. */
export function Mark({ size = 34 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden focusable="false">
      <rect width="40" height="40" rx="9" fill="var(--brand-deep)" />
      <path d="M6 26.5 14.6 13a1.7 1.7 0 0 1 2.9 0l3.6 5.6 2.2-3.2a1.7 1.7 0 0 1 2.8 0L34 26.5Z" fill="#fff" />
      <path d="M6 30.5c3.5 0 3.5-1.8 7-1.8s3.5 1.8 7 1.8 3.5-1.8 7-1.8 3.5 1.8 7 1.8" fill="none" stroke="#8fd3b4" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}

export function Brand({ to }: { readonly to: string }) {
  const name = useSiteName();
  return (
    <AppLink to={to} className="hb-brand" aria-label={name}>
      <Mark />
      <span>{name}</span>
    </AppLink>
  );
}
