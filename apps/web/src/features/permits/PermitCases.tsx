import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { toneOf, type Permit } from './model';

/** What was and is going on about a permit, and how it ended. */
export function PermitCases({ permit }: { readonly permit: Permit }) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const { cases, endedOn, endGround, endBasis, status } = permit;
  if (cases.length === 0 && endedOn === null) return null;
  return (
    <section className="hb-card hb-stack">
      {endedOn !== null && (
        <>
          <h2>{t('permit.ended', { what: t(`list.status.${status}`) })}</h2>
          <dl className="hb-summary">
            <div><dt className="hb-muted">{t('permit.endedOn')}</dt><dd style={{ margin: 0 }}><DateText value={endedOn} /></dd></div>
            {endGround && <div><dt className="hb-muted">{t('ending.ground')}</dt><dd style={{ margin: 0 }}>{textOf(endGround)}</dd></div>}
            {endBasis && <div><dt className="hb-muted">{t('permit.endBasis')}</dt><dd style={{ margin: 0 }}>{endBasis}</dd></div>}
          </dl>
        </>
      )}
      {cases.length > 0 && (
        <>
          <h2>{t('permit.cases')}</h2>
          <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
            {cases.map(row => (
              <li key={row.id} className="hb-row">
                <AppLink to={`${base}/${row.page}/${row.id}`}>{row.title}</AppLink>
                {row.number && <span className="hb-num hb-small">{row.number}</span>}
                <StatusTag tone={toneOf(row.state)}>{textOf(row.stateLabel)}</StatusTag>
                <span className="hb-small hb-muted"><DateText value={row.closedAt ?? row.submittedAt ?? row.openedAt} /></span>
                {row.closedAt === null && row.remainingDays !== null && <DeadlineBadge remaining={row.remainingDays} due={row.dueOn} provisional={row.dueProvisional} paused={row.clockPaused} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
