import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { newId, log, type RequestContext } from '@stx/platform';
import type { FederatedGateway } from './federated-gateway.js';
import { limitsRule } from './limits.js';

/** Codes of our own and of the document's faults; everything else is masked. */
const isPublic = (code: unknown): boolean => typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';

export function createApollo(gateway: FederatedGateway): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    introspection: true, // the schema is public on purpose
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: 1_000 },
    validationRules: [limitsRule],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result), // Apollo's own indents by two blanks
    plugins: [ApolloServerPluginLandingPageDisabled()],
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
