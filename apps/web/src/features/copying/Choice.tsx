import { Checkbox, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OF_OUTLETS, PARTS, type Asked, type Sources } from './model';

interface Props {
  readonly asked: Asked;
  readonly section: string;
  readonly sources: Sources;
  readonly onChange: (asked: Asked) => void;
}

/** What is to be copied, before it is looked at. */
export function Choice(props: Props) {
  return props.asked.from === 'permit' ? <PermitChoice {...props} /> : <OutletChoice {...props} />;
}

function PermitChoice({ asked, section, sources, onChange }: Props) {
  const { t } = useTranslation('copying');
  return (
    <>
      <Labelled label={t('which')}>
        {id => <Select id={id} className="hb-field__select" value={asked.permitId} options={sources.permits.map(one => ({ value: one.id, label: `${one.number} · ${one.siteName}` }))} onChange={permitId => onChange({ ...asked, permitId })} />}
      </Labelled>
      {OF_OUTLETS.includes(section) && (
        <Labelled label={t('codes')}>
          {id => <Select id={id} mode="multiple" className="hb-field__select" value={asked.codes ?? []} options={outletOptions(sources)} optionFilterProp="label" onChange={(codes: string[]) => onChange({ ...asked, codes: codes.length > 0 ? codes : undefined })} />}
        </Labelled>
      )}
    </>
  );
}

function OutletChoice({ asked, sources, onChange }: Props) {
  const { t } = useTranslation('copying');
  const medium = asked.source?.slice(0, 2);
  const others = outletOptions(sources).filter(one => one.value !== asked.source && (medium === undefined || one.value.startsWith(medium)));
  const partsId = useId();
  return (
    <>
      <Labelled label={t('source')}>
        {id => <Select id={id} showSearch optionFilterProp="label" className="hb-field__select" value={asked.source} options={outletOptions(sources)} onChange={source => onChange({ ...asked, source, targets: [] })} />}
      </Labelled>
      <Labelled label={t('targets')}>
        {id => <Select id={id} mode="multiple" optionFilterProp="label" className="hb-field__select" value={asked.targets ?? []} options={others} onChange={(targets: string[]) => onChange({ ...asked, targets })} />}
      </Labelled>
      <div role="group" aria-labelledby={partsId}>
        <p id={partsId} className="hb-field__label">{t('parts')}</p>
        <Checkbox.Group value={asked.parts ?? []} options={PARTS.map(value => ({ value, label: t(`part.${value}`) }))} onChange={parts => onChange({ ...asked, parts: parts as Asked['parts'] })} />
      </div>
    </>
  );
}

const outletOptions = (sources: Sources): { value: string; label: string }[] => sources.outlets.map(one => ({ value: one.code, label: `${one.code} ${one.name}`.trim() }));

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="hb-field__label">{label}</label>
      {children(id)}
    </div>
  );
}
