import type { ColumnMapping } from './apply-mapping.js';

/** Encodings a CSV file can be in. Big5 is never guessed, only taken when asked for. */
export type CsvEncoding = 'utf-8' | 'gb18030' | 'big5';

/** Limits and choices; every limit has the default of security rule S30. */
export interface ReadRowsOptions {
  /** Size of the file, bytes. Default 20 MB. */
  readonly maxBytes?: number;
  /** Longest NDJSON line or CSV record. Default 1 MB. */
  readonly maxLineBytes?: number;
  /** Our field → their column. */
  readonly mapping?: ColumnMapping;
  /** Fields without which no row can be used: a table whose header lacks one is refused whole. */
  readonly required?: readonly string[];
  /** Told what a CSV file turned out to be encoded in. */
  readonly onEncoding?: (encoding: CsvEncoding) => void;
  /** Overrides the detection of a CSV file's encoding. */
  readonly encoding?: CsvEncoding;
  /** XLSX sheet, by name or 1-based number. Default the first. */
  readonly sheet?: string | number;
  /** Time an XLSX file may take to parse. Default 30. */
  readonly timeoutSeconds?: number;
  /** Heap of the XLSX worker. Default 512. */
  readonly heapMegabytes?: number;
  /** Entries in the zip. Default 1,000. */
  readonly maxZipEntries?: number;
  /** Unpacked size of the zip, bytes. Default 200 MB. */
  readonly maxUnpackedBytes?: number;
  /** Unpacked ÷ packed. Default 100. */
  readonly maxZipRatio?: number;
}

export const MEGABYTE = 1024 * 1024;

export const READ_DEFAULTS = {
  maxBytes: 20 * MEGABYTE,
  maxLineBytes: MEGABYTE,
  timeoutSeconds: 30,
  heapMegabytes: 512,
  maxZipEntries: 1000,
  maxUnpackedBytes: 200 * MEGABYTE,
  maxZipRatio: 100,
} as const;

/** Options with every limit filled in. */
export type ReadLimits = ReadRowsOptions & {
  -readonly [limit in keyof typeof READ_DEFAULTS]: number;
};
