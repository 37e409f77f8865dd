import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After a change of page the focus stands on its heading, as after a full load it stands on top. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);
}
