import { Module } from '@nestjs/common';
import { CaseworkJobs } from './casework.jobs';
import { CaseworkModule } from './casework.module';
import { NoticePdf } from './notices/notice.pdf';
import { NoticeRenderer } from './notices/notice.renderer';

@Module({ imports: [CaseworkModule], providers: [CaseworkJobs, NoticeRenderer, NoticePdf] })
export class CaseworkJobsModule {}
