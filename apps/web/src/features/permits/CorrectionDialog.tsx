import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { applicationPath, type Application, type Printed } from './model';
import { useApplicationChanged } from './parts';
import type { FlaggedItem, Flags } from './use-flags';

interface Props {
  readonly application: Application;
  readonly flags: Flags;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 一次性告知: everything that needs correction in one list; only these places unlock. */
export function CorrectionDialog({ application, flags, open, onClose }: Props) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const printed = useQuery({ ...readPath<Printed>(`${applicationPath(application.id)}/print`), enabled: open });
  const places = placesOf(printed.data);
  const { items } = flags;
  const ready = items.length > 0 && items.every(item => item.requirement.trim().length >= 2 && item.reason.trim().length >= 2);
  const send = async (): Promise<void> => {
    const list = items.map(({ pointer, requirement, reason }) => ({ pointer, requirement: requirement.trim(), reason: reason.trim() }));
    await rest('POST', `${applicationPath(application.id)}/request-correction`, { body: { items: list } });
    flags.clear();
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('review.correctTitle')} act={t('review.correctSend')} ready={ready} onConfirm={send} onClose={onClose}>
      <p>{t('review.correctLead')}</p>
      {items.map((item, index) => (
        <ItemFields key={item.pointer} index={index} item={item} onChange={patch => flags.change(item.pointer, patch)} onRemove={() => flags.toggle(item.pointer, item.label)} />
      ))}
      <div className="hb-form-line">
        <label htmlFor={id}>{t('review.correctAdd')}</label>
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          placeholder={t('review.correctPlace')}
          loading={printed.isFetching}
          options={places.filter(place => !flags.has(place.value))}
          onChange={(_: null, option) => {
            const place = option as unknown as Place;
            flags.toggle(place.value, place.label);
          }}
        />
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
  readonly item: FlaggedItem;
  readonly onChange: (patch: Partial<FlaggedItem>) => void;
  readonly onRemove: () => void;
}

function ItemFields({ index, item, onChange, onRemove }: ItemProps) {
  const { t } = useTranslation('permits');
  const id = useId();
  return (
    <fieldset className="hb-flagged">
      <legend>
        {t('review.item', { count: index + 1 })} {item.label}
      </legend>
      <div className="hb-form-line">
        <label htmlFor={`${id}-how`}>{t('review.correctRequirement')}</label>
        <Input.TextArea id={`${id}-how`} value={item.requirement} maxLength={1000} placeholder={t('review.correctExample')} autoSize={{ minRows: 2, maxRows: 6 }} onChange={event => onChange({ requirement: event.target.value })} />
      </div>
      <div className="hb-form-line">
        <label htmlFor={`${id}-why`}>{t('review.correctReason')}</label>
        <Input id={`${id}-why`} value={item.reason} maxLength={500} onChange={event => onChange({ reason: event.target.value })} />
      </div>
      <div>
        <Button type="text" danger icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {t('review.removeItem')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Sections, fields and rows of tables, as an officer would name them. */
function placesOf(printed: Printed | undefined): Place[] {
  return (printed?.sections ?? []).flatMap(section => {
    const title = textOf(section.title);
    const tables = section.tables.flatMap(table => [
      { value: table.pointer, label: `${title} · ${textOf(table.caption)}` },
      ...table.rows.map((row, index) => ({ value: `${table.pointer}/${index}`, label: `${title} · ${textOf(table.caption)} · ${index + 1} ${row.slice(0, 2).join(' ')}` })),
    ]);
    return [{ value: `/${section.key}`, label: title }, ...section.facts.map(fact => ({ value: fact.pointer, label: `${title} · ${textOf(fact.label)}` })), ...tables];
  });
}
