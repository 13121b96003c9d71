import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useLanguage } from '@/i18n';
import { antdTheme } from './antd-theme';
import { useDisplay } from './display';
import { useReducedMotion } from './reduced-motion';
import { nonce } from './style-nonce';

/** Language, colours and sizes for everything below. */
export function ThemeRoot({ children }: { readonly children: ReactNode }) {
  const display = useDisplay();
  const still = useReducedMotion();
  const language = useLanguage();
  const theme = useMemo(() => antdTheme(display, still), [display, still]);
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? enUS : zhCN}
      csp={nonce ? { nonce } : undefined}
      button={{ autoInsertSpace: false }}
      form={{ scrollToFirstError: false, requiredMark: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
