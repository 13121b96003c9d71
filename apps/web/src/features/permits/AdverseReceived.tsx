import { useQuery } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useKeptText } from '@/shared/form/kept-text';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { useApplicationChanged } from './changed';
import type { Application } from './model';

type Adverse = NonNullable<Application['case']['adverse']>;
type Receipt = NonNullable<Adverse['statementReceipt']>;

/** Purpose of the scan of a word that came on paper or by mouth. */
export const RECEIVED = 'received-word';

/** How a word came, for both sides: the party sees what was entered in its name. */
export function ReceiptText({ receipt }: { readonly receipt: Receipt | null }) {
  const { t } = useTranslation('permits');
  if (receipt === null) return null;
  return (
    <span className="hb-small hb-muted">
      {t(`adverse.received.how.${receipt.how}`)} · {t('adverse.received.line', { day: receipt.receivedOn, by: receipt.receivedBy, given: receipt.givenBy })} · <a href={`/api/v1/files/${receipt.fileId}/content`}>{t('adverse.received.scan')}</a>
    </span>
  );
}

const WORDS = ['statement', 'waiver', 'hearing', 'hearing-withdrawal'] as const;
type Word = (typeof WORDS)[number];

/** Which words the party may still give. */
function openWords(one: Adverse): readonly Word[] {
  const waived = one.statedAt !== null && one.statement === null;
  const pending = one.hearingAskedAt !== null && one.hearingWithdrawnAt === null && (one.hearing?.recordedOn ?? null) === null;
  const fits: Readonly<Record<Word, boolean>> = {
    statement: one.statedAt === null,
    waiver: one.statedAt === null && one.hearingAskedAt === null,
    hearing: one.hearingRight && one.hearingAskedAt === null && !waived,
    'hearing-withdrawal': pending,
  };
  return WORDS.filter(word => fits[word]);
}

const HOWS = ['paper', 'oral'] as const;
const FIELDS = ['receivedOn', 'receivedBy', 'givenBy'] as const;

/** The scans of the case that no recorded word rests on yet. */
function useScans(application: Application, open: boolean) {
  const one = application.case.adverse;
  const files = useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'case', subjectId: application.id }), enabled: open });
  const used = [one?.statementReceipt, one?.hearingReceipt, one?.withdrawalReceipt].map(receipt => receipt?.fileId);
  const all = (files.data ?? []).filter(file => file.purpose === RECEIVED && !used.includes(file.id) && file.createdAt >= (one?.proposedAt ?? ''));
  return { all, reload: async (): Promise<void> => void (await files.refetch()) };
}

/** 登记收到的意见: what came on paper or by mouth, entered for the party. What is written and uploaded waits here until it is sent. */
export function ReceivedDialog({ application, open, onClose }: { readonly application: Application; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [what, setWhat] = useState<Word | null>(null);
  const [how, setHow] = useState<(typeof HOWS)[number]>('paper');
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [text, setText, forget] = useKeptText(`received-word:${application.id}`);
  const scans = useScans(application, open);
  const scan = scans.all.at(-1);
  const one = application.case.adverse;
  if (!one) return null;
  const ready = what !== null && scan !== undefined && FIELDS.every(name => (given[name] ?? '').trim().length >= 2) && (what !== 'statement' || text.trim().length >= 5);
  const send = async (): Promise<void> => {
    const facts = Object.fromEntries(FIELDS.map(name => [name, given[name]?.trim()]));
    await rest('POST', `/api/v1/cases/${application.id}/received-word`, { body: { what, how, ...facts, fileId: scan?.id, ...(what === 'statement' ? { text: text.trim() } : {}) } });
    forget();
    setWhat(null);
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('adverse.act.received')} act={t('adverse.act.received')} ready={ready} onConfirm={send} onClose={onClose}>
      <p>{t('adverse.received.lead')}</p>
      <Radio.Group aria-label={t('adverse.received.what')} value={what} options={openWords(one).map(value => ({ value, label: t(`adverse.received.word.${value}`) }))} onChange={event => setWhat(event.target.value as Word)} />
      <Radio.Group aria-label={t('adverse.received.howLabel')} value={how} options={HOWS.map(value => ({ value, label: t(`adverse.received.how.${value}`) }))} onChange={event => setHow(event.target.value as (typeof HOWS)[number])} />
      {FIELDS.map(name => (
        <div key={name} className="hb-form-line">
          <label htmlFor={`${id}-${name}`}>{t(`adverse.received.field.${name}`)}</label>
          <Input id={`${id}-${name}`} type={name === 'receivedOn' ? 'date' : 'text'} maxLength={50} value={given[name] ?? ''} onChange={event => setGiven(all => ({ ...all, [name]: event.target.value }))} />
        </div>
      ))}
      {what === 'statement' && (
        <>
          <label htmlFor={`${id}-text`}>{t('adverse.received.text')}</label>
          <Input.TextArea id={`${id}-text`} value={text} maxLength={10000} autoSize={{ minRows: 4, maxRows: 14 }} onChange={event => setText(event.target.value)} />
        </>
      )}
      <FileList files={scans.all} onRemove={file => rest('DELETE', `/api/v1/files/${file.id}`).then(scans.reload)} />
      <FileUpload label={t(`adverse.received.upload.${how}`)} subjectType="case" subjectId={application.id} purpose={RECEIVED} multiple={false} onDone={() => void scans.reload()} />
    </ConfirmAct>
  );
}
