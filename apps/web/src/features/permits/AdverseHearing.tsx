import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useKeptText } from '@/shared/form/kept-text';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { DateText } from '@/shared/ui/values';
import { ReceiptText } from './AdverseReceived';
import { useApplicationChanged } from './changed';
import type { Application } from './model';

type Adverse = NonNullable<Application['case']['adverse']>;

/** The notice is issued and not served: no period runs. */
export const isUntold = (one: Adverse): boolean => one.statementDays !== null && one.statementUntil === null;
const hearingPends = (one: Adverse): boolean => one.hearingAskedAt !== null && one.hearingWithdrawnAt === null && (one.hearing?.recordedOn ?? null) === null;

/** Where it stands, as its tag says it. */
export function standing(one: Adverse): string {
  if (one.state !== 'open') return one.state;
  if (one.unheard) return 'unheard';
  if (hearingPends(one)) return 'hearing';
  return isUntold(one) && one.statedAt === null ? 'untold' : 'open';
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="hb-muted">{label}</dt>
      <dd style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{children}</dd>
    </div>
  );
}

export function LastDay({ one, day }: { readonly one: Adverse; readonly day: string }) {
  const { t } = useTranslation('permits');
  return <><DateText value={day} /> {one.statementProvisional && <span className="hb-small hb-muted">{t('clock.provisional')}</span>}</>;
}

/** What is to be done next, in plain words: by the officer, or by the party. */
export function NextStep({ one }: { readonly one: Adverse }) {
  const { t } = useTranslation('permits');
  if (one.state !== 'open') return null;
  const until = [one.statedAt ? null : one.statementUntil, one.hearingAskedAt ? null : one.hearingUntil].filter(day => day !== null).sort().at(-1) ?? '';
  const key = one.deciding === null ? partyStep(one) : officerStep(one);
  if (key === null) return null;
  return <p><strong>{t('adverse.nextLabel')}</strong>{t(`adverse.next.${key}`, { until, period: periodOf(one, t), day: one.hearing?.heldOn ?? '', time: one.hearing?.time ?? '', place: one.hearing?.place ?? '' })}</p>;
}

/** How long the party may speak, in the unit of its notice. */
export const periodOf = (one: Adverse, t: (key: string) => string): string => `${one.statementDays ?? 0} ${t(`clock.${one.statementDayType}`)}`;

function officerStep(one: Adverse): string {
  if (one.deciding === 'hearing') return one.hearing ? (one.hearing.noticeId !== null && one.hearing.notifiedOn === null ? 'tellHearing' : 'hold') : one.mayChair ? 'set' : 'setOther';
  return one.deciding === 'ready' && !one.mayDecide ? 'second' : (one.deciding ?? 'ready');
}

function partyStep(one: Adverse): string | null {
  if (hearingPends(one)) return one.hearing ? 'come' : 'awaitHearing';
  if (one.statedAt) return 'awaitDecision';
  return isUntold(one) ? 'speakEarly' : 'speak';
}

/** 听证, for both sides. */
export function HearingFacts({ one }: { readonly one: Adverse }) {
  const { t } = useTranslation('permits');
  const { hearing } = one;
  if (!one.hearingRight) return null;
  return (
    <>
      {one.hearingUntil !== null && <Fact label={t('adverse.hearing.until')}><LastDay one={one} day={one.hearingUntil} /></Fact>}
      <Fact label={t('adverse.hearing.title')}>
        {one.hearingAskedAt === null ? t('adverse.hearing.notAsked') : <>{t('adverse.hearing.asked')} <DateText value={one.hearingAskedAt} /></>}
        <ReceiptText receipt={one.hearingReceipt} />
        {one.hearingWithdrawnAt && <> · {t('adverse.hearing.withdrawn')} <DateText value={one.hearingWithdrawnAt} /></>}
        <ReceiptText receipt={one.withdrawalReceipt} />
      </Fact>
      {hearing && <Fact label={t('adverse.hearing.set')}><DateText value={hearing.heldOn} /> {[hearing.time, hearing.place, t('adverse.hearing.host', { name: hearing.host }), hearing.noticeNumber].join(' · ')} · {hearing.notifiedOn === null ? t('adverse.hearing.unserved') : <>{t('adverse.hearing.servedOn')} <DateText value={hearing.notifiedOn} /></>}</Fact>}
      {hearing?.outcome && <Fact label={t(`adverse.hearing.outcome.${hearing.outcome}`)}>{hearing.record} {hearing.recordFileId && <a href={`/api/v1/files/${hearing.recordFileId}/content`}>{t('adverse.hearing.file')}</a>}</Fact>}
    </>
  );
}

type Act = 'ask' | 'withdraw' | 'set' | 'record' | null;

export function HearingActs({ application, may }: { readonly application: Application; readonly may: (action: string) => boolean }) {
  const { t } = useTranslation('permits');
  const [act, setAct] = useState<Act>(null);
  const changed = useApplicationChanged(application.id);
  const one = application.case.adverse;
  if (!one?.hearingRight) return null;
  const send = (what: 'ask' | 'withdraw') => async (): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/hearing/${what}`, { body: {} });
    await changed();
  };
  const chairs = may('case.hear') && one.mayChair;
  const close = (): void => setAct(null);
  return (
    <>
      {may('case.ask-hearing') && <Button onClick={() => setAct('ask')}>{t('adverse.act.askHearing')}</Button>}
      {may('case.withdraw-hearing') && <Button onClick={() => setAct('withdraw')}>{t('adverse.act.withdrawHearing')}</Button>}
      {chairs && !one.hearing && <Button type="primary" onClick={() => setAct('set')}>{t('adverse.act.setHearing')}</Button>}
      {chairs && one.hearing && <Button onClick={() => setAct('set')}>{t('adverse.act.moveHearing')}</Button>}
      {chairs && one.hearing && <Button type="primary" onClick={() => setAct('record')}>{t('adverse.act.recordHearing')}</Button>}
      <ConfirmAct open={act === 'ask'} title={t('adverse.act.askHearing')} act={t('adverse.act.askHearing')} onConfirm={send('ask')} onClose={close}><p>{t('adverse.hearing.askLead')}</p></ConfirmAct>
      <ConfirmAct open={act === 'withdraw'} title={t('adverse.act.withdrawHearing')} act={t('adverse.act.withdrawHearing')} danger onConfirm={send('withdraw')} onClose={close}><p>{t('adverse.hearing.withdrawLead')}</p></ConfirmAct>
      <SetDialog application={application} open={act === 'set'} onClose={close} />
      <RecordDialog application={application} open={act === 'record'} onClose={close} />
    </>
  );
}

interface DialogProps {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

const SETTING = ['heldOn', 'time', 'place'] as const;
const INPUT = { heldOn: 'date', time: 'time', place: 'text' } as const;

function SetDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const ready = SETTING.every(name => (given[name] ?? '').trim() !== '');
  const send = async (): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/hearing`, { body: Object.fromEntries(SETTING.map(name => [name, given[name]?.trim()])) });
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('adverse.act.setHearing')} act={t('adverse.act.setHearing')} ready={ready} onConfirm={send} onClose={onClose}>
      <p>{t('adverse.hearing.setLead')}</p>
      {SETTING.map(name => (
        <div key={name} className="hb-form-line">
          <label htmlFor={`${id}-${name}`}>{t(`adverse.hearing.field.${name}`)}</label>
          <Input id={`${id}-${name}`} type={INPUT[name]} maxLength={200} value={given[name] ?? ''} onChange={event => setGiven(all => ({ ...all, [name]: event.target.value }))} />
        </div>
      ))}
    </ConfirmAct>
  );
}

const PURPOSE = 'hearing-record';
const OUTCOMES = ['held', 'absent'] as const;

/** What is written and uploaded waits here and on this device until it is sent. */
function RecordDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | null>(null);
  const [record, setRecord, forget] = useKeptText(`hearing-record:${application.id}`);
  const files = useQuery({ ...readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'case', subjectId: application.id }), enabled: open });
  // of this proposal: one that was given up before may have had a hearing of its own
  const since = application.case.adverse?.proposedAt ?? '';
  const uploaded = (files.data ?? []).filter(file => file.purpose === PURPOSE && file.createdAt >= since);
  const file = uploaded.at(-1);
  const send = async (): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/hearing/record`, { body: { outcome, record: record.trim(), ...(file ? { recordFileId: file.id } : {}) } });
    forget();
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('adverse.act.recordHearing')} act={t('adverse.act.recordHearing')} ready={outcome !== null && record.trim().length >= 10 && (outcome === 'absent' || file !== undefined)} onConfirm={send} onClose={onClose}>
      <Radio.Group aria-label={t('adverse.act.recordHearing')} value={outcome} options={OUTCOMES.map(value => ({ value, label: t(`adverse.hearing.outcome.${value}`) }))} onChange={event => setOutcome(event.target.value as (typeof OUTCOMES)[number])} />
      <label htmlFor={id}>{t('adverse.hearing.record')}</label>
      <Input.TextArea id={id} value={record} maxLength={10000} autoSize={{ minRows: 4, maxRows: 14 }} onChange={event => setRecord(event.target.value)} />
      <FileList files={uploaded} onRemove={one => rest('DELETE', `/api/v1/files/${one.id}`).then(async () => void (await files.refetch()))} />
      <FileUpload label={t('adverse.hearing.upload')} subjectType="case" subjectId={application.id} purpose={PURPOSE} multiple={false} onDone={() => void files.refetch()} />
    </ConfirmAct>
  );
}
