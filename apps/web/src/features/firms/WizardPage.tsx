import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import './firms.css';
import type { Needs, Question } from './model';
import { BandText, Begin } from './ServicePage';
import { useWords } from './words';

/** “我需要什么服务” without an account: what a person ticks leads to services. The answers stand in the address. */
export function PublicWizardPage() {
  return <div className="hb-container"><WizardBody path="/api/v1/public/service-needs" known={false} /></div>;
}

/** The same for an enterprise: permits, duties and findings speak first. */
export function WizardPage() {
  return <WizardBody path="/api/v1/service-needs" known />;
}

function WizardBody({ path, known }: { readonly path: string; readonly known: boolean }) {
  const { t } = useTranslation('firms');
  const { situation = '' } = useSearch({ strict: false }) as { situation?: string };
  const navigate = useNavigate();
  const needs = useQuery({ ...readPath<Needs>(path, { situation }), placeholderData: before => before });
  const chosen = situation.split(',').filter(Boolean);
  const toggle = (value: string): void => {
    const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value];
    void navigate({ to: '.', search: { situation: next.length > 0 ? next.join(',') : undefined } as never, replace: true, resetScroll: false });
  };
  const questions = <Questions title={t(known ? 'wizard.questions' : 'wizard.questionsPublic')} chosen={chosen} toggle={toggle} />;
  return (
    <>
      <PageHeader title={t('wizard.title')} lead={t(known ? 'wizard.leadKnown' : 'wizard.lead')} />
      <div className="hb-stack">
        {!known && questions}
        <ProblemAlert error={needs.error} onRetry={() => void needs.refetch()} />
        {needs.data?.known && <p className="hb-muted">{t('wizard.known', needs.data.known)}</p>}
        {needs.data && <Results needs={needs.data} known={known} />}
        {known && questions}
      </div>
    </>
  );
}

function Results({ needs: { needs }, known }: { readonly needs: Needs; readonly known: boolean }) {
  const { t } = useTranslation('firms');
  if (needs.length === 0) return <EmptyState title={t(known ? 'wizard.nothing' : 'wizard.nothingPublic')} />;
  return (
    <section className="hb-stack" aria-live="polite">
      <h2>{t('wizard.result', { count: needs.length })}</h2>
      {needs.map(need => <NeedCard key={need.service.code} need={need} />)}
    </section>
  );
}

function NeedCard({ need: { service, why } }: { readonly need: Needs['needs'][number] }) {
  const { t } = useTranslation('firms');
  const { orgId } = useParams({ strict: false }) as { orgId?: string };
  const words = useWords();
  return (
    <article className="hb-card hb-need">
      <h3>{words({ zh: service.titleZh, en: service.titleEn })}</h3>
      <ul className="hb-lines">
        {why.map(one => (
          <li key={one.text.zh}>
            {one.overdue && <StatusTag tone="danger">{t('wizard.overdue')}</StatusTag>} {words(one.text)}
            <span className="hb-small hb-muted">（{t(`wizard.source.${one.source as 'permit'}`)} · {one.article}）</span>
          </li>
        ))}
      </ul>
      <dl>
        <dt className="hb-muted">{t('service.requirement')}</dt>
        <dd>{words({ zh: service.requirementZh, en: service.requirementEn })}</dd>
        <dt className="hb-muted">{t('service.firms')}</dt>
        <dd>{t('service.firmsCount', { count: service.firms })} <AppLink to={`/firms?service=${service.code}`}>{t('service.seeFirms')}<span className="hb-sr-only"> {service.titleZh}</span></AppLink></dd>
        <dt className="hb-muted">{t('service.band')}</dt>
        <dd><BandText service={service} /></dd>
      </dl>
      <div className="hb-row">
        <Begin code={service.code} />
        <AppLink to={`${orgId ? `/e/${orgId}` : ''}/services/${service.code}`}>{t('wizard.detail')}<span className="hb-sr-only"> {service.titleZh}</span></AppLink>
      </div>
    </article>
  );
}

function Questions({ title, chosen, toggle }: { readonly title: string; readonly chosen: readonly string[]; readonly toggle: (value: string) => void }) {
  const { t } = useTranslation('firms');
  const { orgId } = useParams({ strict: false }) as { orgId?: string };
  const words = useWords();
  const questions = useQuery(readPath<readonly Question[]>('/api/v1/public/service-needs/questions'));
  return (
    <section className="hb-card hb-stack">
      <h2>{title}</h2>
      {questions.data?.map(question => (
        <fieldset key={question.group} className="hb-plain-fieldset hb-services">
          <legend className="hb-field__label">{words(question.label)}</legend>
          <div className="hb-situations">
            {question.answers.map(answer => (
              <Checkbox key={answer.value} checked={chosen.includes(answer.value)} onChange={() => toggle(answer.value)}>{words(answer.label)}</Checkbox>
            ))}
          </div>
        </fieldset>
      ))}
      {!orgId && <p className="hb-small"><AppLink to="/classify">{t('wizard.permit')}</AppLink></p>}
    </section>
  );
}
