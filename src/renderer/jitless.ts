/**
 * The content security policy forbids making code from text, and the schema library's fast path would try it. Its
 * switch is set here without loading the library: that comes only with the chunks that parse something.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
