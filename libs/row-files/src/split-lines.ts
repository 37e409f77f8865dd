/** One line without its line feed; `bytes` is undefined when the line is longer than allowed. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

const LINE_FEED = 0x0a;

/** Cuts a byte stream at line feeds, holding at most one line of `maxBytes` in memory. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;

  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): Line => {
    const line = { number, bytes: length > maxBytes ? undefined : Buffer.concat(parts) };
    number += 1;
    parts = [];
    length = 0;
    return line;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
