import type { NotificationTopic } from '../data/generated/operations';
import { m } from '../messages/generated/messages';

export const TOPICS: Record<NotificationTopic, () => string> = {
  LOTS: m.topic_lots,
  MONEY: m.topic_money,
  DEMANDS: m.topic_demands,
  LIBRARY: m.topic_library,
  ACCOUNT: m.topic_account,
  OPERATIONS: m.topic_operations,
};

export const topicOf = (value: string | null): NotificationTopic | undefined =>
  value !== null && Object.hasOwn(TOPICS, value) ? (value as NotificationTopic) : undefined;
