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
}

/** Keeps what is typed on this device until it has been saved, and offers it again after a closed tab or a lost session. */
export function KeptDraft({ record, version }: Props) {
  const { t } = useTranslation();
  const { store } = useSection();
  const [found, setFound] = useState(() => readDraft(record));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = store.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => keepDraft(record, { at: now().toISOString(), version, changes: store.values }), WAIT_MS);
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [store, record, version]);
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
