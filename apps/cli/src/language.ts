type Language = 'zh-CN' | 'en';

/** As the terminal is set (POSIX order); English where it says nothing. */
export function languageOfTerminal(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
