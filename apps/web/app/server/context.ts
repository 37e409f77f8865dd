import { createContext } from 'react-router';
import type { AccountContext } from '../account/account-context';

export interface GraphqlReply<T> {
  data?: T;
  errors?: { message: string; code?: string }[];
}

export interface DemoAccount {
  email: string;
  role: string;
  organization: string;
}

export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: string;
  state: 'QUEUED' | 'SENDING' | 'SENT' | 'KEPT' | 'FAILED';
  isMandatory: boolean;
  /** What the mail server answered, as a code. */
  failure: string | null;
}

export type Theme = 'system' | 'light' | 'dark';

/** What the host server hands to the pages of one request. The pages know nothing else of the server. */
export interface StxContext {
  /** Carries the viewer and the language of the request. */
  graphql<T>(document: string, variables?: Record<string, unknown>): Promise<GraphqlReply<T>>;
  upload(file: File): Promise<{ uploadId: string } | { refusal: string }>;
  auth: AccountContext;
  /** Only with STX_DEMO=on, otherwise empty. */
  demoAccounts(): DemoAccount[];
  demoPassword: string | null;
  /** Mails kept by this installation, newest first, for an operator; absent where mails are only sent. */
  outbox?(): Promise<KeptMail[]>;
  /** Tries a failed mail once more, for an operator; false when it has not failed. */
  sendAgain?(mailId: string): Promise<boolean>;
  /** Turns off what the signed link of a mail names; false for a link that is not ours. */
  turnOffMail(token: string): Promise<boolean>;
  /** Of the Content-Security-Policy of this answer. */
  nonce: string;
  publicUrl: string;
  language: 'zh-CN' | 'en';
  isSignedIn: boolean;
  /** The viewer has confirmed the e-mail address. */
  isConfirmed: boolean;
  /** Roles of the viewer rest until a second factor was shown. */
  lacksSecondFactor: boolean;
  theme: Theme;
}

export const stxContext = createContext<StxContext>();
