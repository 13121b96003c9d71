import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Member, Membership } from '@/api/contract';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { useRolesField } from './InviteDrawer';

interface Props {
  readonly organisation: Membership;
  readonly member: Member | null;
  readonly onClose: () => void;
}

const MEMBERS = '/api/v1/organisations/{id}/members';

/** Changes what a colleague may do. */
export function RolesDrawer({ organisation, member, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const field = useRolesField(organisation);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const path = { id: organisation.orgId, userId: member?.userId ?? '' };
    await call(api.PATCH(`${MEMBERS}/{userId}`, { params: { path }, body: { roles: values['roles'] as string[] } }));
    await client.invalidateQueries({ queryKey: [MEMBERS] });
    void message.success(t('members.rolesSaved'));
    onClose();
  };
  return (
    <Drawer open={member !== null} size={440} title={`${t('members.roles')} · ${member?.name ?? ''}`} onClose={onClose} destroyOnHidden>
      <QuickForm fields={[field]} initial={{ roles: member?.roles ?? [] }} control={FieldControl} submit={t('common:action.save')} onSubmit={save} />
    </Drawer>
  );
}

export function RemoveMember({ organisation, member, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const remove = async (): Promise<void> => {
    const path = { id: organisation.orgId, userId: member?.userId ?? '' };
    await call(api.DELETE(`${MEMBERS}/{userId}`, { params: { path } }));
    await client.invalidateQueries({ queryKey: [MEMBERS] });
  };
  return (
    <ConfirmAct
      open={member !== null}
      title={t('members.removeTitle')}
      act={t('members.remove')}
      danger
      summary={member ? [{ label: t('members.member'), value: `${member.name} ${member.email}` }] : []}
      onConfirm={remove}
      onClose={onClose}
    >
      {t('members.removeText')}
    </ConfirmAct>
  );
}

/** For a colleague who has lost the phone and the recovery codes. */
export function ResetSecondFactor({ organisation, member, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const { message } = App.useApp();
  const reset = async (reason: string): Promise<void> => {
    const path = { id: organisation.orgId, userId: member?.userId ?? '' };
    await call(api.POST(`${MEMBERS}/{userId}/reset-second-factor`, { params: { path }, body: { reason } }));
    void message.success(t('members.resetDone'));
  };
  return (
    <ConfirmAct
      open={member !== null}
      title={t('members.resetTitle')}
      act={t('members.reset')}
      danger
      summary={member ? [{ label: t('members.member'), value: `${member.name} ${member.email}` }] : []}
      reason={{ label: t('members.resetReason'), required: true }}
      onConfirm={reset}
      onClose={onClose}
    >
      {t('members.resetText')}
    </ConfirmAct>
  );
}
