import { composeSupergraph, domains } from '@stx/gateway';
import { EdgeModule } from '@stx/installation';
import { SubgraphRegistry } from '@stx/platform';
import type { Command } from 'commander';
import { withExchange } from '../local-exchange.js';

/** `stx schema`: the supergraph as composed now, for `apps/gateway/schema.graphql`. */
export function schemaCommands(program: Command): void {
  program
    .command('schema')
    .description('print the composed supergraph')
    .action(async () => {
      const modules = [EdgeModule, ...domains.map(({ module }) => module)];
      const subgraphs = await withExchange(modules, async (app) => app.get(SubgraphRegistry).all());
      process.stdout.write(`${composeSupergraph(subgraphs)}\n`);
    });
}
