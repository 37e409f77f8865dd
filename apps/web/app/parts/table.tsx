import type { ReactNode } from 'react';

interface Props {
  caption: string;
  head: (string | { label: string; isNumber: true })[];
  children: ReactNode;
  foot?: ReactNode;
}

/** A table that scrolls in its own named region when the page is narrow. */
export function Table({ caption, head, children, foot }: Props) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((column) =>
              typeof column === 'string' ? (
                <th key={column} scope="col">
                  {column}
                </th>
              ) : (
                <th key={column.label} scope="col" className="number">
                  {column.label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
