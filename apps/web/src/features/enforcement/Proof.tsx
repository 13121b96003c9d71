import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CopyText, DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { originFacts } from './origin-facts';
import { DRAWS, type Draw, type Verification } from './model';

/** What proves a draw: digests from before, the seed, the algorithm; and the draw made again at once. */
export function Proof({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation('enforcement');
  const check = useQuery({ ...readPath<Verification>(`${DRAWS}/${draw.id}/verification`), enabled: false });
  const facts = [
    [t('proof.commitment'), draw.commitment], [t('proof.poolHash'), draw.poolHash], ...originFacts(draw, t), [t('proof.seed'), draw.seed], [t('proof.algorithm'), draw.algorithm],
  ] as const;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('proof.title')}</h2>
      <p className="hb-muted">{t('proof.lead')}</p>
      <dl className="hb-enforcement__facts">
        {facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd className="hb-enforcement__digest">{value === null ? t('proof.closed') : <CopyText text={value} label={label} />}</dd></div>)}
      </dl>
      <ol className="hb-enforcement__how">{([draw.origin ? 'origin' : 'one', 'two', 'three', 'four'] as const).map(key => <li key={key}>{t(`proof.steps.${key}`)}</li>)}</ol>
      <div className="hb-row">
        {draw.seed && <Button onClick={() => void check.refetch()} loading={check.isFetching}>{t('proof.verify')}</Button>}
        <Button onClick={() => void download(`${DRAWS}/${draw.id}/record`, {}, `${draw.number}.json`)}>{t('proof.record')}</Button>
      </div>
      <ProblemAlert error={check.error} />
      {check.data && (
        <div className="hb-row" role="status">
          {([...(['poolMatches', 'commitmentMatches', 'resultMatches'] as const), ...(check.data.chainMatches === null ? [] : (['chainMatches'] as const))]).map(key => <StatusTag key={key} tone={check.data[key] ? 'success' : 'danger'}>{t(`proof.${key}`)}{check.data[key] ? t('proof.same') : t('proof.differs')}</StatusTag>)}
          <DateText value={check.data.checkedAt} time />
        </div>
      )}
    </section>
  );
}
