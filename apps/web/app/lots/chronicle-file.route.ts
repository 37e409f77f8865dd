import { LotChronicle } from '../data/generated/operations';
import { ask } from '../server/ask';
import type { Route } from './+types/chronicle-file.route';

/** The record of an ended lot, to be verified elsewhere. */
export async function loader(asked: Route.LoaderArgs) {
  const { chronicle } = await ask(asked, LotChronicle, { ref: asked.params.ref });
  return new Response(chronicle.text, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${encodeURIComponent(asked.params.ref)}.ndjson"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
