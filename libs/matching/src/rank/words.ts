const RUN = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Characters and pairs that hold a Chinese sentence together, or stand in every other title. */
const PARTICLE = /[的了和与及在是对为以之等其或于由从把被将可能并中上下有不]/u;
const EMPTY_PAIRS = new Set(
  '一种 基于 技术 研究 方法 系统 进行 提供 需要 采用 通过 使用 实现 具有 装置 及其'.split(' '),
);

/** English words that say nothing of a subject. */
const EMPTY = new Set(
  (
    'about above after again also among and any are based been before being between both but can could does each for ' +
    'from further had has have having high how improve improved into its large less low made make many may method more ' +
    'most much must need needed needs new not novel only other our over provide provided provides same several should ' +
    'small some such system systems technology than that the their them then there these they this those through under ' +
    'use used using very was well were what when where which while who will with within without would you your'
  ).split(' '),
);

/**
 * The forms in which words of two texts are compared. Chinese is taken by pairs of characters, so that texts agree
 * although a dictionary would cut them differently.
 */
export const keysOf = (text: string): Set<string> =>
  new Set(runsOf(text).flatMap((run) => (HAN.test(run) ? pairsOf(run) : (keyOf(run) ?? []))));

/** What of `text` is among `keys`, as it stands in the text, each once; neighbouring Chinese pairs read as one word. */
export function agreeing(text: string, keys: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  const add = (key: string, word: string) => found.has(key) || found.set(key, word);
  for (const run of runsOf(text)) {
    if (HAN.test(run)) for (const stretch of stretchesOf(run, keys)) add(stretch, stretch);
    else {
      const key = keyOf(run);
      if (key && keys.has(key)) add(key, run);
    }
  }
  return [...found.values()];
}

const runsOf = (text: string): string[] => text.match(RUN) ?? [];

function keyOf(word: string): string | null {
  const lower = word.toLowerCase();
  return word.length < 3 || EMPTY.has(lower) ? null : stem(lower);
}

const isTelling = (pair: string) => !PARTICLE.test(pair) && !EMPTY_PAIRS.has(pair);

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters
    .slice(1)
    .map((character, i) => characters[i]! + character)
    .filter(isTelling);
}

function stretchesOf(run: string, keys: ReadonlySet<string>): string[] {
  const stretches: string[] = [];
  let stretch = '';
  let last = '';
  for (const character of run) {
    const agrees = isTelling(last + character) && keys.has(last + character);
    if (agrees) stretch = stretch ? stretch + character : last + character;
    else if (stretch) {
      stretches.push(stretch);
      stretch = '';
    }
    last = character;
  }
  return stretch ? [...stretches, stretch] : stretches;
}

/** Plural and common endings off, so that coatings, coated and coating agree. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  const base = word.replace(/(?:ies|es|s)$/, '').replace(/(?:ing|ed|ion|e|y)$/, '');
  return base.length > 2 ? base : word;
}
