import { CheckOutlined, PauseOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './case-progress.css';
import { DateText } from './values';

export type StepState = 'done' | 'current' | 'todo' | 'paused' | 'stopped';

export interface CaseStep {
  readonly key: string;
  readonly title: string;
  readonly state: StepState;
  readonly at?: string | null;
  readonly note?: string;
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly by?: string | null;
  /** Set when a firm acted under a mandate: shown as “代某某办理”. */
  readonly onBehalfOf?: string | null;
  readonly body?: ReactNode;
  /** Article of law this act rests on. */
  readonly article?: string | null;
}

const SYMBOL: Partial<Record<StepState, ReactNode>> = {
  done: <CheckOutlined aria-hidden />,
  paused: <PauseOutlined aria-hidden />,
  stopped: <StopOutlined aria-hidden />,
};

/** Steps of a procedure. Scrolls sideways nowhere: on phones it stands upright. */
export function CaseSteps({ steps }: { readonly steps: readonly CaseStep[] }) {
  const { t } = useTranslation();
  return (
    <ol className="hb-steps" aria-label={t('case.steps')}>
      {steps.map((step, index) => (
        <li key={step.key} className={`hb-steps__item hb-steps__item--${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className="hb-steps__dot">{SYMBOL[step.state] ?? index + 1}</span>
          <span className="hb-steps__text">
            <span className="hb-steps__title">{step.title}</span>
            <span className="hb-sr-only">{t(`case.stepState.${step.state}`)}</span>
            {step.at && <DateText value={step.at} />}
            {step.note && <span>{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What has happened, newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  return (
    <ol className="hb-timeline" aria-label={t('case.timeline')}>
      {entries.map(entry => (
        <li key={entry.id}>
          <div className="hb-timeline__head">
            <strong>{entry.title}</strong>
            <DateText value={entry.at} time />
          </div>
          {(entry.by || entry.onBehalfOf) && (
            <p className="hb-small hb-muted">
              {entry.by}
              {entry.onBehalfOf && <span className="hb-tag hb-tag--neutral">{t('case.onBehalfOf', { name: entry.onBehalfOf })}</span>}
            </p>
          )}
          {entry.body && <div>{entry.body}</div>}
          {entry.article && <p className="hb-small hb-muted">{t('case.article', { article: entry.article })}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Steps above, log below: how a case stands and how it came there. */
export function CaseProgress({ steps, timeline }: { readonly steps: readonly CaseStep[]; readonly timeline: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  return (
    <div className="hb-stack">
      <CaseSteps steps={steps} />
      <section>
        <h2 className="hb-section-title">{t('case.timeline')}</h2>
        <Timeline entries={timeline} />
      </section>
    </div>
  );
}
