import { readFileSync } from 'node:fs';
import { replayVector } from '@stx/auction-rules';
import type { Command } from 'commander';
import { printJson, UsageError } from '../output.js';

const read = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
};

/** `stx auction replay FILE…`: scenarios through the rules engine, one line a file. */
export function auctionCommands(program: Command): void {
  program
    .command('auction')
    .description('rules of bidding')
    .command('replay')
    .description('run stx-auction-vector/1 files through the rules engine; one JSON line a file')
    .argument('<files...>')
    .option('--json', 'always on for this command')
    .action((files: string[]) => {
      for (const file of files) printJson({ file, ...(replayVector(read(file)) as object) }, true);
    });
}
