import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import type { Application } from './model';
import { useApplicationChanged } from './parts';
import { Preview, usePreview, usualResumeDay } from './WhatIfPause';

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
  const [resumeOn, setResumeOn] = useState(() => usualResumeDay());
  const [ground, setGround] = useState<string>();
  const [noticeNumber, setNoticeNumber] = useState('');
  const preview = usePreview(application, resumeOn, open);
  const grounds = preview.data?.grounds ?? [];
  const pause = async (reason: string): Promise<void> => {
    await rest('POST', `/api/v1/cases/${application.id}/pause`, { body: { ground, noticeNumber: noticeNumber.trim(), expectedOn: resumeOn, reason }, version: application.version });
    await changed();
  };
  return (
    <ConfirmAct
      open={open}
      title={t('review.pauseTitle')}
      act={t('review.pause')}
      ready={ground !== undefined && noticeNumber.trim() !== '' && resumeOn !== ''}
      draft={`pause:${application.id}`}
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
    <ConfirmAct open={open} title={t('review.resumeTitle')} act={t('review.resume')} draft={`resume:${application.id}`} reason={{ label: t('pause.reason'), required: true }} onConfirm={resume} onClose={onClose}>
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
