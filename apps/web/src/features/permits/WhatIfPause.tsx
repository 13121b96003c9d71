import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { inShanghai, now } from '@/shared/time/time';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import type { Application, PausePreview } from './model';

const USUAL_PAUSE_DAYS = 30;

/** The day a preview begins with; people change it. */
export const usualResumeDay = (): string => inShanghai(now().add(USUAL_PAUSE_DAYS, 'day').toISOString()).format('YYYY-MM-DD');

export function usePreview(application: Application, resumeOn: string, enabled: boolean) {
  return useQuery({
    ...readPath<PausePreview>(`/api/v1/cases/${application.id}/what-if-pause`, { resumeOn }),
    enabled: enabled && /^\d{4}-\d{2}-\d{2}$/.test(resumeOn),
    staleTime: 0,
    retry: false,
    meta: { live: false },
  });
}

interface PreviewProps {
  readonly application: Application;
  readonly resumeOn: string;
  readonly onChange: (day: string) => void;
}

/** What a pause until a day would do to the last day, before anybody makes it. */
export function Preview({ application, resumeOn, onChange }: PreviewProps) {
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
  const [resumeOn, setResumeOn] = useState(usualResumeDay);
  return (
    <details className="hb-no-print" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('pause.whatIf')}</summary>
      {open && <Preview application={application} resumeOn={resumeOn} onChange={setResumeOn} />}
    </details>
  );
}
