import type { Language } from './language';

export interface Bilingual {
  zh: string | null;
  en: string | null;
}

/** The half in the reader's language, else the other one, with its own `lang`. */
export function pick(
  text: Bilingual | null | undefined,
  language: Language,
): { text: string; lang?: string } | null {
  if (!text) return null;
  const [own, other, otherLang] = language === 'en' ? [text.en, text.zh, 'zh-CN'] : [text.zh, text.en, 'en'];
  if (own) return { text: own };
  return other ? { text: other, lang: otherLang } : null;
}

export const plainText = (text: Bilingual | null | undefined, language: Language): string =>
  pick(text, language)?.text ?? '';
