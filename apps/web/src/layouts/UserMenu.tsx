import { LogoutOutlined, SettingOutlined, TranslationOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage, useLanguage } from '@/i18n';
import { useSession, useSignOut } from '@/session/session';
import { unsentOf } from '@/shared/field/unsent';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';

/** Account, language, leaving. */
export function UserMenu() {
  const { t } = useTranslation();
  const { me } = useSession();
  const router = useRouter();
  const signOut = useSignOut();
  const language = useLanguage();
  const [unsent, setUnsent] = useState(0);
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
    if (key === 'leave') {
      const left = unsentOf(me.user.id);
      if (left === 0) void signOut();
      else setUnsent(left);
    }
  };
  return (
    <>
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => act(key) }}>
      <Button type="text" className="hb-user" aria-label={t('shell.userMenu', { name: me.user.name })} aria-haspopup="menu">
        {/* drawn by the style sheet: as text it would stand before the name and belie the label */}
        <span className="hb-user__initial" aria-hidden data-initial={me.user.name.slice(-1)} />
        <span className="hb-wide-only">{me.user.name}</span>
      </Button>
    </Dropdown>
    <ConfirmAct open={unsent > 0} title={t('offline.leaveTitle')} act={t('shell.signOut')} danger onConfirm={signOut} onClose={() => setUnsent(0)}>{t('offline.leaveMeans', { count: unsent, name: me.user.name })}</ConfirmAct>
    </>
  );
}
