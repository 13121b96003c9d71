import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Address inside this site, with search and hash if needed, e.g. `/e/0198…/members?tab=mine`. */
  readonly to: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link whose address is data (navigation, notifications, lists). Typed routes may use the router's own `Link`. */
export function AppLink({ to, onClick, children, ref, ...rest }: Props) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <a {...rest} ref={ref} href={to} onClick={follow}>
      {children}
    </a>
  );
}
