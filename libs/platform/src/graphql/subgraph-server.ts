import { createServer, type IncomingMessage, type Server } from 'node:http';
import { SignedViewerVerifier, VIEWER_HEADER } from '../access/signed-viewer.js';
import { log } from '../log/log.js';
import { executeOnSubgraph, newContext, parseForSubgraph, type Subgraph } from './subgraph-registry.js';

const MAX_BODY = 2 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface GraphqlBody {
  query: string;
  variables?: Record<string, unknown>;
}

/**
 * A domain alone in its process: one POST route that answers only what the gateway signed (S23), and a health route.
 * Everything else is 404.
 */
export function createSubgraphServer(subgraph: Subgraph, secret: string): Server {
  const verifier = new SignedViewerVerifier(subgraph.name, secret);
  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    if (request.url === '/health/live') return [200, { status: 'up' }];
    if (request.method !== 'POST' || request.url !== '/graphql') return [404, { error: 'not found' }];
    const body = await bodyOf(request);
    if (body === null) return [413, { error: 'too large' }];
    const viewer = verifier.verify(request.headers[VIEWER_HEADER]?.toString(), body);
    if (!viewer) return [401, { error: 'not signed by the gateway' }];
    const { query, variables } = JSON.parse(body) as GraphqlBody;
    const document = parseForSubgraph(subgraph, query);
    if (!document) return [400, { error: 'not a document of this service' }];
    return [200, await executeOnSubgraph(subgraph, document, variables, newContext(viewer))];
  };
  return createServer((request, response) => {
    void answer(request)
      .catch((error: unknown): [number, unknown] => {
        log.error('subgraph request failed', error, { domain: subgraph.name });
        return [500, { error: 'internal' }];
      })
      .then(([status, json]) => {
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify(json));
      });
  });
}
