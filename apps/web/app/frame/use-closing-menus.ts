import { useEffect } from 'react';
import { useLocation } from 'react-router';

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

/** Menus are `details`: with JavaScript they also close on Escape, on a press elsewhere and on a change of page. */
export function useClosingMenus(): void {
  const { key } = useLocation();
  useEffect(() => openMenus().forEach((menu) => (menu.open = false)), [key]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      openMenus().forEach((menu) => {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      });
    };
    const onPress = (event: PointerEvent) =>
      openMenus().forEach((menu) => {
        if (!menu.contains(event.target as Node)) menu.open = false;
      });
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);
}
