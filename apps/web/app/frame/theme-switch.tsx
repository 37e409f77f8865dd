import { Form, useLocation } from 'react-router';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import type { Theme } from '../server/context';
import { useRoot } from './use-root';

const THEMES: [Theme, () => string][] = [
  ['system', m.theme_system],
  ['light', m.theme_light],
  ['dark', m.theme_dark],
];

export function ThemeSwitch() {
  const address = useAddress();
  const { pathname, search } = useLocation();
  const current = useRoot()?.theme ?? 'system';
  return (
    <Form method="post" action={address('/theme')} preventScrollReset>
      <fieldset>
        <legend className="mb-2 text-small text-muted">{m.theme()}</legend>
        <input type="hidden" name="next" value={pathname + search} />
        <div className="flex flex-wrap gap-2">
          {THEMES.map(([theme, name]) => (
            <button
              key={theme}
              className="button quiet dense"
              name="theme"
              value={theme}
              aria-pressed={theme === current}
            >
              {theme === current && <span aria-hidden="true">✓</span>}
              {name()}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
