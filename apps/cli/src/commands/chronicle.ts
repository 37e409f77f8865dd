import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { BiddingModule, ExportChronicle, verifyChronicle, type ChronicleTrust } from '@stx/bidding';
import { Refused } from '@stx/platform';
import { InvalidArgumentError, type Command } from 'commander';
import { chronicleReason } from '../chronicle-reason.js';
import { withExchange } from '../local-exchange.js';
import { EXIT, inBothLanguages, printJson, say, UsageError } from '../output.js';

async function exportChronicle(lot: string, out: string, { json }: { json?: boolean }): Promise<void> {
  const lines = await withExchange([BiddingModule], async (app) => {
    try {
      return await app.get(ExportChronicle, { strict: false }).run(lot);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new UsageError(`${lot}: ${inBothLanguages(error)} (${error.code})`);
    }
  });
  write(out, lines.map((line) => `${line}\n`).join(''));
  const written = { lot, file: out, events: lines.length - 1 };
  if (json) printJson(written);
  else say(`${out}: ${written.events} events / ${written.events} 个事件`);
}

/** Whole or not at all. */
function write(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Lines of a UTF-8 file; a byte order mark stays, so that it shows as a change. */
function linesOf(file: string): string[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (bytes.length === 0) throw new UsageError(`${file}: the file is empty / 文件是空的`);
  // bytes that are no UTF-8 become a character that no line of ours holds, and so a fault of their line
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
}

interface VerifyOptions {
  key?: string;
  head: string[];
  receipt: NonNullable<ChronicleTrust['receipts']>;
  json?: boolean;
}

function verifyFile(file: string, { key, head, receipt, json }: VerifyOptions): void {
  const trust: ChronicleTrust = { heads: head, receipts: receipt, ...(key && { publicKey: key }) };
  const verdict = verifyChronicle(linesOf(file), trust);
  if (json) printJson(verdict);
  else if (verdict.fault) say(chronicleReason(file, verdict));
  else {
    const { lot, events, head: last, publicKey, result } = verdict;
    const how = result ? [result.state, result.winner, result.price].filter(Boolean).join(' ') : '–';
    say(`${file}: verifies / 核对无误: ${lot}, ${events} events / 个事件, ${how}`);
    say(`head / 末行哈希值: ${last}`);
    if (key === undefined) say(`signed by / 签名公钥: ${publicKey} (compare / 请与平台公布的公钥比对)`);
  }
  process.exitCode = verdict.verifies ? EXIT.done : EXIT.no;
}

function hash(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError('64 hexadecimal digits');
  return text;
}

function receiptOf(text: string): { seq: number; hash: string } {
  const [, seq, of] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !of) throw new InvalidArgumentError('write SEQ:HASH');
  return { seq: Number(seq), hash: of };
}

const many =
  <Value>(parse: (text: string) => Value) =>
  (text: string, before: Value[]): Value[] => [...before, parse(text)];

/** `stx chronicle export` and `stx chronicle verify`: the public record of a lot, and whether it proves itself. */
export function chronicleCommands(program: Command): void {
  const group = program.command('chronicle').description('public record of a lot');
  group
    .command('export')
    .description('write the record of an ended lot to a file')
    .argument('<lot>', 'public number of the lot')
    .argument('<out>', 'file to write')
    .option('--json', 'one JSON document')
    .action(exportChronicle);
  group
    .command('verify')
    .description('recompute every hash, the signature and the rules, without network or database')
    .argument('<file>', 'a chronicle')
    .option('--key <key>', "the exchange's published key, base64url")
    .option('--head <hash>', 'a hash you saw published; may be repeated', many(hash), [])
    .option('--receipt <seq:hash>', "a bidder's receipt; may be repeated", many(receiptOf), [])
    .option('--json', 'one JSON document')
    .action(verifyFile);
}
