import bilibili from '../../../resources/platforms/bilibili.json';
import bluesky from '../../../resources/platforms/bluesky.json';
import douyin from '../../../resources/platforms/douyin.json';
import facebook from '../../../resources/platforms/facebook.json';
import instagram from '../../../resources/platforms/instagram.json';
import kuaishou from '../../../resources/platforms/kuaishou.json';
import linkedin from '../../../resources/platforms/linkedin.json';
import mastodon from '../../../resources/platforms/mastodon.json';
import threads from '../../../resources/platforms/threads.json';
import tiktok from '../../../resources/platforms/tiktok.json';
import toutiao from '../../../resources/platforms/toutiao.json';
import wechatChannels from '../../../resources/platforms/wechat_channels.json';
import wechatOa from '../../../resources/platforms/wechat_oa.json';
import wechatPrivate from '../../../resources/platforms/wechat_private.json';
import weibo from '../../../resources/platforms/weibo.json';
import x from '../../../resources/platforms/x.json';
import xiaohongshu from '../../../resources/platforms/xiaohongshu.json';
import youtube from '../../../resources/platforms/youtube.json';
import zhihu from '../../../resources/platforms/zhihu.json';
import type { PlatformPack } from './pack';

/** The data files that ship with the studio, in the order people meet the platforms. A new platform is one more line. */
const files: readonly unknown[] = [
  weibo,
  douyin,
  wechatOa,
  wechatChannels,
  wechatPrivate,
  bilibili,
  xiaohongshu,
  kuaishou,
  zhihu,
  toutiao,
  x,
  instagram,
  tiktok,
  youtube,
  linkedin,
  facebook,
  threads,
  mastodon,
  bluesky,
];

/**
 * The shipped rule packs. They are read as they lie: a test holds every file equal to what its schema makes of it, so
 * that no start pays for checking what cannot have changed since.
 */
export const shippedPacks = (): readonly PlatformPack[] => files as readonly PlatformPack[];
