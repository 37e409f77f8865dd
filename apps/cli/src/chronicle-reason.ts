import type { ChronicleFault, ChronicleVerdict } from '@stx/bidding';

const REASONS: Record<ChronicleFault, [en: string, zh: string]> = {
  MALFORMED: [
    'this is not a line as the exchange writes it; it was changed, cut or saved by another program',
    '此行不是平台写出的样子：已被改动、截断或由其他程序另存',
  ],
  CHAIN: [
    'the hash does not follow from the line before: a line was changed, removed or moved',
    '哈希值与上一行不衔接：有内容被改动、删除或调换',
  ],
  HEAD: [
    'the signed head does not belong to these lines, or was not signed by the key',
    '签名的末行与以上各行不符，或不是由该公钥签名',
  ],
  REWRITTEN: [
    'a hash that was published is not in this record: it was written anew',
    '曾公布的哈希值不在实录中：实录被重写',
  ],
  RECEIPT: ["a bidder's receipt is not in this record", '竞买人的出价回执不在实录中'],
  RULES: ['the rules do not lead to what this line records', '按竞价规则重放，得不到此行所载的结果'],
};

/** Where and why a chronicle does not verify, in both languages. */
export function chronicleReason(file: string, { fault, line }: ChronicleVerdict): string {
  const [en, zh] = REASONS[fault!];
  return `${file}: does not verify / 未通过核对\nline ${line ?? '–'}: ${en} / 第 ${line ?? '–'} 行：${zh} (${fault})`;
}
