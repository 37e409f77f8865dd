import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

export interface Piece {
  text: string;
  /** Offsets inside the run. */
  start: number;
  end: number;
}

let loaded: Jieba | undefined;

/** The dictionary costs about 0.2 s and 100 MB: it is loaded when the first Chinese text comes. */
function jieba(): Jieba {
  return (loaded ??= Jieba.withDict(dict));
}

/** Single characters that only hold a sentence together; they find nothing. */
const PARTICLES = new Set(
  '的了和与及在是对为以之等其或于由从把被将这那也就都而且但并所使得着过个们吗呢吧啊么很更最已又还再则即因如若何哪谁我你他她它您此该各每请第'.split(
    '',
  ),
);

/** Two-character words of the same kind. */
const PARTICLE_WORDS = new Set(
  '一种 一个 基于 以及 通过 进行 什么 怎么 如何 哪些 哪个 为什么 怎样 多少 可以 我们 他们 对于 关于 由于 因此 其中 并且 或者 而且 但是'.split(
    ' ',
  ),
);

export function isParticle(word: string): boolean {
  return PARTICLES.has(word) || PARTICLE_WORDS.has(word);
}

/** The words of a run as a reader would cut them, without gaps. */
export function cutWords(run: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const text of jieba().cut(run, true)) {
    pieces.push({ text, start, end: start + text.length });
    start += text.length;
  }
  return pieces;
}

/** Words inside words too: 石墨烯电池 → 石墨, 石墨烯, 电池. Only their texts; repeated as they occur. */
export function cutForSearch(run: string): string[] {
  return jieba().cutForSearch(run, true);
}

/**
 * Every two neighbouring characters, and the last character alone. Where the dictionary cuts a text differently from
 * the query, the pairs still meet; and a single character is found as the beginning of a pair.
 */
export function characterPairs(run: string): Piece[] {
  const characters = Array.from(run);
  const pieces: Piece[] = [];
  let start = 0;
  characters.forEach((character, position) => {
    const text = character + (characters[position + 1] ?? '');
    pieces.push({ text, start, end: start + text.length });
    start += character.length;
  });
  return pieces;
}
