import { Projections, type Projection, type ProjectionDigest } from '@stx/platform';
import type { Command } from 'commander';
import { everyDomain, withExchange } from '../local-exchange.js';
import { EXIT, printJson, say, UsageError } from '../output.js';

interface Options {
  all?: boolean;
  json?: boolean;
}

interface Rebuilt {
  name: string;
  before: ProjectionDigest;
  after: ProjectionDigest;
  /** The rebuilt one holds what the live one held. */
  isEqual: boolean;
}

function wanted(projections: Projection[], names: string[], { all }: Options): Projection[] {
  const known = projections.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0 || (names.length === 0) === !all)
    throw new UsageError(
      `${unknown.join(', ') || 'name what to rebuild, or --all / 请指定名称或使用 --all'}; known / 可选: ${known.join(', ')}`,
    );
  return all ? projections : projections.filter(({ name }) => names.includes(name));
}

async function rebuildOne(projection: Projection): Promise<Rebuilt> {
  const before = await projection.digest();
  say(`${projection.name}: ${before.rows} rows, rebuilding / 正在重建…`);
  let told = 0;
  await projection.rebuild((done) => {
    if (done - told < 1000) return;
    told = done;
    say(`${projection.name}: ${done}`);
  });
  const after = await projection.digest();
  const isEqual = before.hash === after.hash;
  say(
    `${projection.name}: ${after.rows} rows, ${isEqual ? 'as before / 与原来一致' : 'CHANGED / 与原来不同'}`,
  );
  return { name: projection.name, before, after, isEqual };
}

/** `stx rebuild`: throws projections away and makes them again from the journals, while the exchange runs. */
export function rebuildCommands(program: Command): void {
  program
    .command('rebuild')
    .description('make projections anew from the journals')
    .argument('[names...]', 'such as exchange-index.trade-log')
    .option('--all', 'every projection')
    .option('--json', 'one JSON document')
    .action(async (names: string[], options: Options) => {
      const rebuilt = await withExchange(everyDomain(), async (app) => {
        const results: Rebuilt[] = [];
        for (const projection of wanted(app.get(Projections).all(), names, options))
          results.push(await rebuildOne(projection));
        return results;
      });
      if (options.json) printJson(rebuilt);
      process.exitCode = EXIT.done;
    });
}
