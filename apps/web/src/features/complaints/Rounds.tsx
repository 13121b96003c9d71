import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DISPUTE_TONES, type Complaint, type ComplaintRound } from './model';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** What reporters said about the answers, and what came of it. */
export function Disputed({ complaint: { disputes } }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  if (disputes.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('disputes.title')}</h2>
      <ul className="hb-plain-list hb-stack">
        {disputes.map(one => (
          <li key={one.id}>
            <div className="hb-row">
              <StatusTag tone={DISPUTE_TONES[one.state]}>{t(`disputes.state.${one.state}`)}</StatusTag>
              <strong>{t(`disputes.level.${one.level}`)}</strong>
              <span className="hb-small hb-muted">{one.number} · {t('list.nth', { round: one.round })} · <DateText value={one.statedAt} />{one.enteredByName && ` · ${t('page.receivedBy')}：${one.enteredByName}`}</span>
            </div>
            <p className="hb-complaints__words">{one.reason}</p>
            {one.decisionReason && <p className="hb-complaints__words">{t('disputes.reason')}：{one.decisionReason} <span className="hb-small hb-muted">{one.decidedByName} <DateText value={one.decidedAt ?? ''} /></span></p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every round with its answer: nothing of a former one is overwritten. */
export function Rounds({ complaint: { rounds } }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  if (rounds.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('rounds.title')}</h2>
      <ol className="hb-plain-list hb-stack">{[...rounds].reverse().map(one => <li key={one.round}><OneRound round={one} t={t as Translate} /></li>)}</ol>
    </section>
  );
}

function OneRound({ round, t }: { readonly round: ComplaintRound; readonly t: Translate }) {
  const { extension } = round;
  return (
    <>
      <div className="hb-row"><strong>{t('list.nth', { round: round.round })}</strong><span>{t(`because.${round.because}`)}</span><span className="hb-small hb-muted"><DateText value={round.openedAt} /> {round.openedByName}</span></div>
      {round.openedReason && <p className="hb-complaints__words">{round.openedReason}</p>}
      <p className="hb-small">
        {round.begunAt ? <>{t('rounds.begun')} <DateText value={round.begunAt} /> {round.begunByName}</> : t('rounds.notBegun')}
        {round.answeredAt && <> · {t('rounds.answered')} <DateText value={round.answeredAt} /> {round.answeredByName}</>}
      </p>
      {extension && <p className="hb-small">{t('rounds.extension', { days: extension.days, reason: extension.reason, name: extension.askedByName })} {extension.granted === null ? t('rounds.extensionOpen') : t(extension.granted ? 'rounds.extensionYes' : 'rounds.extensionNo', { name: extension.decidedByName, reason: extension.words })}</p>}
      {round.answer && <p className="hb-complaints__words">{round.outcome && `${t(`outcome.${round.outcome}`)}：`}{round.answer}</p>}
      {round.callBacks.map(call => <p key={call.at} className="hb-small hb-muted">{t('page.callBack')}：{t(call.reached ? 'page.reached' : 'page.notReached')}，{call.words} {call.reason} {call.byName} <DateText value={call.at} /></p>)}
    </>
  );
}

/** The clocks that ran or run, each with the dated row it rests on and whether anybody compared it with the text. */
export function Periods({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const english = useLanguage() === 'en';
  if (complaint.periods.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('periods.title')}</h2>
      <ul className="hb-plain-list hb-stack">
        {complaint.periods.map(one => {
          const clock = complaint.case.clocks.findLast(each => each.clock === one.clock);
          const isRunning = clock !== undefined && clock.state !== 'ended';
          return (
            <li key={one.clock}>
              <div className="hb-row">
                <strong>{english ? one.clockEn : one.clockZh}</strong>
                <span>{one.value}{one.unit}</span>
                {isRunning && <DeadlineBadge remaining={clock.remaining} due={clock.dueDate} provisional={clock.provisional} unit={clock.dayType === 'calendar' ? 'day' : 'workday'} />}
                {!isRunning && <span className="hb-small hb-muted">{t('periods.ended')}</span>}
                {!one.verified && <StatusTag tone="warning">{t('periods.unverified')}</StatusTag>}
              </div>
              <p className="hb-small hb-muted">{one.title} · {one.legalBasis}{(one.subject ?? one.channel) && ` · ${t('periods.for')}${[one.subject && t(`subject.${one.subject}`), one.channel && t(`channel.${one.channel}`)].filter(Boolean).join('、')}`}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
