import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { formatDate, now } from '@/shared/time/time';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DiffMark } from '@/shared/ui/values';
import './conditions.css';
import { ConditionDifferences } from './ConditionDifferences';
import type { AsOf, Comparison } from './model';
import { pollutantWord } from './pollutants';

interface Asked {
  readonly from?: string;
  readonly to?: string;
}

/** Two days of a permit side by side; both stand in the address. */
export function ComparePage() {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const { permitId = '' } = useParams({ strict: false }) as { permitId?: string };
  const asked = useSearch({ strict: false }) as Asked;
  const known = useQuery(readPath<AsOf>(`/api/v1/permits/${permitId}/as-of`));
  const to = asked.to ?? formatDate(now().toISOString());
  const from = asked.from ?? known.data?.versions.at(-1)?.effectiveFrom ?? '';
  const found = useQuery({ ...readPath<Comparison>(`/api/v1/permits/${permitId}/compare`, { from, to }), enabled: from !== '', placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('compare.title', { number: known.data?.number ?? '' })} back={{ to: `${base}/certificates/${permitId}`, label: t('asOf.permit') }} lead={t('compare.lead')} />
      <div className="hb-stack">
        <ChooseDays from={from} to={to} />
        <ProblemAlert error={known.error ?? found.error} />
        {!found.data && !found.error && <Skeleton lines={6} />}
        {found.data && !found.error && <Result permitId={permitId} comparison={found.data} />}
      </div>
    </>
  );
}

function ChooseDays({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation('conditions');
  const navigate = useNavigate();
  const go = (patch: Asked): void => void navigate({ to: '.', search: { from, to, ...patch } as never, replace: true, resetScroll: false });
  return (
    <section className="hb-card hb-conditions__days hb-no-print">
      <label>{t('compare.from')}<Input type="date" value={from} style={{ width: 180 }} onChange={event => event.target.value && go({ from: event.target.value })} /></label>
      <label>{t('compare.to')}<Input type="date" value={to} style={{ width: 180 }} onChange={event => event.target.value && go({ to: event.target.value })} /></label>
    </section>
  );
}

function Result({ permitId, comparison }: { readonly permitId: string; readonly comparison: Comparison }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const { from, to, facts, limits, conditions, items } = comparison;
  const none = facts.length + limits.length + conditions.length + items.length === 0;
  const shown = (fact: string, value: string): string => (fact === 'standing' ? t(`standing.${value}`) : fact === 'managementCategory' ? t(`category.${value === 'key' ? 'key' : 'simplified'}`) : value);
  return (
    <>
      <p role="status">
        {[from, to].map((side, index) => (
          <span key={index}>{index === 1 && ' → '}<AppLink to={`${base}/certificates/${permitId}/as-of?on=${side.day}`}>{t('compare.side', { day: side.day, number: side.versionNumber })}</AppLink>（{t(`standing.${side.standing}`)}）</span>
        ))}
      </p>
      {none && <p className="hb-card">{t('compare.none')}</p>}
      {facts.length > 0 && <section className="hb-card"><h2>{t('compare.facts')}</h2><dl className="hb-plain-facts">{facts.map(one => <div key={one.fact}><dt>{t(`fact.${one.fact}`)}</dt><dd><DiffMark from={shown(one.fact, one.before)} to={shown(one.fact, one.after)} /></dd></div>)}</dl></section>}
      {limits.length > 0 && (
        <section className="hb-card">
          <h2>{t('compare.limits', { count: limits.length })}</h2>
          <dl className="hb-plain-facts">
            {limits.map((one, index) => (
              <div key={index}>
                <dt>{one.outletCode === 'plant' ? t('limit.plant') : one.outletCode} · {pollutantWord(one)} · {t(`measure.${one.measure as 'rate'}`)}</dt>
                <dd>{one.change === 'changed' ? <DiffMark from={one.before} to={one.after} /> : <><StatusTag tone={one.change === 'added' ? 'success' : 'danger'}>{t(`change.${one.change}`)}</StatusTag> {one.after || one.before}</>}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {conditions.length > 0 && <section className="hb-card"><h2>{t('compare.conditions', { count: conditions.length })}</h2><ConditionDifferences differences={conditions} /></section>}
      {items.length > 0 && (
        <section className="hb-card">
          <h2>{t('compare.items', { count: items.length })}</h2>
          <dl className="hb-plain-facts">
            {items.map(one => <div key={`${one.pointer}-${one.kind}-${one.before}`}><dt>{textOf(one.place)}</dt><dd>{one.kind === 'changed' ? <DiffMark from={one.before} to={one.after} /> : <><StatusTag tone={one.kind === 'added' ? 'success' : 'danger'}>{t(`change.${one.kind}`)}</StatusTag> {one.after || one.before}</>}</dd></div>)}
          </dl>
        </section>
      )}
    </>
  );
}
