import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import type { PartProps } from './parts';
import { evaluationPath, type Candidate, type Publicity } from './model';

/** Candidates, the period, and the award when it is over. */
export function PublicityCard({ evaluation, onChanged }: PartProps) {
  const { t } = useTranslation('evaluation');
  const [starting, setStarting] = useState(false);
  const [chosen, setChosen] = useState<Candidate | null>(null);
  const publicity = evaluation.publicity as Publicity;
  const may = (action: string): boolean => evaluation.actions.includes(action);
  const first = evaluation.candidates.find(one => !one.excluded)?.rank;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('publicity.title')}</h2>
      <Period publicity={publicity} over={t(may('award') ? 'publicity.over' : 'publicity.overPublic')} />
      <Candidates candidates={evaluation.candidates} onAward={may('award') ? setChosen : undefined} />
      {may('publish') && <div><Button type="primary" onClick={() => setStarting(true)}>{t('publicity.start')}</Button></div>}
      <ConfirmAct open={starting} title={t('publicity.startTitle')} act={t('publicity.start')} onClose={() => setStarting(false)}
        onConfirm={async () => {
          await rest('POST', `${evaluationPath(evaluation.taskId)}/publicity`);
          await onChanged();
        }}
      >
        <p>{t('publicity.startText')}</p>
      </ConfirmAct>
      {chosen && (
        <ConfirmAct open title={t('publicity.awardTitle')} act={t('publicity.award')} summary={[{ label: t('publicity.candidate', { rank: chosen.rank }), value: chosen.firmName }, { label: t('result.price'), value: <Money yuan={chosen.priceYuan} /> }, { label: t('result.total'), value: chosen.total }]}
          reason={{ label: t(chosen.rank === first ? 'publicity.awardReason' : 'publicity.nextReason'), required: chosen.rank !== first }}
          onConfirm={async reason => {
            await rest('POST', `${evaluationPath(evaluation.taskId)}/award`, { body: { bidId: chosen.bidId, reason } });
            await onChanged();
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

export function Period({ publicity, over }: { readonly publicity: Publicity; readonly over: string }) {
  const { t } = useTranslation('evaluation');
  if (!publicity.from) return <p>{t('publicity.none')}{publicity.due && <> · {t('publicity.startDue')}<DateText value={publicity.due} time /></>}</p>;
  return (
    <div className="hb-row">
      <span>{t('publicity.period')} <DateText value={publicity.from} time /> — <DateText value={publicity.to} time /></span>
      {publicity.paused && <StatusTag tone="warning">{t('publicity.paused')}</StatusTag>}
      {publicity.over && <StatusTag tone="success">{over}</StatusTag>}
    </div>
  );
}

export function Candidates({ candidates, onAward }: { readonly candidates: readonly Candidate[]; readonly onAward?: (candidate: Candidate) => void }) {
  const { t } = useTranslation('evaluation');
  return (
    <ul className="hb-plain-list hb-seats">
      {candidates.map(one => (
        <li key={one.bidId}>
          <strong>{t('publicity.candidate', { rank: one.rank })}</strong>
          <span>{one.firmName}</span>
          <Money yuan={one.priceYuan} />
          <span>{t('result.total')} <span className="hb-num">{one.total}</span></span>
          {one.excluded && <StatusTag tone="danger">{t('publicity.excluded')}</StatusTag>}
          {onAward && !one.excluded && <Button onClick={() => onAward(one)} aria-label={`${t('publicity.award')} ${one.firmName}`}>{t('publicity.award')}</Button>}
        </li>
      ))}
    </ul>
  );
}
