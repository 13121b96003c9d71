import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSection } from './context';
import { dropDraft, keepDraft, readDraft } from './draft';
import { formatDateTime, now } from '@/shared/time/time';

const WAIT_MS = 600;

interface Props {
  /** Names the draft on this device, e.g. `task:new`. */
  readonly record: string;
  readonly version: number;
  /** Given: what was typed last is kept as well when the form goes away, unless it was sent. */
  readonly isSent?: () => boolean;
}

/** Keeps what is typed on this device until it has been saved, and offers it again after a closed tab or a lost session. */
export function KeptDraft({ record, version, isSent }: Props) {
  const { t } = useTranslation();
  const { store } = useSection();
  const [found, setFound] = useState(() => readDraft(record));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      timer = undefined;
      if (!isSent?.()) keepDraft(record, { at: now().toISOString(), version, changes: store.values });
    };
    const forget = store.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, WAIT_MS);
    });
    return () => {
      clearTimeout(timer);
      if (timer !== undefined && isSent) keep();
      forget();
    };
  }, [store, record, version, isSent]);
  if (!found) return null;
  const use = (): void => {
    store.replace(found.changes);
    setFound(null);
  };
  const drop = (): void => {
    dropDraft(record);
    setFound(null);
  };
  return (
    <Alert
      type="warning"
      showIcon
      title={t('form.draftFound', { at: formatDateTime(found.at) })}
      action={
        <span className="hb-row">
          <Button type="primary" onClick={use}>{t('form.draftUse')}</Button>
          <Button onClick={drop}>{t('form.draftDrop')}</Button>
        </span>
      }
    />
  );
}
