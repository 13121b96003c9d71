import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionStatusView } from './views/application.view';

/** How far a form was when it was handed in. It holds for as long as `stamp` is that of the sections and the same attachments are `asked` for. */
@Entity('form_state')
export class FormStateRow {
  @PrimaryColumn('uuid') applicationId!: string;
  @Column('text') stamp!: string;
  @Column('text') asked!: string;
  /** SM3 of the whole content. */
  @Column('char', { length: 64 }) hash!: string;
  @Column('jsonb') sections!: (Omit<SectionStatusView, 'title' | 'updatedAt'> & { readonly updatedAt: string })[];
}
