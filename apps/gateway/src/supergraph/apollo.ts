import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { newId, log, type RequestContext } from '@stx/platform';
import type { FederatedGateway } from './federated-gateway.js';
import { checkLimits, MAX_COST } from './limits.js';
import { checkTexts, checkVariables } from './texts.js';

/** What one operation is executed with; pages, whose documents are ours, may spend the most. */
export interface GatewayContext extends RequestContext {
  maxCost?: number;
}

/** What depends on who asks and with which values; Apollo validates a document once for everybody. */
const checkRequest: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, contextValue, request }) => {
      checkTexts(document, request.variables, contextValue.viewer.language);
      if (!operation) return;
      checkVariables(schema, operation, request.variables, contextValue.viewer.language);
      checkLimits(document, operation, contextValue.maxCost ?? MAX_COST);
    },
  }),
};

/** Codes of our own and of the document's faults; everything else is masked. */
const isPublic = (code: unknown): boolean => typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';

export function createApollo(gateway: FederatedGateway): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: true, // the schema is public on purpose
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false, // a text that somebody stored would run by its hash in somebody else's session
    parseOptions: { maxTokens: 1_000 },
    maxRecursiveSelections: 1_000, // ends doubling fragments before anything walks them
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result), // Apollo's own indents by two blanks
    plugins: [ApolloServerPluginLandingPageDisabled(), checkRequest],
    formatError: (formatted, error) => {
      if (isPublic(formatted.extensions?.['code'])) {
        const { code, field, ruleId, errorId } = formatted.extensions!;
        return {
          message: formatted.message,
          path: formatted.path,
          extensions: { code, field, ruleId, errorId },
        };
      }
      const errorId = newId();
      log.error('gateway failed', error, { errorId });
      return { message: `Problem number ${errorId}`, extensions: { code: 'INTERNAL_ERROR', errorId } };
    },
  });
}
