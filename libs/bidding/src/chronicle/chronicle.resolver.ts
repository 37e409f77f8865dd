import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@stx/platform';
import { ExportChronicle } from './export-chronicle.js';
import { SignHead } from './sign-head.js';

/** The public record and the key that vouches for it: for everybody. */
@Resolver()
export class ChronicleResolver {
  constructor(
    @Inject(ExportChronicle) private readonly exportChronicle: ExportChronicle,
    @Inject(SignHead) private readonly signHead: SignHead,
  ) {}

  @Query('chronicle')
  @Access('public')
  async chronicle(@Args('ref') ref: string) {
    const lines = await this.exportChronicle.run(ref);
    return { text: lines.map((line) => `${line}\n`).join(''), publicKey: this.signHead.publicKey };
  }

  @Query('chronicleKey')
  @Access('public')
  chronicleKey() {
    return this.signHead.publicKey;
  }
}
