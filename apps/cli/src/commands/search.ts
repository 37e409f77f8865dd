import { existsSync } from 'node:fs';
import { SearchEngineModule } from '@stx/installation';
import { evaluate, SEARCH_ENGINE, type SearchEngine } from '@stx/search';
import type { Command } from 'commander';
import { withExchange } from '../local-exchange.js';
import { printJson, UsageError } from '../output.js';

interface EvaluateOptions {
  corpus: string;
  queries: string;
  qrels: string;
}

/** `stx search evaluate`: judged queries through the product's own search, on a scratch index. */
export function searchCommands(program: Command): void {
  program
    .command('search')
    .description('finding')
    .command('evaluate')
    .description('nDCG@10, recall@100 and MRR@10 of judged queries')
    .requiredOption('--corpus <file>', 'documents, .ndjson or .ndjson.gz')
    .requiredOption('--queries <file>', 'queries, .ndjson')
    .requiredOption('--qrels <file>', 'judgements, .tsv')
    .option('--json', 'always on for this command')
    .action(async ({ corpus, queries, qrels }: EvaluateOptions) => {
      for (const file of [corpus, queries, qrels]) {
        if (!existsSync(file)) throw new UsageError(`${file}: no such file / 文件不存在`);
      }
      const work = (engine: SearchEngine) => evaluate({ engine, corpus, queries, qrels });
      printJson(
        await withExchange([SearchEngineModule], (app) => work(app.get(SEARCH_ENGINE, { strict: false }))),
      );
    });
}
