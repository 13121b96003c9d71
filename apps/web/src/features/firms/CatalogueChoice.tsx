import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import './firms.css';
import { LIFE_STAGES, type ServiceItem } from './model';
import { kindOf, stageOf, useWords } from './words';

interface Offered {
  readonly kind: string;
  readonly stage: string;
  readonly title: string;
  readonly serviceCode?: string | null;
}

interface Props {
  readonly services: readonly Offered[];
  readonly onChange: (services: readonly Offered[]) => void;
}

/** Which services of the catalogue the firm offers, stage by stage. What it named itself before stays. */
export function CatalogueChoice({ services, onChange }: Props) {
  const { t } = useTranslation('market');
  const words = useWords();
  const catalogue = useQuery(readPath<readonly ServiceItem[]>('/api/v1/public/services'));
  const toggle = (one: ServiceItem): void =>
    onChange(services.some(each => each.serviceCode === one.code) ? services.filter(each => each.serviceCode !== one.code) : [...services, { kind: one.kind, stage: one.stage, title: one.titleZh, serviceCode: one.code }]);
  return (
    <>
      {LIFE_STAGES.map(stage => (
        <fieldset key={stage.value} className="hb-plain-fieldset hb-services">
          <legend className="hb-field__label">{`${t('profile.services')}：${stageOf(stage.value)}`}</legend>
          <div className="hb-situations">
            {catalogue.data?.filter(one => one.stage === stage.value).map(one => (
              <Checkbox key={one.code} checked={services.some(each => each.serviceCode === one.code)} onChange={() => toggle(one)}>
                {words({ zh: one.titleZh, en: one.titleEn })} <span className="hb-small hb-muted">{kindOf(one.kind)}</span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
      ))}
      {services.some(one => !one.serviceCode) && <p className="hb-muted">{services.filter(one => !one.serviceCode).map(one => one.title).join('、')}</p>}
    </>
  );
}
