import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The rated side's one reply to a published rating, kept with its time. */
@Entity('rating_reply')
export class RatingReply {
  @PrimaryColumn('uuid') ratingId!: string;
  @Column('uuid') orgId!: string;
  @Column('text') text!: string;
  @Column('uuid') repliedBy!: string;
  @Column('text') repliedByName!: string;
  @Column('timestamptz') repliedAt!: Date;
}
