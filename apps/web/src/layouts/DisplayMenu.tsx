import { EyeOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button, Popover, Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage, useLanguage } from '@/i18n';
import { setDisplay, useDisplay } from '@/theme/display';

/** Large type and high contrast, one click away on every page. */
export function DisplayMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={<DisplaySwitches />} title={t('display.title')}>
      <Button type="text" icon={<EyeOutlined aria-hidden />} aria-expanded={open}>
        <span className="hb-wide-only">{t('display.open')}</span>
        <span className="hb-sr-only hb-narrow-name">{t('display.open')}</span>
      </Button>
    </Popover>
  );
}

export function DisplaySwitches() {
  const { t } = useTranslation();
  const display = useDisplay();
  const id = useId();
  return (
    <div className="hb-switches">
      <label htmlFor={`${id}-size`}>{t('display.large')}</label>
      <Switch id={`${id}-size`} checked={display.size === 'large'} onChange={on => setDisplay({ size: on ? 'large' : 'normal' })} />
      <label htmlFor={`${id}-contrast`}>{t('display.contrast')}</label>
      <Switch id={`${id}-contrast`} checked={display.contrast === 'high'} onChange={on => setDisplay({ contrast: on ? 'high' : 'normal' })} />
    </div>
  );
}

/** Named in the other language, so that whoever needs it can read it. */
export function LanguageButton() {
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" icon={<GlobalOutlined aria-hidden />} lang={other} onClick={() => void setLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
