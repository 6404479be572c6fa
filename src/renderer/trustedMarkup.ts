/**
 * Under the page's policy (`require-trusted-types-for 'script'`) markup cannot be written into the page as text.
 * Two exceptions, both by name in the policy:
 *
 * - `default`: text without a `<` cannot make an element. The component library writes its style sheets that way.
 * - `ProseMirrorClipboard`: the editor's clipboard parser reads pasted markup into a document that is never shown
 *   and keeps only what the plan's schema knows. It would take the default policy where it sees one, so it sees none.
 */
type Policies = {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string | null }) => unknown;
};

const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
if (policies !== undefined) {
  policies.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
  Object.defineProperty(policies, 'defaultPolicy', { value: null });
}
