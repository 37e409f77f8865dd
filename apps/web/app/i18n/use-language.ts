import { useLocation } from 'react-router';
import { addressIn, type Language, languageOf } from './language';

export const useLanguage = (): Language => languageOf(useLocation().pathname);

/** Turns a plain path into this page's language. */
export function useAddress(): (path: string) => string {
  const language = useLanguage();
  return (path) => addressIn(language, path);
}
