export { OperationsModule } from './operations.module.js';
export { operationsSchema } from './migrations/index.js';
export { DeadLetters, type DeadLetter } from './dead-letter/dead-letters.service.js';
export { ReplayDeadLetter } from './dead-letter/replay-dead-letter.js';
export { Subscribers } from './subscriber/subscribers.service.js';
