import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { Field } from '@/shared/form/Field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { useChosen } from '@/shared/ui/use-chosen';
import { ACTS, given, type Act, type Tab } from './acts';
import { PENALTIES, usePenaltiesChanged, type Options, type Penalty } from './model';

/** The day in Asia/Shanghai. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());

/** What the reader may do here now; one form at a time. */
export function ActForms({ penalty, tab }: { readonly penalty: Penalty; readonly tab: Tab }) {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const open = ACTS.filter(one => one.tab === tab && penalty.actions.includes(one.key) && one.path(penalty) !== undefined);
  const [chosen, setChosen] = useChosen(open);
  const concludes = tab === 'evidence' && penalty.actions.includes('conclude');
  if (open.length === 0 && !concludes) return null;
  if (chosen === null)
    return (
      <div className="hb-row hb-no-print">
        {open.map(one => <Button key={textOf(one.label)} type={one.isMain ? 'primary' : 'default'} danger={one.isGrave && !one.isMain} onClick={() => setChosen(one)}>{textOf(one.label)}</Button>)}
        {concludes && <ButtonLink to={`${base}/penalties/${penalty.id}/conclude`} kind="primary">{t('conclude.title')}</ButtonLink>}
      </div>
    );
  return (
    <section className="hb-card hb-stack">
      <h2>{textOf(chosen.label)}</h2>
      {chosen.hint && <p className="hb-muted">{textOf(chosen.hint)}</p>}
      <ActForm act={chosen} penalty={penalty} onBack={() => setChosen(null)} />
    </section>
  );
}

/** Whose form offers what is chosen from. */
const needsOptions = ({ key }: Act): boolean => key === 'submit' || key === 'decide';

function ActForm({ act, penalty, onBack }: { readonly act: Act; readonly penalty: Penalty; readonly onBack: () => void }) {
  const { t } = useTranslation('penalties');
  const changed = usePenaltiesChanged();
  const options = useQuery({ ...readPath<Options>(`${PENALTIES}/options`), enabled: needsOptions(act) });
  const [file, setFile] = useState<StoredFile | null>(null);
  const [consent, setConsent] = useState<StoredFile | null>(null);
  const [key] = useState(newIdempotencyKey);
  const about = { penalty, options: options.data, today: today() };
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const body = { ...given(act.body ? act.body(values) : values), ...(act.file && file ? { [act.file.name]: file.id } : {}), ...(act.consent && consent ? { [act.consent.name]: consent.id } : {}) };
    await rest('POST', `${PENALTIES}/${penalty.id}/${act.path(penalty) ?? ''}`, { body, version: penalty.version, idempotencyKey: key });
    onBack();
    await changed();
  };
  if (needsOptions(act) && !options.data) return null;
  return (
    <QuickForm fields={act.fields(about)} initial={act.initial?.(about)} submit={textOf(act.label)} onSubmit={send} control={FieldControl} field={Field} aside={<Button onClick={onBack}>{t('cancel')}</Button>}>
      {act.file && <FileUpload label={textOf(act.file.label)} subjectType="penalty" subjectId={penalty.id} purpose={act.file.purpose} multiple={false} onDone={setFile} />}
      {file && <FileList files={[file]} />}
      {act.consent && <FileUpload label={textOf(act.consent.label)} subjectType="penalty" subjectId={penalty.id} purpose={act.consent.purpose} multiple={false} onDone={setConsent} />}
      {consent && <FileList files={[consent]} />}
    </QuickForm>
  );
}
