import type { ImportResult } from '@stx/row-files';
import { EXIT, printJson, say } from './output.js';

/** Refused rows that the terminal shows; `--json` has all. */
const SHOWN = 20;

/** The counts and reasons of an import; the exit code is 1 when a row was refused. */
export function printImport(result: ImportResult, isJson: boolean): void {
  const { read, created, updated, unchanged, refused, errors } = result;
  if (isJson) printJson(result);
  else {
    say(`read ${read}, created ${created}, updated ${updated}, unchanged ${unchanged}, refused ${refused}`);
    for (const { row, column, rule, message } of errors.slice(0, SHOWN))
      say(`row ${row}${column ? `, ${column}` : ''}: ${message} (${rule})`);
    if (errors.length > SHOWN) say(`… ${errors.length - SHOWN} more, all of them with --json`);
  }
  process.exitCode = refused > 0 ? EXIT.no : EXIT.done;
}
