import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '@/api/client';
import type { Invitation } from '@/api/contract';
import { asProblem } from '@/api/problem';

/** Sends the mail once more; its link is good for seven days from now. */
export function ResendInvitation({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const resend = async (): Promise<void> => {
    setBusy(true);
    try {
      await call(api.POST('/api/v1/invitations/{id}/resend', { params: { path: { id: invitation.id } } }));
      void message.success(t('members.resent', { email: invitation.email }));
    } catch (thrown) {
      void message.error(asProblem(thrown).sentence);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['/api/v1/organisations/{id}/invitations'] });
    }
  };
  return (
    <Button loading={busy} onClick={() => void resend()}>
      {t('members.resend')}
    </Button>
  );
}
