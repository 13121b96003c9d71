import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { PaperButton } from '../penalties/parts';
import { REGISTER, type RegisterEntry } from './model';
import { RulesNote } from './parts';
import { Facts } from './PublicPages';
import { RegisterTable } from './RegisterTable';

/** Who is on the list today, for officers and departments of the region. */
export function RegisterListPage() {
  const { t } = useTranslation('watch-list');
  const { base } = useSession();
  return (
    <>
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <RulesNote />
      <RegisterTable path={REGISTER} caption={t('register.title')} linkTo={row => `${base}/watch-list-register/${row.id}`} />
    </>
  );
}

/** The decision with its document; each look is recorded. */
export function RegisterEntryPage() {
  const { decisionId = '' } = useParams({ strict: false }) as { decisionId?: string };
  const { t } = useTranslation('watch-list');
  const { base } = useSession();
  const one = useQuery(readPath<RegisterEntry>(`${REGISTER}/${decisionId}`));
  if (one.isPending) return <PageSkeleton />;
  if (!one.data) return <RouteErrorPage error={one.error} onRetry={() => void one.refetch()} />;
  const { paper, ...row } = one.data;
  return (
    <>
      <PageHeader title={row.subjectName} lead={row.decisionNumber} back={{ to: `${base}/watch-list-register`, label: t('register.title') }} />
      <div className="hb-stack">
        <Facts row={row} more={[[t('basis'), row.legalBasis], [t('decision.exit'), row.exitConditions]]} />
        <section className="hb-card hb-stack">
          <h2>{paper.title}</h2>
          <p><PaperButton path={`${REGISTER}/${row.id}/paper`} name={paper.number} /></p>
          <div className="hb-penalties__paper">{paper.paragraphs.map(text => <p key={text}>{text}</p>)}</div>
        </section>
      </div>
    </>
  );
}
