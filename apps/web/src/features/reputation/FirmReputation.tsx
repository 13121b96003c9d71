import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { kindOf } from '../firms/words';
import type { ServiceItem } from '../firms/model';
import { CONFIDENCE_TONE, DIMENSIONS, type FirmRating, type PublicFinding, type Reputation } from './model';
import './reputation.css';

/** On a firm's page: what clients say, what became of the work, and what the bureau has found. */
export function FirmReputation({ firmId }: { readonly firmId: string }) {
  const { t } = useTranslation('reputation');
  const path = `/api/v1/public/firms/${firmId}`;
  const found = useQuery(readPath<Reputation>(`${path}/reputation`));
  const nameOf = useScopeName();
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { score, ratings, weight, confidence, vetoedUntil, scopes, dimensions, findings, engineers, parametersVerified } = found.data;
  const mark = parametersVerified ? '' : t('unverified');
  return (
    <>
      {vetoedUntil && <Alert type="error" showIcon title={t('firm.veto', { day: vetoedUntil })} description={t('firm.vetoText')} />}
      <section className="hb-card hb-stack">
        <h2>{t('firm.title')}</h2>
        {score === null ? <p className="hb-muted">{t('firm.none')}</p> : (
          <p className="hb-row">
            <span className="hb-reputation__score hb-num">{score}</span>
            <span>{t('ratings', { count: ratings })}</span>
            <StatusTag tone={CONFIDENCE_TONE[confidence]}>{t(`confidence.${confidence}`)}</StatusTag>
            <span className="hb-small hb-muted">{t('firm.weight', { weight })}{mark}</span>
          </p>
        )}
        <p><AppLink to="/firm-rankings">{t('firm.why')}</AppLink></p>
        {dimensions && <p>{t('firm.means')}：{DIMENSIONS.map(one => `${t(`dimension.${one}`)} ${dimensions[one]}`).join(t('comma'))}</p>}
        {scopes.length > 0 && <p>{t('firm.scopes')}：{scopes.map(one => `${nameOf(one.scope)} ${one.score}（${t('ratings', { count: one.ratings })}）`).join(t('comma'))}</p>}
        <p>
          {t('firm.engineers', { count: engineers.engineers, most: engineers.most })} <span className="hb-small hb-muted">{engineers.above > 0 ? t('firm.above', { above: engineers.above, hint: engineers.hint }) : t('firm.hint', { hint: engineers.hint })}{!engineers.verified && t('unverified')}</span>
        </p>
        {score !== null && <Ratings path={`${path}/ratings`} nameOf={nameOf} />}
      </section>
      <section className="hb-card">
        <h2>{t('firm.findings')}</h2>
        <Findings findings={findings} />
      </section>
    </>
  );
}

function useScopeName(): (scope: string) => string {
  const english = useLanguage() === 'en';
  const services = useQuery(readPath<readonly ServiceItem[]>('/api/v1/public/services'));
  return scope => {
    const service = services.data?.find(one => one.code === scope);
    return service ? (english ? service.titleEn : service.titleZh) : kindOf(scope);
  };
}

function Ratings({ path, nameOf }: { readonly path: string; readonly nameOf: (scope: string) => string }) {
  const { t } = useTranslation('reputation');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const list = useQuery({ ...readPath<Page<FirmRating>>(path, { limit: 5, cursor: cursors.at(-1) }), placeholderData: keepPreviousData });
  const next = list.data?.nextCursor;
  return (
    <>
      <h3>{t('firm.ratings')}</h3>
      <ProblemAlert error={list.error} />
      <ul className="hb-plain-list hb-reputation__list">{list.data?.items.map(rating => <RatingLine key={rating.id} rating={rating} name={nameOf(rating.serviceCode ?? rating.kind)} />)}</ul>
      {(next || cursors.length > 0) && (
        <div className="hb-row">
          {cursors.length > 0 && <Button onClick={() => setCursors(all => all.slice(0, -1))}>{t('firm.newer')}</Button>}
          {next && <Button onClick={() => setCursors(all => [...all, next])}>{t('firm.more')}</Button>}
        </div>
      )}
    </>
  );
}

function RatingLine({ rating, name }: { readonly rating: FirmRating; readonly name: string }) {
  const { t } = useTranslation('reputation');
  return (
    <li>
      <div className="hb-row">
        <strong>{name}</strong>
        <span className="hb-num">{t('firm.mark', { mark: rating.mark })}</span>
        <span className="hb-small hb-muted">{DIMENSIONS.map(one => `${t(`dimension.${one}`)} ${rating[one]}`).join(t('comma'))} · <DateText value={rating.publishedOn} /></span>
      </div>
      <p className="hb-reputation__said">{rating.comment || <span className="hb-muted">{t('firm.noComment')}</span>}</p>
      <div className="hb-small hb-muted">
        {rating.lines.map(line => `${t(`outcome.${line.code}`, { count: line.count })} ${line.points.startsWith('-') ? line.points : `+${line.points}`}`).join(t('comma'))}
        {rating.lines.length > 0 && ' → '}{t('firm.adjusted', { mark: rating.adjusted })} · {t('firm.share', { weight: rating.weight })}
      </div>
      {rating.reply && (
        <p className="hb-reputation__reply">
          <span className="hb-small hb-muted">{t('firm.reply')} <DateText value={rating.reply.repliedAt} time /></span>
          <br />
          <span className="hb-reputation__said">{rating.reply.text}</span>
        </p>
      )}
    </li>
  );
}

function Findings({ findings }: { readonly findings: readonly PublicFinding[] }) {
  const { t } = useTranslation('reputation');
  if (findings.length === 0) return <p className="hb-muted">{t('firm.noFindings')}</p>;
  return (
    <ul className="hb-lines">
      {findings.map(one => (
        <li key={one.decidedOn + one.source}>
          <strong>{t(`firm.findingKind.${one.kind}`)}</strong> <StatusTag tone={one.isInForce ? 'danger' : 'muted'}>{one.isInForce ? t('firm.span', { from: one.effectiveFrom, to: one.effectiveTo }) : t('firm.over')}</StatusTag> {one.isObjected && <em>{t('firm.objected')}</em>}
          <div className="hb-small hb-muted">{t('firm.occurred', { day: one.occurredOn })} · {one.source} · {t('firm.basis', { basis: one.legalBasis })}</div>
        </li>
      ))}
    </ul>
  );
}
