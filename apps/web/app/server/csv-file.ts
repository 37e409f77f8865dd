/** So that spreadsheet programs take it for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table to download. */
export const csvFile = (name: string, text: string) =>
  new Response(BYTE_ORDER_MARK + text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  });
