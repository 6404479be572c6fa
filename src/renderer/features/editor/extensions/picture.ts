import { Image } from '@tiptap/extension-image';
import type { Node as DocNode } from '@tiptap/pm/model';

/**
 * A picture of the piece. `src` is the id of an asset; the picture is drawn from the app's own `/assets/<id>`, so no
 * document can make the studio load anything from a network. Alt text and caption are edited beside it
 * (`PicturePopover`), not in it.
 */
const assetId = /^[A-Za-z0-9_-]{1,64}$/;

/** Where the renderer finds an asset; empty for a source that is not one. */
export const assetUrl = (src: string): string => (assetId.test(src) ? `/assets/${src}` : '');

export type PictureWords = {
  readonly missing: string;
  readonly noAlt: string;
  /** Whether the asset itself carries alt text: then the picture needs none of its own. */
  readonly hasOwnAlt: (src: string) => boolean;
};

export const Picture = Image.extend<{ words: PictureWords }>({
  addOptions() {
    return { ...this.parent?.(), words: { missing: '', noAlt: '', hasOwnAlt: () => false } };
  },

  addAttributes: () => ({
    src: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-asset') ?? '',
      renderHTML: (attrs) => ({ 'data-asset': String(attrs.src), src: assetUrl(String(attrs.src)) }),
    },
    alt: { default: null, parseHTML: (element) => element.getAttribute('alt') },
    title: { default: null, parseHTML: (element) => element.getAttribute('title') },
  }),

  /** Only pictures that already are assets; an address in pasted HTML is left out, its file comes through the clipboard. */
  parseHTML: () => [{ tag: 'img[data-asset]' }],
  addInputRules: () => [],

  addNodeView() {
    const { words } = this.options;
    return ({ node }) => {
      const dom = document.createElement('figure');
      const picture = document.createElement('img');
      const caption = document.createElement('figcaption');
      dom.append(picture, caption);
      picture.draggable = false;
      picture.decoding = 'async';
      picture.addEventListener('error', () => {
        dom.dataset.missing = words.missing;
      });
      picture.addEventListener('load', () => {
        delete dom.dataset.missing;
      });
      const draw = (shown: DocNode): void => {
        const { id, src, alt, title, keep, lead, optional, only, not } = shown.attrs;
        const url = assetUrl(String(src));
        if (picture.getAttribute('src') !== url) picture.setAttribute('src', url);
        picture.alt = alt ?? '';
        caption.textContent = title ?? '';
        caption.hidden = !title;
        dom.dataset.block = String(id ?? '');
        dom.toggleAttribute('data-keep', keep === true);
        dom.toggleAttribute('data-lead', lead === true);
        dom.toggleAttribute('data-optional', optional === true);
        dom.toggleAttribute('data-only', only.length > 0);
        dom.toggleAttribute('data-not', not.length > 0);
        if (alt || words.hasOwnAlt(String(src))) delete dom.dataset.noAlt;
        else dom.dataset.noAlt = words.noAlt;
      };
      draw(node);
      return {
        dom,
        update: (next) => {
          if (next.type !== node.type) return false;
          draw(next);
          return true;
        },
        selectNode: () => dom.setAttribute('data-selected', ''),
        deselectNode: () => dom.removeAttribute('data-selected'),
        ignoreMutation: () => true,
      };
    };
  },
});
