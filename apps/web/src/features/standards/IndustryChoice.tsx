import { industryOf } from '@huanbao/standards';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useControl, type ControlProps } from '@/shared/form/control';
import { FindIndustry } from '../classify/FindIndustry';

/** The industry of a question, chosen from GB/T 4754 by a word, a code, or by going down the sections. */
export function IndustryChoice(props: ControlProps) {
  const { t } = useTranslation('standards');
  const { value, set, common } = useControl(props);
  const [open, setOpen] = useState(false);
  const code = typeof value === 'string' ? value : '';
  const name = industryOf(code)?.name;
  const choose = (next: string): void => {
    set(next);
    setOpen(false);
  };
  return (
    <div className="hb-row">
      <Button id={common.id} disabled={common.disabled} aria-describedby={common['aria-describedby']} onClick={() => setOpen(true)}>
        {code === '' ? t('industry.choose') : <>{name ?? ''} <span className="hb-num">{code}</span></>}
      </Button>
      {code !== '' && <button type="button" className="hb-link" onClick={() => set('')}>{t('industry.clear')}</button>}
      <Modal open={open} title={t('industry.choose')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden width={760}>
        <div className="hb-classify hb-stack"><FindIndustry label={t('industry.search')} onPick={choose} /></div>
      </Modal>
    </div>
  );
}
