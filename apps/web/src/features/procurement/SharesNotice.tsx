import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ShareDuty } from './model';

/** Public money: the opening key is shared with the bureau's holders; says so before the publication, and what to do while a key is missing. */
export function SharesNotice({ shares }: { readonly shares: ShareDuty | undefined }) {
  const { t } = useTranslation('procurement');
  if (!shares?.compulsory) return null;
  const blocked = isBlocked(shares);
  const basis = `${shares.basis}${shares.verified ? '' : t('shares.unverified')}`;
  return <Alert type={blocked ? 'warning' : 'info'} showIcon title={t(blocked ? 'shares.blocked' : 'shares.shared', { keys: shares.missing.map(key => t(`shares.key.${key}`)).join(t('shares.and')) })} description={t(blocked ? 'shares.todo' : 'shares.how', { basis })} />;
}

/** It cannot be published now. */
export const isBlocked = (shares: ShareDuty | undefined): boolean => shares !== undefined && shares.compulsory && shares.missing.length > 0;
