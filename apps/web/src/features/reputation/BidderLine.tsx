import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/api/problem';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { BidderFacts } from './model';
import { useScoreWords } from './words';

/** Beside an opened bid, for who chooses: what the firm is known for, and what the named engineer carries already. */
export function BidderLine({ taskId, firmId }: { readonly taskId: string; readonly firmId: string }) {
  const { t } = useTranslation('reputation');
  const facts = useQuery(readPath<readonly BidderFacts[]>(`/api/v1/service-tasks/${taskId}/bidder-facts`));
  const score = useScoreWords();
  const found = facts.data?.find(one => one.firmId === firmId);
  if (!found) return null;
  const { engineer } = found;
  return (
    <div className="hb-stack hb-small">
      <span>
        {score(found)} · {t('bidder.load', { count: found.runningTasks })}
        {engineer && <> · {t('bidder.engineer', { name: engineer.name, count: engineer.running })}</>} <AppLink to={`/firms/${firmId}`}>{t('bidder.look')}</AppLink>
      </span>
      {engineer?.isAbove && <span><StatusTag tone="warning">{t('bidder.above', { hint: engineer.hint })}{!engineer.hintVerified && t('unverified')}</StatusTag></span>}
      {found.vetoedUntil && <span><StatusTag tone="danger">{t('veto', { day: found.vetoedUntil })}</StatusTag></span>}
      {found.obstacles.map(one => <Alert key={one.en} type="warning" showIcon title={t('bidder.obstacle')} description={sentenceOf(one)} />)}
    </div>
  );
}
