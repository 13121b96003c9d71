import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { Teamwork } from './model';
import type { Dialog } from './TeamDialog';

type Part = Teamwork['parts'][number];
type Countersign = Teamwork['countersigns'][number];

interface Props {
  readonly work: Teamwork;
  readonly reviewing: boolean;
  readonly onAct: (dialog: Dialog) => void;
}

/** Parts and countersigns, one after the other: who, how far, what was said, what may be done now. */
export function TeamLines({ work, reviewing, onAct }: Props) {
  return (
    <ul className="hb-plain-list">
      {work.parts.map(part => <PartLine key={part.id} part={part} lead={work.lead} reviewing={reviewing} onAct={onAct} />)}
      {work.countersigns.map(row => <CountersignLine key={row.id} row={row} onAct={onAct} />)}
    </ul>
  );
}

function Verdict({ verdict }: { readonly verdict: Part['verdict'] }) {
  const { t } = useTranslation('site-checks');
  if (verdict === null) return <StatusTag tone="muted">{t('team.open')}</StatusTag>;
  return <StatusTag tone={verdict === 'agree' ? 'success' : 'warning'}>{t(`team.${verdict}`)}</StatusTag>;
}

function PartLine({ part, lead, reviewing, onAct }: { readonly part: Part; readonly lead: boolean } & Omit<Props, 'work'>) {
  const { t } = useTranslation('site-checks');
  const mayAct = reviewing && (part.mine || lead);
  return (
    <li className="hb-team__line">
      <div className="hb-row">
        <strong>{t(`team.specialty.${part.specialty}`)}</strong>
        <span>{part.officerName}</span>
        <Verdict verdict={part.verdict} />
        {part.remainingDays !== null && <DeadlineBadge remaining={part.remainingDays} due={part.dueOn} provisional={part.dueProvisional} />}
        {reviewing && part.mine && !part.doneAt && <Button size="small" type="primary" onClick={() => onAct({ kind: 'finish', id: part.id })}>{t('team.finish')}</Button>}
        {mayAct && !part.doneAt && <Button size="small" onClick={() => onAct({ kind: 'hand-over', id: part.id })}>{t('team.handOver')}</Button>}
        {mayAct && part.doneAt && <Button size="small" onClick={() => onAct({ kind: 'reopen', id: part.id })}>{t('team.reopen')}</Button>}
      </div>
      {part.summary && <p className="hb-team__word">{part.summary}</p>}
      <Moves history={part.history} />
    </li>
  );
}

/** To whom it went, and what was asked for again. */
function Moves({ history }: { readonly history: Part['history'] }) {
  const { t } = useTranslation('site-checks');
  if (history.length === 0) return null;
  return (
    <ul className="hb-team__past hb-small hb-muted">
      {history.map(one => (
        <li key={one.at}>
          <DateText value={one.at} time /> {one.summary === undefined ? t('team.moved', { from: one.from, to: one.to, reason: one.reason }) : t('team.reopened', { by: one.by, reason: one.reason, verdict: t(`team.${one.verdict ?? 'agree'}`), summary: one.summary })}
        </li>
      ))}
    </ul>
  );
}

function CountersignLine({ row, onAct }: { readonly row: Countersign; readonly onAct: Props['onAct'] }) {
  const { t } = useTranslation('site-checks');
  return (
    <li className="hb-team__line">
      <div className="hb-row">
        <strong>{t('team.countersign')}</strong>
        <span>{row.department ? `${row.officerName}（${row.department}）` : row.officerName}</span>
        {!row.withdrawnAt && <Verdict verdict={row.verdict} />}
        {row.withdrawnAt && <StatusTag tone="muted">{t('team.withdrawn')}</StatusTag>}
        {row.mine && !row.answeredAt && !row.withdrawnAt && <Button size="small" type="primary" onClick={() => onAct({ kind: 'answer', id: row.id })}>{t('team.answer')}</Button>}
        {row.mayHandOver && <Button size="small" onClick={() => onAct({ kind: 'pass-on', id: row.id })}>{t('team.handOver')}</Button>}
        {row.mayWithdraw && <Button size="small" onClick={() => onAct({ kind: 'withdraw', id: row.id })}>{t('team.withdraw')}</Button>}
      </div>
      <p className="hb-team__word hb-muted">{t('team.asked', { name: row.askedByName, question: row.question })}</p>
      {row.answer && <p className="hb-team__word">{row.answer}</p>}
      {row.withdrawnAt && <p className="hb-team__word hb-muted"><DateText value={row.withdrawnAt} time /> {t('team.withdrawnBy', { name: row.withdrawnByName, reason: row.withdrawnReason })}</p>}
      <Moves history={row.history} />
    </li>
  );
}
