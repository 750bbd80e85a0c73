import type { VNode } from 'preact';
import type { ServedPaper } from '../../../shared/notice/notice.ts';
import type { PaperBlock } from '../../../shared/notice/paper.ts';
import { Paper } from '../kit/components/paper.tsx';

/** The way to the pages of whom a paper is for: what it is for, its address, and the same as a picture to be scanned. */
export interface PaperLink {
  readonly label: string;
  readonly address: string;
  /** Address of the QR code, a data URL. */
  readonly image: string;
}

/**
 * A notice as the A4 paper that is printed, sealed and served. Its words are those of the stored notice; the link is
 * signed anew for each print and kept nowhere.
 */
export function NoticePaper(props: { notice: Pick<ServedPaper, 'paper'>; link?: PaperLink }): VNode {
  const { paper } = props.notice;
  const { link } = props;
  return (
    <div lang="zh-CN">
      <Paper
        issuer={paper.office}
        number={paper.number}
        title={paper.title}
        {...(paper.addressee === '' ? {} : { recipient: paper.addressee })}
        signature={{ organ: paper.office, date: paper.date }}
        notes={
          <>
            {link === undefined ? null : (
              <div class="dr-paper__link">
                <img src={link.image} alt="" width={112} height={112} />
                <div>
                  <p>{link.label}</p>
                  <p class="dr-paper__address">{link.address}</p>
                </div>
              </div>
            )}
            <p>{paper.contact}</p>
            {(paper.notes ?? []).map((note) => (
              <p key={note}>{note}</p>
            ))}
            <p lang="en">{paper.summaryEn}</p>
          </>
        }
      >
        {paper.blocks.map((block, index) => (
          <Block key={`${index} ${block.type}`} block={block} />
        ))}
      </Paper>
    </div>
  );
}

function Block({ block }: { block: PaperBlock }): VNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'heading':
      return <h2 class="govuk-heading-s">{block.text}</h2>;
    case 'list':
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
    case 'facts':
      return (
        <table>
          <tbody>
            {block.rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'table':
      return (
        <table>
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, index) => (
                  <td key={`${index} ${cell}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
