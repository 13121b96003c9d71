import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import './firms.css';
import { INTEGRITY_TONE, POINT_TONE, type Point, type Standing } from './model';
import { Rules } from './Rules';
import { useWords } from './words';

const POINTS = '/api/v1/integrity-points';
const STATES = ['proposed', 'confirmed', 'objected', 'upheld', 'revoked', 'refused'] as const;

/** What each step sends, under which action it is offered. */
const STEPS = {
  confirm: { action: 'integrity-point.decide', path: 'decide', verdict: 'confirmed', danger: true },
  refuse: { action: 'integrity-point.decide', path: 'decide', verdict: 'refused', danger: false },
  object: { action: 'integrity-point.object', path: 'object', verdict: null, danger: false },
  uphold: { action: 'integrity-point.answer', path: 'answer', verdict: 'upheld', danger: true },
  revoke: { action: 'integrity-point.answer', path: 'answer', verdict: 'revoked', danger: false },
} as const;
type Step = keyof typeof STEPS;

/** The firm's own points: where it stands, what counts, and the way to object. */
export function FirmPointsPage() {
  const { t } = useTranslation('firms');
  const standing = useQuery(readPath<readonly Standing[]>('/api/v1/firms/me/integrity'));
  return (
    <>
      <PageHeader title={t('points.title')} lead={t('points.leadFirm')} />
      <div className="hb-stack">
        <ProblemAlert error={standing.error} />
        {standing.data?.map(one => <StandingCard key={one.domain} standing={one} />)}
        <PointTable bureau={false} />
        <Rules />
      </div>
    </>
  );
}

/** The bureau's desk: proposed ones wait for a second person, objected ones for an answer. */
export function BureauPointsPage() {
  const { t } = useTranslation('firms');
  const { base, can } = useSession();
  return (
    <>
      <PageHeader title={t('points.title')} lead={t('points.leadBureau')} actions={can('integrity-point.propose') && <ButtonLink to={`${base}/integrity-points/new`} kind="primary">{t('points.propose')}</ButtonLink>} />
      <PointTable bureau />
    </>
  );
}

function StandingCard({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('firms');
  const words = useWords();
  return (
    <section className="hb-card">
      <h2>{words({ zh: standing.nameZh, en: standing.nameEn })}</h2>
      <div className="hb-row">
        <StatusTag tone={INTEGRITY_TONE[standing.level]}>{t(`integrity.${standing.level}`)}</StatusTag>
        <strong>{t('points.ofCycle', { points: standing.points })}</strong>
        <span className="hb-muted">{t('points.levels', { warn: standing.warnPoints, restrict: standing.restrictPoints })}{!standing.verified && t('unverified')}</span>
        {standing.from && <span>{t('points.span', { from: standing.from, until: standing.until })}</span>}
      </div>
    </section>
  );
}

function PointTable({ bureau }: { readonly bureau: boolean }) {
  const { t } = useTranslation('firms');
  const [act, setAct] = useState<{ point: Point; step: Step } | null>(null);
  const steps = (point: Point): Step[] => (Object.keys(STEPS) as Step[]).filter(step => point.actions.includes(STEPS[step].action));
  return (
    <>
      <DataTable<Point>
        caption={t('points.caption')}
        path={POINTS}
        columns={useColumns(bureau)}
        rowKey={point => point.id}
        searchHint={bureau ? t('points.search') : undefined}
        filters={[{ name: 'state', label: t('points.state'), options: STATES.filter(one => bureau || (one !== 'proposed' && one !== 'refused')).map(value => ({ value, label: t(`points.states.${value}`) })) }]}
        empty={<EmptyState title={t('points.empty')} />}
        onExport={query => download(`${POINTS}/export`, query, `${t('points.exportName')}.xlsx`)}
        rowActions={point => (
          <span className="hb-row">
            {steps(point).map(step => <Button key={step} size="small" onClick={() => setAct({ point, step })}>{t(`points.${step}`)}</Button>)}
          </span>
        )}
      />
      {act && <StepDialog point={act.point} step={act.step} onClose={() => setAct(null)} />}
    </>
  );
}

function useColumns(bureau: boolean): Column<Point>[] {
  const { t } = useTranslation('firms');
  const words = useWords();
  return [
    ...(bureau ? [{ key: 'firm', title: t('points.firm'), render: (point: Point) => point.firmName, lead: true }] : []),
    {
      key: 'rule', title: t('points.rule'), lead: !bureau, render: point => (
        <>
          {words({ zh: point.ruleZh, en: point.ruleEn })}
          <div className="hb-small hb-muted">{point.article}</div>
          {point.objection && <div className="hb-small">{t('points.said', { text: point.objection })}</div>}
          {point.answer && <div className="hb-small">{t('points.answered', { text: point.answer })}</div>}
        </>
      ),
    },
    { key: 'worth', title: t('points.worth'), align: 'end', render: point => <span className="hb-num">{point.points}</span> },
    { key: 'occurred', title: t('points.occurred'), render: point => <DateText value={point.occurredOn} /> },
    { key: 'expires', title: t('points.expires'), render: point => <DateText value={point.expiresOn} /> },
    { key: 'source', title: t('points.source'), render: point => <>{point.source} <a href={`/api/v1/files/${point.evidenceFileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('points.evidence')}</a></> },
    { key: 'state', title: t('points.state'), render: point => <StatusTag tone={POINT_TONE[point.state] ?? 'neutral'}>{t(`points.states.${point.state as 'proposed'}`)}</StatusTag> },
  ];
}

function StepDialog({ point, step, onClose }: { readonly point: Point; readonly step: Step; readonly onClose: () => void }) {
  const { t } = useTranslation('firms');
  const client = useQueryClient();
  const { path, verdict, danger } = STEPS[step];
  return (
    <ConfirmAct
      open
      title={t(`points.${step}Title`)}
      act={t(`points.${step}`)}
      danger={danger}
      summary={[{ label: t('points.firm'), value: point.firmName }, { label: t('points.rule'), value: point.ruleZh }, { label: t('points.worth'), value: point.points }, { label: t('points.facts'), value: point.facts }]}
      reason={{ label: t(step === 'object' ? 'points.objection' : 'points.reason'), required: true }}
      onConfirm={async reason => {
        await rest('POST', `${POINTS}/${point.id}/${path}`, { body: verdict ? { verdict, reason } : { reason }, version: point.version });
        await client.invalidateQueries({ predicate: query => [POINTS, '/api/v1/firms/me/integrity'].includes(String(query.queryKey[0])) });
      }}
      onClose={onClose}
    />
  );
}
