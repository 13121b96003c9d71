import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Readiness } from '@/shared/field/ready';
import { formatDateTime } from '@/shared/time/time';
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

interface Props {
  readonly state: QueueState;
  readonly photosLeft: number;
  /** Photos of which the device had no room to write down that they are there. */
  readonly unkept: boolean;
  /** Since when what is shown lies on this device, where it does. */
  readonly keptSince: string | null;
  readonly ready: Readiness;
  readonly onRetry: () => void;
}

/** Whether what was written is on the server: 未同步, 同步中, 已同步. */
export function SyncNote({ state, photosLeft, unkept, keptSince, ready, onRetry }: Props) {
  const { t } = useTranslation('inspections');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const pages = Object.values(state.pages);
  const waiting = pages.length + photosLeft;
  const clashes = pages.filter(one => one.clash !== null).length;
  const tone = waiting === 0 ? 'success' : state.sending && online ? 'progress' : 'warning';
  const word = waiting === 0 ? 'synced' : state.sending && online ? 'sending' : 'waits';
  return (
    <>
    {(state.unkept || unkept) && <Alert type="error" showIcon title={t('sync.unkept')} />}
    <div className="hb-sync" role="status" aria-live="polite">
      <StatusTag tone={tone}>{t(`sync.${word}`)}</StatusTag>
      <span className="hb-small hb-muted">
        {waiting > 0 && t('sync.left', { pages: pages.length, photos: photosLeft })}
        {waiting > 0 && (!online || state.offline) && ` ${t('sync.offline')}`}
        {clashes > 0 && ` ${t('sync.clashes', { count: clashes })}`}
        {waiting === 0 && !online && t('sync.offlineNothing')}
        {keptSince && ` ${t('sync.keptSince', { at: formatDateTime(keptSince) })}`}
        {ready === 'no' && ` ${t('sync.noReload')}`}
        {ready === 'ready' && online && ` ${t('sync.reload')}`}
      </span>
      {waiting > 0 && online && !state.sending && clashes < waiting && <Button size="small" onClick={onRetry}>{t('sync.retry')}</Button>}
    </div>
    </>
  );
}
