/** Rules as text, both ways: whoever only shows them takes `printRule.ts`, which is lighter. */
export * from './printRule';
export * from './readRule';
