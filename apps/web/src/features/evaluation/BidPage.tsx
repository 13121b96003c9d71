import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Money } from '@/shared/ui/values';
import { Means, Sheets } from './BidScores';
import { EnquiryLines } from './EnquiriesCard';
import './evaluation.css';
import { type Criterion, type Enquiry, type Evaluation, evaluationPath, type JudgedBidDetail, OUTCOME_TONE } from './model';
import { FindingRow } from './ResponsivenessCard';

/** One bid with everything that was found of it. */
export function BidPage() {
  const { taskId = '', bidId = '' } = useParams({ strict: false }) as { taskId?: string; bidId?: string };
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const bid = useQuery(readPath<JudgedBidDetail>(`${evaluationPath(taskId)}/bids/${bidId}`));
  const evaluation = useQuery(readPath<Evaluation>(evaluationPath(taskId)));
  if (bid.isPending || evaluation.isPending) return <PageSkeleton />;
  if (!bid.data || !evaluation.data) return <RouteErrorPage error={bid.error ?? evaluation.error} onRetry={() => void Promise.all([bid.refetch(), evaluation.refetch()])} />;
  const { outcome, firmName, finding } = bid.data;
  return (
    <>
      <PageHeader title={firmName} lead={evaluation.data.taskTitle} back={{ to: `${base}/tasks/${taskId}/evaluation/bids`, label: t('bids.title') }} tags={<StatusTag tone={OUTCOME_TONE[outcome]}>{t(`bids.became.${outcome}`)}</StatusTag>} />
      <div className="hb-stack">
        <Scores bid={bid.data} criteria={evaluation.data.plan?.criteria ?? []} />
        {bid.data.enquiry && <LowPrice enquiry={bid.data.enquiry} sheets={bid.data.sheets} />}
        {finding && (
          <section className="hb-card hb-stack">
            <h2>{t('review.title')}</h2>
            <FindingRow finding={finding} conditions={evaluation.data.plan?.conditions ?? []} />
          </section>
        )}
      </div>
    </>
  );
}

function Scores({ bid, criteria }: { readonly bid: JudgedBidDetail; readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('evaluation');
  const english = useLanguage() === 'en';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('result.title')}</h2>
      {bid.priceYuan !== null && <p>{t('result.price')} <Money yuan={bid.priceYuan} /></p>}
      {bid.rank === null ? <p>{t(`bids.why.${bid.outcome}`)}</p> : (
        <>
          <p>{t('result.rank')} <strong className="hb-num">{bid.rank}</strong> · {t('result.total')} <strong className="hb-num">{bid.total}</strong> · {t('result.technical')} <span className="hb-num">{bid.technical}</span> · {t('result.priceScore')} <span className="hb-num">{bid.priceScore}</span></p>
          <p className="hb-small hb-muted hb-num">{english ? bid.priceEn : bid.priceZh}</p>
          <Means means={bid.means} criteria={criteria} />
        </>
      )}
      {bid.rank !== null && bid.sheets.length > 0 && <><h3>{t('result.sheets')}</h3><Sheets bidId={bid.bidId} means={bid.means} sheets={bid.sheets} criteria={criteria} /></>}
      {bid.priceReasons.length > 0 && <p>{bid.priceReasons.join('；')}</p>}
    </section>
  );
}

function LowPrice({ enquiry, sheets }: { readonly enquiry: Enquiry; readonly sheets: JudgedBidDetail['sheets'] }) {
  const { t } = useTranslation('evaluation');
  const votes = sheets.flatMap(({ seat, priceVote }) => (priceVote ? [{ seat, ...priceVote }] : []));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('enquiry.title')}</h2>
      <EnquiryLines enquiry={enquiry} />
      {votes.length > 0 && <ul className="hb-plain-list">{votes.map(one => <li key={one.seat}><strong>{t('committee.seat', { nth: one.seat })}</strong> {t(one.reasonable ? 'bids.reasonable' : 'bids.unreasonable')}{one.reason && `（${one.reason}）`}</li>)}</ul>}
    </section>
  );
}
