import { docSchema } from './doc';

/**
 * Whether a body can be read by this version: the same answer as the schema's, several times sooner for the bodies nearly
 * everybody writes. Reading a plan asks it of every text.
 */
export const isReadableDoc = (doc: unknown): boolean => isPlain(doc) || docSchema.safeParse(doc).success;

/** Bounds that no bound of the schema is below: what lies beyond them is not refused here, but left to the schema. */
const MOST_NODES = 500;
const LONGEST_NAME = 40;
const LONGEST_LINK = 4_096;
const LONGEST_TEXT = 100_000;
const DEEPEST = 20;

type Members = Readonly<Record<string, unknown>>;

const isPlain = (doc: unknown): boolean => isObject(doc) && doc.type === 'doc' && each(doc.content, block, 0);

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function each(nodes: unknown, is: (node: Members, depth: number) => boolean, least: number, depth = 0): boolean {
  if (!Array.isArray(nodes) || nodes.length < least || nodes.length > MOST_NODES || depth > DEEPEST) return false;
  for (const node of nodes) if (!isObject(node) || !is(node, depth)) return false;
  return true;
}

function block(node: Members, depth: number): boolean {
  const { attrs, content } = node;
  switch (node.type) {
    case 'paragraph':
      return marks(attrs) && inlines(content);
    case 'heading':
      return marks(attrs) && isLevel((attrs as Members | undefined)?.level) && inlines(content);
    case 'blockquote':
      return marks(attrs) && each(content, block, 1, depth + 1);
    case 'bulletList':
      return marks(attrs) && each(content, listItem, 1, depth + 1);
    case 'orderedList':
      return marks(attrs) && isStart((attrs as Members | undefined)?.start) && each(content, listItem, 1, depth + 1);
    case 'horizontalRule':
      return marks(attrs);
    // Code, pictures and tables are rarer: the schema is asked.
    default:
      return false;
  }
}

const listItem = (node: Members, depth: number): boolean =>
  node.type === 'listItem' && each(node.content, block, 1, depth + 1);

const isLevel = (level: unknown): boolean => level === 1 || level === 2 || level === 3 || level === 4;
const isStart = (start: unknown): boolean => start === undefined || Number.isSafeInteger(start);

/** The marks of a block, as far as they are short. */
function marks(attrs: unknown): boolean {
  if (attrs === undefined) return true;
  if (!isObject(attrs)) return false;
  const { id, only, not, keep, lead, optional } = attrs;
  return (
    (id === undefined || id === null || isText(id, LONGEST_NAME)) &&
    names(only) &&
    names(not) &&
    isSwitch(keep) &&
    isSwitch(lead) &&
    isSwitch(optional)
  );
}

const isSwitch = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

const names = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length <= LONGEST_NAME && value.every((name) => isText(name, LONGEST_NAME)));

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most && value.isWellFormed();

const inlines = (content: unknown): boolean => content === undefined || each(content, inline, 0);

function inline(node: Members): boolean {
  switch (node.type) {
    case 'text':
      return (
        node.text !== '' &&
        isText(node.text, LONGEST_TEXT) &&
        (node.marks === undefined || (Array.isArray(node.marks) && node.marks.length <= 8 && node.marks.every(isMark)))
      );
    case 'hardBreak':
      return true;
    case 'hashtag':
    case 'mention':
      return isObject(node.attrs) && isText(node.attrs.id, LONGEST_NAME) && isLabel(node.attrs.label);
    case 'field':
      return isObject(node.attrs) && isText(node.attrs.name, LONGEST_NAME);
    default:
      return false;
  }
}

const isLabel = (label: unknown): boolean => label === undefined || label === null || isText(label, LONGEST_NAME);

function isMark(mark: unknown): boolean {
  if (!isObject(mark)) return false;
  switch (mark.type) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
    case 'underline':
      return true;
    case 'link':
      return isObject(mark.attrs) && isText(mark.attrs.href, LONGEST_LINK);
    default:
      return false;
  }
}
