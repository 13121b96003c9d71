import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/shared/time/time';
import type { Autosave } from './autosave';
import { dropDraft, readDraft, unpacked } from './draft';
import type { FieldSpec } from './field';
import { fromWire, type Wire } from './wire';

interface Props {
  readonly record: { readonly key: string; readonly values: Wire };
  readonly autosave: Autosave;
  readonly fields: readonly FieldSpec[];
}

/** Offers what was typed earlier on this device and never reached the server. Nothing is taken over unasked. */
export function DraftBanner({ record, autosave, fields }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => {
    const found = readDraft(record.key);
    if (!found) return null;
    const known = fromWire(fields, record.values);
    const changes = unpacked(found, known);
    const differs = Object.entries(changes).some(([member, value]) => member in known && JSON.stringify(known[member]) !== JSON.stringify(value));
    return differs ? { at: found.at, changes } : null;
  });
  if (!draft) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('form.draftFound', { at: formatDateTime(draft.at) })}
      action={
        <span className="hb-row">
          <Button
            type="primary"
            onClick={() => {
              autosave.adopt(draft.changes);
              setDraft(null);
            }}
          >
            {t('form.draftUse')}
          </Button>
          <Button
            onClick={() => {
              dropDraft(record.key);
              setDraft(null);
            }}
          >
            {t('form.draftDrop')}
          </Button>
        </span>
      }
    />
  );
}
