import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { subjectsPath, useWhose, type Subject } from './model';
import { Plate } from './parts';

/** 我的环境信用: where one stands, what comes next, what it brings, and the ways to the details. */
export function OverviewPage() {
  const { id } = useWhose();
  const subject = useQuery(readPath<Subject>(`${subjectsPath}/${id}`));
  if (subject.isPending) return <PageSkeleton />;
  if (subject.error) return <RouteErrorPage error={subject.error} onRetry={() => void subject.refetch()} />;
  return <Overview subject={subject.data} />;
}

function Overview({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  const { base } = useSession();
  const { isBureau, id } = useWhose();
  const mayRecord = isBureau && subject.actions.includes('credit.record');
  return (
    <>
      <PageHeader
        title={isBureau ? t('mine.titleOf', { name: subject.subjectName }) : t('mine.title')}
        lead={t('mine.lead')}
        back={isBureau ? { to: `${base}/credit`, label: t('register.title') } : undefined}
        actions={mayRecord && <ButtonLink to={`${base}/credit-entries/new?subject=${id}`} kind="primary">{t('events.record')}</ButtonLink>}
      />
      <div className="hb-stack">
        <section className="hb-card hb-stack">
          <Plate label={t('grade')} title={subject.gradeTitle} colour={subject.colour} score={subject.score}>
            <div className="hb-muted">{subject.gradeSince && t('mine.since', { day: subject.gradeSince })}</div>
          </Plate>
          <Why subject={subject} />
          <p className="hb-small hb-muted">{t('mine.inForce', { scheme: subject.schemeTitle, basis: subject.schemeBasis })}{subject.hasUnverified && ` ${t('mine.unverifiedScheme')}`}</p>
        </section>
        <Ways subject={subject} />
        <Next subject={subject} />
        <Measures subject={subject} />
        <Others subject={subject} />
      </div>
    </>
  );
}

/** Why the grade is not the one of the score. */
function Why({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  if (subject.vetoes.length > 0) return <Alert type="error" showIcon title={t('mine.vetoed')} description={subject.lines.filter(line => line.kind === 'veto').map(line => line.title).join(t('comma'))} />;
  if (subject.grade !== subject.gradeByScore) return <Alert type="warning" showIcon title={t('mine.lowered')} description={t('mine.byScore', { grade: subject.gradeByScoreTitle })} />;
  return null;
}

const WAYS = ['lines', 'whatIf', 'events', 'history'] as const;
const ADDRESS = { lines: 'lines', whatIf: 'what-if', events: 'events', history: 'history' } as const;

function Ways({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  const { base, can } = useSession();
  const { here, isBureau } = useWhose();
  // firms are not evaluated by the year
  const annual = subject.subjectKind === 'enterprise' && can('credit-evaluation.list') ? `${base}/credit-evaluations${isBureau ? `?q=${encodeURIComponent(subject.subjectName)}` : ''}` : null;
  return (
    <nav aria-label={t('mine.look')}>
      <ul className="hb-credit__ways">
        {WAYS.map(way => <li key={way}><AppLink to={`${here}/${ADDRESS[way]}`}>{t(`mine.${way}`)}<span className="hb-small hb-muted">{t(`mine.${way}Hint`)}</span></AppLink></li>)}
        {annual && <li><AppLink to={annual}>{t('mine.annual')}<span className="hb-small hb-muted">{t('mine.annualHint')}</span></AppLink></li>}
      </ul>
    </nav>
  );
}

function Next({ subject: { next } }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  return (
    <section className="hb-card">
      <h2>{t('mine.next')}</h2>
      <ul className="hb-lines">
        {next.repairFrom && <li>{t('mine.nextRepair', { day: next.repairFrom })}</li>}
        {next.endingOn && <li>{t('mine.nextEnd', { day: next.endingOn })}</li>}
        {!next.repairFrom && !next.endingOn && <li className="hb-muted">{t('mine.nextNone')}</li>}
      </ul>
    </section>
  );
}

/** What the title says already. */
const KNOWN_VALUES = ['strict', 'stop', 'list'];

function Measures({ subject: { measures } }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  const valueOf = (value: string, unit: string): string => (KNOWN_VALUES.includes(value) ? '' : `${value} ${unit}`);
  return (
    <section className="hb-card">
      <h2>{t('mine.measures')}</h2>
      {measures.length === 0 && <p className="hb-muted">{t('mine.noMeasures')}</p>}
      <ul className="hb-lines">
        {measures.map(one => <li key={`${one.measure}${one.because}`}>{one.title} <strong>{valueOf(one.value, one.unit)}</strong> <span className="hb-small hb-muted">{one.legalBasis}{!one.verified && t('unverified')}</span></li>)}
      </ul>
    </section>
  );
}

function Others({ subject: { results } }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  const others = results.filter(one => !one.inForce);
  if (others.length === 0) return null;
  return (
    <section className="hb-card">
      <h2>{t('mine.others')}</h2>
      <ul className="hb-lines">{others.map(one => <li key={one.scheme}>{t('mine.other', { scheme: one.schemeTitle, score: one.score, grade: one.gradeTitle })}</li>)}</ul>
    </section>
  );
}
