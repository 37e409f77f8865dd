/** Marks that carry no meaning for finding: accents, soft hyphen, zero-width characters, NUL. */
const DROPPED = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff\0]/g;
const ASCII = /^[\x01-\x7f]*$/;

/** What a database and a JSON parser accept: no NUL, no lone surrogate. The visible text is not changed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** The form in which texts are compared: full width = half width (NFKC), no case, no accents. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.toWellFormed().normalize('NFKD').replace(DROPPED, '').normalize('NFC').toLowerCase();
}

export interface FoldedText {
  folded: string;
  /** For each UTF-16 unit of `folded`, and one past its end, the offset in the original text. */
  origin: ArrayLike<number>;
}

/** `foldText` that remembers where each character came from, so that the original can be marked. */
export function foldWithOrigin(text: string): FoldedText {
  // Character by character is slow, and ASCII only changes its case.
  if (ASCII.test(text)) return { folded: text.toLowerCase(), origin: identity(text.length + 1) };
  let folded = '';
  const origin: number[] = [];
  let offset = 0;
  for (const character of text) {
    const piece = foldText(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) origin.push(offset);
    offset += character.length;
  }
  origin.push(offset);
  return { folded, origin };
}

let upTo = Uint32Array.from({ length: 4_096 }, (_, offset) => offset);

/** 0, 1, 2 … at least `length` of them. */
function identity(length: number): ArrayLike<number> {
  if (upTo.length < length) upTo = Uint32Array.from({ length: length * 2 }, (_, offset) => offset);
  return upTo.subarray(0, length);
}
