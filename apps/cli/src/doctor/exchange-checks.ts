import type { INestApplicationContext } from '@nestjs/common';
import { RebuildAchievementIndex } from '@stx/achievements';
import { STORAGE, type Storage } from '@stx/files';
import { DeadLetters, Subscribers } from '@stx/operations';
import { Projections, systemViewer } from '@stx/platform';
import { LedgerCheck } from '@stx/settlement';
import { inDomain, journalVerdicts } from '../journal-verdicts.js';
import { fail, ok, warn, type Finding } from './finding.js';

type App = INestApplicationContext;

/** The index holds as many documents as there are published achievements; facts on their way are not a fault. */
async function search(app: App): Promise<Finding> {
  const published = await app.get(RebuildAchievementIndex, { strict: false }).publishedCount();
  const index = app
    .get(Projections)
    .all()
    .find(({ name }) => name === 'achievements.search-index')!;
  const { rows } = await index.digest();
  const found = `${rows} of ${published} documents / 索引 ${rows} 条，应有 ${published} 条`;
  if (rows === published) return ok('search', found);
  const behind = (await app.get(Subscribers, { strict: false }).all(systemViewer)).some(
    ({ name, lag }) => name.startsWith('achievements.') && lag > 0,
  );
  return behind
    ? warn('search', found, 'indexing is under way: look again / 正在更新索引，请稍后再查')
    : fail('search', found, 'stx rebuild achievements.search-index');
}

async function subscribers(app: App): Promise<Finding> {
  const all = await app.get(Subscribers, { strict: false }).all(systemViewer);
  const failing = all.filter(({ tries }) => tries > 0).map(({ name }) => name);
  const lag = all.reduce((sum, each) => sum + each.lag, 0);
  const found = `${all.length} subscribers, ${lag} facts to do / ${all.length} 个订阅方，${lag} 个事件待处理`;
  return failing.length > 0
    ? warn('subscribers', `${found}; failing: ${failing.join(', ')}`, 'see the log / 请查看日志')
    : ok('subscribers', found);
}

async function jobs(app: App): Promise<Finding> {
  const counts = await app.get(Subscribers, { strict: false }).jobs(systemViewer);
  const failing = counts.filter((count) => count.failing > 0).map(({ task }) => task);
  return failing.length > 0
    ? warn(
        'jobs',
        `failing: ${failing.join(', ')}`,
        'each is tried again; see the log / 将自动重试，请查看日志',
      )
    : ok('jobs', 'none fails / 无失败任务');
}

async function deadLetters(app: App): Promise<Finding> {
  const letters = await app.get(DeadLetters, { strict: false }).all(systemViewer);
  return letters.length > 0
    ? fail(
        'dead-letters',
        `${letters.length} facts set aside / 被搁置的事件`,
        'remove the cause, then stx dead-letters replay / 排除原因后重新处理',
      )
    : ok('dead-letters', 'none / 无');
}

async function ledger(app: App): Promise<Finding> {
  const { isBalanced, journals } = await app.get(LedgerCheck, { strict: false }).run(systemViewer);
  return isBalanced
    ? ok('ledger', `${journals} journals balanced / 笔分录平衡`)
    : fail(
        'ledger',
        'NOT balanced / 不平衡',
        'stop trading and look at stx ledger check --json / 请停止交易并核查',
      );
}

async function journals(app: App): Promise<Finding> {
  const verdicts = await journalVerdicts(app);
  const facts = verdicts.reduce((sum, verdict) => sum + verdict.facts, 0);
  const broken = verdicts.flatMap(({ domain, brokenAt }) =>
    brokenAt === null ? [] : `${domain} at ${brokenAt}`,
  );
  return broken.length > 0
    ? fail(
        'journals',
        `broken: ${broken.join(', ')}`,
        'somebody changed the record: compare with a backup / 记录被改动，请与备份比对',
      )
    : ok('journals', `${facts} facts, chains hold / 个事件，哈希链完整`);
}

async function files(app: App): Promise<Finding> {
  const storage = app.get<Storage>(STORAGE, { strict: false });
  try {
    await storage.check();
    const rows = await inDomain(app, 'files', (db) => db.query<{ id: string }>('SELECT id FROM upload'));
    let missing = 0;
    for (const { id } of rows) if (!(await storage.has(id))) missing++;
    return missing > 0
      ? fail(
          'files',
          `${missing} of ${rows.length} uploads missing / 上传文件缺失`,
          `look for them in ${storage.place}`,
        )
      : ok('files', `${rows.length} uploads / 个上传文件`);
  } catch (error) {
    return fail(
      'files',
      (error as Error).message,
      'check STX_STORAGE and the store / 请检查 STX_STORAGE 与存储服务',
    );
  }
}

/** What can be told of a migrated database with every domain's code. */
export async function exchangeChecks(app: App): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const check of [search, subscribers, jobs, deadLetters, files, ledger, journals])
    found.push(await check(app));
  return found;
}
