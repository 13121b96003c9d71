import { Module } from '@nestjs/common';
import { CaseworkJobs } from './casework.jobs';
import { CaseworkModule } from './casework.module';
import { NoticeRenderer } from './notices/notice.renderer';

@Module({ imports: [CaseworkModule], providers: [CaseworkJobs, NoticeRenderer] })
export class CaseworkJobsModule {}
