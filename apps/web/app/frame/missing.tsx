import { useLocation } from 'react-router';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Link } from '../parts/link';
import { useRoot } from './use-root';

/** Says on every page why roles rest, and what wakes them: nothing disappears without a word. */
export function Missing() {
  const missing = useRoot()?.missing;
  const { pathname, search } = useLocation();
  if (!missing || /\/(account\/security|sign-in\/second-factor|sign-up\/confirm)$/.test(pathname))
    return null;
  return (
    <div className="wrap pt-4">
      {missing === 'confirmation' ? (
        <Callout tone="care" title={m.missing_confirmation()}>
          <Link to="/sign-up/confirm">{m.send_letter_again()}</Link>
        </Callout>
      ) : (
        <Callout tone="care" title={m.missing_second_factor()}>
          <p className="flex flex-wrap gap-x-6">
            <Link to={`/sign-in/second-factor?next=${encodeURIComponent(pathname + search)}`}>
              {m.show_code()}
            </Link>
            <Link to="/account/security">{m.set_up_second_factor()}</Link>
          </p>
        </Callout>
      )}
    </div>
  );
}
