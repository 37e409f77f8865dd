import { type Bilingual, pick } from '../i18n/pick';
import { useLanguage } from '../i18n/use-language';

/** Text that exists in one or both languages, marked with its language when it is not the page's. */
export function Text({ of }: { of: Bilingual | null | undefined }) {
  const picked = pick(of, useLanguage());
  if (!picked) return null;
  return picked.lang ? <span lang={picked.lang}>{picked.text}</span> : picked.text;
}

/** Longer text: blank lines part paragraphs. */
export function Paragraphs({ of }: { of: Bilingual | null | undefined }) {
  const picked = pick(of, useLanguage());
  if (!picked) return null;
  return (
    <div lang={picked.lang} className="max-w-reading space-y-4">
      {picked.text.split(/\n\s*\n/).map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
    </div>
  );
}
