import type { BlockNode, ListItemNode } from '../model/doc';
import { paragraphsOf, type RawInline } from './runs';

/** Collects the blocks of one container; text is held until something ends its paragraph. */
export class BlockWriter {
  private readonly blocks: BlockNode[] = [];
  private runs: RawInline[] = [];
  private level: number | null = null;

  text(run: RawInline): void {
    this.runs.push(run);
  }

  /** Ends the paragraph, or the heading when one is open. */
  close(): void {
    for (const content of paragraphsOf(this.runs))
      this.blocks.push(
        this.level === null
          ? { type: 'paragraph', content }
          : { type: 'heading', attrs: { level: this.level }, content },
      );
    this.runs = [];
  }

  block(...blocks: readonly BlockNode[]): void {
    this.close();
    this.blocks.push(...blocks);
  }

  /** A line below a picture that has none yet belongs to it; answers whether it was taken. */
  caption(text: string): boolean {
    this.close();
    const last = this.blocks.at(-1);
    if (last?.type !== 'image' || last.attrs.title !== undefined) return false;
    this.blocks[this.blocks.length - 1] = { ...last, attrs: { ...last.attrs, title: text } };
    return true;
  }

  heading(level: number, inside: () => void): void {
    this.close();
    this.level = level;
    inside();
    this.close();
    this.level = null;
  }

  /** An item of a list that its page writes as paragraphs: joins the list before it, or begins one. */
  item(ordered: boolean, level: number, blocks: readonly BlockNode[]): void {
    this.close();
    appendItem(this.blocks, ordered, level, blocks);
  }

  end(): readonly BlockNode[] {
    this.close();
    return this.blocks;
  }
}

/** An item begins with a paragraph: the editor wants one to stand in. */
export function itemBlocks(blocks: readonly BlockNode[]): readonly BlockNode[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'heading') return [{ type: 'paragraph', content: first.content }, ...rest];
  return first?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
}

/** Puts an item at its level below the last list of `blocks`, making the lists in between. */
function appendItem(blocks: BlockNode[], ordered: boolean, level: number, content: readonly BlockNode[]): void {
  const item: ListItemNode = { type: 'listItem', content };
  const last = blocks.at(-1);
  if (last?.type !== 'bulletList' && last?.type !== 'orderedList') {
    blocks.push({ type: ordered ? 'orderedList' : 'bulletList', content: [item] });
    return;
  }
  const sameKind = (last.type === 'orderedList') === ordered;
  if (level <= 1) {
    if (sameKind) blocks[blocks.length - 1] = { ...last, content: [...last.content, item] };
    else blocks.push({ type: ordered ? 'orderedList' : 'bulletList', content: [item] });
    return;
  }
  const above = last.content.at(-1) as ListItemNode;
  const inner = [...above.content];
  appendItem(inner, ordered, level - 1, content);
  blocks[blocks.length - 1] = {
    ...last,
    content: [...last.content.slice(0, -1), { ...above, content: inner }],
  };
}
