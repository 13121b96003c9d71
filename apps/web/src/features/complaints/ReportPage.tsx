import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import './complaints.css';
import { clearDraft, useDraft } from './report-draft';
import { CheckStep, DoneStep } from './ReportEnd';
import { ContactStep, PhotosStep, PlaceStep, SubjectStep, WhatStep, WhenStep } from './ReportSteps';

const STEPS = { subject: SubjectStep, place: PlaceStep, what: WhatStep, when: WhenStep, photos: PhotosStep, contact: ContactStep, check: CheckStep } as const;
export type StepName = keyof typeof STEPS;
const NAMES = Object.keys(STEPS) as readonly StepName[];

/** A report of pollution, one thing a page; what was typed stays on the device until it is sent. */
export function ReportPage() {
  const { t } = useTranslation('complaints');
  const navigate = useNavigate();
  const { step } = useSearch({ strict: false }) as { step?: string };
  const draft = useDraft();
  const go = (next: string): Promise<void> => navigate({ to: '/report', search: { step: next } });
  if (step === 'done') return <Frame title={t('report.done.title')} lead={t('report.done.lead')}><DoneStep onAgain={() => void go('subject')} /></Frame>;
  // a link into the middle, or a reload after everything was cleared: begin where something is missing
  const at = NAMES.indexOf(step as StepName);
  const first = draft.subject === undefined ? 0 : draft.place === undefined ? 1 : draft.what === undefined ? 2 : NAMES.length;
  if (at < 0) return <Start hasDraft={draft.subject !== undefined} onBegin={() => void go(NAMES[Math.min(first, NAMES.length - 1)] ?? 'subject')} />;
  const shown = NAMES[Math.min(at, first)] ?? 'subject';
  const place = NAMES.indexOf(shown);
  const Step = STEPS[shown];
  const previous = NAMES[place - 1];
  return (
    <Frame title={t(`report.${shown}.title`)} lead={t('report.step', { at: place + 1, of: NAMES.length })} back={{ to: previous === undefined ? '/report' : `/report?step=${previous}`, label: t('report.back') }}>
      <Step key={shown} onNext={() => void go(NAMES[place + 1] ?? 'done')} />
    </Frame>
  );
}

function Frame({ title, lead, back, children }: { readonly title: string; readonly lead: string; readonly back?: { readonly to: string; readonly label: string }; readonly children: ReactNode }) {
  return (
    <div className="hb-container">
      <div className="hb-complaints__narrow">
        <PageHeader title={title} lead={lead} back={back} />
        <div className="hb-stack">{children}</div>
      </div>
    </div>
  );
}

function Start({ hasDraft, onBegin }: { readonly hasDraft: boolean; readonly onBegin: () => void }) {
  const { t } = useTranslation('complaints');
  const anew = (): void => {
    clearDraft();
    onBegin();
  };
  return (
    <Frame title={t('report.title')} lead={t('report.lead')}>
      <p className="hb-warning-text">{t('report.urgent')}</p>
      <section className="hb-card hb-stack">
        <p>{t('report.secret')}</p>
        {hasDraft && <p>{t('report.kept')}</p>}
        <div className="hb-row">
          <Button type="primary" size="large" onClick={onBegin}>{t(hasDraft ? 'report.resume' : 'report.begin')}</Button>
          {hasDraft && <Button size="large" onClick={anew}>{t('report.again')}</Button>}
          <ButtonLink to="/report/track" size="large">{t('report.seeAnswer')}</ButtonLink>
        </div>
      </section>
    </Frame>
  );
}
