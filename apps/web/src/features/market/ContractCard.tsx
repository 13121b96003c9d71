import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { BEFORE_SIGNING } from '../contracts/unsigned';
import { useContractOf } from './contract-of';
import type { Task } from './model';

/** Where the contract of the task stands, and the way to it. */
export function ContractCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const { contract, byMilestone } = useContractOf(task);
  if (!contract) return null;
  const client = organisation?.orgId === task.enterpriseId;
  const drafts = contract.state === 'due' && client;
  const settles = contract.state === 'waived' && client;
  return (
    <section className="hb-card">
      <div className="hb-row">
        <h2>{t('contract.title')}</h2>
        <StatusTag tone={contract.state === 'closed' ? 'done' : 'progress'}>{english ? contract.stateEn : contract.stateZh}</StatusTag>
      </div>
      <p className="hb-muted">{t(contract.state === 'waived' ? 'contract.waived' : byMilestone ? 'contract.byMilestone' : 'contract.none')}</p>
      {BEFORE_SIGNING.includes(contract.state) && <p className="hb-small hb-muted">{t(client ? 'contract.unsignedClient' : 'contract.unsignedFirm')}</p>}
      <ButtonLink to={`${base}/contracts/${contract.id}`} kind={drafts || settles ? 'primary' : 'default'}>{t(drafts ? 'contract.draft' : 'contract.open')}</ButtonLink>
    </section>
  );
}
