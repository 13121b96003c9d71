import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { saveBlob } from '@/shared/ui/save-blob';
import { dropBlob } from './blobs';
import type { Photo } from './draft';

interface Props {
  /** What was typed, as it is saved to the phone. */
  readonly text: string;
  readonly file: string;
  readonly photos: readonly Photo[];
  readonly onDrop: () => void;
}

/** What came too late is saved to the phone, and then removed by the person, never by itself. */
export function DropLeft({ text, file, photos, onDrop }: Props) {
  const { t } = useTranslation('site-checks');
  const [open, setOpen] = useState(false);
  const save = (): void => saveBlob(file, new Blob([text], { type: 'text/plain;charset=utf-8' }));
  return (
    <div className="hb-row">
      {text !== '' && <Button onClick={save}>{t('left.save')}</Button>}
      <Button danger onClick={() => setOpen(true)}>{t('left.drop')}</Button>
      <ConfirmAct
        open={open} title={t('left.dropTitle')} act={t('left.drop')} danger onClose={() => setOpen(false)}
        onConfirm={async () => {
          for (const { clientId } of photos) await dropBlob(clientId);
          onDrop();
        }}
      >
        {t('left.dropMeans')}
      </ConfirmAct>
    </div>
  );
}
