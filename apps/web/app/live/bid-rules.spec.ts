import { faultOf, stepped, whyConfirm } from './bid-rules';
import type { Room } from './room';

const room = { price: '100000000', startPrice: '100000000', step: '1000000' } as Room;
const next = 101000000n;

test('too low and off the grid are said with an example', () => {
  expect(faultOf(room, next)).toBeNull();
  expect(faultOf(room, next - 1n)).toEqual({ kind: 'LOW', least: next });
  expect(faultOf(room, next + 5n)).toEqual({ kind: 'STEP', example: next });
});

test('minus and plus stay on the grid and never go under the next valid bid', () => {
  expect(stepped(room, next, -1)).toBe(next);
  expect(stepped(room, next, 1)).toBe(next + 1000000n);
  expect(stepped(room, next + 5n, 1)).toBe(next + 1000000n);
  expect(stepped(room, null, 1)).toBe(next);
  expect(stepped(room, 5n, 1)).toBe(next);
});

test('what is asked about once more', () => {
  expect(whyConfirm(room, next, false, false)).toBe('FIRST');
  expect(whyConfirm(room, next, true, true)).toBe('LEADING');
  expect(whyConfirm(room, next + 5000000n, true, false)).toBeNull();
  expect(whyConfirm(room, next + 6000000n, true, false)).toBe('MANY_STEPS');
  expect(whyConfirm({ ...room, step: '50000000' }, 151000000n + 50000000n, true, false)).toBe('MUCH');
});
