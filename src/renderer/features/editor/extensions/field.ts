import { InputRule, Node } from '@tiptap/core';

/**
 * `{{deadline}}`: a field of the brief inside the text. Shows the field's present value, so that the sentence can be
 * read; the document keeps the name, and adaptation puts the value in.
 */
type Chip = { readonly dom: HTMLElement; readonly name: string };

/** What the chips of one editor show; the brief form calls `show` when a field changed. */
export type FieldValues = {
  values: Readonly<Record<string, string>>;
  readonly chips: Set<Chip>;
};

export const newFieldValues = (values: Readonly<Record<string, string>>): FieldValues => ({
  values,
  chips: new Set(),
});

/** Redraws every chip of the editor with new values; touches no document and no history. */
export function showFieldValues(fields: FieldValues, values: Readonly<Record<string, string>>): void {
  fields.values = values;
  for (const chip of fields.chips) draw(chip, values);
}

function draw({ dom, name }: Chip, values: Readonly<Record<string, string>>): void {
  const value = Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
  dom.textContent = value === '' ? `{{${name}}}` : value;
  dom.title = `{{${name}}}`;
  dom.toggleAttribute('data-empty', value === '');
}

const typed = /\{\{([^{}\s]{1,80})\}\}$/;

export const Field = Node.create<{ fields: FieldValues }>({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions: () => ({ fields: newFieldValues({}) }),

  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-field') ?? '',
      renderHTML: (attrs) => ({ 'data-field': String(attrs.name) }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, `{{${String(node.attrs.name)}}}`],
  renderText: ({ node }) => `{{${String(node.attrs.name)}}}`,

  addInputRules() {
    return [
      new InputRule({
        find: typed,
        handler: ({ state, range, match }) => {
          state.tr.replaceWith(range.from, range.to, this.type.create({ name: match[1] }));
        },
      }),
    ];
  },

  addNodeView() {
    const { fields } = this.options;
    return ({ node }) => {
      const dom = document.createElement('span');
      dom.className = 'field-chip';
      dom.dataset.field = String(node.attrs.name);
      const chip = { dom, name: String(node.attrs.name) };
      fields.chips.add(chip);
      draw(chip, fields.values);
      return { dom, ignoreMutation: () => true, destroy: () => fields.chips.delete(chip) };
    };
  },
});
