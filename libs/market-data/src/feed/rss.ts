/** One entry of a feed. */
export interface FeedItem {
  readonly title: string;
  readonly link: string;
  readonly category: string;
  readonly text: string;
  readonly at: Date;
}

export interface Feed {
  readonly title: string;
  readonly link: string;
  readonly self: string;
  readonly description: string;
  readonly items: readonly FeedItem[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text of an XML 1.0 document: marks become entities; characters XML cannot hold are dropped. */
export function xmlText(text: string): string {
  // lone halves of surrogate pairs and control characters but tab and line ends have no place in XML 1.0
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, mark => ENTITIES[mark] as string);
}

/** An RSS 2.0 document. */
export function rss({ title, link, self, description, items }: Feed): string {
  const element = (name: string, text: string, attributes = ''): string => `<${name}${attributes}>${xmlText(text)}</${name}>`;
  const entries = items.map(item => `<item>${element('title', item.title)}${element('link', item.link)}${element('guid', item.link, ' isPermaLink="true"')}${element('category', item.category)}${element('pubDate', item.at.toUTCString())}${element('description', item.text)}</item>`);
  const newest = items[0] ? element('lastBuildDate', items[0].at.toUTCString()) : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${element('title', title)}${element('link', link)}<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>${element('description', description)}<language>zh-CN</language>${newest}<ttl>30</ttl>${entries.join('')}</channel></rss>\n`;
}
