import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { deliverablesPath, type Deliverable } from './deliverables';

interface Permits {
  readonly items: readonly { readonly id: string; readonly number: string; readonly siteName: string }[];
}

/** The enterprise says to which permit a report belongs. */
export function PlaceDeliverable({ deliverable, onClose }: { readonly deliverable: Deliverable | null; readonly onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const id = useId();
  const client = useQueryClient();
  const [permitId, setPermitId] = useState<string | undefined>(undefined);
  const permits = useQuery({ ...readPath<Permits>('/api/v1/monitoring', { limit: '100' }), enabled: deliverable !== null });
  const none = permits.data?.items.length === 0;
  return (
    <ConfirmAct
      open={deliverable !== null}
      title={t('deliverables.placeTitle')}
      act={t('deliverables.place')}
      ready={permitId !== undefined}
      onConfirm={async () => {
        await rest('POST', `${deliverablesPath}/${deliverable?.id}/permit`, { body: { permitId } });
        await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(deliverablesPath) });
      }}
      onClose={() => {
        setPermitId(undefined);
        onClose();
      }}
    >
      <p>{deliverable?.name}</p>
      <ProblemAlert error={permits.error} />
      {none && <p className="hb-muted">{t('deliverables.noPermit')}</p>}
      <label htmlFor={id}>{t('deliverables.permit')}</label>
      <Select id={id} style={{ width: '100%' }} value={permitId} loading={permits.isPending} onChange={setPermitId} options={permits.data?.items.map(one => ({ value: one.id, label: `${one.siteName} ${one.number}` }))} />
      <p className="hb-small hb-muted">{t('deliverables.placeText')}</p>
    </ConfirmAct>
  );
}
