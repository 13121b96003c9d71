import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EXPERTS, RELATION_KINDS, type Expert } from './model';

type Relation = Expert['relations'][number];

const FIELDS: FieldSpec[] = [
  { name: 'kind', label: { zh: '关系', en: 'Relation' }, type: 'select', required: true, options: RELATION_KINDS, width: 'half' },
  { name: 'unit', label: { zh: '单位（全称）', en: 'Unit (full name)' }, type: 'text', required: true, max: 100, width: 'half' },
  { name: 'unitUscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'uscc', width: 'half' },
  { name: 'since', label: { zh: '起始日期', en: 'First day' }, type: 'date', help: { zh: '不清楚的不填，按一直存在处理', en: 'Leave out where it is not known: it then counts as having been there all along' }, width: 'half' },
  { name: 'until', label: { zh: '结束日期', en: 'Last day' }, type: 'date', help: { zh: '关系仍在的不填', en: 'Leave out while it lasts' }, width: 'half' },
];
const kindOf = (relation: Relation): string => textOf(RELATION_KINDS.find(one => one.value === relation.kind)?.label ?? relation.kind);

/** With whom an expert is related: left out at a draw, replaced in a committee that is at work. */
export function ExpertRelations({ expert, editable, onChanged }: { readonly expert: Expert; readonly editable: boolean; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('evaluation');
  const [removed, setRemoved] = useState<number | null>(null);
  const save = async (relations: readonly unknown[]): Promise<void> => {
    await rest('PATCH', `${EXPERTS}/${expert.id}`, { body: { relations }, version: expert.version });
    await onChanged();
  };
  const add = ({ kind, unit, unitUscc, since, until }: Record<string, unknown>): Promise<void> => save([...expert.relations, { kind, unit, unitUscc: unitUscc || null, since: since || null, until: until || null }]);
  return (
    <section className="hb-card hb-stack">
      <h2>{t('relation.title')}</h2>
      <p className="hb-muted">{t('relation.lead')}</p>
      {expert.relations.length === 0 ? <p>{t('relation.empty')}</p> : (
        <ul className="hb-list">
          {expert.relations.map((one, nth) => (
            <li key={`${one.kind}-${one.unit}-${nth}`} className="hb-row">
              <span>{one.unit} · {kindOf(one)} · {one.since ? t('relation.since', { day: one.since }) : t('relation.sinceUnknown')} · {one.until ? t('relation.until', { day: one.until }) : t('relation.lasts')}</span>
              {editable && <Button size="small" onClick={() => setRemoved(nth)} aria-label={t('relation.removeOf', { unit: one.unit })}>{t('relation.remove')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {editable && <QuickForm fields={FIELDS} submit={t('relation.add')} onSubmit={add} control={FieldControl} layout="grid" />}
      {removed !== null && (
        <ConfirmAct open title={t('relation.removeTitle')} act={t('relation.remove')} danger summary={[{ label: t('relation.unit'), value: expert.relations[removed]?.unit ?? '' }]} onConfirm={() => save(expert.relations.filter((_, nth) => nth !== removed))} onClose={() => setRemoved(null)}>
          <p>{t('relation.removeText')}</p>
        </ConfirmAct>
      )}
    </section>
  );
}
