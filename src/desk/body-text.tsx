import type { Block, Body, Run } from '../journal/body.ts';

/** A post's body as it is read. */
export function BodyText({ body }: { body: Body }) {
  return (
    <div class="body-text">
      {body.map((block, i) => (
        <BlockText key={i} block={block} />
      ))}
    </div>
  );
}

function BlockText({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p dir="auto">{block.runs.map(RunText)}</p>;
  if (block.kind === 'quotation')
    return (
      <blockquote dir="auto" lang={block.language ?? undefined}>
        {block.runs.map(RunText)}
      </blockquote>
    );
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((runs, i) => (
        <li key={i} dir="auto">
          {runs.map(RunText)}
        </li>
      ))}
    </List>
  );
}

function RunText({ text, strong, emphasis, link }: Run) {
  let shown = <>{text}</>;
  if (emphasis) shown = <em>{shown}</em>;
  if (strong) shown = <strong>{shown}</strong>;
  if (link !== undefined) {
    shown = (
      <a href={link} rel="noreferrer" target="_blank">
        {shown}
      </a>
    );
  }
  return shown;
}
