import type { RowFault } from './row-reader.js';

/** How far an import has come. `read` = created + updated + unchanged + refused. */
export interface ImportProgress {
  /** The last row that is dealt with, as the person counts it. */
  position: number;
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}

export const NO_PROGRESS: ImportProgress = {
  position: 0,
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
};

export interface RowRefusal extends RowFault {
  row: number;
}

/** The progress after one more batch. */
export function advance(
  before: ImportProgress,
  { position, accepted, refused }: { position: number; accepted: unknown[]; refused: unknown[] },
  written: Pick<ImportProgress, 'created' | 'updated' | 'unchanged'>,
): ImportProgress {
  return {
    position,
    read: before.read + accepted.length + refused.length,
    created: before.created + written.created,
    updated: before.updated + written.updated,
    unchanged: before.unchanged + written.unchanged,
    refused: before.refused + refused.length,
  };
}

/** What an import answers; `stx import … --json` prints it. */
export interface ImportResult extends Omit<ImportProgress, 'position'> {
  /** One for each refused row, in the language of the importer. */
  errors: { row: number; column: string | null; rule: string; message: string }[];
}
