import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import './banner.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the network is gone and that typing may go on. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" aria-live="polite">
      {!online && <p className="hb-banner hb-banner--warning">{t('offline.banner')}</p>}
    </div>
  );
}
