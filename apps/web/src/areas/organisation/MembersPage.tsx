import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, read } from '@/api/client';
import type { Invitation, Member, Membership } from '@/api/contract';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { isPast } from '@/shared/time/time';
import { DateText } from '@/shared/ui/values';
import { InviteDrawer } from './InviteDrawer';
import { ResendInvitation } from './ResendInvitation';
import { RemoveMember, ResetSecondFactor, RolesDrawer } from './MemberActs';
import './organisation.css';
import { Roles } from './RoleText';

const INVITATIONS = '/api/v1/organisations/{id}/invitations';

/** Who works for this organisation here, and who has been asked to. */
export function MembersPage() {
  const { t } = useTranslation('organisation');
  const { organisation, can } = useSession();
  const [inviting, setInviting] = useState(false);
  if (!organisation) return null;
  const mayInvite = can('membership.manage');
  return (
    <>
      <PageHeader
        title={t('members.title')}
        lead={t('members.lead')}
        actions={
          mayInvite && (
            <Button type="primary" onClick={() => setInviting(true)}>
              {t('members.invite')}
            </Button>
          )
        }
      />
      <div className="hb-stack">
        <Members organisation={organisation} mayManage={mayInvite} />
        {mayInvite && <Invitations orgId={organisation.orgId} />}
      </div>
      <InviteDrawer open={inviting} organisation={organisation} onClose={() => setInviting(false)} />
    </>
  );
}

interface MembersProps {
  readonly organisation: Membership;
  readonly mayManage: boolean;
}

function Members({ organisation, mayManage }: MembersProps) {
  const { me } = useSession();
  const list = useQuery(read('/api/v1/organisations/{id}/members', { params: { path: { id: organisation.orgId } } }));
  const [changing, setChanging] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const [resetting, setResetting] = useState<Member | null>(null);
  return (
    <section className="hb-card">
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton lines={4} />}
      <ul className="hb-people hb-plain-list">
        {list.data?.map(member => (
          <MemberRow key={member.userId} member={member} own={member.userId === me.user.id}>
            {mayManage && <MemberButtons onChange={() => setChanging(member)} onReset={organisation.orgKind === 'bureau' ? () => setResetting(member) : undefined} onRemove={() => setRemoving(member)} />}
          </MemberRow>
        ))}
      </ul>
      <RolesDrawer organisation={organisation} member={changing} onClose={() => setChanging(null)} />
      <RemoveMember organisation={organisation} member={removing} onClose={() => setRemoving(null)} />
      <ResetSecondFactor organisation={organisation} member={resetting} onClose={() => setResetting(null)} />
    </section>
  );
}

function MemberRow({ member, own, children }: { readonly member: Member; readonly own: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('organisation');
  return (
    <li>
      <span className="hb-people__initial" aria-hidden>
        {member.name.slice(-1)}
      </span>
      <span className="hb-people__who">
        <span className="hb-row">
          <strong>{member.name}</strong>
          {own && <StatusTag tone="progress">{t('members.you')}</StatusTag>}
        </span>
        <span className="hb-small hb-muted">{member.email}</span>
      </span>
      <span className="hb-people__roles">
        <Roles roles={member.roles} />
      </span>
      {!own && children}
    </li>
  );
}

function MemberButtons({ onChange, onReset, onRemove }: { readonly onChange: () => void; readonly onReset?: () => void; readonly onRemove: () => void }) {
  const { t } = useTranslation('organisation');
  return (
    <span className="hb-row">
      <Button onClick={onChange}>{t('members.roles')}</Button>
      {onReset && <Button onClick={onReset}>{t('members.reset')}</Button>}
      <Button type="text" danger onClick={onRemove}>
        {t('members.remove')}
      </Button>
    </span>
  );
}

function Invitations({ orgId }: { readonly orgId: string }) {
  const { t } = useTranslation('organisation');
  const list = useQuery(read(INVITATIONS, { params: { path: { id: orgId } } }));
  const [leaving, setLeaving] = useState<Invitation | null>(null);
  return (
    <section className="hb-card">
      <h2>{t('members.pending')}</h2>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.length === 0 && <EmptyState title={t('members.noPending')} />}
      <ul className="hb-people hb-plain-list">
        {list.data?.map(invitation => (
          <li key={invitation.id}>
            <span className="hb-people__who">
              <span className="hb-row">
                <strong>{invitation.name}</strong>
                {isPast(invitation.expiresAt) && <StatusTag tone="warning">{t('members.runOut')}</StatusTag>}
              </span>
              <span className="hb-small hb-muted">
                {invitation.email} · {t('members.validUntil')} <DateText value={invitation.expiresAt} />
              </span>
            </span>
            <span className="hb-people__roles">
              <Roles roles={invitation.roles} />
            </span>
            <span className="hb-row">
              <ResendInvitation invitation={invitation} />
              <Button type="text" danger onClick={() => setLeaving(invitation)}>
                {t('members.withdraw')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <WithdrawInvitation invitation={leaving} onClose={() => setLeaving(null)} />
    </section>
  );
}

function WithdrawInvitation({ invitation, onClose }: { readonly invitation: Invitation | null; readonly onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const withdraw = async (): Promise<void> => {
    if (!invitation) return;
    await call(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id: invitation.id } } }));
    await client.invalidateQueries({ queryKey: [INVITATIONS] });
    void message.success(t('members.withdrawn'));
  };
  return (
    <ConfirmAct
      open={invitation !== null}
      title={t('members.withdrawTitle')}
      act={t('members.withdraw')}
      danger
      summary={invitation ? [{ label: t('members.email'), value: invitation.email }] : []}
      onConfirm={withdraw}
      onClose={onClose}
    />
  );
}
