import { useTranslation } from 'react-i18next';
import './skeletons.css';

/** Bars in the shape of what is coming. Hidden from screen readers, which hear one sentence instead. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="hb-skeleton" role="status">
      <span className="hb-sr-only">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={`hb-skeleton__bar hb-skeleton__bar--${index % 4}`} aria-hidden />
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="hb-skeleton-page">
      <Skeleton lines={2} />
      <div className="hb-card">
        <Skeleton lines={6} />
      </div>
    </div>
  );
}
