import 'reflect-metadata';
import { ConfigError, DatabaseStartError } from '@stx/platform';
import { Command, CommanderError } from 'commander';
import { auctionCommands } from './commands/auction.js';
import { chronicleCommands } from './commands/chronicle.js';
import { checkCommands } from './commands/checks.js';
import { deadLetterCommands } from './commands/dead-letters.js';
import { importCommands } from './commands/import.js';
import { operatorCommands } from './commands/operator.js';
import { rebuildCommands } from './commands/rebuild.js';
import { schemaCommands } from './commands/schema.js';
import { searchCommands } from './commands/search.js';
import { EXIT, say, UsageError } from './output.js';

const program = new Command('stx').description('Southern Technology Exchange, command line').exitOverride();
auctionCommands(program);
checkCommands(program);
deadLetterCommands(program);
chronicleCommands(program);
importCommands(program);
operatorCommands(program);
rebuildCommands(program);
schemaCommands(program);
searchCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof DatabaseStartError
  ) {
    say(error.message);
    process.exitCode = EXIT.usage;
  } else throw error;
}
