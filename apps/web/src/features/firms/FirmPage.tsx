import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './firms.css';
import { INTEGRITY_TONE, type Firm } from './model';
import { Points, Qualifications, Services } from './firm-parts';
import { FirmReputation } from '../reputation/FirmReputation';
import { useCapacity, useScore } from './words';

/** A firm as everybody sees it: what is verified and until when, what happened to it, what it can take on. */
export function FirmPage() {
  const { firmId = '' } = useParams({ strict: false }) as { firmId?: string };
  const firm = useQuery(readPath<Firm>(`/api/v1/public/firms/${firmId}`));
  if (firm.isPending) return <PageSkeleton />;
  if (firm.error) return <RouteErrorPage error={firm.error} />;
  return <Whole firm={firm.data} />;
}

function Whole({ firm }: { readonly firm: Firm }) {
  const { t } = useTranslation('firms');
  const [capacity, score] = [useCapacity(), useScore()];
  const tags = <><StatusTag tone={INTEGRITY_TONE[firm.integrity]}>{t(`integrity.${firm.integrity}`)}</StatusTag><span>{score(firm)}</span></>;
  const staff = firm.staff.map(one => t('firm.staffOf', { kind: one.certificate, count: one.people })).join('、') || t('register.none');
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={firm.firmName} back={{ to: '/firms', label: t('firm.back') }} tags={tags} actions={<ButtonLink to={`/firms?with=${firm.firmId}`}>{t('firm.compare')}</ButtonLink>} />
      <SummaryList
        groups={[{
          title: t('firm.intro'), rows: [
            { label: t('firm.intro'), value: firm.intro }, { label: t('firm.services'), value: <Services firm={firm} /> }, { label: t('firm.regions'), value: firm.regions.join('、') }, { label: t('firm.capacity'), value: capacity(firm) },
            { label: t('firm.engineers'), value: t('firm.engineerLoad', { count: firm.responsibleEngineers, capacity: firm.engineerCapacity, load: firm.engineerLoad }) }, { label: t('firm.staff'), value: staff },
          ],
        }]}
      />
      <FirmReputation firmId={firm.firmId} />
      <section className="hb-card"><h2>{t('firm.qualifications')}</h2><Qualifications firm={firm} /></section>
      <section className="hb-card"><h2>{t('firm.points')}</h2><Points firm={firm} /></section>
      <section className="hb-card"><h2>{t('firm.history')}</h2><History firm={firm} /></section>
    </div>
  );
}

function History({ firm }: { readonly firm: Firm }) {
  const { t } = useTranslation('firms');
  if (firm.history.length === 0) return <p className="hb-muted">{t('firm.noHistory')}</p>;
  return (
    <ul className="hb-lines">
      {firm.history.map(event => (
        <li key={`${event.at}${event.number}${event.what}`}>
          <DateText value={event.at} /> {event.kind} {event.number} {t(`firm.what.${event.what as 'verified'}`)}
          {event.reason && <span className="hb-muted">（{event.reason}）</span>}
        </li>
      ))}
    </ul>
  );
}
