import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Condition } from './ConditionList';
import './conditions.css';
import { LayDownDialog } from './LayDownDialog';
import type { ApplicationConditions, LaidDown, Laying, PermitCondition } from './model';
import { WordDiff } from './WordDiff';

const TONES: Readonly<Record<LaidDown['act'], Tone>> = { add: 'success', change: 'warning', drop: 'danger' };
const pathOf = (applicationId: string): string => `/api/v1/permit-applications/${applicationId}/conditions`;

/** Conditions of an application: officers lay them down until the decision, both sides read them, old → new. */
export function ConditionsPanel({ applicationId, state }: { readonly applicationId: string; readonly state: string }) {
  const { t } = useTranslation('conditions');
  const found = useQuery({ ...readPath<ApplicationConditions>(pathOf(applicationId)), enabled: state !== 'draft' });
  const [laying, setLaying] = useState<Laying | null>(null);
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!found.data) return null;
  const { items, kept, editable, standing } = found.data;
  if (!editable && items.length === 0 && kept.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <div className="hb-row" style={{ justifyContent: 'space-between' }}>
        <h2>{t(`panel.title.${standing}`)}</h2>
        {editable && <Button type="primary" onClick={() => setLaying({ act: 'add' })}>{t('panel.add')}</Button>}
      </div>
      <p className="hb-muted">{t(editable ? 'panel.leadOfficer' : `panel.lead.${standing}`)}</p>
      {items.length === 0 && kept.length === 0 && <p>{t('panel.none')}</p>}
      <ul className="hb-plain-list">
        {items.map(one => <Item key={one.id} applicationId={applicationId} one={one} editable={editable} />)}
        {kept.map(one => <Kept key={one.id} applicationId={applicationId} one={one} editable={editable} onChange={() => setLaying({ act: 'change', of: one })} />)}
      </ul>
      {laying && <LayDownDialog applicationId={applicationId} laying={laying} conditions={found.data} onClose={() => setLaying(null)} />}
    </section>
  );
}

function Item({ applicationId, one, editable }: { readonly applicationId: string; readonly one: LaidDown; readonly editable: boolean }) {
  const { t } = useTranslation('conditions');
  const queries = useQueryClient();
  const takeBack = async (): Promise<void> => {
    await rest('DELETE', `${pathOf(applicationId)}/${one.id}`);
    await queries.invalidateQueries({ queryKey: [pathOf(applicationId)] });
  };
  return (
    <Condition one={one} tags={<StatusTag tone={TONES[one.act]}>{t(`act.${one.act}`)}</StatusTag>}>
      {one.act === 'change' ? <WordDiff before={one.before?.text ?? ''} after={one.text} /> : one.act === 'drop' ? <p className="hb-conditions__text"><del>{one.text}</del></p> : <p className="hb-conditions__text">{one.text}</p>}
      {one.reason && <p>{t('panel.reason')}：{one.reason}</p>}
      {editable && <p><Button size="small" onClick={() => void takeBack()}>{t('panel.takeBack')}<span className="hb-sr-only"> {one.title}</span></Button></p>}
    </Condition>
  );
}

interface KeptProps {
  readonly applicationId: string;
  readonly one: PermitCondition;
  readonly editable: boolean;
  readonly onChange: () => void;
}

function Kept({ applicationId, one, editable, onChange }: KeptProps) {
  const { t } = useTranslation('conditions');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const drop = async (reason: string): Promise<void> => {
    await rest('POST', `${pathOf(applicationId)}/drop`, { body: { permitConditionId: one.id, reason } });
    await queries.invalidateQueries({ queryKey: [pathOf(applicationId)] });
  };
  return (
    <Condition one={one} tags={<StatusTag tone="muted">{t('act.keep')}</StatusTag>}>
      <p className="hb-conditions__text">{one.text}</p>
      {editable && (
        <p className="hb-row">
          <Button size="small" onClick={onChange}>{t('panel.change')}<span className="hb-sr-only"> {one.title}</span></Button>
          <Button size="small" danger onClick={() => setOpen(true)}>{t('panel.drop')}<span className="hb-sr-only"> {one.title}</span></Button>
        </p>
      )}
      <ConfirmAct open={open} danger title={t('panel.dropTitle', { title: one.title })} act={t('panel.drop')} reason={{ label: t('panel.reason'), required: true }} onConfirm={drop} onClose={() => setOpen(false)}>{t('panel.dropText')}</ConfirmAct>
    </Condition>
  );
}
