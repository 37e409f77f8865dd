/** Why a whole file is refused; rows already yielded before the failure stay valid. */
export type RowFileErrorCode =
  'FILE_TOO_LARGE' | 'FILE_ENCODING' | 'FILE_FORMAT' | 'FILE_ZIP_BOMB' | 'FILE_EMPTY' | 'FILE_TIMEOUT';

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
