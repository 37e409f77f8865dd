import type { LetterPart } from '@stx/contracts';

/** The last lines of a letter: where to change how one is told, and how to stop this kind. */
export interface LetterFoot {
  settingsUrl: string;
  unsubscribeUrl: string | null;
}

const FOOT = {
  settings: { 'zh-CN': '更改通知方式', en: 'Change how you are told' },
  stop: { 'zh-CN': '不再接收此类邮件', en: 'Stop mails of this kind' },
  mandatory: { 'zh-CN': '此类邮件为必达邮件。', en: 'Mails of this kind are mandatory.' },
} as const;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

const languagesOf = (parts: LetterPart[]) => [...new Set(parts.map(({ language }) => language))];

/** Plain text. The HTML below has the same words in the same order: both are made of the same parts. */
export function letterText(site: string, parts: LetterPart[], foot: LetterFoot): string {
  const body = parts.map(({ heading, lines, link }) =>
    [heading, '', ...lines, `${link.label}: ${site}${link.path}`].join('\n'),
  );
  const end = languagesOf(parts).flatMap((language) => [
    foot.unsubscribeUrl ? `${FOOT.stop[language]}: ${foot.unsubscribeUrl}` : FOOT.mandatory[language],
    `${FOOT.settings[language]}: ${foot.settingsUrl}`,
  ]);
  return `${[...body, end.join('\n')].join('\n\n-- \n\n')}\n`;
}

/** One column, no picture, nothing fetched from anywhere. */
export function letterHtml(site: string, parts: LetterPart[], foot: LetterFoot): string {
  const anchor = (label: string, url: string) => `<a href="${escaped(url)}">${escaped(label)}</a>`;
  const body = parts.map(
    ({ language, heading, lines, link }) =>
      `<div lang="${language}"><h1 style="font-size:20px;line-height:28px">${escaped(heading)}</h1>` +
      lines.map((line) => `<p>${escaped(line)}</p>`).join('') +
      `<p>${anchor(link.label, site + link.path)}</p></div>`,
  );
  const end = languagesOf(parts).map((language) => {
    const stop = foot.unsubscribeUrl
      ? anchor(FOOT.stop[language], foot.unsubscribeUrl)
      : escaped(FOOT.mandatory[language]);
    return `<p lang="${language}">${stop}<br>${anchor(FOOT.settings[language], foot.settingsUrl)}</p>`;
  });
  return (
    `<!doctype html><html><head><meta charset="utf-8"></head>` +
    `<body style="font:16px/26px system-ui,sans-serif;max-width:640px;margin:0 auto;padding:16px">` +
    `${[...body, end.join('')].join('<hr>')}</body></html>`
  );
}
