import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '../messages/generated/runtime';
import type { Language } from './language';

const current = new AsyncLocalStorage<Language>();

overwriteGetLocale(() => current.getStore() ?? 'zh-CN');

/** Every message made while `work` runs speaks `language`. */
export const inLanguage = <T>(language: Language, work: () => T): T => current.run(language, work);
