import { notFound } from '../server/ask';
import type { Route } from './+types/not-found.route';

/** Every other address. */
export const loader = (asked: Route.LoaderArgs) => notFound(asked);

export default function NotFound() {
  return null;
}
