import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { TASK_TONES, WAYS, type Both, type Evidence, type Task } from './model';
import './rectification.css';

/** A paper as PDF, fetched within the session. */
export function PaperButton({ path, label, name }: { readonly path: string; readonly label: string; readonly name: string }) {
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <>
      <Button onClick={() => void download(path, {}, `${name}.pdf`).catch((thrown: unknown) => setProblem(thrown))}>{label}</Button>
      <ProblemAlert error={problem} />
    </>
  );
}

/** The papers there are: notice, supervision, closing record. */
export function Papers({ row, root }: { readonly row: Both; readonly root: string }) {
  const { t } = useTranslation('rectification');
  const kinds = [...(row.paper ? (['notice'] as const) : []), ...(row.supervision ? (['supervision'] as const) : []), ...(row.verifications.some(one => one.hasPaper) ? (['closing'] as const) : [])];
  if (kinds.length === 0) return null;
  return <div className="hb-row hb-no-print">{kinds.map(kind => <PaperButton key={kind} path={`${root}/${row.id}/papers/${kind}`} label={t(`papers.${kind}`)} name={`${t(`papers.${kind}`)} ${row.number}`} />)}</div>;
}

/** Photos as pictures, documents by their names, each with what proves it. */
export function EvidenceStrip({ evidence, label, onWithdraw }: { readonly evidence: readonly Evidence[]; readonly label: string; readonly onWithdraw?: (one: Evidence) => void }) {
  const { t } = useTranslation('rectification');
  const shown = evidence.filter(one => one.withdrawnAt === null);
  if (shown.length === 0) return null;
  return (
    <div>
      <h4 className="hb-small">{label}</h4>
      <ul className="hb-rect__photos hb-plain-list">
        {shown.map(one => (
          <li key={one.id}>
            {/\.(jpe?g|png|webp)$/i.test(one.fileName) ? <a href={`/api/v1/files/${one.fileId}/content?inline=1`}><img src={`/api/v1/files/${one.fileId}/content?inline=1`} alt={one.caption || one.fileName} width={120} height={90} loading="lazy" /></a> : <a href={`/api/v1/files/${one.fileId}/content`}>{one.fileName}</a>}
            <span className="hb-small">{one.caption}{one.fromInspection && ` · ${t('fromInspection')}`}</span>
            <span className="hb-small hb-muted hb-rect__hash" title={one.sha256}>{one.addedByName} <DateText value={one.addedAt} time /> · SHA-256 {one.sha256.slice(0, 12)}…</span>
            {onWithdraw && !one.fromInspection && <Button size="small" type="text" onClick={() => onWithdraw(one)}>{t('withdrawPhoto')}</Button>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong, what is asked, on what law, until when. */
export function TaskHead({ task }: { readonly task: Task }) {
  const { t } = useTranslation('rectification');
  return (
    <>
      <div className="hb-rect__head">
        <h3>{task.place}. {task.title}</h3>
        <StatusTag tone={TASK_TONES[task.state] ?? 'neutral'}>{t(`taskStates.${task.state}`)}</StatusTag>
        {(task.isOverdue || task.doneLate) && <StatusTag tone="danger">{t('overdue')}</StatusTag>}
      </div>
      <dl className="hb-rect__facts">
        <div><dt>{t('problem')}</dt><dd>{task.description}</dd></div>
        <div><dt>{t('requirement')}</dt><dd>{task.requirement || t('notYet')}</dd></div>
        <div><dt>{t('law')}</dt><dd>{task.law} {!task.lawVerified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</dd></div>
        <div><dt>{t('due')}</dt><dd>{task.dueOn ? <DateText value={task.dueOn} /> : t('daysFromService', { days: task.days })}</dd></div>
      </dl>
    </>
  );
}

const of = (row: Both, task: Task, side: string): Evidence[] => row.evidence.filter(one => one.itemId === task.id && one.side === side);

/** One thing to be mended, as it is read. */
export function TaskCard({ row, task }: { readonly row: Both; readonly task: Task }) {
  const { t } = useTranslation('rectification');
  return (
    <section className="hb-card hb-stack">
      <TaskHead task={task} />
      {task.measure && <dl className="hb-rect__facts"><div><dt>{t('measure')}</dt><dd>{task.measure}</dd></div><div><dt>{t('person')}</dt><dd>{task.person}</dd></div><div><dt>{t('plannedOn')}</dt><dd><DateText value={task.plannedOn} /></dd></div></dl>}
      {task.work && <dl className="hb-rect__facts"><div><dt>{t('work')}</dt><dd>{task.work}</dd></div>{task.doneAt && <div><dt>{t('doneAt')}</dt><dd><DateText value={task.doneAt} time /> {task.doneByName}</dd></div>}</dl>}
      <EvidenceStrip evidence={of(row, task, 'before')} label={t('before')} />
      <EvidenceStrip evidence={of(row, task, 'after')} label={t('after')} />
      <EvidenceStrip evidence={of(row, task, 'verification')} label={t('verificationPhotos')} />
    </section>
  );
}

/** Extensions, verifications and supervision, the newest last. */
export function Course({ row }: { readonly row: Both }) {
  const { t } = useTranslation('rectification');
  const { supervision } = row;
  const place = (id: string): string => String(row.tasks.find(one => one.id === id)?.place ?? '');
  return (
    <>
      {supervision && (
        <section className="hb-card hb-stack">
          <div className="hb-rect__head"><h2>{t('supervision.title')}</h2><StatusTag tone={supervision.endedAt ? 'muted' : 'danger'}>{supervision.outcome ? t(`supervision.${supervision.outcome}`) : t('supervision.runs')}</StatusTag>{supervision.defaultedAt && <StatusTag tone="danger">{t('supervision.defaulted')}</StatusTag>}</div>
          <dl className="hb-rect__facts"><div><dt>{t('supervision.number')}</dt><dd>{supervision.number}</dd></div><div><dt>{t('supervision.due')}</dt><dd><DateText value={supervision.dueOn} /></dd></div><div><dt>{t('supervision.demand')}</dt><dd>{supervision.demand}</dd></div><div><dt>{t('reason')}</dt><dd>{supervision.reason}</dd></div><div><dt>{t('supervision.public')}</dt><dd>{supervision.isPublic ? t('yes') : t('no')}</dd></div>{supervision.defaultNotice && <div><dt>{t('supervision.notice')}</dt><dd>{supervision.defaultNotice.number} {supervision.defaultNotice.reason} <span className="hb-small hb-muted">{supervision.defaultNotice.until ? t('supervision.until', { day: supervision.defaultNotice.until }) : t('supervision.unserved')}</span></dd></div>}{supervision.defaultNotice?.statement && <div><dt>{t('supervision.statement')}</dt><dd>{supervision.defaultNotice.statement} <span className="hb-small hb-muted">{supervision.defaultNotice.statedByName} {supervision.defaultNotice.statedOn}</span></dd></div>}{supervision.defaultNotice?.refusedReason && <div><dt>{t('supervision.refused')}</dt><dd>{supervision.defaultNotice.refusedReason} <span className="hb-small hb-muted">{supervision.defaultNotice.refusedByName} {supervision.defaultNotice.refusedOn}</span></dd></div>}{supervision.endedReason && <div><dt>{t('supervision.ended')}</dt><dd>{supervision.endedReason}</dd></div>}</dl>
        </section>
      )}
      {row.extensions.length > 0 && (
        <section className="hb-card"><h2>{t('extensions')}</h2><ul className="hb-lines">{row.extensions.map(one => <li key={one.id}>{t('extension', { items: one.itemIds.map(place).join('、'), from: one.fromDay, until: one.untilDay })} <StatusTag tone={one.state === 'asked' ? 'warning' : one.state === 'approved' ? 'success' : 'muted'}>{t(`asked.${one.state}`)}</StatusTag><div className="hb-small hb-muted">{one.askedByName}：{one.reason}{one.decidedReason && ` · ${one.decidedByName ?? ''}：${one.decidedReason}`}</div></li>)}</ul></section>
      )}
      {row.verifications.map(one => (
        <section key={one.id} className="hb-card hb-stack">
          <div className="hb-rect__head"><h2>{t('verification', { round: one.round })}</h2><StatusTag tone={one.outcome === 'passed' ? 'success' : 'danger'}>{t(`outcomes.${one.outcome}`)}</StatusTag>{one.persists && <StatusTag tone="danger">{t('persists')}</StatusTag>}</div>
          <p>{textOf(WAYS[one.way] ?? one.way)} · <DateText value={one.visitedOn} /> · {one.verifiedByName}{one.newDueOn && <> · {t('newDueOn')} <DateText value={one.newDueOn} /></>}</p>
          <p className="hb-rect__words">{one.findings}</p>
          <ul className="hb-lines">{one.results.map(result => <li key={result.itemId}>{place(result.itemId)}. {result.passed ? t('passed') : t('failed')}：{result.findings}</li>)}</ul>
        </section>
      ))}
    </>
  );
}
