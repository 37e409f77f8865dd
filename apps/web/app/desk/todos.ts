import type {
  AdmissionQueueQuery,
  DepositQueueQuery,
  ImportListQuery,
  LotQueueQuery,
  MyBidsQuery,
  MyDealsQuery,
  MyDepositsQuery,
  Role,
} from '../data/generated/operations';

export interface Todo {
  kind: 'deposit' | 'outbid' | 'pay' | 'publish' | 'schedule' | 'bank' | 'admission';
  what: string;
  to: string;
}

interface Answers {
  bids: MyBidsQuery | null;
  deposits: MyDepositsQuery | null;
  deals: MyDealsQuery | null;
  imports: ImportListQuery | null;
  queue: LotQueueQuery | null;
  bank: DepositQueueQuery | null;
  admissions: AdmissionQueueQuery | null;
}

/** What waits for this person, the most pressing first. */
export function todosOf(answers: Answers, roles: readonly Role[]): Todo[] {
  const { bids, deposits, deals, imports, queue, bank, admissions } = answers;
  const todos: Todo[] = [];
  for (const lot of bids?.myBids.nodes ?? []) {
    if (lot.state === 'LIVE' && lot.myRegistration?.standing === 'OUTBID') {
      todos.push({ kind: 'outbid', what: lot.ref, to: `/lots/${lot.ref}/live` });
    }
  }
  for (const deposit of deposits?.myDeposits.nodes ?? []) {
    if (deposit.state === 'REQUESTED')
      todos.push({ kind: 'deposit', what: deposit.lot.ref, to: '/e/deposits' });
  }
  for (const deal of deals?.myDeals.nodes ?? []) {
    if (deal.state === 'OPEN' && roles.includes('BUYER'))
      todos.push({ kind: 'pay', what: deal.ref, to: `/deals/${deal.ref}` });
  }
  for (const job of imports?.importJobs.nodes ?? []) {
    if (job.unpublished > 0) todos.push({ kind: 'publish', what: job.fileName, to: `/u/imports/${job.id}` });
  }
  for (const lot of queue?.lotQueue.nodes ?? [])
    todos.push({ kind: 'schedule', what: lot.ref, to: `/lots/${lot.ref}` });
  if (bank?.depositQueue.totalCount)
    todos.push({ kind: 'bank', what: String(bank.depositQueue.totalCount), to: '/o/deposits' });
  if (admissions?.admissionQueue.totalCount) {
    todos.push({
      kind: 'admission',
      what: String(admissions.admissionQueue.totalCount),
      to: '/o/admissions',
    });
  }
  return todos;
}
