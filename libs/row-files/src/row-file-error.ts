/** Why a whole file is refused; this is found out before its first row is handed over. */
export type RowFileErrorCode =
  | 'FILE_MISSING'
  | 'FILE_UNREADABLE'
  | 'FILE_NOT_A_FILE'
  | 'FILE_TOO_LARGE'
  | 'FILE_ENCODING'
  | 'FILE_FORMAT'
  | 'FILE_ZIP_BOMB'
  | 'FILE_EMPTY'
  | 'FILE_TIMEOUT';

/** Values for the translated message; never contents of the file beyond a column name. */
export type MessageParams = Record<string, string | number>;

/** A failure of the file as a whole. `code` picks the message, `params` fill it. */
export class RowFileError extends Error {
  override readonly name = 'RowFileError';

  constructor(
    readonly code: RowFileErrorCode,
    readonly params: MessageParams = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }
}
