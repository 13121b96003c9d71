import type { ReactNode } from 'react';
import type { Text } from '@/i18n';

export interface Column<T> {
  readonly key: string;
  readonly title: Text;
  readonly render: (row: T) => ReactNode;
  /** Name the API sorts by; without it the column is not sortable. */
  readonly sortBy?: string;
  readonly align?: 'start' | 'end';
  readonly width?: string;
  /** Heads the card on phones; the first column if none says so. */
  readonly lead?: boolean;
  /** Left out of the card on phones. */
  readonly wideOnly?: boolean;
}

export interface Filter {
  /** Name of the query parameter, in the address and towards the API. */
  readonly name: string;
  readonly label: Text;
  readonly type?: 'select' | 'date' | 'text';
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
}

export interface DataTableProps<T> {
  /** Read out before the table: what it lists. */
  readonly caption: Text;
  /** Path of the list, e.g. `/api/v1/cases`; answers `{ items, nextCursor }`. */
  readonly path: string;
  /** Fixed query parameters, e.g. `{ tab: 'mine' }`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  /** Where a row leads; the lead column becomes the link. */
  readonly rowLink?: (row: T) => string;
  readonly rowActions?: (row: T) => ReactNode;
  readonly filters?: readonly Filter[];
  /** Shows a search box with this hint, e.g. 办件编号或单位名称; sent as `q`. */
  readonly searchHint?: Text;
  readonly defaultSort?: string;
  /** Rows per page, at most 200. */
  readonly pageSize?: number;
  /** What is shown when there is nothing at all (not: nothing found). */
  readonly empty?: ReactNode;
  /** Starts an export of what is filtered; the file comes to the download centre. */
  readonly onExport?: (query: Readonly<Record<string, string>>) => Promise<unknown>;
  /** Fetches again every so many milliseconds while the page is visible. */
  readonly refetchMs?: number;
}
