import { Link as RouterLink, type LinkProps } from 'react-router';
import { useAddress } from '../i18n/use-language';

/** A link to a plain path, kept in the page's language. */
export function Link({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  return <RouterLink to={useAddress()(to)} {...rest} />;
}
