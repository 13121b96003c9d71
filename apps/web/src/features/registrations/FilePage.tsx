import { catalogueOn, industryOf, type Answers, type Decided } from '@huanbao/standards';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { addressOf, answersIn, industriesIn, type ClassifySearch } from '@/features/classify/address';
import { Classifier } from '@/features/classify/Classifier';
import { Result } from '@/features/classify/Result';
import { ClientPicker, useSites } from '@/features/permits/site-choice';
import { useSession } from '@/session/session';
import { dropDraft } from '@/shared/form/draft';
import { formatDate, now } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { ContentForm } from './ContentForm';
import { formPath, registrationsPath, type Registration, type RegistrationForm } from './model';

const SITE = 'registration-site';

/** First registration: whose site, which class, then the form. The way so far stands in the address. */
export function FilePage() {
  const { t } = useTranslation('registrations');
  const { base, organisation } = useSession();
  const isFirm = organisation?.orgKind === 'firm';
  const [client, setClient] = useState<string>();
  const [site, setSite] = useState<string>();
  const enterpriseId = isFirm ? client : organisation?.orgId;
  return (
    <>
      <PageHeader title={t('file.title')} lead={t('file.lead')} back={{ to: `${base}/registrations`, label: t('list.title') }} />
      <div className="hb-stack">
        <div className="hb-card hb-stack">
          {isFirm && <ClientPicker value={client} onChange={setClient} />}
          {enterpriseId && <SiteChoice key={enterpriseId} enterpriseId={enterpriseId} isFirm={isFirm} value={site} onChange={setSite} />}
        </div>
        {site && <Classified siteId={site} />}
      </div>
    </>
  );
}

interface SiteChoiceProps {
  readonly enterpriseId: string;
  readonly isFirm: boolean;
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

function SiteChoice({ enterpriseId, isFirm, value, onChange }: SiteChoiceProps) {
  const { t } = useTranslation('registrations');
  const { error, sites } = useSites(enterpriseId, isFirm);
  if (error) return <ProblemAlert error={error} />;
  if (!sites) return <Skeleton lines={2} />;
  return (
    <div>
      <label htmlFor={SITE} className="hb-field__label">
        {t('file.site')}
      </label>
      <Select id={SITE} className="hb-field__select" showSearch={{ optionFilterProp: 'label' }} value={value} options={sites.map(one => ({ value: one.id, label: `${String(one.sequence).padStart(3, '0')} ${one.name}` }))} onChange={onChange} />
      <p className="hb-field__help">{t('file.siteHelp')}</p>
    </div>
  );
}

function Classified({ siteId }: { readonly siteId: string }) {
  const search = useSearch({ strict: false }) as ClassifySearch;
  const { base } = useSession();
  const navigate = useNavigate();
  const catalogue = catalogueOn(formatDate(now().toISOString()));
  const industries = industriesIn(search).filter(code => industryOf(code));
  const answers = answersIn(search);
  const here = `${base}/registrations/new`;
  const go = (codes: readonly string[], given: Answers, choose?: '1'): void => void navigate({ to: here, search: { ...addressOf(codes, given), choose } as never, resetScroll: false });
  const addressFor = (way: ClassifySearch, choose = false): string => `${here}?${new URLSearchParams(Object.entries({ ...way, ...(choose ? { choose: '1' } : {}) }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
  if (!catalogue) return null;
  return (
    <Classifier
      catalogue={catalogue}
      industries={industries}
      answers={answers}
      choosing={search.choose === '1'}
      go={go}
      addressFor={addressFor}
      result={decided => (decided.level === 'registration' ? <Form siteId={siteId} industries={industries} answers={answers} decided={decided} /> : <Result decided={decided} catalogue={catalogue} />)}
    />
  );
}

function Form({ siteId, industries, answers, decided }: { readonly siteId: string; readonly industries: readonly string[]; readonly answers: Answers; readonly decided: Decided }) {
  const { t } = useTranslation('registrations');
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const form = useQuery(readPath<RegistrationForm>(formPath));
  const draft = `registration:${siteId}`;
  const send = async (content: Record<string, unknown>): Promise<void> => {
    const filed = await rest<Registration>('POST', registrationsPath, { body: { siteId, industries, answers, content, commitment: true }, idempotencyKey: key });
    dropDraft(draft);
    await navigate({ to: `${base}/registrations/${filed.id}` });
  };
  if (form.error) return <ProblemAlert error={form.error} />;
  if (!form.data) return <Skeleton lines={6} />;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('file.form')}</h2>
      <p className="hb-muted">
        {t('file.because')}
        {decided.deciding.map(one => `${t('facts.entry', { no: one.entryNo })} ${one.entryTitle}：${one.text ?? ''}`).join('；')}
      </p>
      <ContentForm fields={form.data.fields} draft={draft} submit={t('file.submit')} onSubmit={send} />
    </section>
  );
}
