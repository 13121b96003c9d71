import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { applicationPath, type Application, type Printed } from './model';
import { useApplicationChanged } from './parts';

interface Props {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Item {
  readonly pointer: string;
  readonly requirement: string;
  readonly reason: string;
}

/** 一次性告知: everything that needs correction in one list; only these places unlock. */
export function CorrectionDialog({ application, open, onClose }: Props) {
  const { t } = useTranslation('permits');
  const empty: Item = { pointer: '', requirement: '', reason: t('review.correctDefault') };
  const [items, setItems] = useState<readonly Item[]>([empty]);
  const changed = useApplicationChanged(application.id);
  const printed = useQuery({ ...readPath<Printed>(`${applicationPath(application.id)}/print`), enabled: open });
  const places = placesOf(printed.data);
  const ready = items.every(item => item.pointer !== '' && item.requirement.trim().length >= 2 && item.reason.trim().length >= 2);
  const change = (index: number, patch: Partial<Item>): void => setItems(all => all.map((item, i) => (i === index ? { ...item, ...patch } : item)));
  return (
    <ConfirmAct
      open={open}
      title={t('review.correctTitle')}
      act={t('review.correctSend')}
      ready={ready}
      onConfirm={async () => {
        await rest('POST', `${applicationPath(application.id)}/request-correction`, { body: { items } });
        setItems([empty]);
        await changed();
      }}
      onClose={onClose}
    >
      <p>{t('review.correctLead')}</p>
      {items.map((item, index) => (
        <ItemFields key={index} index={index} item={item} places={places} onChange={patch => change(index, patch)} onRemove={items.length > 1 ? () => setItems(all => all.filter((_, i) => i !== index)) : undefined} />
      ))}
      <div>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setItems(all => [...all, empty])}>
          {t('review.correctAdd')}
        </Button>
      </div>
    </ConfirmAct>
  );
}

interface Place {
  readonly value: string;
  readonly label: string;
}

interface ItemProps {
  readonly index: number;
  readonly item: Item;
  readonly places: readonly Place[];
  readonly onChange: (patch: Partial<Item>) => void;
  readonly onRemove: (() => void) | undefined;
}

function ItemFields({ index, item, places, onChange, onRemove }: ItemProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  return (
    <fieldset className="hb-services">
      <legend>{t('review.item', { count: index + 1 })}</legend>
      <div className="hb-form-line">
        <label htmlFor={`${id}-place`}>{t('review.correctPlace')}</label>
        <Select id={`${id}-place`} showSearch={{ optionFilterProp: 'label' }} value={item.pointer || undefined} options={[...places]} onChange={pointer => onChange({ pointer })} />
      </div>
      <div className="hb-form-line">
        <label htmlFor={`${id}-how`}>{t('review.correctRequirement')}</label>
        <Input.TextArea id={`${id}-how`} value={item.requirement} maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={event => onChange({ requirement: event.target.value })} />
      </div>
      <div className="hb-form-line">
        <label htmlFor={`${id}-why`}>{t('review.correctReason')}</label>
        <Input id={`${id}-why`} value={item.reason} maxLength={500} onChange={event => onChange({ reason: event.target.value })} />
      </div>
      {onRemove && (
        <div>
          <Button type="text" danger icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
            {t('review.removeItem')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Sections, fields and rows of tables, as an officer would name them. */
function placesOf(printed: Printed | undefined): Place[] {
  return (printed?.sections ?? []).flatMap(section => {
    const title = textOf(section.title);
    const tables = section.tables.flatMap(table => [
      { value: table.pointer, label: `${title} / ${textOf(table.caption)}` },
      ...table.rows.map((row, index) => ({ value: `${table.pointer}/${index}`, label: `${title} / ${textOf(table.caption)} / ${index + 1} ${row.slice(0, 2).join(' ')}` })),
    ]);
    return [{ value: `/${section.key}`, label: title }, ...section.facts.map(fact => ({ value: fact.pointer, label: `${title} / ${textOf(fact.label)}` })), ...tables];
  });
}
