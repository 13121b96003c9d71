import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { Grade } from '../credit/parts';
import './banks.css';
import { Score } from './Score';
import type { Answer } from './model';

/** What a bank reads of an enterprise, and why the rest is not there. */
export function AnswerView({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('banks');
  return (
    <div className="hb-stack" aria-live="polite">
      <section className="hb-card">
        <h2>{answer.name}</h2>
        <p className="hb-muted hb-banks__code">{t('answer.asOf', { day: answer.asOf, number: answer.authorizationNumber })}</p>
        <dl className="hb-banks__plates">
          {answer.creditGrade && <div><dt>{t('answer.grade')}</dt><dd><Grade title={answer.creditGradeTitle ?? answer.creditGrade} colour={answer.creditColour ?? 'grey'} /></dd></div>}
          {answer.score && <div><dt>{t('answer.score')}</dt><dd className="hb-num">{answer.score}</dd></div>}
          {answer.fScore && <div><dt>{t('answer.f')}</dt><dd className="hb-num">{answer.fScore.f ?? t('answer.noF')}</dd></div>}
          {answer.penalties && <div><dt>{t('answer.penalties')}</dt><dd className="hb-num">{answer.penalties.length}</dd></div>}
          {typeof answer.blacklist === 'boolean' && <div><dt>{t('answer.listed')}</dt><dd>{answer.blacklist ? <StatusTag tone="danger">{t('answer.onList')}</StatusTag> : t('answer.offList')}</dd></div>}
        </dl>
        {answer.vetoFlags && answer.vetoFlags.length > 0 && <p><StatusTag tone="danger">{t('answer.vetoes')}</StatusTag> {(answer.vetoTitles ?? answer.vetoFlags).join('、')}</p>}
      </section>
      {answer.fScore && <Score score={answer.fScore} />}
      {answer.scoreTrend12m && <Trend points={answer.scoreTrend12m} />}
      {answer.penalties && answer.penalties.length > 0 && <Penalties rows={answer.penalties} />}
      {answer.blacklistEntry && <ListEntry entry={answer.blacklistEntry} />}
      <KeptFacts answer={answer} />
      {(answer.permit || answer.industryCode) && (
        <SummaryList groups={[{ title: t('answer.permit'), rows: [
          { label: t('answer.permitNo'), value: <span className="hb-num hb-banks__code">{answer.permit?.no}</span> }, { label: t('answer.permitType'), value: answer.permit?.type }, { label: t('answer.validTo'), value: <DateText value={answer.permit?.validTo} /> },
          { label: t('answer.industry'), value: answer.industryCode ?? '' },
        ] }]} />
      )}
      <Missing rows={answer.missing} />
    </div>
  );
}

/** What the bureau keeps from documents: grade, online hours, carbon; nothing where nothing is kept. */
function KeptFacts({ answer: { performanceGrade, onlineExceedHours12m, onlineRunHours12m, rectifyRate, carbon } }: { readonly answer: Answer }) {
  const { t } = useTranslation('banks');
  const num = (text: string) => <span className="hb-num">{text}</span>;
  const rows = [
    ...(performanceGrade ? [{ label: t('kept.grade'), value: performanceGrade }] : []),
    ...(onlineExceedHours12m && onlineRunHours12m ? [{ label: t('kept.online'), value: num(t('kept.hours', { exceed: onlineExceedHours12m, run: onlineRunHours12m })) }] : []),
    ...(rectifyRate ? [{ label: t('kept.rectify'), value: num(`${rectifyRate} %`) }] : []),
    ...(carbon?.tCO2 ? [{ label: t('kept.carbon', { year: carbon.year }), value: num(`${carbon.tCO2} tCO2`) }] : []),
    ...(carbon?.intensity ? [{ label: t('kept.intensity'), value: num(`${carbon.intensity} ${carbon.intensityUnit ?? ''}`) }] : []),
  ];
  return rows.length > 0 ? <SummaryList groups={[{ title: t('kept.title'), rows }]} /> : null;
}

function Trend({ points }: { readonly points: NonNullable<Answer['scoreTrend12m']> }) {
  const { t } = useTranslation('banks');
  return (
    <section className="hb-card hb-banks__scroll" tabIndex={0} aria-label={t('answer.trend')}>
      <h2>{t('answer.trend')}</h2>
      <table className="hb-banks__table">
        <thead><tr><th scope="col">{t('answer.day')}</th><th scope="col">{t('answer.score')}</th><th scope="col">{t('answer.grade')}</th></tr></thead>
        <tbody>{points.map(one => <tr key={one.day}><td className="hb-num">{one.day}</td><td className="hb-num">{one.score}</td><td>{one.gradeTitle}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

function Penalties({ rows }: { readonly rows: NonNullable<Answer['penalties']> }) {
  const { t } = useTranslation('banks');
  return (
    <section className="hb-card">
      <h2>{t('answer.penalties')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {rows.map((one, nth) => <li key={nth}><strong>{one.title}</strong> <StatusTag tone={one.status === 'active' ? 'warning' : 'muted'}>{t(`penalty.${one.status}`)}</StatusTag><br /><span className="hb-small hb-muted">{one.docNo ?? ''} · <DateText value={one.date} />{one.fineYuan !== null && <> · {t('answer.fine')} <Money yuan={one.fineYuan} /></>}</span></li>)}
      </ul>
    </section>
  );
}

/** The decision that put it on the supervision list, word by word. */
function ListEntry({ entry }: { readonly entry: NonNullable<Answer['blacklistEntry']> }) {
  const { t } = useTranslation('banks');
  return (
    <section className="hb-card hb-stack">
      <h2>{entry.title}</h2>
      <p className="hb-muted hb-banks__code">{entry.documentNo} · {t('answer.listedFor', { from: entry.listedOn, to: entry.listedUntil })}</p>
      <p>{entry.reason}</p>
      {entry.paragraphs.map(text => <p key={text} className="hb-small">{text}</p>)}
    </section>
  );
}

/** Said plainly: what the enterprise did not give, and what nobody here knows. */
function Missing({ rows }: { readonly rows: Answer['missing'] }) {
  const { t } = useTranslation('banks');
  const english = useLanguage() === 'en';
  if (rows.length === 0) return null;
  return (
    <section className="hb-card">
      <h2>{t('answer.missing')}</h2>
      <ul>{rows.map(one => <li key={one.field}>{t(`fieldName.${one.field.replace('/', '-')}`)}：{english ? one.en : one.zh}</li>)}</ul>
    </section>
  );
}
