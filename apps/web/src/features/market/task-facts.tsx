import { useTranslation } from 'react-i18next';
import { textOf, useLanguage } from '@/i18n';
import type { SummaryRow } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { readable } from './key-file';
import { KINDS, STAGES, type Task } from './model';

/** The task as people read it, row by row. */
export function useFacts(task: Task): SummaryRow[] {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  const word = (list: readonly { value: string; label: { zh: string; en: string } }[], value: string): string => {
    const found = list.find(each => each.value === value);
    return found ? textOf(found.label) : value;
  };
  const rows: (SummaryRow | false)[] = [
    { label: t('task.enterprise'), value: task.enterpriseName },
    { label: t('task.kind'), value: `${word(STAGES, task.stage)} · ${word(KINDS, task.kind)}` },
    { label: t('task.description'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{task.description}</span> },
    { label: t('task.deliverables'), value: <ul style={{ paddingInlineStart: 20 }}>{task.deliverables.map(line => <li key={line}>{line}</li>)}</ul> },
    { label: t('task.qualifications'), value: english ? task.requirementEn : task.requirementZh },
    ['published', 'closed', 'opened'].includes(task.state) && { label: t('task.standing'), value: t('task.standingText') },
    task.requirements !== '' && { label: t('task.requirements'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{task.requirements}</span> },
    { label: t('task.budget'), value: task.budgetYuan ? <Money yuan={task.budgetYuan} /> : t('tasks.noBudget') },
    { label: t('task.duration'), value: t('task.days', { count: task.durationDays }) },
    task.funds !== 'private' && { label: t('task.funds'), value: english ? task.fundsEn : task.fundsZh },
    task.approvalNumber !== null && { label: t('task.approval'), value: `${task.approvalNumber}${task.approvalReason ? `；${task.approvalReason}` : ''}` },
    { label: t('task.deadline'), value: <DateText value={task.bidDeadline} time /> },
    { label: t('task.weights'), value: t('task.weightOf', { price: task.priceWeight, quality: 100 - task.priceWeight }) },
    task.openingFingerprint !== null && { label: t('task.fingerprint'), value: <span className="hb-num">{readable(task.openingFingerprint)}</span> },
    task.openingFingerprint !== null && { label: t('task.witness'), value: task.openingNeeded !== null ? t('task.witnessShares', { needed: task.openingNeeded }) : t(task.hasWitness ? 'task.witnessYes' : 'task.witnessNo') },
    task.awardedFirmName !== null && { label: t('task.award'), value: task.awardedFirmName },
    task.awardedPriceYuan !== null && { label: t('task.awardPrice'), value: <Money yuan={task.awardedPriceYuan} /> },
    task.awardReason !== null && { label: t('task.awardReason'), value: task.awardReason },
    task.endedReason !== null && { label: t('task.endedReason'), value: task.endedReason },
    task.firstOpeningRecordFileId !== null && { label: t('task.firstOpeningRecord'), value: <a href={`/api/v1/files/${task.firstOpeningRecordFileId}/content`}>{t('task.downloadFirst')}</a> },
    task.openingRecordFileId !== null && { label: t('task.openingRecord'), value: <a href={`/api/v1/files/${task.openingRecordFileId}/content`}>{t('task.download')}</a> },
  ];
  return rows.filter(row => row !== false);
}
