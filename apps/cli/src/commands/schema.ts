import { composeSupergraph } from '@stx/gateway';
import { SubgraphRegistry } from '@stx/platform';
import type { Command } from 'commander';
import { everyDomain, withExchange } from '../local-exchange.js';

/** `stx schema`: the supergraph as composed now, for `apps/gateway/schema.graphql`. */
export function schemaCommands(program: Command): void {
  program
    .command('schema')
    .description('print the composed supergraph')
    .action(async () => {
      const subgraphs = await withExchange(everyDomain(), async (app) => app.get(SubgraphRegistry).all());
      process.stdout.write(`${composeSupergraph(subgraphs)}\n`);
    });
}
