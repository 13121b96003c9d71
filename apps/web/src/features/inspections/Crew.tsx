import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { INSPECTIONS, useInspectionsChanged, type Inspection, type Planning } from './model';

/** A head names another officer in place of one who cannot go on. */
export function ReplaceOfficer({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const [open, setOpen] = useState(false);
  if (!inspection.actions.includes('replace-officer')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('crew.act')}</Button>
      <Drawer open={open} title={t('crew.title')} onClose={() => setOpen(false)} destroyOnHidden><Form inspection={inspection} onDone={() => setOpen(false)} /></Drawer>
    </>
  );
}

function Form({ inspection, onDone }: { readonly inspection: Inspection; readonly onDone: () => void }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const { id, enterpriseId, plannedFrom, plannedTo, officers, version } = inspection;
  const planning = useQuery(readPath<Planning>(`${INSPECTIONS}/planning`, { enterpriseId, plannedFrom, plannedTo }));
  const sent = new Set(officers.map(one => one.certificateNo));
  const fields: FieldSpec[] = [
    { name: 'leavingUserId', label: { zh: '不能继续的检查人员', en: 'Officer who cannot go on' }, type: 'select', required: true, options: officers.map(one => ({ value: one.userId, label: `${one.name}（${one.certificateNo}）` })), width: 'full' },
    { name: 'officerId', label: { zh: '更换为', en: 'Replaced by' }, type: 'select', required: true, options: (planning.data?.officers ?? []).filter(one => !sent.has(one.certificateNo) && one.cannot === null).map(one => ({ value: one.id, label: `${one.name}（${one.certificateNo}）` })), width: 'full' },
    { name: 'reason', label: { zh: '更换理由（写入记录）', en: 'Reason (stays on the record)' }, type: 'textarea', required: true, max: 500, width: 'full' },
  ];
  const send = async ({ leavingUserId, officerId, reason }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${INSPECTIONS}/${id}/officers/replace`, { body: { leavingUserId, officerId, reason }, version });
    await changed();
    onDone();
  };
  return <QuickForm fields={fields} submit={t('crew.act')} onSubmit={send} control={FieldControl} head={<p>{t(inspection.state === 'signing' ? 'crew.meansSigning' : 'crew.means')}</p>} />;
}

/** Sealed without the signature of an officer who can sign no more. */
export function SealWithout({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const [open, setOpen] = useState(false);
  if (!inspection.actions.includes('seal')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sealWithout.act')}</Button>
      <ConfirmAct open={open} title={t('sealWithout.title')} act={t('sealWithout.act')} reason={{ label: t('sealWithout.reason'), required: true }} onClose={() => setOpen(false)} onConfirm={async reason => {
        await rest('POST', `${INSPECTIONS}/${inspection.id}/seal`, { body: { reason }, version: inspection.version });
        await changed();
      }}>{t('sealWithout.means')}</ConfirmAct>
    </>
  );
}
