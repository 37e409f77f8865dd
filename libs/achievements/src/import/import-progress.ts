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

export interface RefusedRow extends RowFault {
  row: number;
}
