import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from './AppLink';
import './summary-list.css';
import { DiffMark } from './values';

export interface SummaryRow {
  readonly label: string;
  /** null or empty text is shown as “未填写”. */
  readonly value: ReactNode;
  /** Leads back to the field; the hidden part of the link names what is changed. */
  readonly changeTo?: string;
  /** Former value: the row is then marked “已变更” with old → new. */
  readonly before?: string | null;
}

export interface SummaryGroup {
  readonly title: string;
  readonly changeTo?: string;
  readonly rows: readonly SummaryRow[];
}

/** 核对页: everything that was filled, as people read it, with a way back to each part. */
export function SummaryList({ groups }: { readonly groups: readonly SummaryGroup[] }) {
  const { t } = useTranslation();
  return (
    <div className="hb-stack">
      {groups.map(group => (
        <section key={group.title} className="hb-card hb-summary">
          <div className="hb-summary__head">
            <h2>{group.title}</h2>
            {group.changeTo && (
              <AppLink to={group.changeTo}>
                {t('action.change')}
                <span className="hb-sr-only"> {group.title}</span>
              </AppLink>
            )}
          </div>
          <dl>
            {group.rows.map(row => (
              <Row key={row.label} row={row} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Row({ row }: { readonly row: SummaryRow }) {
  const { t } = useTranslation();
  const empty = row.value === null || row.value === undefined || row.value === '';
  const changed = row.before !== undefined && typeof row.value !== 'object';
  return (
    <div className="hb-summary__row">
      <dt>{row.label}</dt>
      <dd>
        {changed ? (
          <DiffMark from={row.before ?? null} to={empty ? null : String(row.value)} />
        ) : empty ? (
          <span className="hb-muted">{t('state.notFilled')}</span>
        ) : (
          row.value
        )}
      </dd>
      {row.changeTo && (
        <dd className="hb-summary__change">
          <AppLink to={row.changeTo}>
            {t('action.change')}
            <span className="hb-sr-only"> {row.label}</span>
          </AppLink>
        </dd>
      )}
    </div>
  );
}
