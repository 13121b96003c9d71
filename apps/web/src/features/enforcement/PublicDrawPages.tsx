import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './enforcement.css';
import { DRAW_TONE, PUBLIC_DRAWS, type PublicDraw } from './model';
import { originFacts } from './origin-facts';

/** Draws for everybody: digests at once, results when the visits are over. */
export function PublicDrawListPage() {
  const { t } = useTranslation('enforcement');
  const columns: Column<PublicDraw>[] = [
    { key: 'title', title: t('draws.name'), lead: true, render: row => <>{row.title}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'at', title: t('draws.announced'), render: row => <DateText value={row.announcedAt} /> },
    { key: 'pool', title: t('draws.pool'), render: row => t('draws.poolOf', { pool: row.poolSize, out: row.leftOut }) },
    { key: 'drawn', title: t('draws.drawn'), align: 'end', render: row => <span className="hb-num">{row.state === 'drawn' ? row.drawnCount : t('none')}</span> },
    { key: 'state', title: t('state'), render: row => <StatusTag tone={row.isOpen ? 'done' : DRAW_TONE[row.state]}>{row.isOpen ? t('publicDraws.open') : t(`draws.states.${row.state}`)}</StatusTag> },
  ];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('publicDraws.title')} lead={t('publicDraws.lead')} />
      <DataTable<PublicDraw> caption={t('publicDraws.title')} path={PUBLIC_DRAWS} columns={columns} rowKey={row => row.id} rowLink={row => `/inspection-draws/${row.id}`} empty={<EmptyState title={t('publicDraws.empty')} />} />
    </div>
  );
}

export function PublicDrawPage() {
  const { drawId = '' } = useParams({ strict: false }) as { drawId?: string };
  const draw = useQuery(readPath<PublicDraw>(`${PUBLIC_DRAWS}/${drawId}`));
  if (draw.isPending) return <PageSkeleton />;
  if (draw.error) return <RouteErrorPage error={draw.error} onRetry={() => void draw.refetch()} />;
  return <Whole draw={draw.data} />;
}

function Whole({ draw }: { readonly draw: PublicDraw }) {
  const { t } = useTranslation('enforcement');
  const facts: readonly (readonly [string, string])[] = [[t('proof.commitment'), draw.commitment], [t('proof.poolHash'), draw.poolHash], ...originFacts(draw, t).map(([label, value]) => [label, value ?? t('publicDraws.closed')] as const), [t('proof.seed'), draw.seed ?? t('publicDraws.closed')], [t('proof.algorithm'), draw.algorithm]];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={draw.title} lead={`${draw.bureauName} ${draw.number}`} back={{ to: '/inspection-draws', label: t('publicDraws.title') }} tags={<StatusTag tone={DRAW_TONE[draw.state]}>{t(`draws.states.${draw.state}`)}</StatusTag>} />
      <section className="hb-card hb-stack">
        <p>{t('draws.poolOf', { pool: draw.poolSize, out: draw.leftOut })}{draw.state === 'drawn' && ` · ${t('publicDraws.drawnCount', { count: draw.drawnCount })}`}{draw.publishBy && ` · ${t('draws.publishBy', { day: draw.publishBy })}`}</p>
        {draw.cancelledReason && <p className="hb-warning-text">{t('draws.cancelledWhy', { reason: draw.cancelledReason })}</p>}
        {!draw.isOpen && draw.state === 'drawn' && <p className="hb-muted">{t('publicDraws.why')}</p>}
        {draw.results.length > 0 && <ul className="hb-lines">{draw.results.map(one => <li key={one.uscc ?? one.enterpriseName}>{one.enterpriseName} <span className="hb-small hb-muted">{one.uscc}</span> {one.heldOn && <DateText value={one.heldOn} />} {one.result && t(`publicDraws.results.${one.result}`)}{one.cancelledReason && <span className="hb-warning-text">{t('publicDraws.notHeld', { reason: one.cancelledReason })}</span>}</li>)}</ul>}
      </section>
      <section className="hb-card hb-stack">
        <h2>{t('proof.title')}</h2>
        <dl className="hb-enforcement__facts">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd className="hb-enforcement__digest">{value}</dd></div>)}</dl>
        <ol className="hb-enforcement__how">{([draw.origin ? 'origin' : 'one', 'two', 'three', 'four'] as const).map(key => <li key={key}>{t(`proof.steps.${key}`)}</li>)}</ol>
      </section>
    </div>
  );
}
