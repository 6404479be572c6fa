import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { sourceOf } from '../../../src/core/adapt/source';
import { fieldsInDoc, fieldsInText } from '../../../src/core/brief/fields';
import { docText } from '../../../src/core/model/docText';
import { briefKeys, langs, pieceKinds, subkinds } from '../../../src/core/model/records';
import { findFormat } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { starterShelf } from '../../../src/core/templates/shelf';
import { readShelf, type StarterTemplate } from '../../../src/core/templates/starter';

const shelf = starterShelf();
const formats = ['weibo/post', 'wechat_oa/article', 'xiaohongshu/note_image', 'x/post', 'linkedin/post'].map((ref) => {
  const format = findFormat(shippedPacks(), ref);
  if (format === null) throw new Error(`no format ${ref}`);
  return format;
});

const answers = { zh: '这里写了一句真话', en: 'something true was written here' };

function adapted({ title, kind, subkind, lang, tags, doc, brief: prefilled }: StarterTemplate, filled: boolean) {
  const brief = filled
    ? { ...Object.fromEntries(briefKeys[kind].map((key) => [key, answers[lang]])), ...prefilled }
    : prefilled;
  const source = { title, kind, subkind, lang, brief, body: doc, tags, link: '', images: [] };
  return formats.map((format) => adapt({ source, format }));
}

const unresolved = (template: StarterTemplate, filled: boolean) =>
  adapted(template, filled).flatMap(({ findings }) => findings.filter(({ code }) => code === 'unresolved_field'));

describe('the starter shelf', () => {
  it('has at least two templates for every kind and sub-kind in each language', () => {
    const wanted = pieceKinds.flatMap((kind) =>
      (subkinds[kind].length === 0 ? [null] : [...subkinds[kind]]).flatMap((subkind) =>
        langs.map((lang) => ({ kind, subkind, lang })),
      ),
    );
    const short = wanted.filter(
      (one) =>
        shelf.filter(({ kind, subkind, lang }) => kind === one.kind && subkind === one.subkind && lang === one.lang)
          .length < 2,
    );
    expect(short).toEqual([]);
  });

  it('quotes only fields its kind’s brief asks for, and at least three of them', () => {
    for (const { id, title, doc, kind, brief } of shelf) {
      const asked: readonly string[] = briefKeys[kind];
      const quoted = new Set([...fieldsInText(title), ...fieldsInDoc(doc)]);
      expect({ id, strange: [...quoted].filter((name) => !asked.includes(name)) }).toEqual({ id, strange: [] });
      expect({ id, strange: Object.keys(brief).filter((name) => !asked.includes(name)) }).toEqual({ id, strange: [] });
      expect({ id, enough: quoted.size >= 3 }).toEqual({ id, enough: true });
    }
  });

  it('is reported while its brief is empty, and adapts without an open field once it is filled', () => {
    for (const template of shelf) {
      expect({ id: template.id, open: unresolved(template, false).length > 0 }).toEqual({
        id: template.id,
        open: true,
      });
      expect({ id: template.id, open: unresolved(template, true) }).toEqual({ id: template.id, open: [] });
    }
  });

  it('begins with a lead, keeps what must not be lost, and repeats no name or text', () => {
    for (const { id, doc } of shelf) {
      expect({ id, lead: doc.content[0]?.attrs?.lead }).toEqual({ id, lead: true });
      expect({ id, keeps: doc.content.some((block) => block.attrs?.keep === true) }).toEqual({ id, keeps: true });
    }
    for (const lang of langs) {
      const names = shelf.filter((one) => one.lang === lang).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(new Set(shelf.map(({ doc }) => docText(doc))).size).toBe(shelf.length);
  });

  it('tells how a lottery works before anyone is asked: its rules are there, its deadline is not', () => {
    for (const { id, brief } of shelf.filter(({ kind }) => kind === 'interactive'))
      expect({ id, rules: (brief.rules ?? '') !== '', deadline: brief.deadline }).toEqual({
        id,
        rules: true,
        deadline: undefined,
      });
  });

  it('refuses a file whose head is misspelt, by its name', () => {
    const file = '---\nname: 一\ntitle: 一\nkind: scene\nlang: zh\nbreif: {}\n---\n一';
    expect(() => readShelf({ 'scene-one.zh': file })).toThrow(/scene-one\.zh.*breif/);
  });
});

describe('a field in a title', () => {
  it('is filled in on adaptation, and reported while it is not', () => {
    const piece = { title: '{{ place }}，还有人醒着', kind: 'scene', subkind: null, lang: 'zh', tags: [], link: '' };
    const body = { type: 'doc' as const, content: [] };
    const of = (brief: Record<string, string>) =>
      adapt({ source: sourceOf({ ...piece, brief, coverId: null } as never, body, []), format: formats[1] as never });
    expect(of({ place: '南门' }).title).toBe('南门，还有人醒着');
    expect(of({}).findings.map(({ code, field }) => [code, field])).toContainEqual(['unresolved_field', 'brief.place']);
  });
});
