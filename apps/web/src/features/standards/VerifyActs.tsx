import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileUpload } from '@/shared/ui/FileUpload';
import { referencePath } from './model';

interface Props {
  readonly kind: string;
  readonly row: { readonly key: string; readonly verified: boolean; readonly title: string; readonly value: string };
  readonly small?: boolean;
  readonly onDone: () => Promise<unknown>;
}

/** “已核对原文”: against which text, with the text itself if there is a file; or taking that back. */
export function VerifyActs({ kind, row, small, onDone }: Props) {
  const { t } = useTranslation('standards');
  const { can, organisation } = useSession();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  if (!can('reference.verify')) return null;
  const act = row.verified ? 'withdraw' : 'verify';
  const send = async (against: string): Promise<void> => {
    await rest('POST', `${referencePath}/${act}`, { body: { kind, key: row.key, against, ...(file && act === 'verify' ? { fileId: file.id } : {}) } });
    await onDone();
  };
  return (
    <>
      <Button size={small ? 'small' : undefined} onClick={() => setOpen(true)}>
        {t(`act.${act}`)}
        {small && <span className="hb-sr-only"> {row.title}</span>}
      </Button>
      <ConfirmAct
        open={open}
        title={t(`act.${act}Title`)}
        act={t(`act.${act}`)}
        summary={[{ label: t('column.what'), value: row.title }, { label: t('column.value'), value: row.value }]}
        reason={{ label: t(`act.${act}Against`), required: true, placeholder: t(`act.${act}Example`) }}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <p>{t(`act.${act}Means`)}</p>
        {act === 'verify' && organisation && <FileUpload label={t('act.file')} subjectType="reference" subjectId={organisation.orgId} purpose="text" multiple={false} onDone={stored => setFile({ id: stored.id, name: stored.name })} />}
        {file && <p className="hb-small">{t('act.fileChosen', { name: file.name })}</p>}
      </ConfirmAct>
    </>
  );
}
