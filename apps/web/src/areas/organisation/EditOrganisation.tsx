import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call, ifMatch } from '@/api/client';
import type { Organisation } from '@/api/contract';
import { ORGANISATION_FIELDS } from '@/areas/auth/register-fields';
import { QuickForm } from '@/shared/form/QuickForm';

/** The code identifies the organisation and stays. What the bureau has verified changes by a request of its own. */
const CONTACT = ['contactName', 'contactPhone'];
const fieldsOf = ({ kind, status }: Organisation) => {
  const isVerified = (kind === 'enterprise' || kind === 'firm') && (status === 'active' || status === 'suspended');
  return ORGANISATION_FIELDS.filter(field => (isVerified ? CONTACT.includes(field.name) : field.name !== 'uscc'));
};

interface Props {
  readonly open: boolean;
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

/** Corrects the details of the own organisation; after a refusal this submits them again. */
export function EditOrganisation({ open, organisation, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const text = (name: string): string => String(values[name] ?? (organisation as unknown as Record<string, unknown>)[name] ?? '');
    const body = {
      name: text('name'),
      address: text('address'),
      legalRepresentative: text('legalRepresentative'),
      contactName: text('contactName'),
      contactPhone: text('contactPhone'),
    };
    await call(api.PATCH('/api/v1/organisations/{id}', { params: { path: { id: organisation.id } }, headers: ifMatch(organisation.version), body }));
    await client.invalidateQueries({ predicate: query => ['/api/v1/organisations/{id}', '/api/v1/organisations/{id}/standing', '/api/v1/me'].includes(String(query.queryKey[0])) });
    void message.success(t('info.saved'));
    onClose();
  };
  const { name, address, legalRepresentative, contactName } = organisation;
  return (
    <Drawer open={open} size={520} title={t('info.edit')} onClose={onClose} destroyOnHidden>
      <p className="hb-muted" style={{ marginBottom: 18 }}>
        {t(organisation.status === 'rejected' ? 'info.editLeadRejected' : organisation.status === 'pending' ? 'info.editLead' : 'info.editLeadVerified')}
      </p>
      <QuickForm fields={fieldsOf(organisation)} initial={{ name, address, legalRepresentative, contactName }} submit={t('common:action.save')} onSubmit={save} />
    </Drawer>
  );
}
