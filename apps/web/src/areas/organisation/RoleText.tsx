import { useTranslation } from 'react-i18next';

/** Role names contain dots, which i18next would take for nesting. */
export function useRoleName(): (role: string) => string {
  const { t } = useTranslation();
  return role => t(`role|${role}`, { keySeparator: '|' });
}

export function Roles({ roles }: { readonly roles: readonly string[] }) {
  const name = useRoleName();
  return <>{roles.map(name).join('、')}</>;
}
