import { industryOf } from '@huanbao/standards';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FindIndustry } from './FindIndustry';

interface Props {
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
  readonly onDone: () => void;
}

/** Industries of GB/T 4754: found by a word or a code, or by going down the sections. */
export function IndustryPicker({ chosen, onChoose, onDone }: Props) {
  const { t } = useTranslation('classify');
  const id = useId();
  const pick = (code: string): void => {
    if (!chosen.includes(code)) onChoose([...chosen, code]);
  };
  return (
    <section className="hb-card hb-stack" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{t('pick.title')}</h2>
        <p className="hb-muted">{t('pick.lead')}</p>
      </div>
      {chosen.length > 0 && <Chosen chosen={chosen} onChoose={onChoose} onDone={onDone} />}
      <FindIndustry label={chosen.length > 0 ? t('pick.add') : t('pick.search')} onPick={pick} />
    </section>
  );
}

function Chosen({ chosen, onChoose, onDone }: Props) {
  const { t } = useTranslation('classify');
  return (
    <div className="hb-classify__chosen">
      <h3>{t('pick.chosen')}</h3>
      <ul className="hb-plain-list">
        {chosen.map(code => (
          <li key={code}>
            <span>
              {industryOf(code)?.name} <span className="hb-muted hb-num">{code}</span>
            </span>
            <button type="button" className="hb-link" onClick={() => onChoose(chosen.filter(each => each !== code))}>
              {t('pick.remove', { name: industryOf(code)?.name })}
            </button>
          </li>
        ))}
      </ul>
      <Button type="primary" size="large" onClick={onDone}>
        {t('pick.go')}
      </Button>
    </div>
  );
}
