import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { Field } from '@/shared/form/Field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { useChosen } from '@/shared/ui/use-chosen';
import { today } from '../penalties/ActForms';
import { given } from '../penalties/acts';
import { ACTS, type Tab, type WatchAct } from './acts';
import { LIST, useWatchListChanged, type WatchEntry, type WatchOptions } from './model';

/** What the reader may do here now; one form at a time. */
export function ActForms({ entry, tab }: { readonly entry: WatchEntry; readonly tab: Tab }) {
  const open = ACTS.filter(one => one.tab === tab && entry.actions.includes(one.key) && one.path(entry) !== undefined);
  const [chosen, setChosen] = useChosen(open);
  if (open.length === 0) return null;
  if (chosen === null)
    return <div className="hb-row hb-no-print">{open.map(one => <Button key={textOf(one.label)} type={one.isMain ? 'primary' : 'default'} danger={one.isGrave === true && !one.isMain} onClick={() => setChosen(one)}>{textOf(one.label)}</Button>)}</div>;
  return (
    <section className="hb-card hb-stack">
      <h2>{textOf(chosen.label)}</h2>
      {chosen.hint && <p className="hb-muted">{textOf(chosen.hint)}</p>}
      <ActForm act={chosen} entry={entry} onBack={() => setChosen(null)} />
    </section>
  );
}

function ActForm({ act, entry, onBack }: { readonly act: WatchAct; readonly entry: WatchEntry; readonly onBack: () => void }) {
  const { t } = useTranslation('watch-list');
  const changed = useWatchListChanged();
  const options = useQuery(readPath<WatchOptions>(`${LIST}/options`));
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [agreed, setAgreed] = useState<StoredFile | null>(null);
  const [key] = useState(newIdempotencyKey);
  if (!options.data) return null;
  const about = { entry, options: options.data, today: today() };
  const { file, consent } = act;
  const sent = file && files.length > 0 ? { [file.name]: file.many ? files.map(one => one.id) : files.at(-1)?.id } : {};
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${LIST}/${entry.id}/${act.path(entry) ?? ''}`, { body: { ...given(act.body ? act.body(values) : values), ...sent, ...(consent && agreed ? { [consent.name]: agreed.id } : {}) }, version: entry.version, idempotencyKey: key });
    onBack();
    await changed();
  };
  return (
    <QuickForm fields={act.fields(about)} initial={act.initial?.(about)} submit={textOf(act.label)} onSubmit={send} control={FieldControl} field={Field} aside={<Button onClick={onBack}>{t('cancel')}</Button>} extraErrors={() => (file?.many && files.length === 0 ? [{ message: t('removal.evidenceMissing') }] : [])}>
      {file && <FileUpload label={textOf(file.label)} subjectType="watch-list" subjectId={entry.id} purpose={file.purpose} multiple={file.many === true} onDone={one => setFiles(before => (file.many ? [...before, one] : [one]))} />}
      {files.length > 0 && <FileList files={files} />}
      {consent && <FileUpload label={textOf(consent.label)} subjectType="watch-list" subjectId={entry.id} purpose={consent.purpose} multiple={false} onDone={setAgreed} />}
      {agreed && <FileList files={[agreed]} />}
    </QuickForm>
  );
}
