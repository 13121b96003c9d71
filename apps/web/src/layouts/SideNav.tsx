import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { readPath } from '@/api/rest';
import { type Area, GROUPS, navigation, type NavEntry, type NavGroup } from '@/app/navigation';
import { textOf } from '@/i18n';
import { AREA_OF, useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';

/** Groups of enterprises and firms fold: somebody who comes once a year sees the few that matter, and what waits in the others. */
const FOLDS: readonly Area[] = ['e', 'f'];
const ALWAYS_OPEN: NavGroup = 'work';
const REFETCH_MS = 30_000;

/** The entries of this area that the person's roles allow, in groups, with what waits beside them. */
export function SideNav({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const { organisation, base, can } = useSession();
  const { pathname } = useLocation();
  const waiting = useWaiting();
  if (!organisation) return <AccountNav onGo={onGo} />;
  const area = AREA_OF[organisation.orgKind];
  const entries = navigation.filter(entry => entry.area === area && (!entry.action || can(entry.action)));
  const here = longestMatch(entries, base, pathname);
  return (
    <nav className="hb-side" aria-label={t('shell.mainNav')}>
      <p className="hb-side__area">{t(`shell.area.${organisation.orgKind}`)}</p>
      {GROUPS.map(({ key, label }) => {
        const members = entries.filter(entry => entry.group === key);
        if (members.length === 0) return null;
        return <Group key={key} name={key} label={textOf(label)} members={members} here={here} folds={FOLDS.includes(area) && key !== ALWAYS_OPEN} waiting={waiting} onGo={onGo} />;
      })}
    </nav>
  );
}

interface GroupProps {
  readonly name: NavGroup;
  readonly label: string;
  readonly members: readonly NavEntry[];
  readonly here: NavEntry | undefined;
  readonly folds: boolean;
  readonly waiting: (entry: NavEntry) => number;
  readonly onGo: (() => void) | undefined;
}

function Group({ name, label, members, here, folds, waiting, onGo }: GroupProps) {
  const { base } = useSession();
  // null: as it comes, open where the page is
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = !folds || (chosen ?? (here !== undefined && members.includes(here)));
  const total = members.reduce((sum, entry) => sum + waiting(entry), 0);
  return (
    <div className="hb-side__group">
      {folds ? (
        <button type="button" className="hb-side__label hb-side__fold" id={`nav-${name}`} aria-expanded={open} onClick={() => setChosen(!open)}>
          {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {label} {!open && <Waits count={total} />}
        </button>
      ) : (
        <p className="hb-side__label" id={`nav-${name}`}>{label}</p>
      )}
      {open && (
        <ul className="hb-plain-list" aria-labelledby={`nav-${name}`}>
          {members.map(entry => (
            <li key={entry.to}>
              <AppLink to={base + entry.to} aria-current={entry === here ? 'page' : undefined} onClick={onGo}>
                <span className="hb-side__icon" aria-hidden>
                  {entry.icon}
                </span>
                {textOf(entry.label)}
                <Waits count={waiting(entry)} />
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Waits({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return count === 0 ? null : <span className="hb-side__waits" title={t('shell.waits', { count })}><span aria-hidden>{count > 99 ? '99+' : count}</span><span className="hb-sr-only">{t('shell.waits', { count })}</span></span>;
}

/** How many matters of an entry wait for the reader: one request for the whole menu. */
function useWaiting(): (entry: NavEntry) => number {
  const { can } = useSession();
  const isOffice = can('case.queue');
  const counts = useQuery({ ...readPath<components['schemas']['WaitingCountsView']>(`/api/v1/cases/${isOffice ? '' : 'own/'}waiting`), enabled: isOffice || can('case.list-own'), refetchInterval: REFETCH_MS });
  return ({ waits = [] }) => (counts.data?.items ?? []).filter(one => waits.includes(one.kind)).reduce((sum, one) => sum + one.count, 0);
}

function longestMatch(entries: readonly NavEntry[], base: string, pathname: string): NavEntry | undefined {
  return entries
    .filter(entry => pathname === base + entry.to || (entry.to !== '' && pathname.startsWith(`${base}${entry.to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}

function AccountNav({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links = ['', '/security', '/notifications'] as const;
  return (
    <nav className="hb-side" aria-label={t('shell.mainNav')}>
      <p className="hb-side__area">{t('shell.area.account')}</p>
      <ul className="hb-plain-list">
        {links.map(link => (
          <li key={link}>
            <AppLink to={`/account${link}`} aria-current={pathname === `/account${link}` ? 'page' : undefined} onClick={onGo}>
              {t(`accountNav.${link === '' ? 'profile' : link.slice(1)}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
