import type { versionCalls } from '../../../contract/calls/versions';
import { variantId } from '../../../core/model/ids';
import { readView } from '../rows';
import { change, type HandlersOf } from './answering';
import { late } from './late';

export const versionHandlers: HandlersOf<typeof versionCalls> = {
  'variant.override': async (store, input) => {
    const { overrideOps } = await late.variants();
    const ops = overrideOps(store.db, input);
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, ops, {
      session: `override ${input.pieceId} ${input.format} ${input.accountId} ${input.field}`,
    });
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },
  'variant.fix': async (store, input) => {
    const { fixOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    const params = { ...input.params, act: input.act, title };
    change(store, { code: 'variant_fix', params }, fixOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },
  'variant.keep': async (store, input) => {
    const { keepOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, keepOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },
  'variant.settle': async (store, input) => {
    const { settleOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, settleOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'article.keep_case': async ({ folder }, input) => (await late.pasteCases()).keepCase(folder, input),

  'variant.dress': async (store, input) => {
    const { dressOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, dressOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'platform.set': async (store, input) => {
    const ops = (await late.platforms()).platformOps(store.db, input);
    return { changed: change(store, { code: 'platform_edit', params: { title: input.title } }, ops) };
  },
};
