import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import { ROLES_OF, type Membership } from '@/api/contract';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { useRoleName } from './RoleText';

interface Props {
  readonly open: boolean;
  readonly organisation: Membership;
  readonly onClose: () => void;
}

/** Invites a colleague by mail, with the roles of this kind of organisation. */
export function InviteDrawer({ open, organisation, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const fields = [...PERSON, useRolesField(organisation)];
  const invite = async (values: Record<string, unknown>): Promise<void> => {
    const body = { email: String(values['email']), name: String(values['name']), roles: values['roles'] as string[] };
    await call(api.POST('/api/v1/organisations/{id}/invitations', { params: { path: { id: organisation.orgId } }, body }));
    await client.invalidateQueries({ queryKey: ['/api/v1/organisations/{id}/invitations'] });
    void message.success(t('members.invited', { email: body.email }));
    onClose();
  };
  return (
    <Drawer open={open} size={480} title={t('members.invite')} onClose={onClose} destroyOnHidden>
      <p className="hb-muted" style={{ marginBottom: 18 }}>
        {t('members.inviteLead')}
      </p>
      <QuickForm fields={fields} control={FieldControl} submit={t('members.send')} onSubmit={invite} />
    </Drawer>
  );
}

const PERSON: readonly FieldSpec[] = [
  { name: 'name', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true, max: 50 },
  { name: 'email', label: { zh: '电子邮箱', en: 'E-mail' }, type: 'email', required: true },
];

/** The roles this kind of organisation knows, as a field. */
export function useRolesField(organisation: Membership): FieldSpec {
  const roleName = useRoleName();
  return {
    name: 'roles',
    label: { zh: '能做什么', en: 'Roles' },
    type: 'multiselect',
    required: true,
    options: ROLES_OF[organisation.orgKind].map(role => ({ value: role, label: roleName(role) })),
  };
}
