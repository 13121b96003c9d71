import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { inShanghai, now } from '@/shared/time/time';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import type { Application, PausePreview } from './model';
import { useApplicationChanged } from './parts';

const USUAL_PAUSE_DAYS = 30;

const dayFromToday = (days: number): string => inShanghai(now().add(days, 'day').toISOString()).format('YYYY-MM-DD');

function usePreview(application: Application, resumeOn: string, enabled: boolean) {
  return useQuery({
    ...readPath<PausePreview>(`/api/v1/cases/${application.id}/what-if-pause`, { resumeOn }),
    enabled: enabled && /^\d{4}-\d{2}-\d{2}$/.test(resumeOn),
    staleTime: 0,
    retry: false,
  });
}

interface PreviewProps {
  readonly application: Application;
  readonly resumeOn: string;
  readonly onChange: (day: string) => void;
}

/** What a pause until a day would do to the last day, before anybody makes it. */
function Preview({ application, resumeOn, onChange }: PreviewProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const preview = usePreview(application, resumeOn, true);
  return (
    <div className="hb-what-if">
      <div className="hb-form-line">
        <label htmlFor={id}>{t('pause.until')}</label>
        <Input id={id} type="date" className="hb-num hb-what-if__day" value={resumeOn} onChange={event => onChange(event.target.value)} />
      </div>
      <div aria-live="polite">
        <ProblemAlert error={preview.error} />
        {preview.data && (
          <p>
            {t('pause.now')} <DateText value={preview.data.dueNow} /> <span aria-hidden>→</span> {t('pause.then')}{' '}
            <strong>
              <DateText value={preview.data.dueThen} />
            </strong>
            <span className="hb-muted">
              {' '}
              {t('pause.frozen', { count: preview.data.remaining })}
              {preview.data.provisional && ` ${t('clock.provisional')}`}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}

/** For both sides alike: what would happen if the clock were paused. */
export function WhatIfPause({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const [open, setOpen] = useState(false);
  const [resumeOn, setResumeOn] = useState(() => dayFromToday(USUAL_PAUSE_DAYS));
  return (
    <details className="hb-no-print" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('pause.whatIf')}</summary>
      {open && <Preview application={application} resumeOn={resumeOn} onChange={setResumeOn} />}
    </details>
  );
}

/** 暂停计时 on a lawful ground, or 恢复计时. Nothing without the right to either. */
export function PauseActs({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const [open, setOpen] = useState<'pause' | 'resume' | null>(null);
  const { actions } = application.case;
  return (
    <>
      {actions.includes('case.pause') && <Button onClick={() => setOpen('pause')}>{t('review.pause')}</Button>}
      {actions.includes('case.resume') && <Button onClick={() => setOpen('resume')}>{t('review.resume')}</Button>}
      <PauseDialog application={application} open={open === 'pause'} onClose={() => setOpen(null)} />
      <ResumeDialog application={application} open={open === 'resume'} onClose={() => setOpen(null)} />
    </>
  );
}

interface DialogProps {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

function PauseDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [resumeOn, setResumeOn] = useState(() => dayFromToday(USUAL_PAUSE_DAYS));
  const [ground, setGround] = useState<string>();
  const [noticeNumber, setNoticeNumber] = useState('');
  const preview = usePreview(application, resumeOn, open);
  const grounds = preview.data?.grounds ?? [];
  const pause = async (reason: string): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/pause`, { body: { ground, noticeNumber: noticeNumber.trim(), reason }, version: application.version });
    await changed();
  };
  return (
    <ConfirmAct
      open={open}
      title={t('review.pauseTitle')}
      act={t('review.pause')}
      ready={ground !== undefined && noticeNumber.trim() !== ''}
      reason={{ label: t('pause.reason'), required: true }}
      onConfirm={pause}
      onClose={onClose}
    >
      <p>{t('pause.lead')}</p>
      <Preview application={application} resumeOn={resumeOn} onChange={setResumeOn} />
      <div className="hb-form-line">
        <label htmlFor={`${id}-ground`}>{t('review.ground')}</label>
        <Select id={`${id}-ground`} value={ground} options={grounds.map(each => ({ value: each.key, label: `${textOf(each.label)}（${each.article}）` }))} onChange={setGround} />
      </div>
      <div className="hb-form-line">
        <label htmlFor={`${id}-notice`}>{t('review.noticeNumber')}</label>
        <Input id={`${id}-notice`} value={noticeNumber} maxLength={100} placeholder={t('pause.noticeExample')} onChange={event => setNoticeNumber(event.target.value)} />
      </div>
    </ConfirmAct>
  );
}

function ResumeDialog({ application, open, onClose }: DialogProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [noticeNumber, setNoticeNumber] = useState('');
  const resume = async (reason: string): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/resume`, { body: { reason, ...(noticeNumber.trim() ? { noticeNumber: noticeNumber.trim() } : {}) }, version: application.version });
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('review.resumeTitle')} act={t('review.resume')} reason={{ label: t('pause.reason'), required: true }} onConfirm={resume} onClose={onClose}>
      <p>{t('pause.resumeLead')}</p>
      <div className="hb-form-line">
        <label htmlFor={id}>
          {t('review.noticeNumber')}
          <span className="hb-muted">{t('common:form.optional')}</span>
        </label>
        <Input id={id} value={noticeNumber} maxLength={100} onChange={event => setNoticeNumber(event.target.value)} />
      </div>
    </ConfirmAct>
  );
}
