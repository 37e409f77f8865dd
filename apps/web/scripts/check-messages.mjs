import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that the glossary forbids on screen, by language. */
const FORBIDDEN = {
  'zh-CN': [/温馨提示/, /亲[，,]/, /！/, /拍卖(?!师)/],
  en: [/\bauction(?!eer)/i, /\bcontract amount\b/i, /\bplease note\b/i, /\b(e\.g\.|i\.e\.|etc)\b/, /!/],
};

const read = (locale) => {
  const text = readFileSync(join(import.meta.dirname, `../messages/${locale}.json`), 'utf8');
  const keys = [...text.matchAll(/^\s*"([^"]+)":/gm)].map((match) => match[1]);
  return { messages: JSON.parse(text), keys };
};
const placeholders = (message) => [...new Set(message.match(/\{\w+\}/g) ?? [])].sort().join(' ');

const problems = [];
const languages = { 'zh-CN': read('zh-CN'), en: read('en') };
for (const [locale, { messages, keys }] of Object.entries(languages)) {
  if (keys.length === 0) problems.push(`${locale}: no messages`);
  for (const key of keys.filter((key, i) => keys.indexOf(key) !== i))
    problems.push(`${locale}: ${key} is there twice`);
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message !== 'string' || message.trim() === '') problems.push(`${locale}: ${key} is empty`);
    else if (FORBIDDEN[locale].some((word) => word.test(message)))
      problems.push(`${locale}: ${key} uses a word the glossary forbids`);
  }
}
const { 'zh-CN': zh, en } = languages;
for (const key of new Set([...zh.keys, ...en.keys])) {
  const [left, right] = [zh.messages[key], en.messages[key]];
  if (left === undefined || right === undefined)
    problems.push(`${key}: missing in ${left === undefined ? 'zh-CN' : 'en'}`);
  else if (placeholders(left) !== placeholders(right)) problems.push(`${key}: placeholders differ`);
}
if (problems.length > 0) {
  console.error(`messages: ${problems.length} problems\n${problems.slice(0, 40).join('\n')}`);
  process.exit(1);
}
console.log(`messages: ${zh.keys.length} in zh-CN and en`);
