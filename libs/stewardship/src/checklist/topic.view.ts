/** A topic of the library and how many items it has today. */
export class StewardTopicView {
  topic!: string;
  items!: number;
}
