import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { ClientPicker, useSites } from '@/features/permits/site-choice';
import { useSession } from '@/session/session';
import { dropDraft } from '@/shared/form/draft';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { Because, Classified, type Classed } from './Classified';
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
        {site && (
          <Classified here={`${base}/registrations/new`}>{({ industries, answers, decided }) => <Form siteId={site} industries={industries} answers={answers} decided={decided} />}</Classified>
        )}
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

function Form({ siteId, industries, answers, decided }: Classed & { readonly siteId: string }) {
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
      <Because decided={decided} />
      <ContentForm fields={form.data.fields} draft={draft} submit={t('file.submit')} onSubmit={send} />
    </section>
  );
}
