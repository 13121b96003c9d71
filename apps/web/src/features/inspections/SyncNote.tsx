import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { QueueState } from './record-queue';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether what was written is on the server: 未同步, 同步中, 已同步. */
export function SyncNote({ state, photosLeft, onRetry }: { readonly state: QueueState; readonly photosLeft: number; readonly onRetry: () => void }) {
  const { t } = useTranslation('inspections');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const pages = Object.values(state.pages);
  const waiting = pages.length + photosLeft;
  const clashes = pages.filter(one => one.clash !== null).length;
  const tone = waiting === 0 ? 'success' : state.sending && online ? 'progress' : 'warning';
  const word = waiting === 0 ? 'synced' : state.sending && online ? 'sending' : 'waits';
  return (
    <div className="hb-sync" role="status" aria-live="polite">
      <StatusTag tone={tone}>{t(`sync.${word}`)}</StatusTag>
      <span className="hb-small hb-muted">
        {waiting > 0 && t('sync.left', { pages: pages.length, photos: photosLeft })}
        {waiting > 0 && (!online || state.offline) && ` ${t('sync.offline')}`}
        {clashes > 0 && ` ${t('sync.clashes', { count: clashes })}`}
        {waiting === 0 && !online && t('sync.offlineNothing')}
      </span>
      {waiting > 0 && online && !state.sending && clashes < waiting && <Button size="small" onClick={onRetry}>{t('sync.retry')}</Button>}
    </div>
  );
}
