import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { contractPath, type Contract } from './model';
import { BEFORE_SIGNING, CANCELLATION_GROUNDS, CANCELLATION_TONES, cancellationsPath, remindersPath, UNSIGNED_FILES, useUnsignedChanged, type AwardReminder, type CancellationRow } from './unsigned';

const REASON: FieldSpec = { name: 'reason', label: { zh: '事实和理由', en: 'Facts and grounds' }, type: 'textarea', required: true, max: 3000, help: { zh: '至少 10 个字；对方和生态环境部门会看到', en: 'At least 10 characters; the other side and the bureau read it' }, width: 'full' };
const FIELDS: Readonly<Record<Form, readonly FieldSpec[]>> = {
  remind: [{ name: 'text', label: { zh: '催告内容', en: 'Reminder' }, type: 'textarea', required: true, max: 1000, help: { zh: '写明请机构做什么，机构会收到', en: 'Say what the firm has to do; it is told' }, width: 'full' }],
  notice: [{ name: 'ground', label: { zh: '取消事由', en: 'Ground' }, type: 'select', required: true, options: [...CANCELLATION_GROUNDS], width: 'full' }, REASON],
  complain: [REASON],
};

type Form = 'remind' | 'notice' | 'complain';

/** While nothing is signed: reminders, the way to cancel the award, and the firm's complaint; afterwards what came of them. */
export function UnsignedCard({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('contracts');
  const { can } = useSession();
  const [form, setForm] = useState<Form | null>(null);
  const open = BEFORE_SIGNING.includes(contract.state);
  const reminders = useQuery(readPath<readonly AwardReminder[]>(remindersPath(contract.id)));
  const rows = useQuery(readPath<Page<CancellationRow>>(cancellationsPath, { contractId: contract.id, limit: 50 }));
  const found = rows.data?.items ?? [];
  const client = contract.side === 'enterprise';
  const running = (kind: CancellationRow['kind']): boolean => found.some(one => one.kind === kind && one.state === 'noticed');
  if (!open && found.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('unsigned.card')}</h2>
      {open && <p className="hb-muted">{t(client ? 'unsigned.leadEnterprise' : 'unsigned.leadFirm')}</p>}
      <Reminders rows={reminders.data ?? []} />
      <Proceedings rows={found} />
      {open && form === null && (
        <div className="hb-row">
          {client && can('award-cancellation.remind') && <Button onClick={() => setForm('remind')}>{t('unsigned.act.remind')}</Button>}
          {client && can('award-cancellation.notice') && !running('cancellation') && <Button danger onClick={() => setForm('notice')}>{t('unsigned.act.notice')}</Button>}
          {!client && can('award-cancellation.complain') && !running('complaint') && <Button onClick={() => setForm('complain')}>{t('unsigned.act.complain')}</Button>}
        </div>
      )}
      {form && <Begin key={form} contract={contract} form={form} onDone={() => setForm(null)} />}
    </section>
  );
}

function Reminders({ rows }: { readonly rows: readonly AwardReminder[] }) {
  const { t } = useTranslation('contracts');
  return <>{rows.map(one => <p key={one.id}><strong>{t('unsigned.reminder')}</strong> <DateText value={one.sentAt} /> · {t('unsigned.until')} <DateText value={one.dueOn} /><br /><span style={{ whiteSpace: 'pre-wrap' }}>{one.text}</span></p>)}</>;
}

function Proceedings({ rows }: { readonly rows: readonly CancellationRow[] }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  return (
    <>
      {rows.map(one => (
        <p key={one.id} className="hb-row">
          <AppLink to={`${base}/award-cancellations/${one.id}`}>{t(`unsigned.kind.${one.kind}`)}：{english ? one.groundEn : one.groundZh}</AppLink>
          <StatusTag tone={CANCELLATION_TONES[one.state]}>{english ? one.stateEn : one.stateZh}</StatusTag>
          {one.due && <span className="hb-small hb-muted">{t('unsigned.until')} <DateText value={one.due} /></span>}
        </p>
      ))}
    </>
  );
}

const PATHS: Readonly<Record<Form, string>> = { remind: 'award-reminders', notice: 'award-cancellations', complain: 'signing-complaints' };

function Begin({ contract, form, onDone }: { readonly contract: Contract; readonly form: Form; readonly onDone: () => void }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation();
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [added, setAdded] = useState<readonly StoredFile[]>([]);
  const changed = useUnsignedChanged();
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const body = form === 'remind' ? values : { ...values, evidenceFileIds: added.map(file => file.id) };
    const made = await rest<{ id: string }>('POST', `${contractPath(contract.id)}/${PATHS[form]}`, { body, idempotencyKey: key });
    await changed();
    onDone();
    if (form !== 'remind') await navigate({ to: `${base}/award-cancellations/${made.id}` as never });
  };
  return (
    <QuickForm fields={FIELDS[form]} head={<p>{t(`unsigned.text.${form}`)}</p>} submit={t(`unsigned.act.${form}`)} onSubmit={send} control={FieldControl} layout="grid" aside={<Button onClick={onDone}>{common('action.back')}</Button>}>
      {form !== 'remind' && <FileUpload label={t('unsigned.evidence')} subjectType={UNSIGNED_FILES} subjectId={contract.id} purpose="evidence" onDone={file => setAdded(all => [...all, file])} />}
      <FileList files={added} />
    </QuickForm>
  );
}
