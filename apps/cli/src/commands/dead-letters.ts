import { DeadLetters, ReplayDeadLetter, type DeadLetter } from '@stx/operations';
import { systemViewer } from '@stx/platform';
import type { Command } from 'commander';
import { everyDomain, withExchange } from '../local-exchange.js';
import { EXIT, printJson, say, UsageError } from '../output.js';

interface Options {
  subscription?: string;
  seq?: string;
  json?: boolean;
}

const line = ({ subscription, seq, factType, errorName, parkedAt }: DeadLetter) =>
  `${subscription} ${seq} ${factType}: ${errorName}, ${parkedAt.toISOString()}`;

function wantedSeq({ seq }: Options): number | null {
  if (seq === undefined) return null;
  if (!/^[1-9]\d{0,14}$/.test(seq))
    throw new UsageError(`--seq ${seq}: not a number of a fact / 事件编号无效`);
  return Number(seq);
}

async function list({ subscription, json }: Options): Promise<void> {
  const letters = await withExchange(everyDomain(), (app) =>
    app.get(DeadLetters, { strict: false }).all(systemViewer, subscription),
  );
  if (json) return printJson(letters);
  if (letters.length === 0) say('nothing is set aside / 没有被搁置的事件');
  letters.forEach((letter) => say(line(letter)));
}

async function replay(options: Options): Promise<void> {
  const seq = wantedSeq(options);
  const result = await withExchange(everyDomain(), async (app) => {
    const all = await app.get(DeadLetters, { strict: false }).all(systemViewer, options.subscription);
    // oldest first: as they happened
    const wanted = all.filter((letter) => seq === null || letter.seq === seq).reverse();
    if (wanted.length === 0 && seq !== null)
      throw new UsageError(`${seq}: no such fact is set aside / 没有该编号的搁置事件`);
    const outcome = { replayed: 0, failed: [] as { subscription: string; seq: number }[] };
    for (const { subscription, seq: number } of wanted) {
      const isSettled = await app
        .get(ReplayDeadLetter, { strict: false })
        .runHere(systemViewer, subscription, number);
      if (isSettled) outcome.replayed++;
      else outcome.failed.push({ subscription, seq: number });
    }
    return outcome;
  });
  if (options.json) printJson(result);
  else {
    say(`replayed ${result.replayed}, failed ${result.failed.length}`);
    result.failed.forEach(({ subscription, seq: number }) =>
      say(`still set aside: ${subscription} ${number}`),
    );
  }
  process.exitCode = result.failed.length > 0 ? EXIT.no : EXIT.done;
}

/** `stx dead-letters list|replay`: facts that a subscriber could not handle. */
export function deadLetterCommands(program: Command): void {
  const group = program.command('dead-letters').description('facts set aside after eight failures');
  group
    .command('list')
    .description('those not yet replayed, newest first')
    .option('--subscription <name>', 'of one subscriber')
    .option('--json', 'one JSON document')
    .action(list);
  group
    .command('replay')
    .description('handle them again, oldest first')
    .option('--subscription <name>', 'of one subscriber')
    .option('--seq <number>', 'one fact')
    .option('--json', 'one JSON document')
    .action(replay);
}
