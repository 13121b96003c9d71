import { MenuOutlined } from '@ant-design/icons';
import { Outlet } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '@/api/live';
import { useSession } from '@/session/session';
import { InsideMain } from '@/shared/ui/inside-main';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { Brand } from './Brand';
import { DisplayMenu } from './DisplayMenu';
import { HelpLink } from './HelpLink';
import { NotificationBell } from './NotificationBell';
import { OrganisationSwitcher } from './OrganisationSwitcher';
import './portal-layout.css';
import './public-layout.css';
import { SideNav } from './SideNav';
import { UserMenu } from './UserMenu';

/** Frame of everything one does for an organisation: top bar, side navigation, page. */
export function PortalLayout() {
  const { organisation } = useSession();
  useLive(organisation?.orgId ?? null);
  return (
    <div className="hb-portal">
      <TopBar />
      <div className="hb-portal__body">
        <aside className="hb-portal__side hb-no-print">
          <SideNav />
        </aside>
        <div className="hb-portal__main">
          <StandingBanner />
          <main id="main" tabIndex={-1}>
            <InsideMain value={true}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
            </InsideMain>
          </main>
        </div>
      </div>
    </div>
  );
}

function TopBar() {
  const { base } = useSession();
  return (
    <header className="hb-portal__top hb-no-print">
      <DrawerMenu />
      <Brand to={base || '/account'} />
      <OrganisationSwitcher />
      <div className="hb-portal__tools">
        <DisplayMenu />
        <HelpLink />
        <NotificationBell />
        <UserMenu />
      </div>
    </header>
  );
}

function DrawerMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="hb-narrow-only" type="text" icon={<MenuOutlined aria-hidden />} aria-label={t('shell.menu')} aria-expanded={open} onClick={() => setOpen(true)} />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={300} title={t('shell.menu')}>
        <SideNav onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

/** Tells members of an organisation that is not (or no longer) verified what they can do and what comes next. */
function StandingBanner() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  if (!organisation || organisation.orgStatus === 'active') return null;
  const tone = organisation.orgStatus === 'pending' ? 'warning' : 'danger';
  return (
    <p className={`hb-banner hb-banner--${tone}`} role="status">
      {t(`organisation.standing.${organisation.orgStatus}`)}
    </p>
  );
}
