import { useRouterState } from '@tanstack/react-router';
import { AppLink } from './AppLink';
import './tab-links.css';

interface Props {
  /** What the tabs divide, for who does not see them. */
  readonly label: string;
  readonly active: string;
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
}

/**
 * The lists of one page as links: each has an address (`?tab=`) that can be kept, shared and opened aside. A narrow screen
 * scrolls them sideways; nothing hides behind a menu.
 */
export function TabLinks({ label, active, tabs }: Props) {
  const pathname = useRouterState({ select: state => state.location.pathname });
  return (
    <nav aria-label={label} className="hb-tab-links">
      <ul>
        {tabs.map(tab => (
          <li key={tab.key}>
            <AppLink to={`${pathname}?tab=${tab.key}`} aria-current={tab.key === active ? 'page' : undefined}>
              {tab.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
