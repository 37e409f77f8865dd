import { MeilisearchApiError, type EnqueuedTaskPromise, type Task } from 'meilisearch';
import { SearchError } from '../port.js';

/** Bulk indexing of a large batch takes its time; a task that takes longer is taken for failed. */
const TASK_TIMEOUT_MS = 600_000;

/** Waits until Meilisearch has done the task. @throws SearchError when it failed */
export async function done(enqueued: EnqueuedTaskPromise): Promise<Task> {
  const task = await enqueued.waitTask({ timeout: TASK_TIMEOUT_MS, interval: 25 });
  if (task.status === 'succeeded') return task;
  throw errorOf(task.error?.code, `${task.type} ${task.status}: ${task.error?.message ?? ''}`);
}

/** Gives failures of the server the name the port promises. */
export async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SearchError) throw error;
    throw errorOf(codeOf(error), (error as Error).message, error);
  }
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : undefined;

function errorOf(code: string | undefined, message: string, cause?: unknown): SearchError {
  return new SearchError(code === 'index_not_found' ? 'index-missing' : 'engine-failed', message, { cause });
}
