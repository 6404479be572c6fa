import type { BlockNode } from '../../model/doc';
import type { Ask, Fix } from './fix';

/** A picture's caption says what it shows; used only where the text has no words of its own for the picture. */
export function describeFromCaption({ input: { source }, finding }: Ask): readonly Fix[] {
  const asset = source.images.find(({ name, alt }) => name === finding.params.name && alt.trim() === '')?.src;
  if (asset === undefined) return [];
  const caption = captionOf(source.body.content, asset);
  return caption === '' ? [] : [{ kind: 'describe', asset, alt: caption, act: 'describe', params: { text: caption } }];
}

function captionOf(blocks: readonly BlockNode[], asset: string): string {
  for (const block of blocks) {
    if (block.type === 'image' && block.attrs.src === asset && (block.attrs.title ?? '').trim() !== '')
      return (block.attrs.title ?? '').trim();
    const inside =
      block.type === 'blockquote'
        ? captionOf(block.content, asset)
        : block.type === 'bulletList' || block.type === 'orderedList'
          ? block.content.map((item) => captionOf(item.content, asset)).find((caption) => caption !== '')
          : undefined;
    if (inside) return inside;
  }
  return '';
}
