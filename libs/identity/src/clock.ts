import { Injectable } from '@nestjs/common';

/** The time sessions, lock-outs and tokens are measured by; specs turn its hands. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
