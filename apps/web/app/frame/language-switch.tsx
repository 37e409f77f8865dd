import { useLocation } from 'react-router';
import { addressIn, type Language, plainPath } from '../i18n/language';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';

const OTHER: Record<Language, { language: Language; name: string }> = {
  'zh-CN': { language: 'en', name: 'English' },
  en: { language: 'zh-CN', name: '中文' },
};

/** The same page in the other language, as a full load: the document changes its language. */
export function LanguageSwitch({ className = '' }: { className?: string }) {
  const { pathname, search } = useLocation();
  const { language, name } = OTHER[useLanguage()];
  return (
    <a
      className={`inline-flex min-h-11 items-center px-2 ${className}`}
      href={addressIn(language, plainPath(pathname)) + search}
      hrefLang={language}
      lang={language}
      aria-label={`${name} – ${m.language_switch({}, { locale: language })}`}
    >
      {name}
    </a>
  );
}
