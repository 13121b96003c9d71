import { DownOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Membership } from '@/api/contract';
import { baseOf, useSession } from '@/session/session';

/** For whom one acts. Whoever belongs to several organisations changes here; the address carries the choice. */
export function OrganisationSwitcher() {
  const { t } = useTranslation();
  const router = useRouter();
  const { me, organisation } = useSession();
  if (!organisation && me.memberships.length === 0) return null;
  const items = me.memberships.map(membership => ({ key: membership.orgId, label: <Entry membership={membership} /> }));
  const select = (orgId: string): void => {
    const chosen = me.memberships.find(membership => membership.orgId === orgId);
    if (chosen) router.history.push(baseOf(chosen));
  };
  const name = organisation?.orgName ?? t('shell.chooseOrganisation');
  if (organisation && me.memberships.length === 1) return <span className="hb-org hb-org--only">{name}</span>;
  return (
    <Dropdown trigger={['click']} menu={{ items, selectedKeys: organisation ? [organisation.orgId] : [], onClick: ({ key }) => select(key) }}>
      <Button className="hb-org" aria-label={t('shell.switchOrganisation', { name })} aria-haspopup="menu">
        <span className="hb-org__name">{name}</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

function Entry({ membership }: { readonly membership: Membership }) {
  const { t } = useTranslation();
  return (
    <span className="hb-org__entry">
      {membership.orgName}
      <span className="hb-small hb-muted">{t(`orgKind.${membership.orgKind}`)}</span>
    </span>
  );
}
