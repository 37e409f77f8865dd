import { m } from '../messages/generated/messages';

const LEVELS: Record<number, () => string> = {
  1: m.trl_1,
  2: m.trl_2,
  3: m.trl_3,
  4: m.trl_4,
  5: m.trl_5,
  6: m.trl_6,
  7: m.trl_7,
  8: m.trl_8,
  9: m.trl_9,
};

/** A readiness level in words, then its number: never only a number. */
export function readinessWords(level: number | null): string | null {
  if (level === null) return null;
  const words = LEVELS[level]?.();
  const number = m.trl_level({ level });
  return words ? m.trl_words({ words, number }) : number;
}
