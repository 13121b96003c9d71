import { LogoutOutlined, SettingOutlined, TranslationOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { setLanguage, useLanguage } from '@/i18n';
import { useSession, useSignOut } from '@/session/session';

/** Account, language, leaving. */
export function UserMenu() {
  const { t } = useTranslation();
  const { me } = useSession();
  const router = useRouter();
  const signOut = useSignOut();
  const language = useLanguage();
  const items: MenuProps['items'] = [
    { key: 'who', disabled: true, label: <span className="hb-small">{me.user.email}</span> },
    { type: 'divider' },
    { key: 'account', icon: <SettingOutlined aria-hidden />, label: t('shell.account') },
    { key: 'language', icon: <TranslationOutlined aria-hidden />, label: language === 'en' ? '中文' : 'English' },
    { type: 'divider' },
    { key: 'leave', icon: <LogoutOutlined aria-hidden />, label: t('shell.signOut') },
  ];
  const act = (key: string): void => {
    if (key === 'account') router.history.push('/account');
    if (key === 'language') void setLanguage(language === 'en' ? 'zh-CN' : 'en');
    if (key === 'leave') void signOut();
  };
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => act(key) }}>
      <Button type="text" className="hb-user" aria-label={t('shell.userMenu', { name: me.user.name })} aria-haspopup="menu">
        {/* drawn by the style sheet: as text it would stand before the name and belie the label */}
        <span className="hb-user__initial" aria-hidden data-initial={me.user.name.slice(-1)} />
        <span className="hb-wide-only">{me.user.name}</span>
      </Button>
    </Dropdown>
  );
}
