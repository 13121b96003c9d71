import type { Answers } from '@huanbao/standards';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { dropDraft } from '@/shared/form/draft';
import type { FieldSpec } from '@/shared/form/field';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { Because, Classified, type Classed } from './Classified';
import { ContentForm } from './ContentForm';
import { formPath, registrationsPath, type Registration, type RegistrationForm } from './model';

const OCCURRED: readonly FieldSpec[] = [{ name: 'occurredOn', label: { zh: '变动发生的日期', en: 'Day of the change' }, type: 'date', required: true, width: 'half', help: { zh: '变动之日起 20 日内办理（排污许可管理条例第二十四条）', en: 'Due within twenty days (art. 24)' } }];

/** 登记变更: the whole form as it stands, to be altered. */
export function ChangePage() {
  const { t } = useTranslation('registrations');
  const { base } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { registrationId = '' } = useParams({ strict: false }) as { registrationId?: string };
  const registration = useQuery(readPath<Registration>(`${registrationsPath}/${registrationId}`));
  const form = useQuery(readPath<RegistrationForm>(formPath));
  const error = registration.error ?? form.error;
  if (error) return <RouteErrorPage error={error} />;
  if (!registration.data || !form.data) return <PageSkeleton />;
  const draft = `registration-change:${registrationId}`;
  const back = `${base}/registrations/${registrationId}`;
  const { content: initial, version, industries, answers, number } = registration.data;
  const send = async (classed: Classed, { occurredOn, ...content }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${registrationsPath}/${registrationId}/changes`, { body: { industries: classed.industries, answers: classed.answers, occurredOn, content, commitment: true }, version });
    dropDraft(draft);
    await queries.invalidateQueries();
    await navigate({ to: back });
  };
  return (
    <>
      <PageHeader title={t('change.title')} lead={t('change.lead')} back={{ to: back, label: number }} />
      <div className="hb-stack">
        <Classified here={`${back}/change`} before={{ industries, answers: answers as Answers }}>
          {classed => (
            <section className="hb-card hb-stack">
              <Because decided={classed.decided} />
              <ContentForm fields={form.data.fields} before={OCCURRED} initial={initial} draft={draft} submit={t('change.submit')} onSubmit={values => send(classed, values)} />
            </section>
          )}
        </Classified>
      </div>
    </>
  );
}
