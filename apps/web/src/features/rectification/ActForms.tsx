import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { useChosen } from '@/shared/ui/use-chosen';
import { ACTS, type Act } from './acts';
import { given, RECTIFICATIONS, today, useRectificationsChanged, type Rectification } from './model';

/** What the reader may do now; one form at a time. */
export function ActForms({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectification');
  const { base } = useSession();
  const open = ACTS.filter(one => row.actions.includes(one.key));
  const [chosen, setChosen] = useChosen(open);
  const may = (action: string): boolean => row.actions.includes(action);
  if (open.length === 0 && !may('verify') && !may('save')) return null;
  if (chosen === null)
    return (
      <>
        {may('verify') && row.isHandler && <p className="hb-muted">{t('verify.handler')}</p>}
        <div className="hb-row hb-no-print">
          {may('save') && <ButtonLink to={`${base}/rectifications/${row.id}/draft`} kind={row.tasks.length === 0 ? 'primary' : undefined}>{t('draft.edit')}</ButtonLink>}
          {may('verify') && !row.isHandler && <ButtonLink to={`${base}/rectifications/${row.id}/verify`} kind="primary">{t('verify.title')}</ButtonLink>}
          {open.map(one => <Button key={one.key} type={one.isMain ? 'primary' : 'default'} danger={one.isGrave} onClick={() => setChosen(one)}>{textOf(one.label)}</Button>)}
        </div>
      </>
    );
  return (
    <section className="hb-card hb-stack">
      <h2>{textOf(chosen.label)}</h2>
      {chosen.hint && <p className="hb-muted">{textOf(chosen.hint)}</p>}
      <ActForm act={chosen} row={row} onBack={() => setChosen(null)} />
    </section>
  );
}

function ActForm({ act, row, onBack }: { readonly act: Act; readonly row: Rectification; readonly onBack: () => void }) {
  const { t } = useTranslation('rectification');
  const changed = useRectificationsChanged();
  const [key] = useState(newIdempotencyKey);
  const [files, setFiles] = useState<Readonly<Record<string, StoredFile>>>({});
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${RECTIFICATIONS}/${row.id}/${act.path(row)}`, { body: { ...given(values), ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.id])) }, version: row.version, idempotencyKey: key });
    onBack();
    await changed();
  };
  return (
    <QuickForm fields={act.fields(row)} initial={act.initial?.(today())} submit={textOf(act.label)} onSubmit={send} control={FieldControl} aside={<Button onClick={onBack}>{t('cancel')}</Button>}>
      {act.files?.map(one => (
        <div key={one.name} className="hb-stack">
          <FileUpload label={textOf(one.label)} subjectType="rectification" subjectId={row.id} purpose={one.purpose} multiple={false} onDone={file => setFiles(before => ({ ...before, [one.name]: file }))} />
          {files[one.name] && <FileList files={[files[one.name] as StoredFile]} />}
        </div>
      ))}
    </QuickForm>
  );
}
