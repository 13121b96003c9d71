import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from './StatusTag';

export interface Deadline {
  /** Working days left; 0 = due today; negative = past. null when no clock runs. */
  readonly remaining: number | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly due?: string | null;
  /** The holiday calendar of that year is not yet published, so the day may move. */
  readonly provisional?: boolean;
  /** The clock stands still; a text says why, e.g. 补正中. */
  readonly paused?: string | boolean | null;
  /** `day` for civil days (延续前 60 日), `workday` otherwise. */
  readonly unit?: 'workday' | 'day';
  /** From so many days on it warns. */
  readonly soon?: number;
}

const SOON = 3;

function toneOf(remaining: number, soon: number): Tone {
  if (remaining < 0) return 'danger';
  return remaining <= soon ? 'warning' : 'progress';
}

/** How much legal time is left, in words and colour. */
export function DeadlineBadge({ remaining, due, provisional = false, paused, unit = 'workday', soon = SOON }: Deadline) {
  const { t } = useTranslation();
  if (remaining === null && !paused) return <span className="hb-muted">{t('deadline.none')}</span>;
  if (paused || remaining === null) {
    const standing = typeof paused === 'string' ? t('deadline.paused', { why: paused }) : t('deadline.standing');
    return <StatusTag tone="info">{remaining === null ? standing : `${standing} · ${t(`deadline.${unit}.left`, { count: remaining })}`}</StatusTag>;
  }
  const key = remaining < 0 ? 'past' : remaining === 0 ? 'today' : 'left';
  return (
    <span className="hb-row" style={{ gap: 6, display: 'inline-flex' }} title={due ? t('deadline.until', { due }) : undefined}>
      <StatusTag tone={toneOf(remaining, soon)}>{t(`deadline.${unit}.${key}`, { count: Math.abs(remaining) })}</StatusTag>
      {provisional && <Provisional />}
    </span>
  );
}

export function Provisional() {
  const { t } = useTranslation();
  return (
    <abbr className="hb-small hb-muted" title={t('deadline.provisionalWhy')}>
      {t('deadline.provisional')}
    </abbr>
  );
}
