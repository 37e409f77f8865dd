import { Module } from '@nestjs/common';
import { DomainDatabaseModule } from '@stx/platform';
import { Uploads } from './uploads.js';

@Module({
  imports: [DomainDatabaseModule.for('files', [])],
  providers: [Uploads],
  exports: [Uploads],
})
export class FilesModule {}
