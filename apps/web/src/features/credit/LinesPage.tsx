import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { subjectsPath, useWhose, type Subject } from './model';
import { Lines, Plate } from './parts';

/** Where each point comes from, as of any day and under any scheme that holds on it. */
export function LinesPage() {
  const { t } = useTranslation('credit');
  const { id, here } = useWhose();
  const { day, scheme } = useSearch({ strict: false }) as { day?: string; scheme?: string };
  const subject = useQuery(readPath<Subject>(`${subjectsPath}/${id}`, { day, scheme }));
  return (
    <>
      <PageHeader title={t('lines.title')} lead={t('lines.lead')} back={{ to: here, label: subject.data ? t('backTo', { name: subject.data.subjectName }) : t('back') }} />
      <div className="hb-stack">
        <section className="hb-card hb-stack">
          <Controls day={day ?? subject.data?.day ?? ''} scheme={scheme ?? subject.data?.scheme ?? ''} subject={subject.data} />
          <ProblemAlert error={subject.error} onRetry={() => void subject.refetch()} />
          {subject.isPending && <Skeleton lines={6} />}
          {subject.data && <Explained subject={subject.data} />}
        </section>
      </div>
    </>
  );
}

function Explained({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation('credit');
  const { here } = useWhose();
  return (
    <>
      <Plate label={t('day', { day: subject.day })} title={subject.gradeTitle} colour={subject.colour} score={subject.score} />
      <Lines lines={subject.lines} score={subject.score} eventLink={`${here}/events`} />
      {subject.hasUnverified && <p className="hb-small hb-muted">{t('mine.unverifiedScheme')}</p>}
    </>
  );
}

function Controls({ day, scheme, subject }: { readonly day: string; readonly scheme: string; readonly subject: Subject | undefined }) {
  const { t } = useTranslation('credit');
  const navigate = useNavigate();
  const { here } = useWhose();
  const go = (search: Record<string, string>): void => void navigate({ to: `${here}/lines`, search });
  const options = (subject?.results ?? []).map(one => ({ value: one.scheme, label: one.inForce ? `${one.schemeTitle}（${t('lines.inForce')}）` : one.schemeTitle }));
  return (
    <div className="hb-credit__controls">
      <div>
        <label htmlFor="credit-day">{t('lines.day')}</label>
        <Input id="credit-day" type="date" value={day} onChange={event => event.target.value && go({ day: event.target.value })} />
      </div>
      <div>
        <label htmlFor="credit-scheme">{t('lines.scheme')}</label>
        <Select id="credit-scheme" className="hb-credit__select" value={scheme || undefined} options={options} popupMatchSelectWidth={false} onChange={value => go({ ...(day ? { day } : {}), scheme: value })} />
      </div>
    </div>
  );
}
